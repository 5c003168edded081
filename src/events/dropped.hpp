// Hits that are no events of their own once their status is known. Each takes them out of `hits`, whose order stays;
// the hits of one sentence stand together.
#pragma once

#include "find_events.hpp"

#include <vector>

namespace kroniek {

// Questions: what is asked has not been told.
void drop_questions(const Story& story, std::vector<EventHit>& hits);
// An act that its own verb and a verb above it tell twice; the one that stays has the fillers of both.
void drop_converted_twins(std::vector<EventHit>& hits);
// The plan that there was at first, where the one that took its place is told just before.
void drop_superseded(const Story& story, std::vector<EventHit>& hits);
// What is offered, where the offer is an event.
void drop_what_is_offered(const Story& story, std::vector<EventHit>& hits);
void drop_vague_offers(const Story& story, std::vector<EventHit>& hits);
// Talks that a journey, a call or other talks of the same sentence are for: they are one event.
void drop_talks_twice_told(const Story& story, std::vector<EventHit>& hits);
// Talks that those who had them judge, right where they are told.
void drop_talks_judged(const Story& story, std::vector<EventHit>& hits);
// Talks that are held again and again.
void drop_habits(const Story& story, std::vector<EventHit>& hits);
// What a law lays down for every case, or an exercise plays.
void drop_unreal(const Story& story, std::vector<EventHit>& hits);
// What is to be kept from happening.
void drop_prevented(const Story& story, std::vector<EventHit>& hits);
// What is only called easy, hard or impossible to do.
void drop_easy_or_hard(const Story& story, std::vector<EventHit>& hits);
// What somebody or something is only able to do.
void drop_abilities(const Story& story, std::vector<EventHit>& hits);

}  // namespace kroniek
