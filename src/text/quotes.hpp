// Quotations of a text: which marks open one, which close it, and which are apostrophes.
#pragma once

#include "text.hpp"

#include <kroniek/document.hpp>

#include <cstdint>
#include <vector>

namespace kroniek {

inline constexpr std::uint32_t kNoQuote = 0xFFFFFFFF;

// A quotation never leaves its block. One of several paragraphs, each opened anew and only the last closed,
// is a chain of quotes: all but the last are not closed and lead to the next.
struct Quote {
  TokenId open = 0;                // the mark that opens it
  TokenId close = 0;               // the mark that closes it; one past the text that it may hold if not closed
  bool closed = true;
  std::uint32_t block = 0;         // index into Document::blocks
  std::uint32_t outer = kNoQuote;  // the quotation around it
  std::uint32_t next = kNoQuote;   // its continuation in the next block
  bool continues = false;          // another quotation leads to it
  TokenId first() const { return open + 1; }
  TokenId last() const { return close; }                       // [first, last): the words between the marks
  TokenId end() const { return closed ? close + 1 : close; }   // one past the whole
};

// By the opening mark. A mark that nothing closes holds its text up to the next mark of its kind or the end
// of its block; it is `closed == false` without `next`, and nothing else may rely on its extent.
std::vector<Quote> find_quotes(const Text& text, const Document& document);

}  // namespace kroniek
