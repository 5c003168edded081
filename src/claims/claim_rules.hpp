// Reporting verbs and other cues of claims, as the pack states them (docs/rules.md).
#pragma once

#include "../rules/lexicon.hpp"
#include "../rules/pattern.hpp"
#include "../rules/rule_reader.hpp"

#include <kroniek/diagnostic.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

enum class Stance : std::uint8_t { asserts, denies, demands, proposes, promises, threatens, warns, accuses, refuses, agrees, hopes, none };
std::string_view name_of(Stance stance);
std::optional<Stance> stance_from(std::string_view name);

// What a reporting verb or noun can have as its content.
enum Takes : std::uint16_t {
  kThat = 1,     // a finite complement clause, or a question
  kTo = 2,       // an infinitive clause
  kSaid = 4,     // a quotation, or a main clause around it, before a colon or behind one
  kObject = 8,   // an object: "demands a ceasefire", "calls Y Z"
  kPhrase = 16,  // a phrase with one of `prepositions`
  kAlone = 32,   // nothing
  kBare = 64,    // the infinitive that it governs as a modal verb: "wil niet tekenen"
};

// A reporting verb or noun.
struct ReportRule {
  std::string id;
  std::uint16_t takes = 0;
  Stance stance = Stance::asserts;
  Stance negated = Stance::none;           // under a negation; none: no claim then
  bool anyone = false;                     // a subject that is no known actor will do
  bool mind = false;                       // tells a thought: inside a quotation it is the speaker's guess
  bool stative = false;                    // a participle that tells a state: its subject is the speaker
  bool noun = false;
  bool judges = false;                     // kObject: only with a judgement on the object ("vindt het te duur"); kPhrase: with words in quotation marks
  bool thing = false;                      // kObject: only what is nobody ("verwelkomt het plan", not guests)
  std::vector<FormId> prepositions;        // kPhrase; for nouns too
  std::vector<std::uint32_t> with;         // patterns that must stand in its clause, in ClaimRules::patterns
  std::vector<std::uint32_t> lacks;        // look-alikes: patterns that must not
  template <class A>
  void fields(A& a) { a(id, takes, stance, negated, anyone, mind, stative, noun, judges, thing, prepositions, with, lacks); }
};

enum class Teller : std::uint8_t {
  behind,   // the actor right behind the cue: "according to X"
  subject,  // of the cue's clause: "by his own account"
  nobody,   // hearsay
  last,     // whoever spoke last
  inside,   // a person in the cue, behind its first word: "as far as X is concerned"
  writer,   // of the text that the sentence before tells of: "It says that"
};
enum class Told : std::uint8_t {
  clause,    // what its clause says besides
  before,    // what stands before it in the sentence; the sentence before if nothing does
  previous,  // the sentence before
};

// A cue that is neither a verb nor a noun: a preposition, an adverb or a phrase.
struct SourceRule {
  std::string id;
  ClassId cls = 0;                 // of the cue; 0: a pattern
  Teller teller = Teller::behind;
  Told told = Told::clause;
  Stance stance = Stance::asserts;
  bool text = false;               // only before a noun such as "report"
  std::vector<std::uint32_t> with;  // patterns that must stand in its clause
  template <class A>
  void fields(A& a) { a(id, cls, teller, told, stance, text, with); }
};

enum class Side : std::uint8_t { any, own, other, first, second };

// What the words of a claim do to its stance. All conditions that are there must hold of one clause of the
// content that no other clause of it governs.
struct StanceRule {
  std::string id;
  std::uint16_t from = 0;          // bits of Stance that it may replace
  Stance gives = Stance::asserts;
  ClassId finite = 0;              // the finite verb
  std::vector<ClassId> verbs;      // the main verb, one of
  std::vector<ClassId> words;      // the clause holds a word of one of them
  std::vector<std::uint32_t> patterns;  // the content holds one of them, in ClaimRules::stance_patterns
  std::vector<std::uint32_t> begins;    // ... begins with one of them
  Side subject = Side::any;
  std::uint8_t negated = 2;        // 0 no, 1 yes, 2 either
  std::uint8_t past = 2;
  bool perfect = false;            // a participle with its auxiliary below a modal verb: "moet hebben geweten"
  bool imperative = false;         // verb first, without a subject
  bool ahead = false;              // the clause has a day after the publication
  bool exclaims = false;           // ends in an exclamation mark
  bool quoted = false;             // direct quotations only
  template <class A>
  void fields(A& a) { a(id, from, gives, finite, verbs, words, patterns, begins, subject, negated, past, perfect, ahead, imperative, exclaims, quoted); }
};

