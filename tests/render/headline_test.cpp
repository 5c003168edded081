#include "../../src/render/names.hpp"
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
    labels["article.de"] = labels["article.het"] = "";
    labels["name.Britse Hogerhuis"] = "het Britse Hogerhuis";
    labels["bare.Britse Hogerhuis"] = "Brits Hogerhuis";
    labels["at.Zandbank"] = "op de Zandbank";
    Actor okta;
    okta.id = "okta";
    okta.kind = "person";
    okta.name = "Ilja Okta";
    okta.brief = "Okta";
    Actor noordland, havens;
    noordland.id = "noordland";
    havens.id = "vrije-havens";
    noordland.kind = havens.kind = "country";
    noordland.name = "Noordland";
    havens.name = "Vrije Havens";
    gazetteer.actors = {okta, noordland, havens};
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
  CHECK(told.by(calls) == "Vrije Havens bellen met Okta");
  told.entry.participants = {samples::okta("target"), {"vrije-havens", "Vrije Havens", "target", ""}, samples::noordland("initiator")};
  CHECK(told.by(calls) == "Noordland belt met Okta en de Vrije Havens");
  // Nobody knows whether a description takes a plural.
  told.entry.participants = {envoys, samples::okta("target")};
  CHECK(told.by(calls) == "Gesprek met Okta en Zuidelijke gezanten");
}

TEST_CASE("headings do without articles at their begin and in brackets, and persons come first") {
  Told told;
  told.entry.participants = {havens, samples::noordland("initiator"), samples::okta("initiator")};
  CHECK(told.by({"{many} [spreekt|spreken] elkaar"}) == "Okta, de Vrije Havens en het Noordland spreken elkaar");
  told.entry.participants = {havens, samples::noordland("initiator")};
  CHECK(told.by({"{many} [spreekt|spreken] elkaar"}) == "Vrije Havens en het Noordland spreken elkaar");
  CHECK(told.by({"overleg ({all})"}) == "Overleg (Vrije Havens en Noordland)");
  told.entry.participants = {{"house-of-lords", "Britse Hogerhuis", "initiator", ""}};
  CHECK(told.by({"{one} stemt"}) == "Brits Hogerhuis stemt");
  CHECK(told.by({"besluit van {one}"}) == "Besluit van het Britse Hogerhuis");
}

TEST_CASE("headlines and names in English") {
  const auto en = samples::labels("en"), nl = samples::labels("nl");
  std::vector<Diagnostic> faults;
  Labels english = en, dutch = nl;
  load_names(std::string(KRONIEK_SOURCE_DIR) + "/src/packs/nl/labels/names-en.yaml", english, faults);
  load_names(std::string(KRONIEK_SOURCE_DIR) + "/src/packs/nl/labels/names-nl.yaml", dutch, faults);
  CHECK(faults.empty());
  CHECK(render::running_name(english, "Verenigde Staten") == "the United States");
  CHECK(render::bare_name(english, "Verenigde Staten") == "United States");
  CHECK(render::place_at(english, "Londen") == "in London");
  CHECK(render::place_at(english, "Witte Huis") == "at the White House");
  CHECK(render::bare_name(dutch, "het Kremlin") == "Kremlin");
  CHECK(render::bare_name(dutch, "Amerikaanse Congres") == "Amerikaans Congres");
  CHECK(render::bare_name(dutch, "De Europese ministers") == "de Europese ministers");
  CHECK(render::bare_name(dutch, "Europese Unie") == "Europese Unie");
  const std::string article = "Donald Trump belde dinsdag met Vladimir Poetin. De Verenigde Staten schortten op 3 maart de militaire steun aan Oekraïne op.\n";
  const auto pack = builtin_pack("nl");
  const auto headlines = [&](const std::string& language) {
    Assembly assembly;
    assembly.language = language;
    std::string all;
    auto document = ingest_text("a.txt", article, *pack, {"2025-03-19"}).documents.at(0);
    document.id = "d1";
    const auto timeline = assemble({extract(document, *pack)}, *pack, assembly);
    for (const auto& entry : timeline.entries) all += entry.headline + "; ";
    return all;
  };
  CHECK(headlines("en") == "United States suspends military aid to Ukraine; Trump calls Putin; ");
  CHECK(headlines("nl") == "Verenigde Staten schorten militaire steun aan Oekraïne op; Trump belt met Poetin; ");
  CHECK(headlines("xx") == headlines(""));
}

TEST_CASE("a template that names everybody goes before one that does not") {
  Told told;
  told.entry.participants = {samples::okta("initiator"), samples::noordland("target"), samples::vermeulen("participant")};
  CHECK(told.by({"{initiator} wijst {target} af", "Afwijzing ({all})"}) == "Afwijzing (Okta, Ada Vermeulen en Noordland)");
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
