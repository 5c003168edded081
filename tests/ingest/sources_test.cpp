// Files, folders, NDJSON, and what cannot be read.
#include "ingest_support.hpp"

#include <fstream>
#include <sstream>

#include <unistd.h>

using namespace kroniek;
using namespace ingest_test;

namespace {

namespace fs = std::filesystem;

struct TemporaryFolder {
  fs::path path = fs::temp_directory_path() / ("kroniek-sources-" + std::to_string(::getpid()));
  TemporaryFolder() { fs::create_directories(path); }
  ~TemporaryFolder() { fs::remove_all(path); }
  std::string add(const std::string& name, std::string_view content) const {
    const fs::path file = path / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file.string();
  }
};

struct Seen {
  std::vector<Document> documents;
  std::vector<Diagnostic> diagnostics;
  std::size_t steps = 0;

  // "3 input.not-json", line and code
  Lines codes() const {
    Lines result;
    for (const Diagnostic& fault : diagnostics) result.push_back(std::to_string(fault.line) + " " + fault.code);
    return result;
  }
};

Seen read_path(const std::string& path, const std::string& standard_input = "") {
  Seen seen;
  std::istringstream input(standard_input);
  read_source(path, input, dutch_furniture(), {}, [&](Ingested&& step) {
    ++seen.steps;
    for (Document& document : step.documents) seen.documents.push_back(std::move(document));
    for (Diagnostic& fault : step.diagnostics) seen.diagnostics.push_back(std::move(fault));
  });
  return seen;
}

Seen read_lines(const std::string& lines) { return read_path("-", lines); }

}  // namespace

TEST_CASE("sources: folders are read to the bottom, sorted by bytes") {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "a/z.md", "a/b/c.ndjson", "a-b.jsonl", "B.TXT", "c.pdf", "d.html.gz", "e.jpg", "é.txt"}) folder.add(name, "x");
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> names;
  for (const std::string& path : list_sources({folder.path.string(), "-"}, diagnostics)) {
    names.push_back(path == "-" ? path : fs::relative(path, folder.path).string());
  }
  CHECK(names == Lines{"B.TXT", "a-b.jsonl", "a/b/c.ndjson", "a/z.md", "b.txt", "c.pdf", "d.html.gz", "é.txt", "-"});
  CHECK(diagnostics.empty());
}

TEST_CASE("sources: what is not there") {
  const TemporaryFolder folder;
  folder.add("leeg/c.jpg", "x");
  std::vector<Diagnostic> diagnostics;
  CHECK(list_sources({"/nowhere/at/all.txt", (folder.path / "leeg").string()}, diagnostics).empty());
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].code == "input.missing");
  CHECK(diagnostics[0].file == "/nowhere/at/all.txt");
  CHECK(diagnostics[1].code == "input.no-files");
  CHECK(read_path("/nowhere/at/all.txt").codes() == Lines{"0 input.missing"});
  CHECK(read_path("/nowhere/at/all.ndjson").codes() == Lines{"0 input.missing"});
  CHECK(read_path(folder.path.string()).codes() == Lines{"0 input.unreadable"});
}

TEST_CASE("sources: bad bytes") {
  const TemporaryFolder folder;
  const Seen latin = read_path(folder.add("latin.txt", "Oekra\xEFne valt aan."));
  CHECK(latin.codes() == Lines{"0 input.not-utf8"});
  CHECK(latin.diagnostics[0].severity == Severity::error);
  CHECK(latin.diagnostics[0].message.find("byte offset 5") != std::string::npos);
  CHECK(latin.diagnostics[0].hint.find("iconv") != std::string::npos);
  CHECK(latin.documents.empty());
  const Seen wide = read_path(folder.add("wide.txt", std::string("\xFF\xFEH\0o\0i\0", 8)));
  CHECK(wide.codes() == Lines{"0 input.not-utf8"});
  CHECK(wide.diagnostics[0].hint.find("UTF-16") != std::string::npos);
  CHECK(read_path(folder.add("nul.txt", std::string("Hoi\0daar", 8))).codes() == Lines{"0 input.binary"});
  CHECK(read_path(folder.add("leeg.txt", "")).codes() == Lines{"0 input.empty"});
  CHECK(read_path(folder.add("wit.txt", " \n\t\n\xC2\xA0")).codes() == Lines{"0 input.empty"});
  CHECK(read_path(folder.add("bom.txt", "\xEF\xBB\xBF")).codes() == Lines{"0 input.empty"});
  CHECK(read_path(folder.add("leeg.ndjson", "\n\n")).codes() == Lines{"0 input.empty"});
  for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "abcdefg\x80"}) {
    CHECK(read_path("-", bad).codes() == Lines{"0 input.not-utf8"});
  }
}

TEST_CASE("sources: a byte order mark counts as a code point") {
  const Seen seen = read_path("-", "\xEF\xBB\xBFHet water steeg.");
  REQUIRE(seen.documents.size() == 1);
  CHECK(seen.documents[0].text == "Het water steeg.");
  CHECK(seen.documents[0].map.begin_of(seen.documents[0].text, 0) == 1);
}

TEST_CASE("sources: only furniture leaves no text") {
  CHECK(read_path("-", "date 2025-03-19\n\nAdvertentie\n\nLees ook: iets\n").codes() == Lines{"0 input.no-text"});
}

