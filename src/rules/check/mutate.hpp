// Takes one element out of a rule at a time and looks whether an example notices.
#pragma once

#include "examples.hpp"

namespace kroniek {

struct Mutation {
  int mutants = 0;
  std::vector<Mutant> survivors;
};

// `wanted`: indices of rules whose elements are taken out; empty: all. An example can notice
// only what it is about: those of the rule, tests that name it, and all others in which the rule had its trigger.
Mutation mutate(const PackModel& model, const Pack& pack, const RuleNumbers& numbers, const std::vector<Example>& examples, const std::vector<ExampleRun>& runs, const std::vector<bool>& wanted, unsigned threads);

}  // namespace kroniek
