// Names as they stand in a running sentence: "de Verenigde Staten", "op de Krim".
#pragma once

#include <kroniek/diagnostic.hpp>
#include <kroniek/pack.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace kroniek {

// Reads labels/names-LANGUAGE.yaml of a pack and adds what it says to the labels of the language.
void load_names(const std::filesystem::path& file, Labels& labels, std::vector<Diagnostic>& diagnostics);

namespace render {

// With its article; an article that a sentence gave its capital ("De ministers") becomes small.
std::string running_name(const Labels& labels, std::string_view name);
// Without its article, as a heading has it: "Verenigde Staten", "Brits Lagerhuis".
std::string bare_name(const Labels& labels, std::string_view name);
// Where one is there: "in Parijs", "op de Krim".
std::string place_at(const Labels& labels, std::string_view name);
// Takes a verb in the plural.
bool is_plural_name(const Labels& labels, std::string_view name);

}  // namespace render
}  // namespace kroniek
