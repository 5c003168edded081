#include "formats.hpp"

#include <algorithm>
#include <array>

namespace kroniek::cli {

namespace {

struct Rendering {
  const Timeline& timeline;
  const Labels& labels;
  std::span<const Document> documents;      // those that are at hand, with the ids of the timeline; for timeml as they were read
  std::span<const Extraction> extractions;  // of the documents; only for timeml
  CsvOptions csv;
};

struct Format {
  const char *name, *about;
  std::string (*write)(const Rendering&);
  bool needs_texts = false;
};

constexpr std::array<Format, 10> kFormats = {{
    {"json", "all that was found, for programs (docs/output.md)", [](const Rendering& r) { return to_json(r.timeline); }},
    {"markdown", "a chronology to read", [](const Rendering& r) { return to_markdown(r.timeline, r.labels); }},
    {"html", "a page with a time axis, sources and filters, in one file", [](const Rendering& r) { return to_html(r.timeline, r.labels, r.documents); }},
    {"csv", "a row an event, for spreadsheets", [](const Rendering& r) { return to_csv(r.timeline, r.labels, r.csv); }},
    {"ics", "a calendar (iCalendar)", [](const Rendering& r) { return to_ical(r.timeline, r.labels); }},
    {"timelinejs", "JSON for TimelineJS 3", [](const Rendering& r) { return to_timelinejs(r.timeline, r.labels); }},
    {"timelinejs-csv", "the same as rows of its spreadsheet", [](const Rendering& r) { return to_timelinejs_csv(r.timeline, r.labels); }},
    {"jsonld", "JSON-LD with schema.org's Event and Claim", [](const Rendering& r) { return to_jsonld(r.timeline, r.labels); }},
    {"timeml", "the articles with times and events marked (XML)", [](const Rendering& r) { return to_timeml(r.documents, r.extractions); }, true},
    {"timesketch", "JSON lines for Timesketch", [](const Rendering& r) { return to_timesketch(r.timeline, r.labels); }},
}};

bool is_there(const Format& format, Texts texts) { return !format.needs_texts || texts == Texts::at_hand; }

// One character; "tab" and "\t" stand for a tab.
char separator_of(const std::string& text) {
  if (text == "tab" || text == "\\t") return '\t';
  if (text.size() != 1 || text == "\"" || text == "\n" || text == "\r" || static_cast<unsigned char>(text[0]) >= 0x80) {
    throw UsageError{"--csv-separator takes one character, not '" + text + "'", "write ',', ';' or tab"};
  }
  return text[0];
}

}  // namespace

std::string format_list(Texts texts) {
  std::string out;
  for (const auto& format : kFormats) {
    if (!is_there(format, texts)) continue;
    const std::string name = format.name;
    out += "  " + name + std::string(16 - name.size(), ' ') + format.about + '\n';
  }
  out.pop_back();
  return out;
}

void OutputOptions::add_format_to(po::options_description& options) {
  options.add_options()
      ("format,f", po::value(&format_)->value_name("FORMAT"), "format of the output (default: json)")
      ("language", po::value(&language_)->value_name("LANG"), "language of headlines, headings and labels: nl (default) or en");
}

void OutputOptions::add_output_to(po::options_description& options) {
  options.add_options()
      ("csv-separator", po::value(&separator_)->value_name("CHAR"), "between the cells of csv (default: ,)")
      ("csv-bom", po::bool_switch(&csv_.byte_order_mark), "begin csv with a byte order mark, as Excel wants it")
      ("output,o", po::value(&output_)->value_name("FILE"), "write to FILE, whole or not at all");
}

void OutputOptions::check() {
  std::vector<std::string> names;
  for (const auto& format : kFormats) {
    if (is_there(format, texts_)) names.emplace_back(format.name);
    if (format.name == format_ && !is_there(format, texts_)) throw UsageError{"the format '" + format_ + "' needs the articles themselves", "'kroniek timeline' writes it"};
  }
  one_of_option(format_, "format", names);
  csv_.separator = separator_of(separator_);
}

const Labels& OutputOptions::words(const Pack& pack) const {
  const auto* words = labels(pack, language_.empty() ? info(pack).language : language_);
  if (words == nullptr) throw UsageError{"the pack has no words in the language '" + language_ + "'", "languages: nl, en"};
  return *words;
}

void OutputOptions::write(const Timeline& timeline, const Labels& labels, std::span<const Document> documents, std::span<const Extraction> extractions) const {
  if (format_ == "json") return write_output(output_, [&](const auto& out) { write_json(timeline, out); });  // may be large
  const auto format = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& f) { return f.name == format_; });
  write_output(output_, format->write({timeline, labels, documents, extractions, csv_}));
}

}  // namespace kroniek::cli
