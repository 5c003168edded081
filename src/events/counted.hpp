// Dates that are counted from another event or clause: "twee dagen voor de aanval", "een dag nadat X belde"; of the
// event that is counted from, too.
#pragma once

#include "clause_times.hpp"

#include <optional>
#include <span>

namespace kroniek {

class CountedDates {
 public:
  // Both must outlive it.
  CountedDates(const Story& story, const ClauseTimes& times);

  struct Found {
    DateValue date;
    std::uint32_t time = kNone;  // that it was counted from; index into Known::times
    const char* basis = "";
  };
  // `told`: the events told before, with their dates; `told_on`: the day on which it is told.
  std::optional<Found> date(const EventHit& hit, std::span<const EventHit> told, const std::optional<DateValue>& told_on) const;

 private:
  std::optional<Found> from_event(const EventHit& hit, std::span<const EventHit> told) const;
  std::optional<Found> from_below(const EventHit& hit) const;
  std::optional<Found> from_around(const EventHit& hit) const;
  std::optional<Found> from_clause(const EventHit& hit, const std::optional<DateValue>& told_on) const;
  std::optional<Found> from_anniversary(const EventHit& hit, const std::optional<DateValue>& told_on) const;
  std::optional<int> days(const Atom& lead) const;

  const Story& story_;
  const Lexicon& lexicon_;
  const ClauseTimes& times_;
  ClassId before_, after_, before_clause_, after_clause_, one_day_;
};

}  // namespace kroniek