// Lexicon classes that the claims stage lives on.
struct ClaimClasses {
  ClassId first_person = 0, second_person = 0, it = 0;
  ClassId person = 0, title = 0, person_noun = 0, office = 0, group = 0;  // nouns of who can speak
  ClassId public_office = 0;  // ... of whom it is known who they are
  ClassId text = 0;           // nouns of what speaks for its maker: a report, a letter
  ClassId so = 0;             // adverbs between what is said and its verb
  ClassId as = 0;             // openers of a clause that says whose words the outer ones are
  ClassId demonstrative = 0;  // pronouns for what was said before
  ClassId interview = 0;
  ClassId about = 0;          // between a person and what he is interviewed about
  ClassId impersonal = 0;     // pronouns that nobody is: "it", "nobody"
  ClassId people_say = 0;     // a pronoun for whoever says it somewhere: "one"
  ClassId seat = 0;           // prepositions before the place where it is said
  ClassId factual = 0;        // openers of infinitives that tell what happened
  ClassId given_name = 0, name_particle = 0;
  ClassId by = 0;             // before who does it in a passive
  ClassId that_one = 0;       // a pronoun for the person named last: "die"
  ClassId law = 0;            // what holds whoever says it: "according to the law"
  ClassId unnamed = 0;        // "de bron": who told it before and has no name
  ClassId latter = 0;         // ... and what stands behind it: "die laatste"
  ClassId nothing = 0;        // "no", "nothing"
  ClassId will = 0, must = 0; // modal verbs
  ClassId perceives = 0;      // verbs with an infinitive whose subject is their object: "hoorde X eisen dat"
  ClassId takes_occasion = 0; // verbs of what is made use of: "greep de gelegenheid aan om te pleiten"
  ClassId degree = 0;         // before a "dat" that tells what follows from it: "zoveel vragen dat"
  ClassId reason = 0, limit = 0;  // openers of clauses that still belong to what is said: "omdat", "voordat"
  ClassId asks = 0;           // openers of questions: "hoe", "waarom"
  ClassId whether = 0;        // ... that can be answered by yes
  ClassId shows = 0;          // verbs below which stands what is meant: "toont aan dat"
  ClassId own_body = 0;       // nouns of bodies that a speaker may head: "het kabinet"
  ClassId pointing = 0;       // determiners that point at somebody: "deze"
  ClassId expert = 0;         // nouns of who is asked as one who knows: "onderzoeker"
  ClassId people = 0;         // of a nation: "Deen"
  ClassId media = 0;          // newspapers, agencies
  ClassId medium = 0;         // ... one of them, that a name stands for: "de krant"
  ClassId speaks = 0;         // verbs of speech proper, that may follow what is said without a comma
  ClassId plain = 0;          // what an answer is that is told behind a colon: "kort"
  ClassId sounds = 0;         // verbs between words and what they are: "luidt de conclusie"
};

struct ClaimRules {
  std::vector<ReportRule> reports;
  std::vector<SourceRule> sources;
  std::vector<StanceRule> stances;
  std::vector<std::pair<LexemeId, std::uint32_t>> by_lexeme;         // sorted: verb or noun -> report
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_pattern;   // sorted: pattern in `cues` -> source
  PatternSet cues;        // of sources, looked for everywhere
  PatternSet patterns;    // conditions of reports and sources, asked one by one of few words
  PatternSet stance_patterns;  // all asked of each claim
  ClaimClasses classes;

  template <class A>
  void fields(A& a) { a(reports, sources, stances, by_lexeme, by_pattern, cues, patterns, stance_patterns, classes); }
};

// claims/*.yaml
RuleFiles read_claim_rules(const std::filesystem::path& pack_folder, std::vector<Diagnostic>& diagnostics);
// Adds the words that patterns name.
void declare_claim_rules(const RuleFiles& source, LexiconBuilder& builder);
ClaimRules compile_claim_rules(RuleFiles& source, const Lexicon& lexicon);

}  // namespace kroniek
