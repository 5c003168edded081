// The documents of a timeline in an order of their own, each once and each with an id of its own.
#pragma once

#include <kroniek/extraction.hpp>

#include <vector>

namespace kroniek {

// Sorts by source, line and id, whatever the order was before; leaves out a document that is there twice, and
// gives the second of two documents with one id another one. What it did is reported. Extractions without a
// document are taken out and their warnings kept.
void put_in_order(std::vector<Extraction>& extractions, std::vector<Diagnostic>& warnings);

}  // namespace kroniek
