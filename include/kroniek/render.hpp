// Timelines and extractions as text, and extractions back from text.
#pragma once

#include <kroniek/extraction.hpp>
#include <kroniek/pack.hpp>
#include <kroniek/timeline.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kroniek {

// The document that docs/timeline.schema.json describes, with a line end; UTF-8.
std::string to_json(const Timeline& timeline);
// The same in pieces, for what is too large to be held in memory beside the timeline.
void write_json(const Timeline& timeline, const std::function<void(std::string_view)>& out);

// One line of NDJSON, without its line end.
std::string to_ndjson(const Extraction& extraction);

// Reads what to_ndjson wrote; nothing is lost on the way. Strict: an unknown, missing or repeated key and a
// value of another kind are faults. nullopt: `fault` names the first one by its path in the line
// ("events[2].participants[0].id"); its file and line are the caller's to fill in.
std::optional<Extraction> from_ndjson(std::string_view line, Diagnostic& fault);

// What made the line, also one that from_ndjson cannot read; nullopt if it does not say.
std::optional<Origin> origin_in_ndjson(std::string_view line);

// CommonMark.
std::string to_markdown(const Timeline& timeline, const Labels& labels);

}  // namespace kroniek
