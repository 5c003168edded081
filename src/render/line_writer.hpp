// JSON on one line, written as RapidJSON's writer writes it, but in runs instead of characters.
#pragma once

#include "../ingest/eight_bytes.hpp"
#include "utf8.hpp"

#include <rapidjson/internal/dtoa.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace kroniek::render {

// Gathers short pieces, so that a character costs but a store.
class Gatherer {
 public:
  void operator+=(char c) {
    if (used_ == pieces_.size()) flush();
    pieces_[used_++] = c;
  }
  void operator+=(std::string_view more) {
    if (more.size() > pieces_.size() - used_) flush();
    if (more.size() > pieces_.size()) {
      text_ += more;
    } else {
      std::memcpy(pieces_.data() + used_, more.data(), more.size());
      used_ += more.size();
    }
  }
  void reserve(std::size_t size) { text_.reserve(size); }
  std::string finished() {
    flush();
    return std::move(text_);
  }

 private:
  [[gnu::noinline]] void flush() {
    text_.append(pieces_.data(), used_);
    used_ = 0;
  }
  std::string text_;
  std::array<char, 1024> pieces_;
  std::size_t used_ = 0;
};

// To be called in the order of the text; what is called for in a wrong order is written wrongly.
class LineWriter {
 public:
  void StartObject() { open('{'); }
  void EndObject() { close('}'); }
  void StartArray() { open('['); }
  void EndArray() { close(']'); }
  void Null() { value("null"); }
  void Int64(std::int64_t number) { integer(number); }
  void Uint(std::uint32_t number) { integer(number); }
  void Double(double number) {
    std::array<char, 32> digits{};
    value({digits.data(), static_cast<std::size_t>(rapidjson::internal::dtoa(number, digits.data()) - digits.data())});
  }
  // A name that needs no escapes.
  void Key(const char* name, std::size_t size) {
    if (more_) text_ += ',';
    text_ += '"';
    text_ += std::string_view(name, size);
    text_ += "\":";
    more_ = false;
  }
  // Any bytes: what is no UTF-8 becomes U+FFFD.
  void put(std::string_view text) {
    if (more_) text_ += ',';
    more_ = true;
    text_ += '"';
    if (is_plain(text)) {
      text_ += text;
    } else if (is_utf8(text)) {
      escaped(text);
    } else {
      escaped(repaired_utf8(text));
    }
    text_ += '"';
  }
  // A guess at how much will be written.
  void reserve(std::size_t size) { text_.reserve(size); }
  std::string text() { return text_.finished(); }

 private:
  void open(char bracket) {
    if (more_) text_ += ',';
    text_ += bracket;
    more_ = false;
  }
  void close(char bracket) {
    text_ += bracket;
    more_ = true;
  }
  void value(std::string_view written) {
    if (more_) text_ += ',';
    text_ += written;
    more_ = true;
  }
  template <class Number>
  void integer(Number number) {
    std::array<char, 24> digits{};
    value({digits.data(), static_cast<std::size_t>(std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr - digits.data())});
  }
  void escaped(std::string_view text) {
    std::size_t written = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      while (at + 8 <= text.size() && needs_none(eight_bytes::at(text.data() + at))) at += 8;
      if (at == text.size()) break;
      const auto c = static_cast<unsigned char>(text[at]);
      if (c >= 0x20 && c != '"' && c != '\\') continue;
      text_ += text.substr(written, at - written);
      written = at + 1;
      escape(c);
    }
    text_ += text.substr(written);
  }
  // None of the eight bytes needs an escape.
  static bool needs_none(std::uint64_t bytes) {
    return (eight_bytes::any_below(bytes, 0x20) | eight_bytes::any_is(bytes, '"') | eight_bytes::any_is(bytes, '\\')) == 0;
  }
  // ASCII without anything to escape, as nearly all texts are.
  static bool is_plain(std::string_view text) {
    const auto plain = [](std::uint64_t bytes) { return (bytes & eight_bytes::kHighBits) == 0 && needs_none(bytes); };
    if (text.empty()) return true;
    if (text.size() < 8) {
      auto bytes = eight_bytes::kOnes * ' ';
      std::memcpy(&bytes, text.data(), text.size());
      return plain(bytes);
    }
    for (std::size_t at = 0; at + 8 < text.size(); at += 8) {
      if (!plain(eight_bytes::at(text.data() + at))) return false;
    }
    return plain(eight_bytes::at(text.data() + text.size() - 8));
  }
  void escape(unsigned char c) {
    text_ += '\\';
    switch (c) {
      case '"': text_ += '"'; return;
      case '\\': text_ += '\\'; return;
      case '\b': text_ += 'b'; return;
      case '\f': text_ += 'f'; return;
      case '\n': text_ += 'n'; return;
      case '\r': text_ += 'r'; return;
      case '\t': text_ += 't'; return;
      default: break;
    }
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    text_ += "u00";
    text_ += kDigits[c >> 4U];
    text_ += kDigits[c & 15U];
  }

  Gatherer text_;
  bool more_ = false;  // a comma comes before the next value or name
};

inline void put(LineWriter& w, std::string_view text) { w.put(text); }

}  // namespace kroniek::render
