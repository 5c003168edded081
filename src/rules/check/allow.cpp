#include "allow.hpp"

#include <algorithm>

namespace kroniek {

namespace {

struct Allowance {
  std::size_t file = 0;
  int line = 0, column = 0;
  std::string code, reason;
  int first = 0, last = 0;  // lines that it is for
  bool used = false;
};

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t") + 1 - begin));
}

std::vector<Allowance> read(const PackModel& model) {
  std::vector<Allowance> all;
  constexpr std::string_view kMark = "# allow ";
  for (std::size_t f = 0; f < model.files.size(); ++f) {
    const auto& file = model.files[f];
    for (int line = 1; line <= static_cast<int>(file.lines.size()); ++line) {
      const auto text = file.line(line);
      const auto at = text.find(kMark);
      // Behind something else it needs a blank before it, as every comment of YAML.
      if (at == std::string_view::npos || (at > 0 && text[at - 1] != ' ')) continue;
      const auto rest = text.substr(at + kMark.size());
      const auto colon = rest.find(": ");
      Allowance allowance;
      allowance.file = f;
      allowance.line = line;
      allowance.column = static_cast<int>(at) + 1;
      allowance.code = trimmed(rest.substr(0, colon));
      if (allowance.code.find('.') == std::string::npos) continue;  // prose
      allowance.reason = colon == std::string_view::npos ? std::string() : trimmed(rest.substr(colon + 2));
      const bool alone = trimmed(text.substr(0, at)).empty();
      int below = line;
      while (alone && below < static_cast<int>(file.lines.size()) && trimmed(file.line(below)).starts_with("#")) ++below;
      allowance.first = line;
      allowance.last = below;
      for (const auto& rule : model.rules) {
        if (rule.file != f) continue;
        const bool above = alone && rule.first_line == below;
        if (above || (alone && rule.first_line <= line && below <= rule.last_line)) {
          allowance.first = rule.first_line;
          allowance.last = rule.last_line;
          if (above) break;
        }
      }
      all.push_back(std::move(allowance));
    }
  }
  return all;
}

}  // namespace

void apply_allowances(const PackModel& model, std::vector<Finding>& findings) {
  auto allowances = read(model);
  std::erase_if(findings, [&](const Finding& finding) {
    for (auto& allowance : allowances) {
      if (allowance.code != finding.at.code || model.files[allowance.file].name != finding.at.file) continue;
      if (finding.at.line < allowance.first || finding.at.line > allowance.last || finding.at.severity == Severity::error) continue;
      allowance.used = true;
      if (!allowance.reason.empty()) return true;
    }
    return false;
  });
  const auto& lints = all_lints();
  for (const auto& allowance : allowances) {
    const auto tell = [&](const char* code, std::string message, std::string hint) {
      auto finding = at_line(model.files[allowance.file], allowance.line, Severity::warning, code, std::move(message), std::move(hint));
      finding.at.column = allowance.column;
      findings.push_back(std::move(finding));
    };
    const auto lint = std::find_if(lints.begin(), lints.end(), [&](const LintInfo& l) { return l.code == allowance.code; });
    if (lint == lints.end()) {
      tell("allow.unknown", "there is no lint '" + allowance.code + "'", "docs/rules.md lists them");
    } else if (lint->severity == Severity::error) {
      tell("allow.unknown", "'" + allowance.code + "' is an error and cannot be allowed", "mend it");
    } else if (allowance.reason.empty()) {
      tell("allow.no-reason", "the comment does not say why '" + allowance.code + "' is allowed", "write '# allow " + allowance.code + ": why'");
    } else if (!allowance.used) {
      tell("allow.unused", "'" + allowance.code + "' finds nothing here", "remove the comment");
    }
  }
}

}  // namespace kroniek
