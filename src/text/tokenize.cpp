#include "tokenize.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace kroniek {

namespace {

constexpr TokenId kLongestSentence = 500;

UChar32 char_at(std::string_view text, std::uint32_t at) {
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

std::uint16_t flags_of(std::string_view word) {
  const auto first = char_at(word, 0);
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

struct Breakers {
  std::unique_ptr<icu::BreakIterator> words, sentences;
  explicit Breakers(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(language.c_str());
    words.reset(icu::BreakIterator::createWordInstance(locale, status));
    sentences.reset(icu::BreakIterator::createSentenceInstance(locale, status));
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU has no word rules: ") + u_errorName(status));
  }
};

// Tokens of one block. A hyphen or apostrophe between letters is kept in the word; "'s" is a word.
void add_tokens(std::string_view all, const Block& block, icu::BreakIterator& breaker, UText* utext, std::vector<Token>& tokens) {
  UErrorCode status = U_ZERO_ERROR;
  breaker.setText(utext, status);
  std::int32_t from = breaker.first();
  bool space = true;
  bool open = false;  // the last token ends in a joiner that wants a right side
  for (std::int32_t to = breaker.next(); to != icu::BreakIterator::DONE; from = to, to = breaker.next()) {
    const auto begin = block.begin + static_cast<std::uint32_t>(from);
    const auto end = block.begin + static_cast<std::uint32_t>(to);
    const auto piece = all.substr(begin, end - begin);
    if (u_isUWhiteSpace(char_at(all, begin))) {
      space = true;
      open = false;
      continue;
    }
    auto flags = flags_of(piece);
    if (space) flags |= kSpaceBefore;
    const UChar32 next = end < block.end ? char_at(all, end) : ' ';
    if (!space && !tokens.empty()) {
      auto& last = tokens.back();
      if (open && !(flags & kPunct)) {
        last.end = end;
        last.flags |= flags & (kWord | kDigits);
        open = false;
        continue;
      }
      if (!(last.flags & kPunct) && (is_hyphen(piece) || piece == "'") && (u_isalnum(next))) {
        // Digits on both sides of a hyphen are a range or a date, which rules read piece by piece.
        const bool digits_only = (last.flags & kDigits) && !(last.flags & kWord) && u_isdigit(next);
        if (!digits_only) {
          last.end = end;
          open = true;
          continue;
        }
      }
    }
    if (space && piece == "'" && u_isalpha(next)) {
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
    const auto next = char_at(all_, at);
    if (u_islower(next)) return true;
    auto end = at;
    while (end > block.begin && u_isUWhiteSpace(char_before(all_, end))) --end;
    if (end == at) return true;  // no space: "18.00", "o.a."
    if (end == block.begin || all_[end - 1] != '.') return false;
    auto begin = end - 1;
    while (begin > block.begin && !u_isUWhiteSpace(char_before(all_, begin))) --begin;
    while (begin < end - 1 && !u_isalnum(char_at(all_, begin))) ++begin;
    std::string word(all_.substr(begin, end - 1 - begin));
    if (is_initial(word)) return !opens_quotation(next);  // "schreef hij op X. „Ja”"
    for (auto& c : word) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    if (std::binary_search(settings_.abbreviations.begin(), settings_.abbreviations.end(), word)) return true;
    return std::binary_search(settings_.sentence_abbreviations.begin(), settings_.sentence_abbreviations.end(), word) && !u_isupper(first_letter(at, block));
  }

 private:
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

// ". ,,Ja''": two commas open a quotation, and ICU ends no sentence before a comma.
bool opens_with_commas(const Text& text, TokenId token, TokenId begin, TokenId end) {
  if (token <= begin || token + 2 >= end || text.word(token) != "," || text.word(token + 1) != ",") return false;
  if (!text.tokens[token].has(kSpaceBefore) || text.tokens[token + 1].has(kSpaceBefore)) return false;
  auto last = token - 1;
  while (last > begin && (text.word(last) == "'" || text.word(last) == "\"" || text.word(last) == "\u2019" || text.word(last) == "\u201D")) --last;
  const auto mark = text.word(last);
  return mark == "." || mark == "!" || mark == "?";
}

}  // namespace

void tokenize(const Document& document, const TextSettings& settings, Text& text) {
  text.bytes = document.text;
  Breakers breakers(settings.language);
  const SentenceEnds ends(text.bytes, settings);
  for (std::uint32_t index = 0; index < document.blocks.size(); ++index) {
    const auto& block = document.blocks[index];
    UErrorCode status = U_ZERO_ERROR;
    UText* utext = utext_openUTF8(nullptr, document.text.data() + block.begin, block.end - block.begin, &status);
    const auto first = static_cast<TokenId>(text.tokens.size());
    add_tokens(text.bytes, block, *breakers.words, utext, text.tokens);
    const auto last = static_cast<TokenId>(text.tokens.size());

    breakers.sentences->setText(utext, status);
    breakers.sentences->first();
    TokenId begin = first, token = first;
    // No sentence is longer: what comes after looks ahead in it, and must stay linear in the text.
    const auto add = [&](TokenId end) {
      for (auto t = begin; t < end; ++t) {
        if (!opens_with_commas(text, t, begin, end)) continue;
        text.sentences.push_back({begin, t, index});
        begin = t;
      }
      for (; end - begin > kLongestSentence; begin += kLongestSentence) text.sentences.push_back({begin, begin + kLongestSentence, index});
      if (end > begin) text.sentences.push_back({begin, end, index});
      begin = end;
    };
    for (auto to = breakers.sentences->next(); to != icu::BreakIterator::DONE; to = breakers.sentences->next()) {
      const auto at = block.begin + static_cast<std::uint32_t>(to);
      if (ends.is_false(at, block)) continue;
      while (token < last && text.tokens[token].begin < at) ++token;
      add(token);
    }
    add(last);
    utext_close(utext);
  }
}

}  // namespace kroniek
