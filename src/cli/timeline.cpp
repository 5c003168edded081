#include "assembly.hpp"

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
  std::string format = "json", language, output;
  CommandLine line({"timeline", "[FILE|DIR|-]...", "Reads articles (.txt, .md, .ndjson, .jsonl) and writes their chronology.",
                    "kroniek timeline articles/ --format markdown -o chronology.md"});
  AssemblyOptions wanted;
  line.options().add_options()
      ("format,f", po::value(&format)->value_name("FORMAT"), "json (default) or markdown")
      ("language", po::value(&language)->value_name("LANG"), "language of headings in Markdown: nl (default) or en");
  wanted.add_to(line.options());
  line.options().add_options()
      ("output,o", po::value(&output)->value_name("FILE"), "write to FILE, whole or not at all");
  line.add_source_options();
  if (!line.read(arguments)) return kDone;
  one_of_option(format, "format", {"json", "markdown"});
  std::vector<Diagnostic> findings;
  const auto assembly = wanted.read(findings);

  const auto pack = open_pack(line.pack_folder());
  const auto* words = labels(*pack, language.empty() ? info(*pack).language : language);
  if (words == nullptr) throw UsageError{"the pack has no words in the language '" + language + "'", "languages: nl, en"};
  std::vector<Extraction> unread_sources;
  std::vector<Document> documents;
  std::vector<std::vector<Diagnostic>> own;  // per document: what reading found
  read_sources(line.operands(), line.published(), *pack, [&](Ingested&& ingested) {
    if (ingested.documents.empty()) unread_sources.push_back(unread(std::move(ingested.diagnostics), *pack));
    for (auto& document : ingested.documents) {
      documents.push_back(std::move(document));
      own.push_back(std::move(ingested.diagnostics));
      ingested.diagnostics.clear();
    }
  });
  auto extractions = extract_all(documents, *pack);
  for (std::size_t i = 0; i < extractions.size(); ++i) {
    auto& warnings = extractions[i].warnings;
    report(warnings);
    warnings.insert(warnings.begin(), own[i].begin(), own[i].end());
  }
  std::move(unread_sources.begin(), unread_sources.end(), std::back_inserter(extractions));
  auto result = kroniek::assemble(std::move(extractions), *pack, assembly);
  report_assembled(result, findings);
  write_output(output, format == "json" ? to_json(result) : to_markdown(result, *words));
  return result.warnings.empty() ? kDone : kFindings;
}

}  // namespace kroniek::cli
