#include "options.hpp"
#include "pipeline.hpp"
#include "progress.hpp"

#include <iostream>
#include <stdexcept>

namespace kroniek::cli {

namespace {

// What there is to write of one step of reading.
struct Written {
  std::string lines;
  std::vector<Diagnostic> findings;
};

Written extract_step(Ingested& ingested, const Pack& pack, Style style) {
  Written written;
  written.findings = ingested.diagnostics;
  if (ingested.documents.empty() && !ingested.diagnostics.empty()) {
    written.lines = to_ndjson(unread(std::move(ingested.diagnostics), pack)) + '\n';
  }
  for (const auto& document : ingested.documents) {
    auto extraction = kroniek::extract(document, pack, style);
    written.findings.insert(written.findings.end(), extraction.warnings.begin(), extraction.warnings.end());
    add_own(extraction, ingested);
    auto line = to_ndjson(extraction);
    line += '\n';
    if (written.lines.empty()) {
      written.lines = std::move(line);  // of most files the only one
    } else {
      written.lines += line;
    }
  }
  return written;
}

std::size_t weight_of(const Ingested& ingested) {
  std::size_t weight = 0;
  for (const auto& document : ingested.documents) weight += document.raw.size();
  return weight;
}

}  // namespace

int extract(const std::vector<std::string>& arguments) {
  std::string style = "news";
  CommandLine line({"extract", "[FILE|DIR|-]...", "Reads articles and writes, a line each, what is in them: times, events, claims.",
                    "examples:\n"
                    "  kroniek extract articles/ > articles.ndjson\n"
                    "  kroniek extract articles/ | jq -r '.times[] | [.text, .value] | @tsv'"});
  line.options().add_options()
      ("style", po::value(&style)->value_name("STYLE"), "how bare weekdays and months are read: news (default) or conversation");
  line.add_source_options();
  line.add_jobs_option();
  if (!line.read(arguments)) return kDone;
  one_of_option(style, "style", {"news", "conversation"});

  const auto pack = open_pack(line.pack_folder());
  const auto wanted = style == "news" ? Style::news : Style::conversation;
  bool found = false;
  Progress progress(true);
  // What is there goes out at once when no more comes for a while.
  Pipeline pipeline(line.jobs(), [] { std::cout.flush(); });
  const auto take = [&](Ingested&& ingested) {
    for (const auto& document : ingested.documents) save_text(line.save_text(), document);
    const auto weight = weight_of(ingested);
    pipeline.add(weight, [&, ingested = std::move(ingested)]() mutable -> Pipeline::Finish {
      const auto documents = ingested.documents.size();
      const auto bytes = ingested.bytes;
      return [&, written = extract_step(ingested, *pack, wanted), documents, bytes] {
        found |= findings_in(written.findings);
        if (!written.findings.empty()) progress.clear();
        report(written.findings);
        std::cout << written.lines;
        if (!std::cout) throw std::runtime_error("the output could not be written whole");
        progress.add(documents, bytes);
      };
    });
  };
  read_side_by_side(line, *pack, pipeline, progress, take);
  return found ? kFindings : kDone;
}

}  // namespace kroniek::cli
