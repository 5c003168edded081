// Patterns tried at the words of a text.
#include "pattern.hpp"

#include <boost/container/small_vector.hpp>

#include <algorithm>

namespace kroniek {

class PatternSet::Matcher {
 public:
  Matcher(const PatternSet& set, const Text& text, const Lexicon& lexicon, TokenId limit)
      : set_(set), text_(text), lexicon_(lexicon), limit_(limit) {}

  // Keeps, of the next run, where its longest attempt came to, and the nodes that were tried there.
  void follow(TokenId token) {
    following_ = true;
    furthest_ = token;
    blocked_.clear();
  }
  TokenId furthest() const { return furthest_; }
  const std::vector<std::uint32_t>& blocked() const { return blocked_; }

  bool run(std::uint32_t start, TokenId token) {
    best_ = 0;
    steps_ = 0;
    bindings_.clear();
    attempt(start, token);
    return best_ > token;
  }
  // Of the last run that matched.
  TokenId end() const { return best_; }
  std::vector<Binding> bindings() const { return {best_bindings_.begin(), best_bindings_.end()}; }

 private:
  // Bounds the work of one attempt, so that time stays linear in the text.
  static constexpr int kMostSteps = 4000;

  // Most words are not what a node asks for, and their bits tell it without a step.
  void attempt(std::uint32_t at, TokenId token) {
    const auto here = token < limit_ ? text_.bits[token] : Lexicon::Bits{};
    for (;; at = set_.nodes_[at].other) {
      const auto& node = set_.nodes_[at];
      if (++steps_ > kMostSteps) return;
      if (node.asks && !node.bits.meets(here) && !following_) return;
      if (node.op != Op::split) return step(at, token);
      attempt(node.next, token);
    }
  }

  void step(std::uint32_t at, TokenId token) {
    const auto& node = set_.nodes_[at];
    if (node.op == Op::end) {
      if (token > best_) {
        best_ = token;
        best_bindings_ = bindings_;
      }
      return;
    }
    if (following_ && token >= furthest_) {
      if (token > furthest_) blocked_.clear();
      blocked_.push_back(at);
      furthest_ = token;
    }
    if (token >= limit_) return;
    const auto& here = text_.tokens[token];
    switch (node.op) {
      case Op::word:
        if (here.form == node.arg && node.arg != 0) take(node, token, token + 1, 0, 0);
        for (const auto& unit : text_.units_at(token)) {
          if (unit.form == node.arg && node.arg != 0) take(node, token, unit.last, 0, 0);
        }
        break;
      case Op::lemma:
        for (const auto& reading : lexicon_.readings(here.form)) {
          if (reading.lexeme == node.arg) {
            take(node, token, token + 1, reading.lexeme, 0);
            break;
          }
        }
        break;
      case Op::any: take(node, token, token + 1, 0, 0); break;
      case Op::capital:
        if (here.has(kCapital)) take(node, token, token + 1, 0, 0);
        break;
      case Op::cls: take_class(node, token, here); break;
      default: break;
    }
  }

  void take_class(const Node& node, TokenId token, const Token& here) {
    const auto cls = static_cast<ClassId>(node.arg);
    if (cls == 0) return;
    for (const auto& unit : text_.units_at(token)) {
      if (unit.cls == cls) {
        take(node, token, unit.last, 0, unit.index);
      } else if (unit.cls == 0) {
        if (const auto lexeme = lexicon_.in_class(unit.form, cls)) take(node, token, unit.last, *lexeme, 0);
      }
    }
    if (lexicon_.may_be(here.form, cls)) {
      for (const auto& reading : lexicon_.readings(here.form)) {
        if ((reading.flags & kNeedsCapital) && !here.has(kCapital)) continue;
        if (lexicon_.is_a(reading.lexeme, cls)) {
          take(node, token, token + 1, reading.lexeme, 0);
          return;
        }
      }
    }
    if (lexicon_.may_be(here.tail, cls)) {
      for (const auto& reading : lexicon_.readings(here.tail)) {
        if (lexicon_.lexeme(reading.lexeme).compound && lexicon_.is_a(reading.lexeme, cls)) {
          take(node, token, token + 1, reading.lexeme, 0);
          return;
        }
      }
    }
  }

  void take(const Node& node, TokenId first, TokenId last, LexemeId lexeme, std::uint32_t index) {
    if (last > limit_) return;
    const bool bound = node.slot != kUnbound;
    if (bound) bindings_.push_back({node.slot, first, last, lexeme, index});
    attempt(node.next, last);
    if (bound) bindings_.pop_back();
  }

