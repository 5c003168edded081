#include "draft.hpp"
#include "hash.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

namespace kroniek {

namespace {

std::string_view name_of(Outlook outlook) {
  switch (outlook) {
    case Outlook::fact: return "";
    case Outlook::planned: return "planned";
    case Outlook::demanded: return "demanded";
    case Outlook::proposed: return "proposed";
    case Outlook::conditional: return "conditional";
  }
  return "";
}

}  // namespace

std::string content_of(const Node& node) {
  const auto& best = node.mentions[node.best];
  std::set<std::string_view> people;
  std::string_view place;
  for (const auto& mention : node.mentions) {
    for (const auto& actor : mention.participants) people.insert(actor.id);
    if (place.empty() && mention.place) place = mention.place->id;
  }
  std::string text = best.type.text() + '|' + best.date.edtf + '|';
  text += place;
  text += '|';
  text += name_of(node.outlook);
  for (const auto id : people) {
    text += '|';
    text += id;
  }
  return text;
}

void give_ids(const std::vector<Node>& nodes, std::vector<EntryDraft>& drafts) {
  // The source that told it first; later articles do not change it.
  const auto first_of = [&](const Cluster& cluster) {
    return *std::min_element(cluster.nodes.begin(), cluster.nodes.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tie(nodes[a].told, nodes[a].document, nodes[a].first) < std::tie(nodes[b].told, nodes[b].document, nodes[b].first);
    });
  };
  std::vector<std::uint32_t> first, order;
  for (const auto& draft : drafts) {
    order.push_back(static_cast<std::uint32_t>(order.size()));
    first.push_back(first_of(draft.cluster));
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto& x = nodes[first[a]];
    const auto& y = nodes[first[b]];
    return std::tie(x.told, x.document, x.first) < std::tie(y.told, y.document, y.first);
  });
  std::unordered_map<std::string, int> seen;
  std::set<std::string> taken;
  for (const auto d : order) {
    const auto& node = nodes[first[d]];
    const auto content = content_of(node);
    auto count = ++seen[short_hash(content)];
    auto id = "e-" + short_hash(count > 1 ? content + '#' + std::to_string(count) : content);
    while (!taken.insert(id).second) id = "e-" + short_hash(content + '#' + std::to_string(++count));
    drafts[d].id = std::move(id);
  }
}

}  // namespace kroniek
