// Timelines made by hand. The people, countries and events are invented.
#pragma once

#include "../../src/render/labels.hpp"

#include <kroniek/kroniek.hpp>

#include <string>

namespace samples {

using namespace kroniek;

inline Day day(int year, int month, int number) { return *day_from_civil(year, month, number); }
inline std::string sha(char digit) { return std::string(64, digit); }

inline ActorRef vermeulen(std::string role = {}) { return {"vermeulen", "Ada Vermeulen", std::move(role), ""}; }
inline ActorRef okta(std::string role = {}) { return {"okta", "Ilja Okta", std::move(role), "Q999999901"}; }
inline ActorRef noordland(std::string role = {}) { return {"noordland", "Noordland", std::move(role), "Q999999902"}; }

inline DocumentRecord document(int number, std::string title, std::string edtf) {
  DocumentRecord document;
  document.id = "d" + std::to_string(number);
  document.source = "artikelen/stuk-" + std::to_string(number) + ".txt";
  document.title = std::move(title);
  document.language = "nl";
  document.sha256 = sha(static_cast<char>('0' + number % 10));
  if (const auto date = parse_edtf(edtf)) document.published = Publication{*date, "first line", Span{6, 6 + static_cast<std::uint32_t>(edtf.size())}};
  return document;
}

inline EventMention mention(std::string document, std::string text, int line) {
  EventMention mention;
  mention.document = std::move(document);
  const auto begin = static_cast<std::uint32_t>(100 * line);
  mention.at = {{begin, begin + static_cast<std::uint32_t>(text.size())}, std::move(text), line};
  mention.rule = "test.rule";
  mention.status = "occurred";
  return mention;
}

inline Entry entry(int number, std::string type, std::string headline, DateValue date, std::string status = "occurred") {
  Entry entry;
  const auto digits = std::to_string(number);
  entry.id = "e-" + std::string(12 - digits.size(), '0') + digits;
  entry.type = std::move(type);
  entry.plover = "CONSULT";
  entry.headline = std::move(headline);
  entry.date = std::move(date);
  entry.date_basis = "written in full";
  entry.status = std::move(status);
  entry.mentions = {mention("d1", "een stuk tekst", 10 + number)};
  entry.sources = 1;
  return entry;
}

inline TimelineClaim claim(int number, ActorRef speaker, std::string stance, std::string kind, std::string text) {
  TimelineClaim item;
  auto& claim = item.claim;
  const auto digits = std::to_string(number);
  claim.id = "c-" + std::string(12 - digits.size(), '0') + digits;
  claim.document = number % 2 == 1 ? "d1" : "d2";
  const auto begin = static_cast<std::uint32_t>(40 * number);
  claim.at = {{begin, begin + static_cast<std::uint32_t>(text.size())}, text, 3 + number};
  claim.speaker = std::move(speaker);
  claim.stance = std::move(stance);
  claim.kind = std::move(kind);
  claim.contents = {claim.at};
  claim.rule = "claim.test";
  return item;
}

inline Timeline empty() {
  Timeline timeline;
  timeline.pack_language = "nl";
  timeline.pack_version = "1.0";
  timeline.pack_sha256 = sha('f');
  return timeline;
}

inline void add_dated(Timeline& timeline) {
  auto weeks = entry(1, "phone_call", "Vermeulen belt met Okta", one_of({day(2025, 2, 5), day(2025, 2, 12), day(2025, 2, 19), day(2025, 2, 26)}));
  weeks.duration = "PT1H30M";
  weeks.participants = {vermeulen("initiator"), okta("target")};
  weeks.mentions.front().date_at = Evidence{{417, 425}, "woensdag", 11};
  weeks.mentions.front().date_rule = "time.weekday";
  weeks.mentions.front().words = {{"trigger", "", {1104, 1108}, "stuk"}, {"initiator", "vermeulen", {1090, 1093}, "zij"}};
  weeks.mentions.push_back(mention("d2", "het gesprek", 4));
  weeks.mentions.push_back(mention("d2", "dat onderhoud", 4));
  auto meeting = entry(2, "meeting", "Okta ontvangt Vermeulen", on_day(day(2025, 2, 12)));
  meeting.place = PlaceRef{"zandhaven", "Zandhaven"};
  auto visit = entry(3, "visit", "Noordland stuurt gezant", on_day(day(2025, 2, 12)), "planned");
  visit.according_to = {noordland(), {"unknown", "", "", ""}};
  weeks.sources = 2;
  weeks.fulfils = {"e-000000000011"};
  weeks.conflicts = {{"date", {{"2025-02-05", {"d2"}}, {"2025-02-12", {"d1"}}}}, {"status", {{"negated", {"d2"}}, {"occurred", {"d1"}}}}, {"tenten", {{"12", {"d1"}}, {"15", {"d2"}}}}};
  weeks.mentions.front().amounts = {{12000, "tenten"}, {2500, "ton"}};
  meeting.may_lie_outside = true;
  visit.edits = {"add"};
  visit.mentions.clear();
  timeline.entries = {weeks, meeting, visit};
  timeline.entries.push_back(entry(4, "ceasefire_demand", "Okta wil staakt-het-vuren", between(day(2025, 3, 18), day(2025, 3, 19)), "demanded"));
  timeline.entries.push_back(entry(5, "ceasefire_proposal", "Noordland komt met bestand", one_of({day(2025, 3, 18), day(2025, 3, 19)}), "proposed"));
  timeline.entries.push_back(entry(6, "agreement", "Geen akkoord over graan", *parse_edtf("2025-04~"), "negated"));
  timeline.entries.push_back(entry(7, "sanction", "Noordland dreigt met heffingen", between(day(2025, 4, 14), day(2025, 4, 20)), "conditional"));
  timeline.entries.push_back(entry(8, "attack", "", on_day(day(2025, 4, 15)), "unconfirmed"));
  timeline.entries.back().mentions.front().at.text = "\"de brug zou\nzijn geraakt\"";
}

inline void add_undated(Timeline& timeline) {
  timeline.undated.push_back(entry(9, "arms_delivery", "Zuidland levert tenten", *parse_edtf("../2025-04-26")));
  timeline.undated.push_back(entry(10, "arms_pledge", "Zuidland zegt dekens toe", *parse_edtf("../2025-04-26")));
  timeline.undated.push_back(entry(11, "meeting", "Top in Zandhaven", *parse_edtf("2025-04-26/.."), "planned"));
  timeline.undated.push_back(entry(12, "meeting", "Overleg over graan", DateValue{}));
  timeline.undated.front().duration = "PXD";
}

inline void add_claims(Timeline& timeline) {
  timeline.claims.push_back(claim(1, okta(), "asserts", "direct", "\"Wij gaan door\", zei Okta, \"tot het einde.\""));
  auto& direct = timeline.claims.back().claim;
  direct.contents = {{{40, 55}, "\"Wij gaan door\"", 4}, {{67, 83}, "\"tot het einde.\"", 4}};
  direct.cue = {{57, 60}, "zei", 4};
  direct.date = on_day(day(2025, 2, 12));
  timeline.claims.back().about = {"e-000000000001"};
  timeline.claims.push_back(claim(2, vermeulen(), "denies", "indirect", "dat er een akkoord is"));
  timeline.claims.push_back(claim(3, okta(), "demands", "mixed", "dat de brug „onmiddellijk” opengaat"));
  timeline.claims.push_back(claim(4, {"unknown", "", "", ""}, "asserts", "indirect", "de brug zou zijn geraakt"));
}

inline Timeline rich() {
  auto timeline = empty();
  timeline.from = day(2025, 2, 1);
  timeline.to = day(2025, 4, 30);
  timeline.documents = {document(1, "Okta en Vermeulen spreken elkaar", "2025-02"), document(2, "", "2025-04-26"), document(3, "Zonder datum", "")};
  timeline.documents[1].source = "archief.ndjson";
  timeline.documents[1].source_line = 7;
  timeline.documents[1].url = "https://example.org/stuk?id=2";
  timeline.documents[1].author = "Bo de Wit";
  timeline.documents[1].published->span.reset();
  timeline.documents[1].published->basis = "metadata";
  add_dated(timeline);
  add_undated(timeline);
  add_claims(timeline);
  timeline.outside_window = 3;
  timeline.not_selected = 2;
  timeline.inferred = {{"d1", between(day(2025, 2, 12), day(2025, 2, 18)), "it tells of e-000000000001"}};
  timeline.copies = {{"d1", "d3"}};
  Edit add;
  add.kind = Edit::Kind::add;
  add.type = "visit";
  add.date = on_day(day(2025, 2, 12));
  add.headline = "Noordland stuurt gezant";
  add.participants = {"okta"};
  Edit redate;
  redate.kind = Edit::Kind::redate;
  redate.entries = {"e-000000000002"};
  redate.date = on_day(day(2025, 2, 12));
  redate.note = "volgens het archief";
  timeline.edits = {add, redate};
  timeline.warnings = {{Severity::warning, "input.no-date", "artikelen/stuk-3.txt", 0, 0, "no publication date", "give --published"},
                       {Severity::error, "input.not-utf8", "artikelen/stuk-4.txt", 2, 5, "this is not UTF-8", ""}};
  return timeline;
}

// Everything in it tries to be markup.
inline Timeline hostile() {
  auto timeline = empty();
  timeline.documents = {document(1, "1. *Nee*, [hier](http://example.org) <b>is</b> `iets` &amp; # mis #", "2025"), document(2, "# kop\n\n- lijst\n    code", "2025-W07")};
  timeline.documents[0].source = "a `b`` c.txt";
  timeline.documents[0].url = "javascript:alert(1)";
  timeline.documents[1].source = "niet-\xFF-utf8.txt";
  timeline.documents[1].url = "https://example.org/> <script>";
  timeline.entries = {entry(1, "meeting", "- <script>alert('x')</script>", on_day(day(2025, 2, 12))), entry(2, "meeting", "2) tweede\r\n===", on_day(day(2025, 2, 12)))};
  timeline.entries[0].place = PlaceRef{"x", "Plaats <!-- weg --> _x_"};
  timeline.entries[1].according_to = {{"x", "~~~ [1]: http://example.org ~~~", "", ""}};
  timeline.entries[1].mentions.front().document = "elders";
  timeline.claims.push_back(claim(1, {"y", "# Naam ##", "", ""}, "asserts", "indirect", "***\n> citaat\n![beeld](x.png) \\* &lt; &#60; A&B"));
  return timeline;
}

inline Labels labels(const std::string& language) {
  std::vector<Diagnostic> diagnostics;
  return load_labels(std::string(KRONIEK_SOURCE_DIR) + "/src/packs/nl/labels/" + language + ".yaml", diagnostics);
}

}  // namespace samples
