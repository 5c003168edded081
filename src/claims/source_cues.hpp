// Cues that are no verbs: "according to X", hearsay adverbs, phrases, and nouns such as "demand".
#pragma once

#include "context.hpp"
#include "speakers.hpp"

#include <optional>
#include <string_view>
#include <unordered_set>

namespace kroniek {

class SourceCues {
 public:
  SourceCues(const ClaimContext& context, const SpeakerFinder& speakers);

  // Appends the drafts of one sentence.
  void find(std::uint32_t sentence, std::vector<Draft>& drafts);

 private:
  void source(const SourceRule& rule, TokenId first, TokenId last, std::vector<Draft>& drafts);
  bool is_subject(std::uint32_t clause, std::uint32_t index) const;
  void noun(const ReportRule& rule, std::uint32_t phrase, std::vector<Draft>& drafts);
  bool belongs_to(const Phrase& phrase, std::uint32_t index) const;
  void noun_said(std::uint32_t phrase, Draft& draft) const;
  void headline(std::vector<Draft>& drafts);
  std::uint32_t telling_clause(TokenId cue) const;
  bool whole_name(std::uint32_t end) const;
  bool speaker_label(std::uint32_t end) const;
  // Whether the word stands with a capital inside a sentence, where only names have one.
  bool named_inside(std::string_view word);
  TokenSpan with_sisters(std::uint32_t clause, TokenSpan span, TokenId cue) const;

  std::uint32_t clause_at(TokenId token) const;
  // The clause's words, as far as no clause that is coordinated with it.
  TokenSpan clause_span(std::uint32_t clause, TokenId with) const;
  bool told_in_clause(TokenSpan cue, Draft& draft) const;
  std::uint32_t time_behind(TokenId cue, const Draft& draft) const;
  bool told_before(TokenSpan cue, Draft& draft) const;
  TokenId behind_brackets(TokenId token, TokenId limit) const;
  TokenId behind_apposition(TokenId token, TokenId limit) const;
  TokenId phrase_end(std::uint32_t phrase) const;

  const ClaimContext& context_;
  const SpeakerFinder& finder_;
  std::vector<std::pair<ClassId, std::uint32_t>> by_class_;
  Lexicon::Bits classes_;  // of all of them
  std::optional<std::unordered_set<std::string_view>> names_;  // of the whole text, once they are asked for
  const Parse* parse_ = nullptr;
  std::uint32_t sentence_ = 0;
};

}  // namespace kroniek
