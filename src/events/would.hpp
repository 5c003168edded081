// What is told with "would": the terms of a plan, a plan that came to nothing, hearsay.
#pragma once

#include "find_events.hpp"

#include <vector>

namespace kroniek {

// Whether the finite verb of the event's clause is "would".
bool says_would(const Story& story, const EventHit& hit);
// "In het plan zou X troepen sturen", "X zou komen. Dat ging niet door.": gives such events their status.
void settle_would(const Story& story, std::vector<EventHit>& hits);

}  // namespace kroniek
