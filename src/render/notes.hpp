// What a reader should know of an entry besides what it says: where its sources disagree, what was inferred, which
// plan it follows.
#pragma once

#include <kroniek/pack.hpp>
#include <kroniek/timeline.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek::render {

// How a format writes the words for a document ("[1]"), and text that comes from a source.
struct NoteStyle {
  std::function<std::string(const std::string& document)> source;
  std::function<std::string(std::string_view text)> text;
};

// A line each; most entries have none.
std::vector<std::string> conflict_notes(const Entry& entry, const Labels& labels, const NoteStyle& style);
// What else is to be known of the entry.
std::vector<std::string> other_notes(const Entry& entry, const Labels& labels);

}  // namespace kroniek::render
