// A line that a page dump repeats on every page.
#include "page.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace kroniek {
namespace {

constexpr std::size_t kLongestHead = 250;

std::optional<std::size_t> kept_before(const Page& page, std::size_t i) {
  while (i-- > 0) {
    if (page.blocks[i].fate == Fate::keep) return i;
  }
  return std::nullopt;
}

// It stands between two halves of a sentence.
bool cuts_sentence(const Page& page, std::size_t i) {
  const auto before = kept_before(page, i);
  std::size_t after = i + 1;
  while (after < page.blocks.size() && page.blocks[after].fate != Fate::keep) ++after;
  if (!before || after >= page.blocks.size()) return false;
  const std::string_view first_half = page.view(page.blocks[*before]);
  const std::string_view second_half = page.view(page.blocks[after]);
  return !ends_sentence(first_half) && first_half.size() > 30 && starts_lower(second_half);
}

// The first or second thing that is read: there it may be the name of the paper, or a title that is not known.
bool stands_at_top(const Page& page, std::size_t i) {
  const auto before = kept_before(page, i);
  return !cuts_sentence(page, i) && (!before || !kept_before(page, *before));
}

}  // namespace

void drop_running_heads(Page& page) {
  const std::string title = title_key(page.title);
  std::unordered_map<std::string, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const PageBlock& block = page.blocks[i];
    if (block.fate != Fate::keep || block.kind != BlockKind::paragraph || block.raw.shape == BlockShape::list_item) continue;
    const std::string_view text = page.view(block);
    if (text.size() > kLongestHead) continue;
    std::string key = title_key(text);
    // The title itself has its kind by now, so this is a repetition of it.
    if (!title.empty() && key == title) {
      page.blocks[i].fate = Fate::page;
    } else if (!ends_sentence(text)) {
      places[std::move(key)].push_back(i);
    }
  }
  for (const auto& [key, blocks] : places) {
    if (blocks.size() < 2) continue;
    // Names of speakers and clock times are repeated as well; a head of few words must cut a sentence.
    const bool long_enough = std::count(key.begin(), key.end(), ' ') >= 3;
    const bool cuts = std::any_of(blocks.begin(), blocks.end(), [&](std::size_t i) { return cuts_sentence(page, i); });
    if (!long_enough && !cuts) continue;
    for (const std::size_t i : blocks) {
      if (i != blocks.front() || !stands_at_top(page, i)) page.blocks[i].fate = Fate::page;
    }
  }
}

}  // namespace kroniek
