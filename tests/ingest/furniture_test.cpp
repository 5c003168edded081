// Furniture goes, text stays.
#include "ingest_support.hpp"

#include <fstream>

using namespace kroniek;
using namespace ingest_test;

namespace {

// The line between two paragraphs.
bool dropped_between(const std::string& line) {
  return blocks("Het water steeg in de nacht tot de rand.\n\n" + line +
                "\n\nDaarna daalde het weer wat.\n\nZo bleef het de hele dag, zei men.\n\nEn de dag erna.\n\n"
                "Toen kwam er wind.\n\nDie ging liggen.\n\nZo gaat dat.")
             .size() == 7;
}

bool dropped_at_end(const std::string& line) {
  return blocks("Het water steeg in de nacht tot de rand.\n\nDaarna daalde het weer wat.\n\nZo bleef het, zei men.\n\n" + line) ==
         Lines{"paragraph: Het water steeg in de nacht tot de rand.", "paragraph: Daarna daalde het weer wat.", "paragraph: Zo bleef het, zei men."};
}

std::string first_paragraph(const std::string& raw) { return blocks(raw).front(); }

}  // namespace

TEST_CASE("furniture: lines that go") {
  for (const std::string line :
       {"Door onze correspondent", "Door onze correspondent in Wenen", "Door Anna Vos", "Door: Anna van der Vos en Bram Zand", "Van onze redactie",
        "Van onze verslaggever Bram Zand", "Tekst: Anna Vos", "Geplaatst in [Dijken](#) - [Water](#)", "Tags: dijk, water, wind", "Lees ook: Zo werkt een dijk",
        "Lees ook: [Zo werkt een dijk](https://a.example)", "LEES OOK: Zo werkt een dijk", "Bekijk ook: de beelden", "Luister naar dit artikel", "Advertentie",
        "Tekst loopt door onder de afbeelding", "Het artikel gaat verder onder de foto", "Deel dit artikel", "Deel via WhatsApp", "Bron: ANP", "ANP/Reuters",
        "© 2025 De Polderbode", "Foto: ANP", "Foto ANP / Bram Zand", "Beeld: Bram Zand", "(Foto: Reuters)", "Leestijd: 4 minuten", "3 min leestijd",
        "12 reacties", "Laatste update: 10:05", "Word abonnee en lees onbeperkt verder", "Schrijf je in voor onze nieuwsbrief", "Vertaling: Carla Groen",
        "**Lees ook:** [Zo werkt een dijk](#)", "https://polderbode.example/dijk", "Pagina 3 van 5", "Vandaag, 10:05", "2 uur geleden", "KIJK. De dijk van boven", "Auteur:",
        "Beluister hier onze podcast", "Log in of maak een account aan", "Redactie Buitenland", "WENEN/PRAAG (Persbureau Noord)", "WhatsApp",
        "In dit liveblog doet De Polderbode verslag van het laatste nieuws over de dijk.", "Volg alle ontwikkelingen rond de dijk in ons liveblog.",
        "In dit blog houden we u op de hoogte van het water.", "Hier leest u het laatste nieuws over de dijk.", "Dit liveblog is gesloten."}) {
    CAPTURE(line);
    CHECK(dropped_between(line));
  }
}

TEST_CASE("furniture: text that only looks like it stays") {
  for (const std::string line :
       {"Door de storm vielen er bomen om.", "Door het water is Anna Vos verdwenen, denkt de politie.", "Van onze kant komt er niets.", "Foto’s van de dijk bewijzen het.",
        "Beelden van de storm gingen rond.", "Luisteren kan hij niet, zei Wit.", "Deel van de dijk brak af.", "Bron van zorg is het water.", "Delen van de stad liepen onder.",
        "Lees maar wat er staat, zei Wit.", "Volg je hart, zei zij.", "Advertenties in de krant hielpen niet.", "Update volgt, zei Wit in de raad.",
        "Wilt u dat de dijk breekt, vroeg zij.", "Om deze dijk ging het.", "Bekijk het maar, riep Wit.", "Een uur geleden nog zei zij niets daarover.", "Meer weet zij niet.",
        "Stuur ons pompen en zand, zei Wit.", "„Steun ons nu, hartelijk dank voor jouw steun”, zei Wit.", "Wil je lid worden van het waterschap, dan moet je wachten.",
        "Geplaatst in de polder bleef de pomp staan.", "Het water daalde weer, zei Wit tegen de pers in Wenen. (ANP)", "Ontvang hen met open armen, zei zij over de boeren.",
        "Foto’s en beeld van Anna Wit waren er niet.", "Kijk hier eens naar, zei zij.", "Premium bier is duur.",
        "In dit verslag houdt Wit de raad op de hoogte van de dijk.", "Het laatste nieuws is dat de dijk hier brak, zei Wit.", "Op deze dijk volgt Wit het nieuws."}) {
    CAPTURE(line);
    CHECK_FALSE(dropped_between(line));
  }
}

