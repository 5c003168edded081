#include "inline_text.hpp"

#include "utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <optional>

namespace kroniek {
namespace {

// Bounds on how far a sign looks for its partner keep reading linear.
constexpr std::size_t kLongestLinkText = 1000;
constexpr std::size_t kLongestAddress = 2000;
constexpr std::size_t kLongestEmphasis = 2000;

constexpr bool is_plain(unsigned byte) {
  if (byte < 0x80) {
    return byte > 0x20 && byte != 0x7F && byte != '*' && byte != '_' && byte != '[' && byte != ']' && byte != '!' &&
           byte != '\\';
  }
  // Continuations, and the leads of U+00C0 to U+02FF and of Cyrillic letters: nothing there is white space,
  // invisible or in need of normalising.
  return byte < 0xC0 || (byte >= 0xC3 && byte <= 0xCB) || byte == 0xD0 || byte == 0xD1;
}

constexpr auto kPlain = [] {
  std::array<bool, 256> table{};
  for (unsigned byte = 0; byte < table.size(); ++byte) table[byte] = is_plain(byte);
  return table;
}();

bool plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

bool is_ascii_punctuation(char c) {
  return (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c < '\x7F');
}

// NFC leaves it alone, whatever stands before it.
bool is_stable(char32_t c) {
  if (c < 0x300 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E)) return true;
  const auto code_point = static_cast<UChar32>(c);
  return u_getIntPropertyValue(code_point, UCHAR_NFC_QUICK_CHECK) == UNORM_YES && u_getCombiningClass(code_point) == 0;
}

struct Link {
  std::size_t text_end;  // of "]"
  std::size_t end;       // past ")"
};

// "(address)" or "(address "title")" from `at` on: the place past it.
std::optional<std::size_t> address_end(std::string_view raw, std::size_t at, std::size_t end) {
  if (at >= end || raw[at] != '(') return std::nullopt;
  const std::size_t limit = std::min(end, at + kLongestAddress);
  int depth = 0;
  bool blank = false;
  for (std::size_t i = at; i < limit; ++i) {
    const char c = raw[i];
    if (c == '\n' || c == '\r' || c == '[') return std::nullopt;  // "[" keeps "[a]([a](" linear
    // Words in brackets are text; an address has no blanks but before its title.
    if (blank && c != ' ' && c != '"' && c != '\'' && c != ')') return std::nullopt;
    if (blank && (c == '"' || c == '\'')) {
      const std::size_t close = raw.substr(0, limit).find(c, i + 1);
      if (close == std::string_view::npos) return std::nullopt;
      i = close;
      continue;
    }
    if (c == ' ') blank = true;
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0) return i + 1;
  }
  return std::nullopt;
}

// A link whose "[" is at `at`.
std::optional<Link> link_at(std::string_view raw, std::size_t at, std::size_t end) {
  const std::size_t limit = std::min(end, at + kLongestLinkText);
  for (std::size_t i = at + 1; i < limit; ++i) {
    if (raw[i] == '[') return std::nullopt;  // also what keeps "[[[[..." linear
    if (raw[i] != ']') continue;
    const auto close = address_end(raw, i + 1, end);
    if (!close) return std::nullopt;
    return Link{i, *close};
  }
  return std::nullopt;
}

class InlineReader {
 public:
  InlineReader(std::string_view raw, const SourceRange& range, bool quote, WorkingText& out)
      : raw_(raw), begin_(range.begin), end_(range.end), quote_(quote), out_(out), at_(range.begin), code_point_(range.code_point), out_begin_(out.size()) {}

  std::uint32_t read() {
    while (at_ < end_) {
      if (!take_plain()) take_special();
    }
    if (unstable_) out_.normalise_from(out_begin_);
    return code_point_;
  }

 private:
  // Words and single spaces between them, at one go.
  bool take_plain() {
    std::size_t i = at_;
    while (i < end_ && (plain(raw_[i]) || (raw_[i] == ' ' && i > at_ && i + 1 < end_ && plain(raw_[i + 1])))) ++i;
    if (i == at_) return false;
    emit(raw_.substr(at_, i - at_), code_point_);
    skip_to(i);
    return true;
  }

  void take_special() {
    switch (raw_[at_]) {
      case '*':
        return take_asterisks();
      case '_':
        return take_underscores();
      case '[':
        return take_bracket();
      case '!':
        return take_exclamation_mark();
      case '\\':
        return take_backslash();
      case ']':
        if (at_ == link_.text_end) return skip_to(link_.end);
        return keep(1);
      default:
        return take_character();
    }
  }

  void take_character() {
    const CodePoint c = code_point_at(raw_, at_);
    if (is_white_space(c.value)) return take_white_space();
    if (is_invisible(c.value)) {
      const std::size_t next = at_ + c.bytes;
      const bool line_ends = next < end_ && (raw_[next] == '\n' || raw_[next] == '\r');
      skip_to(next);
      if (c.value == 0xAD && line_ends) {  // a word divided at the end of a line
        take_white_space();
        space_.reset();
      }
      return;
    }
    if (c.value == 0x2019 && is_letter_or_digit(last_emitted()) && is_letter_or_digit(character(at_ + c.bytes))) {
      emit("'", code_point_);
      return skip_to(at_ + c.bytes);
    }
    unstable_ = unstable_ || !is_stable(c.value);
    keep(c.bytes);
  }

