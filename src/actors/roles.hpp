// Who holds which office, and how actors are named by office and country where nobody is known.
#pragma once

#include "gazetteer.hpp"
#include "mentions.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

// When an office is meant to be held, seen from the day of the text.
enum class Term : std::uint8_t { now, former, incoming };

// The person, country or organisation of the gazetteer.
ActorId actor_id(const Gazetteer& gazetteer, std::uint32_t actor);
// Whether the two act for the same country, organisation or person.
bool same_side(const ActorId& a, const ActorId& b);
// Whether it is known of both for whom they act, and not the same.
bool opposed(const ActorId& a, const ActorId& b);
// ROLE-of-COUNTRY, or ROLE where no country is known. The actor itself where the gazetteer has one by that id.
ActorId role_id(const Gazetteer& gazetteer, std::string_view role, std::string_view shown, std::uint32_t country);
// An unnamed spokesperson's id begins with it; whose he is follows, if that is known.
inline constexpr std::string_view kSpokesperson = "spokesperson", kSpeaksFor = "spokesperson-of-";
// Somebody's spokesperson whose name is not told.
ActorId spokesperson_of(const ActorId& whose, std::string_view shown);
// Between a role or group and its country or body: "army-of-peru".
inline constexpr std::string_view kOf = "-of-";
// Whether it is an unnamed role or group of a country or body.
inline bool is_role_of(const ActorId& who) { return who.actor == kNoActor && who.id.find(kOf) != std::string::npos; }
// Whether it is somebody's spokesperson, named or not.
bool is_spokesperson(const Gazetteer& gazetteer, const ActorId& who);
// Whether it is a newspaper, an agency or the like, which speaks for no country.
bool is_media(const Gazetteer& gazetteer, const ActorId& who);
// The name in ASCII lower case, words joined with '-'.
std::string id_from_name(std::string_view name);

// Which offices a word means: the very one, or also those of its kind, as a foreign minister is a minister.
struct OfficeWord {
  std::uint32_t office = 0;
  bool wide = false;
};
bool means(const Gazetteer& gazetteer, OfficeWord word, std::uint32_t office);
// Whether the actor has such an office of the country, or any country if it is kNoActor.
bool holds(const Gazetteer& gazetteer, std::uint32_t actor, OfficeWord word, std::uint32_t country, Day day, Term term);
// All who do. For `former` those before the present holder, last first; for `incoming` the next first.
std::vector<std::uint32_t> holders(const Gazetteer& gazetteer, OfficeWord word, std::uint32_t country, Day day, Term term);

// Who has in `country` the office that the actor has at home; kNoActor if that is not certain.
std::uint32_t counterpart_of(const Gazetteer& gazetteer, std::uint32_t actor, std::uint32_t country, Day day);
// Who had the actor's office before, or has it after him.
std::uint32_t predecessor_of(const Gazetteer& gazetteer, std::uint32_t actor, Day day);
std::uint32_t successor_of(const Gazetteer& gazetteer, std::uint32_t actor, Day day);

}  // namespace kroniek
