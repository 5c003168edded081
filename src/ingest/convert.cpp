#include "convert.hpp"

#include "compressed.hpp"
#include "html_text.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <filesystem>

namespace kroniek {

namespace {

bool has_extension(const std::string& path, std::initializer_list<std::string_view> names) {
  const auto extension = lower_ascii(std::filesystem::path(path).extension().string());
  return std::find(names.begin(), names.end(), extension) != names.end();
}

// The first tag of a text, in small letters: "<!doctype html", "<rss".
std::string first_tag(std::string_view content) {
  auto head = lower_ascii(std::string(content.substr(0, 2000)));
  for (std::size_t at = head.find('<'); at != std::string::npos; at = head.find('<', at + 1)) {
    if (at > 0 && head.find_first_not_of(" \t\r\n\xEF\xBB\xBF") < at && head[head.find_first_not_of(" \t\r\n\xEF\xBB\xBF")] != '<') return {};
    if (head.compare(at, 5, "<?xml") == 0 || head.compare(at, 4, "<!--") == 0) continue;
    return head.substr(at, head.find_first_of("> \t\r\n", at + 10) - at);
  }
  return {};
}

bool is_feed(std::string_view content) {
  const auto tag = first_tag(content);
  return tag.starts_with("<rss") || tag.starts_with("<feed") || tag.starts_with("<rdf:rdf");
}

}  // namespace

std::string without_gz(const std::string& path) {
  return has_extension(path, {".gz"}) ? path.substr(0, path.size() - 3) : path;
}

Converted unreadable_as(const std::string& path, std::string code, std::string message, std::string hint) {
  Converted out;
  out.diagnostics.push_back({Severity::error, std::move(code), path, 0, 0, std::move(message), std::move(hint)});
  return out;
}

std::optional<Converted> too_much_markup(const std::string& path, std::string_view content) {
  if (!is_too_much_markup(content)) return std::nullopt;
  return unreadable_as(path, "input.too-large", "more than four million tags and entities", "split it into articles");
}

Converted read_html(const std::string& path, std::string_view content) {
  if (auto refused = too_much_markup(path, content)) return *std::move(refused);
  const auto tree = html_tree(content);
  const auto* html = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
  if (html == nullptr) return unreadable_as(path, "input.no-html", "no HTML could be read in it", "open it in a browser and save it anew");
  const auto* body = first(html, "body");
  if (body == nullptr) body = html;
  ConvertedText out{article_text(article_root(body)), page_metadata(html)};
  Converted result;
  // What was taken for the article is next to nothing: give what there is.
  const auto all = out.text.size() < 200 ? article_text(body) : std::string();
  if (all.size() > 2 * out.text.size()) {
    out.text = all;
    result.diagnostics.push_back({Severity::warning, "input.no-article", path, 0, 0, "no article was found in the page: all of its text is read", "save the article by itself, or as text"});
  }
  if (out.text.empty()) return unreadable_as(path, "input.empty", "the page holds no text", "its text may come by a script: save the page from a browser");
  // The title as the first heading, if the article has none of its own.
  if (!out.metadata.title.empty() && out.text.find(out.metadata.title) == std::string::npos && out.text.substr(0, 2) != "# ") out.text.insert(0, "# " + out.metadata.title + "\n\n");
  result.texts.push_back(std::move(out));
  return result;
}

std::optional<Converted> convert(const std::string& path, const std::string& content) {
  const auto name = without_gz(path);
  if (content.starts_with("%PDF-")) return read_pdf(path, content);
  if (content.starts_with("PK\x03\x04")) return read_office(path, content);
  // What calls itself text is text, whatever it begins with.
  if (has_extension(name, {".txt", ".md", ".ndjson", ".jsonl", ".json"})) return std::nullopt;
  if (has_extension(name, {".rss", ".atom"}) || is_feed(content)) return read_feed(path, content);
  const auto tag = first_tag(content);
  if (has_extension(name, {".html", ".htm", ".xhtml"}) || tag.starts_with("<!doctype html") || tag.starts_with("<html")) return read_html(path, content);
  if (has_extension(name, {".pdf", ".docx", ".odt"})) return unreadable_as(path, "input.not-its-kind", "the file is not what its name says", "check how it was made");
  return std::nullopt;
}

}  // namespace kroniek
