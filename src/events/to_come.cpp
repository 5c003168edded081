#include "to_come.hpp"

#include "../actors/roles.hpp"
#include "event_nouns.hpp"
#include "telling.hpp"

#include <algorithm>

namespace kroniek {

std::uint32_t teller_behind(const Story& story, const Parse& parse, std::uint32_t told) {
  for (auto c = told + 1; c < parse.clauses.size(); ++c) {
    const auto& tail = parse.clauses[c];
    const bool verb_first = tail.finite != kNone && !tail.atoms.empty() && tail.finite <= tail.atoms.front() + 1;
    if (verb_first && is_of(story.known.lexicon, parse.atoms[tail.atoms.front()], story.classes.conceding)) continue;  // "ook al vraagt X erom"
    if (tail.parent == told && tail.kind == ClauseKind::main && verb_first && tail.subject != kNone && tail.object == kNone) return c;
  }
  return kNone;
}

std::uint32_t teller_of(const Story& story, const Parse& parse, std::uint32_t told) {
  const auto& clause = parse.clauses[told];
  if (clause.kind == ClauseKind::complement) return clause.parent;
  return clause.kind == ClauseKind::main ? teller_behind(story, parse, told) : kNone;
}

ToCome::ToCome(const Story& story)
    : story_(story),
      now_(story.known.lexicon.class_id("right_now")),
      no_carry_(story.known.lexicon.class_id("no_carry")),
      comes_(story.known.lexicon.class_id("comes_yet")),
      still_to_come_(story.known.lexicon.class_id("still_to_come")),
      gets_(story.known.lexicon.class_id("gets")),
      sets_out_(story.known.lexicon.class_id("sets_out")),
      arrives_(story.known.lexicon.class_id("arrives_there")),
      for_(story.known.lexicon.class_id("for")),
      after_(story.known.lexicon.class_id("after_event")),
      begins_(story.known.lexicon.class_id("begins_talks")),
      works_(story.known.lexicon.class_id("works_on")),
      worked_on_(story.known.lexicon.class_id("worked_on")),
      used_for_(story.known.lexicon.class_id("used_for")),
      sets_(story.known.lexicon.class_id("sets_terms")),
      visit_noun_(story.known.lexicon.class_id("visit_noun")),
      on_the_way_(story.known.lexicon.class_id("on_the_way")),
      what_was_told_(story.known.lexicon.class_id("what_was_told")),
      announce_(story.known.lexicon.class_id("announce")),
      thereupon_(story.known.lexicon.class_id("thereupon")),
      eve_(story.known.lexicon.class_id("on_the_eve")),
      ahead_of_(story.known.lexicon.class_id("ahead_of")) {}

bool ToCome::comes(const EventHit& hit) const {
  const auto& c = clause_of(story_, hit);
  if (c.past || c.perfect) return false;
  const auto& atoms = story_.parses[hit.sentence].atoms;
  if (std::any_of(c.times.begin(), c.times.end(), [&](std::uint32_t i) { return later(atoms[i].time); })) return true;
  if (at_hour(hit) || after_talks(hit) || has_talks(hit)) return true;
  return verb_in(story_.known.lexicon, c.verb, comes_) && holds_word(story_, hit, story_.classes.there);
}

// "binnenkort"; "later op de dag", if no day was named to count from
bool ToCome::later(std::uint32_t time) const {
  const auto& found = story_.known.times[time];
  if (found.expression.value == "FUTURE_REF") return true;
  return !found.expression.date && story_.known.lexicon.in_class(story_.known.text.tokens[found.first].form, still_to_come_);
}

// "om 12.00 uur", but not "laat op de avond"
bool ToCome::is_hour(const TimeHit& time) {
  const auto hour = time.expression.value.find('T');
  return time.kind == TimeKind::clock && hour != std::string::npos && hour + 1 < time.expression.value.size() && time.expression.value[hour + 1] <= '9';
}

// Talks that the present tense tells of an hour: they were not begun when the hour was told.
bool ToCome::at_hour(const EventHit& hit) const {
  const auto& c = clause_of(story_, hit);
  if (!is_talks(story_, hit) || c.kind != ClauseKind::main || c.finite == kNone || holds_word(story_, hit, now_)) return false;
  const auto& parse = story_.parses[hit.sentence];
  if (is_retold(story_, hit) || (hit.phrase != kNone && parse.phrases[hit.phrase].preposition != 0)) return false;
  return std::any_of(c.times.begin(), c.times.end(), [&](std::uint32_t i) { return is_hour(story_.known.times[parse.atoms[i].time]); });
}

// "heeft daar een ontmoeting met X": nobody tells it in that way once it is over.
bool ToCome::has_talks(const EventHit& hit) const {
  const auto& c = clause_of(story_, hit);
  if (!is_talks(story_, hit) || hit.phrase == kNone || hit.phrase != c.object || hit.definite || c.kind != ClauseKind::main || !c.times.empty()) return false;
  if (!verb_in(story_.known.lexicon, c.verb, story_.classes.aux_have) || holds_word(story_, hit, now_) || holds_word(story_, hit, no_carry_) || is_retold(story_, hit)) return false;
  const auto& parse = story_.parses[hit.sentence];
  const auto& article = parse.atoms[parse.phrases[hit.phrase].first];  // not "heeft overleg", "heeft contact"
  return is_of(story_.known.lexicon, article, story_.classes.indefinite) && std::any_of(hit.fillers.begin(), hit.fillers.end(), is_participant);
}

// The other talks are told by a phrase of the clause, without a day; that they were held is not said.
bool ToCome::after_talks(const EventHit& hit) const {
  const auto& c = clause_of(story_, hit);
  const auto& parse = story_.parses[hit.sentence];
  const auto talks = [&](std::uint16_t type) { return story_.rules.types[type].plover == kTalks; };
  if (!talks(hit.type) || hit.phrase != kNone || c.kind != ClauseKind::main || c.finite == kNone || !c.times.empty() || holds_word(story_, hit, now_) || is_retold(story_, hit)) return false;
  if (holds_word(story_, hit, thereupon_)) return true;
  return std::any_of(c.phrases.begin(), c.phrases.end(), [&](std::uint32_t i) {
    if (parse.phrases[i].preposition == 0 || !story_.known.lexicon.in_class(parse.phrases[i].preposition, after_)) return false;
    const auto types = types_named(story_, parse, i);
    return std::any_of(types.begin(), types.end(), talks);
  });
}

// "X stuurt Y naar Oslo", "Zij reist naar Oslo": nobody tells it in that way of who is there.
bool ToCome::sets_out(const EventHit& hit) const {
  const auto& c = clause_of(story_, hit);
  const bool journey = is_talks(story_, hit) && verb_in(story_.known.lexicon, c.verb, sets_out_);
  return journey && (c.kind == ClauseKind::main || c.kind == ClauseKind::relative) && !is_retold(story_, hit);
}

bool ToCome::journey_for(const EventHit& hit) const {
  const auto& c = clause_of(story_, hit);
  const auto& lexicon = story_.known.lexicon;
  if (c.past || c.finite == kNone || !is_talks(story_, hit) || !stands_behind(story_, hit, for_)) return false;
  if (verb_in(lexicon, c.verb, arrives_) && phrase_holds(story_.known, story_.parses[hit.sentence], hit.phrase, visit_noun_)) return false;  // the stay itself
  return verb_in(lexicon, c.verb, sets_out_) || verb_in(lexicon, c.verb, arrives_) || holds_word(story_, hit, on_the_way_);
}

bool ToCome::before_a_step(const EventHit& hit) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& c = parse.clauses[hit.clause];
  const auto& lexicon = story_.known.lexicon;
  const bool later = c.kind == ClauseKind::complement || (c.kind == ClauseKind::main && c.future);  // "na een gesprek met X zal hij besluiten"
  if (hit.phrase == kNone || !later || c.past || c.perfect || c.finite == kNone || !is_talks(story_, hit)) return false;
  const auto& phrase = parse.phrases[hit.phrase];
  const bool one = stands_behind(story_, hit, after_) && phrase.of == kNone && is_of(lexicon, parse.atoms[phrase.first + 1], story_.classes.indefinite);
  return one && !verb_in(lexicon, c.verb, story_.classes.copula) && !verb_in(lexicon, c.verb, story_.classes.aux_have);
}

