// Fills the roles of an event from the grammatical functions around its trigger.
#pragma once

#include "find_events.hpp"

#include <span>

namespace kroniek {

// Lexicon classes that triggers and roles ask for, looked up once a document.
struct EventClasses {
  ClassId of, by, anaphor, inner, people, company, support, wherein, adverbial, person, to, source, thus, purpose, about, talk, talk_verb, visit_verb, with, definite, happen, somebody, wherein_preposition, control, undertakes, judged, where, since, before, after, together, alike, spoken_of, locative, another, describe, attended, proposal, spells_out, taken_up, direction, journey, attends, asking, interrogative, relative_adverb, without, besides, also, discuss, invites, call_verb, concerns, around, guards, against, press, country, pronominal;
  explicit EventClasses(const Lexicon& lexicon);
};

class RoleFiller {
 public:
  RoleFiller(const Story& story, const EventClasses& classes, std::uint32_t sentence);

  // What stands in the place `source` for a trigger in clause `c`; nothing if nothing fits.
  void fill(EventHit& hit, const RoleRule& role, const Source& source, std::uint32_t c) const;
  // "sprak niet met X, maar wel met Y": drops, of what it has of the clause before, what the part without a verb says anew.
  void drop_said_anew(EventHit& hit, std::size_t first, const Clause& part) const;
  // "stemde daarmee in", "wuifde die weg": what is meant was named before, here or in the sentence before.
  void fill_from_before(EventHit& hit, const RoleRule& role, const Clause& clause) const;
  void add_attendants(EventHit& hit, const Clause& clause) const;
  void add_who_is_there(EventHit& hit, const Clause& clause) const;
  void add_besides(EventHit& hit, const Clause& clause) const;
  bool judges_own(const EventHit& hit, std::uint32_t c) const;
  bool all_are_with(const EventHit& hit, int people) const;
  bool drop_press(EventHit& hit) const;
  bool is_own_topic(const EventHit& noun, const EventHit& verb) const;
  bool takes_up_noun(const EventHit& hit) const;
  static int people(const EventHit& hit);
  static void keep_once(std::vector<Filler>& fillers);
  // "spraken over een gevangenenruil", "overleg over een bestand": what is talked of has not come of it yet.
  std::uint32_t asking_noun(std::uint32_t phrase) const;
  bool is_topic(std::uint32_t clause, std::uint32_t phrase) const;
  bool is_guarded_against(std::uint32_t clause, std::uint32_t phrase) const;
  // "na zijn gesprek met X sprak hij met Y": whether the phrase tells of an event before or after the clause's own.
  bool is_event_beside(std::uint32_t phrase) const;
  // "het gesprek", "hun gesprek"
  bool is_definite(std::uint32_t phrase) const;

 private:
  void add_participants(EventHit& hit, const Clause& clause, ClassId behind) const;
  bool goes_to_topic(std::uint32_t phrase) const;
  bool below_topic(std::uint32_t phrase) const;
  bool place_of_topic(std::uint32_t phrase) const;
  bool is_discussed(std::uint32_t clause, std::uint32_t phrase) const;
  bool goes_there(std::uint32_t p) const;
  bool had_by_subject(const EventHit& hit) const;
  bool of_its_topic(const EventHit& hit, std::uint32_t p) const;
  bool describes_apposed(std::uint32_t p) const;
  bool same_block(std::uint32_t sentence) const;
  void add_phrase(EventHit& hit, const RoleRule& role, std::uint32_t phrase, bool agent = false) const;
  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& inner_of(std::uint32_t clause) const;
  bool add_thing(EventHit& hit, const RoleRule& role, std::uint32_t phrase) const;
  void add_nations(EventHit& hit, const RoleRule& role, std::uint32_t phrase) const;
  bool names_person(const Phrase& phrase) const;
  bool names_unknown(const Phrase& phrase) const;
  bool of_a_source(std::uint32_t phrase) const;
  std::uint32_t subject_of(const EventHit& hit, std::uint32_t c) const;
  bool takes_up_plan(std::uint32_t atom) const;
  bool spelled_out(std::uint32_t next) const;
  bool asks_behind(const RoleRule& role, const Atom& atom) const;
  static bool asks_for_subject(const RoleRule& role);
  bool stands_for_thing(const Clause& clause, std::uint32_t i) const;
  bool points_back(const Clause& clause, std::uint32_t there) const;
  bool leaves_unsaid(const EventHit& hit, const Clause& clause) const;
  std::uint32_t told_last() const;
  std::uint32_t same_block_back() const;
  bool counts_of_before(const Clause& clause, std::uint32_t there) const;
  bool told_aside(TokenId token) const;
  void companions(EventHit& hit, const RoleRule& role, std::uint32_t c) const;
  void told_of_before(EventHit& hit, const RoleRule& role, const Clause& clause) const;
  bool stranded(const Clause& clause, FormId preposition) const;
  bool fills_a_role(const EventHit& hit, std::uint32_t p) const;
  static bool may_be_talked_of(const EventType& type);
  bool is_people(std::uint32_t phrase) const;
  void add_atom(EventHit& hit, const RoleRule& role, std::uint32_t atom) const;
  std::span<const std::uint32_t> near(const Clause& clause, std::uint32_t trigger) const;
  void prepositions(EventHit& hit, const RoleRule& role, const Source& source, const Clause& clause) const;
  void possessors(EventHit& hit, const RoleRule& role, const Clause& clause) const;
  bool somebody_elses(const EventHit& hit) const;
  bool only_spoken_of(const EventHit& hit) const;
  bool asks_others(const EventHit& hit) const;
  bool done_by_subject(const EventHit& hit, std::uint32_t c) const;
  std::uint32_t judged(const EventHit& hit, std::uint32_t c) const;
  bool extraposed(const EventHit& hit, const Clause& clause, std::uint32_t phrase) const;
  bool governed(EventHit& hit, const RoleRule& role, const Clause& clause) const;
  void owners(EventHit& hit, const RoleRule& role, std::uint32_t noun) const;
  void possessors_of_object(EventHit& hit, const RoleRule& role, std::uint32_t c) const;
  void behind(EventHit& hit, const RoleRule& role, const Clause& clause, ClassId preposition) const;
  void nationality(EventHit& hit, const RoleRule& role, std::uint32_t c) const;
  bool asks(const Clause& clause) const;
  void complement(EventHit& hit, const RoleRule& role, std::uint32_t c) const;
  void relative(EventHit& hit, const RoleRule& role) const;
  void fronted(EventHit& hit, const RoleRule& role, const Source& source, const Clause& clause) const;

  const Story& story_;
  const Known& known_;
  const Lexicon& lexicon_;
  const EventClasses& classes_;
  const Parse& parse_;
  std::uint32_t sentence_;
  mutable std::uint32_t inner_clause_ = kNone;  // whose inner_ is
  mutable std::vector<std::pair<std::uint32_t, std::uint32_t>> inner_;  // by the noun's phrase
};

}  // namespace kroniek
