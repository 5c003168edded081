#include "front_matter.hpp"

#include "../rules/yaml_tree.hpp"

#include "utf8.hpp"


#include <algorithm>

namespace kroniek {
namespace {

// A block that is longer than this is no front matter.
constexpr std::size_t kLongest = 65536;

std::size_t line_end(std::string_view raw, std::size_t at) {
  return std::min(raw.find_first_of("\r\n", at), raw.size());
}

std::size_t next_line(std::string_view raw, std::size_t end) {
  if (end >= raw.size()) return raw.size();
  return end + (raw[end] == '\r' && end + 1 < raw.size() && raw[end + 1] == '\n' ? 2 : 1);
}

bool is_key_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  if (colon + 1 < line.size() && line[colon + 1] != ' ') return false;
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

struct Place {
  std::size_t begin = 0, end = 0;  // the YAML itself
  std::size_t past = 0;            // end of the closing line
};

std::optional<Place> find_block(std::string_view raw, std::size_t begin) {
  const std::size_t first_end = line_end(raw, begin);
  if (raw.substr(begin, first_end - begin).find_last_not_of(" \t") != 2 || raw.substr(begin, 3) != "---") {
    return std::nullopt;
  }
  Place place;
  place.begin = next_line(raw, first_end);
  const std::string_view window = raw.substr(0, std::min(raw.size(), begin + kLongest));
  for (std::size_t at = place.begin; at < window.size();) {
    const std::size_t end = line_end(window, at);
    std::string_view line = window.substr(at, end - at);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    if (line == "---" || line == "...") {
      place.end = at;
      place.past = end;
      return place;
    }
    at = next_line(window, end);
  }
  return std::nullopt;
}

class Reader {
 public:
  Reader(std::string_view name, std::string_view raw, const Place& place, std::vector<Diagnostic>& diagnostics)
      : name_(name), raw_(raw), place_(place), diagnostics_(diagnostics) {}

  FrontMatter read() {
    FrontMatter matter;
    const std::string_view block = raw_.substr(place_.begin, place_.end - place_.begin);
    const bool has_keys = is_key_line(block.substr(0, line_end(block, 0)));
    try {
      const auto tree = yaml::load(block);
      const auto root = tree->root();
      if (root.is_map()) {
        matter.end = place_.past;
        for (const auto& entry : root) read_entry(matter, entry.first, entry.second);
      } else if (root.is_null()) {
        matter.end = place_.past;
      }
      // A text between two rules is no front matter.
    } catch (const yaml::Fault& error) {
      if (!has_keys) return matter;
      matter.end = place_.past;
      warn(error.mark.line + 2, error.mark.column + 1, "input.bad-front-matter",
           "the front matter is no YAML: " + error.msg, "put values that hold a colon or a sign in quotation marks");
      salvage(matter);
    }
    return matter;
  }

 private:
  void warn(int line, int column, std::string code, std::string message, std::string hint) {
    diagnostics_.push_back({Severity::warning, std::move(code), std::string(name_), line, column, std::move(message),
                            std::move(hint)});
  }

  static std::optional<FrontMatterValue>* field(FrontMatter& matter, const std::string& key) {
    if (key == "title") return &matter.title;
    if (key == "date" || key == "published") return &matter.published;
    if (key == "language") return &matter.language;
    if (key == "url") return &matter.url;
    if (key == "author") return &matter.author;
    return nullptr;
  }

  void read_entry(FrontMatter& matter, const yaml::Node& key, const yaml::Node& value) {
    if (!key.is_scalar()) return;
    const std::string name = lower_ascii(key.text());
    std::optional<FrontMatterValue>* target = field(matter, name);
    if (target == nullptr || value.is_null()) return;
    const int line = value.mark().line + 2;
    if (value.is_scalar()) {
      set(*target, value.text(), line, name == "published");
      return;
    }
    if (name == "author" && value.is_list()) {
      std::string names;
      for (const yaml::Node& item : value) {
        if (item.is_scalar()) names += (names.empty() ? "" : ", ") + item.text();
      }
      return set(*target, names, line, false);
    }
    warn(line, value.mark().column + 1, "input.wrong-type", "`" + name + "` in the front matter is no single value",
         "write it on one line, as `" + name + ": ...`");
  }

  // `published` says more than `date`, whichever comes first.
  void set(std::optional<FrontMatterValue>& target, const std::string& text, int line, bool stronger) {
    const std::string value(trimmed(text));
    if (value.empty() || (target && !stronger)) return;
    target = FrontMatterValue{value, line, find(value, line)};
  }

  // The value in its line of the source.
  std::optional<SourceRange> find(const std::string& value, int line) const {
    std::size_t at = place_.begin;
    for (int i = 2; i < line && at < place_.end; ++i) at = next_line(raw_, line_end(raw_, at));
    const std::size_t end = line_end(raw_, at);
    const std::size_t colon = raw_.substr(0, end).find(':', at);
    const std::size_t found = raw_.substr(0, end).find(value, colon == std::string_view::npos ? at : colon);
    if (found == std::string_view::npos) return std::nullopt;
    return SourceRange{static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + value.size()),
                       count_code_points(raw_.substr(0, found))};
  }

  // Line by line, for a block that is no YAML (mostly an unquoted colon in the title).
  void salvage(FrontMatter& matter) {
    int line = 2;
    for (std::size_t at = place_.begin; at < place_.end; ++line) {
      const std::size_t end = line_end(raw_, at);
      const std::string_view text = raw_.substr(at, end - at);
      at = next_line(raw_, end);
      if (!is_key_line(text)) continue;
      const std::size_t colon = text.find(':');
      const std::string key = lower_ascii(text.substr(0, colon));
      std::string_view value = trimmed(text.substr(colon + 1));
      while (!value.empty() && (value.front() == '"' || value.front() == '\'')) value.remove_prefix(1);
      while (!value.empty() && (value.back() == '"' || value.back() == '\'')) value.remove_suffix(1);
      if (auto* target = field(matter, key)) set(*target, std::string(value), line, key == "published");
    }
  }

  std::string_view name_;
  std::string_view raw_;
  const Place& place_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

FrontMatter read_front_matter(std::string_view name, std::string_view raw, std::size_t begin,
                              std::vector<Diagnostic>& diagnostics) {
  const auto place = find_block(raw, begin);
  if (!place) return {};
  return Reader(name, raw, *place, diagnostics).read();
}

}  // namespace kroniek
