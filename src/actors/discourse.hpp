// What has been spoken of so far, and how much each is in mind.
#pragma once

#include "mentions.hpp"
#include "references.hpp"
#include "words.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace kroniek {

// What a mention is in its clause, as far as it can be told cheaply.
enum class Standing : std::uint8_t { subject, main_subject, source, object, agent, oblique, embedded, possessor, adjective, location };

struct Spoken {
  TokenId first = 0, last = 0;
  std::uint32_t sentence = 0, segment = 0;
  Standing standing = Standing::object;
  MentionKind kind = MentionKind::name;
  std::vector<ActorId> who;  // empty: somebody without a name, who is in the way of others
  char sex = 0;
  bool person = false;       // one or more persons
  bool state = false;        // one or more countries or governments
  bool body = false;         // an organisation
  bool plural = false;
  bool quoted = false, heading = false;
  bool first_in_sentence = false, after_verb = false;
  bool theme = false;        // first of a sentence that says something of it
};

class Discourse {
 public:
  // `known`: the mentions of the whole text that were found by name.
  Discourse(const ActorWords& words, const ReferenceContext& context, const std::vector<Mention>& known);

  // To be called in the order of the text.
  void add(const Mention& mention);
  void add_nameless(TokenId token, char sex);
  // To be called at the end of each segment: a plural verb without a subject among the actors has one that is none.
  void end_segment(TokenId token);

  std::uint32_t sentence_of(TokenId token) const { return sentence_of_[token]; }
  // A part of a sentence that has at most one finite verb, roughly a clause.
  std::uint32_t segment_of(TokenId token) const { return segment_of_[token]; }
  TokenId segment_begin(TokenId token) const { return segment_begin_[segment_of_[token]]; }
  TokenId segment_end(TokenId token) const { return segment_begin_[segment_of_[token] + 1]; }
  const std::vector<Spoken>& entries() const { return entries_; }
  // Those among whom a plural word means somebody: nobody who was spoken of longer ago, however long the sentences.
  std::span<const Spoken> latest() const {
    constexpr std::size_t kMost = 100;
    return std::span(entries_).last(std::min(kMost, entries_.size()));
  }

  // The subject of the token's segment before it; if `implied`, or else the last subject before in the sentence.
  const Spoken* subject_before(TokenId token, bool implied) const;
  // The last subject of a main clause in the sentence before, in the same paragraph.
  const Spoken* told_of_last(TokenId token) const;
  // How much the entry is in mind at the token; 0: too far away.
  bool only_person(const Spoken& entry) const;
  double weight(const Spoken& entry, TokenId token) const;
  // The best entry of those that `fits` lets pass; entries with the same actors add to each other a little.
  template <class Fits>
  const Spoken* best(TokenId token, Fits fits) const;

  // Whether the actor has been spoken of, or somebody of that country.
  bool spoken_of(std::uint32_t actor) const { return spoken_.contains(actor); }

  const ActorWords& words() const { return words_; }

 private:
  void cut_segments();
  bool begins_segment(TokenId token, const Sentence& sentence) const;
  Standing standing_of(TokenId first, TokenId last, const Spoken& entry) const;
  bool has_subject(std::uint32_t segment) const;
  bool has_verb(const Sentence& sentence) const;
  bool is_relative_object(TokenId token) const;
  const Spoken* pick(TokenId token, const std::vector<const Spoken*>& fitting) const;
  static constexpr std::size_t kFarthest = 80;  // entries to look back
  static constexpr std::uint32_t kMostSentences = 8;

  const ActorWords& words_;
  ReferenceContext context_;
  const std::vector<Mention>& known_;
  std::vector<std::uint32_t> sentence_of_, segment_of_;
  std::vector<TokenId> segment_begin_;
  std::vector<Spoken> entries_;
  std::set<std::uint32_t> spoken_;
  std::array<double, kMostSentences + 1> decay_{};  // by sentences in between
};

template <class Fits>
const Spoken* Discourse::best(TokenId token, Fits fits) const {
  std::vector<const Spoken*> fitting;
  const auto farthest = entries_.size() > kFarthest ? entries_.size() - kFarthest : 0;
  for (auto i = farthest; i < entries_.size(); ++i) {
    if (entries_[i].first < token && fits(entries_[i])) fitting.push_back(&entries_[i]);
  }
  return pick(token, fitting);
}

// Whether the two are about the same.
bool same_actors(const std::vector<ActorId>& a, const std::vector<ActorId>& b);
// Those that are not among them yet.
void add_actors(std::vector<ActorId>& all, const std::vector<ActorId>& more);

}  // namespace kroniek
