#include "pattern.hpp"

#include <algorithm>
#include <array>

namespace kroniek {

namespace {

constexpr std::uint8_t kUnbound = 255;
constexpr int kMostRepeats = 6;

class Reader {
 public:
  Reader(std::string_view text, PatternFault& fault) : text_(text), fault_(fault) {}

  bool read(PatternSource::Node& root) {
    root = alternatives(0);
    if (!failed_ && at_ < text_.size()) fail("')' or ']' without its opening bracket", "remove it, or write it as \\" + std::string(1, text_[at_]));
    return !failed_;
  }

 private:
  using Node = PatternSource::Node;
  using Kind = PatternSource::Kind;

  void fail(std::string message, std::string hint) {
    if (failed_) return;
    failed_ = true;
    fault_ = {at_, std::move(message), std::move(hint)};
  }
  void skip_space() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool special(char c) const { return c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}' || c == '<' || c == '>' || c == '|' || c == '?' || c == '*' || c == '+'; }

  Node alternatives(int depth) {
    Node node{Kind::alternatives, {}, {}, 1, 1, {}};
    if (depth > 16) {
      fail("brackets are nested too deeply", "split the pattern into several rules");
      return node;
    }
    node.children.push_back(sequence(depth));
    while (!failed_ && at_ < text_.size() && text_[at_] == '|') {
      ++at_;
      node.children.push_back(sequence(depth));
    }
    if (node.children.size() == 1) return std::move(node.children.front());
    return node;
  }

  Node sequence(int depth) {
    Node node{Kind::sequence, {}, {}, 1, 1, {}};
    for (skip_space(); !failed_ && at_ < text_.size(); skip_space()) {
      const char c = text_[at_];
      if (c == '|' || c == ')' || c == ']') break;
      if (c == '?' || c == '*' || c == '+') {
        repeat(node);
      } else if (c == '(' || c == '[') {
        bracket(node, depth);
      } else if (c == '{') {
        braces(node);
      } else if (c == '<') {
        ++at_;
        node.children.push_back({Kind::lemma, until('>'), {}, 1, 1, {}});
      } else if (special(c)) {
        fail(std::string("'") + c + "' stands alone", "write it as \\" + std::string(1, c) + " if the sign itself is meant");
      } else {
        word(node);
      }
    }
    if (node.children.empty()) fail("an empty alternative", "use [...] for what may be missing");
    return node;
  }

  void repeat(Node& sequence) {
    if (sequence.children.empty()) {
      fail("nothing to repeat", "put '?', '*' or '+' behind a word, a class or a bracket");
      return;
    }
    const char c = text_[at_++];
    Node inner = std::move(sequence.children.back());
    sequence.children.back() = {Kind::repeat, {}, {}, static_cast<std::uint8_t>(c == '+' ? 1 : 0), static_cast<std::uint8_t>(c == '?' ? 1 : kMostRepeats), {}};
    sequence.children.back().children.push_back(std::move(inner));
  }

  void bracket(Node& sequence, int depth) {
    const bool optional = text_[at_++] == '[';
    Node inner = alternatives(depth + 1);
    if (failed_) return;
    if (at_ == text_.size() || text_[at_] != (optional ? ']' : ')')) {
      fail("a bracket is not closed", optional ? "add ']'" : "add ')'");
      return;
    }
    ++at_;
    if (optional) {
      Node maybe{Kind::repeat, {}, {}, 0, 1, {}};
      maybe.children.push_back(std::move(inner));
      inner = std::move(maybe);
    }
    sequence.children.push_back(std::move(inner));
  }

  void braces(Node& sequence) {
    ++at_;
    std::string name = until('}');
    Node node{Kind::cls, name, name, 1, 1, {}};
    if (const auto colon = name.find(':'); colon != std::string::npos) {
      node.slot = name.substr(0, colon);
      node.text = name.substr(colon + 1);
    }
    sequence.children.push_back(std::move(node));
  }

