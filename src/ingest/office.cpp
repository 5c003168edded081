// .docx and .odt as plain paragraphs.
#include "compressed.hpp"
#include "convert.hpp"
#include "markup_tree.hpp"

namespace kroniek {

namespace {

// The text of a paragraph; tabs and line ends are elements of their own in both formats.
void gather(const xmlNode* node, std::string& out) {
  for (const auto* child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_TEXT_NODE) {
      // In .docx text stands in <w:t> only; between elements there is white space.
      if (!is(node, "p") || view(child->content).find_first_not_of(" \t\r\n") != std::string_view::npos) out += view(child->content);
    } else if (is(child, "tab") || is(child, "br") || is(child, "line-break") || is(child, "s")) {
      out += ' ';
    } else if (child->type == XML_ELEMENT_NODE && !is(child, "instrText") && !is(child, "delText") && !is(child, "note") && !is(child, "annotation")) {
      gather(child, out);
    }
  }
}

bool is_heading(const xmlNode* paragraph) {
  if (is(paragraph, "h")) return true;
  if (first(paragraph, "outlineLvl") != nullptr) return true;
  const auto* style = first(paragraph, "pStyle");
  const auto name = style != nullptr ? attribute(style, "val") : std::string();
  return name.starts_with("Heading") || name == "Title";
}

}  // namespace

Converted read_office(const std::string& path, std::string_view content) {
  auto xml = zip_member(content, "word/document.xml");
  const bool is_docx = xml.has_value();
  if (!xml) xml = zip_member(content, "content.xml");
  if (!xml) return unreadable_as(path, "input.no-document", "a ZIP archive without a text document", "only .docx and .odt are read; unpack others");
  if (auto refused = too_much_markup(path, *xml)) return *std::move(refused);
  const auto tree = xml_tree(*xml);
  ConvertedText out;
  walk(tree ? xmlDocGetRootElement(tree.get()) : nullptr, [&](const xmlNode* node) {
    if (!is(node, "p") && !is(node, "h")) return true;
    std::string text;
    gather(node, text);
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) return false;
    out.text += (out.text.empty() ? "" : "\n\n") + std::string(is_heading(node) ? "# " : "") + text;
    return false;
  });
  if (out.text.empty()) return unreadable_as(path, "input.empty", "the document holds no text", "");
  const auto properties = zip_member(content, is_docx ? "docProps/core.xml" : "meta.xml");
  const auto facts = properties ? xml_tree(*properties) : Tree();
  walk(facts ? xmlDocGetRootElement(facts.get()) : nullptr, [&](const xmlNode* node) {
    if (is(node, "title")) out.metadata.title = content_of(node);
    if (is(node, "creator")) out.metadata.author = content_of(node);
    return true;
  });
  Converted result;
  result.texts.push_back(std::move(out));
  return result;
}

}  // namespace kroniek
