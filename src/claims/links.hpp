// Which claims answer one another.
#pragma once

#include "find_claims.hpp"

namespace kroniek {

// Fills in `denies` and `contradicts` of `result.claims`, which stand in the order of `hits` and have their ids
// and their events. A denial goes to what it shares its words with, or to what was said just before it;
// claims contradict one another if one tells what the other negates. Quadratic in the claims of a document.
void link_claims(const Text& text, const Lexicon& lexicon, const std::vector<ClaimHit>& hits, Extraction& result);

}  // namespace kroniek
