#include "../actors/roles.hpp"
#include "conditions.hpp"
#include "dropped.hpp"
#include "find_events.hpp"
#include "modality.hpp"
#include "own_words.hpp"
#include "to_come.hpp"
#include "would.hpp"

#include <algorithm>

namespace kroniek {

namespace {

class StatusFinder {
 public:
  explicit StatusFinder(const Story& story)
      : story_(story),
        known_(story.known),
        lexicon_(story.known.lexicon),
        negative_(lexicon_.class_id("negative_determiner")),
        question_(lexicon_.class_id("question")),
        purpose_(lexicon_.class_id("purpose_opener")),
        opinion_(lexicon_.class_id("opinion_verb")),
        expects_(lexicon_.class_id("expect_verb")),
        open_question_(lexicon_.class_id("open_question")),
        without_(lexicon_.class_id("without")),
        up_to_now_(lexicon_.class_id("up_to_now")),
        right_now_(lexicon_.class_id("right_now")),
        willing_(lexicon_.class_id("willing")),
        asks_when_(lexicon_.class_id("asks_when")),
        will_(lexicon_.class_id("aux_will")),
        law_(lexicon_.class_id("law_text")),
        by_means_(lexicon_.class_id("by_means")),
        time_given_(lexicon_.class_id("time_given")),
        talk_(lexicon_.class_id("talk")),
        gives_(lexicon_.class_id("gives_time")),
        source_(lexicon_.class_id("according_source")),
        would_like_(lexicon_.class_id("would_like")),
        brings_off_(lexicon_.class_id("brings_off")),
        able_(lexicon_.class_id("able_below")),
        takes_up_(lexicon_.class_id("takes_up_plan")),
        accepted_(lexicon_.class_id("accept_phrase")),
        cues_(story),
        conditions_(story),
        to_come_(story),
        own_(story, cues_, conditions_, to_come_) {}

  void run(EventHit& hit) {
    parse_ = &story_.parses[hit.sentence];
    Telling telling;
    begin(hit, telling);
    auto clause = hit.clause;
    for (int depth = 0; depth < 5 && clause != kNone; ++depth) {
      opening(hit, clause, telling);
      clause = climb(hit, clause, telling);
    }
    if (hit.clause != kNone) settle(hit, telling);
  }

 private:
  // How an event is told, as far up as its clauses were read.
  struct Telling {
    Modality modality = Modality::none;
    bool negated = false;
    bool doubted = false;    // another does not expect it
    bool asked = false;      // whether it happened is a question
    bool announced = false;  // "de aanstaande top"
    bool wanted = false;     // "te willen stoppen"
  };

  // What the event's own clause says: for a noun, only of its taking place.
  void begin(EventHit& hit, Telling& t) {
    t.modality = hit.modality;
    if (hit.phrase != kNone) own_.noun(hit, t.modality, t.negated);
    const bool asked_for = t.modality == Modality::demanded;  // "eiste een top"
    if (!own_.adverbial(hit)) own_.clause(hit, hit.clause, hit.phrase == kNone, t.modality, t.negated);
    if (t.modality == Modality::none && !t.negated && hit.phrase != kNone && own_.supposed(hit)) t.modality = Modality::conditional;
    hit.must = t.modality == Modality::demanded && !asked_for;
    if (t.negated && t.modality == Modality::conditional && !conditions_.conditional_above(*parse_, hit.clause)) t.modality = Modality::none;
    const auto& verbs = clause(hit.clause).verbs;
    t.wanted = hit.phrase == kNone && t.modality == Modality::planned && std::any_of(verbs.begin(), verbs.end(), [&](std::uint32_t i) { return verb_in(lexicon_, parse_->atoms[i].verb, will_); });
    // "houdt er rekening mee dat de aanstaande top mislukt": only what comes of it is in doubt.
    t.announced = hit.phrase != kNone && hit.definite && t.modality == Modality::planned;
  }

