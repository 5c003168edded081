// The way back from the working text to the source.
#include <kroniek/document.hpp>

#include "utf8.hpp"

#include <algorithm>

namespace kroniek {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

// Two runs at one byte: the first only says where the character before it ends. It is needed where
// one character stands for several of the source (a letter and its combining marks).
void SourceMap::add_run(std::uint32_t working_byte, std::uint32_t source_code_point) {
  runs_.push_back({working_byte, source_code_point});
}

void SourceMap::add_marks(std::string_view working) {
  constexpr std::uint32_t kStep = 64;  // bytes
  std::vector<Run> all;
  Run last{0, 0};
  const auto fill = [&](std::uint32_t end) {
    while (end - last.byte > kStep) {
      auto byte = last.byte + kStep;
      while (byte > last.byte && is_continuation(working[byte])) --byte;
      if (byte == last.byte) return;
      last = {byte, last.code_point + static_cast<std::uint32_t>(count_code_points(working.substr(last.byte, byte - last.byte)))};
      all.push_back(last);
    }
  };
  for (const auto& run : runs_) {
    fill(std::min(run.byte, static_cast<std::uint32_t>(working.size())));
    last = run;
    all.push_back(run);
  }
  fill(static_cast<std::uint32_t>(working.size()));
  runs_ = std::move(all);
}

std::uint32_t SourceMap::begin_of(std::string_view working, std::uint32_t byte) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), byte,
                                      [](std::uint32_t place, const Run& run) { return place < run.byte; });
  const Run run = after == runs_.begin() ? Run{0, 0} : *(after - 1);
  return run.code_point + count_code_points(working.substr(run.byte, byte - run.byte));
}

std::uint32_t SourceMap::end_of(std::string_view working, std::uint32_t byte) const {
  if (byte == 0) return begin_of(working, 0);
  const auto at = std::lower_bound(runs_.begin(), runs_.end(), byte,
                                   [](const Run& run, std::uint32_t place) { return run.byte < place; });
  if (runs_.end() - at >= 2 && at->byte == byte && (at + 1)->byte == byte) return at->code_point;
  std::uint32_t last = byte - 1;
  while (last > 0 && is_continuation(working[last])) --last;
  return begin_of(working, last) + 1;
}

std::string_view slice(std::string_view raw, Span span) {
  const std::size_t begin = byte_of(raw, span.begin);
  const std::string_view rest = raw.substr(begin);
  return rest.substr(0, byte_of(rest, span.end > span.begin ? span.end - span.begin : 0));
}

int line_of(std::string_view raw, std::uint32_t code_point) { return 1 + line_ends(raw, 0, byte_of(raw, code_point)); }

}  // namespace kroniek
