// What is told as done, and is still to come by its date; and the days of plans.
#pragma once

#include "clause_times.hpp"

#include <optional>
#include <span>

namespace kroniek {

class Plans {
 public:
  // `story` must outlive it.
  explicit Plans(const Story& story) : story_(story), still_to_come_(story.known.lexicon.class_id("still_to_come")), there_(story.known.lexicon.class_id("at_that_place")), then_(story.known.lexicon.class_id("at_that_time")),
                                        follows_(story.known.lexicon.class_id("follows_event")), adds_(story.known.lexicon.class_id("adds_to_before")), after_(story.known.lexicon.class_id("after_event")), presents_(story.known.lexicon.class_id("presents_plan")), convenes_(story.known.lexicon.class_id("convene_verb")), later_(story.known.lexicon.class_id("later_today")), purpose_(story.known.lexicon.class_id("purpose_opener")), until_(story.known.lexicon.class_id("to_date")) {}

  // Makes a plan of an event that the present tense tells of a day to come, or of a span that is not over on the day of
  // publication. `hit` has its date.
  void adjust(EventHit& hit, const DateValue& published) const;
  // "sprak maandag over de aanstaande ruil": the day is of the talk. `hit` has its date.
  bool day_of_another(const EventHit& hit, const ClauseTimes& times, const DateValue& published) const;
  // "X vliegt naar Oslo, waar hij Y ontmoet": what a relative clause tells of a plan.
  bool below_plan(const EventHit& hit, std::span<const EventHit> before) const;
  // Whether it tells of a plan that will be put forward: "komt donderdag met een plan".
  bool presents(const EventHit& hit) const;
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
  // "was maandag in Oslo om met X te praten", told when that Monday was over: so they did. `hit` has its date.
  bool was_for(const EventHit& hit, const DateValue& published) const;
  // "Morgen is de uitvaart. X en Y gaan naar Rome": the day that the sentence before begins with.
  bool of_day(const EventHit& hit, std::uint32_t time) const;

 private:
  const Parse* sentence_before(const EventHit& hit) const;
  bool says_then(const EventHit& hit) const;
  bool next_talks(const EventHit& hit, const EventHit* before) const;
  bool later_today(const EventHit& hit) const;
  bool meets_today(const EventHit& hit, const DateValue& published) const;
  bool goes_beyond(const EventHit& hit, const DateValue& published) const;
  bool is_tonight(const EventHit& hit, const DateValue& published) const;

  const Story& story_;
  ClassId still_to_come_, there_, then_, follows_, adds_, after_, presents_, convenes_, later_, purpose_, until_;
};

}  // namespace kroniek
