#include "definitions.hpp"

#include <algorithm>

namespace kroniek {

const std::vector<MapDefinition>& map_definitions() {
  using enum KeyKind;
  static const std::vector<MapDefinition> all = {
      {"events file", {
          {"types", list, "event types", "event type"},
          {"rules", list, "event rules", "event rule"},
          {"cues", list, "words that say how an event stands to the facts", "cue"}}},
      {"event type", {
          {"id", text, "the 'type' of the output", {}, true},
          {"plover", text, "its PLOVER code", {}, true},
          {"speech_act", flag, "the act has occurred when it was uttered"},
          {"announced", flag, "it takes place by being told: the day of the telling is its day"},
          {"attempt", flag, "one that was tried has taken place, whatever came of it"},
          {"forced", flag, "one that had to be done was done"},
          {"deed", flag, "what one is only able to do is none"},
          {"frequent", flag, "there are others every day: one without a day or a place is no other article's"},
          {"under", any, "what it becomes beneath a cue: modality to type"},
          {"headline", any, "templates by language; the first that can be filled counts"}}},
      {"event rule", {
          {"id", text, "topic.name, unique in the pack", {}, true},
          {"event", choice, "the type that it gives", "type", true},
          {"trigger", map, "what makes the rule look: a verb, a noun or a phrase", "trigger", true},
          {"roles", any, "where things are looked for: role to places"},
          {"actors", number, "the fewest participants"},
          {"has", choices, "classes; the clause must hold a word of each", "class"},
          {"lacks", choices, "classes; the clause must hold no word of any", "class"},
          {"not", texts, "patterns of look-alikes; if one begins in the clause, the rule is silent"},
          {"needs_anchor", flag, "nouns: the clause must have a participant, a time, a place or a verb of taking place"},
          {"refers_to", choices, "nouns: types that a definite mention without roles may be a mention of", "type"},
          {"continues", choices, "types that it tells more of, right behind one with the same people", "type"},
          {"drops_negated", flag, "what did not happen is no event of this rule"},
          {"negation_is_part", flag, "a negation belongs to the event"},
          {"modal_is_part", flag, "a modal verb belongs to the event"},
          {"negated_is", choice, "what it is under a negation", "type"},
          {"status", choice, "a modality that the rule has by itself", "modality"},
          {"experimental", text, "the day since which the rule is on trial"},
          {"examples", list, "its tests", "event example"}}},
      {"trigger", {
          {"verb", texts, "lemmas of verbs, or $class"},
          {"noun", texts, "lemmas of nouns, or $class"},
          {"phrase", texts, "patterns"}}},
      {"cue", {
          {"id", text, "topic.name, unique in the pack", {}, true},
          {"class", choice, "the class of its words", "class", true},
          {"scope", choice, "where the event stands from the cue", "scope", true},
          {"modality", choice, "what it makes of the event", "modality", true},
          {"tense", choice, "only if the clause of the cue is in that tense", "tense"},
          {"perfect", flag, "only with, or without, a perfect"},
          {"clause", choice, "below: only over a clause of that kind", "clause"},
          {"day", flag, "clause: only with, or without, a day to come"},
          {"experimental", text, "the day since which the rule is on trial"},
          {"examples", list, "its tests", "event example"}}},
      {"event example", {
          {"text", text, "a text of your own", {}, true},
          {"published", text, "the day, month or year on which it is published"},
          {"known", choice, "miss or false-hit: it is known to fail", "known"},
          {"gives", list, "what must come out; [] for nothing", "expected event", true}}},
      {"expected event", {
          {"type", choice, "event type", "type"}, {"date", text, "EDTF"}, {"status", choice, "status", "status"},
          {"participants", texts, "ids of all participants"}, {"place", text, "id"}, {"duration", text, "ISO 8601"},
          {"span", text, "the words of the evidence"}, {"theme", text, "what it is about"}, {"rule", text, "id of the rule"}, {"date_basis", text, "why it has that date"},
          {"claim", flag, "it is a claim"}, {"speaker", text, "claims: id of who says it"}, {"stance", choice, "claims: stance", "stance"}, {"kind", text, "claims: direct, indirect or mixed"},
          {"cue", text, "claims: the words of the cue"}, {"content", text, "claims: what is said"}}},
      {"time file", {{"rules", list, "time rules", "time rule"}}},
      {"time rule", {
          {"id", text, "topic.name, unique in the pack", {}, true},
          {"pattern", texts, "one or more patterns", {}, true},
          {"makes", text, "a class: other patterns can use what it matches"},
          {"part", flag, "only for other rules, no expression by itself"},
          {"look_alike", flag, "what it matches is no time"},
          {"value", text, "what it means, in the time algebra"},
          {"mod", text, "attribute of TIMEX3"},
          {"quant", text, "attribute of TIMEX3"},
          {"not", texts, "patterns around which it does not match"},
          {"lower", flag, "not a word with a capital, but at the begin of a sentence"},
          {"report", flag, "a match that is no day of the calendar is a warning"},
          {"priority", number, "among matches of one length the higher wins"},
          {"style", choice, "only for texts read in that way", "style"},
          {"experimental", text, "the day since which the rule is on trial"},
          {"examples", list, "its tests", "time example"}}},
      {"time example", {
          {"text", text, "a text of your own", {}, true},
          {"published", text, "the day, month or year on which it is published"},
          {"style", choice, "how it is read", "style"},
          {"known", choice, "miss or false-hit: it is known to fail", "known"},
          {"gives", list, "all expressions that must come out; [] for none", "expected time", true}}},
      {"expected time", {{"text", text, "its words"}, {"value", text, "TIMEX3"}, {"edtf", text, "its date"}, {"type", text, "DATE, TIME, DURATION or SET"}, {"mod", text, "TIMEX3"}, {"reason", text, "why this reading"}}},
      {"claims file", {
          {"verbs", list, "reporting verbs", "verb report"},
          {"nouns", list, "reporting nouns", "noun report"},
          {"cues", list, "cues that are neither", "source"},
          {"stances", list, "what the words of a claim do to its stance", "stance rule"}}},
      {"verb report", {
          {"id", text, "topic.name, unique in the pack", {}, true}, {"verb", texts, "lemmas", {}, true}, {"with", texts, "patterns that must stand in its clause"},
          {"not", texts, "patterns that must not"}, {"takes", any, "what may be the content", {}, true}, {"stance", choice, "asserts if not said", "stance"}, {"negated", choice, "the stance under a negation", "stance"},
          {"anyone", flag, "a subject that is no known actor will do"}, {"mind", flag, "it tells a thought"}, {"stative", flag, "a participle that tells a state"}, {"judges", flag, "only with a judgement on the object"}, {"thing", flag, "only an object that is nobody"},
          {"experimental", text, "the day since which the rule is on trial"}, {"examples", list, "its tests", "event example"}}},
      {"noun report", {
          {"id", text, "topic.name, unique in the pack", {}, true}, {"noun", texts, "lemmas", {}, true}, {"with", texts, "patterns that must stand in its clause"},
          {"not", texts, "patterns that must not"}, {"takes", any, "what may be the content", {}, true}, {"stance", choice, "asserts if not said", "stance"}, {"negated", choice, "the stance under a negation", "stance"},
          {"anyone", flag, "a possessor that is no known actor will do"}, {"mind", flag, "it tells a thought"}, {"stative", flag, "a participle that tells a state"}, {"judges", flag, "only with a judgement on the object"}, {"thing", flag, "only an object that is nobody"},
          {"experimental", text, "the day since which the rule is on trial"}, {"examples", list, "its tests", "event example"}}},
      {"source", {
          {"id", text, "topic.name, unique in the pack", {}, true}, {"class", choice, "the class of its words", "class"}, {"pattern", texts, "its patterns"}, {"with", texts, "patterns that must stand in its clause"},
          {"speaker", choice, "where the speaker stands", "teller"}, {"content", choice, "where the content stands", "told"}, {"text", flag, "only before a noun such as 'report'"}, {"stance", choice, "asserts if not said", "stance"},
          {"experimental", text, "the day since which the rule is on trial"}, {"examples", list, "its tests", "event example"}}},
      {"stance rule", {
          {"id", text, "topic.name, unique in the pack", {}, true}, {"from", choices, "stances that it may replace", "stance"}, {"finite", choice, "class of the finite verb", "class"}, {"verb", choices, "classes of the clause's verbs", "class"},
          {"has", choices, "classes of any word in it", "class"}, {"pattern", texts, "the content holds one of these"}, {"begins", texts, "the content begins with one of these"}, {"subject", choice, "whose the subject is", "side"}, {"negated", flag, "with or without a negation"}, {"past", flag, "in the past or not"},
          {"perfect", flag, "a participle with its auxiliary below a modal verb"}, {"ahead", flag, "with a day after the publication"}, {"imperative", flag, "verb first, without a subject"}, {"exclaims", flag, "ends in an exclamation mark"}, {"quoted", flag, "direct quotations only"}, {"gives", choice, "the new stance", "stance", true},
          {"experimental", text, "the day since which the rule is on trial"}, {"examples", list, "its tests", "event example"}}},
      {"lexicon file", {{"words", list, "word lists", "word list"}}},
      {"word list", {
          {"class", texts, "one or more classes"}, {"pos", choice, "part of speech", "pos"}, {"compound", flag, "counts also as the last part of a longer word"}, {"plural", flag, "the second and later forms of each word are its plural"}, {"capital", flag, "only where it is written with a capital"},
          {"words", texts, "lemma|form|form"}, {"values", any, "words, each with a whole number"}, {"verbs", texts, "verbs of the verb lexicon"}, {"except", texts, "whole words that end in one of these but do not count"}}},
      {"actors file", {{"actors", list, "actors", "actor"}, {"offices", list, "offices", "office"}, {"groups", list, "groups", "group"}, {"home", texts, "whose newspapers these are"}}},
      {"actor", {
          {"id", text, "canonical: English, lower case, with hyphens", {}, true}, {"kind", text, "person, country, organisation, media, group", {}, true}, {"name", text, "as the output shows it", {}, true}, {"names", texts, "all spellings"},
          {"metonyms", texts, "places that stand for a government"}, {"adjectives", texts, "of nationality"}, {"people", texts, "the demonym: singular, then plurals"}, {"sex", text, "m or f"}, {"country", text, "whose it is"}, {"alphabet", text, "of a country that writes in another than ours"}, {"at_war", text, "with whom the country is at war"}, {"wikidata", text, "the item"},
          {"offices", list, "what it held, and when", "tenure"}}},
      {"tenure", {{"office", text, "id of the office", {}, true}, {"of", text, "id of the country or organisation"}, {"from", text, "first day"}, {"until", text, "first day of the next holder"}}},
      {"office", {{"id", text, "its id", {}, true}, {"sex", text, "m, f or any"}, {"nouns", texts, "its nouns"}, {"phrases", texts, "longer names"}, {"plural", texts, "plurals"}}},
      {"group", {{"id", text, "its id", {}, true}, {"nouns", texts, "its nouns"}, {"phrases", texts, "longer names"}, {"plural", texts, "plurals"}}},
      {"places file", {{"places", list, "places", "place"}}},
      {"place", {{"id", text, "its id", {}, true}, {"name", text, "as the output shows it", {}, true}, {"names", texts, "all spellings"}, {"kind", text, "city, region, building, ..."}, {"country", text, "id of its country"}, {"in", text, "the place that it counts as"}, {"wikidata", text, "the item"}}},
      {"tests file", {{"tests", list, "paragraphs, and what must come out of them", "test", true}}},
      {"test", {
          {"about", text, "what it is a test of"}, {"text", text, "paragraphs, with empty lines between them", {}, true}, {"published", text, "the day, month or year on which it is published"}, {"known", choice, "miss or false-hit: it is known to fail", "known"},
          {"complete", flag, "nothing else may come out"}, {"gives", list, "what must come out; [] for nothing", "expected event"}, {"times", list, "all expressions of time that must come out", "expected time"}, {"style", choice, "how times are read", "style"}}},
  };
  return all;
}

const MapDefinition* map_definition(std::string_view name) {
  const auto& all = map_definitions();
  const auto it = std::find_if(all.begin(), all.end(), [&](const MapDefinition& map) { return map.name == name; });
  return it == all.end() ? nullptr : &*it;
}

std::string_view root_of(std::string_view kind) {
  for (const auto& map : map_definitions()) {
    if (map.name.ends_with(" file") && map.name.substr(0, map.name.size() - 5) == kind) return map.name;
  }
  return {};
}

}  // namespace kroniek
