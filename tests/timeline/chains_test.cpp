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

TEST_CASE("a headline without a day is of the day that the text tells, also by its tense") {
  const auto date = [](const std::string& text) {
    const auto timeline = lay({article("a", "2025-03-12", "Peru levert tanks aan Chili\n\n" + text)});
    REQUIRE(timeline.entries.size() + timeline.undated.size() == 1);
    return all(timeline).front()->date.edtf;
  };
  CHECK(date("Peru levert tanks aan Chili.") == "2025-03-12");
  CHECK(date("Peru heeft tanks aan Chili geleverd.") == "../2025-03-12");
}

TEST_CASE("a headline in the present tense is of the plan, or of the kind of talk, that the text tells first") {
  const auto told = [](const std::string& headline, const std::string& text) {
    const auto timeline = lay({article("a", "2025-03-20", headline + "\n\n" + text)});
    std::string entries;
    for (const auto* entry : all(timeline)) entries += entry->type + " " + entry->status + ' ' + entry->date.edtf + "; ";
    return entries;
  };
  CHECK(told("Wiebes en Tolsma bellen over gas", "President Nora Wiebes en premier Jan Tolsma bellen dinsdag met elkaar.") == "phone_call planned 2025-03-25; ");
  CHECK(told("Wiebes en Tolsma bellen over gas", "President Nora Wiebes en premier Jan Tolsma hebben dinsdag gebeld. Zij bellen volgende week dinsdag weer.") == "phone_call occurred 2025-03-18; phone_call planned 2025-03-25; ");
  CHECK(told("Wiebes belde met Tolsma", "President Nora Wiebes en premier Jan Tolsma bellen dinsdag weer met elkaar.") == "phone_call planned 2025-03-25; phone_call occurred ../2025-03-20; ");
  CHECK(told("Wiebes praat met Tolsma", "President Nora Wiebes heeft dinsdag met premier Jan Tolsma gebeld.") == "phone_call occurred 2025-03-18; ");
  CHECK(told("Wiebes praat in Oslo met Tolsma", "President Nora Wiebes heeft dinsdag met premier Jan Tolsma gebeld.") == "phone_call occurred 2025-03-18; meeting occurred ../2025-03-20; ");
}

TEST_CASE("what had been announced is what was told, and who announced it need not take part") {
  const auto swap = std::string("Peru en Chili hebben woensdag krijgsgevangenen geruild. ");
  const auto told = lay({article("a", "2025-03-21", swap + "De Noorse premier had de gevangenenruil dinsdag aangekondigd.")});
  REQUIRE(all(told).size() == 1);
  CHECK(all(told).front()->date.edtf == "2025-03-19");
  CHECK(all(told).front()->participants.size() == 2);
  CHECK(all(lay({article("b", "2025-03-21", swap + "De Noorse premier had dinsdag een gevangenenruil tussen Peru en Bolivia aangekondigd.")})).size() == 2);
  CHECK(all(lay({article("c", "2025-03-21", swap + "De Peruaanse premier heeft een nieuwe gevangenenruil aangekondigd.")})).size() == 2);
}

TEST_CASE("'it was his third visit' is said of the stay, 'it is their first meeting' of the plan told before") {
  const auto received = std::string("Nora Wiebes werd dinsdag in Oslo door Jan Tolsma ontvangen. ");
  const auto stay = lay({article("a", "2025-03-21", received + "Het was het derde bezoek van Wiebes aan Oslo dit jaar.")});
  REQUIRE(all(stay).size() == 1);
  CHECK(all(stay).front()->date.edtf == "2025-03-18");
  CHECK(all(lay({article("b", "2025-03-21", received + "Het was het derde bezoek van Wiebes aan Lima dit jaar.")})).size() == 2);
  const auto plan = lay({article("c", "2025-03-21", "Nora Wiebes praat dinsdag met Jan Tolsma. De kranten schrijven erover. Het is de eerste ontmoeting tussen Wiebes en Tolsma.")});
  REQUIRE(all(plan, "meeting").size() == 1);
  CHECK(all(plan, "meeting").front()->status == "planned");
}

