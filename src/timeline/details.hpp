// What a mention tells besides who, when and where: numbers, the time of the day, and what it came after.
#pragma once

#include "../events/find_events.hpp"
#include "../rules/pack_data.hpp"

#include <vector>

namespace kroniek {

// What is counted in the words of each hit; dates, ordinals and numbers without a noun are left out.
std::vector<std::vector<Quantity>> amounts_of(const Story& story, const PackData& pack, const std::vector<EventHit>& hits);

// The time of the day in the words of the hit, as TIMEX3 ("T14:30", "TEV"); empty if none is told.
std::string clock_of(const EventHit& hit, const std::vector<TimeHit>& times);

// For each hit the ones that its words say it came after ("na afloop van het overleg", "daarna"), by index.
std::vector<std::vector<std::uint32_t>> told_after(const Story& story, const std::vector<EventHit>& hits);

}  // namespace kroniek
