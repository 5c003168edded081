#include "claim_rules.hpp"

#include "../rules/word_lists.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace kroniek {

namespace {

constexpr std::array<std::string_view, 12> kStances = {"asserts", "denies", "demands", "proposes", "promises", "threatens",
                                                       "warns",   "accuses", "refuses", "agrees",  "hopes",    "none"};

struct Compiler {
  const Lexicon& lexicon;
  RuleReader read;
  ClaimRules out;

  Stance stance(YamlFile& file, const yaml::Node& map, const char* key, Stance otherwise) {
    const auto name = file.text_of(map, key);
    if (!name) return otherwise;
    const auto found = stance_from(*name);
    if (!found) {
      const auto meant = nearest(*name, std::vector<std::string>(kStances.begin(), kStances.end()));
      file.error(map[key], "rule.unknown-stance", "unknown stance '" + *name + "'", meant ? "did you mean '" + *meant + "'?" : "for instance asserts, demands, promises");
    }
    return found.value_or(otherwise);
  }

  template <class T, std::size_t N>
  T choice(YamlFile& file, const yaml::Node& map, const char* key, const std::array<std::string_view, N>& names, T otherwise) {
    const auto name = file.text_of(map, key);
    if (!name) return otherwise;
    const auto at = std::find(names.begin(), names.end(), *name);
    if (at != names.end()) return static_cast<T>(at - names.begin());
    std::string known;
    for (const auto& one : names) known += (known.empty() ? "" : ", ") + std::string(one);
    file.error(map[key], "rule.unknown-word", "unknown word '" + *name + "' for '" + key + "'", "one of " + known);
    return otherwise;
  }

  void takes(YamlFile& file, const yaml::Node& node, ReportRule& rule) {
    static const std::map<std::string, Takes> kinds = {{"that", kThat}, {"to", kTo}, {"said", kSaid}, {"object", kObject}, {"alone", kAlone}, {"bare", kBare}};
    const auto one = [&](const yaml::Node& item) {
      if (item.is_scalar()) {
        const auto it = kinds.find(item.text());
        if (it == kinds.end()) {
          file.error(item, "rule.unknown-word", "unknown content '" + item.text() + "'", "that, to, said, object, alone, bare or {prep: word}");
        } else {
          rule.takes |= it->second;
        }
        return;
      }
      if (!file.is_map(item, {"prep"})) return;
      rule.takes |= kPhrase;
      for (const auto& word : file.texts_of(item, "prep")) rule.prepositions.push_back(lexicon.find(fold(word)));
    };
    const auto list = node["takes"];
    if (!list.is_defined()) {
      file.error(node, "rule.missing-key", "the rule does not say what it takes", "add 'takes: [that, said]'");
    } else if (list.is_list()) {
      for (const auto& item : list) one(item);
    } else {
      one(list);
    }
  }

  void report(YamlFile& file, const yaml::Node& node, const char* key, Pos pos) {
    if (!file.is_map(node, {"id", key, "with", "takes", "stance", "negated", "anyone", "mind", "stative", "judges", "thing", "not", "examples"})) return;
    ReportRule rule;
    rule.id = read.id(file, node);
    rule.noun = pos == Pos::noun;
    rule.stance = stance(file, node, "stance", Stance::asserts);
    rule.negated = stance(file, node, "negated", Stance::none);
    rule.anyone = file.flag_of(node, "anyone");
    rule.mind = file.flag_of(node, "mind");
    rule.stative = file.flag_of(node, "stative");
    rule.judges = file.flag_of(node, "judges");
    rule.thing = file.flag_of(node, "thing");
    takes(file, node, rule);
    rule.with = read.patterns(file, node, "with", out.patterns);
    rule.lacks = read.patterns(file, node, "not", out.patterns);
    if (!node["examples"].is_defined()) file.report(Severity::warning, node, "rule.no-example", "the rule has no example", "add 'examples:'");
    for (const auto& word : file.texts_of(node, key)) {
      if (const auto id = lexicon.find_lexeme(fold(word), pos)) {
        out.by_lexeme.emplace_back(*id, static_cast<std::uint32_t>(out.reports.size()));
      } else {
        file.error(node[key], "rule.unknown-word", std::string("the ") + key + " '" + word + "' is not in the lexicon", "add it to lexicon/");
      }
    }
    out.reports.push_back(std::move(rule));
  }

  void source_rule(YamlFile& file, const yaml::Node& node) {
    if (!file.is_map(node, {"id", "class", "pattern", "speaker", "content", "stance", "text", "with", "examples"})) return;
    static constexpr std::array<std::string_view, 6> kTellers = {"behind", "subject", "unknown", "last", "inside", "writer"};
    static constexpr std::array<std::string_view, 3> kTolds = {"clause", "before", "previous"};
    SourceRule rule;
    rule.id = read.id(file, node);
    rule.stance = stance(file, node, "stance", Stance::asserts);
    rule.teller = choice(file, node, "speaker", kTellers, Teller::behind);
    rule.text = file.flag_of(node, "text");
    rule.with = read.patterns(file, node, "with", out.patterns);
    rule.told = choice(file, node, "content", kTolds, Told::clause);
    const auto index = static_cast<std::uint32_t>(out.sources.size());
    rule.cls = read.cls_of(file, node, "class");
    if (!node["class"].is_defined() && !node["pattern"].is_defined()) {
      file.error(node, "rule.missing-key", "the cue has neither a class nor a pattern", "add 'class:' or 'pattern:'");
    }
    for (const auto pattern : read.patterns(file, node, "pattern", out.cues)) out.by_pattern.emplace_back(pattern, index);
    out.sources.push_back(std::move(rule));
  }

