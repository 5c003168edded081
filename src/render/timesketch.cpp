// JSON lines as Timesketch imports them.
#include "anchor.hpp"
#include "date_words.hpp"
#include "escape.hpp"
#include "json_parts.hpp"
#include "labels.hpp"
#include "outline.hpp"

#include <kroniek/render.hpp>

#include <rapidjson/writer.h>

namespace kroniek {

std::string to_timesketch(const Timeline& timeline, const Labels& labels) {
  using namespace render;
  std::string out;
  for_all_entries(timeline, [&](const Entry& entry) {
    StringSink sink;
    rapidjson::Writer<StringSink> w(sink);
    const auto anchor = anchor_of(entry, timeline);
    w.StartObject();
    field(w, "message", title_of(entry, labels));
    field(w, "datetime", iso_day(anchor.first) + "T00:00:00+00:00");
    field(w, "timestamp_desc", date_words(entry.date, labels));
    field(w, "id", entry.id);
    field(w, "edtf", entry.date.edtf);
    field(w, "until", iso_day(anchor.last) + "T23:59:59+00:00");
    field(w, "type", entry.type);
    field(w, "status", entry.status);
    list(w, "actors", entry.participants, [&](const ActorRef& actor) { put(w, actor.id); });
    list(w, "tag", std::initializer_list<std::string_view>{entry.type, entry.status}, [&](std::string_view tag) { put(w, tag); });
    field(w, "place", entry.place ? entry.place->name.text() : std::string());
    list(w, "sources", entry.mentions, [&](const EventMention& mention) { put(w, place_of(mention, timeline, labels)); });
    field(w, "evidence", entry.mentions.empty() ? std::string() : plain_quote(entry.mentions.front().at));
    w.EndObject();
    out += sink.text() + '\n';
  });
  return out;
}

}  // namespace kroniek
