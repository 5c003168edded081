// Whether a word opens a clause: a subordinate one, a relative one, one with an infinitive.
#include "atom_maker.hpp"

namespace kroniek {

bool AtomMaker::opens_relative(std::size_t i) const {
  if (i == 0) return false;
  const auto left = before(i);
  // Behind a preposition only "wie" and its like; else the preposition is a particle, and "dat" opens a complement.
  const bool asks = is(atoms_[i].form, classes_.interrogative);  // "weet wat hij wil", "legt uit wat hij bedoelt"
  if (asks && (left == Tag::verb || is_particle(i - 1) || opens_question(i))) return true;
  // "bereidt een missie voor die", "liet een man vrij die vastzat"
  const bool behind_particle = left == Tag::preposition || left == Tag::adverb || left == Tag::adjective;
  if (behind_particle && !is(atoms_[i].form, classes_.complementizer) && is_particle(i - 1) && finite_later(i)) return true;
  // "over wat hij wil", but "na wat overleg"
  if (left == Tag::preposition && asks && i + 1 < atoms_.size() && (begins_subject(i + 1) || (is(atoms_[i - 1].form, classes_.about) && likely_finite(atoms_[i + 1])))) return true;
  if (left == Tag::preposition) return is(atoms_[i].form, classes_.governed_relative);
  if (i == 1 && left == Tag::quote && !asks) return false;  // "‘Die tanks zijn er.’"
  // ", vervolgde hij, wie gaat dat betalen?"
  if (asks && left == Tag::comma && i + 1 < atoms_.size() && likely_finite(atoms_[i + 1]) && known_.text.word(atoms_.back().first) == "?") return false;
  // "dat er vragen zijn die moeten worden beantwoord"
  if (left == Tag::verb && !asks && !is(atoms_[i].form, classes_.complementizer) && lexicon_.is_a(atoms_[i - 1].verb, classes_.copula) && i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.aux_modal)) return true;
  // "kunnen die niet missen": the verb before waits for the infinitive, and "die" is its object.
  if (left == Tag::verb && !asks && lacks_nonfinite(i) && !clear_finite_ahead(i)) return false;
  // "wil geen wapens sturen die Rusland raken": behind the last verb no object follows.
  if (left == Tag::verb && !is(atoms_[i].form, classes_.complementizer) && last_verb(i - 1) && finite_later(i)) return true;
  // "dat het Westen de sancties opheft die zijn ingesteld": behind the verb of a subordinate clause.
  if (left == Tag::verb && atoms_[i].mention == kNone && !is(atoms_[i].form, classes_.complementizer) && !determines(i)) return !(i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.complementizer)) && finite_later(i);
  // "sprak het woord uit dat alles zei": with no subject behind it, it is the subject.
  if (is(atoms_[i].form, classes_.complementizer) && is_particle(i - 1) && subjectless(i)) return true;
  // "dat" tells of a noun of the neuter gender; behind a name ("zei Trump dat") or another noun it opens a complement.
  // "het gesprek tussen X en Y dat maandag was": but with no subject behind it and nobody who says it, it is one.
  const auto& last = known_.text.tokens[atoms_[i - 1].last - 1];
  if (i > 1 && is(atoms_[i].form, classes_.complementizer) && left == Tag::name && singled_out(i - 1)) return true;
  const bool named = last.has(kCapital) && last.tail == 0;  // but "een NAVO-lid dat"
  if (is(atoms_[i].form, classes_.complementizer) && left != Tag::comma && named) return left == Tag::name && !says_before(i, false) && subjectless(i) && neuter_before(i);
  if (is(atoms_[i].form, classes_.complementizer) && left != Tag::comma) return (left == Tag::noun || left == Tag::content) && !common_gender(i) && !is_particle(i - 1) && !opinion(i - 1) && !judged_it(i) && !says_before(i, true);
  // "het ‘plan’ dat hij voorlegde"
  if (is(atoms_[i].form, classes_.complementizer) && left == Tag::quote && i > 1 && (before(i - 1) == Tag::noun || before(i - 1) == Tag::content)) return !says_before(i, false) && finite_later(i);
  // "zei dinsdag, naast X, dat het goed ging": behind what is inserted the verb still waits for what was said.
  if (is(atoms_[i].form, classes_.complementizer) && left == Tag::comma && !subjectless(i)) {
    auto insertion = i - 1;
    while (insertion > 0 && before(insertion) == Tag::verb) --insertion;  // "toen het begon"
    while (insertion > 0 && before(insertion) != Tag::comma && !(before(insertion) == Tag::verb && atoms_[insertion - 1].finite)) --insertion;
    if (insertion > 0 && before(insertion) == Tag::comma && says_before(insertion - 1, false)) return false;
  }
  if (left == Tag::comma && told_again(i)) return false;
  if (left == Tag::pronoun && is(atoms_[i - 1].form, classes_.indefinite_pronoun)) return finite_later(i);  // "iets wat X ontkent"
  // "het bestand van drie dagen die X afkondigde"
  if (left == Tag::time && !is(atoms_[i].form, classes_.complementizer) && known_.times[atoms_[i - 1].time].kind == TimeKind::duration) return !(determines(i) && atoms_[i + 1].mention == kNone) && finite_later(i);
  // "had Peru die hulp opgeschort", "bekritiseerde Peru die aanval": the verb has come, and none is left for a relative clause.
  const bool nominal = left == Tag::name || left == Tag::content || left == Tag::noun;
  if (nominal && !asks && determines(i) && (atoms_[i + 1].mention == kNone || known_.mentions[atoms_[i + 1].mention].kind == MentionKind::nationality) && has_finite(i) && !clear_finite_ahead(i) && (!finite_before_sign(i) || (lacks_nonfinite(i) && participle_ahead(i)) || (modal_before(i) && clear_infinitive_ahead(i)))) return false;
  return nominal || left == Tag::comma || left == Tag::close || left == Tag::quote || left == Tag::dash;
}

