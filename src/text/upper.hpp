// Capitals that case-blind search for ASCII does not fold.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

// The other ways in which a lower-case text is written with capitals beyond ASCII, of the same length in bytes:
// "élysée" as "Élysée" and "ÉlysÉe"; ASCII letters stay small. Empty for most.
std::vector<std::string> spellings_in_capitals(std::string_view lower);

}  // namespace kroniek
