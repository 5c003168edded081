#include "support.hpp"

using namespace kroniek;
using namespace kroniek::test;

TEST_CASE("names of the gazetteer, with the words around them") {
  const Case cases[] = {
      {"Donald Trump is de president van de Verenigde Staten.", "Donald Trump = trump\nde president van de Verenigde Staten = trump"},
      {"De Amerikaanse minister van Buitenlandse Zaken Marco Rubio komt uit Florida.", "De Amerikaanse minister van Buitenlandse Zaken Marco Rubio = rubio"},
      {"NAVO-chef Mark Rutte woonde in Den Haag.", "NAVO-chef Mark Rutte = rutte\nDen Haag = netherlands"},
      {"EU-buitenlandchef Kaja Kallas was premier van Estland.", "EU-buitenlandchef Kaja Kallas = kallas\nEstland = estonia"},
      {"Amerika's vicepresident JD Vance schreef een boek.", "Amerika's vicepresident JD Vance = vance\nAmerika's = united-states"},
      {"De presidenten Trump en Macron zijn geen familie.", "De presidenten Trump = trump\nMacron = macron"},
      {"Oud-premier Mark Rutte en de voormalige Amerikaanse president fietsen allebei.", "Oud-premier Mark Rutte = rutte\nde voormalige Amerikaanse president = biden\nallebei = rutte biden"},
      {"De Fransman Emmanuel Macron en de Brit Keir Starmer dragen vaak een das.", "De Fransman Emmanuel Macron = macron\nde Brit Keir Starmer = starmer"},
      {"Diezelfde Macron woont in Frankrijk.", "Diezelfde Macron = macron\nFrankrijk = france"},
      {"Volgens persbureau Reuters en de omroep ARD regende het.", "persbureau Reuters = reuters\nde omroep ARD = ard"},
      {"Het Witte Huis staat in Washington.", "Het Witte Huis = white-house\nWashington = united-states"},
      {"Het Élysée is een paleis.", "Het Élysée = elysee"},
      {"De regering-Trump begon in januari.", "De regering-Trump = united-states"},
      {"Om 12 uur opent het OM de deuren.", "het OM = public-prosecution-service-of-netherlands"},
  };
  for (const auto& test : cases) {
    CAPTURE(test.text);
    CHECK(actors_in(test.text) == test.expected);
  }
}

TEST_CASE("genitives are names of their own inside a phrase") {
  const auto reading = ActorPack::get().read("Trumps gezant Steve Witkoff kent Zelensky's naam en Poetins naam.", "2025-03-20");
  REQUIRE(reading->mentions.size() == 4);
  CHECK_FALSE(reading->mentions[0].genitive);
  CHECK(reading->mentions[0].who.front().id == "witkoff");
  for (std::size_t i = 1; i < 4; ++i) CHECK(reading->mentions[i].genitive);
  CHECK(actors_in("Het woord 'Oekraïne' is oud.") == "Oekraïne = ukraine");
}

TEST_CASE("a capital city is a government, but not in a dateline") {
  CHECK(actors_in("Moskou ontkent.") == "Moskou = russia");
  CHECK(ActorPack::get().read("Moskou ontkent.", "")->mentions.front().kind == MentionKind::metonym);
  CHECK(actors_in("BRUSSEL/KIEV (Persbureau Noord) - Het regent.") == "");
}

TEST_CASE("countries, demonyms, groups and nationalities") {
  const Case cases[] = {
      {"De Oekraïners en de Europeanen zongen.", "De Oekraïners = ukraine\nde Europeanen = europe"},
      {"Drie Russen en veel Amerikanen zongen.", ""},
      {"Polen ligt naast Duitsland.", "Polen = poland\nDuitsland = germany"},
      {"Een Oekraïense delegatie en Russische troepen oefenden.", "Een Oekraïense delegatie = delegation-of-ukraine\nRussische troepen = troops-of-russia"},
      {"Volgens Oekraïense bronnen sneeuwde het.", "Oekraïense bronnen = sources-of-ukraine"},
      {"Britse en Franse troepen oefenden.", "Britse en Franse troepen = troops-of-united-kingdom troops-of-france"},
      {"Teams van de VS en Oekraïne voetbalden.", "Teams van de VS en Oekraïne = delegation-of-united-states delegation-of-ukraine"},
      {"De regering in Londen en het ministerie van Defensie in Moskou zwegen.", "De regering in Londen = united-kingdom\nhet ministerie van Defensie in Moskou = defence-ministry-of-russia"},
      {"Het Amerikaanse ministerie van Buitenlandse Zaken zweeg.", "Het Amerikaanse ministerie van Buitenlandse Zaken = state-department"},
      {"Een Europese macht in Oekraïne is een plan.", "Oekraïne = ukraine"},
      {"De EU-landen en de NAVO-partners aten samen.", "De EU-landen = eu\nde NAVO-partners = nato"},
      {"Ons land is klein, zei het kabinet. Nederland is vlak.", "Ons land = netherlands\nhet kabinet = netherlands\nNederland = netherlands"},
      {"België is klein. Ons land telt drie talen.", "België = belgium\nOns land = belgium"},
      {"De opleiding kost de inkomstenbronnen van het team van de buren.", ""},
  };
  for (const auto& test : cases) {
    CAPTURE(test.text);
    CHECK(actors_in(test.text) == test.expected);
  }
  const auto reading = ActorPack::get().read("Amerikaanse eisen.", "");
  REQUIRE(reading->mentions.size() == 1);
  CHECK(reading->mentions.front().kind == MentionKind::nationality);
  CHECK(reading->mentions.front().who.front().id == "united-states");
}

