// Reading YAML so that every fault is found and has its place.
#pragma once

#include "yaml_tree.hpp"

#include <kroniek/diagnostic.hpp>


#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

// Collects faults of one file.
class YamlFile {
 public:
  // Reads the file; `root()` is a null node if that failed, which is reported.
  YamlFile(const std::filesystem::path& path, std::string shown_as, std::vector<Diagnostic>& diagnostics);

  const yaml::Node& root() const { return root_; }
  const std::string& name() const { return name_; }
  const std::string& text() const { return text_; }

  void error(const yaml::Node& at, std::string code, std::string message, std::string hint = {});
  void report(Severity severity, const yaml::Node& at, std::string code, std::string message, std::string hint = {});

  // False, with a report, unless `node` is a map with no keys but these. What has `examples` may say `experimental`,
  // too, and what says what it `gives` may be `known` to fail.
  bool is_map(const yaml::Node& node, std::initializer_list<std::string_view> keys);
  bool is_list(const yaml::Node& node, std::string_view what);
  // nullopt, with a report, unless the value is a plain scalar. A missing key is reported if `needed`.
  std::optional<std::string> text_of(const yaml::Node& map, const char* key, bool needed = false);
  // A list of scalars, or one scalar as a list of one; empty if the key is missing.
  std::vector<std::string> texts_of(const yaml::Node& map, const char* key);
  std::vector<std::string> texts(const yaml::Node& node, std::string_view what);
  bool flag_of(const yaml::Node& map, const char* key, bool otherwise = false);
  std::optional<int> number_of(const yaml::Node& map, const char* key);

 private:
  std::string name_, text_;
  std::shared_ptr<const yaml::Tree> tree_;
  yaml::Node root_;
  std::vector<Diagnostic>& diagnostics_;
};

// The nearest of `choices` to a misspelt word, if it is near enough to be meant.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& choices);

// The .yaml files below a folder but for tests (*.test.yaml), sorted by path; empty if there is no such folder.
std::vector<std::filesystem::path> yaml_files(const std::filesystem::path& folder);
std::vector<std::filesystem::path> test_files(const std::filesystem::path& folder);

}  // namespace kroniek
