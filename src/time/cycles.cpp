#include "cycles.hpp"

#include <algorithm>
#include <vector>

namespace kroniek {

bool Fields::only_clock() const {
  Fields rest = *this;
  rest.hour = rest.minute = rest.second = -1;
  rest.part = DayPart::none;
  return rest == Fields{};
}

Grain Fields::grain() const {
  if (second >= 0) return Grain::second;
  if (minute >= 0) return Grain::minute;
  if (hour >= 0) return Grain::hour;
  if (part != DayPart::none) return Grain::part;
  if (names_day()) return Grain::day;
  if (weekend) return Grain::weekend;
  if (week != 0) return Grain::week;
  if (month != 0) return Grain::month;
  if (season != 0) return Grain::season;
  if (quarter != 0) return Grain::quarter;
  if (half != 0) return Grain::half;
  if (year != 0) return Grain::year;
  if (decade != 0) return Grain::decade;
  return Grain::century;
}

Day easter_sunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return day_from_civil(year, n / 31, n % 31 + 1).value_or(0);
}

namespace {

std::optional<Stretch> days(std::optional<Day> first, std::optional<Day> last, Grain grain) {
  if (!first || !last || *first < kFirstDay || *last > kLastDay || *first > *last) return std::nullopt;
  return Stretch{*first * kDaySeconds, (*last + Second{1}) * kDaySeconds, grain, DayPart::none, false};
}

std::optional<Stretch> months(int year, int month, int count, Grain grain) {
  const auto first = day_from_civil(year, month, 1);
  if (!first) return std::nullopt;
  const auto next = add_months(*first, count);
  if (next) return days(first, *next - 1, grain);
  const int end = year * 12 + month - 1 + count;
  return end == 10000 * 12 ? days(first, kLastDay, grain) : std::nullopt;
}

std::optional<Stretch> years(int year, int count, Grain grain) {
  // Centuries are counted as people write them, 1900 to 1999; the first has no year 0.
  return days(day_from_civil(std::max(year, 1), 1, 1), day_from_civil(std::min(year + count - 1, 9999), 12, 31), grain);
}

std::optional<Stretch> iso_week(int year, int week) {
  const auto fourth = day_from_civil(year, 1, 4);
  if (!fourth) return std::nullopt;
  const auto monday = *fourth - (weekday_of(*fourth) - 1) + 7 * (week - 1);
  auto found = days(monday, monday + 6, Grain::week);
  if (found && week > 52 && civil_from_day(monday + 3).year != year) return std::nullopt;
  return found;
}

// Every time that the fields come round in a year, in order.
void in_year(const Fields& f, int year, std::vector<Stretch>& out) {
  const auto add = [&](std::optional<Stretch> found) {
    if (found) out.push_back(*found);
  };
  const auto add_day = [&](std::optional<Day> day) {
    if (day && f.not_sunday && weekday_of(*day) == 7) --*day;
    if (!day || (f.weekday != 0 && weekday_of(*day) != f.weekday)) return;
    auto found = day_stretch(*day);
    found.by_weekday = f.month == 0 && f.day == 0 && f.easter == Fields::kNoEaster;
    out.push_back(with_clock(found, f));
  };
  if (f.easter != Fields::kNoEaster) return add_day(add_days(easter_sunday(year), f.easter));
  if (f.nth != 0 && f.weekday != 0 && f.month != 0) {
    const auto month = months(year, f.month, 1, Grain::month);
    if (!month) return;
    const Day edge = f.nth > 0 ? month->first() : month->last();
    const Day day = f.nth > 0 ? edge + (f.weekday - weekday_of(edge) + 7) % 7 + 7 * (f.nth - 1)
                              : edge - (weekday_of(edge) - f.weekday + 7) % 7 + 7 * (f.nth + 1);
    if (day >= month->first() && day <= month->last()) add_day(day);
    return;
  }
  if (f.day != 0) {
    for (int month = f.month != 0 ? f.month : 1; month <= (f.month != 0 ? f.month : 12); ++month) add_day(day_from_civil(year, month, f.day));
    return;
  }
  if (f.weekday != 0) {
    auto span = f.month != 0 ? months(year, f.month, 1, Grain::month) : f.week != 0 ? iso_week(year, f.week) : years(year, 1, Grain::year);
    if (!span) return;
    for (Day day = span->first() + (f.weekday - weekday_of(span->first()) + 7) % 7; day <= span->last(); day += 7) add_day(day);
    return;
  }
  if (f.weekend) {
    const auto span = years(year, 1, Grain::year);
    if (!span) return;
    for (Day day = span->first() + (6 - weekday_of(span->first()) + 7) % 7; day <= span->last(); day += 7) add(days(day, day + 1, Grain::weekend));
    return;
  }
  if (f.week != 0) return add(iso_week(year, f.week));
  if (f.month != 0) return add(months(year, f.month, 1, Grain::month));
  if (f.season != 0) return add(months(year, f.season * 3, 3, Grain::season));
  if (f.quarter != 0) return add(months(year, f.quarter * 3 - 2, 3, Grain::quarter));
  if (f.half != 0) return add(months(year, f.half * 6 - 5, 6, Grain::half));
  if (f.year != 0) return add(years(year, 1, Grain::year));
}

int year_of(Day day) { return civil_from_day(day).year; }

// How many years to look through: 29 February on a given weekday comes every 28 years, or 40 around a century.
constexpr int kMostYears = 41;

// Days around `day` that carry a weekday, without a list of the year.
std::optional<Stretch> weekday_near(const Fields& f, Day day) {
  Fields rest = f;
  rest.weekday = 0;
  rest.hour = rest.minute = rest.second = -1;
  rest.part = DayPart::none;
  if (f.weekday == 0 || !(rest == Fields{}) || day < kFirstDay || day > kLastDay) return std::nullopt;
  auto found = day_stretch(day);
  found.by_weekday = true;
  return with_clock(found, f);
}

}  // namespace

