#include "../actors/roles.hpp"
#include "conditions.hpp"
#include "cue_words.hpp"
#include "dropped.hpp"
#include "find_events.hpp"
#include "plans.hpp"
#include "would.hpp"

#include <algorithm>

namespace kroniek {

namespace {

class StatusFinder {
 public:
  explicit StatusFinder(const Story& story)
      : story_(story), known_(story.known), lexicon_(story.known.lexicon), negative_(lexicon_.class_id("negative_determiner")),
        happen_(lexicon_.class_id("happen")), question_(lexicon_.class_id("question")), adverbial_(lexicon_.class_id("adverbial_preposition")),
        purpose_(lexicon_.class_id("purpose_opener")), opinion_(lexicon_.class_id("opinion_verb")), origin_(lexicon_.class_id("origin_preposition")),
        against_(lexicon_.class_id("against")), about_(lexicon_.class_id("about")),
        expects_(lexicon_.class_id("expect_verb")), open_question_(lexicon_.class_id("open_question")), without_(lexicon_.class_id("without")),
        up_to_now_(lexicon_.class_id("up_to_now")), right_now_(lexicon_.class_id("right_now")), awaits_(lexicon_.class_id("awaits")), awaited_(lexicon_.class_id("awaited")),
        under_way_(lexicon_.class_id("under_way")), willing_(lexicon_.class_id("willing")), not_(lexicon_.class_id("negation")), degree_(lexicon_.class_id("degree")), asks_when_(lexicon_.class_id("asks_when")), conditions_(story), to_come_(story) {}

