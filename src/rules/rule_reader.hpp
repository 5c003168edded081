// What event and claim rules have in common: lists of rules in the files of a folder, with ids, classes, words and patterns.
#pragma once

#include "lexicon.hpp"
#include "pattern.hpp"
#include "yaml.hpp"

#include <kroniek/diagnostic.hpp>

#include <filesystem>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

// The rule files of one folder of a pack.
struct RuleFiles {
  struct Item {
    std::size_t file;  // index into `files`
    yaml::Node node;
  };
  std::vector<YamlFile> files;
  std::map<std::string_view, std::vector<Item>> lists;  // by key, in the order of the files; every key that was asked for is there

  // Calls each(file, node) for the items of a list.
  template <class F>
  void each(std::string_view key, F each) {
    for (const auto& item : lists.at(key)) each(files[item.file], item.node);
  }
};

// Reads FOLDER/*.yaml: maps of no keys but `keys` (literals), each with a list. What is wrong with the shape of a file or of an example is
// reported; the rules themselves are not looked at.
RuleFiles read_rule_files(const std::filesystem::path& pack_folder, const char* folder, std::initializer_list<std::string_view> keys, std::vector<Diagnostic>& diagnostics);

// Adds the words that the pattern or patterns of a node name; anything else is passed over.
void declare_patterns(const yaml::Node& node, LexiconBuilder& builder);

// Reads the parts of rules, and reports what is wrong with them.
class RuleReader {
 public:
  explicit RuleReader(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // The rule's id, which no other has that was read before.
  std::string id(YamlFile& file, const yaml::Node& rule);
  // 0 if unknown.
  ClassId cls(YamlFile& file, const yaml::Node& at, const std::string& name) const;
  // The class or classes that a key names; none if it is missing.
  ClassId cls_of(YamlFile& file, const yaml::Node& map, const char* key) const;
  std::vector<ClassId> classes(YamlFile& file, const yaml::Node& map, const char* key) const;
  // The pattern or patterns of a key, added to the set: their numbers there.
  std::vector<std::uint32_t> patterns(YamlFile& file, const yaml::Node& map, const char* key, PatternSet& set) const;

 private:
  const Lexicon& lexicon_;
  std::set<std::string> ids_;
};

}  // namespace kroniek
