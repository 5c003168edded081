// Rule files as files: their layout, and what may stand in them, for editors.
#pragma once

#include <kroniek/pack.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

// The one layout of rule files: keys of rules in their order, list items two spaces in, no blanks at line ends, no
// two empty lines together, one line end at the end. Comments stay with what they stand above. nullopt: the file is
// no YAML or one text, or cannot be laid out for good without a change of meaning.
std::optional<std::string> format_rules(std::string_view name, std::string_view text);

// The kinds of rule files: "events", "time", "claims", "lexicon", "actors", "places", "tests".
const std::vector<std::string>& schema_kinds();
// A JSON Schema (2020-12) of the files of a kind, with the types and classes of the pack. Empty: unknown kind.
std::string rule_schema(std::string_view kind, const Pack& pack);

}  // namespace kroniek