  void run(EventHit& hit) {
    parse_ = &story_.parses[hit.sentence];
    auto modality = hit.modality;
    bool negated = false, doubted = false;
    if (hit.phrase != kNone) noun(hit, modality, negated);
    auto clause = hit.clause;
    // The clause's own verbs; for a noun, only what they say of its taking place.
    if (!adverbial(hit)) own(hit, clause, hit.phrase == kNone, modality, negated);
    if (modality == Modality::none && !negated && hit.phrase != kNone && supposed(hit)) modality = Modality::conditional;
    hit.must = modality == Modality::demanded && hit.modality != Modality::demanded;
    const bool can_not = negated && modality == Modality::conditional && !conditions_.conditional_above(*parse_, hit.clause);
    if (can_not) modality = Modality::none;
    // "houdt er rekening mee dat de aanstaande top mislukt": only what comes of it is in doubt.
    const bool announced = hit.phrase != kNone && hit.definite && modality == Modality::planned;
    bool asked = false;
    for (int depth = 0; depth < 5 && clause != kNone; ++depth) {
      const auto& c = parse_->clauses[clause];
      if (const auto before = modality; !hit.must && convert(hit, modality, clause)) {
        modality = Modality::none;
        negated = false;
        own(hit, clause, true, modality, negated);
        if (modality == before) modality = Modality::none;  // what made it this type says no more of it
      }
      // "om de brug te vernietigen": what is meant to happen; "om te vernemen dat de stad was gevallen" tells what has.
      const bool told = clause != hit.clause && (this->clause(hit.clause).past || this->clause(hit.clause).perfect);
      if (c.kind == ClauseKind::infinitive && c.opener != kNone && !told && in_class(c.opener, purpose_)) {
        if (!to_come_.served(hit, c)) strengthen(modality, Modality::planned);
        if (clause == hit.clause && to_come_.goes_for(hit)) hit.dated_clause = c.parent;
      }
      if (opened_by(c, without_)) {  // "vertrok vrijdag zonder te tekenen": on that Friday it did not happen
        negated = !negated;
        if (c.parent != kNone) hit.dated_clause = c.parent;
      }
      if (conditions_.is_condition(*parse_, c)) strengthen(modality, Modality::conditional);
      if (conditions_.until(*parse_, c)) strengthen(modality, is_talks(story_, hit) ? Modality::planned : Modality::conditional);
      if (c.kind == ClauseKind::complement && c.opener != kNone && in_class(c.opener, question_)) {
        // "wilde weten of X de hulp heeft gestaakt": it may have happened.
        strengthen(modality, clause == hit.clause && c.perfect ? Modality::unconfirmed : Modality::conditional);
        asked = true;
      }
      // "duidelijk worden wie troepen stuurt"; but "wie de aanval uitvoerde" has an attack
      if (c.kind == ClauseKind::complement && !c.past && !c.perfect && opened_by(c, open_question_)) strengthen(modality, Modality::conditional);
      // "onduidelijk wanneer zij elkaar ontmoeten"
      if ((c.kind == ClauseKind::complement || c.kind == ClauseKind::relative) && !c.past && !c.perfect && opened_by(c, asks_when_)) strengthen(modality, Modality::planned);
      if (c.parent == kNone || (c.kind != ClauseKind::complement && c.kind != ClauseKind::infinitive)) break;
      // "door de hulp stop te zetten dwong hij X": what it was done by is not asked of anybody.
      if (c.kind == ClauseKind::infinitive && c.opener != kNone && !in_class(c.opener, purpose_)) break;
      const auto noun = of_governor(c);  // "de weigering van X om te leveren"
      const bool open = modality == Modality::none && clause == hit.clause && !c.perfect && !story_.rules.types[hit.type].speech_act;  // not "zei te hebben gebeld", "zei bereid te zijn te bellen"
      auto above = noun != Modality::none ? noun : governing(c.parent, CueScope::below, c.kind == ClauseKind::infinitive && !open ? ClauseKind::fragment : c.kind, asked);
      if (above == Modality::threatened && of_another(clause)) above = Modality::none;
      if (under_no_order(c)) negated = true;
      clause = c.parent;
      if (asked && above == Modality::refused) break;  // "weigerde te zeggen of hij gaat": only the answer is refused
      if (above == Modality::none && demands(hit, clause)) {
        hit.must = false;
        above = Modality::demanded;
      }
      if (above == Modality::none && gives(hit, modality, clause)) above = Modality::promised;
      // "verwacht niet dat zij vertrekken"
      if (c.kind == ClauseKind::complement && denied(clause) && verb_in(lexicon_, parse_->clauses[clause].verb, expects_)) negated = doubted = true;
      if (above != Modality::none) {
        if (parse_->clauses[clause].negated && above == Modality::refused) {  // "not rule out"
          modality = Modality::planned;
          continue;
        }
        if (above == Modality::conditional && announced) continue;
        if (above == Modality::conditional && (c.past || c.perfect)) above = Modality::unconfirmed;  // "het is mogelijk dat zij zijn vertrokken"
        const auto& tried = parse_->clauses[clause];
        if (above == Modality::attempted && story_.rules.types[hit.type].attempt && (tried.past || tried.perfect)) continue;
        // "eist dat Kyiv geen wapens krijgt" asks for none.
        if (negated && above == Modality::demanded && converts(hit, above)) {
          const auto none = story_.rules.rules[hit.rule].negated_is;
          if (none == 0xFFFF || story_.rules.types[none].speech_act) {
            hit.clause = kNone;
            return;
          }
          hit.type = none;
          negated = false;
        }
        modality = above;
        hit.modality = above;
        if (convert(hit, above, clause, noun != Modality::none)) {
          modality = Modality::none;
          negated = false;
          own(hit, clause, true, modality, negated);
          if (modality == above) modality = Modality::none;
        }
      }
    }
    if ((modality == Modality::none || hit.must) && hit.phrase == kNone) said_with(hit, modality);
    sentence_cues(hit, modality);
    if (modality == Modality::none && (to_come_.comes(hit) || (!negated && to_come_.announces(hit)))) modality = Modality::planned;
    if (modality == Modality::proposed && willing_if(hit)) modality = Modality::conditional;
    const auto& rule = story_.rules.rules[hit.rule];
    if (negated && modality != Modality::conditional && !rule.negation_is_part) {
      // What another does not expect is no refusal.
      if (!doubted && rule.negated_is != 0xFFFF && hit.type == rule.type && !unreal(clause_of(story_, hit)) && !holds_word(story_, hit, up_to_now_) && !(clause_of(story_, hit).past && modality != Modality::none)) {
        hit.type = rule.negated_is;
        modality = Modality::none;
      } else {
        modality = Modality::negated;
      }
    }
    // An order takes effect by being given, and a promise too, where that is how the event takes place.
    if ((modality == Modality::ordered || modality == Modality::promised) && story_.rules.types[hit.type].announced) modality = Modality::none;
    set_modality(hit, modality);
  }

 private:
  const Clause& clause(std::uint32_t c) const { return parse_->clauses[c]; }
  bool in_class(std::uint32_t atom, ClassId cls) const { return cls != 0 && is_of(lexicon_, parse_->atoms[atom], cls); }

