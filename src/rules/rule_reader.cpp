#include "rule_reader.hpp"

namespace kroniek {

namespace {

// What examples give is read by `check`; a pack that is only loaded shows what it cannot read.
void check_examples(YamlFile& file, const yaml::Node& rule, std::string_view what) {
  if (!rule.is_map() || !rule["examples"].is_defined() || !file.is_list(rule["examples"], "examples")) return;
  for (const auto& example : rule["examples"]) {
    if (!file.is_map(example, {"text", "published", "gives"})) continue;
    file.text_of(example, "text", true);
    file.text_of(example, "published");
    if (!example["gives"].is_list()) file.error(example, "rule.missing-key", "the example does not say what it gives", "add 'gives: []' for nothing, or a list of " + std::string(what));
  }
}

}  // namespace

RuleFiles read_rule_files(const std::filesystem::path& pack_folder, const char* folder, std::initializer_list<std::string_view> keys, std::vector<Diagnostic>& diagnostics) {
  RuleFiles all;
  for (const auto key : keys) all.lists[key];
  for (const auto& path : yaml_files(pack_folder / folder)) {
    auto& file = all.files.emplace_back(path, path.lexically_relative(pack_folder).string(), diagnostics);
    const auto& root = file.root();
    if (!root.is_defined() || root.is_null() || !file.is_map(root, keys)) continue;
    for (const auto key : keys) {
      const auto list = root[key];
      if (!list.is_defined() || !file.is_list(list, key)) continue;
      for (const yaml::Node& node : list) {
        all.lists[key].push_back({all.files.size() - 1, node});
        check_examples(file, node, folder);
      }
    }
  }
  return all;
}

void declare_patterns(const yaml::Node& node, LexiconBuilder& builder) {
  const auto declare = [&](const yaml::Node& item) {
    if (!item.is_scalar()) return;
    PatternFault fault;
    for (const auto& pattern : PatternSource::read(item.text(), fault)) declare_words(pattern, builder);
  };
  if (!node.is_defined()) return;
  if (!node.is_list()) return declare(node);
  for (const auto& item : node) declare(item);
}

std::string RuleReader::id(YamlFile& file, const yaml::Node& rule) {
  auto id = file.text_of(rule, "id", true).value_or("");
  if (!ids_.insert(id).second) file.error(rule["id"], "rule.duplicate-id", "the rule id '" + id + "' is there already", "give each rule its own id");
  return id;
}

ClassId RuleReader::cls(YamlFile& file, const yaml::Node& at, const std::string& name) const {
  const auto id = lexicon_.class_id(name);
  if (id == 0) {
    const auto meant = nearest(name, lexicon_.class_names());
    file.error(at, "rule.unknown-class", "no word is of the class '" + name + "'", meant ? "did you mean '" + *meant + "'?" : "add it to lexicon/");
  }
  return id;
}

ClassId RuleReader::cls_of(YamlFile& file, const yaml::Node& map, const char* key) const {
  return map[key].is_defined() ? cls(file, map[key], file.text_of(map, key).value_or("")) : ClassId{0};
}

std::vector<ClassId> RuleReader::classes(YamlFile& file, const yaml::Node& map, const char* key) const {
  std::vector<ClassId> all;
  for (const auto& name : file.texts_of(map, key)) all.push_back(cls(file, map[key], name));
  return all;
}

std::vector<std::uint32_t> RuleReader::patterns(YamlFile& file, const yaml::Node& map, const char* key, PatternSet& set) const {
  std::vector<std::uint32_t> all;
  for (const auto& text : file.texts_of(map, key)) {
    PatternFault fault;
    const auto read = PatternSource::read(text, fault);
    if (read.empty()) {
      file.error(map[key], "rule.bad-pattern", "bad pattern '" + text + "' at character " + std::to_string(fault.at + 1) + ": " + fault.message, fault.hint);
      continue;
    }
    for (const auto& name : read.front().classes()) {
      if (name != "any" && name != "capital") cls(file, map[key], name);
    }
    all.push_back(set.add(read.front(), lexicon_));
  }
  return all;
}

}  // namespace kroniek
