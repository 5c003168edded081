// Where the sources of an entry disagree.
#pragma once

#include "node.hpp"

#include <kroniek/timeline.hpp>

#include <vector>

namespace kroniek {

// Dates that cannot both be, "it happened" against "it did not", and different numbers of the same thing; only
// between documents. `nodes` are those of one entry, by document.
std::vector<Conflict> find_conflicts(const std::vector<Extraction>& extractions, const std::vector<const Account*>& nodes);

}  // namespace kroniek
