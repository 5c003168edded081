#include "model.hpp"

#include "yaml.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>

namespace kroniek {

namespace fs = std::filesystem;

namespace {

int code_points(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

SourceFile read_file(const fs::path& path, std::string name) {
  SourceFile file;
  file.name = std::move(name);
  std::ifstream in(path, std::ios::binary);
  file.text.assign(std::istreambuf_iterator<char>(in), {});
  file.lines.push_back(0);
  for (std::size_t i = 0; i < file.text.size(); ++i) {
    if (file.text[i] == '\n') file.lines.push_back(i + 1);
  }
  try {
    file.tree = yaml::load(file.text);
    file.root = file.tree->root();
  } catch (const yaml::Fault&) {  // the loader tells it
  }
  return file;
}

class ModelReader {
 public:
  ModelReader(PackModel& model, std::vector<Finding>& findings) : model_(model), findings_(findings) {}

  void rules(std::size_t file, const char* list, RuleKind kind) {
    const auto items = child(model_.files[file].root, list);
    if (!items.is_defined() || !items.is_list()) return;
    for (const yaml::Node& node : items) {
      if (!node.is_map()) continue;
      RuleNode rule;
      rule.kind = kind;
      rule.id = scalar_of(node, "id");
      rule.file = file;
      rule.node = node;
      rule.first_line = node.mark().line + 1;
      model_.rules.push_back(std::move(rule));
    }
  }

  // Rules of a file, by their lines, end where the next begins.
  void end_lines() {
    std::vector<RuleNode*> order;
    for (auto& rule : model_.rules) order.push_back(&rule);
    std::stable_sort(order.begin(), order.end(), [](const RuleNode* a, const RuleNode* b) { return a->file != b->file ? a->file < b->file : a->first_line < b->first_line; });
    for (std::size_t i = 0; i < order.size(); ++i) {
      const bool last = i + 1 == order.size() || order[i + 1]->file != order[i]->file;
      order[i]->last_line = last ? static_cast<int>(model_.files[order[i]->file].lines.size()) : std::max(order[i]->first_line, order[i + 1]->first_line - 1);
    }
  }

  void examples() {
    for (std::size_t r = 0; r < model_.rules.size(); ++r) {
      const auto list = child(model_.rules[r].node, "examples");
      if (!list.is_defined() || !list.is_list()) continue;
      for (const auto& node : list) example(r, model_.rules[r].file, node);
    }
  }

  void tests(std::size_t file) {
    auto& source = model_.files[file];
    const auto list = child(source.root, "tests");
    if (!list.is_defined() || !list.is_list()) {
      findings_.push_back(at_line(source, 1, Severity::error, "test.no-tests", "the file has no list of tests", "write 'tests:' and below it '- text: ...'"));
      return;
    }
    for (const auto& node : list) {
      if (!node.is_map()) continue;
      for (const auto& item : node) {
        static const std::vector<std::string> known = {"text", "published", "style", "gives", "times", "known", "complete", "about"};
        const auto key = item.first.is_scalar() ? item.first.text() : std::string();
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        const auto meant = nearest(key, known);
        findings_.push_back(at_node(source, item.first, Severity::error, "rule.unknown-key", "unknown key '" + key + "'", meant ? "did you mean '" + *meant + "'?" : "known keys here: text, published, style, gives, times, known, complete, about"));
      }
      if (!child(node, "text").is_defined() || child(node, "gives").is_defined() == child(node, "times").is_defined()) {
        findings_.push_back(at_node(source, node, Severity::error, "rule.missing-key", "a test needs 'text', and either 'gives' or 'times'", "add 'gives: []' for nothing, or a list of events"));
        continue;
      }
      example(kNoRule, file, node);
    }
  }

 private:
  void example(std::size_t rule, std::size_t file, const yaml::Node& node) {
    if (!node.is_map()) return;
    ExampleNode example;
    example.rule = rule;
    example.file = file;
    example.node = node;
    example.line = node.mark().line + 1;
    example.text = scalar_of(node, "text");
    example.published = scalar_of(node, "published");
    example.style = scalar_of(node, "style");
    example.known = scalar_of(node, "known");
    if (rule == kNoRule) example.about = scalar_of(node, "about");
    example.complete = scalar_of(node, "complete") == "true";
    example.times = child(node, "times").is_defined();
    if (const auto gives = child(node, example.times ? "times" : "gives"); gives.is_defined() && gives.is_list()) {
      example.gives = gives;
      model_.examples.push_back(std::move(example));
    }
  }

  PackModel& model_;
  std::vector<Finding>& findings_;
};

}  // namespace

std::string_view SourceFile::line(int number) const {
  if (number < 1 || static_cast<std::size_t>(number) > lines.size()) return {};
  const auto begin = lines[static_cast<std::size_t>(number) - 1];
  auto end = static_cast<std::size_t>(number) < lines.size() ? lines[static_cast<std::size_t>(number)] - 1 : text.size();
  if (end > begin && text[end - 1] == '\r') --end;
  return std::string_view(text).substr(begin, end - begin);
}

std::size_t PackModel::rule_of(std::string_view id) const {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].id == id) return i;
  }
  return kNoRule;
}

