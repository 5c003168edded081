// Matching the rules of all strata on a text.
#pragma once

#include "time_rules.hpp"
#include "time_text.hpp"

#include <cstdint>
#include <vector>

namespace kroniek {

// One match of a rule, on tokens of a TimeText, without its context.
struct TimeMatch {
  std::uint32_t rule = 0;
  std::uint32_t root = 0;          // of its value in TimeRules::algebra
  TokenId first = 0, last = 0;
  std::vector<Binding> bindings;   // index: in TimeText::numbers, and beyond its size in the list of matches
};

// All matches of all rules; those that other rules use come before them.
std::vector<TimeMatch> match_time_rules(TimeText& cut, const TimeRules& rules, const Lexicon& lexicon, bool conversation);

// The expressions among them: the longest first, none overlapping another; look-alikes take their words away.
// In the order of the text.
std::vector<std::uint32_t> choose_expressions(const std::vector<TimeMatch>& matches, const TimeRules& rules);

}  // namespace kroniek
