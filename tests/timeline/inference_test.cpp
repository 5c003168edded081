#include "support.hpp"

using namespace timeline_test;

namespace {

const InferredPublication* publication(const Timeline& timeline, const std::string& document) {
  for (const auto& one : timeline.inferred) {
    if (one.document == document) return &one;
  }
  return nullptr;
}

// The call of 12 February 2025 is dated by another article; the talks in Munich are told by the first alone.
std::vector<Extraction> one_dates_another() {
  return {article("a", "2025-02", "Woensdag belde Donald Trump anderhalf uur met Vladimir Poetin. Vrijdag sprak JD Vance in München met Volodymyr Zelensky."),
          article("b", "2025-02-13", "Op woensdag 12 februari belde Trump met Poetin over Oekraïne.")};
}

// Neither a nor b can be dated before the other: a's Tuesday is dated by c, which leaves two days for its
// Wednesday; b's "yesterday" is one of them, and b's Tuesday says which.
std::vector<Extraction> only_together() {
  return {article("a", "2025-03", "Dinsdag belde Donald Trump ruim twee uur met Vladimir Poetin. Woensdag belde Trump met Volodymyr Zelensky."),
          article("b", "2025-03", "Gisteren belde Trump met Zelensky. Dinsdag belde Trump met Poetin."),
          article("c", "2025-03-25", "Op 18 maart belde Trump met Poetin.")};
}

// A Tuesday of the month, and a week: one day is both.
std::vector<Extraction> where_two_sets_meet() {
  return {article("a", "2025-02", "Dinsdag sprak Marco Rubio in Riyad met Sergej Lavrov."), article("b", "2025-02-25", "Vorige week sprak Rubio in Riyad met Lavrov.")};
}

// The Wednesday of a is the 5th, so it was published by the 11th; its Friday is the 28th.
std::vector<Extraction> cannot_all_be_right() {
  return {article("a", "2025-02", "Woensdag belde premier Ada Vermeulen met president Ilja Okta. Vrijdag ontving minister Bo Zandstra in Utrecht gezant Mira Delvaux."),
          article("b", "2025-02-20", "Op 5 februari belde premier Ada Vermeulen met president Ilja Okta."),
          article("c", "2025-03-10", "Op 28 februari ontving minister Bo Zandstra in Utrecht gezant Mira Delvaux."),
          article("d", "2025-02-20", "Op 3 februari belde president Ilja Okta met gezant Mira Delvaux.")};
}

}  // namespace

TEST_CASE("a day in one article dates the weekdays of another") {
  const auto timeline = lay(one_dates_another());
  const auto& call = only(timeline, "phone_call", {"trump", "putin"});
  CHECK(call.date.edtf == "2025-02-12");
  CHECK(call.mentions.size() == 2);
  const auto* published = publication(timeline, "a");
  REQUIRE(published != nullptr);
  CHECK(published->date.edtf == "2025-02-12/2025-02-18");
  CHECK(published->basis.find(call.id) != std::string::npos);
  const auto& talks = only(timeline, "meeting", {"vance", "zelensky"});
  CHECK(talks.date.edtf == "[2025-02-07,2025-02-14]");
  CHECK(talks.date_basis.starts_with("inferred: a tells [2025-02-07,2025-02-14,2025-02-21,2025-02-28]"));
  CHECK(talks.date_basis.find("a was published 2025-02-12/2025-02-18") != std::string::npos);
}

TEST_CASE("dates that only three articles together tell") {
  const auto timeline = lay(only_together());
  CHECK(only(timeline, "phone_call", {"trump", "putin"}).date.edtf == "2025-03-18");
  const auto& call = only(timeline, "phone_call", {"trump", "zelensky"});
  CHECK(call.date.edtf == "2025-03-19");
  CHECK(call.date_basis.starts_with("inferred: "));
  REQUIRE(publication(timeline, "b") != nullptr);
  CHECK(publication(timeline, "b")->date.edtf == "2025-03-20");
  REQUIRE(publication(timeline, "a") != nullptr);
  CHECK(publication(timeline, "a")->date.edtf == "2025-03-19/2025-03-24");
  CHECK(timeline.warnings.empty());
  // Without the third there are several answers, and none is taken.
  auto two = only_together();
  two.pop_back();
  CHECK_FALSE(only(lay(std::move(two)), "phone_call", {"trump", "zelensky"}).date.is_day());
}

