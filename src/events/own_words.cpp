#include "own_words.hpp"

#include "cue_words.hpp"
#include "modality.hpp"

#include <algorithm>

namespace kroniek {

OwnWords::OwnWords(const Story& story, const Cues& cues, const Conditions& conditions, const ToCome& to_come)
    : story_(story),
      lexicon_(story.known.lexicon),
      negative_(lexicon_.class_id("negative_determiner")),
      of_(lexicon_.class_id("of")),
      happen_(lexicon_.class_id("happen")),
      adverbial_(lexicon_.class_id("adverbial_preposition")),
      origin_(lexicon_.class_id("origin_preposition")),
      against_(lexicon_.class_id("against")),
      about_(lexicon_.class_id("about")),
      without_(lexicon_.class_id("without")),
      awaits_(lexicon_.class_id("awaits")),
      awaited_(lexicon_.class_id("awaited")),
      bent_on_(lexicon_.class_id("bent_on")),
      support_(lexicon_.class_id("support_verb")),
      under_way_(lexicon_.class_id("under_way")),
      not_(lexicon_.class_id("negation")),
      degree_(lexicon_.class_id("degree")),
      contains_(lexicon_.class_id("plan_contains")),
      entails_(lexicon_.class_id("entails")),
      weighs_(lexicon_.class_id("weighs_event")),
      pends_(lexicon_.class_id("pends")),
      laid_down_(lexicon_.class_id("laid_down")),
      in_plan_(lexicon_.class_id("in_plan")),
      deal_(lexicon_.class_id("deal_noun")),
      ready_(lexicon_.class_id("ready_for")),
      with_(lexicon_.class_id("with")),
      lacking_(lexicon_.class_id("lacks_for")),
      talks_(lexicon_.class_id("talk_verb")),
      cues_(cues),
      conditions_(conditions),
      to_come_(to_come) {}

// "heeft de stad moeten opgeven", "moest zich terugtrekken": so it did.
bool OwnWords::had_to(const EventHit& hit, std::uint32_t index) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& c = parse.clauses[index];
  const bool has = c.perfect || (c.finite != kNone && verb_in(lexicon_, parse.atoms[c.finite].verb, story_.classes.aux_have));
  if (has != c.past) return has || (story_.rules.types[hit.type].forced && c.kind == ClauseKind::main && !day_to_come(parse, index));
  return false;
}

// "is niet onder de indruk van het gesprek": what is denied is told of somebody, not of the noun.
bool OwnWords::aside(const Parse& parse, const Clause& c, std::uint32_t phrase) const {
  if (!verb_in(lexicon_, c.verb, story_.classes.copula)) return false;
  if (phrase == c.subject && says_how(parse, c)) return true;
  const bool none = std::any_of(c.atoms.begin(), c.atoms.end(), [&](std::uint32_t i) { return in_class(parse, i, negative_); });  // "is geen sprake van"
  return !none && parse.phrases[parse.outermost(phrase)].preposition != 0;
}

// "de bijeenkomst was niet makkelijk"
bool OwnWords::says_how(const Parse& parse, const Clause& c) const {
  if (!c.past || c.perfect || c.passive || c.future) return false;
  const auto of_happening = [&](std::uint32_t i) {
    return std::any_of(story_.rules.cues.begin(), story_.rules.cues.end(), [&](const CueRule& cue) { return cue.scope == CueScope::predicate && in_class(parse, i, cue.cls); });
  };
  for (auto i = c.atoms.begin(); i != c.atoms.end(); ++i) {
    if (!in_class(parse, *i, not_)) continue;
    auto next = *i + 1;
    while (next < parse.atoms.size() && (in_class(parse, next, degree_) || parse.atoms[next].tag == Tag::quote)) ++next;
    if (next < parse.atoms.size() && parse.atoms[next].tag == Tag::adjective && !of_happening(next) && !lexicon_.has_verb_form(parse.atoms[next].form, VerbForm::participle)) return true;
  }
  return false;
}

