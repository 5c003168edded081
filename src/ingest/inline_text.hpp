// The text of one block: without markup, with single spaces.
#pragma once

#include "working_text.hpp"

#include <cstdint>
#include <string_view>

namespace kroniek {

// A part of the source; `code_point` is the place of its first byte.
struct SourceRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t code_point = 0;
};

// Appends the text of `range`: links and emphasis lose their signs, images go, runs of white space become
// one space (none at the ends), invisible characters go, ’ between letters becomes ', all is NFC.
// `quote`: its lines may begin with ">". Returns the source place just after the range.
std::uint32_t append_inline(std::string_view raw, const SourceRange& range, bool quote, WorkingText& out);

// The range is nothing but links.
bool is_only_links(std::string_view raw, const SourceRange& range);

}  // namespace kroniek
