#include "../rules/pack.hpp"
#include "documents.hpp"
#include "draft.hpp"
#include "hash.hpp"
#include "headline.hpp"
#include "selection.hpp"
#include "signature.hpp"

#include <kroniek/kroniek.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace kroniek {

namespace {

constexpr std::uint32_t kNobody = 0xFFFFFFFF;
// Merging and dating help one another; what they still change after so many rounds is a matter of chance.
constexpr int kRounds = 4;

class Assembler {
 public:
  Assembler(std::vector<Extraction>& extractions, const Pack& pack, const Assembly& assembly) : extractions_(extractions), data_(pack.data()), pack_(pack), assembly_(assembly), maker_(data_.gazetteer, data_.events) {
    timeline_.pack_language = data_.language;
    timeline_.pack_version = data_.version;
    timeline_.pack_sha256 = data_.sha256;
    timeline_.from = assembly.window.from;
    timeline_.to = assembly.window.to;
    timeline_.edits = assembly.edits.edits;
  }

  Timeline run() {
    put_in_order(extractions_, timeline_.warnings);
    std::size_t events = 0;
    for (const auto& extraction : extractions_) events += extraction.events.size();
    nodes_.reserve(events);
    for (std::uint32_t d = 0; d < extractions_.size(); ++d) {
      node_at_.push_back(maker_.take(extractions_[d], d, nodes_));
    }
    cluster();
    find_copies();
    make_drafts();
    apply_edits(assembly_.edits, extractions_, nodes_, data_.events, data_.gazetteer, drafts_, timeline_.warnings);
    link_plans(maker_.actors(), drafts_);
    relate();
    forget_comparison();
    make_entries();
    std::stable_sort(timeline_.warnings.begin(), timeline_.warnings.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return std::tie(a.file, a.line, a.column, a.code, a.message) < std::tie(b.file, b.line, b.column, b.code, b.message);
    });
    return std::move(timeline_);
  }

 private:
  // Entries need no more of the nodes than what was told; with many mentions the rest is a good part of the memory.
  void forget_comparison() {
    told_.reserve(nodes_.size());
    for (auto& node : nodes_) told_.push_back(std::move(node));
    std::vector<Node>().swap(nodes_);
    std::vector<std::vector<std::uint32_t>>().swap(node_at_);
    std::vector<std::uint32_t>().swap(draft_of_);
  }

  // Chains to clusters, with the dates that they give one another, until nothing changes.
  void cluster() {
    std::vector<DaySet> told;
    told.reserve(nodes_.size());
    for (const auto& node : nodes_) {
      told.push_back(node.days);
      days_told_.push_back(node.days.count());
    }
    clusters_ = merge(nodes_, maker_.actors(), extractions_.size());
    if (!assembly_.inference) return;
    for (int round = 1;; ++round) {
      inference_ = infer(extractions_, nodes_, told, clusters_, maker_.actors());
      bool changed = false;
      for (std::size_t n = 0; n < nodes_.size(); ++n) {
        changed = changed || nodes_[n].days != inference_->nodes[n];
        nodes_[n].days = std::move(inference_->nodes[n]);
      }
      if (!changed || round == kRounds) break;
      clusters_ = merge(nodes_, maker_.actors(), extractions_.size());
    }
    std::vector<DaySet>().swap(inference_->nodes);
  }

  void find_copies() {
    originals_ = originals(extractions_);
    std::unordered_map<std::uint32_t, std::size_t> group;
    for (std::uint32_t d = 0; d < originals_.size(); ++d) {
      if (originals_[d] == d) continue;
      const auto [at, is_new] = group.emplace(originals_[d], timeline_.copies.size());
      if (is_new) timeline_.copies.push_back({extractions_[originals_[d]].document.id});
      timeline_.copies[at->second].push_back(extractions_[d].document.id);
    }
    for (auto& extraction : extractions_) std::vector<std::uint32_t>().swap(extraction.document.signature);
  }