Stretch day_stretch(Day day) { return {day * kDaySeconds, (day + Second{1}) * kDaySeconds, Grain::day, DayPart::none, false}; }

std::optional<Day> add_days(Day day, std::int64_t count) {
  const std::int64_t to = day + count;
  if (to < kFirstDay || to > kLastDay) return std::nullopt;
  return static_cast<Day>(to);
}

std::optional<Day> add_months(Day day, std::int64_t count) {
  const auto from = civil_from_day(day);
  if (count > 120000 || count < -120000) return std::nullopt;
  const std::int64_t month = from.year * 12 + from.month - 1 + count;
  const int year = static_cast<int>(month >= 0 ? month / 12 : -1);
  for (int d = from.day; d > 27; --d) {
    if (const auto found = day_from_civil(year, static_cast<int>(month % 12) + 1, d)) return found;
  }
  return day_from_civil(year, static_cast<int>(month % 12) + 1, std::min(from.day, 27));
}

std::optional<Stretch> unit_at(Grain unit, Day day) {
  if (day < kFirstDay || day > kLastDay) return std::nullopt;
  const auto date = civil_from_day(day);
  switch (unit) {
    case Grain::second:
    case Grain::minute:
    case Grain::hour:
    case Grain::part:
    case Grain::day: return day_stretch(day);
    case Grain::weekend: return days(day - weekday_of(day) + 6, day - weekday_of(day) + 7, Grain::weekend);
    case Grain::week: return days(day - weekday_of(day) + 1, day - weekday_of(day) + 7, Grain::week);
    case Grain::month: return months(date.year, date.month, 1, unit);
    case Grain::season: return date.month < 3 ? months(date.year - 1, 12, 3, unit) : months(date.year, date.month / 3 * 3, 3, unit);
    case Grain::quarter: return months(date.year, (date.month - 1) / 3 * 3 + 1, 3, unit);
    case Grain::half: return months(date.year, (date.month - 1) / 6 * 6 + 1, 6, unit);
    case Grain::year: return years(date.year, 1, unit);
    case Grain::decade: return years(date.year / 10 * 10, 10, unit);
    case Grain::century: return years(date.year / 100 * 100, 100, unit);
  }
  return std::nullopt;
}

