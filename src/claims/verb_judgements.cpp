// What a verb of judging says of its object.
#include "verb_cues.hpp"

#include <algorithm>

namespace kroniek {

// A judgement: an adjective of its own, or another noun behind "het".
bool VerbCues::judged(const Cue& cue, std::uint32_t object) const {
  const auto& clause = parse_->clauses[cue.clause];
  const auto& phrase = parse_->phrases[object];
  const bool pronoun = phrase.last - phrase.first == 1 && parse_->atoms[phrase.head].tag != Tag::name && parse_->atoms[phrase.head].tag != Tag::noun;
  for (const auto p : clause.phrases) {
    const auto& other = parse_->phrases[p];
    if (pronoun && p != object && other.first >= phrase.last && other.preposition == 0 && other.function != Function::time) return true;
  }
  // "vindt het belangrijk om", "vindt het dom dat": the parse makes one phrase of the pronoun and what is said of it
  const auto judging = parse_->atoms[phrase.head].tag;
  if (phrase.last - phrase.first > 1 && phrase.head > phrase.first && context_.is(parse_->atoms[phrase.first].form, context_.rules.classes.impersonal) && (judging == Tag::adjective || judging == Tag::content)) return true;
  // "vindt het plan overbodig": a word that nobody knows right behind the noun
  if (phrase.head > phrase.first && parse_->atoms[phrase.head].tag == Tag::content && parse_->atoms[phrase.head - 1].tag == Tag::noun) return true;
  for (auto i = phrase.last; i < parse_->atoms.size(); ++i) {
    const auto& atom = parse_->atoms[i];
    if (i > 0 && atom.tag == Tag::content && (parse_->atoms[i - 1].tag == Tag::adverb || parse_->atoms[i - 1].tag == Tag::te) && parse_->clause_of[i] == cue.clause) return true;  // "te klein"
    if (parse_->clause_of[i] != cue.clause || atom.first >= cue.own.second) continue;
    if (context_.mark_of[atom.first] != kNoQuote) return true;
    if (atom.form != 0 && context_.known.lexicon.has_pos(atom.form, Pos::adjective) && atom.tag != Tag::verb) {
      const auto next = i + 1 < parse_->atoms.size() ? parse_->atoms[i + 1].tag : Tag::end;
      if (next != Tag::noun && next != Tag::content && next != Tag::name && next != Tag::adjective) return true;
    }
  }
  return false;
}

// "die het plan onaanvaardbaar noemde": in front of its verb an object has what is said of it behind it.
TokenId VerbCues::predicate_end(const Clause& clause, std::uint32_t from, std::uint32_t verb) const {
  TokenId end = 0;
  for (auto i = from; i < verb; ++i) {
    const auto tag = parse_->atoms[i].tag;
    if (tag == Tag::adjective || tag == Tag::quote) end = parse_->atoms[i].last;
  }
  for (const auto p : clause.phrases) {
    const auto& phrase = parse_->phrases[p];
    if (phrase.first >= from && phrase.last <= verb && phrase.preposition == 0 && phrase.function != Function::time) end = std::max(end, parse_->atoms[phrase.last - 1].last);
  }
  return end;
}

}  // namespace kroniek
