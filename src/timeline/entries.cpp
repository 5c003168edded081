#include "conflicts.hpp"
#include "draft.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace kroniek {

namespace {

void add_unique(std::vector<ActorRef>& all, const std::vector<ActorRef>& more) {
  for (const auto& actor : more) {
    if (std::none_of(all.begin(), all.end(), [&](const ActorRef& a) { return a.id == actor.id; })) all.push_back(actor);
  }
}

// What most documents say; that it happened, where they are as many.
std::string status_of(const std::vector<const EventMention*>& told) {
  std::map<std::string_view, int> votes;
  for (const auto* mention : told) ++votes[mention->status];
  // A source that knows confirms what another had from hearsay.
  if (votes.contains("occurred")) votes.erase("unconfirmed");
  constexpr std::string_view kFirst[] = {"occurred", "unconfirmed", "negated"};
  std::string_view best;
  int most = 0;
  for (const auto status : kFirst) {
    if (const auto it = votes.find(status); it != votes.end() && it->second > most) {
      best = status;
      most = it->second;
    }
  }
  return std::string(best.empty() ? std::string_view(told.front()->status) : best);
}

}  // namespace

Entry EntryMaker::make(EntryDraft& draft, const std::string& inferred) const {
  if (draft.added) return std::move(*draft.added);
  Entry entry;
  entry.id = draft.id;
  entry.edits = draft.edits;
  entry.fulfils = draft.fulfils;

  std::vector<const Account*> own;
  own.reserve(draft.cluster.nodes.size());
  for (const auto n : draft.cluster.nodes) own.push_back(&nodes[n]);
  std::vector<const EventMention*> told;
  told.reserve(own.size());
  for (const auto* node : own) told.push_back(&node->mentions[node->best]);
  // The sharpest date; of equal ones that of the mention that tells most, and then the first.
  std::size_t sharpest = 0, fullest = 0;
  const auto sharp = [&](std::size_t i) { return std::tuple(days_of(told[i]->date).width(), -weight(*told[i])); };
  for (std::size_t i = 1; i < told.size(); ++i) {
    if (sharp(i) < sharp(sharpest)) sharpest = i;
    if (weight(*told[i]) > weight(*told[fullest])) fullest = i;
  }
  entry.type = told[fullest]->type;
  if (const auto type = rules.type_of(entry.type); type != 0xFFFF) entry.plover = rules.types[type].plover;
  entry.status = status_of(told);
  entry.conflicts = find_conflicts(extractions, own);
  entry.date = told[sharpest]->date;
  entry.date_basis = told[sharpest]->date_basis;
  if (draft.redated) {
    entry.date = *draft.redated;
    entry.date_basis = "set by an edit";
  } else if (!inferred.empty()) {
    entry.date = date_of(draft.cluster.days);
    entry.date_basis = inferred;
  }

  add_unique(entry.participants, told[fullest]->participants);
  bool attributed = true;
  int place_depth = 0;
  std::set<std::uint32_t> sources;
  for (const auto* node : own) {
    sources.insert(originals[node->document]);
    for (const auto& mention : node->mentions) {
      add_unique(entry.participants, mention.participants);
      // A city tells more than its country.
      const int depth = !mention.place || node->place.place == node->place.country ? 0 : node->place.within != 0 ? 2 : 1;
      if (mention.place && (!entry.place || depth > place_depth)) {
        entry.place = mention.place;
        place_depth = depth;
      }
      if (entry.duration.empty()) entry.duration = mention.duration;
      attributed = attributed && !mention.according_to.empty();
    }
  }
  if (attributed) {
    for (const auto* node : own) {
      for (const auto& mention : node->mentions) add_unique(entry.according_to, mention.according_to);
    }
  }
  entry.sources = static_cast<int>(sources.size());
  std::size_t count = 0;
  for (const auto* node : own) count += node->mentions.size();
  entry.mentions.reserve(count);
  for (const auto n : draft.cluster.nodes) {
    auto& node = nodes[n];
    for (auto& mention : node.mentions) {
      std::vector<DateIfPublished>().swap(mention.if_published);
      entry.mentions.push_back(std::move(mention));
    }
    node = {};
  }
  return entry;
}

}  // namespace kroniek