  // "verwacht niet dat", "niemand gelooft dat"
  bool denied(std::uint32_t c) const {
    const auto& subject = clause(c).subject;
    return clause(c).negated || (subject != kNone && in_class(parse_->phrases[subject].first, negative_));
  }

  // "X krijgt raketten, belooft hij": the verb that tells it comes behind.
  void said_with(EventHit& hit, Modality& modality) {
    if (clause(hit.clause).kind != ClauseKind::main || clause(hit.clause).past || (!hit.must && holds_word(story_, hit, right_now_))) return;  // "deelt die nog steeds, verzekert hij"
    const auto teller = teller_behind(*parse_, hit.clause);
    if (teller == kNone) return;
    auto by = demands(hit, teller) ? Modality::demanded : modality != Modality::none ? Modality::none : governing(teller, CueScope::below, ClauseKind::fragment);
    if (by == Modality::none && gives(hit, modality, teller)) by = Modality::promised;
    if (by != Modality::promised && by != Modality::threatened && by != Modality::proposed && by != Modality::demanded && by != Modality::planned) return;
    modality = by;
    hit.modality = by;
    if (convert(hit, by, teller)) modality = Modality::none;
  }

  // "vindt dat X moet instemmen", "X moet instemmen, zei Y"; "moet" alone may tell a plan.
  bool demands(const EventHit& hit, std::uint32_t said) const { return hit.must && (verb_in(lexicon_, clause(said).verb, opinion_) || verb_in(lexicon_, clause(said).verb, story_.classes.says_that)); }

  // "maakte bekend dat X wapens krijgt"
  bool gives(const EventHit& hit, Modality modality, std::uint32_t said) const {
    return modality == Modality::none && converts(hit, Modality::promised) && to_come_.gives_by_telling(hit, said);
  }

  // "gaf geen bevel om aan te vallen"
  bool under_no_order(const Clause& c) const {
    const auto order = c.governor != kNone || c.kind != ClauseKind::infinitive ? c.governor : clause(c.parent).object;
    if (order == kNone) return false;
    const auto& noun = parse_->phrases[order];
    const bool next = order == c.governor || c.opener != kNone || noun.last == c.atoms.front();
    return next && noun.last - noun.first > 1 && in_class(noun.first, negative_);
  }

  bool opened_by(const Clause& c, ClassId cls) const { return kroniek::opened_by(lexicon_, *parse_, c, cls); }

  // "is bereid troepen te sturen als er een bestand komt"
  bool willing_if(const EventHit& hit) const {
    if (story_.rules.types[hit.type].speech_act) return false;
    bool willing = false, condition = false;
    for (auto c = hit.clause; c != kNone && (c == hit.clause || clause(hit.clause).parent == c); c = clause(c).parent) {
      willing |= std::any_of(clause(c).atoms.begin(), clause(c).atoms.end(), [&](std::uint32_t i) { return in_class(i, willing_); });
      condition |= conditions_.conditional_above(*parse_, c);
    }
    return willing && condition;
  }

  Modality by(const CueRule& cue) const {
    if (story_.trace != nullptr) story_.trace->cues.push_back(static_cast<std::uint32_t>(&cue - story_.rules.cues.data()));
    return cue.modality;
  }

  static void strengthen(Modality& modality, Modality by) {
    if (modality == Modality::none || modality == Modality::planned || modality == Modality::attempted) modality = by;
  }

  // A plan is one, whoever proposed it.
  Modality of_governor(const Clause& c) const {
    if (c.governor == kNone) return Modality::none;
    const auto& head = parse_->atoms[parse_->phrases[c.governor].head];
    for (const auto& cue : story_.rules.cues) {
      if (cue.scope == CueScope::noun && cue.modality != Modality::proposed && holds_class(known_, head.first, head.last, cue.cls)) return by(cue);
    }
    return Modality::none;
  }

