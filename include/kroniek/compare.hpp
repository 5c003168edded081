// What changed between two timelines of the same texts: what a change of rules did to a corpus.
#pragma once

#include <kroniek/diagnostic.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

struct Change {
  // gained, lost, retyped, redated, restated (its status), peopled (its participants)
  std::string kind;
  std::string headline, before, after;  // `before` and `after`: what changed; for gained and lost type and date
  std::vector<std::string> sources;     // "articles/a.txt:395-440: belde"
};

struct Comparison {
  int entries_before = 0, entries_after = 0, same = 0;
  int claims_before = 0, claims_after = 0;
  std::vector<Change> entries, claims;  // in the order of the timelines
  bool empty() const { return entries.empty() && claims.empty(); }
};

// Both are what to_json wrote. nullopt: `fault` says what is wrong with which (its file is "old" or "new").
// Entries are the same if a mention of one overlaps a mention of the other.
std::optional<Comparison> compare(std::string_view old_timeline, std::string_view new_timeline, Diagnostic& fault);

std::string to_text(const Comparison& comparison, bool colours);
std::string to_markdown(const Comparison& comparison);  // for the comment of a pull request
std::string to_json(const Comparison& comparison);

}  // namespace kroniek
