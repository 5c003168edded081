#include "mutate.hpp"

#include <algorithm>
#include <future>
#include <iterator>

namespace kroniek {

namespace {

constexpr ClassId kNoWord = 0xFFFF;  // a class that no word has

// By rule: the examples that passed and can notice a change of it, the likeliest first.
using Tried = std::vector<std::vector<std::uint32_t>>;

Tried tried_by_rule(const PackModel& model, const RuleNumbers& numbers, const std::vector<Example>& examples, const std::vector<ExampleRun>& runs) {
  Tried own(model.rules.size()), others(model.rules.size());
  for (std::uint32_t i = 0; i < runs.size(); ++i) {
    if (!runs[i].passed) continue;
    const auto& source = *examples[i].source;
    const auto named = numbers.by_id.find(source.about);
    const auto of = source.rule != kNoRule ? source.rule : named != numbers.by_id.end() ? named->second : kNoRule;
    if (of != kNoRule) own[of].push_back(i);
    for (const auto rule : runs[i].tried) {
      if (rule != of) others[rule].push_back(i);
    }
  }
  for (std::size_t r = 0; r < own.size(); ++r) own[r].insert(own[r].end(), others[r].begin(), others[r].end());
  return own;
}

struct Part {
  int mutants = 0;
  std::vector<std::pair<int, Mutant>> survivors;  // by their numbers
};

class Mutator {
 public:
  // Of all mutants, each `parts`th from the `part`th on.
  Mutator(const PackModel& model, Pack& pack, const RuleNumbers& numbers, const std::vector<Example>& examples, const Tried& of_rule, const std::vector<bool>& wanted, int part, int parts)
      : model_(model), pack_(pack), data_(pack.data()), lexicon_(data_.lexicon), numbers_(numbers), examples_(examples), wanted_(wanted), of_rule_(of_rule), part_(part), parts_(parts) {}

  Part run() {
    for (std::uint32_t i = 0; i < data_.events.rules.size(); ++i) event(i);
    for (std::uint32_t i = 0; i < data_.events.cues.size(); ++i) cue(i);
    for (std::uint32_t i = 0; i < data_.claims.reports.size(); ++i) report(i);
    for (std::uint32_t i = 0; i < data_.claims.sources.size(); ++i) source(i);
    for (std::uint32_t i = 0; i < data_.claims.stances.size(); ++i) stance(i);
    for (std::uint32_t i = 0; i < data_.time.rules.size(); ++i) time(i);
    return std::move(result_);
  }

 private:
  std::string name(ClassId cls) const { return std::string(lexicon_.class_name(cls)); }

  // One mutant: `value` as `change` leaves it.
  template <class T, class F>
  void with(std::uint32_t rule, const std::string& what, T& value, F change) {
    if (!wanted_.empty() && !wanted_[rule]) return;
    if (result_.mutants++ % parts_ != part_) return;
    T before = value;
    change(value);
    const auto noticed = std::any_of(of_rule_[rule].begin(), of_rule_[rule].end(), [&](std::uint32_t i) { return !run_example(examples_[i], pack_, nullptr).passed; });
    value = std::move(before);
    if (!noticed) result_.survivors.emplace_back(result_.mutants, Mutant{model_.rules[rule].id, model_.files[model_.rules[rule].file].name, "without " + what, model_.rules[rule].first_line});
  }

  // One mutant for each item of a list.
  template <class T, class List, class Name>
  void each(std::uint32_t rule, T& value, List list, Name name_of) {
    for (std::size_t i = 0; i < list(value).size(); ++i) {
      with(rule, name_of(list(value)[i]), value, [&](T& changed) { list(changed).erase(list(changed).begin() + static_cast<std::ptrdiff_t>(i)); });
    }
  }

  template <class T, class V>
  void flag(std::uint32_t rule, const char* what, T& value, V T::* member, V off) {
    if (value.*member != off) with(rule, what, value, [&](T& changed) { changed.*member = off; });
  }

