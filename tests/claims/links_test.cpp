// Claims that answer one another, who passes them on, and when they were made.
#include "support.hpp"

using namespace kroniek;
using namespace kroniek::test;

namespace {

const Claim& by(const Extraction& extraction, const std::string& speaker, std::size_t nth = 0) {
  for (const auto& claim : extraction.claims) {
    if (claim.speaker.id == speaker && nth-- == 0) return claim;
  }
  INFO(all_of(extraction));
  REQUIRE_MESSAGE(false, "nobody of that name speaks: " << speaker);
  return extraction.claims.front();
}

}  // namespace

TEST_CASE("links: a denial meets what it denies, by its words or because it points back") {
  for (const std::string denial : {"Kyiv ontkent dat.", "Oekraïne spreekt dat tegen.", "Kyiv ontkent de beschuldiging.", "Kyiv ontkent.", "Oekraïne ontkent dat het de brug heeft opgeblazen."}) {
    const auto extraction = read("Rusland zegt dat Oekraïne de brug heeft opgeblazen. " + denial);
    INFO(denial << "\n" << all_of(extraction));
    const auto& told = by(extraction, "russia");
    const auto& denied = by(extraction, "ukraine");
    CHECK(denied.stance == "denies");
    CHECK(denied.denies == std::vector<std::string>{told.id});
    CHECK(told.denies.empty());
  }
}

TEST_CASE("links: a denial of something that nobody said denies no claim") {
  const auto extraction = read("Rusland zegt dat de graanoogst tegenvalt. Oekraïne ontkent dat er in Odesa een havenkraan is omgevallen.");
  CHECK(by(extraction, "ukraine").denies.empty());
}

TEST_CASE("links: claims that cannot both be true name one another") {
  for (const std::string text : {"Moskou meldt dat het leger Torske heeft ingenomen. Volgens Kyiv heeft het leger Torske niet ingenomen.",
                                 "Rusland zegt dat het bestand wordt nageleefd. Oekraïne zegt dat het bestand niet wordt nageleefd."}) {
    const auto extraction = read(text);
    INFO(all_of(extraction));
    const auto& one = by(extraction, "russia");
    const auto& other = by(extraction, "ukraine");
    CHECK(one.contradicts == std::vector<std::string>{other.id});
    CHECK(other.contradicts == std::vector<std::string>{one.id});
  }
}

TEST_CASE("links: claims about different things, or that agree, have none") {
  for (const std::string text : {"Rusland zegt dat het bestand wordt nageleefd. Oekraïne zegt dat de haven niet open gaat.",
                                 "Rusland zegt dat het bestand niet wordt nageleefd. Oekraïne zegt dat het bestand niet wordt nageleefd."}) {
    const auto extraction = read(text);
    INFO(all_of(extraction));
    for (const auto& claim : extraction.claims) CHECK(claim.contradicts.empty());
  }
}

TEST_CASE("chains: who passes on what another said") {
  for (const std::string text : {"Volgens The Wall Street Journal zei Nora Wiebes dat zij Jan Tolsma wil ontmoeten.", "Nora Wiebes zei dat zij Jan Tolsma wil ontmoeten, meldt The Wall Street Journal.",
                                 "The Wall Street Journal meldt dat Nora Wiebes heeft gezegd dat zij Jan Tolsma wil ontmoeten."}) {
    const auto extraction = read(text);
    INFO(text << "\n" << all_of(extraction));
    const auto& claim = by(extraction, "wiebes");
    REQUIRE(claim.according_to.size() == 1);
    CHECK(claim.according_to.front().id == "wall-street-journal");
  }
  CHECK(by(read("Nora Wiebes zei dat zij Jan Tolsma wil ontmoeten."), "wiebes").according_to.empty());
}

TEST_CASE("dates: the time in the words of the cue, else the day of publication") {
  CHECK(by(read("Nora Wiebes zei maandag dat zij Jan Tolsma wil ontmoeten.", "2025-03-19"), "wiebes").date.edtf == "2025-03-17");
  CHECK(by(read("‘Ik wil vrede’, zei Nora Wiebes gisteren op televisie.", "2025-03-19"), "wiebes").date.edtf == "2025-03-18");
  CHECK(by(read("‘Ik wil vrede’, aldus Nora Wiebes dinsdag.", "2025-03-19"), "wiebes").date.edtf == "2025-03-18");
  CHECK(by(read("Nora Wiebes zei dat zij vrijdag Jan Tolsma ontmoet.", "2025-03-19"), "wiebes").date.edtf == "2025-03-19");
  CHECK(by(read("Volgens Nora Wiebes was de ontmoeting maandag.", "2025-03-19"), "wiebes").date.edtf == "2025-03-19");
  CHECK(by(read("‘Ik wil vrede’, zei Nora Wiebes maandag. ‘En wel nu.’ ‘Anders gaat het mis’, aldus Wiebes.", "2025-03-19"), "wiebes", 1).date.edtf == "2025-03-17");
}

TEST_CASE("attribution: an act of speech is told by the author, what it contains by its speaker") {
  const auto act = read("Nora Wiebes eiste woensdag een staakt-het-vuren.");
  REQUIRE(!act.events.empty());
  CHECK(act.events.front().type == "ceasefire_demand");
  CHECK(act.events.front().according_to.empty());
  const auto told = read("Nora Wiebes zei woensdag dat Peru het bestand heeft geschonden.");
  REQUIRE(!told.events.empty());
  REQUIRE(told.events.front().according_to.size() == 1);
  CHECK(told.events.front().according_to.front().id == "wiebes");
}
