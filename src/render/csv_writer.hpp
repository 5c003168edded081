// Rows of CSV (RFC 4180).
#pragma once

#include "escape.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace kroniek::render {

// A spreadsheet takes a cell that begins so for a formula.
inline bool looks_like_formula(std::string_view text) { return !text.empty() && std::string_view("=+-@\t\r|%").find(text[0]) != std::string_view::npos; }

class Csv {
 public:
  explicit Csv(char separator) : separator_(separator) {}

  // RFC 4180: quoted where needed, quotation marks doubled, CR LF.
  void cell(std::string_view text) {
    auto words = one_line(text);
    if (looks_like_formula(words)) words.insert(0, 1, '\'');
    if (!first_) out_ += separator_;
    first_ = false;
    if (words.find_first_of("\",;\t|") == std::string::npos && words.find(separator_) == std::string::npos) {
      out_ += words;
      return;
    }
    out_ += '"';
    for (const char c : words) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }
  void cells(std::initializer_list<std::string_view> all) {
    for (const auto text : all) cell(text);
  }
  void end() {
    out_ += "\r\n";
    first_ = true;
  }
  std::string take() { return std::move(out_); }
  void mark() { out_ += "\xEF\xBB\xBF"; }

 private:
  char separator_;
  bool first_ = true;
  std::string out_;
};

}  // namespace kroniek::render
