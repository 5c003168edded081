#include "plans.hpp"

#include "event_nouns.hpp"
#include "modality.hpp"

#include <algorithm>

namespace kroniek {

void Plans::adjust(EventHit& hit, const DateValue& published) const {
  // "moeten eind dit jaar aankomen"
  if (hit.must && hit.modality == Modality::demanded && dated(hit) && hit.date.latest > published.latest) make_plan(hit);
  if (hit.status != "occurred" || hit.date.edtf.empty()) return;
  const auto& clause = clause_of(story_, hit);
  // "de deal na overleg begin deze maand"
  if (stands_behind(story_, hit, after_) && hit.date.earliest <= published.latest) return;
  const bool own_present = dated(hit) && !clause.past && !clause.perfect;
  // "ontmoet hem woensdag of donderdag", in the paper of that Wednesday
  const bool one_ahead = own_present && is_talks(story_, hit) && !hit.date.one_of.empty() && published.is_day() && hit.date.earliest >= published.latest;
  const bool ahead = one_ahead || (hit.date.earliest > published.latest && hit.date.earliest != kOpenPast);
  // "Zij ontvangt hem maandag", in a text of which only the month is known
  const bool up_to_now = hit.time != kNone && story_.known.times[hit.time].kind == TimeKind::interval && hit.date.earliest != kOpenPast && hit.date.latest <= published.latest;  // "sinds maandag"
  const bool is_there = hit.phrase == kNone && hit.place != -1 && verb_in(story_.known.lexicon, clause.verb, story_.classes.copula);  // "is dinsdag in Oslo", in the paper of that day
  const bool next = own_present && hit.date.latest >= published.earliest && !is_there && !up_to_now && !published.is_day() && !hit.date.is_day() && story_.known.times[hit.time].bare && story_.known.times[hit.time].direction == Direction::present;
  // "beslist uiterlijk vrijdag"; but "praat tot vrijdag"
  const bool deadline = own_present && hit.date.earliest == kOpenPast && hit.date.latest > published.latest && !story_.known.lexicon.in_class(story_.known.text.tokens[story_.known.times[hit.time].first].form, until_);
  if (ahead || next || deadline || (own_present && (goes_beyond(hit, published) || is_tonight(hit, published) || meets_today(hit, published)))) make_plan(hit);
}

// Whether a main clause in the present tense begins with "dan", or has it behind its verb.
bool Plans::says_then(const EventHit& hit) const {
  const auto& clause = clause_of(story_, hit);
  if (clause.kind != ClauseKind::main || clause.finite == kNone || clause.past || clause.perfect) return false;
  const auto& atoms = story_.parses[hit.sentence].atoms;
  return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) {
    const bool here = i == clause.atoms.front() || (i > clause.finite && atoms[i].tag == Tag::adverb);
    return here && atoms[i].form != 0 && story_.known.lexicon.in_class(atoms[i].form, then_);
  });
}

// The sentence before, in the same paragraph; nullptr if there is none.
const Parse* Plans::sentence_before(const EventHit& hit) const {
  return story_.known.text.goes_on(hit.sentence) ? &story_.parses[hit.sentence - 1] : nullptr;
}

std::uint32_t Plans::day_ahead(const EventHit& hit, const ClauseTimes& times) const {
  const auto& published = story_.document.published;
  const auto* before = sentence_before(hit);
  if (!published || before == nullptr) return kNone;
  for (auto c = static_cast<std::uint32_t>(before->clauses.size()); c-- > 0;) {
    const auto& clause = before->clauses[c];
    if (clause.kind != ClauseKind::main || clause.past || clause.perfect) continue;
    const auto time = times.of_verb(*before, c);
    if (time == kNone) continue;
    const auto& date = *story_.known.times[time].expression.date;
    if (date.is_day() && date.earliest > published->date.latest) return time;
  }
  return kNone;
}

