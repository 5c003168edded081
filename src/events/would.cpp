#include "would.hpp"

#include "conditions.hpp"
#include "event_nouns.hpp"
#include "modality.hpp"
#include "to_come.hpp"

#include <algorithm>

namespace kroniek {

namespace {

constexpr std::uint32_t kNear = 4;  // clauses behind a plan that may tell what came of it

class Would {
 public:
  explicit Would(const Story& story)
      : story_(story),
        lexicon_(story.known.lexicon),
        accept_(lexicon_.class_id("accept")),
        accepted_(lexicon_.class_id("accept_phrase")),
        reject_(lexicon_.class_id("reject")),
        proposal_(lexicon_.class_id("proposal_noun")),
        deal_(lexicon_.class_id("deal_noun")),
        in_it_(lexicon_.class_id("in_it")),
        wherein_(lexicon_.class_id("wherein")),
        in_plan_(lexicon_.class_id("in_plan")),
        comes_about_(lexicon_.class_id("comes_about")),
        nothing_(lexicon_.class_id("came_to_nothing")),
        ended_badly_(lexicon_.class_id("ended_badly")),
        that_(lexicon_.class_id("anaphor")),
        cancel_(lexicon_.class_id("cancel")),
        falls_through_(lexicon_.class_id("falls_through")),
        that_far_(lexicon_.class_id("that_far")),
        gives_up_(lexicon_.class_id("gives_up")),
        meanwhile_(lexicon_.class_id("meanwhile")),
        maybe_(lexicon_.class_id("maybe_word")),
        supposed_(lexicon_.class_id("supposed_case")),
        will_(lexicon_.class_id("aux_will")),
        opinion_(lexicon_.class_id("opinion_verb")),
        off_(lexicon_.class_id("off_word")),
        made_known_(lexicon_.class_id("made_known")),
        conditions_(story) {}

