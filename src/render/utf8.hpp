// Text that goes out must be UTF-8, whatever a file name or a caller's string holds.
#pragma once

#include <string>
#include <string_view>

namespace kroniek::render {

bool is_utf8(std::string_view text);

// Every ill-formed part becomes U+FFFD.
std::string repaired_utf8(std::string_view text);

}  // namespace kroniek::render
