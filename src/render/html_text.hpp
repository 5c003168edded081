// Text for HTML and XML.
#pragma once

#include "passage.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kroniek::render {

// For element content and for attributes in quotation marks: never markup, without control characters and
// signs that turn the direction of writing; UTF-8. Spaces stay as they are.
std::string markup_escaped(std::string_view text);

// `text` if it is a plain http or https address, else empty.
std::string_view safe_url(std::string_view url);

// The passage with its evidence, trigger, date and participants marked; where the passage does not know these, the
// names of `actors`.
std::string marked(const Passage& passage, const std::vector<ActorRef>& actors);

}  // namespace kroniek::render
