#include "time_text.hpp"

#include "../text/lower_ascii.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace kroniek {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Cutter {
 public:
  Cutter(const Text& from, const Lexicon& lexicon, const NumberWords& numbers, TimeText& to)
      : from_(from), lexicon_(lexicon), numbers_(numbers), to_(to), number_tail_(lexicon.class_id("number_tail")), part_(lexicon.class_id("day_part")), day_(lexicon.class_id("day_name")), suffix_(lexicon.class_id("digit_unit")), hyphenated_(lexicon.class_id("hyphenated")),
        article_(lexicon.class_id("number_article")) {}

  void run() {
    auto& tokens = to_.text.tokens;
    to_.text.bytes = from_.bytes;
    tokens.reserve(from_.tokens.size() + 16);
    to_.origin.reserve(from_.tokens.size() + 16);
    std::vector<TokenId> place(from_.tokens.size() + 1);
    for (TokenId i = 0; i < from_.tokens.size(); ++i) {
      place[i] = static_cast<TokenId>(tokens.size());
      cut(i);
      while (to_.origin.size() < tokens.size()) to_.origin.push_back(i);
    }
    place[from_.tokens.size()] = static_cast<TokenId>(tokens.size());
    for (auto sentence : from_.sentences) {
      sentence.first = place[sentence.first];
      sentence.last = place[sentence.last];
      to_.text.sentences.push_back(sentence);
    }
    for (auto unit : from_.units) {
      if (unit.cls != 0) continue;  // phrases only
      unit.first = place[unit.first];
      unit.last = place[unit.last];
      to_.text.units.push_back(unit);
    }
  }

 private:
  void cut(TokenId i) {
    const auto& token = from_.tokens[i];
    if (token.form != 0 && !token.has(kDigits)) {  // what follows asks for a word that is unknown, or for digits
      to_.text.tokens.push_back(token);
      to_.text.tokens.back().tail = 0;
      return;
    }
    const auto word = from_.word(i);
    if (token.tail != 0 && token.form == 0 && part_ != 0 && lexicon_.in_class(token.tail, part_)) {
      const auto size = word.size() - lexicon_.text(token.tail).size();
      const auto head = lexicon_.find(lower_ascii(word.substr(0, size)));
      if (head != 0 && lexicon_.in_class(head, day_)) {
        push(token, 0, size, head, true);
        push(token, size, word.size(), token.tail, false);
        return;
      }
    }
    // "dertigdaagse", "30-daagse"
    if (token.tail != 0 && token.form == 0 && number_tail_ != 0 && lexicon_.in_class(token.tail, number_tail_)) {
      const auto size = word.size() - lexicon_.text(token.tail).size();
      const auto end = size > 1 && word[size - 1] == '-' ? size - 1 : size;
      const auto head = lexicon_.find(lower_ascii(word.substr(0, end)));
      if (read_number(word.substr(0, end), numbers_, lexicon_) || (head != 0 && lexicon_.in_class(head, article_))) {
        push(token, 0, end, head, true);
        push(token, size, word.size(), token.tail, false);
        return;
      }
    }
    if (token.has(kDigits) && token.has(kWord) && word.find('-') == std::string_view::npos) {
      std::size_t end = word.size();
      while (end > 0 && !is_digit(word[end - 1])) --end;
      const auto form = end < word.size() ? lexicon_.find(lower_ascii(word.substr(end))) : 0;
      if (form != 0 && suffix_ != 0 && lexicon_.in_class(form, suffix_)) {
        push(token, 0, end, 0, true);
        push(token, end, word.size(), form, false);
        return;
      }
    }
    if (token.form == 0 && word.size() <= 24 && word.find('-') != std::string_view::npos && cut_at_hyphens(token, word)) return;
    to_.text.tokens.push_back(token);
    to_.text.tokens.back().tail = 0;  // what is no word of time by itself is none as a part
  }

  // "05-aug-2016", "2019-Q1", "jan-feb": all parts are digits or words of the class `hyphenated`.
  bool cut_at_hyphens(const Token& token, std::string_view word) {
    struct Part {
      std::size_t begin, end;
      FormId form;
    };
    std::vector<Part> parts;
    for (std::size_t begin = 0; begin <= word.size();) {
      const auto end = std::min(word.find('-', begin), word.size());
      const auto piece = word.substr(begin, end - begin);
      if (piece.empty()) return false;
      FormId form = 0;
      if (!std::all_of(piece.begin(), piece.end(), [](char c) { return is_digit(c) || c == '.'; })) {
        form = lexicon_.find(lower_ascii(piece));
        if (form == 0 || hyphenated_ == 0 || !lexicon_.in_class(form, hyphenated_)) return false;
      }
      parts.push_back({begin, end, form});
      begin = end + 1;
    }
    for (std::size_t p = 0; p < parts.size(); ++p) {
      if (p > 0) push(token, parts[p].begin - 1, parts[p].begin, 0, false);
      push(token, parts[p].begin, parts[p].end, parts[p].form, p == 0);
    }
    return true;
  }

  void push(const Token& token, std::size_t begin, std::size_t end, FormId form, bool first) {
    Token piece;
    piece.begin = token.begin + static_cast<std::uint32_t>(begin);
    piece.end = token.begin + static_cast<std::uint32_t>(end);
    piece.form = form;
    const char c = from_.bytes[piece.begin];
    piece.flags = static_cast<std::uint16_t>(is_digit(c) ? kDigits : c == '-' ? kPunct : kWord);
    if (first) piece.flags |= token.flags & (kSpaceBefore | kCapital);
    if (!first && c >= 'A' && c <= 'Z') piece.flags |= kCapital;
    to_.text.tokens.push_back(piece);
  }

  const Text& from_;
  const Lexicon& lexicon_;
  const NumberWords& numbers_;
  TimeText& to_;
  ClassId number_tail_, part_, day_, suffix_, hyphenated_, article_;
};

