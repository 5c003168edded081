// Durations as ISO 8601 writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kroniek {

// "PT90M" as "PT1H30M"; what is no whole number of minutes or seconds is given back.
std::string clock_duration(std::string_view duration);

// Days of a duration in days or weeks, 3650 of either at most; nullopt for anything finer, coarser or vague.
std::optional<int> days_of(std::string_view duration);
// Months of a duration in months or years, 1200 at most; nullopt for anything else.
std::optional<int> months_of(std::string_view duration);

}  // namespace kroniek
