#include "time_matches.hpp"

#include "time_slots.hpp"

#include <algorithm>

namespace kroniek {

namespace {

constexpr Day kAnyDay = 18262;  // 2020-01-01, far from the ends of the calendar

class RuleMatcher {
 public:
  RuleMatcher(TimeText& cut, const TimeRules& rules, const Lexicon& lexicon, bool conversation)
      : cut_(cut), rules_(rules), lexicon_(lexicon), context_(cut_, rules_, lexicon_, matches_), style_(conversation ? 1 : 2) {}

  std::vector<TimeMatch> run() {
    for (std::size_t level = 0; level < rules_.strata.size(); ++level) {
      if (level > 0 && matches_.empty()) break;
      stratum(level);
    }
    return std::move(matches_);
  }

 private:
  void stratum(std::size_t level) {
    const auto& stratum = rules_.strata[level];
    const auto lead = stratum.patterns.slot("lead"), tail = stratum.patterns.slot("tail");
    std::vector<Unit> units;
    std::vector<Match> found;
    for (std::uint32_t s = 0; s < cut_.text.sentences.size(); ++s) {
      const auto& sentence = cut_.text.sentences[s];
      // Later strata build on the units of the first.
      if (level > 0 && (s >= hopeful_.size() || !hopeful_[s])) continue;
      for (TokenId token = sentence.first; token < sentence.last; ++token) {
        found.clear();
        stratum.patterns.match_at(cut_.text, lexicon_, token, sentence.last, found);
        for (auto& match : found) {
          const auto rule = stratum.rule_of[match.pattern];
          if (rules_.rules[rule].style == style_) continue;
          keep(rule, stratum.root_of[match.pattern], match, lead, tail, sentence, units);
          if (level == 0) {
            hopeful_.resize(cut_.text.sentences.size());
            hopeful_[s] = true;
          }
        }
      }
    }
    if (!units.empty()) add_units(cut_.text, lexicon_, std::move(units));
  }

  void keep(std::uint32_t rule_index, std::uint32_t root, Match& match, std::uint8_t lead, std::uint8_t tail, const Sentence& sentence, std::vector<Unit>& units) {
    const auto& rule = rules_.rules[rule_index];
    TimeMatch kept{rule_index, root, match.first, match.last, std::move(match.bindings)};
    // Context at the ends is no part of the expression.
    for (const auto& binding : kept.bindings) {
      if (binding.slot == lead && binding.first == kept.first) kept.first = binding.last;
    }
    for (auto binding = kept.bindings.rbegin(); binding != kept.bindings.rend(); ++binding) {
      if (binding->slot == tail && binding->last == kept.last) kept.last = binding->first;
    }
    if (kept.first >= kept.last || is_denied(rule, kept, sentence)) return;
    if (rule.lower != 0 && is_name(kept, sentence)) return;
    if (rule.look_alike == 0 && rule.report == 0) {
      TimeNow now;
      now.day = kAnyDay;
      now.told = day_stretch(kAnyDay);
      const auto value = evaluate_match(context_, kept, now);
      if (value.failed || value.kind == ValueKind::none) return;
    }
    if (rule.makes != 0) units.push_back({kept.first, kept.last, rule.makes, 0, static_cast<std::uint32_t>(cut_.numbers.size() + matches_.size())});
    matches_.push_back(std::move(kept));
  }

  // A capital inside a sentence, or before another capital: "Theresa Mei", "Augustus De Morgan".
  bool is_name(const TimeMatch& match, const Sentence& sentence) const {
    if (!cut_.text.tokens[match.first].has(kCapital)) return false;
    return match.first > sentence.first || (match.last < sentence.last && cut_.text.tokens[match.last].has(kCapital));
  }

  bool is_denied(const TimeRule& rule, const TimeMatch& match, const Sentence& sentence) const {
    if (rule.nots.empty()) return false;
    constexpr TokenId kContext = 4;
    std::vector<Match> found;
    const TokenId from = match.first - sentence.first > kContext ? match.first - kContext : sentence.first;
    for (TokenId token = from; token < match.last; ++token) rules_.nots.match_at(cut_.text, lexicon_, token, sentence.last, found);
    return std::any_of(found.begin(), found.end(), [&](const Match& m) {
      return m.last > match.first && std::find(rule.nots.begin(), rule.nots.end(), m.pattern) != rule.nots.end();
    });
  }

  TimeText& cut_;
  const TimeRules& rules_;
  const Lexicon& lexicon_;
  std::vector<TimeMatch> matches_;
  SlotContext context_;
  std::uint8_t style_;   // the style that rules may not ask for
  std::vector<bool> hopeful_;
};

}  // namespace

std::vector<TimeMatch> match_time_rules(TimeText& cut, const TimeRules& rules, const Lexicon& lexicon, bool conversation) {
  return RuleMatcher(cut, rules, lexicon, conversation).run();
}

std::vector<std::uint32_t> choose_expressions(const std::vector<TimeMatch>& matches, const TimeRules& rules) {
  std::vector<std::uint32_t> order;
  TokenId end = 0;
  for (std::uint32_t i = 0; i < matches.size(); ++i) {
    if (rules.rules[matches[i].rule].part == 0) order.push_back(i);
    end = std::max(end, matches[i].last);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto& left = matches[a];
    const auto& right = matches[b];
    const auto left_size = left.last - left.first, right_size = right.last - right.first;
    if (left_size != right_size) return left_size > right_size;
    const auto& left_rule = rules.rules[left.rule];
    const auto& right_rule = rules.rules[right.rule];
    if (left_rule.priority != right_rule.priority) return left_rule.priority > right_rule.priority;
    return left.first != right.first ? left.first < right.first : left.rule < right.rule;
  });
  std::vector<bool> taken(end, false);
  std::vector<std::uint32_t> chosen;
  for (const auto index : order) {
    const auto& match = matches[index];
    bool free = true;
    for (TokenId t = match.first; t < match.last; ++t) free = free && !taken[t];
    if (!free) continue;
    for (TokenId t = match.first; t < match.last; ++t) taken[t] = true;
    if (rules.rules[match.rule].look_alike == 0) chosen.push_back(index);
  }
  std::sort(chosen.begin(), chosen.end(), [&](std::uint32_t a, std::uint32_t b) { return matches[a].first < matches[b].first; });
  return chosen;
}

}  // namespace kroniek
