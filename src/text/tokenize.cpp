#include "tokenize.hpp"

#include "boundaries.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <optional>

namespace kroniek {

namespace {

constexpr TokenId kLongestSentence = 500;

UChar32 char_at(std::string_view text, std::uint32_t at) {
  if (const auto first = static_cast<unsigned char>(text[at]); first < 0x80) return first;
  UChar32 c = 0;
  U8_GET(reinterpret_cast<const uint8_t*>(text.data()), 0, static_cast<int32_t>(at), static_cast<int32_t>(text.size()), c);
  return c;
}

UChar32 char_before(std::string_view text, std::uint32_t at) {
  if (at == 0) return ' ';
  UChar32 c = 0;
  auto i = static_cast<int32_t>(at);
  U8_PREV(reinterpret_cast<const uint8_t*>(text.data()), 0, i, c);
  return c;
}

bool is_space(UChar32 c) { return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) : u_isUWhiteSpace(c) != 0; }
bool is_small(UChar32 c) { return c >= 'a' && c <= 'z'; }
bool is_alnum(UChar32 c) { return c < 0x80 ? is_small(c | 0x20) || (c >= '0' && c <= '9') : u_isalnum(c) != 0; }

// What a byte is in a word.
enum : std::uint8_t { kSmall = 1, kLarge = 2, kWide = 4 };
constexpr auto kBytes = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (unsigned c = 'a'; c <= 'z'; ++c) kinds[c] = kSmall;
  for (unsigned c = 'A'; c <= 'Z'; ++c) kinds[c] = kLarge;
  for (unsigned c = 0x80; c < 256; ++c) kinds[c] = kWide;
  return kinds;
}();

// Of a word that begins with a letter and is all ASCII; 0: it is not.
std::uint16_t ascii_flags(std::string_view word) {
  unsigned any = 0, capitals = 0;
  for (const char c : word) {
    const auto kind = kBytes[static_cast<unsigned char>(c)];
    any |= kind;
    capitals += kind & kLarge;
  }
  if (any & kWide) return 0;
  std::uint16_t flags = kWord;
  if (!is_small(word[0])) flags |= kCapital;
  if (!(any & kSmall) && capitals > kLarge) flags |= kAllCaps;
  return flags;
}

std::uint16_t flags_of(std::string_view word) {
  const auto first = char_at(word, 0);
  if (is_small(first | 0x20)) {
    if (const auto flags = ascii_flags(word); flags != 0) return flags;
  }
  if (word.size() == 1 && !is_alnum(first)) return kPunct;
  if (u_isdigit(first)) {
    std::uint16_t flags = kDigits;
    for (const char c : word) {
      if (((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c & 0x80)) flags |= kWord;
    }
    return flags;
  }
  int letters = 0, capitals = 0;
  for (int32_t i = 0; i < static_cast<int32_t>(word.size());) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const uint8_t*>(word.data()), i, static_cast<int32_t>(word.size()), c);
    if (u_isalpha(c)) {
      ++letters;
      capitals += u_isUUppercase(c) || u_istitle(c);
    }
  }
  if (letters == 0) return kPunct;
  std::uint16_t flags = kWord;
  if (u_isupper(first)) flags |= kCapital;
  if (letters > 1 && letters == capitals) flags |= kAllCaps;
  return flags;
}

bool is_hyphen(std::string_view piece) { return piece == "-" || piece == "\u2010" || piece == "\u2011"; }

