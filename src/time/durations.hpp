// Durations as ISO 8601 writes them.
#pragma once

#include <string>
#include <string_view>

namespace kroniek {

// "PT90M" as "PT1H30M"; what is no whole number of minutes or seconds is given back.
std::string clock_duration(std::string_view duration);

}  // namespace kroniek
