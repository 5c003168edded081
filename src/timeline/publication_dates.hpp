// The dates of a document's events for each day on which it may have been published.
#pragma once

#include "../events/find_events.hpp"

#include <vector>

namespace kroniek {

// For each of `hits`, which are not dated yet: the dates that set_dates gives on each day of the month of
// publication, equal ones as one; empty where the date does not hang on the day. Nothing for a document whose
// publication is no month.
std::vector<std::vector<DateIfPublished>> dates_if_published(const Story& story, const std::vector<EventHit>& hits);

}  // namespace kroniek
