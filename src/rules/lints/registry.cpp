#include "lint.hpp"

#include <algorithm>

namespace kroniek {

const std::vector<LintInfo>& all_lints() {
  using enum Severity;
  static const std::vector<LintInfo> lints = {
      // faults, which keep a pack from being used
      {"pack.no-folder", error, "The folder of the pack does not exist."},
      {"rule.bad-yaml", error, "The file is no YAML."},
      {"rule.no-file", error, "A file cannot be read."},
      {"rule.unreadable", error, "A file cannot be read."},
      {"rule.unknown-key", error, "A key that means nothing here."},
      {"rule.missing-key", error, "A key that must be there is not."},
      {"rule.wrong-shape", error, "A value of the wrong kind: a list where a text is meant, and the like."},
      {"rule.bad-value", error, "A value that is not allowed."},
      {"rule.duplicate-id", error, "Two rules or types have one id."},
      {"rule.unknown-class", error, "A class that no word has."},
      {"rule.unknown-word", error, "A trigger that the lexicon lacks, or an unknown word of the rule language."},
      {"rule.unknown-type", error, "An event type that the pack does not have."},
      {"rule.unknown-modality", error, "A modality that does not exist."},
      {"rule.unknown-scope", error, "A scope of a cue that does not exist."},
      {"rule.unknown-source", error, "A place for a role that does not exist."},
      {"rule.unknown-stance", error, "A stance that does not exist."},
      {"rule.bad-pattern", error, "A pattern that cannot be read."},
      {"time.bad-value", error, "A value that the time algebra cannot read."},
      {"time.circle", error, "Time rules that depend on each other in a circle."},
      {"time.unknown-mod", error, "A mod that TIMEX3 does not have."},
      {"time.unknown-style", error, "A style that does not exist."},
      {"time.value-of-look-alike", error, "A look-alike with a value."},
      {"lexicon.unknown-verb", error, "A verb that the verb lexicon lacks."},
      {"lexicon.unknown-pos", error, "A part of speech that does not exist."},
      {"lexicon.verb", error, "A fault in the verb lexicon."},
      {"gazetteer.duplicate-id", error, "Two actors or offices have one id."},
      {"gazetteer.unknown-actor", error, "A reference to an actor that is not there."},
      {"gazetteer.unknown-office", error, "A reference to an office that is not there."},
      {"gazetteer.bad-date", error, "A date that is none."},
      // examples
      {"example.fails", error, "An example does not give what it says."},
      {"example.now-passes", error, "An example that is known to fail passes."},
      {"example.unknown-key", error, "An expectation under a key that is not compared."},
      {"example.empty", error, "An expectation that expects nothing."},
      {"example.no-published", error, "An example expects a date, or has one that counts from the publication, but is not published."},
      {"example.bad-published", error, "The publication date of an example is no date."},
      {"example.bad-known", error, "'known' is neither miss nor false-hit, or does not fit what the example gives."},
      {"example.other-rule", warning, "An example passes, but by another rule than its own."},
      {"example.copied", warning, "One text is the example of several rules."},
      {"test.no-tests", error, "A test file without tests."},
      {"test.no-file", error, "A test file that does not exist."},
      {"silent.hit", error, "A rule fires in a text in which all should be silent."},
      {"silent.stale", warning, "A hit is allowed that does not come any more."},
      // rules
      {"rule.name", warning, "An id that is not of the form topic.name."},
      {"rule.no-example", warning, "A rule without an example that must fire."},
      {"rule.no-counter-example", warning, "A rule without an example that must stay silent."},
      {"rule.dead", warning, "A rule that fires on none of its own examples."},
      {"rule.shadowed", warning, "A rule that finds nothing that another rule does not find."},
      {"rule.experimental-old", warning, "A rule that has been experimental for more than a year."},
      {"trigger.repeated", warning, "A trigger that stands twice in one rule."},
      {"trigger.duplicate", warning, "Two rules for one type with the same trigger and conditions."},
      {"trigger.common", warning, "A trigger that is an auxiliary or among the commonest words, without a condition."},
      {"role.unbindable", warning, "A place for a role in which nothing can ever stand."},
      {"condition.contradiction", warning, "A condition that can never hold."},
      {"type.unused", warning, "An event type that no rule gives."},
      // patterns
      {"pattern.always", warning, "A pattern that matches anything."},
      {"pattern.never", warning, "A pattern that can never match."},
      {"pattern.no-literal", warning, "A pattern that begins with any word and so is tried everywhere."},
      {"pattern.duplicate", warning, "A pattern that stands twice."},
      {"regex.blow-up", warning, "A regular expression that can take very long."},
      // words and actors
      {"words.redundant", warning, "A word that stands twice in one list, perhaps in other capitals."},
      {"words.unused-class", warning, "A class that neither a rule nor the program asks for."},
      {"words.unused-exception", warning, "An exception that ends in no word that counts as the last part of a compound."},
      {"actor.overlapping-office", warning, "Two actors hold one office on one day."},
      {"actor.shared-name", warning, "A name that several actors claim."},
      {"actor.backwards-office", warning, "An office that ends before it begins."},
      {"actor.unused", warning, "An actor that no text can mean and nothing refers to."},
      // characters
      {"text.control", warning, "A control character or an invisible one."},
      {"text.not-nfc", warning, "A text that is not in Unicode normal form C."},
      {"text.quotes", warning, "A curly apostrophe in a word or pattern; texts are read with straight ones."},
      // comments that silence
      {"allow.no-reason", warning, "A lint is silenced without a reason."},
      {"allow.unknown", warning, "A code is silenced that does not exist."},
      {"allow.unused", warning, "A lint is silenced that finds nothing."},
  };
  return lints;
}

Finding& Findings::add(const SourceFile& file, const yaml::Node& node, const std::string& rule, const char* code, std::string message, std::string hint) {
  const auto& lints = all_lints();
  const auto info = std::find_if(lints.begin(), lints.end(), [&](const LintInfo& l) { return l.code == code; });
  all_.push_back(at_node(file, node, info == lints.end() ? Severity::warning : info->severity, code, std::move(message), std::move(hint)));
  all_.back().rule = rule;
  return all_.back();
}

TextEdit removal_from_list(const SourceFile& file, const yaml::Node& item) {
  const auto [begin, end] = range_of(file, item);
  auto before = begin;
  while (before > 0 && (file.text[before - 1] == ' ' || file.text[before - 1] == '\n')) --before;
  if (end > begin && before > 0 && file.text[before - 1] == ',') return {file.name, before - 1, end, ""};
  return {};
}

}  // namespace kroniek
