#include "report.hpp"

#include <algorithm>

namespace kroniek {

namespace {

std::string painted(bool colours, const char* code, const std::string& text) { return colours ? std::string("\033[") + code + "m" + text + "\033[0m" : text; }

const char* colour_of(Severity severity) { return severity == Severity::error ? "1;31" : severity == Severity::warning ? "1;33" : "1;36"; }

// The line of the source, cut around the place if it is long, and a caret below.
std::string source_lines(const Finding& finding, bool colours) {
  if (finding.line_text.empty() || finding.at.column <= 0) return {};
  constexpr std::size_t kWidth = 100;
  std::vector<std::string> characters;
  for (const char c : finding.line_text) {
    if ((static_cast<unsigned char>(c) & 0xC0) == 0x80 && !characters.empty()) {
      characters.back() += c;
    } else {
      characters.emplace_back(1, static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
    }
  }
  const auto at = static_cast<std::size_t>(finding.at.column) - 1;
  const std::size_t from = at > kWidth / 2 && characters.size() > kWidth ? at - kWidth / 2 : 0;
  const auto to = std::min(characters.size(), from + kWidth);
  std::string text = from > 0 ? "..." : "", caret(text.size(), ' ');
  for (auto i = from; i < to; ++i) text += characters[i];
  if (to < characters.size()) text += "...";
  caret.append(at >= from ? at - from : 0, ' ');
  const auto length = std::max<std::size_t>(1, std::min(static_cast<std::size_t>(finding.length), to > at ? to - at : 1));
  const auto number = std::to_string(finding.at.line);
  const std::string gap(number.size(), ' ');
  return painted(colours, "34", " " + number + " | ") + text + "\n" + painted(colours, "34", " " + gap + " | ") + caret + painted(colours, colour_of(finding.at.severity), "^" + std::string(length - 1, '~')) + "\n";
}

}  // namespace

std::string report_text(const CheckReport& report, const std::string& folder, bool colours) {
  std::string out;
  int notes = 0;
  for (const auto& finding : report.findings) {
    if (finding.at.severity == Severity::note && ++notes > 0) continue;
    out += painted(colours, "1", path_of(finding, folder));
    if (finding.at.line > 0) out += ":" + std::to_string(finding.at.line);
    if (finding.at.line > 0 && finding.at.column > 0) out += ":" + std::to_string(finding.at.column);
    out += ": " + painted(colours, colour_of(finding.at.severity), word_for(finding.at.severity)) + ": " + finding.at.message + " [" + finding.at.code + "]\n";
    out += source_lines(finding, colours);
    if (!finding.at.hint.empty()) out += "  hint: " + finding.at.hint + (finding.fix.empty() ? "" : " (--fix does it)") + "\n";
  }
  for (const auto& [sort, count] : report.coverage) {
    out += "coverage of " + sort + ": " + std::to_string(percent(count.covered, count.all)) + "% (" + std::to_string(count.covered) + " of " + std::to_string(count.all) + ")\n";
    if (sort == "names" || sort == "words") continue;  // long lists; JSON has them
    for (const auto& missed : count.missed) out += "  not: " + missed + "\n";
  }
  if (report.mutants > 0) {
    for (const auto& mutant : report.survivors) out += (std::filesystem::path(folder) / mutant.file).generic_string() + ":" + std::to_string(mutant.line) + ": no example notices '" + mutant.rule + "' " + mutant.what + "\n";
    const auto noticed = report.mutants - static_cast<int>(report.survivors.size());
    out += "mutation: " + std::to_string(percent(noticed, report.mutants)) + "% noticed (" + std::to_string(noticed) + " of " + std::to_string(report.mutants) + ")\n";
  }
  const auto known = std::count_if(report.examples.begin(), report.examples.end(), [](const ExampleOutcome& o) { return o.kind == ExampleOutcome::Kind::known; });
  const auto errors = std::count_if(report.findings.begin(), report.findings.end(), [](const Finding& f) { return f.at.severity == Severity::error; });
  const auto warnings = std::count_if(report.findings.begin(), report.findings.end(), [](const Finding& f) { return f.at.severity == Severity::warning; });
  if (known > 0) out += std::to_string(known) + " examples are known to fail\n";
  if (notes > 0) out += std::to_string(notes) + " notes, which other formats tell\n";
  if (errors + warnings > 0) out += std::to_string(errors) + " errors, " + std::to_string(warnings) + " warnings\n";
  out += std::to_string(report.rules) + " rules, " + std::to_string(report.examples.size()) + " examples, " + std::to_string(report.failed) + " failed\n";
  return out;
}

std::string report_github(const CheckReport& report, const std::string& folder) {
  // Newlines, carriage returns and percent signs as the runner wants them; in properties also , and :
  const auto escaped = [](const std::string& text, bool property) {
    std::string out;
    for (const char c : text) {
      if (c == '%') {
        out += "%25";
      } else if (c == '\n') {
        out += "%0A";
      } else if (c == '\r') {
        out += "%0D";
      } else if (property && c == ':') {
        out += "%3A";
      } else if (property && c == ',') {
        out += "%2C";
      } else {
        out += c;
      }
    }
    return out;
  };
  std::string out;
  for (const auto& finding : report.findings) {
    out += std::string("::") + (finding.at.severity == Severity::note ? "notice" : word_for(finding.at.severity)) + " file=" + escaped(path_of(finding, folder), true);
    if (finding.at.line > 0) out += ",line=" + std::to_string(finding.at.line);
    if (finding.at.line > 0 && finding.at.column > 0) {
      out += ",col=" + std::to_string(finding.at.column);
      if (finding.length > 0) out += ",endColumn=" + std::to_string(finding.at.column + finding.length);
    }
    out += ",title=" + escaped(finding.at.code, true) + "::" + escaped(finding.at.message + (finding.at.hint.empty() ? "" : "\nhint: " + finding.at.hint), false) + "\n";
  }
  return out;
}

}  // namespace kroniek
