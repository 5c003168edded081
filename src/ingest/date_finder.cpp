#include "date_finder.hpp"

#include "utf8.hpp"

#include <algorithm>

namespace kroniek {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

struct Number {
  int value = 0;
  std::size_t digits = 0;
};

Number number_at(std::string_view text, std::size_t at) {
  Number number;
  for (std::size_t i = at; i < text.size() && is_digit(text[i]) && number.digits < 9; ++i, ++number.digits) {
    number.value = number.value * 10 + (text[i] - '0');
  }
  return number;
}

bool is_year(const Number& number) { return number.digits == 4 && number.value >= 1900 && number.value <= 2199; }

// What a copied page has behind a year may be stuck to it: "2025Lees ook".
bool ends_at(std::string_view text, std::size_t end) {
  return end >= text.size() || !is_word_byte(text[end]) || (text[end] >= 'A' && text[end] <= 'Z');
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word_byte(text[at]) && !is_digit(text[at])) ++at;
  return at;
}

// Past the blanks and signs that stand between the parts of a date.
std::size_t skip(std::string_view text, std::size_t at, std::string_view signs) {
  while (at < text.size() && signs.find(text[at]) != std::string_view::npos) ++at;
  return at;
}

FoundDate found(std::size_t begin, std::size_t end, int year, int month, int day) {
  FoundDate date{begin, end, begin, end, std::nullopt};
  if (const auto value = day_from_civil(year, month, std::max(day, 1))) date.value = day == 0 ? in_month(year, month) : on_day(*value);
  return date;
}

// "T10:00:00+01:00" behind an ISO day.
std::size_t iso_time_end(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != 'T' && text[at] != 't') || at + 1 >= text.size() || !is_digit(text[at + 1])) {
    return at;
  }
  ++at;
  return skip(text, at, "0123456789:.+-Zz");
}

}  // namespace

DateFinder::DateFinder(std::vector<std::pair<std::string, int>> months, std::vector<std::string> weekdays)
    : months_(std::move(months)), weekdays_(std::move(weekdays)) {}

// The month whose name stands at `at`; 0 if none does.
int DateFinder::month_at(std::string_view text, std::size_t at, std::size_t& end) const {
  end = word_end(text, at);
  if (end - at < 3 || end - at > 12) return 0;
  const std::string word = lower_ascii(text.substr(at, end - at));
  const auto month = std::find_if(months_.begin(), months_.end(), [&](const auto& name) { return name.first == word; });
  return month == months_.end() ? 0 : month->second;
}

// "26 april 2025", "26-04-2025", "2025-04-26"
std::optional<FoundDate> DateFinder::at_number(std::string_view text, std::size_t at) const {
  const Number first = number_at(text, at);
  const std::size_t past = at + first.digits;
  if (past >= text.size()) return std::nullopt;
  const char sign = text[past];
  const bool signs = sign == '-' || sign == '/' || sign == '.';
  if (signs && past + 1 < text.size() && is_digit(text[past + 1])) {
    const Number second = number_at(text, past + 1);
    const std::size_t next = past + 1 + second.digits;
    if (next >= text.size() || text[next] != sign || second.digits > 2) return std::nullopt;
    const Number third = number_at(text, next + 1);
    const std::size_t end = next + 1 + third.digits;
    if (is_year(first) && third.digits >= 1 && third.digits <= 2) {
      FoundDate date = found(at, end, first.value, second.value, third.value);
      date.end = iso_time_end(text, end);
      if (!ends_at(text, date.end)) return std::nullopt;
      return date;
    }
    // "12-03-25"; but "10.05.25" may be a time.
    const bool short_year = third.digits == 2 && sign != '.' && first.digits == 2 && second.digits == 2;
    if (first.digits > 2 || (!is_year(third) && !short_year) || !ends_at(text, end)) return std::nullopt;
    const bool american = second.value > 12 && first.value <= 12;
    return found(at, end, short_year ? 2000 + third.value : third.value, american ? first.value : second.value, american ? second.value : first.value);
  }
  if (first.digits > 2 || first.value == 0) return std::nullopt;
  std::size_t end = 0;
  const int month = month_at(text, skip(text, past, " .-"), end);
  if (month == 0) return std::nullopt;
  const std::size_t year_at = skip(text, end, " .,-");
  const Number year = number_at(text, year_at);
  if (!is_year(year) || !ends_at(text, year_at + 4)) return std::nullopt;
  return found(at, year_at + 4, year.value, month, first.value);
}

// "April 26, 2025", "april 2025"
std::optional<FoundDate> DateFinder::at_word(std::string_view text, std::size_t at) const {
  std::size_t end = 0;
  const int month = month_at(text, at, end);
  if (month == 0) return std::nullopt;
  const std::size_t next = skip(text, end, " .");
  const Number first = number_at(text, next);
  if (is_year(first) && ends_at(text, next + 4)) return found(at, next + 4, first.value, month, 0);
  if (first.digits == 0 || first.digits > 2 || first.value == 0) return std::nullopt;
  std::size_t after = next + first.digits;
  for (const std::string_view ordinal : {"st", "nd", "rd", "th"}) {
    if (text.substr(after).starts_with(ordinal)) after += ordinal.size();
  }
  const std::size_t year_at = skip(text, after, " ,");
  const Number year = number_at(text, year_at);
  if (year_at == after || !is_year(year) || !ends_at(text, year_at + 4)) return std::nullopt;
  return found(at, year_at + 4, year.value, month, first.value);
}

std::optional<FoundDate> DateFinder::find(std::string_view text) const {
  std::size_t last_word = 0;  // begin of the word before, for the weekday
  std::size_t last_word_end = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_word_byte(text[i])) {
      ++i;
      continue;
    }
    std::optional<FoundDate> date = is_digit(text[i]) ? at_number(text, i) : at_word(text, i);
    if (date) {
      const std::string word = lower_ascii(text.substr(last_word, last_word_end - last_word));
      const bool near = skip(text, last_word_end, " ,.") == i;
      if (near && std::find(weekdays_.begin(), weekdays_.end(), word) != weekdays_.end()) date->begin = last_word;
      return date;
    }
    last_word = i;
    if (is_digit(text[i])) {
      while (i < text.size() && (is_digit(text[i]) || ((text[i] == '-' || text[i] == '/') && i + 1 < text.size() &&
                                                       is_digit(text[i + 1])))) {
        ++i;
      }
    } else {
      i = word_end(text, i);
    }
    last_word_end = i;
  }
  return std::nullopt;
}

}  // namespace kroniek