TEST_CASE("what was hit is told of the attack just told, unless it is said to be elsewhere or of another day") {
  const auto attacks = [](const std::string& next) { return all(lay({article("a", "2025-03-21", "Peru heeft Oslo maandag aangevallen met drones. " + next)}), "attack").size(); };
  CHECK(attacks("Een ziekenhuis werd getroffen.") == 1);
  CHECK(attacks("Een ziekenhuis in Lima werd getroffen.") == 2);
  CHECK(attacks("In Drobnik werd een ziekenhuis getroffen.") == 2);
  CHECK(attacks("Dinsdag werd een ziekenhuis getroffen.") == 2);
  CHECK(attacks("Een ziekenhuis werd door Chileense drones getroffen.") == 2);
}

TEST_CASE("the round before is of the same people, and another is not of others") {
  const auto people = [](const std::string& next, const std::string& day) {
    const auto timeline = lay({article("a", "2025-03-22", "Nora Wiebes en Jan Tolsma spraken elkaar donderdag in Oslo. " + next)});
    for (const auto* entry : all(timeline, "meeting")) {
      if (entry->date.edtf == day) return entry->participants.size();
    }
    return std::size_t{99};
  };
  CHECK(people("De eerste ronde was op 27 februari.", "2025-02-27") == 2);
  CHECK(people("De vorige ontmoeting was op 27 februari.", "2025-02-27") == 2);
  CHECK(people("Een volgende ronde is gepland voor 3 april.", "2025-04-03") == 2);
  CHECK(people("De vorige ontmoeting in Berlijn mislukte.", "../2025-03-22") == 2);
  CHECK(people("De vorige ontmoeting met Emma Koster was op 27 februari.", "2025-02-27") == 1);
}

TEST_CASE("who joins talks to come does not hold them") {
  const auto timeline = lay({article("a", "2025-03", "Donderdag praten de regeringsleiders in Brussel. Nora Wiebes schuift bij dat overleg aan.")});
  REQUIRE(all(timeline, "meeting").size() == 1);
  CHECK(all(timeline, "meeting").front()->status == "planned");
}

TEST_CASE("who presides over the talks is at those just told") {
  const auto meetings = [](const std::string& next) { return all(lay({article("a", "2025-04-05", "De NAVO-ministers zijn vrijdag in Brussel bijeengekomen. " + next)}), "meeting").size(); };
  CHECK(meetings("Het was de eerste keer dat Nora Wiebes en Jan Tolsma de bijeenkomst voorzaten.") == 1);
  CHECK(meetings("Maandag zaten Nora Wiebes en Jan Tolsma in Oslo een bijeenkomst voor.") == 2);
}

TEST_CASE("a talk that two had is the call just told, but not the one to come") {
  CHECK(all(lay({article("a", "2025-03-20", "Nora Wiebes belde maandag met Jan Tolsma. Wiebes en Tolsma voerden een gesprek van een uur.")})).size() == 1);
  CHECK(all(lay({article("b", "2025-03-20", "Nora Wiebes zal Jan Tolsma ontmoeten. Wiebes en Tolsma hadden een lang gesprek.")})).size() == 2);
}

TEST_CASE("the evidence of talks behind 'na' is their phrase, where the clause tells something else") {
  const auto told = article("a", "2025-03-20", "Nora Wiebes belde maandag na het onderhoud met Jan Tolsma een uur met Emma Koster.");
  REQUIRE(told.events.size() == 2);
  for (const auto& event : told.events) CHECK(event.at.text.starts_with("Nora Wiebes belde") == (event.type == "phone_call"));
}

TEST_CASE("a call and a talk of the same two on one day are one") {
  CHECK(lay({article("a", "2025-03-20", "Nora Wiebes en Jan Tolsma bellen dinsdag. Wiebes spreekt dinsdag met Tolsma over gas.")}).entries.size() == 1);
  CHECK(lay({article("a", "2025-03-20", "Nora Wiebes en Jan Tolsma bellen dinsdag. Wiebes spreekt woensdag met Tolsma over gas.")}).entries.size() == 2);
  CHECK(lay({article("a", "2025-03-20", "Nora Wiebes en Jan Tolsma bellen dinsdag. Wiebes spreekt dinsdag in Oslo met Tolsma over gas.")}).entries.size() == 2);
}

