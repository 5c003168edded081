// Walking the calendar.
#include "../../src/time/cycles.hpp"
#include "../../src/time/resolve.hpp"

#include <doctest/doctest.h>

using namespace kroniek;

namespace {

Day day(int year, int month, int number) { return day_from_civil(year, month, number).value(); }
std::string span(const std::optional<Stretch>& s) { return s ? iso_day(s->first()) + "/" + iso_day(s->last()) : "none"; }

Fields date(int month, int number) {
  Fields fields;
  fields.month = static_cast<std::int8_t>(month);
  fields.day = static_cast<std::int8_t>(number);
  return fields;
}

}  // namespace

TEST_CASE("cycles: Easter") {
  CHECK(iso_day(easter_sunday(2025)) == "2025-04-20");
  CHECK(iso_day(easter_sunday(2024)) == "2024-03-31");
  CHECK(iso_day(easter_sunday(2038)) == "2038-04-25");
  CHECK(iso_day(easter_sunday(1818)) == "1818-03-22");
  CHECK(iso_day(easter_sunday(1583)) == "1583-04-10");
}

TEST_CASE("cycles: units") {
  CHECK(span(unit_at(Grain::week, day(2025, 4, 26))) == "2025-04-21/2025-04-27");
  CHECK(span(unit_at(Grain::weekend, day(2025, 4, 22))) == "2025-04-26/2025-04-27");
  CHECK(span(unit_at(Grain::season, day(2025, 1, 15))) == "2024-12-01/2025-02-28");
  CHECK(span(unit_at(Grain::century, day(1999, 5, 5))) == "1900-01-01/1999-12-31");
  CHECK(span(unit_from(Grain::month, day(2025, 3, 31), -1)) == "2025-02-01/2025-02-28");
  CHECK(span(unit_from(Grain::quarter, day(2025, 1, 1), -1)) == "2024-10-01/2024-12-31");
  CHECK(span(nth_unit_in(*unit_at(Grain::month, day(2015, 1, 9)), Grain::week, 1)) == "2014-12-29/2015-01-04");
  CHECK(span(nth_unit_in(*unit_at(Grain::year, day(2019, 5, 5)), Grain::week, -1)) == "2019-12-23/2019-12-29");
  CHECK_FALSE(nth_unit_in(*unit_at(Grain::month, day(2025, 2, 1)), Grain::day, 29));
}

TEST_CASE("cycles: the ends of the calendar are ends, not walls that break") {
  CHECK_FALSE(unit_from(Grain::year, kLastDay, 1));
  CHECK_FALSE(unit_from(Grain::day, kFirstDay, -1));
  CHECK_FALSE(unit_from(Grain::century, kLastDay, 1'000'000'000'000));
  CHECK_FALSE(add_months(kFirstDay, -1));
  CHECK(span(unit_at(Grain::year, kLastDay)) == "9999-01-01/9999-12-31");
  CHECK(span(unit_at(Grain::decade, kFirstDay)) == "0001-01-01/0009-12-31");
  Amount amount;
  amount.years = 9'000'000'000'000'000;
  CHECK_FALSE(shift(day_stretch(0), amount, 1));
  CHECK_FALSE(shift(day_stretch(0), amount, -1));
}

TEST_CASE("cycles: dates without a year") {
  const Day today = day(2025, 4, 26);
  CHECK(span(occurrence_near(date(2, 12), today, Direction::backward)) == "2025-02-12/2025-02-12");
  CHECK(span(occurrence_near(date(2, 12), today, Direction::forward)) == "2026-02-12/2026-02-12");
  CHECK(span(occurrence_near(date(12, 30), today, Direction::nearest)) == "2024-12-30/2024-12-30");
  CHECK(span(occurrence_near(date(2, 29), today, Direction::forward)) == "2028-02-29/2028-02-29");
  CHECK_FALSE(occurrence_near(date(2, 30), today, Direction::nearest));
  auto friday = date(2, 29);
  friday.weekday = 5;
  CHECK(span(occurrence_near(friday, today, Direction::forward)) == "2036-02-29/2036-02-29");
}

TEST_CASE("cycles: a month later than the 31st") {
  CHECK(iso_day(*add_months(day(2025, 1, 31), 1)) == "2025-02-28");
  CHECK(iso_day(*add_months(day(2024, 1, 31), 1)) == "2024-02-29");
  CHECK(iso_day(*add_months(day(2025, 3, 31), -13)) == "2024-02-29");
}

TEST_CASE("resolve: weekdays and months by direction") {
  const auto published = parse_edtf("2025-04-26").value();
  CHECK(resolve_weekday(3, published, Direction::backward).edtf == "2025-04-23");
  CHECK(resolve_weekday(3, published, Direction::forward).edtf == "2025-04-30");
  CHECK(resolve_weekday(6, published, Direction::backward).edtf == "2025-04-26");
  CHECK(resolve_weekday(3, parse_edtf("2025-02").value(), Direction::backward).edtf == "[2025-02-05,2025-02-12,2025-02-19,2025-02-26]");
  CHECK(resolve_month(12, parse_edtf("2025-01-10").value(), Direction::backward).edtf == "2024-12");
  CHECK(resolve_month(6, published, Direction::present).edtf == "2025-06");
}
