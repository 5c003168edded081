#include "../../src/rules/pattern.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace kroniek;

namespace {

// Patterns over words that only they know, and texts of such words.
class Patterns {
 public:
  explicit Patterns(const std::vector<std::string>& patterns) {
    LexiconBuilder builder;
    std::vector<PatternSource> sources;
    for (const auto& pattern : patterns) {
      PatternFault fault;
      for (auto& source : PatternSource::read(pattern, fault)) {
        declare_words(source, builder);
        sources.push_back(std::move(source));
      }
    }
    REQUIRE(sources.size() == patterns.size());
    lexicon_ = builder.build();
    for (const auto& source : sources) set_.add(source, lexicon_);
    set_.finish(lexicon_);
  }

  // The numbers of the patterns that match at the first word, each with the words that it takes.
  std::vector<std::pair<std::uint32_t, TokenId>> at_begin(const std::string& words) const {
    Text text;
    text.bytes = words;
    std::istringstream in(words);
    for (std::string word; in >> word;) {
      Token token;
      token.form = lexicon_.find(word);
      text.tokens.push_back(token);
    }
    add_units(text, lexicon_, {});
    std::vector<Match> matches;
    set_.match_at(text, lexicon_, 0, static_cast<TokenId>(text.tokens.size()), matches);
    std::vector<std::pair<std::uint32_t, TokenId>> found;
    for (const auto& match : matches) {
      CHECK(set_.matches_at(match.pattern, text, lexicon_, 0, static_cast<TokenId>(text.tokens.size())));
      found.emplace_back(match.pattern, match.last);
    }
    return found;
  }

 private:
  Lexicon lexicon_;
  PatternSet set_;
};

using Found = std::vector<std::pair<std::uint32_t, TokenId>>;

}  // namespace

TEST_CASE("of many patterns that begin with one word those match that fit") {
  std::vector<std::string> all;
  for (int i = 0; i < 40; ++i) all.push_back("a w" + std::to_string(i));
  all.emplace_back("a {any}* w5");   // 40
  all.emplace_back("a w7? {any} z");  // 41
  all.emplace_back("a");             // 42
  const Patterns patterns(all);
  for (std::uint32_t i = 8; i < 40; ++i) CHECK(patterns.at_begin("a w" + std::to_string(i) + " b") == Found{{i, 2}, {42, 1}});
  CHECK(patterns.at_begin("a w5") == Found{{5, 2}, {40, 2}, {42, 1}});
  CHECK(patterns.at_begin("a x x x x x x w5") == Found{{40, 8}, {42, 1}});
  CHECK(patterns.at_begin("a x x x x x x x w5") == Found{{42, 1}});
  CHECK(patterns.at_begin("a w7 x z") == Found{{7, 2}, {41, 4}, {42, 1}});
  CHECK(patterns.at_begin("a x z") == Found{{41, 3}, {42, 1}});
  CHECK(patterns.at_begin("b a").empty());
}

TEST_CASE("any of many alternatives matches, the longest way counts") {
  std::string some = "(w0";
  for (int i = 1; i < 100; ++i) some += "|w" + std::to_string(i);
  const Patterns patterns({some + "|w3 b) c?", some + ") w1"});
  for (int i = 0; i < 100; ++i) {
    const auto word = "w" + std::to_string(i);
    CHECK(patterns.at_begin(word) == Found{{0, 1}});
    CHECK(patterns.at_begin(word + " c") == Found{{0, 2}});
    CHECK(patterns.at_begin(word + " w1") == Found{{0, 1}, {1, 2}});
  }
  CHECK(patterns.at_begin("w3 b c") == Found{{0, 3}});
  CHECK(patterns.at_begin("w100").empty());
  CHECK(patterns.at_begin("c").empty());
}
