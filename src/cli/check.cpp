#include "cli.hpp"

#include <boost/program_options.hpp>

#include <algorithm>
#include <iostream>

namespace kroniek::cli {

namespace po = boost::program_options;

int check(const std::vector<std::string>& arguments) {
  std::vector<std::string> paths;
  po::options_description options("options");
  options.add_options()("help,h", "tell the options");
  po::options_description hidden;
  hidden.add_options()("pack", po::value(&paths));
  po::options_description all;
  all.add(options).add(hidden);
  po::positional_options_description positional;
  positional.add("pack", -1);
  po::variables_map map;
  try {
    po::store(po::command_line_parser(arguments).options(all).positional(positional).run(), map);
    po::notify(map);
  } catch (const po::error& fault) {
    throw UsageError{fault.what(), "'kroniek check --help' tells the options"};
  }
  if (map.contains("help")) {
    std::cout << "usage: kroniek check PACK\n\n"
                 "Loads the rule pack in the folder PACK, reports every fault with its file, line and way out,\n"
                 "and runs the examples of all rules. Exit status 1 if there is a fault or an example fails.\n\n"
              << options;
    return kDone;
  }
  if (paths.size() != 1) throw UsageError{"one rule pack is to be named", "kroniek check src/packs/nl"};
  const auto result = check_pack(paths[0]);
  for (auto diagnostic : result.diagnostics) {
    if (diagnostic.file != paths[0]) diagnostic.file = paths[0] + (paths[0].ends_with('/') ? "" : "/") + diagnostic.file;
    std::cout << to_text(diagnostic) << '\n';
  }
  const bool good = std::none_of(result.diagnostics.begin(), result.diagnostics.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
  std::cout << result.rules << " rules, " << result.examples << " examples, " << result.failed << " failed\n";
  return good ? kDone : kFindings;
}

}  // namespace kroniek::cli
