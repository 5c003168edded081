// EDTF (ISO 8601-2) values: read and written.
#include <kroniek/date.hpp>

#include <algorithm>
#include <utility>

namespace kroniek {
namespace {

struct Range {
  Day earliest, latest;
};

// A number of fixed width whose digits may be unknown: "19XX".
struct Digits {
  std::string_view text;

  bool fits(int value) const {
    for (std::size_t i = text.size(); i-- > 0; value /= 10) {
      if (text[i] != 'X' && text[i] - '0' != value % 10) return false;
    }
    return value == 0;
  }
  bool exact() const { return text.find('X') == std::string_view::npos; }
  int value() const {
    int value = 0;
    for (const char c : text) value = value * 10 + (c == 'X' ? 0 : c - '0');
    return value;
  }
};

bool is_qualifier(char c) { return c == '~' || c == '?' || c == '%'; }

// Takes `width` digits or X from the front of `text`, with qualifiers before and behind them.
std::optional<Digits> take_digits(std::string_view& text, std::size_t width) {
  while (!text.empty() && is_qualifier(text.front())) text.remove_prefix(1);
  if (text.size() < width) return std::nullopt;
  const std::string_view digits = text.substr(0, width);
  if (!std::all_of(digits.begin(), digits.end(), [](char c) { return (c >= '0' && c <= '9') || c == 'X'; })) {
    return std::nullopt;
  }
  text.remove_prefix(width);
  while (!text.empty() && is_qualifier(text.front())) text.remove_prefix(1);
  return Digits{digits};
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

Day last_of_month(int year, int month) {
  for (int day = 31;; --day) {
    if (const auto found = day_from_civil(year, month, day)) return *found;
  }
}

// `length` whole months from `month` of `year` on; a winter runs into the next year.
std::optional<Range> months(int year, int month, int length) {
  const int last = month + length - 1;
  const int last_year = year + (last - 1) / 12;
  if (year < 1 || last_year > 9999) return std::nullopt;
  return Range{*day_from_civil(year, month, 1), last_of_month(last_year, (last - 1) % 12 + 1)};
}

// The codes above the months: seasons (21-24, 25-28 north, 29-32 south, as the meteorologists count them),
// quarters (33-36), thirds (37-39) and halves (40, 41) of a year.
std::optional<Range> part_of_year(int year, int code) {
  if (code >= 21 && code <= 28) return months(year, 3 + (code - 21) % 4 * 3, 3);
  if (code >= 29 && code <= 32) return months(year, 1 + (8 + (code - 29) * 3) % 12, 3);
  if (code >= 33 && code <= 36) return months(year, 1 + (code - 33) * 3, 3);
  if (code >= 37 && code <= 39) return months(year, 1 + (code - 37) * 4, 4);
  if (code >= 40 && code <= 41) return months(year, 1 + (code - 40) * 6, 6);
  return std::nullopt;
}

// ISO weeks: week 1 is the one with 4 January.
Day first_monday(int year) {
  const Day fourth = *day_from_civil(year, 1, 4);
  return fourth - (weekday_of(fourth) - 1);
}

// "07" or "07-3" after "2025-W".
std::optional<Range> read_week(int year, std::string_view text) {
  const auto week = take_digits(text, 2);
  if (!week || !week->exact() || week->value() < 1 || year >= 9999) return std::nullopt;
  const Day monday = first_monday(year) + 7 * (week->value() - 1);
  if (monday >= first_monday(year + 1)) return std::nullopt;
  if (text.empty()) return Range{monday, monday + 6};
  if (!take(text, '-')) return std::nullopt;
  const auto weekday = take_digits(text, 1);
  if (!weekday || !weekday->exact() || !text.empty()) return std::nullopt;
  const int number = weekday->value();
  if (number < 1 || number > 7) return std::nullopt;
  return Range{monday + number - 1, monday + number - 1};
}

// The first (step 1) or last (step -1) day that a date with unknown digits can be.
std::optional<Day> outermost(const Digits& year, const Digits& month, const Digits& day, int step) {
  const auto from = [step](int low, int high) { return step > 0 ? low : high; };
  const auto inside = [](int value, int low, int high) { return value >= low && value <= high; };
  for (int y = year.exact() ? year.value() : from(1, 9999); inside(y, 1, 9999); y += step) {
    if (year.fits(y)) {
      for (int m = from(1, 12); inside(m, 1, 12); m += step) {
        if (!month.fits(m)) continue;
        for (int d = from(1, 31); inside(d, 1, 31); d += step) {
          if (!day.fits(d)) continue;
          if (const auto found = day_from_civil(y, m, d)) return found;
        }
      }
    }
    if (year.exact()) break;
  }
  return std::nullopt;
}

// One date: day, month, year, part of a year or week.
std::optional<Range> read_date(std::string_view text) {
  const auto year = take_digits(text, 4);
  if (!year) return std::nullopt;
  Digits month{"XX"};
  Digits day{"XX"};
  if (!text.empty()) {
    if (!take(text, '-')) return std::nullopt;
    if (take(text, 'W')) {
      if (!year->exact() || year->value() < 1) return std::nullopt;
      return read_week(year->value(), text);
    }
    const auto second = take_digits(text, 2);
    if (!second) return std::nullopt;
    if (text.empty() && year->exact() && second->exact() && second->value() > 12) {
      return part_of_year(year->value(), second->value());
    }
    month = *second;
  }
  if (!text.empty()) {
    if (!take(text, '-')) return std::nullopt;
    const auto third = take_digits(text, 2);
    if (!third || !text.empty()) return std::nullopt;
    day = *third;
  }
  const auto earliest = outermost(*year, month, day, 1);
  const auto latest = outermost(*year, month, day, -1);
  if (!earliest || !latest) return std::nullopt;
  return Range{*earliest, *latest};
}

// An end of an interval: a date, or nothing (unknown) or ".." (open), which are open alike here.
std::optional<Range> read_end(std::string_view text) {
  if (text.empty() || text == "..") return Range{kOpenPast, kOpenFuture};
  return read_date(text);
}

std::optional<DateValue> read_interval(std::string_view text, std::size_t slash) {
  const std::string_view first = text.substr(0, slash);
  const std::string_view second = text.substr(slash + 1);
  if (first.empty() && second.empty()) return std::nullopt;
  const auto start = read_end(first);
  const auto end = read_end(second);
  if (!start || !end || start->earliest > end->latest) return std::nullopt;
  return DateValue{std::string(text), start->earliest, end->latest, {}};
}

// "[a,b..c]" (one of them) and "{a,b}" (all of them).
std::optional<DateValue> read_set(std::string_view text) {
  const bool alternatives = text.front() == '[';
  if (text.size() < 3 || text.back() != (alternatives ? ']' : '}')) return std::nullopt;
  DateValue value;
  for (const char c : text) {
    if (c != ' ') value.edtf += c;
  }
  std::string_view rest = std::string_view(value.edtf).substr(1, value.edtf.size() - 2);
  Day earliest = kOpenFuture;
  Day latest = kOpenPast;
  bool days_only = true;
  constexpr std::size_t kMostDays = 4000;  // a longer list says no more than its ends
  for (bool more = true; more;) {
    const std::size_t comma = rest.find(',');
    const std::string_view item = rest.substr(0, comma);
    more = comma != std::string_view::npos;
    if (more) rest.remove_prefix(comma + 1);
    const std::size_t dots = item.find("..");
    const bool range = dots != std::string_view::npos;
    const auto from = read_end(item.substr(0, dots));
    const auto to = range ? read_end(item.substr(dots + 2)) : from;
    if (item.empty() || item == ".." || !from || !to || from->earliest > to->latest) return std::nullopt;
    earliest = std::min(earliest, from->earliest);
    latest = std::max(latest, to->latest);
    const bool days = from->earliest == from->latest && to->earliest == to->latest;
    days_only = days_only && days && value.one_of.size() < kMostDays &&
                static_cast<std::size_t>(to->latest - from->earliest) < kMostDays;
    if (!days_only) continue;
    for (Day day = from->earliest; day <= to->latest; ++day) value.one_of.push_back(day);
  }
  value.earliest = earliest;
  value.latest = latest;
  std::sort(value.one_of.begin(), value.one_of.end());
  value.one_of.erase(std::unique(value.one_of.begin(), value.one_of.end()), value.one_of.end());
  if (!alternatives || !days_only || value.one_of.size() < 2) value.one_of.clear();
  return value;
}

std::string four(int year) { return iso_day(*day_from_civil(year, 1, 1)).substr(0, 4); }

}  // namespace

std::optional<DateValue> parse_edtf(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text.front() == '[' || text.front() == '{') return read_set(text);
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) return read_interval(text, slash);
  const auto range = read_date(text);
  if (!range) return std::nullopt;
  return DateValue{std::string(text), range->earliest, range->latest, {}};
}