TEST_CASE("sources: a file's document") {
  const TemporaryFolder folder;
  const std::string path = folder.add("a.txt", " date 2025-03-19 Het water steeg.");
  const Seen seen = read_path(path);
  REQUIRE(seen.documents.size() == 1);
  CHECK(seen.documents[0].source == path);
  CHECK(seen.documents[0].source_line == 0);
  CHECK(seen.documents[0].id.empty());
}

TEST_CASE("ndjson: fields") {
  const Seen seen = read_lines(
      "{\"id\": \"a1\", \"text\": \"Het water steeg.\\nZo’n dag.\", \"published\": \"2025-03-19T10:00:00+01:00\", \"title\": \"De dijk\", \"language\": \"nl\", "
      "\"source\": \"De Kade\", \"url\": \"https://a.example\", \"author\": \"Anna Vos\", \"score\": [1, {\"x\": null}]}\r\n"
      "\n"
      "{\"text\": \"Het daalde.\", \"published\": null}\n");
  REQUIRE(seen.documents.size() == 2);
  CHECK(seen.steps == 2);
  const Document& first = seen.documents[0];
  CHECK(first.id == "a1");
  CHECK(first.raw == "Het water steeg.\nZo’n dag.");
  CHECK(first.published->date.edtf == "2025-03-19");
  CHECK(first.published->basis == "metadata");
  CHECK_FALSE(first.published->span);
  CHECK(first.title == "De dijk");
  CHECK(first.language == "nl");
  CHECK(first.source == "De Kade");
  CHECK(first.url == "https://a.example");
  CHECK(first.author == "Anna Vos");
  CHECK(first.source_line == 1);
  CHECK(seen.documents[1].source == "-");
  CHECK(seen.documents[1].source_line == 3);
  CHECK(seen.codes() == Lines{"3 input.no-date"});
}

TEST_CASE("ndjson: bad lines are told, the others read") {
  const Seen seen = read_lines(
      "{\"text\": \"Een.\", \"published\": \"2025\"}\n"
      "geen json\n"
      "[1, 2]\n"
      "{\"id\": \"x\"}\n"
      "{\"text\": 12}\n"
      "{\"text\": \"Oekra\xEFne\"}\n"
      "{\"text\": \"\", \"published\": \"2025\"}\n"
      "{\"text\": \"a\\u0000b\", \"published\": \"2025\"}\n"
      "{\"text\": \"Twee.\", \"published\": \"2025-02-30\"}\n"
      "{\"text\": \"Drie.\", \"published\": 20250319, \"id\": 7}\n"
      "{\"text\": \"Vier.\", \"published\": \"2025\"} extra\n"
      "{\"text\": \"Vijf.\", \"published\": \"2025\"}");
  CHECK(seen.documents.size() == 4);
  CHECK(seen.codes() == Lines{"2 input.not-json", "3 input.not-object", "4 input.no-text-field", "5 input.no-text-field", "6 input.not-utf8",
                              "7 input.empty", "8 input.binary", "9 input.impossible-date", "9 input.no-date", "10 input.wrong-type",
                              "10 input.wrong-type", "10 input.no-date", "11 input.not-json"});
}

TEST_CASE("ndjson: of two texts in one line none is lost without a word") {
  CHECK(read_lines("{\"text\": \"Een.\", \"published\": \"2025\", \"text\": \"Twee.\"}\n").codes() == Lines{"1 input.duplicate-field"});
}

TEST_CASE("ndjson: deep nesting does no harm") {
  CHECK(read_lines("{\"a\":" + std::string(200000, '[') + "\n").codes() == Lines{"1 input.not-json"});
  // What stands behind a NUL is not lost without a word.
  CHECK(read_lines(std::string("{\"text\":\"Peru.\"}\0 x\n", 20)).codes() == Lines{"1 input.not-json"});
}

TEST_CASE("ndjson: files with a byte order mark may be joined") {
  const std::string line = "\xEF\xBB\xBF{\"text\": \"Het water steeg.\", \"published\": \"2025-03-19\"}\n";
  TemporaryFolder folder;
  const Seen seen = read_path(folder.add("joined.ndjson", line + line));
  CHECK(seen.codes().empty());
  CHECK(seen.documents.size() == 2);
}

TEST_CASE("ndjson: standard input after blank lines") {
  const Seen seen = read_lines("\n\n{\"text\": \"Een.\", \"published\": \"2025\"}\n");
  REQUIRE(seen.documents.size() == 1);
  CHECK(seen.documents[0].source_line == 3);
}

TEST_CASE("sources: a huge line is read in one go") {
  std::string raw = "date 2025-03-19 ";
  while (raw.size() < 8U << 20U) raw += "Het wàter steeg, en *wethouder* Wit zag het aan. ";
  const Seen seen = read_path("-", raw);
  REQUIRE(seen.documents.size() == 1);
  const Document& read = seen.documents[0];
  CHECK(read.blocks.size() == 1);
  const auto last = static_cast<std::uint32_t>(read.text.rfind("Wit"));
  CHECK(slice(read.raw, {read.map.begin_of(read.text, last), read.map.end_of(read.text, last + 3)}) == "Wit");
}
