// What is told as done, and is still to come by its date.
#pragma once

#include "clause_times.hpp"

#include <span>

namespace kroniek {

// A speech act that was done, whatever is asked or refused.
bool is_act(const Story& story, const EventHit& hit);

// With the status that follows.
void set_modality(EventHit& hit, Modality modality);
void make_plan(EventHit& hit);

// The clause behind a main clause that says who tells it, ", zei X"; kNone: none.
std::uint32_t teller_behind(const Parse& parse, std::uint32_t told);

// What the present tense tells, and is still to come by the words around it.
class ToCome {
 public:
  explicit ToCome(const Story& story);

  // "X zei dat zijn land tanks levert", "troepen gaan naar Oslo": what one says one does; "zei dat Y naar Oslo reist".
  bool announces(const EventHit& hit) const;
  // "X zei dat zijn land tanks levert", "X maakte bekend dat Y tanks krijgt": who tells it, by the clause `teller`, gives.
  bool gives_by_telling(const EventHit& hit, std::uint32_t teller) const;
  // "vloog donderdag naar Oslo om met X te overleggen": on that Thursday.
  bool goes_for(const EventHit& hit) const;
  // "binnenkort bellen ze", "er komen sancties", "heeft om 12.00 uur een ontmoeting met X"
  bool comes(const EventHit& hit) const;
  // What is said of the noun of an event has it still to come.
  bool noun_comes(const EventHit& hit) const { return journey_for(hit) || before_a_step(hit) || begins(hit) || is_worked_on(hit) || has_it_ahead(hit); }
  // "gebruikte raketten om de stad te beschieten", by the infinitive: so it was done.
  bool served(const EventHit& hit, const Clause& purpose) const;

 private:
  bool later(std::uint32_t time) const;
  static bool is_hour(const TimeHit& time);
  bool at_hour(const EventHit& hit) const;
  // "Na het gesprek overleggen X en Y met Z"
  bool after_talks(const EventHit& hit) const;
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
  bool may_come(const EventHit& hit) const;
  bool said_of_day(const EventHit& hit) const;
  bool same_side_tells(const EventHit& hit, std::uint32_t teller) const;

  const Story& story_;
  ClassId now_, no_carry_, comes_, still_to_come_, gets_, sets_out_, arrives_, for_, after_, begins_, works_, worked_on_, used_for_, sets_, visit_noun_, on_the_way_;
};

class Plans {
 public:
  // `story` must outlive it.
  explicit Plans(const Story& story) : story_(story), still_to_come_(story.known.lexicon.class_id("still_to_come")), there_(story.known.lexicon.class_id("at_that_place")), then_(story.known.lexicon.class_id("at_that_time")),
                                        follows_(story.known.lexicon.class_id("follows_event")), adds_(story.known.lexicon.class_id("adds_to_before")), after_(story.known.lexicon.class_id("after_event")), presents_(story.known.lexicon.class_id("presents_plan")), convenes_(story.known.lexicon.class_id("convene_verb")) {}

  // Makes a plan of an event that the present tense tells of a day to come, or of a span that is not over on the day of
  // publication. `hit` has its date.
  void adjust(EventHit& hit, const DateValue& published) const;
  // "sprak maandag over de aanstaande ruil": the day is of the talk. `hit` has its date.
  bool day_of_another(const EventHit& hit, const ClauseTimes& times, const DateValue& published) const;
  // "X vliegt naar Oslo, waar hij Y ontmoet": what a relative clause tells of a plan.
  bool below_plan(const EventHit& hit, std::span<const EventHit> before) const;
  // Whether what is told behind may go with it.
  bool is_ahead(const EventHit& hit, const DateValue& published) const;
  // Behind a plan told before: "X reist vrijdag naar Oslo. Hij overlegt daar met Y", "Dan belt hij ook Z", "Vervolgens praat hij met Z".
  bool goes_with_it(const EventHit& hit) const;
  // "Morgen wordt er gestemd. X gaat erheen": the day to come that the sentence before tells; kNone if there is none.
  std::uint32_t day_ahead(const EventHit& hit, const ClauseTimes& times) const;
  struct DayAhead {
    std::uint32_t time;
    DateValue date;
  };
  // "Donderdag is Oslo aan zet. Dan komen zij bijeen", "Hij wil het voor 10 april weten. Op die dag ..."
  std::optional<DayAhead> then(const EventHit& hit, const ClauseTimes& times) const;
  // "kondigde dinsdag een top aan voor donderdag": the day that the talks are for, whenever it was told.
  std::optional<DayAhead> day_meant(const EventHit& hit, const ClauseTimes& times) const;
  // "X is vandaag in Oslo. In het paleis zal hij met Y spreken": the stay or talks told just before; nullptr if none.
  const EventHit* during_stay(const EventHit& hit, const EventHit* before, const DateValue& published) const;
  // "X reist vrijdag naar Oslo. Het wordt zijn vierde ontmoeting met Y": that plan; nullptr if none.
  const EventHit* said_of_plan(const EventHit& hit, const EventHit* before) const;
  // "Morgen is de uitvaart. X en Y gaan naar Rome": the day that the sentence before begins with.
  bool of_day(const EventHit& hit, std::uint32_t time) const;

 private:
  const Parse* sentence_before(const EventHit& hit) const;
  bool says_then(const EventHit& hit) const;
  bool next_talks(const EventHit& hit, const EventHit* before) const;
  bool meets_today(const EventHit& hit, const DateValue& published) const;
  bool goes_beyond(const EventHit& hit, const DateValue& published) const;
  bool is_tonight(const EventHit& hit, const DateValue& published) const;

  const Story& story_;
  ClassId still_to_come_, there_, then_, follows_, adds_, after_, presents_, convenes_;
};

}  // namespace kroniek
