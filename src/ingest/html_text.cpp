#include "html_text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace kroniek {

namespace {

constexpr std::array<std::string_view, 26> kLeftOut = {"script", "style",  "noscript", "template", "nav",   "aside",  "footer", "form",   "button", "select", "option", "iframe", "object",
                                                       "embed",  "svg",    "canvas",   "video",    "audio", "figure", "dialog", "head",   "menu",   "label",  "input",  "textarea", "picture"};
constexpr std::array<std::string_view, 7> kLeftOutRoles = {"navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu"};
constexpr std::array<std::string_view, 30> kBlocks = {"p",  "div", "section", "article", "main", "header", "ul",    "ol",  "li",      "blockquote", "table", "tr",      "td",         "th",  "h1",
                                                      "h2", "h3",  "h4",      "h5",      "h6",   "pre",    "hr",    "dl",  "dt",      "dd",         "body",  "address", "figcaption", "center", "time"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

bool left_out(const xmlNode* node) {
  if (among(kLeftOut, view(node->name))) return true;
  if (among(kLeftOutRoles, attribute(node, "role"))) return true;
  if (xmlHasProp(node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr || attribute(node, "aria-hidden") == "true") return true;
  const auto style = attribute(node, "style");
  return style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos;
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

// How much of the text is text of links.
double link_share(const xmlNode* node) {
  const auto all = squeezed(content_of(node)).size();
  std::size_t links = 0;
  walk(node, [&](const xmlNode* child) {
    if (!is(child, "a")) return true;
    links += squeezed(content_of(child)).size();
    return false;
  });
  return all == 0 ? 0 : static_cast<double>(links) / static_cast<double>(all);
}

class Text {
 public:
  std::string read(const xmlNode* root) {
    if (root != nullptr) inside(root);
    flush();
    return std::move(out_);
  }

 private:
  void inside(const xmlNode* node) {
    for (const auto* child = node->children; child != nullptr; child = child->next) {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
        block_ += view(child->content);
      } else if (child->type == XML_ELEMENT_NODE && !left_out(child)) {
        element(child);
      }
    }
  }

  void element(const xmlNode* node) {
    const auto name = view(node->name);
    if (name == "br") {
      breaks_ = breaks_ + 1;
      if (breaks_ > 1) return flush();
      block_ += ' ';
      return;
    }
    if (!among(kBlocks, name)) return inside(node);
    flush();
    // "More on this subject": a list that is nothing but links.
    const bool list = name == "ul" || name == "ol" || name == "dl";
    if (list && link_share(node) > 0.6) return;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') prefix_ = std::string(static_cast<std::size_t>(name[1] - '0'), '#') + ' ';
    if (name == "li" || name == "dd") prefix_ = "- ";
    inside(node);
    flush();
  }

  void flush() {
    const auto text = squeezed(block_);
    block_.clear();
    breaks_ = 0;
    if (!text.empty()) {
      out_ += (out_.empty() ? "" : "\n\n") + prefix_ + text;
      prefix_.clear();
    }
    if (text.empty() && prefix_ != "- ") prefix_.clear();
  }

  std::string out_, block_, prefix_;
  int breaks_ = 0;
};

}  // namespace

std::string article_text(const xmlNode* root) { return Text().read(root); }

const xmlNode* article_root(const xmlNode* body) {
  // Text of paragraphs, by the element that holds them; teasers are short, and mostly links.
  std::map<const xmlNode*, std::size_t> weight;
  const xmlNode *article = nullptr, *main = nullptr;
  std::size_t longest = 0;
  walk(body, [&](const xmlNode* node) {
    if (left_out(node)) return false;
    if (is(node, "article")) {
      const auto size = article_text(node).size();
      if (size > longest) {
        longest = size;
        article = node;
      }
    }
    if (main == nullptr && (is(node, "main") || attribute(node, "role") == "main")) main = node;
    if (is(node, "p") && link_share(node) < 0.5) {
      const auto size = squeezed(content_of(node)).size();
      weight[node->parent] += size;
      // Paragraphs in sections of one article.
      if (node->parent != nullptr && node->parent->parent != nullptr) weight[node->parent->parent] += size / 2;
    }
    return true;
  });
  if (article != nullptr) return article;
  if (main != nullptr) return main;
  const auto best = std::max_element(weight.begin(), weight.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best == weight.end() || best->first == nullptr) return body;
  // The title often stands beside the paragraphs.
  const auto* parent = best->first->parent;
  return parent != nullptr && parent != body && first(best->first, "h1") == nullptr && first(parent, "h1") != nullptr ? parent : best->first;
}

}  // namespace kroniek
