#include "support.hpp"

using namespace timeline_test;

namespace {

std::vector<Extraction> two(const std::string& first, const std::string& second, const std::string& status = "occurred") {
  auto a = document("a", "2025-03-20"), b = document("b", "2025-03-20");
  tell(a, "meeting", first, {"vermeulen", "okta"}).duration = "PT3H";
  tell(b, "meeting", second, {"vermeulen", "okta"}, status).duration = "PT3H";
  return {a, b};
}

}  // namespace

TEST_CASE("sources a day apart are one event that keeps both days") {
  const auto timeline = lay(two("2025-03-17", "2025-03-18"));
  REQUIRE(timeline.entries.size() == 1);
  const auto* days = conflict(timeline.entries.front(), "date");
  REQUIRE(days != nullptr);
  CHECK(days->readings == std::vector<ConflictReading>{{"2025-03-17", {"a"}}, {"2025-03-18", {"b"}}});
  CHECK(to_markdown(timeline, *labels(pack(), "nl")).find("De bronnen verschillen over de dag: 17 maart 2025 [1], 18 maart 2025 [2].") != std::string::npos);
  // Without a detail that is the same they are two.
  auto plain = two("2025-03-17", "2025-03-18");
  plain[1].events.front().duration.clear();
  CHECK(lay(std::move(plain)).entries.size() == 2);
}

TEST_CASE("a vaguer date is no conflict") {
  const auto timeline = lay(two("2025-03-17/2025-03-23", "2025-03-18"));
  REQUIRE(timeline.entries.size() == 1);
  CHECK(timeline.entries.front().conflicts.empty());
}

TEST_CASE("whether it happened, how long and how many") {
  auto documents = two("2025-03-18", "2025-03-18", "negated");
  documents[0].events.front().amounts = {{175000, "tenten"}, {2000, "dekens"}};
  documents[1].events.front().amounts = {{246000, "tenten"}, {2000, "dekens"}};
  documents[1].events.front().duration = "PT4H";
  const auto timeline = lay(std::move(documents));
  REQUIRE(timeline.entries.size() == 1);
  const auto& entry = timeline.entries.front();
  REQUIRE(conflict(entry, "status") != nullptr);
  CHECK(conflict(entry, "status")->readings == std::vector<ConflictReading>{{"negated", {"b"}}, {"occurred", {"a"}}});
  REQUIRE(conflict(entry, "tenten") != nullptr);
  CHECK(conflict(entry, "tenten")->readings == std::vector<ConflictReading>{{"175", {"a"}}, {"246", {"b"}}});
  CHECK(conflict(entry, "duration") != nullptr);
  CHECK(conflict(entry, "dekens") == nullptr);
  CHECK(entry.conflicts.size() == 3);
}

TEST_CASE("what is denied of a stretch of time is none of what others tell of its days") {
  CHECK(lay(two("2025-03-18", "2025-03-15/2025-03-20", "negated")).entries.size() == 2);
  CHECK(lay(two("2025-03-18", "2025-03-15/2025-03-20")).entries.size() == 1);
}

TEST_CASE("hearsay that another source confirms is no conflict") {
  const auto timeline = lay(two("2025-03-18", "2025-03-18", "unconfirmed"));
  REQUIRE(timeline.entries.size() == 1);
  CHECK(timeline.entries.front().status == "occurred");
  CHECK(timeline.entries.front().conflicts.empty());
}

TEST_CASE("numbers in the words of an article are kept with what they count") {
  const auto extraction = article("a", "2025-03-19", "Rusland en Oekraïne wisselden woensdag elk 175 krijgsgevangenen uit.");
  REQUIRE(extraction.events.size() == 1);
  CHECK(extraction.events.front().amounts == std::vector<Quantity>{{175000, "krijgsgevangenen"}});
}

TEST_CASE("a text that several papers print is one source") {
  const std::string agency =
      "Premier Ada Vermeulen heeft dinsdag drie uur met president Ilja Okta gesproken. Zij hadden het over de brug bij Zandhaven, die al jaren op herstel wacht, en over de veerdienst die haar "
      "vervangt. Volgens een woordvoerder was het een nuttig gesprek, dat in de herfst een vervolg krijgt.";
  const auto timeline = lay({article("a", "2025-03-19", agency), article("b", "2025-03-19", "ZANDHAVEN - " + agency + " De burgemeester is blij."), article("c", "2025-03-19", agency),
                             article("d", "2025-03-20", "Ada Vermeulen sprak dinsdag met Ilja Okta, zo bleek later.")});
  CHECK(timeline.copies == std::vector<std::vector<std::string>>{{"a", "b", "c"}});
  const auto& talks = only(timeline, "meeting", {"vermeulen", "okta"});
  CHECK(talks.mentions.size() >= 4);
  CHECK(talks.sources == 2);
}

TEST_CASE("what happened is linked to the plan for it, and so is what was called off") {
  auto a = document("a", "2025-04-09"), b = document("b", "2025-04-12");
  tell(a, "meeting", "2025-04-11", {"vermeulen", "okta"}, "planned");
  tell(a, "meeting", "2025-04-10", {"zandstra", "delvaux"}, "planned");
  tell(a, "visit", "2025-04-09/..", {"delvaux", "okta"}, "planned");
  tell(a, "meeting", "2025-04-11", {"okta", "delvaux"}, "planned");
  tell(b, "meeting", "2025-04-11", {"vermeulen", "okta"});
  tell(b, "meeting", "2025-04-10", {"zandstra", "delvaux"}, "negated");
  tell(b, "visit", "2025-04-11", {"delvaux", "okta"});
  const auto timeline = lay({a, b});
  std::vector<std::pair<std::string, std::string>> links;  // statuses: of the outcome, of the plan
  for (const auto* entry : all(timeline)) {
    for (const auto& id : entry->fulfils) {
      for (const auto* plan : all(timeline)) {
        if (plan->id != id) continue;
        CHECK(plan->status == "planned");
        CHECK(plan->type == entry->type);
        CHECK(plan->participants == entry->participants);
        links.push_back({entry->status, plan->type});
      }
    }
  }
  std::sort(links.begin(), links.end());
  CHECK(links == std::vector<std::pair<std::string, std::string>>{{"negated", "meeting"}, {"occurred", "meeting"}, {"occurred", "visit"}});
}
