// Walking the calendar: units around a day, and the next, previous or nth time that a date comes round.
#pragma once

#include "value.hpp"

#include <optional>

namespace kroniek {

// Which way a date without a year lies from the publication. In the present tense a weekday is to come, a month or
// day the nearest; where nothing tells, a weekday is past.
enum class Direction : std::uint8_t { nearest, backward, forward, present };

// Easter Sunday (Meeus, Jones, Butcher), Gregorian; 0 beyond the calendar.
Day easter_sunday(int year);

// All results are nullopt beyond the years 1 to 9999.
Stretch day_stretch(Day day);
std::optional<Day> add_months(Day day, std::int64_t months);  // the last day of a shorter month
std::optional<Day> add_days(Day day, std::int64_t days);
std::optional<Stretch> unit_at(Grain unit, Day day);
// The `n`th unit after the one that holds the day; weekends count from the one of the day's week.
std::optional<Stretch> unit_from(Grain unit, Day day, std::int64_t n);
// The nth unit inside a stretch, from 1; from -1 backwards. A week is in the month or year of its Thursday.
std::optional<Stretch> nth_unit_in(const Stretch& in, Grain unit, std::int64_t n);

// A date that was told with its year; nullopt if there is no such day.
std::optional<Stretch> resolve_absolute(const Fields& fields);
// Dates without a year. `day` itself counts for `at`, not for the others.
std::optional<Stretch> occurrence_at(const Fields& fields, Day day);
std::optional<Stretch> occurrence_before(const Fields& fields, Day day);
std::optional<Stretch> occurrence_after(const Fields& fields, Day day);
std::optional<Stretch> nth_occurrence_in(const Stretch& in, const Fields& fields, std::int64_t n);
// The one that holds the day, or else the one in that direction.
std::optional<Stretch> occurrence_near(const Fields& fields, Day day, Direction direction);
// Adds part of the day and clock time to a day.
Stretch with_clock(Stretch day, const Fields& fields);

// Moves a stretch by so many of an amount; fractions of units are taken as smaller units.
std::optional<Stretch> shift(const Stretch& from, const Amount& amount, int sign);

}  // namespace kroniek
