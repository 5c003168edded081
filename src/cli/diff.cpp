#include "options.hpp"

#include <kroniek/compare.hpp>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace kroniek::cli {

namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) throw std::runtime_error(path + ": cannot be read");
  return text;
}

}  // namespace

int diff(const std::vector<std::string>& arguments) {
  std::string format = "text", output;
  CommandLine line({"diff", "OLD.json NEW.json",
                    "Compares two timelines of the same texts: entries and claims gained, lost, and changed in type, date,\n"
                    "status or participants, with their sources. Exit status 1 if they differ.",
                    "examples:\n"
                    "  kroniek diff before.json after.json --format markdown"});
  line.options().add_options()
      ("format,f", po::value(&format)->value_name("FORMAT"), "text (default), markdown or json")
      ("output,o", po::value(&output)->value_name("FILE"), "write to FILE, whole or not at all");
  if (!line.read(arguments)) return kDone;
  one_of_option(format, "format", {"text", "markdown", "json"});
  if (line.operands().size() != 2) throw UsageError{"two timelines are to be named", "kroniek diff before.json after.json"};
  Diagnostic fault;
  const auto comparison = compare(read_file(line.operands()[0]), read_file(line.operands()[1]), fault);
  if (!comparison) {
    fault.file = line.operands()[fault.file == "old" ? 0 : 1];
    report({fault});
    return kFindings;
  }
  write_output(output, format == "json" ? to_json(*comparison) : format == "markdown" ? to_markdown(*comparison) : to_text(*comparison, output.empty() && colours_wanted()));
  return comparison->empty() ? kDone : kFindings;
}

}  // namespace kroniek::cli
