#include "report.hpp"

#include "../../render/json_parts.hpp"

#include <rapidjson/prettywriter.h>

#include <algorithm>

namespace kroniek {

namespace r = render;

namespace {

const char* outcome_name(ExampleOutcome::Kind kind) { return kind == ExampleOutcome::Kind::passed ? "passed" : kind == ExampleOutcome::Kind::failed ? "failed" : "known"; }

}  // namespace

std::string report_json(const CheckReport& report, const std::string& folder) {
  r::StringSink sink;
  rapidjson::PrettyWriter<r::StringSink> w(sink);
  w.SetIndent(' ', 2);
  w.StartObject();
  r::field(w, "pack", folder);
  r::number(w, "rules", report.rules);
  r::number(w, "examples", static_cast<std::int64_t>(report.examples.size()));
  r::number(w, "failed", report.failed);
  r::list(w, "findings", report.findings, [&](const Finding& finding) {
    w.StartObject();
    r::field(w, "severity", word_for(finding.at.severity));
    r::field(w, "code", finding.at.code);
    r::field(w, "file", path_of(finding, folder));
    r::number(w, "line", finding.at.line);
    r::number(w, "column", finding.at.column);
    r::number(w, "length", finding.length);
    r::optional_field(w, "rule", finding.rule);
    r::field(w, "message", finding.at.message);
    r::field(w, "hint", finding.at.hint);
    r::key(w, "fixable");
    w.Bool(!finding.fix.empty());
    w.EndObject();
  });
  r::list(w, "outcomes", report.examples, [&](const ExampleOutcome& outcome) {
    w.StartObject();
    r::field(w, "rule", outcome.rule);
    r::field(w, "file", outcome.file);
    r::number(w, "line", outcome.line);
    r::field(w, "outcome", outcome_name(outcome.kind));
    w.EndObject();
  });
  if (!report.coverage.empty()) {
    r::key(w, "coverage");
    w.StartObject();
    for (const auto& [sort, count] : report.coverage) {
      r::key(w, sort);
      w.StartObject();
      r::number(w, "covered", count.covered);
      r::number(w, "all", count.all);
      r::list(w, "missed", count.missed, [&](const std::string& name) { r::put(w, name); });
      w.EndObject();
    }
    w.EndObject();
  }
  if (report.mutants > 0) {
    r::key(w, "mutation");
    w.StartObject();
    r::number(w, "mutants", report.mutants);
    r::number(w, "noticed", report.mutants - static_cast<std::int64_t>(report.survivors.size()));
    r::list(w, "survivors", report.survivors, [&](const Mutant& mutant) {
      w.StartObject();
      r::field(w, "rule", mutant.rule);
      r::field(w, "file", mutant.file);
      r::number(w, "line", mutant.line);
      r::field(w, "what", mutant.what);
      w.EndObject();
    });
    w.EndObject();
  }
  w.EndObject();
  return std::move(sink.text()) + "\n";
}

// SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/
std::string report_sarif(const CheckReport& report, const std::string& folder) {
  r::StringSink sink;
  rapidjson::PrettyWriter<r::StringSink> w(sink);
  w.SetIndent(' ', 2);
  const auto message = [&](const char* name, const std::string& text) {
    r::key(w, name);
    w.StartObject();
    r::field(w, "text", text);
    w.EndObject();
  };
  // A URI reference: relative as given, other characters escaped.
  const auto uri = [](const std::string& path) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : path) {
      const auto u = static_cast<unsigned char>(c);
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-' || c == '_' || c == '~';
      if (plain) {
        out += c;
      } else {
        out += {'%', digits[u >> 4U], digits[u & 15U]};
      }
    }
    return out;
  };
  std::vector<std::string> codes;
  for (const auto& finding : report.findings) {
    if (std::find(codes.begin(), codes.end(), finding.at.code) == codes.end()) codes.push_back(finding.at.code);
  }
  std::sort(codes.begin(), codes.end());
  w.StartObject();
  r::field(w, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  r::field(w, "version", "2.1.0");
  r::key(w, "runs");
  w.StartArray();
  w.StartObject();
  r::key(w, "tool");
  w.StartObject();
  r::key(w, "driver");
  w.StartObject();
  r::field(w, "name", "kroniek");
  r::field(w, "version", KRONIEK_VERSION);
  r::list(w, "rules", codes, [&](const std::string& code) {
    const auto& lints = all_lints();
    const auto lint = std::find_if(lints.begin(), lints.end(), [&](const LintInfo& l) { return l.code == code; });
    w.StartObject();
    r::field(w, "id", code);
    if (lint != lints.end()) {
      message("shortDescription", std::string(lint->about));
      r::key(w, "defaultConfiguration");
      w.StartObject();
      r::field(w, "level", word_for(lint->severity));
      w.EndObject();
    }
    w.EndObject();
  });
  w.EndObject();
  w.EndObject();
  r::field(w, "columnKind", "unicodeCodePoints");
  r::list(w, "results", report.findings, [&](const Finding& finding) {
    w.StartObject();
    r::field(w, "ruleId", finding.at.code);
    r::number(w, "ruleIndex", std::lower_bound(codes.begin(), codes.end(), finding.at.code) - codes.begin());
    r::field(w, "level", word_for(finding.at.severity));
    message("message", finding.at.message + (finding.at.hint.empty() ? "" : "\nhint: " + finding.at.hint));
    r::key(w, "locations");
    w.StartArray();
    w.StartObject();
    r::key(w, "physicalLocation");
    w.StartObject();
    r::key(w, "artifactLocation");
    w.StartObject();
    r::field(w, "uri", uri(path_of(finding, folder)));
    w.EndObject();
    if (finding.at.line > 0) {
      r::key(w, "region");
      w.StartObject();
      r::number(w, "startLine", finding.at.line);
      if (finding.at.column > 0) {
        r::number(w, "startColumn", finding.at.column);
        r::number(w, "endColumn", finding.at.column + std::max(1, finding.length));
      }
      w.EndObject();
    }
    w.EndObject();
    if (!finding.rule.empty()) {
      r::key(w, "logicalLocations");
      w.StartArray();
      w.StartObject();
      r::field(w, "fullyQualifiedName", finding.rule);
      w.EndObject();
      w.EndArray();
    }
    w.EndObject();
    w.EndArray();
    w.EndObject();
  });
  w.EndObject();
  w.EndArray();
  w.EndObject();
  return std::move(sink.text()) + "\n";
}

}  // namespace kroniek
