#include "../time/timex.hpp"
#include "json_parts.hpp"
#include "line_writer.hpp"

#include <kroniek/render.hpp>

namespace kroniek {

namespace {

using render::actor, render::actors, render::day_field, render::field, render::key, render::list, render::nullable_field,
    render::number, render::optional_field, render::span_fields;
using Writer = render::LineWriter;

// `name` is the key of the EDTF value, which stands beside its bounds.
void date_fields(Writer& w, std::string_view name, const DateValue& date) {
  nullable_field(w, name, date.edtf);
  day_field(w, "earliest", date.earliest);
  day_field(w, "latest", date.latest);
  if (date.one_of.empty()) return;
  list(w, "one_of", date.one_of, [&](Day day) { render::put(w, iso_day(day)); });
}

void evidence_fields(Writer& w, const Evidence& at) {
  span_fields(w, at.span);
  number(w, "line", at.line);
  field(w, "text", at.text);
  optional_field(w, "plain", at.plain);
}

void evidence(Writer& w, const Evidence& at) {
  w.StartObject();
  evidence_fields(w, at);
  w.EndObject();
}

void write_published(Writer& w, const std::optional<Publication>& published) {
  key(w, "published");
  if (!published) {
    w.Null();
    return;
  }
  w.StartObject();
  date_fields(w, "date", published->date);
  field(w, "basis", published->basis);
  if (published->span) span_fields(w, *published->span);
  w.EndObject();
}

// Eight digits a value.
std::string hexadecimal(const std::vector<std::uint32_t>& values) {
  std::string text;
  text.reserve(8 * values.size());
  for (const auto value : values) {
    for (int shift = 28; shift >= 0; shift -= 4) text += "0123456789abcdef"[(value >> shift) & 15U];
  }
  return text;
}

void write_document(Writer& w, const DocumentRecord& document) {
  key(w, "document");
  if (document.id.empty()) {
    w.Null();
    return;
  }
  w.StartObject();
  render::document_fields(w, document);
  write_published(w, document.published);
  if (!document.signature.empty()) field(w, "signature", hexadecimal(document.signature));
  w.EndObject();
}

void write_time(Writer& w, const TimeExpression& time) {
  w.StartObject();
  evidence_fields(w, time.at);
  field(w, "type", type_name(time.type));
  field(w, "value", time.value);
  optional_field(w, "mod", time.mod);
  optional_field(w, "quant", time.quant);
  optional_field(w, "freq", time.freq);
  // A duration is an amount, even where it is laid into time ("de afgelopen drie jaar").
  if (time.date) date_fields(w, time.type == TimeType::duration ? "interval" : "edtf", *time.date);
  field(w, "rule", time.rule);
  field(w, "anchor", time.anchor);
  optional_field(w, "reason", time.reason);
  w.EndObject();
}

void write_event(Writer& w, const EventMention& event) {
  w.StartObject();
  field(w, "document", event.document);
  field(w, "type", event.type);
  field(w, "status", event.status);
  field(w, "rule", event.rule);
  evidence_fields(w, event.at);
  date_fields(w, "date", event.date);
  field(w, "date_basis", event.date_basis);
  if (event.date_at) {
    key(w, "date_at");
    evidence(w, *event.date_at);
  }
  optional_field(w, "date_rule", event.date_rule);
  actors(w, "participants", event.participants);
  if (event.place) render::place(w, event.place);
  optional_field(w, "duration", event.duration);
  optional_field(w, "theme", event.theme);
  actors(w, "according_to", event.according_to);
  number(w, "chain", event.chain);
  render::amounts(w, event.amounts);
  optional_field(w, "clock", event.clock);
  if (!event.after.empty()) list(w, "after", event.after, [&](std::uint32_t index) { w.Uint(index); });
  render::role_words(w, event.words);
  if (!event.if_published.empty()) {
    list(w, "if_published", event.if_published, [&](const DateIfPublished& row) {
      w.StartObject();
      day_field(w, "from", row.from);
      day_field(w, "until", row.until);
      date_fields(w, "date", row.date);
      w.EndObject();
    });
  }
  w.EndObject();
}

void write_claim(Writer& w, const Claim& claim) {
  w.StartObject();
  field(w, "id", claim.id);
  field(w, "document", claim.document);
  evidence_fields(w, claim.at);
  key(w, "speaker");
  actor(w, claim.speaker);
  if (claim.cue != Evidence{}) {
    key(w, "cue");
    evidence(w, claim.cue);
  }
  field(w, "kind", claim.kind);
  field(w, "stance", claim.stance);
  list(w, "contents", claim.contents, [&](const Evidence& content) { evidence(w, content); });
  date_fields(w, "date", claim.date);
  list(w, "about", claim.about, [&](std::uint32_t index) { w.Uint(index); });
  actors(w, "according_to", claim.according_to);
  list(w, "denies", claim.denies, [&](const std::string& id) { render::put(w, id); });
  list(w, "contradicts", claim.contradicts, [&](const std::string& id) { render::put(w, id); });
  field(w, "rule", claim.rule);
  w.EndObject();
}

}  // namespace

std::string to_ndjson(const Extraction& extraction) {
  Writer w;
  w.reserve(4096 + 1024 * (extraction.times.size() + extraction.events.size() + extraction.claims.size()));
  w.StartObject();
  field(w, "kroniek", extraction.origin.version);
  key(w, "pack");
  w.StartObject();
  field(w, "language", extraction.origin.language);
  field(w, "version", extraction.origin.pack_version);
  field(w, "sha256", extraction.origin.pack_sha256);
  w.EndObject();
  nullable_field(w, "id", extraction.document.id);
  write_document(w, extraction.document);
  list(w, "times", extraction.times, [&](const TimeExpression& t) { write_time(w, t); });
  list(w, "events", extraction.events, [&](const EventMention& e) { write_event(w, e); });
  list(w, "claims", extraction.claims, [&](const Claim& c) { write_claim(w, c); });
  render::warnings(w, extraction.warnings);
  w.EndObject();
  return w.text();
}

}  // namespace kroniek