// "zouden vrijdag tekenen": a plan, unless it depends on something ("zouden vrijdag kunnen", "als ...").
bool OwnWords::day_to_come(const Parse& parse, std::uint32_t index) const {
  const auto& c = parse.clauses[index];
  if (!story_.document.published || c.times.empty() || conditions_.conditional_above(parse, index)) return false;
  const auto second = [&](std::uint32_t i) { return i != c.finite && i != c.main_verb && verb_in(lexicon_, parse.atoms[i].verb, story_.classes.aux_modal) && !verb_in(lexicon_, parse.atoms[i].verb, story_.classes.aux_future); };
  if (std::any_of(c.verbs.begin(), c.verbs.end(), second)) return false;
  return std::any_of(c.times.begin(), c.times.end(), [&](std::uint32_t i) {
    const auto& date = story_.known.times[parse.atoms[i].time].expression.date;
    const auto& published = story_.document.published->date;
    if (!date || date->latest == kOpenFuture || date->latest <= published.latest) return false;
    // "deze week" goes on; of what went before, "sinds maandag", nothing is to come
    const bool span = story_.known.times[parse.atoms[i].time].kind == TimeKind::point;
    return date->earliest > published.latest || (span ? date->one_of.empty() : date->earliest >= published.earliest);
  });
}

// "wil een gesprek" plans the talk, "kan een gesprek opleveren" leaves it open; other modals say nothing of a noun.
bool OwnWords::touches_noun(const EventHit& hit, const Clause& c, const CueRule& cue) const {
  if (cue.modality == Modality::planned && !c.past) return true;
  const bool entailed = verb_in(lexicon_, c.verb, entails_) && hit.phrase != c.subject;
  if (cue.modality == Modality::demanded) return entailed && !c.past;  // "moet tot een gesprek leiden"
  return (entailed || !hit.definite) && (cue.modality == Modality::conditional || (cue.modality == Modality::planned && cue.past_only));
}

// "opheffing van de sancties is een eis", "een van de eisen is ...": it is what the other noun says it is.
Modality OwnWords::as_named(const EventHit& hit) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& c = parse.clauses[hit.clause];
  const auto other = hit.phrase == c.subject ? c.object : hit.phrase == c.object ? c.subject : kNone;
  if (other == kNone || !verb_in(lexicon_, c.verb, story_.classes.copula)) return Modality::none;
  for (const auto p : c.phrases) {
    if (p != other && parse.phrases[p].of != other) continue;
    const auto said = cues_.of_head(parse, p);
    // "het gesprek is een kans" was held
    if (said == Modality::demanded || said == Modality::proposed || said == Modality::promised || (said == Modality::conditional && !is_talks(story_, hit))) return said;
  }
  return Modality::none;
}

// "het plan voorziet in een ruil", "in het akkoord staat een ruil": it is planned or proposed, as the thing itself is.
Modality OwnWords::as_content(const EventHit& hit) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& c = parse.clauses[hit.clause];
  const bool contains = verb_in(lexicon_, c.verb, contains_);
  if (!contains && !verb_in(lexicon_, c.verb, laid_down_)) return Modality::none;
  for (const auto p : c.phrases) {
    const auto& phrase = parse.phrases[p];
    if (p == hit.phrase || phrase.of != kNone || (contains ? p != c.subject : phrase.preposition == 0 || !lexicon_.in_class(phrase.preposition, in_plan_))) continue;
    const auto& head = parse.atoms[phrase.head];
    if (holds_class(story_.known, head.first, head.last, deal_)) return Modality::planned;
    if (const auto said = cues_.of_head(parse, p); said != Modality::none) return said;
  }
  return Modality::none;
}

