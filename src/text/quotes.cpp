#include "quotes.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace kroniek {

namespace {

// What a mark looks like; which side it stands on also depends on the spaces around it.
enum class Shape : std::uint8_t { low_double, left_double, right_double, straight_double, low_single, left_single, right_single, straight_single, left_angle, right_angle };

struct Mark {
  TokenId token;
  Shape shape;
  bool may_open, may_close;
  bool apostrophe;  // a closing mark that may be one
};

std::optional<Shape> shape_of(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, Shape>, 15> kShapes = {{
      {"\u201E", Shape::low_double},      {"\u201C", Shape::left_double},     {"\u201F", Shape::left_double},  {"\u201D", Shape::right_double},
      {"\"", Shape::straight_double},     {"\u201A", Shape::low_single},      {"\u2018", Shape::left_single},  {"\u201B", Shape::left_single},
      {"\u2019", Shape::right_single},    {"'", Shape::straight_single},      {"`", Shape::left_single},       {"\u00B4", Shape::right_single},
      {"\u00AB", Shape::left_angle},      {"\u00BB", Shape::right_angle},     {"''", Shape::right_double},
  }};
  for (const auto& [text, shape] : kShapes) {
    if (text == word) return shape;
  }
  return std::nullopt;
}

bool single(Shape shape) { return shape == Shape::low_single || shape == Shape::left_single || shape == Shape::right_single || shape == Shape::straight_single; }
bool angle(Shape shape) { return shape == Shape::left_angle || shape == Shape::right_angle; }

// Whether the second may close what the first opened.
bool closes(Shape open, Shape close) {
  if (angle(open) || angle(close)) return angle(open) && angle(close) && open != close;
  return single(open) == single(close);
}

class BlockReader {
 public:
  BlockReader(const Text& text, TokenId first, TokenId last, std::uint32_t block) : text_(text), first_(first), last_(last), block_(block) {}

  void run(std::vector<Quote>& quotes) {
    for (auto token = first_; token < last_; ++token) {
      if (!text_.tokens[token].has(kPunct)) continue;
      if (pair(token, ",")) {
        marks_.push_back({token, Shape::low_double, true, false, false});
        ++token;
      } else if (pair(token, "'") && touches_left(token)) {
        marks_.push_back({token + 1, Shape::right_double, false, true, false});
        ++token;
      } else if (const auto shape = shape_of(text_.word(token))) {
        marks_.push_back(read(token, *shape));
      }
    }
    for (std::size_t i = 0; i < marks_.size(); ++i) step(i, quotes);
    for (const auto& open : open_) leave_open(open.quote, last_, quotes);
  }

 private:
  struct Open {
    Shape shape;
    std::size_t quote;
  };

  bool touches_left(TokenId token) const { return token > first_ && !text_.tokens[token].has(kSpaceBefore); }
  bool touches_right(TokenId token) const { return token + 1 < last_ && !text_.tokens[token + 1].has(kSpaceBefore); }
  // Two marks that stand for one: ",," opens, "''" closes.
  bool pair(TokenId token, std::string_view mark) const { return token + 1 < last_ && text_.word(token) == mark && text_.word(token + 1) == mark && !text_.tokens[token + 1].has(kSpaceBefore); }
  bool is_word(TokenId token) const { return !text_.tokens[token].has(kPunct); }
  bool is_bracket(TokenId token) const {
    const auto word = text_.word(token);
    return word == "(" || word == "[" || word == "-" || word == "\u2013" || word == "\u2014" || word == "/" || word == "*" || word == "_" || word == ">";
  }

  Mark read(TokenId token, Shape shape) const {
    Mark mark{token, shape, false, false, false};
    const bool left = touches_left(token), right = touches_right(token);
    const bool behind_opening = left && (is_bracket(token - 1) || shape_of(text_.word(token - 1)).has_value());
    switch (shape) {
      case Shape::low_double:
      case Shape::low_single: mark.may_open = true; break;
      case Shape::left_angle:
      case Shape::right_angle: mark.may_open = mark.may_close = true; break;
      case Shape::left_double:
      case Shape::left_single:
        mark.may_open = right && (!left || behind_opening);
        mark.may_close = left && (!right || !is_word(token + 1));  // German style: „…“
        if (!mark.may_open && !mark.may_close) mark.may_open = true;
        break;
      case Shape::right_double:
      case Shape::right_single:
      case Shape::straight_double:
      case Shape::straight_single:
        mark.may_open = right && (!left || behind_opening);
        mark.may_close = left;
        if (!left && !right) mark.may_close = mark.may_open = true;  // set off by spaces on both sides
        break;
    }
    if (single(shape) && shape != Shape::low_single) {
      if (mark.may_open && shape != Shape::left_single && short_word_behind(token)) mark.may_open = false;
      mark.apostrophe = mark.may_close && left && is_word(token - 1) && !right && token + 1 < last_ && is_word(token + 1);
    }
    return mark;
  }

