// Phrase patterns over words and lexicon classes, as rules write them:
//   vorige week {weekday}      words (any case) and a word, phrase or unit of a class
//   {from:number} [of {to:number}] <dag>   named parts, an optional part, any form of a lexeme
//   (in|op) de {any}? dag      alternatives; ? * + repeat the item before (at most 6 times)
// A backslash takes the next character as it is.
#pragma once

#include "../text/text.hpp"
#include "lexicon.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

// What a part of a pattern matched.
struct Binding {
  std::uint8_t slot = 0;        // index into PatternSet::slots
  TokenId first = 0, last = 0;
  LexemeId lexeme = 0;          // where a word or phrase of the lexicon matched
  std::uint32_t index = 0;      // of the unit that matched (number, time, actor)
};

struct Match {
  std::uint32_t pattern = 0;    // as numbered by add()
  TokenId first = 0, last = 0;
  std::vector<Binding> bindings;
};

// A fault in a pattern, at a character of it (from 0).
struct PatternFault {
  std::size_t at = 0;
  std::string message, hint;
};

// A pattern that has been read, not yet looked up in a lexicon.
class PatternSource {
 public:
  enum class Kind : std::uint8_t { word, lemma, cls, sequence, alternatives, repeat };
  struct Node {
    Kind kind = Kind::sequence;
    std::string text, slot;
    std::uint8_t least = 1, most = 1;
    std::vector<Node> children;
  };
  PatternSource() = default;
  explicit PatternSource(Node root) : root_(std::move(root)) {}
  // An empty result has a fault.
  static std::vector<PatternSource> read(std::string_view pattern, PatternFault& fault);

  // Lower-case words and class names that the pattern needs.
  std::vector<std::string> words() const;
  std::vector<std::string> lemmas() const;
  std::vector<std::string> classes() const;
  std::vector<std::string> slots() const;
  const Node& root() const { return root_; }

 private:
  Node root_;
};

// Adds the words that the pattern names, so that a lexicon has them and tells them from others at a glance.
void declare_words(const PatternSource& source, LexiconBuilder& builder);

// Many patterns that are tried at once. Names must be in the lexicon when a pattern is added.
class PatternSet {
 public:
  // Returns the number of the pattern: 0, 1, 2, ... Words that the lexicon lacks never match.
  std::uint32_t add(const PatternSource& source, const Lexicon& lexicon);
  // To be called once after the last add.
  void finish(const Lexicon& lexicon);

  const std::vector<std::string>& slots() const { return slots_; }
  std::uint8_t slot(std::string_view name) const;  // 255: none of that name
  std::size_t size() const { return starts_.size(); }

  // Every pattern that matches at `token` and ends by `limit`, each with its longest match. Appends.
  void match_at(const Text& text, const Lexicon& lexicon, TokenId token, TokenId limit, std::vector<Match>& matches) const {
    if ((anywhere_ || text.bits[token].meets(begin_bits_)) && may_begin(text, token, limit)) match_listed(text, lexicon, token, limit, matches);
  }

  // The pattern matches at `token` and ends by `limit`.
  bool matches_at(std::uint32_t pattern, const Text& text, const Lexicon& lexicon, TokenId token, TokenId limit) const {
    const auto& first = first_[pattern];
    return token < limit && (first.reach != Reach::next || first.bits.meets(text.bits[token])) && matches_there(pattern, text, lexicon, token, limit);
  }

  // How far a pattern comes when it begins at `token`: where it stops and what it wants there ("{weekday}").
  struct Progress {
    TokenId token = 0;
    std::string wanted;  // empty: it matched
  };
  Progress follow(std::uint32_t pattern, const Text& text, const Lexicon& lexicon, TokenId token, TokenId limit) const;

  template <class A>
  void fields(A& a) { a(nodes_, starts_, slots_, begins_, of_form_, of_class_, list_begin_, candidates_, first_, second_, begin_bits_, anywhere_); }

