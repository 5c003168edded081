#include "algebra_values.hpp"

#include <algorithm>
#include <cstdlib>

namespace kroniek {

namespace {

Fields weekday_dropped(Fields fields) {
  fields.weekday = 0;
  return fields;
}

// The day to count from: the publication day, or an end of the stretch that is given.
std::optional<Day> base(const Value& in, bool end, const TimeNow& now) {
  if (in.kind == ValueKind::none) return now.day;
  if (in.kind != ValueKind::stretch || in.failed || in.at.begin == kOpenBegin || in.at.end == kOpenEnd) return std::nullopt;
  return end ? in.at.last() : in.at.first();
}

Value finish(std::optional<Stretch> found, const Value& what, const Value& in) {
  auto result = stretch_value(found);
  inherit(result, what);
  if (in.kind == ValueKind::none) {
    result.published = true;
  } else {
    inherit(result, in);
  }
  result.bare = false;
  if (in.told && what.kind == ValueKind::unit) result.needs = std::max(result.needs, what.unit);
  return result;
}

// What is told in large units is meant in them, in news: "een jaar geleden" is a year.
std::optional<Stretch> rounded(std::optional<Stretch> moved, Grain unit, Grain from, const TimeNow& now) {
  if (!moved || now.conversation || unit < from) return moved;
  return unit_at(unit, moved->first());
}

}  // namespace

// The dates that were told without a year, laid into time.
Value resolve_fields(const Value& value, const TimeNow& now) {
  const auto& fields = value.fields;
  if (fields.only_clock()) return value;
  std::optional<Stretch> found;
  Value result;
  if (fields.has_year()) {
    found = resolve_absolute(fields);
    if (!found && fields.weekday != 0 && fields.day != 0) found = resolve_absolute(weekday_dropped(fields));
    result = stretch_value(found);
  } else {
    auto direction = now.direction;
    if ((fields.weekday != 0 || fields.weekend) && fields.day == 0 && fields.month == 0) {
      if (direction == Direction::present) direction = Direction::forward;
      if (direction == Direction::nearest) direction = Direction::backward;
    }
    found = occurrence_near(fields, now.day, direction);
    // "viel maandagnacht", told on that Monday: the night before it.
    if (found && direction == Direction::backward && fields.part == DayPart::night && found->first() == now.day && fields.weekday != 0) {
      if (const auto before = add_days(now.day, -1)) found = with_clock(day_stretch(*before), fields);
    }
    if (fields.weekday != 0 && fields.day != 0) {
      // The weekday tells the year or month better than the tense; one that fits none near is a slip of the writer's.
      constexpr Day kTooFar = 500;
      found = occurrence_near(fields, now.day, Direction::nearest);
      if (!found || std::abs(found->first() - now.day) > kTooFar) found = occurrence_near(weekday_dropped(fields), now.day, now.direction);
    }
    result = stretch_value(found);
    result.published = true;
    result.bare = true;
  }
  inherit(result, value);
  return result;
}

Value both(const Value& a, const Value& b, const TimeNow& now) {
  if (a.kind == ValueKind::none) return b;
  if (b.kind == ValueKind::none) return a;
  if (a.failed) return a;
  if (b.failed) return b;
  Value result;
  if (a.kind == ValueKind::fields && b.kind == ValueKind::fields) {
    result = fields_value(merge(a.fields, b.fields));
  } else if (a.kind == ValueKind::fields && b.kind == ValueKind::stretch) {
    return inside(a, b, now);
  } else if (b.kind == ValueKind::fields && a.kind == ValueKind::stretch) {
    return inside(b, a, now);
  } else if (a.kind == ValueKind::set && b.kind == ValueKind::fields) {
    result = a;
    result.fields = merge(a.fields, b.fields);
  } else if (a.kind == ValueKind::amount && b.kind == ValueKind::amount) {
    result = amount_value(add(a.amount, b.amount));
  } else {
    return failure();
  }
  inherit(result, a);
  inherit(result, b);
  return result;
}

Value step(TimeOp op, const Value& what, Value in, const TimeNow& now) {
  if (what.kind == ValueKind::none) return {};
  in = resolve(in, now);
  const auto from = base(in, op != TimeOp::last, now);
  if (!from) return failure();
  std::optional<Stretch> found;
  if (what.kind == ValueKind::unit) {
    const auto current = unit_at(what.unit, *from);
    const bool ahead = op == TimeOp::coming && current && current->first() > *from;
    found = ahead ? current : unit_from(what.unit, *from, op == TimeOp::last ? -1 : 1);
  } else if (what.kind == ValueKind::fields) {
    found = op == TimeOp::last ? occurrence_before(what.fields, *from) : occurrence_after(what.fields, *from);
  }
  return finish(found, what, in);
}

Value inside(const Value& what, Value in, const TimeNow& now) {
  if (what.kind == ValueKind::none) return in;
  in = resolve(in, now);
  if (in.kind == ValueKind::fields) return failure();
  const auto from = base(in, false, now);
  if (!from) return failure();
  std::optional<Stretch> found;
  if (what.kind == ValueKind::unit) {
    // A span is in the unit that it ends in: "hetzelfde weekend" after a night.
    found = unit_at(what.unit, in.kind == ValueKind::stretch && what.unit >= Grain::day && in.at.grain == Grain::part ? in.at.last() : *from);
  } else if (what.kind == ValueKind::stretch) {
    return what;
  } else if (what.kind == ValueKind::fields) {
    const auto& fields = what.fields;
    if (fields.has_year()) {
      found = resolve_absolute(fields);
    } else if (fields.only_clock()) {
      auto clock = fields;
      if (in.kind == ValueKind::stretch) settle_hour(clock, in.at.part);
      found = with_clock(day_stretch(in.kind == ValueKind::stretch && in.at.part != DayPart::night ? in.at.last() : *from), clock);
      if (in.kind == ValueKind::stretch && in.at.grain > Grain::day && in.at.first() != in.at.last()) found.reset();
    } else if (in.kind == ValueKind::stretch && (in.at.grain > Grain::day || in.at.last() > in.at.first() + 1)) {
      found = nth_occurrence_in(in.at, fields, 1);
    } else if (in.kind == ValueKind::stretch && fields.names_day()) {
      // "vandaag, woensdag": one day told twice.
      found = in.at;
    } else if (fields.weekday != 0 && fields.day == 0) {
      found = occurrence_near(fields, *from, now.direction == Direction::backward ? Direction::backward : Direction::forward);
    } else {
      found = occurrence_at(fields, *from);
      const auto year = unit_at(Grain::year, *from);
      if (!found && year) found = nth_occurrence_in(*year, fields, 1);
    }
  }
  return finish(found, what, in);
}

Value nth(const Value& number, const Value& what, Value in, const TimeNow& now) {
  in = resolve(in, now);
  if (number.kind != ValueKind::number || in.kind != ValueKind::stretch || in.failed) return failure();
  std::optional<Stretch> found;
  const std::int64_t n = number.number / 1000;
  if (what.kind == ValueKind::unit) {
    found = nth_unit_in(in.at, what.unit, n);
  } else if (what.kind == ValueKind::fields) {
    found = nth_occurrence_in(in.at, what.fields, n);
  }
  return finish(found, what, in);
}

Value moved(Value what, const Value& amount, int sign, const TimeNow& now) {
  what = resolve(what, now);
  if (what.kind != ValueKind::stretch || what.failed || amount.kind != ValueKind::amount) return failure();
  const bool small = amount.amount.unit < Grain::day;
  if (amount.amount.unknown) {
    auto result = what;
    result.range = sign > 0 ? Stretch{what.at.begin, kOpenEnd, what.at.grain, DayPart::none, false}
                            : Stretch{kOpenBegin, what.at.end, what.at.grain, DayPart::none, false};
    return result;
  }
  auto from = what.at;
  if (!small && from.grain < Grain::day) from = day_stretch(sign > 0 ? from.last() : from.first());
  // Hours after a day of which the clock is not known: still that day.
  if (small && from.grain >= Grain::part) return what;
  auto found = shift(from, amount.amount, sign);
  if (found) found->by_weekday = false;
  const Grain unit = amount.amount.unit;
  if (unit >= Grain::month) found = rounded(found, unit, from.grain, now);
  auto result = stretch_value(found);
  inherit(result, what);
  if (what.told) result.needs = std::max(result.needs, amount.amount.unit);
  if (amount.mod != Mod::none) result.mod = amount.mod;
  return result;
}

Value from_now(const Value& amount, int sign, const TimeNow& now) {
  if (amount.kind != ValueKind::amount) return failure();
  if (amount.amount.unknown) return reference_value(sign < 0 ? Reference::past : Reference::future);
  auto found = shift(day_stretch(now.day), amount.amount, sign);
  // "tienduizend jaar geleden" is before the calendar, but past.
  if (!found) return reference_value(sign < 0 ? Reference::past : Reference::future);
  const Grain unit = amount.amount.unit;
  if (unit < Grain::day && found) {
    found = day_stretch(sign < 0 ? found->first() : now.day);
  } else if (unit >= Grain::week) {
    found = rounded(found, unit, Grain::day, now);
  }
  auto result = stretch_value(found);
  result.published = true;
  result.mod = amount.mod;
  return result;
}

}  // namespace kroniek
