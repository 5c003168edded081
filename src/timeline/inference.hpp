// Documents date one another: what one tells with a day and another with a weekday dates the second document,
// and with it all that it tells.
#pragma once

#include "merge.hpp"

#include <kroniek/extraction.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace kroniek {

// What was found out about the publication of a document.
struct Narrowed {
  DaySet days;
  std::vector<std::uint32_t> because;  // clusters, in order
};

struct Inference {
  std::vector<DaySet> nodes;                   // on which days each node may lie, by its own document alone
  std::vector<DaySet> clusters;                // all that is known of each cluster; not empty
  std::vector<std::optional<Narrowed>> documents;
  // Clusters that cannot all be dated as they are told; nothing was inferred for them or their documents.
  struct Contradiction {
    std::vector<std::uint32_t> documents, clusters;
  };
  std::vector<Contradiction> contradictions;
};

// `told`: the days that each node's document gives it by itself. Clusters whose days differ are left alone.
Inference infer(const std::vector<Extraction>& extractions, const std::vector<Node>& nodes, const std::vector<DaySet>& told, const std::vector<Cluster>& clusters, const ActorTable& actors);

}  // namespace kroniek
