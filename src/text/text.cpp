#include "text.hpp"

#include "../rules/pack_data.hpp"
#include "lower_ascii.hpp"
#include "tokenize.hpp"

#include <algorithm>

namespace kroniek {

void add_units(Text& text, const Lexicon& lexicon, std::vector<Unit> more) {
  const auto before = [](const Unit& a, const Unit& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; };
  // Either side is nearly always in order.
  const auto sorted = [&](std::vector<Unit>& units) {
    if (!std::is_sorted(units.begin(), units.end(), before)) std::stable_sort(units.begin(), units.end(), before);
  };
  sorted(text.units);
  sorted(more);
  const bool first = text.bits.size() != text.tokens.size();
  if (first) {
    text.bits.resize(text.tokens.size());
    for (TokenId token = 0; token < text.tokens.size(); ++token) {
      text.bits[token] = lexicon.bits(text.tokens[token].form);
      if (text.tokens[token].tail != 0) text.bits[token] |= lexicon.bits(text.tokens[token].tail);
    }
  }
  const auto add_bits = [&](const std::vector<Unit>& units) {
    for (const auto& unit : units) text.bits[unit.first] |= unit.cls != 0 ? Lexicon::bits_of_class(unit.cls) : lexicon.bits(unit.form);
  };
  if (first) add_bits(text.units);
  add_bits(more);
  const auto middle = static_cast<std::ptrdiff_t>(text.units.size());
  text.units.insert(text.units.end(), more.begin(), more.end());
  if (middle > 0 && !more.empty()) std::inplace_merge(text.units.begin(), text.units.begin() + middle, text.units.end(), before);
  text.unit_begin.resize(text.tokens.size() + 2);
  std::uint32_t unit = 0;
  for (TokenId token = 0; token < text.unit_begin.size(); ++token) {
    while (unit < text.units.size() && text.units[unit].first < token) ++unit;
    text.unit_begin[token] = unit;
  }
}

Text read_text(const Document& document, const PackData& pack) {
  Text text;
  tokenize(document, pack.text, text);
  auto phrases = pack.words.find(document.text, text.tokens);
  for (TokenId i = 0; i < text.tokens.size(); ++i) {
    auto& token = text.tokens[i];
    if (token.tail != 0 && pack.lexicon.is_exception(lower_ascii(text.word(i)))) token.tail = 0;
  }
  add_units(text, pack.lexicon, std::move(phrases));
  return text;
}

}  // namespace kroniek