std::optional<Stretch> unit_from(Grain unit, Day day, std::int64_t n) {
  std::int64_t months_each = 0;
  std::optional<Day> to;
  switch (unit) {
    case Grain::second:
    case Grain::minute:
    case Grain::hour:
    case Grain::part:
    case Grain::day: to = add_days(day, n); break;
    case Grain::weekend:
    case Grain::week: to = add_days(day, std::clamp<std::int64_t>(n, -600000, 600000) * 7); break;
    case Grain::month: months_each = 1; break;
    case Grain::season:
    case Grain::quarter: months_each = 3; break;
    case Grain::half: months_each = 6; break;
    case Grain::year: months_each = 12; break;
    case Grain::decade: months_each = 120; break;
    case Grain::century: months_each = 1200; break;
  }
  if (months_each != 0) {
    // From the first of the month, so that no shorter month is in the way.
    const auto start = unit_at(unit, day);
    if (!start) return std::nullopt;
    to = add_months(start->first(), std::clamp<std::int64_t>(n, -120000, 120000) * months_each);
  }
  return to ? unit_at(unit, *to) : std::nullopt;
}

std::optional<Stretch> nth_unit_in(const Stretch& in, Grain unit, std::int64_t n) {
  if (n == 0 || in.begin == kOpenBegin || in.end == kOpenEnd) return std::nullopt;
  if (unit == Grain::week || unit == Grain::weekend) {
    // The day that decides where a week belongs.
    const int key = unit == Grain::week ? 4 : 6;
    const Day edge = n > 0 ? in.first() : in.last();
    const std::int64_t day = n > 0 ? edge + (key - weekday_of(edge) + 7) % 7 + 7 * (n - 1) : edge - (weekday_of(edge) - key + 7) % 7 + 7 * (n + 1);
    return day >= in.first() && day <= in.last() ? unit_at(unit, static_cast<Day>(day)) : std::nullopt;
  }
  const auto found = unit_from(unit, n > 0 ? in.first() : in.last(), n > 0 ? n - 1 : n + 1);
  return found && found->begin >= in.begin && found->end <= in.end ? found : std::nullopt;
}

Stretch with_clock(Stretch day, const Fields& f) {
  if (f.hour < 0) {
    if (f.part == DayPart::none) return day;
    day.part = f.part;
    day.grain = Grain::part;
    // A night belongs to two days.
    if (f.part == DayPart::night && day.end / kDaySeconds <= kLastDay) day.end += kDaySeconds;
    return day;
  }
  const Second minute = std::max<int>(f.minute, 0), second = std::max<int>(f.second, 0);
  day.begin += f.hour * Second{3600} + minute * 60 + second;
  day.grain = f.second >= 0 ? Grain::second : f.minute >= 0 ? Grain::minute : Grain::hour;
  day.end = day.begin + 1;
  return day;
}

std::optional<Stretch> resolve_absolute(const Fields& f) {
  if (f.year != 0) {
    std::vector<Stretch> found;
    in_year(f, f.year, found);
    if (found.empty()) return std::nullopt;
    // "woensdag 12 maart 2025" is one day; "een woensdag in 2025" is not.
    return found.front();
  }
  if (f.decade != 0) return years(f.decade, 10, Grain::decade);
  if (f.century != 0) return years((f.century - 1) * 100, 100, Grain::century);
  return std::nullopt;
}

std::optional<Stretch> occurrence_at(const Fields& f, Day day) {
  if (f.weekday != 0) {
    if (const auto found = weekday_near(f, day)) return weekday_of(day) == f.weekday ? found : std::nullopt;
  }
  const int year = year_of(day);
  std::vector<Stretch> all;
  for (int y = year - 1; y <= year; ++y) in_year(f, y, all);
  for (const auto& found : all) {
    if (found.first() <= day && found.last() >= day) return found;
  }
  return std::nullopt;
}

std::optional<Stretch> occurrence_before(const Fields& f, Day day) {
  if (f.weekday != 0) {
    const int back = (weekday_of(day) - f.weekday + 6) % 7 + 1;
    if (const auto found = weekday_near(f, day - back)) return found;
  }
  std::vector<Stretch> all;
  const int year = year_of(day);
  for (int y = year; y >= 1 && y > year - kMostYears; --y) {
    all.clear();
    in_year(f, y, all);
    for (auto found = all.rbegin(); found != all.rend(); ++found) {
      // A night ends on the next day, but is told by its first.
      if ((found->part == DayPart::night ? found->first() : found->last()) < day) return *found;
    }
  }
  return std::nullopt;
}

