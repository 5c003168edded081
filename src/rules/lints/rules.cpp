// Ids, examples that are missing, dead rules, experiments that never end.
#include "lint.hpp"

#include <kroniek/date.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace kroniek {

namespace {

// topic.name, in small letters, digits and underscores.
bool good_name(const std::string& id) {
  bool dot = false, start = true;
  for (const char c : id) {
    if (c == '.') {
      if (start) return false;
      dot = start = true;
      continue;
    }
    const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (!letter && !(c >= '0' && c <= '9') && !(c == '_' && !start)) return false;
    start = false;
  }
  return dot && !start;
}

void ids(const LintInput& input, Findings& findings) {
  std::map<std::string, const RuleNode*> seen;
  for (const auto& rule : input.model.rules) {
    if (rule.id.empty()) continue;
    const auto id = child(rule.node, "id");
    if (!good_name(rule.id)) findings.add(input.file(rule), id, rule.id, "rule.name", "the id '" + rule.id + "' is not of the form topic.name", "small letters, digits, '_' and a dot: 'phone_call.bellen'");
    const auto [it, fresh] = seen.emplace(rule.id, &rule);
    const bool loader_tells = !fresh && (it->second->kind == rule.kind || (it->second->kind <= RuleKind::cue && rule.kind <= RuleKind::cue) || (it->second->kind > RuleKind::time && rule.kind > RuleKind::time));
    if (!fresh && !loader_tells) {
      findings.add(input.file(rule), id, rule.id, "rule.duplicate-id", "the rule id '" + rule.id + "' is already taken in " + input.file(*it->second).name + ", line " + std::to_string(it->second->first_line), "ids are unique in a pack");
    }
  }
}

void examples(const LintInput& input, Findings& findings) {
  const auto& rules = input.model.rules;
  std::vector<int> positive(rules.size()), negative(rules.size()), fired_own(rules.size()), fired_at_all(rules.size());
  for (std::size_t i = 0; i < input.examples.size(); ++i) {
    const auto& example = *input.examples[i].source;
    for (const auto rule : input.runs[i].fired) ++fired_at_all[rule];
    if (example.rule == kNoRule) {
      // A test that names a rule which stays silent in it is a counter-example.
      const auto named = input.numbers.by_id.find(example.about);
      if (named != input.numbers.by_id.end() && !std::binary_search(input.runs[i].fired.begin(), input.runs[i].fired.end(), named->second)) ++negative[named->second];
      continue;
    }
    (example.gives.size() > 0 ? positive : negative)[example.rule] += 1;
    const auto& fired = input.runs[i].fired;
    if (example.gives.size() > 0 && std::binary_search(fired.begin(), fired.end(), static_cast<std::uint32_t>(example.rule))) ++fired_own[example.rule];
  }
  std::set<std::string_view> look_alikes;
  for (const auto& rule : input.pack.data().time.rules) {
    if (rule.look_alike != 0) look_alikes.insert(rule.id);
  }
  for (std::size_t r = 0; r < rules.size(); ++r) {
    const auto& rule = rules[r];
    const auto id = child(rule.node, "id");
    if (rule.id.empty()) continue;
    const bool must_not = look_alikes.contains(rule.id);  // its examples show that nothing is found
    // Cues and stances show in the examples of the rules that they change.
    const bool indirect = rule.kind == RuleKind::cue || rule.kind == RuleKind::stance;
    const int shown = must_not ? negative[r] + positive[r] : positive[r];
    if (shown == 0 && !(indirect && fired_at_all[r] > 0)) {
      findings.add(input.file(rule), id, rule.id, "rule.no-example", indirect ? "no example shows '" + rule.id + "'" : "the rule '" + rule.id + "' has no example that must fire", "add a sentence of your own under 'examples:'");
      continue;
    }
    // What a verb of saying takes is no condition of its own: others show that it is needed.
    const bool bare_report = (rule.kind == RuleKind::report_verb || rule.kind == RuleKind::report_noun) && !child(rule.node, "with").is_defined() && !child(rule.node, "not").is_defined();
    if (!must_not && !indirect && !bare_report && negative[r] == 0) {
      auto& finding = findings.add(input.file(rule), id, rule.id, "rule.no-counter-example", "the rule '" + rule.id + "' has no example that must stay silent", "add a look-alike with 'gives: []'");
      if (rule.kind >= RuleKind::report_verb) finding.at.severity = Severity::note;
    }
    if (!must_not && shown > 0 && fired_own[r] == 0) {
      findings.add(input.file(rule), id, rule.id, "rule.dead", "the rule '" + rule.id + "' fires on none of its own examples", "'kroniek explain --text ... --why-not " + rule.id + "' tells why");
    }
  }
}

void experiments(const LintInput& input, Findings& findings) {
  for (const auto& rule : input.model.rules) {
    const auto since = child(rule.node, "experimental");
    if (!since.is_defined()) continue;
    const auto date = since.is_scalar() ? parse_edtf(since.text()) : std::nullopt;
    if (!date || date->is_open()) {
      findings.add(input.file(rule), since, rule.id, "rule.bad-value", "'experimental' takes the day since which the rule is on trial", "write 'experimental: 2025-03-01'");
    } else if (input.today && *input.today - date->earliest > 366) {
      findings.add(input.file(rule), since, rule.id, "rule.experimental-old", "the rule has been on trial since " + date->edtf + ", for more than a year", "keep it and remove 'experimental', or remove the rule");
    }
  }
}

void types(const LintInput& input, Findings& findings) {
  const auto& events = input.pack.data().events;
  std::set<std::uint16_t> given;
  for (const auto& rule : events.rules) given.insert(rule.type);
  for (const auto& type : events.types) {
    for (const auto& [modality, to] : type.under) given.insert(to);
  }
  for (const auto& file : input.model.files) {
    if (!file.name.starts_with("events/")) continue;
    const auto list = child(file.root, "types");
    if (!list.is_defined() || !list.is_list()) continue;
    for (const auto& node : list) {
      const auto id = scalar_of(node, "id");
      const auto type = events.type_of(id);
      if (type != 0xFFFF && !given.contains(type)) findings.add(file, node["id"], "", "type.unused", "no rule gives the type '" + id + "'", "add a rule, or remove the type");
    }
  }
}

}  // namespace

void lint_rules(const LintInput& input, Findings& findings) {
  ids(input, findings);
  examples(input, findings);
  experiments(input, findings);
  types(input, findings);
}

}  // namespace kroniek