  void make_drafts() {
    drafts_.reserve(clusters_.size());
    for (std::size_t c = 0; c < clusters_.size(); ++c) {
      EntryDraft draft;
      draft.cluster = std::move(clusters_[c]);
      drafts_.push_back(std::move(draft));
    }
    std::vector<Cluster>().swap(clusters_);
    give_ids(nodes_, drafts_);
    if (inference_) {
      for (std::size_t c = 0; c < drafts_.size(); ++c) {
        if (!drafts_[c].cluster.days_differ) drafts_[c].cluster.days = inference_->clusters[c];
      }
      report_inference();
      std::vector<DaySet>().swap(inference_->clusters);
    }
    std::sort(drafts_.begin(), drafts_.end(), [&](const EntryDraft& a, const EntryDraft& b) { return place(a) < place(b); });
  }

  std::tuple<std::uint32_t, std::uint32_t> place(const EntryDraft& draft) const {
    if (draft.cluster.nodes.empty()) return {kNobody, 0};
    const auto& node = nodes_[draft.cluster.nodes.front()];
    return {node.document, node.first};
  }

  const std::string& id_of(std::uint32_t document) const { return extractions_[document].document.id; }

  void report_inference() {
    basis_.resize(extractions_.size());
    for (std::uint32_t d = 0; d < extractions_.size(); ++d) {
      const auto& narrowed = inference_->documents[d];
      if (!narrowed) continue;
      std::string because;
      for (const auto c : narrowed->because) because += (because.empty() ? "" : ", ") + drafts_[c].id;
      timeline_.inferred.push_back({id_of(d), date_of(narrowed->days), "it tells of " + because});
      basis_[d] = id_of(d) + " was published " + timeline_.inferred.back().date.edtf + ", as it tells of " + because;
    }
    for (const auto& contradiction : inference_->contradictions) {
      const auto& first = extractions_[contradiction.documents.front()].document;
      std::string documents, events;
      for (const auto d : contradiction.documents) documents += (documents.empty() ? "" : ", ") + id_of(d);
      for (const auto c : contradiction.clusters) {
        if (drafts_[c].cluster.nodes.size() < 2) continue;
        events += (events.empty() ? "" : "; ") + drafts_[c].id + ":";
        for (const auto n : drafts_[c].cluster.nodes) events += " " + id_of(nodes_[n].document) + " " + best(nodes_[n]).date.edtf;
      }
      timeline_.warnings.push_back({Severity::warning, "timeline.contradiction", first.source, static_cast<int>(first.source_line), 0,
                                    "the days told in " + documents + " cannot all be right (" + events + ")", "none of them was dated by another source; an edit can set a date"});
    }
  }

  static const EventMention& best(const Account& node) { return node.mentions[node.best]; }

  // What the date was inferred from; empty if one source tells it so.
  std::string inferred(const EntryDraft& draft) const {
    const auto& cluster = draft.cluster;
    if (!inference_ || cluster.days_differ || cluster.nodes.empty() || cluster.days == DaySet{}) return {};
    std::string from;
    std::string published;
    for (const auto n : cluster.nodes) {
      if (days_told_[n] <= cluster.days.count()) return {};
      const auto& mention = best(told_[n]);
      from += (from.empty() ? "" : "; ") + id_of(told_[n].document) + " tells " + (mention.date.edtf.empty() ? "no date" : mention.date.edtf);
      if (mention.date_at) from += " (\"" + mention.date_at->text + "\")";
      if (const auto& reason = basis_[told_[n].document]; !reason.empty()) published += "; " + reason;
    }
    return "inferred: " + from + published;
  }

  // Which draft has which chain.
  void relate() {
    draft_of_.assign(nodes_.size(), kNobody);
    for (std::uint32_t d = 0; d < drafts_.size(); ++d) {
      for (const auto n : drafts_[d].cluster.nodes) draft_of_[n] = d;
    }
    for (std::uint32_t n = 0; n < nodes_.size(); ++n) {
      for (const auto& mention : nodes_[n].mentions) {
        for (const auto earlier : mention.after) {
          const auto a = draft_of_[n], b = draft_of_[node_at_[nodes_[n].document][earlier]];
          if (a != kNobody && b != kNobody && a != b) after_.push_back({drafts_[a].id, drafts_[b].id});
        }
      }
    }
    for (std::uint32_t d = 0; d < extractions_.size(); ++d) {
      auto& extraction = extractions_[d];
      const auto first_claim = timeline_.claims.size();
      std::unordered_map<std::string, std::string> renamed;
      for (auto& claim : extraction.claims) {
        TimelineClaim told{std::move(claim), {}};
        for (const auto event : told.claim.about) {
          const auto draft = draft_of_[node_at_[d][event]];
          if (draft == kNobody) continue;
          const auto& id = drafts_[draft].id;
          if (std::find(told.about.begin(), told.about.end(), id) == told.about.end()) told.about.push_back(id);
        }
        // Copies of one text say the same in the same place.
        auto& times = claim_ids_[told.claim.id];
        if (++times > 1) {
          const auto old = std::exchange(told.claim.id, "c-" + short_hash(told.claim.id + '#' + std::to_string(times)));
          renamed.emplace(old, told.claim.id);
        }
        timeline_.claims.push_back(std::move(told));
      }
      for (auto c = first_claim; c < timeline_.claims.size(); ++c) follow(renamed, timeline_.claims[c].claim);
      std::vector<Claim>().swap(extraction.claims);
      std::vector<TimeExpression>().swap(extraction.times);
    }
    claim_ids_.clear();
  }

