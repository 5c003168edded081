#include "positions.hpp"

#include "utf8.hpp"

#include <algorithm>

namespace kroniek {
namespace {

constexpr std::size_t kStep = 64;  // bytes between marks

}  // namespace

Positions::Positions(std::string_view raw) : raw_(raw) {
  marks_.reserve(raw.size() / kStep + 2);
  marks_.push_back({0, 0, 0});
  std::size_t begin = 0;
  do {
    std::size_t end = std::min(begin + kStep, raw.size());
    // A mark splits neither a character nor CR LF.
    while (end < raw.size() && ((static_cast<unsigned char>(raw[end]) & 0xC0U) == 0x80U || raw[end - 1] == '\r')) ++end;
    const Mark& last = marks_.back();
    const std::uint32_t count = count_code_points(raw.substr(begin, end - begin));
    marks_.push_back({static_cast<std::uint32_t>(end), last.code_point + count, last.line + line_ends(raw, begin, end)});
    begin = end;
  } while (begin < raw.size());
}

std::vector<Positions::Mark>::const_iterator Positions::mark_before(std::uint32_t code_point) const {
  const auto after = std::upper_bound(marks_.begin() + 1, marks_.end() - 1, code_point,
                                      [](std::uint32_t place, const Mark& mark) { return place < mark.code_point; });
  return after - 1;
}

std::size_t Positions::byte(std::uint32_t code_point) const {
  const auto mark = mark_before(code_point);
  const auto next = mark + 1;
  if (code_point >= next->code_point) return next->byte;
  const auto left = code_point - mark->code_point;
  const bool ascii = next->byte - mark->byte == next->code_point - mark->code_point;
  return mark->byte + (ascii ? left : byte_of(raw_.substr(mark->byte), left));
}

std::string_view Positions::slice(Span span) const {
  const std::size_t begin = byte(span.begin);
  const std::size_t end = byte(std::max(span.begin, span.end));
  return raw_.substr(begin, end - begin);
}

int Positions::line_of(std::uint32_t code_point) const {
  const auto mark = mark_before(code_point);
  return 1 + (mark->line == (mark + 1)->line ? mark->line : mark->line + line_ends(raw_, mark->byte, byte(code_point)));
}

}  // namespace kroniek
