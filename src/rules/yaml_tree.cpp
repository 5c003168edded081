#include "yaml_tree.hpp"

#include <yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace kroniek::yaml {

// From the events of libyaml to a tree. Its places are counted in characters, ours in bytes: the text is walked beside.
class Builder {
 public:
  explicit Builder(std::string_view text) : text_(text) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    if (text.starts_with("\xEF\xBB\xBF")) at_ = line_begin_ = 3;
  }
  ~Builder() { yaml_parser_delete(&parser_); }
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;

  std::shared_ptr<const Tree> run() {
    tree_->items_.reserve(text_.size() / 12 + 1);
    tree_->children_.reserve(text_.size() / 12);
    for (bool more = true; more;) more = event();
    if (pending_.empty()) {
      pending_.push_back(add(Kind::null, {}));
    }
    tree_->root_ = pending_.front();
    return std::move(tree_);
  }

 private:
  struct Event {
    yaml_event_t it;
    ~Event() { yaml_event_delete(&it); }
  };
  struct Open {
    std::uint32_t item;
    std::size_t first;  // in pending_
    std::string anchor;
  };

  // Aliases of aliases can stand for more than any reader gets through.
  static constexpr std::uint64_t kMostNodes = 10'000'000;
  static constexpr std::size_t kMostDeep = 500;  // libyaml takes time in the square of the depth, and what walks the tree takes stack

  static const char* chars(const yaml_char_t* text) { return reinterpret_cast<const char*>(text); }

  // Events come in the order of the text, so that each byte is passed once.
  Mark mark(const yaml_mark_t& place) {
    for (; seen_ < place.index && at_ < text_.size(); ++seen_) {
      if (text_[at_] == '\n') {
        ++line_;
        line_begin_ = at_ + 1;
      }
      for (++at_; at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0) == 0x80;) ++at_;
    }
    return {line_, static_cast<int>(at_ - line_begin_)};
  }

  [[noreturn]] void fail() {
    const auto& place = parser_.problem_mark;
    std::string message = parser_.problem == nullptr ? "the memory does not suffice" : parser_.problem;
    if (parser_.context != nullptr) message += " " + std::string(parser_.context);
    if (parser_.error == YAML_READER_ERROR) {
      at_ = line_begin_ = 0;
      const auto offset = std::min(parser_.problem_offset, text_.size());
      const auto line = std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
      const auto begin = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
      throw Fault({static_cast<int>(line), static_cast<int>(offset - (begin == std::string_view::npos ? 0 : begin + 1))}, message);
    }
    throw Fault(place.index < seen_ ? Mark{static_cast<int>(place.line), static_cast<int>(place.column)} : mark(place), message);
  }

  // False at the end.
  bool event() {
    Event event;
    if (yaml_parser_parse(&parser_, &event.it) == 0) {
      event.it.type = YAML_NO_EVENT;
      fail();
    }
    const auto place = mark(event.it.start_mark);
    switch (event.it.type) {
      case YAML_STREAM_END_EVENT: return false;
      case YAML_DOCUMENT_START_EVENT:
        if (documents_++ > 0) throw Fault(place, "a second document begins here");
        break;
      case YAML_SCALAR_EVENT: scalar(event.it.data.scalar, place); break;
      case YAML_SEQUENCE_START_EVENT: open(Kind::list, event.it.data.sequence_start.anchor, place); break;
      case YAML_MAPPING_START_EVENT: open(Kind::map, event.it.data.mapping_start.anchor, place); break;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT: close(); break;
      case YAML_ALIAS_EVENT: {
        const auto known = anchors_.find(chars(event.it.data.alias.anchor));
        if (known == anchors_.end()) throw Fault(place, "the alias '*" + std::string(chars(event.it.data.alias.anchor)) + "' stands for nothing before it");
        pending_.push_back(known->second);
        break;
      }
      default: break;
    }
    return true;
  }

  std::uint32_t add(Kind kind, Mark place) {
    auto& item = tree_->items_.emplace_back();
    item.kind = kind;
    item.mark = place;
    nodes_.push_back(1);
    return static_cast<std::uint32_t>(tree_->items_.size() - 1);
  }

  void scalar(const auto& scalar, Mark place) {
    const std::string_view value(chars(scalar.value), scalar.length);
    const bool nothing = scalar.style == YAML_PLAIN_SCALAR_STYLE && (value.empty() || value == "~" || value == "null" || value == "Null" || value == "NULL");
    const auto item = add(nothing ? Kind::null : Kind::scalar, place);
    if (!nothing) tree_->items_[item].text = value;
    if (scalar.anchor != nullptr) anchors_[chars(scalar.anchor)] = item;
    pending_.push_back(item);
  }

  void open(Kind kind, const yaml_char_t* anchor, Mark place) {
    if (open_.size() >= kMostDeep) throw Fault(place, "lists and maps stand more than " + std::to_string(kMostDeep) + " deep in one another");
    const auto item = add(kind, place);
    pending_.push_back(item);
    open_.push_back({item, pending_.size(), anchor == nullptr ? std::string() : chars(anchor)});
  }

  void close() {
    auto& list = open_.back();
    auto& item = tree_->items_[list.item];
    item.first = static_cast<std::uint32_t>(tree_->children_.size());
    item.count = static_cast<std::uint32_t>(pending_.size() - list.first);
    tree_->children_.insert(tree_->children_.end(), pending_.begin() + static_cast<std::ptrdiff_t>(list.first), pending_.end());
    for (auto child = list.first; child < pending_.size(); ++child) nodes_[list.item] += nodes_[pending_[child]];
    if (nodes_[list.item] > kMostNodes) throw Fault(item.mark, "the aliases in it stand for too much");
    pending_.resize(list.first);
    // Known from its end on: nothing may stand for what it is inside of.
    if (!list.anchor.empty()) anchors_[list.anchor] = list.item;
    open_.pop_back();
  }

  std::string_view text_;
  yaml_parser_t parser_;
  std::shared_ptr<Tree> tree_ = std::make_shared<Tree>();
  std::vector<std::uint32_t> pending_;
  std::vector<std::uint64_t> nodes_;  // by item: it and what is in it, aliases counted out
  std::vector<Open> open_;
  std::map<std::string, std::uint32_t, std::less<>> anchors_;
  std::size_t at_ = 0, seen_ = 0, line_begin_ = 0;
  int line_ = 0, documents_ = 0;
};

