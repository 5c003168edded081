// YAML as a tree that knows where everything stands, read by libyaml.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek::yaml {

// A place in a text: lines from 0, bytes from the begin of the line; -1: nowhere.
struct Mark {
  int line = -1, column = -1;
  bool is_null() const { return line < 0; }
};

struct Fault : std::runtime_error {
  Fault(Mark at, std::string message) : std::runtime_error(message), mark(at), msg(std::move(message)) {}
  Mark mark;
  std::string msg;
};

enum class Kind : std::uint8_t { undefined, null, scalar, list, map };

class Tree;
struct Entry;

// A view of one node: as good as its tree lives. What is asked of a node that is something else gives an undefined node,
// an empty text, or no items; nothing throws.
class Node {
 public:
  Node() = default;  // undefined

  Kind kind() const;
  bool is_defined() const { return kind() != Kind::undefined; }
  bool is_null() const { return kind() == Kind::null; }
  bool is_scalar() const { return kind() == Kind::scalar; }
  bool is_list() const { return kind() == Kind::list; }
  bool is_map() const { return kind() == Kind::map; }

  const std::string& text() const;  // of a scalar
  Mark mark() const;
  std::size_t size() const;         // items of a list, keys of a map

  // Of a map; of keys that stand twice the first.
  Node operator[](std::string_view key) const;
  Node operator[](const char* key) const { return (*this)[std::string_view(key)]; }
  Node operator[](std::size_t index) const;  // of a list

  class Iterator;
  Iterator begin() const;
  Iterator end() const;

 private:
  friend class Tree;
  friend class Builder;
  Node(const Tree* tree, std::uint32_t item) : tree_(tree), item_(item) {}

  const Tree* tree_ = nullptr;
  std::uint32_t item_ = 0;
};

// An item of a list, or the key and the value of a map.
struct Entry : Node {
  Node first, second;
};

class Node::Iterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = Entry;
  using reference = Entry;
  using pointer = void;
  using difference_type = std::ptrdiff_t;

  Entry operator*() const;
  Iterator& operator++();
  Iterator operator++(int) {
    const auto before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Iterator& other) const { return at_ == other.at_; }

 private:
  friend class Node;
  Iterator(const Tree* tree, std::uint32_t at, bool map) : tree_(tree), at_(at), map_(map) {}
  const Tree* tree_;
  std::uint32_t at_;
  bool map_;
};

class Tree {
 public:
  Node root() const { return Node(this, root_); }

 private:
  friend class Node;
  friend class Node::Iterator;
  friend class Builder;
  struct Item {
    Kind kind = Kind::null;
    Mark mark;
    std::uint32_t first = 0, count = 0;  // in children_; of a map, keys and values by turns
    std::string text;
  };
  std::vector<Item> items_;
  std::vector<std::uint32_t> children_;
  std::uint32_t root_ = 0;
};

// The one document of a text in UTF-8. Throws Fault. A text without any is null.
std::shared_ptr<const Tree> load(std::string_view text);

// What a plain scalar means; nullopt: something else.
std::optional<bool> truth(const Node& node);
std::optional<int> number(const Node& node);

// On one line, with the keys as they are: "{type: visit, participants: [a, b]}".
std::string in_one_line(const Node& node);

}  // namespace kroniek::yaml
