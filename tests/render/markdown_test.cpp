#include "../golden.hpp"
#include "samples.hpp"

using namespace kroniek;

TEST_CASE("the Markdown is as expected, in both languages") {
  const auto nl = samples::labels("nl");
  check_golden("render/rich.nl.md", to_markdown(samples::rich(), nl));
  check_golden("render/rich.en.md", to_markdown(samples::rich(), samples::labels("en")));
  check_golden("render/empty.nl.md", to_markdown(samples::empty(), nl));
  check_golden("render/hostile.nl.md", to_markdown(samples::hostile(), nl));
}

TEST_CASE("entries told in the same words stand under one heading") {
  auto timeline = samples::empty();
  const auto month = *parse_edtf("2025-02"), about = *parse_edtf("2025-02~");
  timeline.entries = {samples::entry(1, "meeting", "een", month), samples::entry(2, "meeting", "twee", about), samples::entry(3, "meeting", "drie", month)};
  const auto text = to_markdown(timeline, samples::labels("nl"));
  CHECK(text.find("### In februari 2025\n\n- een [?:11]\n- drie [?:13]\n\n### Rond februari 2025\n\n- twee [?:12]\n") != std::string::npos);
}

TEST_CASE("the line on top says what was asked for") {
  const auto nl = samples::labels("nl");
  auto timeline = samples::empty();
  const auto says = [&](const char* words) { return to_markdown(timeline, nl).find(words) != std::string::npos; };
  CHECK(says("0 gebeurtenissen uit 0 bronnen."));
  timeline.from = samples::day(2025, 2, 1);
  CHECK(says("vanaf 1 februari 2025."));
  timeline.to = samples::day(2025, 4, 30);
  CHECK(says("van 1 februari 2025 tot en met 30 april 2025."));
  timeline.from.reset();
  CHECK(says(", tot en met 30 april 2025."));
}

TEST_CASE("quotation marks of the source make place for ours, where they are a pair") {
  auto timeline = samples::empty();
  const auto quote = [&](const char* text) {
    timeline.claims = {samples::claim(1, samples::okta(), "asserts", "direct", text)};
    const auto markdown = to_markdown(timeline, samples::labels("nl"));
    const auto begin = markdown.find("- Stelt: ") + 9;
    return markdown.substr(begin, markdown.find(" [", begin) - begin);
  };
  CHECK(quote("\"ja\"") == "„ja”");
  CHECK(quote("„ja”") == "„ja”");
  CHECK(quote("‘ja’") == "„ja”");
  CHECK(quote("«ja»") == "„ja”");
  CHECK(quote("\"ja\", zei hij, \"nee\"") == "„\"ja\", zei hij, \"nee\"”");
  CHECK(quote("'s avonds ‘ja’") == "„'s avonds ‘ja’”");
  CHECK(quote("\"") == "„\"”");
}

TEST_CASE("a label that is missing is printed by its key") {
  CHECK(to_markdown(samples::rich(), {}).find("# title\n\nsummary\n") == 0);
}

TEST_CASE("what no month holds stands under its year, and no heading repeats") {
  auto timeline = samples::empty();
  timeline.entries = {samples::entry(1, "meeting", "een", *parse_edtf("2024/2025")), samples::entry(2, "meeting", "twee", *parse_edtf("2025")),
                      samples::entry(3, "meeting", "drie", *parse_edtf("2025-01")), samples::entry(4, "meeting", "vier", *parse_edtf("2025-01-29/2025-02-04")),
                      samples::entry(5, "meeting", "vijf", *parse_edtf("2025-21"))};
  timeline.undated = {samples::entry(6, "meeting", "zes", *parse_edtf("2025-04-26/..")), samples::entry(7, "meeting", "zeven", *parse_edtf("../2025-04-26")),
                      samples::entry(8, "meeting", "acht", *parse_edtf("2025-04-26/.."))};
  const auto text = to_markdown(timeline, samples::labels("nl"));
  std::string headings;
  for (std::size_t at = text.find("\n##"); at != std::string::npos; at = text.find("\n##", at + 1)) headings += text.substr(at, text.find('\n', at + 1) - at);
  CHECK(headings ==
        "\n## 2024–2025\n### Tussen januari 2024 en december 2025\n## 2025\n### In 2025\n### In de lente van 2025"
        "\n## Januari 2025\n### In januari 2025\n### 29 januari – 4 februari 2025"
        "\n## Zonder datum\n### Op of vóór 26 april 2025\n### Op of na 26 april 2025");
}

TEST_CASE("who tells of the own act is not named twice, and brackets are not doubled") {
  auto timeline = samples::empty();
  timeline.entries = {samples::entry(1, "meeting", "Okta komt (met Noordland)", on_day(samples::day(2025, 2, 12)))};
  auto& entry = timeline.entries.front();
  entry.participants = {samples::okta("initiator"), samples::noordland("target")};
  entry.according_to = {samples::okta("speaker")};
  entry.duration = "PT2H";
  const auto said = [&] { return to_markdown(timeline, samples::labels("nl")); };
  CHECK(said().find("- Okta komt (met Noordland, 2 uur), naar eigen zeggen [?:11]\n") != std::string::npos);
  entry.participants[1].role = "initiator";
  CHECK(said().find("2 uur), volgens Ilja Okta [?:11]\n") != std::string::npos);
}

TEST_CASE("what is not said in these words has no quotation marks") {
  auto timeline = samples::empty();
  timeline.claims = {samples::claim(1, samples::okta(), "asserts", "indirect", "zoals hij „gisteren” zei")};
  CHECK(to_markdown(timeline, samples::labels("nl")).find("- Stelt: Zoals hij „gisteren” zei [") != std::string::npos);
}
