#include "date_words.hpp"

#include "labels.hpp"

#include <algorithm>
#include <optional>

namespace kroniek::render {

namespace {

// One-of sets of more days than this are told by their ends.
constexpr std::size_t kMostDays = 6;
// Periods of more days than this are told as "between".
constexpr Day kLongest = 31;

struct Phrase {
  std::string words;
  bool takes_in = false;  // "in februari 2025", but "woensdag 12 februari 2025"
};

std::string month_name(int month, const Labels& labels) { return label(labels, "month." + std::to_string(month)); }
std::string weekday_name(Day day, const Labels& labels) { return label(labels, "weekday." + std::to_string(weekday_of(day))); }

// "12 februari 2025", "18–19 februari 2025": the days, in the month and year of `date`.
std::string in_one_month(const std::string& days, const Civil& date, const Labels& labels) {
  return label(labels, "date.day", {{"day", days}, {"month", month_name(date.month, labels)}, {"year", std::to_string(date.year)}});
}

std::string day_month(Day day, const Labels& labels) {
  const auto date = civil_from_day(day);
  return label(labels, "date.day_month", {{"day", std::to_string(date.day)}, {"month", month_name(date.month, labels)}});
}

std::string with_year(const std::string& words, int year, const Labels& labels) {
  return label(labels, "date.with_year", {{"date", words}, {"year", std::to_string(year)}});
}

std::string span(const std::string& from, const std::string& to, const Labels& labels) {
  return label(labels, "date.span", {{"from", from}, {"to", to}});
}

bool starts_month(Day day) { return civil_from_day(day).day == 1; }
bool ends_month(Day day) {
  const auto date = civil_from_day(day);
  return in_month(date.year, date.month).latest == day;
}

// Seasons and quarters have no bounds of their own in words: they are known by their EDTF.
std::optional<Phrase> season(std::string_view edtf, const Labels& labels) {
  edtf = edtf.substr(0, edtf.find_last_not_of("~?%") + 1);
  if (edtf.size() != 7 || edtf[4] != '-') return std::nullopt;
  const auto key = "date.season." + std::string(edtf.substr(5));
  if (!labels.contains(key)) return std::nullopt;
  return Phrase{label(labels, key, {{"year", edtf.substr(0, 4)}}), true};
}

std::string months(Day earliest, Day latest, const Labels& labels) {
  const auto from = civil_from_day(earliest), to = civil_from_day(latest);
  if (from.year != to.year) return span(month_words(earliest, labels), month_words(latest, labels), labels);
  return with_year(span(month_name(from.month, labels), month_name(to.month, labels), labels), from.year, labels);
}

std::string days(Day earliest, Day latest, const Labels& labels) {
  const auto from = civil_from_day(earliest), to = civil_from_day(latest);
  if (from.year != to.year) return span(day_words(earliest, labels), day_words(latest, labels), labels);
  if (from.month != to.month) return with_year(span(day_month(earliest, labels), day_month(latest, labels), labels), from.year, labels);
  const auto numbers = label(labels, "date.span_days", {{"from", std::to_string(from.day)}, {"to", std::to_string(to.day)}});
  return in_one_month(numbers, from, labels);
}

Phrase span_phrase(Day earliest, Day latest, const Labels& labels) {
  const auto from = civil_from_day(earliest), to = civil_from_day(latest);
  if (starts_month(earliest) && ends_month(latest)) {
    const bool years = from.month == 1 && to.month == 12;
    if (years && from.year == to.year) return {std::to_string(from.year), true};
    if (years) return {span(std::to_string(from.year), std::to_string(to.year), labels), false};
    if (from.year == to.year && from.month == to.month) return {month_words(earliest, labels), true};
    return {months(earliest, latest, labels), false};
  }
  if (latest - earliest == 6 && weekday_of(earliest) == 1) return {label(labels, "date.week", {{"day", day_words(earliest, labels)}}), true};
  return {days(earliest, latest, labels), false};
}

bool all_same(const std::vector<Day>& all, int (*of)(Day)) {
  return std::all_of(all.begin(), all.end(), [&](Day day) { return of(day) == of(all.front()); });
}
int year_of(Day day) { return civil_from_day(day).year; }
int month_of(Day day) { return 12 * year_of(day) + civil_from_day(day).month; }

// "5, 12 of 19"
std::string alternatives(const std::vector<Day>& all, const Labels& labels, std::string (*words)(Day, const Labels&)) {
  std::vector<std::string> items;
  items.reserve(all.size());
  for (const Day day : all) items.push_back(words(day, labels));
  return joined(labels, items, "list.or");
}
std::string day_number(Day day, const Labels&) { return std::to_string(civil_from_day(day).day); }

std::string listed(const std::vector<Day>& all, const Labels& labels) {
  if (!all_same(all, year_of)) return alternatives(all, labels, day_words);
  const auto first = civil_from_day(all.front());
  if (!all_same(all, month_of)) return with_year(alternatives(all, labels, day_month), first.year, labels);
  return in_one_month(alternatives(all, labels, day_number), first, labels);
}

std::string one_of_words(const std::vector<Day>& all, const Labels& labels) {
  const bool one_weekday = all.size() > 1 && all_same(all, weekday_of);
  const auto weekday = weekday_name(all.front(), labels);
  if (all.size() > kMostDays) {
    const auto period = days(all.front(), all.back(), labels);
    if (one_weekday) return label(labels, "date.one_of_many_weekday", {{"weekday", weekday}, {"span", period}});
    return label(labels, "date.one_of_many", {{"n", std::to_string(all.size())}, {"span", period}});
  }
  if (!one_weekday) return listed(all, labels);
  if (!all_same(all, month_of)) return label(labels, "date.one_of_weekday", {{"weekday", weekday}, {"days", listed(all, labels)}});
  const auto first = civil_from_day(all.front());
  return label(labels, "date.one_of_weekday_month",
               {{"weekday", weekday},
                {"month", month_name(first.month, labels)},
                {"year", std::to_string(first.year)},
                {"days", alternatives(all, labels, day_number)}});
}

std::string weekday_and_day(Day day, const Labels& labels) {
  return label(labels, "date.weekday", {{"weekday", weekday_name(day, labels)}, {"day", day_words(day, labels)}});
}

Phrase between_phrase(Day earliest, Day latest, const Labels& labels) {
  const bool months = starts_month(earliest) && ends_month(latest);
  const auto from = civil_from_day(earliest), to = civil_from_day(latest);
  const auto words = months ? month_words : day_words;
  const auto first = from.year != to.year ? words(earliest, labels) : months ? month_name(from.month, labels) : day_month(earliest, labels);
  return {label(labels, "date.between", {{"from", first}, {"to", words(latest, labels)}})};
}

Phrase phrase(const DateValue& date, const Labels& labels, bool bare) {
  if (!date.one_of.empty()) return {one_of_words(date.one_of, labels)};
  if (date.earliest == kOpenPast && date.latest == kOpenFuture) return {label(labels, "date.unknown")};
  if (date.earliest == kOpenPast) return {label(labels, "date.before", {{"date", day_words(date.latest, labels)}})};
  if (date.latest == kOpenFuture) return {label(labels, "date.after", {{"date", day_words(date.earliest, labels)}})};
  if (date.is_day()) return {bare ? day_words(date.earliest, labels) : weekday_and_day(date.earliest, labels)};
  if (auto found = season(date.edtf, labels)) return *found;
  const bool whole_year = civil_from_day(date.earliest).year == civil_from_day(date.latest).year && starts_month(date.earliest) && ends_month(date.latest) &&
                          month_of(date.latest) - month_of(date.earliest) == 11;
  if (!bare && !whole_year && date.latest - date.earliest > kLongest) return between_phrase(date.earliest, date.latest, labels);
  return span_phrase(date.earliest, date.latest, labels);
}

std::string words(const DateValue& date, const Labels& labels, bool bare) {
  const auto told = phrase(date, labels, bare);
  const bool both = date.edtf.find('%') != std::string::npos;
  const bool about = both || date.edtf.find('~') != std::string::npos;
  const bool uncertain = both || date.edtf.find('?') != std::string::npos;
  std::string out = told.words;
  if (about) {
    out = label(labels, "date.about", {{"date", out}});
  } else if (told.takes_in && !bare) {
    out = label(labels, "date.in", {{"date", out}});
  }
  return uncertain ? label(labels, "date.uncertain", {{"date", out}}) : out;
}

}  // namespace

std::string day_words(Day day, const Labels& labels) {
  const auto date = civil_from_day(day);
  return in_one_month(std::to_string(date.day), date, labels);
}

std::string month_words(Day day, const Labels& labels) {
  const auto date = civil_from_day(day);
  return label(labels, "date.month", {{"month", month_name(date.month, labels)}, {"year", std::to_string(date.year)}});
}

std::string date_words(const DateValue& date, const Labels& labels) { return words(date, labels, false); }
std::string bare_date_words(const DateValue& date, const Labels& labels) { return words(date, labels, true); }

}  // namespace kroniek::render
