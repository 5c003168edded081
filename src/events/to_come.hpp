// What the words of its sentence show to be still to come, whatever its date.
#pragma once

#include "find_events.hpp"

namespace kroniek {

// The clause behind a main clause that says who tells it, ", zei X"; kNone: none.
std::uint32_t teller_behind(const Story& story, const Parse& parse, std::uint32_t told);
// The clause that may tell this one: the one above a complement, "X zei dat ...", or the one behind a main clause; kNone: none.
std::uint32_t teller_of(const Story& story, const Parse& parse, std::uint32_t told);

// What the present tense tells, and is still to come by the words around it.
class ToCome {
 public:
  explicit ToCome(const Story& story);

  // "X zei dat zijn land tanks levert", "troepen gaan naar Oslo": what one says one does; "zei dat Y naar Oslo reist".
  bool announces(const EventHit& hit) const;
  // "X zei dat zijn land tanks levert", "X maakte bekend dat Y tanks krijgt": who tells it, by the clause `teller`, gives.
  bool gives_by_telling(const EventHit& hit, std::uint32_t teller) const;
  // "Peru levert tanks. Dat maakte minister X maandag bekend": what one says one does, by the sentence behind.
  bool promised_behind(const EventHit& hit) const;
  // "vloog donderdag naar Oslo om met X te overleggen": on that Thursday.
  bool goes_for(const EventHit& hit) const;
  // "binnenkort bellen ze", "er komen sancties", "heeft om 12.00 uur een ontmoeting met X"
  bool comes(const EventHit& hit) const;
  // What is said of the noun of an event has it still to come.
  bool noun_comes(const EventHit& hit) const { return journey_for(hit) || before_a_step(hit) || begins(hit) || is_worked_on(hit) || has_it_ahead(hit) || becomes(hit) || on_its_eve(hit); }
  // "gebruikte raketten om de stad te beschieten", by the infinitive: so it was done.
  bool served(const EventHit& hit, const Clause& purpose) const;

 private:
  bool later(std::uint32_t time) const;
  static bool is_hour(const TimeHit& time);
  bool at_hour(const EventHit& hit) const;
  // "Na het gesprek overleggen X en Y met Z", "aansluitend spreekt hij Z"
  bool after_talks(const EventHit& hit) const;
  bool has_talks(const EventHit& hit) const;
  bool sets_out(const EventHit& hit) const;
  // "is in Oslo aangekomen voor overleg": what a journey is for, unless it was made in the past.
  bool journey_for(const EventHit& hit) const;
  // "zei dat hij na een gesprek met X een besluit neemt": what will be done then is not done, so that the talk is not held.
  bool before_a_step(const EventHit& hit) const;
  // "zei dat de gesprekken onmiddellijk beginnen"
  bool begins(const EventHit& hit) const;
  // "werken aan een ruil"
  bool is_worked_on(const EventHit& hit) const;
  bool has_it_ahead(const EventHit& hit) const;
  // "Het zou de eerste ontmoeting tussen X en Y worden"
  bool becomes(const EventHit& hit) const;
  // "aan de vooravond van zijn reis", "is aangekomen voorafgaand aan gesprekken"
  bool on_its_eve(const EventHit& hit) const;
  bool may_come(const EventHit& hit) const;
  bool said_of_day(const EventHit& hit) const;
  // Whether who does it is of the side of whom the clause `teller` of that parse tells of.
  bool same_side_tells(const EventHit& hit, const Parse& parse, std::uint32_t teller) const;

  const Story& story_;
  ClassId now_, no_carry_, comes_, still_to_come_, gets_, sets_out_, arrives_, for_, after_, begins_, works_, worked_on_, used_for_, sets_, visit_noun_, on_the_way_, what_was_told_, announce_, thereupon_, eve_, ahead_of_;
};

}  // namespace kroniek
