// Word lists of a pack: lexicon/*.yaml (not its folder of verbs).
#pragma once

#include "lexicon.hpp"

#include <kroniek/diagnostic.hpp>

#include <filesystem>
#include <string_view>
#include <vector>

namespace kroniek {

// Lower case and NFC, as the lexicon keeps its forms.
std::string fold(std::string_view text);

// Adds the words of all lists. A list has `class`, `pos`, and `words` ("lemma|form|form"), `values`
// (word -> whole number) or, for verbs that the verb lexicon has, `verbs`; `compound`, `except`, `capital`,
// `plural` (words whose second form is their plural).
void read_word_lists(const std::filesystem::path& pack_folder, LexiconBuilder& builder, std::vector<Diagnostic>& diagnostics);

}  // namespace kroniek
