#include "block_heads.hpp"

#include <algorithm>

namespace kroniek {

namespace {

bool separates(std::string_view word) { return word == "-" || word == "\u2013" || word == "\u2014" || word == ":" || word == "|"; }

}  // namespace

BlockHeads::BlockHeads(const Document& document, const Text& text)
    : document_(&document), text_(&text), first_(document.blocks.size(), 0), last_(document.blocks.size(), 0), own_(document.blocks.size()), section_(document.blocks.size(), 0) {
  for (std::uint32_t block = 0; block < section_.size(); ++block) {
    const auto kind = document.blocks[block].kind;
    section_[block] = kind == BlockKind::title || kind == BlockKind::heading ? block + 1 : block == 0 ? 0 : section_[block - 1];
  }
  for (const auto& sentence : text.sentences) {
    if (last_[sentence.block] == 0) first_[sentence.block] = sentence.first;
    last_[sentence.block] = sentence.last;
  }
  for (std::size_t block = 0; block < first_.size(); ++block) {
    while (first_[block] < last_[block] && text.tokens[first_[block]].has(kPunct)) ++first_[block];
  }
}

BlockHeads::BlockHeads(const Document& document, const Text& text, const std::vector<TimeHit>& hits) : BlockHeads(document, text) {
  for (std::size_t i = 0; i < hits.size(); ++i) add(hits[i], static_cast<std::int32_t>(i));
}

std::uint32_t BlockHeads::block_of(TokenId token) const {
  const auto sentence = std::upper_bound(text_->sentences.begin(), text_->sentences.end(), token, [](TokenId t, const Sentence& s) { return t < s.first; });
  return sentence == text_->sentences.begin() ? 0 : (sentence - 1)->block;
}

bool BlockHeads::stands_as_head(TokenId first, TokenId last) const {
  const auto block = block_of(first);
  if (first != first_[block] || document_->blocks[block].kind == BlockKind::title) return false;
  return (last < last_[block] && separates(text_->word(last))) || ends(block, last);
}

// Nothing but marks stands behind.
bool BlockHeads::ends(std::uint32_t block, TokenId last) const {
  while (last < last_[block] && text_->tokens[last].has(kPunct)) ++last;
  return last >= last_[block];
}

void BlockHeads::add(const TimeHit& hit, std::int32_t index) {
  const bool clock = hit.kind == TimeKind::clock;
  const bool dates = hit.kind == TimeKind::point && hit.grain >= Grain::day && hit.grain <= Grain::year && hit.expression.date && !hit.expression.date->is_open();
  if ((!clock && !dates) || !stands_as_head(hit.first, hit.last)) return;
  const auto block = block_of(hit.first);
  const bool alone = document_->blocks[block].kind == BlockKind::heading || ends(block, hit.last);
  own_[block] = {index, alone, clock};
  dates_ += !clock;
  if (alone) alone_.push_back(block);
}

BlockHead BlockHeads::of(std::uint32_t block) const {
  if (own_[block].time >= 0) return own_[block];
  const auto above = std::upper_bound(alone_.begin(), alone_.end(), block);
  if (above == alone_.begin()) return {};
  const auto head = *(above - 1);
  // Under an hour of a live blog stands a heading of its own.
  const bool reaches = section_[block] <= head + 1 || (own_[head].clock && section_[block] == head + 2);
  return reaches ? own_[head] : BlockHead{};
}

}  // namespace kroniek
