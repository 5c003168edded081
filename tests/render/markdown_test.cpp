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
  CHECK(says("0 gebeurtenissen uit 0 bronnen, zonder grens in de tijd."));
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
    timeline.claims = {samples::claim(1, samples::okta(), "asserts", "indirect", text)};
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