// "het is Peru dat de steden bestookt", "is het Peru dat ...": "het" points at who is named, and told of behind.
bool AtomMaker::singled_out(std::size_t name) const {
  if (name == 0 || before(name) != Tag::verb || !atoms_[name - 1].finite || !lexicon_.is_a(atoms_[name - 1].verb, classes_.aux_be)) return false;
  return is(known_.text.tokens[atoms_[name].first].form, classes_.it) || (name == 2 && is(atoms_[0].form, classes_.it));
}

// "dat Duitsland die raketten levert": the clause around still wants its verb, and only one comes.
bool AtomMaker::leaves_one_verb(std::size_t i) const {
  if (i == 0 || before(i) == Tag::comma || !determines(i)) return false;
  auto opener = i;
  while (opener > 0 && atoms_[opener - 1].tag != Tag::subordinator && atoms_[opener - 1].tag != Tag::relative) {
    const auto tag = atoms_[--opener].tag;
    if (tag == Tag::verb || tag == Tag::comma || tag == Tag::colon || tag == Tag::end) return false;
  }
  if (opener == 0 || opener == i) return false;
  const auto named = [&](std::size_t j) { return atoms_[j].mention != kNone && known_.mentions[atoms_[j].mention].kind == MentionKind::name; };
  if (named(i + 1)) return false;  // "die Peru leidt"
  int verbs = 0;
  for (auto j = i + 1; j < atoms_.size(); ++j) {
    const auto form = atoms_[j].form;
    if (known_.text.tokens[atoms_[j].first].has(kPunct)) {
      const auto sign = punctuation(atoms_[j].first);
      if (sign == Tag::quote) continue;
      // "dat de man die raketten levert, sterk is": its verb comes behind the comma.
      if (sign == Tag::comma && !named(i - 1) && j + 1 < atoms_.size() && !likely_finite(atoms_[j + 1]) && !is(atoms_[j + 1].form, classes_.coordinator)) return false;
      break;
    }
    if (atoms_[j].mention == kNone && (is(form, classes_.relative) || is(form, classes_.complementizer) || is(form, classes_.subordinator) || is(form, classes_.coordinator))) break;
    if (!likely_finite(atoms_[j])) continue;
    ++verbs;
    while (j + 1 < atoms_.size() && likely_finite(atoms_[j + 1])) ++j;  // "zou leveren" is one
  }
  return verbs == 1;
}

// Whether a verb is the last of its clause: one that another one governs, or that of a subordinate clause.
bool AtomMaker::last_verb(std::size_t i) const {
  for (auto j = i; j-- > 0;) {
    const auto& atom = atoms_[j];
    if (atom.tag == Tag::verb && (atom.finite || before(j) == Tag::te)) return atoms_[i].infinitive || atoms_[i].participle;
    if (atom.tag == Tag::te || atom.tag == Tag::subordinator || atom.tag == Tag::relative || atom.tag == Tag::opener) return true;
    if (atom.tag == Tag::comma || atom.tag == Tag::colon || atom.tag == Tag::quote || atom.tag == Tag::coordinator) return false;
  }
  return false;
}

// "van mening dat": a noun for what somebody says, without an article of its own.
bool AtomMaker::opinion(std::size_t i) const { return i > 0 && before(i) == Tag::preposition && is(atoms_[i].form, classes_.report_noun); }

