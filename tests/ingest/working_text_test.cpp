// What the working text looks like.
#include "ingest_support.hpp"

using namespace kroniek;
using namespace ingest_test;

namespace {

std::string text_of(std::string_view raw) { return document(raw).text; }

}  // namespace

TEST_CASE("working text: markup goes, words stay") {
  CHECK(text_of("Hij sprak *zacht* en **hard**.") == "Hij sprak zacht en hard.");
  CHECK(text_of("Zie [het stuk](https://example.org/x_(y) \"titel\") hier.") == "Zie het stuk hier.");
  CHECK(text_of("Een ![kaart](kaart.png) van hier.") == "Een van hier.");
  CHECK(text_of("Met [![kaart](k.png)](https://example.org) erbij.") == "Met erbij.");
  CHECK(text_of("Dat is _echt_ snake_case en 3*4=12, k*t.") == "Dat is echt snake_case en 3*4=12, k*t.");
  CHECK(text_of("Door *Anna Wit**. Ze zei niets.") == "Door Anna Wit. Ze zei niets.");
  CHECK(text_of("Een ster \\*hier\\* en 12\\. maart.") == "Een ster *hier* en 12. maart.");
  CHECK(text_of("**Vraag: *waarom* nu?** Daarom.") == "Vraag: waarom nu? Daarom.");
}

TEST_CASE("working text: brackets and quotes are not lost") {
  CHECK(text_of("Hij [de minister, red.] zei (zacht) „nee” [sic].") == "Hij [de minister, red.] zei (zacht) „nee” [sic].");
  CHECK(text_of("Een [woord](met gewone haakjes) erna.") == "Een [woord](met gewone haakjes) erna.");
  CHECK(text_of("Een [open haakje en verder.") == "Een [open haakje en verder.");
}

TEST_CASE("working text: white space and invisible characters") {
  CHECK(text_of("  Een\u00a0\u00a0 woord\tof\u2009twee.  ") == "Een woord of twee.");
  CHECK(text_of("Een\u200B woord\u00ADje\u2060 en\uFEFF meer.") == "Een woordje en meer.");
  CHECK(text_of("Een onder\u00AD\nhandelaar kwam.") == "Een onderhandelaar kwam.");
}

TEST_CASE("working text: apostrophes between letters only") {
  CHECK(text_of("Zo’n foto’s, F-16’s en ’s avonds ‘goed’.") == "Zo'n foto's, F-16's en ’s avonds ‘goed’.");
}

TEST_CASE("working text: NFC") {
  CHECK(text_of("Een cafe\u0301 in Oekrai\u0308ne.") == "Een café in Oekraïne.");
  CHECK(text_of("Twee tekens: a\u0302\u0323.") == "Twee tekens: \u1EAD.");
}

TEST_CASE("working text: line ends inside a paragraph are spaces, of every kind") {
  for (const char* end : {"\n", "\r\n", "\r"}) {
    const std::string raw = std::string("De gezant kwam donderdag") + end + "aan in de hoofdstad." + end + end + "Daarna ging hij weg.";
    CHECK(blocks(raw) == Lines{"paragraph: De gezant kwam donderdag aan in de hoofdstad.", "paragraph: Daarna ging hij weg."});
  }
}

TEST_CASE("working text: wrapped lines are one paragraph, lines by will are not") {
  CHECK(blocks("De ministers van Buitenlandse Zaken spraken dinsdag in\n"
               "Wenen over de wapens die het land krijgt. Minister Anna\n"
               "Wit noemde dat een begin. Meer wilde zij er niet over\n"
               "zeggen.") ==
        Lines{"paragraph: De ministers van Buitenlandse Zaken spraken dinsdag in Wenen over de wapens die het land krijgt. "
              "Minister Anna Wit noemde dat een begin. Meer wilde zij er niet over zeggen."});
  CHECK(blocks("Kop van het stuk\n"
               "De ministers van Buitenlandse Zaken spraken dinsdag in Wenen over de wapens die het land dit jaar nog krijgt.\n"
               "Minister Wit noemde dat een begin, maar ze wilde er verder niets over kwijt, zo zei ze na afloop in de hal.") ==
        Lines{"title: Kop van het stuk",
              "paragraph: De ministers van Buitenlandse Zaken spraken dinsdag in Wenen over de wapens die het land dit jaar nog krijgt. "
              "Minister Wit noemde dat een begin, maar ze wilde er verder niets over kwijt, zo zei ze na afloop in de hal."});
}

TEST_CASE("working text: blocks are in order, and their kinds") {
  CHECK(blocks("# De titel\n\nEen inleiding die als zin eindigt.\n\n## Tussenkop ##\n\n1. eerste punt\n2. tweede punt,\n   vervolgd\n\n"
               "* ster\n• bol\n- streep\n\n**Vette kop**\n\nTekst na de kop.\n\n---\n\nKop met lijn\n------------\n\nSlot van het stuk.") ==
        Lines{"title: De titel", "paragraph: Een inleiding die als zin eindigt.", "heading: Tussenkop", "item: eerste punt",
              "item: tweede punt, vervolgd", "item: ster", "item: bol", "item: streep", "heading: Vette kop",
              "paragraph: Tekst na de kop.", "heading: Kop met lijn", "paragraph: Slot van het stuk."});
}

TEST_CASE("working text: a bold label before a paragraph is a heading, a bold part of a sentence is not") {
  CHECK(blocks("Een kop\n\n**Wapensteun** Premier Kamp belooft meer.\n\n**Kamp:** Nee, dat niet.\n\n**Premier Kamp** belooft meer.\n\n- **12 februari** – Het begint.") ==
        Lines{"title: Een kop", "heading: Wapensteun", "paragraph: Premier Kamp belooft meer.", "paragraph: Kamp: Nee, dat niet.",
              "paragraph: Premier Kamp belooft meer.", "item: 12 februari – Het begint."});
}

TEST_CASE("working text: a liveblog's clock times are headings") {
  CHECK(blocks("Liveblog storm\n\n22:41\n**Dijk houdt het**\nDe dijk houdt het, zegt dijkgraaf Wim Horn.\n\n21.05 uur\nHet water stijgt nog, meldt hij.") ==
        Lines{"title: Liveblog storm", "heading: 22:41", "heading: Dijk houdt het", "paragraph: De dijk houdt het, zegt dijkgraaf Wim Horn.",
              "heading: 21.05 uur", "paragraph: Het water stijgt nog, meldt hij."});
}

TEST_CASE("working text: blockquotes lose their signs") {
  CHECK(blocks("Hij schreef:\n\n> Dit is een bericht\n> van twee regels.\n\nMeer niet.") ==
        Lines{"paragraph: Hij schreef:", "paragraph: Dit is een bericht van twee regels.", "paragraph: Meer niet."});
}

TEST_CASE("working text: nothing is done to a text that needs nothing") {
  const std::string raw = "Een zin. Nog een zin.\n\nEen andere alinea, met meer erin.";
  const Document read = document(raw);
  CHECK(read.text == "Een zin. Nog een zin.\nEen andere alinea, met meer erin.");
  CHECK(read.raw == raw);
  CHECK(read.sha256 == "a394a6776630a3f9be020bda775704d45cf22249efd829e286c07a22414b8e8c");
}

TEST_CASE("working text: a single short line is a text, not a title") {
  CHECK(blocks("Anna Wit belt met Bram Zand") == Lines{"paragraph: Anna Wit belt met Bram Zand"});
}
