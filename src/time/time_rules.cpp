#include "time_rules.hpp"

#include "../rules/yaml.hpp"
#include "timex.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kroniek {

namespace {

Diagnostic at_rule(const TimeRuleSource& source, std::string code, std::string message, std::string hint, int line = 0) {
  return {Severity::error, std::move(code), source.file, line != 0 ? line : source.line, line != 0 ? 0 : source.column, std::move(message), std::move(hint)};
}

class RuleReader {
 public:
  RuleReader(YamlFile& file, std::vector<TimeRuleSource>& sources) : file_(file), sources_(sources) {}

  void read(const yaml::Node& node) {
    if (!file_.is_map(node, {"id", "pattern", "value", "mod", "quant", "makes", "part", "look_alike", "lower", "report", "priority", "style", "not", "examples"})) return;
    TimeRuleSource source;
    source.file = file_.name();
    source.line = node.mark().line + 1;
    source.column = node.mark().column + 1;
    source.id = file_.text_of(node, "id", true).value_or("");
    source.patterns = file_.texts_of(node, "pattern");
    if (const auto list = node["pattern"]; list.is_defined() && list.is_list()) {
      for (const auto& item : list) source.pattern_lines.push_back(item.mark().line + 1);
    } else if (list.is_defined()) {
      source.pattern_lines.push_back(list.mark().line + 1);
    } else {
      file_.error(node, "rule.missing-key", "the rule has no 'pattern'", "add 'pattern: [...]'");
    }
    source.look_alike = file_.flag_of(node, "look_alike");
    source.lower = file_.flag_of(node, "lower");
    source.report = file_.flag_of(node, "report");
    source.value = file_.text_of(node, "value", !source.look_alike).value_or("");
    if (source.look_alike && !source.value.empty()) file_.error(node["value"], "time.value-of-look-alike", "a look-alike has no value", "remove 'value' or 'look_alike'");
    source.mod = file_.text_of(node, "mod").value_or("");
    source.quant = file_.text_of(node, "quant").value_or("");
    source.makes = file_.text_of(node, "makes").value_or("");
    source.part = file_.flag_of(node, "part");
    source.priority = file_.number_of(node, "priority").value_or(0);
    source.style = file_.text_of(node, "style").value_or("");
    source.not_patterns = file_.texts_of(node, "not");
    if (const auto list = node["examples"]; list.is_defined() && file_.is_list(list, "examples")) {
      for (const auto& item : list) example(item, source);
    }
    sources_.push_back(std::move(source));
  }

 private:
  void example(const yaml::Node& node, TimeRuleSource& source) {
    if (!file_.is_map(node, {"text", "published", "style", "gives"})) return;
    TimeExample example;
    example.line = node.mark().line + 1;
    example.text = file_.text_of(node, "text", true).value_or("");
    example.published = file_.text_of(node, "published").value_or("");
    example.style = file_.text_of(node, "style").value_or("");
    const auto gives = node["gives"];
    if (!gives.is_defined()) {
      file_.error(node, "rule.missing-key", "the example does not say what it gives", "add 'gives: [...]', or 'gives: []' for nothing");
    } else if (file_.is_list(gives, "expressions")) {
      for (const auto& item : gives) {
        if (!file_.is_map(item, {"text", "value", "edtf", "type", "mod", "reason"})) continue;
        example.gives.push_back({file_.text_of(item, "text").value_or(""), file_.text_of(item, "value").value_or(""), file_.text_of(item, "edtf").value_or(""),
                                 file_.text_of(item, "type").value_or(""), file_.text_of(item, "mod").value_or(""), file_.text_of(item, "reason").value_or("")});
      }
    }
    source.examples.push_back(std::move(example));
  }

