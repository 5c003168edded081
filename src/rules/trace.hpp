// What rules did on a text, for explanation and coverage. A stage that is given a Trace fills it in; the result
// of the stage is the same with and without.
#pragma once

#include "../text/text.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace kroniek {

// A rule whose trigger was there.
struct RuleTry {
  std::uint32_t rule = 0;               // index into EventRules::rules, or the reports or sources of ClaimRules
  std::uint32_t sentence = 0, clause = 0;
  TokenId first = 0, last = 0;          // the trigger
  std::string_view failed;              // the key of the first condition that did not hold; empty: it fired
  std::uint32_t detail = 0;             // a class, a role or a count, as the condition has it
};

struct Trace {
  std::vector<RuleTry> events;
  std::vector<RuleTry> reports, sources;
  std::vector<std::uint32_t> cues;      // indices into EventRules::cues that set a status
  std::vector<std::uint32_t> stances;   // indices into ClaimRules::stances that set a stance
};

}  // namespace kroniek