  // What the main verb of a clause does to what it governs; `kind`: that of the clause below, if it is one.
  Modality governing(std::uint32_t c, CueScope scope, ClauseKind kind = ClauseKind::fragment, bool asked = false) const {
    const auto& g = clause(c);
    for (const auto& cue : story_.rules.cues) {
      if (cue.scope != scope || !applies(cue, g) || (cue.complement_only && kind != ClauseKind::complement) || (cue.infinitive_only && kind != ClauseKind::infinitive)) continue;
      if (verb_in(lexicon_, g.verb, cue.cls)) return by(cue);
      if (scope != CueScope::below || asked) continue;  // "de vraag of hij gaat" demands nothing
      // "is bereid om", "was van plan"
      for (const auto i : g.atoms) {
        if (parse_->atoms[i].tag != Tag::verb && in_class(i, cue.cls)) return by(cue);
      }
    }
    return Modality::none;
  }

  // "X waarschuwde dat Peru troepen stuurt": nobody threatens with what another does.
  bool of_another(std::uint32_t c) const {
    if (clause(c).kind != ClauseKind::complement || clause(c).passive) return false;
    const auto acts = doers_of(known_, story_.classes, *parse_, c);
    const auto says = doers_of(known_, story_.classes, *parse_, clause(c).parent);
    return acts.size() == 1 && says.size() == 1 && opposed(acts.front().who, says.front().who);
  }

  bool applies(const CueRule& cue, const Clause& c) const {
    if (cue.past_only && !c.past) return false;
    if (cue.present_only && (c.past || c.perfect)) return false;
    const bool perfect = c.verbs.size() > 1 && c.perfect;
    if (cue.with_perfect && (!perfect || (c.past && cue.scope == CueScope::noun))) return false;  // "had een top belegd": it may be over
    if (cue.without_perfect && perfect) return false;
    return true;
  }

  // "heeft de stad moeten opgeven", "moest zich terugtrekken": so it did.
  bool had_to(const EventHit& hit, std::uint32_t index) const {
    const auto& c = clause(index);
    const bool has = c.perfect || (c.finite != kNone && verb_in(lexicon_, parse_->atoms[c.finite].verb, story_.classes.aux_have));
    if (has != c.past) return has || (story_.rules.types[hit.type].forced && c.kind == ClauseKind::main && !day_to_come(index));
    return false;
  }

  // "is niet onder de indruk van het gesprek": what is denied is told of somebody, not of the noun.
  bool aside(const Clause& c, std::uint32_t phrase) const {
    if (!verb_in(lexicon_, c.verb, story_.classes.copula)) return false;
    if (phrase == c.subject && says_how(c)) return true;
    const bool none = std::any_of(c.atoms.begin(), c.atoms.end(), [&](std::uint32_t i) { return in_class(i, negative_); });  // "is geen sprake van"
    return !none && parse_->phrases[parse_->outermost(phrase)].preposition != 0;
  }

  // "de bijeenkomst was niet makkelijk"
  bool says_how(const Clause& c) const {
    if (!c.past || c.perfect || c.passive || c.future) return false;
    const auto of_happening = [&](std::uint32_t i) {
      return std::any_of(story_.rules.cues.begin(), story_.rules.cues.end(), [&](const CueRule& cue) { return cue.scope == CueScope::predicate && in_class(i, cue.cls); });
    };
    for (auto i = c.atoms.begin(); i != c.atoms.end(); ++i) {
      if (!in_class(*i, not_)) continue;
      auto next = *i + 1;
      while (next < parse_->atoms.size() && (in_class(next, degree_) || parse_->atoms[next].tag == Tag::quote)) ++next;
      if (next < parse_->atoms.size() && parse_->atoms[next].tag == Tag::adjective && !of_happening(next) && !lexicon_.has_verb_form(parse_->atoms[next].form, VerbForm::participle)) return true;
    }
    return false;
  }

  // "zouden vrijdag tekenen": a plan, unless it depends on something ("zouden vrijdag kunnen", "als ...").
  bool day_to_come(std::uint32_t index) const {
    const auto& c = clause(index);
    if (!story_.document.published || c.times.empty() || conditions_.conditional_above(*parse_, index)) return false;
    const auto second = [&](std::uint32_t i) { return i != c.finite && i != c.main_verb && verb_in(lexicon_, parse_->atoms[i].verb, story_.classes.aux_modal) && !verb_in(lexicon_, parse_->atoms[i].verb, story_.classes.aux_future); };
    if (std::any_of(c.verbs.begin(), c.verbs.end(), second)) return false;
    return std::any_of(c.times.begin(), c.times.end(), [&](std::uint32_t i) {
      const auto& date = known_.times[parse_->atoms[i].time].expression.date;
      const auto& published = story_.document.published->date;
      const bool within = known_.times[parse_->atoms[i].time].kind != TimeKind::point && date && date->earliest >= published.earliest && date->latest > published.latest;
      return date && date->latest != kOpenFuture && (within || date->earliest > published.latest);
    });
  }

