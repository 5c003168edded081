// What comes before the clause ends: verbs, and somebody who acts.
#include "atom_maker.hpp"

#include <algorithm>

namespace kroniek {

// Nobody acts before the next verb, and that can be an infinitive.
bool AtomMaker::bare_infinitive(std::size_t from) const {
  for (auto j = from; j < atoms_.size() && !known_.text.tokens[atoms_[j].first].has(kPunct); ++j) {
    const auto end = j > from && is(atoms_[j - 1].form, classes_.determiner) ? j - 1 : j;  // "dat de leiders meer weten"
    if (can_be_infinitive(atoms_[j].form) && atoms_[j].mention == kNone) return !somebody(from, end);
  }
  return false;
}

bool AtomMaker::names_somebody(std::size_t i) const {
  return atoms_[i].mention != kNone && known_.mentions[atoms_[i].mention].kind != MentionKind::nationality && known_.mentions[atoms_[i].mention].kind != MentionKind::possessive;
}

// Words, then a finite verb that is the last of them before a punctuation mark or an opener.
bool AtomMaker::finite_later(std::size_t from) const {
  for (auto j = from + 1; j < atoms_.size(); ++j) {
    const auto word = known_.text.word(atoms_[j].first);
    if (known_.text.tokens[atoms_[j].first].has(kPunct) && word != "," && punctuation(atoms_[j].first) != Tag::quote) return false;
    if (likely_finite(atoms_[j]) && verb_final(j)) return true;
  }
  return false;
}

// "heeft vrijdag aanvallen uitgevoerd", "kan Peru landen straffen": behind a name or a time, and the verb that the clause waits for
// is yet to come.
bool AtomMaker::before_awaited(std::size_t i) const {
  if ((before(i) != Tag::name && before(i) != Tag::time) || !lacks_nonfinite(i)) return false;
  if (modal_before(i)) return i + 1 < atoms_.size() && atoms_[i + 1].mention == kNone && can_be_infinitive(atoms_[i + 1].form);
  return lexicon_.is_a(finite_before(i), classes_.aux_have) && participle_ahead(i);
}

// "heeft Peru gevraagd tanks te leveren": no attribute, as "te" tells what was asked.
bool AtomMaker::has_to_behind(std::size_t i) const {
  if (!atoms_[i].participle || is(atoms_[i].form, classes_.predicate_adjective) || before(i) == Tag::determiner || before(i) == Tag::adjective || before(i) == Tag::preposition || !lexicon_.is_a(finite_before(i), classes_.aux_have)) return false;
  return before_infinitive(i);
}

bool AtomMaker::before_name(std::size_t i) const {
  if (i + 1 >= atoms_.size() || atoms_[i + 1].time != kNone) return false;
  const auto& token = known_.text.tokens[atoms_[i + 1].first];
  return token.has(kCapital) && !token.has(kPunct);
}

// "Het beloofde materieel, vooral tanks, kwam aan": a participle between a determiner and its noun, as another verb is that of
// the clause; but "dat betekende oorlog".
bool AtomMaker::describes_noun(std::size_t i) const {
  if (!lexicon_.has_verb_form(atoms_[i].form, VerbForm::participle_inflected)) return false;
  const bool nominal = before_nominal(i);
  // "het vernieuwde en versterkte leger"
  const bool joined = i + 2 < atoms_.size() && is(atoms_[i + 1].form, classes_.coordinator) && can_describe(atoms_[i + 2]) && before_nominal(i + 2);
  const bool named = !joined && !nominal && before_name(i);  // "naar het belegerde Cherson"
  if (!joined && !named && !nominal) return false;
  if (is(atoms_[i - 1].form, classes_.neuter) && is_plural_noun(atoms_[i + 1].form)) return false;
  return has_finite(i) || awaits_te(i) || (!named && clause_verb_ahead(i + (joined ? 4 : 2)));
}

// "urenlange", "driedaagse", "wekelijkse": a duration or rhythm, with the ending of an adjective.
bool AtomMaker::lasting_adjective(const Atom& atom) const {
  if (atom.last - atom.first != 1 || known_.times[atom.time].expression.date) return false;
  const auto& token = known_.text.tokens[atom.first];
  const auto inflected = [&](FormId form) {
    if (form == 0) return false;
    const auto readings = lexicon_.readings(form);
    return std::any_of(readings.begin(), readings.end(), [&](const auto& reading) { return reading.pos == Pos::adjective && lexicon_.lexeme(reading.lexeme).lemma != form; });
  };
  return inflected(token.form) || inflected(token.tail);
}

// "het | drie jaar durende conflict", "het | urenlange gesprek"; but "dat het | dagelijkse aanvallen uitvoert".
bool AtomMaker::before_lasting(std::size_t i) const {
  if (i + 2 >= atoms_.size()) return false;
  const auto& time = atoms_[i + 1];
  if (lasting_adjective(time)) return before_nominal(i + 1) && !(is(atoms_[i].form, classes_.neuter) && is_plural_noun(atoms_[i + 2].form));
  return known_.times[time.time].kind == TimeKind::duration && lexicon_.has_verb_form(atoms_[i + 2].form, VerbForm::present_participle);
}

// At this place the form can be nothing but a finite verb; one that can be a noun ("staat") only behind another noun.
bool AtomMaker::surely_finite(std::size_t j) const {
  const auto& atom = atoms_[j];
  const auto& left = atoms_[j - 1];
  if (!likely_finite(atom) || can_be_infinitive(atom.form) || is_participle(atom.form) || is(left.form, classes_.te)) return false;
  return !has_pos(atom.form, Pos::noun) || (left.mention == kNone && left.time == kNone && has_pos(left.form, Pos::noun));
}

// A finite verb that no opener takes for a clause of its own; behind a comma one that no subject follows.
bool AtomMaker::clause_verb_ahead(std::size_t from) const {
  bool inner = false;
  for (auto j = from; j < atoms_.size(); ++j) {
    const auto& atom = atoms_[j];
    const auto form = atom.form;
    if (known_.text.tokens[atom.first].has(kPunct)) {
      const auto sign = punctuation(atom.first);
      if (sign == Tag::comma) inner = j + 2 < atoms_.size() && (!likely_finite(atoms_[j + 1]) || somebody(j + 2, j + 3));
      else if (sign != Tag::quote) return false;
      continue;
    }
    if (atom.mention != kNone || atom.time != kNone || inner) continue;
    inner = is(form, classes_.coordinator) || is(form, classes_.relative) || is(form, classes_.relative_adverb) || is(form, classes_.complementizer) || (is(form, classes_.subordinator) && only_opens(form));
    if (!inner && surely_finite(j)) return true;
  }
  return false;
}

// A form that may be a finite verb comes before the next punctuation mark.
bool AtomMaker::finite_before_sign(std::size_t from) const {
  for (auto j = from + 1; j < atoms_.size() && !known_.text.tokens[atoms_[j].first].has(kPunct); ++j) {
    if (atoms_[j].mention == kNone && atoms_[j].time == kNone && likely_finite(atoms_[j])) return true;
  }
  return false;
}

// "dat de", "dat Trump": behind the pronoun "dat" comes no noun phrase.
bool AtomMaker::begins_subject(std::size_t i) const {
  const auto& atom = atoms_[i];
  if (atom.time != kNone) return false;
  if (atom.mention != kNone) return known_.mentions[atom.mention].kind != MentionKind::nationality;
  return is(atom.form, classes_.definite) && !has_pos(atom.form, Pos::pronoun);
}

// A name, pronoun or noun that can be a subject, or an article before one.
bool AtomMaker::may_act(std::size_t i) const {
  const auto& atom = atoms_[i];
  if (atom.time != kNone) return false;
  const bool actor = atom.mention != kNone && known_.mentions[atom.mention].kind != MentionKind::nationality;
  return actor || has_pos(atom.form, Pos::pronoun) || has_pos(atom.form, Pos::noun) || is(atom.form, classes_.determiner);
}

// The word before is an article, so that what may act is not over.
bool AtomMaker::behind_article(std::size_t i) const {
  return i > 0 && atoms_[i - 1].mention == kNone && atoms_[i - 1].time == kNone && is(atoms_[i - 1].form, classes_.determiner) && !has_pos(atoms_[i - 1].form, Pos::pronoun);
}

bool AtomMaker::somebody(std::size_t from, std::size_t to) const {
  if (behind_article(to)) return false;
  for (auto j = from; j < to; ++j) {
    if (may_act(j)) return true;
  }
  return false;
}

// Whether nothing but verbs and what may follow them stands behind the verb.
bool AtomMaker::verb_final(std::size_t j) const {
  for (++j; j < atoms_.size(); ++j) {
    const auto& atom = atoms_[j];
    if (known_.text.tokens[atom.first].has(kPunct)) return true;
    if (is(atom.form, classes_.te) || is(atom.form, classes_.preposition) || is(atom.form, classes_.coordinator) || is(atom.form, classes_.complementizer) || is(atom.form, classes_.infinitive_opener) ||
        is(atom.form, classes_.subordinator) || is(atom.form, classes_.relative) || is(atom.form, classes_.relative_adverb)) return true;
    if (!has_pos(atom.form, Pos::verb) || atom.mention != kNone || atom.time != kNone) return false;
  }
  return true;
}

// "toen Nora Wiebes beloofde": no adjective behind a name.
bool AtomMaker::past_behind_name(std::size_t j) const {
  if (atoms_[j].mention != kNone || atoms_[j].last - atoms_[j].first != 1 || !lexicon_.has_verb_form(atoms_[j].form, VerbForm::past_singular)) return false;
  const auto& left = atoms_[j - 1];
  if (left.mention == kNone) return has_pos(left.form, Pos::pronoun) && is(left.form, classes_.nominative);
  const auto kind = known_.mentions[left.mention].kind;
  return !known_.mentions[left.mention].genitive && kind != MentionKind::nationality && kind != MentionKind::possessive;
}

// "toen hij beloofde de havens te sparen": no other verb stands behind this one than one with "te".
bool AtomMaker::before_infinitive(std::size_t j) const {
  for (++j; j + 1 < atoms_.size() && !known_.text.tokens[atoms_[j].first].has(kPunct); ++j) {
    if (atoms_[j].mention != kNone || atoms_[j].time != kNone) continue;
    if (is(atoms_[j].form, classes_.te)) return can_be_infinitive(atoms_[j + 1].form);
    if (is(atoms_[j].form, classes_.complementizer) || is(atoms_[j].form, classes_.relative) || is(atoms_[j].form, classes_.infinitive_opener)) return false;
    if (likely_finite(atoms_[j]) && !has_pos(atoms_[j].form, Pos::noun)) return false;
  }
  return false;
}

}  // namespace kroniek
