// libxml2's trees, freed at their end, and what is asked of them.
#pragma once

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace kroniek {

struct FreeTree {
  void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};
using Tree = std::unique_ptr<xmlDoc, FreeTree>;

// Whether its tree would fill the memory: over four million tags and entities (of about 150 bytes each; escaped tags in a feed
// are tags of its articles), or more bytes than libxml2 counts.
bool is_too_much_markup(std::string_view content);

// As far as it can be read; nothing is fetched and no entities of the file are expanded. Null for what cannot be, and for too much.
Tree html_tree(std::string_view content);
Tree xml_tree(std::string_view content);

inline std::string_view view(const xmlChar* text) { return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text); }
inline bool is(const xmlNode* node, std::string_view name) { return node->type == XML_ELEMENT_NODE && view(node->name) == name; }
std::string attribute(const xmlNode* node, const char* name);
std::string content_of(const xmlNode* node);

// Calls `each` for the elements below a node, in the order of the text; false from it leaves out what is below.
template <class F>
void walk(const xmlNode* node, F each) {
  for (const auto* child = node == nullptr ? nullptr : node->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE && each(child)) walk(child, each);
  }
}

// The first element of the name below a node, or null.
const xmlNode* first(const xmlNode* node, std::string_view name);

}  // namespace kroniek
