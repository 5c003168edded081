// What the words of a text can be in a mention of an actor.
#pragma once

#include "../text/lower_ascii.hpp"
#include "../text/text.hpp"
#include "gazetteer.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kroniek {

// The lexicon classes that mentions are built from.
enum class Word : std::uint8_t {
  actor, metonym, nationality, people, place, office, group,  // from the gazetteer
  determiner, definite, indefinite, preposition, coordinator, relative, complementizer, subordinator,
  adverb, relative_adverb, nominative, as_marker, of_preposition, for_preposition, locative, place_noun, department,
  title, person_noun, government, country_noun, member_noun, counterpart, predecessor, successor, office_holder,
  party_member, several_persons, several_sides, war_side, troops, between_foes, both, same_one, our, former, incoming, deputy, plural_name, home_government, target_noun, quantifier, other, one_holder, general_office, group_tail, object_control, object_reason, asks_of_another, calling, host, delegation,
  name_particle, neuter_name, day_part, given_name, speech_verb, says_that, state_body, insider, auxiliary, there, te, we, according, by_preposition, embedding, correlative, with, between, impersonal_verb,
  ref_he, ref_him, ref_she_they, ref_her, ref_them, ref_that_one, ref_this_one, ref_it, ref_whose, poss_his, poss_her, poss_their, aux_modal, latter, reciprocal,
  count
};

class WordSet {
 public:
  // Of words that are written out the compiler makes the bits.
  constexpr WordSet(std::same_as<Word> auto... words) { (add(words), ...); }
  constexpr void add(Word word) { bits_[index(word)] |= bit(word); }
  void add(WordSet other) {
    bits_[0] |= other.bits_[0];
    bits_[1] |= other.bits_[1];
  }
  void remove(Word word) { bits_[index(word)] &= ~bit(word); }
  bool has(Word word) const { return (bits_[index(word)] & bit(word)) != 0; }
  bool has_any(WordSet other) const { return (bits_[0] & other.bits_[0]) != 0 || (bits_[1] & other.bits_[1]) != 0; }
  bool empty() const { return bits_[0] == 0 && bits_[1] == 0; }

 private:
  static constexpr std::size_t index(Word word) { return static_cast<std::size_t>(word) / 64; }
  static constexpr std::uint64_t bit(Word word) { return std::uint64_t{1} << (static_cast<unsigned>(word) % 64); }
  static_assert(static_cast<int>(Word::count) <= 128);
  std::uint64_t bits_[2] = {0, 0};
};

// The lexicon's number of each class, looked up once a pack.
class ActorClasses {
 public:
  explicit ActorClasses(const Lexicon& lexicon);
  ClassId id(Word word) const { return ids_[static_cast<std::size_t>(word)]; }
  // Word::count: none of ours.
  Word word(ClassId id) const { return words_[id]; }
  // Of what comes from the gazetteer.
  const Lexicon::Bits& gazetteer() const { return gazetteer_; }

 private:
  std::vector<ClassId> ids_;
  std::vector<Word> words_;
  Lexicon::Bits gazetteer_;
};

// The longest run of tokens from one on that stands for something of the gazetteer.
struct NameAtom {
  TokenId last = 0;  // one past; 0: there is none
  WordSet can;       // which of actor ... group
  std::uint32_t actor = kNoActor, metonym = kNoActor, nationality = kNoActor, people = kNoActor;
  std::uint32_t place = kNoActor, office = kNoActor, group = kNoActor;
  bool plural = false, genitive = false;
  bool compound = false;            // office and group: read off the end of a longer word
  std::uint32_t of = kNoActor;      // the actor that the longer word begins with
  std::uint32_t beside = kNoActor;  // "Russisch-Amerikaanse", "Trump-Poetin": the first of two
};

// One token: what it is by itself, and the atom that starts there.
struct TokenWords {
  WordSet own;       // classes of the word, and of the compound noun that it ends in
  WordSet tail;      // only those of the compound noun
  bool finite = false;              // has a reading as a finite verb that is no infinitive too
  bool bare_stem = false;           // only as the first person: "bezoek", "steun", which are mostly nouns
  bool plural_verb = false, singular_verb = false;
  bool verb = false, noun = false, adjective = false, participle = false, pronoun = false;
  bool plural_noun = false;
  bool only_name = true;            // no reading but as a name
  std::uint8_t sex = 0;  // of a person_noun: 1 he, 2 she
};

class ActorWords {
 public:
  ActorWords(const Text& text, const Lexicon& lexicon, const Gazetteer& gazetteer, const ActorClasses& classes);

  const TokenWords& at(TokenId token) const { return tokens_[token]; }
  bool is(TokenId token, Word word) const { return token < tokens_.size() && tokens_[token].own.has(word); }
  const NameAtom& atom(TokenId token) const { return atoms_[token < atom_of_.size() ? atom_of_[token] : 0]; }
  // The end of the longest unit or word of the class at the token; 0: none.
  TokenId end_of(TokenId token, Word word) const;
  // A pair ("both X and Y"): its first word stands before `first`, its second at `as`.
  bool correlates(TokenId first, TokenId as) const { return first > 0 && is(first - 1, Word::correlative) && is(as, Word::as_marker); }
  // Whether a phrase that begins before the token and has the class covers it.
  bool in_phrase(TokenId token, Word word) const;
  // The actor that a compound begins with: "EU" of "EU-landen"; kNoActor if none.
  std::uint32_t compound_actor(TokenId token) const;
  // Whether that is a person: "Trump-gezant".
  bool of_person(TokenId token) const;
  // Whether the word begins with "oud-" or the like.
  bool former_prefix(TokenId token) const;
  bool quoted(TokenId token) const { return quoted_[token]; }
  // The value of the lexeme that puts the token in the class.
  std::int32_t value(TokenId token, Word word) const;
  ClassId class_id(Word word) const { return classes_.id(word); }

  bool capital(TokenId token) const { return text_.tokens[token].has(kCapital); }
  bool punct(TokenId token) const { return text_.tokens[token].has(kPunct); }
  // A capital that says nothing: the first word of a sentence or of a quotation.
  bool first_word(TokenId token) const { return first_word_[token]; }

  const Text& text() const { return text_; }
  const Lexicon& lexicon() const { return lexicon_; }
  const Gazetteer& gazetteer() const { return gazetteer_; }

 private:
  void read_word(TokenId token);
  std::optional<LexemeId> first_given_name(TokenId token) const;
  void read_compound(TokenId token);
  void read_atom(TokenId token);
  void add_form(FormId form, TokenId first, TokenId last, NameAtom& atom) const;
  bool capitals_fit(TokenId first, TokenId last) const;
  bool all_caps(TokenId token) const;
  std::uint32_t first_part(TokenId token) const;
  bool read_government(TokenId token, NameAtom& atom) const;
  void read_pair(TokenId token, NameAtom& atom) const;
  void mark_first_words();
  void mark_quotes();

  const Text& text_;
  const Lexicon& lexicon_;
  const Gazetteer& gazetteer_;
  const ActorClasses& classes_;
  std::vector<TokenWords> tokens_;
  std::vector<std::uint32_t> atom_of_;  // 0: none
  std::vector<NameAtom> atoms_;
  std::vector<bool> first_word_, quoted_;
};

}  // namespace kroniek
