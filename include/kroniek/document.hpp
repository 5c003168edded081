// A source as the stages read it.
#pragma once

#include <kroniek/date.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

// A half-open range of Unicode code points in the source file as it is.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Span&, const Span&) = default;
};

struct Publication {
  DateValue date;      // a day, a month or a year
  std::string basis;   // "option", "metadata", "first line", "byline"
  std::optional<Span> span;  // where it was read in the source, if there
};

// Leads from bytes of the working text to code points of the source. Within a run every code point of the
// working text stands for one code point of the source, in order.
class SourceMap {
 public:
  // Runs are added in the order of the working text.
  void add_run(std::uint32_t working_byte, std::uint32_t source_code_point);
  // To be called once after the last add_run: adds runs so that no look-up walks far. What it leads to stays the same.
  void add_marks(std::string_view working);
  // The source place of the character that starts at `byte` of `working`.
  std::uint32_t begin_of(std::string_view working, std::uint32_t byte) const;
  // One past the source place of the character that ends before `byte`.
  std::uint32_t end_of(std::string_view working, std::uint32_t byte) const;

 private:
  struct Run {
    std::uint32_t byte, code_point;
  };
  std::vector<Run> runs_;
};

enum class BlockKind : std::uint8_t { title, heading, paragraph, list_item, pull_quote, caption };

// A piece of the working text, in bytes. Blocks are in order and do not overlap.
struct Block {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  BlockKind kind = BlockKind::paragraph;
};

// `raw` is the source; `text` is what is read of it: NFC, single spaces for line ends and runs of white
// space, without markup, furniture, soft hyphens and zero-width characters, typographic apostrophes between
// letters as '. Sentences never cross a block; a sentence that furniture cut in two stands whole in one.
struct Document {
  std::string id;
  std::string source;  // path as given, or the NDJSON field
  std::uint32_t source_line = 0;  // first line in the file, for NDJSON; 0 for a file of its own
  std::string title;
  std::string language;
  std::string url;
  std::string author;
  std::optional<Publication> published;
  bool extracted = false;  // `raw` was taken out of another format (HTML, PDF, ...), and is no file by itself
  std::string sha256;  // of `raw`, lower-case hexadecimal
  std::string raw;
  std::string text;
  std::vector<Block> blocks;
  SourceMap map;
};

// The part of `raw` that `span` covers (code points).
std::string_view slice(std::string_view raw, Span span);
// The line of `raw` (from 1) that holds the code point.
int line_of(std::string_view raw, std::uint32_t code_point);

}  // namespace kroniek
