// Short blocks that repeat a passage of the body.
#include "page.hpp"

#include <algorithm>
#include <bitset>
#include <unordered_map>

namespace kroniek {
namespace {

// An article has pull quotes; a text as long as this is none.
constexpr std::uint32_t kLongestText = 512 * 1024;
constexpr std::size_t kFewestWords = 4;
constexpr std::size_t kMostWords = 45;
// Of passages held against the body; only a text of one word over and over comes near it.
constexpr std::size_t kMostTries = 200000;

using Words = std::vector<std::uint32_t>;  // hashes

bool is_word_byte(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

// Quotation marks and dashes are bytes E2 80 xx, which no word of our languages holds.
bool is_sign(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  return i + 2 < text.size() && byte(i) == 0xE2 && byte(i + 1) == 0x80;
}

void append_words(std::string_view text, Words& words) {
  std::uint32_t hash = 0;
  bool inside = false;
  const auto close = [&] {
    if (inside) words.push_back(hash);
    inside = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto c = static_cast<unsigned char>(text[i]);
    if (c == 0xE2 && is_sign(text, i)) {
      close();
      i += 2;
      continue;
    }
    if (!is_word_byte(c)) {
      close();
      continue;
    }
    if (c >= 'A' && c <= 'Z') c = static_cast<unsigned char>(c - 'A' + 'a');
    if (!inside) hash = 2166136261U;
    inside = true;
    hash = (hash ^ c) * 16777619U;
  }
  close();
}

struct Passage {
  std::size_t block;
  Words words;
  bool sentence = false;    // it ends as one: then it must be repeated as a whole
  bool heading = false;     // by its signs: the block after it naturally has its words
  std::size_t longest = 0;  // words in a row found in the body
};

std::uint64_t start_hash(const Words& words, std::size_t at) {
  std::uint64_t hash = 14695981039346656037U;
  for (std::size_t i = at; i < at + kFewestWords; ++i) hash = (hash ^ words[i]) * 1099511628211U;
  return hash;
}

// Where passages have four words in a row, by the hash of these. Most words of a body are in none.
class Starts {
 public:
  using Map = std::unordered_multimap<std::uint64_t, std::pair<std::size_t, std::size_t>>;  // passage, word

  void add(std::uint64_t hash, std::size_t passage, std::size_t word) {
    known_.set(slot(hash));
    places_.emplace(hash, std::pair(passage, word));
  }
  std::pair<Map::const_iterator, Map::const_iterator> find(std::uint64_t hash) const {
    if (!known_.test(slot(hash))) return {places_.end(), places_.end()};
    return places_.equal_range(hash);
  }

 private:
  static std::size_t slot(std::uint64_t hash) { return static_cast<std::size_t>(hash >> 52U); }

  Map places_;
  std::bitset<4096> known_;
};

void look_in(const Words& body, std::size_t block, const Starts& starts, std::vector<Passage>& passages,
             std::size_t& budget) {
  for (std::size_t at = 0; at + kFewestWords <= body.size(); ++at) {
    const auto [begin, end] = starts.find(start_hash(body, at));
    for (auto start = begin; start != end && budget > 0; ++start, --budget) {
      Passage& passage = passages[start->second.first];
      // Of two that are the same, the longer block or else the first is the body.
      if (passage.block == block || (passage.heading && passage.block + 1 == block) || body.size() < passage.words.size() ||
          (body.size() == passage.words.size() && block > passage.block)) {
        continue;
      }
      std::size_t length = 0;
      const std::size_t from = start->second.second;
      while (at + length < body.size() && from + length < passage.words.size() &&
             body[at + length] == passage.words[from + length]) {
        ++length;
      }
      passage.longest = std::max(passage.longest, length);
    }
  }
}

}  // namespace

void mark_pull_quotes(Page& page) {
  if (page.text.size() > kLongestText) return;
  std::vector<Passage> passages;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const PageBlock& block = page.blocks[i];
    const bool possible = block.kind == BlockKind::paragraph || block.kind == BlockKind::heading;
    const std::string_view text = page.view(block);
    if (block.fate != Fate::keep || !possible || text.size() > 400 || block.joined || block.rest != kNoBlock) continue;
    Passage passage{i, {}, ends_sentence(text) && !block.raw.quote, block.raw.bold || block.raw.shape == BlockShape::heading, 0};
    append_words(text, passage.words);
    if (passage.words.size() >= kFewestWords && passage.words.size() <= kMostWords) passages.push_back(std::move(passage));
  }
  if (passages.empty()) return;
  Starts starts;
  for (std::size_t p = 0; p < passages.size(); ++p) {
    for (std::size_t at = 0; at + kFewestWords <= passages[p].words.size(); ++at) {
      starts.add(start_hash(passages[p].words, at), p, at);
    }
  }
  Words words;
  std::size_t budget = kMostTries;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const PageBlock& block = page.blocks[i];
    if (block.fate != Fate::keep || block.kind == BlockKind::title) continue;
    words.clear();
    append_words(page.view(block), words);
    look_in(words, i, starts, passages, budget);
  }
  for (const Passage& passage : passages) {
    const std::size_t needed = passage.sentence ? std::max<std::size_t>(5, passage.words.size())
                                                : std::max(kFewestWords, (passage.words.size() * 3 + 4) / 5);
    if (passage.longest >= needed) page.blocks[passage.block].kind = BlockKind::pull_quote;
  }
}

}  // namespace kroniek
