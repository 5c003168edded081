#include "page.hpp"

#include "utf8.hpp"

#include <algorithm>

namespace kroniek {
namespace {

constexpr std::uint32_t kHeadLines = 15;
constexpr std::uint32_t kTailLines = 6;
constexpr std::size_t kLongestTitle = 170;
constexpr std::size_t kLongestHeading = 120;
constexpr std::size_t kLongestCaption = 400;

void append_block(Page& page, std::string_view raw, const RawBlock& raw_block, bool from_metadata) {
  PageBlock block;
  block.raw = raw_block;
  block.from_metadata = from_metadata;
  block.begin = page.text.size();
  block.source_end = append_inline(raw, raw_block.range, raw_block.quote, page.text);
  block.end = page.text.size();
  if (block.begin == block.end) return;  // only a picture, or signs
  page.text.append("\n", block.source_end);
  page.blocks.push_back(block);
}

bool is_paragraph_like(std::string_view text) { return text.size() > 240 || (text.size() > 100 && ends_sentence(text)); }

// After "Lees ook": what it leads to. Links and lists of them, or the titles that stand together.
void drop_linked(Page& page, std::string_view raw, std::size_t label) {
  bool titles = true;
  for (std::size_t i = label + 1; i < page.blocks.size(); ++i) {
    PageBlock& block = page.blocks[i];
    const std::string_view text = page.view(block);
    const bool linked = is_only_links(raw, block.raw.range) ||
                        (block.raw.shape == BlockShape::list_item && !ends_sentence(text) && text.size() <= kLongestTitle);
    titles = titles && (i == label + 1 || !block.raw.first);
    const bool title = titles && text.size() <= kLongestTitle && (looks_like_title(text, kLongestTitle) || text.ends_with('?'));
    if (!linked && !title) return;
    block.fate = Fate::drop;
  }
}

bool is_only_a_date(std::string_view text, const DateFinder& dates) {
  if (text.size() > 60) return false;
  const auto date = dates.find(text);
  return date && date->begin == 0 && date->end == text.size();
}

// Capitals alone: "ANALYSE", the rubric above a title.
bool is_rubric(std::string_view text) {
  bool capitals = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (is_lower(c.value)) return false;
    capitals = capitals || is_upper(c.value);
    i += c.bytes;
  }
  return capitals && text.size() <= 40;
}

bool has_word(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
}

std::size_t count_kept(const Page& page) {
  return static_cast<std::size_t>(std::count_if(page.blocks.begin(), page.blocks.end(),
                                                [](const PageBlock& block) { return block.fate == Fate::keep; }));
}

// May the kept block at `i` be the title of a document that names none?
bool may_be_title(const Page& page, std::size_t i, bool first) {
  const PageBlock& block = page.blocks[i];
  const std::string_view text = page.view(block);
  if (!has_word(text) || block.raw.quote) return false;
  if (block.raw.shape == BlockShape::heading || looks_like_title(text, kLongestTitle)) return true;
  if (!first || text.size() > kLongestTitle || starts_lower(text) || i + 1 >= page.blocks.size()) return false;
  // A title may be a sentence; then a byline after it gives it away, or a question.
  const PageBlock& next = page.blocks[i + 1];
  return next.byline || ((text.ends_with('?') || text.ends_with('!')) && page.view(next).size() > 2 * text.size());
}

}  // namespace

Page read_page(std::string_view raw, const SourceRange& range, const std::optional<SourceRange>& title,
               const FurnitureMatcher& matcher) {
  WorkingText scratch;
  const StandsAlone stands_alone = [&](const SourceRange& line, std::uint32_t number) {
    scratch.truncate(0);
    append_inline(raw, line, false, scratch);
    const bool head = number < kHeadLines;
    return matcher.judge({scratch.text(), head, head, true, false}).use != FurnitureUse::none;
  };
  const RawBlocks raw_blocks = split_blocks(raw, range, stands_alone);
  Page page;
  page.lines = raw_blocks.lines;
  page.text.reserve(range.end - range.begin + 1);
  page.blocks.reserve(raw_blocks.blocks.size() + 1);
  if (title) {
    RawBlock block;
    block.range = *title;
    append_block(page, raw, block, true);
  }
  for (const RawBlock& block : raw_blocks.blocks) append_block(page, raw, block, false);
  return page;
}

