// How a sentence is split into clauses: the state that the steps share.
#pragma once

#include "clauses.hpp"

#include <boost/container/small_vector.hpp>

namespace kroniek {

inline bool hard_boundary(Tag tag) { return tag == Tag::colon || tag == Tag::end; }

// Reads the atoms from left to right with a stack of open clauses.
class Splitter {
 public:
  Splitter(const Known& known, const GrammarClasses& classes, Parse& parse) : known_(known), classes_(classes), parse_(parse), atoms_(parse.atoms) {}

  void run();

 private:
  // What is known of an open clause while reading.
  struct State {
    bool finite = false;      // its finite verb has come ("te" and its verb, for infinitive clauses)
    bool governs = false;     // its finite verb takes an infinitive or participle
    bool joined = false;      // it has another verb
    bool over = false;        // it has no verb, and a colon ends it
    std::uint32_t atoms = 0;  // how many are its own, in the end
  };
  State& state() { return state_[current_]; }

  Clause& clause() { return parse_.clauses[current_]; }
  const Clause& clause() const { return parse_.clauses[current_]; }
  bool is(std::uint32_t atom, ClassId cls) const { return is_of(known_.lexicon, atoms_[atom], cls); }
  bool verb_is(LexemeId verb, ClassId cls) const { return verb != 0 && known_.lexicon.is_a(verb, cls); }
  bool verb_final(std::uint32_t clause) const {
    const auto kind = parse_.clauses[clause].kind;
    return kind != ClauseKind::main && kind != ClauseKind::quotation && kind != ClauseKind::fragment;
  }
  bool auxiliary(LexemeId verb) const { return is_auxiliary(known_.lexicon, classes_, verb); }
  bool nominal(std::uint32_t i) const { return atoms_[i].tag == Tag::name || atoms_[i].tag == Tag::noun || atoms_[i].tag == Tag::content || atoms_[i].tag == Tag::pronoun; }
  void assign(std::uint32_t i) {
    parse_.clause_of[i] = current_;
    state().joined |= atoms_[i].tag == Tag::verb && i != clause().finite;
  }

  // split.cpp: openers, commas and coordinators.
  void open(ClauseKind kind, std::uint32_t parent, std::uint32_t opener);
  std::uint32_t finite_ahead(std::uint32_t from, bool after_modal) const;
  bool has_finite(std::uint32_t from) const;
  void close_to_waiting();
  ClauseKind subordinate_kind(std::uint32_t i) const;
  void step(std::uint32_t i);
  bool behind_last_verb(std::uint32_t i) const;
  bool no_sooner(std::uint32_t i) const;
  bool says(std::uint32_t i) const;
  bool awaited_above(std::uint32_t from) const;
  bool stays_in_content(std::uint32_t i);
  bool previous_is_boundary(std::uint32_t i) const;
  void relative(std::uint32_t i);
  bool verb_behind_comma(std::uint32_t i) const;
  bool asks_somebody(std::uint32_t i) const;
  bool asks_before(std::uint32_t i) const;
  bool participle_clause(std::uint32_t comma) const;
  bool participle_inserted(std::uint32_t i) const;
  void comma(std::uint32_t i);
  bool begins_with_verb(std::uint32_t i) const;
  bool list_continues(std::uint32_t i) const;
  bool told_aside(std::uint32_t coordinator) const;
  std::uint32_t waiting_ancestor() const;
  void new_main();
  void coordinator(std::uint32_t i);
  bool leaves_quotation(std::uint32_t from, std::uint32_t to) const;
  bool verbs_end(std::uint32_t i) const;
  bool nominal_between(std::uint32_t from, std::uint32_t to) const;

  // split_inserted.cpp: what stands between commas, and what goes on behind.
  bool awaits_particle(std::uint32_t from) const;
  bool inserted(std::uint32_t comma) const;
  bool told_before_verb(std::uint32_t comma) const;
  bool adds_preposition(std::uint32_t comma) const;
  bool goes_on_around(std::uint32_t coordinator, std::uint32_t finite) const;
  std::uint32_t finite_beyond(std::uint32_t from) const;
  std::uint32_t finite_behind_list(std::uint32_t from) const;
  bool one_of_several(std::uint32_t verb) const;
  void new_main_at(std::uint32_t verb);
  bool names_subject(std::uint32_t from, std::uint32_t to) const;
  bool sets_off(std::uint32_t from, std::uint32_t i) const;
  bool completes_participle(std::uint32_t from, std::uint32_t i) const;

  // split_verbs.cpp: the verbs of a clause, conditions by their order, and infinitives.
  bool consequence(std::uint32_t i) const;
  void put_condition_below();
  void put_condition_behind_saying();
  void verb(std::uint32_t i);
  bool is_free(std::uint32_t i) const;
  bool denies_another(std::uint32_t from) const;
  bool needs_participle(std::uint32_t i) const;
  bool behind_full_verb(std::uint32_t i) const;
  bool cluster_finite_ahead(std::uint32_t i) const;
  bool nothing_but_verb(std::uint32_t i) const;
  bool complete_before(std::uint32_t i) const;
  void attach_nonfinite(std::uint32_t i);
  bool around_infinitive(std::uint32_t i) const;
  std::uint32_t infinitive_end(std::uint32_t opener) const;
  bool leaves_infinitive(std::uint32_t i) const;
  bool has_auxiliary(std::uint32_t end) const;
  bool awaits_verb(std::uint32_t clause) const;
  bool second_nonfinite(std::uint32_t from) const;
  bool nonfinite_behind_comma(std::uint32_t from) const;
  void share_auxiliary();
  void infinitive(std::uint32_t i);
  void mark_infinitive(std::uint32_t i);
  bool joins_list(std::uint32_t comma) const;
  std::uint32_t infinitive_begin(std::uint32_t te) const;
  bool particle_of_infinitive(std::uint32_t i, std::uint32_t te) const;
  std::uint32_t behind_particle(std::uint32_t clause, std::uint32_t finite, std::uint32_t te) const;
  std::uint32_t behind_there(std::uint32_t finite, std::uint32_t te) const;
  std::uint32_t verb_behind_time(std::uint32_t time) const;
  bool subject_behind(std::uint32_t clause, std::uint32_t finite) const;
  bool own_deed(std::uint32_t colon) const;
  std::uint32_t skip_phrases(std::uint32_t begin, std::uint32_t te, bool inverted) const;

  const Known& known_;
  const GrammarClasses& classes_;
  Parse& parse_;
  const std::vector<Atom>& atoms_;
  boost::container::small_vector<State, 8> state_;
  std::uint32_t current_ = 0;
  std::uint32_t consequence_ = kNone;  // the clause behind an inverted condition
};

}  // namespace kroniek
