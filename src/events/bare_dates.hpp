// A date without its year, month or week ("vrijdag", "8 mei", "eind februari") lies where what is told of it looks: what was
// done has been, what is planned is to come.
#pragma once

#include "clause_times.hpp"
#include "plans.hpp"

#include <optional>

namespace kroniek {

class BareDates {
 public:
  // All must outlive it.
  BareDates(const Story& story, const ClauseTimes& times, const Plans& plans) : story_(story), times_(times), plans_(plans) {
    if (story.document.published) published_ = story.document.published->date;
  }

  // `date`, which the event takes from the time expression `time` (an index into Known::times) of `clause`, turned to where
  // it lies; as it is, where it does not lie the other way or the day of publication is unknown.
  DateValue turned(const EventHit& hit, std::uint32_t time, const Clause& clause, DateValue date) const;

 private:
  std::optional<DateValue> of_other_year(const TimeHit& found, const DateValue& date, Direction to, Day near) const;
  std::optional<DateValue> laid_ahead(const EventHit& hit, const TimeHit& found, const Clause& clause, const DateValue& date) const;
  std::optional<DateValue> laid_back(const EventHit& hit, const TimeHit& found, const Clause& clause, const DateValue& date) const;
  bool called_off(const EventHit& hit, const TimeHit& found) const;

  const Story& story_;
  const ClauseTimes& times_;
  const Plans& plans_;
  std::optional<DateValue> published_;
};

}  // namespace kroniek