// "vindt het raar dat": no noun, but what a verb of judging says of "het", which stands for the clause.
bool AtomMaker::judged_it(std::size_t i) const {
  if (before(i) != Tag::content) return false;
  auto it = i - 1;
  while (it > 0 && before(it) == Tag::adverb) --it;
  if (it == 0 || !is(atoms_[it - 1].form, classes_.it)) return false;
  for (auto j = it - 1; j-- > 0 && before(j + 1) != Tag::comma;) {
    if (atoms_[j].tag == Tag::verb) return lexicon_.is_a(atoms_[j].verb, classes_.judges_it);
  }
  return false;
}

// A verb of saying that still waits for its "dat"; `adjunct`: and what stands before "dat" is no object of
// it, but a phrase with a preposition ("zei op televisie dat") or its subject ("zei het ministerie dat").
bool AtomMaker::says_before(std::size_t i, bool adjunct) const {
  bool nominal = adjunct;
  for (auto j = i; j-- > 0;) {
    const auto& atom = atoms_[j];
    if (atom.tag == Tag::subordinator || atom.tag == Tag::relative || atom.tag == Tag::colon || atom.tag == Tag::quote) return false;
    if (atom.tag == Tag::preposition) nominal = false;
    if (atom.tag != Tag::verb) continue;
    const bool says = lexicon_.is_a(atom.verb, classes_.says_that);
    if (says) return !nominal || (atom.finite && j > 0 && before(j) != Tag::name && before(j) != Tag::pronoun && before(j) != Tag::noun && before(j) != Tag::content);
    if (!lexicon_.is_a(atom.verb, classes_.aux_have) && !lexicon_.is_a(atom.verb, classes_.takes_infinitive)) return false;
    // "heeft in een brief gezegd dat", "liet in Parijs weten dat": the other verb decides.
  }
  return false;
}

// Nothing between here and the next finite verb can be its subject.
bool AtomMaker::subjectless(std::size_t i) const {
  bool governed = false;
  for (auto j = i + 1; j < atoms_.size(); ++j) {
    const auto& atom = atoms_[j];
    if (known_.text.tokens[atom.first].has(kPunct)) return false;
    if (atom.mention == kNone && atom.time == kNone && is(atom.form, classes_.preposition)) {
      governed = true;
      continue;
    }
    if (likely_finite(atom) && !has_pos(atom.form, Pos::noun)) return true;
    const bool word = is(atom.form, classes_.determiner) || has_pos(atom.form, Pos::noun) || has_pos(atom.form, Pos::name) || has_pos(atom.form, Pos::pronoun) || atom.form == 0;
    const bool nominal = atom.time == kNone && (atom.mention != kNone || word);
    if (nominal && !governed) return false;
    if (nominal || atom.time != kNone) governed = false;
  }
  return false;
}

// "om" and the like before "te", with no finite verb between.
bool AtomMaker::opens_infinitive(std::size_t i) const {
  const bool also_preposition = is(atoms_[i].form, classes_.preposition);
  if (is(atoms_[i].form, classes_.after) && before_its_infinitive(i)) return false;  // "het bestand na te leven": but "na te hebben gebeld"
  // "om na dat gesprek te bellen"; but "om zonder te betalen weg te komen"
  if (also_preposition && before(i) == Tag::opener && i + 1 < atoms_.size() && !is(atoms_[i + 1].form, classes_.te)) return false;
  if (also_preposition && i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.te) && before(i) != Tag::opener && awaits_te(i)) return false;  // "om het land de winter door te helpen"
  const bool inside = also_preposition && before(i) != Tag::opener && awaits_te(i);
  int verbs = 0;
  for (std::size_t j = i + 1; j < atoms_.size(); ++j) {
    const auto& atom = atoms_[j];
    if (atom.mention == kNone && atom.time == kNone && is(atom.form, classes_.te)) {
      if (inside && !te_ahead(j + 1)) return false;  // "om zonder voorwaarden te praten"; but "om zonder voorwaarden te stellen te praten"
      // A preposition that has its own noun first is no opener unless it always is one.
      return j + 1 < atoms_.size() && (!also_preposition || verbs == 0);
    }
    // "meldt na het verhoor dat hij heeft gevraagd te gaan"
    if (also_preposition && atom.mention == kNone && is(atom.form, classes_.complementizer) && is(atom.form, classes_.relative) && (!determines(j) || names_somebody(j + 1))) return false;
    // "riep X na de aanval op om te komen"
    if (also_preposition && j > i + 1 && is(atom.form, classes_.infinitive_opener) && is_particle(j - 1)) return false;
    if (known_.text.tokens[atom.first].has(kPunct)) {
      const auto word = known_.text.word(atom.first);
      if (word == "." || word == ";" || word == ":") return false;
      if (word == "," && also_preposition) {
        const auto behind = behind_inserted(j);
        if (behind == j) return false;
        j = behind;
      }
    }
    const bool attribute = is(atoms_[j - 1].form, classes_.determiner) && lexicon_.has_verb_form(atom.form, VerbForm::participle_inflected);  // "om het vereiste plan te schrappen"
    verbs += likely_finite(atom) && !has_pos(atom.form, Pos::noun) && !can_be_infinitive(atom.form) && !attribute;
    if (verbs > 0 && also_preposition) return false;
  }
  return false;
}

