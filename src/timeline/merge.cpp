#include "merge.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace kroniek {

namespace {

constexpr Day kMonth = 31;
// What so many events could be is none of them for certain.
constexpr std::size_t kTooMany = 512;

// Those that tell most come first, so that clusters begin with what is certain.
int telling(const Node& node) {
  const auto days = node.days.count();
  return (days == 1 ? 8 : days <= 7 ? 6 : days <= kMonth ? 3 : 0) + (node.place.place != 0 ? 2 : 0) + static_cast<int>(std::min<std::size_t>(node.people.size(), 3)) +
         (node.minutes.empty() ? 0 : 1) + (node.counts.empty() ? 0 : 1);
}

bool same_content(const Node& a, const Node& b) {
  return a.type == b.type && a.outlook == b.outlook && a.days == b.days && a.people == b.people && a.place.place == b.place.place && a.minutes == b.minutes && a.counts == b.counts &&
         a.words == b.words;
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) { return (hash ^ (value + 0x9E3779B97F4A7C15ULL + (hash << 6) + (hash >> 2))) * 1099511628211ULL; }

// Finds the clusters that a node may belong to, by day and by one of its people or, if it has none, its place.
class Index {
 public:
  explicit Index(const ActorTable& actors) : actors_(actors) {}

  void insert(std::uint32_t cluster, const Node& node) {
    each_key(node, true, [&](std::uint64_t key) {
      auto& list = lists_[key];
      if (list.empty() || list.back() != cluster) list.push_back(cluster);
    });
  }

  std::vector<std::uint32_t> candidates(const Node& node) const {
    std::vector<std::uint32_t> found;
    each_key(node, false, [&](std::uint64_t key) {
      const auto list = lists_.find(key);
      if (list != lists_.end() && found.size() < kTooMany) found.insert(found.end(), list->second.begin(), list->second.end());
    });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  template <class Do>
  void each_key(const Node& node, bool inserting, Do act) const {
    const std::uint64_t base = mix(mix(14695981039346656037ULL, node.type), static_cast<std::uint64_t>(node.outlook));
    each_day(node.days, inserting, [&](Day day) {
      const auto dated = mix(base, static_cast<std::uint64_t>(day) + 0x100000000ULL);
      std::uint64_t last = 0;
      for (const auto person : node.people) {
        const auto key = mix(dated, actors_.side(person) + 2ULL);
        if (key != last) act(key);
        last = key;
      }
      // Those without people meet all of their day; those with people meet those without.
      if (node.people.empty() || inserting) act(mix(dated, 1));
      if (!node.people.empty() && !inserting) act(mix(dated, 0));
      if (node.people.empty() && inserting) act(mix(dated, 0));
    });
  }

  // A month around what is open; a day to either side, for sources that are a day apart.
  template <class Do>
  static void each_day(const DaySet& days, bool inserting, Do act) {
    constexpr Day kAnyDay = kOpenFuture - 1;
    if (!days.days.empty()) {
      for (const auto day : days.days) act(day);
      return;
    }
    auto from = days.earliest, to = days.latest;
    if (from == kOpenPast && to == kOpenFuture) {
      act(kAnyDay);
      return;
    }
    if (from == kOpenPast) from = to - kMonth;
    if (to == kOpenFuture) to = from + 2 * kMonth;
    if (to - from > 2 * kMonth) {
      act(kAnyDay);
      return;
    }
    if (!inserting && to - from <= 1) {
      --from;
      ++to;
    }
    for (auto day = from; day <= to; ++day) act(day);
  }

  const ActorTable& actors_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> lists_;
};

class Merger {
 public:
  Merger(const std::vector<Node>& nodes, const ActorTable& actors, std::size_t documents) : nodes_(nodes), actors_(actors), documents_(documents), index_(actors) {}

  std::vector<Cluster> run() {
    std::vector<std::uint32_t> order(nodes_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return before(nodes_[a], nodes_[b]); });
    // First what is sure, so that no chance meeting stands in its way.
    home_.resize(nodes_.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      const auto n = order[i];
      // What says the same as the one before goes where that went.
      const bool again = i > 0 && same_content(nodes_[n], nodes_[order[i - 1]]) && !holds(home_[order[i - 1]], nodes_[n].document);
      put(n, again ? home_[order[i - 1]] : choose(n, kSure).cluster, again);
    }
    for (const auto n : order) {
      const auto own = home_[n];
      if (clusters_[own].nodes.size() != 1) continue;
      const auto [cluster, points] = choose(n, kSame);
      if (cluster == clusters_.size()) continue;
      // One that is alone, too, may have better to go to.
      const auto& other = clusters_[cluster].nodes;
      if (other.size() == 1 && choose(other.front(), points).points > points) continue;
      clusters_[own].nodes.clear();
      put(n, cluster, false);
    }
    std::erase_if(clusters_, [](const Cluster& cluster) { return cluster.nodes.empty(); });
    for (auto& cluster : clusters_) {
      std::sort(cluster.nodes.begin(), cluster.nodes.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(nodes_[a].document, nodes_[a].mentions.front()) < std::tie(nodes_[b].document, nodes_[b].mentions.front());
      });
    }
    return std::move(clusters_);
  }