  void stance_rule(YamlFile& file, const yaml::Node& node) {
    if (!file.is_map(node, {"id", "from", "gives", "finite", "verb", "has", "pattern", "begins", "subject", "negated", "past", "perfect", "ahead", "imperative", "exclaims", "quoted", "examples"})) return;
    static constexpr std::array<std::string_view, 5> kSides = {"any", "own", "other", "first", "second"};
    StanceRule rule;
    rule.id = read.id(file, node);
    rule.gives = stance(file, node, "gives", Stance::asserts);
    for (const auto& name : file.texts_of(node, "from")) {
      const auto from = stance_from(name);
      if (!from) file.error(node["from"], "rule.unknown-stance", "unknown stance '" + name + "'", "for instance asserts");
      if (from) rule.from = static_cast<std::uint16_t>(rule.from | (1U << static_cast<unsigned>(*from)));
    }
    if (rule.from == 0) rule.from = 1U << static_cast<unsigned>(Stance::asserts);
    rule.finite = read.cls_of(file, node, "finite");
    rule.verbs = read.classes(file, node, "verb");
    rule.words = read.classes(file, node, "has");
    rule.patterns = read.patterns(file, node, "pattern", out.stance_patterns);
    rule.begins = read.patterns(file, node, "begins", out.stance_patterns);
    rule.subject = choice(file, node, "subject", kSides, Side::any);
    if (node["negated"].is_defined()) rule.negated = file.flag_of(node, "negated") ? 1 : 0;
    if (node["past"].is_defined()) rule.past = file.flag_of(node, "past") ? 1 : 0;
    rule.imperative = file.flag_of(node, "imperative");
    rule.perfect = file.flag_of(node, "perfect");
    rule.ahead = file.flag_of(node, "ahead");
    rule.exclaims = file.flag_of(node, "exclaims");
    rule.quoted = file.flag_of(node, "quoted");
    out.stances.push_back(std::move(rule));
  }

  void find_classes() {
    auto& c = out.classes;
    const auto id = [&](const char* name) { return lexicon.class_id(name); };
    c.first_person = id("first_person");
    c.it = id("ref_it");
    c.second_person = id("second_person");
    c.person = id("source_person");
    c.title = id("title");
    c.person_noun = id("person_noun");
    c.office = id("office");
    c.public_office = id("public_office");
    c.group = id("group");
    c.text = id("source_text");
    c.so = id("reporting_adverb");
    c.as = id("as_reported");
    c.demonstrative = id("reported_pronoun");
    c.interview = id("interview_noun");
    c.about = id("about_preposition");
    c.impersonal = id("impersonal_pronoun");
    c.people_say = id("people_say");
    c.seat = id("seat_preposition");
    c.factual = id("factual_infinitive");
    c.given_name = id("given_name");
    c.name_particle = id("name_particle");
    c.by = id("by_preposition");
    c.that_one = id("ref_that_one");
    c.latter = id("latter");
    c.people = id("people");
    c.nothing = id("negative_determiner");
    c.will = id("aux_will");
    c.must = id("aux_must");
    c.perceives = id("perception");
    c.takes_occasion = id("takes_occasion");
    c.degree = id("degree_word");
    c.reason = id("content_reason");
    c.limit = id("content_limit");
    c.asks = id("interrogative");
    c.whether = id("question");
    c.shows = id("claim_shows");
    c.own_body = id("claim_own_body");
    c.pointing = id("demonstrative_determiner");
    c.expert = id("claim_expert");
    c.media = id("media");
    c.medium = id("medium");
    c.speaks = id("speech_verb");
    c.plain = id("plain_answer");
    c.sounds = id("sounding");
    c.law = id("law_text");
    c.unnamed = id("unnamed_source");
  }
};

}  // namespace

std::string_view name_of(Stance stance) { return kStances[static_cast<std::size_t>(stance)]; }

std::optional<Stance> stance_from(std::string_view name) {
  const auto at = std::find(kStances.begin(), kStances.end(), name);
  if (at == kStances.end()) return std::nullopt;
  return static_cast<Stance>(at - kStances.begin());
}

RuleFiles read_claim_rules(const std::filesystem::path& pack_folder, std::vector<Diagnostic>& diagnostics) {
  return read_rule_files(pack_folder, "claims", {"verbs", "nouns", "cues", "stances"}, diagnostics);
}

void declare_claim_rules(const RuleFiles& source, LexiconBuilder& builder) {
  for (const auto& [key, items] : source.lists) {
    for (const auto& item : items) {
      if (!item.node.is_map()) continue;
      for (const char* patterns : {"with", "not", "pattern", "begins"}) declare_patterns(item.node[patterns], builder);
    }
  }
}

ClaimRules compile_claim_rules(RuleFiles& source, const Lexicon& lexicon) {
  Compiler compiler{lexicon, RuleReader(lexicon), {}};
  source.each("verbs", [&](YamlFile& file, const yaml::Node& node) { compiler.report(file, node, "verb", Pos::verb); });
  source.each("nouns", [&](YamlFile& file, const yaml::Node& node) { compiler.report(file, node, "noun", Pos::noun); });
  source.each("cues", [&](YamlFile& file, const yaml::Node& node) { compiler.source_rule(file, node); });
  source.each("stances", [&](YamlFile& file, const yaml::Node& node) { compiler.stance_rule(file, node); });
  compiler.find_classes();
  auto& out = compiler.out;
  // Of several rules for one verb those that ask for more words are tried first.
  std::stable_sort(out.by_lexeme.begin(), out.by_lexeme.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return out.reports[a.second].with.size() > out.reports[b.second].with.size();
  });
  std::sort(out.by_pattern.begin(), out.by_pattern.end());
  out.cues.finish(lexicon);
  out.patterns.finish(lexicon);
  out.stance_patterns.finish(lexicon);
  return std::move(out);
}

}  // namespace kroniek