  template <class Index, class Name>
  void index_entries(std::uint32_t rule, std::uint32_t number, Index& index, Name name_of) {
    for (std::size_t i = 0; i < index.size(); ++i) {
      if (index[i].second != number) continue;
      with(rule, "trigger " + name_of(index[i].first), index, [&](Index& changed) { changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i)); });
    }
  }

  std::string source_name(const Source& source) const {
    switch (source.kind) {
      case SourceKind::subject: return "subject";
      case SourceKind::object: return "object";
      case SourceKind::indirect: return "indirect";
      case SourceKind::preposition: return "prep " + std::string(lexicon_.text(source.preposition));
      case SourceKind::of: return "of";
      case SourceKind::nationality: return "nationality";
      case SourceKind::complement: return "complement";
      case SourceKind::anywhere: return "anywhere";
      case SourceKind::companion: return "companion";
    }
    return {};
  }

  // A pattern by how it is written: a number tells nothing to whom has to mend it.
  std::string pattern_name(std::uint32_t rule, const char* key, int& number) const {
    const auto& node = model_.rules[rule].node;
    const auto all = scalars(std::string_view(key) == "phrase" ? child(child(node, "trigger"), key) : child(node, key));
    const auto at = static_cast<std::size_t>(number++);
    return std::string(key) + ": " + (at < all.size() ? all[at].text() : "pattern " + std::to_string(number));
  }

  void event(std::uint32_t i) {
    const auto rule = numbers_.events[i];
    auto& events = data_.events;
    index_entries(rule, i, events.by_lexeme, [&](LexemeId id) { return std::string(lexicon_.lemma(id)); });
    index_entries(rule, i, events.by_class, [&](ClassId cls) { return "$" + name(cls); });
    int phrase = 0;
    for (std::size_t p = 0; p < events.phrase_rule.size(); ++p) {
      if (events.phrase_rule[p] != i) continue;
      EventRule never;
      never.has.push_back(kNoWord);
      events.rules.push_back(never);
      with(rule, pattern_name(rule, "phrase", phrase), events.phrase_rule, [&](auto& changed) { changed[p] = static_cast<std::uint32_t>(events.rules.size() - 1); });
      events.rules.pop_back();
    }
    auto& same = events.rules[i];  // the list has moved
    each(rule, same, [](EventRule& r) -> auto& { return r.has; }, [&](ClassId cls) { return "has: " + name(cls); });
    each(rule, same, [](EventRule& r) -> auto& { return r.lacks; }, [&](ClassId cls) { return "lacks: " + name(cls); });
    int pattern = 0;
    each(rule, same, [](EventRule& r) -> auto& { return r.lacks_patterns; }, [&](std::uint32_t) { return pattern_name(rule, "not", pattern); });
    each(rule, same, [](EventRule& r) -> auto& { return r.refers_to; }, [&](std::uint16_t type) { return "refers_to: " + events.types[type].id; });
    each(rule, same, [](EventRule& r) -> auto& { return r.continues; }, [&](std::uint16_t type) { return "continues: " + events.types[type].id; });
    for (std::size_t r = 0; r < same.roles.size(); ++r) {
      const auto role = events.roles[same.roles[r].role];
      each(rule, same, [r](EventRule& e) -> auto& { return e.roles[r].from; }, [&](const Source& s) { return role + " from " + source_name(s); });
      if (same.roles[r].classes.size() > 1) each(rule, same, [r](EventRule& e) -> auto& { return e.roles[r].classes; }, [&](ClassId cls) { return role + " of class " + name(cls); });
      if (same.roles[r].least > 0) with(rule, "the need of " + role, same, [r](EventRule& e) { e.roles[r].least = 0; });
    }
    if (same.actors > 0) with(rule, "actors: " + std::to_string(same.actors), same, [](EventRule& e) { --e.actors; });
    flag(rule, "needs_anchor", same, &EventRule::needs_anchor, false);
    flag(rule, "drops_negated", same, &EventRule::drops_negated, false);
    flag(rule, "negation_is_part", same, &EventRule::negation_is_part, false);
    flag(rule, "modal_is_part", same, &EventRule::modal_is_part, false);
    flag(rule, "status", same, &EventRule::status, std::uint8_t{255});
  }

