#include "event_rules.hpp"

#include "../rules/word_lists.hpp"

#include <algorithm>
#include <array>

namespace kroniek {

namespace {

constexpr std::array<std::string_view, 12> kModalities = {"none", "negated", "planned", "demanded", "proposed", "conditional",
                                                         "unconfirmed", "refused", "promised", "threatened", "attempted", "ordered"};
constexpr std::array<std::string_view, 6> kScopes = {"below", "noun", "clause", "adjective", "predicate", "sentence"};

struct Compiler {
  const Lexicon& lexicon;
  RuleReader read;
  EventRules out;

  void type(YamlFile& file, const yaml::Node& node) {
    if (!file.is_map(node, {"id", "plover", "speech_act", "announced", "attempt", "forced", "deed", "frequent", "under", "headline"})) return;
    EventType type;
    type.id = file.text_of(node, "id", true).value_or("");
    type.plover = file.text_of(node, "plover", true).value_or("");
    type.speech_act = file.flag_of(node, "speech_act");
    type.announced = type.speech_act || file.flag_of(node, "announced");
    type.attempt = file.flag_of(node, "attempt");
    type.forced = file.flag_of(node, "forced");
    type.deed = file.flag_of(node, "deed");
    type.frequent = file.flag_of(node, "frequent");
    if (out.type_of(type.id) != 0xFFFF) file.error(node, "rule.duplicate-id", "the type '" + type.id + "' is there already", "merge the two");
    if (const auto headline = node["headline"]; headline.is_defined() && headline.is_map()) {
      for (const auto& item : headline) {
        type.headline[item.first.text()] = file.texts(item.second, "headline");
        for (const auto& text : type.headline[item.first.text()]) check_headline(file, item.second, text);
      }
    }
    out.types.push_back(std::move(type));
  }

  // A template with another name in it could never be filled.
  static void check_headline(YamlFile& file, const yaml::Node& at, const std::string& text) {
    static const std::vector<std::string> known = {"all", "one", "many", "initiator", "target", "place", "at"};
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
      const auto name = text.substr(open + 1, std::min(text.find('}', open), text.size()) - open - 1);
      if (std::find(known.begin(), known.end(), name) == known.end()) {
        file.error(at, "rule.unknown-placeholder", "a headline has no {" + name + "}", "it takes {all}, {one}, {many}, {initiator}, {target}, {place} and {at}");
      }
    }
  }

  void under(YamlFile& file, const yaml::Node& node) {
    const auto map = node["under"];
    if (!map.is_defined()) return;
    const auto self = out.type_of(node["id"].text());
    if (self == 0xFFFF) return;  // not read, for another fault
    for (const auto& item : map) {
      const auto modality = modality_from(item.first.text());
      const auto target = out.type_of(item.second.text());
      if (!modality) file.error(item.first, "rule.unknown-modality", "unknown modality '" + item.first.text() + "'", "for instance demanded, refused, promised");
      if (target == 0xFFFF) file.error(item.second, "rule.unknown-type", "unknown event type '" + item.second.text() + "'", "types stand in events/types.yaml");
      if (modality && target != 0xFFFF) out.types[self].under.emplace_back(static_cast<std::uint8_t>(*modality), target);
    }
  }

  Source source_of(YamlFile& file, const yaml::Node& node, std::vector<Source>& all) {
    static const std::map<std::string, SourceKind> kinds = {{"subject", SourceKind::subject}, {"object", SourceKind::object}, {"indirect", SourceKind::indirect},
                                                            {"of", SourceKind::of}, {"nationality", SourceKind::nationality}, {"complement", SourceKind::complement}, {"anywhere", SourceKind::anywhere}, {"companion", SourceKind::companion}};
    if (node.is_scalar()) {
      if (const auto it = kinds.find(node.text()); it != kinds.end()) {
        all.push_back({it->second});
      } else {
        file.error(node, "rule.unknown-source", "unknown place '" + node.text() + "' for a role", "subject, object, indirect, of, nationality, complement, anywhere, companion or {prep: word}");
      }
      return {};
    }
    if (!file.is_map(node, {"prep", "nations"})) return {};
    for (const auto& word : file.texts_of(node, "prep")) all.push_back({SourceKind::preposition, lexicon.find(fold(word)), file.flag_of(node, "nations")});
    return {};
  }

