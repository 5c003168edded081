#include "support.hpp"

using namespace timeline_test;

namespace {

std::vector<std::string> first_people(const Timeline& timeline) {
  std::vector<std::string> names;
  for (const auto& entry : timeline.entries) names.push_back(entry.participants.front().id);
  return names;
}

}  // namespace

TEST_CASE("on one day the text's order counts, then what came after what, then the clock") {
  auto a = document("a", "2025-03-19");
  for (const char* who : {"aa", "bb", "cc", "dd"}) tell(a, "visit", "2025-03-18", {who});
  CHECK(first_people(lay({a})) == std::vector<std::string>{"aa", "bb", "cc", "dd"});
  a.events[0].after = {2};
  CHECK(first_people(lay({a})) == std::vector<std::string>{"bb", "cc", "aa", "dd"});
  a.events[1].clock = "TEV";
  a.events[3].clock = "T09:30";
  CHECK(first_people(lay({a})) == std::vector<std::string>{"cc", "aa", "dd", "bb"});
}

TEST_CASE("a circle of \"after\" is cut and reported") {
  auto a = document("a", "2025-03-19");
  for (const char* who : {"aa", "bb", "cc", "dd"}) tell(a, "visit", "2025-03-18", {who});
  a.events[1].after = {3};
  a.events[2].after = {1};
  a.events[3].after = {2};
  const auto timeline = lay({a});
  CHECK(first_people(timeline) == std::vector<std::string>{"aa", "bb", "cc", "dd"});
  CHECK(warned(timeline, "timeline.circle") == 1);
}

TEST_CASE("an article tells what came after what, and at what time") {
  const auto extraction = article("a", "2025-02-13", "Woensdagavond belde Trump met Poetin. Na afloop van het gesprek belde Trump woensdag met Zelensky.");
  REQUIRE(extraction.events.size() >= 2);
  CHECK(extraction.events.front().clock == "TEV");
  const auto timeline = lay({extraction});
  const auto second = std::find_if(timeline.entries.begin(), timeline.entries.end(), [](const Entry& e) { return e.participants.size() == 2 && e.participants[1].id == "zelensky"; });
  REQUIRE(second != timeline.entries.end());
  CHECK(second == timeline.entries.end() - 1);
}
