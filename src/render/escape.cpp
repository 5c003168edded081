#include "escape.hpp"

#include "utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace kroniek::render {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alnum(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Line ends, tabs and other control characters; a no-break space is kept, it is there for a reason.
bool is_gap(UChar32 c) { return c <= 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029; }

// Embeddings, overrides and isolates: they could turn what stands around them as well.
bool turns_text(UChar32 c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

// "&amp;", "&#39;": would be read as another character.
bool is_entity(std::string_view text, std::size_t at) {
  auto end = at + 1;
  while (end < text.size() && (is_alnum(text[end]) || text[end] == '#')) ++end;
  return end > at + 1 && end < text.size() && text[end] == ';';
}

// Where a block marker at the begin of a line would have to be broken: "- ", "> ", "1. ", "=".
std::size_t block_marker(std::string_view text) {
  if (text.empty()) return std::string_view::npos;
  if (std::string_view("-+=>").find(text[0]) != std::string_view::npos) return 0;
  const auto after = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  return after > 0 && after < text.size() && (text[after] == '.' || text[after] == ')') ? after : std::string_view::npos;
}

bool is_special(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '#') return at == 0 || text[at - 1] == ' ';  // also closes a heading
  if (c == '&') return is_entity(text, at);
  return std::string_view("\\`*_[]<~").find(c) != std::string_view::npos;
}

std::size_t longest_run(std::string_view text, char of) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) {
    run = c == of ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

}  // namespace

std::string one_line(std::string_view text) {
  const auto sound = is_utf8(text) ? std::string(text) : repaired_utf8(text);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(sound.data());
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < sound.size();) {
    const auto begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, sound.size(), c);
    if (turns_text(c)) continue;
    if (is_gap(c)) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out.append(sound, begin, at - begin);
  }
  return out;
}

std::string escaped(std::string_view text) {
  const auto line = one_line(text);
  const auto marker = block_marker(line);
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (at == marker || is_special(line, at)) out += '\\';
    out += line[at];
  }
  return out;
}

std::string code_span(std::string_view text) {
  const auto line = one_line(text);
  if (line.empty()) return {};
  const std::string fence(longest_run(line, '`') + 1, '`');
  // A space on both sides is taken off again by the reader.
  const bool padded = line.front() == '`' || line.back() == '`';
  return fence + (padded ? " " : "") + line + (padded ? " " : "") + fence;
}

std::string web_link(std::string_view url) {
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  const bool plain = std::all_of(url.begin(), url.end(), [](char c) { return c > 0x20 && c < 0x7F && c != '<' && c != '>'; });
  return web && plain ? "<" + std::string(url) + ">" : escaped(url);
}

std::string capitalised(std::string_view text) {
  if (text.empty() || !is_utf8(text)) return std::string(text);
  std::size_t at = 0;
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
  char upper[U8_MAX_LENGTH];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(upper, size, u_totitle(c));
  return std::string(upper, size).append(text.substr(at));
}

}  // namespace kroniek::render
