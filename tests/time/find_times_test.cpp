// Time expressions in sentences, and what must hold of all of them.
#include "support.hpp"

#include "../../src/time/timex.hpp"

#include <boost/regex.hpp>

#include <clocale>
#include <cstdlib>

using namespace kroniek;
using namespace kroniek::test;

namespace {

// TIMEX3 values, with ISO 8601 intervals of them.
bool is_timex(const std::string& value) {
  static const boost::regex kOne(
      "(\\d\\d|XX|\\d{3}|XXX|"
      "(FY|SY)?(\\d{4}|XXXX)(-(\\d\\d|XX)(-(\\d\\d|XX))?|-W(\\d\\d|XX)(-([1-7]|X|WE))?|-(Q[1-4X]|H[12X]|SP|SU|FA|WI))?(T(\\d\\d(:\\d\\d(:\\d\\d)?)?|MO|MI|AF|EV|NI|DT))?|"
      "T(\\d\\d(:\\d\\d(:\\d\\d)?)?|MO|MI|AF|EV|NI|DT)|"
      "PT?X[A-Z]+|P([\\d.]+[A-Z]+)*(T([\\d.]+[HMS])+)?|PAST_REF|PRESENT_REF|FUTURE_REF|\\.\\.)");
  const auto slash = value.find('/');
  if (slash == std::string::npos) return boost::regex_match(value, kOne) && value != "..";
  return boost::regex_match(value.substr(0, slash), kOne) && boost::regex_match(value.substr(slash + 1), kOne);
}

template <class Check>
void for_all_examples(const std::vector<std::string>& published, const Check& check) {
  for (const auto& rule : TimePack::get().sources) {
    for (const auto& example : rule.examples) {
      for (const auto& date : published) {
        for (const auto style : {TimeStyle::news, TimeStyle::conversation}) {
          const auto reading = TimePack::get().read(example.text, date, style);
          for (const auto& hit : reading->found.hits) {
            INFO(example.text << " @" << date << ": '" << hit.expression.at.text << "' " << hit.expression.value);
            check(*reading, hit);
          }
        }
      }
    }
  }
}

}  // namespace

TEST_CASE("times: the pack compiles without a fault") {
  for (const auto& d : TimePack::get().diagnostics) {
    if (d.file.starts_with("time/") || d.file.starts_with("lexicon/time") || d.file.starts_with("lexicon/numbers")) FAIL_CHECK(to_text(d));
  }
}

TEST_CASE("times: every rule has examples that match and examples that must not, and they hold") {
  for (const auto& rule : TimePack::get().sources) {
    bool match = false, none = false;
    for (const auto& example : rule.examples) {
      (example.gives.empty() ? none : match) = true;
      const auto style = example.style == "conversation" ? TimeStyle::conversation : TimeStyle::news;
      const auto reading = TimePack::get().read(example.text, example.published, style);
      const auto& hits = reading->found.hits;
      INFO(rule.id << ": " << example.text << " gives " << told(example.text, example.published, style));
      CHECK(hits.size() == example.gives.size());
      for (std::size_t i = 0; i < std::min(hits.size(), example.gives.size()); ++i) {
        const auto& expected = example.gives[i];
        const auto& found = hits[i].expression;
        if (!expected.text.empty()) CHECK(found.at.text == expected.text);
        if (!expected.value.empty()) CHECK(found.value == expected.value);
        if (!expected.edtf.empty()) CHECK((found.date ? found.date->edtf : "-") == expected.edtf);
        if (!expected.mod.empty()) CHECK(found.mod == expected.mod);
      }
    }
    INFO(rule.id);
    CHECK(match);
    CHECK(none);
  }
}

TEST_CASE("times: every value parses, and no date ends before it begins") {
  for_all_examples({"2025-04-26", "2025-02", "2024", "", "0001-01-01", "9999-12-31", "2096-02-29"}, [](const TimePack::Reading& reading, const TimeHit& hit) {
    const auto& e = hit.expression;
    CHECK(is_timex(e.value));
    CHECK(slice(reading.document.raw, e.at.span) == e.at.text);
    if (!e.date) return;
    CHECK(e.date->earliest <= e.date->latest);
    const auto parsed = parse_edtf(e.date->edtf);
    REQUIRE(parsed);
    CHECK(parsed->earliest == e.date->earliest);
    CHECK(parsed->latest == e.date->latest);
    CHECK(parsed->one_of == e.date->one_of);
  });
}

