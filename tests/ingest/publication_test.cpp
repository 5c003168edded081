// When was it published, and where does it say so?
#include "ingest_support.hpp"

using namespace kroniek;
using namespace ingest_test;

namespace {

const std::string kText = "\n\nHet water steeg in de nacht tot de rand van de kade, en iedereen keek ernaar met zorg in de ogen.\n\nDaarna daalde het.";

// "2025-02 | first line | 2025-02"
std::string published(std::string_view raw, const TextMetadata& metadata = {}, const IngestOptions& options = {}) {
  const Ingested result = read(raw, metadata, options);
  REQUIRE(result.documents.size() == 1);
  const Document& document = result.documents.front();
  if (!document.published) return "none";
  const Publication& date = *document.published;
  return date.date.edtf + " | " + date.basis + " | " + (date.span ? std::string(slice(document.raw, *date.span)) : "-");
}

std::vector<std::string> codes(const Ingested& result) {
  std::vector<std::string> found;
  for (const Diagnostic& fault : result.diagnostics) found.push_back(fault.code);
  return found;
}

}  // namespace

TEST_CASE("publication: first line") {
  CHECK(published(" date 2025-02 Gebrek aan water is er niet." + kText) == "2025-02 | first line | 2025-02");
  CHECK(published(" date 2025-03-19 Er is water." + kText) == "2025-03-19 | first line | 2025-03-19");
  CHECK(published("date 2025" + kText) == "2025 | first line | 2025");
  CHECK(published("\xEF\xBB\xBF date 2025-03 \nEr is water." + kText) == "2025-03 | first line | 2025-03");
  CHECK(blocks(" date 2025-03-19 Er is water. En meer.") == Lines{"paragraph: Er is water. En meer."});
  CHECK(blocks(" date 2025-03 \nEr is water. En meer.") == Lines{"paragraph: Er is water. En meer."});
  CHECK(blocks(" date 2025-03-19 De ministers van\nBuitenlandse Zaken spraken dinsdag in Wenen\nover wapens. Minister Wit noemde dat goed.") ==
        Lines{"paragraph: De ministers van Buitenlandse Zaken spraken dinsdag in Wenen over wapens. Minister Wit noemde dat goed."});
  CHECK(blocks("Date 12 keer gewijzigd.") == Lines{"paragraph: Date 12 keer gewijzigd."});
  CHECK(blocks("date 2025-03-19x is geen datum.") == Lines{"paragraph: date 2025-03-19x is geen datum."});
}

