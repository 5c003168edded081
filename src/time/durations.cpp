#include "durations.hpp"

#include <charconv>

namespace kroniek {

namespace {

// The number between a duration's prefix and its unit.
std::optional<int> count_in(std::string_view duration, std::size_t prefix) {
  if (duration.size() < prefix + 2) return std::nullopt;
  int n = 0;
  const char* end = duration.data() + duration.size() - 1;
  const auto [stop, fault] = std::from_chars(duration.data() + prefix, end, n);
  if (fault != std::errc() || stop != end) return std::nullopt;
  return n;
}

}  // namespace

std::string clock_duration(std::string_view duration) {
  std::string as_it_is(duration);
  if (!duration.starts_with("PT")) return as_it_is;
  const char unit = duration.back();
  if (unit != 'M' && unit != 'S') return as_it_is;
  const int n = count_in(duration, 2).value_or(0);
  if (n < 60) return as_it_is;
  const int per_hour = unit == 'M' ? 60 : 3600;
  const int hours = n / per_hour, minutes = unit == 'M' ? n % 60 : n % 3600 / 60, seconds = unit == 'S' ? n % 60 : 0;
  std::string out = "PT";
  if (hours > 0) out += std::to_string(hours) + 'H';
  if (minutes > 0) out += std::to_string(minutes) + 'M';
  if (seconds > 0) out += std::to_string(seconds) + 'S';
  return out;
}

std::optional<int> days_of(std::string_view duration) {
  constexpr int kMost = 3650;
  if (!duration.starts_with('P') || duration.starts_with("PT")) return std::nullopt;
  const auto n = count_in(duration, 1);
  if (!n || *n > kMost) return std::nullopt;
  switch (duration.back()) {
    case 'D': return *n;
    case 'W': return 7 * *n;
    default: return std::nullopt;
  }
}

std::optional<int> months_of(std::string_view duration) {
  constexpr int kMost = 1200;
  if (!duration.starts_with('P') || duration.starts_with("PT")) return std::nullopt;
  const auto n = count_in(duration, 1);
  if (!n || *n > kMost) return std::nullopt;
  const int months = duration.back() == 'Y' ? 12 * *n : *n;
  return (duration.back() == 'Y' || duration.back() == 'M') && months <= kMost ? std::optional(months) : std::nullopt;
}

}  // namespace kroniek
