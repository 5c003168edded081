// Who else sits at the table of talks, and who only asks the questions.
#include "fillers.hpp"

#include "../actors/roles.hpp"

#include <algorithm>

namespace kroniek {

// Those behind a preposition of the class take part too, if the rule has participants.
void RoleFiller::add_participants(EventHit& hit, const Clause& clause, ClassId behind) const {
  const auto& roles = story_.rules.rules[hit.rule].roles;
  const auto role = std::find_if(roles.begin(), roles.end(), [](const RoleRule& r) { return r.role == 0; });
  if (role == roles.end()) return;
  for (const auto p : clause.phrases) {
    const auto preposition = parse_.phrases[p].preposition;
    if (preposition != 0 && lexicon_.in_class(preposition, behind)) add_phrase(hit, *role, p);
  }
}

// "zat met X aan tafel, in het gezelschap van Y"
void RoleFiller::add_attendants(EventHit& hit, const Clause& clause) const {
  if (people(hit) > 0) add_participants(hit, clause, classes_.attended);
}

// "was in Oslo, waar een gesprek met Y begon": who is there talks with Y.
void RoleFiller::add_who_is_there(EventHit& hit, const Clause& clause) const {
  if (hit.phrase == kNone || people(hit) != 1 || clause.kind != ClauseKind::relative || clause.parent == kNone || !opened_by(lexicon_, parse_, clause, classes_.where)) return;
  const auto with_him = [&](std::uint32_t p) {
    const auto preposition = parse_.phrases[p].preposition;
    return preposition != 0 && lexicon_.in_class(preposition, classes_.with) && participant_in(actors_in(known_, parse_, p), hit);
  };
  if (std::none_of(clause.phrases.begin(), clause.phrases.end(), with_him)) return;
  for (auto& who : doers_of(known_, story_.classes, parse_, clause.parent)) hit.fillers.push_back(std::move(who));
}

// "naast X kwam ook Y", "sprak behalve met X ook met Y"
void RoleFiller::add_besides(EventHit& hit, const Clause& clause) const {
  if (hit.phrase != kNone) return;
  const auto beside_them = [&](std::uint32_t p) {
    const auto& phrase = parse_.phrases[p];
    if (phrase.first == 0 || parse_.atoms[phrase.first - 1].form == 0 || !lexicon_.in_class(parse_.atoms[phrase.first - 1].form, classes_.also)) return false;
    const auto who = actors_in(known_, parse_, p);
    return !who.empty() && std::all_of(who.begin(), who.end(), [&](const Filler& filler) { return takes_part(hit, filler.who); });
  };
  if (std::any_of(clause.phrases.begin(), clause.phrases.end(), beside_them)) add_participants(hit, clause, classes_.besides);
}

void RoleFiller::keep_once(std::vector<Filler>& fillers) {
  std::vector<Filler> kept;
  for (auto& filler : fillers) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Filler& k) { return k.role == filler.role && k.who.id == filler.who.id && (!filler.who.id.empty() || k.first == filler.first); });
    if (!known) kept.push_back(std::move(filler));
  }
  fillers = std::move(kept);
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
    if (!itself) add_phrase(hit, role, subject, !is_talks(story_, hit));  // no "gesprek waarin de Russische eisen centraal stonden"
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

