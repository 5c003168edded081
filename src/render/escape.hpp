// Text from a source, made safe for CommonMark: it reads as it was written and is never markup.
#pragma once

#include <string>
#include <string_view>

namespace kroniek::render {

// One line without control characters and signs that turn the direction of writing, runs of white space as one space, none at the ends; UTF-8.
std::string one_line(std::string_view text);

// Inline text; may also stand at the begin of a line, a list item or a heading.
std::string escaped(std::string_view text);

// `text` between backticks, as many as it needs.
std::string code_span(std::string_view text);

// An autolink for a plain http or https address, escaped text for anything else.
std::string web_link(std::string_view url);

// The first letter as a capital.
std::string capitalised(std::string_view text);

}  // namespace kroniek::render
