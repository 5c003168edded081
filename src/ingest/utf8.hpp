// UTF-8 as ingest needs it: is it valid, where is the n-th code point, what comes next.
#pragma once

#include "../text/lower_ascii.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kroniek {

// The offset of the first byte that is no UTF-8.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

std::uint32_t count_code_points(std::string_view text);
// Lines that end in bytes [begin, end) of the text.
int line_ends(std::string_view text, std::size_t begin, std::size_t end);
// The byte where the code point `index` starts; the size of the text if it has fewer.
std::size_t byte_of(std::string_view text, std::uint32_t index);

// The code point at `byte` of valid UTF-8, and its length in bytes.
struct CodePoint {
  char32_t value;
  std::uint32_t bytes;
};
CodePoint code_point_at(std::string_view text, std::size_t byte);
// The code point that ends before `byte`; 0 at the start of the text.
char32_t code_point_before(std::string_view text, std::size_t byte);
void append_utf8(std::string& text, char32_t code_point);

bool is_letter(char32_t c);
bool is_letter_or_digit(char32_t c);
bool is_lower(char32_t c);
bool is_upper(char32_t c);
bool is_white_space(char32_t c);
// Soft hyphens, zero-width characters, direction marks, control characters: nothing that one reads.
bool is_invisible(char32_t c);

// `text` without white space and invisible characters at its ends.
std::string_view trimmed(std::string_view text);

}  // namespace kroniek
