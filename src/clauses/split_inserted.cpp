// What stands between the commas of a clause, which goes on behind it.
#include "splitter.hpp"

namespace kroniek {

// "zegde zijn reis, die dinsdag zou beginnen, op het laatste moment af", "trekt, zo zei X, zijn troepen terug uit Y": the rest is of the
// clause around.
bool Splitter::awaits_particle(std::uint32_t from) const {
  const bool told = clause().kind == ClauseKind::main && clause().parent != kNone;
  if (!told && clause().kind != ClauseKind::relative) return false;
  const auto& around = parse_.clauses[clause().parent];
  if (verb_final(clause().parent) || around.finite == kNone) return false;
  for (auto i = from; i < atoms_.size() && !hard_boundary(atoms_[i].tag); ++i) {
    if (atoms_[i].tag == Tag::verb || atoms_[i].tag == Tag::relative || atoms_[i].tag == Tag::subordinator) return false;
    const bool before_phrase = atoms_[i].tag != Tag::preposition && i + 1 < atoms_.size() && atoms_[i + 1].tag == Tag::preposition;
    const bool ends = before_phrase || i + 1 == atoms_.size() || hard_boundary(atoms_[i + 1].tag) || atoms_[i + 1].tag == Tag::comma || atoms_[i + 1].tag == Tag::coordinator;
    if (ends && atoms_[i].form != 0 && known_.lexicon.separable(atoms_[around.finite].verb, atoms_[i].form) != 0) return true;
  }
  return false;
}

// "waar hij te gast was bij X, met Y": another preposition than stands before, so that the two are no list.
bool Splitter::adds_preposition(std::uint32_t comma) const {
  if (atoms_[comma + 1].tag != Tag::preposition || comma + 2 >= atoms_.size() || !nominal(comma + 2) || clause().finite == kNone) return false;
  for (auto i = clause().finite; i < comma; ++i) {
    if (atoms_[i].tag == Tag::preposition && atoms_[i].form == atoms_[comma + 1].form) return false;
  }
  return atoms_[comma - 1].tag == Tag::name;
}

// "belde, toen ze in Oslo was, met X": between two commas inside a main clause, which goes on behind the second.
bool Splitter::inserted(std::uint32_t comma) const {
  const auto kind = clause().kind;
  if (kind == ClauseKind::main && clause().parent != kNone && (atoms_[comma + 1].tag == Tag::time || atoms_[comma + 1].tag == Tag::preposition)) {
    auto begin = comma;  // "sprak, zo meldt Y, vrijdag met X": nothing stands behind the verb yet
    while (begin > 0 && parse_.clause_of[begin - 1] == current_) --begin;
    return begin > 1 && !verb_final(clause().parent) && parse_.clauses[clause().parent].finite == begin - 2;
  }
  if (kind != ClauseKind::relative && kind != ClauseKind::adverbial && kind != ClauseKind::conditional) return false;
  if (clause().opener == kNone || clause().opener < 2 || verb_final(clause().parent) || !state_[clause().parent].finite) return false;
  if (parse_.clause_of[comma - 1] != current_ || !(atoms_[comma - 1].tag == Tag::verb || adds_preposition(comma))) return false;
  auto before = clause().opener - 1;
  if (atoms_[before].tag == Tag::preposition && parse_.clause_of[before] == current_) --before;
  return atoms_[before].tag == Tag::comma;
}

// "X, zei Y, belde met Z", "De top, zo meldt Y, begint": who says it, before the verb of a main clause, which comes at once behind.
bool Splitter::told_before_verb(std::uint32_t comma) const {
  if (current_ != 0 || state_[0].finite || comma == 0 || !nominal(comma - 1)) return false;
  const bool thus = is(comma + 1, classes_.thus);
  const auto verb = comma + (thus ? 2 : 1);
  if (verb + 1 >= atoms_.size() || atoms_[verb].tag != Tag::verb || !atoms_[verb].finite) return false;
  auto end = verb + 1;
  while (end < atoms_.size() && atoms_[end].tag != Tag::comma && atoms_[end].tag != Tag::quote && !hard_boundary(atoms_[end].tag)) ++end;
  if (end == verb + 1 || end + 1 >= atoms_.size() || atoms_[end].tag != Tag::comma || atoms_[end + 1].tag != Tag::verb || !atoms_[end + 1].finite) return false;
  const auto particle = atoms_[end - 1].form;
  return thus || verb_is(atoms_[verb].verb, classes_.says_that) || (particle != 0 && verb_is(known_.lexicon.separable(atoms_[verb].verb, particle), classes_.says_that));
}

// "eisen die X, onder wie Y, had gesteld", "uitleg waarom raketten, die er zijn, niet komen", "wapens die X, Y en Z leveren": the verb
// that ends the clause, behind what is inserted or listed.
std::uint32_t Splitter::finite_beyond(std::uint32_t from) const {
  auto i = from;
  const auto to_sign = [&](bool verbs) {
    bool verb = false;
    for (; i < atoms_.size() && atoms_[i].tag != Tag::comma; ++i) {
      const auto tag = atoms_[i].tag;
      if (hard_boundary(tag) || tag == Tag::subordinator || tag == Tag::opener || tag == Tag::te || (!verbs && (tag == Tag::verb || tag == Tag::relative))) return false;
      verb = verb || tag == Tag::verb;
    }
    return i + 1 < atoms_.size() && verb == verbs;
  };
  if (!to_sign(false)) return kNone;
  if (!joins_list(i)) {
    const auto left = atoms_[i - 1].tag;
    ++i;
    const bool clause = atoms_[i].tag == Tag::relative || (atoms_[i].tag == Tag::preposition && i + 1 < atoms_.size() && atoms_[i + 1].tag == Tag::relative);
    if ((left != Tag::name && left != Tag::noun && left != Tag::content) || atoms_[i].tag == Tag::coordinator || !to_sign(clause || participle_inserted(i))) return kNone;
  }
  const auto finite = finite_ahead(i + 1, false);
  return finite != kNone && atoms_[i + 1].tag != Tag::coordinator && !begins_with_verb(i + 1) && (verbs_end(finite) || atoms_[finite + 1].tag == Tag::verb) ? finite : kNone;
}

// "maar X, Y en Z willen": the verb at once behind the list that begins there.
std::uint32_t Splitter::finite_behind_list(std::uint32_t from) const {
  auto i = from;
  const auto skip = [&](bool comma) {
    while (i < atoms_.size() && (nominal(i) || atoms_[i].tag == Tag::determiner || atoms_[i].tag == Tag::adjective || atoms_[i].tag == Tag::number || (comma && atoms_[i].tag == Tag::comma))) ++i;
  };
  skip(false);
  if (i + 1 >= atoms_.size() || atoms_[i].tag != Tag::comma || !joins_list(i)) return kNone;
  skip(true);
  ++i;
  skip(false);
  return i < atoms_.size() && begins_with_verb(i) ? i : kNone;
}

// "bestand nog niet in zicht", "geen slachtoffers": up to the end a noun phrase without a verb, of which something is denied; but
// "Y niet" denies of Y what was said of X, and "geld en geen tanks" goes on with a list.
bool Splitter::denies_another(std::uint32_t from) const {
  const auto denies = [&](std::uint32_t i) { return atoms_[i].tag == Tag::negation || is(i, classes_.negative_determiner); };
  if (!(nominal(from) || atoms_[from].tag == Tag::adjective || atoms_[from].tag == Tag::determiner)) return false;
  std::uint32_t negation = kNone;
  auto i = from;
  for (; i < atoms_.size() && !hard_boundary(atoms_[i].tag); ++i) {
    const auto tag = atoms_[i].tag;
    if ((tag == Tag::verb && !atoms_[i].participle) || tag == Tag::comma || tag == Tag::te || tag == Tag::relative || tag == Tag::subordinator || tag == Tag::opener || (negation == kNone && tag == Tag::coordinator)) return false;
    if (negation == kNone && denies(i)) negation = i;
  }
  return negation != kNone && negation + 1 < i;
}

// ", bezocht X en sloot af met Y": one of the deeds of the subject that has come; but ", zei X en vertrok".
bool Splitter::one_of_several(std::uint32_t verb) const {
  if (verb + 1 < atoms_.size() && atoms_[verb + 1].tag == Tag::pronoun && is(verb + 1, classes_.oblique) && !is(verb + 1, classes_.nominative)) return true;  // ", beloofde hem tanks"
  if (verb_is(atoms_[verb].verb, classes_.says_that)) return false;
  for (auto i = verb + 1; i + 1 < atoms_.size() && !hard_boundary(atoms_[i].tag); ++i) {
    const auto tag = atoms_[i].tag;
    if (tag == Tag::coordinator && begins_with_verb(i + 1)) return true;
    if (tag == Tag::verb || tag == Tag::subordinator || tag == Tag::relative || tag == Tag::opener || tag == Tag::comma) return false;
  }
  return false;
}

// Opens a main clause that begins with its verb.
void Splitter::new_main_at(std::uint32_t verb) {
  const auto elder = current_;
  const bool shares = !verb_final(elder) && one_of_several(verb);
  new_main();
  clause().shares_subject = shares;
  if (shares) clause().subject_of = elder;
}

// A noun phrase without a preposition begins there or behind.
bool Splitter::names_subject(std::uint32_t from, std::uint32_t to) const {
  for (auto i = from; i < to; ++i) {
    if (!nominal(i)) continue;
    auto begin = i;
    while (begin > from && (atoms_[begin - 1].tag == Tag::determiner || atoms_[begin - 1].tag == Tag::adjective || atoms_[begin - 1].tag == Tag::number || nominal(begin - 1))) --begin;
    if (begin == from || (atoms_[begin - 1].tag != Tag::preposition && atoms_[begin - 1].tag != Tag::coordinator)) return true;
  }
  return false;
}

// "is er een hof, en andere landen vinden dat": "is" waits for no infinitive, so that the verb is that of a new subject.
bool Splitter::sets_off(std::uint32_t from, std::uint32_t i) const {
  if (clause().finite == kNone || atoms_[i].participle || i == from || auxiliary(atoms_[i].verb) || verb_is(atoms_[i].verb, classes_.takes_infinitive)) return false;
  const auto governs = atoms_[clause().finite].verb;
  if (!auxiliary(governs) || verb_is(governs, classes_.aux_modal)) return false;
  for (auto j = from; j < i; ++j) {
    if (atoms_[j].tag == Tag::verb) return false;
  }
  return nominal_between(from, i);
}

// "moet instemmen, maar X verwacht", "heeft gebeld en X ontmoet Y": no participle is behind a modal verb alone, or has an object behind it.
bool Splitter::completes_participle(std::uint32_t from, std::uint32_t i) const {
  if (clause().finite == kNone || clause().finite >= from) return true;
  const auto next = i + 1 < atoms_.size() ? atoms_[i + 1].tag : Tag::end;
  if (next == Tag::determiner || next == Tag::name || next == Tag::pronoun) return false;
  const auto governor = atoms_[clause().finite].verb;
  if (next == Tag::subordinator && is(i + 1, classes_.complementizer) && !verb_is(governor, classes_.aux_have) && nominal_between(from, i)) return false;  // "is ziek en X verwacht dat"
  if (!verb_is(governor, classes_.aux_modal)) return true;
  return std::any_of(atoms_.begin() + clause().finite + 1, atoms_.begin() + from, [&](const Atom& atom) { return atom.tag == Tag::verb && auxiliary(atom.verb) && !verb_is(atom.verb, classes_.aux_modal); });
}

}  // namespace kroniek
