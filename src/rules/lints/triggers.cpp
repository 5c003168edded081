// Triggers, roles and conditions.
#include "lint.hpp"

#include "../word_lists.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kroniek {

namespace {

// The words of lint.yaml's `common_words`, folded.
std::set<std::string> common_words(const PackModel& model) {
  std::set<std::string> words;
  for (const auto& file : model.files) {
    if (file.name != "lint.yaml") continue;
    for (const auto& word : scalars(child(file.root, "common_words"))) words.insert(fold(word.text()));
  }
  return words;
}

std::vector<yaml::Node> trigger_words(const RuleNode& rule) {
  std::vector<yaml::Node> all;
  if (rule.kind == RuleKind::event) {
    const auto trigger = child(rule.node, "trigger");
    for (const char* key : {"verb", "noun"}) {
      for (const auto& word : scalars(child(trigger, key))) all.push_back(word);
    }
  }
  if (rule.kind == RuleKind::report_verb) all = scalars(child(rule.node, "verb"));
  if (rule.kind == RuleKind::report_noun) all = scalars(child(rule.node, "noun"));
  return all;
}

bool has_condition(const RuleNode& rule) {
  if (rule.kind != RuleKind::event) return child(rule.node, "with").is_defined();
  if (child(rule.node, "has").is_defined()) return true;
  const auto roles = child(rule.node, "roles");
  if (!roles.is_defined() || !roles.is_map()) return false;
  return std::any_of(roles.begin(), roles.end(), [](const auto& role) { return child(role.second, "class").is_defined(); });
}

void words(const LintInput& input, Findings& findings) {
  const auto common = common_words(input.model);
  const auto& lexicon = input.pack.data().lexicon;
  std::set<ClassId> auxiliaries;
  for (const char* name : {"aux_be", "aux_have", "aux_become", "aux_modal", "aux_future", "auxiliary"}) auxiliaries.insert(lexicon.class_id(name));
  auxiliaries.erase(ClassId{0});
  for (const auto& rule : input.model.rules) {
    std::set<std::string> seen;
    const auto all = trigger_words(rule);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto word = fold(all[i].text());
      if (!seen.insert(word).second) {
        auto& finding = findings.add(input.file(rule), all[i], rule.id, "trigger.repeated", "the trigger '" + word + "' stands twice in this rule", "remove one");
        if (auto edit = removal_from_list(input.file(rule), all[i]); !edit.file.empty()) finding.fix.push_back(std::move(edit));
        continue;
      }
      if (has_condition(rule) || word.starts_with("$")) continue;
      const auto pos = rule.kind == RuleKind::report_noun || (rule.kind == RuleKind::event && child(child(rule.node, "trigger"), "noun").is_defined()) ? Pos::noun : Pos::verb;
      const auto lexeme = lexicon.find_lexeme(word, pos);
      const bool helps = lexeme && std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](ClassId cls) { return lexicon.is_a(*lexeme, cls); });
      if (helps || common.contains(word)) {
        findings.add(input.file(rule), all[i], rule.id, "trigger.common", "the trigger '" + word + "' is " + (helps ? "an auxiliary" : "among the commonest words"),
                     rule.kind == RuleKind::event ? "ask for more with 'has:' or a role with a 'class:'" : "ask for more with 'with:'");
      }
    }
  }
}

template <class T>
bool within(std::vector<T> small, std::vector<T> large) {
  std::sort(small.begin(), small.end());
  std::sort(large.begin(), large.end());
  return std::includes(large.begin(), large.end(), small.begin(), small.end());
}

struct Triggers {
  std::vector<LexemeId> lexemes;
  std::vector<ClassId> classes;
  bool phrase = false;
};

bool same_source(const Source& a, const Source& b) { return a.kind == b.kind && a.preposition == b.preposition && a.nations == b.nations; }

// Whether `wide` fires wherever `narrow` does, and fills at least the same roles.
bool covers(const EventRule& wide, const Triggers& wide_on, const EventRule& narrow, const Triggers& narrow_on, const Lexicon& lexicon) {
  if (wide.type != narrow.type || wide.trigger != narrow.trigger || narrow_on.phrase || wide_on.phrase) return false;
  if (wide.status != narrow.status || wide.drops_negated != narrow.drops_negated || wide.negation_is_part != narrow.negation_is_part || wide.modal_is_part != narrow.modal_is_part || wide.refers_to != narrow.refers_to) return false;
  for (const auto cls : narrow_on.classes) {
    if (std::find(wide_on.classes.begin(), wide_on.classes.end(), cls) == wide_on.classes.end()) return false;
  }
  for (const auto lexeme : narrow_on.lexemes) {
    const bool by_class = std::any_of(wide_on.classes.begin(), wide_on.classes.end(), [&](ClassId cls) { return lexicon.is_a(lexeme, cls); });
    if (!by_class && std::find(wide_on.lexemes.begin(), wide_on.lexemes.end(), lexeme) == wide_on.lexemes.end()) return false;
  }
  if (!within(wide.has, narrow.has) || !within(wide.lacks, narrow.lacks) || !wide.lacks_patterns.empty()) return false;
  if (wide.actors > narrow.actors || (wide.needs_anchor && !narrow.needs_anchor)) return false;
  for (const auto& role : wide.roles) {
    if (role.least == 0) continue;
    const bool asked = std::any_of(narrow.roles.begin(), narrow.roles.end(), [&](const RoleRule& other) {
      return other.least >= role.least && other.role == role.role && within(other.classes, role.classes) &&
             std::all_of(other.from.begin(), other.from.end(), [&](const Source& s) { return std::any_of(role.from.begin(), role.from.end(), [&](const Source& t) { return same_source(s, t); }); });
    });
    if (!asked) return false;
  }
  for (const auto& role : narrow.roles) {
    for (const auto& source : role.from) {
      const bool there = std::any_of(wide.roles.begin(), wide.roles.end(), [&](const RoleRule& other) {
        return other.role == role.role && (role.classes.empty() ? other.classes.empty() : within(role.classes, other.classes)) &&
               std::any_of(other.from.begin(), other.from.end(), [&](const Source& s) { return same_source(s, source); });
      });
      if (!there) return false;
    }
  }
  return true;
}

