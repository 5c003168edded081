#include "coverage.hpp"

#include "../../time/time_matches.hpp"
#include "../lints/lint.hpp"
#include "../pattern.hpp"

#include <algorithm>
#include <set>

namespace kroniek {

namespace {

using Node = PatternSource::Node;

// For each alternative of a pattern, the pattern with that alternative alone; otherwise the pattern itself.
void variants(const Node& root, Node& here, std::vector<Node>& all, Node& copy) {
  for (auto& child : here.children) variants(root, child, all, copy);
  if (here.kind != PatternSource::Kind::alternatives) return;
  const Node whole = here;
  for (const auto& alternative : whole.children) {
    here = alternative;
    all.push_back(copy);
  }
  here = whole;
}

std::vector<Node> variants_of(const Node& root) {
  std::vector<Node> all;
  Node copy = root;
  variants(root, copy, all, copy);
  if (all.empty()) all.push_back(root);
  return all;
}

std::string written(const Node& node) {
  std::string text;
  switch (node.kind) {
    case PatternSource::Kind::word: return node.text;
    case PatternSource::Kind::lemma: return "<" + node.text + ">";
    case PatternSource::Kind::cls: return "{" + (node.slot == node.text ? "" : node.slot + ":") + node.text + "}";
    case PatternSource::Kind::sequence:
      for (const auto& part : node.children) text += (text.empty() ? "" : " ") + written(part);
      return text;
    case PatternSource::Kind::alternatives:
      for (const auto& part : node.children) text += (text.empty() ? "" : "|") + written(part);
      return "(" + text + ")";
    case PatternSource::Kind::repeat: {
      const auto inner = written(node.children.front());
      if (node.least == 0 && node.most == 1) return "[" + inner + "]";
      return inner + (node.least == 0 ? "*" : "+");
    }
  }
  return text;
}

struct RulePatterns {
  const RuleNode& rule;
  PatternSet set;
  std::vector<std::string> names;
  std::vector<bool> seen;
};

void count(CoverageCount& to, bool covered, std::string name) {
  ++to.all;
  if (covered) {
    ++to.covered;
  } else {
    to.missed.push_back(std::move(name));
  }
}

std::vector<RulePatterns> compile(const PackModel& model, const Lexicon& lexicon) {
  std::vector<RulePatterns> all;
  for (const auto& pattern : pattern_nodes(model)) {
    if (pattern.key == "not") continue;  // of look-alikes mutation tells
    PatternFault fault;
    const auto read = PatternSource::read(pattern.node.text(), fault);
    if (read.empty()) continue;
    const auto& rule = *pattern.rule;
    if (all.empty() || &all.back().rule != &rule) all.push_back({rule, {}, {}, {}});
    for (const auto& variant : variants_of(read.front().root())) {
      all.back().set.add(PatternSource(variant), lexicon);
      all.back().names.push_back(rule.id + ": " + written(variant));
    }
  }
  for (auto& one : all) one.seen.assign(one.names.size(), false);
  return all;
}

void match(std::vector<RulePatterns>& rules, const Document& document, const Pack& pack) {
  const auto& data = pack.data();
  auto text = read_text(document, data);
  // As the stages do: patterns may name actors and times.
  auto cut = cut_for_times(text, data.time, data.lexicon);
  match_time_rules(cut, data.time, data.lexicon, false);
  for (auto& rule : rules) {
    const auto& in = rule.rule.kind == RuleKind::time ? cut.text : text;
    for (const auto& sentence : in.sentences) {
      for (auto token = sentence.first; token < sentence.last; ++token) {
        for (std::uint32_t p = 0; p < rule.seen.size(); ++p) {
          rule.seen[p] = rule.seen[p] || rule.set.matches_at(p, in, data.lexicon, token, sentence.last);
        }
      }
    }
  }
}

}  // namespace

Coverage coverage_of(const PackModel& model, const Pack& pack, const RuleNumbers& numbers, std::span<const ExampleRun> runs, std::span<const Document> documents) {
  Coverage coverage;
  const auto& data = pack.data();
  const auto& lexicon = data.lexicon;
  std::set<std::uint32_t> fired;
  std::set<std::pair<std::uint32_t, std::uint32_t>> triggers;
  std::vector<bool> seen(lexicon.form_count());
  for (const auto& run : runs) {
    fired.insert(run.fired.begin(), run.fired.end());
    triggers.insert(run.triggers.begin(), run.triggers.end());
    for (const auto form : run.forms) seen[form] = true;
  }
  for (std::uint32_t r = 0; r < model.rules.size(); ++r) {
    if (!model.rules[r].id.empty()) count(coverage["rules"], fired.contains(r), model.rules[r].id);
  }
  auto& of_triggers = coverage["triggers"];
  const auto lexemes = [&](const auto& index, const std::vector<std::uint32_t>& of) {
    for (const auto& [lexeme, rule] : index) {
      if (rule < of.size()) count(of_triggers, triggers.contains({of[rule], lexeme}), model.rules[of[rule]].id + ": " + std::string(lexicon.lemma(lexeme)));
    }
  };
  lexemes(data.events.by_lexeme, numbers.events);
  lexemes(data.claims.by_lexeme, numbers.reports);
  for (const auto& [cls, rule] : data.events.by_class) {
    const auto name = "$" + std::string(lexicon.class_name(cls));
    bool covered = false;
    for (auto it = triggers.lower_bound({numbers.events[rule], 0}); it != triggers.end() && it->first == numbers.events[rule]; ++it) covered |= lexicon.is_a(it->second, cls);
    count(of_triggers, covered, model.rules[numbers.events[rule]].id + ": " + name);
  }
  // Words that a rule can name; names of actors and places are data, not rules.
  std::vector<bool> lexeme_seen(lexicon.lexeme_count());
  for (FormId form = 1; form < seen.size(); ++form) {
    if (!seen[form]) continue;
    for (const auto& reading : lexicon.readings(form)) lexeme_seen[reading.lexeme] = true;
  }
  const auto actor = lexicon.class_id("actor"), place = lexicon.class_id("place"), nationality = lexicon.class_id("nationality"), given = lexicon.class_id("given_name");
  for (LexemeId id = 1; id < lexicon.lexeme_count(); ++id) {
    const auto classes = lexicon.classes(id);
    if (classes.empty() || lexicon.lemma(id).empty() || lexicon.lemma(id).starts_with("{")) continue;
    const bool name = lexicon.is_a(id, actor) || lexicon.is_a(id, place) || lexicon.is_a(id, nationality) || lexicon.is_a(id, given);
    count(coverage[name ? "names" : "words"], lexeme_seen[id], std::string(lexicon.class_name(classes[0])) + ": " + std::string(lexicon.lemma(id)));
  }
  auto patterns = compile(model, lexicon);
  for (const auto& document : documents) match(patterns, document, pack);
  for (const auto& rule : patterns) {
    for (std::size_t i = 0; i < rule.names.size(); ++i) count(coverage["alternatives"], rule.seen[i], rule.names[i]);
  }
  return coverage;
}

}  // namespace kroniek
