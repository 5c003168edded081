#include "raw_blocks.hpp"

#include "utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace kroniek {
namespace {

// Lines that head a document, where bylines stand in any company.
constexpr std::uint32_t kHeadLines = 15;
// A file without any blank line is taken in parts of this many.
constexpr std::size_t kMostLines = 8192;

struct Line {
  SourceRange range;         // trimmed, without its sign
  std::uint32_t length = 0;  // in code points
  BlockShape shape = BlockShape::text;
  std::uint8_t level = 0;
  bool quote = false;
  bool bold = false;
  bool alone = false;            // ends its block
  bool weak_list_sign = false;   // a list item only at the start of a group or after another
  bool rule = false;             // "---"
  std::uint32_t sign_bytes = 0;  // of the list sign, should it turn out to be none
  std::uint32_t number = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

// "---", "* * *", "====="
bool is_rule(std::string_view text) {
  const char sign = text.front();
  if (sign != '-' && sign != '*' && sign != '_' && sign != '=') return false;
  std::size_t signs = 0;
  for (const char c : text) {
    if (c == sign) {
      ++signs;
    } else if (!is_blank(c)) {
      return false;
    }
  }
  return signs >= 3;
}

// "22:41", "22.41 uur": the time of a liveblog's item. A word may follow, which no language is asked for.
bool is_clock_time(std::string_view text) {
  if (text.size() > 12 || !is_digit(text.front())) return false;
  std::size_t i = is_digit(text.size() > 1 ? text[1] : ' ') ? 2 : 1;
  if (text.size() < i + 3 || (text[i] != ':' && text[i] != '.')) return false;
  if (!is_digit(text[i + 1]) || !is_digit(text[i + 2])) return false;
  i += 3;
  if (i == text.size()) return true;
  if (text[i] != ' ') return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i) + 1, text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool is_bold(std::string_view text) {
  for (const std::string_view sign : {std::string_view("**"), std::string_view("__")}) {
    if (text.size() > 4 && text.starts_with(sign) && text.ends_with(sign) &&
        text.find(sign, 2) == text.size() - 2 && text[2] != ' ') {
      return true;
    }
  }
  return false;
}

// "[1]: https://..." tells where a link leads; nobody reads it.
bool is_link_definition(std::string_view text) {
  if (text.front() != '[') return false;
  const std::size_t close = text.substr(0, 60).find("]: ");
  return close != std::string_view::npos && text.substr(close + 3).find(' ') == std::string_view::npos;
}

void cut_front(Line& line, std::string_view raw, std::size_t bytes) {
  const std::string_view gone = raw.substr(line.range.begin, bytes);
  const std::uint32_t count = count_code_points(gone);
  line.range.begin += static_cast<std::uint32_t>(bytes);
  line.range.code_point += count;
  line.length -= count;
}

void cut_blanks(Line& line, std::string_view raw) {
  std::size_t i = line.range.begin;
  while (i < line.range.end && is_blank(raw[i])) ++i;
  cut_front(line, raw, i - line.range.begin);
}

std::string_view text_of(const Line& line, std::string_view raw) {
  return raw.substr(line.range.begin, line.range.end - line.range.begin);
}

// The bytes of a list sign with the blanks behind it; 0: there is none.
std::size_t list_sign(std::string_view text, bool& weak) {
  static constexpr std::array<std::string_view, 8> kBullets{"•", "·", "▪", "●", "○", "◦", "‣", "■"};
  static constexpr std::array<std::string_view, 3> kDashes{"–", "—", "+"};
  std::size_t sign = 0;
  weak = false;
  if (text.front() == '-' || text.front() == '*') sign = 1;
  for (const std::string_view bullet : kBullets) {
    if (sign == 0 && text.starts_with(bullet)) sign = bullet.size();
  }
  for (const std::string_view dash : kDashes) {
    if (sign != 0 || !text.starts_with(dash)) continue;
    sign = dash.size();
    weak = true;
  }
  if (sign == 0 && is_digit(text.front())) {
    const std::size_t digits = text.size() > 1 && is_digit(text[1]) ? 2 : 1;
    if (text.size() > digits && (text[digits] == '.' || text[digits] == ')')) sign = digits + 1;
    weak = true;
  }
  if (sign == 0 || sign >= text.size() || !is_blank(text[sign])) return 0;
  while (sign < text.size() && is_blank(text[sign])) ++sign;
  return sign < text.size() ? sign : 0;
}

// What the signs at the start of the line say.
void classify(Line& line, std::string_view raw) {
  while (line.range.begin < line.range.end && raw[line.range.begin] == '>') {
    line.quote = true;
    cut_front(line, raw, 1);
    cut_blanks(line, raw);
  }
  const std::string_view text = text_of(line, raw);
  if (text.empty() || is_rule(text) || is_link_definition(text)) {
    line.rule = true;
    return;
  }
  if (text.front() == '#') {
    const std::size_t level = text.find_first_not_of('#');
    if (level <= 6 && is_blank(text[level])) {
      line.shape = BlockShape::heading;
      line.level = static_cast<std::uint8_t>(level);
      line.alone = true;
      cut_front(line, raw, level);
      cut_blanks(line, raw);
      while (line.range.end > line.range.begin &&
             (raw[line.range.end - 1] == '#' || is_blank(raw[line.range.end - 1]))) {
        --line.range.end;
      }
      return;
    }
  }
  bool weak = false;
  if (const std::size_t sign = list_sign(text, weak); sign > 0) {
    line.shape = BlockShape::list_item;
    line.weak_list_sign = weak;
    line.sign_bytes = static_cast<std::uint32_t>(sign);
    cut_front(line, raw, sign);
    return;
  }
  line.bold = is_bold(text);
  line.alone = line.bold || is_clock_time(text);
}

// A weak sign was text after all.
void take_back_sign(Line& line, std::string_view raw) {
  const std::uint32_t begin = line.range.begin - line.sign_bytes;
  const std::uint32_t count = count_code_points(raw.substr(begin, line.sign_bytes));
  line.range.begin = begin;
  line.range.code_point -= count;
  line.length += count;
  line.shape = BlockShape::text;
}

std::uint32_t first_word_length(std::string_view text) {
  const std::size_t blank = text.find_first_of(" \t");
  return count_code_points(text.substr(0, std::min(blank, text.size())));
}

// Lines between two blank ones. A line end in it is a mere wrap, or it was meant.
class Group {
 public:
  Group(std::string_view raw, const StandsAlone& stands_alone, RawBlocks& result)
      : raw_(raw), stands_alone_(stands_alone), result_(result) {}

