#include "algebra.hpp"

#include "algebra_values.hpp"

namespace kroniek {

namespace {

class Evaluator {
 public:
  Evaluator(const TimeAlgebra& algebra, const SlotValues& slots) : algebra_(algebra), slots_(slots) {}

  Value run(std::uint32_t at, const TimeNow& now) const {
    const auto& node = algebra_.nodes[at];
    const auto arg = [&](std::uint8_t i) { return i < node.count ? run(child(node, i), now) : Value{}; };
    switch (node.op) {
      case TimeOp::literal: return number_value(node.value);
      case TimeOp::unit: {
        Value value;
        value.kind = ValueKind::unit;
        value.unit = static_cast<Grain>(node.value);
        return value;
      }
      case TimeOp::unit_of: {
        auto value = arg(0);
        if (value.kind != ValueKind::number || value.number < 0 || value.number / 1000 > static_cast<int>(Grain::century)) return failure();
        value.kind = ValueKind::unit;
        value.unit = static_cast<Grain>(value.number / 1000);
        return value;
      }
      case TimeOp::slot: return slots_.slot(node.value, now);
      case TimeOp::now: {
        auto value = stretch_value(day_stretch(now.day));
        value.published = true;
        return value;
      }
      case TimeOp::told: {
        auto value = stretch_value(now.told);
        value.told = true;
        return value;
      }
      case TimeOp::tonight: {
        // The night before the text in the past tense, the night after it otherwise.
        const auto first = add_days(now.day, now.direction == Direction::backward ? -1 : 0);
        if (!first) return failure();
        Fields night;
        night.part = DayPart::night;
        auto value = stretch_value(with_clock(day_stretch(*first), night));
        value.published = true;
        return value;
      }
      case TimeOp::minus: {
        auto a = arg(0), b = arg(1);
        if (a.kind != ValueKind::number || b.kind != ValueKind::number) return failure();
        return number_value(a.number - b.number);
      }
      case TimeOp::fiscal:
      case TimeOp::school: {
        auto value = resolve(arg(0), now);
        value.count = node.op == TimeOp::fiscal ? 'F' : 'S';
        return value;
      }
      case TimeOp::exact: {
        TimeNow exact = now;
        exact.conversation = true;
        return run(child(node, 0), exact);
      }
      case TimeOp::not_sunday: {
        auto value = arg(0);
        value.fields.not_sunday = true;
        return value;
      }
      case TimeOp::past: return reference_value(Reference::past);
      case TimeOp::present: return reference_value(Reference::present);
      case TimeOp::future: return reference_value(Reference::future);
      case TimeOp::both: return both(arg(0), arg(1), now);
      case TimeOp::or_: {
        auto value = arg(0);
        return value.kind != ValueKind::none ? value : arg(1);
      }
      case TimeOp::backward:
      case TimeOp::forward: {
        TimeNow other = now;
        other.direction = node.op == TimeOp::backward ? Direction::backward : Direction::forward;
        return resolve(run(child(node, 0), other), other);
      }
      case TimeOp::again: {
        auto value = arg(0);
        value.again = true;
        return value;
      }
      case TimeOp::near: return resolve(arg(0), now);
      case TimeOp::amount: return amount(arg(0), arg(1));
      case TimeOp::some: {
        const auto unit = arg(0);
        if (unit.kind != ValueKind::unit) return failure();
        Amount some;
        some.unit = unit.unit;
        some.unknown = true;
        return amount_value(some);
      }
      case TimeOp::plus: {
        const auto a = arg(0), b = arg(1);
        if (a.kind != ValueKind::amount || b.kind != ValueKind::amount) return a.kind == ValueKind::none ? b : a;
        return amount_value(add(a.amount, b.amount));
      }
      case TimeOp::times: return times(arg(0), arg(1));
      case TimeOp::each: return each(arg(0));
      case TimeOp::rate: {
        auto value = each(arg(1));
        value.freq = static_cast<std::int32_t>(arg(0).number / 1000);
        return value;
      }
      case TimeOp::last:
      case TimeOp::next:
      case TimeOp::coming: return step(node.op, arg(0), arg(1), now);
      case TimeOp::this_: return inside(arg(0), arg(1), now);
      case TimeOp::nth: return nth(arg(0), arg(1), arg(2), now);
      case TimeOp::shift: return moved(arg(0), arg(1), 1, now);
      case TimeOp::back: return moved(arg(0), arg(1), -1, now);
      case TimeOp::ago: return from_now(arg(0), -1, now);
      case TimeOp::ahead: return from_now(arg(0), 1, now);
      case TimeOp::span: return span(arg(0), arg(1), now);
      case TimeOp::night: return night(arg(0), arg(1), node.count, now);
      case TimeOp::start: return with_mod(resolve(arg(0), now), Mod::start);
      case TimeOp::mid: return with_mod(resolve(arg(0), now), Mod::mid);
      case TimeOp::end: return with_mod(resolve(arg(0), now), Mod::end);
      case TimeOp::earlier:
      case TimeOp::later: return cut_by_now(node.op, resolve(arg(0), now), now);
      case TimeOp::head:
      case TimeOp::tail: return piece_of(node.op, resolve(arg(0), now), arg(1));
      case TimeOp::since:
      case TimeOp::until:
      case TimeOp::from:
      case TimeOp::before:
      case TimeOp::after: {
        TimeNow other = now;
        if (node.op == TimeOp::since) other.direction = Direction::backward;
        if ((node.op == TimeOp::until || node.op == TimeOp::from) && now.direction != Direction::backward) other.direction = Direction::forward;
        return range_of(node.op, resolve(run(child(node, 0), other), other), other, now.direction);
      }
      case TimeOp::within:
      case TimeOp::lately:
      case TimeOp::soon: return around_now(node.op, arg(0), now);
      default: return field(node.op, arg(0), arg(1), arg(2), now);
    }
  }

 private:
  std::uint32_t child(const TimeNode& node, std::uint8_t i) const { return algebra_.children[node.first + i]; }

  static Value with_mod(Value value, Mod mod) {
    value.mod = mod;
    return value;
  }

  const TimeAlgebra& algebra_;
  const SlotValues& slots_;
};

}  // namespace

Value resolve(const Value& value, const TimeNow& now) {
  if (value.kind == ValueKind::fields) return resolve_fields(value, now);
  if (value.kind == ValueKind::unit) {
    auto result = stretch_value(unit_at(value.unit, now.day));
    result.published = true;
    return result;
  }
  return value;
}

Value evaluate(const TimeAlgebra& algebra, std::uint32_t root, const TimeNow& now, const SlotValues& slots) {
  return root == kNoExpression ? failure() : Evaluator(algebra, slots).run(root, now);
}

}  // namespace kroniek