  const PatternSet& set_;
  const Text& text_;
  const Lexicon& lexicon_;
  TokenId limit_;
  TokenId best_ = 0, furthest_ = 0;
  bool following_ = false;
  std::vector<std::uint32_t> blocked_;
  int steps_ = 0;
  boost::container::small_vector<Binding, 12> bindings_, best_bindings_;  // few, and this is the hottest of loops
};

// What filters ask: the bits of the next word, or of all that are near.
class PatternSet::Ahead {
 public:
  Ahead(const Text& text, TokenId token, TokenId limit) : text_(text), token_(token), limit_(limit), next_(token < limit ? text.bits[token] : Lexicon::Bits{}) {}
  bool lets(const Filter& filter) {
    if (filter.reach == Reach::next) return filter.bits.meets(next_);
    return filter.reach == Reach::unknown || filter.bits.meets(near());
  }

 private:
  const Lexicon::Bits& near() {
    if (looked_) return near_;
    looked_ = true;
    near_ = next_;
    for (auto token = token_ + 1; token < std::min(limit_, token_ + kNear); ++token) near_ |= text_.bits[token];
    return near_;
  }
  const Text& text_;
  TokenId token_, limit_;
  Lexicon::Bits next_, near_;
  bool looked_ = false;
};

void PatternSet::match_listed(const Text& text, const Lexicon& lexicon, TokenId token, TokenId limit, std::vector<Match>& matches) const {
  const auto& here = text.tokens[token];
  boost::container::small_vector<std::uint32_t, 64> candidates;
  int lists = 0;
  // `ahead`: behind the first word of the patterns, or its unit.
  const auto add = [&](std::uint32_t id, Ahead& ahead) {
    const auto before = candidates.size();
    const auto filters = list(id);
    for (std::size_t i = 0; i < filters.size(); ++i) {
      const auto& filter = filters[i];
      if (!ahead.lets(filter)) {
        i += filter.group;
      } else if (filter.group == 0) {
        candidates.push_back(filter.pattern);
      }
    }
    lists += candidates.size() > before;
  };
  Ahead next(text, token + 1, limit);
  if (anywhere_) add(0, next);
  if (const auto id = list_of(here.form); id != 0) add(id, next);
  if (const auto id = list_of(here.tail); id != 0) add(id, next);
  for (const auto& unit : text.units_at(token)) {
    const auto id = list_of(unit);
    if (id == 0) continue;
    Ahead behind(text, unit.last, limit);
    add(id, behind);
  }
  if (candidates.empty()) return;
  if (lists > 1) std::sort(candidates.begin(), candidates.end());
  Matcher matcher(*this, text, lexicon, limit);
  std::uint32_t previous = 0xFFFFFFFF;
  for (const auto candidate : candidates) {
    if (candidate == previous) continue;
    previous = candidate;
    if (!matcher.run(starts_[previous], token)) continue;
    matches.push_back({previous, token, matcher.end(), matcher.bindings()});
  }
}

bool PatternSet::matches_there(std::uint32_t pattern, const Text& text, const Lexicon& lexicon, TokenId token, TokenId limit) const {
  const auto units = text.units_at(token);
  const bool one_word = std::none_of(units.begin(), units.end(), [&](const Unit& unit) { return unit.last != token + 1; });
  if (one_word && !Ahead(text, token + 1, limit).lets(second_[pattern])) return false;
  return Matcher(*this, text, lexicon, limit).run(starts_[pattern], token);
}

PatternSet::Progress PatternSet::follow(std::uint32_t pattern, const Text& text, const Lexicon& lexicon, TokenId token, TokenId limit) const {
  Matcher matcher(*this, text, lexicon, limit);
  matcher.follow(token);
  if (matcher.run(starts_[pattern], token)) return {matcher.end(), {}};
  Progress progress{matcher.furthest(), {}};
  std::vector<std::string> wanted;
  for (const auto at : matcher.blocked()) {
    const auto& node = nodes_[at];
    std::string one;
    switch (node.op) {
      case Op::word: one = node.arg == 0 ? "a word that the lexicon lacks" : "'" + std::string(lexicon.text(node.arg)) + "'"; break;
      case Op::lemma: one = "<" + (node.arg == 0 ? std::string() : std::string(lexicon.lemma(node.arg))) + ">"; break;
      case Op::cls: one = "{" + std::string(lexicon.class_name(static_cast<ClassId>(node.arg))) + "}"; break;
      case Op::any: one = "{any}"; break;
      case Op::capital: one = "{capital}"; break;
      case Op::split:
      case Op::end: continue;
    }
    if (std::find(wanted.begin(), wanted.end(), one) == wanted.end()) wanted.push_back(std::move(one));
  }
  for (const auto& one : wanted) progress.wanted += (progress.wanted.empty() ? "" : " or ") + one;
  return progress;
}

}  // namespace kroniek
