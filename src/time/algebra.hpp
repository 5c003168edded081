// The value expressions of time rules: `this({weekday}, last(week))`, read once and worked out per text.
//
//   expression = term { "&" term }          what is told together: day({d}) & {month} & year({y})
//   term       = number | unit | name | {slot} | function "(" expression { "," expression } ")"
//   unit       = second minute hour part day weekend week month season quarter half year decade century
//   name       = now (the publication day), told (what was told last), past, present, future
// A slot that matched nothing gives nothing, and nothing is left out of "&", amounts and spans.
#pragma once

#include "cycles.hpp"
#include "value.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

enum class TimeOp : std::uint8_t {
  literal, unit, slot, now, told, past, present, future, both,
  // parts of a date
  year, year2, month, day, weekday, week, quarter, half, season, decade, century, easter, part, clock, hm, dm, dmy, ym, nthday, not_sunday, weekend,
  // stretches
  last, next, this_, coming, nth, shift, back, ago, ahead, span, night, tonight,
  // ranges
  until, before, after, since, from, start, mid, end, earlier, later, head, tail, within, lately, soon,
  // amounts and sets
  unit_of, minus, amount, some, plus, times, each, rate,
  // choices
  fiscal, school, exact, or_, backward, forward, near, again,
};

struct TimeNode {
  TimeOp op = TimeOp::literal;
  std::uint8_t count = 0;       // children, which stand in `TimeAlgebra::children` from `first`
  std::uint16_t unused = 0;     // so that a compiled pack has no bytes without a value
  std::int32_t value = 0;       // of a literal, unit or slot
  std::uint32_t first = 0;
};

// All expressions of a pack.
struct TimeAlgebra {
  std::vector<TimeNode> nodes;
  std::vector<std::uint32_t> children;
  template <class A>
  void fields(A& a) { a(nodes, children); }
};

struct AlgebraFault {
  std::size_t at = 0;
  std::string message, hint;
};

// Reads an expression and returns its root. `slot_of` gives the number of a slot, or -1 if there is none.
// On a fault the message is set and the result means nothing.
std::uint32_t read_algebra(std::string_view text, const std::function<int(std::string_view)>& slot_of, TimeAlgebra& into, AlgebraFault& fault);

// Where and when an expression is worked out.
struct TimeNow {
  Day day = 0;                  // a day on which the text may have been published
  Stretch told;                 // what was told last
  Direction direction = Direction::nearest;
  bool conversation = false;    // "een week geleden" is a day, "na 2018" begins in 2019
};

// What the slots of a match hold.
class SlotValues {
 public:
  virtual ~SlotValues() = default;
  virtual Value slot(std::int32_t index, const TimeNow& now) const = 0;
};

// In place of the root of an expression that could not be read, or of a rule without one.
inline constexpr std::uint32_t kNoExpression = 0xffff'ffff;

// The value on that day; `kNoExpression` has none: it fails.
Value evaluate(const TimeAlgebra& algebra, std::uint32_t root, const TimeNow& now, const SlotValues& slots);

// What a value means on the calendar; other kinds than fields and units are given back as they are.
Value resolve(const Value& value, const TimeNow& now);

}  // namespace kroniek