  // What the clause `at`, its own or one above it, is for: a purpose, a condition, a question.
  void opening(EventHit& hit, std::uint32_t at, Telling& t) {
    const auto& c = clause(at);
    if (const auto by = t.modality; !hit.must && convert(hit, by, at)) read_again(hit, at, by, t);
    // "om de brug te vernietigen": what is meant to happen; "om te vernemen dat de stad was gevallen" tells what has.
    const bool told = at != hit.clause && (clause(hit.clause).past || clause(hit.clause).perfect);
    if (c.kind == ClauseKind::infinitive && c.opener != kNone && !told && in_class(c.opener, purpose_)) {
      if (!to_come_.served(hit, c) && !brings_off(c)) strengthen(t.modality, Modality::planned);
      if (at == hit.clause && to_come_.goes_for(hit)) hit.dated_clause = c.parent;
    }
    if (opened_by(c, without_)) {  // "vertrok vrijdag zonder te tekenen": on that Friday it did not happen
      t.negated = !t.negated;
      if (c.parent != kNone) hit.dated_clause = c.parent;
    }
    if (conditions_.is_condition(*parse_, c) && !conditions_.lasts(*parse_, c)) strengthen(t.modality, Modality::conditional);
    if (conditions_.until(*parse_, c)) strengthen(t.modality, is_talks(story_, hit) ? Modality::planned : Modality::conditional);
    if (c.kind == ClauseKind::complement && c.opener != kNone && in_class(c.opener, question_)) {
      // "wilde weten of X de hulp heeft gestaakt": it may have happened.
      strengthen(t.modality, at == hit.clause && c.perfect ? Modality::unconfirmed : Modality::conditional);
      t.asked = true;
    }
    // "duidelijk worden wie troepen stuurt"; but "wie de aanval uitvoerde" has an attack
    if (c.kind == ClauseKind::complement && !c.past && !c.perfect && opened_by(c, open_question_)) strengthen(t.modality, Modality::conditional);
    // "onduidelijk wanneer zij elkaar ontmoeten"
    if ((c.kind == ClauseKind::complement || c.kind == ClauseKind::relative) && !c.past && !c.perfect && opened_by(c, asks_when_)) strengthen(t.modality, Modality::planned);
  }

  // What stands over the clause `at`. The clause to go on with, or kNone; the event's own becomes kNone if it is none.
  std::uint32_t climb(EventHit& hit, std::uint32_t at, Telling& t) {
    const auto& c = clause(at);
    if (at == hit.clause) counted(hit, c);
    if (c.kind == ClauseKind::relative) by_antecedent(c, t);
    if (c.parent == kNone || (!is_complement(c) && c.kind != ClauseKind::infinitive)) return kNone;
    // "door de hulp stop te zetten dwong hij X": what it was done by is not asked of anybody.
    if (c.kind == ClauseKind::infinitive && c.opener != kNone && !in_class(c.opener, purpose_)) {
      if (t.modality == Modality::none && in_class(c.opener, by_means_)) t.modality = of_deed(hit, c.parent);
      return kNone;
    }
    if (brings_off(c)) {
      own_.clause(hit, c.parent, true, t.modality, t.negated);
      t.negated |= c.opener != kNone && c.opener > 0 && parse_->atoms[c.opener - 1].tag == Tag::negation;  // "lukte niet om te landen"
      if (c.times.empty() && at == hit.clause) hit.dated_clause = c.parent;
      return c.parent;
    }
    const auto noun = of_governor(c);
    const bool open = t.modality == Modality::none && at == hit.clause && !c.perfect && !story_.rules.types[hit.type].speech_act;  // not "zei te hebben gebeld", "zei bereid te zijn te bellen"
    auto above = noun != Modality::none ? noun : cues_.governing(*parse_, c.parent, CueScope::below, c.kind == ClauseKind::infinitive && !open ? ClauseKind::fragment : c.kind, t.asked);
    if (above == Modality::planned && open && consents(hit)) above = cues_.governing(*parse_, c.parent, CueScope::below, ClauseKind::fragment);
    if (above == Modality::threatened && of_another(at)) above = Modality::none;
    if (under_no_order(c)) t.negated = true;
    if (t.asked && above == Modality::refused) return kNone;  // "weigerde te zeggen of hij gaat": only the answer is refused
    if (above == Modality::none && demands(hit, c.parent)) {
      hit.must = false;
      above = Modality::demanded;
    }
    if (above == Modality::none && gives(hit, t.modality, c.parent)) above = Modality::promised;
    if (above == Modality::none && c.kind == ClauseKind::infinitive && gives_time(c)) above = Modality::demanded;
    if (above == Modality::none && t.modality == Modality::none && says_of_time(c)) above = comes_true(clause(c.parent)) ? Modality::planned : of_deed(hit, c.parent);
    // "verwacht niet dat zij vertrekken"
    if (c.kind == ClauseKind::complement && denied(c.parent) && verb_in(lexicon_, clause(c.parent).verb, expects_)) t.negated = t.doubted = true;
    if ((above == Modality::none || above == Modality::planned) && c.kind == ClauseKind::infinitive && clause(c.parent).negated && verb_in(lexicon_, clause(c.parent).verb, story_.classes.says_that)) t.negated = true;  // "zei nog niet akkoord te gaan"
    if (above != Modality::none) govern(hit, c, above, noun != Modality::none, t);
    return hit.clause == kNone ? kNone : c.parent;
  }

