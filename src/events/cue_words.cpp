#include "cue_words.hpp"

#include <algorithm>

namespace kroniek {

bool added_behind(const Parse& parse, const Clause& clause, std::uint32_t word) {
  if (clause.finite == kNone || word < clause.finite || word + 1 >= parse.atoms.size() || parse.atoms[word - 1].tag != Tag::comma) return false;
  const auto next = parse.atoms[word + 1].tag;
  return next == Tag::preposition || next == Tag::time;
}

bool done_with(const Lexicon& lexicon, const Parse& parse, std::uint32_t word, ClassId ready, ClassId with) {
  return is_of(lexicon, parse.atoms[word], ready) && word + 1 < parse.atoms.size() && is_of(lexicon, parse.atoms[word + 1], with);
}

bool is_attribute(const Parse& parse, const Clause& clause, std::uint32_t word) {
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t i) {
    const auto& phrase = parse.phrases[i];
    const auto article = [&](std::uint32_t at) { return parse.atoms[at].tag == Tag::determiner; };
    return phrase.first < word && word < phrase.head && (article(phrase.first) || (phrase.first + 1 < word && article(phrase.first + 1)));
  });
}

}  // namespace kroniek