 private:
  static bool before(const Node& a, const Node& b) {
    const auto key = [](const Node& n) { return std::tuple(-telling(n), n.type, n.outlook, n.days.earliest, n.days.latest, n.text); };
    const auto left = key(a), right = key(b);
    return left != right ? left < right : std::tie(a.document, a.mentions.front()) < std::tie(b.document, b.mentions.front());
  }

  bool holds(std::uint32_t cluster, std::uint32_t document) const { return taken_.contains(static_cast<std::uint64_t>(cluster) * documents_ + document); }

  // The cluster that the node is most like; a new one if none is like enough, or if nobody can tell which.
  struct Choice {
    std::uint32_t cluster;
    int points;
  };
  Choice choose(std::uint32_t n, int enough) const {
    const auto& node = nodes_[n];
    const auto fresh = static_cast<std::uint32_t>(clusters_.size());
    std::uint32_t best = fresh;
    int most = enough - 1;
    bool tie = false;
    const auto candidates = index_.candidates(node);
    if (candidates.size() >= kTooMany) return {fresh, 0};
    for (const auto c : candidates) {
      const auto& list = clusters_[c].nodes;
      if (list.empty() || (list.size() == 1 && list.front() == n)) continue;
      const auto points = likeness(node, clusters_[c], actors_);
      if (points < enough || points < most) continue;
      tie = points == most;
      most = points;
      best = c;
    }
    // The document tells that one already, and this apart from it; it is none of the less likely ones either.
    return {best == fresh || tie || holds(best, node.document) ? fresh : best, most};
  }

  void put(std::uint32_t n, std::uint32_t cluster, bool again) {
    const auto& node = nodes_[n];
    if (cluster == clusters_.size()) {
      clusters_.push_back(cluster_of(n, node));
    } else {
      add(clusters_[cluster], n, node);
    }
    home_[n] = cluster;
    if (!again) index_.insert(cluster, node);
    taken_.insert(static_cast<std::uint64_t>(cluster) * documents_ + node.document);
  }

  const std::vector<Node>& nodes_;
  const ActorTable& actors_;
  std::size_t documents_;
  Index index_;
  std::vector<Cluster> clusters_;
  std::vector<std::uint32_t> home_;          // per node: its cluster
  std::unordered_set<std::uint64_t> taken_;  // cluster and document
};

template <class T>
void unite(std::vector<T>& all, const std::vector<T>& more) {
  if (std::includes(all.begin(), all.end(), more.begin(), more.end())) return;
  std::vector<T> both;
  both.reserve(all.size() + more.size());
  std::set_union(all.begin(), all.end(), more.begin(), more.end(), std::back_inserter(both));
  all = std::move(both);
}

}  // namespace

Cluster cluster_of(std::uint32_t index, const Node& node) {
  Cluster cluster;
  cluster.type = node.type;
  cluster.outlook = node.outlook;
  cluster.days = node.days;
  add(cluster, index, node);
  return cluster;
}

void add(Cluster& cluster, std::uint32_t index, const Node& node) {
  cluster.nodes.push_back(index);
  auto both = intersect(cluster.days, node.days);
  if (both.empty()) {
    cluster.days_differ = true;
  } else {
    cluster.days = std::move(both);
  }
  unite(cluster.people, node.people);
  unite(cluster.minutes, node.minutes);
  unite(cluster.counts, node.counts);
  unite(cluster.words, node.words);
  cluster.told = std::min(cluster.told, node.told);
  const auto known = [&](const PlaceNumber& p) { return p.place == node.place.place; };
  if (node.place.place != 0 && std::none_of(cluster.places.begin(), cluster.places.end(), known)) cluster.places.push_back(node.place);
}

std::vector<Cluster> merge(const std::vector<Node>& nodes, const ActorTable& actors, std::size_t documents) { return Merger(nodes, actors, documents).run(); }

}  // namespace kroniek
