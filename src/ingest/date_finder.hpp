// Dates as bylines and metadata write them: "zaterdag 26 april 2025", "April 26, 2025", "26-04-2025".
#pragma once

#include <kroniek/date.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kroniek {

struct FoundDate {
  std::size_t begin = 0, end = 0;            // bytes, with a weekday before it and an ISO time behind it
  std::size_t date_begin = 0, date_end = 0;  // bytes of the date alone
  std::optional<DateValue> value;            // none: there is no such day
};

class DateFinder {
 public:
  DateFinder() = default;
  // Words in lower case.
  DateFinder(std::vector<std::pair<std::string, int>> months, std::vector<std::string> weekdays);

  // The first date of the text.
  std::optional<FoundDate> find(std::string_view text) const;

 private:
  std::optional<FoundDate> at_number(std::string_view text, std::size_t at) const;
  std::optional<FoundDate> at_word(std::string_view text, std::size_t at) const;
  int month_at(std::string_view text, std::size_t at, std::size_t& end) const;

  std::vector<std::pair<std::string, int>> months_;
  std::vector<std::string> weekdays_;
};

}  // namespace kroniek
