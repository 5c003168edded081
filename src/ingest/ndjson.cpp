// One JSON object a line, read as they come.
#include "read_text.hpp"
#include "utf8.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <utility>

namespace kroniek {
namespace {

const char* type_name(const rapidjson::Value& value) {
  switch (value.GetType()) {
    case rapidjson::kNullType:
      return "null";
    case rapidjson::kFalseType:
    case rapidjson::kTrueType:
      return "true or false";
    case rapidjson::kObjectType:
      return "an object";
    case rapidjson::kArrayType:
      return "a list";
    case rapidjson::kStringType:
      return "a string";
    case rapidjson::kNumberType:
      return "a number";
  }
  return "something else";
}

class LineReader {
 public:
  LineReader(std::string_view name, std::uint32_t number, const FurnitureMatcher& furniture, const IngestOptions& options)
      : name_(name), number_(number), furniture_(furniture), options_(options) {}

  // The line is ended by NUL and read in its place: what it held is gone.
  Ingested read(char* begin, std::size_t size, std::uint64_t offset) {
    const std::string_view line(begin, size);
    if (const auto invalid = find_invalid_utf8(line)) {
      fault("input.not-utf8", 0, "not UTF-8 at byte offset " + std::to_string(offset + *invalid) + " of the file", "convert it, perhaps: iconv -f WINDOWS-1252 -t UTF-8");
      return std::move(result_);
    }
    if (const auto nul = line.find('\0'); nul != std::string_view::npos) {  // the parser would stop there, and what follows be lost
      fault("input.not-json", static_cast<int>(nul) + 1, "no JSON: a NUL byte", "give one whole object on each line");
      return std::move(result_);
    }
    rapidjson::Document json;
    // The iterative parser has no stack to overflow on "[[[[[...".
    json.ParseInsitu<rapidjson::kParseIterativeFlag>(begin);
    if (json.HasParseError()) {
      fault("input.not-json", static_cast<int>(json.GetErrorOffset()) + 1,
            std::string("no JSON: ") + rapidjson::GetParseError_En(json.GetParseError()), "give one whole object on each line");
      return std::move(result_);
    }
    if (!json.IsObject()) {
      fault("input.not-object", 0, std::string("not an object but ") + type_name(json), "write {\"text\": \"...\"}");
      return std::move(result_);
    }
    const auto& object = json;  // Clang finds == of iterators that are not constant ambiguous
    const auto text = object.FindMember("text");
    if (text == object.MemberEnd() || !text->value.IsString()) {
      fault("input.no-text-field", 0, text == object.MemberEnd() ? "no field `text`" : std::string("`text` is not a string but ") + type_name(text->value),
            "put the article in the field `text`");
      return std::move(result_);
    }
    // Two lines that ran into one: one of the articles would be lost.
    if (std::count_if(object.MemberBegin(), object.MemberEnd(), [](const auto& member) { return member.name == "text"; }) > 1) {
      fault("input.duplicate-field", 0, "two fields `text`", "give each article a line of its own");
      return std::move(result_);
    }
    read_fields(json);
    std::string raw(text->value.GetString(), text->value.GetStringLength());
    Ingested read = read_text(name_, std::move(raw), metadata_, furniture_, options_);
    for (Diagnostic& diagnostic : read.diagnostics) result_.diagnostics.push_back(std::move(diagnostic));
    result_.documents = std::move(read.documents);
    return std::move(result_);
  }

 private:
  void fault(std::string code, int column, std::string message, std::string hint, Severity severity = Severity::error) {
    result_.diagnostics.push_back({severity, std::move(code), std::string(name_), static_cast<int>(number_), column, std::move(message), std::move(hint)});
  }

  void read_fields(const rapidjson::Document& json) {
    metadata_.line = number_;
    std::string published;
    take(json, "id", metadata_.id);
    take(json, "title", metadata_.title);
    take(json, "language", metadata_.language);
    take(json, "source", metadata_.source);
    take(json, "url", metadata_.url);
    take(json, "author", metadata_.author);
    take(json, "published", published);
    if (!published.empty()) metadata_.published = std::move(published);
  }

  void take(const rapidjson::Document& json, const char* name, std::string& field) {
    const auto member = json.FindMember(name);
    if (member == json.MemberEnd() || member->value.IsNull()) return;
    if (!member->value.IsString()) {
      return fault("input.wrong-type", 0, std::string("`") + name + "` is not a string but " + type_name(member->value),
                   "the document is read without it; put it in quotation marks", Severity::warning);
    }
    field.assign(member->value.GetString(), member->value.GetStringLength());
  }

  std::string_view name_;
  std::uint32_t number_;
  const FurnitureMatcher& furniture_;
  const IngestOptions& options_;
  TextMetadata metadata_;
  Ingested result_;
};

}  // namespace

void read_ndjson(std::string_view name, std::istream& lines, const FurnitureMatcher& furniture,
                 const IngestOptions& options, const IngestSink& sink, std::uint32_t lines_before) {
  std::string line;
  std::uint32_t number = lines_before;
  std::uint64_t offset = lines_before;
  bool any = false;
  while (std::getline(lines, line)) {
    ++number;
    std::string_view text = line;
    std::uint64_t begin = offset;
    offset += line.size() + 1;
    if (text.starts_with("\xEF\xBB\xBF")) {  // files that were joined have it within
      text.remove_prefix(3);
      begin += 3;
    }
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    any = true;
    auto read = LineReader(name, number, furniture, options).read(line.data() + (line.size() - text.size()), text.size(), begin);
    read.bytes = line.size() + 1;
    sink(std::move(read));
  }
  const auto report = [&](const char* code, const char* message) {
    Ingested finding;
    finding.diagnostics.push_back({Severity::error, code, std::string(name), 0, 0, message, ""});
    sink(std::move(finding));
  };
  if (lines.bad()) return report("input.unreadable", "reading broke off");
  if (!any) report("input.empty", "empty");
}

}  // namespace kroniek