  std::string until(char close) {
    const auto end = text_.find(close, at_);
    if (end == std::string_view::npos || end == at_) {
      fail(std::string("a name and '") + close + "' are expected", "write {class} or <lemma>");
      return {};
    }
    std::string name(text_.substr(at_, end - at_));
    at_ = end + 1;
    return name;
  }

  void word(Node& sequence) {
    std::string word;
    while (at_ < text_.size() && text_[at_] != ' ' && !special(text_[at_])) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      word += text_[at_++];
    }
    for (auto& c : word) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    sequence.children.push_back({Kind::word, std::move(word), {}, 1, 1, {}});
  }

  std::string_view text_;
  PatternFault& fault_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

void gather(const PatternSource::Node& node, PatternSource::Kind kind, bool slots, std::vector<std::string>& out) {
  if (node.kind == kind) out.push_back(slots ? node.slot : node.text);
  for (const auto& child : node.children) gather(child, kind, slots, out);
}

}  // namespace

std::vector<PatternSource> PatternSource::read(std::string_view pattern, PatternFault& fault) {
  PatternSource source;
  if (!Reader(pattern, fault).read(source.root_)) return {};
  std::vector<PatternSource> result;
  result.push_back(std::move(source));
  return result;
}

std::vector<std::string> PatternSource::words() const {
  std::vector<std::string> all;
  gather(root_, Kind::word, false, all);
  return all;
}
std::vector<std::string> PatternSource::lemmas() const {
  std::vector<std::string> all;
  gather(root_, Kind::lemma, false, all);
  return all;
}
std::vector<std::string> PatternSource::classes() const {
  std::vector<std::string> all;
  gather(root_, Kind::cls, false, all);
  return all;
}
std::vector<std::string> PatternSource::slots() const {
  std::vector<std::string> all;
  gather(root_, Kind::cls, true, all);
  return all;
}

std::uint8_t PatternSet::slot(std::string_view name) const {
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    if (slots_[i] == name) return static_cast<std::uint8_t>(i);
  }
  return kUnbound;
}

std::uint32_t PatternSet::add(const PatternSource& source, const Lexicon& lexicon) {
  const auto pattern = add_apart(source, lexicon);
  index_start(starts_.back(), pattern, 0);
  return pattern;
}

std::uint32_t PatternSet::add_apart(const PatternSource& source, const Lexicon& lexicon) {
  nodes_.push_back({Op::end, kUnbound, 0, 0, 0});
  const auto end = static_cast<std::uint32_t>(nodes_.size() - 1);
  const auto start = compile(source.root(), end, lexicon);
  const auto pattern = static_cast<std::uint32_t>(starts_.size());
  starts_.push_back(start);
  return pattern;
}

void PatternSet::finish(const Lexicon& lexicon) {
  for (auto* keys : {&by_form_, &by_lexeme_, &by_class_}) std::sort(keys->begin(), keys->end());
  std::vector<std::uint32_t> found;
  const auto look_up = [&](const Keys& keys, std::uint32_t key) {
    for (auto it = std::lower_bound(keys.begin(), keys.end(), Key{key, 0}); it != keys.end() && it->key == key; ++it) found.push_back(it->pattern);
  };
  const auto close = [&](std::vector<std::uint32_t>& begin, std::vector<std::uint32_t>& all) {
    std::sort(found.begin(), found.end());
    all.insert(all.end(), found.begin(), std::unique(found.begin(), found.end()));
    found.clear();
    begin.push_back(static_cast<std::uint32_t>(all.size()));
  };
  std::vector<std::uint32_t> begin{0}, all;
  for (FormId form = 0; form < std::max<std::size_t>(lexicon.form_count(), 1); ++form) {
    if (form != 0) look_up(by_form_, form);
    for (const auto& reading : lexicon.readings(form)) {
      look_up(by_lexeme_, reading.lexeme);
      for (const auto cls : lexicon.classes(reading.lexeme)) look_up(by_class_, cls);
    }
    close(begin, all);
  }
  form_begin_ = std::move(begin);
  form_patterns_ = std::move(all);
  begin.assign(1, 0);
  all.clear();
  for (std::uint32_t cls = 0; cls < std::max<std::size_t>(lexicon.class_names().size(), 1); ++cls) {
    look_up(by_class_, cls);
    close(begin, all);
  }
  class_begin_ = std::move(begin);
  class_patterns_ = std::move(all);
  second_.resize(starts_.size());
  for (std::size_t p = 0; p < starts_.size(); ++p) add_second(starts_[p], 0, second_[p], 0);
  by_form_ = by_lexeme_ = by_class_ = {};
  anywhere_.erase(std::unique(anywhere_.begin(), anywhere_.end()), anywhere_.end());
}

