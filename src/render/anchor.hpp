// What the formats of other programs need of an entry: two days, words for its date, a text for its sources.
#pragma once

#include <kroniek/pack.hpp>
#include <kroniek/timeline.hpp>

#include <string>
#include <string_view>

namespace kroniek::render {

// Where an entry stands for a program that knows days only. An open end takes the other; an entry without any
// bound stands where its first source was published, or else at the first day of the timeline. The words of
// the date say what is meant.
struct Anchor {
  Day first = 0, last = 0;
};
Anchor anchor_of(const Entry& entry, const Timeline& timeline);

// "Planned: Okta calls Vermeulen", in one line; never empty.
std::string title_of(const Entry& entry, const Labels& labels);

// The source of a mention: title or path, and line.
std::string place_of(const EventMention& mention, const Timeline& timeline, const Labels& labels);

const DocumentRecord* document_of(const Timeline& timeline, std::string_view id);

// Calls `each(entry)` for those with a date and those without, in this order.
template <class F>
void for_all_entries(const Timeline& timeline, F each) {
  for (const auto& entry : timeline.entries) each(entry);
  for (const auto& entry : timeline.undated) each(entry);
}

}  // namespace kroniek::render
