// iCalendar (RFC 5545): what has a date as all-day events, what has none as journal entries.
#include "anchor.hpp"
#include "date_words.hpp"
#include "escape.hpp"
#include "html_text.hpp"
#include "labels.hpp"
#include "outline.hpp"

#include <kroniek/render.hpp>

#include <algorithm>

namespace kroniek {

namespace {

using namespace render;

constexpr std::size_t kLongestLine = 75;  // octets, without the line end

class Calendar {
 public:
  // Folded between characters, never inside one.
  void line(const std::string& text) {
    std::size_t room = kLongestLine;
    for (std::size_t at = 0; at < text.size();) {
      auto end = std::min(at + room, text.size());
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
      if (at > 0) out_ += "\r\n ";
      out_.append(text, at, end - at);
      at = end;
      room = kLongestLine - 1;  // the space that begins the next
    }
    out_ += "\r\n";
  }
  // A value of type TEXT.
  void text(const std::string& name, std::string_view value) {
    if (value.empty()) return;
    std::string escaped;
    for (std::size_t begin = 0; begin <= value.size();) {
      const auto end = std::min(value.find('\n', begin), value.size());
      if (begin > 0) escaped += "\\n";
      for (const char c : one_line(value.substr(begin, end - begin))) {
        if (c == '\\' || c == ';' || c == ',') escaped += '\\';
        escaped += c;
      }
      begin = end + 1;
    }
    line(name + ":" + escaped);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

std::string compact(Day day) {
  auto text = iso_day(day);
  std::erase(text, '-');
  return text;
}

// No clock: a thing is as new as the source that tells of it.
std::string stamp(const Entry& entry, const Timeline& timeline) {
  const auto* document = entry.mentions.empty() ? nullptr : document_of(timeline, entry.mentions.front().document);
  return compact(document != nullptr && document->published ? document->published->date.latest : 0) + "T000000Z";
}

std::string description(const Entry& entry, const Timeline& timeline, const Labels& labels) {
  std::string out = capitalised(date_words(entry.date, labels));
  if (!entry.according_to.empty()) out += "\n" + label(labels, "page.according_to") + ": " + joined(labels, names_of(entry.according_to, labels), "list.and");
  for (const auto& mention : entry.mentions) {
    const auto quote = plain_quote(mention.at);
    out += "\n\n" + label(labels, "quote", {{"text", without_marks(quote)}}) + "\n" + place_of(mention, timeline, labels);
  }
  return out;
}

void component(Calendar& out, const Entry& entry, const Timeline& timeline, const Labels& labels) {
  const bool dated = entry.date.earliest != kOpenPast && entry.date.latest != kOpenFuture;
  const std::string kind = dated ? "VEVENT" : "VJOURNAL";
  out.line("BEGIN:" + kind);
  out.text("UID", one_line(entry.id) + "@kroniek");
  out.line("DTSTAMP:" + stamp(entry, timeline));
  if (dated) {
    out.line("DTSTART;VALUE=DATE:" + compact(entry.date.earliest));
    out.line("DTEND;VALUE=DATE:" + compact(entry.date.latest + 1));
    out.line("TRANSP:TRANSPARENT");
  }
  out.text("SUMMARY", title_of(entry, labels));
  out.text("DESCRIPTION", description(entry, timeline, labels));
  out.text("CATEGORIES", word(labels, "type.", entry.type));
  if (dated && entry.place) out.text("LOCATION", one_line(entry.place->name));
  if (entry.status == "negated") {
    out.line("STATUS:CANCELLED");
  } else if (dated) {
    out.line(entry.status == "occurred" ? "STATUS:CONFIRMED" : "STATUS:TENTATIVE");
  }
  const auto* document = entry.mentions.empty() ? nullptr : document_of(timeline, entry.mentions.front().document);
  if (document != nullptr && !safe_url(document->url).empty()) out.line("URL:" + std::string(safe_url(document->url)));
  out.line("END:" + kind);
}

}  // namespace

std::string to_ical(const Timeline& timeline, const Labels& labels) {
  Calendar out;
  out.line("BEGIN:VCALENDAR");
  out.line("VERSION:2.0");
  out.line("PRODID:-//Kroniek//Kroniek " KRONIEK_VERSION "//" + label(labels, "page.language"));
  out.text("X-WR-CALNAME", label(labels, "title"));
  for_all_entries(timeline, [&](const Entry& entry) { component(out, entry, timeline, labels); });
  out.line("END:VCALENDAR");
  return out.take();
}

}  // namespace kroniek
