#include "utf8.hpp"

#include "eight_bytes.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace kroniek {
namespace {

// LF or CR is among the eight bytes.
bool has_line_end(std::uint64_t word) { return (eight_bytes::any_is(word, '\n') | eight_bytes::any_is(word, '\r')) != 0; }

bool is_start(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// Bytes of the word that continue a character: 10xxxxxx.
unsigned continuations(std::uint64_t word) {
  const std::uint64_t marks = (word & ~(word << 1U)) & eight_bytes::kHighBits;
  return static_cast<unsigned>(((marks >> 7U) * eight_bytes::kOnes) >> 56U);
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t i = 0;
  while (i < text.size()) {
    if (text.size() - i >= 8 && (eight_bytes::at(text.data() + i) & eight_bytes::kHighBits) == 0) {
      i += 8;
      continue;
    }
    // At most four bytes are looked at, so a 32-bit window is enough for any size.
    const std::size_t begin = i;
    const auto window = static_cast<std::int32_t>(text.size() - begin < 4 ? text.size() - begin : 4);
    std::int32_t length = 0;
    UChar32 c = 0;
    U8_NEXT(bytes + begin, length, window, c);
    if (c < 0) return begin;
    i += static_cast<std::size_t>(length);
  }
  return std::nullopt;
}

std::uint32_t count_code_points(std::string_view text) {
  std::size_t skipped = 0;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) skipped += continuations(eight_bytes::at(text.data() + i));
  for (; i < text.size(); ++i) skipped += is_start(text[i]) ? 0 : 1;
  return static_cast<std::uint32_t>(text.size() - skipped);
}

std::size_t byte_of(std::string_view text, std::uint32_t index) {
  std::size_t i = 0;
  std::uint32_t left = index;
  while (i + 8 <= text.size()) {
    const std::uint32_t here = 8 - continuations(eight_bytes::at(text.data() + i));
    if (here > left) break;
    left -= here;
    i += 8;
  }
  for (; i < text.size(); ++i) {
    if (!is_start(text[i])) continue;
    if (left == 0) return i;
    --left;
  }
  return text.size();
}

int line_ends(std::string_view text, std::size_t begin, std::size_t end) {
  int lines = 0;
  for (auto i = begin; i < end; ++i) {
    while (i + 8 <= end && !has_line_end(eight_bytes::at(text.data() + i))) i += 8;
    if (i == end) break;
    // A lone CR ends a line as well; in CR LF only the LF counts.
    if (text[i] == '\n' || (text[i] == '\r' && i + 1 < text.size() && text[i + 1] != '\n')) ++lines;
  }
  return lines;
}

CodePoint code_point_at(std::string_view text, std::size_t byte) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t next = byte;
  UChar32 c = 0;
  U8_NEXT_UNSAFE(bytes, next, c);
  return {static_cast<char32_t>(c), static_cast<std::uint32_t>(next - byte)};
}

char32_t code_point_before(std::string_view text, std::size_t byte) {
  if (byte == 0) return 0;
  std::size_t start = byte - 1;
  while (start > 0 && !is_start(text[start])) --start;
  return code_point_at(text, start).value;
}

void append_utf8(std::string& text, char32_t code_point) {
  char bytes[4];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(bytes), length, code_point);
  text.append(bytes, length);
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_letter_or_digit(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_white_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

bool is_invisible(char32_t c) {
  if (c < 0x20 || c == 0x7F) return !is_white_space(c);
  if (c == 0xAD) return true;
  if (c >= 0x80 && c < 0xA0) return c != 0x85;
  if (c < 0x034F) return false;
  return c == 0x034F || c == 0x061C || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char32_t c) { return is_white_space(c) || is_invisible(c); };
  while (!text.empty()) {
    const CodePoint first = code_point_at(text, 0);
    if (!blank(first.value)) break;
    text.remove_prefix(first.bytes);
  }
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && !is_start(text[start])) --start;
    if (!blank(code_point_at(text, start).value)) break;
    text = text.substr(0, start);
  }
  return text;
}

}  // namespace kroniek
