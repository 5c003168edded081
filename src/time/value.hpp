// What a time expression can stand for while it is being worked out.
#pragma once

#include <kroniek/date.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>

namespace kroniek {

// Units of time, from small to large; rule packs give them by number as values of the class `time_unit`.
enum class Grain : std::uint8_t { second, minute, hour, part, day, weekend, week, month, season, quarter, half, year, decade, century };

// Seconds since 1970-01-01T00:00, for years 1 to 9999.
using Second = std::int64_t;
inline constexpr Second kDaySeconds = 86400;
inline constexpr Second kOpenBegin = std::numeric_limits<Second>::min();
inline constexpr Second kOpenEnd = std::numeric_limits<Second>::max();
inline constexpr Day kFirstDay = -719162;  // 0001-01-01
inline constexpr Day kLastDay = 2932896;   // 9999-12-31

// Parts of the day, as values of the class `day_part`; TIMEX3 names them MO, MI, AF, EV, NI, DT.
enum class DayPart : std::uint8_t { none, morning, midday, afternoon, evening, night, daytime };

// A piece of the time line, [begin, end), and the unit that it was named by.
struct Stretch {
  Second begin = 0, end = 0;
  Grain grain = Grain::day;
  DayPart part = DayPart::none;
  bool by_weekday = false;  // "woensdag": without a year it is XXXX-WXX-3
  friend bool operator==(const Stretch&, const Stretch&) = default;

  Day first() const { return begin == kOpenBegin ? kOpenPast : day_of(begin); }
  Day last() const { return end == kOpenEnd ? kOpenFuture : day_of(end - 1); }
  static Day day_of(Second at) { return static_cast<Day>(at >= 0 ? at / kDaySeconds : (at + 1) / kDaySeconds - 1); }
};

// A date as far as it was told: "12 februari", "woensdag", "het derde kwartaal", "om half zes". 0 or -1: not told.
struct Fields {
  std::int16_t year = 0, decade = 0, century = 0;  // decade: its first year
  std::int8_t month = 0, day = 0, weekday = 0, week = 0, quarter = 0, half = 0, season = 0;
  std::int8_t nth = 0;                 // with weekday and month: the nth of the month, -1 the last
  std::int8_t hour = -1, minute = -1, second = -1;
  std::int16_t easter = kNoEaster;     // days after Easter Sunday
  DayPart part = DayPart::none;
  bool weekend = false;
  bool not_sunday = false;             // on the day before, where it would be a Sunday
  static constexpr std::int16_t kNoEaster = 1000;
  friend bool operator==(const Fields&, const Fields&) = default;

  bool names_day() const { return day != 0 || weekday != 0 || easter != kNoEaster; }
  // Nothing but a time of the day.
  bool only_clock() const;
  bool has_year() const { return year != 0 || decade != 0 || century != 0; }
  Grain grain() const;
};

// A length of time, in thousandths of each unit.
struct Amount {
  std::int64_t years = 0, quarters = 0, months = 0, weeks = 0, weekends = 0, days = 0, hours = 0, minutes = 0, seconds = 0;
  bool unknown = false;         // "enkele weken": how many is not told
  Grain unit = Grain::day;      // the smallest unit that was named
  friend bool operator==(const Amount&, const Amount&) = default;
};

// TIMEX3 `mod`.
enum class Mod : std::uint8_t { none, before, after, on_or_before, on_or_after, less_than, more_than, equal_or_less, equal_or_more, start, mid, end, approx };

enum class ValueKind : std::uint8_t { none, number, unit, fields, stretch, amount, set, reference };
enum class Reference : std::uint8_t { past, present, future };

struct Value {
  ValueKind kind = ValueKind::none;
  Mod mod = Mod::none;
  std::int64_t number = 0;      // thousandths
  Grain unit = Grain::day;
  Reference reference = Reference::present;
  Fields fields;                // fields, or of a set
  Amount amount;                // amount, or of a set
  Stretch at;                   // stretch
  std::optional<Stretch> to;    // "from `at` to here": TIMEX3 value is an interval
  std::optional<Stretch> range; // what the date is, where that is not `at` ("sinds maandag", "de afgelopen drie jaar")
  std::int32_t freq = 0;        // sets: times
  char count = 0;               // 'F' or 'S': fiscal and school years
  bool told = false;            // counted from the expression told last
  bool again = false;           // ... which is such a day too: "diezelfde dinsdag"
  Grain needs = Grain::day;     // which must be as fine as this, at least
  bool published = false;       // counted from the publication date
  bool bare = false;            // a date without its year, laid by direction only
  bool failed = false;          // no such date, or beyond the calendar
  friend bool operator==(const Value&, const Value&) = default;
};

}  // namespace kroniek
