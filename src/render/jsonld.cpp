// JSON-LD in the terms of schema.org. What was said is a Claim; nobody here says whether it is true.
#include "anchor.hpp"
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

std::string urn(std::string_view id) {
  std::string out = "urn:kroniek:";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_';
    out += plain ? std::string(1, c) : std::string{'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
  }
  return out;
}

void reference(Writer& w, std::string_view id) {
  w.StartObject();
  field(w, "@id", urn(id));
  w.EndObject();
}

void thing(Writer& w, const ActorRef& actor) {
  w.StartObject();
  field(w, "@type", "Thing");
  field(w, "identifier", actor.id);
  optional_field(w, "name", one_line(actor.name));
  if (!actor.wikidata.empty()) field(w, "sameAs", "http://www.wikidata.org/entity/" + actor.wikidata.text());
  w.EndObject();
}

void property(Writer& w, std::string_view name, std::string_view value) {
  w.StartObject();
  field(w, "@type", "PropertyValue");
  field(w, "propertyID", name);
  field(w, "value", value);
  w.EndObject();
}

void article(Writer& w, const DocumentRecord& document) {
  w.StartObject();
  field(w, "@id", urn(document.id));
  field(w, "@type", "NewsArticle");
  field(w, "identifier", document.source);
  optional_field(w, "headline", one_line(document.title));
  optional_field(w, "author", one_line(document.author));
  optional_field(w, "inLanguage", document.language);
  optional_field(w, "url", safe_url(document.url));
  if (document.published) field(w, "datePublished", document.published->date.edtf);
  w.EndObject();
}

void event(Writer& w, const Entry& entry, const Labels& labels) {
  w.StartObject();
  field(w, "@id", urn(entry.id));
  field(w, "@type", "Event");
  field(w, "name", title_of(entry, labels));
  if (entry.date.earliest != kOpenPast) field(w, "startDate", iso_day(entry.date.earliest));
  if (entry.date.latest != kOpenFuture) field(w, "endDate", iso_day(entry.date.latest));
  // schema.org knows no other statuses that would be true here.
  if (entry.status == "planned") field(w, "eventStatus", "https://schema.org/EventScheduled");
  if (entry.status == "negated") field(w, "eventStatus", "https://schema.org/EventCancelled");
  if (!entry.participants.empty()) list(w, "actor", entry.participants, [&](const ActorRef& actor) { thing(w, actor); });
  if (entry.place) {
    key(w, "location");
    w.StartObject();
    field(w, "@type", "Place");
    field(w, "identifier", entry.place->id);
    field(w, "name", one_line(entry.place->name));
    w.EndObject();
  }
  if (!entry.duration.empty()) field(w, "duration", entry.duration);
  list(w, "additionalProperty", std::initializer_list<std::pair<const char*, std::string_view>>{{"type", entry.type}, {"status", entry.status}, {"edtf", entry.date.edtf}},
       [&](const auto& one) { property(w, one.first, one.second); });
  if (!entry.mentions.empty()) {
    field(w, "description", plain_quote(entry.mentions.front().at));
    list(w, "subjectOf", entry.mentions, [&](const EventMention& mention) { reference(w, mention.document); });
  }
  w.EndObject();
}

void claim(Writer& w, const TimelineClaim& item, const Labels& labels) {
  const auto& one = item.claim;
  w.StartObject();
  field(w, "@id", urn(one.id));
  field(w, "@type", "Claim");
  field(w, "text", claim_text(one, labels).text);
  key(w, "author");
  thing(w, one.speaker);
  if (one.date.earliest != kOpenPast && one.date.earliest == one.date.latest) field(w, "datePublished", iso_day(one.date.earliest));
  key(w, "appearance");
  reference(w, one.document);
  list(w, "additionalProperty", std::initializer_list<std::pair<const char*, std::string_view>>{{"stance", one.stance}, {"kind", one.kind}},
       [&](const auto& pair) { property(w, pair.first, pair.second); });
  if (!item.about.empty()) list(w, "about", item.about, [&](const std::string& id) { reference(w, id); });
  w.EndObject();
}

}  // namespace

std::string to_jsonld(const Timeline& timeline, const Labels& labels) {
  StringSink sink;
  Writer w(sink);
  w.SetIndent(' ', 1);
  w.StartObject();
  key(w, "@context");
  w.StartObject();
  field(w, "@vocab", "https://schema.org/");
  for (const char* link : {"url", "sameAs", "eventStatus"}) {
    key(w, link);
    w.StartObject();
    field(w, "@type", "@id");
    w.EndObject();
  }
  w.EndObject();
  key(w, "@graph");
  w.StartArray();
  for (const auto& document : timeline.documents) article(w, document);
  for_all_entries(timeline, [&](const Entry& entry) { event(w, entry, labels); });
  for (const auto& item : timeline.claims) claim(w, item, labels);
  w.EndArray();
  w.EndObject();
  return std::move(sink.text()) + '\n';
}

}  // namespace kroniek
