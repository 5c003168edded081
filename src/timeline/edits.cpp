#include "draft.hpp"
#include "hash.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace kroniek {

namespace {

constexpr std::string_view kStatuses[] = {"occurred", "planned", "demanded", "proposed", "negated", "conditional", "unconfirmed"};

class Editor {
 public:
  Editor(const EditList& list, const std::vector<Extraction>& extractions, const std::vector<Node>& nodes, const EventRules& rules, const Gazetteer& gazetteer, std::vector<EntryDraft>& drafts,
         std::vector<Diagnostic>& warnings)
      : list_(list), extractions_(extractions), nodes_(nodes), rules_(rules), gazetteer_(gazetteer), drafts_(drafts), warnings_(warnings) {
    for (const auto& draft : drafts) ids_.insert(draft.id);
  }

  void run() {
    for (const auto& edit : list_.edits) {
      switch (edit.kind) {
        case Edit::Kind::merge: merge(edit); break;
        case Edit::Kind::split: split(edit); break;
        case Edit::Kind::drop: drop(edit); break;
        case Edit::Kind::redate: redate(edit); break;
        case Edit::Kind::add: add(edit); break;
      }
    }
  }

 private:
  void report(const Edit& edit, const char* code, std::string message, std::string hint) {
    warnings_.push_back({Severity::warning, code, list_.file, edit.line, 0, std::move(message), std::move(hint)});
  }

  // By its id, or by one that it would have if another of its sources had told it first: so it had in a run with
  // fewer articles.
  std::optional<std::size_t> find(const Edit& edit, const std::string& id) {
    std::vector<std::size_t> found;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (drafts_[d].id == id) return d;
      if (std::any_of(drafts_[d].cluster.nodes.begin(), drafts_[d].cluster.nodes.end(), [&](auto n) { return alias(n) == id; })) found.push_back(d);
    }
    if (found.size() == 1) return found.front();
    report(edit, "edit.not-found", found.empty() ? "there is no entry " + id : "several entries could be " + id, "look up the id in the JSON without this edit");
    return std::nullopt;
  }

  const std::string& alias(std::uint32_t node) {
    auto& known = aliases_[node];
    if (known.empty()) known = "e-" + short_hash(content_of(nodes_[node]));
    return known;
  }

  static void mark(EntryDraft& draft, const char* kind) {
    if (std::find(draft.edits.begin(), draft.edits.end(), kind) == draft.edits.end()) draft.edits.push_back(kind);
  }

  void merge(const Edit& edit) {
    std::vector<std::size_t> found;
    for (const auto& id : edit.entries) {
      const auto d = find(edit, id);
      if (!d) return;
      if (drafts_[*d].added) {
        report(edit, "edit.added", id + " was added by an edit and cannot be merged", "drop it instead");
        return;
      }
      if (std::find(found.begin(), found.end(), *d) == found.end()) found.push_back(*d);
    }
    if (found.size() < 2) return;  // they are one already
    auto& into = drafts_[found.front()];
    for (std::size_t i = 1; i < found.size(); ++i) {
      for (const auto n : drafts_[found[i]].cluster.nodes) kroniek::add(into.cluster, n, nodes_[n]);
      if (!into.redated) into.redated = drafts_[found[i]].redated;
    }
    sort_nodes(into.cluster);
    mark(into, "merge");
    std::sort(found.begin() + 1, found.end(), std::greater<>());
    for (std::size_t i = 0; i + 1 < found.size(); ++i) drafts_.erase(drafts_.begin() + static_cast<std::ptrdiff_t>(found[i + 1]));
  }

  void split(const Edit& edit) {
    const auto d = find(edit, edit.entries.front());
    if (!d) return;
    const std::set<std::string> wanted(edit.documents.begin(), edit.documents.end());
    std::vector<std::uint32_t> stay, leave;
    for (const auto n : drafts_[*d].cluster.nodes) (wanted.contains(extractions_[nodes_[n].document].document.id) ? leave : stay).push_back(n);
    if (stay.empty() || leave.empty()) {
      report(edit, "edit.nothing-to-split", drafts_[*d].id + (leave.empty() ? " has no mention in those documents" : " has mentions in those documents only"), "name some, but not all, of the documents of its mentions");
      return;
    }
    drafts_[*d].cluster = cluster_of_all(stay);
    mark(drafts_[*d], "split");
    EntryDraft other;
    other.cluster = cluster_of_all(leave);
    other.id = unused(content_of(nodes_[leave.front()]));
    mark(other, "split");
    drafts_.push_back(std::move(other));
  }