  // "in het plan", "daarin", "een plan waarin": whether the clause tells what a plan holds.
  bool in_plan(const EventHit& hit, bool or_deal = false) const {
    const auto& parse = story_.parses[hit.sentence];
    const auto& clause = clause_of(story_, hit);
    const auto plan = [&](std::uint32_t p) { return phrase_holds(story_.known, parse, p, proposal_) || (or_deal && phrase_holds(story_.known, parse, p, deal_)); };
    if (clause.kind == ClauseKind::relative) return clause.opener != kNone && clause.antecedent != kNone && is(parse.atoms[clause.opener], wherein_) && plan(clause.antecedent);
    return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) { return is(parse.atoms[i], in_it_); }) ||
           std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) {
             return parse.phrases[p].preposition != 0 && parse.phrases[p].of == kNone && lexicon_.in_class(parse.phrases[p].preposition, in_plan_) && plan(p);
           });
  }

  // "een plan waarbij beide landen gevangenen vrijlaten", "volgens het akkoord trekken zij zich terug": told in the present,
  // of what a plan holds.
  bool held_by_plan(const EventHit& hit) const {
    const auto& clause = clause_of(story_, hit);
    const bool told = clause.kind == ClauseKind::relative || (clause.kind == ClauseKind::main && hit.phrase == kNone && !story_.rules.types[hit.type].speech_act);
    return hit.status == "occurred" && told && clause.finite != kNone && !clause.past && !clause.perfect && in_plan(hit, true);
  }

  // "wilde X ontmoeten, maar die weigerde", "daagde hem uit te komen, maar hij ging niet akkoord": somebody else does not have it.
  bool refused(const EventHit& hit) const {
    const auto& parse = story_.parses[hit.sentence];
    if (!is_talks(story_, hit) || (hit.status != "planned" && hit.status != "demanded" && hit.status != "proposed")) return false;
    auto told = hit.clause;
    while (parse.clauses[told].kind == ClauseKind::infinitive && parse.clauses[told].parent != kNone) told = parse.clauses[told].parent;
    if (!parse.clauses[told].past || parse.clauses[told].kind != ClauseKind::main) return false;
    for (auto c = told + 1; c < parse.clauses.size() && c < told + kNear; ++c) {
      const auto& next = parse.clauses[c];
      if (next.kind != ClauseKind::main || !next.past || next.subject == kNone || next.atoms.empty() || !is(parse.atoms[next.atoms.front()], story_.classes.contrast)) continue;
      const bool agrees = verb_in(lexicon_, next.verb, accept_) || holds(parse, next, accepted_);
      if (next.negated ? agrees : verb_in(lexicon_, next.verb, reject_)) return true;
    }
    return false;
  }

  // "X zou vrijdag naar Oslo reizen": told of somebody by nobody; but "het overleg zou vrijdag zijn", "zei dat hij zou komen".
  bool heard(const EventHit& hit) const {
    const auto& parse = story_.parses[hit.sentence];
    const auto& clause = clause_of(story_, hit);
    if (hit.phrase != kNone || clause.kind != ClauseKind::main || !is_talks(story_, hit) || clause.subject == kNone) return false;
    return told_by_nobody(parse, clause) && !taken_up(hit) && !actors_in(story_.known, parse, clause.subject).empty();
  }

  // "De troepen zouden zich inmiddels terugtrekken", "X zou Y morgen willen ontvangen": news that was heard, as its time or
  // its words tell, and not what would be if something else were.
  bool rumoured(const EventHit& hit) const {
    const auto& parse = story_.parses[hit.sentence];
    const auto& clause = clause_of(story_, hit);
    const auto& type = story_.rules.types[hit.type];
    if (hit.phrase != kNone || clause.kind != ClauseKind::main || clause.subject == kNone || type.announced || type.speech_act || story_.time_work.quoted(parse.atoms[hit.trigger].first)) return false;
    if (depends(hit) || !told_by_nobody(parse, clause) || taken_up(hit)) return false;
    return !clause.times.empty() || holds(parse, clause, meanwhile_) || holds(parse, clause, maybe_);
  }

  // "maakte bekend dat X naar Oslo zou reizen": by then it was to come, and depends on nothing.
  bool told_ahead(const EventHit& hit) const {
    const auto& parse = story_.parses[hit.sentence];
    const auto& clause = clause_of(story_, hit);
    const auto above = clause.kind == ClauseKind::complement && clause.parent != kNone && becomes_known(parse, parse.clauses[clause.parent]) ? clause.parent : said_by(story_.known, story_.classes, parse, clause);
    if (above == kNone || depends(hit)) return false;
    const auto& teller = parse.clauses[above];
    return (teller.past || teller.perfect) && !teller.future && !teller.negated && !verb_in(lexicon_, teller.verb, opinion_) && !conditions_.conditional_above(parse, above);
  }

  // "landde in Oslo, waar hij X zou ontmoeten": by then it was to come.
  bool told_of_then(const EventHit& hit) const {
    const auto& parse = story_.parses[hit.sentence];
    const auto& clause = clause_of(story_, hit);
    if (clause.kind != ClauseKind::relative || clause.parent == kNone || !is_talks(story_, hit) || depends(hit)) return false;
    const auto& around = parse.clauses[clause.parent];
    return (around.past || around.perfect) && !around.future && around.kind == ClauseKind::main;
  }

  // "Daar zou hij X ontmoeten, meldt de krant"
  bool reported(const EventHit& hit) const {
    const auto& parse = story_.parses[hit.sentence];
    const auto& clause = clause_of(story_, hit);
    if (hit.phrase != kNone || clause.kind != ClauseKind::main || depends(hit)) return false;
    const auto teller = teller_behind(story_, parse, hit.clause);
    return teller != kNone && !parse.clauses[teller].past && verb_in(lexicon_, parse.clauses[teller].verb, story_.classes.says_that);
  }

  // "Dat ging door", "Dat bezoek is verschoven": the sentence behind knows of it.
  bool taken_up(const EventHit& hit) const {
    const auto* next = sentence_behind(hit);
    return next != nullptr && !next->atoms.empty() && is(next->atoms.front(), that_);
  }

  // "Dat ging niet door": the sentence behind, or a clause behind it in its own. "Het bezoek dat zij zou brengen, ging niet
  // door": the clause around.
  bool came_to_nothing(const EventHit& hit) const {
    const auto& here = story_.parses[hit.sentence];
    const auto& clause = here.clauses[hit.clause];
    if (clause.kind == ClauseKind::relative && clause.antecedent != kNone && clause.parent != kNone) {
      const auto& around = here.clauses[clause.parent];
      if (around.subject != kNone && hangs_on(here, clause.antecedent, around.subject) && fails(here, around)) return true;
    }
    for (auto c = hit.clause + 1; c < here.clauses.size() && c < hit.clause + kNear; ++c) {
      if (here.clauses[c].kind == ClauseKind::main && (denies(here, here.clauses[c]) || gives_up(here, here.clauses[c], hit.clause))) return true;
    }
    const auto* next = sentence_behind(hit);
    return next != nullptr && !next->clauses.empty() && (denies(*next, next->clauses.front()) || named_fails(hit, *next, next->clauses.front()) || same_gives_up(here, clause, *next, next->clauses.front()));
  }

 private:
  // Whether no other main clause of the sentence says it.
  bool told_by_nobody(const Parse& parse, const Clause& clause) const {
    return std::none_of(parse.clauses.begin(), parse.clauses.end(), [&](const Clause& other) {
      return &other != &clause && other.kind == ClauseKind::main && (other.past || other.perfect || verb_in(lexicon_, other.verb, story_.classes.says_that));
    });
  }

  // "zou gaan als ...", "in dat geval zou X gaan", "zou kunnen gaan"
  bool depends(const EventHit& hit) const {
    const auto& parse = story_.parses[hit.sentence];
    const auto& clause = clause_of(story_, hit);
    return conditions_.conditional_above(parse, hit.clause) || holds(parse, clause, supposed_) || other_modal(parse, clause);
  }

  // "eerder werd bekend dat"
  bool becomes_known(const Parse& parse, const Clause& clause) const { return verb_in(lexicon_, clause.verb, story_.classes.aux_become) && holds(parse, clause, made_known_); }

  // "zou kunnen reizen"
  bool other_modal(const Parse& parse, const Clause& clause) const {
    return std::any_of(clause.verbs.begin(), clause.verbs.end(), [&](std::uint32_t i) {
      return i != clause.finite && i != clause.main_verb && verb_in(lexicon_, parse.atoms[i].verb, story_.classes.aux_modal) && !verb_in(lexicon_, parse.atoms[i].verb, will_);
    });
  }

  // In the same paragraph; nullptr if there is none.
  const Parse* sentence_behind(const EventHit& hit) const { return story_.known.text.goes_on(hit.sentence + 1) ? &story_.parses[hit.sentence + 1] : nullptr; }

  bool holds(const Parse& parse, const Clause& clause, ClassId cls) const {
    return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) { return is(parse.atoms[i], cls); });
  }

  // "Dat gebeurde niet", "Daar kwam niets van terecht", "Zover kwam het niet"
  bool denies(const Parse& parse, const Clause& clause) const {
    if (holds(parse, clause, nothing_) || holds(parse, clause, ended_badly_) || (clause.negated && holds(parse, clause, that_far_))) return true;
    const bool that = clause.subject != kNone && parse.atoms[parse.phrases[clause.subject].head].mention == kNone && is(parse.atoms[parse.phrases[clause.subject].head], that_);
    return that && fails(parse, clause);
  }

  // "X zou tekenen. Dat akkoord kwam er niet."
  bool named_fails(const EventHit& hit, const Parse& parse, const Clause& clause) const {
    if (clause.subject == kNone || !is(parse.atoms[parse.phrases[clause.subject].first], that_) || !fails(parse, clause)) return false;
    if (names_type(story_, parse, clause.subject, hit.type)) return true;
    const auto& roles = story_.rules.rules[hit.rule].roles;  // what was to be signed, delivered, ...
    return std::any_of(roles.begin(), roles.end(), [&](const RoleRule& role) {
      return std::any_of(role.classes.begin(), role.classes.end(), [&](ClassId cls) { return phrase_holds(story_.known, parse, clause.subject, cls); });
    });
  }

  // What is said of the plan in its clause.
  bool fails(const Parse& parse, const Clause& clause) const {
    if (clause.negated) return verb_in(lexicon_, clause.verb, comes_about_);
    return verb_in(lexicon_, clause.verb, falls_through_) || (clause.passive && verb_in(lexicon_, clause.verb, cancel_)) || holds(parse, clause, nothing_) || holds(parse, clause, off_);
  }

  // "X zou naar Oslo reizen. De minister zegde af."
  bool same_gives_up(const Parse& here, const Clause& plan, const Parse& there, const Clause& clause) const {
    if (plan.subject == kNone || clause.subject == kNone || clause.object != kNone || clause.negated || !verb_in(lexicon_, clause.verb, gives_up_)) return false;
    const auto who = actors_in(story_.known, here, plan.subject), next = actors_in(story_.known, there, clause.subject);
    return who.size() == 1 && next.size() == 1 && who.front().who.id == next.front().who.id;
  }

  // "zou naar Oslo reizen, maar zegde af": the same one, who says nothing else of what.
  bool gives_up(const Parse& parse, const Clause& clause, std::uint32_t plan) const {
    const bool same = clause.subject == kNone && (clause.subject_of == plan || parse.clauses[plan].subject_of == clause.subject_of);
    return same && clause.object == kNone && !clause.negated && verb_in(lexicon_, clause.verb, gives_up_);
  }

  bool is(const Atom& atom, ClassId cls) const { return is_of(lexicon_, atom, cls); }

  const Story& story_;
  const Lexicon& lexicon_;
  ClassId accept_, accepted_, reject_, proposal_, deal_, in_it_, wherein_, in_plan_, comes_about_, nothing_, ended_badly_, that_, cancel_, falls_through_, that_far_, gives_up_, meanwhile_, maybe_, supposed_, will_, opinion_, off_, made_known_;
  Conditions conditions_;
};

