// Characters that do not show, and regular expressions that can take very long.
#include "lint.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdio>

namespace kroniek {

namespace {

std::string hex(UChar32 c) {
  char text[16];
  std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(c));
  return text;
}

bool invisible(UChar32 c) {
  if (c == '\n' || c == '\r') return false;
  if (c == '\t') return true;
  const auto type = u_charType(c);
  return type == U_CONTROL_CHAR || (type == U_FORMAT_CHAR && c != 0x200D) || c == 0x00A0 || c == 0xFFFD;
}

Finding& at_bytes(const SourceFile& file, int line, std::size_t column, const char* code, std::string message, std::string hint, Findings& findings) {
  auto& finding = findings.add(file, yaml::Node(), "", code, std::move(message), std::move(hint));
  const auto text = file.line(line);
  finding.at.line = line;
  finding.line_text = text;
  finding.at.column = 1 + static_cast<int>(std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(column), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  finding.length = 1;
  return finding;
}

void characters(const SourceFile& file, Findings& findings) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  for (std::size_t l = 0; l < file.lines.size(); ++l) {
    const auto number = static_cast<int>(l) + 1;
    const auto line = file.line(number);
    if (std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F; })) continue;
    const auto text = icu::UnicodeString::fromUTF8({line.data(), static_cast<int32_t>(line.size())});
    std::size_t begin = 0;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
      const auto c = text.char32At(i);
      const auto end = begin + static_cast<std::size_t>(U8_LENGTH(c));
      if (c == 0xFFFD && line.substr(begin, 3) != "\xEF\xBF\xBD") {
        at_bytes(file, number, std::min(begin, line.size()), "text.control", "bytes that are no UTF-8", "save the file as UTF-8", findings);
        break;
      }
      if (invisible(c)) {
        auto& finding = at_bytes(file, number, begin, "text.control", "the character " + hex(c) + " cannot be seen", "remove it, or write a space", findings);
        finding.fix.push_back({file.name, file.lines[l] + begin, file.lines[l] + end, c == '\t' || c == 0x00A0 ? " " : ""});
      }
      begin = end;
    }
    if (nfc == nullptr || U_FAILURE(status)) continue;
    const auto normal = nfc->normalize(text, status);
    if (U_FAILURE(status) || normal == text) continue;
    int32_t first = 0;
    while (first < text.length() && first < normal.length() && text[first] == normal[first]) ++first;
    std::string before, fixed;
    text.tempSubString(0, first).toUTF8String(before);
    normal.toUTF8String(fixed);
    auto& finding = at_bytes(file, number, std::min(before.size(), line.size()), "text.not-nfc", "the line is not in Unicode normal form C; texts are", "write letters with their accents as one character", findings);
    finding.fix.push_back({file.name, file.lines[l], file.lines[l] + line.size(), fixed});
  }
}

void quotes(const SourceFile& file, const yaml::Node& node, const std::string& rule, Findings& findings) {
  static const std::string curly = "\xE2\x80\x99";
  const auto& text = node.text();
  const auto at = text.find(curly);
  if (at == std::string::npos) return;
  auto& finding = findings.add(file, node, rule, "text.quotes", "'" + text + "' has a curly apostrophe, but texts are read with straight ones", "write '");
  auto [begin, end] = range_of(file, node);
  const auto place = file.text.find(curly, begin);
  if (end > begin && place < end && file.text[begin] != '\'') finding.fix.push_back({file.name, place, place + curly.size(), "'"});
}

// Reads as much of a regular expression as is needed to see what repeats what.
class RegexReader {
 public:
  explicit RegexReader(std::string_view text) : text_(text) {}

  // What can take very long; empty: nothing is seen.
  std::string trouble() {
    alternatives();
    return trouble_;
  }

 private:
  struct Item {
    bool optional = false, unbounded = false;
    std::string_view atom;
  };

  // Whether some alternative is one unbounded item and otherwise nothing that must be there.
  bool alternatives() {
    bool loose = sequence();
    while (at_ < text_.size() && text_[at_] == '|') {
      ++at_;
      loose |= sequence();
    }
    return loose;
  }

