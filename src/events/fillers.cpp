#include "fillers.hpp"

#include "../actors/roles.hpp"
#include "event_nouns.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

namespace kroniek {

EventClasses::EventClasses(const Lexicon& lexicon)
    : of(lexicon.class_id("of")),
      by(lexicon.class_id("by")),
      anaphor(lexicon.class_id("anaphor")),
      inner(lexicon.class_id("inner_preposition")),
      people(lexicon.class_id("people")),
      company(lexicon.class_id("company")),
      support(lexicon.class_id("support_verb")),
      wherein(lexicon.class_id("wherein")),
      adverbial(lexicon.class_id("adverbial_preposition")),
      person(lexicon.class_id("person")),
      to(lexicon.class_id("to")),
      source(lexicon.class_id("source_preposition")),
      thus(lexicon.class_id("thus")),
      purpose(lexicon.class_id("for")),
      about(lexicon.class_id("about")),
      talk(lexicon.class_id("talk")),
      talk_verb(lexicon.class_id("talk_verb")),
      visit_verb(lexicon.class_id("visit_verb")),
      with(lexicon.class_id("with")),
      definite(lexicon.class_id("definite")),
      happen(lexicon.class_id("happen")),
      somebody(lexicon.class_id("somebody")),
      wherein_preposition(lexicon.class_id("wherein_preposition")),
      control(lexicon.class_id("action_control")),
      undertakes(lexicon.class_id("undertakes_action")),
      judged(lexicon.class_id("judged_for_deed")),
      where(lexicon.class_id("where")),
      since(lexicon.class_id("since")),
      before(lexicon.class_id("before_preposition")),
      after(lexicon.class_id("after_preposition")),
      together(lexicon.class_id("together_with")),
      alike(lexicon.class_id("like_others")),
      spoken_of(lexicon.class_id("spoken_of")),
      locative(lexicon.class_id("locative")),
      another(lexicon.class_id("another_one")),
      describe(lexicon.class_id("describe_verb")),
      attended(lexicon.class_id("attended_by")),
      proposal(lexicon.class_id("proposal_noun")),
      spells_out(lexicon.class_id("spells_out")),
      taken_up(lexicon.class_id("taken_up")),
      direction(lexicon.class_id("direction")),
      journey(lexicon.class_id("journey")),
      attends(lexicon.class_id("attends")),
      asking(lexicon.class_id("asking_noun")),
      interrogative(lexicon.class_id("interrogative")),
      relative_adverb(lexicon.class_id("relative_adverb")), without(lexicon.class_id("without")),
      besides(lexicon.class_id("besides_preposition")),
      also(lexicon.class_id("also_word")),
      discuss(lexicon.class_id("discuss_verb")),
      invites(lexicon.class_id("invite_verb")),
      call_verb(lexicon.class_id("call_verb")),
      concerns(lexicon.class_id("concerns_verb")),
      around(lexicon.class_id("it_is_about")), guards(lexicon.class_id("guards")), against(lexicon.class_id("against")), press(lexicon.class_id("press_person")), country(lexicon.class_id("country")), pronominal(lexicon.class_id("pronominal")) {}

RoleFiller::RoleFiller(const Story& story, const EventClasses& classes, std::uint32_t sentence)
    : story_(story), known_(story.known), lexicon_(story.known.lexicon), classes_(classes), parse_(story.parses[sentence]), sentence_(sentence) {}

bool RoleFiller::same_block(std::uint32_t sentence) const { return known_.text_sentence(sentence).block == known_.text_sentence(sentence_).block; }

// `agent`: who acts may be told by an adjective alone ("Russische drones"); who is acted on only if it is people.
void RoleFiller::add_phrase(EventHit& hit, const RoleRule& role, std::uint32_t p, bool agent) const {
  if (p == kNone || p == hit.phrase) return;
  if (!role.classes.empty()) {
    if (add_thing(hit, role, p)) return;
    // "de helft van de wapens", "het voorstel voor een bestand": the noun that counts may stand behind.
    const auto& inner = inner_of(hit.clause);
    for (auto it = std::lower_bound(inner.begin(), inner.end(), std::pair<std::uint32_t, std::uint32_t>{p, 0}); it != inner.end() && it->first == p; ++it) {
      if (!may_be_talked_of(story_.rules.types[hit.type]) && is_topic(hit.clause, it->second)) continue;
      if (add_thing(hit, role, it->second)) return;
    }
    return;
  }
  const auto before = hit.fillers.size();
  add_actors(known_, parse_, p, hit.fillers);
  if (hit.fillers.size() == before && (agent || is_people(p))) add_nations(hit, role, p);
  for (auto i = before; i < hit.fillers.size(); ++i) hit.fillers[i].role = role.role;
}

// "stelde een top over een bestand voor": talks are talked of, and what is proposed is a topic too.
bool RoleFiller::may_be_talked_of(const EventType& type) { return type.plover == kTalks || type.speech_act; }

// Phrases of the clause behind the noun that they belong to.
const std::vector<std::pair<std::uint32_t, std::uint32_t>>& RoleFiller::inner_of(std::uint32_t c) const {
  if (inner_clause_ != c) {
    inner_clause_ = c;
    inner_.clear();
    for (const auto p : parse_.clauses[c].phrases) {
      const auto& phrase = parse_.phrases[p];
      if (phrase.of != kNone && phrase.preposition != 0 && lexicon_.in_class(phrase.preposition, classes_.inner)) inner_.emplace_back(phrase.of, p);
    }
    std::sort(inner_.begin(), inner_.end());
  }
  return inner_;
}

bool RoleFiller::add_thing(EventHit& hit, const RoleRule& role, std::uint32_t p) const {
  const auto& phrase = parse_.phrases[p];
  const auto first = parse_.atoms[phrase.first].first, last = parse_.atoms[phrase.last - 1].last;
  for (const auto cls : role.classes) {
    if (!holds_class(known_, first, last, cls) && !(cls == classes_.person && names_person(phrase))) continue;
    hit.fillers.push_back({role.role, {}, first, last});
    return true;
  }
  if (!role.named || !names_unknown(phrase)) return false;
  hit.fillers.push_back({role.role, {}, first, last});
  return true;
}

// "volgens het plan aan Rusland laten": what stands behind the source is the verb's.
bool RoleFiller::of_a_source(std::uint32_t p) const {
  const auto preposition = parse_.phrases[p].preposition;
  return preposition != 0 && lexicon_.in_class(preposition, classes_.source).has_value();
}

// "stopt met leveringen aan Kyiv": the noun is what the verb is about, not an event beside it.
bool RoleFiller::fills_a_role(const EventHit& hit, std::uint32_t p) const {
  const auto& phrase = parse_.phrases[p];
  for (const auto& role : story_.rules.rules[hit.rule].roles) {
    const bool source = std::any_of(role.from.begin(), role.from.end(), [&](const Source& from) {
      // "legt (een deel van) de leveringen aan X stil"
      const auto whole = phrase.preposition != 0 && lexicon_.in_class(phrase.preposition, classes_.inner) ? phrase.of : p;
      if (from.kind == SourceKind::object) return !role.classes.empty() && whole != kNone && parse_.phrases[whole].preposition == 0 && whole == deep_object(known_, story_.classes, parse_, hit.clause);
      return from.kind == SourceKind::preposition && phrase.preposition != 0 && from.preposition == phrase.preposition;
    });
    if (!source) continue;
    for (const auto cls : role.classes) {
      if (phrase_holds(known_, parse_, p, cls)) return true;
    }
  }
  return false;
}

// "na zijn gesprek met X sprak hij met Y": two talks.
bool RoleFiller::is_event_beside(std::uint32_t p) const {
  const auto preposition = parse_.phrases[p].preposition;
  if (preposition == 0 || types_named(story_, parse_, p).empty()) return false;
  // "ontvangt X voor overleg": what for, not what it comes before
  const bool purpose = lexicon_.in_class(preposition, classes_.purpose) && !is_definite(p);
  return lexicon_.in_class(preposition, classes_.after) || (lexicon_.in_class(preposition, classes_.before) && !purpose);
}

// "voor overleg naar Oslo reizen": where one goes is of the verb, unless the noun is of a journey.
bool RoleFiller::goes_there(std::uint32_t p) const {
  const auto& phrase = parse_.phrases[p];
  return phrase.preposition != 0 && lexicon_.in_class(phrase.preposition, classes_.direction) && !phrase_holds(known_, parse_, phrase.of, classes_.journey);
}

// Names that the gazetteer does not know count too.
bool RoleFiller::names_person(const Phrase& phrase) const {
  const auto& head = parse_.atoms[phrase.head];
  return head.mention != kNone && known_.mentions[head.mention].person;
}

// "heroverde Welyka Nowosilka": a name of nobody who is known, nor of a place.
bool RoleFiller::names_unknown(const Phrase& phrase) const {
  const auto& head = parse_.atoms[phrase.head];
  const auto unknown = [&](const Token& token) { return token.has(kCapital) && !token.has(kDigits) && token.form == 0; };
  const auto begin = known_.text.tokens.begin();
  return (head.tag == Tag::name || head.tag == Tag::content) && head.mention == kNone && std::all_of(begin + head.first, begin + head.last, unknown);
}

bool RoleFiller::is_people(std::uint32_t p) const {
  const auto& head = parse_.atoms[parse_.phrases[p].head];
  return head.tag == Tag::adjective || holds_class(known_, head.first, head.last, classes_.people) || holds_class(known_, head.first, head.last, classes_.company);
}

void RoleFiller::add_nations(EventHit& hit, const RoleRule& role, std::uint32_t p) const {
  for (auto i = parse_.phrases[p].first; i < parse_.phrases[p].last; ++i) {
    if (parse_.atoms[i].tag == Tag::adjective) add_atom(hit, role, i);
  }
}

void RoleFiller::add_atom(EventHit& hit, const RoleRule& role, std::uint32_t i) const {
  const auto& atom = parse_.atoms[i];
  if (atom.mention == kNone) return;
  const auto& mention = known_.mentions[atom.mention];
  const bool persons_too = role.classes.empty() || std::find(role.classes.begin(), role.classes.end(), classes_.person) != role.classes.end();
  for (const auto& who : mention.who) {
    const bool person = who.actor == kNoActor ? who.country == kNoActor : story_.gazetteer.actors[who.actor].kind == "person";
    if (persons_too || !person) hit.fillers.push_back({role.role, who, mention.first, mention.last});  // not "hun vertrek" of two ministers
  }
}

void RoleFiller::fill(EventHit& hit, const RoleRule& role, const Source& source, std::uint32_t c) const {
  const auto& clause = parse_.clauses[c];
  const bool noun = hit.phrase != kNone;
  // "het leveren van wapens door Frankrijk": an infinitive as a noun.
  const bool action = noun && story_.rules.rules[hit.rule].trigger == TriggerKind::verb;
  switch (source.kind) {
    case SourceKind::subject: {
      if (action) {
        const auto before = hit.fillers.size();
        behind(hit, role, clause, classes_.by);
        if (hit.fillers.size() == before && done_by_subject(hit, c)) add_phrase(hit, role, deep_subject(known_, story_.classes, parse_, c), true);
        if (hit.fillers.size() == before) add_phrase(hit, role, judged(hit, c), true);
        return;
      }
      if (const auto doer = noun && !is_talks(story_, hit) ? judged(hit, c) : kNone; doer != kNone) return add_phrase(hit, role, doer, true);
      if (!noun && governed(hit, role, clause)) return;
      if (asks_others(hit)) return;
      const auto p = subject_of(hit, c);
      // "na het gesprek met X zei Y": Y is the other one; "na het gesprek van X en Y zei Z" tells of Z nothing.
      if (noun && parse_.phrases[hit.phrase].preposition != 0 && lexicon_.in_class(parse_.phrases[hit.phrase].preposition, classes_.adverbial) && (people(hit) != 1 || !is_talks(story_, hit))) return;
      if (noun && somebody_elses(hit)) return;
      if (noun && only_spoken_of(hit)) return;
      if (p != hit.phrase) add_phrase(hit, role, p, true);
      if (noun || !role.classes.empty()) return;
      add_phrase(hit, role, asked_to_join(known_, story_.classes, parse_, c));
      for (const auto with : clause.phrases) {  // "leverde samen met X"
        const auto& other = parse_.phrases[with];
        const bool alike = other.preposition != 0 && lexicon_.in_class(other.preposition, classes_.alike) && other.first > 0 && parse_.atoms[other.first - 1].tag != Tag::comma;
        if (alike || (other.preposition != 0 && lexicon_.in_class(other.preposition, classes_.together))) add_phrase(hit, role, with);
      }
      return;
    }
    case SourceKind::object: {
      if (action) return behind(hit, role, clause, classes_.of);
      const auto p = deep_object(known_, story_.classes, parse_, c);
      if (p == hit.phrase) return;
      const auto before = hit.fillers.size();
      add_phrase(hit, role, p);
      // "de steun voor Oekraïne die hij toezegde": the relative clause may tell of the outer noun.
      if (p != clause.antecedent || role.classes.empty()) return;
      for (auto outer = p; outer != kNone && hit.fillers.size() == before; outer = parse_.phrases[outer].of) add_phrase(hit, role, outer);
      return;
    }
    case SourceKind::indirect: return action ? void() : add_phrase(hit, role, clause.indirect);
    case SourceKind::preposition: return prepositions(hit, role, source, clause);
    case SourceKind::of: return noun ? possessors(hit, role, clause) : possessors_of_object(hit, role, c);
    case SourceKind::nationality: return nationality(hit, role, c);
    case SourceKind::complement: return complement(hit, role, c);
    case SourceKind::companion: return noun ? companions(hit, role, c) : void();
    case SourceKind::anywhere:
      for (const auto p : clause.phrases) add_phrase(hit, role, p);
      return;
  }
}

// "twijfelt aan zijn bezoek", "wilden tekenen tijdens een bezoek van X": whose it is, is told, and nobody else takes part
// by being the subject.
bool RoleFiller::somebody_elses(const EventHit& hit) const {
  const auto person = [&](std::uint32_t i) { return parse_.atoms[i].mention != kNone && known_.mentions[parse_.atoms[i].mention].person && !known_.mentions[parse_.atoms[i].mention].who.empty(); };
  // "kreeg bezoek van X"; who answers X's request has been asked it.
  if (parse_.phrases[hit.phrase].preposition == 0 || !is_talks(story_, hit)) return false;
  for (auto i = parse_.phrases[hit.phrase].first; i < parse_.phrases[hit.phrase].last; ++i) {
    if (parse_.atoms[i].tag == Tag::determiner && person(i)) return true;
  }
  return std::any_of(parse_.phrases.begin(), parse_.phrases.end(), [&](const Phrase& phrase) {
    return phrase.of == hit.phrase && phrase.preposition != 0 && lexicon_.in_class(phrase.preposition, classes_.of) && person(phrase.head);
  });
}

// "riep de partijen op te overleggen": they do, whoever they are.
bool RoleFiller::asks_others(const EventHit& hit) const {
  const auto& clause = parse_.clauses[hit.clause];
  if (!is_talks(story_, hit) || clause.kind != ClauseKind::infinitive || clause.parent == kNone || clause.subject_of != clause.parent || clause.asked != kNone) return false;
  const auto& above = parse_.clauses[clause.parent];
  return above.object != kNone && verb_in(lexicon_, above.verb, story_.classes.addresses) && is_of(lexicon_, parse_.atoms[parse_.phrases[above.object].head], story_.classes.addressee);
}

// "het besluit van X om te", "het Britse plan om te": X acts, whoever the clause around it is about.
bool RoleFiller::governed(EventHit& hit, const RoleRule& role, const Clause& clause) const {
  if (clause.passive || !role.classes.empty()) return false;
  const auto before = hit.fillers.size();
  if (clause.governor == kNone) {
    // "het is aan X om te tekenen", "de beurt is aan X om te"
    if (clause.kind != ClauseKind::infinitive || clause.opener == kNone || clause.parent == kNone || !verb_in(lexicon_, parse_.clauses[clause.parent].verb, story_.classes.copula)) return false;
    for (const auto p : parse_.clauses[clause.parent].phrases) {
      const auto& phrase = parse_.phrases[p];
      if (phrase.last == clause.atoms.front() && phrase.preposition != 0 && lexicon_.in_class(phrase.preposition, classes_.to)) add_phrase(hit, role, p, true);
    }
    return hit.fillers.size() != before;
  }
  owners(hit, role, clause.governor);
  if (hit.fillers.size() == before) add_nations(hit, role, clause.governor);
  return hit.fillers.size() != before;
}

// "Kyivs verzoek", "het verzoek van Kyiv"
void RoleFiller::owners(EventHit& hit, const RoleRule& role, std::uint32_t noun) const {
  for (auto i = parse_.phrases[noun].first; i < parse_.phrases[noun].last; ++i) {
    if (parse_.atoms[i].tag == Tag::determiner) add_atom(hit, role, i);
  }
  for (std::uint32_t p = 0; p < parse_.phrases.size(); ++p) {
    const auto& phrase = parse_.phrases[p];
    if (phrase.of == noun && phrase.preposition != 0 && lexicon_.in_class(phrase.preposition, classes_.of)) add_phrase(hit, role, p);
  }
}

// Of the clause; but "..., aldus X na een gesprek met Y" tells of X's talk, whoever the clause is about.
std::uint32_t RoleFiller::subject_of(const EventHit& hit, std::uint32_t c) const {
  const auto& phrases = parse_.clauses[c].phrases;
  for (auto p = hit.phrase == kNone ? phrases.begin() : std::find(phrases.begin(), phrases.end(), hit.phrase); p != phrases.begin();) {
    const auto& before = parse_.phrases[*--p];
    if (before.preposition != 0 && lexicon_.in_class(before.preposition, classes_.thus)) return *p;
  }
  return deep_subject(known_, story_.classes, parse_, c);
}

// The noun of asking or offering on which the phrase hangs; kNone: on none.
std::uint32_t RoleFiller::asking_noun(std::uint32_t p) const {
  for (int depth = 0; depth < 4 && p != kNone; ++depth) {
    p = parse_.phrases[p].of;
    if (p != kNone && holds_class(known_, parse_.atoms[parse_.phrases[p].head].first, parse_.atoms[parse_.phrases[p].head].last, classes_.asking)) return p;
  }
  return kNone;
}

bool RoleFiller::is_definite(std::uint32_t p) const {
  const auto& phrase = parse_.phrases[p];
  if (phrase_holds(known_, parse_, p, classes_.another)) return false;  // "de vorige ruil"
  for (auto i = phrase.first; i < phrase.last; ++i) {
    const auto& atom = parse_.atoms[i];
    if (atom.tag == Tag::determiner && ((atom.form != 0 && lexicon_.in_class(atom.form, classes_.definite)) || atom.mention != kNone)) return true;
  }
  return false;
}

int RoleFiller::people(const EventHit& hit) {
  std::set<std::string> who;
  for (const auto& filler : hit.fillers) {
    if (filler.role == 0) who.insert(filler.who.id);
  }
  return static_cast<int>(who.size());
}

// The phrases of the clause around the trigger: none that is farther off is its own.
std::span<const std::uint32_t> RoleFiller::near(const Clause& clause, std::uint32_t trigger) const {
  constexpr std::ptrdiff_t kReach = 12;
  const auto& all = clause.phrases;
  const auto at = std::partition_point(all.begin(), all.end(), [&](std::uint32_t p) { return parse_.phrases[p].first < trigger; });
  return {at - std::min(kReach, at - all.begin()), at + std::min(kReach, all.end() - at)};
}

void RoleFiller::prepositions(EventHit& hit, const RoleRule& role, const Source& source, const Clause& clause) const {
  const bool noun = hit.phrase != kNone;
  // "het bestand waarmee Kyiv instemde"
  if (!noun && clause.kind == ClauseKind::relative && clause.antecedent != kNone && clause.opener != kNone && source.preposition != 0) {
    if (lexicon_.stands_for(parse_.atoms[clause.opener].form, source.preposition)) add_phrase(hit, role, clause.antecedent);
  }
  if (!noun && stranded(clause, source.preposition)) add_phrase(hit, role, clause.antecedent);
  for (const auto p : near(clause, hit.trigger)) {
    if (parse_.phrases[p].preposition != source.preposition || source.preposition == 0) continue;
    const bool attached_only = noun && (parse_.phrases[p].of != kNone || parse_.phrases[hit.phrase].preposition != 0);
    if (attached_only && (!hangs_on(parse_, p, hit.phrase) || of_its_topic(hit, p))) continue;
    if (!noun && (describes_apposed(p) || (role.classes.empty() && is_talks(story_, hit) && goes_to_topic(p)))) continue;
    if (!noun && !role.classes.empty() && is_talks(story_, hit) && place_of_topic(p)) continue;
    // "na het gesprek met X belde hij": X belongs to the other event.
    const auto outer = parse_.phrases[p].of;
    const bool own = outer != kNone && parse_.phrases[outer].first <= hit.trigger && hit.trigger < parse_.phrases[outer].last;  // "in gesprek met X"
    // "sprak met X over de band met Y": only where nobody else was named may Y be the other one.
    if (!noun && role.classes.empty() && is_talks(story_, hit) && people(hit) > 1 && lexicon_.in_class(source.preposition, classes_.with) && below_topic(p)) continue;
    // "vanuit de auto met X": where one is.
    const bool somewhere = outer != kNone && parse_.phrases[outer].preposition != 0 && lexicon_.in_class(parse_.phrases[outer].preposition, classes_.locative).has_value();
    if (!noun && outer != kNone && !own && !goes_there(p) && !of_a_source(outer) && !fills_a_role(hit, outer) && (names_other_event(story_, parse_, outer, hit.type, somewhere) || (is_talks(story_, hit) && is_event_beside(outer)))) continue;
    add_phrase(hit, role, through_relative(known_, story_.classes, parse_, clause, p), source.nations);
  }
  fronted(hit, role, source, clause);
}

// "X, de ambassadeur in Oslo, reist naar Lima": what tells who X is.
bool RoleFiller::describes_apposed(std::uint32_t p) const {
  const auto whole = parse_.outermost(p);
  return whole != p && parse_.phrases[whole].in_apposition;
}

// "de raketten waar Kyiv om vroeg": the preposition has left "waar", which stands for what the clause tells of.
bool RoleFiller::stranded(const Clause& clause, FormId preposition) const {
  if (preposition == 0 || clause.kind != ClauseKind::relative || clause.antecedent == kNone || clause.opener == kNone) return false;
  const auto opener = parse_.atoms[clause.opener].form;
  if (opener == 0 || !lexicon_.in_class(opener, classes_.where)) return false;
  return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) {
    const bool bare = i + 1 >= parse_.atoms.size() || parse_.atoms[i + 1].tag == Tag::verb || parse_.atoms[i + 1].tag == Tag::end || parse_.atoms[i + 1].tag == Tag::comma;
    return parse_.atoms[i].form == preposition && bare;
  });
}

