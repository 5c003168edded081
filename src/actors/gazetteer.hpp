// The actors and places that a pack knows by name.
#pragma once

#include "../rules/lexicon.hpp"

#include <kroniek/date.hpp>
#include <kroniek/diagnostic.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kroniek {

inline constexpr std::uint32_t kNoActor = 0xFFFFFFFF;

// An office that somebody holds; days outside [from, until) are somebody else's.
struct Tenure {
  std::uint32_t office = 0;       // index into Gazetteer::offices
  std::uint32_t of = kNoActor;    // the country or organisation
  Day from = kOpenPast, until = kOpenFuture;
};

struct Actor {
  std::string id, kind, name, wikidata;
  std::string brief;                   // a person's name where the full one is known: "Poetin"; or empty
  std::string alphabet;                // of a country that writes in another than ours
  char sex = 0;                        // 'm', 'f' or 0
  std::uint32_t country = kNoActor;    // index into Gazetteer::actors
  std::uint32_t at_war = kNoActor;     // with whom a country is
  std::vector<Tenure> tenures;
  template <class A>
  void fields(A& a) { a(id, kind, name, wikidata, brief, alphabet, sex, country, at_war, tenures); }
};

struct Place {
  std::string id, name, kind, in, wikidata;
  std::uint32_t country = kNoActor;
  template <class A>
  void fields(A& a) { a(id, name, kind, in, wikidata, country); }
};

// An office ("president") or a group ("delegation"): the ROLE of ROLE-of-COUNTRY.
struct Role {
  std::string id;
  std::string name;  // its first noun, for display
  template <class A>
  void fields(A& a) { a(id, name); }
};

// Lexicon classes: `actor` and one a kind (`person`, `country`, `organisation`, `media`, ...), `metonym`,
// `nationality` (adjectives), `people` (demonyms), `place`; their values index actors or places. `office` and
// `group` index offices and groups.
struct Gazetteer {
  std::vector<Actor> actors;
  std::vector<Place> places;
  std::vector<Role> offices, groups;
  std::vector<std::uint32_t> homes;  // countries whose newspapers the language has, the first one mostly

  // Made by index(): actors by their ids, who ever had an office, who are at war, whose name is spelt in several ways, and of which countries offices are known.
  struct OfficeHolder {
    std::uint32_t office, actor;
    friend auto operator<=>(const OfficeHolder&, const OfficeHolder&) = default;
  };
  std::vector<std::uint32_t> by_id;
  std::vector<OfficeHolder> by_office;
  std::vector<std::pair<std::string, std::uint32_t>> by_sound;  // family names from another alphabet
  std::vector<std::pair<std::uint32_t, std::uint32_t>> wars;
  std::vector<std::uint8_t> has_offices;
  void index();

  std::uint32_t find_actor(std::string_view id) const;
  // The person whose name, from another alphabet, may be spelt so; kNoActor if none or several are known.
  std::uint32_t find_by_sound(std::string_view family, std::string_view initial) const;
  // The holder of the office on a day; kNoActor if none or several are known.
  std::uint32_t holder(std::uint32_t office, std::uint32_t of, Day day) const;

  template <class A>
  void fields(A& a) { a(actors, places, offices, groups, homes, by_id, by_office, by_sound, wars, has_offices); }
};

// Reads actors/ and places/ of a pack and adds their names to the lexicon.
Gazetteer read_gazetteer(const std::filesystem::path& pack_folder, LexiconBuilder& builder, std::vector<Diagnostic>& diagnostics);

}  // namespace kroniek