TEST_CASE("furniture: at the end") {
  for (const std::string line :
       {"*Anna Vos is schrijfster en oud-lerares. Zij schrijft hier om de week.*", "*Bram Zand (51) promoveerde op dijken. Binnenkort levert hij een boek in.*",
        "** Bram Zand is politicoloog en medewerker van het weekblad De Kade.*", "Anna Vos is hoogleraar waterbouw aan de Universiteit van Wenen.",
        "*Abonnees kunnen de bronnen downloaden op onze site.*",
        "De Polderbode verschijnt twee keer per week. De groei is te danken aan de donateurs. Doet u al mee? Doneren kan op veel manieren. Kijk [HIER](#).",
        "Dit artikel verscheen eerder in De Kade.", "Wilt u reageren? Dat kan hieronder."}) {
    CAPTURE(line);
    CHECK(dropped_at_end(line));
  }
  for (const std::string line : {"*Update: Anna Wit is afgetreden.*", "Anna Wit is minister van Water en blijft dat.", "De donateurs van het museum zijn boos.",
                                 "Dit artikel van het verdrag verbiedt wapens.", "„U bent onze donateurs, hartelijk dank”, zei Wit tegen u en mij.",
                                 "Op de conferentie beloofden donateurs drie miljard euro, zei Wit."}) {
    CAPTURE(line);
    CHECK_FALSE(dropped_at_end(line));
  }
}

TEST_CASE("furniture: what a label leads to goes with it") {
  const std::string start = "Het water steeg in de nacht tot de rand.";
  const Lines whole{"paragraph: " + start, "paragraph: Daarna daalde het weer wat."};
  CHECK(blocks(start + "\n\nLees ook:\n\n- [Zo werkt een dijk](#)\n- [Zo werkt water](#)\n\nDaarna daalde het weer wat.") == whole);
  CHECK(blocks(start + "\n\nLees ook\n\nZo werkt een dijk in de praktijk\n\nDaarna daalde het weer wat.") == whole);
  CHECK(blocks(start + "\n\nLees ook:\nZo werkt een dijk in de praktijk\nWat kost een dijk?\n\nDaarna daalde het weer wat.") == whole);
  CHECK(blocks(start + "\n\nLees ook\nZo werkt een dijk in de praktijk\n\nDaarna daalde het weer wat.") == whole);
  CHECK(blocks(start + "\n\nLees ook\n\nDaarna daalde het weer wat.") == whole);
}

TEST_CASE("furniture: captions are kept apart") {
  CHECK(blocks("Een kop\n\nHet water steeg in de nacht.\n\n*Wachten bij de dijk in Wenen. © Persbureau Noord*\n\nFoto: de dijk, gisteren.\n\nWethouder Wit op de dijk. Foto: Bram Zand\n\nSlot.") ==
        Lines{"title: Een kop", "paragraph: Het water steeg in de nacht.", "caption: Wachten bij de dijk in Wenen. © Persbureau Noord",
              "caption: Foto: de dijk, gisteren.", "caption: Wethouder Wit op de dijk. Foto: Bram Zand", "paragraph: Slot."});
}