bool ToCome::is_worked_on(const EventHit& hit) const {
  const auto& phrase = story_.parses[hit.sentence].phrases[hit.phrase];
  return phrase.of == kNone && stands_behind(story_, hit, worked_on_) && verb_in(story_.known.lexicon, clause_of(story_, hit).verb, works_);
}

// "heeft drie plekken in gedachten voor een gesprek", "stelde voorwaarden voor gesprekken"
bool ToCome::has_it_ahead(const EventHit& hit) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& lexicon = story_.known.lexicon;
  const auto& c = parse.clauses[hit.clause];
  if (hit.definite || !stands_behind(story_, hit, for_) || c.object == kNone || c.object == hit.phrase || !is_talks(story_, hit)) return false;
  return verb_in(lexicon, c.verb, story_.classes.aux_have) || verb_in(lexicon, c.verb, sets_);
}

bool ToCome::on_its_eve(const EventHit& hit) const {
  if (!is_talks(story_, hit)) return false;
  const auto& c = clause_of(story_, hit);
  return stands_behind(story_, hit, eve_) || ((!c.past || c.perfect) && stands_behind(story_, hit, ahead_of_));
}

bool ToCome::becomes(const EventHit& hit) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& c = parse.clauses[hit.clause];
  if (hit.phrase == kNone || hit.phrase != c.object || c.passive || c.perfect || !is_talks(story_, hit) || !verb_in(story_.known.lexicon, c.verb, story_.classes.aux_become)) return false;
  return c.future || !c.past;
}

