// What a reader should know of an entry besides what it says: where its sources disagree, what was inferred, which
// plan it follows.
#pragma once

#include <kroniek/pack.hpp>
#include <kroniek/timeline.hpp>

#include <functional>
#include <string>
#include <vector>

namespace kroniek::render {

// Lines of CommonMark, most have none. `source` gives the words for a document ("[1]").
std::vector<std::string> notes_of(const Entry& entry, const Labels& labels, const std::function<std::string(const std::string& document)>& source);

}  // namespace kroniek::render