  void add(const Line& line) {
    if (lines_.size() == kMostLines) {
      const Line last = lines_.back();
      flush();
      if (open_) before_ = last;
    }
    lines_.push_back(line);
  }

  void flush() {
    if (lines_.empty()) return;
    settle_signs();
    width_ = 0;
    for (const Line& line : lines_) width_ = std::max(width_, line.length);
    all_headings_ = are_headings();
    open_ = before_.has_value();
    bool was_alone = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (line.rule) {
        underline(i);
        open_ = false;
        continue;
      }
      const bool starts = !open_ || !goes_on(i == 0 ? *before_ : lines_[i - 1], line, was_alone);
      bool alone = line.alone;
      if (lines_.size() > 1 && (starts || was_alone || line.number < kHeadLines) && line.length <= 200) {
        alone = alone || stands_alone_(line.range, line.number);
      }
      if (starts || alone) {
        start_block(line);
      } else {
        result_.blocks.back().range.end = line.range.end;
      }
      was_alone = alone || (was_alone && !starts);
      open_ = !line.alone;
    }
    before_.reset();
    for (; first_ < result_.blocks.size(); ++first_) finish(result_.blocks[first_]);
    lines_.clear();
  }

 private:
  void settle_signs() {
    bool in_list = true;
    for (Line& line : lines_) {
      if (line.weak_list_sign && !in_list) take_back_sign(line, raw_);
      in_list = line.shape == BlockShape::list_item || (in_list && &line != &lines_.front());
    }
  }