// Whether the clause up to here has its verb, or begins here.
bool AtomMaker::verb_before(std::size_t i) const {
  if (i == 0) return true;
  for (std::size_t j = i; j-- > 0;) {
    const auto tag = atoms_[j].tag;
    if (tag == Tag::verb) return true;
    if (tag == Tag::subordinator && j + 1 == i) return clause_before_comma(i);  // "zei dat als hij komt, zij gaat"
    if (tag == Tag::relative || tag == Tag::subordinator) return false;  // its clause still lacks its verb
    if (tag == Tag::quote && j + 1 == i) return true;
    if (tag == Tag::comma || tag == Tag::end || tag == Tag::colon) return j + 1 == i;
  }
  return false;
}

// A finite verb ends what stands before the next comma, and another follows it.
bool AtomMaker::clause_before_comma(std::size_t i) const {
  bool verb = false, comma = false;
  for (auto j = i + 1; j < atoms_.size(); ++j) {
    const auto word = known_.text.word(atoms_[j].first);
    if (word == "." || word == ";" || word == ":") return false;
    if (word == ",") {
      if (!verb) return false;
      comma = true;
    }
    if (!likely_finite(atoms_[j])) continue;
    if (comma) return true;
    verb = true;
  }
  return false;
}

// "Wat X en Y bespraken, is niet bekend": a question that is told, first in the sentence, with its verb before the comma.
bool AtomMaker::opens_free_clause(std::size_t i) const {
  if (i != 0 && !(i == 1 && before(i) == Tag::quote)) return false;
  auto comma = i + 1;
  while (comma < atoms_.size() && !known_.text.tokens[atoms_[comma].first].has(kPunct)) ++comma;
  if (comma + 1 >= atoms_.size() || comma == i + 1 || known_.text.word(atoms_[comma].first) != "," || (comma > i + 2 && likely_finite(atoms_[i + 1]))) return false;
  return has_pos(atoms_[comma - 1].form, Pos::verb) && atoms_[comma - 1].mention == kNone && likely_finite(atoms_[comma + 1]);
}

// Whether the clause before has a modal verb or auxiliary whose infinitive or participle has not come.
bool AtomMaker::lacks_nonfinite(std::size_t i) const {
  const auto verb = finite_before(i);
  return lexicon_.is_a(verb, classes_.auxiliary) || lexicon_.is_a(verb, classes_.takes_infinitive);
}

// The last verb before it since a clause opened, if that is finite; else 0.
LexemeId AtomMaker::finite_before(std::size_t i) const {
  for (auto j = i; j-- > 0;) {
    const auto& atom = atoms_[j];
    if (atom.tag == Tag::verb) return atom.finite ? atom.verb : 0;
    if (atom.tag == Tag::subordinator || atom.tag == Tag::relative || atom.tag == Tag::colon) return 0;
  }
  return 0;
}

// "zowel voor burgers als voor militairen"
bool AtomMaker::correlates(std::size_t i) const {
  if (!is(atoms_[i].form, classes_.comparative)) return false;
  for (auto j = i; j-- > 0 && atoms_[j].tag != Tag::comma && atoms_[j].tag != Tag::colon;) {
    if (atoms_[j].mention == kNone && is(atoms_[j].form, classes_.correlative)) return true;
  }
  return false;
}

