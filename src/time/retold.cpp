#include "retold.hpp"

#include "../text/quotes.hpp"

#include <algorithm>

namespace kroniek {

namespace {

// Whether a word or phrase of the class begins at the token; the token behind it.
TokenId behind_class(const Text& text, const Lexicon& lexicon, TokenId token, ClassId cls) {
  if (cls == 0 || !text.may_hold(token, cls)) return token;
  for (const auto& unit : text.units_at(token)) {
    if (unit.cls == 0 && lexicon.in_class(unit.form, cls)) return unit.last;
  }
  const auto& word = text.tokens[token];
  return lexicon.in_class(word.form, cls) || (word.tail != 0 && lexicon.in_class(word.tail, cls)) ? token + 1 : token;
}

}  // namespace

Retold::Retold(const Document& document, const Text& text, const Lexicon& lexicon) {
  for (const auto& quote : find_quotes(text, document)) {
    if (quote.outer == kNoQuote && (quote.closed || quote.next != kNoQuote)) quotes_.emplace_back(quote.first(), quote.last());
  }
  any_ = by_genre(document, text, lexicon) || by_tense(text, lexicon);
}

bool Retold::quoted(TokenId token) const {
  const auto behind = std::upper_bound(quotes_.begin(), quotes_.end(), token, [](TokenId t, const auto& quote) { return t < quote.first; });
  return behind != quotes_.begin() && token < (behind - 1)->second;
}

// A title, heading or short line among the first blocks.
bool Retold::by_genre(const Document& document, const Text& text, const Lexicon& lexicon) const {
  constexpr std::uint32_t kHead = 6, kShort = 4;
  const auto cls = lexicon.class_id("retold_genre");
  for (const auto& sentence : text.sentences) {
    if (sentence.block >= kHead) break;
    const auto kind = document.blocks[sentence.block].kind;
    if (kind != BlockKind::title && kind != BlockKind::heading && sentence.last - sentence.first > kShort) continue;
    for (auto i = sentence.first; i < sentence.last; ++i) {
      if (behind_class(text, lexicon, i, cls) != i) return true;
    }
  }
  return false;
}

bool Retold::by_tense(const Text& text, const Lexicon& lexicon) const {
  constexpr int kEnough = 3;
  const auto cls = lexicon.class_id("retold_cue");
  const TenseReader reader(lexicon);
  const std::vector<bool> none(text.tokens.size(), false);
  int present = 0, other = 0;
  for (const auto& sentence : text.sentences) {
    for (auto i = sentence.first; i < sentence.last;) {
      const auto end = behind_class(text, lexicon, i, cls);
      if (end == i || quoted(i)) {
        i = std::max(end, i + 1);
        continue;
      }
      ++(reader.read(text, none, sentence, i, end).direction == Direction::present ? present : other);
      i = end;
    }
  }
  return present >= kEnough && present > other;
}

}  // namespace kroniek
