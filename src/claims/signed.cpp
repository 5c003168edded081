#include "signed.hpp"

#include <algorithm>

namespace kroniek {

namespace {

const Mention* mention_at(const ClaimContext& context, TokenId token) {
  const auto& mentions = context.known.mentions;
  const auto it = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.first < token; });
  return it != mentions.end() && it->first == token ? &*it : nullptr;
}

bool named_person(const Mention& mention) { return mention.kind == MentionKind::name && mention.person && !mention.genitive && mention.who.size() == 1; }

// One past the block's last token.
TokenId block_end(const ClaimContext& context, std::uint32_t block, TokenId from) {
  const auto& sentences = context.text().sentences;
  auto it = std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.last <= from; });
  TokenId end = from;
  for (; it != sentences.end() && it->block == block; ++it) end = it->last;
  return end;
}

bool verbless(const ClaimContext& context, TokenSpan span) {
  constexpr TokenId kLongest = 20;  // a name and an office
  if (span.second > span.first + kLongest) return false;
  for (auto token = span.first; token < span.second; ++token) {
    if (context.quote_at[token] != kNoQuote) return false;
    const auto form = context.text().tokens[token].form;
    if (context.text().tokens[token].has(kCapital)) continue;
    const auto& readings = context.known.lexicon.readings(form);
    const bool verb = std::any_of(readings.begin(), readings.end(), [](const Reading& r) { return r.pos == Pos::verb; });
    const bool other = std::any_of(readings.begin(), readings.end(), [](const Reading& r) { return r.pos != Pos::verb; });
    if (verb && !other) return false;
  }
  return true;
}

}  // namespace

void add_signed(const ClaimContext& context, std::vector<Draft>& drafts) {
  const auto& sentences = context.text().sentences;
  std::vector<Draft> added;
  for (std::uint32_t q = 0; q < context.quotes.size(); ++q) {
    const auto& quote = context.quotes[q];
    if (quote.outer != kNoQuote || quote.continues || !quote.closed || !context.utterance(quote)) continue;
    const auto at = std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.last <= quote.open; });
    if (at == sentences.end() || at->first != quote.open || at->block != quote.block || (at != sentences.begin() && std::prev(at)->block == quote.block)) continue;
    auto token = quote.end();
    const auto end = block_end(context, quote.block, quote.open);
    while (token < end && context.punctuation(token) && context.mark_of[token] == kNoQuote && context.text().word(token) != ":") ++token;
    const auto* mention = token < end ? mention_at(context, token) : nullptr;
    if (mention == nullptr || !named_person(*mention) || !verbless(context, {token, end})) continue;
    Draft draft;
    draft.sentence = static_cast<std::uint32_t>(at - sentences.begin());
    draft.rule = "claims.signed";
    draft.direct = true;
    draft.contents = {{quote.open, quote.end()}};
    draft.first = quote.open;
    draft.last = end;
    draft.speakers.found = true;
    draft.speakers.who = mention->who;
    added.push_back(std::move(draft));
  }
  if (added.empty()) return;
  // What else was read in these paragraphs is part of what is quoted there.
  std::erase_if(drafts, [&](const Draft& d) {
    const auto it = std::partition_point(added.begin(), added.end(), [&](const Draft& a) { return a.last <= d.first; });
    return it != added.end() && it->first <= d.first && d.last <= it->last && d.direct;
  });
  drafts.insert(drafts.end(), added.begin(), added.end());
}

void name_later(const ClaimContext& context, std::vector<Draft>& drafts) {
  const auto& mentions = context.known.mentions;
  const auto named = std::find_if(mentions.begin(), mentions.end(), named_person);
  if (named == mentions.end()) return;
  const auto& sentences = context.text().sentences;
  const auto sentence_of = [&](TokenId token) { return std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.last <= token; }); };
  for (auto& draft : drafts) {
    if (draft.cue_last > named->first || draft.cue_first == draft.cue_last) continue;
    const auto& who = draft.speakers.who;
    // "hij", or an office of no country
    const bool office = who.size() == 1 && who.front().actor == kNoActor && who.front().country == kNoActor && draft.speakers.phrase != kNone;
    if (!draft.speakers.pronoun && !office && !(who.empty() && draft.pronoun_cue)) continue;
    if (office) {
      const auto& parse = context.parses[draft.sentence];
      const auto& head = parse.atoms[parse.phrases[draft.speakers.phrase].head];
      if (head.mention == kNone || context.known.mentions[head.mention].kind != MentionKind::office || context.known.mentions[head.mention].plural) continue;
      const auto form = context.text().tokens[context.known.mentions[head.mention].first].form;
      if (context.is(form, context.grammar.indefinite)) continue;  // "volgens een diplomaat": he stays nameless
    }
    const auto said = sentence_of(draft.cue_first), later = sentence_of(named->first);
    if (later - said != 1 || said->block != later->block) continue;
    draft.speakers.who = named->who;
    draft.speakers.pronoun = false;
  }
}

}  // namespace kroniek