// A subordinator that is a preposition, adverb or coordinator too needs a clause with a verb behind it.
bool AtomMaker::opens_subclause(std::size_t i) const {
  const auto form = atoms_[i].form;
  if (is(form, classes_.complementizer) && points_at_noun(i)) return false;
  if (i > 0 && is(form, classes_.complementizer) && has_pos(form, Pos::pronoun)) {
    if (before(i) == Tag::opener) return false;  // "om dat te doen"
    if (atoms_[i].mention == kNone && is(form, classes_.determiner) && i + 1 < atoms_.size() && atoms_[i + 1].mention == kNone && determines(i) && wants_infinitive(i)) return false;  // "zei dat voorstel te steunen", "zei achter dat voorstel te staan"
    // "als dat niet zo is", but "meer dan dat hij komt"
    if (before(i) == Tag::subordinator && (!is(atoms_[i - 1].form, classes_.comparative) || is(atoms_[i - 1].form, classes_.conditional))) return false;
    if (tells_behind_verb(i) || tells_what_there_is(i)) return true;
    const bool somebody_before = names_somebody(i - 1) || (before(i) == Tag::pronoun && is(atoms_[i - 1].form, classes_.nominative));
    if (somebody_before && !verb_before(i) && subjectless(i)) return false;  // "zodra Peru dat ook doet", "dat we dat doen"
    if (before(i) == Tag::verb && lexicon_.is_a(atoms_[i - 1].verb, classes_.aux_shall)) return false;  // "hij zou dat op 11 april hebben gedaan"
    const auto governs = [&](ClassId verbs) { return lexicon_.is_a(atoms_[i - 1].verb, verbs); };
    if (before(i) == Tag::verb && (governs(classes_.aux_modal) || governs(classes_.takes_infinitive) || governs(classes_.aux_have)) && bare_infinitive(i + 1)) return false;  // "wilde dat niet zeggen", "heeft dat laten weten"
    const auto behind = i + 1 < atoms_.size() && atoms_[i + 1].mention == kNone && is(atoms_[i + 1].form, classes_.adverb) ? i + 2 : i + 1;  // "dat ook Peru"
    const bool is_that = before(i) == Tag::verb && atoms_[i - 1].finite && governs(classes_.copula) && !finite_before_sign(i);  // "misschien is dat de reden"
    if (behind < atoms_.size() && begins_subject(behind) && !is_that) return true;
    if (before(i) == Tag::verb && governs(classes_.causative) && !finite_before_sign(i)) return false;  // "laat dat in het midden"
    if (atoms_[i].mention == kNone && says_before(i, false) && before(i) != Tag::comma && (before(i) != Tag::preposition || is_particle(i - 1)) && finite_later(i + 1)) return true;
    // ", is dat het bewijs": behind a copula that comes first it is the subject.
    if (before(i) == Tag::verb && atoms_[i - 1].finite && lexicon_.is_a(atoms_[i - 1].verb, classes_.copula) && (i == 1 || before(i - 1) == Tag::comma)) return false;
  }
  const bool only = only_opens(form);
  const bool plain = only && !is(form, classes_.ambiguous_subordinator);
  if (is(form, classes_.ambiguous_subordinator) && i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.oblique) && !is(atoms_[i + 1].form, classes_.nominative)) return false;  // "voor mij"
  // "zouden zij toen een akkoord tekenen": no verb is left for a clause of its own.
  if (!plain && i > 0 && before(i) != Tag::comma && !is(form, classes_.complementizer) && !is_particle(i - 1) && !clear_finite_ahead(i) && clear_infinitive_ahead(i) && governs_infinitive_before(i)) return false;
  // "daar", "al", "nu" open a clause only where one can begin.
  if (is(form, classes_.adverb) && i > 0) {
    const auto left = before(i);
    const bool behind_focus = left == Tag::adverb && i > 1 && before(i - 1) == Tag::comma;  // ", vooral nu"
    const bool can_begin = behind_focus || left == Tag::comma || left == Tag::quote || left == Tag::coordinator || left == Tag::dash || left == Tag::colon || left == Tag::open;
    if (!can_begin && !(is(form, classes_.bare_subordinator) && verb_before(i))) return false;
  }
  if (is(form, classes_.comparative) && (role_before_verb(i) || quality_behind(i))) return false;
  if (i > 0 && has_pos(form, Pos::adverb) && says_before(i, false) && (before(i) == Tag::verb || before(i) == Tag::name) && complement_ahead(i + 1)) return false;
  if (inverted_behind(i)) return false;
  // "gemarteld of gedood"
  const bool between_participles = i > 0 && before(i) == Tag::verb && atoms_[i - 1].participle && i + 1 < atoms_.size() && is_participle(atoms_[i + 1].form);
  if (is(form, classes_.coordinator) && between_participles) return false;
  // "die voor het eerst als premier in Kyiv was": its clause still waits for its verb.
  // "landen zoals X leveren tanks": so does the noun's.
  if ((is(form, classes_.comparative) || is(form, classes_.exemplifies)) && before(i) != Tag::comma && !verb_before(i) && !(begins_with_adverbs(i) && clause_before_comma(i))) return false;
  if (correlates(i) || joins_alternatives(i) || (is(form, classes_.preposition) && goes_on_behind_saying(i))) return false;
  if (plain) return true;
  // "zei als eerste dat": no clause before another opener; but "als Peru dat ook doet".
  if (is(form, classes_.comparative) && i + 2 < atoms_.size() && is(atoms_[i + 2].form, classes_.complementizer) && atoms_[i + 2].mention == kNone && !(names_somebody(i + 1) && subjectless(i + 2))) return false;
  // "stelde voor dat", "bereidt een bezoek voor dat", "stelde X voor om"
  if (i + 1 < atoms_.size() && (is(atoms_[i + 1].form, classes_.complementizer) || is(atoms_[i + 1].form, classes_.relative) || is(atoms_[i + 1].form, classes_.infinitive_opener)) && is_particle(i)) return false;
  // "de oproep tot een bestand bleef": inside the subject the word is a preposition.
  if (is(form, classes_.preposition) && !verb_before(i)) return false;
  // "zorgde er eerder voor dat"
  const bool that_behind = i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.complementizer);
  if (is(form, classes_.preposition) && that_behind && (!determines(i + 1) || (i + 2 < atoms_.size() && names_somebody(i + 2)))) return false;
  // "en nooit tot de NAVO toetreedt": the clause has only begun.
  auto begin = i;
  while (begin > 0 && (before(begin) == Tag::adverb || before(begin) == Tag::negation)) --begin;
  if (is(form, classes_.preposition) && begin < i && begin > 0 && before(begin) == Tag::coordinator) return false;
  // "sinds zijn aantreden": the infinitive is a noun.
  if (is(form, classes_.preposition) && i + 2 < atoms_.size() && is(atoms_[i + 1].form, classes_.possessive) && !is(atoms_[i + 1].form, classes_.nominative) && can_be_infinitive(atoms_[i + 2].form)) return false;
  // Somebody must act in the clause; a preposition has a noun and no verb.
  bool subject = false;
  int inner = 0;  // clauses that have opened and want a verb
  const bool lacks_infinitive = is(form, classes_.preposition) && lacks_nonfinite(i);
  bool acts = false;
  auto looked_at = i + 1;
  const auto somebody_before = [&](std::size_t j) {  // as somebody(i + 1, j), of which each word is looked at once
    while (!acts && looked_at < j) acts = may_act(looked_at++);
    return acts && !behind_article(j);
  };
  for (std::size_t j = i + 1; j < atoms_.size(); ++j) {
    const auto& atom = atoms_[j];
    if (known_.text.tokens[atom.first].has(kPunct)) {
      const auto word = known_.text.word(atom.first);
      if (const auto behind = word == "," && (only || is(form, classes_.complementizer)) ? behind_inserted(j) : j; behind != j) {
        j = behind;
        continue;
      }
      if (word == "," || word == "." || word == ";" || word == ":") break;
      continue;
    }
    if (is(form, classes_.bare_subordinator) && (is(atom.form, classes_.relative) || is(atom.form, classes_.complementizer) || is(atom.form, classes_.subordinator))) return false;  // "oordeelt nu dat", "valt nu de stad aan die het verliet"
    if (j > i + 1 && opens_inner(j)) {
      if (is(form, classes_.preposition)) return false;
      ++inner;
    }
    // "voor zijn inzet": no "hij zijn", "hij inzet"
    if (is(form, classes_.preposition) && is(atoms_[j - 1].form, classes_.possessive) && has_pos(atom.form, Pos::noun)) return false;
    // "voor hoge golven": a preposition with its noun.
    if (is(form, classes_.preposition)) {
      const bool opens = is(atom.form, classes_.conditional) || (is(atom.form, classes_.relative_adverb) && is(atom.form, classes_.subordinator));
      if (j > i + 1 && atom.mention == kNone && opens && !role_before_verb(j)) return false;  // "voor overleg als het zich bedreigd voelt"
      if (likely_finite(atom) && lacks_infinitive && can_be_infinitive(atom.form)) return false;  // "zal hem voor de zomer bellen"
      auto joined = j;
      while (joined > i + 1 && (atoms_[joined - 1].time != kNone || is(atoms_[joined - 1].form, classes_.adverb))) --joined;
      if (likely_finite(atom) && is(atoms_[joined - 1].form, classes_.coordinator)) return false;  // "riep op tot een bestand en (de dag daarna) zweeg"
      if (is(atom.form, classes_.complementizer) && j > i + 1) return false;
      // "steun voor Oekraïne die hij beloofde": a relative clause ends the phrase.
      if (is(atom.form, classes_.relative) && j > i + 1 && (has_pos(atoms_[j - 1].form, Pos::noun) || atoms_[j - 1].mention != kNone)) return false;
      if (likely_finite(atom) && !somebody_before(j)) continue;
      // "voor overleg met X over het beëindigen van de oorlog", "voor het mogelijk maken van"
      const auto article = j > i + 2 && (has_pos(atoms_[j - 1].form, Pos::adjective) || has_pos(atoms_[j - 1].form, Pos::adverb)) ? j - 2 : j - 1;
      if (can_be_infinitive(atom.form) && is(atoms_[article].form, classes_.determiner) && j + 1 < atoms_.size() && is(atoms_[j + 1].form, classes_.of)) return false;
      // "voor aanvallen op doelen in Peru": nouns
      if (can_be_infinitive(atom.form) && has_pos(atom.form, Pos::noun) && !names_somebody(j - 1) && !has_pos(atoms_[j - 1].form, Pos::pronoun)) continue;
    }
    // "heeft een centrale of fabriek geraakt": the verb before waits for its participle.
    if (is(form, classes_.coordinator) && is_participle(atom.form) && lacks_nonfinite(i)) return false;
    if ((likely_finite(atom) || past_behind_name(j)) && !is(atoms_[j - 1].form, classes_.te)) {
      if (inner > 0) {
        --inner;
        while (j + 1 < atoms_.size() && atoms_[j + 1].mention == kNone && (can_be_infinitive(atoms_[j + 1].form) || is_participle(atoms_[j + 1].form))) ++j;
        continue;
      }
      const bool opens = subject && (only || verb_final(j) || (before_infinitive(j) && !(is(form, classes_.preposition) && is(atom.form, classes_.aux_be)))) && (!is(form, classes_.ambiguous_subordinator) || somebody_before(j));
      // "dat Kiev bezet gebied erkent": a later verb may be the one.
      if (opens || !subject || !is(form, classes_.complementizer)) return opens;
    }
    subject = true;
  }
  return false;
}

