// What LineWriter writes is what RapidJSON writes.
#include "../../src/render/json_parts.hpp"
#include "../../src/render/line_writer.hpp"

#include <doctest/doctest.h>

#include <rapidjson/writer.h>

#include <cstdint>
#include <limits>
#include <random>
#include <string>

using namespace kroniek::render;

namespace {

template <class W>
void write(W& w, const std::string& text, std::int64_t number, double fraction) {
  w.StartObject();
  field(w, "text", text);
  key(w, "list");
  w.StartArray();
  w.Int64(number);
  w.Uint(static_cast<unsigned>(number & 0xFFFF));
  w.Double(fraction);
  w.Null();
  w.StartArray();
  w.EndArray();
  w.StartObject();
  w.EndObject();
  put(w, text);
  w.EndArray();
  optional_field(w, "empty", "");
  nullable_field(w, "none", "");
  w.EndObject();
}

void compare(const std::string& text, std::int64_t number, double fraction) {
  StringSink sink;
  rapidjson::Writer<StringSink> theirs(sink);
  LineWriter ours;
  write(theirs, text, number, fraction);
  write(ours, text, number, fraction);
  CHECK(ours.text() == sink.text());
}

}  // namespace

TEST_CASE("Every byte, alone and between letters") {
  for (int c = 0; c < 256; ++c) {
    compare(std::string(1, static_cast<char>(c)), c, c / 8.0);
    compare("a" + std::string(1, static_cast<char>(c)) + "b", -c, 1.0 / (c + 1));
  }
}

TEST_CASE("Numbers at the ends of their range") {
  for (const auto number : {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(), std::int64_t{0}}) compare("", number, 0.001);
  for (const double fraction : {0.0, 1.5, -2.25, 1e21, 1e-7, 123456789.125, 0.1}) compare("", 1, fraction);
}

TEST_CASE("Random bytes and random text") {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> byte(0, 255), length(0, 40), piece(0, 7);
  const std::string pieces[] = {"\u00e9", "\u201d", "\U0001F600", "\"", "\\", "\n", "tekst ", "\x01"};
  for (int i = 0; i < 2000; ++i) {
    std::string bytes, text;
    for (int n = length(random); n > 0; --n) bytes += static_cast<char>(byte(random));
    for (int n = length(random); n > 0; --n) text += pieces[piece(random)];
    compare(bytes, i, i / 1000.0);
    compare(text, -i, i / 3.0);
  }
}
