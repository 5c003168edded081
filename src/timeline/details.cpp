#include "details.hpp"

#include "../rules/word_lists.hpp"
#include "../text/numbers.hpp"

#include <algorithm>

namespace kroniek {

namespace {

bool in_time(const std::vector<TimeHit>& times, const Number& number) {
  const auto behind = std::upper_bound(times.begin(), times.end(), number.first, [](TokenId first, const TimeHit& t) { return first < t.first; });
  return behind != times.begin() && number.last <= (behind - 1)->last;
}

// The noun that is counted: the next one of the phrase that holds the number, or the word behind it.
std::string counted_noun(const Story& story, const Parse& parse, const Number& number) {
  const auto& text = story.known.text;
  for (const auto& phrase : parse.phrases) {
    if (phrase.first >= phrase.last || phrase.head >= parse.atoms.size()) continue;
    const auto& head = parse.atoms[phrase.head];
    if (parse.atoms[phrase.first].first <= number.first && number.last <= head.first) return fold(std::string(text.words(head.first, head.last)));
  }
  return {};
}

}  // namespace

std::vector<std::vector<Quantity>> amounts_of(const Story& story, const PackData& pack, const std::vector<EventHit>& hits) {
  std::vector<std::vector<Quantity>> all(hits.size());
  if (hits.empty()) return all;
  std::vector<Number> numbers;  // of the sentence of the hits
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const auto& hit = hits[i];
    if (i == 0 || hit.sentence != hits[i - 1].sentence) numbers = find_numbers(story.known.text, pack.time.numbers, pack.lexicon, hit.sentence, hit.sentence + 1);
    auto number = std::lower_bound(numbers.begin(), numbers.end(), hit.first, [](const Number& n, TokenId t) { return n.first < t; });
    for (; number != numbers.end() && number->last <= hit.last; ++number) {
      if (number->ordinal || in_time(story.known.times, *number)) continue;
      auto noun = counted_noun(story, story.parses[hit.sentence], *number);
      if (!noun.empty()) all[i].push_back({number->thousandths, std::move(noun)});
    }
  }
  return all;
}

std::string clock_of(const EventHit& hit, const std::vector<TimeHit>& times) {
  auto time = std::lower_bound(times.begin(), times.end(), hit.first, [](const TimeHit& t, TokenId first) { return t.first < first; });
  for (; time != times.end() && time->last <= hit.last; ++time) {
    if (time->expression.type != TimeType::time) continue;
    const auto at = time->expression.value.find('T');
    if (at != std::string::npos) return time->expression.value.substr(at);
  }
  return {};
}

std::vector<std::vector<std::uint32_t>> told_after(const Story& story, const std::vector<EventHit>& hits) {
  if (hits.empty()) return {};
  const auto& lexicon = story.known.lexicon;
  const auto next = lexicon.class_id("follows_event"), behind = lexicon.class_id("after_event"), ahead = lexicon.class_id("before_event");
  std::vector<std::vector<std::uint32_t>> all(hits.size());
  const auto last_before = [&](std::uint32_t i) -> std::int64_t {
    for (auto j = i; j-- > 0;) {
      if (hits[j].sentence + 3 < hits[i].sentence) break;
      if (hits[j].chain != hits[i].chain && hits[j].status == hits[i].status) return j;
    }
    return -1;
  };
  const auto note = [&](std::uint32_t later, std::uint32_t earlier) {
    auto& list = all[later];
    if (hits[later].chain != hits[earlier].chain && std::find(list.begin(), list.end(), earlier) == list.end()) list.push_back(earlier);
  };
  for (std::uint32_t i = 0; i < hits.size(); ++i) {
    const auto& hit = hits[i];
    const auto& parse = story.parses[hit.sentence];
    const auto& clause = parse.clauses[hit.clause];
    const bool follows = std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](auto a) { return parse.atoms[a].form != 0 && lexicon.in_class(parse.atoms[a].form, next); });
    if (const auto j = follows ? last_before(i) : -1; j >= 0) note(i, static_cast<std::uint32_t>(j));
    for (const auto p : clause.phrases) {
      const auto& phrase = parse.phrases[p];
      if (phrase.preposition == 0 || p == hit.phrase) continue;
      const bool after = lexicon.in_class(phrase.preposition, behind).has_value(), before = lexicon.in_class(phrase.preposition, ahead).has_value();
      if (!after && !before) continue;
      auto j = i;
      while (j > 0 && hits[j - 1].sentence == hit.sentence) --j;
      for (; j < hits.size() && hits[j].sentence == hit.sentence; ++j) {
        // The event that the phrase names, itself a mention.
        if (j == i || hits[j].trigger < phrase.first || hits[j].trigger >= phrase.last) continue;
        note(after ? i : j, after ? j : i);
      }
    }
  }
  return all;
}

}  // namespace kroniek