Kind Node::kind() const { return tree_ == nullptr ? Kind::undefined : tree_->items_[item_].kind; }

const std::string& Node::text() const {
  static const std::string none;
  return tree_ == nullptr ? none : tree_->items_[item_].text;
}

Mark Node::mark() const { return tree_ == nullptr ? Mark{} : tree_->items_[item_].mark; }

std::size_t Node::size() const {
  if (tree_ == nullptr) return 0;
  const auto& item = tree_->items_[item_];
  return item.kind == Kind::map ? item.count / 2 : item.count;
}

Node Node::operator[](std::string_view key) const {
  if (!is_map()) return {};
  const auto& item = tree_->items_[item_];
  for (std::uint32_t i = 0; i + 1 < item.count; i += 2) {
    const auto& child = tree_->items_[tree_->children_[item.first + i]];
    if (child.kind == Kind::scalar && child.text == key) return Node(tree_, tree_->children_[item.first + i + 1]);
  }
  return {};
}

Node Node::operator[](std::size_t index) const {
  if (!is_list() || index >= tree_->items_[item_].count) return {};
  return Node(tree_, tree_->children_[tree_->items_[item_].first + index]);
}

Node::Iterator Node::begin() const { return tree_ == nullptr ? Iterator(nullptr, 0, false) : Iterator(tree_, tree_->items_[item_].first, is_map()); }

Node::Iterator Node::end() const {
  if (tree_ == nullptr) return Iterator(nullptr, 0, false);
  const auto& item = tree_->items_[item_];
  return Iterator(tree_, item.first + item.count, is_map());
}

Entry Node::Iterator::operator*() const {
  if (map_) return {Node(), Node(tree_, tree_->children_[at_]), Node(tree_, tree_->children_[at_ + 1])};
  return {Node(tree_, tree_->children_[at_]), Node(), Node()};
}

Node::Iterator& Node::Iterator::operator++() {
  at_ += map_ ? 2 : 1;
  return *this;
}

std::shared_ptr<const Tree> load(std::string_view text) { return Builder(text).run(); }

std::optional<bool> truth(const Node& node) {
  static constexpr std::array<std::string_view, 11> yes = {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"};
  static constexpr std::array<std::string_view, 11> no = {"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"};
  if (!node.is_scalar()) return std::nullopt;
  if (std::find(yes.begin(), yes.end(), node.text()) != yes.end()) return true;
  if (std::find(no.begin(), no.end(), node.text()) != no.end()) return false;
  return std::nullopt;
}

std::optional<int> number(const Node& node) {
  if (!node.is_scalar()) return std::nullopt;
  const auto& text = node.text();
  const auto* begin = text.data() + (text.starts_with('+') ? 1 : 0);
  int value = 0;
  const auto [end, error] = std::from_chars(begin, text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

namespace {

// Quoted where a reader would take it for something else.
std::string shown(const std::string& text) {
  const bool plain = !text.empty() && text.find_first_of("{}[],#&*!|>'\"%@`:\n") == std::string::npos && text.front() != ' ' && text.back() != ' ' && text != "-" && text != "?" && text != "~";
  if (plain) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c == '\n' ? ' ' : c;
  }
  return quoted + '"';
}

}  // namespace

std::string in_one_line(const Node& node) {
  std::string text;
  switch (node.kind()) {
    case Kind::undefined: return {};
    case Kind::null: return "~";
    case Kind::scalar: return shown(node.text());
    case Kind::list:
      for (const auto& item : node) text += (text.empty() ? "" : ", ") + in_one_line(item);
      return "[" + text + "]";
    case Kind::map:
      for (const auto& item : node) text += (text.empty() ? "" : ", ") + in_one_line(item.first) + ": " + in_one_line(item.second);
      return "{" + text + "}";
  }
  return text;
}

}  // namespace kroniek::yaml
