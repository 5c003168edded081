// The formats that a timeline is written in.
#pragma once

#include "options.hpp"

#include <span>
#include <string>

namespace kroniek::cli {

enum class Texts : std::uint8_t { at_hand, gone };

// A line each, for --help. Some formats need the texts of the articles.
std::string format_list(Texts texts);

// The options of the commands that write a chronology.
class OutputOptions {
 public:
  explicit OutputOptions(Texts texts) : texts_(texts) {}

  // Before and after the options of a command's own.
  void add_format_to(po::options_description& options);
  void add_output_to(po::options_description& options);
  // Throws UsageError, with what was perhaps meant.
  void check();

  const std::string& format() const { return format_; }
  const std::string& language() const { return language_; }  // empty: that of the pack
  // The words of the language that was asked for. Throws UsageError.
  const Labels& words(const Pack& pack) const;
  void write(const Timeline& timeline, const Labels& labels, std::span<const Document> documents = {}, std::span<const Extraction> extractions = {}) const;

 private:
  Texts texts_;
  std::string format_ = "json", language_, separator_ = ",", output_;
  CsvOptions csv_;
};

}  // namespace kroniek::cli