// "gaat, zo meldt X, voor een miljard wapens leveren": behind what is said between commas comes what the auxiliary still wants.
bool AtomMaker::goes_on_behind_saying(std::size_t i) const {
  if (i < 3 || before(i) != Tag::comma) return false;
  auto comma = i - 2;
  bool says = false;
  for (; comma > 0 && atoms_[comma].tag != Tag::comma; --comma) says |= atoms_[comma].tag == Tag::verb && lexicon_.is_a(atoms_[comma].verb, classes_.says_that);
  return says && comma > 0 && lacks_nonfinite(comma) && (modal_before(comma) ? clear_infinitive_ahead(i) : participle_ahead(i));
}

// "zei dat een vrede die hun wordt opgelegd niet meer is dan een pauze": more verbs follow than relative clauses have.
bool AtomMaker::tells_behind_verb(std::size_t i) const {
  if (before(i) != Tag::verb || !lexicon_.is_a(atoms_[i - 1].verb, classes_.says_that) || i + 1 >= atoms_.size() || !is(atoms_[i + 1].form, classes_.singular) || is(atoms_[i + 1].form, classes_.definite)) return false;
  int verbs = 0;
  for (auto j = i + 2; j < atoms_.size(); ++j) {
    const auto& atom = atoms_[j];
    if (known_.text.tokens[atom.first].has(kPunct) && punctuation(atom.first) != Tag::quote) break;
    if (atom.mention != kNone || atom.time != kNone) continue;
    if (is(atom.form, classes_.relative) || is(atom.form, classes_.relative_adverb)) --verbs;
    if (likely_finite(atom) && !can_be_infinitive(atom.form) && !has_pos(atom.form, Pos::noun)) ++verbs;
  }
  return verbs > 0;
}

