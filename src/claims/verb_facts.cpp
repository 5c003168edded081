// Whether what a verb reports was said at all.
#include "verb_cues.hpp"

#include <algorithm>

namespace kroniek {

// A question of the author: "Wat vindt X ervan?", "Zegt X ja?"
bool VerbCues::asked(const Cue& cue) const {
  const auto& clause = parse_->clauses[cue.clause];
  if (cue.quote != kNoQuote || cue.around || clause.finite == kNone) return false;
  const auto kind = context_.block_kind(sentence_);
  // "Waarom X blijft smeken": a title that asks needs no question mark.
  if ((kind == BlockKind::title || kind == BlockKind::heading) && context_.is(parse_->atoms.front().form, context_.rules.classes.asks)) return true;
  if (clause.kind != ClauseKind::main) return false;
  const auto last = context_.sentence(sentence_).last - 1;
  if (context_.text().word(last) != "?") return false;
  const auto first = clause.atoms.front();
  const auto begin = parse_->atoms[first].tag == Tag::coordinator && clause.atoms.size() > 1 ? clause.atoms[1] : first;
  return begin == clause.finite || context_.is(parse_->atoms[begin].form, context_.rules.classes.asks) || parse_->atoms[begin].tag == Tag::relative;
}

// "greep de gelegenheid aan om te pleiten voor X": what for, and done.
bool VerbCues::on_occasion(const Clause& infinitive) const {
  if (infinitive.parent == kNone || infinitive.opener == 0) return false;
  const auto& outer = parse_->clauses[infinitive.parent];
  const auto& lexicon = context_.known.lexicon;
  if (outer.kind != ClauseKind::main || outer.negated || parse_->atoms[infinitive.opener - 1].tag == Tag::negation || outer.finite == kNone || lexicon.is_a(parse_->atoms[outer.finite].verb, context_.grammar.aux_modal)) return false;
  return lexicon.is_a(outer.verb, context_.rules.classes.takes_occasion);
}

// Somebody did say it: no "should say", "if X says", "to say", "before X says".
bool VerbCues::factual(const Cue& cue) const {
  const auto& clause = parse_->clauses[cue.clause];
  const auto& lexicon = context_.known.lexicon;
  if (asked(cue)) return false;
  if (clause.kind == ClauseKind::adverbial && clause.opener != kNone && context_.is(parse_->atoms[clause.opener].form, context_.rules.classes.limit)) return false;
  // "gevraagd of hij wilde zeggen": nobody knows yet.
  if (clause.kind == ClauseKind::complement && clause.opener != kNone && context_.is(parse_->atoms[clause.opener].form, context_.rules.classes.whether)) return false;
  for (auto at = clause.parent; at != kNone; at = parse_->clauses[at].parent) {
    if (parse_->clauses[at].kind == ClauseKind::conditional) return false;
  }
  if (clause.kind == ClauseKind::infinitive) {
    return clause.opener != kNone && (context_.is(parse_->atoms[clause.opener].form, context_.rules.classes.factual) || on_occasion(clause));
  }
  auto helper = cue.finite;
  for (const auto v : clause.verbs) {
    if (v != cue.verb && !begins_cue(cue.verb) && lexicon.is_a(parse_->atoms[v].verb, context_.grammar.aux_modal)) helper = v;
  }
  if (helper == cue.verb) return true;
  const auto& finite = parse_->atoms[helper];
  if (!lexicon.is_a(finite.verb, context_.grammar.aux_modal)) return true;
  if (lexicon.is_a(finite.verb, context_.rules.classes.will)) return true;
  const bool perfect = parse_->atoms[cue.verb].participle;  // "zou hebben gezegd"
  if (perfect) return true;
  return finite.past && lexicon.is_a(finite.verb, context_.rules.classes.must);  // "moest toegeven"
}

// "legt op 26 maart een plan voor"; a weekday in the present tense may be the last one.
bool VerbCues::to_come(const TimeHit& time) const { return !(time.bare && time.fields.weekday != 0) && context_.is_ahead(time); }

// "zou hebben gezegd"
bool VerbCues::hearsay(const Cue& cue) const {
  const auto& finite = parse_->atoms[cue.finite];
  return cue.finite != cue.verb && finite.past && context_.known.lexicon.is_a(finite.verb, context_.grammar.aux_future) && parse_->atoms[cue.verb].participle;
}

}  // namespace kroniek
