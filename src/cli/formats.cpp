#include "formats.hpp"

#include "options.hpp"

#include <algorithm>
#include <array>

namespace kroniek::cli {

namespace {

struct Format {
  const char *name, *about;
  std::string (*write)(const Rendering&);
};

constexpr std::array<Format, 10> kFormats = {{
    {"json", "all that was found, for programs (docs/output.md)", [](const Rendering& r) { return to_json(r.timeline); }},
    {"markdown", "a chronology to read", [](const Rendering& r) { return to_markdown(r.timeline, r.labels, r.documents); }},
    {"html", "a page with a time axis, sources and filters, in one file", [](const Rendering& r) { return to_html(r.timeline, r.labels, r.documents); }},
    {"csv", "a row an event, for spreadsheets", [](const Rendering& r) { return to_csv(r.timeline, r.labels, r.csv); }},
    {"ics", "a calendar (iCalendar)", [](const Rendering& r) { return to_ical(r.timeline, r.labels); }},
    {"timelinejs", "JSON for TimelineJS 3", [](const Rendering& r) { return to_timelinejs(r.timeline, r.labels); }},
    {"timelinejs-csv", "the same as rows of its spreadsheet", [](const Rendering& r) { return to_timelinejs_csv(r.timeline, r.labels); }},
    {"jsonld", "JSON-LD with schema.org's Event and Claim", [](const Rendering& r) { return to_jsonld(r.timeline, r.labels); }},
    {"timeml", "the articles with times and events marked (XML)", [](const Rendering& r) { return to_timeml(r.documents, r.extractions); }},
    {"timesketch", "JSON lines for Timesketch", [](const Rendering& r) { return to_timesketch(r.timeline, r.labels); }},
}};

}  // namespace

std::string format_list() {
  std::string out;
  for (const auto& format : kFormats) {
    const std::string name = format.name;
    out += "  " + name + std::string(16 - name.size(), ' ') + format.about + '\n';
  }
  out.pop_back();
  return out;
}

void check_format(const std::string& name) {
  std::vector<std::string> names;
  for (const auto& format : kFormats) names.emplace_back(format.name);
  one_of_option(name, "format", names);
}

std::string render(const std::string& format, const Rendering& what) {
  return std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& f) { return f.name == format; })->write(what);
}

char separator_option(const std::string& text) {
  if (text == "tab" || text == "\\t") return '\t';
  if (text.size() != 1 || text == "\"" || text == "\n" || text == "\r" || static_cast<unsigned char>(text[0]) >= 0x80) {
    throw UsageError{"--csv-separator takes one character, not '" + text + "'", "write ',', ';' or tab"};
  }
  return text[0];
}

}  // namespace kroniek::cli
