#include "utf8.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace kroniek::render {

namespace {

// The next code point; negative if what stands there is ill-formed.
UChar32 next(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT(bytes, at, text.size(), c);
  return c;
}

}  // namespace

bool is_utf8(std::string_view text) {
  // Most strings are short and plain: those need no decoding.
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return true;
  for (std::size_t at = 0; at < text.size();) {
    if (next(text, at) < 0) return false;
  }
  return true;
}

std::string repaired_utf8(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    if (next(text, at) < 0) {
      out += "\uFFFD";
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

}  // namespace kroniek::render