  // Lines of a list of titles, or of a heading and what is above it.
  bool are_headings() const {
    const std::string_view last = text_of(lines_.back(), raw_);
    if (lines_.size() <= 3 && lines_.front().number < kHeadLines && !ends_sentence(last)) return true;
    // Nobody wraps at less than 60, but for narrow columns, and there some lines begin small.
    return width_ < 60 && !last.ends_with('.') && std::none_of(lines_.begin(), lines_.end(), [this](const Line& line) {
             return starts_lower(text_of(line, raw_));
           });
  }

  // The line end between the two is a wrap. `after_alone`: the first of the two stands for itself.
  bool goes_on(const Line& last, const Line& line, bool after_alone) const {
    if (line.shape != BlockShape::text || line.quote != last.quote) return false;
    const std::string_view text = text_of(line, raw_);
    const bool ended = ends_sentence(text_of(last, raw_));
    if (!ended && starts_lower(text)) return true;
    if (all_headings_ || after_alone) return false;
    // What would have fitted on the line before was put on a new one by will. Nobody wraps at more than 160.
    const bool would_fit = last.length + 1 + first_word_length(text) <= width_ - width_ / 20;
    return !would_fit && !(ended && width_ > 160);
  }

  // "====" or "----" below a short line makes it a heading.
  void underline(std::size_t i) {
    const auto text = text_of(lines_[i], raw_);
    if (i == 0 || text.empty() || result_.blocks.size() <= first_) return;
    const char sign = text.front();
    const bool one_line = i == 1 || lines_[i - 2].rule;
    if (!one_line || (sign != '=' && sign != '-') || lines_[i - 1].length > 120) return;
    RawBlock& block = result_.blocks.back();
    if (block.shape != BlockShape::text) return;
    block.shape = BlockShape::heading;
    block.level = sign == '=' ? 1 : 2;
  }

  void start_block(const Line& line) {
    RawBlock block;
    block.first = result_.blocks.size() == first_;
    block.range = line.range;
    if (const std::size_t label = label_bytes(line); label > 0) {
      RawBlock heading = block;
      heading.bold = true;
      heading.line = line.number;
      heading.range.end = heading.range.begin + static_cast<std::uint32_t>(label);
      result_.blocks.push_back(heading);
      block.first = false;
      block.range.begin = heading.range.end;
      block.range.code_point += count_code_points(raw_.substr(heading.range.begin, label));
    }
    block.shape = line.shape;
    block.level = line.level;
    block.quote = line.quote;
    block.bold = line.bold;
    block.line = line.number;
    result_.blocks.push_back(block);
  }

  // "**Wapens** De minister ...": bytes of a heading that stands in the line of its paragraph.
  std::size_t label_bytes(const Line& line) const {
    const std::string_view text = text_of(line, raw_);
    if (line.shape != BlockShape::text || line.quote || !text.starts_with("**")) return 0;
    const std::size_t close = text.substr(0, 80).find("**", 2);
    if (close == std::string_view::npos || text.substr(close + 2, 1) != " ") return 0;
    const std::string_view label = text.substr(2, close - 2);
    if (label.empty() || !is_upper(code_point_at(label, 0).value)) return 0;
    if (!is_letter_or_digit(code_point_before(label, label.size()))) return 0;
    const std::string_view rest = text.substr(close + 3);
    if (rest.empty() || starts_lower(rest)) return 0;
    const char32_t next = code_point_at(rest, 0).value;
    return is_upper(next) || next == U'„' || next == U'“' || next == U'‘' || next == U'"' ? close + 2 : 0;
  }

