// What is fuzzed. A target takes any bytes, and ends the process if an oracle fails; crashes and sanitizers do the rest.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace fuzz {

void edtf(std::string_view data);          // a date, read and written again
void algebra(std::string_view data);       // the value of a time rule, worked out on days all over the calendar
void front_matter(std::string_view data);
void ingest_text(std::string_view data);   // plain text and Markdown, down to the source map
void ingest_formats(std::string_view data);  // first byte: which; HTML, feeds, office documents, gzip
void ndjson(std::string_view data);
void times(std::string_view data);         // time rules on text
void extract(std::string_view data);       // the whole first half on text
void words(std::string_view data);         // the same on rows of words of the lexicon: two bytes a word
void lines(std::string_view data);         // lines of extractions, read, written, assembled
void assemble(std::string_view data);      // extractions made up by the bytes, assembled and written in every format
void edits(std::string_view data);
void rules(std::string_view data);         // first byte: which file of a pack; loader, lints, examples
void layout(std::string_view data);        // the layout of rule files
void trees(std::string_view data);         // YAML as a tree
void appended(std::string_view data);      // text behind a blank line leaves what was found before it
void cache(std::string_view data);         // a compiled pack in a file that was damaged
void jobs(std::string_view data);          // a piece a line, by one thread and by four

struct Target {
  const char* name;
  void (*run)(std::string_view);
};
inline constexpr std::array<Target, 18> kTargets = {{{"edtf", edtf}, {"algebra", algebra}, {"front_matter", front_matter}, {"ingest_text", ingest_text},
                                                     {"ingest_formats", ingest_formats}, {"ndjson", ndjson}, {"times", times}, {"extract", extract}, {"words", words},
                                                     {"lines", lines}, {"assemble", assemble}, {"edits", edits}, {"rules", rules}, {"layout", layout}, {"trees", trees}, {"appended", appended}, {"cache", cache}, {"jobs", jobs}}};

}  // namespace fuzz