TEST_CASE("times: hits are in order, apart, and of known rules") {
  for_all_examples({"2025-04-26"}, [](const TimePack::Reading& reading, const TimeHit& hit) {
    CHECK(hit.first < hit.last);
    const auto index = static_cast<std::size_t>(&hit - reading.found.hits.data());
    if (index > 0) CHECK(reading.found.hits[index - 1].last <= hit.first);
    CHECK(hit.anchor < static_cast<std::int32_t>(index));
    CHECK_FALSE(hit.expression.rule.empty());
    if (hit.bare) CHECK_FALSE(hit.expression.reason.empty());
  });
}

TEST_CASE("times: shifting the publication by whole weeks shifts what is counted by weekdays and days") {
  const std::vector<std::string> sentences = {
      "Zij spraken woensdag.", "Zij zullen woensdag spreken.", "Zij spraken vorige week vrijdag.", "Zij spreken volgende week dinsdag.", "Zij kwamen afgelopen weekend.",
      "Zij spraken gisteren.", "Zij spraken vrijdagavond.", "In de nacht van dinsdag op woensdag viel het.", "Drie weken geleden kwam hij.", "Over tien dagen komt hij.",
      "Sinds maandag is het stil.", "Binnen een week is er overleg.", "De komende week is er overleg.", "Zij spraken dinsdag. Een dag later vertrok hij."};
  const Day start = parse_edtf("2025-03-19").value().earliest;
  for (const auto& sentence : sentences) {
    const auto base = TimePack::get().read(sentence, iso_day(start));
    REQUIRE_FALSE(base->found.hits.empty());
    for (const int weeks : {-2000, -53, -1, 1, 9, 60, 400}) {
      const auto moved = TimePack::get().read(sentence, iso_day(start + 7 * weeks));
      INFO(sentence << " " << weeks);
      REQUIRE(moved->found.hits.size() == base->found.hits.size());
      for (std::size_t i = 0; i < base->found.hits.size(); ++i) {
        const auto& was = base->found.hits[i].expression.date;
        const auto& is = moved->found.hits[i].expression.date;
        REQUIRE(was.has_value() == is.has_value());
        if (!was) continue;
        CHECK((was->earliest == kOpenPast ? is->earliest == kOpenPast : is->earliest == was->earliest + 7 * weeks));
        CHECK((was->latest == kOpenFuture ? is->latest == kOpenFuture : is->latest == was->latest + 7 * weeks));
      }
    }
  }
}

TEST_CASE("times: neither clock nor locale counts") {
  const std::string sentence = "Zij spraken gisteren om 18.00 uur, 3,5 jaar na 2 maart 2021.";
  const auto before = told(sentence, "2025-04-26");
  const std::string old_locale = std::setlocale(LC_ALL, nullptr);
  setenv("TZ", "Pacific/Auckland", 1);
  std::setlocale(LC_ALL, "tr_TR.UTF-8");
  std::setlocale(LC_ALL, "de_DE.UTF-8");
  CHECK(told(sentence, "2025-04-26") == before);
  unsetenv("TZ");
  std::setlocale(LC_ALL, old_locale.c_str());
}

TEST_CASE("times: weekdays follow the tense, and say so") {
  const auto of = [](const char* sentence) {
    const auto reading = TimePack::get().read(sentence, "2025-04-24");  // a Thursday
    REQUIRE(reading->found.hits.size() == 1);
    const auto& e = reading->found.hits[0].expression;
    return e.value + ", " + e.reason;
  };
  CHECK(of("Hij sprak dinsdag met Nora Wiebes.") == "2025-04-22, past tense: sprak");
  CHECK(of("Hij heeft dinsdag met Nora Wiebes gesproken.") == "2025-04-22, perfect tense: heeft");
  CHECK(of("Hij zal dinsdag met Nora Wiebes spreken.") == "2025-04-29, future tense: zal");
  CHECK(of("Hij spreekt dinsdag met Nora Wiebes.") == "2025-04-29, present tense: spreekt");
  CHECK(of("Hij zou dinsdag met Nora Wiebes hebben gesproken.") == "2025-04-22, hearsay of the past: zou");
  CHECK(of("Hij zou dinsdag met Nora Wiebes spreken.") == "2025-04-29, future in the past: zou");
  CHECK(of("Aanleiding is de raketaanval van dinsdag op Soemy.") == "2025-04-22, attribute of a noun: van");
  CHECK(of("Het bezoek was gepland voor dinsdag.") == "2025-04-29, announced: gepland");
  CHECK(of("Hulpverleners in Soemy, dinsdag.") == "2025-04-22, no finite verb");
}

