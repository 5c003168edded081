// Who acts in an infinitive, and on what.
#pragma once

#include "atoms.hpp"
#include "clauses.hpp"

namespace kroniek {

// Whether somebody is named in the phrase, other than in an adjective or as an owner.
bool names_actor(const Parse& parse, std::uint32_t phrase);

// The phrase of the clause whose actor is asked, sent or told to do what an infinitive below it tells; kNone: its subject
// does so. `purpose`: the infinitive has an opener of its own ("om").
std::uint32_t asked_to_act(const Lexicon& lexicon, const GrammarClasses& classes, const Parse& parse, const Clause& above, bool purpose);

// "het besluit van X om te": the noun right before the infinitive, or that to which what stands right before it belongs.
std::uint32_t governing_noun(const Lexicon& lexicon, const GrammarClasses& classes, const Parse& parse, const Clause& infinitive, const Clause& above);

// "dat Peru de stad probeert te veroveren": the object before the verb that governs the infinitive at once is that of the infinitive.
void take_object_before(const Lexicon& lexicon, const GrammarClasses& classes, Parse& parse, Clause& infinitive);

}  // namespace kroniek
