// A document's words cut finer, as time rules read them: "vrijdagavond" is vrijdag + avond, "20.15u" 20.15 + u,
// "jan-feb" jan - feb; and tokens of digits and punctuation get classes (digits2, hm, hyphen, ...).
#pragma once

#include "../text/numbers.hpp"
#include "../text/text.hpp"
#include "time_rules.hpp"

#include <vector>

namespace kroniek {

struct TimeText {
  Text text;
  std::vector<TokenId> origin;   // per token: the token of the document that it comes from
  std::vector<Number> numbers;
};

TimeText cut_for_times(const Text& text, const TimeRules& rules, const Lexicon& lexicon);

}  // namespace kroniek
