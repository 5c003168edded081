#include "publication.hpp"

#include "utf8.hpp"

namespace kroniek {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Length of "2025", "2025-02" or "2025-02-12" at the start of the text; 0: none.
std::size_t iso_date_length(std::string_view text) {
  const auto digits = [text](std::size_t at, std::size_t count) {
    for (std::size_t i = at; i < at + count; ++i) {
      if (i >= text.size() || !is_digit(text[i])) return false;
    }
    return at + count >= text.size() || !is_digit(text[at + count]);
  };
  if (!digits(0, 4)) return 0;
  std::size_t length = 4;
  while (length < 10 && length < text.size() && text[length] == '-' && digits(length + 1, 2)) length += 3;
  return length;
}

}  // namespace

MetadataDate read_metadata_date(std::string_view text, const DateFinder& dates) {
  text = trimmed(text);
  if (const std::size_t length = iso_date_length(text); length > 0) {
    const std::string_view rest = text.substr(length);
    const bool time = length == 10 && rest.size() > 1 && (rest[0] == 'T' || rest[0] == 't' || rest[0] == ' ') && is_digit(rest[1]);
    const bool qualified = rest == "~" || rest == "?" || rest == "%";
    if (rest.empty() || time || qualified) {
      const auto value = parse_edtf(text.substr(0, time ? length : text.size()));
      return {value, !value};
    }
  }
  const auto found = dates.find(text);
  if (!found) return {};
  return {found->value, !found->value};
}

std::optional<FirstLineDate> read_first_line_date(std::string_view text) {
  std::size_t at = 0;
  const auto skip = [&](std::string_view signs) {
    while (at < text.size() && signs.find(text[at]) != std::string_view::npos) ++at;
  };
  skip(" \t");
  if (lower_ascii(text.substr(at, 4)) != "date") return std::nullopt;
  at += 4;
  const std::size_t word_end = at;
  skip(" \t:");
  if (at == word_end) return std::nullopt;
  const std::size_t length = iso_date_length(text.substr(at));
  if (length == 0) return std::nullopt;
  std::size_t end = at + length;
  if (length == 10 && end + 1 < text.size() && text[end] == 'T' && is_digit(text[end + 1])) {
    while (end < text.size() && std::string_view("T0123456789:.+-Z").find(text[end]) != std::string_view::npos) ++end;
  }
  if (end < text.size() && !is_white_space(code_point_at(text, end).value)) return std::nullopt;
  return FirstLineDate{at, end, parse_edtf(text.substr(at, length))};
}

}  // namespace kroniek
