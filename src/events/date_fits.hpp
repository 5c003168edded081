// Whether a time that stands near an event can be its date.
#pragma once

#include "clause_times.hpp"

#include <optional>

namespace kroniek {

class DateFits {
 public:
  // Both must outlive it.
  DateFits(const Story& story, const ClauseTimes& times);

  // A plan is not dated by a past day, nor what has happened by a day to come. `told_on`: the day on which it is told.
  bool same_direction(const EventHit& hit, std::uint32_t time, const std::optional<DateValue>& told_on) const;
  // The date that the event was given is not its own.
  bool is_of_other(const EventHit& hit, const Clause& clause) const { return published_ && (counted_too_far(hit, clause) || promised_for(hit, clause) || until_later(hit, clause)); }
  // "begroef dinsdag de slachtoffers van de aanval": the day is of what came of it.
  bool left_traces(const EventHit& hit, const Clause& clause) const;
  // "heeft nog steeds niet ingestemd": up to now, whatever day was told before.
  bool not_yet(const EventHit& hit, const Clause& clause) const;
  // "tot nu toe", "onlangs": a time of its own, though not a date.
  bool vaguely(const EventHit& hit, const Clause& clause) const;
  // "de vorige ontmoeting": of another day than what was told.
  bool names_another(const EventHit& hit) const;
  // "Dat was nog voor de inval", "het was de zesde dag na de inval": what was told before gives one end of its date. nullopt:
  // nothing of the kind is told.
  std::optional<DateValue> beside_scene(const EventHit& hit, const Clause& clause, const DateValue& scene) const;

 private:
  bool counted_too_far(const EventHit& hit, const Clause& clause) const;
  bool promised_for(const EventHit& hit, const Clause& clause) const;
  bool until_later(const EventHit& hit, const Clause& clause) const;

  const Story& story_;
  const Known& known_;
  const Lexicon& lexicon_;
  const ClauseTimes& times_;
  std::optional<DateValue> published_;
  ClassId another_, still_, before_, after_, until_, aftermath_;
};

}  // namespace kroniek
