// Speakers who are named only behind what they say, without a verb or in a sentence of its own.
#pragma once

#include "context.hpp"

namespace kroniek {

// “...” Nora Wiebes, minister: a paragraph of a quotation and who it is by.
void add_signed(const ClaimContext& context, std::vector<Draft>& drafts);
// “...”, zei de president. Daarna vertrok Wiebes: an article that begins with somebody it has yet to name.
void name_later(const ClaimContext& context, std::vector<Draft>& drafts);

}  // namespace kroniek
