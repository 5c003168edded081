// Pieces of a source as a reader wants to see them.
#pragma once

#include <kroniek/extraction.hpp>

#include <string>
#include <string_view>

namespace kroniek::render {

// One line without the markup that a source in Markdown has: emphasis, links, code.
std::string plain_quote(std::string_view text);
// Without the page furniture in the middle of it, too.
std::string plain_quote(const Evidence& at);

// Without the quotation marks around it, if they are a pair; ours take their place.
std::string_view without_marks(std::string_view text);

}  // namespace kroniek::render