// Compiles from the end backwards: `next` is where the rest of the pattern starts.
std::uint32_t PatternSet::compile(const PatternSource::Node& node, std::uint32_t next, const Lexicon& lexicon) {
  const auto emit = [&](Op op, std::uint8_t slot_id, std::uint32_t arg, std::uint32_t other = 0) {
    nodes_.push_back({op, slot_id, arg, next, other});
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  };
  switch (node.kind) {
    case PatternSource::Kind::word:
      return emit(Op::word, kUnbound, lexicon.find(node.text));
    case PatternSource::Kind::lemma: {
      for (int pos = 0; pos <= static_cast<int>(Pos::punctuation); ++pos) {
        if (const auto id = lexicon.find_lexeme(node.text, static_cast<Pos>(pos))) return emit(Op::lemma, kUnbound, *id);
      }
      return emit(Op::lemma, kUnbound, 0);
    }
    case PatternSource::Kind::cls: {
      auto id = slot(node.slot);
      if (id == kUnbound) {
        id = static_cast<std::uint8_t>(slots_.size());
        slots_.push_back(node.slot);
      }
      if (node.text == "any") return emit(Op::any, id, 0);
      if (node.text == "capital") return emit(Op::capital, id, 0);
      return emit(Op::cls, id, lexicon.class_id(node.text));
    }
    case PatternSource::Kind::sequence:
      for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) next = compile(*child, next, lexicon);
      return next;
    case PatternSource::Kind::alternatives: {
      auto choice = compile(node.children.back(), next, lexicon);
      for (auto child = node.children.rbegin() + 1; child != node.children.rend(); ++child) {
        const auto first = compile(*child, next, lexicon);
        nodes_.push_back({Op::split, kUnbound, 0, first, choice});
        choice = static_cast<std::uint32_t>(nodes_.size() - 1);
      }
      return choice;
    }
    case PatternSource::Kind::repeat: {
      const auto exit = next;
      auto start = next;
      for (int i = node.most; i > 0; --i) {
        const auto body = compile(node.children.front(), start, lexicon);
        if (i <= node.least) {
          start = body;
        } else {
          nodes_.push_back({Op::split, kUnbound, 0, body, exit});
          start = static_cast<std::uint32_t>(nodes_.size() - 1);
        }
      }
      return start;
    }
  }
  return next;
}

void PatternSet::index_start(std::uint32_t at, std::uint32_t pattern, int depth) {
  const auto& node = nodes_[at];
  switch (node.op) {
    case Op::word: by_form_.push_back({node.arg, pattern}); break;
    case Op::lemma: by_lexeme_.push_back({node.arg, pattern}); break;
    case Op::cls: by_class_.push_back({node.arg, pattern}); break;
    case Op::any:
    case Op::capital:
    case Op::end: anywhere_.push_back(pattern); break;
    case Op::split:
      if (depth > 64) break;
      index_start(node.next, pattern, depth + 1);
      index_start(node.other, pattern, depth + 1);
      break;
  }
}

