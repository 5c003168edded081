// Pull quotes and quoted headings: they repeat what a quotation of the article says.
#pragma once

#include "context.hpp"

namespace kroniek {

// Lays each on the quotation that it repeats.
void add_repeats(const ClaimContext& context, std::vector<Draft>& drafts);

}  // namespace kroniek
