#include "assembly.hpp"
#include "formats.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <map>
#include <thread>
#include <tuple>

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
  // Deferred where the system gives no more threads: what is left is then done here.
  for (std::size_t i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async | std::launch::deferred, work));
  work();
  for (auto& other : others) other.get();
  return extractions;
}

// The documents that are in the timeline, with the ids that they have there: of two with one id, one was renamed.
std::vector<Document> named_alike(std::vector<Document> documents, const Timeline& timeline) {
  std::map<std::tuple<std::string_view, std::uint32_t, std::string_view>, const DocumentRecord*> records;
  for (const auto& record : timeline.documents) records.emplace(std::tuple(std::string_view(record.source), record.source_line, std::string_view(record.sha256)), &record);
  std::vector<Document> named;
  for (auto& document : documents) {
    const auto record = records.find(std::tuple(std::string_view(document.source), document.source_line, std::string_view(document.sha256)));
    if (record == records.end()) continue;
    document.id = record->second->id;
    named.push_back(std::move(document));
  }
  return named;
}

}  // namespace

int timeline(const std::vector<std::string>& arguments) {
  CommandLine line({"timeline", "[FILE|DIR|-]...", "Reads articles and writes their chronology.\n\nformats:\n" + format_list(Texts::at_hand),
                    "examples:\n"
                    "  kroniek timeline articles/ --format html -o chronology.html\n"
                    "  kroniek timeline articles/ --format csv --csv-separator ';' --csv-bom -o chronology.csv\n"
                    "  kroniek timeline articles/ --from 2025-02 --to 2025-04 | jq -r '.entries[].headline'"});
  AssemblyOptions wanted;
  OutputOptions output(Texts::at_hand);
  output.add_format_to(line.options());
  wanted.add_to(line.options());
  output.add_output_to(line.options());
  line.add_source_options();
  if (!line.read(arguments)) return kDone;
  output.check();
  std::vector<Diagnostic> findings;
  auto assembly = wanted.read(findings);
  assembly.language = output.language();

  const auto pack = open_pack(line.pack_folder());
  const auto& words = output.words(*pack);
  std::vector<Extraction> unread_sources;
  std::vector<Document> documents;
  std::vector<std::vector<Diagnostic>> own;  // per document: what reading found
  read_sources(line.operands(), line.published(), *pack, [&](Ingested&& ingested) {
    if (ingested.documents.empty()) unread_sources.push_back(unread(std::move(ingested.diagnostics), *pack));
    for (auto& document : ingested.documents) {
      save_text(line.save_text(), document);
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
  std::vector<Extraction> kept;  // for what is written of the documents as they were read
  if (output.format() == "timeml") kept = extractions;
  std::move(unread_sources.begin(), unread_sources.end(), std::back_inserter(extractions));
  auto result = kroniek::assemble(std::move(extractions), *pack, assembly);
  report_assembled(result, findings);
  if (kept.empty()) documents = named_alike(std::move(documents), result);
  output.write(result, words, documents, kept);
  return result.warnings.empty() ? kDone : kFindings;
}

}  // namespace kroniek::cli