TEST_CASE("'de ontmoeting van dinsdag' is the one of that day, where it was told") {
  CHECK(chains(article("a", "2025-03-20", "Nora Wiebes sprak dinsdag met Jan Tolsma. De ontmoeting van dinsdag leverde niets op.\n"), "meeting").size() == 1);
  CHECK(chains(article("a", "2025-03-20", "Nora Wiebes sprak maandag met Jan Tolsma. De ontmoeting van dinsdag leverde niets op.\n"), "meeting").size() == 2);
}

TEST_CASE("'die gesprekken' are not those of another day than that of their scene") {
  const auto told = std::string("Vorige week maandag overlegde Nora Wiebes met Jan Tolsma.\n\n");
  CHECK(lay({article("b", "2025-03-12", told + "Dinsdag zweeg Emma Koster tijdens het gesprek.")}).entries.front().mentions.size() == 1);
  CHECK(lay({article("c", "2025-03-12", told + "De sfeer was goed tijdens het gesprek.")}).entries.front().mentions.size() == 2);
}

TEST_CASE("an attack of weeks ago, told to compare, is no mention of the new one") {
  const auto told = article("a", "2025-04-07", "Peru heeft Chili aangevallen met drones. Op 23 februari viel Peru Chili ook aan met drones.");
  CHECK(chains(told, "attack").size() == 2);
}

TEST_CASE("what is said of talks is told of the talks before") {
  CHECK(chains(article("a", "2025-03-20", "Nora Wiebes sprak dinsdag met Jan Tolsma. Oslo spreekt van een goed overleg."), "meeting").size() == 1);
  CHECK(chains(article("b", "2025-03-20", "Nora Wiebes sprak dinsdag met Jan Tolsma. Donderdag sprak zij met Emma Koster."), "meeting").size() == 2);
}

TEST_CASE("what goes on about an event is no other one") {
  CHECK(chains(article("a", "2025-03-20", "Bij een droneaanval op Charkiv vielen dinsdag twee doden. Ook een ziekenhuis werd geraakt."), "attack").size() == 1);
  CHECK(chains(article("b", "2025-03-20", "Bij een droneaanval op Charkiv vielen dinsdag twee doden. Ook in Odesa werd een ziekenhuis geraakt."), "attack").size() == 2);
  CHECK(chains(article("c", "2025-03-20", "Bij een droneaanval op Charkiv vielen dinsdag twee doden. Een ziekenhuis werd geraakt."), "attack").size() == 1);
  CHECK(chains(article("c", "2025-03-20", "Bij een droneaanval op Charkiv vielen dinsdag twee doden. In Odesa werd een ziekenhuis geraakt."), "attack").size() == 2);
  CHECK(lay({article("d", "2025-03-20", "Dinsdag kwam Emma Koster bij Jan Tolsma langs. Ze golfden en aten samen.")}).entries.size() == 1);
  const auto arrived = std::string("Dinsdag kwam Jan Tolsma in Oslo aan. ");
  CHECK(lay({article("e", "2025-03-20", arrived + "Het is het eerste bezoek van een Russische minister aan Noorwegen.")}).entries.size() == 1);
  CHECK(lay({article("f", "2025-03-20", arrived + "De reis is het eerste bezoek van een Russische minister aan Noorwegen.")}).entries.size() == 2);
}

TEST_CASE("a visit that is put off is one plan on its new day") {
  const auto timeline = lay({article("a", "2025-03-20", "Jan Tolsma zou deze week naar Kyiv gaan. Dat bezoek is verschoven naar 27 maart.")});
  REQUIRE(timeline.entries.size() == 1);
  CHECK(timeline.entries.front().date.edtf == "2025-03-27");
  CHECK(timeline.entries.front().status == "planned");
}

