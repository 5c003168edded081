// The source cut into blocks by its lines alone: blank lines, list signs, headings, hard line ends.
#pragma once

#include "inline_text.hpp"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace kroniek {

enum class BlockShape : std::uint8_t { text,
                                       heading,
                                       list_item };

struct RawBlock {
  SourceRange range;  // without list signs, "#", ">" and white space at its ends
  BlockShape shape = BlockShape::text;
  std::uint8_t level = 0;   // of a heading
  bool quote = false;       // behind ">"
  bool bold = false;        // bold as a whole
  bool emphasised = false;  // in italics or bold as a whole
  bool first = false;       // after a blank line
  std::uint32_t line = 0;   // lines that are not blank before it
};

struct RawBlocks {
  std::vector<RawBlock> blocks;
  std::uint32_t lines = 0;  // that are not blank
};

// Does the line at this range stand for itself (a byline), whatever the lines around it look like?
using StandsAlone = std::function<bool(const SourceRange& line, std::uint32_t line_number)>;

// Cuts `range` of the source.
RawBlocks split_blocks(std::string_view raw, const SourceRange& range, const StandsAlone& stands_alone);

// The last sign of the text ends a sentence; quotation marks and brackets after it do not hide it.
bool ends_sentence(std::string_view text);
// The first letter is a small one.
bool starts_lower(std::string_view text);

}  // namespace kroniek
