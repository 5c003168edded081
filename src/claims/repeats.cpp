#include "repeats.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace kroniek {

namespace {

// Words of the span without punctuation, for comparison.
std::vector<std::string_view> words_of(const ClaimContext& context, TokenSpan span) {
  std::vector<std::string_view> words;
  for (auto token = span.first; token < span.second; ++token) {
    if (!context.punctuation(token)) words.push_back(context.text().word(token));
  }
  return words;
}

// The words that are quoted directly, to be asked which drafts hold some in a row.
class Quoted {
 public:
  static constexpr std::size_t kFewest = 4;
  static constexpr std::ptrdiff_t kMostTries = 64;  // at places that begin in the same way; articles have far fewer

  Quoted(const ClaimContext& context, const std::vector<Draft>& drafts) {
    for (std::uint32_t d = 0; d < drafts.size(); ++d) {
      if (!drafts[d].direct) continue;
      for (const auto& content : drafts[d].contents) {
        const auto words = words_of(context, content);
        for (std::size_t i = 0; i + kFewest <= words.size(); ++i) starts_.push_back({hash(words, i), d, static_cast<std::uint32_t>(words_.size() + i)});
        words_.insert(words_.end(), words.begin(), words.end());
        words_.emplace_back();  // what stands in one content does not go on in the next
      }
    }
    std::sort(starts_.begin(), starts_.end());
  }

  // In order, each once.
  std::vector<std::uint32_t> holding(const std::vector<std::string_view>& words) const {
    std::vector<std::uint32_t> drafts;
    const auto wanted = hash(words, 0);
    const auto first = std::lower_bound(starts_.begin(), starts_.end(), Start{wanted, 0, 0});
    for (auto start = first; start != first + std::min(kMostTries, starts_.end() - first) && start->hash == wanted; ++start) {
      const auto here = std::span(words_).subspan(start->word);
      if ((drafts.empty() || drafts.back() != start->draft) && here.size() >= words.size() && std::equal(words.begin(), words.end(), here.begin())) drafts.push_back(start->draft);
    }
    return drafts;
  }

 private:
  struct Start {
    std::size_t hash;
    std::uint32_t draft, word;
    friend auto operator<=>(const Start&, const Start&) = default;
  };
  static std::size_t hash(const std::vector<std::string_view>& words, std::size_t at) {
    std::size_t all = 0;
    for (std::size_t i = at; i < at + kFewest; ++i) all = (all ^ std::hash<std::string_view>{}(words[i])) * 0x9E3779B97F4A7C15U;
    return all;
  }
  std::vector<Start> starts_;
  std::vector<std::string_view> words_;
};

}  // namespace

void add_repeats(const ClaimContext& context, std::vector<Draft>& drafts) {
  std::optional<Quoted> quoted;  // most articles have no heading that asks for it
  for (const auto& sentence : context.text().sentences) {
    const auto kind = context.document.blocks[sentence.block].kind;
    if (kind != BlockKind::pull_quote && kind != BlockKind::title && kind != BlockKind::heading) continue;
    const TokenSpan span = context.trim({sentence.first, sentence.last});
    const auto repeated = words_of(context, span);
    if (repeated.size() < Quoted::kFewest) continue;
    if (!quoted) quoted.emplace(context, drafts);
    for (const auto d : quoted->holding(repeated)) {
      if (!drafts[d].covers(span)) drafts[d].contents.push_back(span);
    }
  }
}

}  // namespace kroniek
