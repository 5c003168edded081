#include "support.hpp"

using namespace timeline_test;

namespace {

// "type status date people; " of each entry.
std::string told(const std::string& text) {
  const auto timeline = lay({article("a", "2025-03-12", text)});
  std::string entries;
  for (const auto* entry : all(timeline)) {
    entries += entry->type + ' ' + entry->status + ' ' + entry->date.edtf;
    for (const auto& one : entry->participants) entries += ' ' + one.id.text();
    entries += "; ";
  }
  return entries;
}

}  // namespace

TEST_CASE("a noun that says when or where the talks are, but not whose, is of those told before") {
  const auto called = std::string("Nora Wiebes en Jan Tolsma belden met elkaar. ");
  CHECK(told(called + "Het gesprek begon rond 15.00 uur.") == "phone_call occurred ../2025-03-12 wiebes tolsma; ");
  CHECK(told(called + "Het gesprek was dinsdagavond.") == "phone_call occurred 2025-03-11 wiebes tolsma; ");
  CHECK(told(called + "Het overleg in Oslo was dinsdagavond.") == "meeting occurred 2025-03-11; phone_call occurred ../2025-03-12 wiebes tolsma; ");
  const auto plan = std::string("Nora Wiebes en Jan Tolsma gaan elkaar telefonisch spreken. ");
  const auto dated = "phone_call planned 2025-03-13 wiebes tolsma; ";
  CHECK(told(plan + "Zo'n gesprek staat voor donderdag ingepland.") == dated);
  CHECK(told(plan + "Een dergelijk gesprek staat voor donderdag ingepland.") == dated);
  CHECK(told(plan + "Het gesprek staat gepland voor donderdag.") == dated);
  CHECK(told(called + "Een dergelijk gesprek staat voor donderdag ingepland.") != dated);
  CHECK(told("Nora Wiebes en Jan Tolsma bespraken het plan dinsdag in Oslo. Zij maakten na het urenlange overleg bekend dat zij tevreden waren.") == "meeting occurred 2025-03-11 wiebes tolsma; ");
}

TEST_CASE("talks that are only a time for something else are those told before at the place") {
  const auto talks = std::string("Nora Wiebes en Jan Tolsma overlegden dinsdag in Oslo.\n\n");
  const auto one = "meeting occurred 2025-03-11 wiebes tolsma; ";
  CHECK(told(talks + "Terwijl in Oslo werd vergaderd, sneeuwde het.") == one);
  CHECK(told(talks + "Terwijl in Parijs werd vergaderd, sneeuwde het.") != one);
  CHECK(told("Nora Wiebes en Jan Tolsma overlegden dinsdag.\n\nTerwijl in Oslo dinsdag werd vergaderd, sneeuwde het.") == one);
  CHECK(told(talks + "In Oslo werd maandag ook al vergaderd.") != one);
}

TEST_CASE("who is absent takes no part in the talks, which are those told before") {
  const auto talks = std::string("Peru en Chili praatten dinsdag in Oslo. ");
  const auto alone = "meeting occurred 2025-03-11 peru chile; ";
  CHECK(told(talks + "Nora Wiebes was niet bij het overleg aanwezig.") == alone);
  CHECK(told(talks + "Noorwegen ontbrak bij het overleg.") == alone);
  CHECK(told(talks + "Noorwegen meldde daarna snel in overleg te zullen gaan met Finland. Nora Wiebes, die niet bij het overleg in Oslo was, is tevreden.") == std::string(alone) + "meeting planned 2025-03-12/.. norway finland; ");
  CHECK(told("Peru en Chili praten vrijdag in Oslo. Emma Koster is niet bij het overleg aanwezig.") == "meeting planned 2025-03-14 peru chile; ");
  CHECK(told(talks + "Emma Koster was woensdag niet bij het overleg in Lima aanwezig.") == std::string(alone) + "meeting negated 2025-03-12 koster; ");
}

TEST_CASE("a blow that nobody else is said to have struck is of the day of the attack before, whatever day was named for another matter") {
  const auto attack = std::string("De aanval op Oslo van zondag kostte drie levens. Het kabinet beloofde vrijdag tanks. Bij de aanval werd een school geraakt. ");
  const auto pledge = std::string("arms_pledge occurred 2025-03-07 netherlands; ");
  CHECK(told(attack + "De raketten sloegen in bij het station. Ook een ziekenhuis raakte beschadigd.") == pledge + "attack occurred 2025-03-09; ");
  CHECK(told("Peru viel Oslo zondag aan. De burgemeester zei maandag dat er doden zijn. Een raket trof een school.") == "attack occurred 2025-03-09 peru; ");
  CHECK(told("Peru viel Oslo zondag aan. Chili stemde maandag in met een bestand. Een raket trof een school.") == "attack occurred 2025-03-09 peru; ceasefire_agreement occurred 2025-03-10 chile; attack occurred 2025-03-10; ");
  CHECK(told("Peru viel Oslo zondag aan met drones. In Lima vielen maandag raketten. Een school werd verwoest.") == "attack occurred 2025-03-09 peru; attack occurred 2025-03-10; ");
}

TEST_CASE("that they spoke is no hearsay where only what they spoke of is") {
  const auto called = std::string("Nora Wiebes belde dinsdag met Jan Tolsma. ");
  CHECK(told(called + "Zij zouden vooral over gas hebben gesproken.") == "phone_call occurred 2025-03-11 wiebes tolsma; ");
  CHECK(told(called + "Zij zou ook Emma Koster hebben gesproken.") == "phone_call occurred 2025-03-11 wiebes tolsma; meeting unconfirmed ../2025-03-12 wiebes koster; ");
}

TEST_CASE("what was done before or after the talks stands beside those that were held, not those that may be") {
  const auto talks = std::string("Nora Wiebes en Jan Tolsma hebben dinsdag met elkaar gesproken. Mogelijk ging het over een eventuele ontmoeting tussen Bram Kuijt en Emma Koster.\n\n");
  CHECK(told(talks + "Een woordvoerder had voor het gesprek de verwachtingen getemperd.") == told(talks));
}

TEST_CASE("one more is another") {
  const auto attack = std::string("Peru viel dinsdag Oslo aan. ");
  CHECK(told(attack + "Daar voerde Peru nog een aanval uit.") == "attack occurred 2025-03-11 peru; attack occurred 2025-03-11 peru; ");
  CHECK(told(attack + "Daar voerde Peru de aanval uit.") == "attack occurred 2025-03-11 peru; ");
  const auto struck = std::string("De stad Oslo is getroffen door een Peruaanse raketaanval. ");
  CHECK(told(struck + "Dinsdag was er ook al een Peruaanse aanval op Oslo.") == "attack occurred 2025-03-11 peru; attack occurred ../2025-03-12 peru; ");
  CHECK(told(struck + "Dinsdag was er een Peruaanse aanval op Oslo.") == "attack occurred 2025-03-11 peru; ");
}
