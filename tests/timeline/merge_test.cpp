#include "support.hpp"

using namespace timeline_test;

TEST_CASE("an office stands for its holder, a capital for its country, a person for his country") {
  const auto timeline = lay({article("a", "2025-03-19", "De Amerikaanse president belde dinsdag met Vladimir Poetin."), article("b", "2025-03-20", "Trump belde dinsdag met de Russische president."),
                             article("c", "2025-03-20", "Washington en Moskou belden dinsdag met elkaar.")});
  CHECK(all(timeline, "phone_call").size() == 1);
  CHECK(only(timeline, "phone_call", {"trump", "putin", "united-states", "russia"}).sources == 3);
}

TEST_CASE("two people of one country are two") {
  auto a = document("a", "2025-03-19"), b = document("b", "2025-03-19");
  tell(a, "visit", "2025-03-18", {"rubio"});
  tell(b, "visit", "2025-03-18", {"witkoff"});
  CHECK(all(lay({a, b})).size() == 2);
}

TEST_CASE("two calls stay two where a text tells them apart") {
  auto a = document("a", "2025-03-19"), b = document("b", "2025-03-19"), c = document("c", "2025-03-20");
  tell(a, "phone_call", "2025-03-17", {"vermeulen", "okta"});
  tell(a, "phone_call", "2025-03-18", {"vermeulen", "okta"});
  tell(b, "phone_call", "2025-03-17", {"okta", "vermeulen"});
  tell(c, "phone_call", "2025-03-18", {"vermeulen", "okta"});
  const auto timeline = lay({a, b, c});
  REQUIRE(timeline.entries.size() == 2);
  CHECK(timeline.entries[0].sources == 2);
  CHECK(timeline.entries[1].sources == 2);
  // Also those of one day, if one document tells both.
  tell(a, "phone_call", "2025-03-18", {"vermeulen", "okta"});
  CHECK(all(lay({a, b, c})).size() == 3);
}

TEST_CASE("what could be either of two is neither") {
  auto a = document("a", "2025-03-19"), b = document("b", "2025-03-19");
  tell(a, "phone_call", "2025-03-11", {"vermeulen", "okta"});
  tell(a, "phone_call", "2025-03-18", {"vermeulen", "okta"});
  tell(b, "phone_call", "2025-03", {"vermeulen", "okta"});
  CHECK(all(lay({a, b})).size() == 3);
}

TEST_CASE("of two that are as likely it is the one of the same place, though the other is nearer in time") {
  auto a = document("a", "2025-03-19"), b = document("b", "2025-03-19");
  tell(a, "meeting", "2025-03-11", {"vermeulen", "okta"}).place = PlaceRef{"riyadh", "Riyad"};
  tell(a, "meeting", "2025-03-18", {"vermeulen", "okta"});
  tell(b, "meeting", "../2025-03-19", {"vermeulen", "okta"}).place = PlaceRef{"riyadh", "Riyad"};
  const auto timeline = lay({a, b});
  REQUIRE(timeline.entries.size() == 2);
  CHECK(timeline.entries[0].sources == 2);
  CHECK(timeline.entries[1].sources == 1);
}

TEST_CASE("an attack without a day is that of another article only if it struck the same place") {
  const auto entries = [](const char* place) {
    auto a = document("a", "2025-03-19"), b = document("b", "2025-03-19");
    tell(a, "attack", "2025-03-18", {"russia"}).place = PlaceRef{"sumy", "Soemy"};
    tell(b, "attack", "../2025-03-19", {"russia"}).place = PlaceRef{place, place};
    return all(lay({a, b})).size();
  };
  CHECK(entries("sumy") == 1);
  CHECK(entries("ukraine") == 2);
}

TEST_CASE("talks without a day are none of one of a month's Tuesdays, which any would be") {
  const auto entries = [](const char* date, const char* published) {
    auto a = document("a", "2025-03"), b = document("b", published);
    tell(a, "phone_call", date, {"vermeulen", "okta"});
    tell(b, "phone_call", std::string("../") + published, {"vermeulen", "okta"});
    return all(lay({a, b})).size();
  };
  CHECK(entries("[2025-03-04,2025-03-11,2025-03-18,2025-03-25]", "2025-03-12") == 2);
  CHECK(entries("2025-03-11", "2025-03-12") == 1);
  CHECK(entries("[2025-03-10,2025-03-11]", "2025-03-12") == 1);
}

