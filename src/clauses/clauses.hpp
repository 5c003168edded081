// Clauses of a sentence: their verbs, phrases and grammatical functions. Terms as in the ANS (Algemene
// Nederlandse Spraakkunst) and Universal Dependencies.
#pragma once

#include "atoms.hpp"

namespace kroniek {

enum class ClauseKind : std::uint8_t {
  main,
  complement,   // "dat ...", "of ..."
  relative,
  adverbial,    // "nadat ...", "omdat ..."
  conditional,  // "als ...", "mits ..."
  infinitive,   // "(om) ... te ..."
  quotation,    // inside quotation marks
  fragment,     // no verb: headlines, list items
};

enum class Function : std::uint8_t { none, subject, object, indirect, prepositional, time, agent, predicate };

// A noun phrase with or without its preposition. Coordinated nouns are one phrase.
struct Phrase {
  std::uint32_t first = 0, last = 0;  // atoms [first, last), preposition included
  std::uint32_t head = 0;             // atom of the (last) noun
  FormId preposition = 0;
  Function function = Function::none;
  std::uint32_t of = kNone;           // the phrase whose noun it belongs to, if it does
  std::uint32_t apposed = kNone;      // ", generaal X," directly behind it: the same one by another name
  bool in_apposition = false;         // tells who the phrase before it is
  std::uint32_t members = kNone;      // ", onder wie X en Y" behind a group: who are of it
};

struct Clause {
  ClauseKind kind = ClauseKind::main;
  std::uint32_t parent = kNone;         // clause
  std::uint32_t opener = kNone;         // atom of the subordinator, relative or opener
  std::uint32_t antecedent = kNone;     // phrase in the parent that a relative clause tells of
  std::vector<std::uint32_t> atoms;     // its own, in order, without those of clauses inside it
  std::vector<std::uint32_t> verbs;     // atoms, in order
  std::uint32_t finite = kNone;         // atom
  std::uint32_t main_verb = kNone;      // atom of the lexical verb
  std::uint32_t particle = kNone;       // atom of its separable particle
  LexemeId verb = 0;                    // with its particle
  bool passive = false, past = false, perfect = false, future = false, negated = false;
  std::uint32_t gapped_of = kNone;      // clause before it whose verb it leaves unsaid; `finite` and `main_verb` are then that clause's
  bool own_subject = false;             // ... and whose subject it replaces
  bool shares_subject = false;          // coordinated without a subject of its own
  std::uint32_t subject = kNone, object = kNone, indirect = kNone, agent = kNone;  // phrases; surface functions
  std::uint32_t subject_of = kNone;     // clause whose `subject` is the subject, if it has none of its own
  std::uint32_t asked = kNone;          // ... or the phrase of it that is, rather than its subject ("vroeg X te komen")
  std::uint32_t governor = kNone;       // phrase in the parent whose noun an infinitive depends on: "het besluit van X om te"
  std::vector<std::uint32_t> phrases;   // in order
  std::vector<std::uint32_t> times;     // atoms
  // ", vorige week geopperd door X,": a participle without its auxiliary; it tells of the noun before.
  bool participial() const { return kind == ClauseKind::adverbial && opener == kNone && shares_subject; }
  TokenId first = 0, last = 0;          // its tokens with those of the clauses below it, up to main clauses; equal: none
};

struct Parse {
  std::vector<Atom> atoms;
  std::vector<std::uint32_t> clause_of;  // per atom
  std::vector<Clause> clauses;           // parents before children
  std::vector<Phrase> phrases;
  // The outermost phrase that it hangs on; `phrase` itself if it hangs on none.
  std::uint32_t outermost(std::uint32_t phrase) const {
    for (int depth = 0; depth < 6 && phrases[phrase].of != kNone; ++depth) phrase = phrases[phrase].of;
    return phrase;
  }
};

// Whether the word that opens the clause, a subordinator or a relative, is of the class.
inline bool opened_by(const Lexicon& lexicon, const Parse& parse, const Clause& clause, ClassId cls) { return clause.opener != kNone && is_of(lexicon, parse.atoms[clause.opener], cls); }
// Whether the atom stands in a phrase of the clause.
bool in_phrase(const Parse& parse, const Clause& clause, std::uint32_t atom);
// Whether a complement opens behind the atom and goes on before the token `last`.
bool enters_complement(const Parse& parse, std::uint32_t from, TokenId last);

// Analyses one sentence. Time is linear in its atoms but for look-ahead to the next punctuation mark.
Parse parse_sentence(const Known& known, const GrammarClasses& classes, const Sentence& sentence);

// The steps, in order.
void split_clauses(const Known& known, const GrammarClasses& classes, Parse& parse);
void split_gaps(const Known& known, const GrammarClasses& classes, Parse& parse);
void find_verbs(const Known& known, const GrammarClasses& classes, Parse& parse);
void find_phrases(const Known& known, const GrammarClasses& classes, Parse& parse);
void assign_functions(const Known& known, const GrammarClasses& classes, Parse& parse);

}  // namespace kroniek
