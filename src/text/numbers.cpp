#include "numbers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>

namespace kroniek {

namespace {

using Kind = NumberWords::Kind;
constexpr std::array<std::string_view, 10> kClasses = {"number_unit",    "number_tens",     "number_power",   "number_join", "number_plus",
                                                      "number_fraction", "number_ordinal", "ordinal_suffix", "digit_suffix",
                                                      "number_article"};
constexpr std::int64_t kLargest = 1'000'000'000'000'000;  // in thousandths

// A way to read the front of a word.
struct Piece {
  std::size_t length;
  std::int64_t value;
};
using Pieces = std::vector<Piece>;

// Of many words that are tried most differ in the first letter.
bool begins_with(std::string_view word, std::string_view text) { return !text.empty() && !word.empty() && text[0] == word[0] && word.starts_with(text); }

class WordReader {
 public:
  WordReader(const NumberWords& words, const Lexicon& lexicon) : words_(words), lexicon_(lexicon) {}

  struct Found {
    std::int64_t thousandths;
    bool ordinal;
  };
  // False: the word, in any case, is no number and no part of one. Tells it of nearly all words at a glance.
  bool may_begin(std::string_view word) const {
    if (word.empty()) return false;
    auto first = static_cast<unsigned char>(word[0]), second = word.size() > 1 ? static_cast<unsigned char>(word[1]) : static_cast<unsigned char>(0);
    if (first >= 'A' && first <= 'Z') first |= 0x20U;
    if (second >= 'A' && second <= 'Z') second |= 0x20U;
    if (first == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97) second = static_cast<unsigned char>(second + 0x20);
    const std::size_t pair = first * 256U + second;
    return (words_.first_pairs[pair / 64] >> (pair % 64) & 1U) != 0;
  }

  // Begins with a word that numbers are made of; in lower case.
  bool begins(std::string_view word) const {
    for (const auto kind : {Kind::unit, Kind::tens, Kind::power, Kind::fraction, Kind::ordinal}) {
      for (const auto& atom : of(kind)) {
        if (begins_with(word, lexicon_.text(atom.text))) return true;
      }
    }
    return false;
  }

  // The whole word as a number.
  std::optional<Found> read(std::string_view word) const {
    if (word.empty() || word.size() > 80 || !may_begin(word) || whole(word, Kind::article)) return std::nullopt;
    if (const auto value = whole(word, Kind::fraction)) return Found{*value, false};
    if (const auto value = whole(word, Kind::ordinal)) return Found{*value * 1000, true};
    for (const auto& piece : below_million(word)) {
      const auto rest = word.substr(piece.length);
      if (rest.empty()) return Found{piece.value * 1000, false};
      if (const auto plus = whole(rest, Kind::plus)) return Found{piece.value * 1000 + *plus, false};
      if (whole(rest, Kind::suffix)) return Found{piece.value * 1000, true};
      if (const auto last = whole(rest, Kind::ordinal); last && piece.value % 100 == 0) return Found{(piece.value + *last) * 1000, true};
    }
    return std::nullopt;
  }

  std::optional<std::int64_t> whole(std::string_view word, Kind kind) const {
    for (const auto& atom : of(kind)) {
      if (lexicon_.text(atom.text) == word) return atom.value;
    }
    return std::nullopt;
  }

 private:
  std::span<const NumberWords::Atom> of(Kind kind) const {
    const auto k = static_cast<std::size_t>(kind);
    return std::span(words_.atoms).subspan(words_.kind_begin[k], words_.kind_begin[k + 1] - words_.kind_begin[k]);
  }
  Pieces front(std::string_view word, Kind kind) const {
    Pieces found;
    for (const auto& atom : of(kind)) {
      const auto text = lexicon_.text(atom.text);
      if (begins_with(word, text)) found.push_back({text.size(), atom.value});
    }
    return found;
  }
  Pieces below_hundred(std::string_view word) const {
    Pieces found = front(word, Kind::tens);
    for (const auto& unit : front(word, Kind::unit)) {
      found.push_back(unit);
      if (unit.value > 9) continue;
      const auto rest = word.substr(unit.length);
      for (const auto& join : front(rest, Kind::join)) {
        for (const auto& tens : front(rest.substr(join.length), Kind::tens)) found.push_back({unit.length + join.length + tens.length, tens.value + unit.value});
      }
    }
    return found;
  }
  // `many` times a power, and what is less than the power behind it.
  void with_power(std::string_view word, const Pieces& many, std::int64_t power, Pieces (WordReader::*less)(std::string_view) const, Pieces& found) const {
    for (const auto& times : many) {
      for (const auto& atom : front(word.substr(times.length), Kind::power)) {
        if (atom.value != power) continue;
        const auto length = times.length + atom.length;
        found.push_back({length, times.value * power});
        auto rest = word.substr(length);
        std::size_t skipped = 0;
        for (int joined = 0; joined < 2; ++joined) {
          for (const auto& small : (this->*less)(rest)) {
            if (small.value < power) found.push_back({length + skipped + small.length, times.value * power + small.value});
          }
          const auto join = front(rest, Kind::join);
          if (join.empty()) break;
          skipped = join.front().length;
          rest = rest.substr(skipped);
        }
      }
    }
  }
  Pieces below_ten_thousand(std::string_view word) const {
    Pieces many = below_hundred(word), found = many;
    many.push_back({0, 1});
    with_power(word, many, 100, &WordReader::below_hundred, found);
    return found;
  }
  Pieces below_million(std::string_view word) const {
    Pieces many = below_ten_thousand(word), found = many;
    many.push_back({0, 1});
    std::erase_if(many, [](const Piece& p) { return p.value > 999; });
    with_power(word, many, 1000, &WordReader::below_ten_thousand, found);
    return found;
  }

