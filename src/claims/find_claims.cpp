#include "find_claims.hpp"

#include "../timeline/evidence.hpp"
#include "claim_stance.hpp"
#include "context.hpp"
#include "merge.hpp"
#include "quoted.hpp"
#include "source_cues.hpp"
#include "speakers.hpp"
#include "verb_cues.hpp"

#include <algorithm>

namespace kroniek {

namespace {

void by_place(std::vector<Draft>& drafts) {
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
}

bool has_quote_inside(const ClaimContext& context, const Draft& draft) {
  for (const auto& quote : context.quotes) {
    if (quote.closed && quote.open >= draft.first && quote.close < draft.last) return true;
  }
  return false;
}

ClaimHit finish(const ClaimContext& context, const Places& places, const Draft& draft, const ActorId* who) {
  ClaimHit hit;
  hit.sentence = draft.sentence;
  hit.first = draft.first;
  hit.last = draft.last;
  hit.contents = draft.contents;
  hit.hearsay = draft.hearsay;
  hit.speakers_chain = draft.chain;
  auto& claim = hit.claim;
  claim.document = context.document.id;
  claim.at = places.evidence(draft.first, draft.last);
  if (who != nullptr) {
    claim.speaker = {who->id, who->name, "speaker", who->wikidata};
    hit.speakers_chain.push_back(*who);
  } else {
    claim.speaker = {"unknown", draft.speakers.words, "speaker", ""};
  }
  claim.cue = places.evidence(draft.cue_first, draft.cue_last);
  claim.kind = draft.direct ? "direct" : has_quote_inside(context, draft) ? "mixed" : "indirect";
  claim.stance = name_of(draft.stance);
  for (const auto& [first, last] : draft.contents) claim.contents.push_back(places.evidence(first, last));
  claim.rule = draft.rule;
  return hit;
}

}  // namespace

std::vector<ClaimHit> find_claims(const Document& document, const Known& known, const std::vector<Parse>& parses, const std::vector<Quote>& quotes,
                                  const ClaimRules& rules, Trace* trace) {
  ClaimContext context(document, known, parses, quotes, rules);
  context.trace = trace;
  SpeakerFinder speakers(context);
  VerbCues verbs(context, speakers);
  SourceCues sources(context, speakers);
  std::vector<Draft> drafts;
  std::uint32_t block = 0xFFFFFFFF;
  for (std::uint32_t s = 0; s < parses.size(); ++s) {
    if (context.sentence(s).block != block) block = context.sentence(s).block;
    std::vector<Draft> here;
    verbs.find(s, here);
    sources.find(s, here);
    const auto kind = context.block_kind(s);
    for (auto& draft : here) draft.heading = kind != BlockKind::paragraph && kind != BlockKind::list_item;
    by_place(here);
    continue_hearsay(context, s, drafts, here);
    for (const auto& draft : here) {
      if (!draft.speakers.who.empty() && context.inside(draft.cue_first) == kNoQuote && !draft.heading) speakers.told(draft.speakers, draft.cue_first);
    }
    drafts.insert(drafts.end(), std::make_move_iterator(here.begin()), std::make_move_iterator(here.end()));
  }
  refine_quoted(context, drafts);
  by_place(drafts);
  add_floating(context, speakers, drafts);
  by_place(drafts);
  add_repeats(context, drafts);
  for (auto& draft : drafts) draft.stance = stance_of(context, speakers, draft);
  drafts = merge_drafts(context, std::move(drafts));
  by_place(drafts);

  const Places places(document, known.text);
  std::vector<ClaimHit> hits;
  for (const auto& draft : drafts) {
    if (draft.speakers.who.empty()) hits.push_back(finish(context, places, draft, nullptr));
    for (const auto& who : draft.speakers.who) hits.push_back(finish(context, places, draft, &who));
  }
  return hits;
}

}  // namespace kroniek
