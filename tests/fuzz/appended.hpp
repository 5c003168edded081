#pragma once

#include <string>

namespace fuzz {

// What is found in a text stays as it is when more comes behind a blank line: every time, event and claim with its
// place, rule, values and words. What may change: how documents and claims are tied to one another (ids, chains, what is
// denied), who speaks in a quotation without a cue, the claims of headings. False: nothing was compared, as the text
// does not end with a whole paragraph, or the page is cut in another way with the text behind it (running heads, pull
// quotes).
bool require_lasting(const std::string& text, const std::string& more, const char* published);

}  // namespace fuzz
