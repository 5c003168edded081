#include "support.hpp"

#include <random>

using namespace timeline_test;

namespace {

std::vector<Extraction> corpus() {
  return {article("a", "2025-02", "Woensdag belde Donald Trump anderhalf uur met Vladimir Poetin. Vrijdag sprak JD Vance in München met Volodymyr Zelensky. ‘Het was een goed gesprek’, zei Ada Vermeulen."),
          article("b", "2025-02-13", "Op woensdag 12 februari belde Trump met Poetin over Oekraïne."),
          article("c", "2025-02-19", "Dinsdag sprak Marco Rubio in Riyad met Sergej Lavrov. Volgens Ada Vermeulen was de toon goed."),
          article("d", "2025-02-20", "In Riyad sprak Rubio dinsdag vierenhalf uur met Lavrov."),
          article("e", "", "Trump en Poetin belden in februari met elkaar."),
          article("f", "2025-03", "Op 28 februari ontving Trump in het Witte Huis Zelensky.")};
}

}  // namespace

TEST_CASE("however the lines are ordered and carried over, the timeline is the same to the byte") {
  const auto extractions = corpus();
  const auto wanted = to_json(lay(extractions));
  std::mt19937 dice(7);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::string> lines;
    for (const auto& extraction : extractions) lines.push_back(to_ndjson(extraction));
    for (std::size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[dice() % i]);
    std::vector<Extraction> back;
    for (const auto& line : lines) {
      Diagnostic fault;
      auto extraction = from_ndjson(line, fault);
      REQUIRE_MESSAGE(extraction.has_value(), fault.message);
      back.push_back(std::move(*extraction));
    }
    REQUIRE(to_json(lay(std::move(back))) == wanted);
  }
}

TEST_CASE("no mention is lost or told twice") {
  const auto extractions = corpus();
  std::size_t before = 0, after = 0;
  for (const auto& extraction : extractions) before += extraction.events.size();
  const auto timeline = lay(extractions);
  for (const auto* entry : all(timeline)) after += entry->mentions.size();
  CHECK(before > 6);
  CHECK(after == before);
}

TEST_CASE("the same document twice counts once") {
  const auto once = corpus();
  auto twice = once;
  twice.push_back(once[1]);
  const auto timeline = lay(twice);
  CHECK(timeline.documents.size() == once.size());
  CHECK(warned(timeline, "input.same-document") == 1);
  CHECK(all(timeline).size() == all(lay(once)).size());
}

TEST_CASE("two documents with one id are two") {
  auto a = document("x", "2025-03-19"), b = document("x", "2025-03-20");
  b.document.source = "y.txt";
  b.document.sha256 = std::string(64, 'b');
  tell(a, "visit", "2025-03-18", {"okta"});
  tell(b, "visit", "2025-03-12", {"delvaux"});
  const auto timeline = lay({b, a});
  REQUIRE(timeline.documents.size() == 2);
  CHECK(timeline.documents[0].id == "x");
  CHECK(timeline.documents[1].id == "x-2");
  CHECK(warned(timeline, "input.same-id") == 1);
  CHECK(only(timeline, "visit", {"delvaux"}).mentions.front().document == "x-2");
}

TEST_CASE("the window keeps what may lie in it, and says so") {
  auto a = document("a", "2025-04");
  tell(a, "visit", "2025-03-18", {"aa"});
  tell(a, "visit", "[2025-03-04,2025-03-11]", {"bb"});
  tell(a, "visit", "[2025-03-04,2025-03-25]", {"cc"});
  tell(a, "visit", "../2025-03-20", {"dd"});
  tell(a, "visit", "2025-04-01/..", {"ee"});
  tell(a, "visit", "2025-03-09/2025-03-20", {"ff"});
  tell(a, "visit", "", {"gg"});
  tell(a, "visit", "[2025-03-04,2025-03-08]", {"hh"});
  Assembly assembly;
  assembly.window = {edtf("2025-03-05").earliest, edtf("2025-03-20").earliest};
  const auto timeline = lay({a}, assembly);
  std::vector<std::pair<std::string, bool>> kept;
  for (const auto* entry : all(timeline)) kept.push_back({entry->participants.front().id, entry->may_lie_outside});
  std::sort(kept.begin(), kept.end());
  CHECK(kept == std::vector<std::pair<std::string, bool>>{{"aa", false}, {"bb", true}, {"dd", true}, {"ff", false}, {"gg", true}, {"hh", true}});
  CHECK(timeline.outside_window == 2);
}

TEST_CASE("entries are chosen by type, actor, status and sources") {
  const auto chosen = [](Selection selection) {
    auto a = document("a", "2025-03-20"), b = document("b", "2025-03-20");
    tell(a, "visit", "2025-03-18", {"okta"});
    tell(a, "meeting", "2025-03-18", {"okta", "vermeulen"});
    tell(b, "meeting", "2025-03-18", {"okta", "vermeulen"});
    tell(a, "meeting", "2025-03-25", {"delvaux", "vermeulen"}, "planned");
    Assembly assembly;
    assembly.selection = std::move(selection);
    const auto timeline = lay({a, b}, assembly);
    CHECK(timeline.entries.size() + static_cast<std::size_t>(timeline.not_selected) == 3);
    return timeline.entries.size();
  };
  CHECK(chosen({}) == 3);
  CHECK(chosen({{"meeting"}, {}, {}, 0}) == 2);
  CHECK(chosen({{"meeting", "visit"}, {"okta"}, {}, 0}) == 2);
  CHECK(chosen({{}, {}, {"planned"}, 0}) == 1);
  CHECK(chosen({{}, {}, {}, 2}) == 1);
  CHECK(chosen({{}, {"nobody"}, {}, 0}) == 0);
}
