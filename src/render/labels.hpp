// The words of the output. A label may hold placeholders: "{day} {month} {year}".
#pragma once

#include <kroniek/diagnostic.hpp>
#include <kroniek/pack.hpp>

#include <filesystem>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kroniek {

// Reads a flat map of text to text. Reports a value that is no text, a key that stands there twice, a key
// that the renderers need and that is missing, and a placeholder that its key does not know.
Labels load_labels(const std::filesystem::path& file, std::vector<Diagnostic>& diagnostics);

namespace render {

struct LabelSpec {
  std::string_view key;
  std::string_view placeholders;  // separated by spaces
};
// Every label that the renderers ask for.
std::span<const LabelSpec> label_specs();

using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// The label with its placeholders filled in; the key itself if there is no such label.
std::string label(const Labels& labels, std::string_view key, Values values = {});

// The label of a word of the data ("status." + "planned"), or the word itself.
std::string word(const Labels& labels, std::string_view family, std::string_view name);

// `key`.one or `key`.many, with {n}.
std::string counted(const Labels& labels, std::string_view key, std::size_t n);

// "a, b LAST c", where LAST is the label of `last`.
std::string joined(const Labels& labels, const std::vector<std::string>& items, std::string_view last);

}  // namespace render
}  // namespace kroniek
