#include "find_events.hpp"

#include <algorithm>

namespace kroniek {

const Clause& clause_of(const Story& story, const EventHit& hit) { return story.parses[hit.sentence].clauses[hit.clause]; }

bool holds_word(const Story& story, const EventHit& hit, ClassId cls) {
  const auto& parse = story.parses[hit.sentence];
  const auto& clause = clause_of(story, hit);
  return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) { return i != clause.opener && parse.atoms[i].form != 0 && story.known.lexicon.in_class(parse.atoms[i].form, cls); });
}

bool stands_behind(const Story& story, const EventHit& hit, ClassId preposition) {
  const auto form = hit.phrase != kNone ? story.parses[hit.sentence].phrases[hit.phrase].preposition : 0;
  return form != 0 && story.known.lexicon.in_class(form, preposition).has_value();
}

bool in_heading(const Story& story, const EventHit& hit) {
  const auto kind = story.document.blocks[story.known.text_sentence(hit.sentence).block].kind;
  return kind == BlockKind::title || kind == BlockKind::heading;
}

bool goes_on_behind_colon(const Story& story, const EventHit& before, const EventHit& behind) {
  if (before.type != behind.type || before.sentence != behind.sentence || before.trigger >= behind.trigger) return false;
  const auto& atoms = story.parses[before.sentence].atoms;
  return std::any_of(atoms.begin() + before.trigger, atoms.begin() + behind.trigger, [&](const Atom& atom) { return atom.tag == Tag::colon && story.known.text.word(atom.first) == ":"; });
}

bool verb_in(const Lexicon& lexicon, LexemeId verb, ClassId cls) { return verb != 0 && cls != 0 && lexicon.is_a(verb, cls); }

bool holds_actor(const std::vector<Filler>& fillers, const ActorId& who) {
  return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& filler) { return filler.who.id == who.id; });
}

bool takes_part(const EventHit& hit, const ActorId& who) {
  return std::any_of(hit.fillers.begin(), hit.fillers.end(), [&](const Filler& filler) { return filler.role == 0 && filler.who.id == who.id; });
}

bool participant_in(const std::vector<Filler>& fillers, const EventHit& hit) {
  return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& filler) { return takes_part(hit, filler.who); });
}

bool mention_holds(const Story& story, const EventHit& hit, ClassId cls) {
  const auto& parse = story.parses[hit.sentence];
  const auto& trigger = parse.atoms[hit.trigger];  // "vorige ronde" is a word by itself
  return hit.phrase != kNone ? phrase_holds(story.known, parse, hit.phrase, cls) : holds_class(story.known, trigger.first, trigger.last, cls);
}

std::uint32_t said_by(const Known& known, const GrammarClasses& classes, const Parse& parse, const Clause& clause) {
  const bool said = clause.kind == ClauseKind::complement && clause.parent != kNone && verb_in(known.lexicon, parse.clauses[clause.parent].verb, classes.says_that);
  return said ? clause.parent : kNone;
}

bool holds_class(const Known& known, TokenId first, TokenId last, ClassId cls) {
  if (cls == 0) return false;
  for (auto t = first; t < last; ++t) {
    if (!known.text.may_hold(t, cls)) continue;
    const auto& token = known.text.tokens[t];
    if (token.form != 0 && known.lexicon.in_class(token.form, cls)) return true;
    if (token.tail != 0) {
      for (const auto& reading : known.lexicon.readings(token.tail)) {
        if (known.lexicon.lexeme(reading.lexeme).compound && known.lexicon.is_a(reading.lexeme, cls)) return true;
      }
    }
    for (const auto& unit : known.text.units_at(t)) {
      if (unit.last <= last && unit.cls == 0 && known.lexicon.in_class(unit.form, cls)) return true;
    }
  }
  return false;
}

bool phrase_holds(const Known& known, const Parse& parse, std::uint32_t phrase, ClassId cls) {
  const auto& p = parse.phrases[phrase];
  return holds_class(known, parse.atoms[p.first].first, parse.atoms[p.last - 1].last, cls);
}

namespace {

// "van beide landen", "uit beide landen" right behind a noun phrase; kNone: nothing.
std::uint32_t owners_behind(const Known& known, const Parse& parse, std::uint32_t phrase) {
  const auto next = phrase + 1;
  if (next >= parse.phrases.size() || parse.phrases[next].of != phrase || parse.phrases[next].preposition == 0) return kNone;
  const auto preposition = parse.phrases[next].preposition;
  return known.lexicon.in_class(preposition, known.lexicon.class_id("of")) || known.lexicon.in_class(preposition, known.lexicon.class_id("home_preposition")) ? next : kNone;
}

std::uint32_t surface_subject(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t clause);

// "X is de eerste leider die Y bezoekt": the leader is X.
std::uint32_t said_to_be(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t clause, std::uint32_t predicate) {
  if (clause == kNone || parse.clauses[clause].object != predicate || !verb_in(known.lexicon, parse.clauses[clause].verb, classes.copula)) return predicate;
  const auto subject = surface_subject(known, classes, parse, clause);
  return actors_in(known, parse, subject).empty() ? predicate : subject;
}

}  // namespace

std::uint32_t through_relative(const Known& known, const GrammarClasses& classes, const Parse& parse, const Clause& c, std::uint32_t phrase) {
  if (phrase != kNone && c.kind == ClauseKind::relative && c.antecedent != kNone && c.opener != kNone && parse.phrases[phrase].first <= c.opener &&
      c.opener < parse.phrases[phrase].last) {
    return said_to_be(known, classes, parse, c.parent, c.antecedent);
  }
  return phrase;
}