TEST_CASE("furniture: a line right above a credit is a caption") {
  CHECK(blocks("Een kop\n\nHet water steeg in de nacht.\n\nDe dijk in Wenen eerder dit jaar.\nFoto: ANP\n\nSlot.") ==
        Lines{"title: Een kop", "paragraph: Het water steeg in de nacht.", "caption: De dijk in Wenen eerder dit jaar.", "paragraph: Slot."});
}

TEST_CASE("furniture: names of sections are no titles") {
  CHECK(document("NOS Nieuws\nWoensdag 12 maart 2025, 21:13\n\nDe dijk houdt\n\nHet water steeg. En meer.").title == "De dijk houdt");
  CHECK(document("Buitenland\nDe dijk houdt\nVan onze redactie buitenland\n13 maart 2025 07:45\n\nWENEN. Het water steeg. En meer.").title == "De dijk houdt");
}

TEST_CASE("furniture: datelines") {
  CHECK(first_paragraph("KIEV/WENEN (Persbureau Noord) - De raad sprak.") == "paragraph: De raad sprak.");
  CHECK(first_paragraph("WENEN (ANP) – De raad sprak.") == "paragraph: De raad sprak.");
  CHECK(first_paragraph("DEN HAAG (ANP/RTR) - „Nee”, zei de raad.") == "paragraph: „Nee”, zei de raad.");
  CHECK(first_paragraph("Wenen (ANP) - De raad sprak.") == "paragraph: De raad sprak.");
  CHECK(first_paragraph("WENEN - De raad sprak.") == "paragraph: De raad sprak.");
  CHECK(first_paragraph("WENEN. De raad sprak.") == "paragraph: De raad sprak.");
  CHECK(first_paragraph("WENEN De raad sprak.") == "paragraph: De raad sprak.");
  CHECK(first_paragraph("DEN HAAG De raad sprak.") == "paragraph: De raad sprak.");
  CHECK(first_paragraph("**WENEN** - De raad sprak.") == "paragraph: De raad sprak.");
  CHECK(blocks("De raad sprak.\n\nPRAAG (ANP) - De burgemeester ook.") == Lines{"paragraph: De raad sprak.", "paragraph: De burgemeester ook."});
}

TEST_CASE("furniture: capitals that are no dateline") {
  for (const std::string text : {"NAVO-chef Anna Wit sprak.", "NAVO Nieuws meldt het.", "De VS willen meer.", "EU - dat is de vraag.", "CDA-leider Wit (51) kwam.",
          "VVD, D66 en CDA (samen 40 zetels) willen meer.",
                                 "A. de Wit kwam.", "UNICEF Nederland helpt.", "„WENEN valt”, riep hij.", "Anna Wit (CDA) - wethouder - kwam."}) {
    CAPTURE(text);
    CHECK(first_paragraph(text) == "paragraph: " + text);
  }
}

TEST_CASE("furniture: the file's faults are told with their line") {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "kroniek-furniture-test.yaml";
  std::ofstream(file) << "months: { januari: 1, foutmaand: 13 }\n"
                         "drop:\n"
                         "  - id: a\n"
                         "    is: [x]\n"
                         "    mach: '^x'\n"
                         "  - id: b\n"
                         "    starts: [x]\n"
                         "    match: '^(x'\n"
                         "  - id: c\n"
                         "    match: '^x'\n"
                         "  - id: d\n"
                         "    is: [goed]\n"
                         "  - id: d\n"
                         "    is: [dubbel]\n"
                         "published:\n"
                         "  - id: e\n"
                         "    match: 'zonder'\n"
                         "onbekend: 1\n";
  std::vector<Diagnostic> diagnostics;
  const Furniture furniture = load_furniture(file, diagnostics);
  std::filesystem::remove(file);
  std::vector<std::string> found;
  for (const Diagnostic& fault : diagnostics) found.push_back(std::to_string(fault.line) + " " + fault.code);
  CHECK(found == Lines{"1 rule.bad-value", "5 rule.unknown-key", "8 rule.bad-pattern", "9 rule.missing-key", "13 rule.duplicate-id",
                       "16 rule.missing-key", "18 rule.unknown-key"});
  CHECK(furniture.drop.size() == 1);
  diagnostics.clear();
  load_furniture("/nowhere/furniture.yaml", diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "rule.unreadable");
}
