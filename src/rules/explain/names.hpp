// Words for what the stages find, for people who read explanations.
#pragma once

#include "../../actors/mentions.hpp"
#include "../../clauses/clauses.hpp"
#include "../pack_data.hpp"
#include "../trace.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

const char* name_of(Pos pos);
const char* name_of(VerbForm form);
const char* name_of(ClauseKind kind);
const char* name_of(MentionKind kind);

// The condition of an event rule that failed, with what it wants.
std::string event_condition(const PackData& pack, const EventRule& rule, const RuleTry& attempt);
std::string claim_condition(std::string_view key);

// Event rules, cues, time rules, reports, sources and stances.
std::vector<std::string> rule_ids(const PackData& pack);

}  // namespace kroniek