// Of the nodes that can be reached after `items` items, what they take as the second.
void PatternSet::add_second(std::uint32_t at, int items, Second& second, int depth) const {
  const auto& node = nodes_[at];
  if (second.any != 0) return;
  if (depth > 64) {
    second.any = 1;
    return;
  }
  switch (node.op) {
    case Op::split:
      add_second(node.next, items, second, depth + 1);
      add_second(node.other, items, second, depth + 1);
      return;
    case Op::end: second.any = 1; return;
    case Op::word:
    case Op::lemma:
      if (node.arg == 0) return;  // never matches
      if (items == 1) second.bits |= node.op == Op::word ? Lexicon::bits_of_word(node.arg) : Lexicon::bits_of_lexeme(node.arg);
      break;
    case Op::cls:
      if (node.arg == 0) return;
      if (items == 1) second.bits |= Lexicon::bits_of_class(static_cast<ClassId>(node.arg));
      break;
    case Op::any:
    case Op::capital:
      if (items == 1) second.any = 1;
      break;
  }
  if (items == 0) add_second(node.next, 1, second, depth + 1);
}

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
    step(start, token);
    return best_ > token;
  }
  // Of the last run that matched.
  TokenId end() const { return best_; }
  const std::vector<Binding>& bindings() const { return best_bindings_; }

 private:
  // Bounds the work of one attempt, so that time stays linear in the text.
  static constexpr int kMostSteps = 4000;

  void step(std::uint32_t at, TokenId token) {
    if (++steps_ > kMostSteps) return;
    const auto& node = set_.nodes_[at];
    switch (node.op) {
      case Op::end:
        if (token > best_) {
          best_ = token;
          best_bindings_ = bindings_;
        }
        return;
      case Op::split:
        step(node.next, token);
        step(node.other, token);
        return;
      default: break;
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
    step(node.next, last);
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
  std::vector<Binding> bindings_, best_bindings_;
};

void PatternSet::match_at(const Text& text, const Lexicon& lexicon, TokenId token, TokenId limit, std::vector<Match>& matches) const {
  std::array<std::uint32_t, 256> candidates;
  std::size_t count = 0;
  int lists = 0;
  const auto add = [&](std::span<const std::uint32_t> patterns) {
    if (patterns.empty()) return;
    const auto room = std::min(patterns.size(), candidates.size() - count);
    std::copy_n(patterns.begin(), room, candidates.begin() + static_cast<std::ptrdiff_t>(count));
    count += room;
    ++lists;
  };
  const auto& here = text.tokens[token];
  add(of_form(here.form));
  add(of_form(here.tail));
  for (const auto& unit : text.units_at(token)) add(unit.cls != 0 ? of_class(unit.cls) : of_form(unit.form));
  add(anywhere_);
  if (count == 0) return;
  // Most patterns fail at their second item: one look at the next word tells it. Not where the first may be longer
  // than a word.
  const auto phrases = text.units_at(token);
  const bool one_word = std::none_of(phrases.begin(), phrases.end(), [&](const Unit& unit) { return unit.last != token + 1; });
  if (one_word) {
    Lexicon::Bits next;
    if (token + 1 < limit) {
      const auto& second = text.tokens[token + 1];
      next = lexicon.bits(second.form);
      next |= lexicon.bits(second.tail);
      for (const auto& unit : text.units_at(token + 1)) next |= unit.cls != 0 ? Lexicon::bits_of_class(unit.cls) : lexicon.bits(unit.form);
    }
    const auto end = std::remove_if(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(count), [&](std::uint32_t pattern) {
      return second_[pattern].any == 0 && !second_[pattern].bits.meets(next);
    });
    count = static_cast<std::size_t>(end - candidates.begin());
  }
  if (lists > 1) std::sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(count));
  Matcher matcher(*this, text, lexicon, limit);
  std::uint32_t previous = 0xFFFFFFFF;
  for (std::size_t i = 0; i < count; ++i) {
    if (candidates[i] == previous) continue;
    previous = candidates[i];
    if (!matcher.run(starts_[previous], token)) continue;
    matches.push_back({previous, token, matcher.end(), matcher.bindings()});
  }
}

bool PatternSet::matches_at(std::uint32_t pattern, const Text& text, const Lexicon& lexicon, TokenId token, TokenId limit) const {
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
