#include "options.hpp"

#include <iostream>

namespace kroniek::cli {

int extract(const std::vector<std::string>& arguments) {
  std::string style = "news";
  CommandLine line({"extract", "[FILE|DIR|-]...", "Reads articles and writes, a line each, what is in them: times, events, claims.", ""});
  line.options().add_options()
      ("style", po::value(&style)->value_name("STYLE"), "how bare weekdays and months are read: news (default) or conversation");
  line.add_source_options();
  if (!line.read(arguments)) return kDone;
  one_of_option(style, "style", {"news", "conversation"});

  const auto pack = open_pack(line.pack_folder());
  std::vector<Diagnostic> findings;
  bool warned = false;
  read_documents(line.operands(), line.published(), *pack, findings, [&](Document&& document, const std::vector<Diagnostic>& own) {
    save_text(line.save_text(), document);
    auto extraction = kroniek::extract(document, *pack, style == "news" ? Style::news : Style::conversation);
    report(extraction.warnings);
    warned |= !extraction.warnings.empty();
    extraction.warnings.insert(extraction.warnings.begin(), own.begin(), own.end());
    std::cout << to_ndjson(extraction) << '\n';
  });
  return findings.empty() && !warned ? kDone : kFindings;
}

}  // namespace kroniek::cli
