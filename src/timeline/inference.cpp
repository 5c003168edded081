#include "inference.hpp"

#include "../time/resolve.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace kroniek {

namespace {

constexpr Day kMostDays = 400;
constexpr int kSettles = 6;  // points: the same two people, on a weekday that fits

// The days of any of the sets: all of them if they are few, else from the first to the last.
class Union {
 public:
  void add(const DaySet& set) {
    if (set.empty()) return;
    earliest_ = std::min(earliest_, set.earliest);
    latest_ = std::max(latest_, set.latest);
    if (set.count() > kMostDays) whole_ = true;
    if (whole_) return;
    if (!set.days.empty()) {
      days_.insert(days_.end(), set.days.begin(), set.days.end());
    } else {
      for (Day day = set.earliest; day <= set.latest; ++day) days_.push_back(day);
    }
  }
  DaySet get() {
    if (earliest_ > latest_) return {1, 0, {}};
    if (whole_) return {earliest_, latest_, {}};
    return days_of(one_of(std::move(days_)));
  }

 private:
  Day earliest_ = kOpenFuture, latest_ = kOpenPast;
  bool whole_ = false;
  std::vector<Day> days_;
};

// One of a set of days, as an EDTF one-of set lists them; a run of days is an interval again.
DaySet as_set(const std::vector<Day>& days) {
  DaySet set{days.front(), days.back(), {}};
  if (set.latest - set.earliest + 1 != static_cast<Day>(days.size())) set.days = days;
  return set;
}

class Solver {
 public:
  Solver(const std::vector<Extraction>& extractions, const std::vector<Node>& nodes, const std::vector<DaySet>& told, const std::vector<Cluster>& clusters, const ActorTable& actors)
      : extractions_(extractions), nodes_(nodes), told_(told), clusters_(clusters), actors_(actors), published_(extractions.size()), because_(extractions.size()), group_(extractions.size()) {
    std::iota(group_.begin(), group_.end(), 0U);
    for (std::size_t d = 0; d < extractions.size(); ++d) {
      const auto& published = extractions[d].document.published;
      if (!published || published->date.is_day() || published->date.is_open()) continue;
      published_[d] = publication_days(published->date);
      if (published_[d].size() > static_cast<std::size_t>(kMostDays)) published_[d].clear();
    }
    for (const auto& cluster : clusters) {
      // Anew from what was told, so that every step has its reason.
      DaySet days;
      for (const auto n : cluster.nodes) days = intersect(days, told[n]);
      if (days.empty()) days = cluster.days;
      days_.push_back(std::move(days));
      if (!cluster.days_differ) join(cluster);
    }
  }

