#include "algebra_values.hpp"

#include <algorithm>
#include <cstdlib>

namespace kroniek {

namespace {

Second edge(const Stretch& at, Mod mod) {
  if (mod == Mod::end) return at.end;
  if (mod != Mod::mid) return at.begin;
  return (at.begin + (at.end - at.begin) / 2) / kDaySeconds * kDaySeconds;
}
Stretch begin_to_begin(const Stretch& from, const Stretch& to, Mod from_mod, Mod to_mod) {
  Stretch range = from;
  range.part = DayPart::none;
  range.grain = std::max(from.grain, to.grain);
  range.begin = edge(from, from_mod);
  range.end = to.grain > Grain::day ? edge(to, to_mod) : to.end;
  if (range.end <= range.begin) range.end = to.end;
  return range;
}

}  // namespace

Value span(Value a, Value b, const TimeNow& now) {
  if (a.kind == ValueKind::none || b.kind == ValueKind::none || a.failed || b.failed) return failure();
  if (a.kind == ValueKind::fields && b.kind == ValueKind::fields) {
    // What only one end tells holds for both: "3 tot 5 april", "19-20 november", "van 5 tot 6 's middags".
    if (a.fields.day != 0 && a.fields.month == 0) a.fields.month = b.fields.month;
    if (b.fields.day != 0 && b.fields.month == 0) b.fields.month = a.fields.month;
    if (b.fields.part != DayPart::none && a.fields.hour >= 0 && b.fields.hour >= 0 && a.fields.part == DayPart::none) {
      auto hours = a.fields;
      settle_hour(hours, b.fields.part);
      if (hours.hour < b.fields.hour) a.fields = hours;
    }
    if (a.fields.only_clock() && b.fields.only_clock()) {
      auto result = a;
      result.to = with_clock(day_stretch(0), b.fields);
      result.at = with_clock(day_stretch(0), a.fields);
      return result;
    }
    if (!a.fields.has_year() && b.fields.year != 0) {
      auto same = a.fields;
      same.year = b.fields.year;
      const auto start = resolve_absolute(same), end = resolve_absolute(b.fields);
      if (start && end && start->begin > end->begin && same.year > 1) --same.year;
      a.fields = same;
    } else if (a.fields.year != 0 && !b.fields.has_year()) {
      auto same = b.fields;
      same.year = a.fields.year;
      const auto start = resolve_absolute(a.fields), end = resolve_absolute(same);
      if (start && end && start->begin > end->begin && same.year < 9999) ++same.year;
      b.fields = same;
    }
  }
  Value left = resolve(a, now), right;
  if (b.kind == ValueKind::fields && !b.fields.has_year() && !b.fields.only_clock() && left.kind == ValueKind::stretch && !left.failed && left.at.begin != kOpenBegin) {
    // The end comes after the begin; when it must lie behind us, the begin before the end.
    if (a.kind == ValueKind::fields && !a.fields.has_year() && now.direction == Direction::backward) {
      right = resolve(b, now);
      const auto before = right.failed ? std::nullopt : occurrence_near(a.fields, right.at.first(), Direction::backward);
      left.at = before.value_or(left.at);
    } else {
      right = stretch_value(occurrence_near(b.fields, left.at.first(), Direction::forward));
      right.published = left.published;
    }
  } else if (b.kind == ValueKind::fields && b.fields.only_clock() && left.kind == ValueKind::stretch && !left.failed) {
    right = inside(b, left, now);
    if (!right.failed && right.at.begin < left.at.begin) right.at = shift(right.at, amount_of(1000, Grain::day), 1).value_or(right.at);
  } else {
    right = resolve(b, now);
  }
  if (left.kind != ValueKind::stretch || right.kind != ValueKind::stretch || left.failed || right.failed) return failure();
  if (right.at.end <= left.at.begin && a.kind == ValueKind::fields && left.bare) {
    left.at = occurrence_before(a.fields, right.at.first()).value_or(left.at);
  }
  if (right.at.end <= left.at.begin) return failure();
  if (now.conversation) {
    // People who speak mean "from the begin of the first to the begin of the last".
    left.range = begin_to_begin(left.at, right.at, left.mod, right.mod);
    right.range.reset();
  }
  Value result = left;
  inherit(result, right);
  result.to = right.at;
  result.range = now.conversation ? *left.range
                                  : Stretch{left.range ? left.range->begin : left.at.begin, right.range ? right.range->end : right.at.end,
                                            std::max(left.at.grain, right.at.grain), DayPart::none, false};
  result.mod = Mod::none;
  if (left.mod != Mod::none || right.mod != Mod::none) result.mod = Mod::approx;
  result.bare = false;
  return result;
}

Value night(Value first, Value second, std::uint8_t count, const TimeNow& now) {
  if (count == 2 && first.kind == ValueKind::fields && second.kind == ValueKind::fields && second.fields.month == 0) second.fields.month = first.fields.day != 0 && second.fields.day > first.fields.day ? first.fields.month : std::int8_t{0};
  auto day = resolve(count == 2 ? second : first, now);
  if (day.kind != ValueKind::stretch || day.failed) return failure();
  const auto start = count == 2 ? add_days(day.at.first(), -1) : std::optional(day.at.first());
  if (!start) return failure();
  Fields night;
  night.part = DayPart::night;
  day.at = with_clock(day_stretch(*start), night);
  return day;
}

Value range_of(TimeOp op, Value value, const TimeNow& now, Direction direction) {
  if (value.kind == ValueKind::amount) return value;
  if (value.kind != ValueKind::stretch || value.failed) {
    // "na 18.00 uur": a clock time without its day.
    if (value.kind == ValueKind::fields && value.mod == Mod::none) value.mod = op == TimeOp::after ? Mod::after : op == TimeOp::before ? Mod::before : Mod::none;
    return value;
  }
  const auto today = day_stretch(now.day);
  Stretch range = value.at;
  range.part = DayPart::none;
  const Second end = value.to ? value.to->end : value.at.end;
  range.end = end;
  switch (op) {
    case TimeOp::since:
      // In news what began goes on until the text was written.
      range.end = now.conversation || today.end <= range.begin ? kOpenEnd : today.end;
      value.mod = Mod::on_or_after;
      break;
    case TimeOp::from:
      range.end = kOpenEnd;
      value.mod = Mod::on_or_after;
      break;
    case TimeOp::until:
      range.begin = kOpenBegin;
      value.mod = Mod::on_or_before;
      break;
    case TimeOp::before:
      range.begin = kOpenBegin;
      // The day itself may be meant, but not the month or year.
      if (value.at.grain > Grain::day && value.mod != Mod::end) range.end = value.at.begin;
      value.mod = Mod::before;
      break;
    default:
      if (now.conversation || direction == Direction::forward || direction == Direction::present || range.begin > today.begin) {
        range.begin = value.at.grain > Grain::day ? end : value.at.begin;
        range.end = kOpenEnd;
      } else {
        range.end = today.end;
      }
      value.mod = Mod::after;
      break;
  }
  value.range = range;
  return value;
}

// "eerder deze week": of the week, what is past.
Value cut_by_now(TimeOp op, Value value, const TimeNow& now) {
  if (value.kind != ValueKind::stretch || value.failed) return value;
  const auto today = day_stretch(now.day);
  Stretch range = value.at;
  if (op == TimeOp::earlier && today.end > range.begin && today.end < range.end) range.end = today.end;
  if (op == TimeOp::later && today.begin < range.end && today.begin > range.begin) range.begin = today.begin;
  if (range.begin != value.at.begin || range.end != value.at.end) value.range = range;
  return value;
}

// "de laatste drie maanden van vorig jaar"
Value piece_of(TimeOp op, const Value& whole, Value amount) {
  if (whole.kind != ValueKind::stretch || whole.failed || amount.kind != ValueKind::amount || amount.amount.unknown) return failure();
  Stretch edge = whole.at;
  if (op == TimeOp::head) {
    edge.end = edge.begin + 1;
  } else {
    edge.begin = edge.end;
    edge.end = edge.begin + 1;
  }
  const auto moved = shift(edge, amount.amount, op == TimeOp::head ? 1 : -1);
  if (!moved) return failure();
  Stretch range = whole.at;
  (op == TimeOp::head ? range.end : range.begin) = moved->begin;
  if (range.begin < whole.at.begin || range.end > whole.at.end || range.end <= range.begin) return failure();
  inherit(amount, whole);
  amount.mod = Mod::none;
  amount.range = range;
  return amount;
}

Value around_now(TimeOp op, Value amount, const TimeNow& now) {
  if (amount.kind != ValueKind::amount) return failure();
  const auto today = day_stretch(now.day);
  const auto moved = amount.amount.unknown ? std::nullopt : shift(today, amount.amount, op == TimeOp::lately ? -1 : 1);
  amount.published = true;
  if (!moved && !amount.amount.unknown) return amount;
  Stretch range = today;
  if (op == TimeOp::lately) {
    range.begin = moved ? moved->begin : kOpenBegin;
  } else {
    range.end = moved ? moved->end : kOpenEnd;
    if (op == TimeOp::soon && now.day < kLastDay && range.end > today.end) range.begin = today.end;
    if (op == TimeOp::soon && !moved) range.begin = today.begin;
  }
  amount.range = range;
  return amount;
}

}  // namespace kroniek
