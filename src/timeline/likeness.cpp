#include "merge.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace kroniek {

namespace {

constexpr Day kWeek = 7, kMonth = 31;
constexpr int kSamePlace = 2;

// How closely the dates agree. Neighbouring days may be one source's slip; they count nothing, and need a detail
// that is the same (below).
int date_points(const Node& node, const Cluster& cluster) {
  const auto both = intersect(node.days, cluster.days);
  if (both.empty()) return gap(node.days, cluster.days) <= 1 && node.days.count() <= 2 && cluster.days.count() <= 2 ? 0 : kNever;
  const auto a = node.days.count(), b = cluster.days.count();
  const auto narrow = std::min(a, b), wide = std::max(a, b);
  if (wide == 1) return 4;
  if (wide == 2) return 3;
  if (narrow > kWeek) return node.days == cluster.days && narrow <= kMonth ? 1 : 0;
  if (wide <= kWeek) return 2;
  if (wide <= kMonth) return 1;
  // "at some time before": news is mostly of the last days.
  const auto& open = a > b ? node.days : cluster.days;
  const auto& day = a > b ? cluster.days : node.days;
  // "X en Y hebben gebeld" may mean any call of theirs: that it was before one of a month's Wednesdays says nothing.
  if (day.days.size() > 2 && open.latest != kOpenFuture) return -1;
  if (open.latest != kOpenFuture) return open.latest - day.latest <= 1 ? 2 : open.latest - day.latest <= 3 ? 1 : open.latest - day.latest > kMonth ? -2 : 0;
  if (open.earliest != kOpenPast) return day.earliest - open.earliest <= kWeek ? 1 : day.earliest - open.earliest > 2 * kMonth ? -2 : 0;
  return 0;
}

struct Company {
  int points = 0;
  bool only_sides = false;  // nobody is the same: a president here, his country there
};

Company people_points(const Node& node, const Cluster& cluster, const ActorTable& actors) {
  const auto& a = node.people;
  const auto& b = cluster.people;
  if (a.empty() || b.empty()) return {};
  int same = 0, stands = 0;
  std::size_t alone = 0;
  std::vector<bool> met(b.size(), false);
  for (const auto person : a) {
    auto best = Likeness::none;
    for (std::size_t i = 0; i < b.size(); ++i) {
      const auto like = actors.compare(person, b[i]);
      if (like != Likeness::none) met[i] = true;
      best = std::max(best, like);
    }
    same += best == Likeness::same ? 1 : 0;
    stands += best == Likeness::stands_for ? 1 : 0;
    alone += best == Likeness::none ? 1 : 0;
  }
  if (same + stands == 0) return {kNever};
  const auto others = static_cast<std::size_t>(std::count(met.begin(), met.end(), false));
  if (alone > 0 && others > 0) {
    // A call by A and B is not a call by A and C; a summit is told with other guests.
    if (a.size() <= 2 || b.size() <= 2) return {kNever};
    return {std::min(2, same) - 1, same == 0};
  }
  const int whole = alone == 0 && others == 0 ? 1 : 0;
  return {(same > 0 ? 1 + std::min(same, 3) : 0) + std::min(stands, same > 0 ? 1 : 2) + whole, same == 0};
}

int place_points(const PlaceNumber& a, const PlaceNumber& b) {
  if (a.place == b.place) return kSamePlace;
  const auto within = [](const PlaceNumber& inner, const PlaceNumber& outer) {
    return (inner.within != 0 && inner.within == outer.place) || (inner.country != 0 && inner.country == outer.place);
  };
  if (within(a, b) || within(b, a) || (a.within != 0 && a.within == b.within)) return 1;
  return -4;
}

int place_points(const Node& node, const Cluster& cluster) {
  if (node.place.place == 0 || cluster.places.empty()) return 0;
  int best = kNever;
  for (const auto& place : cluster.places) best = std::max(best, place_points(node.place, place));
  return best;
}

template <class T>
bool share(const std::vector<T>& a, const std::vector<T>& b) {
  return std::any_of(a.begin(), a.end(), [&](const T& x) { return std::binary_search(b.begin(), b.end(), x); });
}

int duration_points(const Node& node, const Cluster& cluster) {
  if (node.minutes.empty() || cluster.minutes.empty()) return 0;
  if (share(node.minutes, cluster.minutes)) return 2;
  const auto close = [&](std::int32_t x) {
    return std::any_of(cluster.minutes.begin(), cluster.minutes.end(), [&](std::int32_t y) { return 3 * std::abs(x - y) <= std::max(x, y); });
  };
  return std::any_of(node.minutes.begin(), node.minutes.end(), close) ? 0 : -1;
}

constexpr std::int64_t kMany = 10000;  // ten, in thousandths

int count_points(const Node& node, const Cluster& cluster) {
  int points = 0;
  for (const auto& count : node.counts) {
    const auto from = std::lower_bound(cluster.counts.begin(), cluster.counts.end(), count);
    if (from != cluster.counts.end() && *from == count) return count.thousandths >= kMany ? 3 : 1;
    for (const auto& other : cluster.counts) {
      if (other.thousandths == count.thousandths && count.thousandths >= kMany) points = std::max(points, 1);
      if (other.of == count.of && points == 0) points = -1;
    }
  }
  return points;
}

int word_points(const Node& node, const Cluster& cluster) {
  std::vector<std::uint32_t> both;
  std::set_intersection(node.words.begin(), node.words.end(), cluster.words.begin(), cluster.words.end(), std::back_inserter(both));
  return both.size() >= 3 ? 2 : both.empty() ? 0 : 1;
}

}  // namespace

bool places_agree(const Node& node, const Cluster& cluster) {
  return node.place.place != 0 && std::any_of(cluster.places.begin(), cluster.places.end(), [&](const PlaceNumber& place) { return place.place == node.place.place; });
}

int likeness(const Node& node, const Cluster& cluster, const ActorTable& actors) {
  const int date = date_points(node, cluster);
  if (date == kNever) return kNever;
  const auto [people, only_sides] = people_points(node, cluster, actors);
  if (people == kNever) return kNever;
  const int duration = duration_points(node, cluster), counts = count_points(node, cluster), place = place_points(node, cluster);
  if (gap(node.days, cluster.days) > 0 && duration < 2 && counts < 3) return kNever;
  // "hebben elkaar de afgelopen dagen niet gesproken" denies no talk of another source on one of those days.
  if (node.denied != cluster.denied && std::max(node.days.count(), cluster.days.count()) > 2) return kNever;
  const bool vague = node.days.count() > kWeek || cluster.days.count() > kWeek;
  if ((node.frequent || only_sides) && vague && place < kSamePlace && duration <= 0 && counts <= 0) return kNever;
  return date + people + place + duration + counts + word_points(node, cluster);
}

}  // namespace kroniek
