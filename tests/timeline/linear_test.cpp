// Eight times the text may take eight times the work, not sixty-four.
#include <kroniek/kroniek.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <string>

using namespace kroniek;

namespace {

// Seconds of the processor from the text to its extraction.
double seconds_for(const std::string& piece, std::size_t size, const Pack& pack) {
  std::string text;
  while (text.size() < size) text += piece;
  const auto begin = std::clock();
  const auto got = ingest_text("long.txt", text, pack, {"2025-03-19"});
  REQUIRE(got.documents.size() == 1);
  CHECK(!extract(got.documents.front(), pack, Style::news).origin.version.empty());
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("extract: time grows with the text, not with its square") {
  const auto pack = builtin_pack("nl");
  REQUIRE(pack != nullptr);
  for (const std::string piece : {
           "De raad vergadert over het plan. De fietser reed door de straat.\n\n",  // paragraphs that repeat one another
           "# “Het werk aan de dijk gaat door”\n\n“Het werk aan de dijk gaat door”, zei Macron.\n\n",  // headings that repeat a quotation
           "Macron reageerde woedend. “Het werk gaat door.” ",
           "Volgens een woordvoerder van Macron gaat het werk door. ",
       }) {
    // The least of some rounds: other work on the machine only adds to it.
    double small = 1e9, large = 1e9;
    for (int round = 0; round < 6 && (round == 0 || large > 14 * small); ++round) {
      small = std::min(small, seconds_for(piece, 50'000, *pack));
      large = std::min(large, seconds_for(piece, 400'000, *pack));
    }
    INFO(piece << small << " and " << large << " seconds");
    CHECK(large < 14 * small);
  }
}
