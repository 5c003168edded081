// What the examples of rules show.
#include "lint.hpp"

#include <kroniek/date.hpp>

#include <algorithm>
#include <map>

namespace kroniek {

namespace {

// Passed, and something was expected, but not by the rule that it is an example of.
void other_rule(const LintInput& input, std::size_t i, Findings& findings) {
  const auto& example = input.examples[i];
  const auto& source = *example.source;
  const auto& run = input.runs[i];
  if (source.rule == kNoRule || !run.passed || example.gives.empty()) return;
  const auto& rule = input.model.rules[source.rule];
  if (rule.kind == RuleKind::cue || rule.kind == RuleKind::stance || rule.kind == RuleKind::time) return;
  if (std::binary_search(run.fired.begin(), run.fired.end(), static_cast<std::uint32_t>(source.rule))) return;
  std::string by;
  for (const auto other : run.fired) {
    const auto kind = input.model.rules[other].kind;
    if ((kind == RuleKind::event) == (rule.kind == RuleKind::event) && kind != RuleKind::time && kind != RuleKind::cue) by += (by.empty() ? "" : ", ") + input.model.rules[other].id;
  }
  findings.add(input.model.files[source.file], child(source.node, "text"), rule.id, "example.other-rule", "the example passes without '" + rule.id + "'" + (by.empty() ? "" : ", by " + by),
               "move it to that rule, or say it so that only this one fits");
}

void dates(const LintInput& input, std::size_t i, Findings& findings) {
  const auto& source = *input.examples[i].source;
  const auto& file = input.model.files[source.file];
  const auto id = source.rule == kNoRule ? std::string() : input.model.rules[source.rule].id;
  if (!source.published.empty()) {
    if (const auto date = parse_edtf(source.published); !date || date->is_open()) {
      findings.add(file, child(source.node, "published"), id, "example.bad-published", "'" + source.published + "' is no publication date", "write 2025-03-19, 2025-03 or 2025");
    }
    return;
  }
  bool expects = false;
  for (const auto& expected : input.examples[i].gives) {
    for (const auto& field : expected.fields) expects |= !input.examples[i].time && field.first == "date";
  }
  if (expects || input.runs[i].relative) {
    auto& finding = findings.add(file, source.node, id, "example.no-published", expects ? "the example expects a date but has no 'published'" : "the example has a date that counts from the publication, but no 'published'", "add 'published: 2025-03-19'");
    finding.at.column = 0;
  }
}

void known(const LintInput& input, std::size_t i, Findings& findings) {
  const auto& source = *input.examples[i].source;
  if (source.known.empty()) return;
  const bool right = source.known == "miss" ? source.gives.size() > 0 : source.known == "false-hit" && source.gives.size() == 0;
  if (right) return;
  const auto id = source.rule == kNoRule ? std::string() : input.model.rules[source.rule].id;
  findings.add(input.model.files[source.file], child(source.node, "known"), id, "example.bad-known", "'known: " + source.known + "' does not fit what the example gives",
               "'known: miss' where something should come out, 'known: false-hit' where nothing should");
}

void copies(const LintInput& input, Findings& findings) {
  std::map<std::string, const ExampleNode*> seen;
  for (const auto& example : input.model.examples) {
    if (example.rule == kNoRule || example.text.empty()) continue;
    const auto [it, fresh] = seen.emplace(example.text + '\n' + example.published + '\n' + example.style, &example);
    if (fresh) continue;
    const auto& first = *it->second;
    findings.add(input.model.files[example.file], child(example.node, "text"), input.model.rules[example.rule].id, "example.copied",
                 "this is also an example of '" + input.model.rules[first.rule].id + "' (" + input.model.files[first.file].name + ", line " + std::to_string(first.line) + ")",
                 "give each rule sentences of its own");
  }
}

}  // namespace

void lint_examples(const LintInput& input, Findings& findings) {
  for (std::size_t i = 0; i < input.examples.size(); ++i) {
    other_rule(input, i, findings);
    dates(input, i, findings);
    known(input, i, findings);
  }
  copies(input, findings);
}

}  // namespace kroniek
