#include "scanner.hpp"
#include "upper.hpp"

#include <algorithm>
#include <array>

namespace kroniek {

namespace {

std::uint8_t lower(char c) { return static_cast<std::uint8_t>(c >= 'A' && c <= 'Z' ? c | 0x20 : c); }

std::size_t pair(char first, char second) { return static_cast<std::size_t>(lower(first)) << 8U | lower(second); }

}  // namespace

FormSearch::FormSearch(const Lexicon& lexicon) {
  // Forms are sorted by their texts; only the other spellings have to be.
  std::vector<FormId> of;
  for (FormId form = 1; form < lexicon.form_count(); ++form) {
    const auto text = lexicon.text(form);
    if (!text.empty()) literals_.push_back({text, form});
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) continue;
    for (auto& other : spellings_in_capitals(text)) {
      variants_.push_back(std::move(other));
      of.push_back(form);
    }
  }
  const auto forms = static_cast<std::ptrdiff_t>(literals_.size());
  for (std::size_t i = 0; i < of.size(); ++i) literals_.push_back({variants_[i], of[i]});
  const auto before = [](const Literal& a, const Literal& b) { return a.text != b.text ? a.text < b.text : a.form < b.form; };
  std::sort(literals_.begin() + forms, literals_.end(), before);
  std::inplace_merge(literals_.begin(), literals_.begin() + forms, literals_.end(), before);
  first_.assign(65537, static_cast<std::uint32_t>(literals_.size()));
  for (std::size_t i = literals_.size(); i-- > 0;) first_[pair(literals_[i].text[0], literals_[i].text.size() > 1 ? literals_[i].text[1] : '\0')] = static_cast<std::uint32_t>(i);
  for (std::size_t at = 65536; at-- > 0;) first_[at] = std::min(first_[at], first_[at + 1]);
}

void FormSearch::scan(std::string_view text, std::vector<Hit>& hits) const {
  hits.clear();
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    const auto alone = pair(text[begin], '\0');  // literals of one byte come before all that begin with it
    for (auto i = first_[alone]; i < first_[alone + 1U] && literals_[i].text.size() == 1; ++i) hits.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + 1), literals_[i].form});
    if (begin + 1 == text.size() || text[begin + 1] == '\0') continue;
    const auto two = pair(text[begin], text[begin + 1]);
    std::size_t low = first_[two], high = first_[two + 1U];
    // The literals that begin with what was read so far are a range; each byte narrows it.
    for (std::size_t at = begin + 2; low < high; ++at) {
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
