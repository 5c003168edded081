#include "cli.hpp"

#include <boost/program_options.hpp>

#include <iostream>

namespace kroniek::cli {

namespace po = boost::program_options;

namespace {

std::optional<Day> day_option(const std::string& text, const char* name, bool end) {
  if (text.empty()) return std::nullopt;
  const auto value = parse_edtf(text);
  if (!value || value->is_open()) throw UsageError{std::string("--") + name + " takes a date, not '" + text + "'", "write 2025-02-01, 2025-02 or 2025"};
  return end ? value->latest : value->earliest;
}

}  // namespace

int timeline(const std::vector<std::string>& arguments) {
  std::string format = "json", language, published, from, to, pack_folder, output;
  std::vector<std::string> paths;
  po::options_description options("options");
  options.add_options()
      ("format,f", po::value(&format)->value_name("FORMAT"), "json (default) or markdown")
      ("language", po::value(&language)->value_name("LANG"), "language of headings in Markdown: nl (default) or en")
      ("from", po::value(&from)->value_name("DATE"), "leave out what certainly happened before")
      ("to", po::value(&to)->value_name("DATE"), "leave out what certainly happened after")
      ("published", po::value(&published)->value_name("DATE"), "publication date of all sources: day, month or year")
      ("pack", po::value(&pack_folder)->value_name("DIR"), "rule pack to use instead of the one built in")
      ("output,o", po::value(&output)->value_name("FILE"), "write to FILE, whole or not at all")
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
    throw UsageError{fault.what(), "'kroniek timeline --help' tells the options"};
  }
  if (map.contains("help")) {
    std::cout << "usage: kroniek timeline [OPTION]... [FILE|DIR|-]...\n\n"
                 "Reads articles (.txt, .md, .ndjson, .jsonl) and writes their chronology.\n\n"
              << options << "\nkroniek timeline articles/ --format markdown -o chronology.md\n";
    return kDone;
  }
  if (paths.empty()) throw UsageError{"no sources are named", "name files or folders, or - for standard input"};
  if (format != "json" && format != "markdown") throw UsageError{"unknown format '" + format + "'", "formats: json, markdown"};
  if (!published.empty()) {
    const auto value = parse_edtf(published);
    if (!value || value->is_open()) throw UsageError{"--published takes a date, not '" + published + "'", "write 2025-02-01, 2025-02 or 2025"};
  }
  const Window window{day_option(from, "from", false), day_option(to, "to", true)};

  const auto pack = open_pack(pack_folder);
  const auto* words = labels(*pack, language.empty() ? info(*pack).language : language);
  if (words == nullptr) throw UsageError{"the pack has no words in the language '" + language + "'", "languages: nl, en"};
  std::vector<Document> documents;
  std::vector<Diagnostic> findings;
  read_documents(paths, published, *pack, documents, findings);
  std::vector<Extraction> extractions;
  extractions.reserve(documents.size());
  for (const auto& document : documents) extractions.push_back(kroniek::extract(document, *pack));
  auto result = assemble(std::move(extractions), *pack, window);
  result.warnings.insert(result.warnings.begin(), findings.begin(), findings.end());
  write_output(output, format == "json" ? to_json(result) : to_markdown(result, *words));
  return findings.empty() ? kDone : kFindings;
}

}  // namespace kroniek::cli
