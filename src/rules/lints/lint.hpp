// Lints: what a pack may say, but should not. Each adds findings; a code is listed in registry.cpp.
#pragma once

#include "../check/examples.hpp"
#include "../model.hpp"
#include "../pack.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kroniek {

struct LintInput {
  const PackModel& model;
  const Pack& pack;
  const std::vector<Example>& examples;
  const std::vector<ExampleRun>& runs;  // one an example
  const RuleNumbers& numbers;
  std::optional<Day> today;

  const SourceFile& file(const RuleNode& rule) const { return model.files[rule.file]; }
};

class Findings {
 public:
  explicit Findings(std::vector<Finding>& all) : all_(all) {}
  // The severity is that of the registry.
  Finding& add(const SourceFile& file, const yaml::Node& node, const std::string& rule, const char* code, std::string message, std::string hint);

 private:
  std::vector<Finding>& all_;
};

void lint_rules(const LintInput& input, Findings& findings);      // ids, examples that are missing, age
void lint_examples(const LintInput& input, Findings& findings);   // what examples show
void lint_triggers(const LintInput& input, Findings& findings);   // triggers, roles, conditions of event rules and claims
void lint_patterns(const LintInput& input, Findings& findings);
void lint_words(const LintInput& input, Findings& findings);      // word lists
void lint_actors(const LintInput& input, Findings& findings);
void lint_files(const PackModel& model, Findings& findings);      // characters, regular expressions

// Takes an item and the comma before it out of a list in brackets; an empty file name if that cannot be done.
TextEdit removal_from_list(const SourceFile& file, const yaml::Node& item);

// Lists of `words` in lexicon/*.yaml.
struct WordList {
  std::size_t file = 0;
  yaml::Node node;
};
std::vector<WordList> word_lists(const PackModel& model);

// Classes that the program itself asks for.
bool is_program_class(std::string_view name);

// Every pattern of a rule: its node and under which key it stands.
struct PatternNode {
  const RuleNode* rule;
  std::string key;
  yaml::Node node;
};
std::vector<PatternNode> pattern_nodes(const PackModel& model);

}  // namespace kroniek
