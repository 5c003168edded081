// Clauses inside the one that a word may open, and words that open none since they only join.
#include "atom_maker.hpp"

namespace kroniek {

// "als onderdeel van een reis die hem naar Riga voerde", "als teken dat X wil": whether a clause opens at the word, so that the
// next finite verb is its own.
bool AtomMaker::opens_inner(std::size_t j) const {
  const auto& atom = atoms_[j];
  if (atom.time != kNone) return false;
  const auto& left = atoms_[j - 1];
  const bool noun = left.mention == kNone && left.time == kNone && has_pos(left.form, Pos::noun);
  if (is(atom.form, classes_.complementizer) && has_pos(atom.form, Pos::pronoun)) return (noun || can_be_infinitive(left.form)) && !subjectless(j);
  if (is(atom.form, classes_.relative) && !is(atom.form, classes_.complementizer)) return noun && !determines(j);
  return atom.mention == kNone && is(atom.form, classes_.subordinator) && only_opens(atom.form) && !is(atom.form, classes_.ambiguous_subordinator);
}

// "eist dat X in Oslo stopt, dat er wapens komen": the same word has opened a clause that is complete, and this one has a subject.
bool AtomMaker::told_again(std::size_t i) const {
  if (!is(atoms_[i].form, classes_.complementizer) || waits_for_verb(i - 1) || subjectless(i) || tells_of_land(i)) return false;
  for (auto j = i; j-- > 0;) {
    if (atoms_[j].tag == Tag::subordinator && atoms_[j].form == atoms_[i].form) return true;
    if (atoms_[j].tag == Tag::colon) return false;
  }
  return false;
}

// "zei dat het vecht tegen Rusland, dat de steden bestookt": behind a name that is no person's, with nothing that can only be a subject,
// and no other "dat" joined behind.
bool AtomMaker::tells_of_land(std::size_t i) const {
  if (i < 2 || i + 1 >= atoms_.size() || before(i) != Tag::comma || before(i - 1) != Tag::name || atoms_[i - 2].mention == kNone) return false;
  const auto& name = known_.mentions[atoms_[i - 2].mention];
  if (name.person || name.plural || name.kind != MentionKind::name || names_somebody(i + 1) || is(atoms_[i + 1].form, classes_.there) || is(atoms_[i + 1].form, classes_.nominative)) return false;
  for (auto j = i + 1; j < atoms_.size(); ++j) {
    if (is(atoms_[j].form, classes_.complementizer) && is(atoms_[j - 1].form, classes_.coordinator)) return false;
  }
  return true;
}

// "dat het zijn troepen stuurt", "dat het Trump steunt": no article of what is named behind it.
bool AtomMaker::begins_without_article(std::size_t i) const {
  if (!is(atoms_[i].form, classes_.it) || (i > 0 && is(atoms_[i - 1].form, classes_.preposition))) return false;
  const auto& next = known_.mentions[atoms_[i + 1].mention];
  return (next.kind == MentionKind::name && !next.genitive) || is(known_.text.tokens[atoms_[i + 1].first].form, classes_.possessive);
}

// "Telkens als": nothing but adverbs stands before.
bool AtomMaker::begins_with_adverbs(std::size_t i) const {
  while (i > 0 && (before(i) == Tag::adverb || before(i) == Tag::quote)) --i;
  return i == 0;
}

// "om" has come, and its "te" has not.
bool AtomMaker::awaits_te(std::size_t i) const {
  for (auto j = i; j-- > 0;) {
    const auto tag = atoms_[j].tag;
    if (tag == Tag::opener) return true;
    if (tag == Tag::te || tag == Tag::verb || tag == Tag::comma || tag == Tag::colon || tag == Tag::subordinator) return false;
  }
  return false;
}

// Whether another "te" follows in what stands before the next sign.
bool AtomMaker::te_ahead(std::size_t i) const {
  for (; i < atoms_.size() && !known_.text.tokens[atoms_[i].first].has(kPunct); ++i) {
    if (atoms_[i].mention == kNone && atoms_[i].time == kNone && is(atoms_[i].form, classes_.te)) return true;
  }
  return false;
}

// A subordinator that is no other kind of word.
bool AtomMaker::only_opens(FormId form) const {
  return !is(form, classes_.preposition) && !is(form, classes_.adverb) && !is(form, classes_.coordinator) && !is(form, classes_.determiner) && !has_pos(form, Pos::pronoun);
}

// "een ontmoeting met X of Y zal hebben", "een of twee punten waren": the clause still lacks its verb, and only one comes.
bool AtomMaker::joins_alternatives(std::size_t i) const {
  if (i == 0 || !is(atoms_[i].form, classes_.complementizer) || !is(atoms_[i].form, classes_.coordinator) || verb_before(i)) return false;
  const auto& left = atoms_[i - 1];
  if (known_.text.tokens[left.first].has(kPunct)) return false;
  // "op de vraag van X of zij komt", "gevraagd door X of zij komt"
  for (auto j = i; j-- > 0 && !known_.text.tokens[atoms_[j].first].has(kPunct) && atoms_[j].tag != Tag::subordinator && atoms_[j].tag != Tag::relative;) {
    if (is(atoms_[j].form, classes_.asks)) return false;
    for (const auto& reading : lexicon_.readings(atoms_[j].form)) {
      if (reading.pos == Pos::verb && reading.verb_form == VerbForm::participle && lexicon_.is_a(reading.lexeme, classes_.asks)) return false;
    }
  }
  const bool number = left.tag == Tag::number || left.tag == Tag::determiner;
  if (left.tag != Tag::name && left.tag != Tag::noun && left.tag != Tag::content && left.tag != Tag::time && !number) return false;
  int verbs = 0;
  for (auto j = i + 1; j < atoms_.size() && !known_.text.tokens[atoms_[j].first].has(kPunct); ++j) {
    if (atoms_[j].mention != kNone || atoms_[j].time != kNone) continue;
    if (opens_inner(j) || (is(atoms_[j].form, classes_.conditional) && !is(atoms_[j].form, classes_.preposition))) --verbs;
    else if (likely_finite(atoms_[j]) && !can_be_infinitive(atoms_[j].form) && !has_pos(atoms_[j].form, Pos::noun)) ++verbs;
  }
  return verbs < 2;
}

// Whether the last verb before wants an infinitive: "zouden", "liet"; but "is mogelijk (als zij worden getekend)".
bool AtomMaker::governs_infinitive_before(std::size_t i) const {
  const auto verb = finite_before(i);
  return lexicon_.is_a(verb, classes_.aux_modal) || lexicon_.is_a(verb, classes_.takes_infinitive);
}

// "heeft het optreden veroordeeld", "besloot het optreden af te blazen", "wil het lijden verlichten": no verb waits for it.
bool AtomMaker::infinitive_as_noun(std::size_t i) const {
  if (i == 0 || !is(atoms_[i - 1].form, classes_.it) || !can_be_infinitive(atoms_[i].form)) return false;
  const auto verb = finite_before(i);
  if (lexicon_.is_a(verb, classes_.aux_modal) || lexicon_.is_a(verb, classes_.takes_infinitive)) {
    const bool another = i + 1 < atoms_.size() && atoms_[i + 1].mention == kNone && can_be_infinitive(atoms_[i + 1].form) && !has_pos(atoms_[i + 1].form, Pos::noun);
    return another && !is(atoms_[i].form, classes_.takes_infinitive) && !is(atoms_[i].form, classes_.auxiliary);
  }
  return verb != 0 && (!lexicon_.is_a(verb, classes_.auxiliary) || participle_ahead(i));
}

// Whether "te" and an infinitive come before any verb that can be finite.
bool AtomMaker::wants_infinitive(std::size_t i) const {
  for (auto j = i + 1; j + 1 < atoms_.size() && !known_.text.tokens[atoms_[j].first].has(kPunct); ++j) {
    if (atoms_[j].mention != kNone || atoms_[j].time != kNone) continue;
    if (is(atoms_[j].form, classes_.te) && can_be_infinitive(atoms_[j + 1].form)) return j + 2 >= atoms_.size() || !likely_finite(atoms_[j + 2]);
    if (is(atoms_[j].form, classes_.infinitive_opener) || is(atoms_[j].form, classes_.relative) || (likely_finite(atoms_[j]) && !has_pos(atoms_[j].form, Pos::noun))) return false;
  }
  return false;
}

// "duidelijk welke eisen zij heeft", "over welk punt wordt gesproken", "zei niet wat de rol zou zijn": a question that is told.
bool AtomMaker::opens_question(std::size_t i) const {
  if (i == 0 || !is(atoms_[i].form, classes_.interrogative)) return false;
  const auto left = before(i);
  const bool which = is(atoms_[i].form, classes_.determiner);
  if (left != Tag::adverb && left != Tag::adjective && left != Tag::negation && !(which && left == Tag::preposition)) return false;
  if (left == Tag::adverb && !which) {  // "deed daarna wat hij eerder weigerde" asks nothing
    auto verb = i;
    while (verb > 0 && atoms_[verb - 1].tag != Tag::verb) --verb;
    if (verb == 0 || !lexicon_.is_a(atoms_[verb - 1].verb, classes_.asks)) return false;
  }
  return verb_before(i) && i + 1 < atoms_.size() && !known_.text.tokens[atoms_[i + 1].first].has(kPunct) && finite_later(i + (which ? 1 : 0));
}

}  // namespace kroniek