// "de kans dat er een bestand komt is klein": behind a noun of the common gender it is no pronoun.
bool AtomMaker::tells_what_there_is(std::size_t i) const {
  const bool noun = before(i) == Tag::noun || before(i) == Tag::content;
  return noun && common_gender(i) && i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.there) && finite_before_sign(i + 1);
}

// "Dat plan stuit op verzet.", "Met dat plan hoopt X": first in the sentence, before a noun with its verb at once, and no
// clause is left for it to hang on.
bool AtomMaker::points_at_noun(std::size_t i) const {
  const bool begins = i == 0 || (i == 1 && (before(i) == Tag::quote || before(i) == Tag::preposition));
  if (!is(atoms_[i].form, classes_.determiner) || !begins) return false;
  auto noun = i + 1;
  while (noun < atoms_.size() && describes(noun)) ++noun;
  if (noun + 1 >= atoms_.size()) return false;
  const auto& atom = atoms_[noun];
  const auto form = noun_form(known_, atom);
  if (atom.mention != kNone || atom.time != kNone || form == 0 || known_.text.tokens[atom.first].has(kCapital)) return false;
  const auto* reading = lexicon_.reading(form, Pos::noun);
  if (reading == nullptr || (reading->flags & kPlural) != 0 || has_pos(form, Pos::pronoun) || is(form, classes_.adverb)) return false;
  return likely_finite(atoms_[noun + 1]) && (!verb_final(noun + 1) || !clause_before_comma(i));
}

