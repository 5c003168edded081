// How the operators of the time algebra work on values; algebra.hpp says what each means to a rule.
#pragma once

#include "algebra.hpp"

namespace kroniek {

// --- making values (algebra_values.cpp) ---
Value number_value(std::int64_t thousandths);
Value stretch_value(std::optional<Stretch> at);  // a failure, if there is none
Value fields_value(const Fields& fields);
Value amount_value(const Amount& amount);
Value reference_value(Reference which);
Value failure();
// Takes over what a value was counted from, and its `mod`.
void inherit(Value& value, const Value& from);
Amount amount_of(std::int64_t thousandths, Grain unit);
Amount add(const Amount& a, const Amount& b);
Value amount(const Value& number, const Value& unit);
Value times(const Value& number, Value amount);
Value each(const Value& what);
// The operators from `year` to `weekend`: a part of a date.
Value field(TimeOp op, const Value& a, const Value& b, const Value& c, const TimeNow& now);
Fields merge(Fields a, const Fields& b);
// "half drie 's middags" is 14:30.
void settle_hour(Fields& fields, DayPart part);

// --- one place in time from another (algebra_steps.cpp) ---
Value both(const Value& a, const Value& b, const TimeNow& now);
Value step(TimeOp op, const Value& what, Value in, const TimeNow& now);  // last, next, coming
Value inside(const Value& what, Value in, const TimeNow& now);           // this
Value nth(const Value& number, const Value& what, Value in, const TimeNow& now);
Value moved(Value what, const Value& amount, int sign, const TimeNow& now);
Value from_now(const Value& amount, int sign, const TimeNow& now);
Value resolve_fields(const Value& value, const TimeNow& now);

// --- pieces of time with two ends (algebra_spans.cpp) ---
Value span(Value a, Value b, const TimeNow& now);
// The night before a day that is told second, or after one that is told alone.
Value night(Value first, Value second, std::uint8_t count, const TimeNow& now);
// since, from, until, before, after; `direction` is that of the clause.
Value range_of(TimeOp op, Value value, const TimeNow& now, Direction direction);
Value around_now(TimeOp op, Value amount, const TimeNow& now);  // within, lately, soon
Value cut_by_now(TimeOp op, Value value, const TimeNow& now);   // earlier, later
Value piece_of(TimeOp op, const Value& whole, Value amount);    // head, tail

}  // namespace kroniek