std::optional<Plans::DayAhead> Plans::then(const EventHit& hit, const ClauseTimes& times) const {
  constexpr Day kWeek = 7;
  const auto& published = story_.document.published;
  const auto* before = sentence_before(hit);
  if (!published || before == nullptr || !says_then(hit)) return std::nullopt;
  for (auto i = before->atoms.size(); i-- > 0;) {
    const auto time = before->atoms[i].time;
    if (time == kNone || !times.dates(time)) continue;
    const auto& found = story_.known.times[time];
    auto date = *found.expression.date;
    // "drong aan op een antwoord vóór 10 april"
    if (date.earliest == kOpenPast) date = on_day((found.bare ? story_.time_work.redirect(found, Direction::forward).value_or(date) : date).latest);
    const bool ahead = date.one_of.empty() && !date.is_open() && date.earliest > published->date.latest && date.latest - date.earliest < kWeek;
    return ahead ? std::optional(DayAhead{time, std::move(date)}) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Plans::DayAhead> Plans::day_meant(const EventHit& hit, const ClauseTimes& times) const {
  const auto& published = story_.document.published;
  const auto& clause = story_.parses[hit.sentence].clauses[hit.dated_clause];
  const bool convened = hit.modality == Modality::none && verb_in(story_.known.lexicon, clause.verb, convenes_);
  const bool open = convened || hit.modality == Modality::planned || hit.modality == Modality::proposed || hit.modality == Modality::promised;
  // not "was voor zondag gepland": that Sunday may be over
  if (!published || (hit.phrase == kNone ? !convened : hit.phrase == clause.subject && clause.past) || !open || !is_talks(story_, hit)) return std::nullopt;
  const auto own = times.of_noun(hit);
  const auto& parse = story_.parses[hit.sentence];
  for (const auto i : clause.times) {
    const auto time = parse.atoms[i].time;
    if ((own != kNone && own != time) || !times.dates(time) || !story_.known.times[time].bare || !times.is_purpose(parse, i)) continue;
    auto date = story_.time_work.redirect(story_.known.times[time], Direction::forward);
    if (date && date->latest >= published->date.earliest) return DayAhead{time, std::move(*date)};
  }
  return std::nullopt;
}

bool Plans::goes_with_it(const EventHit& hit) const {
  const auto& clause = clause_of(story_, hit);
  // "Hij praat daar met Y", "Oslo meldt dat hij daar met Y praat"
  const bool said = said_by(story_.known, story_.classes, story_.parses[hit.sentence], clause) != kNone;
  if ((clause.kind != ClauseKind::main && !said) || clause.finite == kNone || clause.past || clause.perfect) return false;
  if (hit.phrase == kNone && says_then(hit)) return true;
  const bool there = hit.phrase == kNone && holds_word(story_, hit, there_);
  if (!is_talks(story_, hit) && !there) return false;
  if (is_talks(story_, hit) && there) return true;
  const bool told_of = hit.phrase == kNone || hit.phrase == clause.subject || hit.phrase == clause.object;
  const auto& parse = story_.parses[hit.sentence];
  const auto* subject = hit.phrase == kNone && clause.subject != kNone ? &parse.atoms[parse.phrases[clause.subject].head] : nullptr;
  const bool he = subject != nullptr && (subject->tag == Tag::pronoun || (subject->mention != kNone && story_.known.mentions[subject->mention].kind == MentionKind::pronoun));  // "de twee"
  if (there) return he;  // "Daar vraagt zij om tanks"
  return told_of && (he || holds_word(story_, hit, follows_) || (hit.place == -1 && holds_word(story_, hit, adds_)));
}

bool Plans::day_of_another(const EventHit& hit, const ClauseTimes& times, const DateValue& published) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& clause = parse.clauses[hit.dated_clause];
  if (hit.phrase == kNone || hit.time == kNone || hit.modality != Modality::planned || hit.date.is_open() || hit.date.latest > published.latest) return false;
  const bool over = clause.perfect || (clause.past && !clause.future);
  return over && parse.phrases[hit.phrase].preposition != 0 && times.of_noun(hit) != hit.time && !times.plans(parse, clause);
}

bool Plans::below_plan(const EventHit& hit, std::span<const EventHit> before) const {
  const auto& clause = clause_of(story_, hit);
  if (hit.phrase != kNone || clause.kind != ClauseKind::relative || clause.past || clause.perfect || !is_talks(story_, hit)) return false;
  return std::any_of(before.rbegin(), before.rend(), [&](const EventHit& plan) { return plan.sentence == hit.sentence && plan.clause == clause.parent && plan.status == "planned" && plan.phrase == kNone; });
}

// Of a text of which only the month is known, one of the weekdays of the plan is; talks may have no day yet.
bool Plans::is_ahead(const EventHit& hit, const DateValue& published) const {
  if (hit.modality != Modality::planned) return false;
  if (hit.date.latest == kOpenFuture && hit.date.earliest <= published.latest) return is_talks(story_, hit);
  return hit.date.latest > published.latest || (!hit.date.one_of.empty() && !published.is_day());
}

// Talks or a stay that a main clause tells right behind others.
bool Plans::next_talks(const EventHit& hit, const EventHit* before) const {
  const auto talks = [&](const EventHit& one) { return is_talks(story_, one); };
  if (before == nullptr || !talks(hit) || !talks(*before) || clause_of(story_, hit).kind != ClauseKind::main) return false;
  return before->sentence + 1 == hit.sentence && same_block(story_, *before, hit);
}

const EventHit* Plans::said_of_plan(const EventHit& hit, const EventHit* before) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& clause = clause_of(story_, hit);
  if (!next_talks(hit, before) || hit.phrase == kNone || hit.phrase != clause.object || (clause.past && !clause.future) || clause.perfect) return nullptr;
  const bool asked = before->status == "proposed" || before->status == "demanded";
  if (before->status != "planned" && !(asked && clause.past)) return nullptr;
  // "Dat zou hun eerste ontmoeting zijn sinds 2019": a day of its own would be of another
  const auto names_day = [&](std::uint32_t i) {
    const auto& date = story_.known.times[parse.atoms[i].time].expression.date;
    return date && (date->is_day() || !date->one_of.empty());
  };
  if (std::any_of(clause.times.begin(), clause.times.end(), names_day)) return nullptr;
  if (!is_link(story_.known.lexicon, story_.classes, clause.verb)) return nullptr;
  return clause.subject != kNone && parse.atoms[parse.phrases[clause.subject].head].tag == Tag::pronoun ? before : nullptr;
}