void RoleFiller::possessors(EventHit& hit, const RoleRule& role, const Clause& clause) const {
  for (auto i = parse_.phrases[hit.phrase].first; i < parse_.phrases[hit.phrase].last; ++i) {
    const auto& atom = parse_.atoms[i];
    const bool apposed = atom.tag == Tag::name && i > hit.trigger;  // "het telefoontje Trump-Poetin"
    if ((atom.tag == Tag::determiner || apposed) && atom.mention != kNone) add_atom(hit, role, i);
  }
  behind(hit, role, clause, classes_.of);
  relative(hit, role);
}

// "wees Kyivs verzoek af", "het verzoek van Kyiv", "de leveringen aan Kyiv"
void RoleFiller::possessors_of_object(EventHit& hit, const RoleRule& role, std::uint32_t c) const {
  const auto object = deep_object(known_, story_.classes, parse_, c);
  if (object == kNone) return;
  owners(hit, role, object);
  for (std::uint32_t p = 0; p < parse_.phrases.size(); ++p) {
    const auto& phrase = parse_.phrases[p];
    if (phrase.of == object && phrase.preposition != 0 && lexicon_.in_class(phrase.preposition, classes_.to)) add_phrase(hit, role, p);
  }
}

// Phrases that hang on the trigger noun with a preposition of the class.
void RoleFiller::behind(EventHit& hit, const RoleRule& role, const Clause& clause, ClassId preposition) const {
  for (const auto p : clause.phrases) {
    const auto& phrase = parse_.phrases[p];
    if (phrase.preposition == 0 || !lexicon_.in_class(phrase.preposition, preposition)) continue;
    if (preposition == classes_.of ? phrase.of == hit.phrase || extraposed(hit, clause, p) : hangs_on(parse_, p, hit.phrase)) add_phrase(hit, role, p, true);
  }
}