bool ToCome::served(const EventHit& hit, const Clause& purpose) const {
  if (!story_.rules.types[hit.type].frequent || purpose.parent == kNone) return false;
  const auto& above = story_.parses[hit.sentence].clauses[purpose.parent];
  return (above.past || above.perfect) && !above.future && verb_in(story_.known.lexicon, above.verb, used_for_);
}

bool ToCome::begins(const EventHit& hit) const {
  const auto& c = clause_of(story_, hit);
  if (hit.phrase == kNone || (hit.phrase != c.subject && hit.phrase != c.object) || c.past || c.perfect || c.finite == kNone || !is_talks(story_, hit)) return false;
  const bool start = verb_in(story_.known.lexicon, c.verb, begins_) || holds_word(story_, hit, begins_);
  return start && !holds_word(story_, hit, now_) && !is_retold(story_, hit);
}

// "bevestigde zondag dat zij diezelfde avond nog vertrekken": they had not, when it was said.
bool ToCome::said_of_day(const EventHit& hit) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& c = parse.clauses[hit.clause];
  const auto teller = said_by(story_.known, story_.classes, parse, c);
  if (hit.phrase != kNone || teller == kNone || c.past || c.perfect || c.finite == kNone || !is_talks(story_, hit)) return false;
  if (!parse.clauses[teller].past || verb_in(story_.known.lexicon, c.verb, story_.classes.copula)) return false;
  return std::any_of(c.times.begin(), c.times.end(), [&](std::uint32_t i) {
    const auto& found = story_.known.times[parse.atoms[i].time];
    return found.expression.date && found.expression.type != TimeType::set && (found.kind == TimeKind::point || found.kind == TimeKind::anaphoric);
  });
}

