#include "algebra.hpp"

#include "../rules/yaml.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace kroniek {

namespace {

struct Function {
  std::string_view name;
  TimeOp op;
  std::uint8_t least, most;
};

constexpr std::array kFunctions = {
    Function{"year", TimeOp::year, 1, 1},       Function{"year2", TimeOp::year2, 1, 1},
    Function{"month", TimeOp::month, 1, 1},     Function{"day", TimeOp::day, 1, 1},
    Function{"weekday", TimeOp::weekday, 1, 1}, Function{"week", TimeOp::week, 1, 1},
    Function{"quarter", TimeOp::quarter, 1, 1}, Function{"half", TimeOp::half, 1, 1},
    Function{"season", TimeOp::season, 1, 1},   Function{"decade", TimeOp::decade, 1, 1},
    Function{"century", TimeOp::century, 1, 1}, Function{"easter", TimeOp::easter, 1, 1},
    Function{"part", TimeOp::part, 1, 1},       Function{"clock", TimeOp::clock, 1, 3},
    Function{"hm", TimeOp::hm, 1, 1},           Function{"dm", TimeOp::dm, 1, 1},
    Function{"dmy", TimeOp::dmy, 1, 1},         Function{"ym", TimeOp::ym, 1, 1},
    Function{"last", TimeOp::last, 1, 2},       Function{"next", TimeOp::next, 1, 2},
    Function{"this", TimeOp::this_, 1, 2},      Function{"coming", TimeOp::coming, 1, 2},
    Function{"nth", TimeOp::nth, 2, 3},         Function{"shift", TimeOp::shift, 2, 2},
    Function{"back", TimeOp::back, 2, 2},       Function{"ago", TimeOp::ago, 1, 1},
    Function{"ahead", TimeOp::ahead, 1, 1},     Function{"span", TimeOp::span, 2, 2},
    Function{"between", TimeOp::span, 2, 2},    Function{"until", TimeOp::until, 1, 1},
    Function{"before", TimeOp::before, 1, 1},   Function{"after", TimeOp::after, 1, 1},
    Function{"since", TimeOp::since, 1, 1},     Function{"from", TimeOp::from, 1, 1},
    Function{"start", TimeOp::start, 1, 1},     Function{"mid", TimeOp::mid, 1, 1},
    Function{"end", TimeOp::end, 1, 1},         Function{"within", TimeOp::within, 1, 1},
    Function{"lately", TimeOp::lately, 1, 1},   Function{"soon", TimeOp::soon, 1, 1},
    Function{"night", TimeOp::night, 1, 2},
    Function{"amount", TimeOp::amount, 2, 2},   Function{"some", TimeOp::some, 1, 1},
    Function{"plus", TimeOp::plus, 2, 2},       Function{"each", TimeOp::each, 1, 1},
    Function{"earlier", TimeOp::earlier, 1, 1},   Function{"later", TimeOp::later, 1, 1},
    Function{"head", TimeOp::head, 2, 2},       Function{"tail", TimeOp::tail, 2, 2},
    Function{"again", TimeOp::again, 1, 1},       Function{"exact", TimeOp::exact, 1, 1},       Function{"weekend", TimeOp::weekend, 1, 1},
    Function{"minus", TimeOp::minus, 2, 2},     Function{"nthday", TimeOp::nthday, 3, 3},
    Function{"not_sunday", TimeOp::not_sunday, 1, 1},
    Function{"fiscal", TimeOp::fiscal, 1, 1},     Function{"school", TimeOp::school, 1, 1},
    Function{"unit_of", TimeOp::unit_of, 1, 1},
    Function{"times", TimeOp::times, 2, 2},
    Function{"rate", TimeOp::rate, 2, 2},       Function{"or", TimeOp::or_, 2, 2},
    Function{"backward", TimeOp::backward, 1, 1}, Function{"forward", TimeOp::forward, 1, 1},
    Function{"near", TimeOp::near, 1, 1},       Function{"intersect", TimeOp::both, 2, 2},
};

struct Name {
  std::string_view name;
  TimeOp op;
  int value;
};

constexpr int grain(Grain g) { return static_cast<int>(g); }

constexpr std::array kNames = {
    Name{"now", TimeOp::now, 0},       Name{"told", TimeOp::told, 0},     Name{"past", TimeOp::past, 0},
    Name{"present", TimeOp::present, 0}, Name{"future", TimeOp::future, 0},
    Name{"tonight", TimeOp::tonight, 0},
    Name{"second", TimeOp::unit, grain(Grain::second)}, Name{"minute", TimeOp::unit, grain(Grain::minute)},
    Name{"hour", TimeOp::unit, grain(Grain::hour)},     Name{"part", TimeOp::unit, grain(Grain::part)},
    Name{"day", TimeOp::unit, grain(Grain::day)},       Name{"weekend", TimeOp::unit, grain(Grain::weekend)},
    Name{"week", TimeOp::unit, grain(Grain::week)},     Name{"month", TimeOp::unit, grain(Grain::month)},
    Name{"season", TimeOp::unit, grain(Grain::season)}, Name{"quarter", TimeOp::unit, grain(Grain::quarter)},
    Name{"half", TimeOp::unit, grain(Grain::half)},     Name{"year", TimeOp::unit, grain(Grain::year)},
    Name{"decade", TimeOp::unit, grain(Grain::decade)}, Name{"century", TimeOp::unit, grain(Grain::century)},
};

class Reader {
 public:
  Reader(std::string_view text, const std::function<int(std::string_view)>& slot_of, TimeAlgebra& into, AlgebraFault& fault)
      : text_(text), slot_of_(slot_of), into_(into), fault_(fault) {}