  // "’t huis", "’90": one letter or two digits behind the mark.
  bool short_word_behind(TokenId token) const {
    if (!touches_right(token)) return false;
    const auto word = text_.word(token + 1);
    const bool ends = token + 2 >= last_ || text_.tokens[token + 2].has(kSpaceBefore);
    if (!ends) return false;
    return text_.tokens[token + 1].has(kDigits) ? word.size() <= 3 : word.size() == 1;
  }

  void step(std::size_t i, std::vector<Quote>& quotes) {
    const auto& mark = marks_[i];
    const auto partner = mark.may_close ? find_open(mark) : open_.size();
    const bool toggles = mark.shape == Shape::straight_double || mark.shape == Shape::straight_single || angle(mark.shape);
    bool close = partner < open_.size();
    if (close && mark.may_open && !toggles && mark.shape != Shape::right_double && mark.shape != Shape::right_single) close = !touches_right(mark.token);
    if (close && mark.apostrophe && is_apostrophe(i)) return;
    if (close) {
      while (open_.size() > partner + 1) {
        leave_open(open_.back().quote, mark.token, quotes);
        open_.pop_back();
      }
      quotes[open_.back().quote].close = mark.token;
      quotes[open_.back().quote].closed = true;
      open_.pop_back();
      return;
    }
    if (!mark.may_open) return;
    // The same mark again: the one before was never closed.
    for (auto j = open_.size(); j-- > 0;) {
      if (!closes_again(open_[j].shape, mark.shape)) continue;
      while (open_.size() > j) {
        leave_open(open_.back().quote, mark.token, quotes);
        open_.pop_back();
      }
      break;
    }
    Quote quote;
    quote.open = mark.token;
    quote.block = block_;
    quote.outer = open_.empty() ? kNoQuote : static_cast<std::uint32_t>(open_.back().quote);
    open_.push_back({mark.shape, quotes.size()});
    quotes.push_back(quote);
  }

  static bool closes_again(Shape open, Shape mark) { return single(open) == single(mark) && angle(open) == angle(mark); }

  std::size_t find_open(const Mark& mark) const {
    for (auto j = open_.size(); j-- > 0;) {
      if (closes(open_[j].shape, mark.shape)) return j;
    }
    return open_.size();
  }

  // "Ramons' huis": a better closing mark follows before another opening one.
  bool is_apostrophe(std::size_t i) const {
    const auto& word = text_.tokens[marks_[i].token - 1];
    if (!word.has(kCapital)) return false;
    for (auto j = i + 1; j < marks_.size(); ++j) {
      const auto& mark = marks_[j];
      if (!single(mark.shape)) continue;
      if (mark.may_open) return false;
      if (mark.may_close && !mark.apostrophe) return true;
    }
    return false;
  }

  static void leave_open(std::size_t quote, TokenId limit, std::vector<Quote>& quotes) {
    quotes[quote].closed = false;
    quotes[quote].close = limit;
  }

  const Text& text_;
  TokenId first_, last_;
  std::uint32_t block_;
  std::vector<Mark> marks_;
  std::vector<Open> open_;
};

// A paragraph that was left open and a next one that opens the same way.
void link(const Text& text, std::vector<Quote>& quotes, const std::vector<TokenId>& block_end) {
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    auto& quote = quotes[i];
    if (quote.closed || quote.close != block_end[quote.block]) continue;
    for (auto j = i + 1; j < quotes.size() && quotes[j].block <= quote.block + 1; ++j) {
      auto& next = quotes[j];
      if (next.block != quote.block + 1) continue;
      if (next.open == quote.close && text.word(next.open) == text.word(quote.open)) {
        quote.next = static_cast<std::uint32_t>(j);
        next.continues = true;
      }
      break;
    }
  }
}

}  // namespace

std::vector<Quote> find_quotes(const Text& text, const Document& document) {
  std::vector<Quote> quotes;
  std::vector<TokenId> block_end(document.blocks.size(), 0);
  for (std::size_t s = 0; s < text.sentences.size();) {
    const auto block = text.sentences[s].block;
    const auto first = text.sentences[s].first;
    auto last = first;
    for (; s < text.sentences.size() && text.sentences[s].block == block; ++s) last = text.sentences[s].last;
    block_end[block] = last;
    BlockReader(text, first, last, block).run(quotes);
  }
  link(text, quotes, block_end);
  return quotes;
}

}  // namespace kroniek
