// From the working text back to the source.
#include "ingest_support.hpp"

#include "../../src/ingest/positions.hpp"
#include "../../src/ingest/utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

using namespace kroniek;
using namespace ingest_test;

namespace {

std::string nfc(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  icu::Normalizer2::getNFCInstance(status)->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(result);
  return result;
}

// What the documented replacements make of a piece of the source.
std::string replaced(std::string_view source) {
  std::string text;
  for (std::size_t i = 0; i < source.size();) {
    const CodePoint c = code_point_at(source, i);
    if (source.substr(i).starts_with("](")) {  // a link that ends inside the word
      i = source.find(')', i) + 1;
      continue;
    }
    i += c.bytes;
    if (is_invisible(c.value) || c.value == '*' || c.value == '_' || c.value == '[' || c.value == '\\') continue;
    if (c.value == 0x2019 && is_letter_or_digit(code_point_before(source, i - c.bytes)) && i < source.size() &&
        is_letter_or_digit(code_point_at(source, i).value)) {
      text += '\'';
    } else {
      append_utf8(text, c.value);
    }
  }
  return nfc(text);
}

void every_word_leads_back(std::string_view raw) {
  const Document read = document(raw);
  const Positions positions(read.raw);
  for (const Block& block : read.blocks) {
    std::uint32_t last = 0;
    for (std::uint32_t at = block.begin; at < block.end;) {
      std::uint32_t end = at;
      while (end < block.end && read.text[end] != ' ') ++end;
      const std::string word = read.text.substr(at, end - at);
      const Span span{read.map.begin_of(read.text, at), read.map.end_of(read.text, end)};
      CAPTURE(word);
      REQUIRE_FALSE(word.empty());
      REQUIRE(span.begin < span.end);
      REQUIRE(span.begin >= last);
      last = span.end;
      const std::string_view source = slice(read.raw, span);
      CHECK(replaced(source) == replaced(word));
      CHECK(source.find_first_of("\n\r ") == std::string_view::npos);
      CHECK(positions.slice(span) == source);
      CHECK(positions.line_of(span.begin) == line_of(read.raw, span.begin));
      at = end + 1;
    }
  }
  CHECK(nfc(read.text) == read.text);
}

}  // namespace

TEST_CASE("offsets: every word of the working text leads back to itself") {
  every_word_leads_back("Een gewone zin. En nog één, met ‘aanhaling’ en Oekraïne.");
  every_word_leads_back(" date 2025-03-19 WENEN (Persbureau Noord) - De gezant kwam\r\ndonderdag aan.\r\n\r\nLees ook: iets.\r\n\r\nSlot\u00a0 zin.");
  every_word_leads_back("---\ntitle: \"Kop: met teken\"\ndate: 2025-02-03\n---\n\nMinister **Jonna Weel** zei [dat](https://example.org/a_b(c)) het mag.");
  every_word_leads_back("De co\u00ADör\u00ADdi\u00ADna\u00ADtie\u00AD liep\u200B goed, zo\u2019n dag. Collega\u2019s \u2019s avonds; foto\u2019s.");
  every_word_leads_back("Een cafe\u0301 in Zu\u0308rich en e\u0301\u0323n a\u0323\u0302. Daarna reisde Rene\u0301 door naar Krako\u0301w\u0301.");
  every_word_leads_back("\xEF\xBB\xBF*Cursief* en ***vet***, **half**vet, _streep_ en snake_case, 3*4 en k*t.");
  every_word_leads_back("\u212Bngström en \u2126, \uFB01lm, \u1112\u1161\u11ab en \uAC00\u11A8. Emoji \U0001F600\uFE0F hier.");
  every_word_leads_back("> Een citaat dat\n> over regels loopt,\n> met [een](x) link.\n\nEn verder ging het.");
}

TEST_CASE("offsets: a long text with everything in it") {
  std::string text = "# Kop van het stuk\n\nDoor Anneke Vos - 3 maart 2025\n\n";
  for (int i = 0; i < 300; ++i) {
    text += "Alinea " + std::to_string(i) + " gaat  over cafe\u0301s in *Oekrai\u0308ne*,\nzo\u2019n land met [een link](https://a.example/" +
            std::to_string(i) + ") erin. „Ja”, zei ze\u00a0toen.\n\n";
    if (i % 40 == 7) text += "Kop van het stuk\n\n";
    if (i % 50 == 9) text += "- een punt\n- nog een pu\u00ADnt\n\n";
  }
  every_word_leads_back(text);
}

TEST_CASE("offsets: combining marks and soft hyphens belong to their word, markup does not") {
  const Document read = document("Daar is cafe\u0301 **Noord**, pas\u00ADsage.");
  const auto source = [&](std::string_view word) {
    const auto at = static_cast<std::uint32_t>(read.text.find(word));
    const auto end = at + static_cast<std::uint32_t>(word.size());
    return std::string(slice(read.raw, {read.map.begin_of(read.text, at), read.map.end_of(read.text, end)}));
  };
  CHECK(source("café") == "cafe\u0301");
  CHECK(source("caf") == "caf");
  CHECK(source("é") == "e\u0301");
  CHECK(source("Noord") == "Noord");
  CHECK(source("passage") == "pas\u00ADsage");
  CHECK(source("pas") == "pas");
}

TEST_CASE("offsets: a combining mark at the very end") {
  const Document read = document("Ze zat in het cafe\u0301");
  CHECK(read.map.end_of(read.text, static_cast<std::uint32_t>(read.text.size())) == 19);
}

TEST_CASE("offsets: slice and line_of") {
  CHECK(slice("één twee", {0, 3}) == "één");
  CHECK(slice("één twee", {4, 8}) == "twee");
  CHECK(slice("één", {2, 9}) == "n");
  CHECK(slice("één", {9, 12}).empty());
  CHECK(slice("één", {2, 1}).empty());
  CHECK(line_of("a\nb\r\nc\rd", 0) == 1);
  CHECK(line_of("a\nb\r\nc\rd", 2) == 2);
  CHECK(line_of("a\nb\r\nc\rd", 4) == 2);  // the LF of CR LF
  CHECK(line_of("a\nb\r\nc\rd", 5) == 3);
  CHECK(line_of("a\nb\r\nc\rd", 7) == 4);
}

TEST_CASE("offsets: positions agree with slice and line_of") {
  std::string raw;
  for (int i = 0; i < 2000; ++i) raw += "regel é" + std::to_string(i) + (i % 3 == 0 ? "\r\n" : i % 3 == 1 ? "\n"
                                                                                                          : "\r");
  const Positions positions(raw);
  const std::uint32_t count = count_code_points(raw);
  for (std::uint32_t at = 0; at < count; at += 91) {
    REQUIRE(positions.line_of(at) == line_of(raw, at));
    REQUIRE(positions.slice({at, at + 17}) == slice(raw, {at, at + 17}));
  }
}
