// What the subcommands have in common on the command line.
#pragma once

#include "cli.hpp"

#include <boost/program_options.hpp>

#include <string>
#include <vector>

namespace kroniek::cli {

namespace po = boost::program_options;

// How a subcommand is told of: "usage: kroniek NAME OPERANDS", the options, an example.
struct Help {
  std::string name, operands, about, example;
};

class CommandLine {
 public:
  explicit CommandLine(Help help) : help_(std::move(help)) {}

  po::options_description& options() { return options_; }
  // --published and --pack, for those that read articles.
  void add_source_options();
  // --jobs, for those that read many.
  void add_jobs_option();
  // False: --help was asked for and is told. Throws UsageError.
  bool read(const std::vector<std::string>& arguments);

  const std::vector<std::string>& operands() const { return operands_; }
  const std::string& published() const { return published_; }
  const std::string& save_text() const { return save_text_; }
  unsigned jobs() const { return static_cast<unsigned>(jobs_); }
  const std::string& pack_folder() const { return pack_folder_; }

 private:
  Help help_;
  po::options_description options_{"options"};
  std::vector<std::string> operands_;
  std::string published_, pack_folder_, save_text_;
  bool reads_sources_ = false;
  int jobs_ = 0;
};

class Pipeline;
class Progress;
// Reads all sources of the command line; `take` adds to the pipeline. Returns when all of it is finished.
void read_side_by_side(const CommandLine& line, const Pack& pack, Pipeline& pipeline, Progress& progress, const std::function<void(Ingested&&)>& take);

// The value of an option that is a day, a month or a year; nullopt if it was not given. Throws UsageError.
std::optional<DateValue> date_option(const std::string& text, const char* name);
// Throws UsageError if the value is none of these.
void one_of_option(const std::string& value, const char* name, const std::vector<std::string>& allowed);

// "did you mean 'markdown'?", or `otherwise` where no known word is near.
std::string did_you_mean(const std::string& word, const std::vector<std::string>& known, const std::string& otherwise);

}  // namespace kroniek::cli
