#include "scanner.hpp"
#include "upper.hpp"

#include <algorithm>
#include <array>

namespace kroniek {

namespace {

std::uint8_t lower(char c) { return static_cast<std::uint8_t>(c >= 'A' && c <= 'Z' ? c | 0x20 : c); }

}  // namespace

FormSearch::FormSearch(const Lexicon& lexicon) {
  for (FormId form = 1; form < lexicon.form_count(); ++form) {
    const auto text = lexicon.text(form);
    if (!text.empty()) literals_.push_back({text, form});
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) continue;
    for (auto& other : spellings_in_capitals(text)) {
      variants_.push_back(std::move(other));
      literals_.push_back({{}, form});
    }
  }
  std::size_t variant = 0;
  for (auto& literal : literals_) {
    if (literal.text.empty()) literal.text = variants_[variant++];
  }
  std::sort(literals_.begin(), literals_.end(), [](const Literal& a, const Literal& b) { return a.text != b.text ? a.text < b.text : a.form < b.form; });
  first_.assign(257, static_cast<std::uint32_t>(literals_.size()));
  for (std::size_t i = literals_.size(); i-- > 0;) first_[static_cast<std::uint8_t>(literals_[i].text[0])] = static_cast<std::uint32_t>(i);
  for (std::size_t byte = 256; byte-- > 0;) first_[byte] = std::min(first_[byte], first_[byte + 1]);
}

void FormSearch::scan(std::string_view text, std::vector<Hit>& hits) const {
  hits.clear();
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    const auto byte = lower(text[begin]);
    std::size_t low = first_[byte], high = first_[byte + 1U];
    // The literals that begin with what was read so far are a range; each byte narrows it.
    for (std::size_t at = begin + 1; low < high; ++at) {
      const auto depth = at - begin;
      while (low < high && literals_[low].text.size() == depth) {
        hits.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at), literals_[low].form});
        ++low;
      }
      if (at == text.size()) break;
      const auto next = lower(text[at]);
      const auto from = literals_.begin() + static_cast<std::ptrdiff_t>(low), to = literals_.begin() + static_cast<std::ptrdiff_t>(high);
      const auto lesser = std::partition_point(from, to, [&](const Literal& l) { return static_cast<std::uint8_t>(l.text[depth]) < next; });
      const auto greater = std::partition_point(lesser, to, [&](const Literal& l) { return static_cast<std::uint8_t>(l.text[depth]) <= next; });
      low = static_cast<std::size_t>(lesser - literals_.begin());
      high = static_cast<std::size_t>(greater - literals_.begin());
    }
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.end < b.end; });
}

}  // namespace kroniek
