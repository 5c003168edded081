// Calendar and EDTF values, the calendar checked against Boost.Date_Time.
#include <kroniek/date.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <doctest/doctest.h>

#include <string>

using namespace kroniek;

namespace {

Day day(int year, int month, int number) { return *day_from_civil(year, month, number); }

void reads(const char* text, Day earliest, Day latest) {
  CAPTURE(text);
  const auto value = parse_edtf(text);
  REQUIRE(value);
  CHECK(value->edtf == text);
  CHECK(iso_day(value->earliest) == iso_day(earliest));
  CHECK(iso_day(value->latest) == iso_day(latest));
}

}  // namespace

TEST_CASE("calendar: agrees with Boost.Date_Time") {
  namespace greg = boost::gregorian;
  const greg::date epoch(1970, 1, 1);
  for (Day number = day(1400, 1, 1); number <= day(2400, 12, 31); number += 37) {
    const greg::date other = epoch + greg::days(number);
    const Civil civil = civil_from_day(number);
    REQUIRE(civil.year == static_cast<int>(other.year()));
    REQUIRE(civil.month == static_cast<int>(other.month()));
    REQUIRE(civil.day == static_cast<int>(other.day()));
    REQUIRE(day_from_civil(civil.year, civil.month, civil.day) == number);
    REQUIRE(weekday_of(number) == (other.day_of_week() == 0 ? 7 : static_cast<int>(other.day_of_week())));
    const std::string week = std::to_string(100 + other.week_number()).substr(1);
    const Civil thursday = civil_from_day(number - weekday_of(number) + 4);
    const auto value = parse_edtf(iso_day(day(thursday.year, 1, 1)).substr(0, 4) + "-W" + week);
    REQUIRE(value);
    REQUIRE(value->earliest == number - weekday_of(number) + 1);
    REQUIRE(value->latest == value->earliest + 6);
  }
}

TEST_CASE("calendar: what is no day") {
  CHECK_FALSE(day_from_civil(2025, 2, 30));
  CHECK_FALSE(day_from_civil(2025, 2, 29));
  CHECK(day_from_civil(2024, 2, 29));
  CHECK_FALSE(day_from_civil(1900, 2, 29));
  CHECK_FALSE(day_from_civil(2025, 13, 1));
  CHECK_FALSE(day_from_civil(2025, 0, 1));
  CHECK_FALSE(day_from_civil(2025, 1, 0));
  CHECK_FALSE(day_from_civil(0, 1, 1));
  CHECK_FALSE(day_from_civil(10000, 1, 1));
  CHECK(day_from_civil(1970, 1, 1) == 0);
  CHECK(iso_day(day(1, 1, 1)) == "0001-01-01");
  CHECK(iso_day(day(9999, 12, 31)) == "9999-12-31");
  CHECK(iso_day(kOpenPast) == "..");
}

TEST_CASE("edtf: day, month, year") {
  reads("2025-02-12", day(2025, 2, 12), day(2025, 2, 12));
  reads("2024-02", day(2024, 2, 1), day(2024, 2, 29));
  reads("2025", day(2025, 1, 1), day(2025, 12, 31));
  reads("0800", day(800, 1, 1), day(800, 12, 31));
}

TEST_CASE("edtf: seasons, quarters, halves") {
  reads("2025-21", day(2025, 3, 1), day(2025, 5, 31));
  reads("2025-24", day(2025, 12, 1), day(2026, 2, 28));
  reads("2025-29", day(2025, 9, 1), day(2025, 11, 30));
  reads("2025-33", day(2025, 1, 1), day(2025, 3, 31));
  reads("2025-36", day(2025, 10, 1), day(2025, 12, 31));
  reads("2025-39", day(2025, 9, 1), day(2025, 12, 31));
  reads("2025-40", day(2025, 1, 1), day(2025, 6, 30));
}

TEST_CASE("edtf: weeks") {
  reads("2025-W07", day(2025, 2, 10), day(2025, 2, 16));
  reads("2025-W01", day(2024, 12, 30), day(2025, 1, 5));
  reads("2020-W53", day(2020, 12, 28), day(2021, 1, 3));
  reads("2025-W07-3", day(2025, 2, 12), day(2025, 2, 12));
  CHECK_FALSE(parse_edtf("2025-W53"));
  CHECK_FALSE(parse_edtf("2025-W00"));
  CHECK_FALSE(parse_edtf("2025-W07-8"));
}

TEST_CASE("edtf: qualifiers are kept") {
  reads("2025-04~", day(2025, 4, 1), day(2025, 4, 30));
  reads("2025-04-11?", day(2025, 4, 11), day(2025, 4, 11));
  reads("2025~-04", day(2025, 4, 1), day(2025, 4, 30));
  reads("2025-~04-%11", day(2025, 4, 11), day(2025, 4, 11));
  reads("2025-02~/2025-03?", day(2025, 2, 1), day(2025, 3, 31));
}

TEST_CASE("edtf: unknown digits") {
  reads("202X", day(2020, 1, 1), day(2029, 12, 31));
  reads("19XX", day(1900, 1, 1), day(1999, 12, 31));
  reads("XXXX", day(1, 1, 1), day(9999, 12, 31));
  reads("2025-XX", day(2025, 1, 1), day(2025, 12, 31));
  reads("2025-02-XX", day(2025, 2, 1), day(2025, 2, 28));
  reads("2025-XX-XX", day(2025, 1, 1), day(2025, 12, 31));
  reads("2025-1X-3X", day(2025, 10, 30), day(2025, 12, 31));
  reads("202X-02-29", day(2020, 2, 29), day(2028, 2, 29));
  CHECK_FALSE(parse_edtf("2025-02-3X"));
  CHECK_FALSE(parse_edtf("XXXX-02-30"));
}