PackModel read_model(const fs::path& folder, const std::vector<std::string>& tests, std::vector<Finding>& findings) {
  PackModel model;
  ModelReader reader(model, findings);
  const auto add = [&](const fs::path& path) {
    model.files.push_back(read_file(path, path.lexically_relative(folder).generic_string()));
    return model.files.size() - 1;
  };
  for (const auto& path : yaml_files(folder)) {
    const auto file = add(path);
    const auto& name = model.files[file].name;
    if (name.starts_with("events/")) {
      reader.rules(file, "rules", RuleKind::event);
      reader.rules(file, "cues", RuleKind::cue);
    } else if (name.starts_with("time/")) {
      reader.rules(file, "rules", RuleKind::time);
    } else if (name.starts_with("claims/")) {
      reader.rules(file, "verbs", RuleKind::report_verb);
      reader.rules(file, "nouns", RuleKind::report_noun);
      reader.rules(file, "cues", RuleKind::source);
      reader.rules(file, "stances", RuleKind::stance);
    }
  }
  reader.end_lines();
  reader.examples();
  std::vector<fs::path> paths = test_files(folder);
  for (const auto& test : tests) {
    std::error_code ignored;
    if (fs::is_directory(test, ignored)) {
      for (auto& path : test_files(test)) paths.push_back(std::move(path));
    } else if (fs::exists(test, ignored)) {
      paths.emplace_back(test);
    } else {
      Finding finding;
      finding.at = {Severity::error, "test.no-file", test, 0, 0, "there is no such file or folder", "name a *.test.yaml file or a folder with such"};
      findings.push_back(std::move(finding));
    }
  }
  for (const auto& path : paths) {
    const auto file = add(path);
    if (!model.files[file].root.is_map()) {
      findings.push_back(at_line(model.files[file], 1, Severity::error, "rule.bad-yaml", "this is no YAML map", "write 'tests:' and below it '- text: ...'"));
      continue;
    }
    reader.tests(file);
  }
  return model;
}

Finding at_line(const SourceFile& file, int line, Severity severity, std::string code, std::string message, std::string hint) {
  Finding finding;
  finding.at = {severity, std::move(code), file.name, line, 0, std::move(message), std::move(hint)};
  finding.line_text = file.line(line);
  return finding;
}

Finding at_node(const SourceFile& file, const yaml::Node& node, Severity severity, std::string code, std::string message, std::string hint) {
  const auto mark = node.is_defined() ? node.mark() : yaml::Mark{};
  auto finding = at_line(file, mark.line + 1, severity, std::move(code), std::move(message), std::move(hint));
  if (mark.line < 0) return finding;
  const auto before = std::string_view(finding.line_text).substr(0, static_cast<std::size_t>(mark.column));
  finding.at.column = code_points(before) + 1;
  if (!node.is_scalar()) return finding;
  const auto [begin, end] = range_of(file, node);
  finding.length = end > begin ? code_points(std::string_view(file.text).substr(begin, end - begin)) : 0;
  return finding;
}

std::pair<std::size_t, std::size_t> range_of(const SourceFile& file, const yaml::Node& scalar) {
  const auto mark = scalar.mark();
  if (mark.line < 0 || static_cast<std::size_t>(mark.line) >= file.lines.size()) return {0, 0};
  const auto begin = file.lines[static_cast<std::size_t>(mark.line)] + static_cast<std::size_t>(mark.column);
  const auto& value = scalar.text();
  if (file.text.compare(begin, value.size(), value) == 0) return {begin, begin + value.size()};
  if (begin < file.text.size() && (file.text[begin] == '"' || file.text[begin] == '\'')) {
    const char quote = file.text[begin];
    for (auto end = begin + 1; end < file.text.size() && file.text[end] != '\n'; ++end) {
      if (quote == '"' && file.text[end] == '\\') {
        ++end;
      } else if (file.text[end] == quote) {
        if (quote == '\'' && end + 1 < file.text.size() && file.text[end + 1] == quote) {
          ++end;
        } else {
          return {begin, end + 1};
        }
      }
    }
  }
  return {0, 0};
}

std::vector<yaml::Node> scalars(const yaml::Node& node) {
  std::vector<yaml::Node> all;
  if (!node.is_defined()) return all;
  if (node.is_scalar()) all.push_back(node);
  if (node.is_list()) {
    for (const auto& item : node) {
      if (item.is_scalar()) all.push_back(item);
    }
  }
  return all;
}

yaml::Node child(const yaml::Node& map, const char* key) {
  if (!map.is_defined() || !map.is_map()) return yaml::Node();
  return map[key];
}

std::string scalar_of(const yaml::Node& map, const char* key) {
  const auto node = child(map, key);
  return node.is_defined() && node.is_scalar() ? node.text() : std::string();
}

}  // namespace kroniek