  // Auxiliaries, adverbs and negation in the clause itself.
  void own(const EventHit& hit, std::uint32_t index, bool verbal, Modality& modality, bool& negated) {
    const auto& c = clause(index);
    const bool tells_of_happening = verbal || verb_in(lexicon_, c.verb, happen_);
    if (c.negated && tells_of_happening && (verbal || !aside(c, hit.phrase))) negated = true;
    if (verbal) {
      for (const auto p : c.phrases) {
        const auto& phrase = parse_->phrases[p];
        if (phrase.function == Function::prepositional) continue;
        if (in_class(phrase.first, negative_)) negated = true;
      }
      for (const auto i : c.atoms) negated = negated || (i > 0 && in_class(i, negative_) && in_class(i - 1, story_.classes.there));  // "levert er geen"
    }
    if (tells_of_happening && unreal(c)) negated = !negated;
    if (tells_of_happening && conditions_.not_before(*parse_, c) && std::any_of(c.phrases.begin(), c.phrases.end(), [&](std::uint32_t p) { return conditions_.is_after(parse_->phrases[p]); })) strengthen(modality, Modality::conditional);
    // "wil maandag met X en dinsdag met Y praten", "wil X bellen en Y ontvangen": the auxiliary is said once.
    std::vector<std::uint32_t> joined;
    for (const auto i : clause(c.gapped_of != kNone ? c.gapped_of : index).verbs) {
      if (parse_->clause_of[i] == index) continue;
      if (joined.empty()) joined = c.atoms;
      joined.push_back(i);
    }
    const auto& words = joined.empty() ? c.atoms : joined;
    Lexicon::Bits bits;  // of the words: most cues are not among them
    for (const auto i : words) {
      const auto& atom = parse_->atoms[i];
      bits |= lexicon_.bits(atom.form);
      for (const auto cls : lexicon_.classes(atom.verb)) bits |= Lexicon::bits_of_class(cls);
    }
    const bool predicates = !verbal && (verb_in(lexicon_, c.verb, story_.classes.copula) || verb_in(lexicon_, c.verb, story_.classes.aux_have));
    for (const auto& cue : story_.rules.cues) {
      if ((cue.scope != CueScope::clause && !(predicates && cue.scope == CueScope::predicate)) || !bits.has(Lexicon::bit_of_class(cue.cls)) || !applies(cue, c)) continue;
      if ((cue.with_day || cue.without_day) && day_to_come(index) != cue.with_day) continue;
      for (const auto i : words) {
        const auto& atom = parse_->atoms[i];
        const bool verb = atom.tag == Tag::verb;
        if (in_class(i, under_way_)) continue;  // "is gaande" is no "gaat"
        if (verb && (i == c.main_verb || (index == hit.clause && story_.rules.rules[hit.rule].modal_is_part))) continue;
        // "wil een gesprek" plans the talk; other modals say nothing of a noun.
        if (verb && !tells_of_happening && (cue.modality != Modality::planned || c.past)) continue;
        if (!verb && (added_behind(*parse_, c, i) || is_attribute(*parse_, c, i))) continue;
        if (verb ? lexicon_.is_a(atom.verb, cue.cls) : in_class(i, cue.cls)) {
          if (verb && cue.modality == Modality::demanded && had_to(hit, index)) break;
          strengthen(modality, verb && cue.modality == Modality::demanded && (!verbal || c.passive) && conditions_.must_yet(*parse_, c) ? Modality::planned : by(cue));
          break;
        }
      }
    }
    if (verbal || tells_of_happening) {
      for (const auto& below : parse_->clauses) {
        if (below.parent != index || !conditions_.is_condition(*parse_, below)) continue;
        if (!c.past && !story_.rules.types[hit.type].speech_act) strengthen(modality, Modality::conditional);
        if (c.past && c.perfect && !c.future && below.past) negated = !negated;  // "als hij was gekomen, had X gebeld"
      }
    }
  }

