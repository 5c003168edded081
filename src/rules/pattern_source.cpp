// Patterns as rules write them, read.
#include "pattern.hpp"

namespace kroniek {

namespace {

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

using Node = PatternSource::Node;

void gather(const Node& node, PatternSource::Kind kind, std::string Node::* field, std::vector<std::string>& out) {
  if (node.kind == kind) out.push_back(node.*field);
  for (const auto& child : node.children) gather(child, kind, field, out);
}

std::vector<std::string> gathered(const Node& root, PatternSource::Kind kind, std::string Node::* field) {
  std::vector<std::string> all;
  gather(root, kind, field, all);
  return all;
}

}  // namespace

std::vector<PatternSource> PatternSource::read(std::string_view pattern, PatternFault& fault) {
  PatternSource source;
  if (!Reader(pattern, fault).read(source.root_)) return {};
  std::vector<PatternSource> result;
  result.push_back(std::move(source));
  return result;
}

std::vector<std::string> PatternSource::words() const { return gathered(root_, Kind::word, &Node::text); }
std::vector<std::string> PatternSource::lemmas() const { return gathered(root_, Kind::lemma, &Node::text); }
std::vector<std::string> PatternSource::classes() const { return gathered(root_, Kind::cls, &Node::text); }
std::vector<std::string> PatternSource::slots() const { return gathered(root_, Kind::cls, &Node::slot); }

}  // namespace kroniek
