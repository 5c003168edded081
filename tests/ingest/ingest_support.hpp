// Reading small texts with the Dutch furniture.
#pragma once

#include "../../src/ingest/furniture.hpp"
#include "../../src/ingest/read_text.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ingest_test {

// The folder of the source tree, wherever the tests are built.
inline std::filesystem::path source_root() {
#ifdef KRONIEK_SOURCE_DIR
  return KRONIEK_SOURCE_DIR;
#else
  return std::filesystem::path(__FILE__).parent_path().parent_path().parent_path();
#endif
}

inline const kroniek::FurnitureMatcher& dutch_furniture() {
  static const kroniek::FurnitureMatcher matcher = [] {
    std::vector<kroniek::Diagnostic> diagnostics;
    kroniek::Furniture furniture =
        kroniek::load_furniture(source_root() / "src/packs/nl/text/furniture.yaml", diagnostics);
    for (const auto& fault : diagnostics) MESSAGE(fault.file << ":" << fault.line << " " << fault.message);
    REQUIRE(diagnostics.empty());
    return kroniek::FurnitureMatcher(std::move(furniture));
  }();
  return matcher;
}

inline kroniek::Ingested read(std::string_view raw, const kroniek::TextMetadata& metadata = {},
                              const kroniek::IngestOptions& options = {}) {
  return kroniek::read_text("a.txt", std::string(raw), metadata, dutch_furniture(), options);
}

inline kroniek::Document document(std::string_view raw, const kroniek::TextMetadata& metadata = {}) {
  kroniek::Ingested result = read(raw, metadata);
  REQUIRE(result.documents.size() == 1);
  return std::move(result.documents.front());
}

// "title: Kop", "paragraph: Tekst." ...
inline std::vector<std::string> blocks(const kroniek::Document& document) {
  static constexpr const char* kNames[] = {"title", "heading", "paragraph", "item", "pull quote", "caption"};
  std::vector<std::string> result;
  for (const kroniek::Block& block : document.blocks) {
    result.push_back(std::string(kNames[static_cast<std::size_t>(block.kind)]) + ": " +
                     document.text.substr(block.begin, block.end - block.begin));
  }
  return result;
}

inline std::vector<std::string> blocks(std::string_view raw) { return blocks(document(raw)); }

using Lines = std::vector<std::string>;

}  // namespace ingest_test

namespace doctest {
template <>
struct StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n  " + line;
    return text.c_str();
  }
};
}  // namespace doctest
