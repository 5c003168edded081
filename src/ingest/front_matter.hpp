// A YAML block between "---" lines at the head of a text.
#pragma once

#include "inline_text.hpp"

#include <kroniek/diagnostic.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

struct FrontMatterValue {
  std::string text;
  int line = 0;                      // of the file
  std::optional<SourceRange> place;  // if it stands in the source as it is
};

struct FrontMatter {
  std::size_t end = 0;  // of its last line in the source, in bytes; 0: there is none
  std::optional<FrontMatterValue> title, published, language, url, author;
};

// Reads it at `begin`. A fault is a warning; what can be read all the same, is.
FrontMatter read_front_matter(std::string_view name, std::string_view raw, std::size_t begin,
                              std::vector<Diagnostic>& diagnostics);

}  // namespace kroniek
