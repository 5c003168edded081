// A document as words and sentences, with what the lexicon knows of each.
#pragma once

#include "../rules/lexicon.hpp"

#include <kroniek/document.hpp>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kroniek {

struct PackData;

using TokenId = std::uint32_t;

enum TokenFlag : std::uint16_t {
  kCapital = 1,       // begins with a capital
  kAllCaps = 2,       // two or more letters, all of them capitals
  kDigits = 4,        // begins with a digit
  kPunct = 8,
  kSpaceBefore = 16,  // white space or the begin of a block before it
  kWord = 32,         // holds a letter
};

// A word, number or single punctuation mark. Hyphens and apostrophes inside a word belong to it.
struct Token {
  std::uint32_t begin = 0, end = 0;  // bytes of Document::text
  FormId form = 0;                   // the whole word
  FormId tail = 0;                   // longest compound lexeme that the word ends in, if it is longer than that
  FormId head = 0;                   // longest lexicon form that the word begins with, likewise
  std::uint16_t flags = 0;
  bool has(TokenFlag flag) const { return (flags & flag) != 0; }
};

struct Sentence {
  TokenId first = 0, last = 0;  // [first, last)
  std::uint32_t block = 0;      // index into Document::blocks
};

// A run of tokens that stands for one thing: a lexicon entry of several words, a number, a time
// expression, an actor. Rules name it by a class, as they name words.
struct Unit {
  TokenId first = 0, last = 0;
  ClassId cls = 0;              // 0: by the readings of `form`
  FormId form = 0;
  std::uint32_t index = 0;      // of the number, time or actor
};

struct Text {
  std::string_view bytes;  // Document::text
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Unit> units;               // by first token, longest first
  std::vector<std::uint32_t> unit_begin;  // per token (and one past): its first unit
  std::vector<Lexicon::Bits> bits;        // per token: of the word, its tail and the units that begin with it

  std::string_view word(TokenId token) const { return bytes.substr(tokens[token].begin, tokens[token].end - tokens[token].begin); }
  std::string_view words(TokenId first, TokenId last) const {
    return first >= last ? std::string_view() : bytes.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin);
  }
  // False: neither the word nor its tail nor a unit that begins with it is of the class. One look tells it of most.
  bool may_hold(TokenId token, ClassId cls) const { return bits[token].has(Lexicon::bit_of_class(cls)); }
  // The sentence that the token is in, by its number; one past the last behind all of them.
  std::uint32_t sentence_at(TokenId token) const {
    return static_cast<std::uint32_t>(std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.last <= token; }) - sentences.begin());
  }
  // Whether another sentence stands before it in its block.
  bool goes_on(std::size_t sentence) const { return sentence > 0 && sentence < sentences.size() && sentences[sentence - 1].block == sentences[sentence].block; }
  std::span<const Unit> units_at(TokenId token) const {
    return std::span(units).subspan(unit_begin[token], unit_begin[token + 1] - unit_begin[token]);
  }
};

// Splits, and finds every form of the lexicon.
Text read_text(const Document& document, const PackData& pack);

// Adds units to those that are there, and sets `unit_begin` and `bits`.
void add_units(Text& text, const Lexicon& lexicon, std::vector<Unit> more);

}  // namespace kroniek
