// Who "I" and "we" are in quotations.
#pragma once

#include "../clauses/clauses.hpp"
#include "find_claims.hpp"

#include <vector>

namespace kroniek {

// Gives first persons inside direct claims a mention of whoever speaks, behind the others in `mentions`.
void name_first_persons(const Text& text, const Lexicon& lexicon, ClassId first_person, const std::vector<ClaimHit>& claims, std::vector<Parse>& parses, std::vector<Mention>& mentions);

}  // namespace kroniek