void shadows(const LintInput& input, Findings& findings) {
  const auto& events = input.pack.data().events;
  const auto& lexicon = input.pack.data().lexicon;
  std::vector<Triggers> on(events.rules.size());
  for (const auto& [lexeme, rule] : events.by_lexeme) {
    if (rule < on.size()) on[rule].lexemes.push_back(lexeme);
  }
  for (const auto& [cls, rule] : events.by_class) {
    if (rule < on.size()) on[rule].classes.push_back(cls);
  }
  for (const auto rule : events.phrase_rule) {
    if (rule < on.size()) on[rule].phrase = true;
  }
  for (std::uint32_t b = 0; b < events.rules.size(); ++b) {
    if (on[b].lexemes.empty() && on[b].classes.empty()) continue;
    for (std::uint32_t a = 0; a < events.rules.size(); ++a) {
      if (a == b || !covers(events.rules[a], on[a], events.rules[b], on[b], lexicon)) continue;
      const bool equal = covers(events.rules[b], on[b], events.rules[a], on[a], lexicon);
      if (equal && a > b) continue;  // told of the later one
      const auto& rule = input.model.rules[input.numbers.events[b]];
      if (rule.id != events.rules[b].id) continue;
      findings.add(input.file(rule), child(rule.node, "id"), rule.id, equal ? "trigger.duplicate" : "rule.shadowed",
                   equal ? "'" + rule.id + "' has the same trigger and conditions as '" + events.rules[a].id + "'" : "'" + rule.id + "' finds nothing that '" + events.rules[a].id + "' does not find",
                   equal ? "merge the two" : "remove it, or give it roles or conditions of its own");
      break;
    }
  }
}

void role_places(const LintInput& input, Findings& findings) {
  const auto& lexicon = input.pack.data().lexicon;
  for (const auto& rule : input.model.rules) {
    if (rule.kind != RuleKind::event) continue;
    const auto roles = child(rule.node, "roles");
    if (!roles.is_defined() || !roles.is_map()) continue;
    for (const auto& role : roles) {
      const bool map = role.second.is_map() && child(role.second, "from").is_defined();
      const auto from = map ? child(role.second, "from") : role.second;
      const bool has_class = map && child(role.second, "class").is_defined();
      const auto place = [&](const yaml::Node& item) {
        if (item.is_scalar()) {
          const auto& name = item.text();
          if (name == "complement" && !has_class) findings.add(input.file(rule), item, rule.id, "role.unbindable", "'complement' without a class is never filled", "add 'class:'");
          return;
        }
        for (const auto& word : scalars(child(item, "prep"))) {
          const auto form = lexicon.find(fold(word.text()));
          // "als chef": a comparative stands before a noun as a preposition does.
          const bool comparative = form != 0 && lexicon.in_class(form, lexicon.class_id("comparative")).has_value();
          if (form == 0 || (!lexicon.has_pos(form, Pos::preposition) && !comparative)) {
            findings.add(input.file(rule), word, rule.id, "role.unbindable", "'" + word.text() + "' is no preposition of the lexicon, so nothing can stand behind it", "add it to the class 'preposition' in lexicon/function.yaml");
          }
        }
      };
      if (from.is_list()) {
        for (const auto& item : from) place(item);
      } else {
        place(from);
      }
    }
  }
}

void contradictions(const LintInput& input, Findings& findings) {
  for (const auto& rule : input.model.rules) {
    if (rule.kind != RuleKind::event) continue;
    std::set<std::string> has;
    for (const auto& name : scalars(child(rule.node, "has"))) has.insert(name.text());
    for (const auto& name : scalars(child(rule.node, "lacks"))) {
      if (has.contains(name.text())) findings.add(input.file(rule), name, rule.id, "condition.contradiction", "the clause must and must not hold a word of '" + name.text() + "'", "remove it from 'has' or from 'lacks'");
    }
  }
}

}  // namespace

void lint_triggers(const LintInput& input, Findings& findings) {
  words(input, findings);
  shadows(input, findings);
  role_places(input, findings);
  contradictions(input, findings);
}

}  // namespace kroniek
