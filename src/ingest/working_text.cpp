#include "working_text.hpp"

#include "utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

namespace kroniek {
namespace {

// A look-up counts the characters of one run, so a run must not be long.
constexpr std::uint32_t kLongestRun = 512;
// More marks than this on one letter are no writing, and sorting them would take long.
constexpr std::size_t kLongestSegment = 64;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

const icu::Normalizer2* nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  return U_SUCCESS(status) ? normalizer : nullptr;
}

}  // namespace

void WorkingText::start_run(std::uint32_t code_point) {
  if (!runs_.empty() && runs_.back().byte == size()) {
    runs_.back().code_point = code_point;
  } else {
    runs_.push_back({size(), code_point});
  }
  next_ = code_point;
  fresh_run_ = false;
}

void WorkingText::append(std::string_view bytes, std::uint32_t code_point) {
  if (bytes.empty()) return;
  if (fresh_run_ || code_point != next_) start_run(code_point);
  while (size() - runs_.back().byte + bytes.size() > kLongestRun) {
    std::size_t part = std::min<std::size_t>(kLongestRun - std::min(kLongestRun, size() - runs_.back().byte), bytes.size());
    while (part < bytes.size() && is_continuation(bytes[part])) ++part;
    next_ += count_code_points(bytes.substr(0, part));
    text_.append(bytes.substr(0, part));
    bytes.remove_prefix(part);
    if (bytes.empty()) return;
    start_run(next_);
  }
  next_ += count_code_points(bytes);
  text_.append(bytes);
}

void WorkingText::append_character(char32_t c, std::uint32_t code_point) {
  std::string bytes;
  append_utf8(bytes, c);
  append(bytes, code_point);
}

void WorkingText::end_last_at(std::uint32_t code_point) {
  ends_.push_back({size(), code_point});
  fresh_run_ = true;
}

void WorkingText::append_from(const WorkingText& other, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return;
  const auto before = [](std::uint32_t byte, const Run& run) { return byte < run.byte; };
  auto run = std::upper_bound(other.runs_.begin(), other.runs_.end(), begin, before);
  const std::uint32_t shift = size() - begin;  // wraps, and wraps back
  start_run(other.place_of(begin));
  for (; run != other.runs_.end() && run->byte < end; ++run) runs_.push_back({run->byte + shift, run->code_point});
  for (auto mark = std::upper_bound(other.ends_.begin(), other.ends_.end(), begin, before);
       mark != other.ends_.end() && mark->byte <= end; ++mark) {
    ends_.push_back({mark->byte + shift, mark->code_point});
  }
  text_.append(other.view(begin, end));
  fresh_run_ = true;
}

std::uint32_t WorkingText::place_of(std::uint32_t byte) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), byte,
                                      [](std::uint32_t place, const Run& run) { return place < run.byte; });
  const Run run = after == runs_.begin() ? Run{0, 0} : *(after - 1);
  return run.code_point + count_code_points(view(run.byte, byte));
}

void WorkingText::truncate(std::uint32_t new_size) {
  while (!runs_.empty() && runs_.back().byte >= new_size) runs_.pop_back();
  while (!ends_.empty() && ends_.back().byte > new_size) ends_.pop_back();
  text_.resize(new_size);
  fresh_run_ = true;
}

void WorkingText::normalise_segment(const std::u32string& segment, const std::vector<std::uint32_t>& places) {
  if (segment.empty()) return;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = nfc();
  const icu::UnicodeString before = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(segment.data()),
                                                                  static_cast<std::int32_t>(segment.size()));
  const icu::UnicodeString after = normalizer == nullptr ? before : normalizer->normalize(before, status);
  if (U_FAILURE(status) || after == before) {
    for (std::size_t i = 0; i < segment.size(); ++i) append_character(segment[i], places[i]);
    return;
  }
  std::size_t i = 0;
  for (std::int32_t at = 0; at < after.length(); at = after.moveIndex32(at, 1), ++i) {
    append_character(static_cast<char32_t>(after.char32At(at)), places[std::min(i, places.size() - 1)]);
  }
  end_last_at(places.back() + 1);
}

void WorkingText::normalise_from(std::uint32_t begin) {
  const icu::Normalizer2* normalizer = nfc();
  if (normalizer == nullptr || begin >= size()) return;
  WorkingText old;
  old.append_from(*this, begin, size());
  truncate(begin);
  std::u32string segment;
  std::vector<std::uint32_t> places;
  auto run = old.runs_.begin();
  std::uint32_t place = run->code_point;
  for (std::uint32_t byte = 0; byte < old.size();) {
    if (run + 1 != old.runs_.end() && (run + 1)->byte == byte) place = (++run)->code_point;
    const CodePoint c = code_point_at(old.text_, byte);
    if (normalizer->hasBoundaryBefore(static_cast<UChar32>(c.value)) != 0 || segment.size() >= kLongestSegment) {
      normalise_segment(segment, places);
      segment.clear();
      places.clear();
    }
    segment.push_back(c.value);
    places.push_back(place++);
    byte += c.bytes;
  }
  normalise_segment(segment, places);
}

SourceMap WorkingText::take_map() {
  SourceMap map;
  auto mark = ends_.begin();
  for (const Run& run : runs_) {
    for (; mark != ends_.end() && mark->byte <= run.byte; ++mark) map.add_run(mark->byte, mark->code_point);
    map.add_run(run.byte, run.code_point);
  }
  // At the end of the text no run follows that would make the mark one.
  for (; mark != ends_.end(); ++mark) {
    map.add_run(mark->byte, mark->code_point);
    map.add_run(mark->byte, mark->code_point);
  }
  map.add_marks(text_);
  runs_ = {};
  ends_ = {};
  return map;
}

std::string WorkingText::take_text() { return std::exchange(text_, std::string()); }

}  // namespace kroniek
