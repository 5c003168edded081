#include "context.hpp"

#include <algorithm>
#include <bit>

namespace kroniek {

ClaimContext::ClaimContext(const Document& document_, const Known& known_, const GrammarClasses& grammar_, const std::vector<Parse>& parses_,
                           const std::vector<Quote>& quotes_, const Gazetteer& gazetteer_, const ClaimRules& rules_)
    : document(document_), known(known_), grammar(grammar_), parses(parses_), quotes(quotes_), gazetteer(gazetteer_), rules(rules_) {
  quote_at.assign(known.text.tokens.size() + 1, kNoQuote);
  mark_of.assign(known.text.tokens.size() + 1, kNoQuote);
  stances_.resize(known.text.sentences.size());
  searched_.resize(known.text.sentences.size());
  for (std::uint32_t q = 0; q < quotes.size(); ++q) {
    const auto& quote = quotes[q];
    const bool sound = quote.closed || quote.next != kNoQuote || quote.continues;
    if (!sound) continue;
    mark_of[quote.open] = q;
    if (quote.closed) mark_of[quote.close] = q;
    for (auto token = quote.open; token < quote.end(); ++token) {
      if (quote_at[token] == kNoQuote) quote_at[token] = q;
    }
  }
}

std::span<const Mention> ClaimContext::mentions_before(TokenId token) const {
  constexpr std::size_t kFar = 1024;
  const auto end = static_cast<std::size_t>(std::partition_point(known.mentions.begin(), known.mentions.end(), [&](const Mention& m) { return m.first < token; }) - known.mentions.begin());
  const auto count = std::min(kFar, end);
  return std::span(known.mentions).subspan(end - count, count);
}

bool ClaimContext::is_ahead(const TimeHit& hit) const {
  const auto& published = document.published;
  if (!published || !hit.expression.date || hit.expression.type == TimeType::duration) return false;
  return hit.expression.date->earliest > published->date.latest || (!published->date.is_day() && hit.bare && hit.direction == Direction::present);
}

bool ClaimContext::token_is(TokenId token, ClassId cls) const {
  if (!known.text.may_hold(token, cls)) return false;
  const auto& here = known.text.tokens[token];
  if (is(here.form, cls)) return true;
  if (cls == 0 || here.tail == 0) return false;
  for (const auto& reading : known.lexicon.readings(here.tail)) {
    if (known.lexicon.lexeme(reading.lexeme).compound && known.lexicon.is_a(reading.lexeme, cls)) return true;
  }
  return false;
}

TokenSpan ClaimContext::trim(TokenSpan span) const {
  const auto& text = known.text;
  const auto skip = [&](TokenId token) {
    if (!text.tokens[token].has(kPunct)) return is(text.tokens[token].form, grammar.coordinator);
    if (mark_of[token] == kNoQuote) return true;
    const auto& quote = quotes[mark_of[token]];  // a mark stays with its partner
    return quote.open == token ? quote.end() > span.second : quote.open < span.first;
  };
  while (span.first < span.second && skip(span.first)) ++span.first;
  while (span.second > span.first && text.tokens[span.second - 1].has(kPunct) && skip(span.second - 1)) --span.second;
  return span;
}

bool ClaimContext::begins(std::uint32_t pattern, TokenSpan span, TokenId end) const {
  const auto [first, last] = span;
  constexpr TokenId kShort = 64, kBits = 64;
  if (last <= first + kShort) {
    for (auto token = first; token < last; ++token) {
      if (matches_at(pattern, token, end)) return true;
    }
    return false;
  }
  // What ends by `end` is among what ends anywhere.
  const auto anywhere = static_cast<TokenId>(known.text.tokens.size());
  for (auto block = first / kBits; block * kBits < last; ++block) {
    const auto begin = block * kBits;
    auto wanted = ~std::uint64_t{0};
    if (first > begin) wanted &= ~std::uint64_t{0} << (first - begin);
    if (last < begin + kBits) wanted &= ~std::uint64_t{0} >> (begin + kBits - last);
    auto& tried = tried_[std::uint64_t{pattern} << 32 | block];
    for (auto left = wanted & ~tried.asked; left != 0; left &= left - 1) {
      if (matches_at(pattern, begin + static_cast<TokenId>(std::countr_zero(left)), anywhere)) tried.holds |= left & ~(left - 1);
    }
    tried.asked |= wanted;
    for (auto left = wanted & tried.holds; left != 0; left &= left - 1) {
      if (matches_at(pattern, begin + static_cast<TokenId>(std::countr_zero(left)), end)) return true;
    }
  }
  return false;
}

bool ClaimContext::holds_stance(std::uint32_t pattern, std::uint32_t index, TokenSpan span) const {
  auto& all = stances_[index];
  if (!searched_[index]) {
    searched_[index] = true;
    std::vector<Match> matches;
    const auto& words = sentence(index);
    for (auto token = words.first; token < words.last; ++token) rules.stance_patterns.match_at(known.text, known.lexicon, token, words.last, matches);
    for (const auto& match : matches) all.emplace_back(match.pattern, match.first);
    std::sort(all.begin(), all.end());
  }
  // One that goes further than the span may have a shorter way.
  for (auto it = std::lower_bound(all.begin(), all.end(), std::pair{pattern, span.first}); it != all.end() && it->first == pattern && it->second < span.second; ++it) {
    if (rules.stance_patterns.matches_at(pattern, known.text, known.lexicon, it->second, span.second)) return true;
  }
  return false;
}

std::uint32_t ClaimContext::inside(TokenId token) const {
  auto best = kNoQuote;
  for (auto q = quote_at[token]; q != kNoQuote && q < quotes.size() && quotes[q].open <= token; ++q) {
    const auto& quote = quotes[q];
    const bool sound = quote.closed || quote.next != kNoQuote || quote.continues;
    if (sound && quote.first() <= token && token < quote.last()) best = q;
  }
  return best;
}

bool ClaimContext::utterance(const Quote& quote) const {
  const auto& text = known.text;
  std::size_t words = 0;
  bool verb = false, capital = false, ends = false;
  for (auto token = quote.first(); token < quote.last(); ++token) {
    const auto& here = text.tokens[token];
    if (here.has(kPunct)) {
      const auto mark = text.word(token);
      ends |= mark == "." || mark == "!" || mark == "?" || mark == "\u2026";
      continue;
    }
    if (words++ == 0) capital = here.has(kCapital) || here.has(kDigits);
    for (const auto& reading : known.lexicon.readings(here.form)) {
      verb |= reading.pos == Pos::verb && reading.verb_form != VerbForm::participle && reading.verb_form != VerbForm::infinitive &&
              reading.verb_form != VerbForm::participle_inflected && reading.verb_form != VerbForm::present_participle;
    }
  }
  return words > 0 && capital && (ends || words >= 5 || (verb && words >= 3));
}

bool ClaimContext::all_quoted(TokenSpan span, std::uint32_t outer) const {
  bool any = false;
  for (auto token = span.first; token < span.second; ++token) {
    if (known.text.tokens[token].has(kPunct)) continue;
    const auto q = inside(token);
    if (q == kNoQuote || q == outer) return false;
    any = true;
  }
  return any;
}

bool is_below(const Parse& parse, std::uint32_t inner, std::uint32_t clause) {
  for (auto at = inner; at != kNone; at = parse.clauses[at].parent) {
    if (at == clause) return true;
  }
  return false;
}

TokenSpan own_span(const Parse& parse, std::uint32_t clause) {
  const auto& atoms = parse.clauses[clause].atoms;
  if (atoms.empty()) return {0, 0};
  return {parse.atoms[atoms.front()].first, parse.atoms[atoms.back()].last};
}

TokenSpan full_span(const Parse& parse, std::uint32_t clause) { return {parse.clauses[clause].first, parse.clauses[clause].last}; }

TokenSpan extent(const Parse& parse, std::uint32_t clause, TokenId around) {
  auto span = full_span(parse, clause);
  for (std::uint32_t c = 0; c < parse.clauses.size(); ++c) {
    const auto& other = parse.clauses[c];
    if (c == clause || other.kind != ClauseKind::main || other.atoms.empty()) continue;
    const auto first = parse.atoms[other.atoms.front()].first;
    if (first > around && first < span.second && !is_below(parse, clause, c)) span.second = first;
  }
  return span;
}

}  // namespace kroniek
