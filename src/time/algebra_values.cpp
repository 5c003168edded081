#include "algebra_values.hpp"

#include <algorithm>
#include <cstdlib>

namespace kroniek {

Value number_value(std::int64_t thousandths) {
  Value value;
  value.kind = ValueKind::number;
  value.number = thousandths;
  return value;
}

Value stretch_value(std::optional<Stretch> at) {
  Value value;
  value.kind = ValueKind::stretch;
  if (at) {
    value.at = *at;
  } else {
    value.failed = true;
  }
  return value;
}

Value fields_value(const Fields& fields) {
  Value value;
  value.kind = ValueKind::fields;
  value.fields = fields;
  return value;
}

Value amount_value(const Amount& amount) {
  Value value;
  value.kind = ValueKind::amount;
  value.amount = amount;
  return value;
}

Value reference_value(Reference which) {
  Value value;
  value.kind = ValueKind::reference;
  value.reference = which;
  value.published = true;
  return value;
}

Value failure() { return stretch_value(std::nullopt); }

void inherit(Value& value, const Value& from) {
  value.told |= from.told;
  value.needs = std::max(value.needs, from.needs);
  value.published |= from.published;
  value.bare |= from.bare;
  value.failed |= from.failed;
  if (value.mod == Mod::none) value.mod = from.mod;
}

Amount amount_of(std::int64_t thousandths, Grain unit) {
  Amount amount;
  amount.unit = unit;
  thousandths = std::clamp<std::int64_t>(thousandths, -1'000'000'000'000'000, 1'000'000'000'000'000);
  switch (unit) {
    case Grain::second: amount.seconds = thousandths; break;
    case Grain::minute: amount.minutes = thousandths; break;
    case Grain::hour: amount.hours = thousandths; break;
    case Grain::part:
    case Grain::day: amount.days = thousandths; break;
    case Grain::weekend: amount.weekends = thousandths; break;
    case Grain::week: amount.weeks = thousandths; break;
    case Grain::month: amount.months = thousandths; break;
    case Grain::season: amount.months = thousandths * 3; break;
    case Grain::quarter: amount.quarters = thousandths; break;
    case Grain::half: amount.months = thousandths * 6; break;
    case Grain::year: amount.years = thousandths; break;
    case Grain::decade: amount.years = thousandths * 10; break;
    case Grain::century: amount.years = thousandths * 100; break;
  }
  return amount;
}

Amount add(const Amount& a, const Amount& b) {
  return {a.years + b.years,   a.quarters + b.quarters, a.months + b.months,   a.weeks + b.weeks,     a.weekends + b.weekends,
          a.days + b.days,     a.hours + b.hours,       a.minutes + b.minutes, a.seconds + b.seconds, a.unknown || b.unknown,
          std::min(a.unit, b.unit)};
}

Value amount(const Value& number, const Value& unit) {
  if (number.kind == ValueKind::none || unit.kind == ValueKind::none) return {};
  if (number.kind != ValueKind::number || unit.kind != ValueKind::unit) return failure();
  auto value = amount_value(amount_of(number.number, unit.unit));
  value.mod = number.mod;
  return value;
}

Value times(const Value& number, Value amount) {
  if (number.kind == ValueKind::none) return amount;
  if (number.kind != ValueKind::number || amount.kind != ValueKind::amount || std::abs(number.number) > 1'000'000'000) return failure();
  auto& a = amount.amount;
  for (auto* part : {&a.years, &a.quarters, &a.months, &a.weeks, &a.weekends, &a.days, &a.hours, &a.minutes, &a.seconds}) {
    *part = std::abs(*part) < 1'000'000 ? *part * number.number / 1000 : *part;
  }
  return amount;
}

Value each(const Value& what) {
  Value value;
  value.kind = ValueKind::set;
  if (what.kind == ValueKind::unit) {
    value.amount = amount_of(1000, what.unit);
  } else if (what.kind == ValueKind::amount) {
    value.amount = what.amount;
  } else if (what.kind == ValueKind::fields) {
    value.fields = what.fields;
  } else {
    value.failed = true;
  }
  return value;
}

void settle_hour(Fields& fields, DayPart part) {
  if (fields.hour < 0) return;
  const bool late = part == DayPart::afternoon || part == DayPart::evening || (part == DayPart::midday && fields.hour < 10) ||
                    (part == DayPart::night && fields.hour >= 8);
  if (late && fields.hour < 12) fields.hour = static_cast<std::int8_t>(fields.hour + 12);
}

Fields merge(Fields a, const Fields& b) {
  const auto take = [](auto& to, auto from, auto none) {
    if (from != none) to = from;
  };
  take(a.year, b.year, 0);
  take(a.decade, b.decade, 0);
  take(a.century, b.century, 0);
  take(a.month, b.month, 0);
  take(a.day, b.day, 0);
  take(a.weekday, b.weekday, 0);
  take(a.week, b.week, 0);
  take(a.quarter, b.quarter, 0);
  take(a.half, b.half, 0);
  take(a.season, b.season, 0);
  take(a.nth, b.nth, 0);
  take(a.hour, b.hour, -1);
  take(a.minute, b.minute, -1);
  take(a.second, b.second, -1);
  take(a.easter, b.easter, Fields::kNoEaster);
  take(a.part, b.part, DayPart::none);
  a.weekend |= b.weekend;
  a.not_sunday |= b.not_sunday;
  settle_hour(a, a.part);
  return a;
}

Value field(TimeOp op, const Value& a, const Value& b, const Value& c, const TimeNow& now) {
  if (a.kind == ValueKind::none) return {};
  if (a.kind != ValueKind::number || a.number % 1000 != 0) return failure();
  const std::int64_t n = a.number / 1000;
  Fields fields;
  bool good = true;
  const auto put = [&](auto& to, std::int64_t value, std::int64_t least, std::int64_t most) {
    good = good && value >= least && value <= most;
    if (good) to = static_cast<std::remove_reference_t<decltype(to)>>(value);
  };
  const auto day_month = [&](std::int64_t dm) {
    put(fields.day, dm / 100, 1, 31);
    put(fields.month, dm % 100, 1, 12);
  };
  switch (op) {
    case TimeOp::year: put(fields.year, n, 1, 9999); break;
    case TimeOp::year2: {
      // '98 and '25: the year that is at most twenty years ahead.
      const int current = civil_from_day(now.day).year, century = current / 100 * 100;
      const std::int64_t year = century + n <= current + 20 ? century + n : century - 100 + n;
      put(fields.year, n >= 0 && n < 100 ? year : 0, 1, 9999);
      break;
    }
    case TimeOp::month: put(fields.month, n, 1, 12); break;
    case TimeOp::day: put(fields.day, n, 1, 31); break;
    case TimeOp::weekday: put(fields.weekday, n, 1, 7); break;
    case TimeOp::weekend: fields.weekend = true; break;
    case TimeOp::week: put(fields.week, n, 1, 53); break;
    case TimeOp::quarter: put(fields.quarter, n, 1, 4); break;
    case TimeOp::half: put(fields.half, n, 1, 2); break;
    case TimeOp::season: put(fields.season, n, 1, 4); break;
    case TimeOp::decade: put(fields.decade, n < 100 ? 1900 + n : n, 10, 9990); good = good && n % 10 == 0; break;
    case TimeOp::century: put(fields.century, n, 1, 99); break;
    case TimeOp::nthday:
      put(fields.nth, n, -5, 5);
      put(fields.weekday, b.number / 1000, 1, 7);
      put(fields.month, c.number / 1000, 1, 12);
      good = good && n != 0;
      break;
    case TimeOp::easter: put(fields.easter, n, -100, 100); break;
    case TimeOp::part: {
      std::int8_t part = 0;
      put(part, n, 1, 6);
      fields.part = static_cast<DayPart>(part);
      break;
    }
    case TimeOp::clock:
      put(fields.hour, n == 24 ? 0 : n, 0, 23);
      if (b.kind == ValueKind::number) put(fields.minute, b.number / 1000, -59, 59);
      if (c.kind == ValueKind::number) put(fields.second, c.number / 1000, 0, 59);
      if (fields.minute != -1 && b.kind == ValueKind::number && b.number < 0) {
        fields.minute = static_cast<std::int8_t>(b.number / 1000 + 60);
        fields.hour = static_cast<std::int8_t>((fields.hour + 23) % 24);
      }
      break;
    case TimeOp::hm:
      put(fields.hour, n / 100 == 24 ? 0 : n / 100, 0, 23);
      put(fields.minute, n % 100, 0, 59);
      break;
    case TimeOp::dm: day_month(n); break;
    case TimeOp::dmy:
      day_month(n / 10000);
      put(fields.year, n % 10000, 1, 9999);
      break;
    case TimeOp::ym:
      put(fields.year, n / 100, 1, 9999);
      put(fields.month, n % 100, 1, 12);
      break;
    default: return failure();
  }
  return good ? fields_value(fields) : failure();
}

}  // namespace kroniek
