// Copies of one text, such as an agency's in five papers, by MinHash (A. Broder, "On the resemblance and
// containment of documents", 1997) over runs of words.
#pragma once

#include <kroniek/extraction.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace kroniek {

// 64 values; empty for a text without words. Case, punctuation and white space do not count.
std::vector<std::uint32_t> signature_of(std::string_view text);

// The share of runs of words that two texts have in common, as their signatures tell it.
double resemblance(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

// For each document the first one that it is a copy of, perhaps over others; its own index if there is none.
std::vector<std::uint32_t> originals(const std::vector<Extraction>& extractions);

}  // namespace kroniek