  // "had moeten bellen", "had kunnen leveren": it did not come of it; "had niet mogen bellen": it did.
  bool unreal(const Clause& c) const {
    if (c.finite == kNone || !lexicon_.is_a(parse_->atoms[c.finite].verb, story_.classes.aux_have) || !parse_->atoms[c.finite].past) return false;
    return std::any_of(c.verbs.begin(), c.verbs.end(), [&](std::uint32_t i) {
      return i != c.finite && i != c.main_verb && parse_->atoms[i].infinitive && lexicon_.is_a(parse_->atoms[i].verb, story_.classes.aux_modal);
    });
  }

  // A noun: the words in its phrase, the noun or verb that governs it.
  void noun(EventHit& hit, Modality& modality, bool& negated) {
    const auto& phrase = parse_->phrases[hit.phrase];
    for (auto i = phrase.first; i < phrase.last; ++i) {
      if (in_class(i, negative_)) negated = true;
    }
    const auto first = parse_->atoms[phrase.first].first, last = parse_->atoms[phrase.last - 1].last;
    // "eindigde zonder een geplande ontmoeting"
    if (phrase.preposition != 0 && lexicon_.in_class(phrase.preposition, without_)) negated = true;
    for (const auto& cue : story_.rules.cues) {
      if (negated) break;
      if (cue.scope == CueScope::adjective && holds_class(known_, first, last, cue.cls)) strengthen(modality, by(cue));
    }
    // "de afspraken uit het gesprek": the talk has been, whatever is said of what came of it.
    const bool source = phrase.preposition != 0 && lexicon_.in_class(phrase.preposition, origin_);
    for (auto above = source ? kNone : phrase.of; above != kNone; above = parse_->phrases[above].of) {
      const auto& p = parse_->phrases[above];
      const auto& head = parse_->atoms[p.head];
      for (const auto& cue : story_.rules.cues) {
        if (cue.scope != CueScope::noun || !holds_class(known_, head.first, head.last, cue.cls)) continue;
        // "heeft geen behoefte aan een gesprek"
        if (modality == Modality::none && cue.modality == Modality::demanded && in_class(p.first, negative_)) negated = true;
        if (modality == Modality::none && !negated) modality = by(cue);
      }
    }
    const auto& c = clause(hit.clause);
    if (conditions_.is_after(phrase) && conditions_.not_before(*parse_, c)) strengthen(modality, Modality::conditional);
    // "werden het eens over het sturen van troepen": an act that is talked of is still to come.
    const bool action = story_.rules.rules[hit.rule].trigger == TriggerKind::verb;
    if (action && modality == Modality::none && phrase.preposition != 0 && lexicon_.in_class(phrase.preposition, about_)) modality = Modality::planned;
    // "is tegen het sturen van troepen"
    if (phrase.preposition != 0 && phrase.of == kNone && lexicon_.in_class(phrase.preposition, against_) && verb_in(lexicon_, c.verb, story_.classes.copula)) modality = Modality::refused;
    if (modality == Modality::none && to_come_.noun_comes(hit)) modality = Modality::planned;
    // The verb governs the noun if it is its subject, its object or hangs on no other noun.
    if (adverbial(hit) || story_.rules.types[hit.type].speech_act) return;
    if (phrase.of == kNone || modality == Modality::none) {
      const auto above = governing(hit.clause, CueScope::noun);
      const bool refused_not = above == Modality::refused && c.negated;
      if (above != Modality::none && !refused_not && phrase.function != Function::time) modality = above;
      if (refused_not && modality == Modality::none && phrase.function == Function::object) modality = Modality::conditional;  // "sloot een gesprek niet uit"
    }
  }

  // "een gesprek is een stap vooruit": one that there may be, not one that there was.
  bool supposed(const EventHit& hit) const {
    const auto& c = clause(hit.clause);
    const auto& phrase = parse_->phrases[hit.phrase];
    if (hit.phrase != c.subject || c.past || c.perfect || !c.times.empty() || !in_class(phrase.first, story_.classes.indefinite) || !verb_in(lexicon_, c.verb, story_.classes.copula)) return false;
    return !holds_word(story_, hit, story_.classes.there) && !holds_word(story_, hit, under_way_);
  }

  // "na het gesprek wil hij": what the verb says does not touch the noun.
  bool adverbial(const EventHit& hit) const {
    if (hit.phrase == kNone) return false;
    const auto preposition = parse_->phrases[hit.phrase].preposition;
    if (preposition == 0 || !lexicon_.in_class(preposition, adverbial_)) return false;
    const auto verb = clause(hit.clause).verb;
    return !verb_in(lexicon_, verb, happen_) && !(lexicon_.in_class(preposition, awaited_) && verb_in(lexicon_, verb, awaits_));  // "wacht op een gesprek"
  }

