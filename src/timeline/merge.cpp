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
constexpr std::uint32_t kNone = 0xFFFFFFFF;
// Of a day with more candidates the first are looked at.
constexpr std::size_t kMost = 128;

// Those that tell most come first, so that clusters begin with what is certain.
int telling(const Node& node) {
  const auto days = node.days.count();
  return (days == 1 ? 8 : days <= 7 ? 6 : days <= kMonth ? 3 : 0) + (node.place.place != 0 ? 2 : 0) + static_cast<int>(std::min<std::size_t>(node.people.size(), 3)) +
         (node.minutes.empty() ? 0 : 1) + (node.counts.empty() ? 0 : 1);
}

bool same_content(const Node& a, const Node& b) {
  return a.type == b.type && a.outlook == b.outlook && a.denied == b.denied && a.days == b.days && a.people == b.people && a.place.place == b.place.place && a.minutes == b.minutes && a.counts == b.counts &&
         a.words == b.words;
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) { return (hash ^ (value + 0x9E3779B97F4A7C15ULL + (hash << 6) + (hash >> 2))) * 1099511628211ULL; }

// Finds the clusters that a node may belong to, by day and by one of its people or, if it has none, its place.
class Index {
 public:
  explicit Index(const ActorTable& actors) : actors_(actors) {}

  // `node` as its cluster is dated: wider days of its own lead to nothing.
  void insert(std::uint32_t cluster, const Node& node, const DaySet& days) {
    const auto reach = reach_of(days);
    each_key(node, reach, true, [&](std::uint64_t key) {
      auto& list = lists_[key];
      if (list.empty() || list.back().cluster != cluster) list.push_back({cluster, reach.from, reach.to});
    });
  }

  std::vector<std::uint32_t> candidates(const Node& node) const {
    auto reach = reach_of(node.days);
    // A day to either side, for sources that are a day apart.
    if (reach.to - reach.from <= 1 && reach.from != kAnyDay) {
      --reach.from;
      ++reach.to;
    }
    std::vector<std::uint32_t> found;
    each_key(node, reach, false, [&](std::uint64_t key) {
      const auto list = lists_.find(key);
      if (list == lists_.end()) return;
      for (const auto& place : list->second) {
        if (found.size() >= kMost) return;
        if (place.from <= reach.to && reach.from <= place.to) found.push_back(place.cluster);
      }
    });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  struct Place {
    std::uint32_t cluster;
    Day from, to;
  };
  struct Reach {
    Day from, to;
  };
  static constexpr Day kAnyDay = kOpenFuture - 4;
  static constexpr int kBucket = 2;  // of 4 days

  // Two months at most: a month before what has no begin, two after what has no end.
  static Reach reach_of(const DaySet& days) {
    auto from = days.earliest, to = days.latest;
    if (from == kOpenPast && to == kOpenFuture) return {kAnyDay, kAnyDay};
    if (from == kOpenPast) from = to - kMonth;
    if (to == kOpenFuture) to = from + 2 * kMonth;
    return to - from > 2 * kMonth ? Reach{kAnyDay, kAnyDay} : Reach{from, to};
  }

  template <class Do>
  void each_key(const Node& node, const Reach& reach, bool inserting, Do act) const {
    const std::uint64_t base = mix(mix(14695981039346656037ULL, node.type), static_cast<std::uint64_t>(node.outlook));
    for (auto bucket = reach.from >> kBucket; bucket <= reach.to >> kBucket; ++bucket) {
      const auto dated = mix(base, static_cast<std::uint64_t>(bucket) + 0x100000000ULL);
      std::uint64_t last = 0;
      for (const auto person : node.people) {
        const auto key = mix(dated, actors_.side(person) + 2ULL);
        if (key != last) act(key);
        last = key;
      }
      // Those without people meet all of their day; those with people meet those without.
      const bool nobody = node.people.empty();
      if (nobody || inserting) act(mix(dated, 1));
      if (nobody == inserting) act(mix(dated, 0));
    }
  }

  const ActorTable& actors_;
  std::unordered_map<std::uint64_t, std::vector<Place>> lists_;
};

class Merger {
 public:
  Merger(const std::vector<Node>& nodes, const ActorTable& actors, std::size_t documents) : nodes_(nodes), actors_(actors), documents_(documents), index_(actors) {}

