// What a page says of itself.
#include "html_text.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <array>

namespace kroniek {

namespace {

std::string text_of(const rapidjson::Value& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  if (value.IsArray()) {
    std::string all;
    for (const auto& item : value.GetArray()) {
      const auto one = text_of(item);
      if (!one.empty()) all += (all.empty() ? "" : ", ") + one;
    }
    return all;
  }
  for (const char* name : {"name", "@id", "url"}) {
    if (value.IsObject() && value.HasMember(name) && value[name].IsString()) return value[name].GetString();
  }
  return {};
}

std::string member(const rapidjson::Value& object, const char* name) {
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? std::string() : text_of(found->value);
}

void take(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}
void take(std::optional<std::string>& field, const std::string& value) {
  if (!field && !value.empty()) field = value;
}

// Any object with a headline and a date, wherever it stands in the script.
void read_linked_data(const rapidjson::Value& value, TextMetadata& metadata, int depth) {
  if (depth > 6) return;
  if (value.IsArray()) {
    for (const auto& item : value.GetArray()) read_linked_data(item, metadata, depth + 1);
  }
  if (!value.IsObject()) return;
  if (value.HasMember("headline") || value.HasMember("datePublished")) {
    take(metadata.title, member(value, "headline"));
    take(metadata.published, member(value, "datePublished"));
    take(metadata.author, member(value, "author"));
    take(metadata.url, member(value, "url"));
  }
  for (const auto& item : value.GetObject()) {
    if (item.value.IsObject() || item.value.IsArray()) read_linked_data(item.value, metadata, depth + 1);
  }
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); }

void read_meta(const xmlNode* node, TextMetadata& metadata) {
  static constexpr std::array<std::string_view, 4> kTitle = {"og:title", "dc.title", "dcterms.title", "twitter:title"};
  static constexpr std::array<std::string_view, 8> kDate = {"article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "dc.date.issued", "pubdate", "publish-date"};
  static constexpr std::array<std::string_view, 4> kAuthor = {"author", "article:author", "dc.creator", "dcterms.creator"};
  auto name = lower(attribute(node, "property"));
  if (name.empty()) name = lower(attribute(node, "name"));
  if (name.empty()) name = lower(attribute(node, "itemprop"));
  auto content = attribute(node, "content");
  if (among(kTitle, name)) take(metadata.title, content);
  if (among(kDate, name)) take(metadata.published, content);
  if (among(kAuthor, name) && content.find("://") == std::string::npos) take(metadata.author, content);
  if (name == "og:url") take(metadata.url, content);
}

}  // namespace

TextMetadata page_metadata(const xmlNode* html) {
  TextMetadata metadata;
  walk(html, [&](const xmlNode* node) {
    if (!is(node, "script") || lower(attribute(node, "type")) != "application/ld+json") return true;
    rapidjson::Document json;
    json.Parse(content_of(node).c_str());
    if (!json.HasParseError()) read_linked_data(json, metadata, 0);
    return true;
  });
  std::string heading, title;
  walk(html, [&](const xmlNode* node) {
    if (is(node, "meta")) read_meta(node, metadata);
    if (is(node, "link") && lower(attribute(node, "rel")) == "canonical") take(metadata.url, attribute(node, "href"));
    if (is(node, "time") && !attribute(node, "datetime").empty()) take(metadata.published, attribute(node, "datetime"));
    if (is(node, "h1")) take(heading, content_of(node));
    if (is(node, "title")) take(title, content_of(node));
    return true;
  });
  metadata.language = lower(attribute(html, "lang")).substr(0, 2);
  take(metadata.title, heading);
  take(metadata.title, title);
  for (auto* field : {&metadata.title, &metadata.author}) {
    std::replace_if(field->begin(), field->end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    field->erase(0, std::min(field->find_first_not_of(' '), field->size()));
    field->erase(field->find_last_not_of(' ') + 1);
  }
  return metadata;
}

}  // namespace kroniek
