#include "support.hpp"

using namespace timeline_test;

namespace {

std::vector<Extraction> corpus() {
  auto a = document("a", "2025-03-19"), b = document("b", "2025-03-20"), c = document("c", "2025-03-21");
  tell(a, "meeting", "2025-03-17", {"vermeulen", "okta"});
  tell(b, "meeting", "2025-03-17", {"vermeulen", "okta"});
  tell(c, "meeting", "2025-03-18", {"vermeulen", "okta"});
  tell(c, "visit", "2025-03-18", {"delvaux"});
  return {a, b, c};
}

Timeline edited(std::vector<Extraction> documents, const std::string& yaml, std::vector<Diagnostic>* faults = nullptr) {
  std::vector<Diagnostic> found;
  Assembly assembly;
  assembly.edits = read_edits(yaml, "edits.yaml", found);
  if (faults == nullptr) {
    INFO(yaml);
    CHECK(found.empty());
  } else {
    *faults = found;
  }
  return lay(std::move(documents), assembly);
}

std::string id_on(const Timeline& timeline, const std::string& type, const std::string& date) {
  for (const auto* entry : all(timeline, type)) {
    if (entry->date.edtf == date) return entry->id;
  }
  FAIL("no " << type << " on " << date);
  return {};
}

}  // namespace

TEST_CASE("each kind of edit does what it says") {
  const auto plain = lay(corpus());
  REQUIRE(all(plain).size() == 3);
  const auto first = id_on(plain, "meeting", "2025-03-17"), second = id_on(plain, "meeting", "2025-03-18"), visit = id_on(plain, "visit", "2025-03-18");

  auto timeline = edited(corpus(), "- merge: [" + first + ", " + second + "]\n");
  CHECK(all(timeline).size() == 2);
  CHECK(only(timeline, "meeting", {"okta"}).id == first);
  CHECK(only(timeline, "meeting", {"okta"}).mentions.size() == 3);
  CHECK(only(timeline, "meeting", {"okta"}).edits == std::vector<std::string>{"merge"});
  CHECK(conflict(only(timeline, "meeting", {"okta"}), "date") != nullptr);

  timeline = edited(corpus(), "- split: " + first + "\n  documents: [b]\n");
  CHECK(all(timeline).size() == 4);
  CHECK(all(timeline, "meeting")[0]->mentions.size() == 1);

  timeline = edited(corpus(), "- drop: " + visit + "\n  note: told twice\n");
  CHECK(all(timeline, "visit").empty());

  timeline = edited(corpus(), "- redate: " + visit + "\n  date: 2025-03\n");
  CHECK(only(timeline, "visit", {"delvaux"}).date.edtf == "2025-03");
  CHECK(only(timeline, "visit", {"delvaux"}).id == visit);

  timeline = edited(corpus(), "- add: { type: visit, date: 2025-03-20, headline: Okta op reis, participants: [okta], place: riyadh }\n");
  CHECK(only(timeline, "visit", {"okta"}).headline == "Okta op reis");
  CHECK(only(timeline, "visit", {"okta"}).place->id == "riyadh");
  CHECK(only(timeline, "visit", {"okta"}).mentions.empty());
}

TEST_CASE("an edit outlives an older article that changes the id") {
  const auto plain = lay(corpus());
  const auto first = id_on(plain, "meeting", "2025-03-17");
  auto more = corpus();
  more.push_back(document("old", "2025-03-18"));
  tell(more.back(), "meeting", "2025-03-17", {"vermeulen", "okta", "delvaux"});
  CHECK(id_on(lay(more), "meeting", "2025-03-17") != first);
  const auto timeline = edited(more, "- drop: " + first + "\n");
  CHECK(warned(timeline, "edit.not-found") == 0);
  CHECK(all(timeline, "meeting").size() == 1);
}

