#include "../../src/render/date_words.hpp"
#include "../../src/render/escape.hpp"
#include "../../src/render/names.hpp"
#include "../../src/render/quotation.hpp"
#include "../golden.hpp"
#include "samples.hpp"

using namespace kroniek;
using namespace kroniek::render;

TEST_CASE("dates in words") {
  const auto nl = samples::labels("nl"), en = samples::labels("en");
  struct Case {
    const char *edtf, *dutch, *english;
  };
  const Case cases[] = {
      {"2025-02-12", "woensdag 12 februari 2025", "Wednesday 12 February 2025"},
      {"2025-02-12?", "woensdag 12 februari 2025 (onzeker)", "Wednesday 12 February 2025 (uncertain)"},
      {"2025-02-12~", "rond woensdag 12 februari 2025", "around Wednesday 12 February 2025"},
      {"2025-02", "in februari 2025", "in February 2025"},
      {"2025-04~", "rond april 2025", "around April 2025"},
      {"2025-04%", "rond april 2025 (onzeker)", "around April 2025 (uncertain)"},
      {"2025", "in 2025", "in 2025"},
      {"2024/2025", "tussen januari 2024 en december 2025", "between January 2024 and December 2025"},
      {"2025-21", "in de lente van 2025", "in the spring of 2025"},
      {"2025-34~", "rond het tweede kwartaal van 2025", "around the second quarter of 2025"},
      {"2025-W16", "in de week van 14 april 2025", "in the week of 14 April 2025"},
      {"2025-04-14/2025-04-20", "in de week van 14 april 2025", "in the week of 14 April 2025"},
      {"2025-03-18/2025-03-19", "18–19 maart 2025", "18–19 March 2025"},
      {"2025-03-28/2025-04-02", "28 maart – 2 april 2025", "28 March – 2 April 2025"},
      {"2024-12-30/2025-01-02", "30 december 2024 – 2 januari 2025", "30 December 2024 – 2 January 2025"},
      {"2025-02/2025-04", "tussen februari en april 2025", "between February and April 2025"},
      {"2025-03-10/2025-04-24", "tussen 10 maart en 24 april 2025", "between 10 March and 24 April 2025"},
      {"2024-11/2025-02", "tussen november 2024 en februari 2025", "between November 2024 and February 2025"},
      {"[2025-03-18,2025-03-19]", "18 of 19 maart 2025", "18 or 19 March 2025"},
      {"[2025-03-31,2025-04-01]", "31 maart of 1 april 2025", "31 March or 1 April 2025"},
      {"[2024-12-31,2025-01-01]", "31 december 2024 of 1 januari 2025", "31 December 2024 or 1 January 2025"},
      {"[2025-02-05,2025-02-12,2025-02-19,2025-02-26]", "een woensdag in februari 2025: 5, 12, 19 of 26 februari",
       "a Wednesday in February 2025: 5, 12, 19 or 26 February"},
      {"[2025-03-26,2025-04-02]", "een woensdag: 26 maart of 2 april 2025", "a Wednesday: 26 March or 2 April 2025"},
      {"../2025-04-26", "op of vóór 26 april 2025", "on or before 26 April 2025"},
      {"2025-04-26/..", "op of na 26 april 2025", "on or after 26 April 2025"},
  };
  for (const auto& one : cases) {
    INFO(one.edtf);
    const auto date = parse_edtf(one.edtf);
    REQUIRE(date.has_value());
    CHECK(date_words(*date, nl) == one.dutch);
    CHECK(date_words(*date, en) == one.english);
  }
  CHECK(date_words(DateValue{}, nl) == "datum onbekend");
}

TEST_CASE("many possible days are told by their ends") {
  const auto nl = samples::labels("nl");
  std::vector<Day> wednesdays, days;
  for (int i = 0; i < 8; ++i) wednesdays.push_back(samples::day(2025, 2, 5) + 7 * i);
  for (int i = 0; i < 8; ++i) days.push_back(samples::day(2025, 2, 5) + 2 * i);
  CHECK(date_words(one_of(wednesdays), nl) == "een woensdag in de periode 5 februari – 26 maart 2025");
  CHECK(date_words(one_of(days), nl) == "een van 8 dagen in de periode 5–19 februari 2025");
}

TEST_CASE("dates that stand by themselves") {
  const auto nl = samples::labels("nl");
  CHECK(bare_date_words(*parse_edtf("2025-02-12"), nl) == "12 februari 2025");
  CHECK(bare_date_words(*parse_edtf("2025-02"), nl) == "februari 2025");
  CHECK(bare_date_words(*parse_edtf("2025"), nl) == "2025");
  CHECK(bare_date_words(*parse_edtf("2024/2025"), nl) == "2024 – 2025");
  CHECK(bare_date_words(*parse_edtf("9999-12"), nl) == "december 9999");
  CHECK(bare_date_words(*parse_edtf("0001"), nl) == "1");
}