  bool converts(const EventHit& hit, Modality modality) const {
    const auto& under = story_.rules.types[hit.type].under;
    return std::any_of(under.begin(), under.end(), [&](const auto& becomes) { return static_cast<Modality>(becomes.first) == modality; });
  }

  // "under": a demand for a ceasefire is no ceasefire. `by_noun`: a noun of the clause `at` governs, whose owner acts.
  bool convert(EventHit& hit, Modality modality, std::uint32_t at, bool by_noun = false) {
    if (modality == Modality::none) return false;
    for (const auto& [from, to] : story_.rules.types[hit.type].under) {
      if (static_cast<Modality>(from) != modality) continue;
      hit.type = to;
      hit.converted = true;
      hit.dated_clause = at;
      if (by_noun) return true;
      for (auto& filler : hit.fillers) filler.part = Part::target;
      add_actors(hit, deep_subject(known_, story_.classes, *parse_, at), Part::initiator);
      add_actors(hit, deep_object(known_, story_.classes, *parse_, at), Part::target);
      if (clause(at).indirect != kNone) add_actors(hit, clause(at).indirect, Part::target);
      // The evidence reaches from who acts to what is asked.
      for (const auto i : clause(at).atoms) {
        const auto tag = parse_->atoms[i].tag;
        if (tag == Tag::comma || tag == Tag::end || tag == Tag::quote || tag == Tag::colon || tag == Tag::dash) continue;
        hit.first = std::min(hit.first, parse_->atoms[i].first);
      }
      return true;
    }
    return false;
  }

  void add_actors(EventHit& hit, std::uint32_t phrase, Part part) {
    for (auto& filler : actors_in(known_, *parse_, phrase)) {
      const auto there = std::find_if(hit.fillers.begin(), hit.fillers.end(), [&](const Filler& f) { return f.who.id == filler.who.id; });
      if (there == hit.fillers.end()) {
        filler.part = part;
        hit.fillers.push_back(std::move(filler));
      } else if (part == Part::initiator) {
        there->part = part;
      }
    }
  }

  void sentence_cues(const EventHit& hit, Modality& modality) {
    for (const auto& cue : story_.rules.cues) {
      if (cue.scope != CueScope::sentence) continue;
      for (std::uint32_t i = 0; i < parse_->atoms.size(); ++i) {
        if (parse_->atoms[i].form != 0 && lexicon_.in_class(parse_->atoms[i].form, cue.cls) && !told_aside(hit, parse_->clause_of[i])) {
          if (modality == Modality::none || modality == Modality::planned) modality = by(cue);
        }
      }
    }
  }

  // "sprak met X, met wie hij naar verluidt appt": what a relative clause says of somebody is not said of the talk.
  bool told_aside(const EventHit& hit, std::uint32_t c) const {
    for (auto own = hit.clause; own != kNone; own = clause(own).parent) {
      if (own == c) return false;
    }
    return clause(c).kind == ClauseKind::relative;
  }

  const Story& story_;
  const Known& known_;
  const Lexicon& lexicon_;
  ClassId negative_, happen_, question_, adverbial_, purpose_, opinion_, origin_, against_, about_, expects_, open_question_, without_, up_to_now_, right_now_, awaits_, awaited_, under_way_, willing_, not_, degree_, asks_when_;
  Conditions conditions_;
  ToCome to_come_;
  const Parse* parse_ = nullptr;
};

}  // namespace

void set_status(const Story& story, std::vector<EventHit>& hits) {
  if (hits.empty()) return;
  StatusFinder finder(story);
  for (auto& hit : hits) finder.run(hit);
  std::erase_if(hits, [](const EventHit& hit) { return hit.clause == kNone; });
  // First of all: "sluit niet uit dat X levert" is no refusal, so that the delivery is none that was refused.
  std::erase_if(hits, [&](const EventHit& hit) { return hit.modality == Modality::negated && story.rules.rules[hit.rule].drops_negated; });
  drop_questions(story, hits);
  drop_converted_twins(hits);
  drop_what_is_offered(story, hits);
  drop_vague_offers(story, hits);
  settle_would(story, hits);
  drop_abilities(story, hits);
}

}  // namespace kroniek
