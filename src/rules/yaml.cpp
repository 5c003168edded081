#include "yaml.hpp"

#include "../ingest/utf8.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace kroniek {

namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& choices) {
  std::optional<std::string> best;
  std::size_t distance = word.size() < 5 ? 2 : 3;
  for (const auto& choice : choices) {
    if (choice.size() > word.size() + 2 || word.size() > choice.size() + 2) continue;
    if (const auto d = edit_distance(word, choice); d < distance) {
      distance = d;
      best = choice;
    }
  }
  return best;
}

namespace {

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder, bool tests) {
  std::vector<std::filesystem::path> files;
  std::error_code ignored;
  for (std::filesystem::recursive_directory_iterator it(folder, ignored), end; it != end; it.increment(ignored)) {
    // What cannot be looked at (a link in a circle) is for the reader to report.
    std::error_code unknown;
    if ((it->is_regular_file(unknown) || unknown) && it->path().extension() == ".yaml" && (it->path().stem().extension() == ".test") == tests) files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<std::filesystem::path> yaml_files(const std::filesystem::path& folder) { return files_below(folder, false); }
std::vector<std::filesystem::path> test_files(const std::filesystem::path& folder) { return files_below(folder, true); }

YamlFile::YamlFile(const std::filesystem::path& path, std::string shown_as, std::vector<Diagnostic>& diagnostics)
    : name_(std::move(shown_as)), diagnostics_(diagnostics) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    diagnostics_.push_back({Severity::error, "rule.no-file", name_, 0, 0, "the file cannot be read", "check its name and permissions"});
    return;
  }
  text_.assign(std::istreambuf_iterator<char>(in), {});
  if (const auto invalid = find_invalid_utf8(text_)) {
    const auto line = 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(*invalid), '\n');
    diagnostics_.push_back({Severity::error, "rule.bad-yaml", name_, static_cast<int>(line), 0, "not UTF-8 at byte offset " + std::to_string(*invalid), "convert it, perhaps: iconv -f WINDOWS-1252 -t UTF-8"});
    return;
  }
  try {
    tree_ = yaml::load(text_);
    root_ = tree_->root();
  } catch (const yaml::Fault& fault) {
    diagnostics_.push_back({Severity::error, "rule.bad-yaml", name_, fault.mark.line + 1, fault.mark.column + 1,
                            "this is no YAML: " + fault.msg, "quote texts that hold ': ', '#', '{' or '['"});
  }
}

void YamlFile::report(Severity severity, const yaml::Node& at, std::string code, std::string message, std::string hint) {
  const auto mark = at.is_defined() ? at.mark() : yaml::Mark{};
  diagnostics_.push_back({severity, std::move(code), name_, mark.line + 1, mark.column + 1, std::move(message), std::move(hint)});
}

void YamlFile::error(const yaml::Node& at, std::string code, std::string message, std::string hint) {
  report(Severity::error, at, std::move(code), std::move(message), std::move(hint));
}

bool YamlFile::is_map(const yaml::Node& node, std::initializer_list<std::string_view> keys) {
  if (!node.is_map()) {
    error(node, "rule.wrong-shape", "a map of keys and values is expected here", "write 'key: value' lines");
    return false;
  }
  const auto has = [&](std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
  const std::string_view extra = has("examples") ? "experimental" : has("gives") && has("text") ? "known" : "";
  bool good = true;
  for (const auto& item : node) {
    const auto key = item.first.is_scalar() ? item.first.text() : std::string();
    if (has(key) || (!extra.empty() && key == extra)) continue;
    good = false;
    std::vector<std::string> known(keys.begin(), keys.end());
    std::string list;
    for (const auto& k : known) list += (list.empty() ? "" : ", ") + k;
    const auto meant = nearest(key, known);
    error(item.first, "rule.unknown-key", "unknown key '" + key + "'", meant ? "did you mean '" + *meant + "'?" : "known keys here: " + list);
  }
  return good;
}

bool YamlFile::is_list(const yaml::Node& node, std::string_view what) {
  if (node.is_list()) return true;
  error(node, "rule.wrong-shape", "a list of " + std::string(what) + " is expected here", "write '- ' lines or [a, b]");
  return false;
}

std::optional<std::string> YamlFile::text_of(const yaml::Node& map, const char* key, bool needed) {
  const auto node = map[key];
  if (!node.is_defined()) {
    if (needed) error(map, "rule.missing-key", "the key '" + std::string(key) + "' is missing", "add '" + std::string(key) + ": ...'");
    return std::nullopt;
  }
  if (!node.is_scalar()) {
    error(node, "rule.wrong-shape", "'" + std::string(key) + "' takes one value", "");
    return std::nullopt;
  }
  return node.text();
}

std::vector<std::string> YamlFile::texts(const yaml::Node& node, std::string_view what) {
  if (node.is_scalar()) return {node.text()};
  std::vector<std::string> all;
  if (!is_list(node, what)) return all;
  for (const auto& item : node) {
    if (item.is_scalar()) {
      all.push_back(item.text());
    } else {
      error(item, "rule.wrong-shape", "a " + std::string(what) + " is expected here", "");
    }
  }
  return all;
}

std::vector<std::string> YamlFile::texts_of(const yaml::Node& map, const char* key) {
  const auto node = map[key];
  return node.is_defined() ? texts(node, key) : std::vector<std::string>();
}

bool YamlFile::flag_of(const yaml::Node& map, const char* key, bool otherwise) {
  const auto node = map[key];
  if (!node.is_defined()) return otherwise;
  const auto value = yaml::truth(node);
  if (!value) error(node, "rule.wrong-shape", "'" + std::string(key) + "' takes true or false", "");
  return value.value_or(otherwise);
}

std::optional<int> YamlFile::number_of(const yaml::Node& map, const char* key) {
  const auto node = map[key];
  if (!node.is_defined()) return std::nullopt;
  if (const auto value = yaml::number(node)) return value;
  error(node, "rule.wrong-shape", "'" + std::string(key) + "' takes a whole number", "");
  return std::nullopt;
}

}  // namespace kroniek