TEST_CASE("times: a month of publication gives one of its days, fewer where the text tells more") {
  CHECK(told("Zij belden woensdag.", "2025-02") == "woensdag | 2025-WXX-3 | [2025-02-05,2025-02-12,2025-02-19,2025-02-26]");
  CHECK(told("Zij belden gisteren.", "2025-02") == "gisteren | 2025-XX-XX | 2025-01-31/2025-02-27");
  CHECK(told("Zij belden vandaag.", "2025-02") == "vandaag | 2025-02-XX | 2025-02");
  CHECK(told("Zij belden vorige week vrijdag.", "2025-02") == "vorige week vrijdag | 2025-WXX-5 | [2025-01-24,2025-01-31,2025-02-07,2025-02-14,2025-02-21]");
  CHECK(told("Zij belden dinsdag. Een dag later vertrok hij.", "2025-03") ==
        "dinsdag | 2025-WXX-2 | [2025-03-04,2025-03-11,2025-03-18,2025-03-25]\nEen dag later | 2025-03-XX | [2025-03-05,2025-03-12,2025-03-19,2025-03-26]");
  CHECK(told("Zij belden gisteren, woensdag 12 februari. Dinsdag was er overleg.", "2025-02") ==
        "gisteren | 2025-02-12 | 2025-02-12\nwoensdag 12 februari | 2025-02-12 | 2025-02-12\nDinsdag | 2025-02-11 | 2025-02-11");
  CHECK(told("Zij belden vandaag, woensdag. Gisteren niet.", "2025-02") ==
        "vandaag | 2025-02-XX | [2025-02-05,2025-02-12,2025-02-19,2025-02-26]\nwoensdag | 2025-WXX-3 | [2025-02-05,2025-02-12,2025-02-19,2025-02-26]\n"
        "Gisteren | 2025-02-XX | [2025-02-04,2025-02-11,2025-02-18,2025-02-25]");
}

TEST_CASE("times: without a publication date relative expressions stay open") {
  CHECK(told("Zij belden woensdag.", "") == "woensdag | XXXX-WXX-3 | -");
  CHECK(told("Zij belden op 12 februari.", "") == "12 februari | XXXX-02-12 | -");
  CHECK(told("Zij belden gisteren, vorig jaar en in 2014.", "") == "gisteren | XXXX-XX-XX | -\nvorig jaar | XXXX | -\n2014 | 2014 | 2014");
  CHECK(told("Op 3 maart 2025 belden zij. Een dag later niet.", "") == "3 maart 2025 | 2025-03-03 | 2025-03-03\nEen dag later | 2025-03-04 | 2025-03-04");
}

TEST_CASE("times: later stages may turn a bare date and count from something else") {
  const auto reading = TimePack::get().read("Sinds woensdagavond was het stil. De dag daarop kwam hij.", "2025-04-24");
  const auto& found = reading->found;
  REQUIRE(found.hits.size() == 2);
  CHECK(found.work->redirect(found.hits[1], Direction::forward) == found.hits[1].expression.date);
  CHECK(found.work->recount(found.hits[1], parse_edtf("2025-03-31").value())->edtf == "2025-04-01");
  CHECK(found.work->recount(found.hits[1], parse_edtf("[2025-02-05,2025-02-12]").value())->edtf == "[2025-02-06,2025-02-13]");
  const auto friday = TimePack::get().read("Hij sprak vrijdagavond.", "2025-04-24");
  REQUIRE(friday->found.hits.size() == 1);
  CHECK(friday->found.hits[0].bare);
  CHECK(friday->found.hits[0].expression.date->edtf == "2025-04-18");
  CHECK(friday->found.work->redirect(friday->found.hits[0], Direction::forward)->edtf == "2025-04-25");
}

TEST_CASE("times: impossible dates are findings") {
  for (const char* sentence : {"Op 30 februari kwam hij.", "Op 31-13-2025 kwam hij.", "Op 31 april 2024 kwam hij."}) {
    const auto reading = TimePack::get().read(sentence, "2025-04-26");
    INFO(sentence);
    CHECK(reading->found.hits.empty());
    REQUIRE(reading->found.warnings.size() == 1);
    CHECK(reading->found.warnings[0].code == "time.no-such-date");
  }
  const auto beyond = TimePack::get().read("Volgend jaar komt hij.", "9999-05-05");
  REQUIRE(beyond->found.warnings.size() == 1);
  CHECK(beyond->found.warnings[0].code == "time.beyond-calendar");
}

TEST_CASE("times: strange texts do no harm") {
  for (const std::string& text : {std::string(" "), std::string(3000, '1'), std::string("12:12:12:12:12:12"), std::string("om om om om"), std::string("\xF0\x9F\x95\x90 12 \xE2\x80\x93"),
                                 std::string("1-1-1-1-1-1-1-1-1 2025-2025-2025")}) {
    CHECK_NOTHROW(TimePack::get().read(text, "2025-04-26"));
  }
  std::string many;
  for (int i = 0; i < 3000; ++i) many += "vorige week vrijdag om half zes ";
  CHECK_NOTHROW(TimePack::get().read(many, "2025-04-26"));
}
