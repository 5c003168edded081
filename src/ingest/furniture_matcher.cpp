// Cheap literals first; a pattern is tried only on a block that has one of its literals.
#include "furniture.hpp"
#include "unicode_regex.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <mutex>

namespace kroniek {
namespace {

// A line that tells the publication date has no more bytes.
constexpr std::size_t kLongestDateLine = 200;
// A dateline is looked for in this many bytes.
constexpr std::size_t kLongestDateline = 160;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool same(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

// "Door" starts "Door Jan", not "Doordat".
bool starts_with_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size() || !same(text.substr(0, word.size()), word)) return false;
  return text.size() == word.size() || !is_word_byte(word.back()) || !is_word_byte(text[word.size()]);
}

std::string_view without_end_signs(std::string_view text) {
  while (!text.empty() && std::string_view(" :.!>|").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

bool starts_with_capitals(std::string_view text) {
  if (text.empty()) return false;
  const CodePoint first = code_point_at(text, 0);
  return is_upper(first.value) && text.size() > first.bytes && is_upper(code_point_at(text, first.bytes).value);
}

// Four digits, or two and two and two: no date has less.
bool may_have_date(std::string_view text) {
  std::size_t digits = 0;
  std::size_t numbers = 0;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    numbers += digit && digits == 0 ? 1 : 0;
    digits = digit ? digits + 1 : 0;
    if (digits == 4 || numbers == 3) return true;
  }
  return false;
}

struct Rule {
  explicit Rule(FurnitureRule furniture_rule) : source(std::move(furniture_rule)) {}

  bool fits(const FurnitureView& view) const {
    return view.text.size() <= static_cast<std::size_t>(source.longest) && (view.emphasised || !source.emphasised) &&
           (source.where != "top" || view.top) && (source.where != "head" || view.head) && (source.where != "tail" || view.tail);
  }

  bool contains_literal(std::string_view text) const {
    return std::any_of(source.contains.begin(), source.contains.end(),
                       [text](const std::string& literal) { return text.find(literal) != std::string_view::npos; });
  }

  // Whole text, or what of it matches.
  std::optional<std::pair<std::size_t, std::size_t>> match(std::string_view text) const {
    if (source.match.empty()) return std::pair(std::size_t{0}, text.size());
    std::call_once(once, [this] { regex.emplace(pattern_with_date(source.match)); });
    return regex->search(text);
  }

  FurnitureRule source;
  mutable std::once_flag once;
  mutable std::optional<UnicodeRegex> regex;
};

using RuleList = std::vector<std::unique_ptr<Rule>>;

RuleList make_rules(std::vector<FurnitureRule> sources) {
  RuleList rules;
  for (FurnitureRule& source : sources) rules.push_back(std::make_unique<Rule>(std::move(source)));
  return rules;
}

// Finds which of many literals a text contains, in one walk over it.
class Containment {
 public:
  void add(const std::string& literal, std::size_t rule) {
    by_pair_[slot(literal[0], literal[1])].push_back({literal, rule});
    pairs_.set(pair(literal[0], literal[1]));
  }

  // Sets the rules whose literals the text contains.
  void find(std::string_view text, std::vector<bool>& rules) const {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      if (!pairs_.test(pair(text[i], text[i + 1]))) continue;
      const std::string_view rest = text.substr(i);
      for (const Literal& literal : by_pair_[slot(text[i], text[i + 1])]) {
        if (rest.starts_with(literal.text)) rules[literal.rule] = true;
      }
    }
  }

 private:
  struct Literal {
    std::string text;  // two bytes or more
    std::size_t rule;
  };
  static std::size_t byte(char c) { return static_cast<unsigned char>(c); }
  static std::size_t pair(char first, char second) { return byte(first) << 8U | byte(second); }

  // Several pairs share a place.
  static std::size_t slot(char first, char second) { return (byte(first) * 31 + byte(second)) % 256; }

  std::array<std::vector<Literal>, 256> by_pair_;
  std::bitset<65536> pairs_;
};

// Rules by the first letter of their literals.
class LiteralIndex {
 public:
  void add(const Rule& rule, FurnitureUse use) {
    for (const std::string& literal : rule.source.starts) put({&rule, &literal, use, false});
    for (const std::string& literal : rule.source.is) put({&rule, &literal, use, true});
    if (rule.source.capitals) capitals_.push_back({&rule, nullptr, use, false});
    if (rule.source.digit) digit_.push_back({&rule, nullptr, use, false});
    if (rule.source.contains.empty()) return;
    for (const std::string& literal : rule.source.contains) containment_.add(literal, contains_.size());
    contains_.push_back({&rule, nullptr, use, false});
  }

  FurnitureVerdict judge(const FurnitureView& view) const {
    const std::string_view whole = without_end_signs(view.text);
    for (const Entry& entry : buckets_[bucket(view.text.front())]) {
      const bool hit = entry.whole ? same(whole, *entry.literal) : starts_with_word(view.text, *entry.literal);
      if (hit && applies(entry, view)) return verdict(entry);
    }
    if (!capitals_.empty() && starts_with_capitals(view.text)) {
      for (const Entry& entry : capitals_) {
        if (applies(entry, view)) return verdict(entry);
      }
    }
    if (view.text.front() >= '0' && view.text.front() <= '9') {
      for (const Entry& entry : digit_) {
        if (applies(entry, view)) return verdict(entry);
      }
    }
    const auto fits = [&view](const Entry& entry) { return entry.rule->fits(view); };
    if (std::none_of(contains_.begin(), contains_.end(), fits)) return {};
    std::vector<bool> contained(contains_.size());
    containment_.find(view.text, contained);
    for (std::size_t i = 0; i < contains_.size(); ++i) {
      if (contained[i] && applies(contains_[i], view)) return verdict(contains_[i]);
    }
    return {};
  }

