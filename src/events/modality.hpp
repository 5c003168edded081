// How an event is told: as done, planned, asked, refused, and the status that follows.
#pragma once

#include "find_events.hpp"

namespace kroniek {

// A speech act that was done, whatever is asked or refused.
bool is_act(const Story& story, const EventHit& hit);

// Sets the status that follows, too.
void set_modality(EventHit& hit, Modality modality);
void make_plan(EventHit& hit);

// `by` holds, unless something stronger than a plan was said before.
inline void strengthen(Modality& modality, Modality by) {
  if (modality == Modality::none || modality == Modality::planned || modality == Modality::attempted) modality = by;
}

}  // namespace kroniek
