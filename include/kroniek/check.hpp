// Checks a rule pack: faults, lints, the examples of its rules, coverage and mutation.
#pragma once

#include <kroniek/date.hpp>
#include <kroniek/diagnostic.hpp>
#include <kroniek/pack.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kroniek {

// Puts `text` in the place of bytes [begin, end) of a file of the pack.
struct TextEdit {
  std::string file;
  std::size_t begin = 0, end = 0;
  std::string text;
};

// The place in `at` has a column in code points from 1 and a file relative to the pack.
struct Finding {
  Diagnostic at;
  int length = 0;          // code points of the line that it is about; 0: not known
  std::string rule;        // id of the rule that it is about, or empty
  std::string line_text;   // the line of the source, without its end
  std::vector<TextEdit> fix;   // safe: the meaning stays; empty: there is none
};

struct ExampleOutcome {
  std::string rule, file, text;
  int line = 0;
  enum class Kind { passed, failed, known } kind = Kind::passed;  // known: it fails and says so
  std::string message;     // why it failed
};

// How many of a sort of thing did something, and those that did not.
struct CoverageCount {
  int covered = 0, all = 0;
  std::vector<std::string> missed;
};

// By sort: "rules", "triggers", "patterns", "lexicon".
using Coverage = std::map<std::string, CoverageCount>;

struct Mutant {
  std::string rule, file, what;  // "without 'has: phone_manner'"
  int line = 0;
};

struct CheckOptions {
  std::vector<std::string> only;       // ids of rules; a name that ends in ".*" stands for all that begin so
  std::vector<std::string> files;      // of the pack, by their end: "talks.yaml"
  std::vector<std::string> tests;      // *.test.yaml files, and folders with such, besides those in the pack
  std::string silent, allowed;         // folder of texts in which no event may be found; the file of those that may
  bool coverage = false;
  std::vector<std::string> corpus;     // texts whose coverage is counted; empty: the examples
  bool mutate = false;
  std::optional<Day> today;            // for what grows old; none: not looked at
  unsigned threads = 1;
};

struct CheckReport {
  std::vector<Finding> findings;       // by file and line
  std::vector<ExampleOutcome> examples;
  int rules = 0, failed = 0;           // `failed`: examples
  Coverage coverage;
  int mutants = 0;
  std::vector<Mutant> survivors;       // mutants that no example noticed
};

// Loads the pack of a folder, reports every fault and lint, and runs the examples of every rule.
CheckReport check_pack(const std::string& folder, const CheckOptions& options = {});

// A lint or fault that check can report.
struct LintInfo {
  std::string_view code;
  Severity severity;
  std::string_view about;
};
const std::vector<LintInfo>& all_lints();

// The text with the edits of that file; edits that overlap an earlier one are left out. `applied` counts.
std::string apply(std::string_view text, std::vector<TextEdit> edits, int& applied);

// Reports. Paths are `folder` and the file, as given.
std::string report_text(const CheckReport& report, const std::string& folder, bool colours);
std::string report_json(const CheckReport& report, const std::string& folder);
std::string report_junit(const CheckReport& report, const std::string& folder);
std::string report_sarif(const CheckReport& report, const std::string& folder);
std::string report_github(const CheckReport& report, const std::string& folder);

}  // namespace kroniek
