#include "actor_table.hpp"

#include "../actors/roles.hpp"

#include <algorithm>

namespace kroniek {

ActorTable::Number ActorTable::number(const std::string& id) {
  if (const auto it = numbers_.find(id); it != numbers_.end()) return it->second;
  const auto row = describe(id);  // may number the country first
  const auto number = static_cast<Number>(actors_.size());
  numbers_.emplace(id, number);
  actors_.push_back(row);
  if (row.is_country) actors_.back().country = number;
  return number;
}

ActorTable::Row ActorTable::describe(const std::string& id) {
  Row row;
  row.actor = gazetteer_.find_actor(id);
  if (row.actor != kNoActor) {
    const auto& actor = gazetteer_.actors[row.actor];
    row.person = actor.kind == "person";
    row.is_country = actor.kind == "country";
    // A newspaper is not its country.
    if (!row.is_country && actor.kind != "media" && actor.country != kNoActor) row.country = number(gazetteer_.actors[actor.country].id);
    return row;
  }
  // ROLE-of-COUNTRY
  const auto at = id.rfind(kOf);
  if (at == std::string::npos) return row;
  const auto country = gazetteer_.find_actor(id.substr(at + kOf.size()));
  if (country == kNoActor) return row;
  row.country = number(gazetteer_.actors[country].id);
  const auto role = id.substr(0, at);
  const auto& offices = gazetteer_.offices;
  const auto office = std::find_if(offices.begin(), offices.end(), [&](const Role& r) { return r.id == role; });
  if (office == offices.end()) return row;
  row.office = static_cast<std::uint32_t>(office - offices.begin());
  row.person = true;
  return row;
}

bool ActorTable::holds(const Row& person, const Row& office) const {
  if (person.actor == kNoActor || office.office == kNobody) return false;
  const auto& tenures = gazetteer_.actors[person.actor].tenures;
  return std::any_of(tenures.begin(), tenures.end(), [&](const Tenure& t) { return t.office == office.office; });
}

Likeness ActorTable::compare(Number a, Number b) const {
  if (a == b) return Likeness::same;
  const auto& left = actors_[a];
  const auto& right = actors_[b];
  if (left.country == kNobody || left.country != right.country) return Likeness::none;
  if (left.is_country || right.is_country) return Likeness::stands_for;
  // Two people of one country are two, unless one is named and the other is his office.
  if (left.person && right.person) return holds(left, right) || holds(right, left) ? Likeness::same : Likeness::none;
  return Likeness::stands_for;
}

}  // namespace kroniek
