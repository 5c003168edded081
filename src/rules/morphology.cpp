#include "morphology.hpp"

#include "inflection.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

namespace kroniek {
namespace verb_files {
namespace {

// The verb files, read in one pass and put together afterwards: a compound may stand before its base.
class VerbLists {
 public:
  VerbLists(const Inflection& morphology, std::deque<Source>& sources) : morphology_(morphology) {
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
    source.read([&](const Item& key, const yaml::Node& value) {
      if (key.text == "weak") {
        source.each(value, key.text, [&](const Item& verb_class, const yaml::Node& list) {
          if (!morphology_.knows(verb_class.text)) return source.unknown(verb_class, morphology_.classes());
          for (const auto& lemma : source.texts(list, verb_class.text)) add(source, lemma, verb_class.text, {});
        });
      } else if (key.text == "irregular") {
        source.each(value, key.text, [&](const Item& lemma, const yaml::Node& node) {
          if (auto given = read_given(source, node)) add(source, lemma, regular, std::move(*given));
        });
      } else if (key.text == "prefixed" || key.text == "separable" || key.text == "perfect") {
        auto& into = key.text == "prefixed" ? prefixed_ : key.text == "separable" ? separable_ : perfect_;
        source.each(value, key.text, [&](const Item& name, const yaml::Node& list) {
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
  std::optional<Forms> read_given(Source& source, const yaml::Node& node) {
    Forms given;
    bool good = true;
    const auto row = [&](const yaml::Node& list, const std::string& what, const std::vector<VerbForm>& forms) {
      if (!list.is_list() || list.size() > forms.size()) {
        good = false;
        return source.fault(list.mark(), "'" + what + "' must be a list of at most " + std::to_string(forms.size()) +
                                             " forms; write variants of one form as a list of their own");
      }
      for (std::size_t i = 0; i < list.size(); ++i) {
        Texts& texts = given[forms[i]];  // stays empty for [], a form that the verb does not have
        for (auto& item : source.texts(list[i], what)) texts.push_back(std::move(item.text));
      }
    };
    source.each(node, "an irregular verb", [&](const Item& key, const yaml::Node& value) {
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
    return good && node.is_map() ? std::optional(std::move(given)) : std::nullopt;
  }

  void add(Source& source, const Item& lemma, const std::string& verb_class, Forms given) {
    if (!morphology_.is_infinitive(lemma.text)) {
      return source.fault(lemma.mark, "'" + lemma.text + "' is not an infinitive in lower case");
    }
    insert(source, lemma.mark, lemma.text, morphology_.inflect(lemma.text, verb_class, std::move(given)));
  }

  void insert(Source& source, const yaml::Mark& mark, const std::string& lemma, Forms forms) {
    if (taken("", lemma, source, mark) || !check(forms, source, mark)) return;
    simple_.emplace(lemma, std::move(forms));
  }

  // A lemma may be both separable and not (voorkomen), so the two are told apart by the particle.
  bool taken(const std::string& particle, const std::string& lemma, Source& source, const yaml::Mark& mark) {
    const auto [known, fresh] = places_.emplace(std::pair(particle, lemma), source.place(mark));
    if (!fresh) source.fault(mark, "'" + lemma + "' is already in " + known->second + "; take one of the two out");
    return !fresh;
  }

  bool check(const Forms& forms, Source& source, const yaml::Mark& mark) {
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

  const Inflection& morphology_;
  std::map<std::string, Forms> simple_;
  std::vector<Reference> prefixed_, separable_, perfect_;
  std::map<std::pair<std::string, std::string>, std::string> places_;  // where each verb was read
  std::vector<Verb> verbs_;
};

}  // namespace
}  // namespace verb_files

std::vector<Verb> load_verbs(const std::filesystem::path& pack_dir, std::vector<VerbFault>& faults) {
  using namespace verb_files;
  std::vector<VerbFault> found;
  std::vector<Verb> verbs;
  const std::filesystem::path folder = pack_dir / "lexicon" / "verbs";
  std::set<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".yaml") files.insert(at->path());
  }
  if (files.empty()) found.push_back({folder.generic_string(), 0, 0, "has no verb files (*.yaml); a pack needs them"});
  Inflection morphology;
  Source spelling(pack_dir / "morphology.yaml", found);
  if (morphology.load(spelling)) {
    std::deque<Source> sources;
    for (const auto& file : files) sources.emplace_back(file, found);
    try {
      verbs = VerbLists(morphology, sources).verbs();
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