  // "zei in te stemmen", "verklaarde akkoord te gaan": it is done by being said.
  bool consents(const EventHit& hit) const {
    return story_.rules.types[hit.type].announced && (verb_in(lexicon_, clause(hit.clause).verb, takes_up_) || holds_word(story_, hit, accepted_));
  }

  // "slaagde er (niet) in te landen", "was niet in staat te landen": it happened if that is so.
  bool brings_off(const Clause& c) const {
    if (c.kind != ClauseKind::infinitive || c.parent == kNone) return false;
    const auto& upper = clause(c.parent);
    return verb_in(lexicon_, upper.verb, brings_off_) || (upper.negated && std::any_of(upper.atoms.begin(), upper.atoms.end(), [&](std::uint32_t i) { return in_class(i, able_); }));
  }

  // "de weigering van X om te leveren"; but "wees het voorstel om te stoppen af"
  Modality of_governor(const Clause& c) const {
    const auto noun = cues_.of_governor(*parse_, c);
    if (noun != Modality::proposed && noun != Modality::demanded) return noun;
    const auto& upper = clause(c.parent);
    const bool own = !upper.negated && (c.governor == upper.object || (upper.passive && c.governor == upper.subject));
    return own && cues_.governing(*parse_, c.parent, CueScope::noun) == Modality::refused ? Modality::refused : noun;
  }

  // "een plan dat gevangenen vrijlaat", "dreigde met een wet die sancties oplegt": as likely as the plan or law.
  void by_antecedent(const Clause& c, Telling& t) const {
    if (t.modality != Modality::none || t.negated || c.antecedent == kNone || c.finite == kNone || c.past || c.perfect || c.parent == kNone) return;
    t.modality = cues_.of_head(*parse_, c.antecedent);
    const auto& above = clause(c.parent);
    const bool governed = parse_->phrases[c.antecedent].of == kNone && c.antecedent != above.subject && phrase_holds(known_, *parse_, c.antecedent, law_);
    if (t.modality == Modality::none && governed) t.modality = cues_.governing(*parse_, c.parent, CueScope::noun);
  }

  // The clause over `c`, or a noun of it, says `above` of the event.
  void govern(EventHit& hit, const Clause& c, Modality above, bool by_noun, Telling& t) {
    const auto& upper = clause(c.parent);
    if (upper.negated && above == Modality::refused) {  // "not rule out"
      t.modality = Modality::planned;
      return;
    }
    if (above == Modality::conditional && t.announced) return;
    if (above == Modality::promised && t.wanted) return;  // "kondigde aan te willen stoppen"
    if (above == Modality::planned && c.kind == ClauseKind::complement && c.perfect) return;  // "denkt dat zij zijn vertrokken"
    if (above == Modality::conditional && (c.past || c.perfect)) above = Modality::unconfirmed;  // "het is mogelijk dat zij zijn vertrokken"
    if (above == Modality::attempted && story_.rules.types[hit.type].attempt && (upper.past || upper.perfect)) return;
    // "eist dat Kyiv geen wapens krijgt" asks for none.
    if (t.negated && above == Modality::demanded && converts(hit, above)) {
      const auto none = story_.rules.rules[hit.rule].negated_is;
      if (none == 0xFFFF || story_.rules.types[none].speech_act) {
        hit.clause = kNone;
        return;
      }
      hit.type = none;
      t.negated = false;
    }
    t.modality = above;
    hit.modality = above;
    if (convert(hit, above, c.parent, by_noun)) read_again(hit, c.parent, above, t);
  }

  // "Het zou de eerste keer zijn dat zij elkaar spreken": as the time is, so is what it is a time of.
  bool says_of_time(const Clause& c) const {
    const auto& upper = clause(c.parent);
    return is_complement(c) && !c.past && !c.perfect && is_link(lexicon_, story_.classes, upper.verb) && names(upper, story_.classes.frequency);
  }

