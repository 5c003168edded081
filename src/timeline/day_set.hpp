// The days on which something may have happened.
#pragma once

#include <kroniek/date.hpp>

#include <utility>
#include <vector>

namespace kroniek {

// Every day of [earliest, latest], or only those of `days` (sorted) where there are any. Empty when earliest
// is after latest.
struct DaySet {
  Day earliest = kOpenPast, latest = kOpenFuture;
  std::vector<Day> days;

  bool empty() const { return earliest > latest; }
  bool is_day() const { return earliest == latest; }
  bool is_open() const { return earliest == kOpenPast || latest == kOpenFuture; }
  // How many days; kOpenFuture if there is no end to them.
  Day count() const;
  // Orders sets by how much they tell, the sharpest first: of two that have no end the one that begins later, "still to come"
  // as told on the later day; of two without a beginning the one that ends earlier.
  std::pair<Day, Day> width() const;
  bool has(Day day) const;
  friend bool operator==(const DaySet&, const DaySet&) = default;
};

// An unknown date (empty edtf) is any day.
DaySet days_of(const DateValue& date);
DaySet intersect(const DaySet& a, const DaySet& b);
bool overlap(const DaySet& a, const DaySet& b);
// The days between the two sets, if they do not meet: 1 for neighbours; 0 if they do meet.
Day gap(const DaySet& a, const DaySet& b);
// The shortest date that says it; the set is not empty.
DateValue date_of(const DaySet& set);

}  // namespace kroniek
