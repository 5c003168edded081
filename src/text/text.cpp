#include "text.hpp"

#include "../rules/pack_data.hpp"
#include "lower_ascii.hpp"
#include "scanner.hpp"
#include "tokenize.hpp"

#include <algorithm>

namespace kroniek {

namespace {

// Lays the hits, which come by their end, on the tokens.
std::vector<Unit> place(const std::vector<Hit>& hits, const Lexicon& lexicon, std::vector<Token>& tokens) {
  std::vector<Unit> phrases;
  std::size_t t = 0;
  for (const auto& hit : hits) {
    while (t < tokens.size() && tokens[t].end < hit.end) ++t;
    if (t == tokens.size()) break;
    auto& token = tokens[t];
    if (token.end != hit.end) {
      if (token.begin == hit.begin && hit.end - hit.begin > 2) token.head = hit.form;  // later hits are longer
      continue;
    }
    if (token.begin == hit.begin) {
      token.form = hit.form;
    } else if (token.begin < hit.begin) {
      const bool longer = token.tail == 0 || lexicon.text(hit.form).size() > lexicon.text(token.tail).size();
      if (longer && lexicon.is_compound_part(hit.form)) token.tail = hit.form;
    } else {
      auto first = t;
      while (first > 0 && tokens[first].begin > hit.begin) --first;
      if (tokens[first].begin == hit.begin) {
        phrases.push_back({static_cast<TokenId>(first), static_cast<TokenId>(t + 1), 0, hit.form, 0});
      }
    }
  }
  return phrases;
}

}  // namespace

void add_units(Text& text, const Lexicon& lexicon, std::vector<Unit> more) {
  const auto before = [](const Unit& a, const Unit& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; };
  // Either side is nearly always in order.
  const auto sorted = [&](std::vector<Unit>& units) {
    if (!std::is_sorted(units.begin(), units.end(), before)) std::stable_sort(units.begin(), units.end(), before);
  };
  sorted(text.units);
  sorted(more);
  const auto middle = static_cast<std::ptrdiff_t>(text.units.size());
  text.units.insert(text.units.end(), more.begin(), more.end());
  std::inplace_merge(text.units.begin(), text.units.begin() + middle, text.units.end(), before);
  text.unit_begin.assign(text.tokens.size() + 2, 0);
  text.bits.resize(text.tokens.size());
  std::uint32_t unit = 0;
  for (TokenId token = 0; token < text.tokens.size(); ++token) {
    text.unit_begin[token] = unit;
    auto bits = lexicon.bits(text.tokens[token].form);
    if (text.tokens[token].tail != 0) bits |= lexicon.bits(text.tokens[token].tail);
    for (; unit < text.units.size() && text.units[unit].first == token; ++unit) {
      bits |= text.units[unit].cls != 0 ? Lexicon::bits_of_class(text.units[unit].cls) : lexicon.bits(text.units[unit].form);
    }
    text.bits[token] = bits;
  }
  text.unit_begin[text.tokens.size()] = text.unit_begin[text.tokens.size() + 1] = unit;
}

Text read_text(const Document& document, const PackData& pack, const Scanner& scanner) {
  Text text;
  tokenize(document, pack.text, text);
  std::vector<Hit> hits;
  scanner.scan(document.text, hits);
  auto phrases = place(hits, pack.lexicon, text.tokens);
  for (TokenId i = 0; i < text.tokens.size(); ++i) {
    auto& token = text.tokens[i];
    if (token.tail != 0 && pack.lexicon.is_exception(lower_ascii(text.word(i)))) token.tail = 0;
  }
  add_units(text, pack.lexicon, std::move(phrases));
  return text;
}

}  // namespace kroniek
