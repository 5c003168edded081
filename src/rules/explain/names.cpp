#include "names.hpp"

#include <array>
#include <map>

namespace kroniek {

const char* name_of(Pos pos) {
  static constexpr std::array names = {"other", "noun", "name", "verb", "adjective", "adverb", "preposition", "determiner", "pronoun", "coordinator", "subordinator", "number", "punctuation"};
  return names[static_cast<std::size_t>(pos)];
}

const char* name_of(VerbForm form) {
  static constexpr std::array names = {"present first person", "present third person", "present plural", "past singular", "past plural", "participle", "inflected participle", "present participle", "infinitive"};
  return names[static_cast<std::size_t>(form)];
}

const char* name_of(ClauseKind kind) {
  static constexpr std::array names = {"main", "complement", "relative", "adverbial", "conditional", "infinitive", "quotation", "fragment"};
  return names[static_cast<std::size_t>(kind)];
}

const char* name_of(MentionKind kind) {
  static constexpr std::array names = {"name", "metonym", "office", "group", "nationality", "possessive", "pronoun"};
  return names[static_cast<std::size_t>(kind)];
}

std::string event_condition(const PackData& pack, const EventRule& rule, const RuleTry& attempt) {
  const auto cls = [&] { return std::string(pack.lexicon.class_name(static_cast<ClassId>(attempt.detail))); };
  if (attempt.failed == "has") return "has: the clause holds no word of the class '" + cls() + "'";
  if (attempt.failed == "lacks") return "lacks: the clause holds a word of the class '" + cls() + "'";
  if (attempt.failed == "not") return "not: a look-alike begins in the clause";
  if (attempt.failed == "role") return "roles: nothing fills the role '" + pack.events.roles[attempt.detail] + "' where the rule looks for it";
  if (attempt.failed == "actors") return "actors: " + std::to_string(rule.actors) + " wanted, " + std::to_string(attempt.detail) + " found";
  if (attempt.failed == "needs_anchor") return "needs_anchor: the clause has no participant, time, place or verb of taking place";
  if (attempt.failed == "topic") return "topic: the clause only talks of it";
  if (attempt.failed == "refers_to") return "refers_to: a mention without roles must be definite";
  return std::string(attempt.failed);
}

std::string claim_condition(std::string_view key) {
  static const std::map<std::string_view, const char*> texts = {
      {"with", "with: a pattern that must stand in the clause is not there"},
      {"not", "not: a look-alike stands in the clause"},
      {"mind", "mind: inside a quotation a thought is the speaker's guess"},
      {"speaker", "speaker: nobody is found who can speak"},
      {"to_come", "it is proposed on a day to come"},
      {"takes", "takes: the content that the rule wants is not there"},
      {"negated", "negated: under this negation nothing was said"},
      {"text", "text: no noun such as 'report' stands behind it"},
      {"content", "content: nothing is told where the rule looks for it"},
  };
  const auto it = texts.find(key);
  return it == texts.end() ? std::string(key) : it->second;
}

std::vector<std::string> rule_ids(const PackData& pack) {
  std::vector<std::string> ids;
  for (const auto& rule : pack.events.rules) ids.push_back(rule.id);
  for (const auto& rule : pack.events.cues) ids.push_back(rule.id);
  for (const auto& rule : pack.time.rules) ids.push_back(rule.id);
  for (const auto& rule : pack.claims.reports) ids.push_back(rule.id);
  for (const auto& rule : pack.claims.sources) ids.push_back(rule.id);
  for (const auto& rule : pack.claims.stances) ids.push_back(rule.id);
  return ids;
}

}  // namespace kroniek
