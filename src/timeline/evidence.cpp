#include "evidence.hpp"

#include <algorithm>

namespace kroniek {

namespace {
constexpr std::uint32_t kStride = 256;
bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }
}  // namespace

Places::Places(const Document& document, const Text& text) : document_(document), text_(text) {
  line_starts_.push_back(0);
  std::uint32_t code_point = 0;
  for (std::uint32_t byte = 0; byte < document.raw.size(); ++byte) {
    const char c = document.raw[byte];
    if (!starts_character(c)) continue;
    if (code_point % kStride == 0) block_bytes_.push_back(byte);
    ++code_point;
    if (c == '\n') line_starts_.push_back(code_point);
  }
}

std::uint32_t Places::byte_of(std::uint32_t code_point) const {
  const auto block = code_point / kStride;
  if (block >= block_bytes_.size()) return static_cast<std::uint32_t>(document_.raw.size());
  auto byte = block_bytes_[block];
  for (auto left = code_point % kStride; byte < document_.raw.size(); ++byte) {
    if (!starts_character(document_.raw[byte])) continue;
    if (left-- == 0) break;
  }
  return byte;
}

Evidence Places::evidence(TokenId first, TokenId last) const {
  Evidence evidence;
  if (first >= last) return evidence;
  evidence.span.begin = document_.map.begin_of(document_.text, text_.tokens[first].begin);
  evidence.span.end = document_.map.end_of(document_.text, text_.tokens[last - 1].end);
  const auto begin = byte_of(evidence.span.begin);
  evidence.text = document_.raw.substr(begin, byte_of(evidence.span.end) - begin);
  const auto line = std::upper_bound(line_starts_.begin(), line_starts_.end(), evidence.span.begin) - line_starts_.begin();
  evidence.line = static_cast<int>(line);
  return evidence;
}

}  // namespace kroniek
