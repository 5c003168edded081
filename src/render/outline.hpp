// How a chronology is laid out for readers, in plain words that are not yet escaped for any format.
#pragma once

#include "quotation.hpp"

#include <kroniek/pack.hpp>
#include <kroniek/timeline.hpp>

#include <string>
#include <vector>

namespace kroniek::render {

// The entries whose dates are told in the same words.
struct DateGroup {
  std::string words;
  std::vector<const Entry*> entries;
};

// A month; or a year, for what no month holds; or several years.
struct Section {
  std::string title;
  std::string key;  // "2025-02", "2025", "2014-2025"
  std::vector<DateGroup> groups;
};

// Wider sections stand before narrower ones that begin with them.
std::vector<Section> dated_sections(const Timeline& timeline, const Labels& labels);
// What was before a day, by that day; then what comes after one; then what has no bound.
std::vector<DateGroup> undated_groups(const Timeline& timeline, const Labels& labels);

// "12 events from 3 sources, from 1 February 2025."
std::string summary_words(const Timeline& timeline, const Labels& labels);

// As it stands in a sentence; somebody unknown has a name as well.
std::string name_of(const ActorRef& actor, const Labels& labels);
// As a heading has it: with a capital, without its article.
std::string title_name(const ActorRef& actor, const Labels& labels);
std::vector<std::string> names_of(const std::vector<ActorRef>& actors, const Labels& labels);

// Place and duration, where the headline does not tell them.
std::vector<std::string> details_of(const Entry& entry, const Labels& labels);

// "Headline (details)"; details join those that the headline ends with.
std::string with_details(const std::string& headline, const std::string& details, const Labels& labels);

// The one who tells of the event is the one who acts in it.
bool speaks_of_itself(const Entry& entry);

// How many of the warnings of the timeline are of that severity.
std::size_t count_of(const Timeline& timeline, Severity severity);

// Speakers in the order in which they are first heard, what they say by its date; no list is empty.
std::vector<std::vector<const TimelineClaim*>> claims_by_speaker(const Timeline& timeline);

struct ClaimText {
  std::string text;
  bool literal = false;  // the speaker's own words
};
ClaimText claim_text(const Claim& claim, const Labels& labels);

}  // namespace kroniek::render
