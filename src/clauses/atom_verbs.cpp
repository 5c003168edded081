// Whether a form that can be a verb is one at its place.
#include "atom_maker.hpp"

#include <algorithm>

namespace kroniek {

// "acht het nodig", "die het nodig acht dat": a number stands before what it counts.
bool AtomMaker::counts_nothing(std::size_t i) const {
  if (i == 0 || i + 1 >= atoms_.size() || before(i) == Tag::preposition || !lexicon_.has_verb_form(atoms_[i].form, VerbForm::present_third) || has_finite(i)) return false;
  const auto& next = atoms_[i + 1];
  return next.mention == kNone && (is(next.form, classes_.definite) || is(next.form, classes_.complementizer));
}

bool AtomMaker::participle_follows(std::size_t i) const {
  if (i + 1 >= atoms_.size() || atoms_[i + 1].mention != kNone) return false;
  const bool ends = i + 2 >= atoms_.size() || known_.text.tokens[atoms_[i + 2].first].has(kPunct) || is(atoms_[i + 2].form, classes_.preposition);
  if (has_pos(atoms_[i + 1].form, Pos::noun) && !(ends && modal_before(i) && before(i) != Tag::preposition)) return false;  // "zal goed zijn gevallen bij X"
  return is_participle(atoms_[i + 1].form);
}

// "zijn 270 gevangenen vrijgelaten": the clause has no other finite verb, and a participle ends it.
bool AtomMaker::frames_participle(std::size_t i) const {
  if (has_finite(i) || (i > 0 && (before(i) == Tag::preposition || before(i) == Tag::subordinator || before(i) == Tag::coordinator || before(i) == Tag::verb))) return false;
  bool ends = false;
  for (auto j = i + 1; j < atoms_.size(); ++j) {
    const auto& atom = atoms_[j];
    if (known_.text.tokens[atom.first].has(kPunct)) {
      if (punctuation(atom.first) == Tag::quote) continue;
      return ends;
    }
    const bool word = atom.mention == kNone && atom.time == kNone;
    if (word && (is(atom.form, classes_.complementizer) || is(atom.form, classes_.infinitive_opener) || is(atom.form, classes_.relative))) return ends;
    const bool participle = word && is_participle(atom.form);
    if (word && !participle && surely_finite(j)) return false;
    // What stands behind the participle hangs on a preposition: "opgepakt in Moskou".
    if (participle) ends = true;
    else if (ends && word && (has_pos(atom.form, Pos::noun) || has_pos(atom.form, Pos::adjective)) && is_participle(atoms_[j - 1].form)) ends = false;
  }
  return ends;
}

bool AtomMaker::infinitive_follows(std::size_t i) const {
  return i + 1 < atoms_.size() && (can_be_infinitive(atoms_[i + 1].form) || atoms_[i + 1].form == 0);
}

// "verder zijn afspraken nodig", "raketten zijn dure wapens": a plural noun on one side of it, and no other verb.
bool AtomMaker::lone_copula(std::size_t i) const {
  const auto left = before(i);
  if (left != Tag::adverb && left != Tag::noun && left != Tag::content && left != Tag::time) return false;
  const bool plural = i + 1 < atoms_.size() && (is_plural_noun(atoms_[i + 1].form) || (left == Tag::noun && is_plural_noun(atoms_[i - 1].form)));
  return plural && is(atoms_[i].form, classes_.aux_be) && !has_finite(i) && !clear_finite_ahead(i);
}

// "de systemen zijn vrijdagochtend actief": no time is somebody's.
bool AtomMaker::dated_behind(std::size_t i) const {
  return i > 0 && i + 1 < atoms_.size() && atoms_[i + 1].time != kNone && before(i) != Tag::preposition && before(i) != Tag::coordinator && !has_finite(i);
}

// "het zijn de Zweden die": nobody's "de".
bool AtomMaker::before_article(std::size_t i) const {
  if (i + 1 >= atoms_.size()) return false;
  const auto form = known_.text.tokens[atoms_[i + 1].first].form;
  return is(form, classes_.neuter) || (is(form, classes_.common_gender) && !has_pos(form, Pos::pronoun));
}

bool AtomMaker::there_is(std::size_t i) const { return i > 0 && is(atoms_[i - 1].form, classes_.there) && !has_finite(i); }

// `infinitive`: it can be nothing else there ("in te voeren" is no form of "varen").
void AtomMaker::read_verb(Atom& atom, bool infinitive) const {
  if (atom.last - atom.first != 1 || !has_pos(atom.form, Pos::verb)) return;
  for (const auto& reading : lexicon_.readings(atom.form)) {
    if (reading.pos != Pos::verb || (infinitive && reading.verb_form != VerbForm::infinitive && can_be_infinitive(atom.form))) continue;
    switch (reading.verb_form) {
      case VerbForm::present_first:
        // A bare stem is mostly a noun; it is a verb only beside its subject.
        // "wees" is "wijzen" more often than an order to be.
        if (!beside_first_person(atom.first) && (!lexicon_.is_a(reading.lexeme, classes_.auxiliary) || lexicon_.has_verb_form(atom.form, VerbForm::past_singular))) continue;
        atom.finite = true;
        break;
      case VerbForm::present_third: atom.finite = true; break;
      case VerbForm::present_plural:
      case VerbForm::infinitive:
        atom.finite = atom.plural = atom.infinitive = true;
        break;
      case VerbForm::past_singular: atom.finite = atom.past = true; break;
      case VerbForm::past_plural: atom.finite = atom.past = atom.plural = true; break;
      case VerbForm::participle: atom.participle = true; break;
      case VerbForm::participle_inflected:
      case VerbForm::present_participle: continue;
    }
    // Of several verbs with this form the one that rules know most of counts.
    if (atom.verb == 0 || lexicon_.classes(reading.lexeme).size() > lexicon_.classes(atom.verb).size()) atom.verb = reading.lexeme;
  }
}

bool AtomMaker::beside_first_person(TokenId token) const {
  const auto first_person = [&](TokenId t) { return t >= sentence_.first && t < sentence_.last && is(known_.text.tokens[t].form, classes_.stem_subject); };
  return first_person(token + 1) || (token > 0 && first_person(token - 1));
}

// Whether the atom can be finite and nothing more likely.
bool AtomMaker::likely_finite(const Atom& atom) const {
  if (atom.mention != kNone || atom.time != kNone || atom.last - atom.first != 1 || !has_pos(atom.form, Pos::verb)) return false;
  bool finite = false;
  for (const auto& reading : lexicon_.readings(atom.form)) {
    if (reading.pos != Pos::verb) {
      if (reading.pos != Pos::noun && reading.pos != Pos::name && !lexicon_.in_class(atom.form, classes_.auxiliary)) return false;
      continue;
    }
    switch (reading.verb_form) {
      case VerbForm::present_third:
      case VerbForm::present_plural:
      case VerbForm::past_singular:
      case VerbForm::past_plural: finite = true; break;
      default: break;
    }
  }
  return finite;
}

// "de leiders zijn blij": a form that may be a possessive, before an adjective (or, behind a plural, a word that the lexicon
// lacks) that no noun follows.
bool AtomMaker::before_predicate(std::size_t i) const {
  if (i == 0 || i + 1 >= atoms_.size() || !is(atoms_[i].form, classes_.aux_be) || atoms_[i].mention != kNone || atoms_[i + 1].mention != kNone) return false;
  const auto form = atoms_[i + 1].form;
  const auto& left = atoms_[i - 1];
  const auto* noun = left.mention == kNone ? lexicon_.reading(left.form, Pos::noun) : nullptr;
  const bool plural = left.mention != kNone ? known_.mentions[left.mention].plural : noun != nullptr && (noun->flags & kPlural) != 0;
  if (form == 0 ? !plural || known_.text.tokens[atoms_[i + 1].first].has(kCapital) : !has_pos(form, Pos::adjective) || has_pos(form, Pos::noun)) return false;
  return i + 2 == atoms_.size() || known_.text.tokens[atoms_[i + 2].first].has(kPunct) || is(atoms_[i + 2].form, classes_.preposition) || is(atoms_[i + 2].form, classes_.complementizer);
}

// Decides whether a form that can be a verb is one at its place.
bool AtomMaker::is_verb_here(std::size_t i) const {
  const auto& atom = atoms_[i];
  if (before(i) == Tag::adverb && is(atoms_[i - 1].form, classes_.te)) return false;  // "te laat"
  const bool auxiliary = is_auxiliary(lexicon_, classes_, atom.verb);
  // "de vernielde en verlaten stad"
  const bool second_attribute = i > 2 && before(i) == Tag::coordinator && before(i - 1) == Tag::adjective && before(i - 2) == Tag::determiner;
  if (second_attribute && is_participle(atom.form) && before_nominal(i)) return false;
  if (is(atom.form, classes_.possessive)) {
    // A clause that "dat" opens does not begin with its verb.
    const auto left = before(i);
    if (left != Tag::preposition && left != Tag::subordinator && participle_follows(i) && !before_nominal(i + 1)) return true;  // "zou zijn bevrijd"
    if (is(atom.form, classes_.aux_be) && there_is(i)) return true;
    const bool verb = left == Tag::verb && atoms_[i - 1].finite && !atoms_[i - 1].participle && !atoms_[i - 1].infinitive;
    if (verb && lexicon_.is_a(atoms_[i - 1].verb, classes_.aux_modal) && !next_is_nominal(i)) return true;  // "wat zij zou zijn"
    const bool opened = left == Tag::subordinator || left == Tag::preposition || verb;
    return !opened && (!next_is_nominal(i) || before_article(i) || frames_participle(i) || before_predicate(i) || lone_copula(i));
  }
  // "de wil en de middelen"; but "dat wil hij"
  if (auxiliary && before(i) == Tag::determiner && has_pos(atom.form, Pos::noun) && !has_pos(atoms_[i - 1].form, Pos::pronoun)) return false;
  if (auxiliary) return !is_article_before(i) || atom.finite;
  // "Wiebes beloofde nieuwe tanks": no adjective behind a name.
  const bool past = atom.finite && atom.past && !atom.infinitive && !atom.participle;
  if (past && i > 0 && (before(i) == Tag::name || (before(i) == Tag::pronoun && is(atoms_[i - 1].form, classes_.nominative))) && !has_finite(i) && !(has_pos(atom.form, Pos::noun) && lacks_nonfinite(i))) return true;  // but "hebben X en Y afspraken gemaakt"
  if (past && behind_apposition(i)) return true;
  const bool mine = i > 0 && before(i) == Tag::pronoun && is(atoms_[i - 1].form, classes_.stem_subject);
  if (mine && atom.finite && !atom.infinitive && has_pos(atom.form, Pos::adjective) && !has_finite(i)) return true;  // "ik verwacht steun"
  if (completes_verb(i) || before_its_infinitive(i) || adds_to_noun(i)) return false;
  if (has_to_behind(i)) return true;
  const bool completes = atom.participle && near_auxiliary(i) && governs_nothing(i);  // "had hem niet meer gezien"
  if (has_pos(atom.form, Pos::number)) return counts_nothing(i);
  for (const auto pos : {Pos::preposition, Pos::coordinator, Pos::pronoun, Pos::determiner}) {
    if (has_pos(atom.form, pos) && !(completes && pos == Pos::preposition)) return false;
  }
  if (i > 0) {
    const auto& left = atoms_[i - 1];
    if (left.tag == Tag::te) return true;
    if (left.tag == Tag::relative && is(left.form, classes_.interrogative) && is(left.form, classes_.determiner) && has_pos(atom.form, Pos::noun)) return false;  // "welke landen"
    if (left.tag == Tag::opener && atom.infinitive) return false;  // "om aanvallen te staken"
    // "dat de centrale geen stroom meer levert"
    const bool any_more = left.tag == Tag::determiner && i > 1 && is(left.form, classes_.any_more) && before(i - 1) != Tag::preposition && atom.finite && !has_pos(atom.form, Pos::noun) && !before_nominal(i);
    if (any_more && verb_final(i)) return true;
    if (left.tag == Tag::determiner) {
      // "het", "die", "dat", "dit" may stand alone as subjects.
      const bool alone = is(left.form, classes_.definite) && has_pos(left.form, Pos::pronoun);
      // "Veel helpt het niet": first in the sentence
      if (i == 1 && !is(left.form, classes_.definite) && !is(left.form, classes_.singular) && left.mention == kNone && atom.finite && !atom.infinitive && !atom.participle && !has_pos(atom.form, Pos::noun)) return true;
            // "moeten meer doen", "dat zij meer weten dan nodig is"
      const bool closes = waits_for_verb(i) && !has_pos(atom.form, Pos::noun) && (verb_final(i) || (i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.comparative)));
      if (!alone) return atom.infinitive && !is(left.form, classes_.definite) && left.mention == kNone && (awaited(i) || closes);
      if (has_pos(atom.form, Pos::noun)) return false;
      if (atom.infinitive && is(left.form, classes_.neuter) && i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.of)) return false;  // "het staken van"
      if (atom.infinitive && infinitive_as_noun(i)) return false;
      if (atom.participle && i + 1 < atoms_.size() && atoms_[i + 1].mention == kNone && has_pos(atoms_[i + 1].form, Pos::noun)) return false;  // "het verloren gebied"
      // "om het vereiste plan te schrappen": another verb is that of the clause.
      if (describes_noun(i)) return false;
      return !atom.infinitive || atom.past;
    }
    // "onder de 189 vrijgelaten Zweden"
    const bool counted = left.tag == Tag::number && i > 1 && (before(i - 1) == Tag::determiner || before(i - 1) == Tag::preposition);
    if (counted && lexicon_.has_verb_form(atom.form, VerbForm::participle_inflected) && (before_nominal(i) || names_several(i + 1))) return false;
    // "een zeldzaam gebruikt artikel"
    const bool attribute = (left.tag == Tag::adverb || left.tag == Tag::adjective) && i > 1 && is(atoms_[i - 2].form, classes_.indefinite) && i + 1 < atoms_.size();
    if (attribute && atom.participle && (before_nominal(i) || known_.text.tokens[atoms_[i + 1].first].has(kCapital))) return false;
    // "Russen veroveren strategisch gelegen dorp": a headline leaves the article out
    if ((left.tag == Tag::adverb || left.tag == Tag::adjective) && atom.participle && !atom.finite && before_nominal(i) && has_finite(i) && !near_auxiliary(i)) return false;
    if (left.tag == Tag::adjective || left.tag == Tag::number) {
      const bool present = atom.finite && !atom.infinitive && (!atom.past || !lexicon_.has_verb_form(atom.form, VerbForm::participle_inflected) || ends_dependent(i));  // "de tweede valt", "gevaarlijk noemde", "waarvan hij er zes neerhaalde"
      return !has_pos(atom.form, Pos::noun) && left.mention == kNone && (atom.participle || present || (atom.infinitive && (awaited(i) || lacks_nonfinite(i))));
    }
    // "na acht uur onderhandelen"
    if (left.tag == Tag::time && atom.infinitive && i > 1 && known_.times[left.time].kind == TimeKind::duration && !ends_dependent(i) && !awaited(i) && !(i + 1 < atoms_.size() && begins_subject(i + 1)) && (atoms_[i - 2].tag == Tag::preposition || (i > 2 && atoms_[i - 3].tag == Tag::preposition))) return false;
    if (left.tag == Tag::preposition && !atom.participle && !behind_stranded(i)) {
      const bool noun = has_pos(atom.form, Pos::noun) || (atom.infinitive && !awaited(i));
      if (noun || (has_finite(i) && !atom.infinitive)) return false;
    }
  }
  // "voor het mogelijk maken van"
  const bool described = i > 2 && (before(i) == Tag::adverb || before(i) == Tag::adjective) && is(atoms_[i - 2].form, classes_.it) && is(atoms_[i - 3].form, classes_.preposition);
  if (described && atom.infinitive && i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.of)) return false;
  if (has_pos(atom.form, Pos::noun)) {
    // A noun that looks like a verb form needs a subject beside it to be one.
    const auto left = before(i);
    if (completes_modal(i)) return true;
    if (i > 0 && left == Tag::noun && is(atoms_[i - 1].form, classes_.measure)) return false;  // "een groep landen"
    if ((left == Tag::name || left == Tag::pronoun) && atom.infinitive && !atom.past && waits_for_verb(i) && clear_finite_ahead(i)) return false;  // "waarmee Peru doelen in Chili kan raken"
    const bool whole = atom.finite && atom.past && !atom.infinitive && !atom.participle && lexicon_.lexeme(atom.verb).particle != 0;
    if (whole && !waits_for_verb(i)) return false;  // "maakten afspraken": elsewhere the particle stands apart
    const bool plural = atom.infinitive && !atom.past;
    if (plural && (before_last_verb(i) || before_awaited(i) || (left == Tag::subordinator && finite_later(i)))) return false;  // "dat landen meer moeten doen"
    // "hoopt er doelen te raken": the verb has come, and waits for no infinitive.
    if ((left == Tag::name || left == Tag::pronoun || left == Tag::time) && plural && has_finite(i) && !lacks_nonfinite(i)) return false;
    if (left == Tag::name || left == Tag::pronoun || left == Tag::time) return true;
    if (left == Tag::coordinator && plural && i > 1 && (before(i - 1) == Tag::noun || before(i - 1) == Tag::content)) {
      if (i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.of)) return false;  // "scholen en delen van de stad"
      if (lacks_nonfinite(i) && participle_ahead(i)) return false;                      // "zijn explosies en branden ontstaan"
    }
    if (left == Tag::comma && i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.coordinator)) return false;  // "banken, schepen en bedrijven"
    // "was een dode gevallen", but not "hebben zij doden, gewonden en zieken geborgen"
    if (atom.participle && near_auxiliary(i) && left != Tag::preposition && !(left == Tag::comma && participle_ahead(i))) return true;
    if (i > 0 && atom.infinitive && (awaited(i) || (lacks_nonfinite(i) && (joined_behind(i) || (!clear_infinitive_ahead(i) && !participle_ahead(i)))))) return true;
    if (i + 1 < atoms_.size() && (atoms_[i + 1].mention != kNone || atoms_[i + 1].time != kNone)) return left == Tag::end || left == Tag::comma || left == Tag::quote || (left != Tag::preposition && !has_finite(i));
    if (left == Tag::end || left == Tag::quote || left == Tag::preposition || left == Tag::dash || left == Tag::colon) return false;
    return !has_finite(i) && !clear_finite_ahead(i);
  }
  if (atom.participle && i > 0 && before(i) == Tag::preposition && before_nominal(i) && !lacks_nonfinite(i)) return false;  // "uit bezet gebied"
  const bool closes = completes && lexicon_.is_a(finite_before(i), classes_.aux_have) && !has_pos(atom.form, Pos::subordinator);  // "heeft zijn opmars versneld"
  if (!closes && !(completes && has_pos(atom.form, Pos::preposition)) && (has_pos(atom.form, Pos::adverb) || has_pos(atom.form, Pos::subordinator))) return false;
  if (atom.participle && i > 0 && is_particle(i)) return false;  // "maakte bekend"
  if (atom.participle && !atom.finite && before(i) == Tag::comma && !near_auxiliary(i)) return false;  // "de stad, gelegen in Donetsk,"
  if (is(atom.form, classes_.predicate_adjective) && (participle_follows(i) || !lexicon_.is_a(finite_before(i), classes_.aux_have))) return false;  // "is bereid te helpen", "is bekend dat"; but "heeft bekend dat"
  // "Wiebes beloofde 25 tanks": a past tense that looks like an adjective.
  if (has_pos(atom.form, Pos::adjective) && atom.past && !has_finite(i) && (before(i) == Tag::name || before(i) == Tag::pronoun || before(i) == Tag::time)) return true;
  // ", vorige week voorgesteld door X,"
  if (atom.participle && i > 1 && before(i) == Tag::time && before(i - 1) == Tag::comma && i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.preposition)) return true;
  // "Wiebes verwacht goede resultaten": no adjective behind a name, and no verb is left but this one.
  if (has_pos(atom.form, Pos::adjective) && before(i) == Tag::name && lexicon_.has_verb_form(atom.form, VerbForm::present_third) && !has_finite(i) && !clear_finite_ahead(i)) return true;
  const bool other = has_finite(i) && modal_before(i);  // "kan slecht zijn"
  if (has_pos(atom.form, Pos::adjective)) return !before_nominal(i) && ((atom.finite && !other) || (atom.participle && (near_auxiliary(i) || ends_headline(i))));  // "verwacht", "beloofd"
  return true;
}

