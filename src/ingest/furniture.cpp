// text/furniture.yaml, read and checked.
#include "furniture.hpp"
#include "../rules/yaml_tree.hpp"
#include "unicode_regex.hpp"
#include "utf8.hpp"

#include <boost/algorithm/string/replace.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>

namespace kroniek {
namespace {

constexpr int kDefaultLongest = 200;
constexpr int kMostBytes = 4000;

class Loader {
 public:
  Loader(std::string file, std::vector<Diagnostic>& diagnostics) : file_(std::move(file)), diagnostics_(diagnostics) {}

  Furniture load() {
    Furniture furniture;
    try {
      std::ifstream in(file_, std::ios::binary);
      if (!in) {
        fault(yaml::Mark{}, "rule.unreadable", "the file cannot be read", "");
        return furniture;
      }
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      if (const auto invalid = find_invalid_utf8(text)) {
        fault(yaml::Mark{}, "rule.bad-yaml", "not UTF-8 at byte offset " + std::to_string(*invalid), "convert it, perhaps: iconv -f WINDOWS-1252 -t UTF-8");
        return furniture;
      }
      const auto tree = yaml::load(text);
      const auto root = tree->root();
      if (!root.is_map()) {
        fault(root.mark(), "rule.bad-value", "the file is no map", "give the lists drop, page, captions, published, datelines, months, weekdays and unfinished");
        return furniture;
      }
      if (const auto parts = root["parts"]; parts.is_defined()) read_parts(parts);
      for (const auto& entry : root) read_section(entry.first, entry.second, furniture);
    } catch (const yaml::Fault& error) {
      fault(error.mark, "rule.bad-yaml", error.msg, "");
    }
    return furniture;
  }

 private:
  void fault(const yaml::Mark& mark, std::string code, std::string message, std::string hint) {
    const bool known = !mark.is_null();
    diagnostics_.push_back({Severity::error, std::move(code), file_, known ? mark.line + 1 : 0,
                            known ? mark.column + 1 : 0, std::move(message), std::move(hint)});
  }

  void read_section(const yaml::Node& key, const yaml::Node& value, Furniture& furniture) {
    const auto& name = key.text();
    const std::array<std::pair<const char*, std::vector<FurnitureRule>*>, 5> lists{{
        {"drop", &furniture.drop},
        {"page", &furniture.page},
        {"captions", &furniture.captions},
        {"published", &furniture.published},
        {"datelines", &furniture.datelines},
    }};
    for (const auto& [list, rules] : lists) {
      if (name == list) return read_rules(name, value, *rules);
    }
    if (name == "months") return read_months(value, furniture);
    if (name == "weekdays" || name == "unfinished") {
      std::vector<std::string>& target = name == "weekdays" ? furniture.weekdays : furniture.unfinished;
      target = words(value);
      for (std::string& word : target) word = lower_ascii(word);
      return;
    }
    if (name == "parts") return;  // read before the others
    fault(key.mark(), "rule.unknown-key", "unknown key `" + name + "`",
          "known are parts, drop, page, captions, published, datelines, months, weekdays and unfinished");
  }

  void read_parts(const yaml::Node& value) {
    if (!value.is_map()) return fault(value.mark(), "rule.bad-value", "`parts` is no map", "write `time: 'pattern'`");
    for (const auto& entry : value) {
      check_pattern(entry.second.text(), entry.second.mark());
      parts_.emplace_back("{" + entry.first.text() + "}", "(?:" + entry.second.text() + ")");
    }
  }

  std::string with_parts(std::string pattern) const {
    for (const auto& [name, part] : parts_) boost::algorithm::replace_all(pattern, name, part);
    return pattern;
  }

  void read_months(const yaml::Node& value, Furniture& furniture) {
    if (!value.is_map()) return fault(value.mark(), "rule.bad-value", "`months` is no map", "write `januari: 1`");
    for (const auto& entry : value) {
      const int number = yaml::number(entry.second).value_or(0);
      if (number < 1 || number > 12) {
        fault(entry.second.mark(), "rule.bad-value", "a month has a number from 1 to 12", "");
        continue;
      }
      furniture.months.emplace_back(lower_ascii(entry.first.text()), number);
    }
  }

  void read_rules(const std::string& list, const yaml::Node& value, std::vector<FurnitureRule>& rules) {
    if (value.is_null()) return;
    if (!value.is_list()) return fault(value.mark(), "rule.bad-value", "`" + list + "` is no list", "begin each rule with `- id:`");
    for (const yaml::Node& node : value) {
      if (auto rule = read_rule(list, node)) rules.push_back(std::move(*rule));
    }
  }