  void drop(const Edit& edit) {
    if (const auto d = find(edit, edit.entries.front())) drafts_.erase(drafts_.begin() + static_cast<std::ptrdiff_t>(*d));
  }

  void redate(const Edit& edit) {
    const auto d = find(edit, edit.entries.front());
    if (!d) return;
    auto& draft = drafts_[*d];
    mark(draft, "redate");
    if (draft.added) {
      draft.added->date = edit.date;
    } else {
      draft.redated = edit.date;
    }
  }

  void add(const Edit& edit) {
    const auto type = rules_.type_of(edit.type);
    if (type == 0xFFFF) {
      report(edit, "edit.unknown-type", "'" + edit.type + "' is no type of event", "docs/output.md lists the types");
      return;
    }
    const std::string status = edit.status.empty() ? "occurred" : edit.status;
    if (std::find(std::begin(kStatuses), std::end(kStatuses), status) == std::end(kStatuses)) {
      report(edit, "edit.unknown-status", "'" + status + "' is no status", "statuses: occurred, planned, demanded, proposed, negated, conditional, unconfirmed");
      return;
    }
    Entry entry;
    entry.type = edit.type;
    entry.plover = rules_.types[type].plover;
    entry.status = status;
    entry.headline = edit.headline;
    entry.date = edit.date;
    entry.date_basis = "set by an edit";
    for (const auto& id : edit.participants) entry.participants.push_back(actor(id));
    if (!edit.place.empty()) entry.place = place(edit.place);
    entry.edits = {"add"};
    EntryDraft draft;
    draft.id = unused(edit.type + "|" + edit.date.edtf + "|" + edit.headline);
    entry.id = draft.id;
    draft.added = std::make_unique<Entry>(std::move(entry));
    drafts_.push_back(std::move(draft));
  }

  ActorRef actor(const std::string& id) const {
    const auto known = gazetteer_.find_actor(id);
    if (known != kNoActor) return {id, gazetteer_.actors[known].name, "participant", gazetteer_.actors[known].wikidata};
    std::string plain;
    for (const char c : id) plain += c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return {plain, id, "participant", ""};
  }

  PlaceRef place(const std::string& id) const {
    for (const auto& known : gazetteer_.places) {
      if (known.id == id || known.name == id) return {known.id, known.name};
    }
    return {id, id};
  }

  std::string unused(const std::string& content) {
    auto id = "e-" + short_hash(content);
    for (int n = 2; !ids_.insert(id).second; ++n) id = "e-" + short_hash(content + '#' + std::to_string(n));
    return id;
  }

  Cluster cluster_of_all(const std::vector<std::uint32_t>& list) const {
    auto cluster = cluster_of(list.front(), nodes_[list.front()]);
    for (std::size_t i = 1; i < list.size(); ++i) kroniek::add(cluster, list[i], nodes_[list[i]]);
    return cluster;
  }

  void sort_nodes(Cluster& cluster) const {
    std::sort(cluster.nodes.begin(), cluster.nodes.end(), [&](auto a, auto b) {
      return std::pair(nodes_[a].document, nodes_[a].first) < std::pair(nodes_[b].document, nodes_[b].first);
    });
  }

  const EditList& list_;
  const std::vector<Extraction>& extractions_;
  const std::vector<Node>& nodes_;
  const EventRules& rules_;
  const Gazetteer& gazetteer_;
  std::vector<EntryDraft>& drafts_;
  std::vector<Diagnostic>& warnings_;
  std::set<std::string> ids_;
  std::unordered_map<std::uint32_t, std::string> aliases_;
};

}  // namespace

void apply_edits(const EditList& list, const std::vector<Extraction>& extractions, const std::vector<Node>& nodes, const EventRules& rules, const Gazetteer& gazetteer,
                 std::vector<EntryDraft>& drafts, std::vector<Diagnostic>& warnings) {
  Editor(list, extractions, nodes, rules, gazetteer, drafts, warnings).run();
}

}  // namespace kroniek
