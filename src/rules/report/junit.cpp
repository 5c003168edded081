// JUnit XML as Jenkins, GitLab and others read it: a suite a file, a case an example; findings are cases too.
#include "report.hpp"

#include "../../render/utf8.hpp"

#include <map>

namespace kroniek {

namespace {

// XML 1.0 has no control characters but tab and line ends.
std::string xml(std::string_view text) {
  const auto good = render::is_utf8(text) ? std::string(text) : render::repaired_utf8(text);
  std::string out;
  for (const char c : good) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\n': out += "&#10;"; break;
      default: out += static_cast<unsigned char>(c) < 0x20 && c != '\t' ? '?' : c;
    }
  }
  return out;
}

struct Suite {
  std::string cases;
  int tests = 0, failures = 0, skipped = 0;
};

}  // namespace

std::string report_junit(const CheckReport& report, const std::string& folder) {
  std::map<std::string, Suite> suites;
  // The published schema has no place for a file and a line: they go into the text of a failure.
  const auto open = [](const std::string& name, const std::string& of) { return "    <testcase name=\"" + xml(name) + "\" classname=\"" + xml(of) + "\" time=\"0\""; };
  const auto place = [](const std::string& file, int line) { return file + (line > 0 ? ":" + std::to_string(line) : "") + ": "; };
  for (const auto& outcome : report.examples) {
    const auto file = (std::filesystem::path(folder) / outcome.file).lexically_normal().generic_string();
    auto& suite = suites[file];
    ++suite.tests;
    suite.cases += open(outcome.text, outcome.rule.empty() ? "test" : outcome.rule);
    if (outcome.kind == ExampleOutcome::Kind::failed) {
      ++suite.failures;
      suite.cases += ">\n      <failure message=\"" + xml(outcome.message.substr(0, outcome.message.find('\n'))) + "\" type=\"example.fails\">" + xml(place(file, outcome.line) + outcome.message) + "</failure>\n    </testcase>\n";
    } else if (outcome.kind == ExampleOutcome::Kind::known) {
      ++suite.skipped;
      suite.cases += ">\n      <skipped message=\"known to fail\"/>\n    </testcase>\n";
    } else {
      suite.cases += "/>\n";
    }
  }
  for (const auto& finding : report.findings) {
    if (finding.at.code == "example.fails" || finding.at.code == "example.now-passes") continue;  // told above
    const auto file = path_of(finding, folder);
    auto& suite = suites[file];
    ++suite.tests;
    ++suite.failures;
    suite.cases += open(finding.at.code + " in line " + std::to_string(finding.at.line), finding.rule.empty() ? "lint" : finding.rule);
    suite.cases += ">\n      <failure message=\"" + xml(finding.at.message) + "\" type=\"" + xml(finding.at.code) + "\">" + xml(place(file, finding.at.line) + finding.at.message + "\nhint: " + finding.at.hint) + "</failure>\n    </testcase>\n";
  }
  int tests = 0, failures = 0;
  std::string out;
  for (const auto& [name, suite] : suites) {
    tests += suite.tests;
    failures += suite.failures;
    out += "  <testsuite name=\"" + xml(name) + "\" tests=\"" + std::to_string(suite.tests) + "\" failures=\"" + std::to_string(suite.failures) + "\" errors=\"0\" skipped=\"" + std::to_string(suite.skipped) + "\" time=\"0\">\n" + suite.cases + "  </testsuite>\n";
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"kroniek check\" tests=\"" + std::to_string(tests) + "\" failures=\"" + std::to_string(failures) + "\" time=\"0\">\n" + out + "</testsuites>\n";
}

}  // namespace kroniek
