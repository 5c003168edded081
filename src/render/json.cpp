#include "json_parts.hpp"

#include <kroniek/kroniek.hpp>

#include <rapidjson/prettywriter.h>

namespace kroniek {

namespace {

using render::actor, render::actors, render::day_field, render::field, render::key, render::list, render::nullable_field,
    render::number, render::span_fields;
using Writer = rapidjson::PrettyWriter<render::PieceSink>;

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

// `inferred` is null for most.
void write_document(Writer& w, const DocumentRecord& document, const InferredPublication* inferred) {
  w.StartObject();
  render::document_fields(w, document);
  write_published(w, document.published);
  if (inferred != nullptr) {
    key(w, "published_inferred");
    w.StartObject();
    field(w, "date", inferred->date.edtf);
    field(w, "basis", inferred->basis);
    w.EndObject();
  }
  w.EndObject();
}

void texts(Writer& w, std::string_view name, const std::vector<std::string>& all) {
  list(w, name, all, [&](const std::string& text) { render::put(w, text); });
}

void write_mention(Writer& w, const EventMention& mention) {
  w.StartObject();
  field(w, "document", mention.document);
  span_fields(w, mention.at.span);
  number(w, "line", mention.at.line);
  field(w, "text", mention.at.text);
  render::optional_field(w, "plain", mention.at.plain);
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
  render::role_words(w, mention.words);
  render::amounts(w, mention.amounts);
  w.EndObject();
}

void write_conflict(Writer& w, const Conflict& conflict) {
  w.StartObject();
  field(w, "about", conflict.about);
  list(w, "readings", conflict.readings, [&](const ConflictReading& reading) {
    w.StartObject();
    field(w, "value", reading.value);
    texts(w, "documents", reading.documents);
    w.EndObject();
  });
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
  number(w, "sources", entry.sources);
  list(w, "conflicts", entry.conflicts, [&](const Conflict& conflict) { write_conflict(w, conflict); });
  texts(w, "fulfils", entry.fulfils);
  key(w, "may_lie_outside");
  w.Bool(entry.may_lie_outside);
  if (!entry.edits.empty()) texts(w, "edits", entry.edits);
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
  render::optional_field(w, "plain", claim.at.plain);
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

// As the file of edits has it, so that the output can take its place.
void write_edit(Writer& w, const Edit& edit) {
  w.StartObject();
  switch (edit.kind) {
    case Edit::Kind::merge: texts(w, "merge", edit.entries); break;
    case Edit::Kind::split: texts(w, "split", edit.entries); break;
    case Edit::Kind::drop: texts(w, "drop", edit.entries); break;
    case Edit::Kind::redate: texts(w, "redate", edit.entries); break;
    case Edit::Kind::add:
      key(w, "add");
      w.StartObject();
      field(w, "type", edit.type);
      field(w, "date", edit.date.edtf);
      field(w, "headline", edit.headline);
      render::optional_field(w, "status", edit.status);
      if (!edit.participants.empty()) texts(w, "participants", edit.participants);
      render::optional_field(w, "place", edit.place);
      w.EndObject();
      break;
  }
  if (!edit.documents.empty()) texts(w, "documents", edit.documents);
  if (edit.kind == Edit::Kind::redate) field(w, "date", edit.date.edtf);
  render::optional_field(w, "note", edit.note);
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
  std::string text;
  write_json(timeline, [&](std::string_view piece) { text += piece; });
  return text;
}

void write_json(const Timeline& timeline, const std::function<void(std::string_view)>& out) {
  render::PieceSink sink(out);
  Writer w(sink);
  w.SetIndent(' ', 1);
  const auto entry = [&](const Entry& e) { write_entry(w, e); };
  w.StartObject();
  field(w, "kroniek", version());
  write_pack(w, timeline);
  write_window(w, timeline);
  auto inferred = timeline.inferred.begin();  // in the order of the documents
  list(w, "documents", timeline.documents, [&](const DocumentRecord& d) {
    const bool narrowed = inferred != timeline.inferred.end() && inferred->document == d.id;
    write_document(w, d, narrowed ? &*inferred++ : nullptr);
  });
  list(w, "copies", timeline.copies, [&](const std::vector<std::string>& group) {
    w.StartArray();
    for (const auto& id : group) render::put(w, id);
    w.EndArray();
  });
  list(w, "entries", timeline.entries, entry);
  list(w, "undated", timeline.undated, entry);
  number(w, "outside_window", timeline.outside_window);
  number(w, "not_selected", timeline.not_selected);
  if (!timeline.edits.empty()) list(w, "edits", timeline.edits, [&](const Edit& edit) { write_edit(w, edit); });
  list(w, "claims", timeline.claims, [&](const TimelineClaim& c) { write_claim(w, c); });
  render::warnings(w, timeline.warnings);
  w.EndObject();
  sink.Put('\n');
  sink.give();
}

}  // namespace kroniek
