// A text that many mentions have in common: a type, a rule, an actor. It is one pointer, and copies share the letters.
#pragma once

#include <boost/smart_ptr/intrusive_ptr.hpp>
#include <boost/smart_ptr/intrusive_ref_counter.hpp>

#include <compare>
#include <concepts>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace kroniek {

// Immutable; may be copied between threads.
class Symbol {
 public:
  Symbol() = default;
  Symbol(std::string text) : letters_(text.empty() ? nullptr : new Letters(std::move(text))) {}
  Symbol(std::string_view text) : Symbol(std::string(text)) {}
  Symbol(const char* text) : Symbol(std::string(text)) {}

  const std::string& text() const {
    static const std::string nothing;
    return letters_ ? letters_->text : nothing;
  }
  operator const std::string&() const { return text(); }
  operator std::string_view() const { return text(); }
  bool empty() const { return !letters_; }

  friend bool operator==(const Symbol& a, const Symbol& b) { return a.letters_ == b.letters_ || a.text() == b.text(); }
  template <class Text>
    requires std::convertible_to<const Text&, std::string_view>
  friend bool operator==(const Symbol& a, const Text& b) {
    return a.text() == std::string_view(b);
  }
  friend auto operator<=>(const Symbol& a, const Symbol& b) { return a.text() <=> b.text(); }

 private:
  struct Letters : boost::intrusive_ref_counter<Letters> {
    explicit Letters(std::string t) : text(std::move(t)) {}
    const std::string text;
  };
  boost::intrusive_ptr<const Letters> letters_;
};

// Gives equal texts one symbol.
class SymbolTable {
 public:
  Symbol of(std::string_view text);

 private:
  std::unordered_map<std::string_view, Symbol> symbols_;  // the keys are the letters of the values
};

}  // namespace kroniek