 private:
  static constexpr std::uint8_t kUnbound = 255;
  enum class Op : std::uint8_t { word, lemma, cls, any, capital, split, end };
  struct Node {
    Op op;
    std::uint8_t slot;      // or kUnbound
    bool asks;              // only a word with one of the bits leads on from here
    std::uint32_t arg;      // form, lexeme or class
    std::uint32_t next, other;
    Lexicon::Bits bits;
  };
  struct Key {
    std::uint32_t key, begin;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  using Keys = std::vector<Key>;
  class Matcher;
  std::uint32_t compile(const PatternSource::Node& node, std::uint32_t next, const Lexicon& lexicon);
  std::uint32_t either(std::uint32_t first, std::uint32_t other);
  void index_start(std::uint32_t node, std::uint32_t pattern, int depth);
  static constexpr std::uint32_t kNear = 8;
  enum class Reach : std::uint32_t { next, near, unknown };
  // What the next words tell of a pattern: the next one, or one of the next kNear, has one of the bits, or it does not
  // match. Most patterns are refused by it.
  struct Filter {
    Lexicon::Bits bits;
    Reach reach = Reach::next;
    std::uint32_t pattern = 0;  // whose it is
    std::uint32_t group = 0;    // in a list: of so many that follow; what it refuses they refuse
  };
  class Ahead;
  void list_filters(const std::vector<std::uint32_t>& starts, std::vector<Filter>& all) const;
  Filter filter_at(std::uint32_t node, std::uint32_t pattern, int skip = 0) const;
  bool add_to_filter(std::uint32_t node, int skip, std::uint32_t place, Filter& filter, int depth) const;
  std::uint32_t list_of(const Unit& unit) const { return unit.cls != 0 ? of_class_[unit.cls] : list_of(unit.form); }
  // At most words no pattern begins.
  bool may_begin(const Text& text, TokenId token, TokenId limit) const {
    const auto& here = text.tokens[token];
    if (begins(here.form) || begins(here.tail)) return true;
    for (const auto& unit : text.units_at(token)) {
      if (list_of(unit) != 0) return true;
    }
    const auto next = token + 1 < limit ? text.bits[token + 1] : Lexicon::Bits{};
    for (const auto& filter : list(0)) {
      if (filter.reach != Reach::next || filter.bits.meets(next)) return true;
    }
    return false;
  }
  void match_listed(const Text& text, const Lexicon& lexicon, TokenId token, TokenId limit, std::vector<Match>& matches) const;
  bool matches_there(std::uint32_t pattern, const Text& text, const Lexicon& lexicon, TokenId token, TokenId limit) const;
  // Whether the form has a list; few have, and the table stays in the processor's cache.
  bool begins(FormId form) const { return (begins_[form / 64] >> (form % 64) & 1U) != 0; }
  std::uint32_t list_of(FormId form) const { return begins(form) ? of_form_[form] : 0; }
  std::span<const Filter> list(std::uint32_t id) const { return std::span<const Filter>(candidates_).subspan(list_begin_[id], list_begin_[id + 1] - list_begin_[id]); }

  std::vector<Node> nodes_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::string> slots_;
  // Until finish(): the words that patterns may begin with, with what comes behind each.
  std::vector<Filter> starting_;
  Keys by_form_, by_lexeme_, by_class_;
  std::vector<std::uint32_t> by_any_;
  // Per form and class: which list of patterns may begin with it. List 0 is of those that may begin with any word.
  Values<std::uint64_t> begins_;  // a bit for every form that has a list
  Values<std::uint32_t> of_form_, of_class_, list_begin_;
  Values<Filter> candidates_;
  std::vector<Filter> first_, second_;  // per pattern: from its first word, and from the one behind it
  Lexicon::Bits begin_bits_;            // of the words that patterns begin with
  bool anywhere_ = false;               // one of them may begin with any word
};

}  // namespace kroniek