  YamlFile& file_;
  std::vector<TimeRuleSource>& sources_;
};

std::optional<Mod> mod_from(const std::string& name) {
  for (int mod = 0; mod <= static_cast<int>(Mod::approx); ++mod) {
    if (mod_name(static_cast<Mod>(mod)) == name) return static_cast<Mod>(mod);
  }
  return std::nullopt;
}

// Per rule and pattern: where it stands when patterns come after the rules whose classes they use; -1 in a circle.
std::vector<std::vector<int>> strata_of(const std::vector<TimeRuleSource>& sources, const std::vector<std::vector<PatternSource>>& patterns) {
  std::map<std::string, int> of_class;
  for (const auto& source : sources) {
    if (!source.makes.empty()) of_class[source.makes] = 0;
  }
  std::vector<std::vector<std::vector<std::string>>> uses(sources.size());
  std::vector<std::vector<int>> strata(sources.size());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    for (const auto& pattern : patterns[i]) {
      uses[i].emplace_back();
      for (auto& name : pattern.classes()) {
        if (of_class.contains(name)) uses[i].back().push_back(std::move(name));
      }
    }
    strata[i].assign(patterns[i].size(), 0);
  }
  bool changed = true;
  for (std::size_t round = 0; changed && round <= of_class.size() + 1; ++round) {
    changed = false;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      for (std::size_t p = 0; p < uses[i].size(); ++p) {
        for (const auto& name : uses[i][p]) {
          if (strata[i][p] > of_class[name]) continue;
          strata[i][p] = of_class[name] + 1;
          changed = true;
        }
        if (sources[i].makes.empty() || of_class[sources[i].makes] >= strata[i][p]) continue;
        of_class[sources[i].makes] = strata[i][p];
        changed = true;
      }
    }
  }
  if (changed) {
    for (auto& of_rule : strata) {
      for (auto& level : of_rule) {
        if (level > static_cast<int>(of_class.size())) level = -1;
      }
    }
  }
  return strata;
}

// Adds the patterns of the rule that comes next, and its value once for each stratum that they are in.
void add_patterns(const TimeRuleSource& source, const std::vector<PatternSource>& patterns, const std::vector<int>& levels, const Lexicon& lexicon, TimeRules& rules,
                  std::vector<Diagnostic>& diagnostics) {
  std::set<std::string> slots;
  for (const auto& pattern : patterns) {
    for (auto& name : pattern.slots()) slots.insert(std::move(name));
  }
  for (std::size_t p = 0; p < patterns.size(); ++p) {
    if (levels[p] < 0) {
      diagnostics.push_back(at_rule(source, "time.circle", "the rule uses a class that, in a circle, depends on it", "split the class into two"));
      return;
    }
    const auto level = static_cast<std::size_t>(levels[p]);
    if (rules.strata.size() <= level) rules.strata.resize(level + 1);
    auto& stratum = rules.strata[level];
    stratum.patterns.add(patterns[p], lexicon);
    stratum.rule_of.push_back(static_cast<std::uint32_t>(rules.rules.size()));
    stratum.root_of.push_back(kNoExpression);
  }
  if (source.look_alike || source.value.empty()) return;
  for (std::size_t level = 0; level < rules.strata.size(); ++level) {
    auto& stratum = rules.strata[level];
    if (std::find(levels.begin(), levels.end(), static_cast<int>(level)) == levels.end()) continue;
    // A slot that only patterns of other strata have is one that matches nothing here.
    const auto slot_of = [&](std::string_view name) { return slots.contains(std::string(name)) ? static_cast<int>(stratum.patterns.slot(name)) : -1; };
    AlgebraFault fault;
    const auto root = read_algebra(source.value, slot_of, rules.algebra, fault);
    if (!fault.message.empty()) {
      diagnostics.push_back(at_rule(source, "time.bad-value", fault.message + ", at character " + std::to_string(fault.at + 1) + " of \"" + source.value + "\"", fault.hint));
      return;
    }
    for (std::size_t p = 0; p < stratum.rule_of.size(); ++p) {
      if (stratum.rule_of[p] == rules.rules.size()) stratum.root_of[p] = root;
    }
  }
}

}  // namespace

std::vector<TimeRuleSource> read_time_rules(const std::filesystem::path& pack_folder, std::vector<Diagnostic>& diagnostics) {
  std::vector<TimeRuleSource> sources;
  for (const auto& path : yaml_files(pack_folder / "time")) {
    YamlFile file(path, path.lexically_relative(pack_folder).string(), diagnostics);
    const auto& root = file.root();
    if (!root.is_defined() || root.is_null() || !file.is_map(root, {"rules"})) continue;
    if (!file.is_list(root["rules"], "rules")) continue;
    RuleReader reader(file, sources);
    for (const auto& node : root["rules"]) reader.read(node);
  }
  return sources;
}

