#include "anchor.hpp"

#include "escape.hpp"
#include "labels.hpp"
#include "outline.hpp"

#include <algorithm>

namespace kroniek::render {

const DocumentRecord* document_of(const Timeline& timeline, std::string_view id) {
  const auto& all = timeline.documents;
  const auto found = std::find_if(all.begin(), all.end(), [&](const DocumentRecord& d) { return d.id == id; });
  return found != all.end() ? &*found : nullptr;
}

Anchor anchor_of(const Entry& entry, const Timeline& timeline) {
  const auto& date = entry.date;
  const bool begins = date.earliest != kOpenPast, ends = date.latest != kOpenFuture;
  if (begins || ends) return {begins ? date.earliest : date.latest, ends ? date.latest : date.earliest};
  const auto* document = entry.mentions.empty() ? nullptr : document_of(timeline, entry.mentions.front().document);
  if (document != nullptr && document->published) return {document->published->date.earliest, document->published->date.latest};
  const Day first = timeline.entries.empty() ? 0 : timeline.entries.front().date.earliest;
  return {first, first};
}

std::string title_of(const Entry& entry, const Labels& labels) {
  auto words = one_line(entry.headline);
  if (words.empty() && !entry.mentions.empty()) {
    const auto quote = plain_quote(entry.mentions.front().at);
    words = label(labels, "quote", {{"text", without_marks(quote)}});
  }
  if (words.empty()) words = capitalised(word(labels, "type.", entry.type));
  return entry.status == "occurred" || entry.status.empty() ? words : capitalised(word(labels, "status.", entry.status)) + ": " + words;
}

std::string place_of(const EventMention& mention, const Timeline& timeline, const Labels& labels) {
  const auto* document = document_of(timeline, mention.document);
  const auto name = document == nullptr ? mention.document.text() : document->title.empty() ? document->source : document->title;
  return one_line(name) + ", " + label(labels, "page.line", {{"n", std::to_string(mention.at.line)}});
}

}  // namespace kroniek::render
