// The rules of UAX #29 for the characters of which nearly all news text is made. A test compares them with ICU.
#include "boundaries.hpp"

#include <array>

namespace kroniek {

namespace {

// What a character is to the rules of words and of sentences at once.
enum Kind : std::uint8_t {
  kNone,       // not known here
  kInside,     // a byte behind the first of a character
  kUpper,
  kLower,
  kDigit,
  kUnderscore,
  kSpace,      // U+0020, of which a run is one piece
  kOtherSpace,
  kReturn,
  kLine,
  kStop,       // .
  kTerm,       // ! ?
  kApostrophe, // ' and its curved ones: closes sentences, joins words
  kComma,      // joins digits, goes on in a sentence
  kSemicolon,  // joins digits
  kGoesOn,     // - : and dashes
  kClose,      // brackets and quotation marks
  kSign,
};

constexpr std::array<Kind, 256> ascii_kinds() {
  std::array<Kind, 256> kinds{};
  for (int c = 0; c < 128; ++c) kinds[static_cast<std::size_t>(c)] = kSign;
  for (int c = 'A'; c <= 'Z'; ++c) kinds[static_cast<std::size_t>(c)] = kUpper;
  for (int c = 'a'; c <= 'z'; ++c) kinds[static_cast<std::size_t>(c)] = kLower;
  for (int c = '0'; c <= '9'; ++c) kinds[static_cast<std::size_t>(c)] = kDigit;
  kinds['_'] = kUnderscore;
  kinds[' '] = kSpace;
  kinds['\t'] = kOtherSpace;
  kinds['\n'] = kLine;
  kinds['\r'] = kReturn;
  kinds['.'] = kStop;
  kinds['!'] = kinds['?'] = kTerm;
  kinds['\''] = kApostrophe;
  kinds[','] = kComma;
  kinds[';'] = kSemicolon;
  kinds['-'] = kinds[':'] = kGoesOn;
  for (const char c : {'"', '(', ')', '[', ']', '{', '}'}) kinds[static_cast<unsigned char>(c)] = kClose;
  // Separators and controls that no text has are left to ICU.
  for (int c = 0; c < 32; ++c) {
    if (c != '\t' && c != '\n' && c != '\r') kinds[static_cast<std::size_t>(c)] = kNone;
  }
  kinds[127] = kNone;
  kinds['@'] = kNone;  // what it does to words differs between versions of ICU
  return kinds;
}
constexpr auto kAscii = ascii_kinds();

// U+00C0 to U+017F.
Kind letter(unsigned c) {
  if (c == 0xD7 || c == 0xF7) return kSign;
  if (c < 0x100) return c < 0xDF ? kUpper : kLower;
  if (c == 0x138 || c == 0x149 || c == 0x17F) return kLower;
  if (c == 0x178) return kUpper;
  const bool odd_is_upper = (c > 0x138 && c < 0x149) || c > 0x178;
  return (c % 2 == 1) == odd_is_upper ? kUpper : kLower;
}

// The character beyond ASCII at `at`, and how many bytes it has.
Kind wide(std::string_view text, std::size_t at, std::size_t& size) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto first = byte(at), second = byte(at + 1), third = byte(at + 2);
  size = 2;
  if (second < 0x80 || second > 0xBF) return kNone;
  if (first >= 0xC3 && first <= 0xC5) return letter((first & 0x1FU) << 6U | (second & 0x3FU));
  if (first == 0xC2) {
    switch (second) {
      case 0xA0: return kOtherSpace;
      case 0xAB:
      case 0xBB: return kClose;
      case 0xA3:  // pound
      case 0xA7:  // paragraph
      case 0xA9:  // copyright
      case 0xB0:  // degree
      case 0xB1:  // plus or minus
      case 0xBD: return kSign;  // half
      default: return kNone;
    }
  }
  size = 3;
  if (first != 0xE2 || third < 0x80 || third > 0xBF) return kNone;
  if (second == 0x82 && third == 0xAC) return kSign;  // euro
  if (second != 0x80) return kNone;
  switch (third) {
    case 0x93:
    case 0x94: return kGoesOn;
    case 0x98:
    case 0x99: return kApostrophe;
    case 0x9A:
    case 0x9C:
    case 0x9D:
    case 0x9E: return kClose;
    case 0xA6:  // ellipsis
    case 0xA2: return kSign;  // bullet
    default: return kNone;
  }
}

bool is_letter(std::uint8_t kind) { return kind == kUpper || kind == kLower; }

class Rules {
 public:
  explicit Rules(const std::vector<std::uint8_t>& kinds) : kinds_(kinds), size_(kinds.size() - 1) {}

