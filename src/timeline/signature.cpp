#include "signature.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace kroniek {

namespace {

constexpr std::size_t kValues = 64, kRun = 4, kBand = 2;
// What is cut short or has a paragraph of its own is still a copy; texts about one event have far less in common.
constexpr double kCopy = 0.3;

std::uint64_t scramble(std::uint64_t x) {  // SplitMix64
  x += 0x9E3779B97F4A7C15ULL;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31);
}

// The same work is done at once on as many values as the processor takes.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define KRONIEK_WIDE __attribute__((target_clones("arch=skylake-avx512", "avx2", "default"), optimize("O3")))
#else
#define KRONIEK_WIDE
#endif

struct Least {
  std::array<std::uint32_t, kValues / 2> low, high;
};

KRONIEK_WIDE void take(std::uint64_t hash, Least& least) {
  for (std::size_t i = 0; i < kValues / 2; ++i) {
    const auto two = scramble(hash + 2 * i * 0xD1B54A32D192ED03ULL);
    least.low[i] = std::min(least.low[i], static_cast<std::uint32_t>(two));
    least.high[i] = std::min(least.high[i], static_cast<std::uint32_t>(two >> 32));
  }
}

// The character in small letters; 0: it belongs to no word.
std::uint64_t letter_of(std::string_view text, int32_t& at) {
  const auto first = static_cast<unsigned char>(text[static_cast<std::size_t>(at)]);
  if (first < 0x80) {
    ++at;
    if ((first >= 'a' && first <= 'z') || (first >= '0' && first <= '9')) return first;
    return first >= 'A' && first <= 'Z' ? first | 0x20U : 0;
  }
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const uint8_t*>(text.data()), at, static_cast<int32_t>(text.size()), c);
  return c >= 0 && u_isalnum(c) ? static_cast<std::uint64_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT)) : 0;
}

std::vector<std::uint64_t> words_of(std::string_view text) {
  std::vector<std::uint64_t> words;
  words.reserve(text.size() / 5);
  const auto size = static_cast<int32_t>(text.size());
  std::uint64_t word = 0;
  for (int32_t i = 0; i < size;) {
    if (const auto letter = letter_of(text, i); letter != 0) {
      word = scramble(word ^ letter);
    } else if (word != 0) {
      words.push_back(word);
      word = 0;
    }
  }
  if (word != 0) words.push_back(word);
  return words;
}

}  // namespace

std::vector<std::uint32_t> signature_of(std::string_view text) {
  const auto words = words_of(text);
  if (words.empty()) return {};
  Least least;
  least.low.fill(std::numeric_limits<std::uint32_t>::max());
  least.high = least.low;
  const auto run = std::min(kRun, words.size());
  for (std::size_t i = 0; i + run <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < run; ++k) hash = scramble(hash ^ words[i + k]);
    take(hash, least);
  }
  std::vector<std::uint32_t> values(kValues);
  for (std::size_t i = 0; i < kValues / 2; ++i) {
    values[2 * i] = least.low[i];
    values[2 * i + 1] = least.high[i];
  }
  return values;
}

double resemblance(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  if (a.empty() || a.size() != b.size()) return 0;
  std::size_t same = 0;
  for (std::size_t i = 0; i < a.size(); ++i) same += a[i] == b[i] ? 1 : 0;
  return static_cast<double>(same) / static_cast<double>(a.size());
}

std::vector<std::uint32_t> originals(const std::vector<Extraction>& extractions) {
  std::vector<std::uint32_t> root(extractions.size());
  std::iota(root.begin(), root.end(), 0U);
  const auto find = [&](std::uint32_t d) {
    while (root[d] != d) d = root[d] = root[root[d]];
    return d;
  };
  // Documents that share a band are compared, each with the first that had it.
  std::unordered_map<std::uint64_t, std::uint32_t> first;
  for (std::size_t band = 0; band + kBand <= kValues; band += kBand) {
    first.clear();
    for (std::uint32_t d = 0; d < extractions.size(); ++d) {
      const auto& signature = extractions[d].document.signature;
      if (signature.size() != kValues) continue;
      std::uint64_t key = 0;
      for (std::size_t v = band; v < band + kBand; ++v) key = scramble(key ^ signature[v]);
      const auto [at, is_new] = first.emplace(key, d);
      if (is_new || find(at->second) == find(d)) continue;
      if (resemblance(extractions[at->second].document.signature, signature) < kCopy) continue;
      const auto a = find(at->second), b = find(d);
      root[std::max(a, b)] = std::min(a, b);
    }
  }
  for (std::uint32_t d = 0; d < root.size(); ++d) root[d] = find(d);
  return root;
}

}  // namespace kroniek
