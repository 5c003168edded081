// What the words of a claim say about its stance: "must" demands, "we will" promises.
#pragma once

#include "context.hpp"
#include "speakers.hpp"

namespace kroniek {

// The stance of the draft by its cue and its contents.
Stance stance_of(const ClaimContext& context, const Draft& draft);

}  // namespace kroniek
