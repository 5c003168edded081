#include "durations.hpp"

#include <charconv>

namespace kroniek {

std::string clock_duration(std::string_view duration) {
  const std::string as_it_is(duration);
  if (!duration.starts_with("PT") || duration.size() < 4) return as_it_is;
  const char unit = duration.back();
  if (unit != 'M' && unit != 'S') return as_it_is;
  int n = 0;
  const char* end = duration.data() + duration.size() - 1;
  const auto [stop, fault] = std::from_chars(duration.data() + 2, end, n);
  if (fault != std::errc() || stop != end || n < 60) return as_it_is;
  const int per_hour = unit == 'M' ? 60 : 3600;
  const int hours = n / per_hour, minutes = unit == 'M' ? n % 60 : n % 3600 / 60, seconds = unit == 'S' ? n % 60 : 0;
  std::string out = "PT";
  if (hours > 0) out += std::to_string(hours) + 'H';
  if (minutes > 0) out += std::to_string(minutes) + 'M';
  if (seconds > 0) out += std::to_string(seconds) + 'S';
  return out;
}

}  // namespace kroniek
