#include "formats.hpp"
#include "options.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

namespace kroniek::cli {

namespace {

// In the order of the documents, by as many threads as there are processors.
std::vector<Extraction> extract_all(const std::vector<Document>& documents, const Pack& pack) {
  std::vector<Extraction> extractions(documents.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < documents.size(); i = next++) extractions[i] = kroniek::extract(documents[i], pack);
  };
  const auto threads = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), documents.size());
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, work));
  work();
  for (auto& other : others) other.get();
  return extractions;
}

}  // namespace

int timeline(const std::vector<std::string>& arguments) {
  std::string format = "json", language, from, to, output, separator = ",";
  CsvOptions csv;
  CommandLine line({"timeline", "[FILE|DIR|-]...", "Reads articles and writes their chronology.\n\nformats:\n" + format_list(),
                    "examples:\n"
                    "  kroniek timeline articles/ --format html -o chronology.html\n"
                    "  kroniek timeline articles/ --format csv --csv-separator ';' --csv-bom -o chronology.csv\n"
                    "  kroniek timeline articles/ --from 2025-02 --to 2025-04 | jq -r '.entries[].headline'"});
  line.options().add_options()
      ("format,f", po::value(&format)->value_name("FORMAT"), "format of the output (default: json)")
      ("language", po::value(&language)->value_name("LANG"), "language of headings and labels: nl (default) or en")
      ("from", po::value(&from)->value_name("DATE"), "leave out what certainly happened before")
      ("to", po::value(&to)->value_name("DATE"), "leave out what certainly happened after")
      ("csv-separator", po::value(&separator)->value_name("CHAR"), "between the cells of csv (default: ,)")
      ("csv-bom", po::bool_switch(&csv.byte_order_mark), "begin csv with a byte order mark, as Excel wants it")
      ("output,o", po::value(&output)->value_name("FILE"), "write to FILE, whole or not at all");
  line.add_source_options();
  if (!line.read(arguments)) return kDone;
  check_format(format);
  csv.separator = separator_option(separator);
  Window window;
  if (const auto date = date_option(from, "from")) window.from = date->earliest;
  if (const auto date = date_option(to, "to")) window.to = date->latest;
  if (window.from && window.to && *window.from > *window.to) throw UsageError{"--from " + from + " is after --to " + to, "change them about"};

  const auto pack = open_pack(line.pack_folder());
  const auto* words = labels(*pack, language.empty() ? info(*pack).language : language);
  if (words == nullptr) throw UsageError{"the pack has no words in the language '" + language + "'", "languages: nl, en"};
  std::vector<Diagnostic> findings;
  std::vector<Document> documents;
  read_documents(line.operands(), line.published(), *pack, findings,
                 [&](Document&& document, const std::vector<Diagnostic>&) {
                   save_text(line.save_text(), document);
                   documents.push_back(std::move(document));
                 });
  auto extractions = extract_all(documents, *pack);
  for (const auto& extraction : extractions) report(extraction.warnings);
  std::vector<Extraction> kept;  // for those that write the documents, too
  if (format == "timeml") kept = extractions;
  auto result = assemble(std::move(extractions), *pack, window);
  result.warnings.insert(result.warnings.begin(), findings.begin(), findings.end());
  write_output(output, render(format, {result, *words, documents, kept, csv}));
  return result.warnings.empty() ? kDone : kFindings;
}

}  // namespace kroniek::cli
