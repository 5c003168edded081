// One YAML file of verbs or of their spelling, and the faults in it.
#pragma once

#include "../ingest/utf8.hpp"
#include "morphology.hpp"
#include "yaml_tree.hpp"

#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kroniek::verb_files {

// A text of a YAML file and where it stands.
struct Item {
  std::string text;
  yaml::Mark mark;
};

// One YAML file. Its readers report what they did not expect and return what they could read.
class Source {
 public:
  Source(const std::filesystem::path& path, std::vector<VerbFault>& faults) : path_(path), faults_(&faults) {}

  // Calls `entry(key, value)` for every pair of the file's outermost map.
  template <class Entry>
  bool read(Entry entry) {
    std::ifstream stream(path_, std::ios::binary);
    if (!stream) {
      fault({}, "cannot be read; a pack needs this file");
      return false;
    }
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (const auto invalid = find_invalid_utf8(text)) {
      fault({}, "not UTF-8 at byte offset " + std::to_string(*invalid));
      return false;
    }
    try {
      const auto tree = yaml::load(text);
      each(tree->root(), "the file", entry);
      return true;
    } catch (const yaml::Fault& error) {
      fault(error.mark, "not valid YAML: " + error.msg);
      return false;
    }
  }

  template <class Entry>
  void each(const yaml::Node& node, const std::string& what, Entry entry) {
    if (!node.is_map()) return fault(node.mark(), what + " must be a map (key: value)");
    std::set<std::string> seen;
    for (const auto& pair : node) {
      const auto key = text(pair.first, "a key");
      if (!key) continue;
      if (seen.insert(key->text).second) {
        entry(*key, pair.second);
      } else {
        fault(key->mark, "'" + key->text + "' comes twice in " + what + "; join the two or take one out");
      }
    }
  }

  std::optional<Item> text(const yaml::Node& node, const std::string& what) {
    if (node.is_scalar()) return Item{node.text(), node.mark()};
    fault(node.mark(), what + " must be a text");
    return std::nullopt;
  }

  // A list of texts; a single text counts as a list of one.
  std::vector<Item> texts(const yaml::Node& node, const std::string& what) {
    std::vector<Item> result;
    if (!node.is_list()) {
      if (auto item = text(node, what)) result.push_back(std::move(*item));
      return result;
    }
    for (const auto& element : node) {
      if (auto item = text(element, "an entry of " + what)) result.push_back(std::move(*item));
    }
    return result;
  }

  void unknown(const Item& key, std::string_view known) {
    fault(key.mark, "unknown key '" + key.text + "'; known here: " + std::string(known));
  }

  void fault(const yaml::Mark& mark, std::string message) {
    faults_->push_back({path_.generic_string(), mark.line + 1, mark.column + 1, std::move(message)});
  }

  std::string place(const yaml::Mark& mark) const {
    return path_.filename().string() + " line " + std::to_string(mark.line + 1);
  }

 private:
  std::filesystem::path path_;
  std::vector<VerbFault>* faults_;
};

}  // namespace kroniek::verb_files