// Tokens of one block. A hyphen or apostrophe between letters is kept in the word; "'s" is a word.
void add_tokens(std::string_view all, const Block& block, const std::vector<std::uint32_t>& ends, std::vector<Token>& tokens) {
  bool space = true;
  bool open = false;  // the last token ends in a joiner that wants a right side
  for (std::uint32_t begin = 0, end = block.begin; const auto to : ends) {
    begin = end;
    end = block.begin + to;
    const auto piece = all.substr(begin, end - begin);
    if (is_space(char_at(all, begin))) {
      space = true;
      open = false;
      continue;
    }
    auto flags = flags_of(piece);
    if (space) flags |= kSpaceBefore;
    const bool sign = (flags & kPunct) != 0;
    const UChar32 next = sign && end < block.end ? char_at(all, end) : ' ';
    if (!space && !tokens.empty()) {
      auto& last = tokens.back();
      if (open && !sign) {
        last.end = end;
        last.flags |= flags & (kWord | kDigits);
        open = false;
        continue;
      }
      if (sign && !(last.flags & kPunct) && (is_hyphen(piece) || piece == "'") && is_alnum(next)) {
        // Digits on both sides of a hyphen are a range or a date, which rules read piece by piece.
        const bool digits_only = (last.flags & kDigits) && !(last.flags & kWord) && u_isdigit(next);
        if (!digits_only) {
          last.end = end;
          open = true;
          continue;
        }
      }
    }
    if (space && sign && piece == "'" && u_isalpha(next)) {
      const UChar32 after = end + 1 < block.end ? char_at(all, end + static_cast<std::uint32_t>(U8_LENGTH(next))) : ' ';
      if (!u_isalnum(after) && after != '\'') {
        tokens.push_back({begin, end, 0, 0, 0, static_cast<std::uint16_t>((flags & ~kPunct) | kWord)});
        open = true;
        space = false;
        continue;
      }
    }
    open = false;
    tokens.push_back({begin, end, 0, 0, 0, flags});
    space = false;
  }
}

class SentenceEnds {
 public:
  SentenceEnds(std::string_view all, const TextSettings& settings) : all_(all), settings_(settings) {}

  // Whether ICU's boundary at `at` is inside a sentence after all.
  bool is_false(std::uint32_t at, const Block& block) const {
    if (at >= block.end) return false;
    return u_islower(char_at(all_, at)) || abbreviates(at, block);
  }

  // Whether what ends before `at` is an abbreviation, or inside a word.
  bool abbreviates(std::uint32_t at, const Block& block) const {
    const auto next = char_at(all_, at);
    auto end = at;
    while (end > block.begin && is_space(char_before(all_, end))) --end;
    if (end == at) return true;  // no space: "18.00", "o.a."
    if (end == block.begin || all_[end - 1] != '.') return false;
    auto begin = end - 1;
    while (begin > block.begin && !is_space(char_before(all_, begin))) --begin;
    while (begin < end - 1 && !u_isalnum(char_at(all_, begin))) ++begin;
    const auto written = all_.substr(begin, end - 1 - begin);
    const auto word = lower(written);
    if (is_initial(written)) {
      if (opens_quotation(next)) return false;  // "schreef hij op X. „Ja”"
      return !std::binary_search(settings_.capital_words.begin(), settings_.capital_words.end(), word_before(begin, block) + ' ' + word);
    }
    if (std::binary_search(settings_.abbreviations.begin(), settings_.abbreviations.end(), word)) return true;
    return std::binary_search(settings_.sentence_abbreviations.begin(), settings_.sentence_abbreviations.end(), word) && !u_isupper(first_letter(at, block));
  }

 private:
  // ASCII only.
  static std::string lower(std::string_view word) {
    std::string low(word);
    for (auto& c : low) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    return low;
  }

  std::string word_before(std::uint32_t at, const Block& block) const {
    while (at > block.begin && is_space(char_before(all_, at))) --at;
    auto begin = at;
    while (begin > block.begin && !is_space(char_before(all_, begin))) --begin;
    return lower(all_.substr(begin, at - begin));
  }

  // Behind quotation marks and brackets: 'vier uur. “Rusland'.
  UChar32 first_letter(std::uint32_t at, const Block& block) const {
    while (at < block.end) {
      const auto c = char_at(all_, at);
      if (u_isalnum(c) || u_isUWhiteSpace(c)) return c;
      at += static_cast<std::uint32_t>(U8_LENGTH(c));
    }
    return ' ';
  }

  static bool opens_quotation(UChar32 c) { return c == 0x201E || c == 0x201C || c == 0x2018 || c == 0x201A || c == 0xAB; }