namespace {

std::uint32_t surface_subject(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t clause) {
  for (int depth = 0; clause != kNone && depth < 8; ++depth) {
    const auto& c = parse.clauses[clause];
    if (c.subject != kNone) return through_relative(known, classes, parse, c, c.subject);
    if (c.subject_of == kNone || c.subject_of == clause) return kNone;
    if (c.asked != kNone) return c.asked;
    clause = c.subject_of;
  }
  return kNone;
}

std::uint32_t by_phrase(const Known& known, const Parse& parse, const Clause& clause) {
  const auto by = known.lexicon.class_id("by");
  for (const auto p : clause.phrases) {
    const auto& phrase = parse.phrases[p];
    if (phrase.preposition != 0 && known.lexicon.in_class(phrase.preposition, by) && (phrase.of == kNone || phrase.of < p)) return p;  // "het door X bedachte plan"
  }
  return kNone;
}

}  // namespace

std::uint32_t deep_subject(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t clause) {
  const auto& c = parse.clauses[clause];
  if (!c.passive) return surface_subject(known, classes, parse, clause);
  const auto by = by_phrase(known, parse, c);
  // "X en Y spraken af dat havens worden gespaard": they do it.
  const bool vowed = by == kNone && c.kind == ClauseKind::complement && c.parent != kNone && verb_in(known.lexicon, parse.clauses[c.parent].verb, classes.vows_that);
  return vowed ? surface_subject(known, classes, parse, c.parent) : by;
}

std::uint32_t asked_to_join(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t clause) {
  const auto& c = parse.clauses[clause];
  if (c.kind != ClauseKind::infinitive || c.parent == kNone || c.subject_of != c.parent) return kNone;
  const auto reciprocal = known.lexicon.class_id("reciprocal");
  const bool together = std::any_of(c.atoms.begin(), c.atoms.end(), [&](std::uint32_t i) { return parse.atoms[i].form != 0 && known.lexicon.in_class(parse.atoms[i].form, reciprocal); });
  if (!together) return kNone;
  const auto& above = parse.clauses[c.parent];
  if (c.asked != kNone) return surface_subject(known, classes, parse, c.parent);
  return above.indirect != kNone ? above.indirect : above.object;
}

std::uint32_t deep_object(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t clause) {
  const auto& c = parse.clauses[clause];
  if (c.passive) return surface_subject(known, classes, parse, clause);
  return through_relative(known, classes, parse, c, c.object);
}

bool hangs_on(const Parse& parse, std::uint32_t phrase, std::uint32_t on) {
  for (int depth = 0; phrase != kNone && depth < 6; ++depth) {
    if (phrase == on) return true;
    phrase = parse.phrases[phrase].of;
  }
  return false;
}

void add_actors(const Known& known, const Parse& parse, std::uint32_t phrase, std::vector<Filler>& found) {
  if (phrase == kNone) return;
  const auto before = found.size();
  const auto& p = parse.phrases[phrase];
  const auto head = parse.atoms[p.head];
  int brackets = 0;  // "X (A) en Y (B)": no more than a remark on X
  for (auto i = p.first; i < p.last; ++i) {
    const auto& atom = parse.atoms[i];
    brackets += (atom.tag == Tag::open) - (atom.tag == Tag::close);
    const bool owner = i > p.first + 1 && parse.atoms[i - 1].tag == Tag::preposition;  // "X van A en Y van B": nor A
    if (atom.mention == kNone || atom.denied || brackets > 0 || owner) continue;
    const auto& mention = known.mentions[atom.mention];
    const bool modifier = atom.tag == Tag::adjective || atom.tag == Tag::determiner || mention.genitive || mention.kind == MentionKind::possessive || mention.kind == MentionKind::nationality;
    // "Trumps plan" is no actor; "Trumps" alone before a verb is left out too.
    if (modifier && (i != p.head || head.tag == Tag::determiner)) continue;
    for (const auto& who : mention.who) found.push_back({0, who, mention.first, mention.last});
  }
  // "de leiders van beide landen", "de delegaties van X en Y"
  if (const auto whose = owners_behind(known, parse, phrase); whose != kNone) {
    const bool led = holds_class(known, head.first, head.last, known.lexicon.class_id("led_group"));
    const bool nameless = found.size() == before && holds_class(known, head.first, head.last, known.lexicon.class_id("company"));
    for (auto i = parse.phrases[whose].first; i < parse.phrases[whose].last && (led || nameless); ++i) {
      if (parse.atoms[i].mention == kNone) continue;
      const auto& mention = known.mentions[parse.atoms[i].mention];
      if (mention.genitive || mention.kind == MentionKind::nationality || mention.kind == MentionKind::possessive || !(mention.person ? led : nameless)) continue;
      for (const auto& who : mention.who) found.push_back({0, who, mention.first, mention.last});
    }
    if (led || nameless) add_actors(known, parse, parse.phrases[whose].members, found);
  }
  // "de chef van de staf, generaal X,"; "dertien landen, waaronder X en Y"
  add_actors(known, parse, p.members != kNone ? p.members : found.size() == before ? p.apposed : kNone, found);
}

std::vector<Filler> actors_in(const Known& known, const Parse& parse, std::uint32_t phrase) {
  std::vector<Filler> found;
  add_actors(known, parse, phrase, found);
  return found;
}

std::vector<Filler> doers_of(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t clause) {
  return actors_in(known, parse, deep_subject(known, classes, parse, clause));
}

}  // namespace kroniek