  Inference run() {
    const auto published = published_;
    const auto days = days_;
    std::vector<bool> broken(group_.size(), false);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::uint32_t c = 0; c < clusters_.size(); ++c) changed |= visit(c, broken);
    }
    Inference result;
    result.documents.resize(extractions_.size());
    // What depends on a contradiction stays as it was told.
    for (std::uint32_t d = 0; d < published_.size(); ++d) {
      if (broken[root(d)]) {
        published_[d] = published[d];
      } else if (published_[d].size() < published[d].size()) {
        result.documents[d] = Narrowed{as_set(published_[d]), because_[d]};
      }
    }
    std::vector<std::vector<std::uint32_t>> torn(group_.size());
    for (std::uint32_t c = 0; c < clusters_.size(); ++c) {
      const auto document = uncertain(clusters_[c]);
      if (!document || !broken[root(*document)] || clusters_[c].days_differ) continue;
      days_[c] = days[c];
      torn[root(*document)].push_back(c);
    }
    for (std::uint32_t g = 0; g < torn.size(); ++g) {
      if (!broken[g]) continue;
      Inference::Contradiction contradiction;
      contradiction.clusters = std::move(torn[g]);
      for (std::uint32_t d = 0; d < group_.size(); ++d) {
        if (root(d) == g) contradiction.documents.push_back(d);
      }
      result.contradictions.push_back(std::move(contradiction));
    }
    result.nodes.reserve(nodes_.size());
    for (std::uint32_t n = 0; n < nodes_.size(); ++n) result.nodes.push_back(given(n));
    result.clusters = std::move(days_);
    return result;
  }

 private:
  bool is_uncertain(std::uint32_t document) const { return published_[document].size() > 1; }
  static const EventMention& best(const Node& node) { return node.mentions[node.best]; }

  // Documents that hang together through an event fall together.
  void join(const Cluster& cluster) {
    std::optional<std::uint32_t> first;
    for (const auto n : cluster.nodes) {
      const auto d = nodes_[n].document;
      if (!is_uncertain(d)) continue;
      if (first) group_[root(d)] = root(*first);
      first = d;
    }
  }
  std::uint32_t root(std::uint32_t document) const {
    while (group_[document] != document) document = group_[document];
    return document;
  }
  std::optional<std::uint32_t> uncertain(const Cluster& cluster) const {
    for (const auto n : cluster.nodes) {
      if (is_uncertain(nodes_[n].document) || !because_[nodes_[n].document].empty()) return nodes_[n].document;
    }
    return std::nullopt;
  }

  template <class Do>
  void each_row(const Node& node, Do act) const {
    for (const auto& row : best(node).if_published) {
      const auto& days = published_[node.document];
      const auto from = std::lower_bound(days.begin(), days.end(), row.from);
      if (from != days.end() && *from <= row.until) act(row, from, std::upper_bound(from, days.end(), row.until));
    }
  }

  bool depends(const Node& node) const { return !published_[node.document].empty() && !best(node).if_published.empty(); }

  // A date that the mention itself states, or its tense alone; not one carried over from what was told before.
  bool states(const Node& node) const {
    const auto& mention = best(node);
    if (!mention.date_at) return mention.date.is_open();
    return mention.at.span.begin <= mention.date_at->span.begin && mention.date_at->span.end <= mention.at.span.end;
  }

  // The days that the document gives the event, on the days on which it may have been published.
  DaySet given(std::uint32_t n) const {
    const auto& node = nodes_[n];
    if (!depends(node)) return told_[n];
    Union all;
    each_row(node, [&](const DateIfPublished& row, auto, auto) { all.add(days_of(row.date)); });
    return intersect(all.get(), told_[n]);
  }

  // "Woensdag" is one of the month's by convention, whatever the day of publication: a document does not date itself by it.
  bool by_one(const Cluster& cluster) const {
    return std::all_of(cluster.nodes.begin(), cluster.nodes.end(), [&](std::uint32_t n) { return nodes_[n].document == nodes_[cluster.nodes.front()].document; });
  }

  // A merge that is only likely dates its entry, but not all else that the document tells.
  bool surely(std::uint32_t n, const Cluster& cluster) const {
    constexpr std::size_t kMost = 8;  // of the others that are asked, so that time stays linear
    std::size_t asked = 0;
    for (const auto other : cluster.nodes) {
      if (nodes_[other].document == nodes_[n].document) continue;
      if (likeness(nodes_[n], cluster_of(other, nodes_[other]), actors_) >= kSettles) return true;
      if (++asked == kMost) break;
    }
    return false;
  }

  bool visit(std::uint32_t c, std::vector<bool>& broken) {
    const auto& cluster = clusters_[c];
    if (cluster.days_differ) return false;
    bool changed = false;
    for (const auto n : cluster.nodes) {
      const auto& node = nodes_[n];
      if (!depends(node) || broken[root(node.document)]) continue;
      auto days = intersect(days_[c], given(n));
      if (days.empty()) {
        if (states(node)) broken[root(node.document)] = true;
        continue;
      }
      if (days != days_[c]) {
        days_[c] = std::move(days);
        changed = true;
      }
      if (!states(node) || by_one(cluster) || !surely(n, cluster)) continue;
      std::vector<Day> possible;
      each_row(node, [&](const DateIfPublished& row, auto from, auto until) {
        if (overlap(days_of(row.date), days_[c])) possible.insert(possible.end(), from, until);
      });
      auto& published = published_[node.document];
      if (possible.empty()) {
        broken[root(node.document)] = true;
      } else if (possible.size() < published.size()) {
        published = std::move(possible);
        auto& because = because_[node.document];
        if (std::find(because.begin(), because.end(), c) == because.end()) because.insert(std::upper_bound(because.begin(), because.end(), c), c);
        changed = true;
      }
    }
    return changed;
  }

  const std::vector<Extraction>& extractions_;
  const std::vector<Node>& nodes_;
  const std::vector<DaySet>& told_;
  const std::vector<Cluster>& clusters_;
  const ActorTable& actors_;
  std::vector<std::vector<Day>> published_;  // per document; empty: known to the day, or not at all
  std::vector<std::vector<std::uint32_t>> because_;
  std::vector<DaySet> days_;                 // per cluster
  std::vector<std::uint32_t> group_;
};

}  // namespace

Inference infer(const std::vector<Extraction>& extractions, const std::vector<Node>& nodes, const std::vector<DaySet>& told, const std::vector<Cluster>& clusters, const ActorTable& actors) {
  return Solver(extractions, nodes, told, clusters, actors).run();
}

}  // namespace kroniek
