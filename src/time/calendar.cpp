// Days and weekdays. The calendar is the one of the standard library: Boost.Date_Time begins in 1400,
// and articles tell of years before that.
#include <kroniek/date.hpp>

#include <chrono>
#include <cstddef>

namespace kroniek {

std::optional<Day> day_from_civil(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return static_cast<Day>(std::chrono::sys_days{date}.time_since_epoch().count());
}

Civil civil_from_day(Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

int weekday_of(Day day) {
  const std::chrono::weekday weekday{std::chrono::sys_days{std::chrono::days{day}}};
  return static_cast<int>(weekday.iso_encoding());
}

std::string iso_day(Day day) {
  if (day == kOpenPast || day == kOpenFuture) return "..";
  const Civil civil = civil_from_day(day);
  std::string text = "0000-00-00";
  const auto put = [&text](std::size_t last, int digits, int value) {
    for (; digits > 0; --digits, --last, value /= 10) text[last] = static_cast<char>('0' + value % 10);
  };
  put(3, 4, civil.year);
  put(6, 2, civil.month);
  put(9, 2, civil.day);
  return text;
}

}  // namespace kroniek
