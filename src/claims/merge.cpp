#include "merge.hpp"

#include "../actors/roles.hpp"

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
  static constexpr std::size_t kNear = 4;  // drafts further on in the sentence, which may give reasons

  Merger(const ClaimContext& context, std::vector<Draft> drafts) : context_(context), drafts_(std::move(drafts)), gone_(drafts_.size(), false) {}

  std::vector<Draft> run() {
    std::vector<TokenId> ends;  // where the furthest of the drafts up to each one ends
    for (const auto& draft : drafts_) ends.push_back(std::max(draft.last, ends.empty() ? 0 : ends.back()));
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      // Drafts that end before this one begins have nothing to do with it, unless it is a heading.
      const auto near = drafts_[i].heading ? ends.begin() : std::upper_bound(ends.begin(), ends.end(), drafts_[i].first);
      for (auto j = static_cast<std::size_t>(near - ends.begin()); j < drafts_.size(); ++j) {
        if (i == j || gone_[i] || gone_[j]) continue;
        const bool near_by = drafts_[j].sentence == drafts_[i].sentence && j < i + kNear;
        if (drafts_[j].first > drafts_[i].last && !drafts_[i].heading && !near_by) break;
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
    // A source that is a pronoun, behind what the same speaker did: his reasons.
    if (b.source && b.pronoun_cue && !a.source && a.sentence == b.sentence && a.cue_first < b.cue_first && same_speaker(a, b) && reason(b)) {
      gone_[j] = true;
      return;
    }
    const bool overlap = a.first < b.last && b.first < a.last;
    if (!overlap) return;
    const bool told = in_contents(b, a), whole = told && inside(b, a);
    // "Oslo dringt aan op een bestand, zei de Noorse minister Wiebes": she speaks for her country.
    if (!b.source && (a.direct || a.sentence == b.sentence) && whole && speaks_for(a, b)) {
      if (!a.direct && a.stance == Stance::asserts && !promised_before(b)) a.stance = b.stance;
      gone_[j] = true;
      return;
    }
    // "X verwacht ..., zei hij": a thought in the speaker's own words.
    if (a.around && !a.direct && b.mind && a.pronoun_cue && a.sentence == b.sentence && told && !b.speakers.who.empty()) a.speakers = b.speakers;
    const bool same = same_speaker(a, b), known = !a.speakers.who.empty() && !b.speakers.who.empty();
    // Two readings of one cue.
    if (a.cue_first == b.cue_first && a.cue_first != a.cue_last && same) {
      gone_[a.direct && !b.direct ? j : (b.direct && !a.direct) || inside(a, b) ? i : j] = true;
      return;
    }
    // "Volgens X zei Y": what X says is that Y said it. What Y thinks, asks or offers is X's tale, unless X is nobody
    // ("naar verluidt") or writes down what Y said.
    if (a.source && !b.source && a.sentence == b.sentence && told) {
      const bool main = !a.contents.empty() && b.first <= a.contents.front().first + 1;  // not in a clause of its own inside
      const bool nobody = a.hearsay && a.speakers.who.empty();
      const bool passed_on = nobody || (!a.direct && b.saying && (a.written || (!b.mind && b.stance == Stance::asserts)));
      if (!b.speakers.who.empty() && passed_on && main) {
        for (const auto& who : a.speakers.who) b.chain.push_back(who);
        b.hearsay |= a.hearsay;
        gone_[i] = true;
      } else {
        gone_[j] = true;
      }
      return;
    }
    // "Y zegt dat X vindt": what X thinks is what Y tells.
    if (b.mind && !a.direct && !a.source && a.saying && whole && !same) {
      gone_[j] = true;
      return;
    }
    // "‘Er zijn mensen die zeggen dat ...’": nobody, in somebody's own words.
    const bool someone = b.speakers.pronoun || b.pronoun_cue;
    if (!b.direct && !b.source && b.speakers.who.empty() && whole && ((a.direct && !someone) || (a.saying && b.saying && !a.direct && !a.speakers.who.empty()))) {
      gone_[j] = true;
      return;
    }
    // "X zei ..., meldt Y": it is Y who says that X said it.
    if (!a.direct && !b.source && whole && !same && known) {
      for (const auto& who : a.speakers.who) b.chain.push_back(who);
    }
    // A refusal that a quotation tells of somebody else is not the speaker's own claim.
    if (a.direct && !b.source && !b.saying && !b.mind && !b.direct && whole && !same && known && b.stance == Stance::refuses) {
      gone_[j] = true;
      return;
    }
    // "Naar verluidt ..., meldt X": X passes on what is said.
    if (b.source && b.hearsay && b.speakers.who.empty() && !a.speakers.who.empty() && told) {
      a.hearsay = true;
      gone_[j] = true;
      return;
    }
    // The same speaker in the words of the same speaker.
    if (same && whole) {
      if (a.stance == Stance::asserts && !a.direct && !promised_before(b)) a.stance = b.stance;
      gone_[j] = true;
      return;
    }
    if (same && a.sentence == b.sentence && inside(b, a) && b.source) gone_[j] = true;
  }

  // Who tells of a promise made before makes none.
  bool promised_before(const Draft& draft) const {
    if (draft.stance != Stance::promises) return false;
    const auto& atoms = context_.parses[draft.sentence].atoms;
    return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return atom.first == draft.cue_first && atom.participle && !atom.finite; });
  }

  // It begins with a word such as "omdat" or "want".
  bool reason(const Draft& draft) const {
    const auto is = [&](TokenId token) { return context_.is(context_.text().tokens[token].form, context_.rules.classes.reason); };
    return is(draft.first) || (draft.first > 0 && is(draft.first - 1));
  }

  // The one is of a country that is, or is among, the others.
  bool speaks_for(const Draft& person, const Draft& countries) const {
    if (person.speakers.who.size() != 1 || is_media(context_.gazetteer, person.speakers.who.front())) return false;
    const auto country = person.speakers.who.front().country;
    return country != kNoActor && std::any_of(countries.speakers.who.begin(), countries.speakers.who.end(), [&](const ActorId& who) { return who.actor == country; });
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

namespace {

// "zou zijn misleid": told by somebody else.
bool reported(const ClaimContext& context, const Parse& parse, const Clause& clause) {
  if (clause.kind != ClauseKind::main || clause.finite == kNone) return false;
  const auto& finite = parse.atoms[clause.finite];
  return finite.past && context.known.lexicon.is_a(finite.verb, context.grammar.aux_future) && clause.verbs.size() > 2 && clause.main_verb != kNone && parse.atoms[clause.main_verb].participle;
}

// "Zijn woordvoerder suste de zaak; hij zou verkeerd zijn begrepen": the person who acts before the colon or semicolon.
Speakers acts_before(const ClaimContext& context, const SpeakerFinder& finder, const Parse& parse, std::uint32_t clause) {
  const auto begin = parse.clauses[clause].atoms.front();
  if (begin == 0 || parse.atoms[begin - 1].tag != Tag::colon) return {};
  for (auto c = clause; c > 0; --c) {
    const auto& other = parse.clauses[c - 1];
    if (other.kind != ClauseKind::main || other.subject == kNone || other.finite == kNone || other.finite > begin) continue;
    const auto& head = parse.atoms[parse.phrases[other.subject].head];
    if (head.mention == kNone || !context.known.mentions[head.mention].person) return {};
    auto speakers = finder.of_phrase(parse, other.subject, false);
    return speakers.who.size() == 1 ? speakers : Speakers{};
  }
  return {};
}

}  // namespace

void continue_hearsay(const ClaimContext& context, const SpeakerFinder& finder, std::uint32_t sentence, const std::vector<Draft>& before, std::vector<Draft>& here) {
  if (!here.empty()) return;
  const Draft* told = nullptr;
  const bool follows = context.text().goes_on(sentence);
  for (auto it = before.rbegin(); follows && it != before.rend() && it->sentence + 1 == sentence; ++it) {
    if (context.inside(it->cue_first) == context.inside(context.sentence(sentence).first)) told = &*it;
  }
  const auto& parse = context.parses[sentence];
  for (std::uint32_t c = 0; c < parse.clauses.size(); ++c) {
    const auto& clause = parse.clauses[c];
    if (!reported(context, parse, clause)) continue;
    auto speakers = acts_before(context, finder, parse, c);
    if (!speakers.found) {
      if (told == nullptr || told->speakers.who.empty()) return;
      speakers = told->speakers;
    }
    const auto& finite = parse.atoms[clause.finite];
    Draft draft;
    draft.sentence = sentence;
    draft.rule = "claims.hearsay";
    draft.speakers = std::move(speakers);
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
