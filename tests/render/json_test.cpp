#include "../golden.hpp"
#include "json_walk.hpp"
#include "samples.hpp"

#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <memory>

using namespace kroniek;

namespace {

// A pattern that RapidJSON cannot read is silently no pattern: every one is proved by a value it refuses.
class Schema {
 public:
  Schema() {
    const auto text = read_file(std::filesystem::path(KRONIEK_SOURCE_DIR) / "docs" / "timeline.schema.json");
    json_.Parse(text.data(), text.size());
    REQUIRE_FALSE(json_.HasParseError());
    schema_ = std::make_unique<rapidjson::SchemaDocument>(json_);
  }

  // Where and why the document breaks the schema; empty if it does not.
  std::string fault(const rapidjson::Document& document) const {
    rapidjson::SchemaValidator validator(*schema_);
    if (document.Accept(validator)) return {};
    rapidjson::StringBuffer at;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(at);
    return std::string(at.GetString()) + " " + validator.GetInvalidSchemaKeyword();
  }

  std::string fault(const std::string& text) const {
    rapidjson::Document document;
    document.Parse(text.data(), text.size());
    REQUIRE_FALSE(document.HasParseError());
    return fault(document);
  }

 private:
  rapidjson::Document json_;
  std::unique_ptr<rapidjson::SchemaDocument> schema_;
};

rapidjson::Document rich_json() {
  rapidjson::Document document;
  document.Parse(to_json(samples::rich()).c_str());
  return document;
}

}  // namespace

TEST_CASE("the JSON is as expected, to the byte") {
  // A new version is no reason to touch the files.
  const auto unversioned = [](std::string json) {
    const auto line = "\"kroniek\": \"" + std::string(version()) + "\"";
    return json.replace(json.find(line), line.size(), "\"kroniek\": \"VERSION\"");
  };
  check_golden("render/rich.json", unversioned(to_json(samples::rich())));
  check_golden("render/empty.json", unversioned(to_json(samples::empty())));
}

TEST_CASE("the JSON follows the schema") {
  const Schema schema;
  CHECK(schema.fault(to_json(samples::rich())) == "");
  CHECK(schema.fault(to_json(samples::empty())) == "");
  CHECK(schema.fault(to_json(samples::hostile())) == "");
}

TEST_CASE("every kind of date that can be built follows the schema") {
  const Schema schema;
  auto timeline = samples::empty();
  int number = 0;
  for (const char* edtf : {"2025", "2025-02", "2025-02-12", "2025-02~", "2025?", "2025-02-12%", "2025-21", "2025-33", "2025-W07", "2025-04-14/2025-04-20",
                           "../2025-04-26", "2025-04-26/..", "[2025-02-05,2025-02-12]", "2025-02/2025-04~"}) {
    const auto date = parse_edtf(edtf);
    INFO(edtf);
    REQUIRE(date.has_value());
    timeline.entries.push_back(samples::entry(++number, "meeting", "x", *date));
  }
  CHECK(schema.fault(to_json(timeline)) == "");
}

TEST_CASE("no object takes a key that the schema does not name") {
  const Schema schema;
  auto document = rich_json();
  int objects = 0;
  for_each_object(document, [&](rapidjson::Value& object) {
    ++objects;
    object.AddMember("surprise", 1, document.GetAllocator());
    CHECK(schema.fault(document) != "");
    object.RemoveMember("surprise");
  });
  CHECK(objects > 50);
  CHECK(schema.fault(document) == "");
}

TEST_CASE("a wrong value breaks the schema") {
  const Schema schema;
  struct Case {
    const char* pointer;
    const char* value;
    const char* keyword;
  };
  const Case cases[] = {
      {"/kroniek", "\"\"", "minLength"},
      {"/pack/language", "\"Dutch\"", "pattern"},
      {"/pack/sha256", "\"abc\"", "pattern"},
      {"/window/from", "\"2025-2-1\"", "anyOf"},
      {"/window/to", "20250430", "anyOf"},
      {"/documents/0/id", "\"\"", "minLength"},
      {"/documents/0/sha256", "null", "type"},
      {"/documents/0/published/date", "\"February\"", "anyOf"},
      {"/documents/1/source_line", "0", "minimum"},
      {"/entries/0/id", "\"e-12\"", "pattern"},
      {"/entries/0/type", "\"phonecall\"", "enum"},
      {"/entries/0/plover", "\"consult\"", "pattern"},
      {"/entries/0/date", "\"[2025-02-05,\"", "anyOf"},
      {"/entries/0/earliest", "\"2025-02\"", "anyOf"},
      {"/entries/0/status", "\"happened\"", "enum"},
      {"/entries/0/participants/0/id", "\"Ada V\"", "pattern"},
      {"/entries/0/participants/1/wikidata", "\"https://www.wikidata.org/wiki/Q1\"", "pattern"},
      {"/entries/0/duration", "\"1 hour\"", "pattern"},
      {"/entries/0/mentions", "[]", "anyOf"},
      {"/entries/0/sources", "-1", "minimum"},
      {"/entries/0/conflicts/0/readings", "[]", "minItems"},
      {"/entries/0/fulfils/0", "\"e-1\"", "pattern"},
      {"/entries/0/may_lie_outside", "0", "type"},
      {"/documents/0/published_inferred/date", "\"soon\"", "pattern"},
      {"/copies/0", "[\"d1\"]", "minItems"},
      {"/entries/0/mentions/0/begin", "-1", "minimum"},
      {"/entries/0/mentions/0/line", "1.5", "type"},
      {"/outside_window", "-1", "minimum"},
      {"/claims/0/id", "\"e-000000000001\"", "pattern"},
      {"/claims/0/kind", "\"reported\"", "enum"},
      {"/claims/0/stance", "\"says\"", "enum"},
      {"/claims/0/about/0", "\"c-000000000001\"", "pattern"},
      {"/warnings/0/severity", "\"fatal\"", "enum"},
  };
  for (const auto& one : cases) {
    INFO(one.pointer);
    auto document = rich_json();
    rapidjson::Document value;
    value.Parse(one.value);
    auto* place = rapidjson::Pointer(one.pointer).Get(document);
    REQUIRE(place != nullptr);
    place->CopyFrom(value, document.GetAllocator());
    const auto fault = schema.fault(document);
    CHECK(fault.ends_with(one.keyword));
  }
}

TEST_CASE("a file name that is not UTF-8 does not break the JSON") {
  const auto json = to_json(samples::hostile());
  CHECK(json.find("niet-\uFFFD-utf8.txt") != std::string::npos);
}
