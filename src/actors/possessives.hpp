// Whether "zijn", "haar" or "hun" is a possessive where it stands, and no verb or object.
#pragma once

#include "words.hpp"

namespace kroniek {

bool is_possessive(const ActorWords& words, TokenId token, const Sentence& sentence);

}  // namespace kroniek