TEST_CASE("a merge that is only likely dates its entry, not what else its articles tell") {
  const auto timeline = lay({article("a", "2025-02", "Woensdag voerde gezant Mira Delvaux overleg in de hoofdstad. Vrijdag belde premier Ada Vermeulen met president Ilja Okta."),
                             article("b", "2025-02-20", "Op 5 februari voerde gezant Mira Delvaux overleg over de dijken.")});
  const auto& talks = only(timeline, "meeting", {"delvaux"});
  CHECK(talks.mentions.size() == 2);
  CHECK(talks.date.edtf == "2025-02-05");
  CHECK(publication(timeline, "a") == nullptr);
  CHECK(only(timeline, "phone_call", {"vermeulen", "okta"}).date.edtf == "[2025-02-07,2025-02-14,2025-02-21,2025-02-28]");
}

TEST_CASE("what two articles leave open each is told where they meet") {
  const auto timeline = lay(where_two_sets_meet());
  const auto& talks = only(timeline, "meeting", {"rubio", "lavrov"});
  CHECK(talks.date.edtf == "2025-02-18");
  CHECK(talks.date_basis.find("\"Dinsdag\"") != std::string::npos);
  CHECK(talks.date_basis.find("\"Vorige week\"") != std::string::npos);
}

TEST_CASE("dates that cannot all be right date nothing, and are reported") {
  const auto timeline = lay(cannot_all_be_right());
  CHECK(warned(timeline, "timeline.contradiction") == 1);
  CHECK(timeline.inferred.empty());
  for (const auto* entry : all(timeline)) CHECK_FALSE(entry->date_basis.starts_with("inferred"));
  // Each is still dated by the source that tells its day.
  CHECK(only(timeline, "phone_call", {"vermeulen", "okta"}).date.edtf == "2025-02-05");
  CHECK(only(timeline, "meeting", {"zandstra", "delvaux"}).date.edtf == "2025-02-28");
}

TEST_CASE("inference can be turned off") {
  for (const auto& corpus : {one_dates_another(), only_together(), where_two_sets_meet(), cannot_all_be_right()}) {
    Assembly assembly;
    assembly.inference = false;
    const auto timeline = lay(corpus, assembly);
    CHECK(timeline.inferred.empty());
    CHECK(warned(timeline, "timeline.contradiction") == 0);
    for (const auto* entry : all(timeline)) {
      CHECK_FALSE(entry->date_basis.starts_with("inferred"));
      const bool told = std::any_of(entry->mentions.begin(), entry->mentions.end(), [&](const auto& m) { return m.date == entry->date; });
      CHECK(told);
    }
  }
}

TEST_CASE("the order of the articles does not matter") {
  for (auto corpus : {one_dates_another(), only_together(), where_two_sets_meet(), cannot_all_be_right()}) {
    const auto wanted = to_json(lay(corpus));
    std::sort(corpus.begin(), corpus.end(), [](const auto& x, const auto& y) { return x.document.id > y.document.id; });
    CHECK(to_json(lay(corpus)) == wanted);
    std::rotate(corpus.begin(), corpus.begin() + 1, corpus.end());
    CHECK(to_json(lay(corpus)) == wanted);
  }
}

TEST_CASE("an article does not date itself by its own weekdays") {
  const auto timeline = lay({article("a", "2025-02", "Woensdag belde Donald Trump met Vladimir Poetin. Maandag ontvangt JD Vance in München Volodymyr Zelensky.")});
  CHECK(publication(timeline, "a") == nullptr);
  CHECK(only(timeline, "phone_call", {"trump", "putin"}).date.edtf == "[2025-02-05,2025-02-12,2025-02-19,2025-02-26]");
}
