#include "evidence.hpp"

#include "../render/escape.hpp"
#include "../render/quotation.hpp"

#include <utility>

namespace kroniek {

Span Places::span(TokenId first, TokenId last) const {
  return {document_.map.begin_of(document_.text, text_.tokens[first].begin), document_.map.end_of(document_.text, text_.tokens[last - 1].end)};
}

Evidence Places::evidence(TokenId first, TokenId last) const {
  Evidence evidence;
  if (first >= last) return evidence;
  evidence.span = span(first, last);
  evidence.text = positions_.slice(evidence.span);
  evidence.line = positions_.line_of(evidence.span.begin);
  const auto begin = text_.tokens[first].begin;
  const auto working = std::string_view(document_.text).substr(begin, text_.tokens[last - 1].end - begin);
  if (evidence.text == working) return evidence;
  if (auto words = render::one_line(working); words != render::plain_quote(evidence.text)) evidence.plain = std::move(words);
  return evidence;
}

RoleWords Places::role_words(Symbol role, Symbol id, TokenId first, TokenId last) const {
  RoleWords words{std::move(role), std::move(id), span(first, last), {}};
  words.text = positions_.slice(words.span);
  return words;
}

}  // namespace kroniek
