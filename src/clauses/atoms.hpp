// A sentence as a row of atoms: words, or runs of words that act as one (names, time expressions, fixed
// phrases), each with the part of speech that its place in the sentence gives it.
#pragma once

#include "../actors/mentions.hpp"
#include "../text/text.hpp"
#include "../time/find_times.hpp"

#include <optional>
#include <vector>

namespace kroniek {

enum class Tag : std::uint8_t {
  content,      // a noun, adjective or unknown word
  noun,         // certainly a noun
  adjective,
  name,         // an actor, place or other capitalised name
  determiner,   // article, demonstrative, possessive, genitive
  pronoun,
  relative,     // "die", "dat", "waarmee": opens a relative clause if the clause structure agrees
  preposition,
  coordinator,
  subordinator,
  opener,       // "om", "zonder": opens an infinitive clause
  te,
  adverb,
  negation,
  verb,
  time,
  number,
  comma,
  colon,        // : ;
  dash,
  open,         // ( [
  close,
  quote,        // a quotation mark of either side
  end,          // . ! ?
};

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

struct Atom {
  TokenId first = 0, last = 0;
  Tag tag = Tag::content;
  FormId form = 0;                 // of the word or phrase
  std::uint32_t mention = kNone;   // index of the actor mention that it is
  std::uint32_t time = kNone;      // index of the time expression that it is
  // What it can be of a verb; several if the form is ambiguous.
  bool finite = false, infinitive = false, participle = false;
  bool past = false, plural = false;  // of the finite reading
  LexemeId verb = 0;
  bool denied = false;             // "niet met *X* maar met Y"
};

// What the stages before know of a document.
struct Known {
  const Text& text;
  const Lexicon& lexicon;
  const std::vector<Mention>& mentions;
  const std::vector<TimeHit>& times;

  const Sentence& text_sentence(std::uint32_t index) const { return text.sentences[index]; }
};

// Lexicon classes that clause analysis lives on, looked up once a pack.
struct GrammarClasses {
  ClassId about, determiner, definite, indefinite, common_gender, comparative, possessive, nominative, oblique,
      reflexive, relative, relative_adverb, complementizer, subordinator, conditional, infinitive_opener, coordinator,
      te, negation, negative_determiner, preposition, adverb, aux_have, aux_be, aux_become, aux_modal, aux_shall,
      aux_future, future_cue, takes_infinitive, says_that, report_noun, copula, place, there, stem_subject, auxiliary, frequency,
      governed_relative, correlative, comparing, exemplifies, control_noun, no_addressee, ambiguous_subordinator,
      bare_subordinator, neuter, of, measure, singular, interrogative, infinitive_noun, indefinite_pronoun,
      order_noun, ready_to, predicate_adjective, object_control, subject_control, urging_word, ditransitive, contrast, but_does, sequence,
      where, it, judges_it, happen, causative, raising, whenever, by, with, to, describe, accuse, vows_that, as_role,
      conceding, hardly, thus, asks, asks_people, consequent, projectile, one_by_one, between, given_to_know, fact_noun, after, any_more, she_or_they, addresses, addressee, presses, pressed_at, tells_there, turns_out_for, money, priced_at;
  Lexicon::Bits small;  // of what articles, prepositions and the like are: most words are none
  explicit GrammarClasses(const Lexicon& lexicon);
};

// Whether the word or phrase is of the class.
inline bool is_of(const Lexicon& lexicon, FormId form, ClassId cls) { return form != 0 && lexicon.in_class(form, cls).has_value(); }
inline bool is_of(const Lexicon& lexicon, const Atom& atom, ClassId cls) { return is_of(lexicon, atom.form, cls); }
// Whether the verb is one of time, voice or mood.
inline bool is_auxiliary(const Lexicon& lexicon, const GrammarClasses& classes, LexemeId verb) {
  return verb != 0 && (lexicon.is_a(verb, classes.aux_have) || lexicon.is_a(verb, classes.aux_be) || lexicon.is_a(verb, classes.aux_become) || lexicon.is_a(verb, classes.aux_modal));
}
// Whether the verb tells what the subject is or becomes.
inline bool is_link(const Lexicon& lexicon, const GrammarClasses& classes, LexemeId verb) { return verb != 0 && (lexicon.is_a(verb, classes.copula) || lexicon.is_a(verb, classes.aux_become)); }

// Its form, or that of the last part of a compound; 0: neither is known.
inline FormId noun_form(const Known& known, const Atom& atom) { return atom.form != 0 ? atom.form : known.text.tokens[atom.last - 1].tail; }

// The atoms of one sentence.
std::vector<Atom> make_atoms(const Known& known, const GrammarClasses& classes, const Sentence& sentence);

}  // namespace kroniek
