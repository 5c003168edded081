// The date of what no time expression dates: before or after the telling, as its tense and its status say.
#pragma once

#include "clause_times.hpp"

#include <optional>

namespace kroniek {

class TenseDates {
 public:
  // Both must outlive it.
  TenseDates(const Story& story, const ClauseTimes& times) : story_(story), times_(times), cancel_(story.known.lexicon.class_id("cancel")), now_(story.known.lexicon.class_id("right_now")), meanwhile_(story.known.lexicon.class_id("meanwhile")), happen_(story.known.lexicon.class_id("happen")), as_long_(story.known.lexicon.class_id("as_long_as")), repeatedly_(story.known.lexicon.class_id("repeatedly")) {}

  // Sets date and basis. `told_on`: the day on which it is told, none if unknown; `by_hour`: under the hours of a live blog.
  void set(EventHit& hit, const std::optional<DateValue>& told_on, bool by_hour) const;

  bool refused_before(const EventHit& hit) const;

 private:
  bool goes_on(const EventHit& hit) const;
  bool of_today(const EventHit& hit) const;
  bool names_hour(const EventHit& hit) const;
  bool still_to_come(const EventHit& hit) const;
  std::optional<Day> day_of_report(const EventHit& hit, const DateValue& told_on) const;

  const Clause& clause(const EventHit& hit) const { return story_.parses[hit.sentence].clauses[hit.dated_clause]; }

  const Story& story_;
  const ClauseTimes& times_;
  ClassId cancel_, now_, meanwhile_, happen_, as_long_, repeatedly_;
};

}  // namespace kroniek
