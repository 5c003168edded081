// What the reports have in common.
#pragma once

#include <kroniek/check.hpp>

#include <filesystem>
#include <string>

namespace kroniek {

// The file of a finding, as one can open it from where the check runs.
inline std::string path_of(const Finding& finding, const std::string& folder) {
  if (finding.at.file.empty()) return folder;
  if (finding.at.code.starts_with("silent.") || std::filesystem::path(finding.at.file).is_absolute()) return finding.at.file;
  return (std::filesystem::path(folder) / finding.at.file).lexically_normal().generic_string();
}

inline const char* word_for(Severity severity) { return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note"; }

inline int percent(int part, int whole) { return whole == 0 ? 100 : static_cast<int>(100LL * part / whole); }

}  // namespace kroniek
