#include "headline.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <optional>

namespace kroniek {

namespace {

constexpr std::size_t kMostNames = 4;

std::optional<std::string> filling(std::string_view name, const Entry& entry, const std::string& and_word) {
  const auto& people = entry.participants;
  if (name == "1" || name == "2") {
    const std::size_t index = name == "1" ? 0 : 1;
    if (index >= people.size()) return std::nullopt;
    return people[index].name;
  }
  if (name == "all") {
    if (people.empty()) return std::nullopt;
    std::string list;
    const auto count = std::min(people.size(), kMostNames);
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) list += i + 1 == count ? and_word : ", ";
      list += people[i].name;
    }
    return list;
  }
  if (name == "place") return entry.place ? std::optional(entry.place->name) : std::nullopt;
  if (name == "theme") {
    for (const auto& mention : entry.mentions) {
      if (!mention.theme.empty() && mention.theme.size() < 80) return mention.theme;
    }
  }
  return std::nullopt;
}

std::optional<std::string> fill(const std::string& pattern, const Entry& entry, const std::string& and_word) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size();) {
    if (pattern[i] != '{') {
      out += pattern[i++];
      continue;
    }
    const auto close = pattern.find('}', i);
    if (close == std::string::npos) return std::nullopt;
    const auto value = filling(std::string_view(pattern).substr(i + 1, close - i - 1), entry, and_word);
    if (!value) return std::nullopt;
    out += *value;
    i = close + 1;
  }
  return out;
}

std::string with_capital(std::string text) {
  if (text.empty()) return text;
  UChar32 c = 0;
  int32_t i = 0;
  U8_NEXT(reinterpret_cast<const uint8_t*>(text.data()), i, static_cast<int32_t>(text.size()), c);
  if (c < 0) return text;
  char buffer[U8_MAX_LENGTH];
  int32_t n = 0;
  U8_APPEND_UNSAFE(buffer, n, u_toupper(c));
  return std::string(buffer, static_cast<std::size_t>(n)) + text.substr(static_cast<std::size_t>(i));
}

}  // namespace

std::string headline(const Entry& entry, const EventType& type, const std::string& language, const std::string& and_word) {
  const auto it = type.headline.find(language);
  if (it != type.headline.end()) {
    for (const auto& pattern : it->second) {
      if (auto text = fill(pattern, entry, and_word)) return with_capital(std::move(*text));
    }
  }
  return {};
}

}  // namespace kroniek
