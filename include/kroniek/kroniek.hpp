// Kroniek: news articles in, chronology out. The library never prints and never ends the process.
#pragma once

#include <kroniek/diagnostic.hpp>
#include <kroniek/document.hpp>
#include <kroniek/extraction.hpp>
#include <kroniek/ingest.hpp>
#include <kroniek/pack.hpp>
#include <kroniek/render.hpp>
#include <kroniek/timeline.hpp>

#include <cstdint>

namespace kroniek {

// News tells of what was; a conversation is about what is to come: "woensdag" is the last or the next one.
enum class Style : std::uint8_t { news, conversation };

// The first half (map): one document by itself. The same document and pack give the same value.
Extraction extract(const Document& document, const Pack& pack, Style style = Style::news);

// The second half (reduce): mentions of all documents to one timeline. The order of the extractions does not
// matter.
Timeline assemble(std::vector<Extraction> extractions, const Pack& pack, const Assembly& assembly);

// What `extract` writes into each extraction.
Origin origin_of(const Pack& pack);

const char* version();

}  // namespace kroniek
