#include "publication_dates.hpp"

#include "../time/find_times.hpp"
#include "../time/resolve.hpp"

#include <algorithm>

namespace kroniek {

namespace {

constexpr std::size_t kLongestMonth = 31;

bool same_places(const std::vector<TimeHit>& a, const std::vector<TimeHit>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const TimeHit& x, const TimeHit& y) { return x.first == y.first && x.last == y.last; });
}

}  // namespace

std::vector<std::vector<DateIfPublished>> dates_if_published(const Story& story, const std::vector<EventHit>& hits) {
  std::vector<std::vector<DateIfPublished>> rows(hits.size());
  const auto& published = story.document.published;
  if (hits.empty() || !published || published->date.is_day() || published->date.is_open()) return rows;
  const auto days = publication_days(published->date);
  if (days.size() > kLongestMonth) return rows;
  Document document = story.document;
  for (const auto day : days) {
    document.published->date = on_day(day);
    const auto times = story.time_work.if_published(document.published->date);
    // A date that does not exist in one year leaves a gap that nothing else fits into.
    if (!same_places(times.hits, story.known.times)) return std::vector<std::vector<DateIfPublished>>(hits.size());
    const Known known{story.known.text, story.known.lexicon, story.known.mentions, times.hits};
    auto dated = hits;
    set_dates({document, known, story.classes, story.parses, story.rules, story.gazetteer, *times.work}, dated);
    for (std::size_t i = 0; i < hits.size(); ++i) {
      auto& list = rows[i];
      if (!list.empty() && list.back().date == dated[i].date) {
        list.back().until = day;
      } else {
        list.push_back({day, day, std::move(dated[i].date)});
      }
    }
  }
  for (auto& list : rows) {
    if (list.size() < 2) list.clear();
  }
  return rows;
}

}  // namespace kroniek
