// RSS 2.0, RSS 1.0 and Atom: an article an item.
#include "convert.hpp"
#include "html_text.hpp"

#include <array>

namespace kroniek {

namespace {

// "Wed, 19 Mar 2025 14:30:00 +0100" as the day that it was there; other forms as they are.
std::string feed_date(const std::string& text) {
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (std::size_t m = 0; m < kMonths.size(); ++m) {
    const auto at = text.find(" " + std::string(kMonths[m]) + " ");
    if (at == std::string::npos || at < 1 || at + 9 > text.size()) continue;
    const auto digits = text.find_last_not_of("0123456789", at - 1);
    const auto day = text.substr(digits == std::string::npos ? 0 : digits + 1, at - (digits == std::string::npos ? 0 : digits + 1));
    const auto year = text.substr(at + 5, 4);
    if (day.empty() || day.size() > 2 || year.find_first_not_of("0123456789") != std::string::npos) continue;
    const auto month = std::to_string(m + 1);
    return year + "-" + (month.size() < 2 ? "0" : "") + month + "-" + (day.size() < 2 ? "0" : "") + day;
  }
  return text;
}

ConvertedText read_item(const xmlNode* item) {
  ConvertedText out;
  std::string summary, full;
  for (const auto* node = item->children; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    const auto name = view(node->name);
    const auto text = content_of(node);
    if (name == "title") out.metadata.title = article_text(xmlDocGetRootElement(html_tree("<p>" + text).get()));
    if (name == "pubDate" || name == "published" || name == "date") out.metadata.published = feed_date(text);
    if (name == "updated" && !out.metadata.published) out.metadata.published = text;
    if (name == "link") out.metadata.url = attribute(node, "href").empty() ? text : attribute(node, "href");
    if (name == "creator" || name == "author") out.metadata.author = first(node, "name") != nullptr ? content_of(first(node, "name")) : text;
    if (name == "description" || name == "summary") summary = text;
    if (name == "encoded" || name == "content") full = text;
  }
  const auto tree = html_tree("<div>" + (full.size() > summary.size() ? full : summary) + "</div>");
  const auto body = tree ? article_text(xmlDocGetRootElement(tree.get())) : std::string();
  if (!out.metadata.title.empty()) out.text = "# " + out.metadata.title + (body.empty() ? "" : "\n\n");
  out.text += body;
  return out;
}

}  // namespace

Converted read_feed(const std::string& path, std::string_view content) {
  if (auto refused = too_much_markup(path, content)) return *std::move(refused);
  const auto tree = xml_tree(content);
  const auto* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
  Converted out;
  walk(root, [&](const xmlNode* node) {
    if (!is(node, "item") && !is(node, "entry")) return true;
    if (auto item = read_item(node); !item.text.empty()) out.texts.push_back(std::move(item));
    return false;
  });
  if (out.texts.empty()) return unreadable_as(path, "input.no-feed", "the feed has no items that could be read", "check that it is RSS or Atom");
  return out;
}

}  // namespace kroniek
