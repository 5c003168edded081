#include "quotation.hpp"

#include "escape.hpp"

#include <utility>

namespace kroniek::render {

namespace {

// "[words](https://...)": the words.
std::string without_links(std::string text) {
  for (auto open = text.find('['); open != std::string::npos; open = text.find('[', open)) {
    const auto middle = text.find("](", open);
    const auto close = middle == std::string::npos ? middle : text.find(')', middle);
    if (close == std::string::npos) break;
    const auto words = text.substr(open + 1, middle - open - 1);
    if (words.find_first_of("[]") != std::string::npos || !text.substr(middle + 2).starts_with("http")) {
      ++open;
      continue;
    }
    const bool image = open > 0 && text[open - 1] == '!';
    const auto begin = image ? open - 1 : open;
    text.replace(begin, close + 1 - begin, words);
    open = begin + words.size();
  }
  return text;
}

bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

// A sign of emphasis touches the word that it begins or ends; "2 * 3" and "snake_case" have none.
bool is_emphasis(const std::string& text, std::size_t begin, std::size_t end) {
  const char before = begin > 0 ? text[begin - 1] : ' ', after = end < text.size() ? text[end] : ' ';
  if (before == '\\') return false;
  if (text[begin] == '_') return is_word(before) != is_word(after);
  return before != ' ' || after != ' ';
}

}  // namespace

std::string plain_quote(std::string_view text) {
  const auto line = without_links(one_line(text));
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    const char c = line[i];
    auto end = i + 1;
    if (c == '*' || c == '_' || c == '`') {
      while (end < line.size() && line[end] == c) ++end;
      if (c == '`' || is_emphasis(line, i, end)) {
        i = end;
        continue;
      }
    }
    out.append(line, i, end - i);
    i = end;
  }
  return one_line(out);
}

std::string plain_quote(const Evidence& at) { return at.plain.empty() ? plain_quote(at.text) : at.plain; }

std::string_view without_marks(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"\"", "\""}, {"„", "”"}, {"„", "“"}, {"“", "”"}, {"”", "”"}, {"‘", "’"}, {"'", "'"}, {"«", "»"}};
  for (const auto& [open, close] : kPairs) {
    if (text.size() < open.size() + close.size() || !text.starts_with(open) || !text.ends_with(close)) continue;
    const auto inner = text.substr(open.size(), text.size() - open.size() - close.size());
    // "Ja", zei hij, "nee" has marks at its ends that are no pair.
    if (inner.find(open) == std::string_view::npos && inner.find(close) == std::string_view::npos) return inner;
  }
  return text;
}

}  // namespace kroniek::render
