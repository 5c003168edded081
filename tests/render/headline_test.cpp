#include "../../src/time/durations.hpp"
#include "../../src/timeline/headline.hpp"
#include "../golden.hpp"
#include "samples.hpp"

using namespace kroniek;

namespace {

// One template at a time, or several in their order.
struct Told {
  Gazetteer gazetteer;
  Labels labels = samples::labels("nl");
  Entry entry = samples::entry(1, "meeting", "", on_day(samples::day(2025, 2, 12)));

  Told() {
    labels["name.Noordland"] = "het Noordland";
    labels["name.Vrije Havens"] = "de Vrije Havens";
    labels["plural.Vrije Havens"] = "";
    labels["at.Zandbank"] = "op de Zandbank";
    Actor okta;
    okta.id = "okta";
    okta.kind = "person";
    okta.name = "Ilja Okta";
    okta.brief = "Okta";
    gazetteer.actors = {okta};
    gazetteer.index();
  }
  std::string by(std::vector<std::string> templates) const {
    EventType type;
    type.headline["nl"] = std::move(templates);
    return headline(entry, type, "nl", gazetteer, labels);
  }
};

const ActorRef havens{"vrije-havens", "Vrije Havens", "initiator", ""};
const ActorRef envoys{"gezanten", "Zuidelijke gezanten", "initiator", ""};

}  // namespace

TEST_CASE("verbs agree with the first name") {
  Told told;
  const std::vector<std::string> calls = {"{initiator} [belt|bellen] met {target}", "Gesprek met {all}"};
  told.entry.participants = {samples::okta("initiator"), samples::noordland("target")};
  CHECK(told.by(calls) == "Okta belt met het Noordland");
  told.entry.participants = {samples::vermeulen("initiator"), samples::okta("initiator"), samples::noordland("target")};
  CHECK(told.by(calls) == "Ada Vermeulen en Okta bellen met het Noordland");
  told.entry.participants = {havens, samples::okta("target")};
  CHECK(told.by(calls) == "De Vrije Havens bellen met Okta");
  // Nobody knows whether a description takes a plural.
  told.entry.participants = {envoys, samples::okta("target")};
  CHECK(told.by(calls) == "Gesprek met Zuidelijke gezanten en Okta");
}

TEST_CASE("a template that names everybody goes before one that does not") {
  Told told;
  told.entry.participants = {samples::okta("initiator"), samples::noordland("target"), samples::vermeulen("participant")};
  CHECK(told.by({"{initiator} wijst {target} af", "Afwijzing ({all})"}) == "Afwijzing (Okta, het Noordland en Ada Vermeulen)");
  CHECK(told.by({"{initiator} wijst {target} af", "Afwijzing door {one}"}) == "Okta wijst het Noordland af");
  told.entry.participants = {};
  CHECK(told.by({"{many} bijeen", "Overleg met {one}", "Overleg"}) == "Overleg");
  CHECK(told.by({"{many} bijeen"}) == "");
  CHECK(told.by({"{open"}) == "");
  CHECK(told.by({"{vreemd}"}) == "");
}

TEST_CASE("places, and several actors of one name") {
  Told told;
  told.entry.participants = {{"a", "een delegatie", "initiator", ""}, {"b", "een delegatie", "target", ""}};
  told.entry.place = PlaceRef{"zandbank", "Zandbank"};
  CHECK(told.by({"{many} {at}", "overleg met {one} {at}"}) == "Overleg met een delegatie op de Zandbank");
  told.entry.place = PlaceRef{"noordland", "Noordland"};
  CHECK(told.by({"aanval op {place}"}) == "Aanval op het Noordland");
  told.entry.participants = {samples::noordland("initiator")};
  CHECK(told.by({"aanval op {place}", "aanval door {initiator}"}) == "Aanval door het Noordland");
}

TEST_CASE("clock durations are told in hours") {
  CHECK(clock_duration("PT90M") == "PT1H30M");
  CHECK(clock_duration("PT120M") == "PT2H");
  CHECK(clock_duration("PT45M") == "PT45M");
  CHECK(clock_duration("PT3661S") == "PT1H1M1S");
  for (const char* other : {"", "PT", "PTM", "PXM", "PT1.5H", "PT90", "P90D", "PT1H90M", "PT99999999999M"}) CHECK(clock_duration(other) == other);
}
