#include "lint.hpp"

#include "../pattern.hpp"
#include "../word_lists.hpp"

#include <algorithm>
#include <map>

namespace kroniek {

namespace {

using Node = PatternSource::Node;
using Kind = PatternSource::Kind;

// Whether it can match without a word.
bool may_be_empty(const Node& node) {
  switch (node.kind) {
    case Kind::repeat: return node.least == 0 || may_be_empty(node.children.front());
    case Kind::sequence: return std::all_of(node.children.begin(), node.children.end(), may_be_empty);
    case Kind::alternatives: return std::any_of(node.children.begin(), node.children.end(), may_be_empty);
    case Kind::word:
    case Kind::lemma:
    case Kind::cls: break;
  }
  return false;
}

// Whether it matches some run of words wherever there is one.
bool matches_anything(const Node& node) {
  switch (node.kind) {
    case Kind::cls: return node.text == "any";
    case Kind::repeat: return matches_anything(node.children.front());
    case Kind::sequence: return std::all_of(node.children.begin(), node.children.end(), [](const Node& c) { return may_be_empty(c) || matches_anything(c); });
    case Kind::alternatives: return std::any_of(node.children.begin(), node.children.end(), matches_anything);
    case Kind::word:
    case Kind::lemma: break;
  }
  return false;
}

// Whether a match can begin with any word, so that the pattern is tried at every word of every text.
bool begins_with_anything(const Node& node) {
  switch (node.kind) {
    case Kind::cls: return node.text == "any" || node.text == "capital";
    case Kind::repeat: return begins_with_anything(node.children.front());
    case Kind::alternatives: return std::any_of(node.children.begin(), node.children.end(), begins_with_anything);
    case Kind::sequence:
      for (const auto& part : node.children) {
        if (begins_with_anything(part)) return true;
        if (!may_be_empty(part)) return false;
      }
      return false;
    case Kind::word:
    case Kind::lemma: break;
  }
  return false;
}

// What keeps it from ever matching; empty: nothing.
std::string impossible(const Node& node, const Lexicon& lexicon) {
  switch (node.kind) {
    case Kind::lemma:
      for (int pos = 0; pos <= static_cast<int>(Pos::punctuation); ++pos) {
        if (lexicon.find_lexeme(node.text, static_cast<Pos>(pos))) return {};
      }
      return "no word has the lemma '" + node.text + "'";
    case Kind::repeat: return node.least == 0 ? std::string() : impossible(node.children.front(), lexicon);
    case Kind::alternatives: {
      std::string why;
      for (const auto& one : node.children) {
        why = impossible(one, lexicon);
        if (why.empty()) return {};
      }
      return why;
    }
    case Kind::sequence:
      for (const auto& part : node.children) {
        if (auto why = impossible(part, lexicon); !why.empty()) return why;
      }
      return {};
    case Kind::word:
    case Kind::cls: break;
  }
  return {};
}

}  // namespace

std::vector<PatternNode> pattern_nodes(const PackModel& model) {
  std::vector<PatternNode> all;
  for (const auto& rule : model.rules) {
    const auto take = [&](const char* key, const yaml::Node& list) {
      for (const auto& node : scalars(list)) all.push_back({&rule, key, node});
    };
    if (rule.kind == RuleKind::event) take("phrase", child(child(rule.node, "trigger"), "phrase"));
    for (const char* key : {"pattern", "with", "not"}) take(key, child(rule.node, key));
  }
  return all;
}

void lint_patterns(const LintInput& input, Findings& findings) {
  std::map<std::string, const PatternNode*> seen;
  const auto all = pattern_nodes(input.model);
  for (const auto& pattern : all) {
    const auto& rule = *pattern.rule;
    PatternFault fault;
    const auto read = PatternSource::read(pattern.node.text(), fault);
    if (read.empty()) continue;  // the loader told
    const auto& root = read.front().root();
    const auto& file = input.file(rule);
    const auto text = pattern.node.text();
    if (matches_anything(root) || may_be_empty(root)) {
      findings.add(file, pattern.node, rule.id, "pattern.always", "the pattern '" + text + "' matches anything", "add a word that must be there");
    } else if (auto why = impossible(root, input.pack.data().lexicon); !why.empty()) {
      findings.add(file, pattern.node, rule.id, "pattern.never", "the pattern '" + text + "' can never match: " + why, "add the word to lexicon/, or write it without < >");
    } else if (begins_with_anything(root)) {
      findings.add(file, pattern.node, rule.id, "pattern.no-literal", "the pattern '" + text + "' begins with any word, so it is tried everywhere", "begin it with a word or a class");
    }
    // In one rule, or as the whole of two rules that make the same.
    const auto [it, fresh] = seen.emplace((rule.kind == RuleKind::time && pattern.key == "pattern" ? "time" + scalar_of(rule.node, "style") + scalar_of(rule.node, "makes") : rule.id + " " + pattern.key) + " " + fold(text), &pattern);
    if (fresh) continue;
    findings.add(file, pattern.node, rule.id, "pattern.duplicate", "the pattern '" + text + "' stands already in '" + it->second->rule->id + "' (line " + std::to_string(it->second->node.mark().line + 1) + ")", "remove one");
  }
}

}  // namespace kroniek
