// Other formats than plain text: what is the text, and what does the file say about it?
#pragma once

#include "read_text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

struct ConvertedText {
  std::string text;  // UTF-8, blocks divided by blank lines, headings behind "#", list items behind "-"
  TextMetadata metadata;
};

struct Converted {
  std::vector<ConvertedText> texts;
  std::vector<Diagnostic> diagnostics;
};

// nullopt: it is none of these formats, by its content or else its name, and is to be read as it is.
std::optional<Converted> convert(const std::string& path, const std::string& content);

// "a.html.gz" as "a.html"; other names as they are.
std::string without_gz(const std::string& path);

// The steps of convert().
Converted read_html(const std::string& path, std::string_view content);
Converted read_feed(const std::string& path, std::string_view content);
Converted read_office(const std::string& path, std::string_view content);  // .docx, .odt
Converted read_pdf(const std::string& path, const std::string& content);   // by pdftotext

// The finding that stands for a source which could not be read.
Converted unreadable_as(const std::string& path, std::string code, std::string message, std::string hint);
// The same for HTML or XML of more tags than are read; nullopt for all else.
std::optional<Converted> too_much_markup(const std::string& path, std::string_view content);

}  // namespace kroniek
