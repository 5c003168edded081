// The article in a page of HTML.
#pragma once

#include "convert.hpp"
#include "markup_tree.hpp"

#include <string>

namespace kroniek {

// The text below `root` in blocks, without menus, scripts and lists of links.
std::string article_text(const xmlNode* root);

// The element that holds the article: <article>, <main>, or the one with most paragraphs.
const xmlNode* article_root(const xmlNode* body);

// Title, author, date, address and language, from JSON-LD, <meta>, <time> and <title>, in this order.
TextMetadata page_metadata(const xmlNode* html);

}  // namespace kroniek
