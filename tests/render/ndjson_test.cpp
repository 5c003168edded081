#include "json_walk.hpp"

#include <doctest/doctest.h>

#include <kroniek/render.hpp>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

using namespace kroniek;

namespace {

// Values at random; the same for the same seed, on every machine.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t upto(std::uint32_t most) { return static_cast<std::uint32_t>(engine_() % (most + 1ULL)); }
  bool toss() { return upto(1) == 1; }
  int line() { return static_cast<int>(upto(5000)); }

  std::string text() {
    static const char* const pieces[] = {"", "a", "Zürich", "\"", "\\", "\n", "\t", "\x01", "„ja”", "🙂", "</script>", "\u2028", "{\"id\":1}", " "};
    std::string out;
    for (auto n = upto(4); n > 0; --n) out += pieces[upto(std::size(pieces) - 1)];
    if (upto(9) == 0) out.push_back('\0');
    return out;
  }
  Span span() {
    const auto begin = upto(4'000'000'000U);
    return {begin, begin + upto(1000)};
  }
  Evidence evidence() { return {span(), text(), line(), text()}; }
  Day day() { return static_cast<Day>(upto(80000)) - 30000; }

  DateValue date() {
    DateValue value;
    value.edtf = text();
    if (toss()) value.earliest = day();
    if (toss()) value.latest = value.earliest == kOpenPast ? day() : value.earliest + static_cast<Day>(upto(400));
    for (auto n = toss() ? upto(3) : 0; n > 0; --n) value.one_of.push_back(day());
    std::sort(value.one_of.begin(), value.one_of.end());
    return value;
  }
  ActorRef actor() { return {text(), text(), text(), text()}; }

  template <class Make>
  auto some(Make make) {
    std::vector<decltype(make())> all;
    for (auto n = upto(3); n > 0; --n) all.push_back(make());
    return all;
  }

 private:
  std::mt19937 engine_;
};

TimeExpression random_time(Dice& dice) {
  TimeExpression time;
  time.at = dice.evidence();
  time.type = static_cast<TimeType>(dice.upto(3));
  time.value = dice.text();
  time.mod = dice.text();
  time.quant = dice.text();
  time.freq = dice.text();
  if (dice.toss()) time.date = dice.date();
  time.rule = dice.text();
  time.anchor = dice.text();
  time.reason = dice.text();
  return time;
}

EventMention random_event(Dice& dice) {
  EventMention event;
  event.document = dice.text();
  event.type = dice.text();
  event.status = dice.text();
  event.rule = dice.text();
  event.at = dice.evidence();
  event.date = dice.date();
  event.date_basis = dice.text();
  if (dice.toss()) event.date_at = dice.evidence();
  event.date_rule = dice.text();
  event.participants = dice.some([&] { return dice.actor(); });
  if (dice.toss()) event.place = PlaceRef{dice.text(), dice.text()};
  event.duration = dice.text();
  event.theme = dice.text();
  event.according_to = dice.some([&] { return dice.actor(); });
  event.chain = dice.upto(9);
  event.amounts = dice.some([&] { return Quantity{static_cast<std::int64_t>(dice.upto(4'000'000)) * 500, dice.text()}; });
  event.clock = dice.text();
  event.words = dice.some([&] { return RoleWords{dice.text(), dice.text(), dice.span(), dice.text()}; });
  event.if_published = dice.some([&] {
    const auto from = dice.day();
    return DateIfPublished{from, from + static_cast<Day>(dice.upto(3)), dice.date()};
  });
  return event;
}

Claim random_claim(Dice& dice, std::size_t events) {
  Claim claim;
  claim.id = dice.text();
  claim.document = dice.text();
  claim.at = dice.evidence();
  claim.speaker = dice.actor();
  if (dice.toss()) claim.cue = dice.evidence();
  claim.kind = dice.text();
  claim.stance = dice.text();
  claim.contents = dice.some([&] { return dice.evidence(); });
  claim.date = dice.date();
  if (events > 0) claim.about = dice.some([&] { return dice.upto(static_cast<std::uint32_t>(events) - 1); });
  claim.rule = dice.text();
  return claim;
}

Extraction random_extraction(std::uint32_t seed) {
  Dice dice(seed);
  Extraction all;
  all.document = {dice.text(), dice.text(), dice.text(), dice.text(), dice.text(), dice.text(), dice.text(), dice.upto(3), {}};
  if (dice.toss()) all.document.published = Publication{dice.date(), dice.text(), dice.toss() ? std::optional(dice.span()) : std::nullopt};
  all.times = dice.some([&] { return random_time(dice); });
  if (all.document.id.empty()) all.document = {};  // a source that could not be read
  if (!all.document.id.empty()) all.document.signature = dice.some([&] { return dice.upto(0xFFFFFFFFU); });
  all.origin = {dice.text(), dice.text(), dice.text(), dice.text()};
  all.events = dice.some([&] { return random_event(dice); });
  for (auto& event : all.events) {
    event.document = all.document.id;
    event.after = dice.some([&] { return dice.upto(static_cast<std::uint32_t>(all.events.size()) - 1); });
  }
  all.claims = dice.some([&] { return random_claim(dice, all.events.size()); });
  all.warnings = dice.some([&] {
    return Diagnostic{static_cast<Severity>(dice.upto(2)), dice.text(), dice.text(), dice.line(), dice.line(), dice.text(), dice.text()};
  });
  return all;
}

template <class A, class B, class Same>
bool all_same(const A& a, const B& b, Same same) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

bool same(const std::optional<Publication>& a, const std::optional<Publication>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->date == b->date && a->basis == b->basis && a->span == b->span;
}
bool same(const DocumentRecord& a, const DocumentRecord& b) {
  const auto tied = [](const auto& d) { return std::tie(d.id, d.source, d.title, d.language, d.url, d.author, d.sha256, d.source_line); };
  return tied(a) == tied(b) && same(a.published, b.published) && a.signature == b.signature;
}
bool same(const TimeExpression& a, const TimeExpression& b) {
  const auto tied = [](const auto& t) { return std::tie(t.at, t.type, t.value, t.mod, t.quant, t.freq, t.date, t.rule, t.anchor, t.reason); };
  return tied(a) == tied(b);
}
bool same(const EventMention& a, const EventMention& b) {
  const auto tied = [](const auto& e) {
    return std::tie(e.document, e.type, e.status, e.rule, e.at, e.date, e.date_basis, e.date_at, e.date_rule, e.participants, e.place, e.duration, e.theme, e.according_to, e.chain, e.amounts,
                    e.clock, e.after, e.if_published, e.words);
  };
  return tied(a) == tied(b);
}
bool same(const Claim& a, const Claim& b) {
  const auto tied = [](const auto& c) {
    return std::tie(c.id, c.document, c.at, c.speaker, c.cue, c.kind, c.stance, c.contents, c.date, c.about, c.according_to, c.denies, c.contradicts, c.rule);
  };
  return tied(a) == tied(b);
}
bool same(const Diagnostic& a, const Diagnostic& b) {
  const auto tied = [](const auto& d) { return std::tie(d.severity, d.code, d.file, d.line, d.column, d.message, d.hint); };
  return tied(a) == tied(b);
}
bool same(const Extraction& a, const Extraction& b) {
  const auto each = [](const auto& x, const auto& y) { return same(x, y); };
  return same(a.document, b.document) && all_same(a.times, b.times, each) && all_same(a.events, b.events, each) &&
         all_same(a.claims, b.claims, each) && all_same(a.warnings, b.warnings, each) && a.origin == b.origin;
}

// One of everything, so that every key stands in its line.
Extraction full() {
  const Evidence at{{3, 9}, "gister", 2};
  const DateValue date = one_of({*day_from_civil(2025, 2, 5), *day_from_civil(2025, 2, 12)});
  const ActorRef actor{"vermeulen", "Ada Vermeulen", "initiator", "Q1"};
  Extraction all;
  all.document = {"d1", "a.ndjson", "Titel", "nl", "https://example.org", "Bo", std::string(64, 'a'), 4, Publication{date, "byline", Span{1, 5}}, {1, 0xFFFFFFFFU}};
  all.origin = {"1.0", "nl", "2.0", std::string(64, 'b')};
  all.times = {{at, TimeType::set, "P1W", "APPROX", "EVERY", "1D", date, "time.x", "published", "past tense"}};
  all.events = {{"d1", "meeting", "planned", "meeting.x", at, date, "basis", at, "time.x", {actor}, PlaceRef{"x", "X"}, "PT1H", "tenten", {actor}, 1, {{175000, "tenten"}}, "T14:30", {0}, {{20000, 20001, date}}}};
  all.claims = {{"c-1", "d1", at, actor, at, "direct", "asserts", {at}, date, {0}, {actor}, {"c-2"}, {"c-3", "c-4"}, "claim.x"}};
  all.warnings = {{Severity::note, "x.y", "a.txt", 1, 2, "message", "hint"}};
  return all;
}

using Json = rapidjson::Document;

std::string fault_of(const Json& json) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  json.Accept(writer);
  Diagnostic fault;
  return from_ndjson({buffer.GetString(), buffer.GetSize()}, fault) ? std::string() : fault.code + ": " + fault.message;
}

