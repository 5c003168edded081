#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kroniek {

// Twelve hexadecimal digits of FNV-1a, 64 bits (draft-eastlake-fnv): short ids, nothing secret.
inline std::string short_hash(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  std::string digits(12, '0');
  for (std::size_t i = 12; i-- > 0; hash >>= 4) digits[i] = "0123456789abcdef"[hash & 15];
  return digits;
}

}  // namespace kroniek
