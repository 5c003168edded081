#include "anchor.hpp"
#include "csv_writer.hpp"
#include "date_words.hpp"
#include "labels.hpp"
#include "outline.hpp"

#include <kroniek/render.hpp>

namespace kroniek {

namespace {

using namespace render;

std::string bound(Day day) { return day == kOpenPast || day == kOpenFuture ? std::string() : iso_day(day); }

std::string list(const std::vector<std::string>& items) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : " | ") + item;
  return out;
}

std::string ids(const std::vector<ActorRef>& actors) {
  std::vector<std::string> all;
  all.reserve(actors.size());
  for (const auto& actor : actors) all.push_back(actor.id);
  return list(all);
}

std::string names(const std::vector<ActorRef>& actors) {
  std::vector<std::string> all;
  all.reserve(actors.size());
  for (const auto& actor : actors) all.push_back(actor.name.empty() ? actor.id : actor.name);
  return list(all);
}

}  // namespace

std::string to_csv(const Timeline& timeline, const Labels& labels, const CsvOptions& options) {
  Csv csv(options.separator);
  if (options.byte_order_mark) csv.mark();
  csv.cells({"id", "date", "earliest", "latest", "date_words", "date_basis", "type", "plover", "status", "headline", "participants", "participant_ids", "place", "duration", "according_to",
             "sources", "source", "title", "line", "url", "text", "rule"});
  csv.end();
  for_all_entries(timeline, [&](const Entry& entry) {
    csv.cells({entry.id, entry.date.edtf, bound(entry.date.earliest), bound(entry.date.latest), date_words(entry.date, labels), entry.date_basis, entry.type, entry.plover, entry.status,
               entry.headline, names(entry.participants), ids(entry.participants), entry.place ? entry.place->name : "", entry.duration, names(entry.according_to),
               std::to_string(entry.sources)});
    const auto* mention = entry.mentions.empty() ? nullptr : &entry.mentions.front();
    const auto* document = mention != nullptr ? document_of(timeline, mention->document) : nullptr;
    csv.cells({document != nullptr ? document->source : "", document != nullptr ? document->title : "", mention != nullptr ? std::to_string(mention->at.line) : "",
               document != nullptr ? document->url : "", mention != nullptr ? mention->at.text : "", mention != nullptr ? mention->rule : ""});
    csv.end();
  });
  return csv.take();
}

}  // namespace kroniek
