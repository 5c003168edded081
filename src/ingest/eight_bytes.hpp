// Eight bytes at a time.
#pragma once

#include <cstdint>
#include <cstring>

namespace kroniek::eight_bytes {

inline constexpr std::uint64_t kOnes = 0x0101010101010101U, kHighBits = kOnes << 7U;

inline std::uint64_t at(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}
// Not zero if a byte is below the limit, which is 128 at most; `bytes` of 128 and more do not count.
inline std::uint64_t any_below(std::uint64_t bytes, unsigned limit) { return (bytes - kOnes * limit) & ~bytes & kHighBits; }
// Not zero if a byte is the ASCII character.
inline std::uint64_t any_is(std::uint64_t bytes, char c) { return any_below(bytes ^ (kOnes * static_cast<unsigned char>(c)), 1); }

}  // namespace kroniek::eight_bytes
