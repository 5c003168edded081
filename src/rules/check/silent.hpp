// Texts in which no event rule may fire.
#pragma once

#include "../model.hpp"
#include "../pack.hpp"

namespace kroniek {

// `allowed`: a YAML file of hits that are known, or empty for `allowed-hits.yaml` in the folder, if it is there.
void check_silent(const std::string& folder, const std::string& allowed, const Pack& pack, std::vector<Finding>& findings);

}  // namespace kroniek
