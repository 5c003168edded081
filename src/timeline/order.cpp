#include "draft.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <queue>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace kroniek {

namespace {

constexpr int kNoClock = -1;

// Minutes since midnight of "T14:30", or the middle of a part of the day ("TMO"); kNoClock if there is none.
int minutes_since_midnight(std::string_view clock) {
  if (clock.size() >= 3 && clock[0] == 'T' && clock[1] >= '0' && clock[1] <= '9') {
    const int hour = (clock[1] - '0') * 10 + (clock[2] - '0');
    const int minute = clock.size() >= 6 && clock[3] == ':' ? (clock[4] - '0') * 10 + (clock[5] - '0') : 0;
    return hour * 60 + minute;
  }
  static constexpr std::pair<std::string_view, int> kParts[] = {{"TMO", 540}, {"TMI", 720}, {"TAF", 900}, {"TEV", 1200}, {"TNI", 1380}};
  for (const auto& [part, minutes] : kParts) {
    if (clock == part) return minutes;
  }
  return kNoClock;
}

int clock_of(const Entry& entry) {
  for (const auto& mention : entry.mentions) {
    if (const int clock = minutes_since_midnight(mention.clock); clock != kNoClock) return clock;
  }
  return kNoClock;
}

// The run [first, last) of entries with the same bounds, in order of what came after what.
class DayOrder {
 public:
  DayOrder(std::vector<Entry>& entries, std::size_t first, std::size_t last, const std::multimap<std::string_view, std::string_view>& after, std::vector<Diagnostic>& warnings)
      : entries_(entries), first_(first), count_(last - first), warnings_(warnings), later_(count_), waits_(count_, 0) {
    std::unordered_map<std::string_view, std::size_t> at;
    for (std::size_t i = 0; i < count_; ++i) at.emplace(entries[first + i].id, i);
    for (std::size_t i = 0; i < count_; ++i) {
      for (auto [it, end] = after.equal_range(entries[first + i].id); it != end; ++it) {
        if (const auto other = at.find(it->second); other != at.end() && other->second != i) edge(other->second, i);
      }
    }
    by_clock();
  }

  void run() {
    std::set<std::size_t> ready, waiting;
    for (std::size_t i = 0; i < count_; ++i) (waits_[i] == 0 ? ready : waiting).insert(i);
    std::vector<Entry> sorted;
    sorted.reserve(count_);
    while (!ready.empty() || !waiting.empty()) {
      if (ready.empty()) {
        const auto circle = std::find_if(waiting.begin(), waiting.end(), [&](std::size_t i) { return in_circle(i); });
        report(*circle);
        ready.insert(*circle);
        waiting.erase(circle);
      }
      const auto i = *ready.begin();
      ready.erase(ready.begin());
      sorted.push_back(std::move(entries_[first_ + i]));
      for (const auto next : later_[i]) {
        if (--waits_[next] == 0 && waiting.erase(next) > 0) ready.insert(next);
      }
    }
    std::move(sorted.begin(), sorted.end(), entries_.begin() + static_cast<std::ptrdiff_t>(first_));
  }

 private:
  void edge(std::size_t before, std::size_t after) {
    auto& list = later_[before];
    if (std::find(list.begin(), list.end(), after) != list.end()) return;
    list.push_back(after);
    ++waits_[after];
  }

  // Those with a time of the day follow one another; the others keep their place in the text.
  void by_clock() {
    std::vector<std::pair<int, std::size_t>> clocked;
    for (std::size_t i = 0; i < count_; ++i) {
      if (const int clock = clock_of(entries_[first_ + i]); clock != kNoClock) clocked.push_back({clock, i});
    }
    std::sort(clocked.begin(), clocked.end());
    for (std::size_t k = 1; k < clocked.size(); ++k) {
      if (clocked[k - 1].first < clocked[k].first && !reaches(clocked[k].second, clocked[k - 1].second)) edge(clocked[k - 1].second, clocked[k].second);
    }
  }

  bool reaches(std::size_t from, std::size_t to) const {
    std::vector<std::size_t> open{from};
    std::set<std::size_t> seen{from};
    while (!open.empty()) {
      const auto i = open.back();
      open.pop_back();
      if (i == to) return true;
      for (const auto next : later_[i]) {
        if (seen.insert(next).second) open.push_back(next);
      }
    }
    return false;
  }

  bool in_circle(std::size_t i) const {
    return std::any_of(later_[i].begin(), later_[i].end(), [&](std::size_t next) { return reaches(next, i); });
  }

  void report(std::size_t i) {
    const auto& entry = entries_[first_ + i];
    Diagnostic warning{Severity::warning, "timeline.circle", {}, 0, 0, "'" + entry.headline + "' (" + entry.id + ") is told to have come after what came after it", "the circle is cut there; an edit can change the dates"};
    if (!entry.mentions.empty()) warning.line = entry.mentions.front().at.line;
    warnings_.push_back(std::move(warning));
  }

  std::vector<Entry>& entries_;
  std::size_t first_, count_;
  std::vector<Diagnostic>& warnings_;
  std::vector<std::vector<std::size_t>> later_;
  std::vector<int> waits_;
};

}  // namespace

void put_in_order(std::vector<Entry>& entries, const std::vector<std::pair<std::string, std::string>>& after, std::vector<Diagnostic>& warnings) {
  std::multimap<std::string_view, std::string_view> earlier;
  for (const auto& [later, before] : after) earlier.emplace(later, before);
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.date.earliest != b.date.earliest ? a.date.earliest < b.date.earliest : a.date.latest < b.date.latest;
  });
  for (std::size_t first = 0, last = 0; first < entries.size(); first = last) {
    while (last < entries.size() && entries[last].date.earliest == entries[first].date.earliest && entries[last].date.latest == entries[first].date.latest) ++last;
    if (last - first > 1) DayOrder(entries, first, last, earlier, warnings).run();
  }
}

}  // namespace kroniek
