// Timelines and extractions as text, and extractions back from text.
#pragma once

#include <kroniek/extraction.hpp>
#include <kroniek/pack.hpp>
#include <kroniek/timeline.hpp>

#include <functional>
#include <optional>
#include <span>
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
// The same for one of many lines, whose mentions then share their symbols.
std::optional<Extraction> from_ndjson(std::string_view line, SymbolTable& symbols, Diagnostic& fault);

// What made the line, also one that from_ndjson cannot read; nullopt if it does not say.
std::optional<Origin> origin_in_ndjson(std::string_view line);

// CommonMark.
std::string to_markdown(const Timeline& timeline, const Labels& labels);

// One page of HTML that needs nothing else, neither files nor a network. With the documents of the timeline in `texts`
// (by id, in any order) evidence is shown in its sentence, without them by itself.
std::string to_html(const Timeline& timeline, const Labels& labels, std::span<const Document> texts = {});

// The formats of other programs. None leaves out an entry; what has no date says so in the words of its date.

struct CsvOptions {
  char separator = ',';
  bool byte_order_mark = false;
};
// RFC 4180, a row an entry and a row of names above; cells that a spreadsheet would take for formulas begin
// with an apostrophe.
std::string to_csv(const Timeline& timeline, const Labels& labels, const CsvOptions& options = {});
// RFC 5545: entries with a date as all-day VEVENT, those without as VJOURNAL.
std::string to_ical(const Timeline& timeline, const Labels& labels);
// TimelineJS 3: its JSON, and the rows of its spreadsheet (RFC 4180; the first row below the names is the title).
std::string to_timelinejs(const Timeline& timeline, const Labels& labels);
std::string to_timelinejs_csv(const Timeline& timeline, const Labels& labels);
// JSON-LD with the terms of schema.org; claims, too.
std::string to_jsonld(const Timeline& timeline, const Labels& labels);
// Timesketch: a line of JSON an entry.
std::string to_timesketch(const Timeline& timeline, const Labels& labels);
// TimeML 1.2.1 of the documents, each with its extraction at the same index. Several stand in one <documents>.
std::string to_timeml(std::span<const Document> documents, std::span<const Extraction> extractions);

}  // namespace kroniek