TEST_CASE("durations in words") {
  const auto nl = samples::labels("nl"), en = samples::labels("en");
  const auto words = [&](const char* duration) { return duration_words(duration, nl); };
  CHECK(words("PT1H20M") == "1 uur en 20 minuten");
  CHECK(words("PT1H30M") == "anderhalf uur");
  CHECK(words("P30D") == "30 dagen");
  CHECK(words("P1Y2M3D") == "1 jaar, 2 maanden en 3 dagen");
  CHECK(words("PT1.5H") == "1,5 uur");
  CHECK(words("P1M") == "1 maand");
  CHECK(words("PT1M") == "1 minuut");
  CHECK(words("PXD") == "enkele dagen");
  CHECK(duration_words("PT1.5H", en) == "1.5 hours");
  for (const char* not_one : {"", "P", "PT", "1H", "PT1", "PTH", "P1Q", "PT1H30", "uur"}) CHECK(words(not_one) == not_one);
}

TEST_CASE("text from a source is never markup") {
  CHECK(escaped("a*b_c[d]<e>`f`~g\\h") == "a\\*b\\_c\\[d\\]\\<e>\\`f\\`\\~g\\\\h");
  CHECK(escaped("1. eerst") == "1\\. eerst");
  CHECK(escaped("12) tweede") == "12\\) tweede");
  CHECK(escaped("12 februari.") == "12 februari.");
  CHECK(escaped("# kop # ##") == "\\# kop \\# \\##");
  CHECK(escaped("nummer#3") == "nummer#3");
  CHECK(escaped("> citaat > b") == "\\> citaat > b");
  CHECK(escaped("- min") == "\\- min");
  CHECK(escaped("zo-en-zo") == "zo-en-zo");
  CHECK(escaped("===") == "\\===");
  CHECK(escaped("A&B &amp; &#39; R&D;") == "A&B \\&amp; \\&#39; R\\&D;");
  CHECK(escaped("  een\r\n\ttwee\u2028drie\x01 ") == "een twee drie");
  CHECK(escaped(std::string("a\0b", 3)) == "a b");
  CHECK(escaped("a\xFF") == "a\uFFFD");
  CHECK(escaped("links \u202Esthcer\u202C en \u2066verder\u2069") == "links sthcer en verder");
  CHECK(escaped("") == "");
}

TEST_CASE("a quotation is read without the markup of its source") {
  CHECK(plain_quote("**13 maart** – Poetin noemt het *juist*") == "13 maart – Poetin noemt het juist");
  CHECK(plain_quote("13 maart** – hij") == "13 maart – hij");
  CHECK(plain_quote("2 * 3 is _zes_, een_naam_hier en `x`") == "2 * 3 is zes, een_naam_hier en x");
  CHECK(plain_quote("zie [dit stuk](https://example.org/a_b) en ![beeld](https://example.org/x.png)") == "zie dit stuk en beeld");
  CHECK(plain_quote("[1](geen) [a [b](http://c)") == "[1](geen) [a b");
  CHECK(plain_quote("[open](http://x") == "[open](http://x");
  CHECK(without_marks("„ja”") == "ja");
  CHECK(without_marks("„ja” en „nee”") == "„ja” en „nee”");
}

