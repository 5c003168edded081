#include "mention_finder.hpp"

#include <algorithm>

namespace kroniek {

namespace {

constexpr std::size_t kFarthestGroup = 25;  // mentions to look back

}  // namespace

TokenId MentionFinder::people(const Modifiers& m, TokenId h, const NameAtom& atom) {
  if (const auto name = phrases_.person(atom.last, limit_); name.last != 0 && !atom.plural && fits({atom.people}, name.who)) return titled(m, h);
  if (!atom.plural) {
    if (!m.definite || m.number) return 0;
    mentions_.push_back({m.first, atom.last, h, MentionKind::pronoun, false, false, 0, true, {}});
    return atom.last;
  }
  if (m.number || m.indefinite) return atom.last;  // "drie Russen" are not Russia
  add_owners(m);
  mentions_.push_back({m.first, atom.last, h, MentionKind::group, true, false, 0, true, {actor_id(gazetteer_, atom.people)}});
  return atom.last;
}

// "ons land", "het land", "zijn land", "EU-landen", "Europese landen"
TokenId MentionFinder::country_noun(const Modifiers& m, TokenId h) {
  const bool plural = words_.at(h).plural_noun;
  const auto head = words_.compound_actor(h);
  if (plural && (head != kNoActor || (!m.countries.empty() && words_.is(h, Word::country_noun)))) {
    mentions_.push_back({m.first, h + 1, h, MentionKind::group, true, false, 0, false, {actor_id(gazetteer_, head != kNoActor ? head : m.countries.front())}});
    return h + 1;
  }
  if (plural || !words_.is(h, Word::country_noun) || words_.at(h).tail.has(Word::country_noun)) return 0;
  if (m.our) {
    if (words_.quoted(h)) return 0;
    mentions_.push_back({m.first, h + 1, h, MentionKind::name, false, false, 0, false, {actor_id(gazetteer_, offices_.home(h))}});
    return h + 1;
  }
  if (!m.owners.empty() && m.owners.front().country != kNoActor) {
    add_owners(m);
    mentions_.push_back({m.first, h + 1, h, MentionKind::pronoun, false, false, 0, false, {actor_id(gazetteer_, m.owners.front().country)}});
    return h + 1;
  }
  if (!m.definite || m.number || !plain_determiner(m)) return 0;
  mentions_.push_back({m.first, h + 1, h, MentionKind::pronoun, false, false, 0, false, {}});
  return h + 1;
}

TokenId MentionFinder::group(const Modifiers& m, TokenId h, const NameAtom& atom) {
  const auto noun_end = std::max<TokenId>(atom.group != kNoActor ? atom.last : 0, h + 1);
  auto behind = phrases_.complement(noun_end, limit_, true);
  const auto& own = words_.at(h).own;
  if (behind.last == noun_end && m.countries.empty() && own.has(Word::insider)) behind = phrases_.house(noun_end, limit_);
  // "de onderhandelaars in Riyad" meet there; "de regering in Kyiv" is Ukraine's.
  if (behind.seat && (!m.countries.empty() || m.number || own.has(Word::delegation))) behind = {noun_end, {}, kNoActor, kNoActor, false};
  // "zijn troepen uit Polen", "hun militairen in Polen": that is where they are.
  if (m.possessive && own.has(Word::troops)) behind = {noun_end, {}, kNoActor, kNoActor, false};
  const bool government = own.has(Word::government);
  // "persbureau TASS", "de omroep ARD"
  if (const auto body = phrases_.organisation(noun_end, limit_); body.last != 0 && !government && behind.last == noun_end && gazetteer_.actors[body.who.actor].kind != "country" &&
                                                                  (m.countries.empty() || body.who.country == m.countries.front())) {
    add_owners(m);
    mentions_.push_back({m.first, body.last, noun_end, MentionKind::name, false, body.genitive, 0, false, {body.who}});
    return body.last;
  }
  // "de regering Tolsma": his country's
  if (const auto head = government && m.countries.empty() && behind.last == noun_end ? phrases_.person(noun_end, limit_) : Phrases::Name{}; head.last != 0 && !head.genitive && head.who.country != kNoActor) {
    add_owners(m);
    mentions_.push_back({m.first, head.last, h, MentionKind::group, false, false, 0, true, {actor_id(gazetteer_, head.who.country)}});
    return head.last;
  }
  auto countries = m.countries;
  countries.insert(countries.end(), behind.countries.begin(), behind.countries.end());
  if (countries.empty() && words_.compound_actor(h) != kNoActor) countries.push_back(words_.compound_actor(h));
  if (countries.empty()) {
    for (const auto& owner : m.owners) {
      if (owner.country != kNoActor) countries.push_back(owner.country);
    }
  }
  if (countries.empty() && (m.our || (government && m.definite && plain_determiner(m) && words_.is(h, Word::home_government) && !words_.is(noun_end, Word::of_preposition)))) countries.push_back(offices_.home(h));
  if (countries.empty() && owner_behind(noun_end) != kNoActor && words_.is(noun_end, Word::of_preposition)) countries.push_back(owner_behind(noun_end));
  // "de Tweede Kamer" of the country whose newspaper this is
  if (countries.empty() && m.definite && !m.possessive && atom.group != kNoActor) {
    const auto home = words_.capital(h) ? offices_.home(h) : kNoActor;
    if (home != kNoActor && role_id(gazetteer_, gazetteer_.groups[atom.group].id, "", home).actor != kNoActor) countries.push_back(home);
  }
  // "de presidenten van Rusland en Oekraïne": each country's own.
  if (atom.office != kNoActor && countries.size() > 1) return holders_of(m, h, atom, behind, countries);
  Mention mention{m.first, behind.last, h, MentionKind::group, atom.plural || words_.at(h).plural_noun || behind.countries.size() > 1, false, 0, government, {}};
  if (countries.empty() && !m.possessive) {
    // "de delegatie", after "een Amerikaanse delegatie"
    if (!m.definite || !plain_determiner(m) || behind.last > noun_end) return 0;
    const auto* before = last_group(atom.group, government, atom.plural || words_.at(h).plural_noun || own.has(Word::delegation));
    // "X en Y praten. De delegaties kwamen bijeen": more than the one of whom was told
    if (own.has(Word::delegation) && !own.has(Word::several_persons) && atom.office == kNoActor && words_.at(h).plural_noun && (before == nullptr || before->who.size() < 2)) {
      mention.who = groups_before(atom.group);
      if (mention.who.size() < 2) return add_pair(m, h, false);
      mentions_.push_back(std::move(mention));
      return behind.last;
    }
    if (before != nullptr) {
      mention.who = before->who;
    } else {
      const bool body = atom.group != kNoActor && (words_.is(h, Word::state_body) || words_.end_of(h, Word::state_body) != 0);
      const auto country = body && tells(m.first, behind.last) ? body_country(m.first, behind.last, atom.group) : kNoActor;
      if (country == kNoActor) return 0;
      mention.who = {role_id(gazetteer_, gazetteer_.groups[atom.group].id, words_.text().words(m.first, behind.last), country)};
    }
    mentions_.push_back(std::move(mention));
    return behind.last;
  }
  for (const auto country : countries) {
    if (government || atom.group == kNoActor) {
      mention.who.push_back(actor_id(gazetteer_, country));
    } else {
      const auto& role = gazetteer_.groups[atom.group];
      mention.who.push_back(role_id(gazetteer_, role.id, words_.text().words(m.first, behind.last), country));
    }
  }
  add_owners(m);
  mentions_.push_back(std::move(mention));
  return behind.last;
}

// "De landen ruilen gevangenen", "De leiders spreken elkaar", "Dat zeggen de partijen": those who were named side by side.
bool MentionFinder::are_told_of(const Modifiers& m, TokenId h) const {
  const auto& own = words_.at(h).own;
  const auto& atom = words_.atom(h);
  if (!words_.at(h).plural_noun || !m.definite || m.number || !m.owners.empty() || m.possessive || !plain_determiner(m) || words_.compound_actor(h) != kNoActor) return false;
  const auto end = std::max(atom.last, h + 1);
  if (phrases_.person(end, limit_).last != 0) return false;  // "de ministers Piet Ebels en Jan Tolsma"
  const auto& next = end < limit_ ? words_.at(end).own : own;
  if (end < limit_ && (next.has_any({Word::of_preposition, Word::relative_adverb}) || (next.has(Word::relative) && !next.has(Word::complementizer)))) return false;
  const bool states = own.has(Word::country_noun) && own.has(Word::several_sides);
  if (states && (end == limit_ || !next.has(Word::locative))) return true;
  const bool sides = states || (own.has(Word::several_sides) && !own.has_any({Word::delegation, Word::government}));
  const bool persons = own.has(Word::several_persons) || (atom.office != kNoActor && atom.plural);
  if (!sides && (!persons || last_group(atom.group, false, true) != nullptr)) return false;
  const auto& before = words_.at(m.first > begin_ ? m.first - 1 : h);
  return before.own.has(Word::according) || (before.plural_verb && before.own.has(Word::says_that)) || next.has(Word::says_that) || with_each_other(end);
}

// Whether the clause says that those before the token do something to one another.
bool MentionFinder::with_each_other(TokenId token) const {
  for (auto t = token; t < limit_ && !words_.punct(t); ++t) {
    if (words_.is(t, Word::reciprocal)) return true;
  }
  return false;
}

// The phrase is who says something: behind a preposition of source, or beside a verb of saying.
bool MentionFinder::tells(TokenId first, TokenId last) const {
  const auto next = words_.is(last, Word::adverb) ? last + 1 : last;  // "het ministerie aldaar zegt"
  if (next < limit_ && (words_.is(next, Word::says_that) || (first == begin_ && words_.at(next).finite))) return true;
  if (first == begin_) return false;
  if (words_.is(first - 1, Word::according) || words_.is(first - 1, Word::says_that)) return true;
  return first > begin_ + 1 && words_.at(first - 1).verb && words_.punct(first - 2);
}

// The only country for which the gazetteer knows a body of the kind; kNoActor if there are several or none.
std::uint32_t MentionFinder::only_country_with(std::uint32_t group) const {
  const auto prefix = gazetteer_.groups[group].id + std::string(kOf);
  auto only = kNoActor;
  auto known = std::lower_bound(gazetteer_.by_id.begin(), gazetteer_.by_id.end(), prefix, [&](std::uint32_t actor, const std::string& id) { return gazetteer_.actors[actor].id < id; });
  for (; known != gazetteer_.by_id.end() && gazetteer_.actors[*known].id.starts_with(prefix); ++known) {
    const auto country = gazetteer_.actors[*known].country;
    if (country == kNoActor) continue;
    if (only != kNoActor && only != country) return kNoActor;
    only = country;
  }
  return only;
}

// Whose army or ministry speaks, where only the context tells: the only country for which the gazetteer knows such a
// body, if the text speaks of that country; else whose troops or the like its sentence names, or the sentences
// before it; else the country there that stands nearest.
std::uint32_t MentionFinder::body_country(TokenId first, TokenId last, std::uint32_t group) const {
  constexpr std::size_t kFarthest = 60;  // mentions to look back
  constexpr TokenId kMostTokens = 120;
  const auto is_country = [&](std::uint32_t actor) { return actor != kNoActor && gazetteer_.actors[actor].kind == "country"; };
  const auto at = [&](TokenId token) {
    const auto& atom = words_.atom(token);
    if (atom.last == 0) return kNoActor;
    for (const auto country : {atom.nationality, atom.people, atom.actor, atom.metonym, atom.place == kNoActor ? kNoActor : gazetteer_.places[atom.place].country}) {
      if (is_country(country)) return country;
    }
    return kNoActor;
  };
  const auto farthest = mentions_.size() > kFarthest ? mentions_.size() - kFarthest : 0;
  if (const auto usual = only_country_with(group); usual != kNoActor) {
    for (auto token = begin_; token < limit_; ++token) {
      if (at(token) == usual) return usual;
    }
    for (auto i = mentions_.size(); i > farthest; --i) {
      for (const auto& who : mentions_[i - 1].who) {
        if (who.actor == usual || who.country == usual) return usual;
      }
    }
  }
  for (auto i = mentions_.size(); i > farthest; --i) {
    const auto& mention = mentions_[i - 1];
    if (mention.last + kMostTokens < first) break;
    const bool armed = mention.kind == MentionKind::group && mention.who.size() == 1 && mention.who.front().country != kNoActor && mention.who.front().id.find(kOf) != std::string::npos;
    if (armed && is_country(mention.who.front().country)) return mention.who.front().country;
  }
  for (auto token = first; token > begin_; --token) {
    if (const auto country = at(token - 1); country != kNoActor) return country;
  }
  // What the sentences before are about stands first in them.
  const auto& sentences = words_.text().sentences;
  auto s = std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& x) { return x.last <= begin_; });
  while (s != sentences.begin() && std::prev(s)->block == s->block && std::prev(s)->first + kMostTokens > first) {
    --s;
    for (auto token = s->first; token < s->last; ++token) {
      if (const auto country = at(token); country != kNoActor) return country;
    }
  }
  // In what it tells, where that happened: an adjective is as likely the enemy's.
  for (auto token = last; token < limit_; ++token) {
    const auto& atom = words_.atom(token);
    const bool place = atom.last != 0 && (atom.place != kNoActor || (token > last && words_.at(token - 1).own.has_any({Word::locative, Word::of_preposition})));
    if (const auto country = at(token); place && country != kNoActor) return country;
  }
  return kNoActor;
}