  void take_white_space() {
    if (!space_) space_ = code_point_;
    std::size_t i = at_;
    bool line_start = false;
    while (i < end_) {
      const CodePoint c = code_point_at(raw_, i);
      if (is_white_space(c.value)) {
        line_start = line_start || c.value == '\n' || c.value == '\r';
      } else if (!(quote_ && line_start && c.value == '>') && !is_invisible(c.value)) {
        break;
      }
      i += c.bytes;
    }
    skip_to(i);
  }

  void take_asterisks() {
    std::size_t after = at_;
    while (after < end_ && raw_[after] == '*') ++after;
    const char32_t left = before();
    const char32_t right = character(after);
    const bool left_blank = left == 0 || is_white_space(left);
    const bool right_blank = right == 0 || is_white_space(right);
    bool& open = after - at_ > 1 ? strong_ : emphasis_;
    const bool inside_word = is_letter_or_digit(left) && is_letter_or_digit(right);
    // "3 * 4" and "k*t" keep theirs; a note's sign at the start or end of a block does not.
    const bool sign = left_blank && right_blank ? out_.size() > out_begin_ && right != 0 : inside_word && !open;
    if (sign) return keep(after - at_);
    open = !right_blank && !is_letter_or_digit(left);
    skip_to(after);
  }

  void take_underscores() {
    std::size_t after = at_;
    while (after < end_ && raw_[after] == '_') ++after;
    const std::size_t length = after - at_;
    if (at_ == underscore_close_) return skip_to(after);
    const char32_t right = character(after);
    if (length <= 2 && !is_letter_or_digit(before()) && right != 0 && !is_white_space(right)) {
      const std::size_t close = raw_.substr(0, std::min(end_, after + kLongestEmphasis)).find('_', after);
      if (close != std::string_view::npos) {
        std::size_t past = close;
        while (past < end_ && raw_[past] == '_') ++past;
        if (past - close == length && !is_letter_or_digit(character(past)) &&
            !is_white_space(code_point_before(raw_, close))) {
          underscore_close_ = close;
          return skip_to(after);
        }
      }
    }
    keep(length);
  }

  void take_bracket() {
    // An image inside a link: the link of a picture.
    if (at_ + 2 < end_ && raw_[at_ + 1] == '!' && raw_[at_ + 2] == '[') {
      if (const auto image = link_at(raw_, at_ + 2, end_)) {
        if (image->end < end_ && raw_[image->end] == ']') {
          if (const auto close = address_end(raw_, image->end + 1, end_)) return skip_to(*close);
        }
      }
    }
    const auto link = link_at(raw_, at_, end_);
    if (!link) return keep(1);
    link_ = *link;
    skip_to(at_ + 1);
  }

  void take_exclamation_mark() {
    if (at_ + 1 < end_ && raw_[at_ + 1] == '[') {
      if (const auto image = link_at(raw_, at_ + 1, end_)) return skip_to(image->end);
    }
    keep(1);
  }

  void take_backslash() {
    if (at_ + 1 >= end_ || !is_ascii_punctuation(raw_[at_ + 1])) return keep(1);
    skip_to(at_ + 1);
    keep(1);
  }

  void keep(std::size_t bytes) {
    emit(raw_.substr(at_, bytes), code_point_);
    skip_to(at_ + bytes);
  }

  void emit(std::string_view bytes, std::uint32_t code_point) {
    if (space_ && out_.size() > out_begin_) out_.append(" ", *space_);
    space_.reset();
    out_.append(bytes, code_point);
  }

  void skip_to(std::size_t byte) {
    code_point_ += count_code_points(raw_.substr(at_, byte - at_));
    at_ = byte;
  }

  char32_t character(std::size_t byte) const { return byte < end_ ? code_point_at(raw_, byte).value : 0; }
  char32_t before() const { return at_ > begin_ ? code_point_before(raw_, at_) : 0; }
  char32_t last_emitted() const {
    return space_ || out_.size() == out_begin_ ? 0 : code_point_before(out_.text(), out_.size());
  }

  std::string_view raw_;
  std::size_t begin_, end_;
  bool quote_;
  WorkingText& out_;
  std::size_t at_;
  std::uint32_t code_point_;
  std::uint32_t out_begin_;
  std::optional<std::uint32_t> space_;  // a space to come, if more text does
  Link link_{static_cast<std::size_t>(-1), 0};
  std::size_t underscore_close_ = static_cast<std::size_t>(-1);
  bool strong_ = false;
  bool emphasis_ = false;
  bool unstable_ = false;
};

}  // namespace

std::uint32_t append_inline(std::string_view raw, const SourceRange& range, bool quote, WorkingText& out) {
  return InlineReader(raw, range, quote, out).read();
}

bool is_only_links(std::string_view raw, const SourceRange& range) {
  bool any = false;
  std::size_t at = range.begin;
  while (at < range.end) {
    if (raw[at] == '[') {
      const auto link = link_at(raw, at, range.end);
      if (!link) return false;
      at = link->end;
      any = true;
      continue;
    }
    if (is_letter_or_digit(code_point_at(raw, at).value)) return false;
    ++at;
    while (at < range.end && (static_cast<unsigned char>(raw[at]) & 0xC0U) == 0x80U) ++at;
  }
  return any;
}

}  // namespace kroniek
