// How atoms are made: the state that the steps share. Each step looks back at the tags that are given and ahead at
// what the words can be.
#pragma once

#include "atoms.hpp"

#include <optional>

namespace kroniek {

class AtomMaker {
 public:
  AtomMaker(const Known& known, const GrammarClasses& classes, const Sentence& sentence)
      : known_(known), lexicon_(known.lexicon), classes_(classes), sentence_(sentence) {}

  std::vector<Atom> make();

 private:
  bool is(FormId form, ClassId cls) const { return form != 0 && lexicon_.in_class(form, cls).has_value(); }
  bool has_pos(FormId form, Pos pos) const { return lexicon_.has_pos(form, pos); }
  bool is_participle(FormId form) const { return lexicon_.has_verb_form(form, VerbForm::participle); }
  bool can_be_infinitive(FormId form) const { return lexicon_.has_verb_form(form, VerbForm::infinitive) || lexicon_.has_verb_form(form, VerbForm::present_plural); }
  Tag before(std::size_t i) const { return i == 0 ? Tag::end : atoms_[i - 1].tag; }
  bool is_article_before(std::size_t i) const { return i > 0 && atoms_[i - 1].tag == Tag::determiner && !has_pos(atoms_[i - 1].form, Pos::pronoun); }
  static void clear_verb(Atom& atom) {
    atom.finite = atom.infinitive = atom.participle = atom.past = atom.plural = false;
    atom.verb = 0;
  }

  // atoms.cpp: what acts as one, and the class of each word.
  bool acts_as_one(FormId form) const;
  bool describes_next(TokenId token) const;
  void group();
  TokenId signs_behind(const Atom& atom) const;
  void decide(std::size_t i);
  Tag punctuation(TokenId token) const;
  Tag word_class(std::size_t i) const;
  // Of an article, a preposition and the like.
  std::optional<Tag> small_word(std::size_t i) const;
  bool common_gender(std::size_t i) const;
  bool neuter_before(std::size_t i) const;
  bool is_plural_noun(FormId form) const;
  bool is_predicate(std::size_t i) const;
  bool determines(std::size_t i) const;
  bool stands_for_subject(std::size_t i) const;
  bool describes_noun(std::size_t i) const;
  bool lasting_adjective(const Atom& atom) const;
  bool before_lasting(std::size_t i) const;
  bool surely_finite(std::size_t j) const;
  bool clause_verb_ahead(std::size_t from) const;
  std::size_t attribute_ahead(std::size_t i) const;
  bool joins_attributes(std::size_t i) const;
  bool can_describe(const Atom& atom) const;

  // atom_verbs.cpp: whether a form that can be a verb is one at its place.
  bool counts_nothing(std::size_t i) const;
  bool participle_follows(std::size_t i) const;
  bool lone_copula(std::size_t i) const;
  bool dated_behind(std::size_t i) const;
  bool there_is(std::size_t i) const;
  bool frames_participle(std::size_t i) const;
  bool infinitive_follows(std::size_t i) const;
  void read_verb(Atom& atom, bool infinitive = false) const;
  bool beside_first_person(TokenId token) const;
  bool likely_finite(const Atom& atom) const;
  bool is_verb_here(std::size_t i) const;
  bool before_predicate(std::size_t i) const;
  bool ends_dependent(std::size_t i) const;
  bool waits_for_verb(std::size_t i) const;
  bool before_last_verb(std::size_t i) const;
  bool joined_behind(std::size_t i) const;
  bool opens_inner(std::size_t j) const;
  bool told_again(std::size_t i) const;
  bool singled_out(std::size_t name) const;
  bool before_article(std::size_t i) const;
  bool tells_of_land(std::size_t i) const;
  bool begins_without_article(std::size_t i) const;
  bool begins_with_adverbs(std::size_t i) const;
  bool awaits_te(std::size_t i) const;
  bool te_ahead(std::size_t i) const;
  bool joins_alternatives(std::size_t i) const;
  bool opens_question(std::size_t i) const;
  bool wants_infinitive(std::size_t i) const;
  bool infinitive_as_noun(std::size_t i) const;
  bool governs_infinitive_before(std::size_t i) const;
  bool only_opens(FormId form) const;
  LexemeId finite_before(std::size_t i) const;
  bool behind_stranded(std::size_t i) const;
  bool awaited(std::size_t i) const;
  bool has_finite(std::size_t i) const;
  bool behind_apposition(std::size_t i) const;
  bool ends_headline(std::size_t i) const;
  bool leaves_one_verb(std::size_t i) const;
  bool clear_finite_ahead(std::size_t i) const;
  bool clear_infinitive_ahead(std::size_t i) const;
  bool participle_ahead(std::size_t i) const;
  bool takes_participle(std::size_t i) const;
  bool near_auxiliary(std::size_t i) const;
  bool governs_nothing(std::size_t i) const;
  bool before_nominal(std::size_t i) const;
  bool before_its_infinitive(std::size_t i) const;
  bool names_several(std::size_t i) const;
  bool completes_verb(std::size_t i) const;
  bool is_particle(std::size_t i) const;
  bool next_is_nominal(std::size_t i) const;

  // atom_openers.cpp: whether a word opens a clause.
  bool opens_relative(std::size_t i) const;
  bool last_verb(std::size_t i) const;
  bool opinion(std::size_t i) const;
  bool says_before(std::size_t i, bool adjunct) const;
  bool judged_it(std::size_t i) const;
  bool subjectless(std::size_t i) const;
  bool names_somebody(std::size_t i) const;
  bool compared(std::size_t i) const;
  bool opens_infinitive(std::size_t i) const;
  bool clause_before_comma(std::size_t i) const;
  bool opens_free_clause(std::size_t i) const;
  bool verb_before(std::size_t i) const;
  bool lacks_nonfinite(std::size_t i) const;
  bool correlates(std::size_t i) const;
  std::size_t behind_inserted(std::size_t comma) const;
  bool opens_subclause(std::size_t i) const;
  bool points_at_noun(std::size_t i) const;
  bool goes_on_behind_saying(std::size_t i) const;
  bool tells_behind_verb(std::size_t i) const;
  bool tells_what_there_is(std::size_t i) const;
  bool role_before_verb(std::size_t i) const;
  bool quality_behind(std::size_t i) const;
  bool complement_ahead(std::size_t from) const;
  bool describes(std::size_t i) const;
  bool past_behind_name(std::size_t j) const;
  bool before_infinitive(std::size_t j) const;
  bool inverted_behind(std::size_t i) const;
  bool modal_before(std::size_t i) const;
  bool completes_modal(std::size_t i) const;
  bool before_awaited(std::size_t i) const;
  bool has_to_behind(std::size_t i) const;
  bool before_name(std::size_t i) const;
  bool adds_to_noun(std::size_t i) const;

  // atom_ahead.cpp: what comes before the clause ends.
  bool bare_infinitive(std::size_t from) const;
  bool finite_before_sign(std::size_t from) const;
  bool finite_later(std::size_t from) const;
  bool begins_subject(std::size_t i) const;
  bool may_act(std::size_t i) const;
  bool behind_article(std::size_t i) const;
  bool somebody(std::size_t from, std::size_t to) const;
  bool verb_final(std::size_t j) const;

  const Known& known_;
  const Lexicon& lexicon_;
  const GrammarClasses& classes_;
  const Sentence& sentence_;
  std::vector<Atom> atoms_;
  std::vector<std::uint32_t> verbs_;  // of the atoms that were decided, the first of each verb
  std::size_t attribute_ = 0;  // the participle of the attribute that is being read
};

}  // namespace kroniek