TEST_CASE("edtf: intervals") {
  reads("2025-04-14/2025-04-20", day(2025, 4, 14), day(2025, 4, 20));
  reads("2025-02/2025-04", day(2025, 2, 1), day(2025, 4, 30));
  reads("../2025-04-26", kOpenPast, day(2025, 4, 26));
  reads("/2025-04-26", kOpenPast, day(2025, 4, 26));
  reads("2025-04-26/..", day(2025, 4, 26), kOpenFuture);
  reads("2025-04-26/", day(2025, 4, 26), kOpenFuture);
  reads("../..", kOpenPast, kOpenFuture);
  CHECK(parse_edtf("../2025-04-26")->is_open());
  CHECK_FALSE(parse_edtf("2025-04-26/2025-04-14"));
  CHECK_FALSE(parse_edtf("2025/2026/2027"));
  CHECK_FALSE(parse_edtf("/"));
}

TEST_CASE("edtf: sets") {
  const auto value = parse_edtf("[2025-02-19,2025-02-05, 2025-02-12]");
  REQUIRE(value);
  CHECK(value->edtf == "[2025-02-19,2025-02-05,2025-02-12]");
  CHECK(value->one_of == std::vector<Day>{day(2025, 2, 5), day(2025, 2, 12), day(2025, 2, 19)});
  CHECK(value->earliest == day(2025, 2, 5));
  CHECK(value->latest == day(2025, 2, 19));
  CHECK(parse_edtf("[2025-02-05..2025-02-07]")->one_of.size() == 3);
  CHECK(parse_edtf("[2025-02-05]")->one_of.empty());
  CHECK(parse_edtf("[2025-02-05]")->is_day());
  CHECK(parse_edtf("[2025-02,2025-04]")->one_of.empty());
  CHECK(parse_edtf("[2025-02,2025-04]")->latest == day(2025, 4, 30));
  CHECK(parse_edtf("[..2025-02-05]")->earliest == kOpenPast);
  CHECK(parse_edtf("{2025-02-05,2025-02-07}")->one_of.empty());
  CHECK(parse_edtf("{2025-02-05,2025-02-07}")->latest == day(2025, 2, 7));
  CHECK_FALSE(parse_edtf("[]"));
  CHECK_FALSE(parse_edtf("[2025-02-05"));
  CHECK_FALSE(parse_edtf("[2025-02-05}"));
  CHECK_FALSE(parse_edtf("[2025-02-05,]"));
  CHECK_FALSE(parse_edtf("[..]"));
}

TEST_CASE("edtf: what is no value") {
  for (const char* text : {"", " ", "2025-02-30", "2025-13", "2025-00", "0000", "2025-2", "25-02-12", "2025-02-12T10:00",
                           "2025-02-12-01", "2025-", "woensdag", "-2025", "2025-42", "2025-02-1", "2025/13", "~", "2025 "}) {
    CAPTURE(text);
    CHECK_FALSE(parse_edtf(text));
  }
}

TEST_CASE("edtf: the builders name what they mean as shortly as it goes") {
  CHECK(on_day(day(2025, 2, 12)).edtf == "2025-02-12");
  CHECK(in_month(2024, 2).edtf == "2024-02");
  CHECK(in_month(2024, 2).latest == day(2024, 2, 29));
  CHECK(in_year(800).edtf == "0800");
  CHECK(between(day(2025, 2, 12), day(2025, 2, 12)).edtf == "2025-02-12");
  CHECK(between(day(2025, 2, 1), day(2025, 2, 28)).edtf == "2025-02");
  CHECK(between(day(2025, 1, 1), day(2025, 12, 31)).edtf == "2025");
  CHECK(between(day(2025, 2, 1), day(2025, 4, 30)).edtf == "2025-02/2025-04");
  CHECK(between(day(2024, 1, 1), day(2025, 12, 31)).edtf == "2024/2025");
  CHECK(between(day(2025, 4, 14), day(2025, 4, 20)).edtf == "2025-04-14/2025-04-20");
  CHECK(between(kOpenPast, day(2025, 4, 30)).edtf == "../2025-04-30");
  CHECK(between(day(2025, 4, 1), kOpenFuture).edtf == "2025-04-01/..");
  CHECK(one_of({day(2025, 2, 12), day(2025, 2, 5), day(2025, 2, 12)}).edtf == "[2025-02-05,2025-02-12]");
  CHECK(one_of({day(2025, 2, 12)}) == on_day(day(2025, 2, 12)));
}

TEST_CASE("edtf: what the builders write is read back as it was") {
  const std::vector<DateValue> values{on_day(day(2025, 2, 12)),
                                      in_month(2025, 2),
                                      in_year(2025),
                                      between(day(2025, 2, 3), day(2025, 4, 30)),
                                      between(kOpenPast, day(2025, 2, 3)),
                                      between(day(2025, 2, 3), kOpenFuture),
                                      between(kOpenPast, kOpenFuture),
                                      one_of({day(2025, 2, 5), day(2025, 2, 12)})};
  for (const DateValue& value : values) {
    CAPTURE(value.edtf);
    CHECK(parse_edtf(value.edtf) == value);
  }
}
