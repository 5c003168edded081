#include "bare_phrases.hpp"

#include "agreement.hpp"

#include <algorithm>

namespace kroniek {

bool ends_before(const Parse& parse, const Clause& clause, std::uint32_t noun, std::uint32_t at) {
  for (const auto p : clause.phrases) {
    if (parse.phrases[p].last + 1 != at) continue;
    for (auto on = parse.phrases[p].of; on != kNone; on = parse.phrases[on].of) {
      if (on == noun) return true;
    }
  }
  return false;
}

std::span<const std::uint32_t> BarePhrases::find(const Clause& clause) {
  bare_.clear();
  for (const auto p : clause.phrases) {
    const auto& phrase = parse_.phrases[p];
    if (phrase.preposition == 0 && phrase.of == kNone && phrase.function == Function::none && !expletive(phrase) && !bracketed(clause, phrase) && !in_a_role(phrase)) bare_.push_back(p);
  }
  find_members(clause);
  join_behind_apposition(clause);
  drop_appositions(clause);
  drop_datelines(clause);
  drop_comments(clause);
  return bare_;
}

bool BarePhrases::expletive(const Phrase& phrase) const {
  const auto& atom = parse_.atoms[phrase.head];
  if (is(atom, classes_.frequency)) return true;  // "honderd keer"
  if (atom.tag == Tag::relative && is(atom, classes_.relative_adverb)) return true;  // "waarvoor"
  return atom.tag == Tag::pronoun && (is(atom, classes_.reflexive) || is(atom, classes_.there));
}

// "als eerste stap stelt hij een bestand voor": neither subject nor object.
bool BarePhrases::in_a_role(const Phrase& phrase) const {
  if (phrase.first == 0) return false;
  const auto& before = parse_.atoms[phrase.first - 1];
  return before.tag != Tag::subordinator && is(before, classes_.as_role);
}

// "Guinness (GWR)": what stands between brackets has no function.
bool BarePhrases::bracketed(const Clause& clause, const Phrase& phrase) const {
  int depth = 0;
  for (const auto i : clause.atoms) {
    if (i >= phrase.first) break;
    depth += parse_.atoms[i].tag == Tag::open;
    depth -= parse_.atoms[i].tag == Tag::close;
  }
  return depth > 0;
}

// "dertien landen, waaronder X en Y", "zes landen (X, Y en Z)": they are some of the group, or all of it.
void BarePhrases::find_members(const Clause& clause) {
  for (std::size_t k = 1; k < clause.phrases.size(); ++k) {
    const auto& listed = parse_.phrases[clause.phrases[k]];
    auto at = listed.first;
    if (!is_of(lexicon_, listed.preposition, classes_.exemplifies)) {
      if (at == 0 || listed.preposition != 0) continue;
      --at;
      if (parse_.atoms[at].tag != Tag::open && !is(parse_.atoms[at], classes_.exemplifies)) continue;
    }
    const bool comma = at > 0 && parse_.atoms[at - 1].tag == Tag::comma;
    for (auto j = k; j-- > 0;) {
      const auto p = clause.phrases[j];
      if (parse_.phrases[p].first >= at) continue;  // the cue is a phrase of its own
      if (parse_.phrases[p].last + comma != at && !(comma && ends_before(parse_, clause, p, at))) break;
      if (comma && is(parse_.atoms[at], classes_.exemplifies)) std::erase(bare_, clause.phrases[k]);  // ", waaronder X": no function of its own
      const auto last = parse_.atoms[parse_.phrases[p].last - 1].mention;  // "X, Y en vier leiders, onder wie Z"
      if (!is_plural(known_, parse_, p) || (last != kNone && known_.mentions[last].kind != MentionKind::group)) continue;
      parse_.phrases[p].members = clause.phrases[k];
      std::erase(bare_, clause.phrases[k]);
      break;
    }
  }
}

// "tussen X, de minister van Y, en Z": Z goes on where the name between the commas had broken off.
void BarePhrases::join_behind_apposition(const Clause& clause) {
  for (std::size_t k = 2; k < clause.phrases.size(); ++k) {
    const auto& more = parse_.phrases[clause.phrases[k]];
    if (more.preposition != 0 || more.first < 2 || parse_.atoms[more.first - 1].tag != Tag::coordinator || parse_.atoms[more.first - 2].tag != Tag::comma) continue;
    if (parse_.phrases[clause.phrases[k - 1]].last + 2 != more.first) continue;
    const auto named = name_before_comma(clause, k - 1);
    if (named == kNone || parse_.phrases[named].members != kNone) continue;
    parse_.phrases[named].members = clause.phrases[k];
    std::erase(bare_, clause.phrases[k]);
  }
}

// "tussen X, de minister" in front of "van Y", "tussen X, topman" in front of "bij Y"; kNone: no such list of two.
std::uint32_t BarePhrases::name_before_comma(const Clause& clause, std::size_t k) const {
  constexpr int kMostPhrases = 4;
  auto p = clause.phrases[k];
  for (int count = 0; count < kMostPhrases; ++count) {
    if (parse_.phrases[p].of != kNone) {
      p = parse_.phrases[p].of;
    } else if (k > 0 && parse_.phrases[p].preposition != 0 && parse_.phrases[clause.phrases[k - 1]].last == parse_.phrases[p].first) {
      p = clause.phrases[--k];
    } else {
      return kNone;
    }
    const auto& named = parse_.phrases[p];
    const auto tag_within = [&](Tag tag) { return std::any_of(parse_.atoms.begin() + named.first, parse_.atoms.begin() + named.last, [&](const Atom& atom) { return atom.tag == tag; }); };
    if (tag_within(Tag::comma)) return tag_within(Tag::coordinator) ? kNone : p;
  }
  return kNone;
}

// ", de minister van X," directly behind a name is no function of its own.
void BarePhrases::drop_appositions(const Clause& clause) {
  // "met X, de minister van Y, sprak Z": behind a preposition too.
  if (bare_.size() > 1 && set_apart(clause, bare_.front())) {
    parse_.phrases[bare_.front()].in_apposition = true;
    bare_.erase(bare_.begin());
  }
  for (std::size_t k = 1; k < bare_.size();) {
    const auto& phrase = parse_.phrases[bare_[k]];
    const bool comma = phrase.first > 0 && parse_.atoms[phrase.first - 1].tag == Tag::comma;
    const auto& left = parse_.phrases[bare_[k - 1]];
    const bool near = comma && clause.kind != ClauseKind::fragment && (left.last + 1 >= phrase.first || ends_before(parse_, clause, bare_[k - 1], phrase.first));
    if (near) {
      auto& named = parse_.phrases[bare_[k - 1]].apposed;
      if (named == kNone) named = bare_[k];
      parse_.phrases[bare_[k]].in_apposition = true;
      bare_.erase(bare_.begin() + static_cast<std::ptrdiff_t>(k));
    } else {
      ++k;
    }
  }
}

// Between commas, the first of which ends a name behind a preposition.
bool BarePhrases::set_apart(const Clause& clause, std::uint32_t noun) const {
  const auto begin = parse_.phrases[noun].first;
  auto end = parse_.phrases[noun].last;
  bool named = false;
  if (begin == 0 || parse_.atoms[begin - 1].tag != Tag::comma) return false;
  for (const auto p : clause.phrases) {
    const auto& phrase = parse_.phrases[p];
    named = named || (phrase.last + 1 == begin && phrase.preposition != 0 && head(p).tag == Tag::name);
    if (phrase.first == end && phrase.of != kNone) end = phrase.last;
  }
  return named && end < parse_.atoms.size() && parse_.atoms[end].tag == Tag::comma;
}

// "liet de man vrij, een gebaar dat ...": behind the last verb or its particle and a comma a noun phrase tells what to think of it.
void BarePhrases::drop_comments(const Clause& clause) {
  if (bare_.size() < 2 || clause.finite == kNone) return;
  const auto& phrase = parse_.phrases[bare_.back()];
  if (phrase.first < 2 || phrase.first <= clause.finite || parse_.atoms[phrase.first - 1].tag != Tag::comma || head(bare_.back()).tag == Tag::name) return;
  const auto closing = phrase.first - 2;
  const auto& left = parse_.atoms[closing];
  const bool particle = left.form != 0 && closing != clause.finite && lexicon_.separable(parse_.atoms[clause.finite].verb, left.form) != 0;
  if (parse_.clause_of[closing] == parse_.clause_of[clause.finite] && (particle || (left.tag == Tag::verb && closing != clause.finite))) bare_.pop_back();
}

// "PARIJS – X zegt", "Brussel, 6 maart: X noemt": what stands before the mark has no function; "X – net terug – belde": nor has what
// stands between two.
void BarePhrases::drop_datelines(const Clause& clause) {
  if (clause.kind != ClauseKind::main || clause.finite == kNone || bare_.empty()) return;
  std::uint32_t mark = 0, second = 0;
  for (auto i = parse_.phrases[bare_.front()].last; i < clause.finite; ++i) {
    const auto tag = parse_.atoms[i].tag;
    if (tag != Tag::dash && (tag != Tag::colon || mark != 0)) continue;
    (mark == 0 ? mark : second) = i;
  }
  if (mark == 0) return;
  const auto within = [&](std::uint32_t p, std::uint32_t from, std::uint32_t to) { return parse_.phrases[p].first >= from && parse_.phrases[p].first < to; };
  if (second != 0 && parse_.atoms[mark].tag == Tag::dash) {
    std::erase_if(bare_, [&](std::uint32_t p) { return within(p, mark, second); });
  } else if (std::any_of(bare_.begin(), bare_.end(), [&](std::uint32_t p) { return within(p, mark, clause.finite); })) {
    std::erase_if(bare_, [&](std::uint32_t p) { return within(p, 0, mark); });
  }
}

}  // namespace kroniek
