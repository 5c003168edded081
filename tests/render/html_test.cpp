#include "../../src/render/html_axis.hpp"
#include "../../src/render/html_text.hpp"
#include "../../src/render/passage.hpp"
#include "../../src/render/quotation.hpp"
#include "../../src/rules/pack.hpp"
#include "../../src/timeline/evidence.hpp"
#include "../golden.hpp"
#include "samples.hpp"

using namespace kroniek;
using namespace kroniek::render;

namespace {

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t n = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++n;
  return n;
}

Document read(const std::string& raw) { return ingest_text("a.txt", raw, *builtin_pack("nl"), {"2025-03-19"}).documents.at(0); }

EventMention mention_of(const Document& document, const std::string& words, const std::string& date) {
  const auto place = [&](const std::string& text) {
    const auto at = document.raw.find(text);
    REQUIRE(at != std::string::npos);
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < at; ++i) begin += (document.raw[i] & '\xC0') != '\x80';
    std::uint32_t size = 0;
    for (const char c : text) size += (c & '\xC0') != '\x80';
    return Evidence{{begin, begin + size}, text, 1};
  };
  EventMention mention;
  mention.document = document.id;
  mention.at = place(words);
  if (!date.empty()) mention.date_at = place(date);
  return mention;
}

}  // namespace

TEST_CASE("text of a source is never markup in HTML") {
  CHECK(markup_escaped("<a href=\"x\" id='y'>&amp;") == "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;");
  CHECK(markup_escaped("a\x01\r\n\u202Eb\u2066\uFFFE") == "a   b ");
  CHECK(markup_escaped("a\xFF") == "a\uFFFD");
  CHECK(safe_url("https://example.org/?a=1&b=2") == "https://example.org/?a=1&b=2");
  for (const char* url : {"javascript:alert(1)", "data:text/html,x", "https://example.org/\"x", "https://example.org/ x", "//example.org", "", "HTTPS://example.org/<x>"}) CHECK(safe_url(url) == "");
}

TEST_CASE("evidence is shown in its sentence") {
  const auto document = read("# Een kop\n\nEerst dit. Okta belde *dinsdag* met „Vermeulen” in één stad; dat was alles. Later meer.\n");
  const auto found = passage(&document, mention_of(document, "belde *dinsdag* met", "dinsdag"));
  CHECK(found.text == "Okta belde dinsdag met „Vermeulen” in één stad; dat was alles.");
  CHECK(found.text.substr(found.evidence.begin, found.evidence.end - found.evidence.begin) == "belde dinsdag met");
  CHECK(found.text.substr(found.date.begin, found.date.end - found.date.begin) == "dinsdag");
  CHECK(marked(found, {samples::okta(), samples::vermeulen()}) ==
        "<b class=\"actor\">Okta</b> <mark>belde </mark><mark class=\"when\">dinsdag</mark><mark> met</mark> „<b class=\"actor\">Vermeulen</b>” in één stad; dat was alles.");
  const auto alone = passage(nullptr, mention_of(document, "belde *dinsdag* met", "dinsdag"));
  CHECK(alone.text == "belde dinsdag met");
  CHECK(marked(alone, {}) == "<mark>belde </mark><mark class=\"when\">dinsdag</mark><mark> met</mark>");
  auto beyond = mention_of(document, "Later meer", "");
  beyond.at.span = {5000, 5010};
  CHECK(passage(&document, beyond).text == "Later meer");
}

TEST_CASE("trigger and participants are marked by their places") {
  // "hij" is nobody's name, and the first "Tolsma" is not who called.
  const auto document = read("Na de top van Tolsma en Koster was er geen rust. Dinsdag belde hij Wiebes weer *op*, en Wiebes belde Tolsma.\n");
  auto mention = mention_of(document, "Dinsdag belde hij Wiebes weer *op*", "Dinsdag");
  const auto add = [&](const char* role, const char* id, const char* words) {
    const auto at = mention_of(document, words, "").at;
    mention.words.push_back({role, id, at.span, at.text});
  };
  add("trigger", "", "belde");
  add("trigger", "", "op*");
  mention.words.back().span.end -= 1;
  mention.words.back().text = "op";
  add("initiator", "tolsma", "hij");
  add("target", "wiebes", "Wiebes");
  add("place", "moscow", "rust");  // of the sentence before
  const std::string told =
      "<mark class=\"when\">Dinsdag</mark><mark> </mark><mark class=\"trigger\">belde</mark><mark> </mark><mark><b class=\"actor\">hij</b></mark><mark> </mark>"
      "<mark><b class=\"actor\">Wiebes</b></mark><mark> weer </mark><mark class=\"trigger\">op</mark>";
  const std::vector<ActorRef> people = {{"tolsma", "Jan Tolsma", "initiator", ""}, {"wiebes", "Nora Wiebes", "target", ""}};
  CHECK(marked(passage(&document, mention), people) == told + ", en Wiebes belde Tolsma.");
  CHECK(marked(passage(nullptr, mention), people) == told);
}

