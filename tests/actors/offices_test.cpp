#include "support.hpp"

#include "../../src/actors/roles.hpp"

using namespace kroniek;
using namespace kroniek::test;

TEST_CASE("an office is its holder on the day") {
  const char* text = "De Amerikaanse president woont in het Witte Huis.";
  CHECK(actors_in(text, "2025-03-20") == "De Amerikaanse president = trump\nhet Witte Huis = white-house");
  CHECK(actors_in(text, "2024-03-20") == "De Amerikaanse president = biden\nhet Witte Huis = white-house");
}

TEST_CASE("offices with a country, an organisation or an owner") {
  const Case cases[] = {
      {"De Oekraïense leider en de Poolse premier reizen vaak.", "De Oekraïense leider = zelensky\nde Poolse premier = tusk"},
      {"De Oekraïense minister van Buitenlandse Zaken reist vaak.", "De Oekraïense minister van Buitenlandse Zaken = sybiha"},
      {"De president van Oekraïne en het Franse staatshoofd reizen vaak.", "De president van Oekraïne = zelensky\nhet Franse staatshoofd = macron"},
      {"De Nederlandse en de Belgische premier reizen vaak.", "De Nederlandse = schoof\nde Belgische premier = de-wever"},
      {"De presidenten van Rusland en Oekraïne reizen vaak.", "De presidenten van Rusland en Oekraïne = putin zelensky"},
      {"Een EU-diplomaat en een hoge Amerikaanse functionaris reizen vaak.", "Een EU-diplomaat = diplomat-of-eu\neen hoge Amerikaanse functionaris = official-of-united-states"},
      {"Een Russische generaal reist vaak.", "Een Russische generaal = general-of-russia"},
      {"De Trump-gezant voor Oekraïne reist vaak.", "De Trump-gezant voor Oekraïne = kellogg"},
      {"Elke premier reist vaak.", "Elke premier = prime-minister"},
      {"De gouverneur van Charkov reist vaak.", "De gouverneur van Charkov = governor-of-kharkiv"},
      {"Een woordvoerder van het Kremlin reist vaak.", "Een woordvoerder van het Kremlin = spokesperson-of-kremlin"},
  };
  for (const auto& test : cases) {
    CAPTURE(test.text);
    CHECK(actors_in(test.text) == test.expected);
  }
}

TEST_CASE("apposition names the holder") {
  const Case cases[] = {
      {"Steve Witkoff, de gezant van de Amerikaanse president, werkte in het vastgoed.", "Steve Witkoff = witkoff\nde gezant = witkoff\nde Amerikaanse president = trump"},
      {"De burgemeester van Odesa, Hryhori Tjoelkin, danst. De burgemeester van Odesa zingt.",
       "De burgemeester van Odesa = tjoelkin\nHryhori Tjoelkin = tjoelkin\nDe burgemeester van Odesa = tjoelkin"},
      {"De Franse president, Emmanuel Macron, is getrouwd.", "De Franse president = macron\nEmmanuel Macron = macron"},
  };
  for (const auto& test : cases) {
    CAPTURE(test.text);
    CHECK(actors_in(test.text) == test.expected);
  }
}

TEST_CASE("an adjective of another country keeps an office and a name apart") {
  CHECK(actors_in("Op 26 april sprak de Oekraïense president Trump een kwartier.") == "de Oekraïense president = zelensky\nTrump = trump");
  CHECK(actors_in("Op 28 februari kreeg de Oekraïense president Zelensky ruzie.") == "de Oekraïense president Zelensky = zelensky");
}

TEST_CASE("an office without a country is who was mentioned with it") {
  const Case cases[] = {
      {"Minister Pete Hegseth was militair. De minister heeft kinderen.", "Minister Pete Hegseth = hegseth\nDe minister = hegseth"},
      {"Premier Bart De Wever komt uit Mortsel. De premier studeerde geschiedenis.", "Premier Bart De Wever = de-wever\nDe premier = de-wever"},
      {"Wethouder Trijn Oosterbaan en burgemeester Wim Krabbendijk zongen. De burgemeester zong vals.",
       "Wethouder Trijn Oosterbaan = oosterbaan\nburgemeester Wim Krabbendijk = krabbendijk\nDe burgemeester = krabbendijk"},
      {"Een Oekraïense woordvoerder las een brief. De woordvoerder zweeg.", "Een Oekraïense woordvoerder = spokesperson-of-ukraine\nDe woordvoerder = spokesperson-of-ukraine"},
      {"President Jan Tolsma las een brief. De andere president schreef hem.", "President Jan Tolsma = tolsma\nDe andere president = president\nhem = tolsma"},
      {"Hij is gekozen als president en benoemd tot minister.", "Hij ="},
      {"President Jan Tolsma zag de ploegleider lopen.", "President Jan Tolsma = tolsma\nde ploegleider = leader"},
  };
  for (const auto& test : cases) {
    CAPTURE(test.text);
    CHECK(actors_in(test.text) == test.expected);
  }
}

TEST_CASE("ids of names") {
  CHECK(id_from_name("Terborgh") == "terborgh");
  CHECK(id_from_name("van der Plempen") == "van-der-plempen");
  CHECK(id_from_name("Szijjártó") == "szijjarto");
  CHECK(id_from_name("D'Hooghe") == "dhooghe");
  CHECK(id_from_name("Wałęsa-Øst") == "walesa-ost");
  CHECK(id_from_name("李") == "unknown");
}

TEST_CASE("terms of office") {
  const auto& gazetteer = ActorPack::get().data.gazetteer;
  const auto day = parse_edtf("2025-03-20")->earliest;
  const auto trump = gazetteer.find_actor("trump"), france = gazetteer.find_actor("france");
  REQUIRE(trump != kNoActor);
  CHECK(counterpart_of(gazetteer, trump, france, day) == gazetteer.find_actor("macron"));
  CHECK(predecessor_of(gazetteer, trump, day) == gazetteer.find_actor("biden"));
  CHECK(successor_of(gazetteer, gazetteer.find_actor("biden"), day) == trump);
  CHECK(counterpart_of(gazetteer, kNoActor, france, day) == kNoActor);
  CHECK(predecessor_of(gazetteer, france, day) == kNoActor);
}
