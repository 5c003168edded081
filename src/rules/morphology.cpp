#include "morphology.hpp"

#include "../ingest/utf8.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <boost/regex/icu.hpp>
#include <deque>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

namespace kroniek {
namespace {

namespace fs = std::filesystem;

// As VerbForm counts them.
constexpr std::array<std::string_view, 9> form_names{"present_first",        "present_third",      "present_plural",
                                                     "past_singular",        "past_plural",        "participle",
                                                     "participle_inflected", "present_participle", "infinitive"};

constexpr const char* regular = "regular";  // the class of what an irregular verb's entry leaves out

using Texts = std::vector<std::string>;
using Forms = std::map<VerbForm, Texts>;

// A text of a YAML file and where it stands.
struct Item {
  std::string text;
  YAML::Mark mark;
};

// One YAML file. Its readers report what they did not expect and return what they could read.
class Source {
 public:
  Source(const fs::path& path, std::vector<VerbFault>& faults) : path_(path), faults_(&faults) {}

  // Calls `entry(key, value)` for every pair of the file's outermost map.
  template <class Entry>
  bool read(Entry entry) {
    std::ifstream stream(path_, std::ios::binary);
    if (!stream) {
      fault({}, "cannot be read; a pack needs this file");
      return false;
    }
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (const auto invalid = find_invalid_utf8(text)) {
      fault({}, "not UTF-8 at byte offset " + std::to_string(*invalid));
      return false;
    }
    try {
      each(YAML::Load(text), "the file", entry);
      return true;
    } catch (const YAML::Exception& error) {
      fault(error.mark, "not valid YAML: " + error.msg);
      return false;
    }
  }

  template <class Entry>
  void each(const YAML::Node& node, const std::string& what, Entry entry) {
    if (!node.IsMap()) return fault(node.Mark(), what + " must be a map (key: value)");
    std::set<std::string> seen;
    for (const auto& pair : node) {
      const auto key = text(pair.first, "a key");
      if (!key) continue;
      if (seen.insert(key->text).second) {
        entry(*key, pair.second);
      } else {
        fault(key->mark, "'" + key->text + "' comes twice in " + what + "; join the two or take one out");
      }
    }
  }

  std::optional<Item> text(const YAML::Node& node, const std::string& what) {
    if (node.IsScalar()) return Item{node.Scalar(), node.Mark()};
    fault(node.Mark(), what + " must be a text");
    return std::nullopt;
  }

  // A list of texts; a single text counts as a list of one.
  std::vector<Item> texts(const YAML::Node& node, const std::string& what) {
    std::vector<Item> result;
    if (!node.IsSequence()) {
      if (auto item = text(node, what)) result.push_back(std::move(*item));
      return result;
    }
    for (const auto& element : node) {
      if (auto item = text(element, "an entry of " + what)) result.push_back(std::move(*item));
    }
    return result;
  }

  void unknown(const Item& key, std::string_view known) {
    fault(key.mark, "unknown key '" + key.text + "'; known here: " + std::string(known));
  }

  void fault(const YAML::Mark& mark, std::string message) {
    faults_->push_back({path_.generic_string(), mark.line + 1, mark.column + 1, std::move(message)});
  }

  std::string place(const YAML::Mark& mark) const {
    return path_.filename().string() + " line " + std::to_string(mark.line + 1);
  }