void declare_time_rules(const std::vector<TimeRuleSource>& sources, LexiconBuilder& builder) {
  declare_numbers(builder);
  const auto declare = [&](const std::string& name) { builder.add("{" + name + "}", Pos::other, 0, {}, {name}); };
  for (const auto* name : kDigitClasses) declare(name);
  for (const auto* name : kSignClasses) declare(name);
  for (const auto& source : sources) {
    if (!source.makes.empty()) declare(source.makes);
    for (const auto* patterns : {&source.patterns, &source.not_patterns}) {
      for (const auto& pattern : *patterns) {
        PatternFault fault;
        for (const auto& read : PatternSource::read(pattern, fault)) {
          declare_words(read, builder);
        }
      }
    }
  }
}

TimeRules compile_time_rules(const std::vector<TimeRuleSource>& sources, const Lexicon& lexicon, std::vector<Diagnostic>& diagnostics) {
  TimeRules rules;
  rules.numbers = compile_numbers(lexicon);
  std::vector<std::vector<PatternSource>> patterns(sources.size());
  std::map<std::string, const TimeRuleSource*> ids;
  std::set<std::string> made;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto& source = sources[i];
    if (!source.makes.empty()) made.insert(source.makes);
    if (const auto [it, fresh] = ids.emplace(source.id, &source); !fresh) {
      diagnostics.push_back(at_rule(source, "rule.duplicate-id", "the id '" + source.id + "' is already taken in " + it->second->file + ", line " + std::to_string(it->second->line), "ids are unique in a pack"));
    }
    for (std::size_t p = 0; p < source.patterns.size(); ++p) {
      PatternFault fault;
      auto read = PatternSource::read(source.patterns[p], fault);
      const int line = p < source.pattern_lines.size() ? source.pattern_lines[p] : source.line;
      if (read.empty()) {
        diagnostics.push_back(at_rule(source, "rule.bad-pattern", fault.message + ", at character " + std::to_string(fault.at + 1) + " of \"" + source.patterns[p] + "\"", fault.hint, line));
        continue;
      }
      for (const auto& name : read.front().classes()) {
        if (name != "any" && name != "capital" && lexicon.class_id(name) == 0) {
          const auto meant = nearest(name, lexicon.class_names());
          diagnostics.push_back(at_rule(source, "rule.unknown-class", "no word and no rule has the class '" + name + "'", meant ? "did you mean '" + *meant + "'?" : "see the lists in lexicon/", line));
        }
      }
      patterns[i].push_back(std::move(read.front()));
    }
  }
  for (const auto& name : made) rules.made.push_back(lexicon.class_id(name));
  std::sort(rules.made.begin(), rules.made.end());

  const auto strata = strata_of(sources, patterns);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto& source = sources[i];
    TimeRule rule;
    rule.id = source.id;
    rule.quant = source.quant;
    rule.makes = source.makes.empty() ? ClassId{0} : lexicon.class_id(source.makes);
    rule.part = source.part ? 1 : 0;
    rule.look_alike = source.look_alike ? 1 : 0;
    rule.lower = source.lower ? 1 : 0;
    rule.report = source.report ? 1 : 0;
    rule.priority = source.priority;
    if (source.style == "news" || source.style == "conversation") {
      rule.style = source.style == "news" ? 1 : 2;
    } else if (!source.style.empty()) {
      diagnostics.push_back(at_rule(source, "time.unknown-style", "unknown style '" + source.style + "'", "news or conversation"));
    }
    if (const auto mod = mod_from(source.mod)) {
      rule.mod = *mod;
    } else {
      diagnostics.push_back(at_rule(source, "time.unknown-mod", "unknown mod '" + source.mod + "'", "one of TIMEX3's: APPROX, START, MID, END, BEFORE, AFTER, ..."));
    }
    add_patterns(source, patterns[i], strata[i], lexicon, rules, diagnostics);
    for (const auto& text : source.not_patterns) {
      PatternFault fault;
      const auto read = PatternSource::read(text, fault);
      if (read.empty()) {
        diagnostics.push_back(at_rule(source, "rule.bad-pattern", fault.message + ", at character " + std::to_string(fault.at + 1) + " of \"" + text + "\"", fault.hint));
      } else {
        rule.nots.push_back(rules.nots.add(read.front(), lexicon));
      }
    }
    rules.rules.push_back(std::move(rule));
  }
  for (auto& stratum : rules.strata) stratum.patterns.finish(lexicon);
  rules.nots.finish(lexicon);
  return rules;
}

}  // namespace kroniek
