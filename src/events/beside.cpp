#include "beside.hpp"

#include "event_nouns.hpp"

#include <algorithm>

namespace kroniek {

namespace {

constexpr std::uint32_t kNearBlocks = 3;
constexpr int kPassedOver = 4;  // plans

bool tells_of_past(const Clause& clause) { return clause.past && !clause.future; }

}  // namespace

// "bij een aanval": or of another event than those told before.
bool BesideEvents::is_new(const Parse& parse, const Phrase& phrase) const {
  const auto form = phrase.first + 1 < phrase.last ? parse.atoms[phrase.first + 1].form : 0;
  return form != 0 && story_.known.lexicon.in_class(form, indefinite_);
}

// "bij het overleg was ook X": not at one that is still to come.
const EventHit* BesideEvents::last(std::span<const EventHit> before, const std::vector<std::uint16_t>& types, bool held) const {
  const auto* told = told_last(before, types);
  for (int passed = 0; held && told != nullptr && told->status == "planned" && passed < kPassedOver; ++passed) {
    told = told_last(before.first(static_cast<std::size_t>(told - before.data())), types);
  }
  return told;
}

const EventHit* BesideEvents::told(const EventHit& hit, std::span<const EventHit> before) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& clause = parse.clauses[hit.dated_clause];
  for (const auto i : clause.phrases) {
    const auto& phrase = parse.phrases[i];
    if (i == hit.phrase || !is_beside(phrase) || is_new(parse, phrase)) continue;
    const auto* event = last(before, types_named(story_, parse, i), tells_of_past(clause));
    if (event != nullptr && story_.known.text_sentence(event->sentence).block + kNearBlocks >= story_.known.text_sentence(hit.sentence).block) return event;
  }
  return nullptr;
}

bool BesideEvents::was_held(const EventHit& hit) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& clause = parse.clauses[hit.clause];
  if (hit.status != "occurred" || !tells_of_past(clause)) return false;
  if (hit.phrase != kNone) return is_beside(parse.phrases[hit.phrase]);
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) { return is_beside(parse.phrases[p]) && !types_named(story_, parse, p).empty(); });
}

}  // namespace kroniek