  // A sentence ends where a piece begins with a mark: one inside a word ("18.00", "o.a.") ends none.
  void run(std::vector<std::uint32_t>& words, std::vector<std::uint32_t>& sentences) const {
    std::size_t sentence = 0;  // where it begins
    for (std::size_t at = 0; at < size_;) {
      const auto kind = kinds_[at];
      const auto end = word_end(at);
      words.push_back(static_cast<std::uint32_t>(end));
      if (at >= sentence && (kind == kStop || kind == kTerm || kind == kLine || kind == kReturn)) {
        auto last = end;
        if (kind == kLine || kind == kReturn || sentence_ends(kind, before(at, sentence), last)) {
          sentence = last;
          sentences.push_back(static_cast<std::uint32_t>(last));
        }
      }
      at = end;
    }
    if (size_ > 0 && (sentences.empty() || sentences.back() != size_)) sentences.push_back(static_cast<std::uint32_t>(size_));
  }

 private:
  // The character before, if it is in the sentence.
  std::uint8_t before(std::size_t at, std::size_t sentence) const {
    while (at > sentence) {
      if (kinds_[--at] != kInside) return kinds_[at];
    }
    return kNone;
  }

  // Behind the character; at the end stands one that is kNone.
  std::size_t next(std::size_t at) const {
    while (kinds_[++at] == kInside) {}
    return at;
  }

  std::size_t word_end(std::size_t at) const {
    auto last = kinds_[at];
    at = next(at);
    if (last == kReturn && kinds_[at] == kLine) return next(at);
    if (last == kSpace) {
      while (kinds_[at] == kSpace) ++at;
      return at;
    }
    if (!is_letter(last) && last != kDigit && last != kUnderscore) return at;
    for (;;) {
      const auto here = kinds_[at];
      if (is_letter(here) || here == kDigit || here == kUnderscore) {
        last = here;
        at = next(at);
        continue;
      }
      const bool joins_all = here == kStop || here == kApostrophe;
      const bool joins = (is_letter(last) && joins_all) || (last == kDigit && (joins_all || here == kComma || here == kSemicolon));
      if (!joins) return at;
      const auto behind = next(at);
      const bool same = is_letter(last) ? is_letter(kinds_[behind]) : kinds_[behind] == kDigit;
      if (!same) return at;
      at = behind;
    }
  }

  // Whether a sentence ends behind a full stop or other end mark; `at`: behind the mark, then where the sentence ends
  // or where to go on. `before`: what stands before the mark.
  bool sentence_ends(std::uint8_t mark, std::uint8_t before, std::size_t& at) const {
    if (mark == kStop && (kinds_[at] == kDigit || (is_letter(before) && kinds_[at] == kUpper))) return false;
    auto end = at;
    while (kinds_[end] == kClose || kinds_[end] == kApostrophe) end = next(end);
    while (kinds_[end] == kSpace || kinds_[end] == kOtherSpace) end = next(end);
    const auto here = kinds_[end];
    const bool goes_on = here == kComma || here == kGoesOn || here == kStop || here == kTerm;
    if (goes_on || (mark == kStop && lower_ahead(end))) return false;
    if (here == kReturn && kinds_[next(end)] == kLine) {
      end = next(next(end));
    } else if (here == kReturn || here == kLine) {
      end = next(end);
    }
    at = end;
    return true;
  }

  // A small letter comes before any other letter, end mark or line end.
  bool lower_ahead(std::size_t at) const {
    for (; at < size_; at = next(at)) {
      const auto kind = kinds_[at];
      if (kind == kLower) return true;
      if (kind == kUpper || kind == kReturn || kind == kLine || kind == kStop || kind == kTerm) return false;
    }
    return false;
  }

  const std::vector<std::uint8_t>& kinds_;
  const std::size_t size_;
};

}  // namespace

bool find_plain_boundaries(std::string_view text, Boundaries& boundaries) {
  boundaries.words.clear();
  boundaries.sentences.clear();
  auto& kinds = boundaries.kinds;
  kinds.assign(text.size() + 1, kNone);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t size = 1;
    auto kind = kAscii[static_cast<unsigned char>(text[at])];
    if (kind == kNone) {
      if (static_cast<unsigned char>(text[at]) < 0x80) return false;
      kind = wide(text, at, size);
      if (kind == kNone) return false;
      for (std::size_t i = 1; i < size; ++i) kinds[at + i] = kInside;
    }
    kinds[at] = kind;
    at += size;
  }
  Rules(kinds).run(boundaries.words, boundaries.sentences);
  return true;
}

}  // namespace kroniek