  std::optional<FurnitureRule> read_rule(const std::string& list, const yaml::Node& node) {
    if (!node.is_map()) {
      fault(node.mark(), "rule.bad-value", "a rule is a map", "begin it with `- id:`");
      return std::nullopt;
    }
    FurnitureRule rule;
    rule.longest = kDefaultLongest;
    const std::size_t faults = diagnostics_.size();
    for (const auto& entry : node) read_field(rule, entry.first, entry.second);
    check(list, rule, node.mark());
    if (diagnostics_.size() > faults) return std::nullopt;
    return rule;
  }

  void read_field(FurnitureRule& rule, const yaml::Node& key, const yaml::Node& value) {
    const auto& name = key.text();
    if (name == "id") {
      rule.id = value.text();
      if (!ids_.insert(rule.id).second) fault(value.mark(), "rule.duplicate-id", "the id `" + rule.id + "` is taken", "give each rule its own");
    } else if (name == "is") {
      rule.is = words(value);
    } else if (name == "starts") {
      rule.starts = words(value);
    } else if (name == "contains") {
      rule.contains = words(value);
      for (const std::string& literal : rule.contains) {
        if (literal.size() < 2) fault(value.mark(), "rule.bad-value", "`contains` needs two bytes or more", "a single letter guards nothing");
      }
    } else if (name == "capitals") {
      rule.capitals = truth(value);
    } else if (name == "digit") {
      rule.digit = truth(value);
    } else if (name == "match") {
      rule.match = with_parts(value.text());
      check_pattern(rule.match, value.mark());
    } else if (name == "where") {
      rule.where = value.text();
      if (rule.where != "top" && rule.where != "head" && rule.where != "tail") fault(value.mark(), "rule.bad-value", "`where` is top, head or tail", "leave it out for anywhere");
    } else if (name == "longest") {
      rule.longest = yaml::number(value).value_or(0);
      if (rule.longest < 1 || rule.longest > kMostBytes) fault(value.mark(), "rule.bad-value", "`longest` is a number of bytes up to " + std::to_string(kMostBytes), "");
    } else if (name == "emphasised") {
      rule.emphasised = truth(value);
    } else if (name == "takes_next") {
      rule.takes_next = truth(value);
    } else if (name == "caption_above") {
      rule.caption_above = truth(value);
    } else if (name == "byline") {
      rule.byline = truth(value);
    } else {
      fault(key.mark(), "rule.unknown-key", "unknown key `" + name + "`",
            "known are id, is, starts, contains, capitals, digit, match, where, longest, emphasised, takes_next, caption_above and byline");
    }
  }

  void check(const std::string& list, const FurnitureRule& rule, const yaml::Mark& mark) {
    if (rule.id.empty()) fault(mark, "rule.missing-key", "the rule has no `id`", "give it one, as `furniture.byline`");
    const bool guarded = !rule.is.empty() || !rule.starts.empty() || !rule.contains.empty() || rule.capitals || rule.digit;
    if (list == "published") {
      if (rule.match.find("{date}") == std::string::npos) fault(mark, "rule.missing-key", "`match` says not where the date is", "put {date} in it");
    } else if (list == "datelines") {
      if (rule.match.empty()) fault(mark, "rule.missing-key", "the rule has no `match`", "give the pattern of what goes, beginning with ^");
    } else if (!guarded) {
      fault(mark, "rule.missing-key", "the rule has none of `is`, `starts`, `contains`, `capitals`, `digit`",
            "give one: it saves the pattern from being tried on every block");
    }
  }

  void check_pattern(const std::string& pattern, const yaml::Mark& mark) {
    try {
      const UnicodeRegex regex(pattern_with_date(pattern));
    } catch (const boost::regex_error& error) {
      fault(mark, "rule.bad-pattern", std::string("bad pattern: ") + error.what(), "");
    }
  }

  bool truth(const yaml::Node& value) {
    const auto said = yaml::truth(value);
    if (!said) fault(value.mark(), "rule.bad-value", "not true or false", "");
    return said.value_or(false);
  }

  std::vector<std::string> words(const yaml::Node& value) {
    std::vector<std::string> result;
    if (!value.is_list()) {
      fault(value.mark(), "rule.bad-value", "not a list of words", "write [one, two]");
      return result;
    }
    for (const yaml::Node& word : value) {
      if (word.is_scalar() && !word.text().empty()) {
        result.push_back(word.text());
      } else {
        fault(word.mark(), "rule.bad-value", "not a word", "");
      }
    }
    return result;
  }

  std::string file_;
  std::vector<Diagnostic>& diagnostics_;
  std::set<std::string> ids_;
  std::vector<std::pair<std::string, std::string>> parts_;  // "{name}" and what stands for it
};

}  // namespace

Furniture load_furniture(const std::filesystem::path& file, std::vector<Diagnostic>& diagnostics) {
  return Loader(file.string(), diagnostics).load();
}

}  // namespace kroniek
