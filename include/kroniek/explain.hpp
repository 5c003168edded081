// Why the rules did what they did on a document.
#pragma once

#include <kroniek/kroniek.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kroniek {

struct ExplainOptions {
  int line = 0;          // only sentences that begin in or reach into this line of the source; 0: all
  std::string why_not;   // the id of a rule; empty: none
  Style style = Style::news;
};

// A word or phrase that the lexicon knows.
struct ExplainedWord {
  Evidence at;
  std::vector<std::string> readings;  // "bellen: verb, past; call_verb"
};

struct ExplainedClause {
  std::string kind;                   // "main", "complement", ...
  int parent = -1;                    // index in the sentence
  std::string text, verb;             // `verb` is the lemma, or empty
  std::vector<std::string> marks;     // "passive", "past", "perfect", "future", "negated"
  std::vector<std::pair<std::string, std::string>> parts;  // function -> words: "subject" -> "Trump"
};

struct ExplainedMention {
  Evidence at;
  std::string kind;                   // "name", "office", "pronoun", ...
  std::vector<std::string> who;       // ids; empty: nobody can tell
};

// A rule whose trigger stands in the sentence.
struct ExplainedRule {
  std::string rule;
  Evidence trigger;
  bool fired = false;
  std::string gives;                  // what came of it, or the condition that failed
  std::vector<std::pair<std::string, std::string>> roles;  // role -> who or what
};

struct ExplainedSentence {
  Evidence at;
  std::vector<ExplainedWord> words;
  std::vector<ExplainedClause> clauses;
  std::vector<TimeExpression> times;
  std::vector<ExplainedMention> actors;
  std::vector<ExplainedRule> rules;
  std::vector<std::string> why_not;   // of ExplainOptions::why_not, one a place where it came to a stop
};

struct Explanation {
  std::string source, published;
  std::vector<ExplainedSentence> sentences;
  std::vector<Diagnostic> diagnostics;  // an unknown rule, a line without a sentence
};

Explanation explain(const Document& document, const Pack& pack, const ExplainOptions& options);

// For a terminal, with line ends; `colours`: ANSI escapes.
std::string to_text(const Explanation& explanation, bool colours);
std::string to_json(const Explanation& explanation);

}  // namespace kroniek
