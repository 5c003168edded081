// Words and sentences by the rules of UAX #29, mended where news text needs more.
#pragma once

#include "text.hpp"

#include <string>
#include <vector>

namespace kroniek {

// What the rules of a language add; part of the pack.
struct TextSettings {
  std::string language;
  bool plain_boundaries = false;  // has_plain_boundaries(language)
  std::vector<std::string> abbreviations;      // lower case, without the last full stop; no sentence ends after them
  std::vector<std::string> capital_words;      // lower case, with the word before: "op x" is no initial
  std::vector<std::string> sentence_abbreviations;  // a sentence may end after them if a capital follows
  template <class A>
  void fields(A& a) { a(language, plain_boundaries, abbreviations, capital_words, sentence_abbreviations); }
};

// Fills tokens and sentences of `text`, block by block.
void tokenize(const Document& document, const TextSettings& settings, Text& text);

}  // namespace kroniek
