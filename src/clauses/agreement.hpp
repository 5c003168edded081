// Number: which phrase a finite verb agrees with, and what follows from it.
#pragma once

#include "clauses.hpp"

#include <span>

namespace kroniek {

bool is_plural(const Known& known, const Parse& parse, std::uint32_t phrase);
// Whether the number of the finite verb speaks against the phrase as its subject.
bool disagrees(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t phrase, const Clause& clause);
// "het idee dat het bestand ingaat", "van belang dat de druk wordt opgevoerd": whether "dat", though a noun stands before it, is
// neither the subject nor an object of the clause, which then is what the noun is about. `bare`: phrases without a preposition, in order.
bool has_no_place(const Known& known, const GrammarClasses& classes, const Parse& parse, const Clause& clause, std::span<const std::uint32_t> bare);
// "Dinsdag belde X met Y en reisde Z naar Oslo": behind a clause whose subject stands behind its verb, one that begins with its
// verb may have a subject of its own. `bare`: its phrases without a preposition, in order.
bool has_own_subject(const Known& known, const GrammarClasses& classes, const Parse& parse, const Clause& clause, std::span<const std::uint32_t> bare);

}  // namespace kroniek
