// The blocks of one document with what they are: title, paragraph, furniture ...
#pragma once

#include "furniture.hpp"
#include "raw_blocks.hpp"
#include "working_text.hpp"

#include <kroniek/document.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

enum class Fate : std::uint8_t {
  keep,
  drop,
  page,  // dropped: it belongs to the page, not to the text, and may stand in the middle of a sentence
};

inline constexpr std::size_t kNoBlock = static_cast<std::size_t>(-1);

struct PageBlock {
  RawBlock raw;
  std::uint32_t begin = 0, end = 0;  // in Page::text
  std::uint32_t source_end = 0;      // code point past it in the source
  BlockKind kind = BlockKind::paragraph;
  Fate fate = Fate::keep;
  bool byline = false;          // dropped as one
  bool from_metadata = false;   // the title in the front matter
  std::size_t rest = kNoBlock;  // the block that goes on with its last sentence
  bool joined = false;          // it is the rest of another
};

// A publication date that the text itself tells.
struct PageDate {
  std::optional<DateValue> value;  // none: there is no such day
  std::string text;
  Span span;
};

struct Page {
  WorkingText text;  // a line end after each block
  std::vector<PageBlock> blocks;
  std::uint32_t lines = 0;
  std::string title;
  std::optional<PageDate> published;

  std::string_view view(const PageBlock& block) const { return text.view(block.begin, block.end); }
};

// All blocks of `range`, unjudged. `title`: the place of the title in the front matter.
Page read_page(std::string_view raw, const SourceRange& range, const std::optional<SourceRange>& title,
               const FurnitureMatcher& matcher);

// The steps that follow, in this order.
void judge_furniture(Page& page, std::string_view raw, const FurnitureMatcher& matcher);
void find_title(Page& page, std::string_view known_title);
void drop_running_heads(Page& page);
void assign_kinds(Page& page);
// Finds sentences that furniture cut in two. Once before the pull quotes, so that no half is taken for one,
// and once after, as they cut sentences themselves.
void join_halves(Page& page, const FurnitureMatcher& matcher);
void mark_pull_quotes(Page& page);
void cut_datelines(Page& page, const FurnitureMatcher& matcher);
// Moves text, blocks and map into the document.
void assemble_text(Page&& page, Document& document);

// Short, without a full stop, and with a capital: a title or heading, if it stands alone.
bool looks_like_title(std::string_view text, std::size_t longest);
// What a repeated title is compared by: case and page numbers do not matter.
std::string title_key(std::string_view text);

}  // namespace kroniek