// "Zijn collega, Nora Wiebes, beloofde 25 tanks": a name between commas, and no other verb.
bool AtomMaker::behind_apposition(std::size_t i) const {
  if (i < 4 || before(i) != Tag::comma || before(i - 1) != Tag::name || clear_finite_ahead(i)) return false;
  const auto begin = atoms_.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(i - 1);
  const bool comma = std::any_of(begin, end, [](const Atom& atom) { return atom.tag == Tag::comma; });
  return comma && std::none_of(begin, end, [](const Atom& atom) { return atom.tag == Tag::verb && atom.finite; });
}

// "Bezoek van X geannuleerd", "Levering opgeschort door Y": nothing ends the sentence, and it has no other verb.
bool AtomMaker::ends_headline(std::size_t i) const {
  if (i == 0 || has_finite(i) || known_.text.tokens[atoms_.back().first].has(kPunct)) return false;
  if (before(i) != Tag::noun && before(i) != Tag::name) return false;
  return i + 1 == atoms_.size() || is(atoms_[i + 1].form, classes_.by);
}

// "wil de levering stopzetten nadat", "zal de steun stilleggen als": an infinitive that is no plural, behind what it governs.
bool AtomMaker::completes_modal(std::size_t i) const {
  const auto left = before(i);
  if (!atoms_[i].infinitive || (left != Tag::noun && left != Tag::content && left != Tag::verb && left != Tag::adverb) || !modal_before(i)) return false;
  if (i + 1 < atoms_.size() && (is(atoms_[i + 1].form, classes_.of) || can_be_infinitive(atoms_[i + 1].form))) return false;
  const auto readings = lexicon_.readings(atoms_[i].form);
  return std::none_of(readings.begin(), readings.end(), [](const Reading& reading) { return reading.pos == Pos::noun && (reading.flags & kPlural) != 0; });
}