void judge_furniture(Page& page, std::string_view raw, const FurnitureMatcher& matcher) {
  bool top = true;
  bool page_date_is_bare = false;
  std::vector<std::size_t> bare;  // blocks that are but a date
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    PageBlock& block = page.blocks[i];
    if (block.from_metadata || block.fate != Fate::keep) continue;
    const std::string_view text = page.view(block);
    const std::uint32_t line = block.raw.line;
    const FurnitureVerdict verdict = matcher.judge(
        {text, top, line < kHeadLines, line >= 2 && line + kTailLines >= page.lines, block.raw.emphasised});
    switch (verdict.use) {
      case FurnitureUse::none:
        top = top && !is_paragraph_like(text);
        continue;
      case FurnitureUse::caption:
        block.kind = BlockKind::caption;
        continue;
      case FurnitureUse::page:
        block.fate = Fate::page;
        break;
      case FurnitureUse::drop:
        block.fate = Fate::drop;
        break;
      case FurnitureUse::published:
        block.fate = Fate::drop;
        if (verdict.bare_date) bare.push_back(i);
        if (page.published && page.published->value) break;
        page_date_is_bare = verdict.bare_date;
        page.published = PageDate{
            verdict.date->value,
            std::string(text.substr(verdict.date->date_begin, verdict.date->date_end - verdict.date->date_begin)),
            {page.text.place_of(block.begin + static_cast<std::uint32_t>(verdict.date->date_begin)),
             page.text.place_of(block.begin + static_cast<std::uint32_t>(verdict.date->date_end) - 1) + 1}};
        break;
    }
    block.byline = verdict.byline;
    // "Foto: ANP" right below a line makes that one a caption.
    if (verdict.caption_above && i > 0 && !block.raw.first && page.view(page.blocks[i - 1]).size() <= kLongestCaption) {
      page.blocks[i - 1].kind = BlockKind::caption;
    }
    if (verdict.takes_next) drop_linked(page, raw, i);
  }
  // Several dates as headings are a chronology, and the first of them is no publication date.
  const auto dates = std::count_if(page.blocks.begin(), page.blocks.end(), [&](const PageBlock& block) {
    return is_only_a_date(page.view(block), matcher.dates());
  });
  if (bare.empty() || dates < 2) return;
  for (const std::size_t i : bare) page.blocks[i].fate = Fate::keep;
  if (page_date_is_bare) page.published.reset();
}

void find_title(Page& page, std::string_view known_title) {
  const std::string known = title_key(known_title);
  page.title = known_title;
  std::size_t looked_at = 0;
  std::optional<std::size_t> title;
  std::optional<std::size_t> rubric;
  const bool alone = count_kept(page) < 2;
  for (std::size_t i = 0; i < page.blocks.size() && looked_at < 6; ++i) {
    const PageBlock& block = page.blocks[i];
    if (block.fate != Fate::keep || block.from_metadata) continue;
    const std::string_view text = page.view(block);
    const bool first = looked_at++ == 0;
    if (!known.empty()) {
      const bool cuts = i + 1 < page.blocks.size() && starts_lower(page.view(page.blocks[i + 1]));
      if (title_key(text) == known && !cuts) title = i;
      if (title || looked_at > 2) break;
      continue;
    }
    if (alone || block.kind == BlockKind::caption || block.raw.shape == BlockShape::list_item) break;
    if (!may_be_title(page, i, first)) break;
    const bool top_heading = block.raw.shape == BlockShape::heading && block.raw.level == 1;
    if (is_rubric(text) && !top_heading) {
      if (!rubric) rubric = i;
      continue;
    }
    if (!title || top_heading) title = i;
    if (top_heading) break;
  }
  if (!title) title = rubric;
  // The title in the front matter is a block only if the text does not repeat it.
  if (!page.blocks.empty() && page.blocks.front().from_metadata) {
    if (title) {
      page.blocks.front().fate = Fate::drop;
    } else {
      page.blocks.front().kind = BlockKind::title;
    }
  }
  if (!title) return;
  page.blocks[*title].kind = BlockKind::title;
  if (known.empty()) page.title = page.view(page.blocks[*title]);
}

void assign_kinds(Page& page) {
  const bool alone = count_kept(page) < 2;
  for (PageBlock& block : page.blocks) {
    if (block.fate != Fate::keep || block.kind != BlockKind::paragraph) continue;
    const std::string_view text = page.view(block);
    if (block.raw.shape == BlockShape::list_item) {
      block.kind = BlockKind::list_item;
    } else if (block.raw.shape == BlockShape::heading ||
               (!alone && !block.raw.quote && looks_like_title(text, kLongestHeading))) {
      block.kind = BlockKind::heading;
    }
  }
}

void cut_datelines(Page& page, const FurnitureMatcher& matcher) {
  bool first = true;
  for (PageBlock& block : page.blocks) {
    if (block.fate != Fate::keep || block.kind != BlockKind::paragraph) continue;
    const std::string_view text = page.view(block);
    const Dateline dateline = matcher.dateline(text, first);
    first = false;
    std::size_t length = dateline.length;
    while (length < text.size() && text[length] == ' ') ++length;
    if (length == 0 || length >= text.size()) continue;
    if (dateline.date && (!page.published || !page.published->value)) {
      const FoundDate& date = *dateline.date;
      page.published = PageDate{date.value,
                                std::string(text.substr(date.date_begin, date.date_end - date.date_begin)),
                                {page.text.place_of(block.begin + static_cast<std::uint32_t>(date.date_begin)),
                                 page.text.place_of(block.begin + static_cast<std::uint32_t>(date.date_end) - 1) + 1}};
    }
    block.begin += static_cast<std::uint32_t>(length);
  }
}

bool looks_like_title(std::string_view text, std::size_t longest) {
  if (text.empty() || count_code_points(text) > longest || starts_lower(text) || ends_sentence(text)) return false;
  return std::string_view(",;:").find(text.back()) == std::string_view::npos;
}

std::string title_key(std::string_view text) {
  constexpr std::string_view kPageSigns = "0123456789 |/-";
  const std::size_t begin = std::min(text.find_first_not_of(kPageSigns), text.size());
  const std::string_view inner = text.substr(begin, text.find_last_not_of(kPageSigns) + 1 - begin);
  // Three words and more: "12 februari" is no running head with a page number.
  const bool long_enough = std::count(inner.begin(), inner.end(), ' ') >= 2;
  return lower_ascii(long_enough ? inner : text);
}

}  // namespace kroniek