// Units for tokens of digits, as numbers of their own, and for the punctuation around them.
class Classifier {
 public:
  Classifier(TimeText& text, const Lexicon& lexicon) : text_(text) {
    for (std::size_t i = 0; i < kDigitClasses.size(); ++i) digits_[i] = lexicon.class_id(kDigitClasses[i]);
    for (std::size_t i = 0; i < kSignClasses.size(); ++i) signs_[i] = lexicon.class_id(kSignClasses[i]);
  }

  std::vector<Unit> run() {
    const auto& tokens = text_.text.tokens;
    for (TokenId i = 0; i < tokens.size(); ++i) {
      if (tokens[i].has(kDigits)) {
        digits(i);
      } else if (tokens[i].has(kPunct)) {
        sign(i);
      }
    }
    return std::move(units_);
  }

 private:
  void add(TokenId token, std::size_t cls, std::int64_t value, std::size_t length) {
    if (digits_[cls] == 0) return;
    units_.push_back({token, token + 1, digits_[cls], 0, static_cast<std::uint32_t>(text_.numbers.size())});
    text_.numbers.push_back({value * 1000, token, token + 1, false, true, static_cast<std::uint8_t>(length)});
  }

  void digits(TokenId token) {
    const auto word = text_.text.word(token);
    std::vector<std::int64_t> parts{0};
    std::vector<std::size_t> lengths{0};
    for (const char c : word) {
      if (c == '.') {
        parts.push_back(0);
        lengths.push_back(0);
      } else if (is_digit(c) && ++lengths.back() <= 4) {
        parts.back() = parts.back() * 10 + (c - '0');
      } else {
        return;
      }
      if (parts.size() > 3) return;
    }
    if (std::find(lengths.begin(), lengths.end(), std::size_t{0}) != lengths.end()) return;
    if (parts.size() == 1) {
      if (lengths[0] <= 2) add(token, 0, parts[0], lengths[0]);
      if (lengths[0] == 2) add(token, 8, parts[0], 2);
      if (lengths[0] == 2 && parts[0] < 60) add(token, 5, parts[0], 2);
      if (lengths[0] == 4 && parts[0] >= 1000 && parts[0] < 2200) add(token, 1, parts[0], 4);
    } else if (parts.size() == 2 && lengths[0] <= 2 && lengths[1] <= 2) {
      if (lengths[1] == 2 && parts[0] <= 24 && parts[1] <= 59) add(token, 2, parts[0] * 100 + parts[1], 0);
      if (parts[0] >= 1 && parts[0] <= 31 && parts[1] >= 1 && parts[1] <= 12) add(token, 3, parts[0] * 100 + parts[1], 0);
    } else if (parts.size() == 3 && lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 4 || (lengths[0] == 2 && lengths[1] == 2 && lengths[2] == 2))) {
      const auto year = lengths[2] == 4 ? parts[2] : parts[2] + (parts[2] < 50 ? 2000 : 1900);
      add(token, 4, (parts[0] * 100 + parts[1]) * 10000 + year, 0);
    }
  }

  void sign(TokenId token) {
    const auto word = text_.text.word(token);
    std::size_t kind = kSignClasses.size();
    if (word == "-" || word == "\u2013" || word == "\u2014" || word == "\u2010" || word == "\u2011" || word == "\u2212" || word == "~") kind = 1;
    else if (word == "/") kind = 2;
    else if (word == ":") kind = 3;
    else if (word == ",") kind = 4;
    else if (word == "'" || word == "\u2019" || word == "\u2018") kind = 5;
    else if (word == ".") kind = 6;
    else if (word == "(") kind = 7;
    else if (word == ")") kind = 8;
    if (signs_[0] != 0) units_.push_back({token, token + 1, signs_[0], 0, 0});
    if (kind == kSignClasses.size() || signs_[kind] == 0) return;
    units_.push_back({token, token + 1, signs_[kind], 0, 0});
  }

  TimeText& text_;
  std::array<ClassId, kDigitClasses.size()> digits_{};
  std::array<ClassId, kSignClasses.size()> signs_{};
  std::vector<Unit> units_;
};

}  // namespace

TimeText cut_for_times(const Text& text, const TimeRules& rules, const Lexicon& lexicon) {
  TimeText cut;
  Cutter(text, lexicon, rules.numbers, cut).run();
  cut.numbers = find_numbers(cut.text, rules.numbers, lexicon);
  auto units = number_units(cut.numbers, lexicon);
  // Ordinals in digits and years in words have a class of their own besides.
  const auto ordinal = lexicon.class_id("digits_ordinal"), year = lexicon.class_id("year_words");
  for (std::uint32_t i = 0; i < cut.numbers.size(); ++i) {
    const auto& number = cut.numbers[i];
    if (number.ordinal && number.digits && ordinal != 0) units.push_back({number.first, number.last, ordinal, 0, i});
    const bool is_year = !number.ordinal && !number.digits && number.thousandths >= 1'100'000 && number.thousandths < 2'100'000;
    if (is_year && year != 0) units.push_back({number.first, number.last, year, 0, i});
  }
  auto more = Classifier(cut, lexicon).run();
  units.insert(units.end(), more.begin(), more.end());
  add_units(cut.text, lexicon, std::move(units));
  return cut;
}

}  // namespace kroniek