void OwnWords::clause(const EventHit& hit, std::uint32_t index, bool verbal, Modality& modality, bool& negated) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& c = parse.clauses[index];
  const bool tells_of_happening = verbal || verb_in(lexicon_, c.verb, happen_);
  if (c.negated && tells_of_happening && (verbal || !aside(parse, c, hit.phrase))) negated = true;
  if (verbal) {
    for (const auto p : c.phrases) {
      const auto& phrase = parse.phrases[p];
      if (phrase.function == Function::prepositional) continue;
      if (in_class(parse, phrase.first, negative_)) negated = true;
    }
    for (const auto i : c.atoms) negated = negated || (i > 0 && in_class(parse, i, negative_) && in_class(parse, i - 1, story_.classes.there));  // "levert er geen"
  }
  // "geen van beide landen stemde in"
  if (verbal) negated |= std::any_of(c.atoms.begin(), c.atoms.end(), [&](std::uint32_t i) { return in_class(parse, i, negative_) && i + 1 < parse.atoms.size() && in_class(parse, i + 1, of_); });
  if (tells_of_happening && unreal(parse, c)) negated = !negated;
  if (tells_of_happening && conditions_.not_before(parse, c) && std::any_of(c.phrases.begin(), c.phrases.end(), [&](std::uint32_t p) { return conditions_.is_after(parse.phrases[p]); })) strengthen(modality, Modality::conditional);
  if (verbal && conditions_.in_case_of(parse, c)) strengthen(modality, Modality::conditional);
  // "wil maandag met X en dinsdag met Y praten", "wil X bellen en Y ontvangen": the auxiliary is said once.
  std::vector<std::uint32_t> joined;
  for (const auto i : parse.clauses[c.gapped_of != kNone ? c.gapped_of : index].verbs) {
    if (parse.clause_of[i] == index) continue;
    if (joined.empty()) joined = c.atoms;
    joined.push_back(i);
  }
  const auto& words = joined.empty() ? c.atoms : joined;
  Lexicon::Bits bits;  // of the words: most cues are not among them
  for (const auto i : words) {
    const auto& atom = parse.atoms[i];
    bits |= lexicon_.bits(atom.form);
    for (const auto cls : lexicon_.classes(atom.verb)) bits |= Lexicon::bits_of_class(cls);
  }
  const bool predicates = !verbal && (verb_in(lexicon_, c.verb, story_.classes.copula) || verb_in(lexicon_, c.verb, story_.classes.aux_have));
  for (const auto& cue : story_.rules.cues) {
    if ((cue.scope != CueScope::clause && !(predicates && cue.scope == CueScope::predicate)) || !bits.has(Lexicon::bit_of_class(cue.cls)) || !cues_.applies(cue, c)) continue;
    if ((cue.with_day || cue.without_day) && day_to_come(parse, index) != cue.with_day) continue;
    for (const auto i : words) {
      const auto& atom = parse.atoms[i];
      const bool verb = atom.tag == Tag::verb;
      if (in_class(parse, i, under_way_)) continue;  // "is gaande" is no "gaat"
      const bool alone = verbal && index == hit.clause && cue.modality == Modality::demanded && i == c.main_verb && i != hit.trigger;  // "moeten weg uit de stad"
      // "wil niets weten van", "is alleen mogelijk als"
      const bool part = index == hit.clause && story_.rules.rules[hit.rule].modal_is_part && (verb || cue.modality == Modality::conditional);
      if (part || (verb && i == c.main_verb && !alone)) continue;
      if (verb && !tells_of_happening && !touches_noun(hit, c, cue)) continue;
      if (!verb && (added_behind(parse, c, i) || is_attribute(parse, c, i) || done_with(lexicon_, parse, i, ready_, with_))) continue;
      if (verb ? lexicon_.is_a(atom.verb, cue.cls) : in_class(parse, i, cue.cls)) {
        if (verb && cue.modality == Modality::demanded && had_to(hit, index)) break;
        const bool meant = verb && cue.modality == Modality::demanded && ((verb_in(lexicon_, c.verb, entails_) && (!verbal || index != hit.clause || c.main_verb == hit.trigger)) || ((!verbal || c.passive) && conditions_.must_yet(parse, c)));
        strengthen(modality, meant ? Modality::planned : cues_.by(cue));
        break;
      }
    }
  }
  if (verbal || tells_of_happening) {
    for (const auto& below : parse.clauses) {
      if (below.parent != index || !conditions_.is_condition(parse, below)) continue;
      if (!c.past && !story_.rules.types[hit.type].speech_act) strengthen(modality, Modality::conditional);
      if (c.past && c.perfect && !c.future && below.past) negated = !negated;  // "als hij was gekomen, had X gebeld"
    }
  }
}

