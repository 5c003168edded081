// Events of a document: triggers, the roles in their clauses, how they stand to the facts, and when.
#pragma once

#include "../clauses/clauses.hpp"
#include "../rules/trace.hpp"
#include "../time/find_times.hpp"
#include "event_rules.hpp"

#include <kroniek/extraction.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

// PLOVER's code for talks and visits: they may well be talked of, and news of the day tells them before they are held.
inline constexpr std::string_view kTalks = "CONSULT";
// ... for proposals.
inline constexpr std::string_view kOffers = "COOPERATE";

// Who acts and who is acted upon, as far as the grammar tells.
enum class Part : std::uint8_t { any, initiator, target };

// A role that was filled.
struct Filler {
  std::uint8_t role = 0;       // index into EventRules::roles; 0: participants
  ActorId who;                 // empty id for a role that is no actor
  TokenId first = 0, last = 0;
  Part part = Part::any;
};

// A rule that fired, before its status and date are settled.
struct EventHit {
  std::uint32_t rule = 0;
  std::uint16_t type = 0;
  std::uint32_t sentence = 0, clause = 0;
  std::uint32_t trigger = 0;           // atom
  TokenId trigger_first = 0, trigger_last = 0;  // of a phrase trigger, which may be more than the atom; else empty
  std::uint32_t phrase = kNone;        // of a noun trigger
  TokenId first = 0, last = 0;         // evidence
  std::vector<Filler> fillers;
  bool definite = false;               // noun triggers: "the meeting"
  bool refers = false;                 // may stand for an event told before, having no roles of its own
  bool day_of_its_own = false;         // "de aanval van vrijdag": one that may be told nowhere else
  bool aside = false;                  // "na het gesprek tussen X en Y belde Z": of others than the clause
  bool equated = false;                // "Het is het eerste bezoek van een minister": the event told just before
  bool another = false;                // "De laatste keer dat zij elkaar zagen, was in mei": not the one told before

  Modality modality = Modality::none;
  std::string status;
  bool must = false;                   // demanded by an auxiliary alone ("moeten aankomen"), which may tell a plan
  bool converted = false;              // `type` comes from what governs it
  std::uint32_t dated_clause = 0;      // whose time counts

  DateValue date;
  std::string date_basis;
  std::uint32_t time = kNone;          // index into Known::times
  bool carried = false;                // dated by what was told before
  bool moved = false;                  // dated by the day to which it was put off

  std::int32_t place = -1;             // index into Gazetteer::places; -2 - n: country n
  TokenId place_first = 0, place_last = 0;  // where it is named
  std::string duration;
  std::uint32_t duration_time = kNone;  // index into Known::times
  std::uint32_t chain = 0;
  std::uint32_t number = 0;            // of the caller, who gave it
};

// The document as the stages before left it.
struct Story {
  const Document& document;
  const Known& known;
  const GrammarClasses& classes;
  const std::vector<Parse>& parses;    // one a sentence
  const EventRules& rules;
  const Gazetteer& gazetteer;
  const TimeWork& time_work;
  Trace* trace = nullptr;              // where to write down what rules did; may be null
};

// Step by step; each fills in more of the hits.
std::vector<EventHit> match_triggers(const Story& reading);
void set_status(const Story& reading, std::vector<EventHit>& hits);
void set_places(const Story& reading, std::vector<EventHit>& hits);
void set_dates(const Story& reading, std::vector<EventHit>& hits);
// Mentions of one event get one chain; what can only be a mention of an event told before and is none, goes.
void chain_mentions(const Story& reading, std::vector<EventHit>& hits);

