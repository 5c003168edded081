#include "mention_finder.hpp"

#include <algorithm>

namespace kroniek {

// A noun phrase whose actor depends on what was said before; resolve_references finds him.
TokenId MentionFinder::description(const Modifiers& m, TokenId h, TokenId last) {
  if (!m.any_determiner && m.owners.empty()) return 0;
  if (m.indefinite) return 0;
  if (last == 0) last = h + 1;
  add_owners(m);
  Mention mention{m.first, last, h, MentionKind::office, false, false, 0, true, {}};
  if (words_.at(h).own.has(Word::office_holder)) {
    const auto sex = words_.value(h, Word::office_holder);
    mention.sex = sex == 1 ? 'm' : sex == 2 ? 'f' : '\0';
  }
  mentions_.push_back(std::move(mention));
  return last;
}

bool MentionFinder::has_complement_name(TokenId h) const { return phrases_.person(h + 1, limit_).last != 0; }

// "zijn Franse ambtgenoot (Emmanuel Macron)", "Bidens voorganger"
TokenId MentionFinder::relation(const Modifiers& m, TokenId h) {
  const auto name = phrases_.person(h + 1, limit_);
  if (name.last != 0 && fits(m.countries, name.who)) {
    add_owners(m);
    auto who = name.who;
    if (who.country == kNoActor && !m.countries.empty()) who.country = m.countries.front();
    mentions_.push_back({m.first, name.last, h + 1, MentionKind::name, false, name.genitive, name.sex, true, {who}});
    return name.last;
  }
  if (words_.at(h).plural_noun && m.countries.empty()) return 0;
  return description(m, h);
}

// "de twee leiders", "beide landen"
TokenId MentionFinder::add_pair(const Modifiers& m, TokenId h, bool persons) {
  mentions_.push_back({m.first, words_.atom(h).last > h ? words_.atom(h).last : h + 1, h, MentionKind::pronoun, true, false, 0, persons, {}});
  return mentions_.back().last;
}

// "de twee", "beiden", without a noun
TokenId MentionFinder::bare_pair_end(const Modifiers& m) const {
  TokenId end = 0;
  for (auto t = m.first; t < std::min(limit_, m.first + 2); ++t) {
    if (words_.is(t, Word::both) && (t > m.first ? m.definite : words_.end_of(t, Word::nominative) == 0)) end = t + 1;
  }
  if (end == 0) return 0;
  const bool number = words_.lexicon().has_pos(words_.text().tokens[end - 1].form, Pos::number);
  if (number && (end - m.first < 2 || !m.definite)) return 0;
  if (end >= limit_ || words_.punct(end)) return end;
  const auto& next = words_.at(end);
  if (next.tail.has(Word::day_part) && !next.plural_noun) return end;  // "waarna de twee dinsdagmiddag spraken"
  if ((next.noun && !next.plural_verb) || next.adjective || words_.text().tokens[end].form == 0 || words_.text().tokens[end].has(kDigits)) return 0;
  if (next.finite || next.own.has_any({Word::auxiliary, Word::adverb, Word::preposition, Word::coordinator, Word::relative})) return end;
  if (!next.plural_verb) return 0;
  // "De twee bellen morgen", but "De twee boeken zijn oud"; what is told of something else says nothing of it.
  for (auto t = end + 1; t < limit_ && !words_.punct(t) && !words_.is(t, Word::relative); ++t) {
    if ((words_.at(t).finite && !words_.is(t, Word::preposition)) || words_.is(t, Word::auxiliary)) return 0;  // "in" may be of "innen"
  }
  return end;
}

TokenId MentionFinder::add_bare_pair(const Modifiers& m, TokenId end) {
  mentions_.push_back({m.first, end, end - 1, MentionKind::pronoun, true, false, 0, true, {}});
  return end;
}

}  // namespace kroniek
