// What of a pack did something on texts.
#pragma once

#include "examples.hpp"

#include <span>

namespace kroniek {

// `documents`: the texts that `runs` tell of.
Coverage coverage_of(const PackModel& model, const Pack& pack, const RuleNumbers& numbers, std::span<const ExampleRun> runs, std::span<const Document> documents);

}  // namespace kroniek
