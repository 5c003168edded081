// Which chains of which documents tell of one event.
#pragma once

#include "node.hpp"

#include <vector>

namespace kroniek {

// Chains that are one event, and what they say together.
struct Cluster {
  std::vector<std::uint32_t> nodes;  // indices, by document
  std::uint16_t type = 0;
  bool frequent = false;                  // as its type is
  Outlook outlook = Outlook::fact;
  bool denied = false;                    // by the chain that it began with
  DaySet days;                       // what all agree on; of the sharpest, where they do not
  bool days_differ = false;
  std::vector<ActorTable::Number> people;
  std::vector<PlaceNumber> places;
  std::vector<std::int32_t> minutes;
  std::vector<Counted> counts;
  std::vector<std::uint32_t> words;
  Day told = kOpenFuture;            // the first publication
};

// Points for and against a node's being what the cluster is; what rules it out gives kNever (docs/decisions/0007).
inline constexpr int kNever = -100;
inline constexpr int kSame = 4, kSure = 7;
int likeness(const Node& node, const Cluster& cluster, const ActorTable& actors);
// Whether the node is told of a place that the cluster has; it decides between two that are as likely.
bool places_agree(const Node& node, const Cluster& cluster);

// The cluster as if one document told it all.
Node as_node(const Cluster& cluster);
Cluster cluster_of(std::uint32_t index, const Node& node);
void add(Cluster& cluster, std::uint32_t index, const Node& node);

// Every node is in exactly one cluster; two nodes of one document never share one. The result depends on the
// nodes and the order of documents in them, not on the order of the list.
std::vector<Cluster> merge(const std::vector<Node>& nodes, const ActorTable& actors, std::size_t documents);

}  // namespace kroniek