// "heeft een pakket aangekondigd, bestemd voor X": the auxiliary has its participle, and no list of them goes on.
bool AtomMaker::adds_to_noun(std::size_t i) const {
  if (i < 2 || before(i) != Tag::comma || !atoms_[i].participle || atoms_[i].finite || i + 1 >= atoms_.size() || !is(atoms_[i + 1].form, classes_.preposition)) return false;
  const auto whole = [&](std::size_t j) { return atoms_[j].tag == Tag::verb && atoms_[j].participle && !atoms_[j].finite; };
  std::size_t last = i - 1;
  while (last > 0 && atoms_[last - 1].tag != Tag::verb) --last;
  if (last == 0 || !whole(last - 1)) return false;
  for (auto j = i + 1; j + 1 < atoms_.size(); ++j) {
    if (known_.text.tokens[atoms_[j].first].has(kPunct)) break;
    if (is(atoms_[j].form, classes_.coordinator) && is_participle(atoms_[j + 1].form)) return false;
  }
  return true;
}

// "dat zij een pauze van een maand voorstellen": the clause that was opened ends here and has no verb but this.
bool AtomMaker::ends_dependent(std::size_t i) const {
  if (i + 1 < atoms_.size() && !known_.text.tokens[atoms_[i + 1].first].has(kPunct)) return false;
  return waits_for_verb(i);
}

