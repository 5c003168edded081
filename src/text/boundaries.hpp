// Where words and sentences end by the rules of Unicode (UAX #29), as ICU finds them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

// Bytes from the begin of the text, ascending; the last is its end. Empty for an empty text.
struct Boundaries {
  std::vector<std::uint32_t> words, sentences;
  std::vector<std::uint8_t> kinds;  // memory that is used again for the next text
};

// Whether ICU has no rules of its own for the language, but those of Unicode.
bool has_plain_boundaries(const std::string& language);

// Without ICU, for text of Latin letters, digits and the usual punctuation in a language with plain boundaries: the same
// as ICU's. False: the text holds something else, and `boundaries` says nothing.
bool find_plain_boundaries(std::string_view text, Boundaries& boundaries);

// ICU's own, of any UTF-8.
class BoundaryFinder {
 public:
  // Throws std::runtime_error if ICU has no rules.
  explicit BoundaryFinder(const std::string& language);
  ~BoundaryFinder();
  void find(std::string_view text, Boundaries& boundaries);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kroniek
