// All forms of a lexicon by one Vectorscan pass over the bytes of a text, also inside words, and nothing else: what
// Kroniek is compared with (https://www.vectorcamp.gr/vectorscan).
#pragma once

#include "../../src/rules/lexicon.hpp"

#include <cstddef>
#include <string_view>

struct hs_database;
struct hs_scratch;

class BareScan {
 public:
  // Throws std::runtime_error if Vectorscan does not take the words.
  explicit BareScan(const kroniek::Lexicon& lexicon);
  ~BareScan();
  BareScan(const BareScan&) = delete;
  BareScan& operator=(const BareScan&) = delete;

  // The number of hits.
  std::size_t count(std::string_view text) const;

 private:
  hs_database* database_ = nullptr;
  hs_scratch* scratch_ = nullptr;
};