 private:
  struct Entry {
    const Rule* rule;
    const std::string* literal;
    FurnitureUse use;
    bool whole;
  };

  static std::size_t bucket(char c) { return static_cast<unsigned char>(lower(c)); }
  void put(const Entry& entry) { buckets_[bucket(entry.literal->front())].push_back(entry); }
  static bool applies(const Entry& entry, const FurnitureView& view) {
    return entry.rule->fits(view) && entry.rule->match(view.text);
  }
  static FurnitureVerdict verdict(const Entry& entry) {
    const FurnitureRule& rule = entry.rule->source;
    return {entry.use, rule.takes_next, rule.caption_above, rule.byline, {}, false};
  }

  std::array<std::vector<Entry>, 256> buckets_;
  std::vector<Entry> capitals_;
  std::vector<Entry> digit_;
  std::vector<Entry> contains_;
  Containment containment_;
};

// A text with the sign of a date in place of its first date.
struct Masked {
  std::string text;
  FoundDate date;

  // A place in the masked text, in the real one.
  std::size_t real(std::size_t place) const {
    return place <= date.begin ? place : place - kDateSign.size() + (date.end - date.begin);
  }
};

std::optional<Masked> mask(std::string_view text, const DateFinder& dates) {
  if (!may_have_date(text)) return std::nullopt;
  const auto date = dates.find(text);
  if (!date) return std::nullopt;
  Masked masked{std::string(text.substr(0, date->begin)), *date};
  masked.text += kDateSign;
  masked.text += text.substr(date->end);
  return masked;
}

}  // namespace

std::string pattern_with_date(std::string pattern) {
  constexpr std::string_view kMacro = "{date}";
  for (std::size_t at = pattern.find(kMacro); at != std::string::npos; at = pattern.find(kMacro, at)) {
    pattern.replace(at, kMacro.size(), kDateSign);
  }
  return pattern;
}

struct FurnitureMatcher::Rules {
  RuleList blocks, published, datelines;
  LiteralIndex index;
  DateFinder dates;
  std::vector<std::string> unfinished;
  std::size_t longest = 0;
};

FurnitureMatcher::FurnitureMatcher(Furniture furniture) : rules_(std::make_unique<Rules>()) {
  const auto add = [this](std::vector<FurnitureRule>& sources, FurnitureUse use) {
    for (auto& rule : make_rules(std::move(sources))) {
      rules_->longest = std::max(rules_->longest, static_cast<std::size_t>(rule->source.longest));
      rules_->blocks.push_back(std::move(rule));
      rules_->index.add(*rules_->blocks.back(), use);
    }
  };
  add(furniture.page, FurnitureUse::page);
  add(furniture.drop, FurnitureUse::drop);
  add(furniture.captions, FurnitureUse::caption);
  rules_->published = make_rules(std::move(furniture.published));
  rules_->datelines = make_rules(std::move(furniture.datelines));
  rules_->unfinished = std::move(furniture.unfinished);
  std::sort(rules_->unfinished.begin(), rules_->unfinished.end());
  rules_->dates = DateFinder(std::move(furniture.months), std::move(furniture.weekdays));
}

FurnitureMatcher::~FurnitureMatcher() = default;
FurnitureMatcher::FurnitureMatcher(FurnitureMatcher&&) noexcept = default;
FurnitureMatcher& FurnitureMatcher::operator=(FurnitureMatcher&&) noexcept = default;

const DateFinder& FurnitureMatcher::dates() const { return rules_->dates; }

bool FurnitureMatcher::is_unfinished(std::string_view text) const {
  const std::string_view last = text.substr(text.rfind(' ') + 1);
  return last.size() < 20 && std::binary_search(rules_->unfinished.begin(), rules_->unfinished.end(), lower_ascii(last));
}

FurnitureVerdict FurnitureMatcher::judge(const FurnitureView& view) const {
  if (view.text.empty() || view.text.size() > rules_->longest) return {};
  if ((view.head || view.tail) && view.text.size() <= kLongestDateLine) {
    if (const auto masked = mask(view.text, rules_->dates)) {
      FurnitureView masked_view = view;
      masked_view.text = masked->text;
      for (const auto& rule : rules_->published) {
        if (!rule->fits(masked_view) || !rule->match(masked->text)) continue;
        return {FurnitureUse::published, rule->source.takes_next, false, true, masked->date, rule->source.where == "top"};
      }
    }
  }
  return rules_->index.judge(view);
}

Dateline FurnitureMatcher::dateline(std::string_view paragraph, bool head) const {
  std::size_t length = std::min(paragraph.size(), kLongestDateline);
  while (length < paragraph.size() && (static_cast<unsigned char>(paragraph[length]) & 0xC0U) == 0x80U) --length;
  const std::string_view start = paragraph.substr(0, length);
  std::optional<Masked> masked;
  if (head) masked = mask(start, rules_->dates);
  for (const auto& rule : rules_->datelines) {
    const FurnitureRule& source = rule->source;
    if (source.where == "head" && !head) continue;
    if (source.capitals && !starts_with_capitals(start)) continue;
    const bool literal = (source.starts.empty() && source.contains.empty()) || rule->contains_literal(start) ||
                         std::any_of(source.starts.begin(), source.starts.end(),
                                     [start](const std::string& word) { return starts_with_word(start, word); });
    if (!literal) continue;
    const bool dated = source.match.find("{date}") != std::string::npos;
    if (dated && !masked) continue;
    const auto match = rule->match(dated ? std::string_view(masked->text) : start);
    if (!match || match->first != 0 || match->second == 0) continue;
    if (dated) return {masked->real(match->second), masked->date};
    return {match->second, std::nullopt};
  }
  return {};
}

}  // namespace kroniek