  void cue(std::uint32_t i) {
    const auto rule = numbers_.cues[i];
    auto& value = data_.events.cues[i];
    with(rule, "the cue", value, [](CueRule& c) { c.cls = kNoWord; });
    flag(rule, "tense", value, &CueRule::past_only, false);
    flag(rule, "tense", value, &CueRule::present_only, false);
    flag(rule, "perfect", value, &CueRule::with_perfect, false);
    flag(rule, "perfect", value, &CueRule::without_perfect, false);
    flag(rule, "clause", value, &CueRule::complement_only, false);
    flag(rule, "clause", value, &CueRule::infinitive_only, false);
    flag(rule, "day", value, &CueRule::with_day, false);
    flag(rule, "day", value, &CueRule::without_day, false);
  }

  void report(std::uint32_t i) {
    const auto rule = numbers_.reports[i];
    auto& value = data_.claims.reports[i];
    index_entries(rule, i, data_.claims.by_lexeme, [&](LexemeId id) { return std::string(lexicon_.lemma(id)); });
    static constexpr std::pair<std::uint16_t, const char*> takes[] = {{kThat, "that"}, {kTo, "to"}, {kSaid, "said"}, {kObject, "object"}, {kAlone, "alone"}, {kBare, "bare"}};
    for (const auto& [bit, what] : takes) {
      if (value.takes & bit) with(rule, std::string("takes: ") + what, value, [b = bit](ReportRule& r) { r.takes = static_cast<std::uint16_t>(r.takes & ~b); });
    }
    each(rule, value, [](ReportRule& r) -> auto& { return r.prepositions; }, [&](FormId form) { return "takes: prep " + std::string(lexicon_.text(form)); });
    int pattern = 0;
    each(rule, value, [](ReportRule& r) -> auto& { return r.with; }, [&](std::uint32_t) { return pattern_name(rule, "with", pattern); });
    pattern = 0;
    each(rule, value, [](ReportRule& r) -> auto& { return r.lacks; }, [&](std::uint32_t) { return pattern_name(rule, "not", pattern); });
    flag(rule, "anyone", value, &ReportRule::anyone, false);
    flag(rule, "mind", value, &ReportRule::mind, false);
    flag(rule, "stative", value, &ReportRule::stative, false);
    flag(rule, "negated", value, &ReportRule::negated, Stance::none);
    flag(rule, "stance", value, &ReportRule::stance, Stance::asserts);
  }