std::optional<Stretch> occurrence_after(const Fields& f, Day day) {
  if (f.weekday != 0) {
    const int ahead = (f.weekday - weekday_of(day) + 6) % 7 + 1;
    if (const auto found = weekday_near(f, day + ahead)) return found;
  }
  std::vector<Stretch> all;
  const int year = year_of(day);
  for (int y = year; y <= 9999 && y < year + kMostYears; ++y) {
    all.clear();
    in_year(f, y, all);
    for (const auto& found : all) {
      if (found.first() > day) return found;
    }
  }
  return std::nullopt;
}

std::optional<Stretch> nth_occurrence_in(const Stretch& in, const Fields& f, std::int64_t n) {
  if (n == 0 || in.begin == kOpenBegin || in.end == kOpenEnd) return std::nullopt;
  std::vector<Stretch> inside, all;
  const int last = std::min(year_of(in.last()), year_of(in.first()) + 100);
  for (int y = std::max(1, year_of(in.first()) - 1); y <= last; ++y) in_year(f, y, all);
  for (const auto& found : all) {
    if (found.first() >= in.first() && found.first() <= in.last()) inside.push_back(found);
  }
  const auto size = static_cast<std::int64_t>(inside.size());
  const auto index = n > 0 ? n - 1 : size + n;
  return index >= 0 && index < size ? std::optional(inside[static_cast<std::size_t>(index)]) : std::nullopt;
}

std::optional<Stretch> occurrence_near(const Fields& f, Day day, Direction direction) {
  if (const auto now = occurrence_at(f, day)) return now;
  const auto before = occurrence_before(f, day), after = occurrence_after(f, day);
  // "Na Pasen gaan de gesprekken verder", just after Easter: a day of almost a year ahead would be told with its year.
  constexpr Day kLong = 300, kShort = 60;
  const bool yearly = f.names_day() && (f.month != 0 || f.easter != Fields::kNoEaster);
  if (before && after && yearly && direction != Direction::backward && after->first() - day > kLong && day - before->last() <= kShort) return before;
  if (direction == Direction::backward || !after) return before ? before : after;
  if (direction == Direction::forward || !before) return after;
  // "In oktober stuurt X tanks", told in April: what is told in the present of another half year is to come, rather.
  if (direction == Direction::present && f.month != 0 && !f.names_day()) return 3 * (day - before->last()) <= 2 * (after->first() - day) ? before : after;
  return day - before->last() <= after->first() - day ? before : after;
}

std::optional<Stretch> shift(const Stretch& from, const Amount& amount, int sign) {
  const auto whole = [](std::int64_t thousandths) { return thousandths / 1000; };
  const auto part = [](std::int64_t thousandths) { return thousandths % 1000; };
  const auto small = [](std::int64_t n) { return n < 1'000'000'000'000 && n > -1'000'000'000'000; };
  for (const auto n : {amount.years, amount.quarters, amount.months, amount.weeks, amount.weekends, amount.days, amount.hours, amount.minutes, amount.seconds}) {
    if (!small(n)) return std::nullopt;
  }
  const std::int64_t month_thousandths = amount.years * 12 + amount.quarters * 3 + amount.months;
  const std::int64_t day_thousandths = part(month_thousandths) * 30 + (amount.weeks + amount.weekends) * 7 + amount.days;
  const std::int64_t seconds = (part(day_thousandths) * kDaySeconds + amount.hours * 3600 + amount.minutes * 60 + amount.seconds) / 1000;
  const auto move = [&](Second at) -> std::optional<Second> {
    const Day day = Stretch::day_of(at);
    if (day < kFirstDay || day > kLastDay + 1) return std::nullopt;
    auto to = day > kLastDay ? std::nullopt : add_months(day, sign * whole(month_thousandths));
    if (to) to = add_days(*to, sign * whole(day_thousandths));
    if (!to) return std::nullopt;
    const Second second = *to * kDaySeconds + (at - day * kDaySeconds) + sign * seconds;
    return second < kFirstDay * kDaySeconds || second > (kLastDay + Second{1}) * kDaySeconds ? std::nullopt : std::optional(second);
  };
  Stretch moved = from;
  if (from.begin != kOpenBegin) {
    const auto begin = move(from.begin);
    if (!begin) return std::nullopt;
    moved.begin = *begin;
  }
  if (from.end != kOpenEnd) {
    const auto last = move(from.end - 1);
    if (!last) return std::nullopt;
    moved.end = *last + 1;
  }
  if (seconds != 0) moved.grain = Grain::minute;
  return moved;
}

}  // namespace kroniek
