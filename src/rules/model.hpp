// The rule files of a pack as they are written, with their places: what lints and reports look at.
#pragma once

#include "yaml_tree.hpp"

#include <kroniek/check.hpp>


#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

struct SourceFile {
  std::string name;  // relative to the pack, with '/'
  std::string text;
  std::shared_ptr<const yaml::Tree> tree;
  yaml::Node root;   // undefined if it is no YAML
  std::vector<std::size_t> lines;  // where each begins

  std::string_view line(int number) const;  // from 1, without its end
};

enum class RuleKind { event, cue, time, report_verb, report_noun, source, stance };

struct RuleNode {
  RuleKind kind = RuleKind::event;
  std::string id;
  std::size_t file = 0;
  yaml::Node node;
  int first_line = 0, last_line = 0;  // last_line: the line before the next rule, or the last of the file
};

struct ExampleNode {
  std::size_t rule = 0;               // index into PackModel::rules; kNoRule: of a test file
  std::size_t file = 0;
  yaml::Node node, gives;
  int line = 0;
  std::string text, published, style, known;
  std::string about;                  // test files: a rule, or whatever
  bool complete = false;              // test files: nothing else may come out
  bool times = false;                 // test files: expressions are expected, not events
};
inline constexpr std::size_t kNoRule = static_cast<std::size_t>(-1);

struct PackModel {
  std::vector<SourceFile> files;
  std::vector<RuleNode> rules;
  std::vector<ExampleNode> examples;  // by rule
  std::size_t rule_of(std::string_view id) const;  // kNoRule
};

// Files that are no YAML are left without a root; the loader reports them.
PackModel read_model(const std::filesystem::path& folder, const std::vector<std::string>& tests, std::vector<Finding>& findings);

// A finding at a node: its place, and for a scalar its length.
Finding at_node(const SourceFile& file, const yaml::Node& node, Severity severity, std::string code, std::string message, std::string hint = {});
Finding at_line(const SourceFile& file, int line, Severity severity, std::string code, std::string message, std::string hint = {});
// Byte range of a scalar in its file, quotation marks included; {0, 0} if it is not plain to see.
std::pair<std::size_t, std::size_t> range_of(const SourceFile& file, const yaml::Node& scalar);

// The scalars of a list, or of one scalar; empty if there is none.
std::vector<yaml::Node> scalars(const yaml::Node& node);
// A key of a map; an undefined node if `map` is no map or has none.
yaml::Node child(const yaml::Node& map, const char* key);
std::string scalar_of(const yaml::Node& map, const char* key);

}  // namespace kroniek