// "dat zij stappen zetten": the verb that the clause waits for comes at once.
bool AtomMaker::before_last_verb(std::size_t i) const {
  if (i + 1 >= atoms_.size() || before(i) == Tag::te || !waits_for_verb(i)) return false;
  const auto& next = atoms_[i + 1];
  return likely_finite(next) && !is(next.form, classes_.auxiliary) && verb_final(i + 1);
}

// A clause has been opened that must end in its verb, and has none yet.
bool AtomMaker::waits_for_verb(std::size_t i) const {
  for (auto j = i; j-- > 0;) {
    const auto tag = atoms_[j].tag;
    if (tag == Tag::subordinator || tag == Tag::relative) return true;
    if (tag == Tag::verb || tag == Tag::comma || tag == Tag::colon || tag == Tag::opener) return false;
  }
  return false;
}

// "wil de stad bezoeken en X ontvangen", "dat zij zal reizen en X ontvangen": another infinitive follows, but no list of nouns.
bool AtomMaker::joined_behind(std::size_t i) const {
  if (i + 1 >= atoms_.size() || !is(atoms_[i + 1].form, classes_.coordinator)) return false;
  const auto left = before(i);
  if (left != Tag::verb) return left == Tag::noun || left == Tag::content;
  for (auto j = i - 1; j-- > 0;) {
    const auto tag = atoms_[j].tag;
    if (tag == Tag::subordinator || tag == Tag::relative) return true;
    if (tag == Tag::verb || tag == Tag::colon) return false;
  }
  return false;
}

