// Strict reading of a parsed JSON line. The first fault sticks and is named by its path; after it every
// value is empty, so that readers need no checks of their own.
#pragma once

#include <kroniek/date.hpp>
#include <kroniek/diagnostic.hpp>

#include <rapidjson/document.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek::render {

// A place in the line. Its text is made only for a fault.
struct JsonPath {
  const JsonPath* parent = nullptr;
  std::string_view key;   // of a member, or
  std::size_t index = 0;  // of an item, where the key is empty
  std::string text() const;
};

class JsonFault {
 public:
  explicit JsonFault(Diagnostic& out) : out_(out) {}
  bool any() const { return any_; }
  void report(std::string code, std::string message, int column = 0);
  void report(std::string code, const JsonPath& path, const std::string& message);

 private:
  Diagnostic& out_;
  bool any_ = false;
};

class ObjectReader {
 public:
  ObjectReader(const rapidjson::Value& value, const JsonPath& path, JsonFault& fault);
  // Reports keys that nobody asked for, and keys that stand there twice.
  void done();

  bool has(std::string_view key) const;
  std::string text(std::string_view key);
  std::string text_or_empty(std::string_view key);
  std::string text_or_null(std::string_view key);  // null gives an empty text
  std::uint32_t count(std::string_view key);
  std::uint32_t count_or_zero(std::string_view key);
  std::int64_t thousandths(std::string_view key);  // of a number with at most three decimals
  int place_number(std::string_view key);  // a line or column
  Day day_or(std::string_view key, Day open);
  // A day in a list.
  Day day(const rapidjson::Value& value, const JsonPath& path);
  std::uint32_t count(const rapidjson::Value& value, const JsonPath& path);
  std::string text(const rapidjson::Value& value, const JsonPath& path);

  // `read(ObjectReader&)` for the object of a key that must be there.
  template <class Read>
  void object(std::string_view key, Read read) {
    if (const auto* value = find(key)) nested(*value, JsonPath{&path_, key, 0}, read);
  }
  // The same, but null is let through.
  template <class Read>
  void object_or_null(std::string_view key, Read read) {
    const auto* value = find(key);
    if (value != nullptr && !value->IsNull()) nested(*value, JsonPath{&path_, key, 0}, read);
  }
  // `read(value, path)` for each item.
  template <class Read>
  void items(std::string_view key, Read read) {
    const auto* value = find(key);
    if (value == nullptr || !expect(value->IsArray(), key, "a list")) return;
    const JsonPath at{&path_, key, 0};
    for (rapidjson::SizeType i = 0; i < value->Size() && !fault_.any(); ++i) read((*value)[i], JsonPath{&at, {}, i});
  }
  // What `read(ObjectReader&)` makes of each item, in no more memory than that needs.
  template <class Read>
  auto list(std::string_view key, Read read) {
    std::vector<decltype(read(*this))> all;
    if (const auto* value = look(key); value != nullptr && value->IsArray()) all.reserve(value->Size());
    const auto add = [&](ObjectReader& item) { all.push_back(read(item)); };
    items(key, [&](const rapidjson::Value& value, const JsonPath& path) { nested(value, path, add); });
    return all;
  }

  void bad_value(std::string_view key, const std::string& message);

 private:
  template <class Read>
  void nested(const rapidjson::Value& value, const JsonPath& path, Read&& read) {
    ObjectReader inner(value, path, fault_);
    read(inner);
    inner.done();
  }
  const rapidjson::Value* look(std::string_view key) const;
  const rapidjson::Value* find(std::string_view key);
  bool expect(bool good, std::string_view key, const char* what);

  const rapidjson::Value* value_;
  JsonPath path_;
  JsonFault& fault_;
  std::vector<std::string_view> asked_;
};

}  // namespace kroniek::render
