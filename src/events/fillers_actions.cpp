// Who does what an infinitive with an article tells of ("het sturen van militairen").
#include "fillers.hpp"

#include <algorithm>

namespace kroniek {

// "sluit het sturen van militairen uit", "is begonnen (heeft een begin gemaakt, is bezig) met het sturen van militairen": who sends
// them is the subject of the verb above.
bool RoleFiller::done_by_subject(const EventHit& hit, std::uint32_t c) const {
  const auto& clause = parse_.clauses[c];
  const auto& phrase = parse_.phrases[hit.phrase];
  if (phrase.preposition == 0) return verb_in(lexicon_, clause.verb, classes_.control) && deep_object(known_, story_.classes, parse_, c) == hit.phrase;
  if (phrase.of != kNone && phrase.of != clause.object) return false;
  if (verb_in(lexicon_, clause.verb, classes_.undertakes)) return true;
  return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) { return i < phrase.first && parse_.atoms[i].tag != Tag::verb && is_of(lexicon_, parse_.atoms[i], classes_.undertakes); });
}

// "bekritiseerde X voor het sturen van troepen", "bedankte X voor de levering", "verweet X het schenden van": X; kNone: nobody.
std::uint32_t RoleFiller::judged(const EventHit& hit, std::uint32_t c) const {
  const auto& clause = parse_.clauses[c];
  if (!verb_in(lexicon_, clause.verb, classes_.judged)) return kNone;
  const auto preposition = parse_.phrases[hit.phrase].preposition;
  const auto object = deep_object(known_, story_.classes, parse_, c);
  if (preposition == 0) return object == hit.phrase ? clause.indirect : kNone;
  return parse_.phrases[hit.phrase].of != kNone && parse_.phrases[hit.phrase].of != object ? kNone : lexicon_.in_class(preposition, classes_.with) ? kNone : object;
}

}  // namespace kroniek
