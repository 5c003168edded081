// "# allow CODE: reason" in a rule file silences a lint: behind or right above a line for that line, above or among
// the lines of a rule for the whole rule.
#pragma once

#include "../model.hpp"

#include <vector>

namespace kroniek {

// Takes away what is allowed; adds findings about the comments themselves.
void apply_allowances(const PackModel& model, std::vector<Finding>& findings);

}  // namespace kroniek