TEST_CASE("evidence is without what stands in the middle of it in the source") {
  const std::string head = "Een lange kop van een dagblad over de reis";
  const auto document = read(head + "\n\nDe gezant had vrijdag in *Parijs*\n\n" + head + "\n\neen ontmoeting met iedereen.\n\n" + head + "\n\nDat was alles wat er die dag te melden viel.\n");
  const auto pack = builtin_pack("nl");
  const auto text = read_text(document, pack->data());
  const Places places(document, text);
  const auto token = [&](const char* word) {
    const auto found = std::find_if(text.tokens.begin(), text.tokens.end(), [&](const Token& t) { return document.text.substr(t.begin, t.end - t.begin) == word; });
    REQUIRE(found != text.tokens.end());
    return static_cast<TokenId>(found - text.tokens.begin());
  };
  const auto whole = places.evidence(token("gezant"), token("ontmoeting") + 1);
  CHECK(whole.text == "gezant had vrijdag in *Parijs*\n\n" + head + "\n\neen ontmoeting");
  CHECK(whole.plain == "gezant had vrijdag in Parijs een ontmoeting");
  CHECK(plain_quote(whole) == whole.plain);
  // Markup alone leaves no doubt.
  const auto short_one = places.evidence(token("vrijdag"), token("Parijs") + 1);
  CHECK(short_one.plain.empty());
  CHECK(plain_quote(short_one) == "vrijdag in Parijs");
}

TEST_CASE("names are found whole, in full or by their last word") {
  const std::string text = "Ilja Okta en Okta, maar niet Oktaaf; Vermeulen wel";
  const auto pieces = find_names(text, {samples::okta(), samples::vermeulen()});
  REQUIRE(pieces.size() == 3);
  CHECK(text.substr(pieces[0].begin, pieces[0].end - pieces[0].begin) == "Ilja Okta");
  CHECK(text.substr(pieces[1].begin, pieces[1].end - pieces[1].begin) == "Okta");
  CHECK(text.substr(pieces[2].begin, pieces[2].end - pieces[2].begin) == "Vermeulen");
  CHECK(find_names("een delegatie", {{"x", "delegatie van de stad", "", ""}}).empty());
}

TEST_CASE("the page holds every entry, claim and source once") {
  const auto nl = samples::labels("nl");
  const auto rich = samples::rich();
  const auto page = to_html(rich, nl);
  for (const auto* all : {&rich.entries, &rich.undated}) {
    for (const auto& entry : *all) CHECK(count(page, "<li id=\"" + entry.id + "\"") == 1);
  }
  for (const auto& claim : rich.claims) CHECK(count(page, "<li id=\"" + claim.claim.id + "\"") == 1);
  CHECK(count(page, "<li id=\"source-") == rich.documents.size());
  CHECK(count(html_axis(rich, nl), "<a href=") == rich.entries.size());
  CHECK(count(page, "3 gebeurtenissen vallen buiten de gevraagde periode") == 1);
  CHECK(html_axis(samples::empty(), nl).empty());
  CHECK(to_html(rich, samples::labels("en")).find("<html lang=\"en-GB\">") != std::string::npos);
  CHECK(to_html(samples::empty(), nl).find("Er is geen gebeurtenis met een datum gevonden.") != std::string::npos);
}

TEST_CASE("hostile titles and quotations stay text in the page") {
  const auto page = to_html(samples::hostile(), samples::labels("nl"));
  CHECK(count(page, "<script") == 2);
  CHECK(count(page, "javascript:") == 0);
  CHECK(count(page, "<!--") == 0);
  CHECK(count(page, "<img") == 0);
  CHECK(page.find("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;") != std::string::npos);
}

TEST_CASE("one entry far away does not make all others a dot") {
  auto timeline = samples::empty();
  for (int i = 0; i < 40; ++i) timeline.entries.push_back(samples::entry(i, "meeting", "x", on_day(samples::day(2025, 2, 1) + i)));
  timeline.entries.insert(timeline.entries.begin(), samples::entry(99, "meeting", "ver", on_day(samples::day(2014, 3, 1))));
  const auto axis = html_axis(timeline, samples::labels("nl"));
  const auto from = axis.find("data-from=\"") + 11;
  CHECK(std::stoi(axis.substr(from)) > samples::day(2025, 1, 1));
  CHECK(axis.find("data-first=\"" + std::to_string(samples::day(2014, 3, 1))) != std::string::npos);
}

TEST_CASE("what sources disagree on is told apart") {
  auto timeline = samples::empty();
  timeline.documents = {samples::document(1, "Een", "2025-03-01"), samples::document(2, "Twee", "2025-03-01")};
  timeline.entries = {samples::entry(1, "meeting", "Top", on_day(samples::day(2025, 2, 12)))};
  auto& mentions = timeline.entries[0].mentions;
  mentions[0].date = on_day(samples::day(2025, 2, 12));
  mentions.push_back(mentions[0]);
  mentions[1].document = "d2";
  const auto nl = samples::labels("nl");
  CHECK(to_html(timeline, nl).find("id=\"h-differ\"") == std::string::npos);
  timeline.entries[0].conflicts = {{"tenten & <b>", {{"12", {"d1"}}, {"15", {"d2"}}}}};
  const auto page = to_html(timeline, nl);
  CHECK(page.find("id=\"h-differ\"") != std::string::npos);
  // Once where the entry stands, once where differences do.
  CHECK(count(page, "het aantal tenten &amp; &lt;b&gt;: 12 <a href=\"#source-1\">[1]</a>, 15 <a href=\"#source-2\">[2]</a>.") == 2);
}