  void roles(YamlFile& file, const yaml::Node& node, EventRule& rule) {
    if (!node.is_defined()) return;
    if (!node.is_map()) {
      file.error(node, "rule.wrong-shape", "'roles' takes a map of role names");
      return;
    }
    for (const auto& item : node) {
      RoleRule role;
      const auto name = item.first.text();
      const auto at = std::find(out.roles.begin(), out.roles.end(), name);
      role.role = static_cast<std::uint8_t>(at - out.roles.begin());
      if (at == out.roles.end()) out.roles.push_back(name);
      auto from = item.second;
      if (item.second.is_map() && item.second["from"].is_defined()) {
        if (!file.is_map(item.second, {"from", "class", "least", "before", "counted", "unsaid", "named"})) continue;
        from = item.second["from"];
        role.classes = read.classes(file, item.second, "class");
        role.before = file.flag_of(item.second, "before");
        role.counted = file.flag_of(item.second, "counted");
        role.unsaid = file.flag_of(item.second, "unsaid");
        role.named = file.flag_of(item.second, "named");
        role.least = static_cast<std::uint8_t>(file.number_of(item.second, "least").value_or(role.classes.empty() ? 0 : 1));
      }
      if (from.is_list()) {
        for (const auto& one : from) source_of(file, one, role.from);
      } else {
        source_of(file, from, role.from);
      }
      rule.roles.push_back(std::move(role));
    }
  }

  void triggers(YamlFile& file, const yaml::Node& node, EventRule& rule, std::uint32_t index) {
    if (!file.is_map(node, {"verb", "noun", "phrase"})) return;
    const auto add = [&](const char* key, Pos pos) {
      for (const auto& word : file.texts_of(node, key)) {
        if (word.starts_with("$")) {
          if (const auto id = read.cls(file, node[key], word.substr(1)); id != 0) out.by_class.emplace_back(id, index);
        } else if (const auto id = lexicon.find_lexeme(fold(word), pos)) {
          out.by_lexeme.emplace_back(*id, index);
        } else {
          file.error(node[key], "rule.unknown-word", std::string("the ") + key + " '" + word + "' is not in the lexicon", "add it to lexicon/, or name a class as $class");
        }
      }
    };
    if (node["verb"].is_defined()) {
      rule.trigger = TriggerKind::verb;
      add("verb", Pos::verb);
    } else if (node["noun"].is_defined()) {
      rule.trigger = TriggerKind::noun;
      add("noun", Pos::noun);
    } else {
      rule.trigger = TriggerKind::phrase;
    }
    for (const auto pattern : read.patterns(file, node, "phrase", out.phrases)) {
      out.phrase_rule.resize(pattern + 1);
      out.phrase_rule[pattern] = index;
    }
  }

  void rule(YamlFile& file, const yaml::Node& node) {
    if (!file.is_map(node, {"id", "event", "trigger", "roles", "has", "lacks", "not", "actors", "needs_anchor", "refers_to", "continues", "drops_negated", "negation_is_part", "modal_is_part", "negated_is", "status", "examples"})) return;
    EventRule rule;
    rule.id = read.id(file, node);
    const auto event = file.text_of(node, "event", true).value_or("");
    rule.type = out.type_of(event);
    if (rule.type == 0xFFFF) {
      std::vector<std::string> known;
      for (const auto& type : out.types) known.push_back(type.id);
      const auto meant = nearest(event, known);
      file.error(node["event"], "rule.unknown-type", "unknown event type '" + event + "'", meant ? "did you mean '" + *meant + "'?" : "types stand in events/types.yaml");
      return;
    }
    if (!node["trigger"].is_defined()) {
      file.error(node, "rule.missing-key", "the rule has no trigger", "add 'trigger: { verb: ... }'");
      return;
    }
    triggers(file, node["trigger"], rule, static_cast<std::uint32_t>(out.rules.size()));
    roles(file, node["roles"], rule);
    rule.has = read.classes(file, node, "has");
    rule.lacks = read.classes(file, node, "lacks");
    rule.lacks_patterns = read.patterns(file, node, "not", out.look_alikes);
    rule.actors = static_cast<std::uint8_t>(file.number_of(node, "actors").value_or(0));
    rule.needs_anchor = file.flag_of(node, "needs_anchor");
    rule.negation_is_part = file.flag_of(node, "negation_is_part");
    rule.modal_is_part = file.flag_of(node, "modal_is_part");
    rule.drops_negated = file.flag_of(node, "drops_negated");
    const auto types = [&](const char* key, std::vector<std::uint16_t>& all) {
      for (const auto& name : file.texts_of(node, key)) {
        all.push_back(out.type_of(name));
        if (all.back() == 0xFFFF) file.error(node[key], "rule.unknown-type", "unknown event type '" + name + "'", "types stand in events/types.yaml");
      }
    };
    types("refers_to", rule.refers_to);
    types("continues", rule.continues);
    rule.refers = !rule.refers_to.empty();
    if (const auto other = file.text_of(node, "negated_is")) {
      rule.negated_is = out.type_of(*other);
      if (rule.negated_is == 0xFFFF) file.error(node["negated_is"], "rule.unknown-type", "unknown event type '" + *other + "'", "types stand in events/types.yaml");
    }
    if (const auto status = file.text_of(node, "status")) {
      const auto modality = modality_from(*status);
      if (!modality) file.error(node["status"], "rule.unknown-modality", "unknown modality '" + *status + "'", "for instance planned, negated");
      rule.status = modality ? static_cast<std::uint8_t>(*modality) : 255;
    }
    out.rules.push_back(std::move(rule));
  }

