#include "attachment.hpp"

#include <algorithm>

namespace kroniek {

void Attachment::attach(Clause& clause) {
  for (std::size_t k = 1; k < clause.phrases.size(); ++k) {
    const auto p = clause.phrases[k];
    auto& phrase = parse_.phrases[p];
    if (phrase.preposition == 0 || phrase.function == Function::time || phrase.of != kNone) continue;
    // "het plan voor het | door Peru | voorgestelde bestand" hangs on what stands before its own attribute.
    auto first = phrase.first;
    auto at = k;
    while (at > 0 && parse_.phrases[clause.phrases[at - 1]].of == p) first = parse_.phrases[clause.phrases[--at]].first - 2;
    if (at == 0) continue;
    const auto before = clause.phrases[at - 1];
    // "een gesprek van een uur tussen X en Y", "een bezoek op dinsdag van X"
    if (at > 1 && parse_.phrases[before].function == Function::time && parse_.phrases[before].preposition != 0 && parse_.phrases[before].last == first &&
        (is_of(lexicon_, parse_.phrases[before].preposition, classes_.of) || is_of(lexicon_, phrase.preposition, classes_.of)) && parse_.phrases[clause.phrases[at - 2]].last == parse_.phrases[before].first) {
      phrase.of = clause.phrases[at - 2];
      continue;
    }
    const auto end = parse_.phrases[before].last;
    const bool next = end == first || (end + 1 == first && parse_.atoms[end].tag == Tag::quote);  // "hun ‘gesprek’ met X"
    if (next && parse_.phrases[before].function != Function::time && parse_.atoms[parse_.phrases[before].head].tag != Tag::pronoun) phrase.of = before;
    if (at < k) continue;
    if (phrase.of == kNone) phrase.of = behind_time(clause, k);
    if (phrase.of == kNone) phrase.of = behind_set_off_time(clause, k);
    // "het bezoek aan Parijs van X", "vindt plaats in Parijs tussen X en Y": nothing is of a place's name.
    const bool own = is_of(lexicon_, phrase.preposition, classes_.of) ? parse_.phrases[before].of != kNone : is_of(lexicon_, phrase.preposition, classes_.between);
    if (phrase.of == before && own && names_place(before)) phrase.of = parse_.phrases[before].of;
  }
}

void Attachment::free_object(Clause& clause) {
  if (clause.parent == kNone || clause.phrases.empty() || !lexicon_.is_a(parse_.clauses[clause.parent].verb, classes_.accuse)) return;
  const auto points = [&](const Clause& c) { return std::any_of(c.atoms.begin(), c.atoms.end(), [&](std::uint32_t i) { return is(parse_.atoms[i], classes_.there); }); };
  if (!points(clause) && !points(parse_.clauses[clause.parent])) return;
  const auto p = std::find_if(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t i) { return is_of(lexicon_, parse_.phrases[i].preposition, classes_.of); });
  if (p == clause.phrases.end()) return;
  auto& phrase = parse_.phrases[*p];
  if (phrase.last - phrase.first < 2) return;
  phrase.preposition = 0;
  phrase.function = Function::none;
  phrase.of = kNone;
  ++phrase.first;
}

// "een beraad, eerder die dag, van X met Y": the time between the commas parts the noun from what belongs to it.
std::uint32_t Attachment::behind_set_off_time(const Clause& clause, std::size_t k) const {
  auto at = parse_.phrases[clause.phrases[k]].first;
  if (at < 3 || !is_of(lexicon_, parse_.phrases[clause.phrases[k]].preposition, classes_.of) || parse_.atoms[at - 1].tag != Tag::comma || parse_.atoms[at - 2].tag != Tag::time) return kNone;
  at -= 2;
  while (at > 0 && parse_.atoms[at - 1].tag == Tag::time) --at;
  if (at == 0 || parse_.atoms[at - 1].tag != Tag::comma) return kNone;
  while (k-- > 0) {
    const auto& phrase = parse_.phrases[clause.phrases[k]];
    if (phrase.function != Function::time && phrase.first < at) return phrase.last + 1 == at ? clause.phrases[k] : kNone;
  }
  return kNone;
}

// ... which itself belongs to a noun.
bool Attachment::names_place(std::uint32_t p) const {
  const auto& phrase = parse_.phrases[p];
  if (phrase.preposition == 0 || is_of(lexicon_, phrase.preposition, classes_.of) || phrase.last - phrase.first != 2) return false;
  const auto& name = parse_.atoms[phrase.head];
  return name.tag == Tag::name && !(name.mention != kNone && known_.mentions[name.mention].person) && (name.mention != kNone || is(name, classes_.place));
}

// "Na het gesprek dinsdag met X zei hij": before the finite verb of a main clause stands one thing, so that what
// follows its time belongs to it too.
std::uint32_t Attachment::behind_time(const Clause& clause, std::size_t k) const {
  auto at = parse_.phrases[clause.phrases[k]].first;
  if (clause.kind != ClauseKind::main || clause.finite == kNone || at > clause.finite) return kNone;
  const auto end = at;
  while (at > 0 && parse_.atoms[at - 1].time != kNone) --at;
  if (at == end) return kNone;
  while (k-- > 0) {
    const auto before = clause.phrases[k];
    const auto& phrase = parse_.phrases[before];
    if (phrase.function == Function::time || phrase.first >= at) continue;
    const auto tag = parse_.atoms[phrase.head].tag;
    return phrase.last == at && (tag == Tag::noun || tag == Tag::content) ? before : kNone;
  }
  return kNone;
}

}  // namespace kroniek
