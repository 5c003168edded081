#include "oracles.hpp"

#include "../../src/ingest/utf8.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>

namespace fuzz {

using namespace kroniek;

void require(bool holds, const char* what, std::string_view detail) {
  if (holds) return;
  std::fprintf(stderr, "ORACLE: %s: %s\n", what, std::string(detail.substr(0, 2000)).c_str());
  std::abort();
}

const Pack& pack() {
  static const auto pack = builtin_pack("nl");
  return *pack;
}

bool is_utf8(std::string_view text) { return !find_invalid_utf8(text); }

void require_json(std::string_view text) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(text.data(), text.size());
  require(!json.HasParseError(), "output is JSON", text);
}

void require_date(const DateValue& date) {
  require(date.earliest <= date.latest, "earliest <= latest", date.edtf);
  require(std::is_sorted(date.one_of.begin(), date.one_of.end()), "days are in order", date.edtf);
  if (!date.one_of.empty()) require(date.earliest == date.one_of.front() && date.latest == date.one_of.back(), "one of the days is the first, one the last", date.edtf);
  if (date.edtf.empty()) return;
  const auto again = parse_edtf(date.edtf);
  require(again.has_value(), "EDTF is read again", date.edtf);
  require(again->edtf == date.edtf, "EDTF is written as it was read", date.edtf);
  require(again->earliest == date.earliest && again->latest == date.latest, "EDTF says what the date is", date.edtf);
}

void require_document(const Document& document) {
  require(is_utf8(document.raw) && is_utf8(document.text), "texts are UTF-8", document.text);
  std::uint32_t end = 0;
  for (const auto& block : document.blocks) {
    require(block.begin >= end && block.begin <= block.end && block.end <= document.text.size(), "blocks are in order and in the text", document.text);
    end = block.end;
  }
  // Within a block; a caption between the halves of a sentence comes behind it.
  const auto size = count_code_points(document.raw);
  for (const auto& block : document.blocks) {
    std::uint32_t before = 0;
    for (std::size_t at = block.begin; at < block.end;) {
      std::size_t next = at + 1;
      while (next < block.end && (static_cast<unsigned char>(document.text[next]) & 0xC0U) == 0x80U) ++next;
      const auto begin = document.map.begin_of(document.text, static_cast<std::uint32_t>(at));
      const auto stop = document.map.end_of(document.text, static_cast<std::uint32_t>(next));
      require(begin >= before && begin < stop && stop <= size, "places in the source are in order and in it", document.text.substr(at));
      before = begin;
      at = next;
    }
  }
  if (document.published) {
    require_date(document.published->date);
    if (document.published->span) require(document.published->span->begin <= document.published->span->end && document.published->span->end <= size, "the date stands in the source");
  }
}

void require_ingested(const Ingested& read) {
  for (const auto& finding : read.diagnostics) {
    require(!finding.message.empty() && !finding.code.empty(), "a finding says what is wrong");
    if (finding.severity == Severity::error) require(read.documents.empty(), "what is read is no error", finding.message);
  }
  require(!read.documents.empty() || !read.diagnostics.empty(), "what is not read is named");
  for (const auto& document : read.documents) require_document(document);
}

namespace {

void require_evidence(const Evidence& at, const Document& document) {
  require(at.span.begin <= at.span.end, "begin <= end", at.text);
  require(slice(document.raw, at.span) == at.text, "text[begin:end] is the text", at.text);
  require(at.line == line_of(document.raw, at.span.begin), "the line is that of the begin", at.text);
}

}  // namespace

void require_extraction(const Extraction& extraction, const Document& document) {
  for (const auto& time : extraction.times) {
    require_evidence(time.at, document);
    require(!time.value.empty() && !time.rule.empty(), "a time has a value and a rule", time.at.text);
    if (time.date) require_date(*time.date);
  }
  for (const auto& event : extraction.events) {
    require_evidence(event.at, document);
    if (event.date_at) require_evidence(*event.date_at, document);
    require_date(event.date);
    require(!event.type.empty() && !event.status.empty() && !event.date_basis.empty(), "an event has a type, a status and a basis of its date", event.at.text);
    for (const auto index : event.after) require(index < extraction.events.size(), "what came before is an event", event.at.text);
    for (const auto& row : event.if_published) {
      require(row.from <= row.until, "from <= until", event.at.text);
      require_date(row.date);
    }
  }
  for (const auto& claim : extraction.claims) {
    require_evidence(claim.at, document);
    if (!claim.cue.text.empty()) require_evidence(claim.cue, document);
    for (const auto& content : claim.contents) require_evidence(content, document);
    for (const auto index : claim.about) require(index < extraction.events.size(), "a claim is about an event", claim.at.text);
    require_date(claim.date);
  }
  const auto line = to_ndjson(extraction);
  require(line.find('\n') == std::string::npos, "a line is one line", line);
  require_json(line);
  Diagnostic fault;
  const auto again = from_ndjson(line, fault);
  require(again.has_value(), "a line is read again", fault.message);
  require(to_ndjson(*again) == line, "nothing is lost in a line", line);
}

void require_timeline(const Timeline& timeline) {
  std::set<std::string> ids;
  auto before = std::pair(kOpenPast, kOpenPast);
  for (const auto* entries : {&timeline.entries, &timeline.undated}) {
    for (const auto& entry : *entries) {
      require(ids.insert(entry.id).second, "ids of entries are their own", entry.id);
      require_date(entry.date);
    }
  }
  for (const auto& entry : timeline.entries) {
    const auto now = std::pair(entry.date.earliest, entry.date.latest);
    require(before <= now, "entries are in order", entry.id);
    before = now;
  }
  for (const auto& entry : timeline.undated) require(entry.date.is_open(), "what is undated is open at an end", entry.date.edtf);
  require_json(to_json(timeline));
  const auto& words = *labels(pack(), "nl");
  require_json(to_timelinejs(timeline, words));
  require_json(to_jsonld(timeline, words));
  for (const auto& text : {to_markdown(timeline, words), to_html(timeline, words), to_csv(timeline, words), to_ical(timeline, words), to_timelinejs_csv(timeline, words), to_timesketch(timeline, words)}) require(is_utf8(text), "output is UTF-8");
}

}  // namespace fuzz
