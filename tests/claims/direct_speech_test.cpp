// The ways in which Dutch papers print direct speech.
#include "support.hpp"

using namespace kroniek;
using namespace kroniek::test;

namespace {

struct Wanted {
  std::string speaker, kind, said;
};

void check(const std::string& text, const std::vector<Wanted>& wanted) {
  const auto extraction = read(text);
  INFO(text << "\n" << all_of(extraction));
  REQUIRE(extraction.claims.size() == wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    CHECK(extraction.claims[i].speaker.id == wanted[i].speaker);
    CHECK(extraction.claims[i].kind == wanted[i].kind);
    CHECK(said(extraction.claims[i]) == wanted[i].said);
  }
}

}  // namespace

TEST_CASE("direct speech: every pair of marks") {
  for (const auto& [open, close] : std::vector<std::pair<std::string, std::string>>{
           {"„", "”"}, {"“", "”"}, {"‘", "’"}, {"\"", "\""}, {"'", "'"}, {"«", "»"}, {"„", "“"}, {",,", "''"}, {"‚", "’"}}) {
    check("Bakker Nora Wiebes sloot de deur. " + open + "Het brood is op" + close + ", zei ze tegen de klanten.", {{"wiebes", "direct", open + "Het brood is op" + close}});
  }
}

TEST_CASE("direct speech: the cue behind") {
  check("‘Het brood is op’, zei bakker Nora Wiebes.", {{"wiebes", "direct", "‘Het brood is op’"}});
  check("‘Het brood is op,’ zei bakker Nora Wiebes.", {{"wiebes", "direct", "‘Het brood is op,’"}});
  check("‘Het brood is op!’ riep bakker Nora Wiebes.", {{"wiebes", "direct", "‘Het brood is op!’"}});
  check("‘Is het brood op?’ vroeg bakker Nora Wiebes.", {{"wiebes", "direct", "‘Is het brood op?’"}});
  check("‘Het brood is op’, aldus bakker Nora Wiebes.", {{"wiebes", "direct", "‘Het brood is op’"}});
  check("‘Het brood is op.’ Aldus bakker Nora Wiebes.", {{"wiebes", "direct", "‘Het brood is op.’"}});
  check("‘Het brood is op.’ Dat zei bakker Nora Wiebes.", {{"wiebes", "direct", "‘Het brood is op.’"}});
  check("“Het brood is op”, klinkt het bij bakker Nora Wiebes.", {{"wiebes", "direct", "“Het brood is op”"}});
}

TEST_CASE("direct speech: any verb right behind a quotation reports") {
  check("‘Het brood is op’, knipoogt bakker Nora Wiebes.", {{"wiebes", "direct", "‘Het brood is op’"}});
  check("‘Is het brood alweer op?’ knipoogt bakker Nora Wiebes.", {{"wiebes", "direct", "‘Is het brood alweer op?’"}});
  check("In het stuk ‘Brood en spelen’ danst Nora Wiebes.", {});
}

TEST_CASE("direct speech: the cue before") {
  check("Bakker Nora Wiebes zei: ‘Het brood is op.’", {{"wiebes", "direct", "‘Het brood is op.’"}});
  check("Bakker Nora Wiebes: ‘Het brood is op.’", {{"wiebes", "direct", "‘Het brood is op.’"}});
  check("Daarover zei bakker Nora Wiebes: ‘Het brood is op.’", {{"wiebes", "direct", "‘Het brood is op.’"}});
  check("De reactie van bakker Nora Wiebes: ‘Het brood is op.’", {{"wiebes", "direct", "‘Het brood is op.’"}});
  check("Bakker Nora Wiebes reageerde laconiek. ‘Het brood is op.’", {{"wiebes", "direct", "‘Het brood is op.’"}});
  check("Bakker Nora Wiebes riep ‘Het brood is op!’ en vertrok.", {{"wiebes", "direct", "‘Het brood is op!’"}});
}

TEST_CASE("direct speech: the cue in the middle is one claim in two pieces") {
  check("‘Het brood’, zei bakker Nora Wiebes, ‘is op.’", {{"wiebes", "direct", "‘Het brood’ | ‘is op.’"}});
  check("‘Het brood is op’, zei bakker Nora Wiebes. ‘Morgen bak ik weer.’", {{"wiebes", "direct", "‘Het brood is op’ | ‘Morgen bak ik weer.’"}});
}

TEST_CASE("direct speech: several sentences and paragraphs are one claim") {
  check("‘Het brood is op. De taart is op. Alles is op’, zei bakker Nora Wiebes.", {{"wiebes", "direct", "‘Het brood is op. De taart is op. Alles is op’"}});
  const auto extraction = read("Bakker Nora Wiebes keek somber.\n\n„Het brood is op.\n\n„De taart is op.”\n\nBuiten regende het.");
  INFO(all_of(extraction));
  REQUIRE(extraction.claims.size() == 1);
  CHECK(extraction.claims.front().speaker.id == "wiebes");
  CHECK(said(extraction.claims.front()).find("De taart is op.”") != std::string::npos);
}

