// The time rules of a pack: time/*.yaml. Each rule has patterns over words and classes, and a value in the
// time algebra (algebra.hpp). A rule may make units of a class that other rules then use.
//
// Slots of the classes weekday, month_name, season, day_part and time_unit give dates and units; those of
// number, ordinal, digits2 ("7"), sixty ("05", "59"), pair ("05", "98"), digits_ordinal ("26e"), year_words ("negentienhonderdtachtig"), digits4 ("2025"), hm ("18.00"), dm ("5.12") and dmy
// ("5.12.2025") give numbers; those of a class that
// rules make give what these rules say. Words that match a slot named `lead` or `tail` are context: they must
// be there, but are no part of the expression.
#pragma once

#include "../rules/lexicon.hpp"
#include "../rules/pattern.hpp"
#include "../text/numbers.hpp"
#include "algebra.hpp"

#include <kroniek/diagnostic.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace kroniek {

struct TimeExample {
  int line = 0;
  std::string text, published, style;
  struct Expected {
    std::string text, value, edtf, type, mod, reason;
  };
  std::vector<Expected> gives;
};

struct TimeRuleSource {
  std::string file;
  int line = 0, column = 0;
  std::string id, value, mod, quant, makes, style;
  std::vector<std::string> patterns, not_patterns;
  std::vector<int> pattern_lines;
  bool part = false;        // makes units, but is no expression by itself
  bool look_alike = false;  // what it matches is no time
  bool lower = false;       // not of a word with a capital, but at the start of a sentence: "mei", "zomer" in names
  bool report = false;      // an impossible value is a finding; else the rule does not match
  int priority = 0;         // among matches of the same length
  std::vector<TimeExample> examples;
};

std::vector<TimeRuleSource> read_time_rules(const std::filesystem::path& pack_folder, std::vector<Diagnostic>& diagnostics);

// Adds the words of the patterns and the classes that rules make to a lexicon.
void declare_time_rules(const std::vector<TimeRuleSource>& sources, LexiconBuilder& builder);

struct TimeRule {
  std::string id, quant;
  ClassId makes = 0;
  Mod mod = Mod::none;
  std::uint8_t part = 0, look_alike = 0, lower = 0, report = 0;
  std::uint8_t style = 0;            // 1: only news, 2: only conversation
  std::int32_t priority = 0;
  std::vector<std::uint32_t> nots;   // patterns in TimeRules::nots
  template <class A>
  void fields(A& a) { a(id, quant, makes, mod, part, look_alike, lower, report, style, priority, nots); }
};

struct TimeRules {
  // Patterns that use units of other rules come in a later stratum than these.
  struct Stratum {
    PatternSet patterns;
    std::vector<std::uint32_t> rule_of;  // per pattern
    std::vector<std::uint32_t> root_of;  // per pattern: the value in `algebra`, with the slots of this stratum; or `kNoExpression`
    template <class A>
    void fields(A& a) { a(patterns, rule_of, root_of); }
  };
  std::vector<TimeRule> rules;
  std::vector<Stratum> strata;
  PatternSet nots;
  TimeAlgebra algebra;
  NumberWords numbers;
  std::vector<ClassId> made;             // classes that rules make, sorted
  template <class A>
  void fields(A& a) { a(rules, strata, nots, algebra, numbers, made); }
};

TimeRules compile_time_rules(const std::vector<TimeRuleSource>& sources, const Lexicon& lexicon, std::vector<Diagnostic>& diagnostics);

// Classes of tokens in digits, which the program makes.
inline constexpr std::array<const char*, 9> kDigitClasses = {"digits2", "digits4", "hm", "dm", "dmy", "sixty", "digits_ordinal", "year_words", "pair"};
// Classes of punctuation marks; each is also a `mark`.
inline constexpr std::array<const char*, 9> kSignClasses = {"mark", "hyphen", "slash", "colon", "comma", "apostrophe", "full_stop", "open", "close"};

}  // namespace kroniek
