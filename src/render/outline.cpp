#include "outline.hpp"

#include "date_words.hpp"
#include "escape.hpp"
#include "labels.hpp"
#include "names.hpp"
#include "quotation.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace kroniek::render {

namespace {

// A date that is no longer than this and crosses the end of a month stands in the month of its first day.
constexpr Day kMonth = 31;

struct SectionKey {
  int year = 0, month = 0, last_year = 0;  // month 0: a year, or years
  // Years stand before their months.
  friend auto operator<=>(const SectionKey&, const SectionKey&) = default;
};

SectionKey key_of(const DateValue& date) {
  const auto from = civil_from_day(date.earliest), to = civil_from_day(date.latest);
  if (date.latest - date.earliest <= kMonth && (from.month == to.month || date.latest - date.earliest < kMonth)) return {from.year, from.month, from.year};
  return {from.year, 0, to.year};
}

void add(std::vector<DateGroup>& groups, const Entry& entry, const Labels& labels) {
  auto words = date_words(entry.date, labels);
  const auto same = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.words == words; });
  auto& group = same != groups.end() ? *same : groups.emplace_back(DateGroup{std::move(words), {}});
  group.entries.push_back(&entry);
}

std::string number(int n, std::size_t digits) {
  auto out = std::to_string(n);
  return std::string(digits - std::min(digits, out.size()), '0') + out;
}

}  // namespace

std::vector<Section> dated_sections(const Timeline& timeline, const Labels& labels) {
  std::map<SectionKey, Section> sections;
  for (const auto& entry : timeline.entries) {
    const auto key = key_of(entry.date);
    auto& section = sections[key];
    if (section.title.empty()) {
      section.key = number(key.year, 4) + (key.month != 0 ? "-" + number(key.month, 2) : key.year != key.last_year ? "-" + number(key.last_year, 4) : "");
      section.title = key.month != 0                ? month_words(entry.date.earliest, labels)
                      : key.year == key.last_year ? std::to_string(key.year)
                                                  : label(labels, "section.years", {{"from", std::to_string(key.year)}, {"to", std::to_string(key.last_year)}});
    }
    add(section.groups, entry, labels);
  }
  std::vector<Section> out;
  out.reserve(sections.size());
  for (auto& [key, section] : sections) out.push_back(std::move(section));
  return out;
}

std::vector<DateGroup> undated_groups(const Timeline& timeline, const Labels& labels) {
  std::vector<const Entry*> entries;
  for (const auto& entry : timeline.undated) entries.push_back(&entry);
  const auto rank = [](const Entry* entry) {
    const auto& date = entry->date;
    const bool before = date.latest != kOpenFuture, after = date.earliest != kOpenPast;
    return std::tuple(before ? 0 : after ? 1 : 2, before ? date.latest : after ? date.earliest : 0);
  };
  std::stable_sort(entries.begin(), entries.end(), [&](const Entry* a, const Entry* b) { return rank(a) < rank(b); });
  std::vector<DateGroup> groups;
  for (const auto* entry : entries) add(groups, *entry, labels);
  return groups;
}

std::string summary_words(const Timeline& timeline, const Labels& labels) {
  const auto events = counted(labels, "events", timeline.entries.size() + timeline.undated.size());
  const auto sources = counted(labels, "sources", timeline.documents.size());
  if (!timeline.from && !timeline.to) return label(labels, "summary.all", {{"events", events}, {"sources", sources}});
  const auto from = timeline.from ? day_words(*timeline.from, labels) : std::string();
  const auto to = timeline.to ? day_words(*timeline.to, labels) : std::string();
  const char* key = !timeline.from ? "window.to" : !timeline.to ? "window.from" : "window.both";
  return label(labels, "summary", {{"events", events}, {"sources", sources}, {"window", label(labels, key, {{"from", from}, {"to", to}})}});
}

std::string name_of(const ActorRef& actor, const Labels& labels) {
  if (!actor.name.empty()) return running_name(labels, actor.name);
  return actor.id == "unknown" || actor.id.empty() ? label(labels, "speaker.unknown") : actor.id.text();
}

std::string title_name(const ActorRef& actor, const Labels& labels) { return capitalised(actor.name.empty() ? name_of(actor, labels) : bare_name(labels, actor.name)); }

std::vector<std::string> names_of(const std::vector<ActorRef>& actors, const Labels& labels) {
  std::vector<std::string> names;
  for (const auto& actor : actors) {
    auto name = name_of(actor, labels);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

std::vector<std::string> details_of(const Entry& entry, const Labels& labels) {
  std::vector<std::string> details;
  if (entry.place) {
    const auto& name = entry.place->name.empty() ? entry.place->id : entry.place->name;
    const bool takes_part = std::any_of(entry.participants.begin(), entry.participants.end(), [&](const ActorRef& a) { return a.id == entry.place->id; });
    if (!takes_part && entry.headline.find(bare_name(labels, name)) == std::string::npos) details.push_back(place_at(labels, name));
  }
  if (!entry.duration.empty()) details.push_back(duration_words(entry.duration, labels));
  return details;
}

std::string with_details(const std::string& headline, const std::string& details, const Labels& labels) {
  if (details.empty()) return headline;
  if (!headline.ends_with(')')) return label(labels, "entry.details", {{"entry", headline}, {"details", details}});
  return headline.substr(0, headline.size() - 1) + label(labels, "list.comma") + details + ')';
}

bool speaks_of_itself(const Entry& entry) {
  if (entry.according_to.size() != 1 || entry.status == "unconfirmed") return false;
  const auto acts = [](const ActorRef& a) { return a.role == "initiator"; };
  const auto& all = entry.participants;
  const auto actor = std::find_if(all.begin(), all.end(), acts);
  return actor != all.end() && actor->id == entry.according_to.front().id && std::none_of(actor + 1, all.end(), acts);
}

std::size_t count_of(const Timeline& timeline, Severity severity) {
  return static_cast<std::size_t>(std::count_if(timeline.warnings.begin(), timeline.warnings.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

std::vector<std::vector<const TimelineClaim*>> claims_by_speaker(const Timeline& timeline) {
  std::vector<std::vector<const TimelineClaim*>> groups;
  std::map<std::string_view, std::size_t> place;
  for (const auto& item : timeline.claims) {
    const auto [found, is_new] = place.emplace(item.claim.speaker.id, groups.size());
    if (is_new) groups.emplace_back();
    groups[found->second].push_back(&item);
  }
  const auto day = [](const TimelineClaim* item) { return item->claim.date.edtf.empty() ? kOpenFuture : item->claim.date.earliest; };
  for (auto& group : groups) std::stable_sort(group.begin(), group.end(), [&](const auto* a, const auto* b) { return day(a) < day(b); });
  return groups;
}

// The pieces of a direct quotation without what stands between them, else the reported clause.
ClaimText claim_text(const Claim& claim, const Labels& labels) {
  if (claim.kind != "direct" || claim.contents.empty()) {
    const auto text = plain_quote(claim.at);
    const auto inner = without_marks(text);
    return {capitalised(inner), inner.size() != text.size()};
  }
  std::string pieces;
  for (const auto& content : claim.contents) {
    const auto line = plain_quote(content);
    pieces += (pieces.empty() ? "" : label(labels, "claim.gap")) + std::string(without_marks(line));
  }
  return {pieces, true};
}

}  // namespace kroniek::render