  // Also "Het is de derde keer in een week tijd dat": it tells nothing of the week.
  bool is_complement(const Clause& c) const {
    if (c.kind != ClauseKind::relative || c.parent == kNone || !opened_by(c, story_.classes.complementizer)) return c.kind == ClauseKind::complement;
    const auto& upper = clause(c.parent);
    return upper.subject != kNone && parse_->atoms[parse_->phrases[upper.subject].head].tag == Tag::pronoun && names(upper, story_.classes.frequency);
  }

  // "Het is de derde keer dat zij elkaar spreken" is of the talk just told; "De laatste keer dat zij elkaar zagen, was in mei" of another.
  void counted(EventHit& hit, const Clause& c) const {
    if (!is_complement(c) || c.parent == kNone || !is_talks(story_, hit)) return;
    const auto& upper = clause(c.parent);
    if (!is_link(lexicon_, story_.classes, upper.verb) || upper.atoms.empty() || upper.finite == kNone || !names(upper, story_.classes.frequency)) return;
    hit.equated = upper.subject != kNone && (parse_->atoms[parse_->phrases[upper.subject].head].tag == Tag::pronoun || phrase_holds(known_, *parse_, upper.subject, talk_));
    hit.another = holds_class(known_, parse_->atoms[upper.atoms.front()].first, parse_->atoms[upper.finite].first, story_.classes.frequency);
    if (hit.another && !upper.times.empty()) hit.dated_clause = c.parent;
  }

  bool names(const Clause& c, ClassId cls) const { return !c.atoms.empty() && holds_class(known_, parse_->atoms[c.atoms.front()].first, parse_->atoms[c.atoms.back()].last, cls); }

  // "gaf X tot vrijdag de tijd om in te stemmen"
  bool gives_time(const Clause& c) const {
    const auto& upper = clause(c.parent);
    return verb_in(lexicon_, upper.verb, gives_) && names(upper, time_given_);
  }

  // "Het wordt de eerste keer dat"
  bool comes_true(const Clause& c) const { return c.finite != kNone && !c.past && !c.perfect && verb_in(lexicon_, c.verb, story_.classes.aux_become); }

  // "dreigt in te grijpen door X aan te vallen", "kan X straffen door de hulp stop te zetten": what it is done by is to come, as it is.
  Modality of_deed(const EventHit& hit, std::uint32_t deed) const {
    const auto& done = clause(deed);
    if (done.kind == ClauseKind::infinitive && done.parent != kNone) return cues_.governing(*parse_, done.parent, CueScope::below, ClauseKind::infinitive);
    auto modality = Modality::none;
    bool negated = false;
    own_.clause(hit, deed, true, modality, negated);
    return modality;
  }

  // The clause `at`, which is now the event's; what made it this type, `by`, says no more of it.
  void read_again(const EventHit& hit, std::uint32_t at, Modality by, Telling& t) const {
    t.modality = Modality::none;
    t.negated = false;
    own_.clause(hit, at, true, t.modality, t.negated);
    if (t.modality == by || (t.modality == Modality::conditional && wishes(clause(at)))) t.modality = Modality::none;
  }

  // "zou graag zien dat": asked politely, and not under a condition.
  bool wishes(const Clause& c) const { return c.kind == ClauseKind::main && (verb_in(lexicon_, c.verb, would_like_) || names(c, would_like_)); }

