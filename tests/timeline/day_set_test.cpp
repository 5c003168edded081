#include "../../src/timeline/day_set.hpp"
#include "../../src/timeline/signature.hpp"
#include "support.hpp"

using namespace timeline_test;

namespace {

// Every day of the set near the turn of 1970.
std::vector<Day> list(const DaySet& set) {
  std::vector<Day> days;
  for (Day day = -40; day <= 40; ++day) {
    if (!set.empty() && set.has(day)) days.push_back(day);
  }
  return days;
}

}  // namespace

TEST_CASE("sets of days meet as sets do") {
  const std::vector<DateValue> dates = {{}, on_day(3), between(-5, 5), between(kOpenPast, 4), between(2, kOpenFuture), one_of({-6, 1, 8}), one_of({1, 2, 3}), one_of({3, 4}), between(10, 12), one_of({4, 9})};
  for (const auto& x : dates) {
    for (const auto& y : dates) {
      const auto a = days_of(x), b = days_of(y), both = intersect(a, b);
      std::vector<Day> wanted;
      for (const auto day : list(a)) {
        if (b.has(day)) wanted.push_back(day);
      }
      CHECK(list(both) == wanted);
      CHECK(both.empty() == wanted.empty());
      CHECK(overlap(a, b) == !wanted.empty());
      CHECK((gap(a, b) == 0) == !wanted.empty());
      CHECK(gap(a, b) == gap(b, a));
      if (!both.empty()) CHECK(days_of(date_of(both)) == both);
    }
  }
  CHECK(gap(days_of(on_day(3)), days_of(on_day(5))) == 2);
  CHECK(gap(days_of(one_of({1, 8})), days_of(one_of({3, 9}))) == 1);
  CHECK(date_of(days_of(one_of({1, 2, 3}))).edtf == "1970-01-02/1970-01-04");
}

TEST_CASE("a signature tells copies from other texts") {
  std::string one, other;
  for (int i = 0; i < 120; ++i) {
    one += "woord" + std::to_string(i * i % 97) + ' ';
    other += "term" + std::to_string(i * i % 89) + ' ';
  }
  const auto a = signature_of(one);
  CHECK(a.size() == 64);
  CHECK(resemblance(a, signature_of(one)) == 1);
  CHECK(resemblance(a, signature_of("WOORD0,\n" + one.substr(7))) > 0.8);
  CHECK(resemblance(a, signature_of(one.substr(0, one.size() * 2 / 3))) > 0.4);
  CHECK(resemblance(a, signature_of(other)) < 0.1);
  CHECK(signature_of(" .,!\n").empty());
  CHECK(signature_of("kort").size() == 64);
  CHECK(resemblance(signature_of("een twee drie vier vijf zes zeven acht"), signature_of("een twee drie vier zes vijf acht zeven")) < 0.3);
  CHECK(resemblance(signature_of("een twee drie vier vijf zes zeven acht"), signature_of("Een twee, drie vier vijf zes zeven acht negen")) > 0.5);
}

TEST_CASE("of two sets without an end the one that begins later tells more") {
  const auto width = [](const DateValue& date) { return days_of(date).width(); };
  CHECK(width(on_day(3)) < width(one_of({3, 9})));
  CHECK(width(one_of({3, 9})) < width(between(kOpenPast, 3)));
  CHECK(width(between(9, kOpenFuture)) < width(between(3, kOpenFuture)));
  CHECK(width(between(kOpenPast, 3)) < width(between(kOpenPast, 9)));
  CHECK(width(between(kOpenPast, 9)) < width({}));
  CHECK(width(between(9, kOpenFuture)) < width({}));
}
