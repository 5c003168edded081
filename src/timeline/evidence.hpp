// Places in the working text as places in the source.
#pragma once

#include "../ingest/positions.hpp"
#include "../text/text.hpp"

#include <kroniek/extraction.hpp>

namespace kroniek {

class Places {
 public:
  Places(const Document& document, const Text& text) : document_(document), text_(text), positions_(document.raw) {}
  // Tokens [first, last) as they stand in the source.
  Evidence evidence(TokenId first, TokenId last) const;
  // The same without line and plain words.
  RoleWords role_words(Symbol role, Symbol id, TokenId first, TokenId last) const;

 private:
  Span span(TokenId first, TokenId last) const;

  const Document& document_;
  const Text& text_;
  Positions positions_;
};

}  // namespace kroniek
