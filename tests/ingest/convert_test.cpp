#include "../../src/ingest/compressed.hpp"
#include "../../src/ingest/convert.hpp"
#include "ingest_support.hpp"

#include <random>

using namespace kroniek;

namespace {

std::string text_of(const std::string& body) {
  const auto read = read_html("a.html", "<html><body>" + body + "</body></html>");
  return read.texts.empty() ? std::string() : read.texts.front().text;
}

// What the first finding is called, or "text" where there is none.
std::string outcome(const std::string& path, const std::string& content) {
  const auto read = convert(path, content);
  if (!read) return "as it is";
  return read->diagnostics.empty() ? "text" : read->diagnostics.front().code;
}

const std::string kLong = "Een alinea die lang genoeg is om de tekst van een artikel te zijn, want zij heeft veel woorden en geen enkele verwijzing. ";

}  // namespace

TEST_CASE("HTML in blocks") {
  CHECK(text_of("<article><h1>Kop</h1><p>Een  <b>twee</b>\n drie.<p>Vier<br>vijf.<br><br>Zes.</article>") == "# Kop\n\nEen twee drie.\n\nVier vijf.\n\nZes.");
  CHECK(text_of("<article><h2>Tussenkop</h2><ul><li>een<li><p>twee</ul><blockquote>citaat</blockquote></article>") == "## Tussenkop\n\n- een\n\n- twee\n\ncitaat");
  CHECK(text_of("<article><p>a &lt;b&gt; &amp; c&nbsp;d</article>") == "a <b> & c\u00A0d");
}

TEST_CASE("HTML without what is no article") {
  const auto article = "<p>" + kLong + "<p>" + kLong;
  for (const char* other : {"<nav><p>weg</nav>", "<aside>weg</aside>", "<div role=navigation>weg</div>", "<div hidden>weg</div>", "<div style='display: none'>weg</div>", "<script>weg</script>",
                            "<form><p>weg</form>", "<ul><li><a href=x>weg</a><li><a href=y>weg</a></ul>"}) {
    INFO(other);
    CHECK(text_of("<article>" + article + other + "</article><footer>weg</footer>").find("weg") == std::string::npos);
  }
  // Of several articles the longest; teasers are articles to some.
  CHECK(text_of("<article><p>weg</article><article>" + article + "</article>").find("weg") == std::string::npos);
  CHECK(text_of("<div class=a><p>weg</div><div class=b>" + article + "</div>").find("weg") == std::string::npos);
}

TEST_CASE("what a page says of itself") {
  const auto read = read_html("a.html", "<html lang='nl-BE'><head><title>Kop | Krant</title><meta property='og:title' content='Kop'><meta name='author' content='Bo'>"
                                        "<meta property='article:published_time' content='2025-03-27'><link rel=canonical href='https://example.org/k'></head><body><p>" + kLong);
  REQUIRE(read.texts.size() == 1);
  const auto& metadata = read.texts.front().metadata;
  CHECK(metadata.title == "Kop");
  CHECK(metadata.author == "Bo");
  CHECK(metadata.language == "nl");
  CHECK(metadata.url == "https://example.org/k");
  CHECK(metadata.published == "2025-03-27");
  CHECK(read.texts.front().text.starts_with("# Kop\n\n"));
  // Linked data that is broken, deep or of other kinds does no harm.
  for (const char* script : {"{", "[]", "1", "{\"headline\": 3, \"author\": {\"name\": null}}", "[[[[[[[[[[{\"headline\":\"x\"}]]]]]]]]]]"}) {
    INFO(script);
    CHECK(read_html("a.html", "<script type='application/ld+json'>" + std::string(script) + "</script><h1>Echt</h1><p>" + kLong).texts.front().metadata.title == "Echt");
  }
}

TEST_CASE("formats are known by their content, and else by their name") {
  CHECK(outcome("a.txt", "<html><p>x") == "as it is");
  CHECK(outcome("a.md", "<!DOCTYPE html>") == "as it is");
  CHECK(outcome("-", "<!DOCTYPE html><p>x</p>") == "text");
  CHECK(outcome("-", "\n <!-- x --><html><p>x</p>") == "text");
  CHECK(outcome("-", "Hij zei <html> en lachte.") == "as it is");
  CHECK(outcome("-", "<b>Kop</b> en tekst") == "as it is");
  CHECK(outcome("-", "<?xml version='1.0'?><rss><channel><item><title>x</title></item></channel></rss>") == "text");
  CHECK(outcome("a.html.gz", "x <p>y") == "text");
  CHECK(outcome("a.docx", "x") == "input.not-its-kind");
  CHECK(outcome("a.docx", "PK\x03\x04 x") == "input.no-document");
  CHECK(outcome("a.html", "") == "input.no-html");
  CHECK(outcome("a.rss", "") == "input.no-feed");
  CHECK(without_gz("a.html.GZ") == "a.html");
  CHECK(without_gz("a.html") == "a.html");
}

TEST_CASE("a page, a feed and a document of millions of tags are refused before they fill the memory") {
  const auto repeated = [](std::string_view part) {
    std::string out;
    for (int i = 0; i < 4'000'001; ++i) out += part;
    return out;
  };
  CHECK(outcome("a.html", "<html>" + repeated("<p>")) == "input.too-large");
  CHECK(outcome("a.rss", "<rss><channel><item><description>" + repeated("&lt;")) == "input.too-large");
  CHECK(outcome("a.txt", repeated("<")) == "as it is");
}

TEST_CASE("damaged archives and pages end in a finding, not in a crash") {
  CHECK(!gunzip("\x1F\x8B rest"));
  CHECK(!gunzip(""));
  CHECK(!zip_member("", "x"));
  std::string archive = "PK\x03\x04";
  archive += std::string(60, '\0') + "PK\x05\x06" + std::string(6, '\0') + std::string("\x02\0", 2) + std::string(4, '\0') + std::string("\xFF\xFF\xFF\xFF", 4);
  CHECK(!zip_member(archive, "x"));
  std::mt19937 random(7);
  const std::string page = "<!doctype html><html><head><script type='application/ld+json'>{\"headline\":\"x\"}</script></head><body><article><h1>Kop</h1><ul><li>a<li>b</ul><p>" + kLong + "</article>";
  for (int round = 0; round < 2000; ++round) {
    auto damaged = page;
    for (int i = 0; i < 6; ++i) damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
    damaged.resize(random() % (damaged.size() + 1));
    const auto read = convert("a.html", damaged);
    REQUIRE(read.has_value());
    CHECK((!read->texts.empty() || !read->diagnostics.empty()));
    auto broken = archive;
    for (int i = 0; i < 4; ++i) broken[random() % broken.size()] = static_cast<char>(random() % 256);
    zip_member(broken, "x");
  }
}
