// Who is reported to have said what.
#pragma once

#include "../actors/gazetteer.hpp"
#include "../clauses/clauses.hpp"
#include "../rules/trace.hpp"
#include "../text/quotes.hpp"
#include "../timeline/evidence.hpp"
#include "claim_rules.hpp"

#include <kroniek/extraction.hpp>

#include <utility>
#include <vector>

namespace kroniek {

struct ClaimHit {
  Claim claim;                 // without `id`, `about` and links; `date` only if its clause tells one
  std::uint32_t sentence = 0;  // of the cue, or the first of a quotation without one
  TokenId first = 0, last = 0;  // whole evidence
  TokenId cue_first = 0, cue_last = 0;  // of a reporting verb or noun; equal: none
  std::vector<std::pair<TokenId, TokenId>> contents;  // what is said, without the words that say who says it
  std::vector<ActorId> speakers_chain;  // from the outermost to the speaker; empty: nobody with a name
  bool hearsay = false;
};

// By first token of the evidence. `parses` holds one parse a sentence. Contents lie inside the evidence of
// their claim, but for those of a pull quote or heading that repeats a quotation.
std::vector<ClaimHit> find_claims(const Document& document, const Known& known, const GrammarClasses& grammar, const std::vector<Parse>& parses, const std::vector<Quote>& quotes,
                                  const Places& places, const Gazetteer& gazetteer, const ClaimRules& rules, Trace* trace = nullptr);

}  // namespace kroniek