  bool sequence() {
    std::vector<Item> items;
    while (at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')') {
      const auto begin = at_;
      const bool loose_group = atom();
      Item item;
      item.atom = text_.substr(begin, at_ - begin);
      quantifier(item);
      if (loose_group && item.unbounded && trouble_.empty()) trouble_ = "a repeated group that holds nothing but a repetition: " + std::string(text_.substr(begin, at_ - begin));
      if (!items.empty() && items.back().unbounded && item.unbounded && items.back().atom == item.atom && trouble_.empty()) trouble_ = "the same repetition twice in a row: " + std::string(item.atom);
      items.push_back(item);
    }
    const auto needed = std::count_if(items.begin(), items.end(), [](const Item& i) { return !i.optional || i.unbounded; });
    const auto unbounded = std::count_if(items.begin(), items.end(), [](const Item& i) { return i.unbounded; });
    return needed == 1 && unbounded == 1;
  }

  bool atom() {
    const char c = text_[at_];
    if (c == '\\') {
      at_ = std::min(at_ + 2, text_.size());
      return false;
    }
    if (c == '[') {
      set();
      return false;
    }
    if (c != '(') {
      ++at_;
      return false;
    }
    ++at_;
    const bool look = text_.substr(at_, 2) == "?=" || text_.substr(at_, 2) == "?!" || text_.substr(at_, 2) == "?<";
    while (at_ < text_.size() && text_[at_] == '?') {
      ++at_;
      while (at_ < text_.size() && text_[at_] != ':' && text_[at_] != '=' && text_[at_] != '!' && text_[at_] != ')') ++at_;
      if (at_ < text_.size() && text_[at_] != ')') ++at_;
      break;
    }
    const bool loose = alternatives();
    if (at_ < text_.size()) ++at_;
    return loose && !look;
  }

  void set() {
    ++at_;
    if (at_ < text_.size() && text_[at_] == '^') ++at_;
    if (at_ < text_.size() && text_[at_] == ']') ++at_;
    while (at_ < text_.size() && text_[at_] != ']') {
      if (text_[at_] == '\\') ++at_;
      if (text_.substr(at_, 2) == "[:") at_ = std::min(text_.find(":]", at_), text_.size() - 1) + 1;
      ++at_;
    }
    if (at_ < text_.size()) ++at_;
  }

  void quantifier(Item& item) {
    if (at_ >= text_.size()) return;
    const char c = text_[at_];
    if (c == '*' || c == '+' || c == '?') {
      item.optional = c != '+';
      item.unbounded = c != '?';
      ++at_;
    } else if (c == '{' && at_ + 1 < text_.size() && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9') {
      const auto close = text_.find('}', at_);
      if (close == std::string_view::npos) return;
      item.optional = text_[at_ + 1] == '0';
      item.unbounded = text_[close - 1] == ',';
      at_ = close + 1;
    } else {
      return;
    }
    if (at_ < text_.size() && text_[at_] == '+') item.unbounded = false;  // possessive: no way back
    if (at_ < text_.size() && (text_[at_] == '?' || text_[at_] == '+')) ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string trouble_;
};

void regexes(const SourceFile& file, Findings& findings) {
  if (!file.root.is_map()) return;
  for (const auto& section : file.root) {
    if (!section.second.is_list()) continue;
    for (const auto& rule : section.second) {
      const auto match = child(rule, "match");
      if (!match.is_defined() || !match.is_scalar()) continue;
      const auto trouble = RegexReader(match.text()).trouble();
      if (!trouble.empty()) findings.add(file, match, scalar_of(rule, "id"), "regex.blow-up", "it can take very long: " + trouble, "let each repetition begin with something that the one inside cannot match");
    }
  }
}

}  // namespace

void lint_files(const PackModel& model, Findings& findings) {
  for (const auto& file : model.files) {
    characters(file, findings);
    if (file.name == "text/furniture.yaml") regexes(file, findings);
  }
  for (const auto& pattern : pattern_nodes(model)) quotes(model.files[pattern.rule->file], pattern.node, pattern.rule->id, findings);
  for (const auto& list : word_lists(model)) {
    for (const char* key : {"words", "except"}) {
      for (const auto& word : scalars(child(list.node, key))) quotes(model.files[list.file], word, "", findings);
    }
  }
}

}  // namespace kroniek
