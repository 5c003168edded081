#include "conditions.hpp"

#include <algorithm>

namespace kroniek {

Conditions::Conditions(const Story& story)
    : story_(story), lexicon_(story.known.lexicon), inverted_(lexicon_.class_id("inverted_condition")), whenever_(lexicon_.class_id("whenever")), moment_(lexicon_.class_id("moment")),
      until_(lexicon_.class_id("until")), not_before_(lexicon_.class_id("not_before")), after_(lexicon_.class_id("after_event")), once_(lexicon_.class_id("after_opener")), believes_(lexicon_.class_id("believes")), yet_(lexicon_.class_id("not_done_yet")), more_(lexicon_.class_id("still_more")), as_long_(lexicon_.class_id("as_long_as")), in_case_of_(lexicon_.class_id("in_case_of")), deal_(lexicon_.class_id("deal_noun")), ceasefire_(lexicon_.class_id("ceasefire")),
      meets_{lexicon_.class_id("talk_verb"), lexicon_.class_id("meet_verb"), lexicon_.class_id("gather_verb"), lexicon_.class_id("visit_verb")} {}

// "Mocht hij weigeren, dan ..."
bool Conditions::inverted_condition(const Parse& parse, const Clause& clause) const {
  return clause.finite != kNone && !clause.atoms.empty() && clause.finite == clause.atoms.front() && is_of(lexicon_, parse.atoms[clause.finite], inverted_);
}

// "Vrijdag vallen er doden als raketten inslaan", in a story told in the present: at that moment.
bool Conditions::is_moment(const Parse& parse, const Clause& clause) const {
  if (clause.past || clause.parent == kNone || !opened_by(lexicon_, parse, clause, moment_) || !story_.time_work.retold(parse.atoms[clause.opener].first)) return false;
  const auto& told = parse.clauses[clause.parent];
  return told.kind == ClauseKind::main && told.finite != kNone && told.finite < clause.opener && !told.past && !told.future && !told.times.empty();
}

// "als we X mogen geloven" says who tells it, not when it is so.
bool Conditions::hedges(const Parse& parse, const Clause& clause) const {
  if (!verb_in(lexicon_, clause.verb, believes_)) return false;
  return std::any_of(clause.verbs.begin(), clause.verbs.end(), [&](std::uint32_t i) { return i != clause.main_verb && verb_in(lexicon_, parse.atoms[i].verb, story_.classes.aux_modal); });
}

// "wil meepraten als X en Y elkaar vrijdag spreken": they will.
bool Conditions::is_appointment(const Parse& parse, const Clause& clause) const {
  if (clause.negated || clause.past || !opened_by(lexicon_, parse, clause, moment_) || std::none_of(meets_.begin(), meets_.end(), [&](ClassId meets) { return verb_in(lexicon_, clause.verb, meets); })) return false;
  return std::any_of(clause.times.begin(), clause.times.end(), [&](std::uint32_t i) {
    const auto& date = story_.known.times[parse.atoms[i].time].expression.date;
    return date && date->is_day();
  });
}

bool Conditions::is_condition(const Parse& parse, const Clause& clause) const {
  if (is_moment(parse, clause) || hedges(parse, clause) || is_appointment(parse, clause)) return false;
  if (clause.kind == ClauseKind::conditional || inverted_condition(parse, clause)) return true;
  if (clause.kind != ClauseKind::adverbial || clause.past) return false;
  return opened_by(lexicon_, parse, clause, whenever_) || (opened_by(lexicon_, parse, clause, once_) && clause.parent != kNone && not_before(parse, parse.clauses[clause.parent]));
}

bool Conditions::in_case_of(const Parse& parse, const Clause& clause) const {
  if (clause.kind != ClauseKind::main || clause.finite == kNone || clause.past || clause.perfect || !clause.times.empty() || verb_in(lexicon_, clause.verb, story_.classes.copula)) return false;
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) {
    const auto& phrase = parse.phrases[p];
    if (phrase.of != kNone || phrase.preposition == 0 || !lexicon_.in_class(phrase.preposition, in_case_of_) || phrase.last < phrase.first + 3 || !is_of(lexicon_, parse.atoms[phrase.first + 1], story_.classes.indefinite)) return false;
    if (phrase.first != clause.atoms.front() && phrase.first != clause.finite + 1) return false;
    return phrase_holds(story_.known, parse, p, deal_) || phrase_holds(story_.known, parse, p, ceasefire_);
  });
}

bool Conditions::lasts(const Parse& parse, const Clause& clause) const { return !clause.future && opened_by(lexicon_, parse, clause, as_long_); }

bool Conditions::conditional_above(const Parse& parse, std::uint32_t clause) const {
  if (is_condition(parse, parse.clauses[clause])) return true;
  return std::any_of(parse.clauses.begin(), parse.clauses.end(), [&](const Clause& below) { return below.parent == clause && is_condition(parse, below); });
}

bool Conditions::not_before(const Parse& parse, const Clause& clause) const {
  return !clause.past && !clause.perfect && std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) { return is_of(lexicon_, parse.atoms[i], not_before_); });
}

bool Conditions::must_yet(const Parse& parse, const Clause& clause) const {
  return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) { return is_of(lexicon_, parse.atoms[i], yet_) && i + 1 < parse.atoms.size() && !is_of(lexicon_, parse.atoms[i + 1], more_); });
}

bool Conditions::is_after(const Phrase& phrase) const { return phrase.preposition != 0 && lexicon_.in_class(phrase.preposition, after_).has_value(); }

bool Conditions::until(const Parse& parse, const Clause& clause) const {
  if (!opened_by(lexicon_, parse, clause, until_)) return false;
  if (clause.kind != ClauseKind::infinitive) return clause.kind == ClauseKind::adverbial && !clause.past;
  return clause.parent != kNone && !parse.clauses[clause.parent].past && !parse.clauses[clause.parent].perfect;
}

}  // namespace kroniek
