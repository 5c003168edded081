#include "support.hpp"

#include <set>

using namespace timeline_test;

namespace {

std::set<std::uint32_t> chains(const Extraction& extraction, const std::string& type) {
  std::set<std::uint32_t> all;
  for (const auto& event : extraction.events) {
    if (event.type.text() == type) all.insert(event.chain);
  }
  return all;
}

}  // namespace

TEST_CASE("a headline that names the country for its president is told again by the text") {
  const auto told = article("a", "2025-03-12", "Oekraïne akkoord met bestand\n\nDe Oekraïense president Volodymyr Zelensky is dinsdag akkoord gegaan met een bestand van dertig dagen.\n");
  CHECK(chains(told, "ceasefire_agreement").size() == 1);
  const auto timeline = lay({told});
  REQUIRE(timeline.entries.size() == 1);
  REQUIRE(timeline.entries.front().participants.size() == 1);
  CHECK(timeline.entries.front().participants.front().id == "zelensky");
  CHECK(timeline.entries.front().date.edtf == "2025-03-11");
}

TEST_CASE("an attack of weeks ago, told to compare, is no mention of the new one") {
  const auto told = article("a", "2025-04-07", "Peru heeft Chili aangevallen met drones. Op 23 februari viel Peru Chili ook aan met drones.");
  CHECK(chains(told, "attack").size() == 2);
}

TEST_CASE("what is said of talks is told of the talks before") {
  CHECK(chains(article("a", "2025-03-20", "Nora Wiebes sprak dinsdag met Jan Tolsma. Oslo spreekt van een goed overleg."), "meeting").size() == 1);
  CHECK(chains(article("b", "2025-03-20", "Nora Wiebes sprak dinsdag met Jan Tolsma. Donderdag sprak zij met Emma Koster."), "meeting").size() == 2);
}
