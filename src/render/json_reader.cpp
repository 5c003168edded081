#include "json_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace kroniek::render {

namespace {

std::string_view view(const rapidjson::Value& text) { return {text.GetString(), text.GetStringLength()}; }

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

// Only the form that iso_day writes.
std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8));
  return year && month && day ? day_from_civil(*year, *month, *day) : std::nullopt;
}

}  // namespace

std::string JsonPath::text() const {
  auto before = parent != nullptr ? parent->text() : std::string();
  if (key.empty()) return parent != nullptr ? before + "[" + std::to_string(index) + "]" : before;
  return before + (before.empty() ? "" : ".") + std::string(key);
}

void JsonFault::report(std::string code, std::string message, int column) {
  if (any_) return;
  any_ = true;
  out_ = {Severity::error, std::move(code), {}, 0, column, std::move(message), "give lines that 'kroniek extract' of this version wrote"};
}

void JsonFault::report(std::string code, const JsonPath& path, const std::string& message) {
  if (any_) return;
  const auto at = path.text();
  report(std::move(code), at.empty() ? message : at + ": " + message);
}

ObjectReader::ObjectReader(const rapidjson::Value& value, const JsonPath& path, JsonFault& fault)
    : value_(value.IsObject() ? &value : nullptr), path_(path), fault_(fault) {
  if (value_ == nullptr) fault_.report("extraction.wrong-type", path_, "an object is expected here");
}

const rapidjson::Value* ObjectReader::look(std::string_view key) const {
  if (value_ == nullptr || fault_.any()) return nullptr;
  const rapidjson::Value name(rapidjson::StringRef(key.data(), static_cast<rapidjson::SizeType>(key.size())));
  const auto found = value_->FindMember(name);
  return found == value_->MemberEnd() ? nullptr : &found->value;
}

bool ObjectReader::has(std::string_view key) const { return look(key) != nullptr; }

const rapidjson::Value* ObjectReader::find(std::string_view key) {
  const auto* value = look(key);
  if (value == nullptr) {
    fault_.report("extraction.missing-key", path_, "the key '" + std::string(key) + "' is missing");
  } else {
    asked_.push_back(key);
  }
  return value;
}

bool ObjectReader::expect(bool good, std::string_view key, const char* what) {
  if (!good) fault_.report("extraction.wrong-type", JsonPath{&path_, key, 0}, std::string(what) + " is expected here");
  return good;
}

void ObjectReader::bad_value(std::string_view key, const std::string& message) {
  fault_.report("extraction.bad-value", JsonPath{&path_, key, 0}, message);
}

void ObjectReader::done() {
  if (value_ == nullptr || fault_.any() || value_->MemberCount() == asked_.size()) return;
  std::vector<std::string_view> seen;
  for (const auto& member : value_->GetObject()) {
    const auto name = view(member.name);
    const JsonPath at{&path_, name, 0};
    if (std::find(asked_.begin(), asked_.end(), name) == asked_.end()) {
      fault_.report("extraction.unknown-key", path_, "unknown key '" + std::string(name) + "'");
    } else if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
      fault_.report("extraction.repeated-key", at, "the key stands here twice");
    }
    seen.push_back(name);
  }
}

std::string ObjectReader::text(std::string_view key) {
  const auto* value = find(key);
  return value != nullptr && expect(value->IsString(), key, "text") ? std::string(view(*value)) : std::string();
}

std::string ObjectReader::text_or_empty(std::string_view key) { return has(key) ? text(key) : std::string(); }

std::string ObjectReader::text_or_null(std::string_view key) {
  const auto* value = find(key);
  if (value == nullptr || value->IsNull()) return {};
  return expect(value->IsString(), key, "text or null") ? std::string(view(*value)) : std::string();
}

std::uint32_t ObjectReader::count(const rapidjson::Value& value, const JsonPath& path) {
  if (value.IsUint()) return value.GetUint();
  fault_.report("extraction.wrong-type", path, "a whole number of 0 or more is expected here");
  return 0;
}

std::string ObjectReader::text(const rapidjson::Value& value, const JsonPath& path) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  fault_.report("extraction.wrong-type", path, "a text is expected here");
  return {};
}

std::uint32_t ObjectReader::count(std::string_view key) {
  const auto* value = find(key);
  return value != nullptr ? count(*value, JsonPath{&path_, key, 0}) : 0;
}

std::uint32_t ObjectReader::count_or_zero(std::string_view key) { return has(key) ? count(key) : 0; }

std::int64_t ObjectReader::thousandths(std::string_view key) {
  const auto* value = find(key);
  if (value == nullptr || !expect(value->IsNumber(), key, "a number")) return 0;
  if (value->IsInt64() && std::abs(value->GetInt64()) < 9'000'000'000'000'000) return value->GetInt64() * 1000;
  const double number = value->GetDouble();
  if (!expect(std::abs(number) < 9e15, key, "a smaller number")) return 0;
  return std::llround(number * 1000);
}

int ObjectReader::place_number(std::string_view key) {
  const auto* value = find(key);
  if (value == nullptr || !expect(value->IsInt() && value->GetInt() >= 0, key, "a whole number of 0 or more")) return 0;
  return value->GetInt();
}

Day ObjectReader::day(const rapidjson::Value& value, const JsonPath& path) {
  if (!value.IsString()) {
    fault_.report("extraction.wrong-type", path, "a day is expected here");
    return 0;
  }
  const auto day = parse_day(view(value));
  if (!day) fault_.report("extraction.bad-value", path, "'" + std::string(view(value)) + "' is no day of the calendar, as 2025-02-12 is");
  return day.value_or(0);
}

Day ObjectReader::day_or(std::string_view key, Day open) {
  const auto* value = find(key);
  if (value == nullptr || value->IsNull()) return open;
  return day(*value, JsonPath{&path_, key, 0});
}

}  // namespace kroniek::render
