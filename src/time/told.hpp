// What a text told last, of each grain.
#pragma once

#include "value.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace kroniek {

// Per grain the last hit that others may be counted from; -1: none.
using Told = std::array<std::int32_t, static_cast<std::size_t>(Grain::century) + 1>;

inline Told nothing_told() {
  Told none{};
  none.fill(-1);
  return none;
}

// The last one that is at least as fine.
inline std::int32_t last_told(const Told& told, Grain most) {
  return *std::max_element(told.begin(), told.begin() + static_cast<std::ptrdiff_t>(most) + 1);
}

}  // namespace kroniek
