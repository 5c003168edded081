// The historic present: a reconstruction tells of last Friday as "vrijdag stapt hij in zijn auto".
#pragma once

#include "../text/text.hpp"
#include "tense.hpp"

#include <kroniek/document.hpp>

#include <vector>

namespace kroniek {

// Where a text tells in the present tense of what has been. Its kind says so at its head (class retold_genre), or at least
// three sentences of its author's go on in the present from what came before (class retold_cue: "even later").
class Retold {
 public:
  Retold(const Document& document, const Text& text, const Lexicon& lexicon);
  bool any() const { return any_; }
  // Not inside quotation marks: whoever speaks there looks ahead.
  bool at(TokenId token) const { return any_ && !quoted(token); }
  bool quoted(TokenId token) const;

 private:
  bool by_genre(const Document& document, const Text& text, const Lexicon& lexicon) const;
  bool by_tense(const Text& text, const Lexicon& lexicon) const;

  bool any_ = false;
  std::vector<std::pair<TokenId, TokenId>> quotes_;  // [first, last), in the order of the text
};

}  // namespace kroniek
