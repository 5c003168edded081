// What must hold of the claims of any text.
#include "../../src/text/quotes.hpp"
#include "../../src/rules/model.hpp"
#include "../../src/rules/pack.hpp"
#include "support.hpp"

#include <map>
#include <set>

using namespace kroniek;
using namespace kroniek::test;

namespace {

const std::vector<std::string> kMarks = {"„", "“", "”", "‘", "’", "\"", "«", "»", "‚"};

PackModel dutch_rules() {
  std::vector<Finding> findings;
  auto model = read_model(std::string(KRONIEK_SOURCE_DIR) + "/src/packs/nl", {}, findings);
  REQUIRE(findings.empty());
  return model;
}

bool is_claim_rule(const RuleNode& rule) { return rule.kind != RuleKind::event && rule.kind != RuleKind::cue && rule.kind != RuleKind::time; }

// The examples of the claim rules, one by one and laid together as articles of six.
const std::vector<std::string>& texts() {
  static const auto all = [] {
    const auto model = dutch_rules();
    std::vector<std::string> texts;
    std::string article;
    int count = 0;
    for (const auto& example : model.examples) {
      if (example.rule == kNoRule || !is_claim_rule(model.rules[example.rule])) continue;
      texts.push_back(example.text);
      article += example.text + (++count % 3 == 0 ? "\n\n" : " ");
      if (count % 6 == 0) texts.push_back(std::exchange(article, ""));
    }
    return texts;
  }();
  return all;
}

bool begins_with_mark(const std::string& text) {
  return text.starts_with(",,") || text.starts_with("'") || std::any_of(kMarks.begin(), kMarks.end(), [&](const std::string& mark) { return text.starts_with(mark); });
}

std::string without_marks(std::string text) {
  for (const auto& mark : kMarks) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) text.erase(at, mark.size());
  }
  return text;
}

void for_all(const std::vector<std::string>& all, void (*check)(const Document&, const Extraction&, const Claim&)) {
  std::size_t claims = 0;
  for (const auto& text : all) {
    const auto document = document_of(text);
    const auto extraction = extract(document, dutch(), Style::news);
    INFO(text << "\n" << all_of(extraction));
    for (const auto& claim : extraction.claims) check(document, extraction, claim);
    claims += extraction.claims.size();
  }
  CHECK(claims > all.size() / 2);
}

}  // namespace

TEST_CASE("claims: contents lie in the document and in the evidence, and are its words") {
  for_all(texts(), [](const Document& document, const Extraction&, const Claim& claim) {
    CHECK(slice(document.raw, claim.at.span) == claim.at.text);
    CHECK(!claim.contents.empty());
    for (const auto& content : claim.contents) {
      CHECK(content.span.begin < content.span.end);
      CHECK(claim.at.span.begin <= content.span.begin);
      CHECK(content.span.end <= claim.at.span.end);
      CHECK(slice(document.raw, content.span) == content.text);
    }
  });
}

TEST_CASE("claims: what is quoted directly stands in quotation marks, from the first word to the last") {
  for_all(texts(), [](const Document&, const Extraction&, const Claim& claim) {
    if (claim.kind != "direct") return;
    for (const auto& content : claim.contents) CHECK(begins_with_mark(content.text));
  });
}

TEST_CASE("claims: no claim without a cue or a quotation around it") {
  for_all(texts(), [](const Document&, const Extraction&, const Claim& claim) {
    if (claim.cue.text.empty()) CHECK(claim.kind == "direct");
    else CHECK((claim.at.span.begin <= claim.cue.span.begin && claim.cue.span.end <= claim.at.span.end));
  });
}

TEST_CASE("claims: ids are single, links lead to claims of others, contradictions are mutual") {
  for_all(texts(), [](const Document&, const Extraction& extraction, const Claim& claim) {
    const auto find = [&](const std::string& id) { return std::find_if(extraction.claims.begin(), extraction.claims.end(), [&](const Claim& c) { return c.id == id; }); };
    CHECK(std::count_if(extraction.claims.begin(), extraction.claims.end(), [&](const Claim& c) { return c.id == claim.id; }) == 1);
    for (const auto& id : claim.denies) {
      REQUIRE(find(id) != extraction.claims.end());
      CHECK(claim.stance == "denies");
      CHECK(id != claim.id);
    }
    for (const auto& id : claim.contradicts) {
      REQUIRE(find(id) != extraction.claims.end());
      CHECK(std::count(find(id)->contradicts.begin(), find(id)->contradicts.end(), claim.id) == 1);
    }
  });
}

TEST_CASE("claims: without its quotation marks no text is one claim, and none fails") {
  for (const auto& text : texts()) {
    const auto plain = without_marks(text);
    const auto extraction = read(plain);
    if (std::count(plain.begin(), plain.end(), '.') < 5) continue;
    INFO(plain << "\n" << all_of(extraction));
    for (const auto& claim : extraction.claims) CHECK(claim.at.text.size() * 2 < plain.size());
  }
}

TEST_CASE("claims: a mark cut out anywhere leaves the rest readable") {
  const std::string article =
      "Bakker Nora Wiebes sluit vroeg. „Het brood is op”, zei ze. „Morgen bak ik weer.”\n\nBuurman Bram Kuijt vindt het jammer. ‘Ik kom hier elke dag’, aldus Kuijt, ‘en nu is er niets.’\n\n"
      "Wethouder Anna Terhorst zegt dat de markt groter wordt.";
  for (const auto& mark : kMarks) {
    for (auto at = article.find(mark); at != std::string::npos; at = article.find(mark, at + mark.size())) {
      auto torn = article;
      torn.erase(at, mark.size());
      const auto extraction = read(torn);
      INFO(torn << "\n" << all_of(extraction));
      CHECK(std::any_of(extraction.claims.begin(), extraction.claims.end(), [](const Claim& c) { return c.speaker.id == "terhorst" && said(c) == "dat de markt groter wordt"; }));
    }
  }
}

TEST_CASE("claims: every opening mark is closed, goes on in the next paragraph, or is reported") {
  for (const auto& text : texts()) {
    for (const bool torn : {false, true}) {
      auto cut = text;
      if (const auto at = cut.rfind("”"); torn && at != std::string::npos) cut.erase(at, std::string("”").size());
      const auto document = document_of(cut);
      const auto words = read_text(document, dutch().data());
      const auto quotes = find_quotes(words, document);
      const auto open = std::count_if(quotes.begin(), quotes.end(), [](const Quote& q) { return !q.closed && q.next == kNoQuote; });
      const auto extraction = extract(document, dutch(), Style::news);
      INFO(cut);
      CHECK(std::count_if(extraction.warnings.begin(), extraction.warnings.end(), [](const Diagnostic& d) { return d.code == "text.unclosed-quotation"; }) == open);
    }
  }
}

TEST_CASE("claims: at least two hundred reporting verbs, each with an example") {
  const auto model = dutch_rules();
  std::set<std::string> shown;
  for (const auto& example : model.examples) {
    if (example.rule != kNoRule && example.gives.size() > 0) shown.insert(model.rules[example.rule].id);
  }
  std::map<std::string, bool> verbs;
  for (const auto& item : model.rules) {
    if (item.kind != RuleKind::report_verb) continue;
    INFO(item.id);
    CHECK(shown.contains(item.id));
    const auto verb = item.node["verb"];
    if (verb.is_scalar()) verbs[verb.text()] = true;
    if (verb.is_list()) {
      for (const auto& one : verb) verbs[one.text()] = true;
    }
  }
  CHECK(verbs.size() >= 200);
}
