// What the slots of a match hold: words of the lexicon, numbers, and matches of other rules.
#pragma once

#include "algebra.hpp"
#include "time_matches.hpp"

namespace kroniek {

// All that a match refers to.
struct SlotContext {
  SlotContext(const TimeText& the_text, const TimeRules& the_rules, const Lexicon& the_lexicon, const std::vector<TimeMatch>& the_matches);
  const TimeText& text;
  const TimeRules& rules;
  const Lexicon& lexicon;
  const std::vector<TimeMatch>& matches;
  ClassId weekday, month_name, season, day_part, time_unit;
};

class MatchSlots final : public SlotValues {
 public:
  MatchSlots(const SlotContext& context, const TimeMatch& match) : context_(context), match_(match) {}
  Value slot(std::int32_t index, const TimeNow& now) const override;

 private:
  Value word(LexemeId lexeme) const;
  const SlotContext& context_;
  const TimeMatch& match_;
};

// The value of a match, with the `mod` of its rule; nothing is laid into time that its expression does not.
Value evaluate_match(const SlotContext& context, const TimeMatch& match, const TimeNow& now);

}  // namespace kroniek
