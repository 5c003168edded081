// Everything that the stages find out about one document, for those who want more than the result.
#pragma once

#include "../claims/find_claims.hpp"
#include "../clauses/clauses.hpp"
#include "../events/find_events.hpp"
#include "../rules/trace.hpp"
#include "../time/find_times.hpp"

#include <kroniek/kroniek.hpp>

#include <vector>

namespace kroniek {

struct Analysis {
  Text text;                     // its bytes are the document's
  TimeFindings times;
  std::vector<Mention> mentions;
  std::vector<Parse> parses;     // one a sentence
  std::vector<ClaimHit> claims;  // as in `extraction.claims`
  std::vector<EventHit> hits;    // as in `extraction.events`
  Extraction extraction;
};

// The document and the pack must outlive the result. `trace` may be null.
Analysis analyse(const Document& document, const Pack& pack, Style style, Trace* trace = nullptr);

}  // namespace kroniek
