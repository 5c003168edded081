// What the index finds is what one finds by holding every form against every word.
#include "../../src/rules/pack.hpp"
#include "../../src/text/tokenize.hpp"
#include "../../src/text/upper.hpp"
#include "../../src/text/word_index.hpp"

#include <kroniek/kroniek.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <tuple>

using namespace kroniek;

namespace {

std::string small_letters(std::string_view text) {
  std::string small(text);
  for (auto& c : small) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  return small;
}

// Each spelling of each form, to be looked up.
std::map<std::string, FormId, std::less<>> spellings(const Lexicon& lexicon) {
  std::map<std::string, FormId, std::less<>> all;
  for (FormId form = 1; form < lexicon.form_count(); ++form) {
    all.emplace(lexicon.text(form), form);
    for (const auto& other : spellings_in_capitals(lexicon.text(form))) all.emplace(other, form);
  }
  return all;
}

using Found = std::vector<std::tuple<TokenId, TokenId, FormId>>;  // first, last; an empty span: no unit but a word

Found found_by(const WordIndex& index, const std::string& text, std::vector<Token> tokens) {
  Found found;
  for (const auto& unit : index.find(text, tokens)) found.emplace_back(unit.first, unit.last, unit.form);
  for (const auto& token : tokens) {
    for (const auto form : {token.form, token.head, token.tail}) found.emplace_back(0, 0, form);
  }
  return found;
}

Found found_slowly(const Lexicon& lexicon, const std::map<std::string, FormId, std::less<>>& forms, const std::string& text, const std::vector<Token>& tokens) {
  const auto form_at = [&](std::size_t begin, std::size_t end) {
    const auto it = forms.find(small_letters(std::string_view(text).substr(begin, end - begin)));
    return it == forms.end() ? 0 : it->second;
  };
  Found units, words;
  for (TokenId t = 0; t < tokens.size(); ++t) {
    const auto& token = tokens[t];
    for (auto last = std::min(tokens.size(), t + std::size_t{40}); last > t + 1; --last) {
      if (const auto form = form_at(token.begin, tokens[last - 1].end); form != 0) units.emplace_back(t, last, form);
    }
    FormId head = 0, tail = 0;
    for (auto at = token.begin + 1; at < token.end; ++at) {
      if (const auto form = form_at(token.begin, at); form != 0 && at > token.begin + 2) head = form;
      if (const auto form = form_at(at, token.end); tail == 0 && lexicon.is_compound_part(form)) tail = form;
    }
    for (const auto form : {form_at(token.begin, token.end), head, tail}) words.emplace_back(0, 0, form);
  }
  units.insert(units.end(), words.begin(), words.end());
  return units;
}

Document document_of(const std::string& text) {
  Document document;
  document.text = text;
  document.blocks.push_back({0, static_cast<std::uint32_t>(text.size()), BlockKind::paragraph});
  return document;
}

std::vector<Token> tokens_of(const Document& document, const TextSettings& settings) {
  Text text;
  tokenize(document, settings, text);
  return text.tokens;
}

}  // namespace

TEST_CASE("word index: the Dutch pack on its own examples of words, in small letters, capitals and joined") {
  const auto pack = builtin_pack("nl");
  const auto& data = pack->data();
  const auto forms = spellings(data.lexicon);
  std::mt19937 random(8);
  std::uniform_int_distribution<FormId> any(1, static_cast<FormId>(data.lexicon.form_count() - 1));
  std::uniform_int_distribution<int> dice(0, 9);
  // Few words have another spelling in capitals: they are looked for, not left to chance.
  std::vector<std::string> in_capitals;
  for (FormId form = 1; form < data.lexicon.form_count(); ++form) {
    const auto other = spellings_in_capitals(std::string(data.lexicon.text(form)));
    in_capitals.insert(in_capitals.end(), other.begin(), other.end());
  }
  REQUIRE(!in_capitals.empty());
  std::size_t units = 0, tails = 0, capitals = 0;
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int word = 0; word < 40; ++word) {
      std::string form(data.lexicon.text(any(random)));
      const auto throwing = dice(random);
      if (throwing == 0) form = in_capitals[random() % in_capitals.size()], ++capitals;
      if (throwing == 1) std::transform(form.begin(), form.end(), form.begin(), [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c & 0x5F : c); });
      if (throwing == 2 && (static_cast<unsigned char>(form.back()) & 0x80U) == 0) form.pop_back();
      text += form;
      if (throwing > 3) text += ' ';
    }
    std::erase_if(text, [](char c) { return c == '\0'; });
    const auto document = document_of(text);
    const auto tokens = tokens_of(document, data.text);
    const auto wanted = found_slowly(data.lexicon, forms, text, tokens);
    INFO(text);
    REQUIRE(found_by(data.words, text, tokens) == wanted);
    units += wanted.size() - 3 * tokens.size();
    for (std::size_t i = wanted.size() - 3 * tokens.size() + 2; i < wanted.size(); i += 3) tails += std::get<2>(wanted[i]) != 0;
  }
  CHECK(units > 200);
  CHECK(tails > 100);
  CHECK(capitals > 5);
}

