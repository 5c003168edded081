#include "cli.hpp"

#include <boost/program_options.hpp>

#include <iostream>

namespace kroniek::cli {

namespace po = boost::program_options;

int extract(const std::vector<std::string>& arguments) {
  std::string published, pack_folder, style = "news";
  std::vector<std::string> paths;
  po::options_description options("options");
  options.add_options()
      ("published", po::value(&published)->value_name("DATE"), "publication date of all sources: day, month or year")
      ("pack", po::value(&pack_folder)->value_name("DIR"), "rule pack to use instead of the one built in")
      ("style", po::value(&style)->value_name("STYLE"), "how bare weekdays and months are read: news (default) or conversation")
      ("help,h", "tell the options");
  po::options_description hidden;
  hidden.add_options()("source", po::value(&paths));
  po::options_description all;
  all.add(options).add(hidden);
  po::positional_options_description positional;
  positional.add("source", -1);
  po::variables_map map;
  try {
    po::store(po::command_line_parser(arguments).options(all).positional(positional).run(), map);
    po::notify(map);
  } catch (const po::error& fault) {
    throw UsageError{fault.what(), "'kroniek extract --help' tells the options"};
  }
  if (map.contains("help")) {
    std::cout << "usage: kroniek extract [OPTION]... [FILE|DIR|-]...\n\n"
                 "Reads articles and writes, a line each, what is in them: times, events, claims.\n\n"
              << options;
    return kDone;
  }
  if (paths.empty()) throw UsageError{"no sources are named", "name files or folders, or - for standard input"};
  if (style != "news" && style != "conversation") throw UsageError{"unknown style '" + style + "'", "styles: news, conversation"};
  const auto pack = open_pack(pack_folder);
  std::vector<Diagnostic> listing;
  const auto sources = list_sources(paths, listing);
  report(listing);
  bool findings = !listing.empty();
  std::size_t count = 0;
  for (const auto& source : sources) {
    ingest(source, std::cin, *pack, IngestOptions{published}, [&](Ingested&& ingested) {
      report(ingested.diagnostics);
      findings |= !ingested.diagnostics.empty();
      for (auto& document : ingested.documents) {
        ++count;
        if (document.id.empty()) document.id = "d" + std::to_string(count);
        auto extraction = kroniek::extract(document, *pack, style == "news" ? Style::news : Style::conversation);
        extraction.warnings.insert(extraction.warnings.begin(), ingested.diagnostics.begin(), ingested.diagnostics.end());
        std::cout << to_ndjson(extraction) << '\n';
      }
    });
  }
  return findings ? kFindings : kDone;
}

}  // namespace kroniek::cli