bool OwnWords::unreal(const Parse& parse, const Clause& c) const {
  if (c.finite == kNone || !lexicon_.is_a(parse.atoms[c.finite].verb, story_.classes.aux_have) || !parse.atoms[c.finite].past) return false;
  return std::any_of(c.verbs.begin(), c.verbs.end(), [&](std::uint32_t i) {
    return i != c.finite && i != c.main_verb && parse.atoms[i].infinitive && lexicon_.is_a(parse.atoms[i].verb, story_.classes.aux_modal);
  });
}

// "had geen tijd voor een gesprek", "ziet geen reden voor een ontmoeting"
bool OwnWords::is_lacking(const EventHit& hit) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& phrase = parse.phrases[hit.phrase];
  if (phrase.preposition == 0 || !is_talks(story_, hit)) return false;
  const auto& near = parse.clauses[hit.clause].phrases;
  return std::any_of(near.begin(), near.end(), [&](std::uint32_t p) {
    const auto& before = parse.phrases[p];
    return before.last == phrase.first && in_class(parse, before.first, negative_) && phrase_holds(story_.known, parse, p, lacking_);
  });
}

void OwnWords::noun(const EventHit& hit, Modality& modality, bool& negated) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& phrase = parse.phrases[hit.phrase];
  for (auto i = phrase.first; i < phrase.last; ++i) {
    if (in_class(parse, i, negative_)) negated = true;
  }
  negated = negated || is_lacking(hit);
  const auto first = parse.atoms[phrase.first].first, last = parse.atoms[phrase.last - 1].last;
  // "eindigde zonder een geplande ontmoeting"
  if (stands_behind(story_, hit, without_)) negated = true;
  for (const auto& cue : story_.rules.cues) {
    if (negated) break;
    if (cue.scope == CueScope::adjective && holds_class(story_.known, first, last, cue.cls)) strengthen(modality, cues_.by(cue));
  }
  // "de afspraken uit het gesprek": the talk has been, whatever is said of what came of it.
  const bool source = stands_behind(story_, hit, origin_);
  for (auto above = source ? kNone : phrase.of; above != kNone; above = parse.phrases[above].of) {
    const auto& p = parse.phrases[above];
    const auto& head = parse.atoms[p.head];
    for (const auto& cue : story_.rules.cues) {
      if (!cues_.is_noun_of(cue, head)) continue;
      // "heeft geen behoefte aan een gesprek"
      if (modality == Modality::none && cue.modality == Modality::demanded && in_class(parse, p.first, negative_)) negated = true;
      if (modality == Modality::none && !negated) modality = cues_.by(cue);
    }
  }
  const auto& c = parse.clauses[hit.clause];
  if (conditions_.is_after(phrase) && conditions_.not_before(parse, c)) strengthen(modality, Modality::conditional);
  // "werden het eens over het sturen van troepen": an act that is talked of is still to come.
  const auto& type = story_.rules.types[hit.type];
  const bool action = story_.rules.rules[hit.rule].trigger == TriggerKind::verb || (!type.frequent && !type.speech_act && !is_talks(story_, hit) && phrase.of == kNone && verb_in(lexicon_, c.verb, story_.classes.aux_have));  // "had het over de levering"
  if (action && modality == Modality::none && stands_behind(story_, hit, about_)) modality = Modality::planned;
  // "is tegen het sturen van troepen"
  if (phrase.of == kNone && stands_behind(story_, hit, against_) && verb_in(lexicon_, c.verb, story_.classes.copula)) modality = Modality::refused;
  if (modality == Modality::none && to_come_.noun_comes(hit)) modality = Modality::planned;
  if (modality == Modality::none && !negated) modality = as_content(hit);
  if (modality == Modality::none && !negated) modality = as_named(hit);
  // The verb governs the noun if it is its subject, its object or hangs on no other noun.
  if (adverbial(hit) || story_.rules.types[hit.type].speech_act) return;
  if (phrase.of == kNone || modality == Modality::none) {
    const auto above = cues_.governing(parse, hit.clause, CueScope::noun);
    const bool refused_not = above == Modality::refused && c.negated;
    if (above != Modality::none && !refused_not && phrase.function != Function::time) modality = above;
    if (refused_not && modality == Modality::none && (phrase.function == Function::object || (c.passive && hit.phrase == c.subject))) modality = Modality::conditional;  // "sloot een gesprek niet uit"
  }
}

