#include "find_claims.hpp"

#include "claim_stance.hpp"
#include "context.hpp"
#include "merge.hpp"
#include "quoted.hpp"
#include "repeats.hpp"
#include "signed.hpp"
#include "source_cues.hpp"
#include "speakers.hpp"
#include "verb_cues.hpp"

#include <algorithm>

namespace kroniek {

namespace {

void by_place(std::vector<Draft>& drafts) {
  const auto before = [](const Draft& a, const Draft& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; };
  if (!std::is_sorted(drafts.begin(), drafts.end(), before)) std::stable_sort(drafts.begin(), drafts.end(), before);
}

bool has_quote_inside(const ClaimContext& context, const Draft& draft) {
  const auto& quotes = context.quotes;
  auto quote = std::partition_point(quotes.begin(), quotes.end(), [&](const Quote& q) { return q.open < draft.first; });
  for (; quote != quotes.end() && quote->open < draft.last; ++quote) {
    if (quote->closed && quote->close < draft.last) return true;
  }
  return false;
}

// What was said has been said when it is printed: a weekday is the last one, whatever the tense of the quotation.
DateValue said_on(const ClaimContext& context, std::uint32_t time) {
  constexpr int kWeek = 7;
  const auto& hit = context.known.times[time];
  const auto& date = *hit.expression.date;
  // "de grenzen van vóór 2014": nothing was said at a time without a begin.
  if (date.earliest == kOpenPast) return {};
  if (!context.document.published || date.earliest <= context.document.published->date.latest) return date;
  const auto last = context.document.published->date.latest;
  return hit.bare && date.is_day() && date.earliest - kWeek >= kFirstDay && date.earliest - kWeek <= last && date.earliest <= last + kWeek ? on_day(date.earliest - kWeek) : DateValue{};
}

// Quotations that go on, and what the same speaker adds in the same paragraph, were said when the rest was.
void carry_times(const ClaimContext& context, std::vector<Draft>& drafts) {
  const Draft* last = nullptr;
  for (auto& draft : drafts) {
    const bool follows = last != nullptr && context.sentence(last->sentence).block == context.sentence(draft.sentence).block;
    if (draft.time == kNone && follows && draft.direct && last->time != kNone && !draft.speakers.who.empty() && last->speakers.who == draft.speakers.who) draft.time = last->time;
    if (context.inside(draft.cue_first) == kNoQuote) last = &draft;
  }
}

// "X waarschuwde voor de gevolgen. ‘...’": a quotation without a cue, right behind, says what he warned of.
void carry_stances(const ClaimContext& context, std::vector<Draft>& drafts) {
  for (std::size_t i = 1; i < drafts.size(); ++i) {
    const auto& before = drafts[i - 1];
    auto& draft = drafts[i];
    const bool bare = draft.direct && draft.cue_first == draft.cue_last && draft.stance == Stance::asserts && !draft.fixed;
    const bool warned = !before.direct && (before.stance == Stance::warns || before.stance == Stance::accuses || before.stance == Stance::threatens);
    if (!bare || !warned || before.sentence + 1 != draft.sentence || before.speakers.who.empty() || before.speakers.who != draft.speakers.who) continue;
    if (context.sentence(before.sentence).block == context.sentence(draft.sentence).block) draft.stance = before.stance;
  }
}

// A colon with nothing but marks behind it says nothing.
void drop_empty(std::vector<Draft>& drafts) {
  std::erase_if(drafts, [](Draft& draft) { return std::erase_if(draft.contents, [](const TokenSpan& content) { return content.first >= content.second; }) > 0 && draft.contents.empty(); });
}

ClaimHit finish(const ClaimContext& context, const Places& places, const Draft& draft, const ActorId* who) {
  ClaimHit hit;
  hit.sentence = draft.sentence;
  hit.first = draft.first;
  hit.last = draft.last;
  hit.contents = draft.contents;
  hit.hearsay = draft.hearsay;
  if (!draft.source) hit.cue_first = draft.cue_first, hit.cue_last = draft.cue_last;
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
  for (const auto& by : draft.chain) claim.according_to.push_back({by.id, by.name, "speaker", by.wikidata});
  if (draft.time != kNone) claim.date = said_on(context, draft.time);
  return hit;
}

}  // namespace

std::vector<ClaimHit> find_claims(const Document& document, const Known& known, const GrammarClasses& grammar, const std::vector<Parse>& parses, const std::vector<Quote>& quotes,
                                  const Places& places, const Gazetteer& gazetteer, const ClaimRules& rules, Trace* trace) {
  ClaimContext context(document, known, grammar, parses, quotes, gazetteer, rules);
  context.trace = trace;
  SpeakerFinder speakers(context);
  VerbCues verbs(context, speakers);
  SourceCues sources(context, speakers);
  std::vector<Draft> drafts;
  for (std::uint32_t s = 0; s < parses.size(); ++s) {
    std::vector<Draft> here;
    verbs.find(s, here);
    sources.find(s, here);
    const auto kind = context.block_kind(s);
    for (auto& draft : here) draft.heading = kind != BlockKind::paragraph && kind != BlockKind::list_item;
    by_place(here);
    continue_hearsay(context, speakers, s, drafts, here);
    for (const auto& draft : here) {
      if (!draft.speakers.who.empty() && context.inside(draft.cue_first) == kNoQuote && !draft.heading) speakers.told(draft.speakers, draft.cue_first);
    }
    drafts.insert(drafts.end(), std::make_move_iterator(here.begin()), std::make_move_iterator(here.end()));
  }
  refine_quoted(context, drafts);
  name_later(context, drafts);
  add_signed(context, drafts);
  by_place(drafts);
  add_floating(context, speakers, drafts);
  by_place(drafts);
  add_repeats(context, drafts);
  for (auto& draft : drafts) draft.stance = stance_of(context, draft);
  carry_stances(context, drafts);
  drafts = merge_drafts(context, std::move(drafts));
  drop_empty(drafts);
  by_place(drafts);
  carry_times(context, drafts);

  std::vector<ClaimHit> hits;
  for (const auto& draft : drafts) {
    if (draft.speakers.who.empty()) hits.push_back(finish(context, places, draft, nullptr));
    for (const auto& who : draft.speakers.who) hits.push_back(finish(context, places, draft, &who));
  }
  return hits;
}

}  // namespace kroniek
