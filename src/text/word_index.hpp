// The forms of a lexicon, to be found where words begin and end.
#pragma once

#include "../rules/form_trie.hpp"
#include "text.hpp"

#include <string_view>
#include <vector>

namespace kroniek {

// ASCII letters match in either case, other letters as written in the lexicon or in capitals (upper.hpp).
class WordIndex {
 public:
  WordIndex() = default;
  // Throws std::runtime_error if there are more than FormTrie::kMostForms forms.
  explicit WordIndex(const Lexicon& lexicon);

  // Sets `form`, `head` and `tail` of the tokens, and gives the forms that are several of them, as units: by first token,
  // longest first.
  std::vector<Unit> find(std::string_view bytes, std::vector<Token>& tokens) const;

  template <class A>
  void fields(A& a) {
    a(forms_, parts_);
  }

 private:
  FormTrie forms_;
  FormTrie parts_;  // those that count as the last part of a word, read from their ends
};

}  // namespace kroniek