DateValue on_day(Day day) { return {iso_day(day), day, day, {}}; }

DateValue in_month(int year, int month) {
  const Day first = *day_from_civil(year, month, 1);
  return {iso_day(first).substr(0, 7), first, last_of_month(year, month), {}};
}

DateValue in_year(int year) {
  return {four(year), *day_from_civil(year, 1, 1), *day_from_civil(year, 12, 31), {}};
}

// Months and years are named where they are whole; weeks and seasons stay intervals of days and months,
// which more readers know than "2025-W07" and "2025-33".
DateValue between(Day earliest, Day latest) {
  if (earliest > latest) std::swap(earliest, latest);
  if (earliest == latest) return on_day(earliest);
  const auto days = [&] { return DateValue{iso_day(earliest) + "/" + iso_day(latest), earliest, latest, {}}; };
  if (earliest == kOpenPast || latest == kOpenFuture) return days();
  const Civil from = civil_from_day(earliest);
  const Civil to = civil_from_day(latest);
  if (from.day != 1 || latest != last_of_month(to.year, to.month)) return days();
  const bool years = from.month == 1 && to.month == 12;
  const std::size_t width = years ? 4 : 7;
  const std::string first = iso_day(earliest).substr(0, width);
  const std::string last = iso_day(latest).substr(0, width);
  return {first == last ? first : first + "/" + last, earliest, latest, {}};
}

DateValue one_of(std::vector<Day> days) {
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  if (days.empty()) return between(kOpenPast, kOpenFuture);
  if (days.size() == 1) return on_day(days.front());
  DateValue value;
  for (const Day day : days) value.edtf += (value.edtf.empty() ? "[" : ",") + iso_day(day);
  value.edtf += "]";
  value.earliest = days.front();
  value.latest = days.back();
  value.one_of = std::move(days);
  return value;
}

}  // namespace kroniek
