#include "oracles.hpp"
#include "targets.hpp"

#include "../../src/rules/pack.hpp"
#include "../../src/time/find_times.hpp"

namespace fuzz {

using namespace kroniek;

namespace {

// Days, months and years of publication; which, the length of the text says, so that a change of it tries another.
const char* publication(std::size_t size) {
  constexpr std::array<const char*, 5> kDates = {"2025-03-19", "2025-03", "2025", "", "0001-01-01"};
  return kDates[size % kDates.size()];
}

void check(std::string_view text) {
  auto read = kroniek::ingest_text("f.txt", text, pack(), {publication(text.size())});
  for (auto& document : read.documents) {
    document.id = std::string("d");
    const auto extraction = kroniek::extract(document, pack(), text.size() % 3 == 0 ? Style::conversation : Style::news);
    require_extraction(extraction, document);
    require(to_ndjson(kroniek::extract(document, pack(), text.size() % 3 == 0 ? Style::conversation : Style::news)) == to_ndjson(extraction), "the same text gives the same", text);
    auto timeline = kroniek::assemble({extraction}, pack(), {});
    require_timeline(timeline);
    std::vector<Document> documents = {document};
    std::vector<Extraction> extractions = {extraction};
    const auto& words = *labels(pack(), "nl");
    require(is_utf8(to_timeml(documents, extractions)) && is_utf8(to_html(timeline, words, documents)) && is_utf8(to_markdown(timeline, words)), "output is UTF-8", text);
  }
}

}  // namespace

void times(std::string_view data) {
  const auto read = kroniek::ingest_text("f.txt", data, pack(), {publication(data.size())});
  for (const auto& document : read.documents) {
    const auto& rules = pack().data();
    const auto text = read_text(document, rules);
    const auto found = find_times(document, text, rules.time, rules.lexicon, data.size() % 3 == 0 ? TimeStyle::conversation : TimeStyle::news);
    TokenId before = 0;
    for (const auto& hit : found.hits) {
      require(hit.first >= before && hit.first < hit.last && hit.last <= text.tokens.size(), "times are words, in order and apart");
      before = hit.last;
      const auto& at = hit.expression.at;
      require(slice(document.raw, at.span) == at.text, "text[begin:end] is the text", at.text);
      require(!hit.expression.value.empty(), "a time has a value", at.text);
      if (hit.expression.date) require_date(*hit.expression.date);
      for (const auto direction : {Direction::backward, Direction::nearest, Direction::forward}) {
        if (const auto date = found.work->redirect(hit, direction)) require_date(*date);
      }
      for (const auto& told : {on_day(20000), on_day(kFirstDay), on_day(kLastDay), between(20000, kOpenFuture), between(kOpenPast, 20000)}) {
        if (const auto date = found.work->recount(hit, told)) require_date(*date);
      }
    }
  }
}

void extract(std::string_view data) { check(data); }

void words(std::string_view data) {
  const auto& lexicon = pack().data().lexicon;
  constexpr std::array<const char*, 20> kMarks = {". ", ", ", "\n\n", " \"", "\" ", ": ", "; ", " (", ") ", "? ", " - ", " 12 ", " 2025 ", " 14.30 ", " Jan de Vries ", " Foobaars ", "'s ", "… ", " 31 ", "\n"};
  std::string text;
  for (std::size_t at = 0; at + 1 < data.size() && text.size() < 4000; at += 2) {
    const auto number = static_cast<std::size_t>(static_cast<unsigned char>(data[at])) * 256 + static_cast<unsigned char>(data[at + 1]);
    if (number % 8 == 0) {
      text += kMarks[number / 8 % kMarks.size()];
      continue;
    }
    // The lexicon has more words than two bytes tell: each number stands for one of them.
    std::string word(lexicon.text(static_cast<FormId>(1 + number * 7919 % (lexicon.form_count() - 1))));
    if ((number % 3 == 0 || text.empty() || text.ends_with(". ")) && !word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
    text += word + ' ';
  }
  check(text);
}

}  // namespace fuzz
