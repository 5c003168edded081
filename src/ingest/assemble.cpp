// The working text from the blocks that stay, sentences that furniture cut in two whole again.
#include "page.hpp"

namespace kroniek {
namespace {

bool is_running_text(const PageBlock& block) {
  return block.raw.shape == BlockShape::text && (block.kind == BlockKind::paragraph || block.kind == BlockKind::heading);
}

// More than a heading: long, or of more than one sentence.
bool is_surely_paragraph(std::string_view text) { return text.size() > 90 || text.find(". ") != std::string_view::npos; }

bool is_one_sentence(const Page& page, const PageBlock& first, const PageBlock& second, bool page_break,
                     const FurnitureMatcher& matcher) {
  if (!is_running_text(first) || !is_running_text(second) || first.raw.quote != second.raw.quote) return false;
  const std::string_view start = page.view(first);
  const std::string_view rest = page.view(second);
  if (ends_sentence(start) || start.ends_with(':')) return false;
  const bool unfinished = matcher.is_unfinished(start);
  if (starts_lower(rest)) {
    return page_break || unfinished || is_surely_paragraph(start) || (start.size() > 40 && !first.raw.bold);
  }
  // With a capital: only where a page ended.
  return page_break && (unfinished || (is_surely_paragraph(start) && (is_surely_paragraph(rest) || ends_sentence(rest))));
}

// The block that goes on with the sentence of block `i`.
std::size_t find_rest(const Page& page, std::size_t i, const FurnitureMatcher& matcher) {
  bool page_break = false;
  for (std::size_t j = i + 1; j < page.blocks.size() && j - i <= 8; ++j) {
    const PageBlock& block = page.blocks[j];
    page_break = page_break || block.fate == Fate::page;
    if (block.fate != Fate::keep || block.kind == BlockKind::caption || block.kind == BlockKind::pull_quote) continue;
    return is_one_sentence(page, page.blocks[i], block, page_break, matcher) ? j : kNoBlock;
  }
  return kNoBlock;
}

// Nothing goes, and all stays where it is.
bool is_untouched(const Page& page) {
  std::uint32_t expected = 0;
  for (const PageBlock& block : page.blocks) {
    if (block.fate != Fate::keep || block.begin != expected || block.rest != kNoBlock) return false;
    expected = block.end + 1;
  }
  return true;
}

}  // namespace

void join_halves(Page& page, const FurnitureMatcher& matcher) {
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    PageBlock& block = page.blocks[i];
    if (block.fate != Fate::keep || block.rest != kNoBlock || !is_running_text(block)) continue;
    const std::size_t rest = find_rest(page, i, matcher);
    if (rest == kNoBlock || page.blocks[rest].joined) continue;
    block.rest = rest;
    block.kind = BlockKind::paragraph;
    page.blocks[rest].joined = true;
    page.blocks[rest].kind = BlockKind::paragraph;
  }
}

void assemble_text(Page&& page, Document& document) {
  if (is_untouched(page)) {
    for (const PageBlock& block : page.blocks) document.blocks.push_back({block.begin, block.end, block.kind});
    if (page.text.size() > 0) page.text.truncate(page.text.size() - 1);
    document.map = page.text.take_map();
    document.text = page.text.take_text();
    return;
  }
  WorkingText text;
  std::uint32_t separator = 0;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (page.blocks[i].fate != Fate::keep || page.blocks[i].joined) continue;
    if (text.size() > 0) text.append("\n", separator);
    Block block{text.size(), 0, page.blocks[i].kind};
    for (std::size_t part = i; part != kNoBlock; part = page.blocks[part].rest) {
      if (part != i) text.append(" ", separator);
      text.append_from(page.text, page.blocks[part].begin, page.blocks[part].end);
      separator = page.blocks[part].source_end;
    }
    block.end = text.size();
    document.blocks.push_back(block);
  }
  document.map = text.take_map();
  document.text = text.take_text();
}

}  // namespace kroniek
