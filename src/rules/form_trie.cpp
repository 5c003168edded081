#include "form_trie.hpp"

#include <stdexcept>
#include <string>

namespace kroniek {

class FormTrieBuilder {
 public:
  explicit FormTrieBuilder(const std::vector<FormTrie::Key>& keys) {
    add_block();
    // The root: no text may come back to it.
    take(0, kRootLabel);
    used_[0 ^ kRootLabel] = true;
    tasks_.push_back({0, 0, keys.size(), 0});
    while (!tasks_.empty()) {
      const auto task = tasks_.back();
      tasks_.pop_back();
      branch(keys, task);
    }
  }

  std::vector<FormTrie::Cell> cells_;
  std::vector<char> rests_ = {'\0'};  // the empty one first

 private:
  static constexpr std::uint32_t kBlock = 256, kOpenBlocks = 16;  // older ones are full enough
  static constexpr unsigned char kRootLabel = 0xFF;
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  // The keys of [first, last), which begin with the same `depth` bytes and are longer, are to go on from the cell.
  struct Task {
    std::uint32_t cell;
    std::size_t first, last, depth;
  };

  void branch(const std::vector<FormTrie::Key>& keys, const Task& task) {
    const auto label_of = [&](std::size_t key) { return static_cast<unsigned char>(keys[key].first[task.depth]); };
    labels_.clear();
    for (auto k = task.first; k < task.last; ++k) {
      if (labels_.empty() || labels_.back() != label_of(k)) labels_.push_back(label_of(k));
    }
    const auto base = base_for();
    used_[base] = true;
    cells_[task.cell].next = base;
    for (const auto label : labels_) take(base ^ label, label);
    const auto depth = task.depth + 1;
    for (auto last = task.last; last > task.first;) {
      const auto label = label_of(last - 1);
      auto first = last;
      while (first > task.first && label_of(first - 1) == label) --first;
      const auto end = last;
      last = first;
      auto& cell = cells_[base ^ label];
      if (keys[first].first.size() == depth) cell.form = keys[first].second & kMostForms;
      while (first < end && keys[first].first.size() == depth) ++first;
      if (first == end) {
        cell.last = 1;
      } else if (end - first == 1 && cell.form == 0) {
        cell.last = 1;
        cell.form = keys[first].second & kMostForms;
        cell.next = static_cast<std::uint32_t>(rests_.size());
        const auto rest = keys[first].first.substr(depth);
        rests_.insert(rests_.end(), rest.begin(), rest.end());
        rests_.push_back('\0');
      } else {
        tasks_.push_back({base ^ label, first, end, depth});
      }
    }
  }

  // A place from which all labels lead to free cells, and that is nobody else's.
  std::uint32_t base_for() {
    for (auto cell = first_free_; cell != kNone; cell = links_[cell].after) {
      const auto base = cell ^ labels_.front();
      if (used_[base]) continue;
      bool fits = true;
      for (const auto label : labels_) fits = fits && cells_[base ^ label].label == 0;
      if (fits) return base;
    }
    return add_block() ^ labels_.front();
  }

  std::uint32_t add_block() {
    const auto begin = static_cast<std::uint32_t>(cells_.size());
    if (begin > kNone - kBlock) throw std::runtime_error("too many words");
    if (begin >= kOpenBlocks * kBlock) {
      for (auto cell = begin - kOpenBlocks * kBlock; cell < begin - (kOpenBlocks - 1) * kBlock; ++cell) {
        if (cells_[cell].label == 0) unlink(cell);
      }
    }
    cells_.resize(begin + kBlock);
    used_.resize(begin + kBlock);
    for (auto cell = begin; cell < begin + kBlock; ++cell) {
      links_.push_back({last_free_, kNone});
      (last_free_ == kNone ? first_free_ : links_[last_free_].after) = cell;
      last_free_ = cell;
    }
    return begin;
  }

  void unlink(std::uint32_t cell) {
    const auto [before, after] = links_[cell];
    (before == kNone ? first_free_ : links_[before].after) = after;
    (after == kNone ? last_free_ : links_[after].before) = before;
  }

  // Only cells of open blocks are taken.
  void take(std::uint32_t cell, unsigned char label) {
    unlink(cell);
    cells_[cell].label = label;
  }

  static constexpr std::uint32_t kMostForms = FormTrie::kMostForms;
  struct Link {
    std::uint32_t before, after;
  };
  std::vector<Link> links_;  // between free cells of the open blocks
  std::uint32_t first_free_ = kNone, last_free_ = kNone;
  std::vector<bool> used_;  // as `next`
  std::vector<unsigned char> labels_;
  std::vector<Task> tasks_;
};

FormTrie::FormTrie(const std::vector<Key>& keys) {
  if (keys.empty()) return;
  FormTrieBuilder builder(keys);
  cells_ = std::move(builder.cells_);
  rests_ = std::move(builder.rests_);
}

}  // namespace kroniek
