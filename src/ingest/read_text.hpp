// One text to one document.
#pragma once

#include "furniture.hpp"

#include <kroniek/ingest.hpp>

#include <cstdint>
#include <istream>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kroniek {

// What is known of a text from outside it (the fields of an NDJSON line).
struct TextMetadata {
  std::string id, title, language, source, url, author;
  std::optional<std::string> published;
  std::uint32_t line = 0;  // in the file; 0: the text is the file
};

// `name` is the file that findings are reported for.
Ingested read_text(std::string_view name, std::string raw, const TextMetadata& metadata,
                   const FurnitureMatcher& furniture, const IngestOptions& options);

using IngestSink = std::function<void(Ingested&&)>;

// One document a line. `lines_before`: blank lines that were already read.
void read_ndjson(std::string_view name, std::istream& lines, const FurnitureMatcher& furniture,
                 const IngestOptions& options, const IngestSink& sink, std::uint32_t lines_before = 0);

// ingest() of <kroniek/ingest.hpp>.
void read_source(const std::string& path, std::istream& standard_input, const FurnitureMatcher& furniture,
                 const IngestOptions& options, const IngestSink& sink);

}  // namespace kroniek
