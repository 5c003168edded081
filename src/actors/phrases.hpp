// Noun phrases around names, offices and groups.
#pragma once

#include "mentions.hpp"
#include "roles.hpp"
#include "unknown_names.hpp"
#include "words.hpp"

#include <vector>

namespace kroniek {

// What stands before the head of a phrase.
struct Modifiers {
  TokenId first = 0, head = 0;          // head: the first token behind them
  TokenId determiner = 0;               // how many tokens they begin with that are articles or the like
  bool any_determiner = false, definite = false, indefinite = false, demonstrative = false;
  bool number = false, two = false, both = false, our = false;
  bool possessive = false;              // "zijn", "haar", "hun"
  bool other = false;                   // "de andere minister"
  bool unknown_word = false;            // an adjective or participle that the lexicon does not know, or a noun
  Term term = Term::now;
  std::vector<std::uint32_t> countries;  // of adjectives of nationality, in order
  std::vector<ActorId> owners;           // "Trumps", "Zelensky's"
};

// What stands behind an office or group: "van de EU", "in Londen", "voor Oekraïne".
struct Complement {
  TokenId last = 0;
  std::vector<std::uint32_t> countries;
  std::uint32_t place = kNoActor;       // a town or region that is no seat of a government
  std::uint32_t target = kNoActor;      // "voor Oekraïne"
  bool seat = false;                    // "in Londen"
};

// "dat het Peru steunt", "dat het Oslo helpt": behind "it" a name that has no article, so that it is a pronoun; but "het Vaticaan",
// "het Peru van nu".
bool land_without_article(const ActorWords& words, TokenId it, const Sentence& sentence);

class Phrases {
 public:
  Phrases(const ActorWords& words, const UnknownNames& names) : words_(words), names_(names) {}

  // To be called before its phrases are read.
  void set_sentence(const Sentence& sentence) { sentence_ = sentence; }
  // False: no phrase that tells of an actor begins with the word. True of few.
  bool may_begin(TokenId token) const;
  // The modifiers that begin at `token`; head == limit if no head follows.
  Modifiers modifiers(TokenId token, TokenId limit) const;
  Complement complement(TokenId token, TokenId limit, bool group) const;
  // "binnen het Witte Huis", "bij de NAVO" behind somebody who is no more than a source; last == token: none.
  Complement house(TokenId token, TokenId limit) const;
  bool is_head(TokenId token) const;
  // A name of a person, known or not, that begins at the token; last == 0: none.
  struct Name {
    TokenId last = 0;
    bool genitive = false;
    ActorId who;
    char sex = 0;
  };
  Name person(TokenId token, TokenId limit) const;
  Name organisation(TokenId token, TokenId limit) const;

 private:
  bool is_determiner(TokenId token, TokenId limit) const;
  bool modifier(TokenId token, bool after_determiner) const;
  TokenId take_of(TokenId token, TokenId limit, Complement& complement) const;

  const ActorWords& words_;
  const UnknownNames& names_;
  Sentence sentence_;
};

}  // namespace kroniek
