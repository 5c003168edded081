#include "options.hpp"

#include "../rules/yaml.hpp"
#include "pipeline.hpp"
#include "progress.hpp"

#include <algorithm>
#include <iostream>
#include <thread>

namespace kroniek::cli {

namespace {

constexpr unsigned kMostJobs = 256;

}  // namespace

void CommandLine::add_source_options() {
  reads_sources_ = true;
  options_.add_options()
      ("published", po::value(&published_)->value_name("DATE"), "publication date of all sources: day, month or year")
      ("save-text", po::value(&save_text_)->value_name("DIR"), "write the text taken out of HTML, PDF and the like to DIR")
      ("pack", po::value(&pack_folder_)->value_name("DIR"), "rule pack to use instead of the one built in");
}

void CommandLine::add_jobs_option() {
  jobs_ = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, kMostJobs));
  options_.add_options()("jobs,j", po::value(&jobs_)->value_name("N"), "read N documents at a time (default: as many as there are processors); the output is the same");
}

bool CommandLine::read(const std::vector<std::string>& arguments) {
  options_.add_options()("help,h", "tell the options");
  po::options_description hidden;
  hidden.add_options()("operand", po::value(&operands_));
  po::options_description all;
  all.add(options_).add(hidden);
  po::positional_options_description positional;
  positional.add("operand", -1);
  po::variables_map map;
  try {
    po::store(po::command_line_parser(arguments).options(all).positional(positional).run(), map);
    po::notify(map);
  } catch (const po::unknown_option& fault) {
    std::vector<std::string> known;
    for (const auto& option : options_.options()) known.push_back("--" + option->long_name());
    throw UsageError{fault.what(), did_you_mean(fault.get_option_name(), known, "'kroniek " + help_.name + " --help' tells the options")};
  } catch (const po::error& fault) {
    throw UsageError{fault.what(), "'kroniek " + help_.name + " --help' tells the options"};
  }
  if (map.contains("help")) {
    std::cout << "usage: kroniek " << help_.name << " [OPTION]... " << help_.operands << "\n\n" << help_.about << "\n\n" << options_;
    if (!help_.example.empty()) std::cout << '\n' << help_.example << '\n';
    return false;
  }
  if (reads_sources_ && operands_.empty()) throw UsageError{"no sources are named", "name files or folders, or - for standard input"};
  if (jobs_ < 0 || jobs_ > static_cast<int>(kMostJobs) || (jobs_ == 0 && options_.find_nothrow("jobs", false) != nullptr)) {
    throw UsageError{"--jobs takes a number from 1 to " + std::to_string(kMostJobs) + ", not " + std::to_string(jobs_), ""};
  }
  date_option(published_, "published");
  return true;
}

void read_side_by_side(const CommandLine& line, const Pack& pack, Pipeline& pipeline, Progress& progress, const std::function<void(Ingested&&)>& take) {
  try {
    read_sources(line.operands(), line.published(), pack, take, [&](std::optional<std::uint64_t> bytes) { progress.expect(bytes); });
  } catch (...) {
    pipeline.wait();  // what was read before is given out, with any number of jobs
    throw;
  }
  pipeline.wait();
}

std::optional<DateValue> date_option(const std::string& text, const char* name) {
  if (text.empty()) return std::nullopt;
  auto value = parse_edtf(text);
  if (!value || value->is_open()) throw UsageError{std::string("--") + name + " takes a date, not '" + text + "'", "write 2025-02-01, 2025-02 or 2025"};
  return value;
}

void one_of_option(const std::string& value, const char* name, const std::vector<std::string>& allowed) {
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return;
  std::string list;
  for (const auto& word : allowed) list += (list.empty() ? "" : ", ") + word;
  throw UsageError{std::string("unknown ") + name + " '" + value + "'", did_you_mean(value, allowed, std::string(name) + "s: " + list)};
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known, const std::string& otherwise) {
  const auto meant = nearest(word, known);
  return meant ? "did you mean '" + *meant + "'?" : otherwise;
}

}  // namespace kroniek::cli
