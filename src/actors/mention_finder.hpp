// Reads a text from left to right for the phrases that mention actors.
#pragma once

#include "mentions.hpp"
#include "offices.hpp"
#include "phrases.hpp"

#include <vector>

namespace kroniek {

class MentionFinder {
 public:
  MentionFinder(const ActorWords& words, Day day)
      : words_(words), gazetteer_(words.gazetteer()), names_(words), phrases_(words, names_), offices_(words, day, mentions_) {}

  std::vector<Mention> run();

 private:
  // What reads a phrase adds its mentions and returns its end; 0: it is none.
  TokenId set_phrase(TokenId token) const;
  TokenId read(TokenId token);
  TokenId without_head(TokenId token, const Modifiers& m);
  TokenId read_head(const Modifiers& m);
  static bool plain_determiner(const Modifiers& m);
  TokenId add_name(TokenId first, TokenId head, const Phrases::Name& name);
  void add_stuck(Mention& mention) const;
  TokenId add_two(TokenId token, const NameAtom& atom);
  TokenId named_person(const Modifiers& m, TokenId head, const Phrases::Name& name);
  TokenId add_organisation(TokenId first, TokenId head, const NameAtom& atom);
  bool is_dateline(TokenId first, TokenId last) const;
  void add_owners(const Modifiers& m);
  bool fits(const std::vector<std::uint32_t>& countries, const ActorId& who) const;
  TokenId titled(const Modifiers& m, TokenId h);

  // Offices (office_phrases.cpp)
  TokenId office(const Modifiers& m, TokenId h, const NameAtom& atom);
  TokenId office_behind_name(const Phrases::Name& name) const;
  bool is_spokesperson(const NameAtom& atom) const;
  const ActorId* spoken_for(const Modifiers& m, const NameAtom& atom) const;
  bool speaks_for_body(const NameAtom& atom, TokenId end) const;
  TokenId two_titles(const Modifiers& m, TokenId h, const NameAtom& atom, const Complement& behind, std::uint32_t country);
  static std::uint32_t country_of(const Modifiers& m, const Complement& behind, const NameAtom& atom, bool target = false);
  OfficeUse use_of(const Modifiers& m, TokenId h, const NameAtom& atom, const Complement& behind, std::uint32_t country, bool target) const;
  bool names_this_person(const Modifiers& m, const Complement& behind, const NameAtom& atom, const Phrases::Name& name) const;
  bool is_predicate(const Modifiers& m, TokenId h) const;
  ActorId apposition(TokenId first, TokenId last) const;
  std::uint32_t owner_behind(TokenId token) const;
  TokenId plural_office(const Modifiers& m, TokenId h, const NameAtom& atom, const Complement& behind);
  TokenId holders_of(const Modifiers& m, TokenId h, const NameAtom& atom, const Complement& behind, const std::vector<std::uint32_t>& countries);
  TokenId elliptic_office(const Modifiers& m);

  // Peoples, countries and groups (group_phrases.cpp)
  TokenId people(const Modifiers& m, TokenId h, const NameAtom& atom);
  TokenId country_noun(const Modifiers& m, TokenId h);
  TokenId group(const Modifiers& m, TokenId h, const NameAtom& atom);
  std::vector<ActorId> groups_before(std::uint32_t group) const;
  const Mention* last_group(std::uint32_t group, bool government, bool several) const;
  bool are_told_of(const Modifiers& m, TokenId h) const;
  bool with_each_other(TokenId token) const;
  bool tells(TokenId first, TokenId last) const;
  std::uint32_t only_country_with(std::uint32_t group) const;
  std::uint32_t body_country(TokenId first, TokenId last, std::uint32_t group) const;

  // Nouns whose actor depends on what was said before; resolve_references finds him (referring_phrases.cpp)
  TokenId description(const Modifiers& m, TokenId h, TokenId last = 0);
  bool has_complement_name(TokenId h) const;
  TokenId relation(const Modifiers& m, TokenId h);
  TokenId add_pair(const Modifiers& m, TokenId h, bool persons);
  TokenId bare_pair_end(const Modifiers& m) const;
  TokenId add_bare_pair(const Modifiers& m, TokenId end);

  const ActorWords& words_;
  const Gazetteer& gazetteer_;
  std::vector<Mention> mentions_;
  UnknownNames names_;
  Phrases phrases_;
  Offices offices_;
  TokenId begin_ = 0, limit_ = 0;  // of the sentence
};

}  // namespace kroniek