  void source(std::uint32_t i) {
    const auto rule = numbers_.sources[i];
    auto& value = data_.claims.sources[i];
    flag(rule, "class", value, &SourceRule::cls, ClassId{0});
    auto& index = data_.claims.by_pattern;
    int pattern = 0;
    for (std::size_t p = 0; p < index.size(); ++p) {
      if (index[p].second == i) with(rule, pattern_name(rule, "pattern", pattern), index, [&](auto& changed) { changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(p)); });
    }
    pattern = 0;
    each(rule, value, [](SourceRule& r) -> auto& { return r.with; }, [&](std::uint32_t) { return pattern_name(rule, "with", pattern); });
    flag(rule, "text", value, &SourceRule::text, false);
    flag(rule, "content", value, &SourceRule::told, Told::clause);
    flag(rule, "stance", value, &SourceRule::stance, Stance::asserts);
  }

  void stance(std::uint32_t i) {
    const auto rule = numbers_.stances[i];
    auto& value = data_.claims.stances[i];
    with(rule, "the rule", value, [](StanceRule& r) { r.from = 0; });
    flag(rule, "finite", value, &StanceRule::finite, ClassId{0});
    each(rule, value, [](StanceRule& r) -> auto& { return r.verbs; }, [&](ClassId cls) { return "verb: " + name(cls); });
    each(rule, value, [](StanceRule& r) -> auto& { return r.words; }, [&](ClassId cls) { return "has: " + name(cls); });
    int pattern = 0;
    each(rule, value, [](StanceRule& r) -> auto& { return r.patterns; }, [&](std::uint32_t) { return pattern_name(rule, "pattern", pattern); });
    flag(rule, "subject", value, &StanceRule::subject, Side::any);
    flag(rule, "negated", value, &StanceRule::negated, std::uint8_t{2});
    flag(rule, "past", value, &StanceRule::past, std::uint8_t{2});
    flag(rule, "imperative", value, &StanceRule::imperative, false);
    flag(rule, "perfect", value, &StanceRule::perfect, false);
    flag(rule, "ahead", value, &StanceRule::ahead, false);
    flag(rule, "exclaims", value, &StanceRule::exclaims, false);
    flag(rule, "quoted", value, &StanceRule::quoted, false);
  }

  void time(std::uint32_t i) {
    const auto rule = numbers_.times[i];
    auto& times = data_.time;
    // A pattern goes to a rule that is for conversations only, which no example of news has.
    int pattern = 0;
    for (auto& stratum : times.strata) {
      for (std::size_t p = 0; p < stratum.rule_of.size(); ++p) {
        if (stratum.rule_of[p] != i) continue;
        TimeRule other = times.rules[i];
        other.style = other.style == 2 ? 1 : 2;
        times.rules.push_back(std::move(other));
        with(rule, pattern_name(rule, "pattern", pattern), stratum.rule_of, [&](auto& changed) { changed[p] = static_cast<std::uint32_t>(times.rules.size() - 1); });
        times.rules.pop_back();
      }
    }
    auto& value = times.rules[i];
    int no = 0;
    each(rule, value, [](TimeRule& r) -> auto& { return r.nots; }, [&](std::uint32_t) { return pattern_name(rule, "not", no); });
    flag(rule, "lower", value, &TimeRule::lower, std::uint8_t{0});
    flag(rule, "report", value, &TimeRule::report, std::uint8_t{0});
    flag(rule, "priority", value, &TimeRule::priority, 0);
    flag(rule, "mod", value, &TimeRule::mod, Mod::none);
  }

  const PackModel& model_;
  Pack& pack_;
  PackData& data_;
  const Lexicon& lexicon_;
  const RuleNumbers& numbers_;
  const std::vector<Example>& examples_;
  const std::vector<bool>& wanted_;
  const Tried& of_rule_;
  const int part_, parts_;
  Part result_;
};

}  // namespace

Mutation mutate(const PackModel& model, const Pack& pack, const RuleNumbers& numbers, const std::vector<Example>& examples, const std::vector<ExampleRun>& runs, const std::vector<bool>& wanted, unsigned threads) {
  const auto of_rule = tried_by_rule(model, numbers, examples, runs);
  const auto parts = static_cast<int>(std::max(1u, threads));
  std::vector<std::future<Part>> others;
  for (int part = 1; part < parts; ++part) {
    // Deferred where the system gives no more threads: it is then done here, at the end.
    others.push_back(std::async(std::launch::async | std::launch::deferred, [&, part] {
      Pack own(pack.data());  // elements are taken out in place
      return Mutator(model, own, numbers, examples, of_rule, wanted, part, parts).run();
    }));
  }
  Pack own(pack.data());
  auto all = Mutator(model, own, numbers, examples, of_rule, wanted, 0, parts).run();
  for (auto& other : others) {
    auto part = other.get();
    all.survivors.insert(all.survivors.end(), std::make_move_iterator(part.survivors.begin()), std::make_move_iterator(part.survivors.end()));
  }
  std::sort(all.survivors.begin(), all.survivors.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Mutation mutation{all.mutants, {}};
  for (auto& [number, mutant] : all.survivors) mutation.survivors.push_back(std::move(mutant));
  return mutation;
}

}  // namespace kroniek
