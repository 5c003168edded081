#include "anchor.hpp"
#include "date_words.hpp"
#include "escape.hpp"
#include "labels.hpp"
#include "outline.hpp"

#include <kroniek/render.hpp>

#include <set>

namespace kroniek {

namespace {

using namespace render;

// A spreadsheet takes a cell that begins so for a formula.
bool looks_like_formula(std::string_view text) { return !text.empty() && std::string_view("=+-@\t\r|%").find(text[0]) != std::string_view::npos; }

class Csv {
 public:
  explicit Csv(char separator) : separator_(separator) {}

  // RFC 4180: quoted where needed, quotation marks doubled, CR LF.
  void cell(std::string_view text) {
    auto words = one_line(text);
    if (looks_like_formula(words)) words.insert(0, 1, '\'');
    if (!first_) out_ += separator_;
    first_ = false;
    if (words.find_first_of("\",;\t|") == std::string::npos && words.find(separator_) == std::string::npos) {
      out_ += words;
      return;
    }
    out_ += '"';
    for (const char c : words) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }
  void cells(std::initializer_list<std::string_view> all) {
    for (const auto text : all) cell(text);
  }
  void end() {
    out_ += "\r\n";
    first_ = true;
  }
  std::string take() { return std::move(out_); }
  void mark() { out_ += "\xEF\xBB\xBF"; }

 private:
  char separator_;
  bool first_ = true;
  std::string out_;
};

std::string bound(Day day) { return day == kOpenPast || day == kOpenFuture ? std::string() : iso_day(day); }

std::string list(const std::vector<std::string>& items) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : " | ") + item;
  return out;
}

std::string ids(const std::vector<ActorRef>& actors) {
  std::vector<std::string> all;
  for (const auto& actor : actors) all.push_back(actor.id);
  return list(all);
}

std::string names(const std::vector<ActorRef>& actors) {
  std::vector<std::string> all;
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
    std::set<std::string> documents;
    for (const auto& mention : entry.mentions) documents.insert(mention.document);
    csv.cells({entry.id, entry.date.edtf, bound(entry.date.earliest), bound(entry.date.latest), date_words(entry.date, labels), entry.date_basis, entry.type, entry.plover, entry.status,
               entry.headline, names(entry.participants), ids(entry.participants), entry.place ? entry.place->name : "", entry.duration, names(entry.according_to),
               std::to_string(documents.size())});
    const auto* mention = entry.mentions.empty() ? nullptr : &entry.mentions.front();
    const auto* document = mention != nullptr ? document_of(timeline, mention->document) : nullptr;
    csv.cells({document != nullptr ? document->source : "", document != nullptr ? document->title : "", mention != nullptr ? std::to_string(mention->at.line) : "",
               document != nullptr ? document->url : "", mention != nullptr ? mention->at.text : "", mention != nullptr ? mention->rule : ""});
    csv.end();
  });
  return csv.take();
}

}  // namespace kroniek
