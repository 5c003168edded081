// Calendar days and EDTF dates (ISO 8601-2:2019, level 1, and the one-of sets of level 2).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

// Days since 1970-01-01 in the proleptic Gregorian calendar; years 1 to 9999.
using Day = std::int32_t;
inline constexpr Day kOpenPast = std::numeric_limits<Day>::min();
inline constexpr Day kOpenFuture = std::numeric_limits<Day>::max();

// A date that may be uncertain. `one_of` is sorted and, when it is not empty, the date is exactly one of
// those days; otherwise it is a day or a span inside [earliest, latest] (inclusive). An end that is open
// is kOpenPast or kOpenFuture.
struct DateValue {
  std::string edtf;
  Day earliest = kOpenPast;
  Day latest = kOpenFuture;
  std::vector<Day> one_of;

  bool is_day() const { return earliest == latest; }
  bool is_open() const { return earliest == kOpenPast || latest == kOpenFuture; }
  friend bool operator==(const DateValue&, const DateValue&) = default;
};

// nullopt: not a date of this calendar (2025-02-30, month 13, year 0).
std::optional<Day> day_from_civil(int year, int month, int day);
struct Civil {
  int year, month, day;
};
Civil civil_from_day(Day day);
// ISO 8601: Monday 1 to Sunday 7.
int weekday_of(Day day);
// "2025-02-12"
std::string iso_day(Day day);

// Reads day, month, year, season and quarter (21-24, 33-36), week (2025-W07), interval with open ends,
// one-of set; `~ ? %` are kept in `edtf`. nullopt: not such a value.
std::optional<DateValue> parse_edtf(std::string_view text);

// Builders; their `edtf` is the shortest value that says the same.
DateValue on_day(Day day);
DateValue in_month(int year, int month);
DateValue in_year(int year);
// Ends may be open.
DateValue between(Day earliest, Day latest);
// `days` may be unsorted; one day gives on_day.
DateValue one_of(std::vector<Day> days);

}  // namespace kroniek
