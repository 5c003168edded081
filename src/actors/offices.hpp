// Who is meant by an office without a name, in the course of one text.
#pragma once

#include "mentions.hpp"
#include "roles.hpp"
#include "words.hpp"

#include <map>
#include <vector>

namespace kroniek {

struct OfficeUse {
  std::uint32_t office = 0;
  std::uint32_t country = kNoActor;   // or organisation: whose office it is
  std::uint32_t place = kNoActor;     // or town or region: index into Gazetteer::places
  bool wide = false;                  // a word for all offices of a kind: "minister"
  std::uint32_t target = kNoActor;    // what the office is for: Ukraine, of "Oekraïnegezant"
  Term term = Term::now;
  bool definite = false, indefinite = false;
  bool bare = false;                  // no article, no adjective of nationality, no possessor
  TokenId at = 0;
  std::string_view shown;             // how it is called in the text
  bool named = true;                  // the word is known, not only what it ends in: "ploegleider"
  bool one_holder = false;            // of which a country has but one: "een Amerikaanse president" is he
  OfficeWord word() const { return {office, wide}; }
};

class Offices {
 public:
  // `mentions`: those found so far, which grow while the text is read.
  Offices(const ActorWords& words, Day day, const std::vector<Mention>& mentions) : words_(words), day_(day), mentions_(mentions) {}

  // Empty id: nobody, not even a role.
  ActorId resolve(const OfficeUse& use) const;
  // The text says that this person has the office.
  void learn(const OfficeUse& use, const ActorId& who);
  // The country whose newspaper this is, by what it mentions up to the token, or else behind it in the paragraph.
  std::uint32_t home(TokenId token) const;
  // Whether the person may be called by the office, by the gazetteer or by this text.
  bool may_be(OfficeWord word, const ActorId& who) const;

 private:
  struct Learnt {
    std::uint32_t office, country, place;
    ActorId who;
  };
  ActorId in_country(const OfficeUse& use) const;
  ActorId mentioned_before(const OfficeUse& use) const;
  ActorId by_topic(const OfficeUse& use) const;
  // The last of those mentioned of whom `wanted(actor)` holds.
  template <class Wanted>
  ActorId last_mentioned(Wanted wanted) const;
  std::map<std::uint32_t, int> country_counts() const;
  std::uint32_t home_ahead(TokenId token) const;

  const ActorWords& words_;
  Day day_;
  const std::vector<Mention>& mentions_;
  std::vector<Learnt> learnt_;
};

}  // namespace kroniek
