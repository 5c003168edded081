#pragma once

#include <string>
#include <string_view>

namespace kroniek {

// ASCII capitals in lower case; every other byte as it is.
inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (auto& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  return lower;
}

}  // namespace kroniek
