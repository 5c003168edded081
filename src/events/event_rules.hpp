// Event types and the rules that find them, as the pack states them (docs/rules.md).
#pragma once

#include "../rules/lexicon.hpp"
#include "../rules/pattern.hpp"
#include "../rules/rule_reader.hpp"

#include <kroniek/diagnostic.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace kroniek {

// Where in the clause a role is looked for. For verbs `subject` and `object` are those of the active
// sentence: under a passive the object is the subject and the subject stands behind "by".
enum class SourceKind : std::uint8_t {
  subject,
  object,
  indirect,
  preposition,   // a prepositional phrase of the clause or of the trigger noun
  of,            // nouns: the possessor, in whatever way it is said
  nationality,   // nouns: the adjective
  complement,    // the clause below the trigger, wherever in it
  anywhere,      // any phrase of the clause
  companion,     // nouns: the subject of the clause beside which the noun stands, if one other is named ("na overleg met X zei Y")
};

struct Source {
  SourceKind kind = SourceKind::subject;
  FormId preposition = 0;
  bool nations = false;  // of a preposition: an adjective of nationality counts where the phrase names nobody
};

struct RoleRule {
  std::uint8_t role = 0;             // index into EventRules::roles
  std::vector<Source> from;
  std::vector<ClassId> classes;      // the phrase holds a word of one of them; none: an actor
  std::uint8_t least = 0;            // fewer fillers: the rule does not fire
  bool before = false;               // may have been named before, and be a pronoun here
  bool counted = false;              // ... only a bare number here: "er twaalf"
  bool unsaid = false;               // ... or not be told here at all
  bool named = false;                // a name that no list has will do too
  template <class A>
  void fields(A& a) { a(role, from, classes, least, before, counted, unsaid, named); }
};

struct EventType {
  std::string id, plover;
  bool speech_act = false;                             // the act has occurred when it was uttered
  bool announced = false;                              // takes place by being told: the day of the telling is its day
  bool attempt = false;                                // one that was tried has taken place, whatever came of it
  bool forced = false;                                 // one that had to be done ("moest zich terugtrekken") was done
  bool deed = false;                                   // what one is only able to do is none
  bool frequent = false;                               // there are others every day: one without a day or a place is no other article's
  std::vector<std::pair<std::uint8_t, std::uint16_t>> under;  // modality -> type that it becomes
  std::map<std::string, std::vector<std::string>> headline;  // templates by language; the first that can be filled
  template <class A>
  void fields(A& a) { a(id, plover, speech_act, announced, attempt, forced, deed, frequent, under, headline); }
};

enum class TriggerKind : std::uint8_t { verb, noun, phrase };

struct EventRule {
  std::string id;
  std::uint16_t type = 0;
  TriggerKind trigger = TriggerKind::verb;
  std::vector<RoleRule> roles;
  std::vector<ClassId> has, lacks;   // classes of which the clause must, or must not, hold a word
  std::vector<std::uint32_t> lacks_patterns;  // look-alikes, in EventRules::look_alikes
  std::uint8_t actors = 0;           // fewest participants
  bool needs_anchor = false;         // nouns: only with a participant, a place or a time
  bool refers = false;               // nouns: a definite mention without roles is one told before
  bool drops_negated = false;        // what did not happen is no event of this rule
  bool negation_is_part = false;     // "no longer": the negation belongs to the event
  bool modal_is_part = false;        // "wants nothing of it": the modal belongs to the event
  std::uint8_t status = 255;         // modality that it carries by itself
  std::vector<std::uint16_t> refers_to;  // types that such a mention may be of
  std::vector<std::uint16_t> continues;  // types that it tells more of, right behind one with the same people
  std::uint16_t negated_is = 0xFFFF;     // type of what is not done ("levert geen wapens" refuses); none: a negated event
  template <class A>
  void fields(A& a) { a(id, type, trigger, roles, has, lacks, lacks_patterns, actors, needs_anchor, refers, drops_negated, negation_is_part, modal_is_part, status, refers_to, continues, negated_is); }
};

// How an event stands to the facts, by what governs it.
enum class Modality : std::uint8_t { none, negated, planned, demanded, proposed, conditional, unconfirmed, refused, promised, threatened, attempted, ordered };
std::optional<Modality> modality_from(std::string_view name);

enum class CueScope : std::uint8_t { below, noun, clause, adjective, predicate, sentence };

// A cue: a word that sets the modality of the events in its scope.
struct CueRule {
  std::string id;
  ClassId cls = 0;
  CueScope scope = CueScope::below;
  Modality modality = Modality::none;
  bool past_only = false, present_only = false, without_perfect = false, with_perfect = false;
  bool complement_only = false;  // `below`: only over "dat ..."
  bool infinitive_only = false;  // `below`: only over "te ...", which tells of nothing done
  bool with_day = false, without_day = false;  // `clause`: a day to come is named there, or none
  template <class A>
  void fields(A& a) { a(id, cls, scope, modality, past_only, present_only, without_perfect, with_perfect, complement_only, infinitive_only, with_day, without_day); }
};

struct EventRules {
  std::vector<EventType> types;
  std::vector<EventRule> rules;
  std::vector<std::string> roles;  // names; 0 is "participants"
  // Sorted: trigger -> rule.
  std::vector<std::pair<LexemeId, std::uint32_t>> by_lexeme;
  std::vector<std::pair<ClassId, std::uint32_t>> by_class;
  Values<std::uint64_t> lexeme_bits, class_bits;  // which of them are there at all: most words trigger nothing
  PatternSet phrases;              // phrase triggers
  std::vector<std::uint32_t> phrase_rule;  // pattern -> rule
  PatternSet look_alikes;
  std::vector<CueRule> cues;

  std::uint16_t type_of(std::string_view id) const;  // 0xFFFF: none
  template <class A>
  void fields(A& a) { a(types, rules, roles, by_lexeme, by_class, lexeme_bits, class_bits, phrases, phrase_rule, look_alikes, cues); }
};

// events/*.yaml
RuleFiles read_event_rules(const std::filesystem::path& pack_folder, std::vector<Diagnostic>& diagnostics);
// Adds the words that patterns name.
void declare_event_rules(const RuleFiles& source, LexiconBuilder& builder);
EventRules compile_event_rules(RuleFiles& source, const Lexicon& lexicon);

}  // namespace kroniek
