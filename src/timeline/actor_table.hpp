// Who stands for whom: a president and his country, an office and its holder, a delegation and its state.
#pragma once

#include "../actors/gazetteer.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kroniek {

enum class Likeness : std::uint8_t { none, stands_for, same };

// Gives each actor id a number, and compares by number.
class ActorTable {
 public:
  using Number = std::uint32_t;

  explicit ActorTable(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  Number number(const std::string& id);
  Likeness compare(Number a, Number b) const;
  // A number that any two actors share who are the same or stand for one another.
  Number side(Number actor) const { return actors_[actor].country != kNobody ? actors_[actor].country : actor; }
  std::size_t size() const { return actors_.size(); }

 private:
  static constexpr Number kNobody = 0xFFFFFFFF;
  struct Row {
    Number country = kNobody;        // whose it is; of a country itself, too
    std::uint32_t actor = kNoActor;  // in the gazetteer
    std::uint32_t office = kNobody;  // of ROLE-of-COUNTRY, an index into Gazetteer::offices
    bool person = false;             // one human being, by name or by office
    bool is_country = false;
  };
  Row describe(const std::string& id);
  bool holds(const Row& person, const Row& office) const;

  const Gazetteer& gazetteer_;
  std::unordered_map<std::string, Number> numbers_;
  std::vector<Row> actors_;
};

}  // namespace kroniek
