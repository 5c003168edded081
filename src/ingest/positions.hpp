// Many look-ups in one source: slice() and line_of() of document.hpp without walking from its start.
#pragma once

#include <kroniek/document.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kroniek {

// Refers to `raw`, which must outlive it.
class Positions {
 public:
  explicit Positions(std::string_view raw);
  std::string_view slice(Span span) const;
  int line_of(std::uint32_t code_point) const;

 private:
  struct Mark {
    std::uint32_t byte, code_point;
    int line;  // line ends before it
  };
  std::vector<Mark>::const_iterator mark_before(std::uint32_t code_point) const;
  std::size_t byte(std::uint32_t code_point) const;

  std::string_view raw_;
  std::vector<Mark> marks_;  // the last is the end
};

}  // namespace kroniek
