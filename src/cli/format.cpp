#include "options.hpp"

#include <kroniek/pack_files.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace kroniek::cli {

namespace fs = std::filesystem;

int format(const std::vector<std::string>& arguments) {
  bool check_only = false;
  CommandLine line({"format", "PACK",
                    "Gives the rule files of the folder PACK one layout. Comments and quotation marks stay; a file whose\n"
                    "meaning would change is left as it is.",
                    "examples:\n"
                    "  kroniek format my-pack --check"});
  line.options().add_options()("check", po::bool_switch(&check_only), "change nothing; exit status 1 if a file would change");
  if (!line.read(arguments)) return kDone;
  if (line.operands().size() != 1) throw UsageError{"one rule pack is to be named", "kroniek format my-pack"};
  const fs::path folder = line.operands()[0];
  if (!fs::is_directory(folder)) throw std::runtime_error(folder.string() + ": there is no such folder");
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    std::error_code unknown;  // a link in a circle is no file
    if (entry.is_regular_file(unknown) && entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  int changed = 0, left = 0;
  for (const auto& path : files) {
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const auto laid_out = format_rules(path.lexically_relative(folder).generic_string(), text);
    if (!laid_out) {
      ++left;
      std::cerr << path.string() << ": cannot be laid out; it stays as it is\n  hint: 'kroniek check' tells whether it is YAML\n";
    } else if (*laid_out != text) {
      ++changed;
      std::cout << path.string() << (check_only ? ": would change\n" : ": changed\n");
      if (!check_only) write_output(path.string(), *laid_out);
    }
  }
  std::cout << files.size() << " files, " << changed << (check_only ? " to change\n" : " changed\n");
  return left > 0 || (check_only && changed > 0) ? kFindings : kDone;
}

int schema(const std::vector<std::string>& arguments) {
  std::string pack_folder, output;
  CommandLine line({"schema", "KIND",
                    "Writes a JSON Schema of the rule files of a kind (events, time, claims, lexicon, actors, places, tests),\n"
                    "which editors use for completion and checks.",
                    "examples:\n"
                    "  kroniek schema events -o events.schema.json"});
  line.options().add_options()
      ("pack", po::value(&pack_folder)->value_name("DIR"), "the pack whose types and classes may be named, instead of the one built in")
      ("output,o", po::value(&output)->value_name("FILE"), "write to FILE, whole or not at all");
  if (!line.read(arguments)) return kDone;
  if (line.operands().size() != 1) throw UsageError{"one kind of file is to be named", "kroniek schema events"};
  one_of_option(line.operands()[0], "kind", schema_kinds());
  write_output(output, rule_schema(line.operands()[0], *open_pack(pack_folder)));
  return kDone;
}

}  // namespace kroniek::cli
