// TimeML 1.2.1: the text of each document with its times and events in it.
#include "../time/timex.hpp"
#include "html_text.hpp"

#include <kroniek/render.hpp>

#include <algorithm>

namespace kroniek {

namespace {

using namespace render;

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? std::string() : " " + std::string(name) + "=\"" + markup_escaped(value) + '"';
}

// Text keeps its line ends; other control characters are not allowed in XML.
std::string xml_text(std::string_view text) {
  std::string out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    auto line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    out += markup_escaped(line);
    if (end < text.size()) out += '\n';
    begin = end + 1;
  }
  return out;
}

struct Tag {
  Span span;
  std::string open, close;
};

// Tags do not cross or nest: EVENT holds nothing but text. An event takes the longest piece of its evidence
// that is still free, or none.
class Tags {
 public:
  bool is_free(Span span) const {
    return std::none_of(tags_.begin(), tags_.end(), [&](const Tag& t) { return t.span.begin < span.end && span.begin < t.span.end; });
  }
  Span free_piece(Span within) const {
    Span best{within.begin, within.begin};
    auto at = within.begin;
    auto sorted = tags_;
    std::sort(sorted.begin(), sorted.end(), [](const Tag& a, const Tag& b) { return a.span < b.span; });
    const auto offer = [&](std::uint32_t begin, std::uint32_t end) {
      if (end > begin && end - begin > best.end - best.begin) best = {begin, end};
    };
    for (const auto& tag : sorted) {
      if (tag.span.end <= at || tag.span.begin >= within.end) continue;
      offer(at, tag.span.begin);
      at = std::max(at, tag.span.end);
    }
    offer(at, within.end);
    return best;
  }
  // An empty tag stands after the one that it would be in.
  Span outside(std::uint32_t at) const {
    for (const auto& tag : tags_) {
      if (tag.span.begin < at && at < tag.span.end) return {tag.span.end, tag.span.end};
    }
    return {at, at};
  }
  void add(Tag tag) { tags_.push_back(std::move(tag)); }
  std::vector<Tag> in_order() {
    std::stable_sort(tags_.begin(), tags_.end(), [](const Tag& a, const Tag& b) { return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end; });
    return tags_;
  }

 private:
  std::vector<Tag> tags_;
};

// A range without the white space at its ends.
Span trimmed(std::string_view raw, Span span) {
  const auto text = slice(raw, span);
  const auto white = std::string_view(" \t\r\n");
  const auto first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {span.begin, span.begin};
  const auto last = text.find_last_not_of(white);
  return {span.begin + static_cast<std::uint32_t>(first), span.end - static_cast<std::uint32_t>(text.size() - 1 - last)};
}

std::string time_attributes(const TimeExpression& time) {
  auto out = attribute("type", type_name(time.type)) + attribute("value", time.value) + attribute("mod", time.mod) + attribute("quant", time.quant) + attribute("freq", time.freq);
  if (time.anchor == "published") out += " temporalFunction=\"true\" anchorTimeID=\"t0\"";
  if (time.anchor.starts_with("time:")) out += " temporalFunction=\"true\" anchorTimeID=\"t" + std::to_string(std::stoul(time.anchor.substr(5)) + 1) + '"';
  return out;
}

// How the event lies to the time that dates it, or else to the day of publication.
std::string link(const EventMention& event, std::size_t number, const std::vector<TimeExpression>& times, std::size_t link_number) {
  std::string to = "t0", relation;
  if (event.date_at) {
    for (std::size_t t = 0; t < times.size(); ++t) {
      if (times[t].at.span == event.date_at->span) to = "t" + std::to_string(t + 1);
    }
    relation = event.date.earliest == kOpenPast ? "BEFORE" : event.date.latest == kOpenFuture ? "AFTER" : "IS_INCLUDED";
  } else if (event.date.earliest == kOpenPast && event.date.latest != kOpenFuture) {
    relation = "BEFORE";
  } else if (event.date.latest == kOpenFuture && event.date.earliest != kOpenPast) {
    relation = "AFTER";
  }
  if (relation.empty()) return {};
  return "<TLINK lid=\"l" + std::to_string(link_number) + "\" eventInstanceID=\"ei" + std::to_string(number) + "\" relatedToTime=\"" + to + "\" relType=\"" + relation + "\"/>\n";
}

std::string instance(const EventMention& event, std::size_t number) {
  const auto id = std::to_string(number);
  const bool certain = event.status == "occurred" || event.status == "negated";
  return "<MAKEINSTANCE eiid=\"ei" + id + "\" eventID=\"e" + id + "\" pos=\"OTHER\" tense=\"NONE\" aspect=\"NONE\" polarity=\"" + (event.status == "negated" ? "NEG" : "POS") + '"' +
         (certain ? std::string() : attribute("modality", event.status)) + "/>\n";
}

std::string one(const Document& document, const Extraction& extraction) {
  Tags tags;
  for (std::size_t t = 0; t < extraction.times.size(); ++t) {
    const auto& time = extraction.times[t];
    const auto span = tags.is_free(time.at.span) ? time.at.span : tags.outside(time.at.span.begin);
    tags.add({span, "<TIMEX3 tid=\"t" + std::to_string(t + 1) + '"' + time_attributes(time) + ">", "</TIMEX3>"});
  }
  std::string instances, links;
  std::size_t number = 0, link_number = 0;
  for (const auto& event : extraction.events) {
    ++number;
    auto span = trimmed(document.raw, tags.free_piece(event.at.span));
    if (span.begin == span.end) span = tags.outside(span.begin);
    tags.add({span, "<EVENT eid=\"e" + std::to_string(number) + "\" class=\"OCCURRENCE\"" + attribute("stem", event.type) + ">", "</EVENT>"});
    instances += instance(event, number);
    if (auto said = link(event, number, extraction.times, link_number + 1); !said.empty()) {
      ++link_number;
      links += said;
    }
  }
  std::string out = "<TimeML>\n<DOCID>" + markup_escaped(document.id) + "</DOCID>\n";
  // A name for the day of publication, known or not, for what lies before or after it.
  out += "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\"" + attribute("value", document.published ? document.published->date.edtf : "XXXX-XX-XX") +
         " functionInDocument=\"PUBLICATION_TIME\" temporalFunction=\"false\"/></DCT>\n";
  if (!document.title.empty()) out += "<TITLE>" + markup_escaped(document.title) + "</TITLE>\n";
  out += "<TEXT>";
  std::string_view rest = document.raw;
  std::uint32_t at = 0;
  const auto up_to = [&](std::uint32_t code_point) {
    const auto piece = slice(rest, {0, code_point - at});
    rest.remove_prefix(piece.size());
    at = code_point;
    return xml_text(piece);
  };
  for (const auto& tag : tags.in_order()) {
    out += up_to(tag.span.begin) + tag.open;
    out += up_to(tag.span.end) + tag.close;
  }
  out += xml_text(rest) + "</TEXT>\n" + instances + links;
  return out + "</TimeML>\n";
}

}  // namespace

std::string to_timeml(std::span<const Document> documents, std::span<const Extraction> extractions) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  const bool several = documents.size() != 1;
  if (several) out += "<documents>\n";
  for (std::size_t i = 0; i < documents.size() && i < extractions.size(); ++i) out += one(documents[i], extractions[i]);
  if (several) out += "</documents>\n";
  return out;
}

}  // namespace kroniek
