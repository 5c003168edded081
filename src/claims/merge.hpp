// Which of several drafts about the same words stays.
#pragma once

#include "context.hpp"
#include "speakers.hpp"

namespace kroniek {

// "Kyiv zou ... hebben gebruikt" right behind something told by a speaker is his too. Appends to `here`,
// the drafts of the sentence; `before` are those of the sentences before it.
void continue_hearsay(const ClaimContext& context, const SpeakerFinder& finder, std::uint32_t sentence, const std::vector<Draft>& before, std::vector<Draft>& here);

// Drops drafts that say again what another says: nested ones of one speaker, "according to" around a verb of
// saying (which becomes a chain), headings that the text repeats.
std::vector<Draft> merge_drafts(const ClaimContext& context, std::vector<Draft> drafts);

}  // namespace kroniek
