// Running heads, titles, pull quotes.
#include "ingest_support.hpp"

using namespace kroniek;
using namespace ingest_test;

namespace {

const std::string kTitle = "Wind in de polder: het plan van Anna Wit wankelt";

}  // namespace

TEST_CASE("page: a running head that cuts a sentence is dropped, and the sentence is whole") {
  CHECK(blocks(kTitle + "\n\nDe raad kwam bijeen. Wethouder Wit had eerder in Sint-Job\n\n" + kTitle +
               "\n\neen gesprek gehad met de boeren.\n\nTussenkop\n\nHet plan ligt er.") ==
        Lines{"title: " + kTitle, "paragraph: De raad kwam bijeen. Wethouder Wit had eerder in Sint-Job een gesprek gehad met de boeren.",
              "heading: Tussenkop", "paragraph: Het plan ligt er."});
}

TEST_CASE("page: the second half may begin with a capital") {
  CHECK(blocks(kTitle + "\n\nHet gaat om een verdrag tussen\n\n" + kTitle + "\n\nNoordland en Zuidland, dat nog niet rond is.\n\nSlot.") ==
        Lines{"title: " + kTitle, "paragraph: Het gaat om een verdrag tussen Noordland en Zuidland, dat nog niet rond is.", "paragraph: Slot."});
}

TEST_CASE("page: after a full stop nothing is joined") {
  CHECK(blocks(kTitle + "\n\nDe raad kwam bijeen.\n\n" + kTitle + "\n\nHet plan ligt er.") ==
        Lines{"title: " + kTitle, "paragraph: De raad kwam bijeen.", "paragraph: Het plan ligt er."});
  CHECK(blocks(kTitle + "\n\nDe raad kwam bijeen.\n\nTussenkop\n\n" + kTitle + "\n\nHet plan ligt er.") ==
        Lines{"title: " + kTitle, "paragraph: De raad kwam bijeen.", "heading: Tussenkop", "paragraph: Het plan ligt er."});
}

TEST_CASE("page: page numbers, addresses and heads of other words") {
  CHECK(blocks("Een kop\n\nDe wethouder zei dat zij na de zomer\n\nDe Polderbode\n\nPagina 2 van 3\n\nhttps://polderbode.example/a?b=c\n\n"
               "met een plan komt. Meer weet niemand.\n\nDat plan is er nog niet, en zij\n\nDe Polderbode\n\nwil er niets over zeggen.") ==
        Lines{"title: Een kop", "paragraph: De wethouder zei dat zij na de zomer met een plan komt. Meer weet niemand.",
              "paragraph: Dat plan is er nog niet, en zij wil er niets over zeggen."});
}

TEST_CASE("page: a head with the number of its page") {
  CHECK(blocks("3 | " + kTitle + "\n\nDe raad sprak lang met\n\n4 | " + kTitle + "\n\nde boeren uit de streek.") ==
        Lines{"title: 3 | " + kTitle, "paragraph: De raad sprak lang met de boeren uit de streek."});
}

TEST_CASE("page: names of speakers are repeated and stay") {
  CHECK(blocks("Een gesprek\n\nAnna Wit:\n\nIk kom morgen.\n\nBram\n\nGoed zo.\n\nAnna Wit:\n\nTot dan.\n\nBram\n\nDag.").size() == 9);
}

TEST_CASE("page: a caption in the middle of a sentence follows it") {
  CHECK(blocks("Een kop\n\nDe wethouder zei na een lange vergadering van de raad dat zij\n\nFoto: de raad in vergadering bijeen.\n\nmorgen komt.\n\nSlot.") ==
        Lines{"title: Een kop", "paragraph: De wethouder zei na een lange vergadering van de raad dat zij morgen komt.",
              "caption: Foto: de raad in vergadering bijeen.", "paragraph: Slot."});
}

TEST_CASE("page: pull quotes repeat the body") {
  const std::string body = "De wethouder was streng. Wethouder Anna Wit zegde geen nieuw geld voor de dijk toe en ging weg. ‘Zonder geld begint hier niemand aan’, zei boer Bram.";
  CHECK(blocks("Een kop\n\n" + body + "\n\nAnna Wit zegde geen nieuw geld voor de dijk toe\n\nHet werd laat.\n\n> Zonder geld begint hier niemand aan\n\nTussenkop\n\nSlot.") ==
        Lines{"title: Een kop", "paragraph: " + body, "pull quote: Anna Wit zegde geen nieuw geld voor de dijk toe", "paragraph: Het werd laat.",
              "pull quote: Zonder geld begint hier niemand aan", "heading: Tussenkop", "paragraph: Slot."});
}

TEST_CASE("page: sentences that are alike are no pull quotes") {
  CHECK(blocks("Een kop\n\nDat zei wethouder Wit woensdag in de raad.\n\nDat zei wethouder Wit vrijdag in de raad, en zij herhaalde het later.") ==
        Lines{"title: Een kop", "paragraph: Dat zei wethouder Wit woensdag in de raad.",
              "paragraph: Dat zei wethouder Wit vrijdag in de raad, en zij herhaalde het later."});
}

TEST_CASE("page: titles") {
  const auto title = [](std::string_view raw) { return document(raw).title; };
  CHECK(title("ANALYSE\n\nDe dijk breekt niet\n\nHet water steeg.") == "De dijk breekt niet");
  CHECK(title("COLUMN | Mijn dijk\n\nHet water steeg.") == "COLUMN | Mijn dijk");
  CHECK(title("RADIO 18.00 UUR\n\nGoedenavond. Het water steeg.") == "RADIO 18.00 UUR");
  CHECK(title("Komt er ooit een dijk?\n\nHet water steeg gisteren tot de rand van de kade, zegt Wim Horn. Meer niet.") == "Komt er ooit een dijk?");
  CHECK(title("‘De dijk houdt het niet.’\n\nDoor Anna Vos\n\nHet water steeg gisteren.") == "‘De dijk houdt het niet.’");
  CHECK(title("Het water steeg gisteren.\n\nDaarna daalde het.") == "");
  CHECK(title("Intro zonder veel.\n\n# Kop\n\nTekst.") == "");
  CHECK(title("- punt een\n- punt twee") == "");
}

TEST_CASE("page: the title in the front matter is a block, once") {
  CHECK(blocks("---\ntitle: \"De dijk: een relaas\"\n---\n\nHet water steeg.") == Lines{"title: De dijk: een relaas", "paragraph: Het water steeg."});
  CHECK(blocks("---\ntitle: De dijk\n---\n\n# De dijk\n\nHet water steeg.") == Lines{"title: De dijk", "paragraph: Het water steeg."});
  CHECK(blocks("---\ntitle: De dijk\n---\n\nEen onderkop hier\n\nHet water steeg.") ==
        Lines{"title: De dijk", "heading: Een onderkop hier", "paragraph: Het water steeg."});
  const Document read = document("---\ntitle: 'De dijk'\n---\n\nHet water steeg.");
  CHECK(slice(read.raw, {read.map.begin_of(read.text, 0), read.map.end_of(read.text, 7)}) == "De dijk");
}

TEST_CASE("page: a title from NDJSON is no block, but names the running head") {
  TextMetadata metadata;
  metadata.title = kTitle;
  CHECK(blocks(document("De raad sprak in Sint-Job\n\n" + kTitle + "\n\nmet de boeren. Dat was alles.", metadata)) ==
        Lines{"paragraph: De raad sprak in Sint-Job met de boeren. Dat was alles."});
}
