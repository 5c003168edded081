#include "date_fits.hpp"

#include "event_nouns.hpp"
#include "modality.hpp"

#include <algorithm>

namespace kroniek {

DateFits::DateFits(const Story& story, const ClauseTimes& times)
    : story_(story), known_(story.known), lexicon_(known_.lexicon), times_(times), another_(lexicon_.class_id("another_one")), still_(lexicon_.class_id("up_to_now")), before_(lexicon_.class_id("before_preposition")), after_(lexicon_.class_id("after_event")), until_(lexicon_.class_id("to_date")), aftermath_(lexicon_.class_id("aftermath")) {
  if (story.document.published) published_ = story.document.published->date;
}

bool DateFits::same_direction(const EventHit& hit, std::uint32_t time, const std::optional<DateValue>& told_on) const {
  const auto& date = *known_.times[time].expression.date;
  const bool ahead = hit.modality == Modality::planned || hit.modality == Modality::conditional || hit.modality == Modality::demanded || hit.modality == Modality::proposed ||
                     hit.modality == Modality::promised || hit.modality == Modality::threatened;
  if (!told_on) return true;
  if (ahead && !story_.rules.types[hit.type].speech_act) {
    return date.is_day() || !date.one_of.empty() ? date.earliest > told_on->latest : date.latest > told_on->latest;
  }
  const auto& clause = story_.parses[hit.sentence].clauses[hit.dated_clause];
  return !(clause.past && !clause.future && !ahead) || date.earliest <= told_on->latest;
}

// "drie dagen later viel het leger aan": what is told in the past was before publication, so that another day was meant.
bool DateFits::counted_too_far(const EventHit& hit, const Clause& clause) const {
  return hit.time != kNone && known_.times[hit.time].kind == TimeKind::anaphoric && (clause.past || clause.perfect) && hit.date.earliest > published_->latest;
}

// "zei dat het dit jaar een miljard uittrekt": that is what was promised, not when.
bool DateFits::promised_for(const EventHit& hit, const Clause& clause) const {
  return is_act(story_, hit) && !clause.past && !clause.perfect && hit.time != kNone && hit.date.one_of.empty() && hit.date.earliest < published_->earliest && hit.date.latest > published_->latest;
}

// "Het bestand geldt tot zondag": so long it lasts, and it is in force; but "komt uiterlijk zondag".
bool DateFits::until_later(const EventHit& hit, const Clause& clause) const {
  if (hit.modality != Modality::none || hit.time == kNone || hit.date.earliest != kOpenPast || known_.times[hit.time].kind != TimeKind::interval) return false;
  if (!lexicon_.in_class(known_.text.tokens[known_.times[hit.time].first].form, until_)) return false;
  if (is_act(story_, hit)) return true;  // "gaf X tot vrijdag de tijd": when it was given is not said; but "beloofde het voor vrijdag"
  const bool now = clause.finite != kNone && !clause.past && !clause.perfect;
  return hit.date.latest > published_->latest || (now && hit.date.latest >= published_->earliest && hit.date.latest != published_->latest);
}

bool DateFits::left_traces(const EventHit& hit, const Clause& clause) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto of_traces = [&](std::uint32_t phrase) {
    const auto behind = parse.phrases[phrase].last;  // "de slachtoffers van de aanval op kerstavond"
    if (behind + 1 < parse.atoms.size() && (parse.atoms[behind].tag == Tag::time || (parse.atoms[behind].tag == Tag::preposition && parse.atoms[behind + 1].tag == Tag::time))) return false;
    const auto above = parse.phrases[phrase].of;
    const auto of = parse.phrases[phrase].preposition;
    return above != kNone && of != 0 && lexicon_.in_class(of, story_.classes.of) && is_of(lexicon_, parse.atoms[parse.phrases[above].head], aftermath_);
  };
  if (hit.phrase != kNone) return of_traces(hit.phrase);
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t phrase) { return of_traces(phrase) && names_type(story_, parse, phrase, hit.type); });
}

bool DateFits::not_yet(const EventHit& hit, const Clause& clause) const { return (clause.negated || hit.modality == Modality::negated) && holds_word(story_, hit, still_); }

bool DateFits::vaguely(const EventHit& hit, const Clause& clause) const {
  return std::any_of(clause.times.begin(), clause.times.end(), [&](std::uint32_t i) { return known_.times[story_.parses[hit.sentence].atoms[i].time].kind == TimeKind::vague; });
}

bool DateFits::names_another(const EventHit& hit) const { return hit.phrase != kNone && phrase_holds(known_, story_.parses[hit.sentence], hit.phrase, another_); }

std::optional<DateValue> DateFits::beside_scene(const EventHit& hit, const Clause& clause, const DateValue& scene) const {
  const auto& parse = story_.parses[hit.sentence];
  if (hit.phrase == kNone || !published_ || !clause.past || clause.perfect || !verb_in(lexicon_, clause.verb, story_.classes.copula) || clause.subject == kNone) return std::nullopt;
  const auto& subject = parse.phrases[clause.subject];
  if (parse.atoms[subject.head].tag != Tag::pronoun || parse.atoms[subject.head].mention != kNone || scene.earliest == kOpenPast) return std::nullopt;
  for (auto i = hit.phrase; i != kNone; i = parse.phrases[i].of) {
    const auto preposition = parse.phrases[i].preposition;
    if (preposition == 0) continue;
    if (lexicon_.in_class(preposition, before_)) return between(scene.earliest, published_->latest);
    if (lexicon_.in_class(preposition, after_)) return between(kOpenPast, scene.latest);
  }
  return std::nullopt;
}

}  // namespace kroniek
