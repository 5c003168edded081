// Direct speech: which drafts are quotations, and quotations that have no cue of their own.
#pragma once

#include "context.hpp"
#include "speakers.hpp"

namespace kroniek {

// Finds out which drafts quote their content as a whole, and widens those to their quotation marks.
// A cue that points back ("Dat zei X") takes the sentence before it. `drafts` are in the order of the text.
void refine_quoted(const ClaimContext& context, std::vector<Draft>& drafts);

// Adds a draft for every utterance that no draft covers: its speaker is whoever spoke last, or who is
// interviewed. Continuations of a quoted draft go into that draft.
void add_floating(const ClaimContext& context, const SpeakerFinder& speakers, std::vector<Draft>& drafts);

}  // namespace kroniek
