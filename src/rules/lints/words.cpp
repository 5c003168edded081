// Word lists.
#include "lint.hpp"

#include "../pattern.hpp"
#include "../word_lists.hpp"

#include <algorithm>
#include <set>

namespace kroniek {

std::vector<WordList> word_lists(const PackModel& model) {
  std::vector<WordList> all;
  for (std::size_t f = 0; f < model.files.size(); ++f) {
    const auto& file = model.files[f];
    if (!file.name.starts_with("lexicon/") || file.name.starts_with("lexicon/verbs/")) continue;
    const auto lists = child(file.root, "words");
    if (!lists.is_defined() || !lists.is_list()) continue;
    for (const yaml::Node& node : lists) {
      if (node.is_map()) all.push_back({f, node});
    }
  }
  return all;
}

namespace {

std::set<std::string> used_classes(const PackModel& model) {
  std::set<std::string> used;
  const auto take = [&](const yaml::Node& node) {
    for (const auto& name : scalars(node)) used.insert(name.text());
  };
  for (const auto& pattern : pattern_nodes(model)) {
    PatternFault fault;
    for (const auto& read : PatternSource::read(pattern.node.text(), fault)) {
      for (auto& name : read.classes()) used.insert(name);
    }
  }
  for (const auto& rule : model.rules) {
    for (const char* key : {"class", "has", "lacks", "finite", "verb"}) take(child(rule.node, key));
    const auto trigger = child(rule.node, "trigger");
    for (const char* key : {"verb", "noun"}) {
      for (const auto& word : scalars(child(trigger, key))) {
        if (word.text().starts_with("$")) used.insert(word.text().substr(1));
      }
    }
    const auto roles = child(rule.node, "roles");
    if (!roles.is_defined() || !roles.is_map()) continue;
    for (const auto& role : roles) take(child(role.second, "class"));
  }
  return used;
}

// Exceptions are for all lists at once.
bool ends_in_compound(const std::string& word, const Lexicon& lexicon) {
  for (std::size_t at = 1; at < word.size(); ++at) {
    for (const auto& reading : lexicon.readings(lexicon.find(std::string_view(word).substr(at)))) {
      if (lexicon.lexeme(reading.lexeme).compound) return true;
    }
  }
  return false;
}

}  // namespace

void lint_words(const LintInput& input, Findings& findings) {
  const auto used = used_classes(input.model);
  std::set<std::string> told;
  for (const auto& list : word_lists(input.model)) {
    const auto& file = input.model.files[list.file];
    for (const auto& name : scalars(child(list.node, "class"))) {
      if (used.contains(name.text()) || is_program_class(name.text()) || !told.insert(name.text()).second) continue;
      findings.add(file, name, "", "words.unused-class", "nothing asks for the class '" + name.text() + "'", "remove it, or use it in a rule");
    }
    std::set<std::string> entries;
    for (const char* key : {"words", "verbs"}) {
      for (const auto& entry : scalars(child(list.node, key))) {
        const auto folded = fold(entry.text());
        if (entries.insert(folded).second) continue;
        auto& finding = findings.add(file, entry, "", "words.redundant", "'" + entry.text() + "' stands already in this list; case does not matter", "remove one");
        if (auto edit = removal_from_list(file, entry); !edit.file.empty()) finding.fix.push_back(std::move(edit));
      }
    }
    for (const auto& word : scalars(child(list.node, "except"))) {
      if (ends_in_compound(fold(word.text()), input.pack.data().lexicon)) continue;
      findings.add(file, word, "", "words.unused-exception", "'" + word.text() + "' ends in no word that counts as the last part of a compound, so it needs no exception", "remove it");
    }
  }
}

}  // namespace kroniek