  // "J", "J.P", "Ch": one capital, with more of them behind full stops.
  static bool is_initial(std::string_view word) {
    if (word.empty() || word.size() > 6) return false;
    bool capital = true;
    for (const char c : word) {
      if (capital ? !(c >= 'A' && c <= 'Z') : c != '.') return false;
      capital = !capital;
    }
    return !capital;
  }
  std::string_view all_;
  const TextSettings& settings_;
};

// Whether the token stands behind an end mark, quotation marks aside.
bool behind_end_mark(const Text& text, TokenId token, TokenId begin) {
  auto last = token - 1;
  while (last > begin && (text.word(last) == "'" || text.word(last) == "\"" || text.word(last) == "\u2019" || text.word(last) == "\u201D")) --last;
  const auto mark = text.word(last);
  return mark == "." || mark == "!" || mark == "?";
}

// ". ,,Ja''": two commas open a quotation, and ICU ends no sentence before a comma.
bool opens_with_commas(const Text& text, TokenId token, TokenId begin, TokenId end) {
  if (token <= begin || token + 2 >= end || text.word(token) != "," || text.word(token + 1) != ",") return false;
  return text.tokens[token].has(kSpaceBefore) && !text.tokens[token + 1].has(kSpaceBefore) && behind_end_mark(text, token, begin);
}

// ". 's Avonds": an apostrophe and one small letter, and the capital stands on the next word.
bool opens_with_clitic(const Text& text, TokenId token, TokenId begin, TokenId end) {
  if (token <= begin || token + 2 >= end || !text.tokens[token].has(kSpaceBefore)) return false;
  const auto word = text.word(token);
  const auto small = [](std::string_view letter) { return letter.size() == 1 && is_small(letter[0]); };
  auto next = token + 1;
  if (word == "'" || word == "\u2019" || word == "\u2018") {
    if (!small(text.word(next)) || text.tokens[next].has(kSpaceBefore)) return false;
    ++next;
  } else if (word.front() != '\'' || !small(word.substr(1))) {
    return false;
  }
  return text.tokens[next].has(kSpaceBefore) && text.tokens[next].has(kCapital) && behind_end_mark(text, token, begin);
}

}  // namespace

void tokenize(const Document& document, const TextSettings& settings, Text& text) {
  text.bytes = document.text;
  text.tokens.reserve(text.bytes.size() / 5);
  std::optional<BoundaryFinder> icu;
  Boundaries boundaries;
  const SentenceEnds ends(text.bytes, settings);
  for (std::uint32_t index = 0; index < document.blocks.size(); ++index) {
    const auto& block = document.blocks[index];
    const auto bytes = text.bytes.substr(block.begin, block.end - block.begin);
    if (!settings.plain_boundaries || !find_plain_boundaries(bytes, boundaries)) {
      if (!icu) icu.emplace(settings.language);
      icu->find(bytes, boundaries);
    }
    const auto first = static_cast<TokenId>(text.tokens.size());
    add_tokens(text.bytes, block, boundaries.words, text.tokens);
    const auto last = static_cast<TokenId>(text.tokens.size());

    TokenId begin = first, token = first;
    // No sentence is longer: what comes after looks ahead in it, and must stay linear in the text.
    const auto add = [&](TokenId end) {
      for (auto t = begin; t < end; ++t) {
        const bool clitic = opens_with_clitic(text, t, begin, end) && !ends.abbreviates(text.tokens[t].begin, block);
        if (!clitic && !opens_with_commas(text, t, begin, end)) continue;
        text.sentences.push_back({begin, t, index});
        begin = t;
      }
      for (; end - begin > kLongestSentence; begin += kLongestSentence) text.sentences.push_back({begin, begin + kLongestSentence, index});
      if (end > begin) text.sentences.push_back({begin, end, index});
      begin = end;
    };
    for (const auto to : boundaries.sentences) {
      const auto at = block.begin + to;
      if (ends.is_false(at, block)) continue;
      while (token < last && text.tokens[token].begin < at) ++token;
      add(token);
    }
    add(last);
  }
}

}  // namespace kroniek
