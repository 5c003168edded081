#include "notes.hpp"

#include "date_words.hpp"
#include "labels.hpp"

#include <set>

namespace kroniek::render {

namespace {

std::string value_words(const Conflict& conflict, const std::string& value, const Labels& labels, const NoteStyle& style) {
  if (conflict.about == "status") return value == "occurred" || value == "negated" ? label(labels, "reading." + value) : word(labels, "status.", value);
  if (conflict.about == "duration") return style.text(duration_words(value, labels));
  if (conflict.about == "date") {
    if (const auto date = parse_edtf(value)) return bare_date_words(*date, labels);
  }
  return style.text(value);
}

std::string conflict_words(const Conflict& conflict, const Labels& labels, const NoteStyle& style) {
  std::vector<std::string> readings;
  for (const auto& reading : conflict.readings) {
    std::string sources;
    for (const auto& document : reading.documents) sources += (sources.empty() ? "" : " ") + style.source(document);
    readings.push_back(label(labels, "note.reading", {{"value", value_words(conflict, reading.value, labels, style)}, {"sources", sources}}));
  }
  const bool named = conflict.about == "date" || conflict.about == "status" || conflict.about == "duration";
  const auto about = named ? label(labels, "conflict." + conflict.about) : label(labels, "conflict.number", {{"noun", style.text(conflict.about)}});
  return label(labels, "note.conflict", {{"about", about}, {"readings", joined(labels, readings, "list.comma")}});
}

}  // namespace

std::vector<std::string> conflict_notes(const Entry& entry, const Labels& labels, const NoteStyle& style) {
  std::vector<std::string> notes;
  for (const auto& conflict : entry.conflicts) notes.push_back(conflict_words(conflict, labels, style));
  return notes;
}

std::vector<std::string> other_notes(const Entry& entry, const Labels& labels) {
  std::vector<std::string> notes;
  if (entry.date_basis.starts_with("inferred")) notes.push_back(label(labels, "note.inferred"));
  if (!entry.fulfils.empty()) notes.push_back(label(labels, entry.status == "negated" ? "note.called_off" : "note.fulfils"));
  std::set<std::string> documents;
  for (const auto& mention : entry.mentions) documents.insert(mention.document);
  if (entry.sources > 0 && static_cast<std::size_t>(entry.sources) < documents.size()) notes.push_back(counted(labels, "note.sources", static_cast<std::size_t>(entry.sources)));
  if (!entry.edits.empty()) notes.push_back(label(labels, "note.edited"));
  if (entry.may_lie_outside && !entry.date.is_open()) notes.push_back(label(labels, "note.outside"));
  return notes;
}

}  // namespace kroniek::render
