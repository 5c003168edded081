#include "silent.hpp"

#include "../yaml.hpp"

#include <kroniek/ingest.hpp>
#include <kroniek/kroniek.hpp>

#include <sstream>

namespace kroniek {

namespace {

struct Allowed {
  std::string file, rule, text;
  int line = 0;
  bool used = false;
};

std::vector<Allowed> read_allowed(const std::string& path, std::vector<Finding>& findings) {
  std::vector<Diagnostic> diagnostics;
  std::vector<Allowed> all;
  YamlFile file(path, path, diagnostics);
  if (file.root().is_map() && file.is_map(file.root(), {"allowed"}) && file.is_list(file.root()["allowed"], "allowed hits")) {
    for (const auto& node : file.root()["allowed"]) {
      if (!file.is_map(node, {"file", "rule", "text", "reason"})) continue;
      const auto name = file.text_of(node, "file", true), rule = file.text_of(node, "rule", true), text = file.text_of(node, "text", true);
      file.text_of(node, "reason", true);
      if (name && rule && text) all.push_back({*name, *rule, *text, node.mark().line + 1});
    }
  }
  for (auto& diagnostic : diagnostics) {
    Finding finding;
    finding.at = std::move(diagnostic);
    findings.push_back(std::move(finding));
  }
  return all;
}

}  // namespace

void check_silent(const std::string& folder, const std::string& allowed_file, const Pack& pack, std::vector<Finding>& findings) {
  auto path = allowed_file;
  std::error_code ignored;
  if (path.empty() && std::filesystem::exists(std::filesystem::path(folder) / "allowed-hits.yaml", ignored)) path = (std::filesystem::path(folder) / "allowed-hits.yaml").string();
  std::vector<Allowed> allowed;
  if (!path.empty()) allowed = read_allowed(path, findings);
  const auto tell = [&](Severity severity, std::string code, std::string file, int line, std::string message, std::string hint, std::string rule) {
    Finding finding;
    finding.at = {severity, std::move(code), std::move(file), line, 0, std::move(message), std::move(hint)};
    finding.rule = std::move(rule);
    findings.push_back(std::move(finding));
  };
  std::vector<Diagnostic> diagnostics;
  std::istringstream nothing;
  for (const auto& source : list_sources({folder}, diagnostics)) {
    ingest(source, nothing, pack, {}, [&](Ingested&& read) {
      for (const auto& document : read.documents) {
        for (const auto& event : extract(document, pack).events) {
          const auto name = std::filesystem::path(source).lexically_relative(folder).generic_string();
          bool known = false;
          for (auto& one : allowed) {
            if (one.file != name || one.rule != event.rule || event.at.text.find(one.text) == std::string::npos) continue;
            known = one.used = true;
          }
          if (!known) {
            tell(Severity::error, "silent.hit", source, event.at.line, "'" + event.rule.text() + "' fires where all should be silent: '" + event.at.text + "'",
                 "mend the rule, or allow the hit in allowed-hits.yaml: { file: " + name + ", rule: " + event.rule.text() + ", text: ..., reason: ... }", event.rule);
          }
        }
      }
    });
  }
  for (auto& diagnostic : diagnostics) tell(diagnostic.severity, diagnostic.code, diagnostic.file, diagnostic.line, diagnostic.message, diagnostic.hint, "");
  for (const auto& one : allowed) {
    if (!one.used) tell(Severity::warning, "silent.stale", path, one.line, "'" + one.rule + "' does not fire any more on '" + one.text + "' in " + one.file, "remove the entry", one.rule);
  }
}

}  // namespace kroniek