TEST_CASE("word index: random words of few letters") {
  std::mt19937 random(2025);
  for (int round = 0; round < 300; ++round) {
    std::uniform_int_distribution<std::size_t> letter(0, 5), length(1, 7), count(1, 60);
    static const std::vector<std::string> kLetters = {"a", "b", " ", "-", "\xc3\xa9", "c"};
    const auto word = [&] {
      std::string text;
      for (auto n = length(random); n > 0; --n) text += kLetters[letter(random)];
      return text;
    };
    LexiconBuilder builder;
    for (auto n = count(random); n > 0; --n) {
      const auto text = word();
      builder.add(text, Pos::noun, 0, {{text, 0, VerbForm::infinitive}}, {}, n % 2 == 0);
    }
    const auto lexicon = builder.build();
    const WordIndex index(lexicon);
    const auto forms = spellings(lexicon);
    for (int i = 0; i < 20; ++i) {
      std::string text;
      for (auto n = count(random); n > 0; --n) text += kLetters[letter(random)];
      for (auto& c : text) c = static_cast<char>(c == 'b' && i % 2 == 0 ? 'B' : c);
      // Words between blanks and the signs alone: any division must do.
      std::vector<Token> tokens;
      for (std::uint32_t at = 0; at < text.size();) {
        auto end = at + 1;
        while (end < text.size() && text[end] != ' ' && (i % 3 != 0 || text[end] != '-')) ++end;
        if (text[at] != ' ') tokens.push_back({at, end});
        at = end;
      }
      INFO(text);
      REQUIRE(found_by(index, text, tokens) == found_slowly(lexicon, forms, text, tokens));
    }
  }
}

TEST_CASE("word index: letters beyond ASCII as in the lexicon, with a capital, or all in capitals") {
  LexiconBuilder builder;
  builder.add("\xc3\xa9lys\xc3\xa9""e", Pos::name, 0, {{"\xc3\xa9lys\xc3\xa9""e", 0, VerbForm::infinitive}}, {});
  const auto lexicon = builder.build();
  const WordIndex index(lexicon);
  const auto is_found = [&](const std::string& text) {
    std::vector<Token> tokens = {{0, static_cast<std::uint32_t>(text.size())}};
    index.find(text, tokens);
    return tokens[0].form != 0;
  };
  for (const std::string word : {"\xc3\xa9lys\xc3\xa9""e", "\xc3\x89lys\xc3\xa9""e", "\xc3\x89LYS\xc3\x89""E"}) CHECK(is_found(word));
  for (const std::string word : {"elysee", "\xc3\xa9lys\xc3\xa9", "\xc3\xa9lys\xc3\xa9""es"}) CHECK(!is_found(word));
  CHECK(!is_found(std::string("\xc3\xa9lys\xc3\xa9\0", 8)));
}

TEST_CASE("word index: nothing is found by an index of nothing") {
  std::vector<Token> tokens = {{0, 3}};
  CHECK(WordIndex().find("dag", tokens).empty());
  CHECK(WordIndex(LexiconBuilder().build()).find("dag", tokens).empty());
  CHECK(tokens[0].form == 0);
}

TEST_CASE("word index: texts of any bytes, and long ones that differ in their last byte") {
  std::mt19937 random(1);
  std::uniform_int_distribution<int> byte(1, 254);
  std::map<std::string, std::uint32_t> wanted;
  for (std::uint32_t id = 1; id < 3000; ++id) {
    std::string text(id % 5 + 1, '\0');
    for (auto& c : text) c = small_letters(std::string(1, static_cast<char>(byte(random))))[0];
    wanted.emplace(text, id);
  }
  wanted.emplace(std::string(100000, 'a') + 'b', 3000U);
  wanted.emplace(std::string(100000, 'a') + 'c', 3001U);
  std::vector<FormTrie::Key> keys(wanted.begin(), wanted.end());
  const FormTrie trie(keys);
  const auto form_of = [&](const std::string& text) {
    std::size_t at = 0;
    std::uint32_t whole = 0;
    trie.match([&] { return static_cast<unsigned char>(at < text.size() ? text[at++] : '\0'); }, [&](std::uint32_t form, std::uint32_t length) { whole = length == text.size() ? form : 0; });
    return whole;
  };
  for (const auto& [text, id] : wanted) REQUIRE(form_of(text) == id);
  for (int i = 0; i < 20000; ++i) {
    std::string text(static_cast<std::size_t>(i % 6 + 1), '\0');
    for (auto& c : text) c = static_cast<char>(byte(random));
    const auto it = wanted.find(small_letters(text));
    REQUIRE(form_of(text) == (it == wanted.end() ? 0 : it->second));
  }
  CHECK(form_of(std::string(100000, 'a')) == 0);
}
