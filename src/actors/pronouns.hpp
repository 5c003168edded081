// Whom a pronoun or possessive stands for.
#pragma once

#include "discourse.hpp"

#include <functional>
#include <initializer_list>
#include <vector>

namespace kroniek {

inline constexpr std::uint32_t kNearSentences = 5;
inline bool sex_fits(char own, char other) { return own == 0 || other == 0 || own == other; }

class Pronouns {
 public:
  Pronouns(const Discourse& discourse, const std::vector<Mention>& known) : discourse_(discourse), words_(discourse.words()), known_(known) {}

  // The mention that the token is, with its actors if they can be told; kind `name` if it is no such word here.
  Mention read(TokenId token, const Sentence& sentence) const;
  std::vector<ActorId> owner(TokenId token) const;
  // "die laatste", "laatstgenoemde": the last of those whom the sentence before names; kind `name` if it is nobody.
  Mention latter(TokenId token, const Sentence& sentence) const;
  struct Wanted {
    std::function<bool(const Spoken&)> fits;
    std::function<std::vector<ActorId>(const std::vector<ActorId>&)> as = {};  // what those who fit count for; none: themselves
    bool paired = false;  // only "X en Y", not all whom a sentence names
  };
  // The two (or more) that "de twee", "beide landen" and the like mean: those whom the nearest sentence names together,
  // by the first that finds any of what is `wanted`; where none does, the last so many of what is wanted first.
  std::vector<ActorId> several(TokenId token, std::initializer_list<Wanted> wanted, std::size_t count) const;
  // Those whom "de landen", "de leiders" mean, though not how many.
  std::vector<ActorId> side_by_side(TokenId token, const Wanted& wanted) const;
  // The first part of it; `paragraph`: in the same one only.
  std::vector<ActorId> named_near(TokenId token, std::initializer_list<Wanted> wanted, std::size_t count, bool paragraph) const;
  // "Rusland en Oekraïne": all that are joined with the entry, in order; empty if it stands alone.
  std::vector<ActorId> coordinated(const Spoken& last) const;
  // Whether the entry is another argument of the clause around the token.
  bool beside(const Spoken& entry, TokenId token) const;
  // The last singular person that passes.
  template <class Fits>
  std::vector<ActorId> person(TokenId token, Fits fits) const;

 private:
  enum class Number : std::uint8_t { unknown, singular, plural };
  Number verb_number(TokenId token, const Sentence& sentence) const;
  std::vector<ActorId> he(TokenId token, char sex, bool subject) const;
  const Spoken* asks_of_another(TokenId token) const;
  const Spoken* controlled(TokenId token, const std::function<bool(const Spoken&)>& fits) const;
  const Spoken* in_company_of(const Spoken& company) const;
  std::vector<ActorId> they(TokenId token, bool subject) const;
  std::vector<ActorId> owner_ahead(TokenId token, bool their, char sex) const;
  std::vector<ActorId> subject_ahead(TokenId token, char sex) const;
  bool names(const Spoken& entry, TokenId token) const;
  bool things_between(TokenId from, TokenId to) const;
  std::vector<ActorId> named_together(std::uint32_t sentence, TokenId token, const Wanted& wanted, std::size_t count) const;
  std::vector<ActorId> that_one(TokenId token, Number number) const;
  std::vector<ActorId> relative(TokenId token, const Sentence& sentence) const;
  std::vector<ActorId> it(TokenId token, const Sentence& sentence) const;
  bool is_pronoun_it(TokenId token, const Sentence& sentence) const;
  bool has_particle(TokenId verb, TokenId end) const;
  bool acts_as_it(TokenId verb, TokenId end) const;
  const Spoken* subject_of_it(TokenId token, const Sentence& sentence) const;
  bool follows_own_subject(TokenId token) const;
  bool speaker_of_quote(const Spoken& entry, TokenId token) const;
  std::vector<ActorId> teller_of_quote(TokenId token) const;
  bool mentioned_in_segment(const std::vector<ActorId>& who, TokenId token) const;

  const Discourse& discourse_;
  const ActorWords& words_;
  const std::vector<Mention>& known_;  // of the whole text, as find_mentions gave them
};

template <class Fits>
std::vector<ActorId> Pronouns::person(TokenId token, Fits fits) const {
  const auto* found = discourse_.best(token, [&](const Spoken& entry) {
    return entry.person && !entry.plural && entry.who.size() == 1 && !beside(entry, token) && fits(entry);
  });
  return found == nullptr ? std::vector<ActorId>() : found->who;
}

}  // namespace kroniek
