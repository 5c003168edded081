#include "markup_tree.hpp"

#include "utf8.hpp"

#include <algorithm>
#include <limits>

namespace kroniek {

namespace {

constexpr std::ptrdiff_t kMostTags = 4'000'000;
constexpr std::size_t kMostBytes = std::numeric_limits<int>::max();

}  // namespace

bool is_too_much_markup(std::string_view content) {
  return content.size() > kMostBytes || std::count_if(content.begin(), content.end(), [](char c) { return c == '<' || c == '&'; }) > kMostTags;
}

Tree html_tree(std::string_view content) {
  if (is_too_much_markup(content)) return nullptr;
  // A page that says nothing is more often UTF-8 than what HTML 4 takes it for.
  const bool says = content.substr(0, 4096).find("charset") != std::string_view::npos;
  const char* encoding = !says && !find_invalid_utf8(content) ? "UTF-8" : nullptr;
  return Tree(htmlReadMemory(content.data(), static_cast<int>(content.size()), nullptr, encoding, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET));
}

Tree xml_tree(std::string_view content) {
  if (is_too_much_markup(content)) return nullptr;
  return Tree(xmlReadMemory(content.data(), static_cast<int>(content.size()), nullptr, nullptr, XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET));
}

std::string attribute(const xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string out(view(value));
  xmlFree(value);
  return out;
}

std::string content_of(const xmlNode* node) {
  xmlChar* value = node == nullptr ? nullptr : xmlNodeGetContent(node);
  std::string out(view(value));
  xmlFree(value);
  return out;
}

const xmlNode* first(const xmlNode* node, std::string_view name) {
  const xmlNode* found = nullptr;
  walk(node, [&](const xmlNode* child) {
    if (found == nullptr && is(child, name)) found = child;
    return found == nullptr;
  });
  return found;
}

}  // namespace kroniek