// Helpers that several steps share.
// "De ministers overleggen opnieuw: donderdag praten zij in X": what stands behind a colon tells more of what stands before it.
bool goes_on_behind_colon(const Story& reading, const EventHit& before, const EventHit& behind);
const Clause& clause_of(const Story& reading, const EventHit& hit);
// Whether the clause of the event holds a word of the class.
bool holds_word(const Story& reading, const EventHit& hit, ClassId cls);
// Whether its type is talks: calls, meetings and visits (PLOVER `CONSULT`).
inline bool is_talks(const Story& reading, const EventHit& hit) { return reading.rules.types[hit.type].plover == kTalks; }
// Whether its clause belongs to a story of the past that is told in the present tense.
inline bool is_retold(const Story& reading, const EventHit& hit) { return reading.time_work.retold(reading.parses[hit.sentence].atoms[hit.trigger].first); }
// Whether a time of its own dates it.
inline bool dated(const EventHit& hit) { return hit.time != kNone && !hit.carried; }
// Whether both stand in one paragraph.
inline bool same_block(const Story& reading, const EventHit& a, const EventHit& b) { return reading.known.text_sentence(a.sentence).block == reading.known.text_sentence(b.sentence).block; }
// Whether a mention without roles of its own, by the rule of `hit`, may be of an event of that type.
inline bool may_refer_to(const Story& reading, const EventHit& hit, std::uint16_t type) {
  const auto& types = reading.rules.rules[hit.rule].refers_to;
  return std::find(types.begin(), types.end(), type) != types.end();
}
// Whether the rule of `hit` may go on about an event of that type.
inline bool may_continue(const Story& reading, const EventHit& hit, std::uint16_t type) {
  const auto& types = reading.rules.rules[hit.rule].continues;
  return std::find(types.begin(), types.end(), type) != types.end();
}
// Whether it is told as a fact, or as said to be one.
inline bool told_as_done(const EventHit& hit) { return hit.status == "occurred" || hit.status == "unconfirmed"; }
// Whether it is told as still open: neither done nor denied.
inline bool left_open(const EventHit& hit) { return !told_as_done(hit) && hit.status != "negated"; }
// Whether the noun of the event holds a word of the class, or else its trigger does.
bool mention_holds(const Story& reading, const EventHit& hit, ClassId cls);
// Whether it is a noun behind a preposition of the class.
bool stands_behind(const Story& reading, const EventHit& hit, ClassId preposition);
// Whether it stands in a title or a heading.
bool in_heading(const Story& reading, const EventHit& hit);
// A relative pronoun ("met *wie*") stands for what its clause tells of; any other phrase for itself.
std::uint32_t through_relative(const Known& known, const GrammarClasses& classes, const Parse& parse, const Clause& clause, std::uint32_t phrase);
// Phrases of the clause's deep functions, through relative pronouns and shared subjects; kNone if unsaid.
// A phrase of another clause is given with that clause.
std::uint32_t deep_subject(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t clause);
std::uint32_t deep_object(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t clause);
// "vroeg Y elkaar te treffen": Y, the other of the two; kNone: nobody was asked to do something with the one who asks.
std::uint32_t asked_to_join(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t clause);
// Whether phrase `p` is phrase `on`, or hangs on it through others.
bool hangs_on(const Parse& parse, std::uint32_t phrase, std::uint32_t on);
void add_actors(const Known& known, const Parse& parse, std::uint32_t phrase, std::vector<Filler>& found);
std::vector<Filler> actors_in(const Known& known, const Parse& parse, std::uint32_t phrase);
// Whether one of them is that actor.
bool holds_actor(const std::vector<Filler>& fillers, const ActorId& who);
// Whether that actor takes part in the event.
bool takes_part(const EventHit& hit, const ActorId& who);
// Whether one of them does.
bool participant_in(const std::vector<Filler>& fillers, const EventHit& hit);
// Somebody who takes part, rather than a role that is no actor.
inline bool is_participant(const Filler& filler) { return filler.role == 0 && !filler.who.id.empty(); }
// The actors of the deep subject: who does what the clause tells.
std::vector<Filler> doers_of(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t clause);
// "X zei dat ...": the clause above this one that says it; kNone: none does.
std::uint32_t said_by(const Known& known, const GrammarClasses& classes, const Parse& parse, const Clause& clause);
// Whether tokens [first, last) hold a word of the class, also as the last part of a compound.
bool holds_class(const Known& known, TokenId first, TokenId last, ClassId cls);
// The same of all tokens of a phrase.
bool phrase_holds(const Known& known, const Parse& parse, std::uint32_t phrase, ClassId cls);
// Calls each(lexeme) for all that the words of the span can be: of them holds_class asks the classes.
template <class F>
void each_lexeme(const Known& known, TokenId first, TokenId last, F each) {
  for (auto t = first; t < last; ++t) {
    const auto& token = known.text.tokens[t];
    for (const auto& reading : known.lexicon.readings(token.form)) each(reading.lexeme);
    for (const auto& reading : known.lexicon.readings(token.tail)) {
      if (known.lexicon.lexeme(reading.lexeme).compound) each(reading.lexeme);
    }
    for (const auto& unit : known.text.units_at(t)) {
      if (unit.last > last || unit.cls != 0) continue;
      for (const auto& reading : known.lexicon.readings(unit.form)) each(reading.lexeme);
    }
  }
}
bool verb_in(const Lexicon& lexicon, LexemeId verb, ClassId cls);

}  // namespace kroniek