  std::vector<Cluster> run() {
    std::vector<std::uint32_t> order(nodes_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::vector<int> tells;
    tells.reserve(nodes_.size());
    for (const auto& node : nodes_) tells.push_back(telling(node));
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return tells[a] != tells[b] ? tells[a] > tells[b] : before(nodes_[a], nodes_[b]); });
    // First what is sure, so that no chance meeting stands in its way.
    std::uint32_t home = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const auto& node = nodes_[order[i]];
      // What says the same as the one before goes where that went.
      const bool again = i > 0 && same_content(node, nodes_[order[i - 1]]) && !holds(home, node.document);
      if (!again) home = choose(node, kNone, kSure).cluster;
      if (home == clusters_.size()) {
        clusters_.push_back(cluster_of(order[i], node));
        index_.insert(home, node, node.days);
      } else {
        join(home, order[i]);
      }
      taken_.insert(key(home, node.document));
    }
    // Then each with what it is most like.
    for (std::uint32_t c = 0; c < clusters_.size(); ++c) {
      if (clusters_[c].nodes.empty()) continue;
      const auto to = choose(as_node(clusters_[c]), c, kSame);
      if (to.cluster == clusters_.size()) continue;
      // One that is alone goes to one only; what is many takes all that are like it.
      if (clusters_[to.cluster].nodes.size() == 1) {
        const auto back = choose(as_node(clusters_[to.cluster]), to.cluster, kSame);
        if (back.points > to.points || back.ambiguous) continue;
      }
      absorb(to.cluster, c);
    }
    std::erase_if(clusters_, [](const Cluster& cluster) { return cluster.nodes.empty(); });
    for (auto& cluster : clusters_) {
      std::sort(cluster.nodes.begin(), cluster.nodes.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(nodes_[a].document, nodes_[a].first) < std::tie(nodes_[b].document, nodes_[b].first);
      });
    }
    return std::move(clusters_);
  }

 private:
  static bool before(const Node& a, const Node& b) {
    const auto key = [](const Node& n) { return std::tuple(n.type, n.outlook, n.days.earliest, n.days.latest, n.text); };
    const auto left = key(a), right = key(b);
    return left != right ? left < right : std::tie(a.document, a.first) < std::tie(b.document, b.first);
  }

  std::uint64_t key(std::uint32_t cluster, std::uint32_t document) const { return static_cast<std::uint64_t>(cluster) * documents_ + document; }
  bool holds(std::uint32_t cluster, std::uint32_t document) const { return taken_.contains(key(cluster, document)); }
  bool share_document(std::uint32_t a, std::uint32_t b) const {
    const bool smaller = clusters_[a].nodes.size() < clusters_[b].nodes.size();
    const auto& nodes = clusters_[smaller ? a : b].nodes;
    return std::any_of(nodes.begin(), nodes.end(), [&](auto n) { return holds(smaller ? b : a, nodes_[n].document); });
  }

  struct Choice {
    std::uint32_t cluster;   // clusters_.size(): none
    int points;
    bool ambiguous;          // two that are not one are as likely
    bool place;              // it is told of the same place
  };
  // What the node, or the cluster `own` that it stands for, is most like.
  Choice choose(const Node& node, std::uint32_t own, int enough) const {
    const auto none = static_cast<std::uint32_t>(clusters_.size());
    Choice choice{none, enough - 1, false, false};
    for (const auto c : index_.candidates(node)) {
      if (c == own || clusters_[c].nodes.empty()) continue;
      const auto points = likeness(node, clusters_[c], actors_);
      if (points < enough || points < choice.points) continue;
      // Of two that are as likely the one of the same place.
      const bool place = places_agree(node, clusters_[c]);
      const std::pair here(points, place), best(choice.points, choice.place);
      if (here < best) continue;
      if (here > best) {
        choice = {c, points, false, place};
      } else if (share_document(c, choice.cluster) || likeness(as_node(clusters_[c]), clusters_[choice.cluster], actors_) < kSame) {
        choice.ambiguous = true;
      }
    }
    if (choice.cluster == none) return choice;
    // A document that tells that one tells this apart from it; it is none of the less likely ones either.
    const bool told_apart = own == kNone ? holds(choice.cluster, node.document) : share_document(own, choice.cluster);
    if (choice.ambiguous || told_apart) choice.cluster = none;
    return choice;
  }

  // Only people that are new to the cluster lead to it in a new way.
  void join(std::uint32_t into, std::uint32_t n) {
    auto& cluster = clusters_[into];
    const auto& people = nodes_[n].people;
    const bool known = std::includes(cluster.people.begin(), cluster.people.end(), people.begin(), people.end());
    add(cluster, n, nodes_[n]);
    if (!known) index_.insert(into, nodes_[n], cluster.days);
  }

  void absorb(std::uint32_t into, std::uint32_t from) {
    for (const auto n : clusters_[from].nodes) {
      join(into, n);
      taken_.insert(key(into, nodes_[n].document));
    }
    clusters_[from] = {};
  }

  const std::vector<Node>& nodes_;
  const ActorTable& actors_;
  std::size_t documents_;
  Index index_;
  std::vector<Cluster> clusters_;
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
  cluster.frequent = node.frequent;
  cluster.outlook = node.outlook;
  cluster.denied = node.denied;
  cluster.days = node.days;
  add(cluster, index, node);
  return cluster;
}

Node as_node(const Cluster& cluster) {
  Node node;
  node.type = cluster.type;
  node.frequent = cluster.frequent;
  node.outlook = cluster.outlook;
  node.denied = cluster.denied;
  node.days = cluster.days;
  node.people = cluster.people;
  if (!cluster.places.empty()) node.place = cluster.places.front();
  node.minutes = cluster.minutes;
  node.counts = cluster.counts;
  node.words = cluster.words;
  node.told = cluster.told;
  return node;
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
