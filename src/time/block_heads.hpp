// Dates that head what is told beneath them: "12 februari – ..." in an overview, "Maandag" over some paragraphs, and
// the hours of a live blog. Under a day "maandag" and "gisteren" count from it, not from the publication.
#pragma once

#include "find_times.hpp"

#include <cstdint>
#include <vector>

namespace kroniek {

struct BlockHead {
  std::int32_t time = -1;  // index of the hit; -1: none
  bool alone = false;      // it stands in a heading or a block of its own, and heads those that follow, up to the next heading
  bool clock = false;      // an hour: what is told is of the day of publication
};

// Learns of the hits in the order of the text; asked of a block when the hits before it are known.
class BlockHeads {
 public:
  // Both must outlive it.
  BlockHeads(const Document& document, const Text& text);
  // Of all hits of a document.
  BlockHeads(const Document& document, const Text& text, const std::vector<TimeHit>& hits);

  void add(const TimeHit& hit, std::int32_t index);
  // What heads the block; a hit that is the head is not headed by itself.
  BlockHead of(std::uint32_t block) const;
  std::uint32_t block_of(TokenId token) const;
  // Whether an expression at [first, last) stands where a head does.
  bool stands_as_head(TokenId first, TokenId last) const;
  // Heads that are dates, among the hits that were added.
  int dates() const { return dates_; }
  // How many of the heads head the blocks that follow.
  std::size_t alone() const { return alone_.size(); }

 private:
  bool ends(std::uint32_t block, TokenId last) const;

  const Document* document_;
  const Text* text_;
  std::vector<TokenId> first_, last_;    // per block, without marks at its begin: [first, last)
  std::vector<BlockHead> own_;           // per block
  std::vector<std::uint32_t> section_;   // per block: the last title or heading up to it, plus one
  int dates_ = 0;
  std::vector<std::uint32_t> alone_;     // blocks whose heads head those that follow
};

}  // namespace kroniek