bool OwnWords::supposed(const EventHit& hit) const {
  const auto& parse = story_.parses[hit.sentence];
  const auto& c = parse.clauses[hit.clause];
  const auto& phrase = parse.phrases[hit.phrase];
  if (hit.definite || !c.times.empty()) return false;
  // "over een gesprek is niet gesproken", "noemde een gesprek zinloos", whenever that was
  const bool one = phrase.of == kNone && is_talks(story_, hit) && in_class(parse, phrase.preposition != 0 ? phrase.first + 1 : phrase.first, story_.classes.indefinite);
  if (one && (stands_behind(story_, hit, about_) ? verb_in(lexicon_, c.verb, talks_) : phrase.preposition == 0 && hit.phrase != c.subject && verb_in(lexicon_, c.verb, weighs_))) return true;
  if (c.past || c.perfect) return false;
  // "noemt een gesprek zinloos", "ziet niets in een gesprek", "een gesprek behoort tot de mogelijkheden"
  if (hit.phrase != c.subject) {
    // "over een gesprek is nog niets besloten", "voor een gesprek is het te vroeg"
    const bool topic = is_talks(story_, hit) && phrase.preposition != 0 && !c.atoms.empty() && phrase.first == c.atoms.front() && (verb_in(lexicon_, c.verb, story_.classes.copula) || c.passive);
    return phrase.of == kNone && (verb_in(lexicon_, c.verb, weighs_) || (topic && !lexicon_.in_class(phrase.preposition, origin_) && !adverbial(hit)));
  }
  if (verb_in(lexicon_, c.verb, pends_)) return true;
  if (!in_class(parse, phrase.first, story_.classes.indefinite) || !verb_in(lexicon_, c.verb, story_.classes.copula)) return false;
  return !holds_word(story_, hit, story_.classes.there) && !holds_word(story_, hit, under_way_);
}

// "wil de gesprekken bespreken die vorige week plaatsvonden"
bool OwnWords::held_below(const EventHit& hit) const {
  if (hit.phrase == kNone || !is_talks(story_, hit)) return false;
  const auto& parse = story_.parses[hit.sentence];
  return std::any_of(parse.clauses.begin(), parse.clauses.end(), [&](const Clause& below) {
    if (below.kind != ClauseKind::relative || below.antecedent == kNone || !below.past || below.future || below.negated || !hangs_on(parse, below.antecedent, hit.phrase)) return false;
    return verb_in(lexicon_, below.verb, happen_) || verb_in(lexicon_, below.verb, support_);
  });
}

bool OwnWords::adverbial(const EventHit& hit) const {
  if (hit.phrase == kNone) return false;
  const auto preposition = story_.parses[hit.sentence].phrases[hit.phrase].preposition;
  if (preposition == 0 || !lexicon_.in_class(preposition, adverbial_)) return false;
  const auto verb = clause_of(story_, hit).verb;
  // "wacht op een gesprek", "dringt aan op het sturen van troepen"; but "dringt op de top aan op vrede"
  const bool wanted = verb_in(lexicon_, verb, awaits_) || (verb_in(lexicon_, verb, bent_on_) && !(hit.definite && story_.rules.rules[hit.rule].trigger == TriggerKind::noun));
  return !verb_in(lexicon_, verb, happen_) && !(wanted && lexicon_.in_class(preposition, awaited_));
}

}  // namespace kroniek
