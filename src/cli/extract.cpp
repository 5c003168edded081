#include "options.hpp"

#include <iostream>

namespace kroniek::cli {

int extract(const std::vector<std::string>& arguments) {
  std::string style = "news";
  CommandLine line({"extract", "[FILE|DIR|-]...", "Reads articles and writes, a line each, what is in them: times, events, claims.",
                    "examples:\n"
                    "  kroniek extract articles/ > articles.ndjson\n"
                    "  kroniek extract articles/ | jq -r '.times[] | [.text, .value] | @tsv'"});
  line.options().add_options()
      ("style", po::value(&style)->value_name("STYLE"), "how bare weekdays and months are read: news (default) or conversation");
  line.add_source_options();
  if (!line.read(arguments)) return kDone;
  one_of_option(style, "style", {"news", "conversation"});

  const auto pack = open_pack(line.pack_folder());
  bool found = false;
  read_sources(line.operands(), line.published(), *pack, [&](Ingested&& ingested) {
    found |= !ingested.diagnostics.empty();
    if (ingested.documents.empty() && !ingested.diagnostics.empty()) {
      std::cout << to_ndjson(unread(std::move(ingested.diagnostics), *pack)) << '\n';
    }
    for (const auto& document : ingested.documents) {
      save_text(line.save_text(), document);
      auto extraction = kroniek::extract(document, *pack, style == "news" ? Style::news : Style::conversation);
      report(extraction.warnings);
      found |= !extraction.warnings.empty();
      add_own(extraction, ingested);
      std::cout << to_ndjson(extraction) << '\n';
    }
  });
  return found ? kFindings : kDone;
}

}  // namespace kroniek::cli