  void cue(YamlFile& file, const yaml::Node& node) {
    if (!file.is_map(node, {"id", "class", "scope", "modality", "tense", "perfect", "clause", "day", "examples"})) return;
    CueRule cue;
    cue.id = read.id(file, node);
    cue.cls = read.cls(file, node["class"], file.text_of(node, "class", true).value_or(""));
    const auto scope = file.text_of(node, "scope", true).value_or("");
    const auto at = std::find(kScopes.begin(), kScopes.end(), scope);
    if (at == kScopes.end()) file.error(node["scope"], "rule.unknown-scope", "unknown scope '" + scope + "'", "below, noun, clause, adjective, predicate or sentence");
    cue.scope = static_cast<CueScope>(at == kScopes.end() ? 0 : at - kScopes.begin());
    const auto modality = modality_from(file.text_of(node, "modality", true).value_or(""));
    if (!modality) file.error(node["modality"], "rule.unknown-modality", "unknown modality", "for instance planned, negated");
    cue.modality = modality.value_or(Modality::none);
    if (const auto tense = file.text_of(node, "tense")) {
      cue.past_only = *tense == "past";
      cue.present_only = *tense == "present";
    }
    if (node["perfect"].is_defined()) (file.flag_of(node, "perfect") ? cue.with_perfect : cue.without_perfect) = true;
    if (node["day"].is_defined()) (file.flag_of(node, "day") ? cue.with_day : cue.without_day) = true;
    if (const auto kind = file.text_of(node, "clause")) {
      if (*kind != "complement" && *kind != "infinitive") file.error(node["clause"], "rule.unknown-scope", "unknown kind of clause '" + *kind + "'", "complement or infinitive");
      (*kind == "complement" ? cue.complement_only : cue.infinitive_only) = true;
    }
    out.cues.push_back(std::move(cue));
  }
};

}  // namespace

std::optional<Modality> modality_from(std::string_view name) {
  const auto at = std::find(kModalities.begin(), kModalities.end(), name);
  if (at == kModalities.end()) return std::nullopt;
  return static_cast<Modality>(at - kModalities.begin());
}

std::uint16_t EventRules::type_of(std::string_view id) const {
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (types[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return 0xFFFF;
}

RuleFiles read_event_rules(const std::filesystem::path& pack_folder, std::vector<Diagnostic>& diagnostics) {
  return read_rule_files(pack_folder, "events", {"types", "rules", "cues"}, diagnostics);
}

void declare_event_rules(const RuleFiles& source, LexiconBuilder& builder) {
  for (const auto& item : source.lists.at("rules")) {
    if (!item.node.is_map()) continue;
    declare_patterns(item.node["not"], builder);
    if (const auto trigger = item.node["trigger"]; trigger.is_defined() && trigger.is_map()) declare_patterns(trigger["phrase"], builder);
  }
}

EventRules compile_event_rules(RuleFiles& source, const Lexicon& lexicon) {
  Compiler compiler{lexicon, RuleReader(lexicon), {}};
  compiler.out.roles.push_back("participants");
  source.each("types", [&](YamlFile& file, const yaml::Node& node) { compiler.type(file, node); });
  source.each("types", [&](YamlFile& file, const yaml::Node& node) { compiler.under(file, node); });
  source.each("rules", [&](YamlFile& file, const yaml::Node& node) { compiler.rule(file, node); });
  source.each("cues", [&](YamlFile& file, const yaml::Node& node) { compiler.cue(file, node); });
  auto& out = compiler.out;
  std::sort(out.by_lexeme.begin(), out.by_lexeme.end());
  std::sort(out.by_class.begin(), out.by_class.end());
  const auto bits = [](const auto& index, std::size_t count) {
    std::vector<std::uint64_t> all(count / 64 + 1);
    for (const auto& [key, rule] : index) all[key / 64] |= std::uint64_t{1} << (key % 64);
    return all;
  };
  out.lexeme_bits = bits(out.by_lexeme, lexicon.lexeme_count());
  out.class_bits = bits(out.by_class, lexicon.class_names().size());
  out.phrases.finish(lexicon);
  out.look_alikes.finish(lexicon);
  return std::move(out);
}

}  // namespace kroniek