Json full_json() {
  Json json;
  json.Parse(to_ndjson(full()).c_str());
  return json;
}

}  // namespace

TEST_CASE("an extraction comes back from NDJSON as it was") {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    INFO("seed " << seed);
    const auto before = random_extraction(seed);
    const auto line = to_ndjson(before);
    CHECK(line.find('\n') == std::string::npos);
    Diagnostic fault;
    const auto after = from_ndjson(line, fault);
    INFO(fault.message << "\n" << line);
    REQUIRE(after.has_value());
    REQUIRE(same(before, *after));
    REQUIRE(to_ndjson(*after) == line);
  }
}

TEST_CASE("the line has what the scorer of times reads") {
  auto extraction = full();
  extraction.times.front().type = TimeType::date;
  extraction.times.front().value = "2025-02-12";
  Json json;
  json.Parse(to_ndjson(extraction).c_str());
  const auto text = [](const rapidjson::Value& value) { return std::string(value.GetString()); };
  CHECK(text(json["id"]) == "d1");
  const auto& time = json["times"][0];
  CHECK(text(time["type"]) == "DATE");
  CHECK(text(time["value"]) == "2025-02-12");
  CHECK(text(time["edtf"]) == "[2025-02-05,2025-02-12]");
  CHECK(text(time["earliest"]) == "2025-02-05");
  CHECK(text(time["text"]) == "gister");
  CHECK(time["begin"].GetInt() == 3);
}