// "waar zij gesprekken over voeren met X", "zal er niet in slagen X te bellen": the preposition belongs to "waar" or "er".
bool AtomMaker::behind_stranded(std::size_t i) const {
  if (i + 1 < atoms_.size() && !known_.text.tokens[atoms_[i + 1].first].has(kPunct) && !is(atoms_[i + 1].form, classes_.preposition) && !(modal_before(i) && te_ahead(i + 1))) return false;
  for (auto j = i - 1; j-- > 0;) {
    const auto tag = atoms_[j].tag;
    if (tag == Tag::relative) return is(atoms_[j].form, classes_.where);
    if (is(atoms_[j].form, classes_.there) && j + 1 < i - 1) return true;  // "daar geen soldaten voor leveren"
    if (tag == Tag::comma || tag == Tag::verb || tag == Tag::subordinator || tag == Tag::colon || tag == Tag::quote) return false;
  }
  return false;
}

// "wil daar niets van weten": the last verb was a modal one, and the clause ends here.
bool AtomMaker::awaited(std::size_t i) const {
  return (i + 1 >= atoms_.size() || known_.text.tokens[atoms_[i + 1].first].has(kPunct)) && modal_before(i);
}

bool AtomMaker::modal_before(std::size_t i) const { return lexicon_.is_a(finite_before(i), classes_.aux_modal); }

