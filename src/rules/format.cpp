// The layout of rule files. It moves lines and never writes YAML anew, so that comments and quotation marks stay; what
// it made is read again and must say the same as before.
#include <kroniek/pack_files.hpp>

#include "definitions.hpp"
#include "yaml_tree.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace kroniek {

namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    auto line = std::string(text.substr(begin, end - begin));
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.pop_back();
    lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

std::size_t indent_of(const std::string& line) { return std::min(line.find_first_not_of(' '), line.size()); }
bool is_comment(const std::string& line) { return indent_of(line) < line.size() && line[indent_of(line)] == '#'; }

// Same values; maps in any order. Never so with a key that is there twice: YAML has no such maps.
bool same(const yaml::Node& a, const yaml::Node& b) {
  if (a.kind() != b.kind() || a.size() != b.size()) return false;
  if (a.is_scalar()) return a.text() == b.text();
  if (a.is_list()) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!same(a[i], b[i])) return false;
    }
  }
  if (a.is_map()) {
    std::set<std::string> keys;
    for (const auto& item : a) {
      if (!item.first.is_scalar() || !keys.insert(std::string(item.first.text())).second) return false;
      const auto other = b[item.first.text()];
      if (!other.is_defined() || !same(item.second, other)) return false;
    }
  }
  return true;
}

// Blanks in braces and brackets: '{ a: b }', '[a, b]'. Quoted texts, comments and texts of several lines stay as they are.
class FlowBlanks {
 public:
  std::string operator()(const std::string& line) {
    const auto indent = indent_of(line);
    if (text_indent_ != kNoText) {
      if (line.empty() || indent > text_indent_) return line;
      text_indent_ = kNoText;
    }
    std::string out;
    bool value = depth_ == 0;  // here a value may begin
    for (std::size_t i = 0; i < line.size(); ++i) {
      const char c = line[i];
      if (quote_ != 0) {
        out += c;
        if (quote_ == '"' && c == '\\' && i + 1 < line.size()) {
          out += line[++i];
        } else if (c == quote_) {
          quote_ = 0;
        }
        continue;
      }
      if (c == '#' && (i == 0 || line[i - 1] == ' ')) return out + line.substr(i);
      const bool begins = depth_ > 0 || value;
      const auto last = out.find_last_not_of(' ');
      if ((c == '"' || c == '\'') && begins && (last == std::string::npos || std::string_view("[{,:-").find(out[last]) != std::string_view::npos)) {
        quote_ = c;
        out += c;
      } else if (begins && (c == '[' || c == '{')) {
        ++depth_;
        out += c;
        while (i + 1 < line.size() && line[i + 1] == ' ') ++i;
        if (c == '{' && i + 1 < line.size() && line[i + 1] != '}') out += ' ';
      } else if (depth_ > 0 && (c == ']' || c == '}' || c == ',')) {
        if (last != std::string::npos) out.resize(last + 1);
        if (c == '}' && last != std::string::npos && out.back() != '{') out += ' ';
        out += c;
        if (c != ',') --depth_;
        while (c == ',' && i + 1 < line.size() && line[i + 1] == ' ') ++i;
        if (c == ',' && i + 1 < line.size()) out += ' ';
      } else {
        out += c;
      }
      // After "- " and "key: " comes a value.
      if (depth_ == 0) value = c == ' ' ? value || (i > 0 && line[i - 1] == ':') : c == '-' && value;
    }
    if (depth_ == 0 && (out.ends_with(" |") || out.ends_with(" >") || out.ends_with(" |-") || out.ends_with(" >-"))) text_indent_ = indent;
    return out;
  }

 private:
  int depth_ = 0;
  char quote_ = 0;
  static constexpr std::size_t kNoText = static_cast<std::size_t>(-1);
  std::size_t text_indent_ = kNoText;  // of the line above a text of several lines
};

// Which map the items of a list at the root are.
std::string_view items_of(std::string_view file_name, const std::string& list) {
  const auto kind = file_name.ends_with(".test.yaml") ? std::string_view("tests") : file_name.substr(0, file_name.find('/'));
  const auto* root = map_definition(root_of(kind));
  if (root == nullptr) return {};
  for (const auto& key : root->keys) {
    if (key.name == list && key.kind == KeyKind::list) return key.of;
  }
  return {};
}

class Layout {
 public:
  Layout(std::string_view name, std::string_view text) : name_(name), lines_(lines_of(text)) {
    FlowBlanks blanks;
    for (auto& line : lines_) line = blanks(line);
  }

  std::string run() {
    for (std::size_t i = 0; i < lines_.size();) {
      const auto& line = lines_[i];
      const auto colon = line.find(':');
      const bool list = !line.empty() && line[0] != ' ' && line[0] != '#' && line[0] != '-' && colon == line.size() - 1;
      put(line);
      ++i;
      if (!list) continue;
      auto end = i;
      while (end < lines_.size() && (lines_[end].empty() || lines_[end][0] == ' ' || lines_[end][0] == '#' || lines_[end].starts_with("- "))) ++end;
      // Comments right above the next key are that key's.
      while (end < lines_.size() && end > i && !lines_[end - 1].empty() && lines_[end - 1][0] == '#') --end;
      items(i, end, items_of(name_, line.substr(0, colon)));
      i = end;
    }
    while (!out_.empty() && out_.back().empty()) out_.pop_back();
    std::string text;
    for (const auto& line : out_) text += line + "\n";
    return text;
  }

