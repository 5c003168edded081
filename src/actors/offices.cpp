#include "offices.hpp"

#include <algorithm>

namespace kroniek {

namespace {

constexpr std::size_t kFarthest = 400;  // mentions to look back

}  // namespace

void Offices::learn(const OfficeUse& use, const ActorId& who) { learnt_.push_back({use.office, use.country, use.place, who}); }

bool Offices::may_be(OfficeWord word, const ActorId& who) const {
  const auto& gazetteer = words_.gazetteer();
  if (holds(gazetteer, who.actor, word, kNoActor, day_, Term::now)) return true;
  return std::any_of(learnt_.begin(), learnt_.end(), [&](const Learnt& l) { return l.who.id == who.id && means(gazetteer, word, l.office); });
}

template <class Wanted>
ActorId Offices::last_mentioned(Wanted wanted) const {
  const auto farthest = mentions_.size() > kFarthest ? mentions_.size() - kFarthest : 0;
  for (auto i = mentions_.size(); i > farthest; --i) {
    for (const auto& who : mentions_[i - 1].who) {
      if (who.actor != kNoActor && wanted(who.actor)) return who;
    }
  }
  return {};
}

ActorId Offices::in_country(const OfficeUse& use) const {
  const auto& gazetteer = words_.gazetteer();
  if (use.place != kNoActor) {
    // "de gouverneur van Charkov"
    const auto& role = gazetteer.offices[use.office].id;
    ActorId who{role + std::string(kOf) + gazetteer.places[use.place].id, std::string(use.shown), "", kNoActor, use.country};
    for (auto l = learnt_.rbegin(); l != learnt_.rend() && !use.indefinite; ++l) {
      if (l->place == use.place && means(gazetteer, use.word(), l->office)) return l->who;
    }
    return who;
  }
  const auto found = use.named ? holders(gazetteer, use.word(), use.country, day_, use.term) : std::vector<std::uint32_t>();
  if (!use.indefinite || (use.one_holder && use.term == Term::now)) {
    // "de gezant" may be the one for a region, if it is he who was named.
    const auto named = [&](std::uint32_t actor) {
      return std::find(found.begin(), found.end(), actor) != found.end() || (use.named && use.wide && holds(gazetteer, actor, use.word(), use.country, day_, use.term));
    };
    if (auto who = last_mentioned(named); !who.id.empty()) return who;
    if (found.size() == 1 || (use.term != Term::now && !found.empty())) return actor_id(gazetteer, found.front());
    for (auto l = learnt_.rbegin(); l != learnt_.rend(); ++l) {
      if (l->country == use.country && means(gazetteer, use.word(), l->office)) return l->who;
    }
    // An office that there is but one of in the world, however its body is called: "Commissievoorzitter".
    if (found.empty() && gazetteer.actors[use.country].kind != "country") {
      if (const auto any = holders(gazetteer, {use.office, false}, kNoActor, day_, use.term); any.size() == 1) return actor_id(gazetteer, any.front());
    }
  }
  return role_id(gazetteer, gazetteer.offices[use.office].id, use.shown, use.country);
}

// The nearest person who has the office; in a sentence the first, who is mostly its subject. The sentence
// itself comes after the one before it: its own subject would be called "hij".
ActorId Offices::mentioned_before(const OfficeUse& use) const {
  const auto& gazetteer = words_.gazetteer();
  const auto& sentences = words_.text().sentences;
  auto s = static_cast<std::size_t>(std::upper_bound(sentences.begin(), sentences.end(), use.at, [](TokenId t, const Sentence& x) { return t < x.first; }) - sentences.begin());
  if (s == 0) return {};
  --s;
  // `acting`: not who is named behind a preposition only ("voor Poetin kiezen").
  const auto in_sentence = [&](const Sentence& sentence, bool acting) -> ActorId {
    auto i = std::lower_bound(mentions_.begin(), mentions_.end(), sentence.first, [](const Mention& m, TokenId t) { return m.first < t; });
    ActorId found;
    for (; i != mentions_.end() && i->first < std::min(sentence.last, use.at); ++i) {
      if (!i->person || i->plural || i->who.size() != 1) continue;
      // "X vroeg erom, maar Y zweeg": who has a clause of his own behind the first
      const bool next_clause = i->first > sentence.first + 1 && words_.is(i->first - 1, Word::coordinator) && words_.punct(i->first - 2) && i->last < sentence.last && words_.at(i->last).finite;
      if (!found.id.empty() && !(acting && next_clause)) continue;
      if (acting && i->first > sentence.first && words_.is(i->first - 1, Word::preposition) && !words_.is(i->first - 1, Word::according)) continue;
      // "een Oekraïense woordvoerder ... de woordvoerder"
      const auto office = i->kind == MentionKind::office ? words_.atom(i->head).office : kNoActor;
      if ((office != kNoActor && means(gazetteer, use.word(), office)) || may_be(use.word(), i->who.front())) found = i->who.front();
    }
    return found;
  };
  constexpr std::size_t kNear = 2, kActing = 3, kFar = 100;  // sentences; bounded, so that time stays linear
  const auto nearest = [&](std::size_t back, std::size_t farthest, bool acting) -> ActorId {
    for (; back <= farthest && back <= s; ++back) {
      if (auto who = in_sentence(sentences[s - back], acting); !who.id.empty()) return who;
    }
    return {};
  };
  if (auto who = nearest(1, kActing, true); !who.id.empty()) return who;
  if (auto who = nearest(1, kNear, false); !who.id.empty()) return who;
  return nearest(0, kFar, false);
}

std::map<std::uint32_t, int> Offices::country_counts() const {
  std::map<std::uint32_t, int> counts;
  for (const auto& mention : mentions_) {
    for (const auto& who : mention.who) {
      if (who.country != kNoActor) ++counts[who.country];
    }
  }
  return counts;
}

// The holder in the country that the text is most about, of those that have one.
ActorId Offices::by_topic(const OfficeUse& use) const {
  const auto& gazetteer = words_.gazetteer();
  std::vector<std::pair<int, std::uint32_t>> order;
  for (const auto& [country, count] : country_counts()) order.emplace_back(-count, country);
  std::sort(order.begin(), order.end());
  for (const auto& [count, country] : order) {
    const auto found = holders(gazetteer, use.word(), country, day_, use.term);
    if (found.size() == 1) return actor_id(gazetteer, found.front());
  }
  return {};
}

ActorId Offices::resolve(const OfficeUse& use) const {
  const auto& gazetteer = words_.gazetteer();
  if (use.target != kNoActor) {
    const auto id = gazetteer.actors[use.target].id + "-" + gazetteer.offices[use.office].id;
    for (std::uint32_t office = 0; office < gazetteer.offices.size(); ++office) {
      if (gazetteer.offices[office].id != id) continue;
      const auto found = holders(gazetteer, {office, false}, use.country, day_, use.term);
      if (found.size() == 1) return actor_id(gazetteer, found.front());
    }
  }
  if (use.country != kNoActor) return in_country(use);
  if (use.bare && !use.named) return {};
  if (use.named && !use.indefinite && (use.definite || use.bare)) {
    if (use.term == Term::now) {
      if (auto who = mentioned_before(use); !who.id.empty()) return who;
    }
    if (use.bare) return {};
    const auto found = holders(gazetteer, use.word(), kNoActor, day_, use.term);
    if (found.size() == 1) return actor_id(gazetteer, found.front());
    if (auto who = last_mentioned([&](std::uint32_t actor) { return std::find(found.begin(), found.end(), actor) != found.end(); }); !who.id.empty()) return who;
    if (use.term == Term::now) {
      if (auto who = by_topic(use); !who.id.empty()) return who;
    }
  }
  return role_id(gazetteer, gazetteer.offices[use.office].id, use.shown, kNoActor);
}

std::uint32_t Offices::home(TokenId token) const {
  const auto counts = country_counts();
  std::uint32_t best = kNoActor;
  int most = -1;
  for (const auto country : words_.gazetteer().homes) {
    const auto count = counts.find(country);
    if (const int n = count == counts.end() ? 0 : count->second; n > most) {
      best = country;
      most = n;
    }
  }
  const auto ahead = most > 0 ? kNoActor : home_ahead(token);
  return ahead != kNoActor ? ahead : best;
}

// "Ons land levert tanks, zei premier Tolsma": the first that the rest of the paragraph names.
std::uint32_t Offices::home_ahead(TokenId token) const {
  const auto& gazetteer = words_.gazetteer();
  const auto& sentences = words_.text().sentences;
  const auto here = words_.text().sentence_at(token);
  for (auto s = here; s < sentences.size() && sentences[s].block == sentences[here].block; ++s) {
    for (auto t = std::max(token, sentences[s].first); t < sentences[s].last; ++t) {
      const auto& atom = words_.atom(t);
      const auto actor = atom.nationality != kNoActor ? atom.nationality : atom.people != kNoActor ? atom.people : atom.actor;
      if (actor == kNoActor) continue;
      const auto country = gazetteer.actors[actor].country != kNoActor ? gazetteer.actors[actor].country : actor;
      if (std::find(gazetteer.homes.begin(), gazetteer.homes.end(), country) != gazetteer.homes.end()) return country;
    }
  }
  return kNoActor;
}

}  // namespace kroniek