TEST_CASE("direct speech: quotations without a cue go to whom the text was about") {
  check("Bakker Nora Wiebes haalt de schouders op. ‘Het brood is op.’", {{"wiebes", "direct", "‘Het brood is op.’"}});
  check("Bakker Nora Wiebes zucht. Buiten regent het. ‘Het brood is op.’", {{"wiebes", "direct", "‘Het brood is op.’"}});
  check("‘Het brood is op.’ Bakker Nora Wiebes zegt dat ze sluit.", {{"wiebes", "direct", "‘Het brood is op.’"}, {"wiebes", "indirect", "dat ze sluit"}});
}

TEST_CASE("direct speech: an interview, also behind questions of several sentences") {
  const auto extraction = read(
      "Een gesprek met bakker Nora Wiebes over meel.\n\nWaarom is het brood op?\n\n„Er kwam geen meel.”\n\nJan Tolsma wil meel verkopen. Hij belde gisteren met Bram Kuijt.\n\n„Daar merk ik niets van.”\n\n"
      "En morgen?\n\n„Dan bak ik weer.”");
  INFO(all_of(extraction));
  for (const auto& claim : extraction.claims) {
    if (claim.kind == "direct") CHECK(claim.speaker.id == "wiebes");
  }
  CHECK(std::count_if(extraction.claims.begin(), extraction.claims.end(), [](const Claim& c) { return c.kind == "direct"; }) == 3);
}

TEST_CASE("direct speech: quotations in quotations belong to the outer one") {
  check("„Hij zei: ‘Ga weg’, en toen ging ik weg”, vertelt bakker Nora Wiebes.", {{"wiebes", "direct", "„Hij zei: ‘Ga weg’, en toen ging ik weg”"}, {"unknown", "mixed", "‘Ga weg’, en toen ging ik weg"}});
}

TEST_CASE("direct speech: words in quotation marks are no claims of their own") {
  check("De ‘vrede’ duurde een dag.", {});
  check("Zij las ‘Oorlog en vrede’ in de trein.", {});
  check("De film ‘De lange weg’ draait in Utrecht.", {});
}

TEST_CASE("direct speech: a quoted title that the text repeats is one claim in two places") {
  const auto extraction = read("# ‘Het brood is vandaag helaas op’\n\nBakker Nora Wiebes sluit vroeg. ‘Het brood is vandaag helaas op’, zegt ze.\n");
  INFO(all_of(extraction));
  CHECK(std::count_if(extraction.claims.begin(), extraction.claims.end(), [](const Claim& c) { return c.kind == "direct"; }) == 1);
}

TEST_CASE("direct speech: an unclosed mark does not swallow the text") {
  const auto extraction = read("„Het brood is op, zei bakker Nora Wiebes. Zij sloot de deur.\n\nBuurman Bram Kuijt zegt dat er morgen weer brood is.");
  INFO(all_of(extraction));
  CHECK(std::any_of(extraction.claims.begin(), extraction.claims.end(), [](const Claim& c) { return c.speaker.id == "kuijt" && c.kind == "indirect"; }));
  for (const auto& claim : extraction.claims) CHECK(claim.at.text.find("Bram") == (claim.speaker.id == "kuijt" ? claim.at.text.find("Bram") : std::string::npos));
  CHECK(std::any_of(extraction.warnings.begin(), extraction.warnings.end(), [](const Diagnostic& d) { return d.code == "text.unclosed-quotation" && d.line == 1; }));
}

TEST_CASE("direct speech: a time without a begin tells of what is said, not when") {
  const auto extraction = read("Een terugkeer naar de prijzen van vóór 2014 noemde bakker Nora Wiebes 'onrealistisch'.");
  INFO(all_of(extraction));
  REQUIRE(extraction.claims.size() == 1);
  CHECK(extraction.claims[0].date.edtf == "2025-03-19");
}

TEST_CASE("direct speech: nobody names himself, and a heading keeps no one from speaking on") {
  check("‘Het brood is op’, zei bakker Nora Wiebes. ‘Het was lekker.’\n\nGeen brood meer\n\nKlant Jan Tolsma weigert te gaan. ‘Tolsma heeft honger.’",
        {{"wiebes", "direct", "‘Het brood is op’ | ‘Het was lekker.’"}, {"tolsma", "indirect", "te gaan"}, {"wiebes", "direct", "‘Tolsma heeft honger.’"}});
}
