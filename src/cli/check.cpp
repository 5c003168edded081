#include "options.hpp"

#include <algorithm>
#include <iostream>

namespace kroniek::cli {

int check(const std::vector<std::string>& arguments) {
  CommandLine line({"check", "PACK",
                    "Loads the rule pack in the folder PACK, reports every fault with its file, line and way out,\n"
                    "and runs the examples of all rules. Exit status 1 if there is a fault or an example fails.",
                    ""});
  if (!line.read(arguments)) return kDone;
  if (line.operands().size() != 1) throw UsageError{"one rule pack is to be named", "kroniek check src/packs/nl"};
  const std::string& folder = line.operands()[0];
  const std::string prefix = folder.ends_with('/') ? folder : folder + '/';
  const auto result = check_pack(folder);
  for (auto diagnostic : result.diagnostics) {
    if (diagnostic.file != folder && !diagnostic.file.starts_with(prefix)) diagnostic.file.insert(0, prefix);
    std::cout << to_text(diagnostic) << '\n';
  }
  const bool good = std::none_of(result.diagnostics.begin(), result.diagnostics.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
  std::cout << result.rules << " rules, " << result.examples << " examples, " << result.failed << " failed\n";
  return good ? kDone : kFindings;
}

}  // namespace kroniek::cli