TEST_CASE("talks of presidents without a day are not those of their countries' teams") {
  const auto entries = [](const std::vector<std::string>& people, const char* date) {
    auto a = document("a", "2025-03-19"), b = document("b", "2025-03-19");
    tell(a, "meeting", "2025-03-18", {"united-states", "ukraine"});
    tell(b, "meeting", date, people);
    return all(lay({a, b})).size();
  };
  CHECK(entries({"trump", "zelensky"}, "../2025-03-19") == 2);
  CHECK(entries({"trump", "ukraine"}, "../2025-03-19") == 1);
  CHECK(entries({"trump", "zelensky"}, "2025-03-18") == 1);
}

TEST_CASE("different people, places, days and types are different events") {
  const auto two = [](auto change) {
    auto a = document("a", "2025-03-19"), b = document("b", "2025-03-19");
    for (auto* one : {&a, &b}) tell(*one, "meeting", "2025-03-18", {"vermeulen", "okta"}).place = PlaceRef{"riyadh", "Riyad"};
    CHECK(all(lay({a, b})).size() == 1);
    change(b.events.front());
    return all(lay({a, b})).size() == 2;
  };
  CHECK(two([](auto& m) { m.participants.back().id = "delvaux"; }));
  CHECK(two([](auto& m) { m.place = PlaceRef{"paris", "Parijs"}; m.participants.clear(); }));
  CHECK(two([](auto& m) { m.date = edtf("2025-03-14"); }));
  CHECK(two([](auto& m) { m.type = "phone_call"; }));
  CHECK(two([](auto& m) { m.status = "planned"; }));
  CHECK_FALSE(two([](auto& m) { m.place = PlaceRef{"saudi-arabia", "Saudi-Arabië"}; }));
  CHECK_FALSE(two([](auto& m) { m.date = edtf("2025-03"); }));
}

TEST_CASE("an id stays when an article is added that tells more") {
  auto a = document("a", "2025-03-19"), b = document("b", "2025-03-20"), c = document("c", "2025-03-21");
  tell(a, "meeting", "2025-03-17/2025-03-18", {"vermeulen", "okta"});
  tell(b, "meeting", "2025-03-12", {"zandstra"});
  auto& more = tell(c, "meeting", "2025-03-18", {"vermeulen", "okta", "delvaux"});
  more.place = PlaceRef{"riyadh", "Riyad"};
  tell(c, "visit", "2025-03-18", {"delvaux"});
  const auto before = lay({a, b}), after = lay({a, b, c});
  CHECK(only(after, "meeting", {"vermeulen"}).id == only(before, "meeting", {"vermeulen"}).id);
  CHECK(only(after, "meeting", {"zandstra"}).id == only(before, "meeting", {"zandstra"}).id);
  CHECK(only(after, "meeting", {"vermeulen"}).date.edtf == "2025-03-18");
  CHECK(only(after, "meeting", {"vermeulen"}).place->id == "riyadh");
}

TEST_CASE("thousands of mentions of one event are one entry") {
  std::vector<Extraction> many;
  for (int i = 0; i < 3000; ++i) {
    many.push_back(document("d" + std::to_string(i), "2025-03-19"));
    auto& mention = tell(many.back(), "meeting", "2025-03-18", {"vermeulen", "okta"});
    if (i % 3 == 0) mention.duration = "PT" + std::to_string(i % 7 + 1) + "H";
    mention.amounts = {{i * 1000, "tenten"}};
  }
  CHECK(all(lay(std::move(many))).size() == 1);
}

TEST_CASE("a plan that is told again is still to come on the later day") {
  auto a = document("a", "2025-03-18"), b = document("b", "2025-03-20");
  tell(a, "meeting", "2025-03-18/..", {"trump", "putin"}, "planned");
  tell(b, "meeting", "2025-03-20/..", {"trump", "putin"}, "planned");
  tell(a, "phone_call", "../2025-03-18", {"trump", "zelensky"});
  tell(b, "phone_call", "../2025-03-20", {"trump", "zelensky"});
  const auto timeline = lay({a, b});
  CHECK(only(timeline, "meeting", {"trump", "putin"}).date.edtf == "2025-03-20/..");
  CHECK(only(timeline, "phone_call", {"trump", "zelensky"}).date.edtf == "../2025-03-18");
}