// A finite verb has come since the clause began: "sprak van regen".
bool AtomMaker::has_finite(std::size_t i) const {
  for (auto j = i; j-- > 0;) {
    const auto tag = atoms_[j].tag;
    if (tag == Tag::verb && atoms_[j].finite) return true;
    if (tag == Tag::comma || tag == Tag::subordinator || tag == Tag::relative || tag == Tag::colon || tag == Tag::coordinator || tag == Tag::opener || tag == Tag::quote) return false;
  }
  return false;
}

// A form that can be nothing but a finite verb comes before the clause ends.
bool AtomMaker::clear_finite_ahead(std::size_t i) const {
  for (auto j = i + 1; j < atoms_.size(); ++j) {
    const auto& atom = atoms_[j];
    const auto form = atom.form;
    if (known_.text.tokens[atom.first].has(kPunct)) {
      const auto tag = punctuation(atom.first);
      if (tag == Tag::quote) continue;
      return false;
    }
    if (atom.mention != kNone || atom.time != kNone) continue;
    if (is(form, classes_.coordinator) || is(form, classes_.relative) || is(form, classes_.relative_adverb) || is(form, classes_.complementizer)) return false;
    if (is(form, classes_.subordinator) && !is(form, classes_.preposition) && !is(form, classes_.adverb)) return false;
    if (likely_finite(atom) && !can_be_infinitive(form) && !is_participle(form) && !has_pos(form, Pos::noun) && !is(atoms_[j - 1].form, classes_.te)) return true;
  }
  return false;
}

