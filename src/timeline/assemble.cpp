#include "../rules/pack.hpp"
#include "hash.hpp"
#include "headline.hpp"

#include <kroniek/kroniek.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace kroniek {

namespace {

void add_unique(std::vector<ActorRef>& all, const std::vector<ActorRef>& more) {
  for (const auto& actor : more) {
    if (std::none_of(all.begin(), all.end(), [&](const ActorRef& a) { return a.id == actor.id; })) all.push_back(actor);
  }
}

// What the event is, not where it stands.
std::string identity(const Entry& entry) {
  std::set<std::string> people;
  for (const auto& actor : entry.participants) people.insert(actor.id);
  std::string text = entry.type + '|' + entry.date.edtf + '|' + (entry.place ? entry.place->id : "");
  for (const auto& id : people) text += '|' + id;
  return text;
}

// One entry of the mentions of one event; the most telling one gives the date.
Entry entry_of(std::vector<EventMention> mentions, const EventRules& rules) {
  Entry entry;
  const auto told_best = std::max_element(mentions.begin(), mentions.end(), [](const EventMention& a, const EventMention& b) {
    const auto rank = [](const EventMention& m) { return (m.date_at ? 2 : 0) + (m.participants.empty() ? 0 : 1); };
    return rank(a) < rank(b);
  });
  entry.type = told_best->type;
  entry.date = told_best->date;
  entry.date_basis = told_best->date_basis;
  entry.status = told_best->status;
  add_unique(entry.participants, told_best->participants);
  bool attributed = true;
  for (const auto& mention : mentions) {
    add_unique(entry.participants, mention.participants);
    if (!entry.place) entry.place = mention.place;
    if (entry.duration.empty()) entry.duration = mention.duration;
    attributed &= !mention.according_to.empty();
  }
  if (attributed) {
    for (const auto& mention : mentions) add_unique(entry.according_to, mention.according_to);
  }
  if (const auto type = rules.type_of(entry.type); type != 0xFFFF) entry.plover = rules.types[type].plover;
  entry.mentions = std::move(mentions);
  return entry;
}

bool certainly_outside(const DateValue& date, const Window& window) {
  return (window.from && date.latest < *window.from) || (window.to && date.earliest > *window.to);
}

}  // namespace

Timeline assemble(std::vector<Extraction> extractions, const Pack& pack, const Window& window) {
  const auto& data = pack.data();
  Timeline timeline;
  timeline.pack_language = data.language;
  timeline.pack_version = data.version;
  timeline.pack_sha256 = data.sha256;
  timeline.from = window.from;
  timeline.to = window.to;

  std::vector<Entry> all;
  std::map<std::pair<std::size_t, std::uint32_t>, std::size_t> entry_at;  // (document, chain)
  for (std::size_t d = 0; d < extractions.size(); ++d) {
    auto& extraction = extractions[d];
    std::map<std::uint32_t, std::vector<EventMention>> chains;
    for (const auto& mention : extraction.events) chains[mention.chain].push_back(mention);
    for (auto& [chain, mentions] : chains) {
      entry_at[{d, chain}] = all.size();
      all.push_back(entry_of(std::move(mentions), data.events));
    }
  }
  std::map<std::string, int> seen;
  const auto* own_labels = labels(pack, data.language);
  for (auto& entry : all) {
    const auto id = identity(entry);
    const auto count = ++seen[id];
    entry.id = "e-" + short_hash(count > 1 ? id + '#' + std::to_string(count) : id);
    const auto type = data.events.type_of(entry.type);
    if (type != 0xFFFF && own_labels != nullptr) entry.headline = headline(entry, data.events.types[type], data.language, data.gazetteer, *own_labels);
  }
  std::set<std::string> left_out;
  for (std::size_t d = 0; d < extractions.size(); ++d) {
    auto& extraction = extractions[d];
    timeline.documents.push_back(std::move(extraction.document));
    timeline.warnings.insert(timeline.warnings.end(), extraction.warnings.begin(), extraction.warnings.end());
    for (auto& claim : extraction.claims) {
      TimelineClaim told{std::move(claim), {}};
      for (const auto event : told.claim.about) {
        const auto& id = all[entry_at[{d, extraction.events[event].chain}]].id;
        if (std::find(told.about.begin(), told.about.end(), id) == told.about.end()) told.about.push_back(id);
      }
      timeline.claims.push_back(std::move(told));
    }
  }
  for (auto& entry : all) {
    if (certainly_outside(entry.date, window)) {
      ++timeline.outside_window;
      left_out.insert(entry.id);
    } else if (entry.date.edtf.empty() || entry.date.is_open()) {
      timeline.undated.push_back(std::move(entry));
    } else {
      timeline.entries.push_back(std::move(entry));
    }
  }
  for (auto& claim : timeline.claims) std::erase_if(claim.about, [&](const std::string& id) { return left_out.contains(id); });
  std::stable_sort(timeline.entries.begin(), timeline.entries.end(), [](const Entry& a, const Entry& b) {
    return a.date.earliest != b.date.earliest ? a.date.earliest < b.date.earliest : a.date.latest < b.date.latest;
  });
  return timeline;
}

}  // namespace kroniek