  // Claims answer those of their own document, by whatever ids these have now.
  static void follow(const std::unordered_map<std::string, std::string>& renamed, Claim& claim) {
    for (auto* ids : {&claim.denies, &claim.contradicts}) {
      for (auto& id : *ids) {
        if (const auto it = renamed.find(id); it != renamed.end()) id = it->second;
      }
    }
  }

  void make_entries() {
    const EntryMaker maker{extractions_, told_, originals_, data_.events};
    const auto* labels_asked = labels(pack_, assembly_.language);
    const auto& language = labels_asked != nullptr ? assembly_.language : data_.language;
    const auto* own_labels = labels(pack_, language);
    std::unordered_set<std::string> left_out;
    timeline_.entries.reserve(drafts_.size());
    for (auto& draft : drafts_) {
      const auto basis = inferred(draft);
      auto entry = maker.make(draft, basis);
      draft = {};
      const auto type = data_.events.type_of(entry.type);
      if (entry.headline.empty() && type != 0xFFFF && own_labels != nullptr) entry.headline = headline(entry, data_.events.types[type], language, data_.gazetteer, *own_labels);
      const auto fit = fit_of(entry, assembly_.window);
      if (fit == Fit::outside) {
        ++timeline_.outside_window;
        left_out.insert(entry.id);
        continue;
      }
      if (!selected(entry, assembly_.selection)) {
        ++timeline_.not_selected;
        left_out.insert(entry.id);
        continue;
      }
      entry.may_lie_outside = fit == Fit::across;
      const bool open = entry.date.edtf.empty() || entry.date.is_open();
      (open ? timeline_.undated : timeline_.entries).push_back(std::move(entry));
    }
    for (auto& claim : timeline_.claims) std::erase_if(claim.about, [&](const std::string& id) { return left_out.contains(id); });
    for (auto* list : {&timeline_.entries, &timeline_.undated}) {
      for (auto& entry : *list) std::erase_if(entry.fulfils, [&](const std::string& id) { return left_out.contains(id); });
    }
    put_in_order(timeline_.entries, after_, timeline_.warnings);
    timeline_.documents.reserve(extractions_.size());
    for (auto& extraction : extractions_) timeline_.documents.push_back(std::move(extraction.document));
  }

  std::vector<Extraction>& extractions_;
  const PackData& data_;
  const Pack& pack_;
  const Assembly& assembly_;
  NodeMaker maker_;
  std::vector<Node> nodes_;
  std::vector<std::vector<std::uint32_t>> node_at_;  // per document and event
  std::vector<Day> days_told_;  // per node, how many before anything was inferred
  std::vector<Account> told_;      // what is left of the nodes when entries are made
  std::vector<Cluster> clusters_;
  std::optional<Inference> inference_;
  std::vector<std::uint32_t> originals_;
  std::vector<EntryDraft> drafts_;
  std::vector<std::string> basis_;  // per document: why it was published when
  std::vector<std::uint32_t> draft_of_;
  std::vector<std::pair<std::string, std::string>> after_;
  std::unordered_map<std::string, int> claim_ids_;
  Timeline timeline_;
};

}  // namespace

Timeline assemble(std::vector<Extraction> extractions, const Pack& pack, const Assembly& assembly) { return Assembler(extractions, pack, assembly).run(); }

}  // namespace kroniek
