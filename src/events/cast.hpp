// Who takes part in an event, as numbers that are quick to compare.
#pragma once

#include "find_events.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace kroniek {

using People = std::vector<std::uint32_t>;  // sorted

struct Cast {
  People people;
  People sides;  // their countries, where they have one
};

// Gives out those numbers.
class Participants {
 public:
  explicit Participants(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  Cast of(const EventHit& hit) { return {people(hit), sides(hit)}; }
  People people(const EventHit& hit);
  // A group of a country that the other mention names goes by that name: they are no third party.
  void name_country(EventHit& hit, const EventHit& other) const;

 private:
  People sides(const EventHit& hit);
  bool acts_for_country(const ActorId& who) const;
  template <class Key>
  People numbered(const EventHit& hit, Key key);

  const Gazetteer& gazetteer_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace kroniek
