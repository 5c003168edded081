#include "text.hpp"

#include "../rules/pack_data.hpp"
#include "lower_ascii.hpp"
#include "scanner.hpp"
#include "tokenize.hpp"

#include <algorithm>

namespace kroniek {

namespace {

bool may_be_tail(const Lexicon& lexicon, FormId form) {
  for (const auto& reading : lexicon.readings(form)) {
    if (lexicon.lexeme(reading.lexeme).compound) return true;
  }
  return false;
}

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
      if (longer && may_be_tail(lexicon, hit.form)) token.tail = hit.form;
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

void add_units(Text& text, std::vector<Unit> more) {
  text.units.insert(text.units.end(), more.begin(), more.end());
  std::stable_sort(text.units.begin(), text.units.end(), [](const Unit& a, const Unit& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  text.unit_begin.assign(text.tokens.size() + 2, 0);
  std::uint32_t unit = 0;
  for (TokenId token = 0; token <= text.tokens.size(); ++token) {
    text.unit_begin[token] = unit;
    while (unit < text.units.size() && text.units[unit].first == token) ++unit;
  }
  text.unit_begin[text.tokens.size() + 1] = unit;
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
  add_units(text, std::move(phrases));
  return text;
}

}  // namespace kroniek
