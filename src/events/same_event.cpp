#include "same_event.hpp"

#include "event_nouns.hpp"

#include <algorithm>

namespace kroniek {

namespace {

constexpr Day kNews = 7;  // days after which a thing is no news any more

// "X is in Oslo op bezoek. Hij is in Oslo voor overleg met Y."
bool same_stay(const MentionView& a, const MentionView& b) {
  const auto& stay = a.hit;
  return !a.people.empty() && !b.people.empty() && stay.place != -1 && stay.place == b.hit.place && stay.sentence + 2 >= b.hit.sentence && stay.time == kNone && b.hit.time == kNone;
}

// "sprak na het overleg in Oslo met de pers. In Oslo kwamen acht leiders bijeen": who was there is told later.
bool named_later(const MentionView& a, const MentionView& b) {
  const auto& talks = a.hit;
  return talks.phrase != kNone && talks.definite && a.people.empty() && talks.place != -1 && talks.place == b.hit.place && talks.sentence + 3 >= b.hit.sentence && b.hit.phrase == kNone && (talks.time == kNone || talks.date == b.hit.date);
}

// "X en Y beschuldigen elkaar van aanvallen": not the one that X is told to have made.
bool blames(const MentionView& a, const MentionView& b) { return a.hit.status == "unconfirmed" && b.hit.status != "unconfirmed" && a.people.size() > 1 && b.people.size() == 1; }

}  // namespace

bool subset(const People& a, const People& b) { return std::includes(b.begin(), b.end(), a.begin(), a.end()); }

bool overlap(const DateValue& a, const DateValue& b) { return a.earliest <= b.latest && b.earliest <= a.latest; }

SameEvent::SameEvent(const Story& story)
    : story_(story),
      lexicon_(story.known.lexicon),
      repeatedly_(lexicon_.class_id("repeatedly")),
      wherein_(lexicon_.class_id("wherein_event")),
      no_carry_(lexicon_.class_id("no_carry")),
      too_(lexicon_.class_id("ties_to_before")),
      besides_(lexicon_.class_id("besides_word")),
      contact_(lexicon_.class_id("contact_noun")),
      attends_(lexicon_.class_id("attends_talks")),
      at_(lexicon_.class_id("joined_at")),
      definite_(lexicon_.class_id("definite")),
      happen_(lexicon_.class_id("happen")),
      another_(lexicon_.class_id("another_one")),
      new_(lexicon_.class_id("new_word")),
      earlier_(lexicon_.class_id("earlier")),
      one_more_(lexicon_.class_id("one_more")),
      before_too_(lexicon_.class_id("before_too")) {}

// "Op 23 februari viel X aan met 230 drones": told to compare, and no news.
bool SameEvent::is_old(const EventHit& hit) const {
  const auto& published = story_.document.published;
  if (hit.time == kNone || !published) return false;
  const bool coarse = hit.date.one_of.empty() && !hit.date.is_open() && hit.date.latest - hit.date.earliest >= kNews;  // "half mei", of a text of June
  return hit.date.latest < published->date.earliest - (coarse ? 0 : kNews);
}

// A headline or the first sentence, undated, and one of the next that tells it in full.
bool SameEvent::headline(const EventHit& a, const EventHit& b) const {
  if (a.time != kNone || a.carried || b.sentence <= a.sentence || b.sentence > a.sentence + (in_heading(story_, a) ? kUnderHeading : 4)) return false;
  if (is_old(b)) return false;
  return a.sentence == 0 || in_heading(story_, a);
}

bool SameEvent::same_scene(const MentionView& a, const MentionView& b) const { return !dated(b.hit) && strikes_on(story_, a.hit, b.hit); }

bool SameEvent::one_is_new(const EventHit& a, const EventHit& b) const {
  const auto holds = [&](const EventHit& hit, ClassId cls) { return mention_holds(story_, hit, cls); };
  return (holds(a, another_) && holds(b, new_)) || (holds(a, new_) && holds(b, another_));
}

// "in Alaska" and "in Anchorage" may be of one event.
bool SameEvent::apart(const EventHit& a, const EventHit& b) const {
  return a.place != -1 && b.place != -1 && a.place != b.place && !lies_in(story_.gazetteer, a.place, b.place) && !lies_in(story_.gazetteer, b.place, a.place);
}

bool SameEvent::often(const EventHit& hit) const {
  const auto& times = clause_of(story_, hit).times;
  const auto again = [&](std::uint32_t i) { return story_.known.times[story_.parses[hit.sentence].atoms[i].time].kind == TimeKind::set; };
  return (story_.rules.types[hit.type].frequent && std::any_of(times.begin(), times.end(), again)) || holds_word(story_, hit, repeatedly_);
}

bool SameEvent::was_before(const EventHit& hit) const {
  return !hit.definite && dated(hit) && story_.rules.types[hit.type].frequent && holds_word(story_, hit, before_too_);
}

bool SameEvent::announced_before(const EventHit& hit) const {
  const auto& clause = clause_of(story_, hit);
  return hit.phrase != kNone && hit.definite && hit.status == "planned" && clause.past && clause.perfect && !clause.negated;
}

bool SameEvent::recalls(const EventHit& a, const EventHit& b) const {
  return !dated(b) && told_as_done(a) && a.sentence + 2 >= b.sentence && b.phrase == kNone && holds_word(story_, b, earlier_) && !holds_word(story_, a, earlier_);
}

bool SameEvent::compatible(const MentionView& first, const MentionView& next) const {
  const auto& a = first.hit;
  const auto& b = next.hit;
  const auto& pa = first.people;
  const auto& pb = next.people;
  if (a.type != b.type) return false;
  // A headline tells in short what the text tells next, and may name the country for its president.
  const bool in_short = headline(a, b);
  const bool announced = a.status == "occurred" && announced_before(b);
  if (!subset(pa, pb) && !subset(pb, pa) && !(in_short && in_heading(story_, a) && subset(first.sides, next.sides))) return false;
  // A bare mention is a reference back only if it says so.
  if (pa != pb && !b.definite && !in_short && !same_stay(first, next) && !named_later(first, next) && !same_scene(first, next)) return false;
  if (recalls(a, b) || a.another || b.another || (!b.definite && mention_holds(story_, b, one_more_)) || apart(a, b) || next.often != first.often || blames(first, next) || blames(next, first)) return false;
  const bool a_plan = !told_as_done(a), b_plan = !told_as_done(b) && !announced;
  if (a_plan != b_plan || (a_plan && a.status != b.status) || one_is_new(a, b)) return false;
  if (dated(a) && dated(b) && !b.moved) return a.date == b.date && (!pa.empty() || !pb.empty() || a.place == b.place);
  if (!dated(a) && (story_.rules.types[a.type].frequent || !b.definite) && is_old(b)) return false;
  // One of them is undated: the same event if somebody or some place is the same.
  const bool taken_up = (b.definite || same_scene(first, next)) && b.place == -1 && a.sentence + 3 >= b.sentence;  // "de aanval"
  if (pa.empty() && pb.empty() && a.place != b.place && !taken_up) return false;
  return b.moved || announced || overlap(a.date, b.date);
}

bool SameEvent::resumes(const MentionView& first, const MentionView& next) const {
  const auto& a = first.hit;
  const auto& b = next.hit;
  if (dated(b) || a.another || b.another || !may_refer_to(story_, b, a.type) || one_is_new(a, b)) return false;
  // The same people talking again without a day of its own is the same talk; fewer people only if it is a talk told before.
  if (first.people != next.people && !b.definite) return false;
  // "Zij spraken elkaar. Er komt een ontmoeting tussen beiden": another
  if (!b.definite && a.status == "occurred" && b.status == "planned") return false;
  // ... nor "X zal Y ontmoeten. Zij hadden een lang gesprek"
  const auto& clause = clause_of(story_, b);
  if (!b.definite && a.status == "planned" && b.status == "occurred" && (clause.past || clause.perfect)) return false;
  return !next.people.empty() && subset(next.people, first.people) && near(a, b) && !apart(a, b);
}

bool SameEvent::counts(const MentionView& first, const MentionView& next) const {
  return (first.hit.type == next.hit.type || may_continue(story_, next.hit, first.hit.type)) && !dated(next.hit) && !apart(first.hit, next.hit) && (subset(first.sides, next.sides) || subset(next.sides, first.sides));
}

bool SameEvent::continues(const MentionView& first, const MentionView& next, bool last) const {
  const auto& a = first.hit;
  const auto& b = next.hit;
  if (a.another || b.another || !may_continue(story_, b, a.type) || recalls(a, b)) return false;
  // "Bij een aanval vielen doden. Ook een ziekenhuis werd geraakt."
  const bool more = story_.rules.types[b.type].frequent && next.people.empty() && a.sentence + 1 == b.sentence && holds_word(story_, b, too_);
  if ((!more && (first.people != next.people || next.people.size() < 2)) || b.place != -1) return false;
  // "X en Y bellen dinsdag, meldt Oslo. X spreekt dinsdag met Y over gas"
  const bool same_day = dated(b) && a.place == -1 && a.date == b.date && a.status == b.status;
  if (!same_day && (dated(b) || a.status != "occurred" || !told_as_done(b))) return false;
  // "De twee presidenten spraken ook over Y": or of the same talk, wherever it is told.
  const bool besides = near(a, b) && (same_day || last || holds_word(story_, b, besides_));
  // "belde met Y, die hem bijpraatte"
  const auto& clause = clause_of(story_, b);
  if (a.sentence == b.sentence && clause.kind == ClauseKind::relative && clause.parent == a.clause) return true;
  if (a.sentence >= b.sentence || (!besides && (a.sentence + 2 < b.sentence || !same_block(story_, a, b)))) return false;
  const auto& atoms = story_.parses[b.sentence].atoms;
  return std::none_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return is_of(lexicon_, atom, no_carry_); });
}

