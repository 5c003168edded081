// What is wrong with an input, as a value: the library never prints.
#pragma once

#include <cstdint>
#include <string>

namespace kroniek {

enum class Severity : std::uint8_t { note, warning, error };

// One finding. `message` says what is wrong, `hint` the way out (may be empty). Lines and columns count
// from 1; 0 means that the place is not known. `offset` is a byte offset where bytes are the matter.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;  // "input.not-utf8", "rule.unknown-key"
  std::string file;
  int line = 0;
  int column = 0;
  std::string message;
  std::string hint;
};

// "file:line:column: error: message [code]" and the hint on a line of its own.
std::string to_text(const Diagnostic& diagnostic);

}  // namespace kroniek
