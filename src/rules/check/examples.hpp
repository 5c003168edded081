// Runs the examples of a pack.
#pragma once

#include "../model.hpp"
#include "../pack.hpp"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kroniek {

// One thing that must come out of an example.
struct Expected {
  std::vector<std::pair<std::string, std::string>> fields;  // "type" -> "phone_call"
  std::vector<std::string> participants;
  bool compares_participants = false, claim = false;
  std::string shown;                                         // as it is written, for messages
};

struct Example {
  std::size_t node = 0;    // index into PackModel::examples
  std::string rule, type;  // of the rule it belongs to; `type`: its event type, if it has one
  bool time = false;       // of a time rule: expressions are expected, not events
  std::vector<Expected> gives;
  std::vector<std::string> types;  // of a test file: types that it speaks of
  const ExampleNode* source = nullptr;
};

struct ExampleRun {
  bool passed = true;
  std::string message;
  std::vector<std::uint32_t> fired, tried;  // indices into PackModel::rules, sorted
  std::vector<std::pair<std::uint32_t, std::uint32_t>> triggers;  // rule, lexeme: those that fired
  std::vector<FormId> forms;                // of the lexicon, seen in the text, sorted
  bool relative = false;                    // a date of it counts from the publication
};

// Keys that an expectation may have.
const std::vector<std::string>& expectation_keys(bool time, bool claim);

// Findings: expectations that cannot be read.
std::vector<Example> prepare_examples(const PackModel& model, const Pack& pack, std::vector<Finding>& findings);

// Indices of rules by what the stages number them by.
struct RuleNumbers {
  explicit RuleNumbers(const PackModel& model, const Pack& pack);
  std::unordered_map<std::string, std::uint32_t> by_id;
  std::vector<std::uint32_t> events, cues, times, reports, sources, stances;  // -> PackModel::rules
};

// `numbers` may be null: then only `passed` and `message` are set.
ExampleRun run_example(const Example& example, const Pack& pack, const RuleNumbers* numbers);

// All of them, by as many threads.
std::vector<ExampleRun> run_examples(const std::vector<Example>& examples, const Pack& pack, const RuleNumbers* numbers, unsigned threads);

// What fired in a document: fills `fired`, `tried`, `triggers` and `forms`.
void note_rules(const Document& document, const Pack& pack, const RuleNumbers& numbers, ExampleRun& run);

// A text as paragraphs, cut at empty lines, without looking for furniture.
Document plain_document(const std::string& text, const std::string& published);

}  // namespace kroniek
