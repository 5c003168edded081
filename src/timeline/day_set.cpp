#include "day_set.hpp"

#include <algorithm>
#include <iterator>

namespace kroniek {

namespace {

DaySet of_days(std::vector<Day> days) {
  if (days.empty()) return {1, 0, {}};
  DaySet set{days.front(), days.back(), {}};
  const bool whole = set.latest - set.earliest + 1 == static_cast<Day>(days.size());
  if (!whole) set.days = std::move(days);
  return set;
}

}  // namespace

Day DaySet::count() const {
  if (empty()) return 0;
  if (!days.empty()) return static_cast<Day>(days.size());
  return is_open() ? kOpenFuture : latest - earliest + 1;
}

std::pair<Day, Day> DaySet::width() const {
  const bool from = earliest != kOpenPast, until = latest != kOpenFuture;
  return {count(), from && until ? 0 : from ? -earliest : latest};
}

bool DaySet::has(Day day) const {
  if (day < earliest || day > latest) return false;
  return days.empty() || std::binary_search(days.begin(), days.end(), day);
}

DaySet days_of(const DateValue& date) {
  if (date.edtf.empty()) return {};
  if (!date.one_of.empty()) return of_days(date.one_of);
  return {date.earliest, date.latest, {}};
}

DaySet intersect(const DaySet& a, const DaySet& b) {
  const auto earliest = std::max(a.earliest, b.earliest), latest = std::min(a.latest, b.latest);
  if (earliest > latest) return {1, 0, {}};
  if (a.days.empty() && b.days.empty()) return {earliest, latest, {}};
  const auto& list = !a.days.empty() ? a.days : b.days;
  const auto& other = !a.days.empty() ? b : a;
  std::vector<Day> both;
  std::copy_if(list.begin(), list.end(), std::back_inserter(both), [&](Day day) { return other.has(day); });
  return of_days(std::move(both));
}

bool overlap(const DaySet& a, const DaySet& b) { return !intersect(a, b).empty(); }

Day gap(const DaySet& a, const DaySet& b) {
  if (overlap(a, b)) return 0;
  if (a.latest < b.earliest) return b.earliest - a.latest;
  if (b.latest < a.earliest) return a.earliest - b.latest;
  Day least = kOpenFuture;
  for (const auto& [list, other] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
    for (const auto day : list->days) {
      for (Day away = 1; away < least && away < 8; ++away) {
        if (other->has(day - away) || other->has(day + away)) least = away;
      }
    }
  }
  return least;
}

DateValue date_of(const DaySet& set) {
  if (!set.days.empty()) return one_of(set.days);
  if (set.is_day()) return on_day(set.earliest);
  return between(set.earliest, set.latest);
}

}  // namespace kroniek
