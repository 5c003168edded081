// The JSON that TimelineJS 3 (Knight Lab) reads. Its texts are HTML.
#include "anchor.hpp"
#include "csv_writer.hpp"
#include "date_words.hpp"
#include "escape.hpp"
#include "html_text.hpp"
#include "json_parts.hpp"
#include "labels.hpp"
#include "outline.hpp"

#include <kroniek/render.hpp>

#include <rapidjson/prettywriter.h>

namespace kroniek {

namespace {

using namespace render;

using Writer = rapidjson::PrettyWriter<StringSink>;

void date(Writer& w, std::string_view name, Day day) {
  const auto civil = civil_from_day(day);
  key(w, name);
  w.StartObject();
  number(w, "year", civil.year);
  number(w, "month", civil.month);
  number(w, "day", civil.day);
  w.EndObject();
}

void text(Writer& w, const std::string& headline, const std::string& body) {
  key(w, "text");
  w.StartObject();
  field(w, "headline", headline);
  field(w, "text", body);
  w.EndObject();
}

std::string body(const Entry& entry, const Timeline& timeline, const Labels& labels) {
  std::string out;
  if (!entry.according_to.empty()) out += "<p>" + markup_escaped(label(labels, "page.according_to") + ": " + joined(labels, names_of(entry.according_to, labels), "list.and")) + "</p>";
  for (const auto& mention : entry.mentions) {
    const auto quote = plain_quote(mention.at);
    out += "<blockquote>" + markup_escaped(quote) + "</blockquote><p><small>";
    const auto* document = document_of(timeline, mention.document);
    const auto words = markup_escaped(place_of(mention, timeline, labels));
    const auto url = document != nullptr ? safe_url(document->url) : std::string_view();
    out += (url.empty() ? words : "<a href=\"" + markup_escaped(url) + "\">" + words + "</a>") + "</small></p>";
  }
  return out;
}

}  // namespace

std::string to_timelinejs(const Timeline& timeline, const Labels& labels) {
  StringSink sink;
  Writer w(sink);
  w.SetIndent(' ', 1);
  w.StartObject();
  key(w, "title");
  w.StartObject();
  text(w, markup_escaped(label(labels, "title")), markup_escaped(summary_words(timeline, labels)));
  w.EndObject();
  key(w, "events");
  w.StartArray();
  for_all_entries(timeline, [&](const Entry& entry) {
    const auto anchor = anchor_of(entry, timeline);
    w.StartObject();
    field(w, "unique_id", one_line(entry.id));
    date(w, "start_date", anchor.first);
    if (anchor.last != anchor.first) date(w, "end_date", anchor.last);
    field(w, "display_date", markup_escaped(capitalised(date_words(entry.date, labels))));
    field(w, "group", markup_escaped(capitalised(word(labels, "type.", entry.type))));
    text(w, markup_escaped(title_of(entry, labels)), body(entry, timeline, labels));
    w.EndObject();
  });
  w.EndArray();
  w.EndObject();
  return std::move(sink.text()) + '\n';
}

std::string to_timelinejs_csv(const Timeline& timeline, const Labels& labels) {
  Csv csv(',');
  csv.cells({"Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail",
             "Alt Text", "Type", "Group", "Background"});
  csv.end();
  csv.cells({"", "", "", "", "", "", "", "", "", markup_escaped(label(labels, "title")), markup_escaped(summary_words(timeline, labels)), "", "", "", "", "", "title", "", ""});
  csv.end();
  for_all_entries(timeline, [&](const Entry& entry) {
    const auto anchor = anchor_of(entry, timeline);
    const auto day = [&](Day which) {
      const auto civil = civil_from_day(which);
      csv.cells({std::to_string(civil.year), std::to_string(civil.month), std::to_string(civil.day), ""});
    };
    day(anchor.first);
    day(anchor.last);
    csv.cells({markup_escaped(capitalised(date_words(entry.date, labels))), markup_escaped(title_of(entry, labels)), body(entry, timeline, labels), "", "", "", "", "", "",
               markup_escaped(capitalised(word(labels, "type.", entry.type))), ""});
    csv.end();
  });
  return csv.take();
}

}  // namespace kroniek