// "De Russische delegatie ... de Oekraïense delegatie ... de delegaties": all of the kind that were told of not long ago.
std::vector<ActorId> MentionFinder::groups_before(std::uint32_t group) const {
  std::vector<ActorId> found;
  for (auto i = mentions_.size(); i > 0 && i + kFarthestGroup > mentions_.size(); --i) {
    const auto& m = mentions_[i - 1];
    if (m.kind != MentionKind::group || m.head >= begin_ || words_.atom(m.head).group != group) continue;
    for (const auto& who : m.who) {
      if (std::find(found.begin(), found.end(), who) == found.end()) found.insert(found.begin(), who);
    }
  }
  return found;
}

// The group of that kind that was spoken of last, not long ago; "het persbureau" is not "de Russische media".
const Mention* MentionFinder::last_group(std::uint32_t group, bool government, bool several) const {
  for (auto i = mentions_.size(); i > 0 && i + kFarthestGroup > mentions_.size(); --i) {
    const auto& m = mentions_[i - 1];
    if (m.kind != MentionKind::group || m.who.empty() || m.head >= begin_ || (m.plural && !several && !government)) continue;
    if (government ? words_.is(m.head, Word::government) : group != kNoActor && words_.atom(m.head).group == group) return &m;
  }
  return nullptr;
}

}  // namespace kroniek