TEST_CASE("neither an old attack nor one of another scene is a mention of an undated one") {
  const auto told = article("b", "2025-04-20", "Maandag was er een inslag. Een dag na de inslag zweeg Nora Wiebes.\n\nToen werd het donderdag. Om tien uur sloegen twee raketten in.\n");
  CHECK(chains(told, "attack").size() == 2);
  CHECK(chains(article("c", "2025-04-20", "In Odesa was er een inslag. In Odesa is het stil sinds de inval van 2022."), "attack").size() == 2);
}

TEST_CASE("what happens while something else does has the place of its own clause, or none") {
  const auto places = [](const std::string& text) {
    std::vector<std::string> all;
    for (const auto& event : article("a", "2025-03-12", text).events) all.push_back(event.type.text() + "@" + (event.place ? event.place->id.text() : std::string("-")));
    return all;
  };
  CHECK(places("Terwijl Jan Tolsma met Emma Koster sprak, bezocht Nora Wiebes Oslo.\n") == std::vector<std::string>{"meeting@-", "visit@oslo"});
  CHECK(places("Terwijl Jan Tolsma in Warschau met Emma Koster sprak, bezocht Nora Wiebes Oslo.\n") == std::vector<std::string>{"meeting@warsaw", "visit@oslo"});
}

TEST_CASE("who takes part in talks that were told is at those") {
  const auto meetings = [](const std::string& text) { return chains(article("a", "2025-03-20", text), "meeting").size(); };
  const auto told = std::string("Nora Wiebes sprak maandag in Oslo met Jan Tolsma. ");
  CHECK(meetings(told + "Aan het overleg namen ook Bram Kuijt en Emma Koster deel.") == 1);
  CHECK(meetings(told + "Bij het overleg was ook Bram Kuijt aanwezig.") == 1);
  CHECK(meetings(told + "Bram Kuijt kwam om de bijeenkomst bij te wonen.") == 1);
  CHECK(meetings(told + "Bram Kuijt kwam om een bijeenkomst bij te wonen.") == 2);
  CHECK(meetings(told + "Donderdag nam Bram Kuijt in Riga aan het overleg deel.") == 2);
}

TEST_CASE("talks of which only the place is told are those that are told there next") {
  const auto told = std::string("Emma Koster sprak na het overleg in Oslo met de pers. ");
  CHECK(chains(article("a", "2025-03-20", told + "In Oslo spraken Nora Wiebes en Jan Tolsma elkaar."), "meeting").size() == 1);
  CHECK(chains(article("b", "2025-03-20", told + "In Riga spraken Nora Wiebes en Jan Tolsma elkaar."), "meeting").size() == 2);
}

TEST_CASE("talks that are still to come are not those that were") {
  const auto told = std::string("Nora Wiebes sprak dinsdag met Jan Tolsma. ");
  CHECK(chains(article("a", "2025-03-20", told + "Er komt een ontmoeting tussen beide leiders."), "meeting").size() == 2);
  CHECK(chains(article("b", "2025-03-20", told + "Het was een gesprek tussen beide leiders."), "meeting").size() == 1);
}

TEST_CASE("what 'the attacks' did is told of the attacks before") {
  const auto attacks = [](const std::string& text) { return chains(article("a", "2025-03-20", "Peru heeft vannacht een brug in Oslo aangevallen. " + text), "attack").size(); };
  CHECK(attacks("Bij de aanvallen vielen drie doden.") == 1);
  CHECK(attacks("De aanval veroorzaakte brand.") == 1);
  CHECK(attacks("De aanvallen eisten drie levens.") == 1);
  CHECK(attacks("Door de aanvallen raakte een ziekenhuis in Oslo beschadigd.") == 1);
  CHECK(attacks("Bij een aanval in Riga vielen drie doden.") == 2);
  CHECK(attacks("Bij de aanvallen op Riga vielen drie doden.") == 2);
}

