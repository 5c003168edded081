#include <kroniek/check.hpp>

#include "../lints/lint.hpp"
#include "../yaml.hpp"
#include "allow.hpp"
#include "coverage.hpp"
#include "mutate.hpp"
#include "silent.hpp"

#include <kroniek/ingest.hpp>

#include <algorithm>
#include <future>
#include <istream>
#include <sstream>

namespace kroniek {

namespace fs = std::filesystem;

namespace {

// Faults of the loader name their file as the pack or as the system does.
std::vector<Finding> from_loader(const std::string& folder, const PackModel& model, const std::vector<Diagnostic>& diagnostics) {
  std::vector<Finding> findings;
  for (auto diagnostic : diagnostics) {
    if (diagnostic.code == "rule.no-example" || diagnostic.code == "example.no-published") continue;  // lints look at all kinds of rules
    const auto relative = fs::path(diagnostic.file).lexically_relative(folder).generic_string();
    if (!relative.empty() && !relative.starts_with("..")) diagnostic.file = relative;
    Finding finding;
    for (const auto& file : model.files) {
      if (file.name == diagnostic.file) finding.line_text = file.line(diagnostic.line);
    }
    const auto bytes = std::min(finding.line_text.size(), static_cast<std::size_t>(std::max(0, diagnostic.column - 1)));
    if (diagnostic.column > 0) {
      diagnostic.column = 1 + static_cast<int>(std::count_if(finding.line_text.begin(), finding.line_text.begin() + static_cast<std::ptrdiff_t>(bytes), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    }
    for (const auto& rule : model.rules) {
      if (model.files[rule.file].name == diagnostic.file && rule.first_line <= diagnostic.line && diagnostic.line <= rule.last_line) finding.rule = rule.id;
    }
    finding.at = std::move(diagnostic);
    findings.push_back(std::move(finding));
  }
  return findings;
}

bool is_wanted(const std::string& rule, const std::vector<std::string>& only) {
  return only.empty() || std::any_of(only.begin(), only.end(), [&](const std::string& name) {
    return name.ends_with(".*") ? rule.starts_with(name.substr(0, name.size() - 1)) : rule == name;
  });
}

bool is_wanted_file(const std::string& file, const std::vector<std::string>& files) {
  return files.empty() || std::any_of(files.begin(), files.end(), [&](const std::string& name) {
    return file == name || (file.ends_with(name) && file[file.size() - name.size() - 1] == '/') || (name.ends_with(file) && name.size() > file.size() && name[name.size() - file.size() - 1] == '/');
  });
}

class Check {
 public:
  Check(const std::string& folder, const CheckOptions& options) : folder_(folder), options_(options) {}

  CheckReport run() {
    std::vector<Diagnostic> diagnostics;
    // The model is read beside the pack; the two share nothing.
    auto model = std::async(beside(), [&] {
      auto read = read_model(folder_, options_.tests, report_.findings);
      Findings findings(in_files_);
      lint_files(read, findings);
      return read;
    });
    const auto builtin = builtin_pack("nl");
    auto data = read_pack(folder_, diagnostics, builtin ? &builtin->data() : nullptr);
    model_ = model.get();
    for (const auto& one : options_.only) {
      const bool known = std::any_of(model_.rules.begin(), model_.rules.end(), [&](const RuleNode& rule) { return is_wanted(rule.id, {one}); });
      if (!known) fail_alone("check.unknown-rule", "the pack has no rule '" + one + "'", "'" + one.substr(0, one.find('.')) + ".*' stands for all of a topic");
    }
    report_.rules = static_cast<int>(model_.rules.size());
    auto loader = from_loader(folder_, model_, diagnostics);
    broken_ = has_error(diagnostics);
    for (const auto& finding : loader) {
      if (finding.at.severity == Severity::error) faulty_.emplace_back(finding.at.file, finding.rule);
    }
    report_.findings.insert(report_.findings.end(), std::make_move_iterator(loader.begin()), std::make_move_iterator(loader.end()));
    report_.findings.insert(report_.findings.end(), std::make_move_iterator(in_files_.begin()), std::make_move_iterator(in_files_.end()));
    Findings findings(report_.findings);
    // Without its settings or words there is nothing to run.
    if (!data.language.empty() && data.lexicon.form_count() > 1) run_pack(std::move(data), findings);
    apply_allowances(model_, report_.findings);
    finish();
    return std::move(report_);
  }

 private:
  // How work is started that may be done by another thread.
  std::launch beside() const { return options_.threads > 1 ? std::launch::async | std::launch::deferred : std::launch::deferred; }

  void fail_alone(std::string code, std::string message, std::string hint) {
    Finding finding;
    finding.at = {Severity::error, std::move(code), "", 0, 0, std::move(message), std::move(hint)};
    report_.findings.push_back(std::move(finding));
  }

  // A rule with a fault was not read as it is meant: what its examples do tells nothing.
  bool is_faulty(const std::string& file, const std::string& rule) const {
    return !rule.empty() && std::any_of(faulty_.begin(), faulty_.end(), [&](const auto& fault) { return fault.second == rule && fault.first == file; });
  }

  void run_pack(PackData&& data, Findings& findings) {
    Pack pack(std::move(data));
    const RuleNumbers numbers(model_, pack);
    auto examples = prepare_examples(model_, pack, report_.findings);
    std::erase_if(examples, [&](const Example& example) {
      const bool test = example.source->rule == kNoRule;
      return !is_wanted_file(model_.files[example.source->file].name, options_.files) || (test ? !options_.only.empty() : !is_wanted(example.rule, options_.only));
    });
    const auto runs = run_examples(examples, pack, &numbers, options_.threads);
    std::vector<Finding> lints;
    Findings collect(lints);
    const LintInput input{model_, pack, examples, runs, numbers, options_.today};
    auto rest = std::async(beside(), [&] {
      std::vector<Finding> found;
      Findings here(found);
      lint_patterns(input, here);
      lint_words(input, here);
      lint_actors(input, here);
      return found;
    });
    lint_rules(input, collect);
    lint_examples(input, collect);
    lint_triggers(input, collect);
    auto others = rest.get();
    lints.insert(lints.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
    for (auto& finding : lints) {
      const auto rule = model_.rule_of(finding.rule);
      // Errors of the lints are faults of their own.
      const bool secondary = finding.at.severity != Severity::error && is_faulty(finding.at.file, finding.rule);
      // Which examples show a cue is known only if all ran.
      const bool of_some = finding.at.code == "rule.no-example" && !(options_.files.empty() && options_.only.empty()) && rule != kNoRule && (model_.rules[rule].kind == RuleKind::cue || model_.rules[rule].kind == RuleKind::stance);
      if (!secondary && !of_some) report_.findings.push_back(std::move(finding));
    }
    outcomes(examples, runs, findings);
    if (!options_.silent.empty()) check_silent(options_.silent, options_.allowed, pack, report_.findings);
    if (options_.coverage) cover(pack, numbers, examples, runs);
    if (options_.mutate && !broken_) {
      std::vector<bool> wanted(model_.rules.size());
      for (std::size_t i = 0; i < wanted.size(); ++i) wanted[i] = is_wanted(model_.rules[i].id, options_.only) && is_wanted_file(model_.files[model_.rules[i].file].name, options_.files);
      auto mutation = mutate(model_, pack, numbers, examples, runs, wanted, options_.threads);
      report_.mutants = mutation.mutants;
      report_.survivors = std::move(mutation.survivors);
    }
  }

  void outcomes(const std::vector<Example>& examples, const std::vector<ExampleRun>& runs, Findings& findings) {
    for (std::size_t i = 0; i < examples.size(); ++i) {
      const auto& node = *examples[i].source;
      const auto& file = model_.files[node.file];
      if (node.rule != kNoRule && is_faulty(file.name, examples[i].rule)) continue;
      ExampleOutcome outcome{examples[i].rule, file.name, node.text, node.line, ExampleOutcome::Kind::passed, runs[i].message};
      const auto of = examples[i].rule.empty() ? std::string("the test") : "example of " + examples[i].rule;
      const auto text = child(node.node, "text");
      if (!node.known.empty()) {
        if (runs[i].passed) {
          auto& finding = findings.add(file, child(node.node, "known"), examples[i].rule, "example.now-passes", of + " is known to fail, but passes: '" + node.text + "'", "remove 'known'");
          if (auto edit = removal_of_key(file, node.node, "known"); !edit.file.empty()) finding.fix.push_back(std::move(edit));
          outcome.kind = ExampleOutcome::Kind::failed;
          outcome.message = "known to fail, but passes";
        } else {
          outcome.kind = ExampleOutcome::Kind::known;
        }
      } else if (!runs[i].passed) {
        outcome.kind = ExampleOutcome::Kind::failed;
        findings.add(file, text, examples[i].rule, "example.fails", of + " fails: '" + node.text + "': " + runs[i].message, "mend the rule, or the example if it is wrong");
      }
      report_.failed += outcome.kind == ExampleOutcome::Kind::failed;
      report_.examples.push_back(std::move(outcome));
    }
  }

  // "known: miss" on a line of its own, or among others in braces.
  static TextEdit removal_of_key(const SourceFile& file, const yaml::Node& map, const char* key) {
    for (const auto& item : map) {
      if (!item.first.is_scalar() || item.first.text() != key) continue;
      auto [begin, unused] = range_of(file, item.first);
      auto [value, end] = range_of(file, item.second);
      if (unused <= begin || end <= value) return {};
      const auto line = static_cast<std::size_t>(item.first.mark().line);
      const bool own_line = file.text.find_first_not_of(' ', file.lines[line]) == begin && file.text.find_first_not_of(' ', end) < file.text.size() && file.text[file.text.find_first_not_of(' ', end)] == '\n';
      if (own_line) return {file.name, file.lines[line], file.lines[line + 1], ""};
      auto before = begin;
      while (before > 0 && file.text[before - 1] == ' ') --before;
      if (before > 0 && file.text[before - 1] == ',') return {file.name, before - 1, end, ""};
      const auto comma = file.text.find_first_not_of(' ', end);
      if (comma != std::string::npos && file.text[comma] == ',') return {file.name, begin, file.text.find_first_not_of(' ', comma + 1), ""};
      return {};
    }
    return {};
  }

  void cover(const Pack& pack, const RuleNumbers& numbers, const std::vector<Example>& examples, const std::vector<ExampleRun>& runs) {
    std::vector<Document> documents;
    if (options_.corpus.empty()) {
      for (const auto& example : examples) documents.push_back(plain_document(example.source->text, example.source->published));
      report_.coverage = coverage_of(model_, pack, numbers, runs, documents);
      return;
    }
    std::vector<Diagnostic> diagnostics;
    std::istringstream nothing;
    for (const auto& path : list_sources(options_.corpus, diagnostics)) {
      ingest(path, nothing, pack, {}, [&](Ingested&& read) {
        for (auto& document : read.documents) documents.push_back(std::move(document));
      });
    }
    for (auto& diagnostic : diagnostics) {
      Finding finding;
      finding.at = std::move(diagnostic);
      report_.findings.push_back(std::move(finding));
    }
    std::vector<ExampleRun> notes(documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) note_rules(documents[i], pack, numbers, notes[i]);
    report_.coverage = coverage_of(model_, pack, numbers, notes, documents);
  }

  void finish() {
    auto& findings = report_.findings;
    std::erase_if(findings, [&](const Finding& finding) {
      if (finding.at.code.starts_with("check.") || finding.at.code.starts_with("silent.")) return false;
      if (!is_wanted_file(finding.at.file, options_.files)) return true;
      return !options_.only.empty() && !is_wanted(finding.rule, options_.only) && finding.at.severity != Severity::error;
    });
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
      if (a.at.file != b.at.file) return a.at.file < b.at.file;
      return a.at.line != b.at.line ? a.at.line < b.at.line : a.at.column < b.at.column;
    });
    // The loader may meet one fault in several ways.
    findings.erase(std::unique(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
      return a.at.file == b.at.file && a.at.line == b.at.line && a.at.column == b.at.column && a.at.code == b.at.code && a.at.message == b.at.message;
    }), findings.end());
  }

  const std::string& folder_;
  const CheckOptions& options_;
  CheckReport report_;
  PackModel model_;
  bool broken_ = false;
  std::vector<Finding> in_files_;
  std::vector<std::pair<std::string, std::string>> faulty_;  // file and rule of the loader's errors
};

}  // namespace

CheckReport check_pack(const std::string& folder, const CheckOptions& options) {
  std::error_code ignored;
  CheckReport report;
  Finding finding;
  if (!fs::is_directory(folder, ignored)) {
    finding.at = {Severity::error, "pack.no-folder", "", 0, 0, "there is no folder '" + folder + "'", "name a folder that holds pack.yaml"};
    report.findings.push_back(std::move(finding));
    return report;
  }
  return Check(folder, options).run();
}

std::string apply(std::string_view text, std::vector<TextEdit> edits, int& applied) {
  std::stable_sort(edits.begin(), edits.end(), [](const TextEdit& a, const TextEdit& b) { return a.begin < b.begin; });
  std::string result;
  std::size_t at = 0;
  for (const auto& edit : edits) {
    if (edit.begin < at || edit.end < edit.begin || edit.end > text.size()) continue;
    result += text.substr(at, edit.begin - at);
    result += edit.text;
    at = edit.end;
    ++applied;
  }
  result += text.substr(at);
  return result;
}

}  // namespace kroniek
