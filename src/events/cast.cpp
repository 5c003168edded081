#include "cast.hpp"

#include "../actors/roles.hpp"

#include <algorithm>

namespace kroniek {

template <class Key>
People Participants::numbered(const EventHit& hit, Key key) {
  People people;
  for (const auto& filler : hit.fillers) {
    if (is_participant(filler)) people.push_back(numbers_.try_emplace(key(filler.who), static_cast<std::uint32_t>(numbers_.size())).first->second);
  }
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  return people;
}

People Participants::people(const EventHit& hit) {
  return numbered(hit, [&](const ActorId& who) -> const std::string& { return acts_for_country(who) ? gazetteer_.actors[who.country].id : who.id; });
}

People Participants::sides(const EventHit& hit) {
  return numbered(hit, [&](const ActorId& who) -> const std::string& { return who.country == kNoActor ? who.id : gazetteer_.actors[who.country].id; });
}

void Participants::name_country(EventHit& hit, const EventHit& other) const {
  for (auto& filler : hit.fillers) {
    if (filler.role != 0 || !acts_for_country(filler.who)) continue;
    const auto country = std::find_if(other.fillers.begin(), other.fillers.end(), [&](const Filler& f) { return f.role == 0 && f.who.id == gazetteer_.actors[filler.who.country].id; });
    if (country != other.fillers.end()) filler.who = country->who;
  }
}

// "de Peruaanse delegatie" is Peru, where another sentence says so.
bool Participants::acts_for_country(const ActorId& who) const {
  if (!is_role_of(who) || who.country == kNoActor) return false;
  const auto role = std::string_view(who.id).substr(0, who.id.find(kOf));
  return std::any_of(gazetteer_.groups.begin(), gazetteer_.groups.end(), [&](const Role& group) { return role == group.id; });
}

}  // namespace kroniek
