#include "options.hpp"

#include <kroniek/check.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <thread>

namespace kroniek::cli {

namespace {

std::string report_as(const std::string& format, const CheckReport& report, const std::string& folder, bool colours) {
  if (format == "json") return report_json(report, folder);
  if (format == "junit") return report_junit(report, folder);
  if (format == "sarif") return report_sarif(report, folder);
  if (format == "github") return report_github(report, folder);
  return report_text(report, folder, colours);
}

// Applies the fixes that the findings have; the number of edits.
int fix(const CheckReport& report, const std::string& folder) {
  std::map<std::string, std::vector<TextEdit>> by_file;
  for (const auto& finding : report.findings) {
    for (const auto& edit : finding.fix) by_file[edit.file].push_back(edit);
  }
  int applied = 0;
  for (auto& [name, edits] : by_file) {
    const auto path = (std::filesystem::path(folder) / name).string();
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) throw std::runtime_error(path + ": cannot be read");
    write_output(path, apply(text, std::move(edits), applied));
  }
  return applied;
}

}  // namespace

int check(const std::vector<std::string>& arguments) {
  std::string format = "text", fail_on = "error", output, min_coverage;
  bool fixes = false;
  CheckOptions options;
  CommandLine line({"check", "PACK",
                    "Loads the rule pack in the folder PACK, reports every fault and lint with its place and way out, and\n"
                    "runs the examples of all rules. Exit status 1 if there is an error or an example fails.",
                    "examples:\n"
                    "  kroniek check my-pack --fail-on warning --format sarif -o check.sarif"});
  line.options().add_options()
      ("format,f", po::value(&format)->value_name("FORMAT"), "text (default), json, junit, sarif or github")
      ("fail-on", po::value(&fail_on)->value_name("SEVERITY"), "what gives exit status 1: error (default) or warning")
      ("only", po::value(&options.only)->value_name("RULE")->composing(), "look at this rule only; 'topic.*' stands for all of a topic")
      ("files", po::value(&options.files)->value_name("FILE")->multitoken()->composing(), "look at these files of the pack only; put the pack before it")
      ("tests", po::value(&options.tests)->value_name("PATH")->composing(), "run this *.test.yaml file, or all in this folder, too")
      ("silent", po::value(&options.silent)->value_name("DIR"), "texts in which no event may be found")
      ("allowed", po::value(&options.allowed)->value_name("FILE"), "hits that are allowed there; DIR/allowed-hits.yaml if not said")
      ("coverage", po::value<std::string>()->value_name("DIR")->implicit_value("")->notifier([&](const std::string& folder) {
         options.coverage = true;
         if (!folder.empty()) options.corpus.push_back(folder);
       }), "tell what fired on the examples, or with --coverage=DIR on the texts of DIR")
      ("min-coverage", po::value(&min_coverage)->value_name("PERCENT"), "exit status 1 if fewer rules fire; implies --coverage")
      ("mutate", po::bool_switch(&options.mutate), "take out one element of a rule at a time; tell what no example notices")
      ("fix", po::bool_switch(&fixes), "apply the safe fixes, then check")
      ("output,o", po::value(&output)->value_name("FILE"), "write the report to FILE, whole or not at all");
  if (!line.read(arguments)) return kDone;
  one_of_option(format, "format", {"text", "json", "junit", "sarif", "github"});
  one_of_option(fail_on, "severity", {"warning", "error"});
  if (line.operands().size() != 1) throw UsageError{"one rule pack is to be named", "kroniek check src/packs/nl"};
  int least = -1;
  if (!min_coverage.empty()) {
    if (min_coverage.size() > 3 || !std::all_of(min_coverage.begin(), min_coverage.end(), [](char c) { return c >= '0' && c <= '9'; }) || std::stoi(min_coverage) > 100) {
      throw UsageError{"--min-coverage takes a number from 0 to 100, not '" + min_coverage + "'", "--min-coverage 95"};
    }
    least = std::stoi(min_coverage);
  }
  options.coverage |= least >= 0;
  options.threads = std::max(1U, std::thread::hardware_concurrency());
  options.today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count();
  const std::string& folder = line.operands()[0];

  auto report = check_pack(folder, options);
  if (fixes) {
    int applied = 0;
    // A fix may uncover another; each round must leave fewer.
    for (int edits = fix(report, folder), round = 0; edits > 0 && round < 4; ++round) {
      applied += edits;
      report = check_pack(folder, options);
      edits = fix(report, folder);
    }
    std::cerr << applied << " fixes applied\n";
  }
  write_output(output, report_as(format, report, folder, output.empty() && colours_wanted()));
  const bool bad = std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& f) { return f.at.severity == Severity::error || (fail_on == "warning" && f.at.severity == Severity::warning); });
  if (const auto rules = report.coverage.find("rules"); least >= 0 && (rules == report.coverage.end() || 100 * rules->second.covered < least * rules->second.all)) {
    std::cerr << "kroniek: the coverage of rules is below " << least << "%\n";
    return kFindings;
  }
  return bad || report.failed > 0 ? kFindings : kDone;
}

}  // namespace kroniek::cli
