// Dates and durations in the words of a label file.
#pragma once

#include <kroniek/date.hpp>
#include <kroniek/pack.hpp>

#include <string>
#include <string_view>

namespace kroniek::render {

// "12 februari 2025"
std::string day_words(Day day, const Labels& labels);
// "februari 2025"
std::string month_words(Day day, const Labels& labels);

// As it stands in a sentence: "woensdag 12 februari 2025", "in februari 2025", "vóór 26 april 2025".
std::string date_words(const DateValue& date, const Labels& labels);
// As it stands by itself: "12 februari 2025", "februari 2025".
std::string bare_date_words(const DateValue& date, const Labels& labels);

// "PT1H20M" as "1 uur en 20 minuten", "PXD" as "enkele dagen"; what is no duration is given back.
std::string duration_words(std::string_view duration, const Labels& labels);

}  // namespace kroniek::render
