#include "merge.hpp"

#include <algorithm>

namespace kroniek {

namespace {

bool same_speaker(const Draft& a, const Draft& b) {
  if (a.speakers.who.empty() || b.speakers.who.empty()) return a.speakers.who.empty() && b.speakers.who.empty() && a.speakers.words == b.speakers.words;
  return std::any_of(a.speakers.who.begin(), a.speakers.who.end(), [&](const ActorId& x) {
    return std::any_of(b.speakers.who.begin(), b.speakers.who.end(), [&](const ActorId& y) { return x.id == y.id; });
  });
}

bool inside(const Draft& inner, const Draft& outer) { return outer.first <= inner.first && inner.last <= outer.last; }
bool in_contents(const Draft& inner, const Draft& outer) {
  return std::any_of(outer.contents.begin(), outer.contents.end(), [&](const TokenSpan& c) { return c.first <= inner.cue_first && inner.cue_first < c.second; });
}

// Long words that both spans have.
bool shares_words(const ClaimContext& context, const Draft& a, const Draft& b) {
  const auto& text = context.text();
  for (auto i = a.first; i < a.last; ++i) {
    const auto word = text.word(i);
    if (word.size() < 5 || context.punctuation(i)) continue;
    for (auto j = b.first; j < b.last; ++j) {
      if (text.word(j) == word) return true;
    }
  }
  return false;
}

class Merger {
 public:
  Merger(const ClaimContext& context, std::vector<Draft> drafts) : context_(context), drafts_(std::move(drafts)), gone_(drafts_.size(), false) {}

  std::vector<Draft> run() {
    std::vector<TokenId> ends;  // where the furthest of the drafts up to each one ends
    for (const auto& draft : drafts_) ends.push_back(std::max(draft.last, ends.empty() ? 0 : ends.back()));
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      // Drafts that end before this one begins have nothing to do with it, unless it is a heading.
      const auto near = drafts_[i].heading ? ends.begin() : std::upper_bound(ends.begin(), ends.end(), drafts_[i].first);
      for (auto j = static_cast<std::size_t>(near - ends.begin()); j < drafts_.size(); ++j) {
        if (i == j || gone_[i] || gone_[j]) continue;
        if (drafts_[j].first > drafts_[i].last && !drafts_[i].heading) break;
        compare(i, j);
      }
    }
    std::vector<Draft> kept;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (!gone_[i]) kept.push_back(std::move(drafts_[i]));
    }
    return kept;
  }

 private:
  void compare(std::size_t i, std::size_t j) {
    auto& a = drafts_[i];
    auto& b = drafts_[j];
    if (a.heading && !b.heading && (same_speaker(a, b) || a.speakers.who.empty()) && later_in_section(a, b) && shares_words(context_, a, b)) {
      gone_[i] = true;
      return;
    }
    if (a.heading != b.heading) return;
    const bool overlap = a.first < b.last && b.first < a.last;
    if (!overlap) return;
    // "X verwacht ..., zei hij": a thought in the speaker's own words.
    if (a.around && !a.direct && b.mind && a.pronoun_cue && a.sentence == b.sentence && in_contents(b, a) && !b.speakers.who.empty()) a.speakers = b.speakers;
    // Two readings of one cue.
    if (a.cue_first == b.cue_first && a.cue_first != a.cue_last && same_speaker(a, b)) {
      gone_[a.direct && !b.direct ? j : (b.direct && !a.direct) || inside(a, b) ? i : j] = true;
      return;
    }
    // "Volgens X zei Y": what X says is that Y said it.
    if (a.source && !b.source && a.sentence == b.sentence && in_contents(b, a)) {
      if (!b.speakers.who.empty() && b.saying) {
        for (const auto& who : a.speakers.who) b.chain.push_back(who);
        b.hearsay |= a.hearsay;
        gone_[i] = true;
      } else {
        gone_[j] = true;
      }
      return;
    }
    // "X zei ..., meldt Y": it is Y who says that X said it.
    if (!a.direct && !b.source && in_contents(b, a) && inside(b, a) && !same_speaker(a, b) && !a.speakers.who.empty() && !b.speakers.who.empty()) {
      for (const auto& who : a.speakers.who) b.chain.push_back(who);
    }
    // "Naar verluidt ..., meldt X": X passes on what is said.
    if (b.source && b.hearsay && b.speakers.who.empty() && !a.speakers.who.empty() && in_contents(b, a)) {
      a.hearsay = true;
      gone_[j] = true;
      return;
    }
    // The same speaker in the words of the same speaker.
    if (same_speaker(a, b) && in_contents(b, a) && inside(b, a)) {
      if (a.stance == Stance::asserts && !a.direct) a.stance = b.stance;
      gone_[j] = true;
      return;
    }
    if (same_speaker(a, b) && a.sentence == b.sentence && inside(b, a) && b.source) gone_[j] = true;
  }

  // The body that the heading stands over: up to the next heading, for a title the whole.
  bool later_in_section(const Draft& heading, const Draft& body) const {
    const auto block = context_.sentence(heading.sentence).block;
    const auto other = context_.sentence(body.sentence).block;
    const auto kind = context_.document.blocks[block].kind;
    if (kind != BlockKind::heading) return true;
    if (other < block) return false;
    for (auto b = block + 1; b < other; ++b) {
      if (context_.document.blocks[b].kind == BlockKind::heading) return false;
    }
    return true;
  }

  const ClaimContext& context_;
  std::vector<Draft> drafts_;
  std::vector<bool> gone_;
};

}  // namespace

void continue_hearsay(const ClaimContext& context, std::uint32_t sentence, const std::vector<Draft>& before, std::vector<Draft>& here) {
  if (!here.empty() || before.empty() || sentence == 0) return;
  if (context.sentence(sentence - 1).block != context.sentence(sentence).block) return;
  const Draft* told = nullptr;
  for (auto it = before.rbegin(); it != before.rend() && it->sentence + 1 == sentence; ++it) {
    if (context.inside(it->cue_first) == context.inside(context.sentence(sentence).first)) told = &*it;
  }
  if (told == nullptr || told->speakers.who.empty()) return;
  const auto& parse = context.parses[sentence];
  for (std::uint32_t c = 0; c < parse.clauses.size(); ++c) {
    const auto& clause = parse.clauses[c];
    if (clause.kind != ClauseKind::main || clause.finite == kNone) continue;
    const auto& finite = parse.atoms[clause.finite];
    const bool reported = finite.past && context.known.lexicon.is_a(finite.verb, context.grammar.aux_future) && clause.verbs.size() > 2 && clause.main_verb != kNone &&
                          parse.atoms[clause.main_verb].participle;
    if (!reported) continue;
    Draft draft;
    draft.sentence = sentence;
    draft.rule = "claims.hearsay";
    draft.speakers = told->speakers;
    draft.speakers.phrase = kNone;
    draft.hearsay = true;
    draft.cue_first = finite.first;
    draft.cue_last = finite.last;
    const auto span = context.trim(full_span(parse, c));
    draft.first = span.first;
    draft.last = span.second;
    draft.contents = {span};
    here.push_back(std::move(draft));
    return;
  }
}

std::vector<Draft> merge_drafts(const ClaimContext& context, std::vector<Draft> drafts) { return Merger(context, std::move(drafts)).run(); }

}  // namespace kroniek
