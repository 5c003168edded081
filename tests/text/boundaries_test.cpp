// Boundaries found without ICU are ICU's.
#include "../../src/text/boundaries.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>

using namespace kroniek;

namespace {

// All characters that are known without ICU: those of which text of one is.
std::vector<std::string> known_characters() {
  std::vector<std::string> known;
  Boundaries found;
  const auto add = [&](std::string text) {
    if (find_plain_boundaries(text, found)) known.push_back(std::move(text));
  };
  for (int c = 0; c < 0x80; ++c) add(std::string(1, static_cast<char>(c)));
  for (int c = 0x80; c < 0x800; ++c) add({static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))});
  for (int c = 0x800; c < 0x10000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    add({static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))});
  }
  return known;
}

void compare(BoundaryFinder& icu, const std::string& text) {
  Boundaries plain, wanted;
  REQUIRE(find_plain_boundaries(text, plain));
  icu.find(text, wanted);
  INFO("text: ", text);
  REQUIRE(plain.words == wanted.words);
  REQUIRE(plain.sentences == wanted.sentences);
}

}  // namespace

TEST_CASE("Each known character before and behind every other, and between letters, digits and full stops") {
  BoundaryFinder icu("nl");
  const auto known = known_characters();
  CHECK(known.size() > 300);
  for (const auto& one : known) {
    for (const auto& other : known) compare(icu, one + other);
    for (const std::string side : {"a", "A", "1", ". ", ".", "! ", "_", "'", ",", "a.", "1,", " ", "\r"}) {
      for (const std::string other : {"a", "A", "1", ".", " a", " A", "_", "\n", " "}) compare(icu, side + one + other);
    }
  }
}

TEST_CASE("Random texts of what matters to the rules") {
  BoundaryFinder icu("nl");
  constexpr std::array<const char*, 28> kPieces = {"a", "b", "A", "\u00e9", "\u00c9", "1", "2", "_", " ", " ", "\t", "\n", "\r", ".", ".", "!", "?", "'", "\u2019", ",", ";", ":", "-", "\u2013", "(", "\u201d", "\u20ac", "\u00a0"};
  std::mt19937 random(2025);
  std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1), length(1, 24);
  for (int i = 0; i < 30000; ++i) {
    std::string text;
    for (auto n = length(random); n > 0; --n) text += kPieces[piece(random)];
    compare(icu, text);
  }
}

TEST_CASE("What ICU must read is left to it") {
  Boundaries found;
  for (const std::string text : {"\u4e2d", "a\u0301", "\u00ad", "\u200b", "\u05d0", "\xff", "\xc3", "a\x01"}) CHECK_FALSE(find_plain_boundaries(text, found));
  CHECK(find_plain_boundaries("", found));
  CHECK(found.words.empty());
  CHECK(found.sentences.empty());
}

TEST_CASE("Languages with rules of their own are not plain") {
  CHECK(has_plain_boundaries("nl"));
  CHECK_FALSE(has_plain_boundaries("fi"));  // a colon joins
  CHECK_FALSE(has_plain_boundaries("el"));  // a semicolon asks
}