// "na overleg met X zei Y": Y is the other one. "In een telefoongesprek beloofde X Y hulp", "tijdens overleg kwamen X en Y
// overeen": both are.
void RoleFiller::companions(EventHit& hit, const RoleRule& role, std::uint32_t c) const {
  const auto preposition = parse_.phrases[hit.phrase].preposition;
  if (judges_own(hit, c)) {
    const auto judge = subject_of(hit, c);
    const auto who = actors_in(known_, parse_, judge);
    if (std::none_of(who.begin(), who.end(), [&](const Filler& filler) { return is_spokesperson(story_.gazetteer, filler.who); })) add_phrase(hit, role, judge, true);
    return;
  }
  if (preposition == 0) return;
  // "het voorstel van X voor een ontmoeting met Y": he who asks for it wants to be there.
  if (const auto asked = asking_noun(hit.phrase); asked != kNone && people(hit) == 1) return owners(hit, role, asked);
  // "zei X voor de vergadering met Y"
  const auto& here = parse_.clauses[c];
  const bool inverted = !here.atoms.empty() && here.atoms.front() == here.finite;  // "..., zei X voor een gesprek met Y"
  const bool ahead = lexicon_.in_class(preposition, classes_.before) && verb_in(lexicon_, here.verb, story_.classes.says_that) && (is_definite(hit.phrase) || inverted);
  // "mocht niet aanschuiven bij het overleg van X"
  if (parse_.clauses[c].negated && verb_in(lexicon_, parse_.clauses[c].verb, classes_.attends)) return;
  // "vliegt naar Riyad voor overleg met X"
  const bool purpose = lexicon_.in_class(preposition, classes_.purpose) && verb_in(lexicon_, parse_.clauses[c].verb, classes_.visit_verb);
  if (!purpose && !ahead && !lexicon_.in_class(preposition, classes_.adverbial)) return;
  const auto subject = subject_of(hit, c);
  const auto others = people(hit);
  if (others == 1 || all_are_with(hit, others)) add_phrase(hit, role, subject, true);
  if (others == 1 && people(hit) == 1) told_of_before(hit, role, parse_.clauses[c]);
  if (others != 0 || subject == kNone || is_definite(hit.phrase)) return;
  if (actors_in(known_, parse_, subject).size() > 1) {
    add_phrase(hit, role, subject, true);
    return;
  }
  if (!lexicon_.in_class(preposition, classes_.wherein_preposition)) return;
  const auto& clause = parse_.clauses[c];
  for (const auto p : {deep_object(known_, story_.classes, parse_, c), clause.indirect}) {
    if (p == kNone || actors_in(known_, parse_, p).empty()) continue;
    add_phrase(hit, role, subject, true);
    add_phrase(hit, role, p);
    return;
  }
}

// "het gesprek met X en Y": nobody else of those who were there is named.
bool RoleFiller::all_are_with(const EventHit& hit, int people) const {
  const auto& phrases = parse_.clauses[hit.clause].phrases;
  return people > 1 && std::any_of(phrases.begin(), phrases.end(), [&](std::uint32_t p) {
    const auto& phrase = parse_.phrases[p];
    return phrase.of == hit.phrase && phrase.preposition != 0 && lexicon_.in_class(phrase.preposition, classes_.with) && std::ssize(actors_in(known_, parse_, p)) == people;
  });
}

// "een gesprek met Reuters": an interview is no talks. Takes the press out; true if it was there. Who speaks for somebody
// tells of his talks: "een woordvoerder noemde het bezoek nuttig".
bool RoleFiller::drop_press(EventHit& hit) const {
  if (hit.phrase != kNone) std::erase_if(hit.fillers, [&](const Filler& filler) { return filler.role == 0 && is_spokesperson(story_.gazetteer, filler.who); });
  const auto press = [&](const Filler& filler) { return filler.role == 0 && (is_media(story_.gazetteer, filler.who) || holds_class(known_, filler.first, filler.last, classes_.press)); };
  return std::erase_if(hit.fillers, press) > 0;
}

// "vroeg naar het voorstel", "wees op de eis": who does so has not made it; "komt met een voorstel" has.
bool RoleFiller::only_spoken_of(const EventHit& hit) const {
  const auto preposition = parse_.phrases[hit.phrase].preposition;
  if (preposition == 0) return false;
  const auto& type = story_.rules.types[hit.type];
  // "lieten zich uit over het telefoongesprek": with whom it was is not said.
  if (type.plover == kTalks && people(hit) == 0) return lexicon_.in_class(preposition, classes_.about).has_value();
  if (!type.speech_act) return false;
  // "is blij met de toezegging van X"
  if (people(hit) > 0 && verb_in(lexicon_, parse_.clauses[hit.clause].verb, story_.classes.copula)) return true;
  return lexicon_.in_class(preposition, classes_.spoken_of).has_value();
}

// "X en Y voeren gesprekken"
bool RoleFiller::had_by_subject(const EventHit& hit) const {
  if (parse_.clauses[hit.clause].object != hit.phrase || !verb_in(lexicon_, parse_.clauses[hit.clause].verb, classes_.support)) return false;
  return !doers_of(known_, story_.classes, parse_, hit.clause).empty();
}

}  // namespace kroniek