// "toen X, zonder iets te zeggen, vertrok", "dat het bestand, dat zou aflopen, geldt", "om, na de top, te praten": the comma behind what
// begins at this one, or the coordinator of "niet X, maar Y"; else this one.
std::size_t AtomMaker::behind_inserted(std::size_t comma) const {
  if (comma + 1 >= atoms_.size()) return comma;
  if (is(atoms_[comma + 1].form, classes_.contrast) && before(comma) != Tag::verb) return comma + 1;
  const auto form = atoms_[comma + 1].form;
  const bool infinitive = is(form, classes_.infinitive_opener);
  const bool clause = infinitive || is(form, classes_.relative) || is(form, classes_.relative_adverb) || is(form, classes_.subordinator);
  const bool phrase = is(form, classes_.preposition);
  if (!clause && !phrase) return comma;
  bool te = false, finite = false;
  for (auto j = comma + 2; j < atoms_.size(); ++j) {
    if (known_.text.word(atoms_[j].first) == ",") return (clause && (infinitive ? te : finite)) || (phrase && !te && !finite) ? j : comma;
    if (known_.text.tokens[atoms_[j].first].has(kPunct)) return comma;
    te |= is(atoms_[j].form, classes_.te);
    finite |= likely_finite(atoms_[j]);
  }
  return comma;
}

// "als minister maakte hij bekend", "als eerste gezant in Rome noemde X": behind "als" a noun without an article, then a
// verb with its subject behind it.
bool AtomMaker::role_before_verb(std::size_t i) const {
  const auto last_form = [&](std::size_t at) { return known_.text.tokens[atoms_[at].last - 1].form; };
  auto at = i + 1;
  while (at < atoms_.size() && (describes(at) || (atoms_[at].mention == kNone && has_pos(atoms_[at].form, Pos::number)))) ++at;
  const bool noun = at < atoms_.size() && !known_.text.tokens[atoms_[at].first].has(kCapital) && has_pos(last_form(at), Pos::noun) && !is(known_.text.tokens[atoms_[at].first].form, classes_.determiner);
  if (!noun && at == i + 1) return false;
  at += noun;
  if (noun && at + 1 < atoms_.size() && atoms_[at].mention == kNone && is(atoms_[at].form, classes_.preposition)) at += 2;
  if (at + 1 >= atoms_.size() || !likely_finite(atoms_[at]) || can_be_infinitive(atoms_[at].form)) return false;
  const auto& next = atoms_[at + 1];
  return next.mention != kNone || has_pos(next.form, Pos::pronoun) || is(next.form, classes_.determiner);
}

// "omschreef het als ‘nuttig’ en vertrok": nothing but what something is called, then a coordinator or the end.
bool AtomMaker::quality_behind(std::size_t i) const {
  auto at = i + 1;
  const auto marks = [&](std::size_t j) { return j < atoms_.size() && known_.text.tokens[atoms_[j].first].has(kPunct) && punctuation(atoms_[j].first) == Tag::quote; };
  const bool quoted = marks(at);
  if (quoted) ++at;
  for (; at < atoms_.size() && !marks(at); ++at) {
    if (!describes(at) && !(quoted && !likely_finite(atoms_[at]) && !known_.text.tokens[atoms_[at].first].has(kPunct))) break;
  }
  if (quoted && !marks(at)) return false;
  if (quoted) ++at;
  return at > i + 1 && at < atoms_.size() && (is(atoms_[at].form, classes_.coordinator) || known_.text.word(atoms_[at].first) == ".");
}

// "zei toen na het overleg dat het goed ging": what is said opens before any verb comes; but "zei toen hij dat hoorde".
bool AtomMaker::complement_ahead(std::size_t from) const {
  if (from >= atoms_.size() || names_somebody(from) || has_pos(atoms_[from].form, Pos::pronoun) || is(atoms_[from].form, classes_.determiner)) return false;
  for (auto j = from; j < atoms_.size() && !known_.text.tokens[atoms_[j].first].has(kPunct); ++j) {
    if (is(atoms_[j].form, classes_.complementizer) && atoms_[j].mention == kNone) return true;
    if (likely_finite(atoms_[j])) return false;
  }
  return false;
}

// "verder dan dat gaat het": a verb at once, with its subject behind it.
bool AtomMaker::inverted_behind(std::size_t i) const {
  if (i + 2 >= atoms_.size()) return false;
  if (i < 2 && is(atoms_[i + 2].form, classes_.stem_subject) && lexicon_.has_verb_form(atoms_[i + 1].form, VerbForm::present_first)) return true;  // "‘Dat ga ik doen.’"
  if (!likely_finite(atoms_[i + 1]) || can_be_infinitive(atoms_[i + 1].form)) return false;
  const auto& next = atoms_[i + 2];
  return next.mention != kNone || (has_pos(next.form, Pos::pronoun) && !is(next.form, classes_.complementizer));
}

// An adjective that can be nothing else, or a nationality.
bool AtomMaker::describes(std::size_t i) const {
  if (atoms_[i].mention != kNone) return known_.mentions[atoms_[i].mention].kind == MentionKind::nationality;
  return has_pos(atoms_[i].form, Pos::adjective) && !has_pos(atoms_[i].form, Pos::noun) && !has_pos(atoms_[i].form, Pos::verb);
}

}  // namespace kroniek
