#include "signature.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
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

// The character in small letters; 0: it belongs to no word.
std::uint64_t wide_letter(std::string_view text, int32_t& at) {
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const uint8_t*>(text.data()), at, static_cast<int32_t>(text.size()), c);
  return c >= 0 && u_isalnum(c) ? static_cast<std::uint64_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT)) : 0;
}

// The same of ASCII.
constexpr auto kLetters = [] {
  std::array<std::uint8_t, 128> letters{};
  for (unsigned c = '0'; c <= '9'; ++c) letters[c] = static_cast<std::uint8_t>(c);
  for (unsigned c = 'a'; c <= 'z'; ++c) letters[c] = letters[c & ~0x20U] = static_cast<std::uint8_t>(c);
  return letters;
}();

// A hash of each word (FNV-1a).
std::vector<std::uint64_t> words_of(std::string_view text) {
  constexpr std::uint64_t kBegin = 0xCBF29CE484222325ULL, kTimes = 0x100000001B3ULL;
  std::vector<std::uint64_t> words;
  words.reserve(text.size() / 5);
  const auto size = static_cast<int32_t>(text.size());
  std::uint64_t word = kBegin;
  for (int32_t i = 0; i < size;) {
    const auto byte = static_cast<unsigned char>(text[static_cast<std::size_t>(i)]);
    const bool ascii = byte < 0x80;
    const auto letter = ascii ? kLetters[byte] : wide_letter(text, i);
    i += ascii;
    if (letter != 0) {
      word = (word ^ letter) * kTimes;
    } else if (word != kBegin) {
      words.push_back(word);
      word = kBegin;
    }
  }
  if (word != kBegin) words.push_back(word);
  return words;
}

}  // namespace

std::vector<std::uint32_t> signature_of(std::string_view text) {
  const auto words = words_of(text);
  if (words.empty()) return {};
  std::vector<std::uint32_t> values(kValues);
  std::array<bool, kValues> known{};
  const auto run = std::min(kRun, words.size());
  for (std::size_t i = 0; i + run <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < run; ++k) hash = hash * 0x9E3779B97F4A7C15ULL + words[i + k];
    hash = scramble(hash);
    const auto place = static_cast<std::size_t>(hash % kValues);
    const auto value = static_cast<std::uint32_t>(hash >> 32);
    values[place] = known[place] ? std::min(values[place], value) : value;
    known[place] = true;
  }
  // A place that no run fell into borrows from another, which is the same one for all texts that have it.
  for (std::size_t place = 0; place < kValues; ++place) {
    if (known[place]) continue;
    auto from = place;
    for (std::uint64_t attempt = 1; !known[from]; ++attempt) from = static_cast<std::size_t>(scramble(place << 32U | attempt) % kValues);
    values[place] = values[from];
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
