// Places in the working text as places in the source.
#pragma once

#include "../text/text.hpp"

#include <kroniek/extraction.hpp>

namespace kroniek {

class Places {
 public:
  Places(const Document& document, const Text& text);
  Evidence evidence(TokenId first, TokenId last) const;

 private:
  const Document& document_;
  const Text& text_;
  std::vector<std::uint32_t> line_starts_;  // code points
  std::vector<std::uint32_t> block_bytes_;  // byte of every 256th code point
  std::uint32_t byte_of(std::uint32_t code_point) const;
};

}  // namespace kroniek
