// Reporting verbs of a sentence, what they report and who is their subject.
#pragma once

#include "context.hpp"
#include "speakers.hpp"

namespace kroniek {

class VerbCues {
 public:
  VerbCues(const ClaimContext& context, const SpeakerFinder& speakers) : context_(context), finder_(speakers) {}

  // Appends the drafts of one sentence, by clause.
  void find(std::uint32_t sentence, std::vector<Draft>& drafts);

 private:
  // A clause as a cue reads it.
  struct Cue {
    std::uint32_t clause, finite, verb;  // atoms
    LexemeId lexeme;
    bool joined;         // the verb has a particle: rules for the bare verb must ask for a word of their own
    TokenSpan own;       // its own words, up to a clause that is coordinated with it
    TokenSpan full;      // ... with the clauses below it
    bool around;         // verb first, beside what is said
    std::uint32_t quote;  // the quotation that it is told in
    bool told = false;    // right behind a whole quotation, which is what was said
    std::vector<TokenSpan> words;  // of `full`, without what the clauses with "dat" below say
  };

  void read_clause(std::uint32_t clause, std::vector<Draft>& drafts);
  std::vector<TokenSpan> words_of(const Cue& cue) const;
  bool fits(const Cue& cue, const Reading& reading) const;
  bool licensed(std::uint32_t verb, const Clause& clause) const;
  bool follows_cue(const Cue& cue, TokenId open) const;
  bool complement_behind(const Cue& cue) const;
  bool modal_wish(std::uint32_t clause, std::vector<Draft>& drafts);
  bool quoted_by_any(std::uint32_t clause, std::vector<Draft>& drafts);
  bool behind_quotation(std::uint32_t finite) const;
  bool judged(const Cue& cue, std::uint32_t object) const;
  bool consequence(const Cue& cue, TokenId that) const;
  std::uint32_t resumed(const Cue& cue) const;
  bool pronoun_object(const Cue& cue, const Speakers& speakers, Draft& draft) const;
  void take_conditions(const Cue& cue, bool reasons, Draft& draft) const;
  std::uint32_t time_of(const Cue& cue, const std::vector<TokenSpan>& contents) const;
  bool begins_cue(std::uint32_t atom) const;
  bool unmarked_tail(std::uint32_t atom) const;
  bool has_subject_before(const Cue& cue, std::uint32_t comma) const;
  bool auxiliary(LexemeId verb) const;
  std::vector<LexemeId> lexemes(const Cue& cue) const;
  bool try_rule(const ReportRule& rule, Cue& cue, std::vector<Draft>& drafts);
  bool before_content(std::uint32_t clause, std::uint32_t atom) const;
  bool reports(LexemeId verb) const;
  std::uint32_t to_particle(const Cue& cue, LexemeId verb) const;
  bool asked(const Cue& cue) const;
  bool hearsay(const Cue& cue) const;
  bool to_come(const TimeHit& time) const;
  bool on_occasion(const Clause& infinitive) const;
  bool factual(const Cue& cue) const;
  bool negated(const Cue& cue, const std::vector<TokenSpan>& contents) const;
  // A negation stands right before the words that the rule wants: "niet bereid".
  bool negated_words(const ReportRule& rule, const Cue& cue) const;
  Stance stance(const ReportRule& rule, const Cue& cue, const std::vector<TokenSpan>& contents, bool to) const;

  TokenSpan segment(std::uint32_t clause) const;
  bool stands_around(const Cue& cue) const;
  bool only_adjuncts_before(const Cue& cue, TokenId begin) const;
  bool main_verb_between(TokenId first, TokenId last, std::uint32_t except) const;
  TokenId cue_end(const Cue& cue, const Speakers& speakers) const;

  bool said_around(const Cue& cue, const Speakers& speakers, Draft& draft) const;
  bool said_behind_colon(const Cue& cue, Draft& draft) const;
  bool said_in_quotes(const Cue& cue, Draft& draft) const;
  bool said_before(const Cue& cue, const Speakers& speakers, Draft& draft) const;
  bool children(const Cue& cue, ClauseKind kind, bool bare, Draft& draft) const;
  bool as_clause(const ReportRule& rule, const Cue& cue) const;
  TokenId predicate_end(const Clause& clause, std::uint32_t from, std::uint32_t verb) const;
  bool object(const ReportRule& rule, const Cue& cue, const Speakers& speakers, Draft& draft) const;
  bool of_subject(const Cue& cue, const Speakers& speakers, const Phrase& phrase) const;
  bool names_somebody(const Cue& cue, const Phrase& phrase) const;
  bool own_words(TokenSpan span) const;
  bool stands_alone_behind(const Cue& cue, std::uint32_t preposition) const;
  bool phrase(const ReportRule& rule, const Cue& cue, const Speakers& speakers, Draft& draft) const;
  bool pointed(const ReportRule& rule, const Cue& cue, Draft& draft) const;
  TokenSpan without_verbs(const Cue& cue) const;
  TokenId token(std::uint32_t atom) const { return parse_->atoms[atom].first; }

  const ClaimContext& context_;
  const SpeakerFinder& finder_;
  const Parse* parse_ = nullptr;
  std::uint32_t sentence_ = 0;
};

}  // namespace kroniek