// "er vond een ontmoeting plaats van X en Y", "er zal overleg zijn van X": right behind the verb at the end.
bool RoleFiller::extraposed(const EventHit& hit, const Clause& clause, std::uint32_t p) const {
  const auto& phrase = parse_.phrases[p];
  if (phrase.of != kNone || phrase.first == 0 || clause.subject != hit.phrase || !verb_in(lexicon_, clause.verb, classes_.happen)) return false;
  return phrase.first - 1 == clause.particle || parse_.atoms[phrase.first - 1].tag == Tag::verb;
}

// The adjectives of the trigger noun, or of what the verb is about: "legde Russische banken sancties op".
void RoleFiller::nationality(EventHit& hit, const RoleRule& role, std::uint32_t c) const {
  if (hit.phrase == kNone) {
    auto thing = deep_object(known_, story_.classes, parse_, c);
    if (thing == kNone) thing = deep_subject(known_, story_.classes, parse_, c);  // "de Deense straaljagers landden"
    if (thing == kNone) return;
    add_nations(hit, role, thing);
    return;
  }
  add_nations(hit, role, hit.phrase);
}

// "vroeg waar de tanks blijven" asks for no tanks.
bool RoleFiller::asks(const Clause& clause) const {
  return opened_by(lexicon_, parse_, clause, classes_.interrogative) || opened_by(lexicon_, parse_, clause, classes_.relative_adverb);
}