TEST_CASE("more of a plan is no second one") {
  const auto meetings = [](const std::string& text) { return chains(article("a", "2025-03-20", text), "meeting").size(); };
  const auto planned = std::string("Nora Wiebes wil Jan Tolsma ontmoeten. ");
  CHECK(meetings(planned + "De ontmoeting kan deze maand plaatsvinden.") == 1);
  CHECK(meetings(planned + "Een ontmoeting met Emma Koster kan deze maand plaatsvinden.") == 2);
  CHECK(meetings("Nora Wiebes ontmoet Jan Tolsma vrijdag. Bram Kuijt zal bij het overleg aanwezig zijn.") == 1);
}

TEST_CASE("what was done years ago, told to compare, is another event") {
  const auto swaps = [](const std::string& text) { return chains(article("a", "2025-03-20", "Peru en Chili hebben gevangenen geruild. " + text), "prisoner_exchange").size(); };
  CHECK(swaps("In 2022 ruilden Peru en Chili ook gevangenen.") == 2);
  CHECK(swaps("Dinsdag ruilden Peru en Chili de gevangenen.") == 1);
}

TEST_CASE("a measure that is open is one, however it stands") {
  const auto sanctions = [](const std::string& text) { return chains(article("a", "2025-03-20", "Peru wil het sanctiepakket tegen Chili niet steunen. " + text), "sanction").size(); };
  CHECK(sanctions("Om de sancties aan te nemen is meer nodig.") == 1);
  CHECK(sanctions("Om nieuwe sancties aan te nemen is meer nodig.") == 2);
}

TEST_CASE("a second attack is not the first one") {
  const auto attacks = [](const std::string& one) { return chains(article("a", "2025-03-20", "Peru viel dinsdag Oslo aan. Later op de dag voerde Peru " + one + " aanval op de stad uit."), "attack").size(); };
  CHECK(attacks("een tweede") == 2);
  CHECK(attacks("de tweede") == 1);
  CHECK(attacks("een") == 1);
}

TEST_CASE("talks that are only recalled beside others are none of those, nor is a counterattack the blow before") {
  const auto told = [](const std::string& type, const std::string& text) { return chains(article("a", "2025-04-10", text), type).size(); };
  CHECK(told("meeting", "Nora Wiebes heeft vrijdag in Oslo met Jan Tolsma gesproken. Zij sprak hem al eerder.\n") == 2);
  CHECK(told("meeting", "Nora Wiebes heeft vrijdag in Oslo met Jan Tolsma gesproken. Zij sprak hem drie uur.\n") == 1);
  CHECK(told("attack", "Bij een luchtaanval op de stad kwamen twee mensen om. Rostov meldde doden door Peruaanse tegenaanvallen.\n") == 2);
}

TEST_CASE("an accusation about an exchange leaves its day and status as they are") {
  const auto timeline = lay({article("a", "2025-04-10", "Peru en Chili zijn begonnen aan een gevangenenruil.\n\nMaandag beschuldigden beide landen elkaar ervan de ruil te vertragen.\n")});
  REQUIRE(all(timeline).size() == 1);
  CHECK(all(timeline).front()->status == "occurred");
  CHECK(all(timeline).front()->date.edtf == "../2025-04-10");
}

TEST_CASE("a call stays one where its people are said to have spoken for the first time") {
  const auto timeline = lay({article("a", "2025-04-10", "Nora Wiebes belde woensdag met Jan Tolsma. Nora Wiebes noemde het gesprek met Jan Tolsma nuttig. Het was de eerste keer dat de presidenten elkaar spraken.\n")});
  REQUIRE(all(timeline).size() == 1);
  CHECK(all(timeline).front()->type == "phone_call");
  CHECK(all(timeline).front()->mentions.size() == 3);
}

TEST_CASE("talks that are called off are no talks that somebody missed") {
  const auto statuses = [](const std::string& text) {
    std::string all_of;
    const auto timeline = lay({article("a", "2025-04-10", text)});
    for (const auto* entry : all(timeline)) all_of += entry->status + ' ';
    return all_of;
  };
  CHECK(statuses("Nora Wiebes wil Jan Tolsma vrijdag ontmoeten. Nora Wiebes heeft haar ontmoeting met Jan Tolsma geannuleerd.\n").find("negated") != std::string::npos);
}
