// Who says it: from a phrase of a clause to actors.
#pragma once

#include "context.hpp"

namespace kroniek {

class SpeakerFinder {
 public:
  explicit SpeakerFinder(const ClaimContext& context) : context_(context) {}

  // The subject of the reporting verb whose finite form is `finite`; `inverted`: it stands behind that verb.
  // Not found: there is none that can speak. `anyone`: a noun that the lexicon does not know as a person will do.
  Speakers subject(const Parse& parse, std::uint32_t clause, std::uint32_t finite, bool inverted, bool anyone) const;
  // Behind "by" in a passive.
  Speakers agent(const Parse& parse, std::uint32_t clause) const;
  // "In Oslo they say", "in Oslo it was denied": where nobody is named who says it, the government of the capital.
  Speakers seat(const Parse& parse, std::uint32_t clause) const;
  // The phrase whose first word is at the token or right behind it: "according to X".
  Speakers behind(const Parse& parse, TokenId token, TokenId limit, bool anyone) const;
  // Behind "according to" in the sentence, of which `here` are the drafts so far: a pronoun there is the subject
  // of a clause before it, whoever spoke last, or the main subject of the sentence before.
  Speakers source(std::uint32_t sentence, TokenId token, TokenId limit, const std::vector<Draft>& here) const;
  bool is_person(const ActorId& who, TokenId limit) const { return person(who, limit) != nullptr; }
  // The main subject of a sentence, if it can speak; without its phrase, as those who ask read another sentence.
  Speakers main_subject(std::uint32_t sentence) const;
  // ... of the sentence before the token's, in the same paragraph.
  Speakers main_subject_before(TokenId token) const;
  // The person who is that, or before the quotation that ends at the token.
  Speakers asked_before(TokenId token) const;
  // The possessor of a noun: "Trumps eis", "de eis van Trump", "de Amerikaanse eis"; nobody behind one of the prepositions `but`.
  Speakers possessor(const Parse& parse, std::uint32_t phrase, const std::vector<FormId>& but = {}) const;
  Speakers of_phrase(const Parse& parse, std::uint32_t phrase, bool anyone) const;

  // The phrase has a noun such as "report".
  bool is_text(const Parse& parse, std::uint32_t phrase) const;
  // Whether the phrase is "I", "we" or "you": part of what is said, or the author.
  bool speech_participant(const Parse& parse, std::uint32_t phrase) const;

  // Whose the text is of which the sentence before tells.
  Speakers writer(TokenId token) const;
  // Who spoke last; pronouns that nobody resolved go back to that.
  void told(const Speakers& speakers, TokenId at);
  const Speakers& last() const { return last_; }
  // Whose the quotation is that ends before the token: who spoke last, unless the sentence before it names another person.
  Speakers last_quoted(TokenId token) const;
  // Whether it names an actor, or a person, a body or a text of a kind that says things.
  bool can_speak(const Parse& parse, const Phrase& phrase) const;

 private:
  Speakers read_phrase(const Parse& parse, std::uint32_t phrase, bool anyone) const;
  Speakers apposition(const Parse& parse, const Phrase& phrase) const;
  bool may_hold(const ActorId& who, const ActorId& role, TokenId noun) const;
  Speakers role_told(const Speakers& speakers, const Mention& mention) const;
  Speakers named_last(TokenId token) const;
  std::vector<ActorId> behind_phrases(const Parse& parse, std::uint32_t at) const;
  bool before_title(const Parse& parse, const Phrase& phrase) const;
  Speakers speaks_for(Speakers speakers, TokenId limit) const;
  Speakers issuer_before(TokenId token) const;
  std::uint32_t block_of(TokenId token) const;
  Speakers body_before(TokenId token) const;
  Speakers body_told_of(const Parse& parse, TokenId token) const;
  Speakers one_of(const Parse& parse, const Phrase& phrase, bool anyone) const;
  std::vector<ActorId> behind_subject_taught(const Parse& parse, const Phrase& phrase) const;
  std::vector<ActorId> name_behind(const Parse& parse, const Phrase& phrase) const;
  std::vector<ActorId> subject_of_clause(const Parse& parse, TokenId token) const;
  Speakers bare_source(const Parse& parse, TokenId token) const;
  Speakers taken_up(const Parse& parse, const Phrase& phrase) const;
  Speakers compatriot(const Parse& parse, const Phrase& phrase) const;
  const Speakers* teller_before(TokenId token) const;
  // Who spoke in the sentence before, if the phrase is a pronoun that can be him.
  Speakers subject_just_before(const Parse& parse, std::uint32_t clause) const;
  const Speakers* speaks_again(const Parse& parse, std::uint32_t phrase) const;
  // Of the same paragraph, or kNone.
  std::uint32_t sentence_before(TokenId token) const;
  Speakers named_subject_before(TokenId token) const;
  Speakers outer_subject(const Parse& parse, std::uint32_t clause, char sex) const;
  bool can_be(const Speakers& speakers, char sex, TokenId limit) const;
  const Mention* person(const ActorId& who, TokenId limit) const;
  Speakers of_mention(const Mention& mention) const;
  std::uint32_t phrase_at(const Parse& parse, TokenId token) const;
  // The capitalised words of a phrase as somebody whom the actors stage does not know.
  std::vector<ActorId> stranger(const Parse& parse, const Phrase& phrase) const;
  bool other_sex(const Speakers& speakers, const Mention& pronoun) const;

  const ClaimContext& context_;
  Speakers last_, last_plural_, last_stranger_;  // a stranger is nobody of the gazetteer
  TokenId last_at_ = 0, last_plural_at_ = 0;
};

}  // namespace kroniek