 private:
  fs::path path_;
  std::vector<VerbFault>* faults_;
};

void substitute(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// Ordered rewrites: every step sees what the step before it left.
struct Rewrites {
  std::vector<std::pair<boost::u32regex, std::string>> steps;

  std::string operator()(std::string text) const {
    for (const auto& [pattern, replacement] : steps) {
      // Most steps do not fit most words, and a search is cheaper than a copy.
      if (boost::u32regex_search(text, pattern)) text = boost::u32regex_replace(text, pattern, replacement);
    }
    return text;
  }
};

// The spelling of a language: morphology.yaml.
class Morphology {
 public:
  // False if no form can be made with it; the faults then say why.
  bool load(Source& source);

  bool knows(const std::string& name) const { return classes_.contains(name); }
  bool is_infinitive(const std::string& text) const { return boost::u32regex_match(text, infinitive_); }
  bool is_word(const std::string& text) const { return boost::u32regex_match(text, word_); }
  std::string classes() const {
    std::string result;
    for (const auto& [name, rewrites] : classes_) result += (result.empty() ? "" : ", ") + name;
    return result;
  }

  // All forms of a verb: those in `given` as they are, the others by the rules of its class.
  Forms inflect(const std::string& infinitive, const std::string& verb_class, Forms given) const {
    const std::string stem = stem_(classes_.at(verb_class)(infinitive));
    if (const auto spelled = given.find(VerbForm::participle); spelled != given.end()) {
      Texts& inflected = given[VerbForm::participle_inflected];
      for (const auto& participle : spelled->second) inflected.push_back(fill(inflected_, "participle", participle));
    }
    for (const auto& [form, templates] : forms_) {
      if (given.contains(form)) continue;
      Texts& texts = given[form];
      for (std::string text : templates) {
        substitute(text, "{infinitive}", infinitive);
        texts.push_back(fill(std::move(text), "stem", stem));
      }
    }
    return given;
  }

  // The forms of particle + base (opbellen), or of an inseparable prefix + base (bespreken).
  Forms compound(const std::string& first, const Forms& base, bool inseparable) const {
    Forms result;
    for (const auto& [form, texts] : base) {
      const bool participle = form == VerbForm::participle || form == VerbForm::participle_inflected;
      for (const auto& text : texts) {
        result[form].push_back(join_(first + "=" + (inseparable && participle ? bare_(text) : text)));
      }
    }
    return result;
  }

  std::string compound(const std::string& first, const std::string& base) const { return join_(first + "=" + base); }

 private:
  std::string fill(std::string text, std::string_view name, const std::string& value) const {
    substitute(text, "{" + std::string(name) + "}", value);
    return spelling_(std::move(text));
  }

  // Puts the patterns of `let` in; a fault here makes all forms unsure, so it is remembered.
  std::string expand(Source& source, const Item& pattern) {
    std::string text = pattern.text;
    for (const auto& [name, value] : let_) substitute(text, "{" + name + "}", value);
    boost::smatch match;
    if (boost::regex_search(text, match, boost::regex("\\{[A-Za-z_]+\\}"))) {
      bad_ = true;
      source.fault(pattern.mark, match.str() + " is not defined; add it to 'let' above its use");
    }
    return text;
  }

  boost::u32regex compile(Source& source, const Item& pattern) {
    try {
      return boost::make_u32regex(expand(source, pattern));
    } catch (const std::runtime_error& error) {
      bad_ = true;
      source.fault(pattern.mark, std::string("not a regular expression: ") + error.what());
      return boost::u32regex();
    }
  }

  void read_rewrites(Source& source, const Item& name, const YAML::Node& node, Rewrites& into) {
    if (!node.IsSequence()) {
      bad_ = true;
      return source.fault(node.Mark(), name.text + " must be a list of steps");
    }
    for (const auto& step : node) {
      const auto parts = source.texts(step, "a step");
      bad_ = bad_ || parts.size() != 2;
      if (parts.size() != 2) return source.fault(step.Mark(), "a step is [pattern, replacement]");
      into.steps.emplace_back(compile(source, parts[0]), parts[1].text);
    }
  }

  void read_forms(Source& source, const YAML::Node& node) {
    source.each(node, "forms", [&](const Item& key, const YAML::Node& value) {
      std::string known;
      for (std::size_t i = 0; i < form_names.size(); ++i) {
        known.append(i == 0 ? "" : ", ").append(form_names[i]);
        if (form_names[i] != key.text) continue;
        for (auto& item : source.texts(value, key.text)) forms_[VerbForm(i)].push_back(std::move(item.text));
        return;
      }
      source.unknown(key, known);
    });
  }

  std::map<std::string, std::string> let_;
  boost::u32regex infinitive_, word_;
  std::map<std::string, Rewrites> classes_;
  std::map<VerbForm, Texts> forms_;
  std::string inflected_;
  Rewrites stem_, spelling_, bare_, join_;
  bool bad_ = false;
};

bool Morphology::load(Source& source) {
  const std::map<std::string, Rewrites*> rewrites{
      {"stem", &stem_}, {"spelling", &spelling_}, {"bare", &bare_}, {"join", &join_}};
  const bool readable = source.read([&](const Item& key, const YAML::Node& value) {
    if (const auto found = rewrites.find(key.text); found != rewrites.end()) {
      read_rewrites(source, key, value, *found->second);
    } else if (key.text == "let") {
      source.each(value, key.text, [&](const Item& name, const YAML::Node& node) {
        if (const auto pattern = source.text(node, "a pattern")) let_[name.text] = expand(source, *pattern);
      });
    } else if (key.text == "infinitive" || key.text == "word") {
      boost::u32regex& into = key.text == "word" ? word_ : infinitive_;
      if (const auto pattern = source.text(value, "a pattern")) into = compile(source, *pattern);
    } else if (key.text == "classes") {
      source.each(value, key.text, [&](const Item& name, const YAML::Node& steps) {
        read_rewrites(source, name, steps, classes_[name.text]);
      });
    } else if (key.text == "forms") {
      read_forms(source, value);
    } else if (key.text == "inflected") {
      if (const auto item = source.text(value, key.text)) inflected_ = item->text;
    } else {
      source.unknown(key, "let, infinitive, word, classes, stem, forms, inflected, spelling, bare, join");
    }
  });
  if (!readable || bad_) return false;
  std::string missing;
  if (infinitive_.empty()) missing = "infinitive";
  if (word_.empty()) missing = "word";
  if (inflected_.empty()) missing = "inflected";
  if (!classes_.contains(regular)) missing = std::string("classes: ") + regular;
  for (std::size_t i = 0; i < form_names.size(); ++i) {
    if (!forms_.contains(VerbForm(i))) missing = "forms: " + std::string(form_names[i]);
  }
  if (!missing.empty()) source.fault({}, "'" + missing + "' is missing; no verb can be inflected without it");
  return missing.empty();
}

// The verb files, read in one pass and put together afterwards: a compound may stand before its base.
class Lexicon {
 public:
  Lexicon(const Morphology& morphology, std::deque<Source>& sources) : morphology_(morphology) {
    for (auto& source : sources) read(source);
  }

  std::vector<Verb> verbs() {
    resolve_prefixed();
    for (const auto& [lemma, forms] : simple_) add_verb({lemma, "", "", false, true, {}}, forms);
    for (const auto& [first, base, source] : separable_) {
      const auto found = simple_.find(base.text);
      if (found == simple_.end()) {
        missing_base(first, base, *source);
        continue;
      }
      const std::string lemma = morphology_.compound(first, base.text);
      const Forms forms = morphology_.compound(first, found->second, false);
      if (taken(first, lemma, *source, base.mark) || !check(forms, *source, base.mark)) continue;
      add_verb({lemma, base.text, first, false, true, {}}, forms);
    }
    set_perfect();
    std::sort(verbs_.begin(), verbs_.end(), [](const Verb& a, const Verb& b) {
      return std::tie(a.lemma, a.particle) < std::tie(b.lemma, b.particle);
    });
    return std::move(verbs_);
  }

 private:
  // An entry that names another verb: op: [bellen], zijn: [vertrekken].
  struct Reference {
    std::string key;
    Item verb;
    Source* source;
  };

  void read(Source& source) {
    source.read([&](const Item& key, const YAML::Node& value) {
      if (key.text == "weak") {
        source.each(value, key.text, [&](const Item& verb_class, const YAML::Node& list) {
          if (!morphology_.knows(verb_class.text)) return source.unknown(verb_class, morphology_.classes());
          for (const auto& lemma : source.texts(list, verb_class.text)) add(source, lemma, verb_class.text, {});
        });
      } else if (key.text == "irregular") {
        source.each(value, key.text, [&](const Item& lemma, const YAML::Node& node) {
          if (auto given = read_given(source, node)) add(source, lemma, regular, std::move(*given));
        });
      } else if (key.text == "prefixed" || key.text == "separable" || key.text == "perfect") {
        auto& into = key.text == "prefixed" ? prefixed_ : key.text == "separable" ? separable_ : perfect_;
        source.each(value, key.text, [&](const Item& name, const YAML::Node& list) {
          if (&into == &perfect_ && name.text != "zijn" && name.text != "hebben" && name.text != "both") {
            return source.unknown(name, "zijn, hebben, both");
          }
          for (auto& verb : source.texts(list, name.text)) into.push_back({name.text, std::move(verb), &source});
        });
      } else {
        source.unknown(key, "weak, irregular, prefixed, separable, perfect");
      }
    });
  }

  // An irregular entry: the forms that it spells out, or nothing after a fault.
  std::optional<Forms> read_given(Source& source, const YAML::Node& node) {
    Forms given;
    bool good = true;
    const auto row = [&](const YAML::Node& list, const std::string& what, const std::vector<VerbForm>& forms) {
      if (!list.IsSequence() || list.size() > forms.size()) {
        good = false;
        return source.fault(list.Mark(), "'" + what + "' must be a list of at most " + std::to_string(forms.size()) +
                                             " forms; write variants of one form as a list of their own");
      }
      for (std::size_t i = 0; i < list.size(); ++i) {
        Texts& texts = given[forms[i]];  // stays empty for [], a form that the verb does not have
        for (auto& item : source.texts(list[i], what)) texts.push_back(std::move(item.text));
      }
    };
    source.each(node, "an irregular verb", [&](const Item& key, const YAML::Node& value) {
      using enum VerbForm;
      if (key.text == "present") {
        row(value, key.text, {present_first, present_third, present_plural});
      } else if (key.text == "past") {
        row(value, key.text, {past_singular, past_plural});
      } else if (key.text == "participle") {
        Texts& texts = given[participle];
        for (auto& item : source.texts(value, key.text)) texts.push_back(std::move(item.text));
      } else {
        good = false;
        source.unknown(key, "present, past, participle");
      }
    });
    return good && node.IsMap() ? std::optional(std::move(given)) : std::nullopt;
  }

  void add(Source& source, const Item& lemma, const std::string& verb_class, Forms given) {
    if (!morphology_.is_infinitive(lemma.text)) {
      return source.fault(lemma.mark, "'" + lemma.text + "' is not an infinitive in lower case");
    }
    insert(source, lemma.mark, lemma.text, morphology_.inflect(lemma.text, verb_class, std::move(given)));
  }

  void insert(Source& source, const YAML::Mark& mark, const std::string& lemma, Forms forms) {
    if (taken("", lemma, source, mark) || !check(forms, source, mark)) return;
    simple_.emplace(lemma, std::move(forms));
  }

  // A lemma may be both separable and not (voorkomen), so the two are told apart by the particle.
  bool taken(const std::string& particle, const std::string& lemma, Source& source, const YAML::Mark& mark) {
    const auto [known, fresh] = places_.emplace(std::pair(particle, lemma), source.place(mark));
    if (!fresh) source.fault(mark, "'" + lemma + "' is already in " + known->second + "; take one of the two out");
    return !fresh;
  }

  bool check(const Forms& forms, Source& source, const YAML::Mark& mark) {
    for (const auto& [form, texts] : forms) {
      for (const auto& text : texts) {
        if (morphology_.is_word(text)) continue;
        source.fault(mark, "gives the form '" + text + "', which is not a word; mend the entry or morphology.yaml");
        return false;
      }
    }
    return true;
  }

  // A base may itself be prefixed (her + bevestigen), so until nothing more is found.
  void resolve_prefixed() {
    for (std::vector<Reference> open; !prefixed_.empty(); prefixed_ = std::exchange(open, {})) {
      for (const auto& compound : prefixed_) {
        const auto& [first, base, source] = compound;
        if (const auto found = simple_.find(base.text); found == simple_.end()) {
          open.push_back(compound);
        } else {
          insert(*source, base.mark, morphology_.compound(first, base.text),
                 morphology_.compound(first, found->second, true));
        }
      }
      if (open.size() < prefixed_.size()) continue;
      for (const auto& [first, base, source] : open) missing_base(first, base, *source);
      return;
    }
  }

  static void missing_base(const std::string& first, const Item& base, Source& source) {
    source.fault(base.mark,
                 "no verb '" + base.text + "' to make '" + first + base.text + "' of; add it to weak or irregular");
  }

  void add_verb(Verb verb, const Forms& forms) {
    for (const auto& [form, texts] : forms) {
      for (const auto& text : texts) {
        InflectedForm inflected{text, form};
        if (std::find(verb.forms.begin(), verb.forms.end(), inflected) == verb.forms.end()) {
          verb.forms.push_back(std::move(inflected));
        }
      }
    }
    verbs_.push_back(std::move(verb));
  }

  // What is said of the verb itself, else what is said of its base.
  void set_perfect() {
    std::set<std::string> lemmas;
    for (const auto& verb : verbs_) lemmas.insert(verb.lemma);
    std::map<std::string, std::string> said;
    for (const auto& [auxiliary, name, source] : perfect_) {
      if (!lemmas.contains(name.text)) {
        source->fault(name.mark, "no verb '" + name.text + "' in the lexicon; add it or mend this");
      } else if (!said.emplace(name.text, auxiliary).second) {
        source->fault(name.mark, "the perfect of '" + name.text + "' is said twice; take one out");
      }
    }
    for (auto& verb : verbs_) {
      auto found = said.find(verb.lemma);
      if (found == said.end()) found = said.find(verb.base);
      if (found == said.end()) continue;
      verb.perfect_zijn = found->second != "hebben";
      verb.perfect_hebben = found->second != "zijn";
    }
  }

  const Morphology& morphology_;
  std::map<std::string, Forms> simple_;
  std::vector<Reference> prefixed_, separable_, perfect_;
  std::map<std::pair<std::string, std::string>, std::string> places_;  // where each verb was read
  std::vector<Verb> verbs_;
};

}  // namespace

std::vector<Verb> load_verbs(const fs::path& pack_dir, std::vector<VerbFault>& faults) {
  std::vector<VerbFault> found;
  std::vector<Verb> verbs;
  const fs::path folder = pack_dir / "lexicon" / "verbs";
  std::set<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".yaml") files.insert(at->path());
  }
  if (files.empty()) found.push_back({folder.generic_string(), 0, 0, "has no verb files (*.yaml); a pack needs them"});
  Morphology morphology;
  Source spelling(pack_dir / "morphology.yaml", found);
  if (morphology.load(spelling)) {
    std::deque<Source> sources;
    for (const auto& file : files) sources.emplace_back(file, found);
    try {
      verbs = Lexicon(morphology, sources).verbs();
    } catch (const std::exception& thrown) {  // a pattern that tries too much, or bytes that are not UTF-8
      found.push_back({folder.generic_string(), 0, 0, std::string("cannot be inflected: ") + thrown.what()});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const VerbFault& a, const VerbFault& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
  faults.insert(faults.end(), found.begin(), found.end());
  return verbs;
}

}  // namespace kroniek
