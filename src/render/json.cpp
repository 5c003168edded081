#include "json_parts.hpp"

#include <kroniek/kroniek.hpp>

#include <rapidjson/prettywriter.h>

namespace kroniek {

namespace {

using render::actor, render::actors, render::day_field, render::field, render::key, render::list, render::nullable_field,
    render::number, render::span_fields;
using Writer = rapidjson::PrettyWriter<render::StringSink>;

void write_window(Writer& w, const Timeline& timeline) {
  key(w, "window");
  w.StartObject();
  day_field(w, "from", timeline.from.value_or(kOpenPast));
  day_field(w, "to", timeline.to.value_or(kOpenFuture));
  w.EndObject();
}

void write_published(Writer& w, const std::optional<Publication>& published) {
  key(w, "published");
  if (!published) {
    w.Null();
    return;
  }
  w.StartObject();
  nullable_field(w, "date", published->date.edtf);
  field(w, "basis", published->basis);
  if (published->span) {
    span_fields(w, *published->span);
  } else {
    nullable_field(w, "begin", {});
    nullable_field(w, "end", {});
  }
  w.EndObject();
}

void write_document(Writer& w, const DocumentRecord& document) {
  w.StartObject();
  render::document_fields(w, document);
  write_published(w, document.published);
  w.EndObject();
}

void write_mention(Writer& w, const EventMention& mention) {
  w.StartObject();
  field(w, "document", mention.document);
  span_fields(w, mention.at.span);
  number(w, "line", mention.at.line);
  field(w, "text", mention.at.text);
  field(w, "rule", mention.rule);
  field(w, "status", mention.status);
  key(w, "date");
  if (mention.date_at) {
    w.StartObject();
    span_fields(w, mention.date_at->span);
    field(w, "text", mention.date_at->text);
    field(w, "rule", mention.date_rule);
    w.EndObject();
  } else {
    w.Null();
  }
  w.EndObject();
}

void write_entry(Writer& w, const Entry& entry) {
  w.StartObject();
  field(w, "id", entry.id);
  field(w, "type", entry.type);
  nullable_field(w, "plover", entry.plover);
  field(w, "headline", entry.headline);
  nullable_field(w, "date", entry.date.edtf);
  day_field(w, "earliest", entry.date.earliest);
  day_field(w, "latest", entry.date.latest);
  field(w, "date_basis", entry.date_basis);
  field(w, "status", entry.status);
  actors(w, "participants", entry.participants);
  render::place(w, entry.place);
  nullable_field(w, "duration", entry.duration);
  actors(w, "according_to", entry.according_to);
  list(w, "mentions", entry.mentions, [&](const EventMention& mention) { write_mention(w, mention); });
  w.EndObject();
}

void write_claim(Writer& w, const TimelineClaim& item) {
  const auto& claim = item.claim;
  w.StartObject();
  field(w, "id", claim.id);
  field(w, "document", claim.document);
  span_fields(w, claim.at.span);
  number(w, "line", claim.at.line);
  field(w, "text", claim.at.text);
  key(w, "speaker");
  actor(w, claim.speaker);
  key(w, "cue");
  if (claim.cue.text.empty()) {
    w.Null();
  } else {
    w.StartObject();
    span_fields(w, claim.cue.span);
    field(w, "text", claim.cue.text);
    w.EndObject();
  }
  field(w, "kind", claim.kind);
  field(w, "stance", claim.stance);
  list(w, "contents", claim.contents, [&](const Evidence& content) {
    w.StartObject();
    span_fields(w, content.span);
    w.EndObject();
  });
  nullable_field(w, "date", claim.date.edtf);
  field(w, "rule", claim.rule);
  list(w, "about", item.about, [&](const std::string& id) { render::put(w, id); });
  list(w, "according_to", claim.according_to, [&](const ActorRef& who) { actor(w, who); });
  list(w, "denies", claim.denies, [&](const std::string& id) { render::put(w, id); });
  list(w, "contradicts", claim.contradicts, [&](const std::string& id) { render::put(w, id); });
  w.EndObject();
}

void write_pack(Writer& w, const Timeline& timeline) {
  key(w, "pack");
  w.StartObject();
  field(w, "language", timeline.pack_language);
  field(w, "version", timeline.pack_version);
  field(w, "sha256", timeline.pack_sha256);
  w.EndObject();
}

}  // namespace

std::string to_json(const Timeline& timeline) {
  render::StringSink sink;
  Writer w(sink);
  w.SetIndent(' ', 1);
  const auto entry = [&](const Entry& e) { write_entry(w, e); };
  w.StartObject();
  field(w, "kroniek", version());
  write_pack(w, timeline);
  write_window(w, timeline);
  list(w, "documents", timeline.documents, [&](const DocumentRecord& d) { write_document(w, d); });
  list(w, "entries", timeline.entries, entry);
  list(w, "undated", timeline.undated, entry);
  number(w, "outside_window", timeline.outside_window);
  list(w, "claims", timeline.claims, [&](const TimelineClaim& c) { write_claim(w, c); });
  render::warnings(w, timeline.warnings);
  w.EndObject();
  sink.Put('\n');
  return std::move(sink.text());
}

}  // namespace kroniek
