// Articles to extractions, and extractions made by hand. People that the gazetteer does not know are invented.
#pragma once

#include <kroniek/kroniek.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace timeline_test {

using namespace kroniek;

inline const Pack& pack() {
  static const auto pack = builtin_pack("nl");
  REQUIRE(pack != nullptr);
  return *pack;
}

inline DateValue edtf(const std::string& text) {
  const auto value = parse_edtf(text);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *value;
}

// What `extract` finds in an article with this id.
inline Extraction article(const std::string& id, const std::string& published, const std::string& text) {
  auto read = ingest_text(id + ".txt", text, pack(), {published});
  REQUIRE(read.documents.size() == 1);
  read.documents.front().id = id;
  return extract(read.documents.front(), pack());
}

// A document without events.
inline Extraction document(const std::string& id, const std::string& published) {
  Extraction extraction;
  extraction.document.id = id;
  extraction.document.source = id + ".txt";
  extraction.document.language = "nl";
  extraction.document.sha256 = std::string(64, 'a');
  if (!published.empty()) extraction.document.published = Publication{edtf(published), "option", {}};
  return extraction;
}

// Adds an event of its own; its words stand behind those of the ones before. An empty date is unknown.
inline EventMention& tell(Extraction& extraction, const std::string& type, const std::string& date, const std::vector<std::string>& people, const std::string& status = "occurred") {
  EventMention mention;
  mention.document = extraction.document.id;
  mention.type = type;
  mention.status = status;
  mention.rule = type + ".test";
  const auto begin = static_cast<std::uint32_t>(100 * (extraction.events.size() + 1));
  mention.at = {{begin, begin + 4}, "iets", static_cast<int>(extraction.events.size()) + 1};
  if (!date.empty()) mention.date = edtf(date);
  mention.date_basis = "time expression in the clause";
  mention.date_at = Evidence{{begin, begin + 2}, "ie", mention.at.line};
  for (const auto& id : people) mention.participants.push_back({id, id, "participant", ""});
  mention.chain = static_cast<std::uint32_t>(extraction.events.size());
  return extraction.events.emplace_back(std::move(mention));
}

inline Timeline lay(std::vector<Extraction> extractions, const Assembly& assembly = {}) { return assemble(std::move(extractions), pack(), assembly); }

inline std::vector<const Entry*> all(const Timeline& timeline, const std::string& type = {}) {
  std::vector<const Entry*> found;
  for (const auto* list : {&timeline.entries, &timeline.undated}) {
    for (const auto& entry : *list) {
      if (type.empty() || entry.type == type) found.push_back(&entry);
    }
  }
  return found;
}

// The only entry of the type in which all of these take part.
inline const Entry& only(const Timeline& timeline, const std::string& type, const std::vector<std::string>& people) {
  const Entry* found = nullptr;
  for (const auto* entry : all(timeline, type)) {
    const bool has_all = std::all_of(people.begin(), people.end(), [&](const auto& id) {
      return std::any_of(entry->participants.begin(), entry->participants.end(), [&](const auto& actor) { return actor.id == id; });
    });
    if (!has_all) continue;
    REQUIRE_MESSAGE(found == nullptr, "several entries of type " << type);
    found = entry;
  }
  REQUIRE_MESSAGE(found != nullptr, "no entry of type " << type);
  return *found;
}

inline const Conflict* conflict(const Entry& entry, const std::string& about) {
  for (const auto& one : entry.conflicts) {
    if (one.about == about) return &one;
  }
  return nullptr;
}

inline int warned(const Timeline& timeline, const std::string& code) {
  return static_cast<int>(std::count_if(timeline.warnings.begin(), timeline.warnings.end(), [&](const auto& w) { return w.code == code; }));
}

}  // namespace timeline_test
