#include "json_reader.hpp"

#include <kroniek/render.hpp>

#include <rapidjson/error/en.h>

#include <algorithm>

namespace kroniek {

namespace {

using render::JsonFault, render::JsonPath, render::ObjectReader;

Span read_span(ObjectReader& in) {
  const Span span{in.count("begin"), in.count("end")};
  if (span.end < span.begin) in.bad_value("end", "the end lies before the begin");
  return span;
}

Evidence read_evidence(ObjectReader& in) {
  Evidence at;
  at.span = read_span(in);
  at.line = in.place_number("line");
  at.text = in.text("text");
  at.plain = in.text_or_empty("plain");
  return at;
}

DateValue read_date(ObjectReader& in, std::string_view key) {
  DateValue date;
  date.edtf = in.text_or_null(key);
  date.earliest = in.day_or("earliest", kOpenPast);
  date.latest = in.day_or("latest", kOpenFuture);
  if (date.latest < date.earliest) in.bad_value("latest", "the latest day lies before the earliest");
  if (!in.has("one_of")) return date;
  in.items("one_of", [&](const auto& value, const JsonPath& path) { date.one_of.push_back(in.day(value, path)); });
  if (!std::is_sorted(date.one_of.begin(), date.one_of.end())) in.bad_value("one_of", "the days are not in order");
  return date;
}

ActorRef read_actor(ObjectReader& in, SymbolTable& symbols) {
  ActorRef actor;
  actor.id = symbols.of(in.text("id"));
  actor.name = symbols.of(in.text("name"));
  actor.role = symbols.of(in.text_or_empty("role"));
  actor.wikidata = symbols.of(in.text_or_empty("wikidata"));
  return actor;
}

std::vector<ActorRef> read_actors(ObjectReader& in, std::string_view key, SymbolTable& symbols) {
  return in.list(key, [&](ObjectReader& actor) { return read_actor(actor, symbols); });
}

Publication read_publication(ObjectReader& in) {
  Publication published;
  published.date = read_date(in, "date");
  published.basis = in.text("basis");
  if (in.has("begin") || in.has("end")) published.span = read_span(in);
  return published;
}

// Eight hexadecimal digits a value.
std::vector<std::uint32_t> read_signature(ObjectReader& in) {
  const auto text = in.text("signature");
  std::vector<std::uint32_t> values(text.size() / 8, 0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = std::string_view("0123456789abcdef").find(text[i]);
    if (digit == std::string_view::npos || text.size() % 8 != 0) {
      in.bad_value("signature", "it is no row of hexadecimal numbers of eight digits");
      return {};
    }
    values[i / 8] = values[i / 8] * 16 + static_cast<std::uint32_t>(digit);
  }
  return values;
}

DocumentRecord read_document(ObjectReader& in) {
  DocumentRecord document;
  document.id = in.text("id");
  document.source = in.text("source");
  document.source_line = in.count_or_zero("source_line");
  document.title = in.text("title");
  document.language = in.text("language");
  document.url = in.text_or_empty("url");
  document.author = in.text_or_empty("author");
  document.sha256 = in.text("sha256");
  in.object_or_null("published", [&](ObjectReader& published) { document.published = read_publication(published); });
  if (in.has("signature")) document.signature = read_signature(in);
  return document;
}

TimeType read_time_type(ObjectReader& in) {
  const auto name = in.text("type");
  if (name == "TIME") return TimeType::time;
  if (name == "DURATION") return TimeType::duration;
  if (name == "SET") return TimeType::set;
  if (name != "DATE") in.bad_value("type", "'" + name + "' is none of DATE, TIME, DURATION, SET");
  return TimeType::date;
}

TimeExpression read_time(ObjectReader& in) {
  TimeExpression time;
  time.at = read_evidence(in);
  time.type = read_time_type(in);
  time.value = in.text("value");
  time.mod = in.text_or_empty("mod");
  time.quant = in.text_or_empty("quant");
  time.freq = in.text_or_empty("freq");
  for (const char* key : {"edtf", "interval"}) {
    if (in.has(key)) time.date = read_date(in, key);
  }
  time.rule = in.text("rule");
  time.anchor = in.text("anchor");
  time.reason = in.text_or_empty("reason");
  return time;
}

Quantity read_amount(ObjectReader& in) {
  Quantity amount;
  amount.thousandths = in.thousandths("number");
  amount.of = in.text("of");
  return amount;
}

RoleWords read_role_words(ObjectReader& in, SymbolTable& symbols) {
  RoleWords words;
  words.role = symbols.of(in.text("role"));
  words.id = symbols.of(in.text_or_empty("id"));
  words.span = read_span(in);
  words.text = in.text("text");
  return words;
}

DateIfPublished read_row(ObjectReader& in) {
  DateIfPublished row;
  row.from = in.day_or("from", kOpenPast);
  row.until = in.day_or("until", kOpenFuture);
  if (row.from == kOpenPast || row.until == kOpenFuture || row.until < row.from) in.bad_value("until", "these are no days in order");
  row.date = read_date(in, "date");
  return row;
}

EventMention read_event(ObjectReader& in, SymbolTable& symbols) {
  EventMention event;
  event.document = symbols.of(in.text("document"));
  event.type = symbols.of(in.text("type"));
  event.status = symbols.of(in.text("status"));
  event.rule = symbols.of(in.text("rule"));
  event.at = read_evidence(in);
  event.date = read_date(in, "date");
  event.date_basis = symbols.of(in.text("date_basis"));
  if (in.has("date_at")) in.object("date_at", [&](ObjectReader& at) { event.date_at = read_evidence(at); });
  event.date_rule = symbols.of(in.text_or_empty("date_rule"));
  event.participants = read_actors(in, "participants", symbols);
  if (in.has("place")) {
    in.object("place", [&](ObjectReader& place) {
      event.place.emplace();
      event.place->id = symbols.of(place.text("id"));
      event.place->name = symbols.of(place.text("name"));
    });
  }
  event.duration = in.text_or_empty("duration");
  event.theme = in.text_or_empty("theme");
  event.according_to = read_actors(in, "according_to", symbols);
  event.chain = in.count("chain");
  if (in.has("amounts")) event.amounts = in.list("amounts", read_amount);
  event.clock = in.text_or_empty("clock");
  if (in.has("after")) in.items("after", [&](const auto& value, const JsonPath& path) { event.after.push_back(in.count(value, path)); });
  event.words = in.list("words", [&](ObjectReader& words) { return read_role_words(words, symbols); });
  if (in.has("if_published")) event.if_published = in.list("if_published", read_row);
  return event;
}

Claim read_claim(ObjectReader& in, std::size_t events, SymbolTable& symbols) {
  Claim claim;
  claim.id = in.text("id");
  claim.document = in.text("document");
  claim.at = read_evidence(in);
  in.object("speaker", [&](ObjectReader& speaker) { claim.speaker = read_actor(speaker, symbols); });
  if (in.has("cue")) in.object("cue", [&](ObjectReader& cue) { claim.cue = read_evidence(cue); });
  claim.kind = in.text("kind");
  claim.stance = in.text("stance");
  claim.contents = in.list("contents", read_evidence);
  claim.date = read_date(in, "date");
  in.items("about", [&](const auto& value, const JsonPath& path) { claim.about.push_back(in.count(value, path)); });
  if (std::any_of(claim.about.begin(), claim.about.end(), [&](auto index) { return index >= events; })) {
    in.bad_value("about", "there is no such event in this line");
  }
  claim.according_to = read_actors(in, "according_to", symbols);
  for (auto* ids : {&claim.denies, &claim.contradicts}) {
    in.items(ids == &claim.denies ? "denies" : "contradicts", [&](const auto& value, const JsonPath& path) { ids->push_back(in.text(value, path)); });
  }
  claim.rule = in.text("rule");
  return claim;
}

Severity read_severity(ObjectReader& in) {
  const auto name = in.text("severity");
  if (name == "note") return Severity::note;
  if (name == "warning") return Severity::warning;
  if (name != "error") in.bad_value("severity", "'" + name + "' is none of note, warning, error");
  return Severity::error;
}

Diagnostic read_warning(ObjectReader& in) {
  Diagnostic warning;
  warning.severity = read_severity(in);
  warning.code = in.text("code");
  warning.file = in.text("file");
  warning.line = in.place_number("line");
  warning.column = in.place_number("column");
  warning.message = in.text("message");
  warning.hint = in.text("hint");
  return warning;
}

Origin read_origin(ObjectReader& in) {
  Origin origin;
  origin.version = in.text("kroniek");
  in.object("pack", [&](ObjectReader& pack) {
    origin.language = pack.text("language");
    origin.pack_version = pack.text("version");
    origin.pack_sha256 = pack.text("sha256");
  });
  return origin;
}

Extraction read_extraction(ObjectReader& in, SymbolTable& symbols) {
  Extraction all;
  all.origin = read_origin(in);
  const auto id = in.text_or_null("id");
  in.object_or_null("document", [&](ObjectReader& document) { all.document = read_document(document); });
  if (id != all.document.id) in.bad_value("id", "it is not the id of the line's document");
  all.times = in.list("times", read_time);
  all.events = in.list("events", [&](ObjectReader& event) { return read_event(event, symbols); });
  for (const auto& event : all.events) {
    if (std::any_of(event.after.begin(), event.after.end(), [&](auto index) { return index >= all.events.size(); })) in.bad_value("events", "'after' names an event that is not in this line");
    if (event.document != id) in.bad_value("events", "'document' is not the id of the line's document");
  }
  all.claims = in.list("claims", [&](ObjectReader& claim) { return read_claim(claim, all.events.size(), symbols); });
  all.warnings = in.list("warnings", read_warning);
  return all;
}

// From 1, in code points.
int column_of(std::string_view line, std::size_t byte) {
  const auto before = line.substr(0, byte);
  return 1 + static_cast<int>(std::count_if(before.begin(), before.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool parse(std::string_view line, rapidjson::Document& json, JsonFault& fault) {
  // RapidJSON takes a NUL for the end of its input, and would not see what follows.
  if (const auto nul = line.find('\0'); nul != std::string_view::npos) {
    fault.report("extraction.not-json", "this is no JSON: a NUL byte", column_of(line, nul));
    return false;
  }
  // Iterative: a line of a million '[' must not exhaust the stack.
  json.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(line.data(), line.size());
  if (!json.HasParseError()) return true;
  fault.report("extraction.not-json", std::string("this is no JSON: ") + rapidjson::GetParseError_En(json.GetParseError()),
               column_of(line, json.GetErrorOffset()));
  return false;
}

}  // namespace

std::optional<Extraction> from_ndjson(std::string_view line, Diagnostic& diagnostic) {
  SymbolTable symbols;
  return from_ndjson(line, symbols, diagnostic);
}

std::optional<Extraction> from_ndjson(std::string_view line, SymbolTable& symbols, Diagnostic& diagnostic) {
  JsonFault fault(diagnostic);
  rapidjson::Document json;
  if (!parse(line, json, fault)) return std::nullopt;
  ObjectReader in(json, JsonPath{}, fault);
  auto extraction = read_extraction(in, symbols);
  in.done();
  if (fault.any()) return std::nullopt;
  return extraction;
}

std::optional<Origin> origin_in_ndjson(std::string_view line) {
  Diagnostic diagnostic;
  JsonFault fault(diagnostic);
  rapidjson::Document json;
  if (!parse(line, json, fault) || !json.IsObject()) return std::nullopt;
  ObjectReader in(json, JsonPath{}, fault);
  auto origin = read_origin(in);
  return fault.any() ? std::nullopt : std::optional(std::move(origin));
}

}  // namespace kroniek