TEST_CASE("publication: bylines") {
  CHECK(published("De dijk\n\nDoor [Gastauteur](#) - 26 april 2025" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\nGepubliceerd: 14 maart 2025 om 16:20" + kText) == "2025-03-14 | byline | 14 maart 2025");
  CHECK(published("De dijk\n\nLaatste update: woensdag 12 maart 2025 10:05" + kText) == "2025-03-12 | byline | 12 maart 2025");
  CHECK(published("De dijk\n\nGeplaatst op 12-03-2025" + kText) == "2025-03-12 | byline | 12-03-2025");
  CHECK(published("De dijk\n\nDatum: 2025-03-12T10:00:00+01:00" + kText) == "2025-03-12 | byline | 2025-03-12");
  CHECK(published("De dijk\n\n12 mrt. 2025" + kText) == "2025-03-12 | byline | 12 mrt. 2025");
  CHECK(published("De dijk\n\nZaterdag 26 april 2025 om 14:03 | Leestijd 3 min" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\nPublished on March 12, 2025" + kText) == "2025-03-12 | byline | March 12, 2025");
  CHECK(published("De dijk\n\nAnna van der Vos | 26 april 2025, 10:05" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\nAnna Vos 26 april 2025, 10:05" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\n26 april 2025 | Anna Vos" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\n26 april 2025 | 13:45 | Redactie Uitleg" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\n26 april 2025 / Anna Vos / Buitenland" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\nBuitenland / 26 april 2025 / 13.45 uur" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\n3 minuten leestijd - 26 april 2025" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\nNieuws 26 april 2025 3 minuten Anna Vos\nVos Dijk" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("| Wenen | Anna Vos | 26 april 2025Lees ook het andere nieuws van vandaag:\n\nDe dijk" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\nGeplaatst in Buitenland op 26 april 2025 door Anna Vos" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n26 apr 2025 om 10:22Update: 3 uur geleden" + kText) == "2025-04-26 | byline | 26 apr 2025");
  CHECK(published("De dijk\n\nAnna Vos, correspondent Wenen 26 april 2025, 21:40 Leestijd 4 minuten" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\n[26 april 2025]" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\nBron: Persbureau Noord, 26 april 2025" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\nDoor: Anna Vos. Publicatiedatum: 26 april 2025" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\nDate: 26 April 2025" + kText) == "2025-04-26 | byline | 26 April 2025");
  CHECK(published("De dijk\n\nIn de nacht van 26 april 2025 / 27 april 2025 steeg het water tot de rand. Het zakte daarna." + kText) == "none");
  CHECK(published("De dijk\n\nDoor J. de Wit - 26 april 2025" + kText) == "2025-04-26 | byline | 26 april 2025");
  CHECK(published("De dijk\n\nRedactie 12-03-25, 21:13 Laatste update: 12-03-25, 22:20 Bron: BELGA" + kText) == "2025-03-12 | byline | 12-03-25");
  CHECK(published("De dijk\n\nUpdated 13 mrt. 2025, 08:12\n13 mrt. 2025, 06:30 in BINNENLAND" + kText) == "2025-03-13 | byline | 13 mrt. 2025");
  CHECK(published("De dijk\n\nPublicatiedatum: maart 2025" + kText) == "2025-03 | byline | maart 2025");
  CHECK(published("De dijk\nWENEN (Persbureau Noord)\nGepubliceerd: maandag 14 april 2025 om 18:40" + kText) == "2025-04-14 | byline | 14 april 2025");
  CHECK(published("WENEN, 26 april 2025 (ANP) - Het water steeg." + kText) == "2025-04-26 | byline | 26 april 2025");
  for (const std::string line : {"Zaterdag 26 april 2025, 17u42 – Persbureau", "za 26 apr 2025, 17 uur 42", "26 april 2025 17h42 CEST", "© Persbureau, 26/04/25", "Leestijd: 4 min. 26 april 2025",
                                 "Dag 1.155, zaterdag 26 april 2025", "Gepost op 26 april 2025", "26 april 2025 | Redactie | 2 min. lezen", "26 april 2025 (gewijzigd 27 april 2025)", "Buitenland » 26 april 2025", "26 april 2025 @ 10:05", "door Anna Vos 26 april 2025", "26 april 2025 • Leestijd ca. 4 min", "Online sinds 26 april 2025", "Dit artikel verscheen eerder op 26 april 2025 in de Bode."}) {
    CAPTURE(line);
    CHECK(published("De dijk\n\n" + line + kText).starts_with("2025-04-26 | byline"));
  }
  for (const std::string line : {"WENEN – 26 april 2025 – ", "(Wenen, 26 april 2025) ", "[26 april 2025, 10.05 uur] ", "WENEN (Persbureau 26 april 2025) – "}) {
    CAPTURE(line);
    CHECK(published("De dijk\n\n" + line + "Het water steeg in de nacht tot de rand van de kade, en hoger.").starts_with("2025-04-26 | byline"));
    CHECK(blocks("De dijk\n\n" + line + "Het water steeg in de nacht tot de rand van de kade, en hoger.") == Lines{"title: De dijk", "paragraph: Het water steeg in de nacht tot de rand van de kade, en hoger."});
  }
  for (const std::string line : {"Wenen, 26 april 2025", "(Redactie, 26 april 2025)", "(26-04-2025)", "Bron: Persbureau | 26 april 2025", "© Persbureau 26 april 2025"}) {
    CAPTURE(line);
    CHECK(published("De dijk" + kText + "\n\n" + line).starts_with("2025-04-26 | byline"));
  }
  CHECK(published("De dijk" + kText + "\n\nGepubliceerd: 14 maart 2025") == "2025-03-14 | byline | 14 maart 2025");
  CHECK(blocks("De dijk\n\nDoor Anna Vos - 26 april 2025\n\nHet water steeg.") == Lines{"title: De dijk", "paragraph: Het water steeg."});
}

TEST_CASE("publication: dates of the text itself are none") {
  CHECK(published("De dijk\n\nOp 26 april 2025 steeg het water." + kText) == "none");
  for (const std::string line : {"De dijk van 26 april 2025", "Wat er gebeurde na 26 april 2025", "Het water sinds 26 april 2025 Een overzicht", "Tijdlijn 26 april 2025 tot 2 mei 2025",
                                 "Het water steeg 26 april 2025 tot de rand", "De markt in Wenen opent 26 april 2025", "De markt duurt van 20 maart-26 april 2025", "Geplaatst is de dijk op 26 april 2025. Door wie?",
                                 "Dit water stond op 26 april 2025 tot de rand", "Van Wenen (26 april 2025) naar zee", "door de dijk van 26 april 2025"}) {
    CAPTURE(line);
    CHECK(published(line + "\n\nDe rivier" + kText) == "none");
  }
  CHECK(published("De dijk\n\nHet relaas van een zware week in het laagland, van dag tot dag opgetekend door wie erbij waren, zonder opsmuk.\n\n12 februari 2025\n\nHet water steeg.\n\n13 februari 2025\n\nHet daalde.") ==
          "none");
  CHECK(published("De dijk\n\n12 februari 2025\n\nHet water steeg.\n\n13 februari 2025\n\nHet daalde.") == "none");
  CHECK(blocks("De dijk\n\n12 februari 2025\n\nHet water steeg.\n\n13 februari 2025\n\nHet daalde.") ==
        Lines{"title: De dijk", "heading: 12 februari 2025", "paragraph: Het water steeg.", "heading: 13 februari 2025", "paragraph: Het daalde."});
}

TEST_CASE("publication: front matter") {
  CHECK(published("---\ntitle: De dijk\ndate: 2025-04-27\n---" + kText) == "2025-04-27 | metadata | 2025-04-27");
  CHECK(published("---\npublished: \"2025-04\"\ndate: 2024-01-01\n---" + kText) == "2025-04 | metadata | 2025-04");
  CHECK(published("---\ndate: 2025-03-19T10:00:00+01:00\n---" + kText) == "2025-03-19 | metadata | 2025-03-19T10:00:00+01:00");
  CHECK(published("---\ndate: 26 april 2025\n---" + kText) == "2025-04-26 | metadata | 26 april 2025");
  const Document read = document("---\ntitle: De dijk\nauthor: [Anna Vos, Bram Zand]\nlanguage: nl\nurl: https://a.example/x\ntags: [a, b]\n---" + kText);
  CHECK(read.title == "De dijk");
  CHECK(read.author == "Anna Vos, Bram Zand");
  CHECK(read.language == "nl");
  CHECK(read.url == "https://a.example/x");
}

TEST_CASE("publication: bad front matter is a warning") {
  const Ingested result = read("---\ntitle: De dijk: een relaas\ndate: 2025-04-27\n---\n\nHet water steeg.");
  REQUIRE(result.documents.size() == 1);
  CHECK(codes(result) == Lines{"input.bad-front-matter"});
  CHECK(result.diagnostics[0].severity == Severity::warning);
  CHECK(result.diagnostics[0].line == 2);
  CHECK(result.documents[0].title == "De dijk: een relaas");
  CHECK(result.documents[0].published->date.edtf == "2025-04-27");
  CHECK(blocks(result.documents[0]).back() == "paragraph: Het water steeg.");
  CHECK(codes(read("---\ntitle: [a]\ndate: 2025-04-27\n---\n\nHet water steeg.")) == Lines{"input.wrong-type"});
}

TEST_CASE("publication: a text between rules is no front matter") {
  CHECK(blocks("---\n\nHet water steeg.\n\n---\n\nHet daalde.") == Lines{"paragraph: Het water steeg.", "paragraph: Het daalde."});
  CHECK(blocks("---\n\nHet water steeg.") == Lines{"paragraph: Het water steeg."});
}

TEST_CASE("publication: which source counts") {
  const std::string raw = "---\ndate: 2025-04-02\n---\ndate 2025-04-03\nDe dijk\n\nDoor Anna Vos - 4 april 2025" + kText;
  TextMetadata metadata;
  metadata.published = "2025-04-01";
  CHECK(published(raw, metadata, {"2025-03-31"}) == "2025-03-31 | option | -");
  CHECK(published(raw, metadata) == "2025-04-01 | metadata | -");
  CHECK(published(raw) == "2025-04-02 | metadata | 2025-04-02");
  CHECK(published("date 2025-04-03\nDe dijk\n\nDoor Anna Vos - 4 april 2025" + kText) == "2025-04-03 | first line | 2025-04-03");
}

TEST_CASE("publication: impossible dates") {
  const Ingested first = read(" date 2025-02-30 Er is water. En meer.");
  REQUIRE(first.documents.size() == 1);
  CHECK_FALSE(first.documents[0].published);
  CHECK(codes(first) == Lines{"input.impossible-date", "input.no-date"});
  CHECK(first.diagnostics[0].message.find("2025-02-30") != std::string::npos);
  CHECK(first.diagnostics[0].line == 1);
  CHECK(blocks(first.documents[0]) == Lines{"paragraph: Er is water. En meer."});

  const Ingested matter = read("---\ntitle: De dijk\ndate: 2025-02-30\n---\n\nDoor Anna Vos - 28 februari 2025\n\nHet water steeg.");
  CHECK(codes(matter) == Lines{"input.impossible-date"});
  CHECK(matter.diagnostics[0].line == 3);
  CHECK(matter.documents[0].published->date.edtf == "2025-02-28");

  const Ingested byline = read("De dijk\n\nDoor Anna Vos - 31 april 2025" + kText);
  CHECK(codes(byline) == Lines{"input.impossible-date", "input.no-date"});
  CHECK(byline.diagnostics[0].message.find("31 april 2025") != std::string::npos);
  CHECK(byline.diagnostics[0].line == 3);

  TextMetadata metadata;
  metadata.published = "ooit";
  CHECK(codes(read("Het water steeg.", metadata)) == Lines{"input.bad-date", "input.no-date"});
}

TEST_CASE("publication: none at all is a warning") {
  const Ingested result = read("Het water steeg.");
  CHECK(codes(result) == Lines{"input.no-date"});
  CHECK(result.diagnostics[0].severity == Severity::warning);
  CHECK(result.diagnostics[0].file == "a.txt");
}