// Told in the present tense, of no day, and of no state that lasts.
bool ToCome::may_come(const EventHit& hit) const {
  const auto& c = clause_of(story_, hit);
  const auto& type = story_.rules.types[hit.type];
  if (hit.phrase != kNone || c.past || c.perfect || c.finite == kNone || !c.times.empty() || type.speech_act || type.announced || type.frequent) return false;
  return !verb_in(story_.known.lexicon, c.verb, story_.classes.copula) && !holds_word(story_, hit, now_) && !holds_word(story_, hit, no_carry_);
}

bool ToCome::same_side_tells(const EventHit& hit, const Parse& parse, std::uint32_t teller) const {
  const auto speakers = doers_of(story_.known, story_.classes, parse, teller);
  const auto doers = doers_of(story_.known, story_.classes, story_.parses[hit.sentence], hit.clause);
  return std::any_of(doers.begin(), doers.end(), [&](const Filler& doer) {
    return std::any_of(speakers.begin(), speakers.end(), [&](const Filler& speaker) { return same_side(doer.who, speaker.who); });
  });
}

bool ToCome::gives_by_telling(const EventHit& hit, std::uint32_t teller) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& lexicon = story_.known.lexicon;
  if (!may_come(hit) || !verb_in(lexicon, parse.clauses[teller].verb, story_.classes.says_that)) return false;
  const bool gets = verb_in(lexicon, clause_of(story_, hit).verb, gets_);
  return same_side_tells(hit, parse, teller) != gets && !doers_of(story_.known, story_.classes, parse, teller).empty();
}

bool ToCome::promised_behind(const EventHit& hit) const {
  const auto behind = hit.sentence + 1;
  if (!may_come(hit) || clause_of(story_, hit).kind != ClauseKind::main || behind >= story_.parses.size() || !story_.known.text.goes_on(behind)) return false;
  const auto& parse = story_.parses[behind];
  const auto& lexicon = story_.known.lexicon;
  for (std::uint32_t c = 0; c < parse.clauses.size(); ++c) {
    const auto& clause = parse.clauses[c];
    if (clause.kind != ClauseKind::main || (!verb_in(lexicon, clause.verb, announce_) && !verb_in(lexicon, clause.verb, story_.classes.says_that))) continue;
    return names_what_was_told(lexicon, parse, clause, what_was_told_) && same_side_tells(hit, parse, c);
  }
  return false;
}

bool ToCome::goes_for(const EventHit& hit) const {
  const auto& c = clause_of(story_, hit);
  if (hit.phrase != kNone || c.parent == kNone || !c.times.empty() || !is_talks(story_, hit)) return false;
  const auto& above = story_.parses[hit.sentence].clauses[c.parent];
  return above.past && !above.times.empty();
}

bool ToCome::announces(const EventHit& hit) const {
  if (said_of_day(hit)) return true;
  if (!may_come(hit)) return false;
  const auto& parse = story_.parses[hit.sentence];
  const auto& lexicon = story_.known.lexicon;
  const auto& c = parse.clauses[hit.clause];
  const auto& type = story_.rules.types[hit.type];
  if (verb_in(lexicon, c.verb, story_.classes.aux_future) || sets_out(hit)) return true;
  // "Zij reist naar Oslo, maakte haar ministerie bekend"
  const auto announced = [&](const Clause& said) { return said.kind == ClauseKind::main && said.parent == hit.clause && said.past && verb_in(lexicon, said.verb, story_.classes.says_that); };
  if (type.plover == kTalks && c.kind == ClauseKind::main && std::any_of(parse.clauses.begin(), parse.clauses.end(), announced)) return true;
  const auto teller = teller_of(story_, parse, hit.clause);
  if (teller == kNone || !verb_in(lexicon, parse.clauses[teller].verb, story_.classes.says_that)) return false;
  // "X maakte bekend dat Y naar Oslo reist": of somebody else's talks, too, nobody tells while they last.
  if (type.plover == kTalks && parse.clauses[teller].past && !c.passive && c.subject != kNone) return true;
  return same_side_tells(hit, parse, teller);
}

}  // namespace kroniek
