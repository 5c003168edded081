#include "possessives.hpp"

namespace kroniek {

namespace {

bool ends_clause(const ActorWords& words, TokenId token) {
  return words.punct(token) || words.at(token).own.has_any({Word::complementizer, Word::subordinator, Word::relative});
}

// A word that can follow a possessive: a noun, or what stands before one.
bool begins_noun(const ActorWords& words, TokenId token) {
  const auto& can = words.at(token);
  const auto& here = words.text().tokens[token];
  if (can.own.has_any({Word::determiner, Word::preposition, Word::coordinator, Word::relative, Word::nominative, Word::complementizer}) && !can.noun) return false;
  if (can.pronoun && !can.noun) return false;
  if (here.has(kCapital) || here.has(kDigits) || can.noun || can.adjective || can.bare_stem) return true;
  if (can.own.has_any({Word::adverb, Word::subordinator})) return false;
  return here.form == 0 || !can.verb;
}

// Whether the clause around the token has a finite verb besides it.
bool has_other_finite(const ActorWords& words, TokenId token, const Sentence& sentence) {
  const auto finite = [&](TokenId t) {
    const auto& can = words.at(t);
    if (words.atom(t).actor != kNoActor) return false;  // a name that looks like a verb
    return (can.finite && !can.noun && !can.adjective && !can.participle && !can.own.has_any({Word::preposition, Word::adverb})) || can.own.has(Word::auxiliary);
  };
  for (auto t = token; t > sentence.first && !ends_clause(words, t - 1); --t) {
    if (finite(t - 1)) return true;
  }
  for (auto t = token + 1; t < sentence.last && !ends_clause(words, t); ++t) {
    if (finite(t)) return true;
  }
  return false;
}

}  // namespace

bool is_possessive(const ActorWords& words, TokenId token, const Sentence& sentence) {
  const auto& own = words.at(token).own;
  auto next = token + 1;
  while (next < sentence.last && words.punct(next) && words.text().tokens[next].has(kSpaceBefore) && next < token + 2 && words.text().word(next) != "-") ++next;
  if (next >= sentence.last || words.punct(next) || !begins_noun(words, next)) return false;
  const auto& after = words.at(next);
  if (!own.has(Word::poss_his) || !words.at(token).verb) {
    // "die haar steunt", "die haar bezocht": an object before its verb
    return after.noun || after.adjective || after.bare_stem || !after.finite;
  }
  // "vier steden zijn aangevallen door": a participle that no noun follows.
  const bool attributive = after.adjective && next + 1 < sentence.last && !words.punct(next + 1) && begins_noun(words, next + 1);
  if (after.participle && !attributive && !after.noun) return false;
  if (token == sentence.first || words.first_word(token)) return !words.is(next, Word::determiner);
  const auto& before = words.at(token - 1);
  if (before.own.has(Word::te)) return false;
  // ", zijn gastheer": a plural verb has no subject in the singular.
  if (words.text().word(token - 1) == "," && after.noun && !after.plural_noun) return true;
  if (before.own.has(Word::preposition) && !before.own.has(Word::adverb)) return true;
  if (before.own.has(Word::we)) return false;
  // No verb follows these at once, but for "dat zijn" at the begin.
  if (before.own.has_any({Word::complementizer, Word::subordinator}) && token - 1 > sentence.first && !words.punct(token - 2) && !words.is(token - 1, Word::definite)) return true;
  if (before.own.has(Word::complementizer) && token - 1 > sentence.first && !words.punct(token - 2)) return true;
  if (before.own.has(Word::nominative)) return before.own.has(Word::ref_he) || !before.own.has_any({Word::ref_she_they, Word::we});
  if (before.finite && !before.noun) return true;
  // "X verwijt zijn collega": a noun without an article would not stand here.
  const auto told = next + (after.adjective && !after.noun ? 1 : 0);
  const bool one = told < sentence.last && words.at(told).noun && !words.at(told).plural_noun && !words.at(told).verb;
  const bool bare = token > sentence.first + 1 && !words.at(token - 2).adjective && !words.at(token - 2).own.has_any({Word::determiner, Word::preposition, Word::quantifier});
  if (before.finite && before.singular_verb && bare && one) return true;
  // "Oekraïne en zijn buren", but "moe en zijn bezorgd"
  if (before.own.has(Word::coordinator)) {
    const bool noun = after.noun || words.text().tokens[next].form == 0;
    const bool longer = after.adjective && next + 1 < sentence.last && !words.punct(next + 1) && begins_noun(words, next + 1) && !words.at(next + 1).verb;
    if (noun || longer) return true;
  }
  return has_other_finite(words, token, sentence);
}

}  // namespace kroniek