const EventHit* Plans::during_stay(const EventHit& hit, const EventHit* before, const DateValue& published) const {
  if (!next_talks(hit, before) || hit.phrase != kNone || before->time == kNone || before->status == "negated") return nullptr;
  if (!before->date.is_day() || before->date.earliest < published.earliest) return nullptr;
  if (hit.place == -1 || (hit.place != before->place && !lies_in(story_.gazetteer, hit.place, before->place))) return nullptr;
  const auto stays_there = [&](const Filler& filler) { return is_participant(filler) && takes_part(*before, filler.who); };
  return std::any_of(hit.fillers.begin(), hit.fillers.end(), stays_there) ? before : nullptr;
}

bool Plans::of_day(const EventHit& hit, std::uint32_t time) const {
  const auto& clause = clause_of(story_, hit);
  if (!is_talks(story_, hit) || hit.phrase != kNone || clause.past || clause.perfect || clause.kind == ClauseKind::conditional) return false;
  // "Zaterdag wacht Oslo. X gaat naar Lima": elsewhere
  const auto& before = story_.known.text_sentence(hit.sentence - 1);
  return story_.known.times[time].first == before.first && !holds_class(story_.known, before.first, before.last, story_.classes.place);
}

bool Plans::was_for(const EventHit& hit, const DateValue& published) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& clause = parse.clauses[hit.clause];
  if (hit.modality != Modality::planned || hit.phrase != kNone || !is_talks(story_, hit) || hit.time == kNone || hit.date.is_open() || hit.date.latest >= published.earliest) return false;
  if (clause.kind != ClauseKind::infinitive || clause.parent == kNone || !opened_by(story_.known.lexicon, parse, clause, purpose_)) return false;
  const auto& above = parse.clauses[clause.parent];
  return above.kind == ClauseKind::main && above.past && !above.perfect && !above.future && !above.negated && verb_in(story_.known.lexicon, above.verb, story_.classes.copula);
}

// "later vandaag", "straks om 15.00 uur", "later op de dag"
bool Plans::later_today(const EventHit& hit) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& clause = clause_of(story_, hit);
  const auto& known = story_.known;
  return std::any_of(clause.times.begin(), clause.times.end(), [&](std::uint32_t i) {
    if (parse.atoms[i].time != hit.time) return false;
    return (i > 0 && is_of(known.lexicon, parse.atoms[i - 1], later_)) || known.lexicon.in_class(known.text.tokens[parse.atoms[i].first].form, later_);
  });
}

// "ontvangt vandaag": talks and visits of the day are still to come; but "zei donderdag in Oslo, waar hij overlegt".
bool Plans::meets_today(const EventHit& hit, const DateValue& published) const {
  const auto& times = clause_of(story_, hit).times;
  if (std::none_of(times.begin(), times.end(), [&](std::uint32_t i) { return story_.parses[hit.sentence].atoms[i].time == hit.time; })) return false;
  if (later_today(hit)) return published == hit.date;
  const auto& clause = clause_of(story_, hit);
  const bool state = !clause.passive && clause.finite != kNone && verb_in(story_.known.lexicon, story_.parses[hit.sentence].atoms[clause.finite].verb, story_.classes.copula);  // "zijn vandaag bijeen"
  return (is_talks(story_, hit) || presents(hit)) && hit.phrase == kNone && !state && published == hit.date;
}

// "komt donderdag met een plan", also in the paper of that Thursday
bool Plans::presents(const EventHit& hit) const {
  const auto& clause = clause_of(story_, hit);
  const auto& type = story_.rules.types[hit.type];
  return type.speech_act && type.plover == kOffers && hit.phrase == kNone && !clause.past && !clause.perfect && story_.known.times[hit.time].bare && verb_in(story_.known.lexicon, clause.verb, presents_);
}

// A span that is not over: "komen de komende dagen bijeen", "ontvangt deze week", "levert dit jaar nog".
bool Plans::goes_beyond(const EventHit& hit, const DateValue& published) const {
  if (hit.date.latest <= published.latest) return false;
  const auto kind = story_.known.times[hit.time].kind;
  const bool current = !is_act(story_, hit) && kind == TimeKind::point && hit.date.one_of.empty() && hit.date.earliest <= published.latest && hit.date.latest > hit.date.earliest;
  const bool rest = kind == TimeKind::interval && hit.date.earliest >= published.earliest && hit.date.latest != kOpenFuture;  // "later deze week"
  return kind == TimeKind::duration || current || rest || holds_word(story_, hit, still_to_come_);
}

bool Plans::is_tonight(const EventHit& hit, const DateValue& published) const {
  const auto& found = story_.known.times[hit.time];
  return hit.date.latest == published.latest && hit.date.earliest >= published.earliest && found.kind != TimeKind::interval && (found.expression.value.ends_with("TEV") || found.expression.value.ends_with("TNI"));
}

}  // namespace kroniek
