// What is told as done, and is still to come by its date.
#pragma once

#include "find_events.hpp"

namespace kroniek {

// A speech act that was done, whatever is asked or refused.
bool is_act(const Story& story, const EventHit& hit);

// Makes a plan of an event that the present tense tells of a day to come, or of a span that is not over on the day of
// publication. `hit` has its date.
void adjust_for_plans(const Story& story, const DateValue& published, EventHit& hit);

}  // namespace kroniek
