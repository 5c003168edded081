#include "upper.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace kroniek {

namespace {

// In capitals, or only where a word begins: "ÉLYSÉE", "Élysée".
std::string upper_beyond_ascii(std::string_view lower, bool only_initials) {
  icu::UnicodeString all = icu::UnicodeString::fromUTF8({lower.data(), static_cast<int32_t>(lower.size())});
  icu::UnicodeString out;
  for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
    const auto c = all.char32At(i);
    const bool initial = i == 0 || !u_isalpha(all.char32At(i - 1));
    out.append(c < 0x80 || (only_initials && !initial) ? c : u_toupper(c));
  }
  std::string utf8;
  out.toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::vector<std::string> spellings_in_capitals(std::string_view lower) {
  std::vector<std::string> all;
  const auto add = [&](std::string other) {
    if (other != lower && other.size() == lower.size() && (all.empty() || all.front() != other)) all.push_back(std::move(other));
  };
  add(upper_beyond_ascii(lower, true));
  add(upper_beyond_ascii(lower, false));
  return all;
}

}  // namespace kroniek