// "X zou Y spreken. Het gesprek ging niet door."
bool denied_by(const Story& story, const EventHit& plan, const EventHit& next) {
  return next.sentence == plan.sentence + 1 && next.definite && next.status == "negated" && may_refer_to(story, next, plan.type);
}

}  // namespace

bool says_would(const Story& story, const EventHit& hit) {
  const auto& clause = clause_of(story, hit);
  if (clause.finite == kNone || clause.perfect) return false;
  const auto& finite = story.parses[hit.sentence].atoms[clause.finite];
  return finite.past && story.known.lexicon.is_a(finite.verb, story.classes.aux_future);
}

void settle_would(const Story& story, std::vector<EventHit>& hits) {
  const Would would(story);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    auto& hit = hits[i];
    if (would.held_by_plan(hit)) make_plan(hit);
    if (would.refused(hit)) set_modality(hit, Modality::negated);
    if ((hit.status != "conditional" && hit.status != "planned") || !says_would(story, hit)) continue;
    auto next = i + 1;
    while (next < hits.size() && hits[next].sentence == hit.sentence) ++next;
    if (would.came_to_nothing(hit) || (next < hits.size() && denied_by(story, hit, hits[next]))) {
      set_modality(hit, Modality::negated);
    } else if (hit.status == "conditional" && would.in_plan(hit)) {
      set_modality(hit, Modality::proposed);
    } else if (hit.status == "conditional" && (would.told_ahead(hit) || would.told_of_then(hit))) {
      make_plan(hit);
    } else if (hit.status == "conditional" && (would.rumoured(hit) || would.reported(hit))) {
      set_modality(hit, Modality::unconfirmed);
    } else if (hit.status == "planned" && would.heard(hit)) {
      set_modality(hit, Modality::unconfirmed);
    }
  }
}

}  // namespace kroniek