// An infinitive that is no noun comes before the clause ends, or one that may be a noun at once: "wil bijdragen leveren",
// "wil landen straffen".
bool AtomMaker::clear_infinitive_ahead(std::size_t i) const {
  for (auto j = i + 1; j < atoms_.size(); ++j) {
    const auto& atom = atoms_[j];
    if (known_.text.tokens[atom.first].has(kPunct)) return false;
    if (atom.mention != kNone || atom.time != kNone) continue;
    if (is(atom.form, classes_.complementizer) || is(atom.form, classes_.relative) || is(atom.form, classes_.te)) return false;
    if (can_be_infinitive(atom.form) && (j == i + 1 || !has_pos(atom.form, Pos::noun))) return true;
  }
  return false;
}

// "zijn al honderden aanvallen geweest": a participle completes the verb, so what stands before it is a noun.
bool AtomMaker::participle_ahead(std::size_t i) const {
  const bool waits = lacks_nonfinite(i) && !governs_infinitive_before(i);  // then "ontstaan" is one too
  for (auto j = i + 1; j < atoms_.size() && !known_.text.tokens[atoms_[j].first].has(kPunct); ++j) {
    if (atoms_[j].mention != kNone || atoms_[j].time != kNone) continue;
    if (is(atoms_[j].form, classes_.complementizer) || is(atoms_[j].form, classes_.relative) || is(atoms_[j].form, classes_.te)) return false;
    if (is_participle(atoms_[j].form) && !has_pos(atoms_[j].form, Pos::noun) && (waits || !likely_finite(atoms_[j]))) return true;
  }
  return false;
}

bool AtomMaker::takes_participle(std::size_t i) const {
  const auto& atom = atoms_[i];
  const bool aux = atom.mention == kNone && atom.time == kNone && (is(atom.form, classes_.aux_have) || is(atom.form, classes_.aux_be) || is(atom.form, classes_.aux_become));
  if (atom.verb != 0 && !lexicon_.is_a(atom.verb, classes_.auxiliary)) return false;  // "wees" of "wijzen"
  return aux && (atom.tag == Tag::verb || !is(atom.form, classes_.possessive));
}