TEST_CASE("an unknown key is a fault, wherever it stands") {
  auto json = full_json();
  REQUIRE(fault_of(json) == "");
  for_each_object(json, [&](rapidjson::Value& object) {
    object.AddMember("zz", 1, json.GetAllocator());
    const auto fault = fault_of(json);
    CHECK(fault.starts_with("extraction.unknown-key: "));
    CHECK(fault.find("unknown key 'zz'") != std::string::npos);
    object.RemoveMember("zz");
  });
}

TEST_CASE("a key that is missing or has a value of another kind is a fault, by its name") {
  const std::set<std::string> optional = {"source_line", "url",   "author", "mod",   "quant",    "freq",  "edtf", "reason",    "role",
                                          "wikidata",    "place", "theme",  "cue",   "duration", "date_at", "one_of", "date_rule",
                                          "signature",   "amounts", "clock", "after", "if_published", "plain"};
  auto json = full_json();
  for_each_object(json, [&](rapidjson::Value& object) {
    for (rapidjson::SizeType i = 0; i < object.MemberCount(); ++i) {
      auto& member = *(object.MemberBegin() + static_cast<std::ptrdiff_t>(i));
      const std::string key = member.name.GetString();
      INFO(key);
      rapidjson::Value kept(member.value, json.GetAllocator());
      member.value.SetBool(true);
      CHECK(fault_of(json).find(key + ":") != std::string::npos);
      member.value = kept;
      member.name.SetString("id2");
      const auto fault = fault_of(json);
      member.name.SetString(key.c_str(), json.GetAllocator());
      CHECK(fault != "");
      if (!optional.contains(key)) CHECK(fault.find("'" + key + "' is missing") != std::string::npos);
    }
  });
}