TEST_CASE("persons whom the gazetteer does not know") {
  const Case cases[] = {
      {"Onderzoeker Mirthe Zandstra telt vogels. Zandstra telt ook vissen. Zandstra's boek is uit.",
       "Onderzoeker Mirthe Zandstra = zandstra\nZandstra = zandstra\nZandstra's = zandstra"},
      {"Joost van der Plempen, burgemeester van Knollendam, fietst. Ook Van der Plempen zwemt.",
       "Joost van der Plempen = van-der-plempen\nburgemeester = van-der-plempen\nVan der Plempen = van-der-plempen"},
      {"Gouverneur Oleksij Zjoerbenko plantte een boom.", "Gouverneur Oleksij Zjoerbenko = zjoerbenko"},
      {"Volgens analist Krottelbeek blijft het droog.", "analist Krottelbeek = krottelbeek"},
      {"Wubbo Krottelbeek (51) kweekt rozen.", "Wubbo Krottelbeek = krottelbeek"},
      {"De Deense weerman Søren Ærøskov lachte.", "Søren Ærøskov = aeroskov"},
      {"Melania Trump en Vladimir Vladimirovitsj Poetin zijn geen familie.", "Melania Trump = melania-trump\nVladimir Vladimirovitsj Poetin = putin"},
      {"Jan Tolsma zaait. Jan van der Meer oogst met Piet Bakker.", "Jan Tolsma = tolsma\nJan van der Meer = van-der-meer\nPiet Bakker = bakker"},
      {"'Vladimir, STOP!', stond er. Dat was Poetin.", "Vladimir = putin\nPoetin = putin"},
  };
  for (const auto& test : cases) {
    CAPTURE(test.text);
    CHECK(actors_in(test.text) == test.expected);
  }
}

TEST_CASE("spellings of names from another alphabet") {
  const Case cases[] = {
      {"Vladimir Medinskiy schrijft boeken. Medinskiy woont in Moskou.", "Vladimir Medinskiy = medinsky\nMedinskiy = medinsky\nMoskou = russia"},
      {"Onderhandelaar Roestem Umerow is van de Krim.", "Onderhandelaar Roestem Umerow = umerov"},
      {"Andriy Sybyha en Joeri Oesjakow lezen.", "Andriy Sybyha = sybiha\nJoeri Oesjakow = ushakov"},
      {"Kostjoekov is admiraal, Sjmihal was premier.", "Kostjoekov = kostyukov\nSjmihal = shmyhal"},
      {"Wubbo Umerow (51) kweekt rozen.", "Wubbo Umerow = umerow"},
  };
  for (const auto& test : cases) {
    CAPTURE(test.text);
    CHECK(actors_in(test.text) == test.expected);
  }
}

TEST_CASE("two of three who were named") {
  CHECK(actors_in("Emmanuel Macron meldt dat Keir Starmer leest met Friedrich Merz. De twee lezen vaak.") ==
        "Emmanuel Macron = macron\nKeir Starmer = starmer\nFriedrich Merz = merz\nDe twee = starmer merz");
}

TEST_CASE("an office around a name") {
  const Case cases[] = {
      {"De secretaris-generaal van de verdragsorganisatie, Mark Rutte, fietst.", "De secretaris-generaal = rutte\nMark Rutte = rutte"},
      {"De secretaris-generaal van de verdragsorganisatie fietst met Mark Rutte.", "De secretaris-generaal = secretary-general\nMark Rutte = rutte"},
      {"President Emmanuel Macron van Frankrijk leest.", "President Emmanuel Macron van Frankrijk = macron"},
      {"Minister Marco Rubio van Buitenlandse Zaken leest.", "Minister Marco Rubio van Buitenlandse Zaken = rubio"},
      {"Dat eist president Emmanuel Macron van Rusland.", "president Emmanuel Macron = macron\nRusland = russia"},
  };
  for (const auto& test : cases) {
    CAPTURE(test.text);
    CHECK(actors_in(test.text) == test.expected);
  }
}

TEST_CASE("two titles of one person") {
  const Case cases[] = {
      {"De Peruaanse adviseur en onderhandelaar Jan Tolsma zwemt.", "De Peruaanse adviseur en onderhandelaar Jan Tolsma = tolsma"},
      {"De Amerikaanse president en minister Marco Rubio zwemmen.", "De Amerikaanse president = trump\nminister Marco Rubio = rubio"},
  };
  for (const auto& test : cases) {
    CAPTURE(test.text);
    CHECK(actors_in(test.text) == test.expected);
  }
}

TEST_CASE("capitals that are no persons") {
  for (const auto* text : {"Intussen regent het. Gisteren ook.", "Op Truth Social en in Le Bourget was het stil.", "De Mont Blanc is hoog.", "Aan boord van de Air Force One sliep men.",
                           "In maart en op Palmzondag was het koud.", "Het Abe Lenstra-stadion is groot.", "Afgelopen Dinsdag Was Het Warm.", "Wil Zompel dat wel?"}) {
    CAPTURE(text);
    const auto reading = ActorPack::get().read(text, "2025-03-20");
    for (const auto& mention : reading->mentions) CHECK_FALSE(mention.person);
  }
}
