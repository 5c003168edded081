// Who else sits at the table of talks, and who only asks the questions.
#include "fillers.hpp"

#include "../actors/roles.hpp"

#include <algorithm>

namespace kroniek {

// "zat met X aan tafel, in het gezelschap van Y"
void RoleFiller::add_attendants(EventHit& hit, const Clause& clause) const {
  const auto& roles = story_.rules.rules[hit.rule].roles;
  const auto role = std::find_if(roles.begin(), roles.end(), [](const RoleRule& r) { return r.role == 0; });
  if (role == roles.end() || people(hit) == 0) return;
  for (const auto p : clause.phrases) {
    const auto preposition = parse_.phrases[p].preposition;
    if (preposition != 0 && lexicon_.in_class(preposition, classes_.attended)) add_phrase(hit, *role, p);
  }
}

// "de gesprekken die zij voeren", "het telefoontje waarin zij dat afspraken": who does it stands in the relative clause.
void RoleFiller::relative(EventHit& hit, const RoleRule& role) const {
  for (std::uint32_t k = 0; k < parse_.clauses.size(); ++k) {
    const auto& below = parse_.clauses[k];
    if (below.kind != ClauseKind::relative || below.antecedent == kNone || below.opener == kNone || !hangs_on(parse_, below.antecedent, hit.phrase)) continue;
    const bool within = opened_by(lexicon_, parse_, below, classes_.wherein);
    const auto subject = deep_subject(known_, story_.classes, parse_, k);
    const bool itself = subject == hit.phrase || subject == below.antecedent;
    const bool takes_place = itself && verb_in(lexicon_, below.verb, classes_.happen);  // "het overleg dat met Y zou plaatsvinden"
    const bool attends = verb_in(lexicon_, below.verb, classes_.attends);  // "de top waaraan X deelnam"
    if (!within && !takes_place && !attends && !verb_in(lexicon_, below.verb, classes_.support)) continue;
    if (!itself) add_phrase(hit, role, subject, true);
    for (const auto p : below.phrases) {
      const auto& phrase = parse_.phrases[p];
      if (phrase.preposition != 0 && (within || phrase.of == kNone || parse_.atoms[parse_.phrases[phrase.of].head].tag == Tag::name) && lexicon_.in_class(phrase.preposition, classes_.with)) add_phrase(hit, role, p);
    }
    if (!within) continue;
    for (const auto p : {deep_object(known_, story_.classes, parse_, k), below.indirect}) add_phrase(hit, role, p);
  }
}

// "X noemde het gesprek met Y goed", "was tevreden over het gesprek met Y": it was his own.
bool RoleFiller::judges_own(const EventHit& hit, std::uint32_t c) const {
  const auto& clause = parse_.clauses[c];
  const auto preposition = parse_.phrases[hit.phrase].preposition;
  const bool named = preposition == 0 && hit.phrase == clause.object && verb_in(lexicon_, clause.verb, classes_.describe);
  const bool felt = preposition != 0 && verb_in(lexicon_, clause.verb, story_.classes.copula) && (lexicon_.in_class(preposition, classes_.about) || lexicon_.in_class(preposition, classes_.of));
  if ((!named && !felt) || !is_definite(hit.phrase) || people(hit) != 1) return false;
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) {
    return parse_.phrases[p].of == hit.phrase && parse_.phrases[p].preposition != 0 && lexicon_.in_class(parse_.phrases[p].preposition, classes_.with);
  });
}

// "het gesprek met X en Y": nobody else of those who were there is named.
bool RoleFiller::all_are_with(const EventHit& hit, int people) const {
  const auto& phrases = parse_.clauses[hit.clause].phrases;
  return people > 1 && std::any_of(phrases.begin(), phrases.end(), [&](std::uint32_t p) {
    const auto& phrase = parse_.phrases[p];
    return phrase.of == hit.phrase && phrase.preposition != 0 && lexicon_.in_class(phrase.preposition, classes_.with) && std::ssize(actors_in(known_, parse_, p)) == people;
  });
}

// "een gesprek met Reuters": an interview is no talks. Takes the press out; true if it was there.
bool RoleFiller::drop_press(EventHit& hit) const {
  const auto press = [&](const Filler& filler) { return filler.role == 0 && is_media(story_.gazetteer, filler.who); };
  return std::erase_if(hit.fillers, press) > 0;
}

}  // namespace kroniek
