// Numbers in words and digits: "honderdveertig", "tweeëneenhalf", "2.935", "3,5 miljoen", "twaalfde", "12e".
#pragma once

#include "text.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kroniek {

struct Number {
  std::int64_t thousandths = 0;
  TokenId first = 0, last = 0;
  bool ordinal = false;
  bool digits = false;      // written in digits
  std::uint8_t length = 0;  // how many digits, if it is nothing but digits
};

// How a language makes its numbers; from the word lists of the pack:
//   number_unit 0-19, number_tens 20-90, number_power (100, 1000, and words of their own from a million),
//   number_join ("en", "ën"), number_plus (ends like "eneenhalf", in thousandths), number_fraction (words like
//   "anderhalf", in thousandths), number_ordinal (words like "eerste", also as an end), ordinal_suffix
//   ("de", "ste"), digit_suffix (what makes digits an ordinal: "12e"), number_article (never a number by itself).
struct NumberWords {
  enum class Kind : std::uint32_t { unit, tens, power, join, plus, fraction, ordinal, suffix, digit_suffix, article };
  struct Atom {
    FormId text;
    Kind kind;
    std::int32_t value;
  };
  std::vector<Atom> atoms;                 // by kind
  std::vector<std::uint32_t> kind_begin;   // per kind (and one past): its first atom
  std::vector<std::uint64_t> first_pairs;  // a bit for every two bytes, in lower case, that it can begin with
  std::vector<std::uint64_t> beginners;    // a bit for every form of the lexicon that begins as a number
  template <class A>
  void fields(A& a) { a(atoms, kind_begin, first_pairs, beginners); }
};

NumberWords compile_numbers(const Lexicon& lexicon);

// The numbers of a text, in order; they do not overlap. "een" is none: it is an article far more often.
// Numbers in words go up to 999,999, with "miljoen" and the like behind them further.
std::vector<Number> find_numbers(const Text& text, const NumberWords& words, const Lexicon& lexicon);
// The same of some sentences: [first, last).
std::vector<Number> find_numbers(const Text& text, const NumberWords& words, const Lexicon& lexicon, std::size_t first, std::size_t last);

// A whole word as a cardinal number, in thousandths; any case.
std::optional<std::int64_t> read_number(std::string_view word, const NumberWords& words, const Lexicon& lexicon);

// As units of the classes `number` and `ordinal`, to add to the text; `index` is that in `numbers`.
std::vector<Unit> number_units(const std::vector<Number>& numbers, const Lexicon& lexicon);

// The classes that the units need, to be added to a lexicon before it is built.
void declare_numbers(LexiconBuilder& builder);

}  // namespace kroniek
