// What the claims stage knows of a document while it reads it, and small questions about it.
#pragma once

#include "../actors/gazetteer.hpp"
#include "../clauses/clauses.hpp"
#include "../rules/trace.hpp"
#include "../text/quotes.hpp"
#include "claim_rules.hpp"

#include <kroniek/extraction.hpp>

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kroniek {

using TokenSpan = std::pair<TokenId, TokenId>;  // [first, second)

// Somebody who speaks, or several who say the same.
struct Speakers {
  std::vector<ActorId> who;  // empty: a speaker without a name
  std::string words;         // how the text calls them
  bool found = false;        // there is a speaker, with or without a name
  bool plural = false;
  bool pronoun = false;      // only a pronoun that nobody could resolve
  std::uint32_t phrase = kNone;  // of the parse in which they were found
};

// A claim in the making.
struct Draft {
  std::uint32_t sentence = 0;
  TokenId first = 0, last = 0;         // evidence
  TokenId cue_first = 0, cue_last = 0;  // equal: no cue
  std::vector<TokenSpan> contents;     // in order, apart
  Speakers speakers;
  std::string rule;
  Stance stance = Stance::asserts;
  bool fixed = false;  // the cue alone tells the stance
  bool direct = false, hearsay = false;
  bool previous = false;  // tells whose the sentence before was
  bool takes_up = false;  // ... if nobody else says that one: "X maakte dat bekend"
  std::vector<ActorId> chain;  // who says that the speaker says it, from the outermost
  std::uint32_t time = kNone;  // index into Known::times: when it was said
  bool awaits = false;    // a colon at its end: what is said comes next
  bool around = false;   // the cue stands beside its content rather than governing it
  bool source = false;   // by "according to": gives way to a verb of saying in the same clause
  bool written = false;  // the source is a document such as a statement
  bool alone = false;    // tells only that somebody spoke, and how
  bool to = false;       // an infinitive is what was said
  bool mind = false;     // of a verb that tells a thought
  bool pronoun_cue = false;  // the speaker is a pronoun in the text
  bool saying = true;    // of a verb that is used for speech, not for an act that may be told by others
  bool heading = false;  // in a title, heading or the like
  // Whether its evidence and the span overlap.
  bool covers(TokenSpan span) const { return first < span.second && span.first < last; }
};

struct ClaimContext {
  const Document& document;
  const Known& known;
  const GrammarClasses& grammar;
  const std::vector<Parse>& parses;
  const std::vector<Quote>& quotes;
  const Gazetteer& gazetteer;
  const ClaimRules& rules;
  Trace* trace = nullptr;               // where to write down what rules did; may be null
  std::vector<std::uint32_t> quote_at;  // per token: the outermost sound quotation that holds it, its marks included
  std::vector<std::uint32_t> mark_of;   // per token: the quotation, of any depth, whose mark it is

  ClaimContext(const Document& document, const Known& known, const GrammarClasses& grammar, const std::vector<Parse>& parses, const std::vector<Quote>& quotes, const Gazetteer& gazetteer, const ClaimRules& rules);

  void note_report(const ReportRule& rule, std::uint32_t sentence, std::uint32_t clause, TokenSpan cue, std::string_view failed) const {
    if (trace != nullptr) trace->reports.push_back({static_cast<std::uint32_t>(&rule - rules.reports.data()), sentence, clause, cue.first, cue.second, failed, 0});
  }
  void note_source(const SourceRule& rule, std::uint32_t sentence, std::uint32_t clause, TokenSpan cue, std::string_view failed) const {
    if (trace != nullptr) trace->sources.push_back({static_cast<std::uint32_t>(&rule - rules.sources.data()), sentence, clause, cue.first, cue.second, failed, 0});
  }
  const Text& text() const { return known.text; }
  const Sentence& sentence(std::uint32_t index) const { return known.text.sentences[index]; }
  // The mentions that begin before the token, the last thousand: nobody looks further back, so that time stays linear
  // in the text.
  std::span<const Mention> mentions_before(TokenId token) const;
  BlockKind block_kind(std::uint32_t sentence) const { return document.blocks[known.text.sentences[sentence].block].kind; }
  bool is(FormId form, ClassId cls) const { return cls != 0 && form != 0 && known.lexicon.in_class(form, cls).has_value(); }
  // The word or the last part of it is of the class.
  bool token_is(TokenId token, ClassId cls) const;
  // A day after the publication; where only its month is known, one that the present tense names.
  bool is_ahead(const TimeHit& hit) const;
  // A punctuation mark other than a quotation mark.
  bool punctuation(TokenId token) const { return known.text.tokens[token].has(kPunct); }
  // Without punctuation and coordinators at the ends; quotation marks that belong to it stay.
  TokenSpan trim(TokenSpan span) const;
  // A pattern of the stances, anywhere in the span, which lies in the sentence.
  bool holds_stance(std::uint32_t pattern, std::uint32_t sentence, TokenSpan span) const;
  // Anywhere in the span.
  bool matches(std::uint32_t pattern, TokenId first, TokenId last) const { return begins(pattern, {first, last}, last); }
  // ... that begins in the span, and ends by `end`.
  bool begins(std::uint32_t pattern, TokenSpan span, TokenId end) const;
  bool matches_at(std::uint32_t pattern, TokenId first, TokenId last) const { return rules.patterns.matches_at(pattern, known.text, known.lexicon, first, last); }
  // The innermost sound quotation that holds the token between its marks; kNoQuote: none.
  std::uint32_t inside(TokenId token) const;
  // A whole utterance rather than a word or two in quotation marks.
  bool utterance(const Quote& quote) const;
  // Every word of the span is quoted, other than by `outer`.
  bool all_quoted(TokenSpan span, std::uint32_t outer) const;

 private:
  // Of 64 tokens, a bit each: where a pattern was tried, and where it matched. Each clause of a long sentence asks again.
  struct Tried {
    std::uint64_t asked = 0, holds = 0;
  };
  mutable std::unordered_map<std::uint64_t, Tried> tried_;  // by pattern and place
  // Per sentence, once a claim of it asked: which patterns of the stances begin where.
  mutable std::vector<std::vector<std::pair<std::uint32_t, TokenId>>> stances_;
  mutable std::vector<bool> searched_;
};

// The clause that holds the atom, or any clause above it, is `clause`.
bool is_below(const Parse& parse, std::uint32_t inner, std::uint32_t clause);
// The tokens of the clause itself, from its first to its last atom.
TokenSpan own_span(const Parse& parse, std::uint32_t clause);
// ... with the clauses below it that are no main clauses.
TokenSpan full_span(const Parse& parse, std::uint32_t clause);
// ... as far as no other main clause, on either side of the token, cuts it off.
TokenSpan extent(const Parse& parse, std::uint32_t clause, TokenId around);

}  // namespace kroniek