bool SameEvent::specifies(const MentionView& first, const MentionView& next) const {
  const auto& a = first.hit;
  const auto& b = next.hit;
  // "X praat met Y", above a text that tells of their call
  const bool in_short = a.phrase == kNone && headline(a, b) && in_heading(story_, a) && first.sides == next.sides;
  const bool of_type = in_short ? may_continue(story_, a, b.type) : may_refer_to(story_, a, b.type);
  const bool told_what = !in_short && a.type != story_.rules.rules[a.rule].type;  // "belde met X. Het gesprek duurde lang": a call already
  if (a.type == b.type || told_what || (a.phrase == kNone && !in_short) || !of_type || (first.people != next.people && !in_short) || first.people.size() < 2) return false;
  const auto& trigger = story_.parses[a.sentence].atoms[a.trigger];
  if (a.status != b.status || a.place != -1 || (!in_short && !holds_class(story_.known, trigger.first, trigger.last, contact_))) return false;
  return near(a, b) && (a.date == b.date || ((b.time == kNone || in_short) && overlap(a.date, b.date)));
}

bool SameEvent::attends(const EventHit& a, const EventHit& b) const {
  const auto& clause = clause_of(story_, b);
  const auto& parse = story_.parses[b.sentence];
  if (a.type != b.type || dated(b) || a.status == "negated" || b.status == "negated") return false;
  if (apart(a, b) || (a.status == "planned" && b.status == "occurred" && clause.past)) return false;
  const bool takes_part = verb_in(lexicon_, clause.verb, attends_);
  if (b.phrase != kNone) return b.definite && takes_part;
  // "bij het overleg zijn X en Y aanwezig"
  return (takes_part || verb_in(lexicon_, clause.verb, story_.classes.copula)) && std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) {
    const auto& phrase = parse.phrases[p];
    if (phrase.of != kNone || phrase.preposition == 0 || !lexicon_.in_class(phrase.preposition, at_) || phrase.last - phrase.first != 3 || !is_of(lexicon_, parse.atoms[phrase.first + 1], definite_)) return false;
    return names_type(story_, parse, p, a.type);
  });
}