  std::uint32_t read() {
    const auto root = expression(0);
    skip_space();
    if (at_ < text_.size()) fail("something stands behind the expression", "join parts with '&'");
    return root;
  }

 private:
  static constexpr int kMostDepth = 32;

  void fail(std::string message, std::string hint) {
    if (fault_.message.empty()) fault_ = {at_, std::move(message), std::move(hint)};
    at_ = text_.size();
  }
  void skip_space() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool take(char c) {
    skip_space();
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  std::uint32_t add(TimeOp op, std::int32_t value, const std::vector<std::uint32_t>& children = {}) {
    into_.nodes.push_back({op, static_cast<std::uint8_t>(children.size()), 0, value, static_cast<std::uint32_t>(into_.children.size())});
    into_.children.insert(into_.children.end(), children.begin(), children.end());
    return static_cast<std::uint32_t>(into_.nodes.size() - 1);
  }

  std::uint32_t expression(int depth) {
    if (depth > kMostDepth) {
      fail("the expression is nested too deeply", "split it into several rules");
      return 0;
    }
    auto left = term(depth);
    while (take('&')) {
      if (++joined_ > kMostDepth) {
        fail("too many parts are joined with '&'", "split it into several rules");
        return 0;
      }
      const auto right = term(depth);
      left = add(TimeOp::both, 0, {left, right});
    }
    return left;
  }

  std::uint32_t term(int depth) {
    skip_space();
    if (at_ == text_.size()) {
      fail("a value is missing", "write a number, a {slot} or a function");
      return 0;
    }
    const char c = text_[at_];
    if (c == '{') return slot();
    if (c == '-' || (c >= '0' && c <= '9')) return number();
    const auto begin = at_;
    while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) || text_[at_] == '_')) ++at_;
    const auto name = text_.substr(begin, at_ - begin);
    if (take('(')) return call(name, begin, depth);
    for (const auto& known : kNames) {
      if (known.name == name) return add(known.op, known.value);
    }
    at_ = begin;
    unknown(name, false);
    return 0;
  }

  void unknown(std::string_view name, bool function) {
    std::vector<std::string> choices;
    if (function) {
      for (const auto& known : kFunctions) choices.emplace_back(known.name);
    } else {
      for (const auto& known : kNames) choices.emplace_back(known.name);
    }
    const auto meant = nearest(name, choices);
    fail((function ? "unknown function '" : "unknown name '") + std::string(name) + "'",
         meant ? "did you mean '" + *meant + "'?" : "see the list in src/time/algebra.hpp");
  }

  std::uint32_t slot() {
    const auto end = text_.find('}', at_);
    if (end == std::string_view::npos) {
      fail("'{' without '}'", "write {slot}");
      return 0;
    }
    const auto name = text_.substr(at_ + 1, end - at_ - 1);
    const int index = slot_of_(name);
    if (index < 0) {
      fail("no pattern of the rule has a part {" + std::string(name) + "}", "name it in the pattern, as {" + std::string(name) + ":class}");
      return 0;
    }
    at_ = end + 1;
    return add(TimeOp::slot, index);
  }

  std::uint32_t number() {
    const bool minus = text_[at_] == '-';
    if (minus) ++at_;
    std::int64_t value = 0;
    int decimals = -1;
    const auto begin = at_;
    for (; at_ < text_.size() && value < 1'000'000; ++at_) {
      if (text_[at_] == '.' && decimals < 0) {
        decimals = 0;
      } else if (text_[at_] >= '0' && text_[at_] <= '9' && decimals < 3) {
        value = value * 10 + (text_[at_] - '0');
        if (decimals >= 0) ++decimals;
      } else {
        break;
      }
    }
    if (at_ == begin) fail("a number is expected", "write digits");
    for (int i = std::max(decimals, 0); i < 3; ++i) value *= 10;
    return add(TimeOp::literal, static_cast<std::int32_t>(minus ? -value : value));
  }

  std::uint32_t call(std::string_view name, std::size_t begin, int depth) {
    std::vector<std::uint32_t> arguments;
    do arguments.push_back(expression(depth + 1));
    while (take(','));
    if (!take(')')) {
      fail("')' is missing", "close the brackets of '" + std::string(name) + "'");
      return 0;
    }
    for (const auto& known : kFunctions) {
      if (known.name != name) continue;
      if (arguments.size() < known.least || arguments.size() > known.most) {
        at_ = begin;
        fail("'" + std::string(name) + "' takes " + std::to_string(known.least) + (known.most > known.least ? " to " + std::to_string(known.most) : "") + " values", "");
      }
      return add(known.op, 0, arguments);
    }
    at_ = begin;
    unknown(name, true);
    return 0;
  }

  std::string_view text_;
  const std::function<int(std::string_view)>& slot_of_;
  TimeAlgebra& into_;
  AlgebraFault& fault_;
  std::size_t at_ = 0;
  int joined_ = 0;  // each is a level of what is worked out
};

}  // namespace

std::uint32_t read_algebra(std::string_view text, const std::function<int(std::string_view)>& slot_of, TimeAlgebra& into, AlgebraFault& fault) {
  fault = {};
  return Reader(text, slot_of, into, fault).read();
}

}  // namespace kroniek
