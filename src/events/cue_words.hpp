// Words of a clause that look like a cue of what it tells, but say something of another part of it.
#pragma once

#include "find_events.hpp"

namespace kroniek {

// "X ontvangt vrijdag Y, misschien in Oslo": only the place is in doubt.
bool added_behind(const Parse& parse, const Clause& clause, std::uint32_t word);
// "is klaar met het overleg": who is done with it is not ready for it.
bool done_with(const Lexicon& lexicon, const Parse& parse, std::uint32_t word, ClassId ready, ClassId with);
// "spreken over een mogelijk bestand": the word is of a noun, and not of the talk.
bool is_attribute(const Parse& parse, const Clause& clause, std::uint32_t word);

}  // namespace kroniek
