#include "word_index.hpp"

#include "upper.hpp"

#include <algorithm>
#include <deque>
#include <stdexcept>
#include <string>

namespace kroniek {

WordIndex::WordIndex(const Lexicon& lexicon) {
  if (lexicon.form_count() > FormTrie::kMostForms) throw std::runtime_error("the pack has too many words");
  std::vector<FormTrie::Key> keys, parts;
  keys.reserve(lexicon.form_count());
  std::deque<std::string> made;  // what the keys lie in, if it is not the lexicon
  const auto add = [&](std::string_view text, FormId form) {
    keys.emplace_back(text, form);
    if (lexicon.is_compound_part(form)) parts.emplace_back(made.emplace_back(text.rbegin(), text.rend()), form);
  };
  for (FormId form = 1; form < lexicon.form_count(); ++form) {
    const auto text = lexicon.text(form);
    if (!text.empty() && text.find('\0') == std::string_view::npos) add(text, form);
  }
  const auto forms = static_cast<std::ptrdiff_t>(keys.size());  // in order
  for (std::ptrdiff_t k = 0; k < forms; ++k) {
    const auto [text, form] = keys[static_cast<std::size_t>(k)];
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) continue;
    for (auto& other : spellings_in_capitals(text)) add(made.emplace_back(std::move(other)), form);
  }
  std::sort(keys.begin() + forms, keys.end());
  std::inplace_merge(keys.begin(), keys.begin() + forms, keys.end());
  std::sort(parts.begin(), parts.end());
  forms_ = FormTrie(keys);
  parts_ = FormTrie(parts);
}

std::vector<Unit> WordIndex::find(std::string_view bytes, std::vector<Token>& tokens) const {
  std::vector<Unit> phrases;
  for (TokenId t = 0; t < tokens.size(); ++t) {
    auto& token = tokens[t];
    const auto shorter = static_cast<std::ptrdiff_t>(phrases.size());
    auto last = t;
    std::size_t at = token.begin;
    forms_.match([&] { return static_cast<unsigned char>(at < bytes.size() ? bytes[at++] : '\0'); },
                 [&](FormId form, std::uint32_t length) {
                   const auto end = token.begin + length;
                   if (end < token.end) {
                     if (length > 2) token.head = form;
                   } else if (end == token.end) {
                     token.form = form;
                   } else {
                     while (tokens[last].end < end && last + 1 < tokens.size()) ++last;
                     if (tokens[last].end == end) phrases.push_back({t, last + 1, 0, form, 0});
                   }
                 });
    std::reverse(phrases.begin() + shorter, phrases.end());
    at = token.end;
    parts_.match([&] { return static_cast<unsigned char>(at > token.begin + 1 ? bytes[--at] : '\0'); }, [&](FormId form, std::uint32_t) { token.tail = form; });
  }
  return phrases;
}

}  // namespace kroniek
