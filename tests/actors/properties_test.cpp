#include "support.hpp"

#include <algorithm>

using namespace kroniek;
using namespace kroniek::test;

namespace {

bool may_nest(const Mention& mention) {
  return mention.kind == MentionKind::possessive || mention.kind == MentionKind::nationality || mention.genitive;
}

void check_all(const std::string& paragraphs) {
  CAPTURE(paragraphs);
  const auto reading = ActorPack::get().read(paragraphs, "2025-03-20");
  const auto& mentions = reading->mentions;
  const auto& text = reading->text;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const auto& m = mentions[i];
    CHECK(m.first < m.last);
    REQUIRE(m.last <= text.tokens.size());
    CHECK(m.first <= m.head);
    CHECK(m.head < m.last);
    const auto sentence = std::find_if(text.sentences.begin(), text.sentences.end(), [&](const Sentence& s) { return m.first >= s.first && m.first < s.last; });
    REQUIRE(sentence != text.sentences.end());
    CHECK(m.last <= sentence->last);
    for (const auto& who : m.who) {
      CHECK_FALSE(who.id.empty());
      CHECK(std::all_of(who.id.begin(), who.id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }));
      if (who.actor != kNoActor) CHECK(ActorPack::get().data.gazetteer.actors[who.actor].id == who.id);
    }
    if (i == 0) continue;
    const auto& before = mentions[i - 1];
    CHECK(before.first <= m.first);
    for (std::size_t j = 0; j < i; ++j) {
      if (mentions[j].last <= m.first) continue;
      CHECK(may_nest(m));
      CHECK(m.last <= mentions[j].last);
    }
  }
}

}  // namespace

TEST_CASE("mentions are in order, inside the text, and nest only where they may") {
  check_all("");
  check_all("...");
  check_all("de de de het een zijn zijn zijn hun haar die dat");
  check_all("Zijn. Haar. Hun. Die. De twee. Beide. Het land. De president. De voormalige. De Russische en de.");
  check_all("Trumps. Zelensky's. Trumps gezant. Trumps speciale gezant voor het Midden-Oosten, Steve Witkoff. Zijn Russische en Oekraïense ambtgenoten.");
  check_all("'„“\" Trump ' zei \" hij „ die ” van , , , Poetin ( N-VA ) en de EU / NAVO - VS - gezant van van van Oekraïne.");
  check_all("President president President Trump Trump Poetin Jan Jan Jan van der van der van J. J. Jansen de minister van van Defensie Defensie");
  check_all("# Trump en Poetin\nZe bellen. De twee presidenten van de VS en Rusland en Oekraïne, Frankrijk en de EU bestaan.\n# Zijn leger\nHun leger. Ons leger. Het leger van de Russische.");
}

TEST_CASE("every cut of a text is read without harm") {
  const std::string text = "De Amerikaanse president Donald Trump, zijn gezant Steve Witkoff en de twee leiders van beide landen, die ouder zijn dan Poetins dochters, reizen vaak. Ze reizen ver.";
  for (std::size_t n = 0; n <= text.size(); ++n) {
    if (n < text.size() && (static_cast<unsigned char>(text[n]) & 0xC0) == 0x80) continue;
    check_all(text.substr(0, n));
  }
}

TEST_CASE("the same text gives the same mentions") {
  const char* text = "Trump sprak Macron. Hij sprak lang. De twee reizen vaak.\nDe Fransman woont in Parijs.";
  CHECK(actors_in(text) == actors_in(text));
}
