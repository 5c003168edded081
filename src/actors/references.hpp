// What refers back to actors: pronouns, possessives, "de bewindsman", "zijn Franse ambtgenoot", "beide landen".
#pragma once

#include "mentions.hpp"

#include <kroniek/document.hpp>

#include <span>
#include <vector>

namespace kroniek {

// What helps but may be missing.
struct ReferenceContext {
  std::span<const Block> blocks;  // of the document: what stands in a title counts for little
  Day day = kOpenPast;            // of publication, for offices
};

class ActorWords;

// Adds the mentions of pronouns and possessives, and says whom the nouns that refer back stand for. Order and
// overlap stay as find_mentions has them. What cannot be told stays with an empty `who`.
void resolve_references(const ActorWords& words, std::vector<Mention>& mentions, const ReferenceContext& context);
void resolve_references(const Text& text, const Lexicon& lexicon, const Gazetteer& gazetteer, std::vector<Mention>& mentions,
                        const ReferenceContext& context = {});

}  // namespace kroniek
