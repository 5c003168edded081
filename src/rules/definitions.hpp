// What may stand in rule files: every map with its keys. The loaders read the same keys; tests/cli/workbench.py holds
// them against each other by the loaders' own messages.
#pragma once

#include <string_view>
#include <vector>

namespace kroniek {

enum class KeyKind { text, texts, flag, number, map, list, any, choice, choices };

struct KeyDefinition {
  std::string_view name;
  KeyKind kind = KeyKind::text;
  std::string_view about;
  std::string_view of = {};  // map, list: the map that it is, or that its items are; choice: see choices_of
  bool needed = false;
};

struct MapDefinition {
  std::string_view name;      // "event rule"
  std::vector<KeyDefinition> keys;  // in the order of the layout
};

// By name; nullptr: none.
const MapDefinition* map_definition(std::string_view name);
const std::vector<MapDefinition>& map_definitions();

// The map at the root of the files of a kind.
std::string_view root_of(std::string_view kind);

}  // namespace kroniek
