// How the verbs of a language get their forms: morphology.yaml.
#pragma once

#include "verb_source.hpp"

#include <boost/regex/icu.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace kroniek::verb_files {

using Texts = std::vector<std::string>;
using Forms = std::map<VerbForm, Texts>;

inline constexpr const char* regular = "regular";  // the class of what an irregular verb's entry leaves out

// Ordered rewrites: every step sees what the step before it left.
struct Rewrites {
  std::vector<std::pair<boost::u32regex, std::string>> steps;

  std::string operator()(std::string text) const;
};

// The spelling of a language: morphology.yaml.
class Inflection {
 public:
  // False if no form can be made with it; the faults then say why.
  bool load(Source& source);

  bool knows(const std::string& name) const { return classes_.contains(name); }
  bool is_infinitive(const std::string& text) const { return boost::u32regex_match(text, infinitive_); }
  bool is_word(const std::string& text) const { return boost::u32regex_match(text, word_); }
  std::string classes() const;

  // All forms of a verb: those in `given` as they are, the others by the rules of its class.
  Forms inflect(const std::string& infinitive, const std::string& verb_class, Forms given) const;
  // The forms of particle + base (opbellen), or of an inseparable prefix + base (bespreken).
  Forms compound(const std::string& first, const Forms& base, bool inseparable) const;
  std::string compound(const std::string& first, const std::string& base) const { return join_(first + "=" + base); }

 private:
  std::string fill(std::string text, std::string_view name, const std::string& value) const;

  // Puts the patterns of `let` in; a fault here makes all forms unsure, so it is remembered.
  std::string expand(Source& source, const Item& pattern);
  boost::u32regex compile(Source& source, const Item& pattern);
  void read_rewrites(Source& source, const Item& name, const yaml::Node& node, Rewrites& into);
  void read_forms(Source& source, const yaml::Node& node);

  std::map<std::string, std::string> let_;
  boost::u32regex infinitive_, word_;
  std::map<std::string, Rewrites> classes_;
  std::map<VerbForm, Texts> forms_;
  std::string inflected_;
  Rewrites stem_, spelling_, bare_, join_;
  bool bad_ = false;
};

}  // namespace kroniek::verb_files
