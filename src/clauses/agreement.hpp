// Number: which phrase a finite verb agrees with, and what follows from it.
#pragma once

#include "clauses.hpp"

#include <span>

namespace kroniek {

bool is_plural(const Known& known, const Parse& parse, std::uint32_t phrase);
// Whether the number of the finite verb speaks against the phrase as its subject.
bool disagrees(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t phrase, const Clause& clause);
// "Dinsdag belde X met Y en reisde Z naar Oslo": behind a clause whose subject stands behind its verb, one that begins with its
// verb may have a subject of its own. `bare`: its phrases without a preposition, in order.
bool has_own_subject(const Known& known, const GrammarClasses& classes, const Parse& parse, const Clause& clause, std::span<const std::uint32_t> bare);

}  // namespace kroniek