TEST_CASE("names in a running sentence") {
  std::vector<Diagnostic> diagnostics;
  auto nl = samples::labels("nl");
  load_names(std::string(KRONIEK_SOURCE_DIR) + "/src/packs/nl/labels/names-nl.yaml", nl, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(running_name(nl, "Europese Unie") == "de Europese Unie");
  CHECK(running_name(nl, "Verenigd Koninkrijk") == "het Verenigd Koninkrijk");
  CHECK(running_name(nl, "Amerikaans ministerie van Buitenlandse Zaken") == "het Amerikaanse ministerie van Buitenlandse Zaken");
  CHECK(running_name(nl, "De ministers van Noordland") == "de ministers van Noordland");
  CHECK(running_name(nl, "Ada Vermeulen") == "Ada Vermeulen");
  CHECK(running_name(nl, "") == "");
  CHECK(place_at(nl, "Zandhaven") == "in Zandhaven");
  CHECK(place_at(nl, "Krim") == "op de Krim");
  CHECK(place_at(nl, "Witte Huis") == "in het Witte Huis");
  CHECK(is_plural_name(nl, "Verenigde Staten"));
  CHECK(!is_plural_name(nl, "Rusland"));
  CHECK(!labels(*builtin_pack("nl"), "nl")->contains("plural.Rusland"));
  CHECK(labels(*builtin_pack("nl"), "nl")->contains("plural.Verenigde Staten"));
}

TEST_CASE("faults of a file of names have their line") {
  const auto path = std::filesystem::temp_directory_path() / "kroniek_names_test.yaml";
  const auto faults = [&](const std::string& text) {
    write_file(path, text);
    std::vector<Diagnostic> diagnostics;
    Labels labels;
    load_names(path, labels, diagnostics);
    std::filesystem::remove(path);
    std::string all;
    for (const auto& d : diagnostics) all += std::to_string(d.line) + " " + d.code + "\n";
    return all;
  };
  CHECK(faults("articles:\n  de: [Zee]\n  het: [Zee]\n") == "3 labels.repeated-key\n");
  CHECK(faults("at: [x]\n") == "1 labels.wrong-shape\n");
  CHECK(faults("at:\n  x: [y]\n") == "2 labels.wrong-shape\n");
  CHECK(faults("artikels: {}\n") != "");
}

TEST_CASE("code, links and capitals") {
  CHECK(code_span("a.txt") == "`a.txt`");
  CHECK(code_span("a `b`` c") == "```a `b`` c```");
  CHECK(code_span("`a") == "`` `a ``");
  CHECK(code_span(" \n") == "");
  CHECK(web_link("https://example.org/a?b=c") == "<https://example.org/a?b=c>");
  CHECK(web_link("javascript:alert(1)") == "javascript:alert(1)");
  CHECK(web_link("https://example.org/> <b>") == "https://example.org/> \\<b>");
  CHECK(capitalised("één keer") == "Één keer");
  CHECK(capitalised("vóór") == "Vóór");
  CHECK(capitalised("12 mei") == "12 mei");
  CHECK(capitalised("") == "");
}

TEST_CASE("both languages have the same labels, and all that are asked for") {
  for (const char* language : {"nl", "en"}) {
    std::vector<Diagnostic> diagnostics;
    load_labels(std::string(KRONIEK_SOURCE_DIR) + "/src/packs/nl/labels/" + language + ".yaml", diagnostics);
    for (const auto& fault : diagnostics) FAIL_CHECK(fault.file << ":" << fault.line << ": " << fault.message);
  }
  const auto keys = [](const Labels& labels) {
    std::string all;
    for (const auto& [key, value] : labels) all += key + "\n";
    return all;
  };
  CHECK(first_difference(keys(samples::labels("nl")), keys(samples::labels("en"))) == "");
}

TEST_CASE("labels are filled in once, and a missing one is visible") {
  const Labels labels = {{"a", "{x} en {y} en {x}, {z} {"}, {"n.one", "{n} stuk"}, {"n.many", "{n} stuks"}, {"list.comma", ", "}, {"and", " en "}};
  CHECK(label(labels, "a", {{"x", "{y}"}, {"y", "2"}}) == "{y} en 2 en {y}, {z} {");
  CHECK(label(labels, "b") == "b");
  CHECK(word(labels, "status.", "planned") == "planned");
  CHECK(counted(labels, "n", 1) == "1 stuk");
  CHECK(counted(labels, "n", 0) == "0 stuks");
  CHECK(joined(labels, {}, "and") == "");
  CHECK(joined(labels, {"a", "b", "c"}, "and") == "a, b en c");
}

TEST_CASE("faults of a label file have their line") {
  const auto path = std::filesystem::temp_directory_path() / "kroniek_labels_test.yaml";
  const auto faults = [&](const std::string& text) {
    write_file(path, text);
    std::vector<Diagnostic> diagnostics;
    load_labels(path, diagnostics);
    std::filesystem::remove(path);
    std::erase_if(diagnostics, [](const auto& d) { return d.code == "labels.missing-key"; });
    std::string all;
    for (const auto& d : diagnostics) all += std::to_string(d.line) + " " + d.code + "\n";
    return all;
  };
  CHECK(faults("title: x\nmonth.1: [a]\nmonth.2: {a: b}\nmonth.3:\n") == "2 labels.wrong-shape\n3 labels.wrong-shape\n4 labels.wrong-shape\n");
  CHECK(faults("title: x\ntitle: y\n") == "2 labels.repeated-key\n");
  CHECK(faults("title: x\ndate.in: in {datum}\n") == "2 labels.unknown-placeholder\n");
  CHECK(faults("- a\n") == "1 labels.wrong-shape\n");
  CHECK(faults("a: [b\n") != "");
  CHECK(faults("").ends_with("labels.wrong-shape\n"));
  std::vector<Diagnostic> diagnostics;
  CHECK(load_labels("/no/such/file.yaml", diagnostics).empty());
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics.front().file == "/no/such/file.yaml");
  diagnostics.clear();
  write_file(path, "title: x\n");
  load_labels(path, diagnostics);
  std::filesystem::remove(path);
  REQUIRE(diagnostics.size() == label_specs().size() - 1);
  CHECK(diagnostics.front().message == "the label 'summary' is missing");
}
