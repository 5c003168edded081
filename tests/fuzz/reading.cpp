#include "oracles.hpp"
#include "targets.hpp"

#include "../../src/ingest/convert.hpp"
#include "../../src/ingest/front_matter.hpp"
#include "../../src/ingest/utf8.hpp"

#include <sstream>

namespace fuzz {

using namespace kroniek;

void front_matter(std::string_view data) {
  if (!is_utf8(data)) return;
  const std::string raw = "---\n" + std::string(data) + "\n---\nTekst.\n";
  std::vector<Diagnostic> findings;
  const auto matter = read_front_matter("f.md", raw, 0, findings);
  require(matter.end <= raw.size(), "it ends in the text");
  for (const auto* value : {&matter.title, &matter.published, &matter.language, &matter.url, &matter.author}) {
    if (!*value || !(*value)->place) continue;
    const auto& place = *(*value)->place;
    require(raw.substr(place.begin, place.end - place.begin) == (*value)->text, "a value stands where it says", (*value)->text);
    require(count_code_points(std::string_view(raw).substr(0, place.begin)) == place.code_point, "a place is counted in code points", (*value)->text);
  }
}

void ingest_text(std::string_view data) {
  const auto read = kroniek::ingest_text("f.md", data, pack(), {data.size() % 2 == 0 ? "2025-03-19" : ""});
  require_ingested(read);
}

namespace {

void number(std::string& out, std::size_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(i < 8 ? (value >> (8 * i)) & 0xFFU : 0U);
}

// A ZIP archive with one member, not packed: so that the bytes of the input are the XML.
std::string archive(std::string_view name, std::string_view data) {
  std::string out("PK\x03\x04", 4);
  number(out, 20, 2), number(out, 0, 4), number(out, 0, 8);
  number(out, data.size(), 4), number(out, data.size(), 4), number(out, name.size(), 2), number(out, 0, 2);
  out.append(name).append(data);
  const auto directory = out.size();
  out.append("PK\x01\x02", 4);
  number(out, 20, 2), number(out, 20, 2), number(out, 0, 4), number(out, 0, 8);
  number(out, data.size(), 4), number(out, data.size(), 4), number(out, name.size(), 2), number(out, 0, 10), number(out, 0, 4), number(out, 0, 2);
  out.append(name);
  const auto size = out.size() - directory;
  out.append("PK\x05\x06", 4);
  number(out, 0, 4), number(out, 1, 2), number(out, 1, 2), number(out, size, 4), number(out, directory, 4), number(out, 0, 2);
  return out;
}

}  // namespace

void ingest_formats(std::string_view data) {
  if (data.empty()) return;
  const auto kind = static_cast<unsigned char>(data[0]) % 8;
  const std::string content(data.substr(1));
  Converted converted;
  switch (kind) {
    case 0: converted = read_html("f.html", content); break;
    case 1: converted = read_feed("f.rss", content); break;
    case 2: converted = read_office("f.docx", archive("word/document.xml", content)); break;
    case 3: converted = read_office("f.odt", archive("content.xml", content)); break;
    case 4: converted = read_office("f.docx", content); break;
    default: {
      // As a source of that name; PDF is left out, as it is another program that reads it.
      if (content.find("%PDF") != std::string::npos) return;
      const char* name = kind == 5 ? "f.txt.gz" : kind == 6 ? "f.docx" : "f.html";
      if (auto found = convert(name, content)) converted = std::move(*found);
      else return;
    }
  }
  require(!converted.texts.empty() || !converted.diagnostics.empty(), "what is not read is named");
  for (const auto& one : converted.texts) {
    const auto read = kroniek::ingest_text("f", one.text, pack(), {one.metadata.published.value_or("")});
    require_ingested(read);
  }
}

void ndjson(std::string_view data) {
  std::istringstream in{std::string(data.starts_with('{') ? data : "{\"text\":" + std::string(data))};
  bool any = false;
  ingest("-", in, pack(), {}, [&](Ingested&& read) {
    any = true;
    require_ingested(read);
    for (auto& document : read.documents) require_extraction(kroniek::extract(document, pack()), document);
  });
  require(any, "something is said of every source");
}

}  // namespace fuzz