bool AtomMaker::near_auxiliary(std::size_t i) const {
  auto next = i + 1;
  while (next < atoms_.size() && is(atoms_[next].form, classes_.aux_modal)) ++next;  // "gesloten kunnen worden"
  if (next < atoms_.size() && takes_participle(next)) return true;
  for (auto j = i; j-- > 0;) {
    if (takes_participle(j)) return true;
    if (atoms_[j].tag == Tag::subordinator || atoms_[j].tag == Tag::colon) return false;
  }
  return false;
}

// Nothing follows that a preposition could have behind it.
bool AtomMaker::governs_nothing(std::size_t i) const {
  if (i + 1 >= atoms_.size() || known_.text.tokens[atoms_[i + 1].first].has(kPunct)) return true;
  const auto form = atoms_[i + 1].form;
  return atoms_[i + 1].mention == kNone && (is(form, classes_.preposition) || is(form, classes_.coordinator) || is(form, classes_.auxiliary) || is(form, classes_.interrogative));
}

bool AtomMaker::before_nominal(std::size_t i) const {
  if (i + 1 >= atoms_.size() || atoms_[i + 1].time != kNone || known_.text.tokens[atoms_[i + 1].first].has(kPunct)) return false;
  const auto& next = atoms_[i + 1];
  if (next.mention != kNone) return known_.mentions[next.mention].kind == MentionKind::nationality;
  return has_pos(next.form, Pos::noun) || has_pos(next.form, Pos::adjective) || (next.form == 0 && !known_.text.tokens[next.first].has(kCapital));
}

// "om de procedure vast te leggen": the particle of the verb behind "te".
bool AtomMaker::before_its_infinitive(std::size_t i) const {
  if (i + 2 >= atoms_.size() || !is(atoms_[i + 1].form, classes_.te)) return false;
  for (const auto& reading : lexicon_.readings(atoms_[i + 2].form)) {
    if (reading.pos == Pos::verb && lexicon_.separable(reading.lexeme, atoms_[i].form) != 0) return true;
  }
  return false;
}

// "Zweden": a name of several.
bool AtomMaker::names_several(std::size_t i) const { return i < atoms_.size() && atoms_[i].mention != kNone && known_.mentions[atoms_[i].mention].plural; }

// "ging ... dicht": the particle of a verb that stands before it in the clause.
bool AtomMaker::completes_verb(std::size_t i) const {
  if (i + 1 < atoms_.size() && !known_.text.tokens[atoms_[i + 1].first].has(kPunct) && !is(atoms_[i + 1].form, classes_.preposition)) return false;
  for (std::size_t j = i; j-- > 0;) {
    const auto tag = atoms_[j].tag;
    if (tag == Tag::comma || tag == Tag::colon || tag == Tag::end || tag == Tag::subordinator) return false;
    if (tag == Tag::verb && lexicon_.separable(atoms_[j].verb, atoms_[i].form) != 0) return true;
  }
  return false;
}

// The particle of a verb that has come: "gaf toe dat".
bool AtomMaker::is_particle(std::size_t i) const {
  const auto form = atoms_[i].form;
  if (form == 0 || !lexicon_.is_particle(form)) return false;
  return std::any_of(verbs_.begin(), verbs_.end(), [&](std::uint32_t verb) { return verb < i && lexicon_.separable(atoms_[verb].verb, form) != 0; });
}

bool AtomMaker::next_is_nominal(std::size_t i) const {
  if (i + 1 >= atoms_.size()) return false;
  const auto& next = atoms_[i + 1];
  if (next.mention != kNone) {
    const auto kind = known_.mentions[next.mention].kind;
    return kind == MentionKind::nationality || kind == MentionKind::office || kind == MentionKind::group;
  }
  if (next.time != kNone) return false;
  const auto form = next.form;
  if (known_.text.tokens[next.first].has(kPunct)) return false;
  for (const auto cls : {classes_.determiner, classes_.preposition, classes_.adverb, classes_.negation, classes_.coordinator, classes_.subordinator, classes_.te}) {
    if (is(form, cls)) return false;
  }
  if (has_pos(form, Pos::noun) || has_pos(form, Pos::adjective)) return true;
  if (has_pos(form, Pos::adverb)) return false;  // "de landen zijn van plan"
  for (const auto& reading : lexicon_.readings(form)) {
    if (reading.pos == Pos::verb && reading.verb_form == VerbForm::participle_inflected) return true;
  }
  return !has_pos(form, Pos::verb) && !has_pos(form, Pos::pronoun);
}

}  // namespace kroniek
