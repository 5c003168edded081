#include "time_slots.hpp"

#include <algorithm>

namespace kroniek {

SlotContext::SlotContext(const TimeText& the_text, const TimeRules& the_rules, const Lexicon& the_lexicon, const std::vector<TimeMatch>& the_matches)
    : text(the_text), rules(the_rules), lexicon(the_lexicon), matches(the_matches), weekday(lexicon.class_id("weekday")), month_name(lexicon.class_id("month_name")),
      season(lexicon.class_id("season")), day_part(lexicon.class_id("day_part")), time_unit(lexicon.class_id("time_unit")) {}

Value MatchSlots::slot(std::int32_t index, const TimeNow& now) const {
  for (const auto& binding : match_.bindings) {
    if (binding.slot != index) continue;
    if (binding.lexeme != 0) return word(binding.lexeme);
    if (binding.index >= context_.text.numbers.size()) return evaluate_match(context_, context_.matches[binding.index - context_.text.numbers.size()], now);
    Value value;
    value.kind = ValueKind::number;
    value.number = context_.text.numbers[binding.index].thousandths;
    return value;
  }
  return {};
}

Value MatchSlots::word(LexemeId lexeme) const {
  const auto n = context_.lexicon.lexeme(lexeme).value;
  const auto is = [&](ClassId cls) { return context_.lexicon.is_a(lexeme, cls); };
  Value value;
  value.kind = ValueKind::fields;
  if (is(context_.weekday)) {
    value.fields.weekday = static_cast<std::int8_t>(n);
  } else if (is(context_.month_name)) {
    value.fields.month = static_cast<std::int8_t>(n);
  } else if (is(context_.season)) {
    value.fields.season = static_cast<std::int8_t>(n);
  } else if (is(context_.day_part)) {
    value.fields.part = static_cast<DayPart>(std::clamp(n, 0, 6));
  } else if (is(context_.time_unit)) {
    value.kind = ValueKind::unit;
    value.unit = static_cast<Grain>(std::clamp(n, 0, static_cast<int>(Grain::century)));
  } else {
    value.kind = ValueKind::number;
    value.number = std::int64_t{n} * 1000;
  }
  return value;
}

Value evaluate_match(const SlotContext& context, const TimeMatch& match, const TimeNow& now) {
  const auto& rule = context.rules.rules[match.rule];
  auto value = evaluate(context.rules.algebra, match.root, now, MatchSlots(context, match));
  if (rule.mod != Mod::none && value.mod == Mod::none) value.mod = rule.mod;
  return value;
}

}  // namespace kroniek
