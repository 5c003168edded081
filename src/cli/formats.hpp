// The formats that a timeline is written in.
#pragma once

#include <kroniek/kroniek.hpp>

#include <span>
#include <string>

namespace kroniek::cli {

struct Rendering {
  const Timeline& timeline;
  const Labels& labels;
  std::span<const Document> documents;
  std::span<const Extraction> extractions;  // of the documents; only for timeml
  CsvOptions csv;
};

// A line each, for --help.
std::string format_list();
// Throws UsageError, with what was perhaps meant.
void check_format(const std::string& name);
std::string render(const std::string& format, const Rendering& what);

// One character; "tab" and "\t" stand for a tab. Throws UsageError.
char separator_option(const std::string& text);

}  // namespace kroniek::cli
