// What a noun phrase says of events told before: "na het gesprek", "twee dagen voor de aanval".
#pragma once

#include "find_events.hpp"

#include <span>

namespace kroniek {

// The types of event that the head of the phrase may tell of, by the noun rules of the pack.
std::vector<std::uint16_t> types_named(const Story& story, const Parse& parse, std::uint32_t phrase);

// Whether that type is among them.
bool names_type(const Story& story, const Parse& parse, std::uint32_t phrase, std::uint16_t type);

// Whether the phrase tells of an event of another type than this; `by_itself`: whatever else its clause holds.
bool names_other_event(const Story& story, const Parse& parse, std::uint32_t phrase, std::uint16_t type, bool by_itself = false);

// Whether the date is sharp enough to be taken over by what is told next: a year tells nothing of it.
bool dates_others(const DateValue& date);

// "voerde in Parijs gesprekken", after talks in Paris were told; nullptr if none were.
const EventHit* told_there(std::span<const EventHit> before, const EventHit& hit);
// The latest of `before` that is of one of the types and has a date, a day if there is one; nullptr if there is none.
const EventHit* told_last(std::span<const EventHit> before, const std::vector<std::uint16_t>& types);

// The country of an EventHit::place; kNoActor if there is none.
std::uint32_t country_of(const Gazetteer& gazetteer, std::int32_t place);
// Whether the first EventHit::place is a part of the second, which may be a country: a building in a town, a town in its land.
bool lies_in(const Gazetteer& gazetteer, std::int32_t inner, std::int32_t outer);

// "Rusland heeft vannacht Kyiv bestookt. Ook in Odesa zijn raketten ingeslagen": the last of `before` that may have been of the same
// blow, by who struck and whose land it was; nullptr if there is none.
const EventHit* same_blow(const Story& story, std::span<const EventHit> before, const EventHit& hit, const DateValue& published);

// "Drones vielen Oslo aan. Een ziekenhuis werd getroffen": whether the blow may be the one told just before, as nobody else is said to have
// struck it, nor elsewhere.
bool strikes_on(const Story& story, const EventHit& told, const EventHit& hit);
// The last of `before` that it strikes on, if no day of another matter was told since; nullptr if there is none.
const EventHit* struck_before(const Story& story, std::span<const EventHit> before, const EventHit& hit);

// The value moved by that many days; ends that are open stay open.
DateValue moved(const DateValue& value, int days);

}  // namespace kroniek
