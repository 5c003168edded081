#include "options.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>

namespace {

constexpr const char* kUsage =
    R"(usage: kroniek [FILE|DIR|-]...
       kroniek COMMAND [OPTION]... [FILE|DIR|-]...

  timeline   read articles, write their chronology (JSON, HTML, Markdown, CSV, calendars, ...)
  extract    read articles, write what is in each as one line of NDJSON
  assemble   read those lines, write the chronology
  check      load a rule pack and run the examples of its rules
  explain    tell which rules fired where in a text, and why others did not
  diff       compare two timelines: what did a change of rules do?
  format     give the files of a rule pack one layout
  schema     write a JSON Schema of rule files, for editors

Without a command it is a chronology in Markdown.
'kroniek COMMAND --help' tells the options and examples; 'kroniek --version' the version.
)";

int run(const std::vector<std::string>& arguments) {
  using namespace kroniek;
  if (arguments.empty()) {
    std::cerr << kUsage;
    return cli::kWrongUse;
  }
  const auto& command = arguments[0];
  const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  if (command == "--help" || command == "-h" || command == "help") {
    std::cout << kUsage;
    return cli::kDone;
  }
  if (command == "--version") {
    std::cout << "kroniek " << version() << '\n';
    return cli::kDone;
  }
  if (command == "timeline") return cli::timeline(rest);
  if (command == "extract") return cli::extract(rest);
  if (command == "assemble") return cli::assemble(rest);
  if (command == "check") return cli::check(rest);
  if (command == "explain") return cli::explain(rest);
  if (command == "diff") return cli::diff(rest);
  if (command == "format") return cli::format(rest);
  if (command == "schema") return cli::schema(rest);
  // Articles alone mean their chronology, to be read at once.
  std::error_code ignored;
  if (command == "-" || command.starts_with("-") || std::filesystem::exists(command, ignored)) {
    auto all = arguments;
    const auto names_format = [](const std::string& a) { return a.starts_with("--format") || a.starts_with("-f"); };
    if (std::none_of(all.begin(), all.end(), names_format)) all.insert(all.begin(), "--format=markdown");
    return cli::timeline(all);
  }
  if (command.find_first_of("./") != std::string::npos) throw cli::UsageError{command + ": there is no such file or command", "check the path"};
  throw cli::UsageError{"unknown command '" + command + "'", cli::did_you_mean(command, {"timeline", "extract", "assemble", "check", "explain", "diff", "format", "schema", "help"}, "commands: timeline, extract, assemble, check, explain, diff, format, schema")};
}

}  // namespace

int main(int argc, char** argv) {
  // Input and output go by different threads; reading must not touch what writing does.
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  try {
    const int status = run({argv + 1, argv + argc});
    std::cout.flush();
    if (!std::cout) {
      std::cerr << "kroniek: error: the output could not be written whole\n";
      return kroniek::cli::kFindings;
    }
    return status;
  } catch (const kroniek::cli::UsageError& fault) {
    std::cerr << "kroniek: " << fault.message << '\n';
    if (!fault.hint.empty()) std::cerr << "  hint: " << fault.hint << '\n';
    return kroniek::cli::kWrongUse;
  } catch (const std::bad_alloc&) {
    std::cerr << "kroniek: error: not enough memory\n";
  } catch (const std::exception& fault) {
    std::cerr << "kroniek: error: " << fault.what() << '\n';
  }
  return kroniek::cli::kFindings;
}
