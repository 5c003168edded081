// Timelines and extractions as text, and extractions back from text.
#pragma once

#include <kroniek/extraction.hpp>
#include <kroniek/pack.hpp>
#include <kroniek/timeline.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kroniek {

// The document that docs/timeline.schema.json describes, with a line end; UTF-8.
std::string to_json(const Timeline& timeline);

// One line of NDJSON, without its line end.
std::string to_ndjson(const Extraction& extraction);

// Reads what to_ndjson wrote; nothing is lost on the way. Strict: an unknown, missing or repeated key and a
// value of another kind are faults. nullopt: `fault` names the first one by its path in the line
// ("events[2].participants[0].id"); its file and line are the caller's to fill in.
std::optional<Extraction> from_ndjson(std::string_view line, Diagnostic& fault);

// CommonMark.
std::string to_markdown(const Timeline& timeline, const Labels& labels);

// One page of HTML that needs nothing else, neither files nor a network. With the documents of the timeline in
// `texts` (by id, in any order) evidence is shown in its sentence, without them by itself.
std::string to_html(const Timeline& timeline, const Labels& labels, std::span<const Document> texts = {});

}  // namespace kroniek