TEST_CASE("faults name their place") {
  const auto broken = [](auto&& change) {
    auto json = full_json();
    change(json);
    return fault_of(json);
  };
  CHECK(broken([](Json& j) { j["events"][0]["participants"][0]["id"].SetInt(3); }) == "extraction.wrong-type: events[0].participants[0].id: text is expected here");
  CHECK(broken([](Json& j) { j["times"][0]["earliest"].SetString("2025-02-30"); }) ==
        "extraction.bad-value: times[0].earliest: '2025-02-30' is no day of the calendar, as 2025-02-12 is");
  CHECK(broken([](Json& j) { j["times"][0]["one_of"][1].SetString("2025-1-1"); }).find("times[0].one_of[1]: '2025-1-1'") != std::string::npos);
  CHECK(broken([](Json& j) { j["times"][0]["type"].SetString("WHEN"); }) == "extraction.bad-value: times[0].type: 'WHEN' is none of DATE, TIME, DURATION, SET");
  CHECK(broken([](Json& j) { j["claims"][0]["about"][0].SetInt(1); }) == "extraction.bad-value: claims[0].about: there is no such event in this line");
  CHECK(broken([](Json& j) { j["claims"][0]["about"][0].SetInt(-1); }).find("claims[0].about[0]: a whole number") != std::string::npos);
  CHECK(broken([](Json& j) { j["events"][0]["end"].SetInt(1); }) == "extraction.bad-value: events[0].end: the end lies before the begin");
  CHECK(broken([](Json& j) { j["events"][0]["latest"].SetString("1999-01-01"); }).find("events[0].latest: the latest day") != std::string::npos);
  CHECK(broken([](Json& j) { j["id"].SetString("d2"); }) == "extraction.bad-value: id: it is not the id of the line's document");
  CHECK(broken([](Json& j) { j["events"][0]["after"][0].SetInt(1); }).find("events: 'after' names an event") != std::string::npos);
  CHECK(broken([](Json& j) { j["events"][0]["document"].SetString("d2"); }).find("events: 'document' is not the id") != std::string::npos);
  CHECK(broken([](Json& j) { j["events"][0]["amounts"][0]["number"].SetDouble(1e300); }).find("amounts[0].number: a smaller number") != std::string::npos);
  CHECK(broken([](Json& j) { j["events"][0]["if_published"][0]["until"].SetString("1999-01-01"); }).find("if_published[0].until: these are no days") != std::string::npos);
  CHECK(broken([](Json& j) { j["document"]["signature"].SetString("00g00000"); }).find("document.signature: it is no row") != std::string::npos);
  CHECK(broken([](Json& j) { j["warnings"][0]["severity"].SetString("bad"); }).find("warnings[0].severity: 'bad'") != std::string::npos);
  CHECK(broken([](Json& j) { j["warnings"].SetObject(); }) == "extraction.wrong-type: warnings: a list is expected here");
}

TEST_CASE("a line tells what made it, even if nothing else in it can be read") {
  auto json = full_json();
  json.AddMember("later", 1, json.GetAllocator());
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  json.Accept(writer);
  const auto origin = origin_in_ndjson({buffer.GetString(), buffer.GetSize()});
  REQUIRE(origin.has_value());
  CHECK(*origin == full().origin);
  CHECK_FALSE(origin_in_ndjson("{\"kroniek\": 1}").has_value());
  CHECK_FALSE(origin_in_ndjson("{").has_value());
}

TEST_CASE("what is no JSON is refused with its column") {
  const auto line = to_ndjson(full());
  Diagnostic fault;
  for (std::size_t size = 0; size < line.size(); ++size) CHECK_FALSE(from_ndjson(std::string_view(line).substr(0, size), fault));
  CHECK_FALSE(from_ndjson("{\"ü\" 1}", fault));
  CHECK(fault.code == "extraction.not-json");
  CHECK(fault.column == 6);
  CHECK(fault.hint != "");
  CHECK_FALSE(from_ndjson(line + line, fault));
  CHECK_FALSE(from_ndjson(line + std::string(1, '\0') + "x", fault));
  CHECK_FALSE(from_ndjson("{\"id\":\"\xFF\"}", fault));
  CHECK_FALSE(from_ndjson(std::string(5'000'000, '['), fault));
  CHECK_FALSE(from_ndjson("[]", fault));
  CHECK(fault.message == "an object is expected here");
  auto twice = line;
  twice.insert(1, "\"id\":\"d1\",");
  CHECK_FALSE(from_ndjson(twice, fault));
  CHECK(fault.code == "extraction.repeated-key");
}