void RoleFiller::complement(EventHit& hit, const RoleRule& role, std::uint32_t c) const {
  for (std::uint32_t k = c + 1; k < parse_.clauses.size(); ++k) {
    const auto& below = parse_.clauses[k];
    if (below.parent != c || (below.kind != ClauseKind::complement && below.kind != ClauseKind::infinitive) || asks(below)) continue;
    const auto& lacks = story_.rules.rules[hit.rule].lacks;
    if (std::any_of(lacks.begin(), lacks.end(), [&](ClassId cls) { return verb_in(lexicon_, below.verb, cls); })) continue;
    for (const auto i : below.atoms) {
      for (const auto cls : role.classes) {
        if (holds_class(known_, parse_.atoms[i].first, parse_.atoms[i].last, cls) || verb_in(lexicon_, parse_.atoms[i].verb, cls)) {
          hit.fillers.push_back({role.role, {}, parse_.atoms[i].first, parse_.atoms[i].last});
          return;
        }
      }
    }
    for (const auto cls : role.classes) {
      if (verb_in(lexicon_, below.verb, cls)) {
        hit.fillers.push_back({role.role, {}, parse_.atoms[below.main_verb].first, parse_.atoms[below.main_verb].last});
        return;
      }
    }
  }
}

// "Met een bestand weigerde hij in te stemmen": the phrase stands before the verb that governs the infinitive.
void RoleFiller::fronted(EventHit& hit, const RoleRule& role, const Source& source, const Clause& clause) const {
  if (clause.kind != ClauseKind::infinitive || clause.opener != kNone || clause.parent == kNone) return;
  const auto& above = parse_.clauses[clause.parent];
  for (const auto p : above.phrases) {
    if (parse_.phrases[p].preposition == source.preposition && source.preposition != 0 && above.finite != kNone && parse_.phrases[p].first < above.finite) add_phrase(hit, role, p);
  }
}

}  // namespace kroniek
