#include "draft.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace kroniek {

namespace {

// A plan with neither day nor place needs more than one actor in common; a named day is enough by itself.
constexpr int kFulfils = 4;

// The day by which an outcome is looked up.
Day when(const Cluster& cluster) { return cluster.days.earliest != kOpenPast ? cluster.days.earliest : cluster.days.latest; }

}  // namespace

void link_plans(const ActorTable& actors, std::vector<EntryDraft>& drafts) {
  // What happened, by type and the side of one who took part; all are under kNobody, too.
  std::map<std::tuple<std::uint16_t, ActorTable::Number>, std::vector<std::uint32_t>> facts;
  constexpr ActorTable::Number kNobody = 0xFFFFFFFF;
  for (std::uint32_t d = 0; d < drafts.size(); ++d) {
    const auto& cluster = drafts[d].cluster;
    if (cluster.nodes.empty() || cluster.outlook != Outlook::fact) continue;
    std::vector<ActorTable::Number> sides{kNobody};
    for (const auto person : cluster.people) sides.push_back(actors.side(person));
    std::sort(sides.begin(), sides.end());
    sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
    for (const auto side : sides) facts[{cluster.type, side}].push_back(d);
  }
  for (auto& [key, list] : facts) {
    std::stable_sort(list.begin(), list.end(), [&](auto a, auto b) { return when(drafts[a].cluster) < when(drafts[b].cluster); });
  }
  constexpr Day kLongest = 62;
  for (auto& plan : drafts) {
    const auto& cluster = plan.cluster;
    if (cluster.nodes.empty() || cluster.outlook != Outlook::planned) continue;
    const auto node = as_node(cluster);
    const auto from = node.days.earliest == kOpenPast ? node.days.latest - kLongest : node.days.earliest;
    const auto to = std::min(node.days.latest, from > kOpenFuture - 2 * kLongest ? kOpenFuture : from + 2 * kLongest);
    std::vector<ActorTable::Number> sides;
    for (const auto person : node.people) sides.push_back(actors.side(person));
    if (sides.empty()) sides.push_back(kNobody);
    std::tuple<int, Day> best{kFulfils - 1, 0};  // points, and the earliest where they are equal
    EntryDraft* outcome = nullptr;
    for (const auto side : sides) {
      const auto list = facts.find({node.type, side});
      if (list == facts.end()) continue;
      auto at = std::lower_bound(list->second.begin(), list->second.end(), from, [&](auto d, Day day) { return when(drafts[d].cluster) < day; });
      for (; at != list->second.end() && when(drafts[*at].cluster) <= to; ++at) {
        const auto& fact = drafts[*at].cluster;
        const auto points = likeness(node, fact, actors);
        // A date still to come may lie open; then who takes part must be told.
        if (points < kFulfils || (node.people.empty() && !node.days.is_day())) continue;
        const std::tuple<int, Day> rank{points, -when(fact)};
        if (outcome != nullptr && rank <= best) continue;
        best = rank;
        outcome = &drafts[*at];
      }
    }
    if (outcome != nullptr && std::find(outcome->fulfils.begin(), outcome->fulfils.end(), plan.id) == outcome->fulfils.end()) outcome->fulfils.push_back(plan.id);
  }
  for (auto& draft : drafts) std::sort(draft.fulfils.begin(), draft.fulfils.end());
}

}  // namespace kroniek
