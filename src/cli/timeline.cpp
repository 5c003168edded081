#include "assembly.hpp"
#include "formats.hpp"
#include "pipeline.hpp"
#include "progress.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace kroniek::cli {

namespace {

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
  line.add_jobs_option();
  if (!line.read(arguments)) return kDone;
  output.check();
  std::vector<Diagnostic> findings;
  auto assembly = wanted.read(findings);
  assembly.language = output.language();

  const auto pack = open_pack(line.pack_folder());
  const auto& words = output.words(*pack);
  std::vector<Extraction> unread_sources, extractions;
  std::vector<Document> documents;
  Progress progress(false);
  {
    Pipeline pipeline(line.jobs());
    const auto take = [&](Ingested&& ingested) {
      if (ingested.documents.empty()) {
        pipeline.add(0, [&, own = std::move(ingested.diagnostics), bytes = ingested.bytes]() mutable -> Pipeline::Finish {
          return [&, own = std::move(own), bytes]() mutable {
            if (!own.empty()) progress.clear();
            report(own);
            unread_sources.push_back(unread(std::move(own), *pack));
            progress.add(0, bytes);
          };
        });
      }
      for (auto& document : ingested.documents) {
        save_text(line.save_text(), document);
        const auto weight = document.raw.size();
        pipeline.add(weight, [&, document = std::move(document), own = std::exchange(ingested.diagnostics, {}), bytes = std::exchange(ingested.bytes, 0)]() mutable -> Pipeline::Finish {
          auto extraction = kroniek::extract(document, *pack);
          return [&, extraction = std::move(extraction), document = std::move(document), own = std::move(own), bytes]() mutable {
            auto& warnings = extraction.warnings;
            warnings.insert(warnings.begin(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
            if (!warnings.empty()) progress.clear();
            report(warnings);
            extractions.push_back(std::move(extraction));
            documents.push_back(std::move(document));
            progress.add(1, bytes);
          };
        });
      }
    };
    read_side_by_side(line, *pack, pipeline, progress, take);
  }
  progress.clear();
  std::vector<Extraction> kept;  // for what is written of the documents as they were read
  if (output.format() == "timeml") kept = extractions;
  std::move(unread_sources.begin(), unread_sources.end(), std::back_inserter(extractions));
  auto result = kroniek::assemble(std::move(extractions), *pack, assembly);
  report_assembled(result, findings);
  if (kept.empty()) documents = named_alike(std::move(documents), result);
  output.write(result, words, documents, kept);
  return findings_in(result.warnings) ? kFindings : kDone;
}

}  // namespace kroniek::cli