  void finish(RawBlock& block) const {
    const std::string_view text = raw_.substr(block.range.begin, block.range.end - block.range.begin);
    const auto is_sign = [](char c) { return c == '*' || c == '_'; };
    block.emphasised = text.size() > 2 && is_sign(text.front()) && is_sign(text.back());
  }

  std::string_view raw_;
  const StandsAlone& stands_alone_;
  RawBlocks& result_;
  std::vector<Line> lines_;
  std::size_t first_ = 0;
  std::uint32_t width_ = 0;
  bool all_headings_ = false;
  bool open_ = false;           // the last block may go on
  std::optional<Line> before_;  // the line before these, if they were too many for one group
};

// Form feeds end a page, and with it a line.
std::size_t find_line_end(std::string_view raw, std::size_t from, std::size_t end) {
  while (from < end && raw[from] != '\n' && raw[from] != '\r' && raw[from] != '\f') ++from;
  return from;
}

// What stands on the line before `byte` (the date of a first line) filled it as well.
std::uint32_t columns_before(std::string_view raw, std::size_t byte) {
  std::size_t begin = byte;
  while (begin > 0 && byte - begin < 100 && raw[begin - 1] != '\n' && raw[begin - 1] != '\r') --begin;
  return count_code_points(raw.substr(begin, byte - begin));
}

}  // namespace

bool ends_sentence(std::string_view text) {
  if (text.ends_with('.')) return true;
  // Closing signs that may follow the full stop.
  static constexpr std::array<std::string_view, 11> kClosers{"\"", "'", ")", "]", "*", "_", "”", "’", "»", "›", "“"};
  bool cut = true;
  for (int signs = 0; cut && signs < 8; ++signs) {
    cut = false;
    for (const std::string_view closer : kClosers) {
      if (!text.ends_with(closer)) continue;
      text.remove_suffix(closer.size());
      cut = true;
    }
    while (text.ends_with(' ')) text.remove_suffix(1);
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

bool starts_lower(std::string_view text) {
  for (std::size_t i = 0; i < text.size() && i < 12;) {
    const CodePoint c = code_point_at(text, i);
    if (is_letter(c.value)) return is_lower(c.value);
    if (is_letter_or_digit(c.value)) return false;
    i += c.bytes;
  }
  return false;
}

RawBlocks split_blocks(std::string_view raw, const SourceRange& range, const StandsAlone& stands_alone) {
  RawBlocks result;
  Group group(raw, stands_alone, result);
  std::uint32_t code_point = range.code_point;
  for (std::size_t begin = range.begin; begin < range.end;) {
    const std::size_t end = find_line_end(raw, begin, range.end);
    const std::string_view whole = raw.substr(begin, end - begin);
    const std::string_view inner = trimmed(whole);
    const std::uint32_t whole_count = count_code_points(whole);
    if (inner.empty()) {
      group.flush();
    } else {
      const auto lead = static_cast<std::size_t>(inner.data() - whole.data());
      const std::uint32_t lead_count = count_code_points(whole.substr(0, lead));
      const std::uint32_t tail_count = count_code_points(whole.substr(lead + inner.size()));
      Line line;
      line.range = {static_cast<std::uint32_t>(begin + lead), static_cast<std::uint32_t>(begin + lead + inner.size()),
                    code_point + lead_count};
      line.length = whole_count - lead_count - tail_count + (begin == range.begin ? columns_before(raw, begin) : 0);
      line.number = result.lines++;
      classify(line, raw);
      group.add(line);
    }
    const bool pair = end + 1 < range.end && raw[end] == '\r' && raw[end + 1] == '\n';
    if (end < range.end && raw[end] == '\f') group.flush();
    code_point += whole_count + (end < range.end ? (pair ? 2 : 1) : 0);
    begin = end + (pair ? 2 : 1);
  }
  group.flush();
  return result;
}

}  // namespace kroniek