bool SameEvent::tells_when(const MentionView& first, const MentionView& next) const {
  const auto& a = first.hit;
  const auto& b = next.hit;
  if (a.type != b.type || a.status != "planned" || b.status == "occurred" || b.status == "negated" || !b.definite || a.sentence + 2 < b.sentence) return false;
  const auto& parse = story_.parses[b.sentence];
  const auto& clause = parse.clauses[b.clause];
  if (b.phrase == kNone || b.phrase != clause.subject || !verb_in(lexicon_, clause.verb, happen_) || !subset(next.people, first.people) || apart(a, b)) return false;
  if (dated(a) && dated(b) ? !(a.date == b.date) : !overlap(a.date, b.date)) return false;
  return std::none_of(parse.clauses.begin(), parse.clauses.end(), [&](const Clause& below) { return below.kind == ClauseKind::conditional; });
}

bool SameEvent::elaborates(const MentionView& first, const MentionView& next) const {
  const auto& a = first.hit;
  const auto& b = next.hit;
  if (a.type != b.type || a.sentence != b.sentence) return false;
  if (goes_on_behind_colon(story_, a, b) && !dated(a) && a.status == b.status) return true;
  const auto& parse = story_.parses[b.sentence];
  const auto& clause = parse.clauses[b.clause];
  if (clause.parent != a.clause) return false;
  // "heeft aangekondigd dat Nederland een miljard uittrekt": the act and its content are one.
  const bool content = clause.kind == ClauseKind::complement || clause.kind == ClauseKind::infinitive;
  if (content && story_.rules.types[b.type].speech_act) return true;
  const bool less = subset(next.people, first.people);
  // "kwamen bijeen om te overleggen": what they came together for is that meeting.
  if (clause.kind == ClauseKind::infinitive && clause.opener != kNone && (!dated(b) || b.date == a.date)) return less;
  // "bereiden een macht voor die naar X kan worden gestuurd": what it is for.
  if (clause.kind == ClauseKind::relative && clause.passive && clause.antecedent != kNone && clause.antecedent == parse.clauses[a.clause].object && !dated(b)) return less;
  if (clause.opener == kNone || !is_of(lexicon_, parse.atoms[clause.opener], wherein_)) return false;
  return (!dated(b) || b.date == a.date) && (less || subset(first.people, next.people));
}

bool SameEvent::same_measure(const MentionView& first, const MentionView& next) const {
  const auto& a = first.hit;
  const auto& b = next.hit;
  if (a.type != b.type || is_talks(story_, a) || !b.definite || !next.people.empty() || dated(b) || apart(a, b)) return false;
  return (b.status == "planned" || b.status == "conditional") && !told_as_done(a);
}

}  // namespace kroniek
