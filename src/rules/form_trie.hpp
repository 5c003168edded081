// Texts to be recognised letter by letter, as one row of cells without pointers.
#pragma once

#include "archive.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace kroniek {

// A double array: where a cell's texts go on with the byte b stands at `next` ^ b, and is labelled b. Where only one text
// is left its rest is compared. ASCII capitals are read as small letters.
class FormTrie {
 public:
  using Key = std::pair<std::string_view, std::uint32_t>;  // a text without ASCII capitals and NUL, and its form, which is not 0
  static constexpr std::uint32_t kMostForms = (1U << 23U) - 1;

  FormTrie() = default;
  // Sorted; of equal texts the first counts.
  explicit FormTrie(const std::vector<Key>& keys);

  // Calls found(form, length) for each text that stands at the begin of what `next_byte` gives (an unsigned char; 0 at the
  // end), shorter ones first.
  template <class Next, class Found>
  void match(Next next_byte, Found found) const {
    if (cells_.empty()) return;
    std::uint32_t at = 0;
    for (std::uint32_t length = 1;; ++length) {
      const auto label = kFolded[next_byte()];
      at = cells_[at].next ^ label;
      const auto cell = cells_[at];
      if (cell.label != label) return;
      if (cell.last) {
        const char* rest = rests_.data() + cell.next;
        for (; *rest != '\0'; ++rest, ++length) {
          if (kFolded[next_byte()] != static_cast<unsigned char>(*rest)) return;
        }
        found(cell.form, length);
        return;
      }
      if (cell.form != 0) found(cell.form, length);
    }
  }

  template <class A>
  void fields(A& a) {
    a(cells_, rests_);
  }

 private:
  friend class FormTrieBuilder;
  struct Cell {
    std::uint32_t next = 0;      // of a last one: where the rest of its text begins
    std::uint32_t form : 23 = 0;  // of the text that ends here; 0: none
    std::uint32_t last : 1 = 0;   // no other text goes through here
    std::uint32_t label : 8 = 0;  // 0: free
  };
  static_assert(sizeof(Cell) == 8);

  // A byte that no label is stands for NUL.
  static constexpr auto kFolded = [] {
    std::array<unsigned char, 256> folded{};
    for (unsigned c = 1; c < 256; ++c) folded[c] = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c | 0x20U : c);
    folded[0] = 0xFF;
    return folded;
  }();

  Values<Cell> cells_;
  Values<char> rests_;  // each ended by NUL
};

}  // namespace kroniek