  // What the whole sentence says, and what a negation makes of it.
  void settle(EventHit& hit, Telling& t) {
    if ((t.modality == Modality::none || hit.must) && hit.phrase == kNone) said_with(hit, t.modality);
    if (t.modality == Modality::demanded && hit.must && hit.phrase == kNone) asked_by_source(hit, t.modality);
    if (t.modality == Modality::none && !t.negated && to_come_.promised_behind(hit) && !convert(hit, Modality::promised, hit.clause)) t.modality = Modality::planned;
    if (t.modality == Modality::planned && !t.negated && own_.held_below(hit)) t.modality = Modality::none;
    sentence_cues(hit, t.modality);
    const auto& rule = story_.rules.rules[hit.rule];
    if (t.modality == Modality::none && !hit.converted && !rule.modal_is_part && (to_come_.comes(hit) || (!t.negated && to_come_.announces(hit)))) t.modality = Modality::planned;
    if (t.modality == Modality::proposed && willing_if(hit)) t.modality = Modality::conditional;
    if (t.negated && t.modality != Modality::conditional && !rule.negation_is_part) {
      // What another does not expect is no refusal.
      if (!t.doubted && rule.negated_is != 0xFFFF && hit.type == rule.type && !own_.unreal(*parse_, clause_of(story_, hit)) && !holds_word(story_, hit, up_to_now_) && !(clause_of(story_, hit).past && t.modality != Modality::none)) {
        hit.type = rule.negated_is;
        t.modality = Modality::none;
      } else {
        t.modality = Modality::negated;
      }
    }
    // An order takes effect by being given, and a promise too, where that is how the event takes place.
    if ((t.modality == Modality::ordered || t.modality == Modality::promised) && story_.rules.types[hit.type].announced) t.modality = Modality::none;
    set_modality(hit, t.modality);
  }

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
    const auto teller = teller_behind(story_, *parse_, hit.clause);
    if (teller == kNone) return;
    auto by = demands(hit, teller) ? Modality::demanded : modality != Modality::none ? Modality::none : cues_.governing(*parse_, teller, CueScope::below, ClauseKind::fragment);
    if (by == Modality::none && gives(hit, modality, teller)) by = Modality::promised;
    if (by == Modality::ordered) by = converts(hit, Modality::promised) ? Modality::promised : Modality::planned;  // "heeft het kabinet besloten"
    if (by != Modality::promised && by != Modality::threatened && by != Modality::proposed && by != Modality::demanded && by != Modality::planned) return;
    modality = by;
    hit.modality = by;
    if (convert(hit, by, teller)) modality = Modality::none;
  }

  // "vindt dat X moet instemmen", "X moet instemmen, zei Y"; "moet" alone may tell a plan.
  bool demands(const EventHit& hit, std::uint32_t said) const { return hit.must && (verb_in(lexicon_, clause(said).verb, opinion_) || verb_in(lexicon_, clause(said).verb, story_.classes.says_that)); }

  // "Volgens X moet Y instemmen": X asks it of Y.
  void asked_by_source(EventHit& hit, Modality& modality) {
    if (!converts(hit, Modality::demanded) || !clause(hit.clause).times.empty()) return;  // "moet zondag ingaan" is a plan
    for (const auto p : clause(hit.clause).phrases) {
      const auto& phrase = parse_->phrases[p];
      if (phrase.preposition == 0 || !lexicon_.in_class(phrase.preposition, source_) || actors_in(known_, *parse_, p).empty()) continue;
      for (auto& filler : hit.fillers) filler.part = Part::target;
      add_actors(hit, p, Part::initiator);
      hit.type = type_under(hit, Modality::demanded);
      hit.modality = Modality::demanded;
      hit.converted = true;
      modality = Modality::none;
      return;
    }
  }

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

  // "X waarschuwde dat Peru troepen stuurt": nobody threatens with what another does.
  bool of_another(std::uint32_t c) const {
    if (clause(c).kind != ClauseKind::complement || clause(c).passive) return false;
    const auto acts = doers_of(known_, story_.classes, *parse_, c);
    const auto says = doers_of(known_, story_.classes, *parse_, clause(c).parent);
    return acts.size() == 1 && says.size() == 1 && opposed(acts.front().who, says.front().who);
  }

  // The type that it becomes under what is said of it; itself if it stays what it is.
  std::uint16_t type_under(const EventHit& hit, Modality modality) const {
    const auto& under = story_.rules.types[hit.type].under;
    const auto becomes = std::find_if(under.begin(), under.end(), [&](const auto& one) { return static_cast<Modality>(one.first) == modality; });
    return becomes == under.end() ? hit.type : becomes->second;
  }
  bool converts(const EventHit& hit, Modality modality) const { return modality != Modality::none && type_under(hit, modality) != hit.type; }

  // "under": a demand for a ceasefire is no ceasefire. `by_noun`: a noun of the clause `at` governs, whose owner acts.
  bool convert(EventHit& hit, Modality modality, std::uint32_t at, bool by_noun = false) {
    if (!converts(hit, modality)) return false;
    hit.type = type_under(hit, modality);
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
          if (modality == Modality::none || modality == Modality::planned) modality = cues_.by(cue);
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
  ClassId negative_, question_, purpose_, opinion_, expects_, open_question_, without_, up_to_now_, right_now_, willing_, asks_when_, will_, law_, by_means_, time_given_, talk_, gives_, source_, would_like_, brings_off_, able_, takes_up_, accepted_;
  Cues cues_;
  Conditions conditions_;
  ToCome to_come_;
  OwnWords own_;
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
  drop_easy_or_hard(story, hits);
  drop_prevented(story, hits);
  drop_unreal(story, hits);
  drop_habits(story, hits);
}

}  // namespace kroniek