 private:
  // At most one empty line together, none at the begin.
  void put(std::string line) {
    if (line.empty() && (out_.empty() || out_.back().empty())) return;
    out_.push_back(std::move(line));
  }

  // The items of a list at the root, lines [begin, end).
  void items(std::size_t begin, std::size_t end, std::string_view definition) {
    std::size_t dash = end;
    for (auto i = begin; i < end && dash == end; ++i) {
      if (!lines_[i].empty() && !is_comment(lines_[i])) dash = i;
    }
    if (dash == end || lines_[dash].compare(indent_of(lines_[dash]), 2, "- ") != 0) {
      for (auto i = begin; i < end; ++i) put(lines_[i]);
      return;
    }
    const auto at = indent_of(lines_[dash]);
    const auto moved = [&](std::size_t i) {
      if (lines_[i].empty()) return std::string();
      const auto indent = indent_of(lines_[i]);
      return std::string(indent >= at ? indent - at + 2 : 2, ' ') + lines_[i].substr(indent);
    };
    std::vector<std::string> item;
    std::size_t wide = 0;  // blanks too many behind the dash of the item
    for (auto i = begin; i < end; ++i) {
      auto line = moved(i);
      if (line.starts_with("  - ")) {
        wide = line.find_first_not_of(' ', 4) - 4;
        line.erase(4, wide);
      } else if (indent_of(line) >= 4 + wide && !line.empty()) {
        line.erase(0, wide);
      }
      if (line.starts_with("  - ") && !item.empty() && item.front().starts_with("  - ")) {
        // What stands above an item belongs to it.
        std::vector<std::string> above;
        while (item.size() > 1 && (item.back().empty() || (is_comment(item.back()) && indent_of(item.back()) <= 2))) {
          above.insert(above.begin(), item.back());
          item.pop_back();
        }
        finish(item, definition);
        for (auto& one : above) put(std::move(one));
        item.clear();
      } else if (line.starts_with("  - ")) {
        for (auto& one : item) put(std::move(one));
        item.clear();
      }
      item.push_back(std::move(line));
    }
    finish(item, definition);
  }

  // One item: its keys in their order.
  void finish(std::vector<std::string>& item, std::string_view definition) {
    const auto* map = map_definition(definition);
    const bool block = !item.empty() && item.front().starts_with("  - ") && item.front().size() > 4 && std::string_view("{[#").find(item.front()[4]) == std::string_view::npos;
    if (map == nullptr || !block) {
      for (auto& line : item) put(std::move(line));
      return;
    }
    item.front() = "    " + item.front().substr(4);
    struct Chunk {
      std::size_t order;
      std::vector<std::string> lines;
    };
    std::vector<Chunk> chunks;
    std::vector<std::string> comments;
    for (auto& line : item) {
      if (indent_of(line) == 4 && !is_comment(line) && !line.empty()) {
        const auto name = line.substr(4, line.find(':') - 4);
        std::size_t order = 0;
        while (order < map->keys.size() && map->keys[order].name != name) ++order;
        chunks.push_back({order, std::move(comments)});
        comments.clear();
        chunks.back().lines.push_back(std::move(line));
      } else if (is_comment(line) && indent_of(line) <= 4) {
        comments.push_back(std::move(line));
      } else {
        auto& to = chunks.empty() ? comments : chunks.back().lines;
        // A comment inside a value stays there.
        if (!chunks.empty()) to.insert(to.end(), std::make_move_iterator(comments.begin()), std::make_move_iterator(comments.end()));
        if (!chunks.empty()) comments.clear();
        to.push_back(std::move(line));
      }
    }
    std::stable_sort(chunks.begin(), chunks.end(), [](const Chunk& a, const Chunk& b) { return a.order < b.order; });
    bool first = true;
    for (auto& chunk : chunks) {
      for (auto& line : chunk.lines) {
        if (first && !is_comment(line) && !line.empty() && indent_of(line) >= 4) {
          line = "  - " + line.substr(4);
          first = false;
        }
        put(std::move(line));
      }
    }
    for (auto& line : comments) put(std::move(line));
  }

  std::string_view name_;
  std::vector<std::string> lines_, out_;
};

}  // namespace

std::optional<std::string> format_rules(std::string_view name, std::string_view text) {
  try {
    const auto before = yaml::load(text);
    if (before->root().is_scalar()) return std::nullopt;  // text, not rules
    auto laid_out = Layout(name, text).run();
    if (!same(before->root(), yaml::load(laid_out)->root()) || Layout(name, laid_out).run() != laid_out) return std::nullopt;
    return laid_out;
  } catch (const yaml::Fault&) {
    return std::nullopt;
  }
}

}  // namespace kroniek
