// From files to documents.
#pragma once

#include <kroniek/diagnostic.hpp>
#include <kroniek/document.hpp>

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <vector>

namespace kroniek {

class Pack;

struct IngestOptions {
  std::string published;  // EDTF day, month or year that overrides what the sources say; empty: none
};

// One step of reading: a document, findings about it, or both. A finding of severity error stands for a
// source that could not be read; the ones after it are still read.
struct Ingested {
  std::vector<Document> documents;
  std::vector<Diagnostic> diagnostics;
  std::uint64_t bytes = 0;  // of the source, as it is read, that this step took
};

// The files that `paths` stand for, in the order of reading: a folder gives its .txt, .md, .ndjson, .jsonl, .html,
// .htm, .xhtml, .pdf, .docx, .odt, .rss and .atom files, each also with .gz behind it, recursively, sorted by bytes
// of their path; "-" is kept. What cannot be opened is reported.
std::vector<std::string> list_sources(const std::vector<std::string>& paths, std::vector<Diagnostic>& diagnostics);

// Reads one source ("-": `standard_input`) and hands on each document as it comes. What is no text is unpacked and
// turned into text first; PDF by the program pdftotext.
void ingest(const std::string& path, std::istream& standard_input, const Pack& pack, const IngestOptions& options,
            const std::function<void(Ingested&&)>& sink);

// A document from a text that is already in memory. `name` is its source.
Ingested ingest_text(std::string_view name, std::string_view raw, const Pack& pack, const IngestOptions& options);

}  // namespace kroniek