TEST_CASE("an edit that finds nothing is reported and changes nothing") {
  const auto timeline = edited(corpus(), "# mine\n- drop: e-000000000000\n- add: { type: tea, date: 2025, headline: x }\n- split: " + id_on(lay(corpus()), "visit", "2025-03-18") + "\n  documents: [c]\n");
  CHECK(all(timeline).size() == 3);
  REQUIRE(timeline.warnings.size() == 3);
  CHECK(timeline.warnings[0].code == "edit.not-found");
  CHECK(timeline.warnings[0].file == "edits.yaml");
  CHECK(timeline.warnings[0].line == 2);
  CHECK(timeline.warnings[1].code == "edit.unknown-type");
  CHECK(timeline.warnings[2].code == "edit.nothing-to-split");
}

TEST_CASE("edits that contradict one another are errors, and neither is done") {
  const auto id = id_on(lay(corpus()), "visit", "2025-03-18");
  for (const auto& pair : {"- drop: ID\n- redate: ID\n  date: 2025\n", "- redate: ID\n  date: 2024\n- redate: ID\n  date: 2025\n", "- merge: [ID, e-1]\n- split: ID\n  documents: [c]\n",
                           "- drop: ID\n- merge: [e-1, ID]\n"}) {
    std::string yaml = pair;
    for (auto at = yaml.find("ID"); at != std::string::npos; at = yaml.find("ID")) yaml.replace(at, 2, id);
    std::vector<Diagnostic> faults;
    const auto timeline = edited(corpus(), yaml, &faults);
    INFO(yaml);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].code == "edit.contradiction");
    CHECK(faults[0].severity == Severity::error);
    CHECK(faults[0].message.find("line 1") != std::string::npos);
    CHECK(only(timeline, "visit", {"delvaux"}).date.edtf == "2025-03-18");
  }
}

TEST_CASE("faults of the file are named by line, and the other edits are kept") {
  const std::pair<const char*, const char*> cases[] = {{"- drop: [", "edit.not-yaml"},         {"drop: e-1", "edit.no-list"},          {"- e-1", "edit.wrong-type"},
                                                       {"- drop: e-1\n  dat: 2025", "edit.unknown-key"}, {"- redate: e-1\n  date: soon", "edit.bad-date"}, {"- redate: e-1", "edit.incomplete"},
                                                       {"- merge: [e-1, e-1]", "edit.incomplete"}, {"- split: e-1", "edit.incomplete"},    {"- note: x", "edit.kind"},
                                                       {"- drop: e-1\n  redate: e-1", "edit.kind"}, {"- add: {type: visit}", "edit.incomplete"}, {"- add: x", "edit.wrong-type"},
                                                       {"- add: {who: x}", "edit.unknown-key"}};
  for (const auto& one : cases) {
    std::vector<Diagnostic> faults;
    const auto list = read_edits(one.first, "f.yaml", faults);
    INFO(one.first);
    REQUIRE_FALSE(faults.empty());
    CHECK(faults.front().code == one.second);
    CHECK(faults.front().line >= 1);
    CHECK(list.edits.empty());
  }
  std::vector<Diagnostic> faults;
  CHECK(read_edits("- drop: [a, b]\n- drop: e-1\n", "f.yaml", faults).edits.size() == 1);
  CHECK(faults.size() == 1);
  faults.clear();
  CHECK(read_edits("", "f.yaml", faults).edits.empty());
  CHECK(faults.empty());
}

TEST_CASE("a timeline made with edits can be their file") {
  const auto plain = lay(corpus());
  const auto first = id_on(plain, "meeting", "2025-03-17"), second = id_on(plain, "meeting", "2025-03-18"), visit = id_on(plain, "visit", "2025-03-18");
  const auto timeline = edited(corpus(), "- merge: [" + first + ", " + second + "]\n- redate: " + visit + "\n  date: 2025-03-19\n  note: see the archive\n- split: " + first +
                                             "x\n  documents: [b]\n- add: { type: visit, date: 2025-03-20, headline: 'Okta: \"op\" reis' }\n");
  auto again = edited(corpus(), to_json(timeline));
  for (auto* one : {&again}) {
    for (auto& warning : one->warnings) warning.line = timeline.warnings.front().line;
  }
  CHECK(to_json(again) == to_json(timeline));
}
