// Entries in the making: clusters with an id, which edits may change.
#pragma once

#include "inference.hpp"

#include <kroniek/timeline.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kroniek {

struct EntryDraft {
  std::string id;
  Cluster cluster;
  std::vector<std::string> edits;
  std::optional<DateValue> redated;
  std::unique_ptr<Entry> added;           // whole, by an edit; the cluster is empty
  std::vector<std::string> fulfils;
};

// What a chain tells of itself, as text: the same whatever other documents there are.
std::string content_of(const Node& node);

// Gives each draft an id: the hash of what its first source tells, by publication and then by place.
void give_ids(const std::vector<Node>& nodes, std::vector<EntryDraft>& drafts);

// Applies the edits in order. One that finds no entry, or more than one, is reported and does nothing.
void apply_edits(const EditList& list, const std::vector<Extraction>& extractions, const std::vector<Node>& nodes, const EventRules& rules, const Gazetteer& gazetteer,
                 std::vector<EntryDraft>& drafts, std::vector<Diagnostic>& warnings);

// Links what happened, or was called off, to the plan for it.
void link_plans(const ActorTable& actors, std::vector<EntryDraft>& drafts);

// The entry of a draft; mentions are moved out of `nodes`. `originals` as in signature.hpp.
struct EntryMaker {
  const std::vector<Extraction>& extractions;
  std::vector<Account>& nodes;
  const std::vector<std::uint32_t>& originals;
  const EventRules& rules;
  Entry make(EntryDraft& draft, const std::string& inferred) const;
};

// Entries of one day in the order in which the documents tell them: by the time of the day, by what is said to
// have come after what, else by place in the documents. A circle of "after" is reported and cut.
// `after`: pairs of entry ids, the later one first.
void put_in_order(std::vector<Entry>& entries, const std::vector<std::pair<std::string, std::string>>& after, std::vector<Diagnostic>& warnings);

}  // namespace kroniek
