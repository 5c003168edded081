// Laying dates without a year into time, as the rules do it; for stages that know more of a clause.
#pragma once

#include "cycles.hpp"
#include "value.hpp"

#include <kroniek/date.hpp>

#include <optional>
#include <vector>

namespace kroniek {

// The days on which a text may have been published: one, those of its month, or those of its year.
std::vector<Day> publication_days(const DateValue& published);

// What `fields` (TimeHit::fields) mean; a weekday in a text of which only the month is known is one of the
// days of that month. nullopt if there is no such date.
std::optional<DateValue> resolve_fields(const Fields& fields, const DateValue& published, Direction direction);

// 1 to 7, Monday to Sunday.
DateValue resolve_weekday(int weekday, const DateValue& published, Direction direction);
DateValue resolve_month(int month, const DateValue& published, Direction direction);

}  // namespace kroniek
