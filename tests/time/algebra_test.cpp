// The value expressions of time rules.
#include "../../src/time/algebra.hpp"
#include "../../src/time/timex.hpp"

#include <doctest/doctest.h>

using namespace kroniek;

namespace {

class NoSlots final : public SlotValues {
 public:
  Value slot(std::int32_t, const TimeNow&) const override { return {}; }
};

int no_slot(std::string_view name) { return name == "x" ? 0 : -1; }

std::string fault(std::string_view text) {
  TimeAlgebra algebra;
  AlgebraFault fault;
  read_algebra(text, no_slot, algebra, fault);
  return fault.message.empty() ? "" : std::to_string(fault.at) + ": " + fault.message + (fault.hint.empty() ? "" : " (" + fault.hint + ")");
}

// "value | edtf"
std::string value(std::string_view text, const char* published, Direction direction = Direction::nearest) {
  TimeAlgebra algebra;
  AlgebraFault fault;
  const auto root = read_algebra(text, no_slot, algebra, fault);
  REQUIRE_MESSAGE(fault.message.empty(), fault.message);
  TimeNow now;
  now.day = parse_edtf(published).value().earliest;
  now.told = day_stretch(now.day);
  now.direction = direction;
  const auto result = resolve(evaluate(algebra, root, now, NoSlots()), now);
  const auto date = date_of({result});
  return timex_of({result}).value + " | " + (date ? date->edtf : "-");
}

}  // namespace

TEST_CASE("algebra: faults have a place and a way out") {
  CHECK(fault("last(week)") == "");
  CHECK(fault("lst(week)") == "0: unknown function 'lst' (did you mean 'last'?)");
  CHECK(fault("last(wek)") == "5: unknown name 'wek' (did you mean 'week'?)");
  CHECK(fault("last(week") == "9: ')' is missing (close the brackets of 'last')");
  CHECK(fault("last({y})") == "5: no pattern of the rule has a part {y} (name it in the pattern, as {y:class})");
  CHECK(fault("last()").starts_with("5: "));
  CHECK(fault("last(week) week").starts_with("11: something stands behind"));
  CHECK(fault("").starts_with("0: a value is missing"));
  CHECK(fault("nth(1)").starts_with("0: 'nth' takes 2 to 3 values"));
  CHECK_FALSE(fault(std::string(5000, '(')).empty());
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "last(";
  CHECK_FALSE(fault(deep + "week").empty());
  std::string joined = "week(1)";
  for (int i = 0; i < 100; ++i) joined += " & year(2025)";
  CHECK(fault(joined).find("too many parts are joined with '&'") != std::string::npos);
}

TEST_CASE("algebra: this, last, next, nth, shift") {
  CHECK(value("this(weekday(5), last(week))", "2025-04-26") == "2025-04-18 | 2025-04-18");
  CHECK(value("last(month)", "2025-03-31") == "2025-02 | 2025-02");
  CHECK(value("next(year)", "2025-03-31") == "2026 | 2026");
  CHECK(value("coming(weekend)", "2025-04-22") == "2025-W17-WE | 2025-04-26/2025-04-27");
  CHECK(value("next(weekend)", "2025-04-22") == "2025-W18-WE | 2025-05-03/2025-05-04");
  CHECK(value("nth(-1, week, month(3))", "2025-04-22", Direction::backward) == "2025-W13 | 2025-03-24/2025-03-30");
  CHECK(value("shift(now, amount(2, day))", "2025-02-27") == "2025-03-01 | 2025-03-01");
  CHECK(value("back(now, amount(1.5, year))", "2025-02-27") == "2023 | 2023");
  CHECK(value("ago(amount(2, week))", "2025-02-27") == "2025-W07 | 2025-02-10/2025-02-16");
}

TEST_CASE("algebra: spans and open ends") {
  CHECK(value("between(day(3), month(4) & day(5))", "2025-03-20") == "2025-04-03/2025-04-05 | 2025-04-03/2025-04-05");
  CHECK(value("between(month(11), month(3))", "2025-01-20", Direction::backward) == "2023-11/2024-03 | 2023-11/2024-03");
  CHECK(value("since(month(11))", "2025-01-20") == "2024-11 | 2024-11-01/2025-01-20");
  CHECK(value("until(weekday(5))", "2025-04-15") == "2025-04-18 | ../2025-04-18");
  CHECK(value("before(year(2014))", "2025-04-15") == "2014 | ../2013-12-31");
  CHECK(value("within(amount(1, week))", "2025-04-15") == "P1W | 2025-04-15/2025-04-22");
  CHECK(value("night(weekday(2), weekday(3))", "2025-03-19", Direction::backward) == "2025-03-18TNI | 2025-03-18/2025-03-19");
}

TEST_CASE("algebra: what does not exist gives nothing") {
  CHECK(value("year(2025) & month(2) & day(30)", "2025-04-15") == " | -");
  CHECK(value("year(0)", "2025-04-15") == " | -");
  CHECK(value("month(13)", "2025-04-15") == " | -");
  CHECK(value("next(year)", "9999-12-31") == " | -");
  CHECK(value("back(now, amount(1, century))", "0001-01-01") == " | -");
  CHECK(value("between(year(2025), year(2024))", "2025-04-15") == " | -");
}

TEST_CASE("timex: amounts") {
  const auto amount = [](std::int64_t years, std::int64_t hours) {
    Amount a;
    a.years = years;
    a.hours = hours;
    return timex_amount(a);
  };
  CHECK(amount(2500, 0) == "P2Y6M");
  CHECK(amount(0, 1500) == "PT1H30M");
  CHECK(amount(1000, 2000) == "P1YT2H");
  CHECK(amount(1333, 0) == "P1.333Y");
}
