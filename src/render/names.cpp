#include "names.hpp"

#include "../rules/yaml.hpp"
#include "labels.hpp"

#include <algorithm>

namespace kroniek {

namespace {

void add(YamlFile& file, const yaml::Node& at, Labels& labels, const std::string& key, std::string text) {
  if (!labels.emplace(key, std::move(text)).second) {
    file.error(at, "labels.repeated-key", "'" + key.substr(key.find('.') + 1) + "' stands here twice", "delete one of them");
  }
}

void add_map(YamlFile& file, const char* key, const std::string& family, Labels& labels) {
  const auto node = file.root()[key];
  if (!node.is_defined()) return;
  if (!node.is_map()) {
    file.error(node, "labels.wrong-shape", "a map of names is expected here", "write 'name: text' lines");
    return;
  }
  for (const auto& item : node) {
    if (item.first.is_scalar() && item.second.is_scalar()) {
      add(file, item.first, labels, family + item.first.text(), item.second.text());
    } else {
      file.error(item.first, "labels.wrong-shape", "a name and its text are expected here", "write 'name: text'");
    }
  }
}

}  // namespace

void load_names(const std::filesystem::path& path, Labels& labels, std::vector<Diagnostic>& diagnostics) {
  const auto before = diagnostics.size();
  YamlFile file(path, path.string(), diagnostics);
  if (diagnostics.size() > before || !file.is_map(file.root(), {"articles", "written", "bare", "at", "plural", "small"})) return;
  if (const auto articles = file.root()["articles"]; articles.is_defined() && articles.is_map()) {
    for (const auto& item : articles) {
      const auto& article = item.first.text();
      add(file, item.first, labels, "article." + article, {});
      for (const auto& name : file.texts(item.second, "names")) add(file, item.first, labels, "name." + name, article + ' ' + name);
    }
  }
  add_map(file, "written", "name.", labels);
  add_map(file, "bare", "bare.", labels);
  add_map(file, "at", "at.", labels);
  for (const auto& name : file.texts_of(file.root(), "plural")) add(file, file.root()["plural"], labels, "plural." + name, {});
  for (const auto& word : file.texts_of(file.root(), "small")) add(file, file.root()["small"], labels, "small." + word, {});
}

namespace render {

std::string running_name(const Labels& labels, std::string_view name) {
  if (const auto known = labels.find("name." + std::string(name)); known != labels.end()) return known->second;
  std::string out(name);
  const auto space = out.find(' ');
  if (space == std::string::npos || out[0] < 'A' || out[0] > 'Z') return out;
  std::string first = out.substr(0, space);
  first[0] = static_cast<char>(first[0] - 'A' + 'a');
  return labels.contains("small." + first) ? first + out.substr(space) : out;
}

std::string bare_name(const Labels& labels, std::string_view name) {
  if (const auto known = labels.find("bare." + std::string(name)); known != labels.end()) return known->second;
  // A description ("het Russische leger") may be wrong Dutch without its article.
  const auto known = labels.find("name." + std::string(name));
  if (known == labels.end()) return running_name(labels, name);
  const auto& written = known->second;
  const auto space = written.find(' ');
  return space != std::string::npos && labels.contains("article." + written.substr(0, space)) ? written.substr(space + 1) : written;
}

std::string place_at(const Labels& labels, std::string_view name) {
  if (const auto known = labels.find("at." + std::string(name)); known != labels.end()) return known->second;
  return label(labels, "place.at", {{"place", running_name(labels, name)}});
}

bool is_plural_name(const Labels& labels, std::string_view name) { return labels.contains("plural." + std::string(name)); }

}  // namespace render
}  // namespace kroniek
