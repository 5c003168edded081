// Short blocks that repeat a passage of the body.
#include "page.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <span>

namespace kroniek {
namespace {

// An article has pull quotes; a text as long as this is none.
constexpr std::uint32_t kLongestText = 512 * 1024;
constexpr std::size_t kFewestWords = 4;
constexpr std::size_t kMostWords = 45;
// Of passages held against the body; only a text of one word over and over comes near it.
constexpr std::size_t kMostTries = 200000;

using AllWords = std::vector<std::uint32_t>;  // hashes
using Words = std::span<const std::uint32_t>;

// Bytes of words, capitals as small letters; 0: of none.
constexpr auto kLetters = [] {
  std::array<unsigned char, 256> letters{};
  for (unsigned c = '0'; c <= '9'; ++c) letters[c] = static_cast<unsigned char>(c);
  for (unsigned c = 'a'; c <= 'z'; ++c) letters[c] = letters[c & ~0x20U] = static_cast<unsigned char>(c);
  for (unsigned c = 0x80; c < 256; ++c) letters[c] = static_cast<unsigned char>(c);
  return letters;
}();

// Quotation marks and dashes are bytes E2 80 xx, which no word of our languages holds.
bool is_sign(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  return i + 2 < text.size() && byte(i) == 0xE2 && byte(i + 1) == 0x80;
}

void append_words(std::string_view text, AllWords& words) {
  constexpr std::uint32_t kBegin = 2166136261U;
  auto hash = kBegin;
  std::size_t begin = 0;  // of the word
  const auto close = [&](std::size_t end, std::size_t next) {
    if (end > begin) words.push_back(hash);
    hash = kBegin;
    begin = next;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto letter = kLetters[static_cast<unsigned char>(text[i])];
    if (letter == 0) {
      close(i, i + 1);
    } else if (letter == 0xE2 && is_sign(text, i)) {
      close(i, i + 3);
      i += 2;
    } else {
      hash = (hash ^ letter) * 16777619U;
    }
  }
  close(text.size(), 0);
}

struct Passage {
  std::size_t block;
  Words words;
  bool sentence = false;    // it ends as one: then it must be repeated as a whole
  bool heading = false;     // by its signs: the block after it naturally has its words
  std::size_t longest = 0;  // words in a row found in the body
};

std::uint64_t start_hash(Words words, std::size_t at) {
  std::uint64_t hash = 14695981039346656037U;
  for (std::size_t i = at; i < at + kFewestWords; ++i) hash = (hash ^ words[i]) * 1099511628211U;
  return hash;
}

// Where passages have four words in a row that stand elsewhere too, by the hash of these.
class Starts {
 public:
  struct Place {
    std::uint64_t hash;
    std::uint32_t passage, word;
    friend auto operator<=>(const Place&, const Place&) = default;
  };

  // `all`: the words of the text; what stands there but once is in no pull quote.
  Starts(const std::vector<Passage>& passages, Words all) {
    std::bitset<kSlots> once;
    for (std::size_t at = 0; at + kFewestWords <= all.size(); ++at) {
      const auto here = slot(start_hash(all, at));
      if (once.test(here)) known_.set(here);
      once.set(here);
    }
    for (std::uint32_t p = 0; p < passages.size(); ++p) {
      const auto words = passages[p].words;
      for (std::uint32_t at = 0; at + kFewestWords <= words.size(); ++at) {
        const auto hash = start_hash(words, at);
        if (known_.test(slot(hash))) places_.push_back({hash, p, at});
      }
    }
    std::sort(places_.begin(), places_.end());
  }
  // The first of them, if there is any; the others stand behind it.
  std::vector<Place>::const_iterator find(std::uint64_t hash) const {
    if (!known_.test(slot(hash))) return places_.end();
    return std::lower_bound(places_.begin(), places_.end(), Place{hash, 0, 0});
  }
  std::vector<Place>::const_iterator end() const { return places_.end(); }

 private:
  static constexpr std::size_t kSlots = 1U << 14U;
  static std::size_t slot(std::uint64_t hash) { return static_cast<std::size_t>(hash >> 50U); }

  std::vector<Place> places_;
  std::bitset<kSlots> known_;
};

void look_in(Words body, std::size_t block, const Starts& starts, std::vector<Passage>& passages, std::size_t& budget) {
  for (std::size_t at = 0; at + kFewestWords <= body.size(); ++at) {
    const auto hash = start_hash(body, at);
    for (auto start = starts.find(hash); start != starts.end() && start->hash == hash && budget > 0; ++start, --budget) {
      Passage& passage = passages[start->passage];
      // Of two that are the same, the longer block or else the first is the body.
      if (passage.block == block || (passage.heading && passage.block + 1 == block) || body.size() < passage.words.size() ||
          (body.size() == passage.words.size() && block > passage.block)) {
        continue;
      }
      std::size_t length = 0;
      const std::size_t from = start->word;
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
  // Of the blocks that are kept; one alone repeats nothing.
  std::vector<std::pair<std::size_t, std::size_t>> bodies;  // the block, and where its words end
  AllWords all;
  if (std::count_if(page.blocks.begin(), page.blocks.end(), [](const PageBlock& block) { return block.fate == Fate::keep; }) < 2) return;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (page.blocks[i].fate != Fate::keep) continue;
    append_words(page.view(page.blocks[i]), all);
    bodies.emplace_back(i, all.size());
  }
  std::vector<Passage> passages;
  std::size_t begin = 0;
  for (const auto& [i, end] : bodies) {
    const PageBlock& block = page.blocks[i];
    const auto words = Words(all).subspan(begin, end - begin);
    begin = end;
    const bool possible = block.kind == BlockKind::paragraph || block.kind == BlockKind::heading;
    const std::string_view text = page.view(block);
    if (!possible || text.size() > 400 || block.joined || block.rest != kNoBlock) continue;
    if (words.size() < kFewestWords || words.size() > kMostWords) continue;
    passages.push_back({i, words, ends_sentence(text) && !block.raw.quote, block.raw.bold || block.raw.shape == BlockShape::heading, 0});
  }
  if (passages.empty()) return;
  const Starts starts(passages, all);
  std::size_t budget = kMostTries;
  begin = 0;
  for (const auto& [i, end] : bodies) {
    if (page.blocks[i].kind != BlockKind::title) look_in(Words(all).subspan(begin, end - begin), i, starts, passages, budget);
    begin = end;
  }
  for (const Passage& passage : passages) {
    const std::size_t needed = passage.sentence ? std::max<std::size_t>(5, passage.words.size())
                                                : std::max(kFewestWords, (passage.words.size() * 3 + 4) / 5);
    if (passage.longest >= needed) page.blocks[passage.block].kind = BlockKind::pull_quote;
  }
}

}  // namespace kroniek
