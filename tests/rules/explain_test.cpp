#include <kroniek/explain.hpp>

#include <doctest/doctest.h>

#include <algorithm>

namespace kroniek {
namespace {

Explanation of(const std::string& text, const std::string& why_not = {}, int line = 0) {
  static const auto pack = builtin_pack("nl");
  const auto read = ingest_text("t", text, *pack, {"2025-03-19"});
  REQUIRE(read.documents.size() == 1);
  ExplainOptions options;
  options.why_not = why_not;
  options.line = line;
  return explain(read.documents[0], *pack, options);
}

const ExplainedRule* find(const Explanation& explanation, const std::string& rule) {
  for (const auto& sentence : explanation.sentences) {
    for (const auto& one : sentence.rules) {
      if (one.rule == rule) return &one;
    }
  }
  return nullptr;
}

TEST_CASE("a rule that fired tells its roles") {
  const auto explanation = of("Nora Wiebes belde dinsdag met Jan Tolsma.");
  const auto* rule = find(explanation, "phone_call.bellen");
  REQUIRE(rule != nullptr);
  CHECK(rule->fired);
  CHECK(rule->trigger.text == "belde");
  CHECK(rule->gives.find("phone_call, occurred, 2025-03-18") != std::string::npos);
  const std::pair<std::string, std::string> wiebes{"participants", "wiebes"}, tolsma{"participants", "tolsma"};
  CHECK(std::count(rule->roles.begin(), rule->roles.end(), wiebes) == 1);
  CHECK(std::count(rule->roles.begin(), rule->roles.end(), tolsma) == 1);
  const auto& sentence = explanation.sentences.at(0);
  REQUIRE(sentence.clauses.size() == 1);
  CHECK(sentence.clauses[0].verb == "bellen");
  CHECK(sentence.times.at(0).value == "2025-03-18");
  CHECK(sentence.actors.size() == 2);
}

TEST_CASE("a rule whose condition failed tells which") {
  const std::string rule = "phone_call.bellen";
  const auto explanation = of("Nora Wiebes belde dinsdag.", rule);
  const auto* tried = find(explanation, rule);
  REQUIRE(tried != nullptr);
  CHECK_FALSE(tried->fired);
  CHECK(tried->gives == "actors: 2 wanted, 1 found");
  REQUIRE(explanation.sentences.at(0).why_not.size() == 1);
  CHECK(explanation.sentences[0].why_not[0] == "'belde' (12-17): actors: 2 wanted, 1 found");
}

TEST_CASE("why not: each kind of rule names its first failing condition and the place") {
  const auto answer = [](const std::string& text, const std::string& rule) {
    const auto explanation = of(text, rule);
    CHECK(explanation.diagnostics.empty());
    return explanation.sentences.at(0).why_not.empty() ? std::string() : explanation.sentences[0].why_not[0];
  };
  CHECK(answer("De trainer belde dinsdag aan.", "phone_call.bellen") == "'belde' (11-16): trigger: it can be 'bellen', but is here part of 'aanbellen'");
  CHECK(answer("Nora Wiebes zag Jan Tolsma.", "phone_call.bellen").find("trigger: no word of the sentence is a verb") == 0);
  CHECK(answer("Zij hing aan de muur.", "phone_call.aan_de_lijn").find("then wants 'lijn' or 'telefoon', not 'muur'") != std::string::npos);
  CHECK(answer("Dat was vorige week.", "time.weekday_last_week").find("'vorige week' (8-19): pattern: it comes this far") == 0);
  CHECK(answer("Nora Wiebes belde dinsdag.", "time.weekday") == "'dinsdag' (18-25): it fired");
  CHECK(answer("Dat zei de stoel.", "report.eisen").find("verb: the sentence has none of: eisen") == 0);
  CHECK(answer("Nora Wiebes belde Jan Tolsma.", "cue.refuse") == "class: no word of the sentence is of the class 'refuse_cue'");
}

TEST_CASE("an unknown rule and a line without a sentence are findings") {
  const auto unknown = of("Nora Wiebes belde.", "phone_call.beln");
  REQUIRE(unknown.diagnostics.size() == 1);
  CHECK(unknown.diagnostics[0].code == "explain.unknown-rule");
  CHECK(unknown.diagnostics[0].hint.find("phone_call.bellen") != std::string::npos);
  const auto empty = of("Nora Wiebes belde.", "", 7);
  REQUIRE(empty.diagnostics.size() == 1);
  CHECK(empty.diagnostics[0].code == "explain.no-sentence");
}

TEST_CASE("only the sentences of a line are told") {
  const auto explanation = of("Nora Wiebes belde met Jan Tolsma in Parijs.\n\nDaarna sprak de burgemeester van Ommen met niemand.\n", "", 3);
  REQUIRE(explanation.sentences.size() == 1);
  CHECK(explanation.sentences[0].at.text.find("Daarna") == 0);
}

}  // namespace
}  // namespace kroniek