  const NumberWords& words_;
  const Lexicon& lexicon_;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "12", "2.935", "3,5", "1.234,56". A point before one or two digits makes no number: "18.00", "5.12".
std::optional<std::int64_t> read_digits(std::string_view word, std::uint8_t& length) {
  std::int64_t value = 0;
  std::size_t at = 0, group = 0;
  bool points = false;
  for (; at < word.size() && word[at] != ','; ++at) {
    if (word[at] == '.') {
      if (group == 0 || group > 3 || (points && group != 3)) return std::nullopt;
      points = true;
      group = 0;
    } else if (is_digit(word[at])) {
      value = value * 10 + (word[at] - '0');
      ++group;
      if (value > kLargest / 1000) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  if (group == 0 || (points && group != 3)) return std::nullopt;
  length = at == word.size() && !points ? static_cast<std::uint8_t>(std::min<std::size_t>(group, 255)) : std::uint8_t{0};
  value *= 1000;
  if (at == word.size()) return value;
  std::int64_t scale = 100;
  if (++at == word.size()) return std::nullopt;
  for (; at < word.size(); ++at, scale /= 10) {
    if (!is_digit(word[at])) return std::nullopt;
    value += (word[at] - '0') * scale;
  }
  return value;
}

// Lower case as the lexicon has it; the letters of numbers are in the first two blocks of Unicode.
std::string lower(std::string_view word) {
  std::string text(word);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 'A' && c <= 'Z') text[i] = static_cast<char>(c | 0x20);
    if (i > 0 && static_cast<unsigned char>(text[i - 1]) == 0xC3 && c >= 0x80 && c <= 0x9E && c != 0x97) text[i] = static_cast<char>(c + 0x20);
  }
  return text;
}

}  // namespace

NumberWords compile_numbers(const Lexicon& lexicon) {
  NumberWords words;
  words.first_pairs.assign(65536 / 64, 0);
  std::array<ClassId, kClasses.size()> ids{};
  for (std::size_t k = 0; k < kClasses.size(); ++k) ids[k] = lexicon.class_id(kClasses[k]);
  std::vector<NumberWords::Atom> atoms;
  for (FormId form = 1; form < lexicon.form_count(); ++form) {
    for (const auto& reading : lexicon.readings(form)) {
      for (std::size_t k = 0; k < kClasses.size(); ++k) {
        if (!lexicon.is_a(reading.lexeme, ids[k])) continue;
        atoms.push_back({form, static_cast<Kind>(k), lexicon.lexeme(reading.lexeme).value});
        const auto kind = static_cast<Kind>(k);
        if (kind != Kind::join && kind != Kind::plus && kind != Kind::suffix && kind != Kind::digit_suffix && kind != Kind::article) {
          const auto text = lexicon.text(form);
          const auto first = static_cast<unsigned char>(text[0]);
          // A word of one byte may be followed by any.
          for (unsigned second = 0; second < 256; ++second) {
            const std::size_t pair = first * 256U + second;
            if (text.size() == 1 || static_cast<unsigned char>(text[1]) == second) words.first_pairs[pair / 64] |= std::uint64_t{1} << (pair % 64);
          }
        }
      }
    }
  }
  // Long texts first, so that "zeventig" is tried before "zeven".
  std::stable_sort(atoms.begin(), atoms.end(), [&](const auto& a, const auto& b) {
    return a.kind != b.kind ? a.kind < b.kind : lexicon.text(a.text).size() > lexicon.text(b.text).size();
  });
  words.atoms = std::move(atoms);
  words.kind_begin.assign(kClasses.size() + 1, static_cast<std::uint32_t>(words.atoms.size()));
  for (std::size_t k = kClasses.size(); k-- > 0;) {
    const auto it = std::lower_bound(words.atoms.begin(), words.atoms.end(), k, [](const auto& a, std::size_t kind) { return static_cast<std::size_t>(a.kind) < kind; });
    words.kind_begin[k] = static_cast<std::uint32_t>(it - words.atoms.begin());
  }
  words.beginners.assign(lexicon.form_count() / 64 + 1, 0);
  const WordReader reader(words, lexicon);
  for (FormId form = 1; form < lexicon.form_count(); ++form) {
    const auto text = lexicon.text(form);
    if (reader.may_begin(text) && reader.begins(text)) words.beginners[form / 64] |= std::uint64_t{1} << (form % 64);
  }
  return words;
}

std::vector<Number> find_numbers(const Text& text, const NumberWords& words, const Lexicon& lexicon) { return find_numbers(text, words, lexicon, 0, text.sentences.size()); }

std::vector<Number> find_numbers(const Text& text, const NumberWords& words, const Lexicon& lexicon, std::size_t first, std::size_t last) {
  const WordReader reader(words, lexicon);
  std::vector<Number> numbers;
  const auto adjacent = [&](TokenId token) {
    return !numbers.empty() && numbers.back().last == token && !numbers.back().ordinal && token > 0;
  };
  for (const auto& sentence : std::span(text.sentences).subspan(first, last - first)) {
    for (TokenId token = sentence.first; token < sentence.last; ++token) {
      const auto& here = text.tokens[token];
      const bool known = here.form != 0 && !here.has(kDigits);
      if (known && (words.beginners[here.form / 64] >> (here.form % 64) & 1U) == 0) continue;
      const auto word = text.word(token);
      if (here.has(kDigits)) {
        std::uint8_t length = 0;
        std::size_t end = word.size();
        while (end > 0 && !is_digit(word[end - 1])) --end;
        const auto value = read_digits(word.substr(0, end), length);
        if (!value) continue;
        Number number{*value, token, token + 1, false, true, length};
        if (end < word.size()) {
          if (!reader.whole(lower(word.substr(end)), Kind::digit_suffix)) continue;
          number.ordinal = true;
        } else if (token + 1 < sentence.last && text.tokens[token + 1].has(kWord) && word.size() <= 3 && length != 0 &&
                   reader.whole(lower(text.word(token + 1)), Kind::suffix) && text.word(token + 1).size() == 3) {
          number.ordinal = true;  // "20 ste"
          number.last = token + 2;
          ++token;
        }
        numbers.push_back(number);
        continue;
      }
      if (!reader.may_begin(word)) continue;
      const auto folded = lower(word);
      if (!reader.begins(folded)) continue;
      // Words from a million up stand by themselves.
      if (const auto power = reader.whole(folded, Kind::power); power && adjacent(token) && *power >= 1000) {
        auto& before = numbers.back();
        if (before.thousandths < kLargest / *power) {
          before.thousandths *= *power;
          before.last = token + 1;
          before.length = 0;
          continue;
        }
      }
      const auto found = reader.read(folded);
      if (!found) continue;
      // "tweeduizend vijftien", "negentienhonderd zesennegentig"
      if (adjacent(token) && !numbers.back().digits && found->thousandths > 0) {
        auto& before = numbers.back();
        const std::int64_t room = before.thousandths % 1'000'000 == 0 ? 1'000'000 : before.thousandths % 100'000 == 0 ? 100'000 : 0;
        if (found->thousandths < room) {
          before.thousandths += found->thousandths;
          before.ordinal = found->ordinal;
          before.last = token + 1;
          continue;
        }
      }
      numbers.push_back({found->thousandths, token, token + 1, found->ordinal, false, 0});
    }
  }
  return numbers;
}

std::optional<std::int64_t> read_number(std::string_view word, const NumberWords& words, const Lexicon& lexicon) {
  std::uint8_t length = 0;
  if (!word.empty() && is_digit(word[0])) return read_digits(word, length);
  const auto found = WordReader(words, lexicon).read(lower(word));
  return found && !found->ordinal ? std::optional(found->thousandths) : std::nullopt;
}

std::vector<Unit> number_units(const std::vector<Number>& numbers, const Lexicon& lexicon) {
  const auto cardinal = lexicon.class_id("number"), ordinal = lexicon.class_id("ordinal");
  std::vector<Unit> units;
  for (std::uint32_t i = 0; i < numbers.size(); ++i) units.push_back({numbers[i].first, numbers[i].last, numbers[i].ordinal ? ordinal : cardinal, 0, i});
  return units;
}

void declare_numbers(LexiconBuilder& builder) {
  for (const std::string name : {"number", "ordinal"}) builder.add("{" + name + "}", Pos::other, 0, {}, {name});
}

}  // namespace kroniek
