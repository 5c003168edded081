// The working text as it grows, each character with its place in the source.
#pragma once

#include <kroniek/document.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

class WorkingText {
 public:
  const std::string& text() const { return text_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  std::string_view view(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(text_).substr(begin, end - begin);
  }
  void reserve(std::size_t bytes) { text_.reserve(bytes); }

  // Whole characters, which stand in the source one after the other from `code_point` on.
  void append(std::string_view bytes, std::uint32_t code_point);
  // The last character stands for all of the source up to `code_point`.
  void end_last_at(std::uint32_t code_point);
  // Takes [begin, end) of another text.
  void append_from(const WorkingText& other, std::uint32_t begin, std::uint32_t end);
  // The source place of the character that starts at `byte`.
  std::uint32_t place_of(std::uint32_t byte) const;
  void truncate(std::uint32_t size);
  // Brings what follows `begin` to NFC.
  void normalise_from(std::uint32_t begin);

  // Both leave this text empty.
  SourceMap take_map();
  std::string take_text();

 private:
  struct Run {
    std::uint32_t byte, code_point;
  };
  void start_run(std::uint32_t code_point);
  void normalise_segment(const std::u32string& segment, const std::vector<std::uint32_t>& places);
  void append_character(char32_t c, std::uint32_t code_point);

  std::string text_;
  std::vector<Run> runs_;
  std::vector<Run> ends_;   // where a character stands for more than one of the source
  std::uint32_t next_ = 0;  // the source place that goes on the run
  bool fresh_run_ = true;   // the next character starts one all the same
};

}  // namespace kroniek
