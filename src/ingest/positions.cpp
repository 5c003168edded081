#include "positions.hpp"

#include "utf8.hpp"

#include <algorithm>

namespace kroniek {
namespace {

constexpr std::size_t kStep = 256;  // bytes between marks

}  // namespace

Positions::Positions(std::string_view raw) : raw_(raw) {
  marks_.push_back({0, 0, 0});
  std::size_t begin = 0;
  while (raw.size() - begin > kStep) {
    std::size_t end = begin + kStep;
    // A mark splits neither a character nor CR LF.
    while (end < raw.size() && ((static_cast<unsigned char>(raw[end]) & 0xC0U) == 0x80U || raw[end - 1] == '\r')) ++end;
    const std::string_view part = raw.substr(begin, end - begin);
    const Mark& last = marks_.back();
    const std::uint32_t count = count_code_points(part);
    const int lines = kroniek::line_of(part, count) - 1;
    marks_.push_back({end, last.code_point + count, last.line + lines});
    begin = end;
  }
}

const Positions::Mark& Positions::mark_before(std::uint32_t code_point) const {
  const auto after = std::upper_bound(marks_.begin(), marks_.end(), code_point,
                                      [](std::uint32_t place, const Mark& mark) { return place < mark.code_point; });
  return *(after - 1);
}

std::size_t Positions::byte(std::uint32_t code_point) const {
  const Mark& mark = mark_before(code_point);
  return mark.byte + byte_of(raw_.substr(mark.byte), code_point - mark.code_point);
}

std::string_view Positions::slice(Span span) const {
  const std::size_t begin = byte(span.begin);
  const std::size_t end = byte(std::max(span.begin, span.end));
  return raw_.substr(begin, end - begin);
}

int Positions::line_of(std::uint32_t code_point) const {
  const Mark& mark = mark_before(code_point);
  return mark.line + kroniek::line_of(raw_.substr(mark.byte), code_point - mark.code_point);
}

}  // namespace kroniek
