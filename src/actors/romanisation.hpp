// One key for the many ways in which a name from another alphabet is spelt.
#pragma once

#include <string>
#include <string_view>

namespace kroniek {

// Equal for spellings of one name: "Medinskiy" and "Medinskij", "Ushakov" and "Oesjakow". No name for display.
std::string sound_key(std::string_view name);

}  // namespace kroniek
