// Who else sits at the table of talks, and who only asks the questions.
#include "fillers.hpp"

#include <algorithm>

namespace kroniek {

// "zat met X aan tafel, in het gezelschap van Y"
void RoleFiller::add_attendants(EventHit& hit, const Clause& clause) const {
  const auto& roles = story_.rules.rules[hit.rule].roles;
  const auto role = std::find_if(roles.begin(), roles.end(), [](const RoleRule& r) { return r.role == 0; });
  if (role == roles.end() || people(hit) == 0) return;
  for (const auto p : clause.phrases) {
    const auto preposition = parse_.phrases[p].preposition;
    if (preposition != 0 && lexicon_.in_class(preposition, classes_.attended)) add_phrase(hit, *role, p);
  }
}

// "een gesprek met Reuters": an interview is no talks. Takes the press out; true if it was there.
bool RoleFiller::drop_press(EventHit& hit) const {
  const auto press = [&](const Filler& filler) { return filler.role == 0 && filler.who.actor != kNoActor && story_.gazetteer.actors[filler.who.actor].kind == "media"; };
  return std::erase_if(hit.fillers, press) > 0;
}

}  // namespace kroniek
