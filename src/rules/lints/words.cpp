// Word lists.
#include "lint.hpp"

#include "../pattern.hpp"
#include "../word_lists.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace kroniek {

std::vector<WordList> word_lists(const PackModel& model) {
  std::vector<WordList> all;
  for (std::size_t f = 0; f < model.files.size(); ++f) {
    const auto& file = model.files[f];
    if (!file.name.starts_with("lexicon/") || file.name.starts_with("lexicon/verbs/")) continue;
    const auto lists = child(file.root, "words");
    if (!lists.is_defined() || !lists.is_list()) continue;
    for (const yaml::Node& node : lists) {
      if (node.is_map()) all.push_back({f, node});
    }
  }
  return all;
}

bool is_program_class(std::string_view name) {
  // tests/rules/lints_test.cpp compares this with the sources.
  static constexpr auto classes = std::to_array<std::string_view>({
      "about", "about_preposition", "according", "accuse_cue", "action_control", "actor", "adds_to_before", "adverb",
      "adverbial_preposition", "after_clause", "after_event", "after_opener", "after_preposition", "again", "against",
      "ambiguous_subordinator", "anaphor", "announce", "announcing", "another_one", "arrives_there", "as_marker", "as_reported",
      "as_role", "asking_noun", "asks", "asks_people", "asks_when", "at_event", "at_first", "at_that_place", "at_that_time",
      "attended_by", "attends", "attributive", "aux_be", "aux_become", "aux_future", "aux_have", "aux_modal", "aux_must",
      "aux_shall", "aux_will", "auxiliary", "awaited", "awaits", "back_then", "before_clause", "before_event",
      "before_preposition", "begins_talks", "believes", "beside_event", "besides_word", "between", "between_foes", "both", "by",
      "by_preposition", "calling", "came_to_nothing", "cancel", "causal", "causative", "claim_expert", "claim_own_body",
      "claim_shows", "comes_about", "comes_yet", "common_gender", "company", "comparative", "comparing", "complementizer",
      "conceding", "conditional", "consequent", "content_limit", "content_reason", "contrast", "control_noun", "coordinator",
      "copula", "correlative", "counterpart", "country", "country_noun", "day_name", "day_part", "definite", "degree",
      "degree_word", "delegation", "demand", "demonstrative_determiner", "department", "deputy", "describe_verb", "determiner",
      "digit_suffix", "digit_unit", "direction", "ditransitive", "earlier", "either", "embedding", "exemplifies", "expect_verb",
      "factual_infinitive", "falls_through", "first_person", "follows_event", "follows_from", "for", "for_preposition",
      "former", "frequency_noun", "future_cue", "general_office", "gets", "given_name", "gives_up", "governed_relative",
      "government", "group", "group_tail", "happen", "hardly", "home_government", "host", "hyphenated", "impersonal_pronoun",
      "impersonal_verb", "in_it", "in_plan", "incoming", "indefinite", "indefinite_pronoun", "infinitive_noun",
      "infinitive_opener", "inner_preposition", "insider", "interrogative", "interview_noun", "inverted_condition", "journey",
      "just_now", "latter", "led_group", "like_others", "locative", "measure_noun", "media", "member_noun", "metonym", "moment",
      "month_name", "name_particle", "nationality", "negation", "negative_determiner", "neuter", "news_noun", "no_addressee",
      "no_carry", "nominative", "not_before", "number_article", "number_fraction", "number_join", "number_ordinal",
      "number_plus", "number_power", "number_tail", "number_tens", "number_unit", "object_control", "oblique", "of",
      "of_preposition", "office", "office_holder", "one_by_one", "one_day", "one_holder", "open_question", "opinion_verb",
      "order_noun", "ordinal_suffix", "origin_preposition", "other", "our", "party_member", "people", "people_say",
      "perception", "person", "person_noun", "place", "place_noun", "plain_answer", "plan_verb", "plural_name", "poss_her",
      "poss_his", "poss_their", "possessive", "postpone", "predecessor", "predicate_adjective", "preposition", "previous",
      "pro_verb", "projectile", "pronoun", "proposal_noun", "purpose", "purpose_opener", "quantifier", "question",
      "raising_verb", "ref_he", "ref_her", "ref_him", "ref_it", "ref_she_they", "ref_that_one", "ref_them", "ref_this_one",
      "ref_whose", "reflexive", "relative", "relative_adverb", "repeatedly", "report_noun", "reported_pronoun",
      "reporting_adverb", "retold_cue", "retold_genre", "right_now", "same_one", "says_that", "scheduled", "season",
      "seat_preposition", "second_person", "sequence", "sets_out", "settled_opener", "settling", "several_persons",
      "several_sides", "since", "since_then", "singular_determiner", "somebody", "sounding", "source_person",
      "source_preposition", "source_text", "speech_verb", "spoken_of", "state_body", "stem_subject", "still_to_come",
      "subject_control", "subordinator", "successor", "support_verb", "taken_up", "takes_infinitive", "takes_occasion", "talk",
      "talk_verb", "target", "target_noun", "te", "than", "that_far", "then", "there", "thus", "ties_to_before", "time_unit",
      "title", "to", "to_date", "together_with", "under_way", "until", "up_to_now", "urging_word", "used_for", "visit_verb",
      "vows_that", "war_side", "we", "weekday", "what_was_told", "when", "whenever", "where", "wherein", "wherein_event",
      "wherein_preposition", "willing", "with", "without", "worked_on", "works_on",
  });
  return std::binary_search(classes.begin(), classes.end(), name) || name.starts_with("stands_for_");  // a preposition stands behind
}

namespace {

std::set<std::string> used_classes(const PackModel& model) {
  std::set<std::string> used;
  const auto take = [&](const yaml::Node& node) {
    for (const auto& name : scalars(node)) used.insert(name.text());
  };
  for (const auto& pattern : pattern_nodes(model)) {
    PatternFault fault;
    for (const auto& read : PatternSource::read(pattern.node.text(), fault)) {
      for (auto& name : read.classes()) used.insert(name);
    }
  }
  for (const auto& rule : model.rules) {
    for (const char* key : {"class", "has", "lacks", "finite", "verb"}) take(child(rule.node, key));
    const auto trigger = child(rule.node, "trigger");
    for (const char* key : {"verb", "noun"}) {
      for (const auto& word : scalars(child(trigger, key))) {
        if (word.text().starts_with("$")) used.insert(word.text().substr(1));
      }
    }
    const auto roles = child(rule.node, "roles");
    if (!roles.is_defined() || !roles.is_map()) continue;
    for (const auto& role : roles) take(child(role.second, "class"));
  }
  return used;
}

// Exceptions are for all lists at once.
bool ends_in_compound(const std::string& word, const Lexicon& lexicon) {
  for (std::size_t at = 1; at < word.size(); ++at) {
    for (const auto& reading : lexicon.readings(lexicon.find(std::string_view(word).substr(at)))) {
      if (lexicon.lexeme(reading.lexeme).compound) return true;
    }
  }
  return false;
}

}  // namespace

void lint_words(const LintInput& input, Findings& findings) {
  const auto used = used_classes(input.model);
  std::set<std::string> told;
  for (const auto& list : word_lists(input.model)) {
    const auto& file = input.model.files[list.file];
    for (const auto& name : scalars(child(list.node, "class"))) {
      if (used.contains(name.text()) || is_program_class(name.text()) || !told.insert(name.text()).second) continue;
      findings.add(file, name, "", "words.unused-class", "nothing asks for the class '" + name.text() + "'", "remove it, or use it in a rule");
    }
    std::set<std::string> entries;
    for (const char* key : {"words", "verbs"}) {
      for (const auto& entry : scalars(child(list.node, key))) {
        const auto folded = fold(entry.text());
        if (entries.insert(folded).second) continue;
        auto& finding = findings.add(file, entry, "", "words.redundant", "'" + entry.text() + "' stands already in this list; case does not matter", "remove one");
        if (auto edit = removal_from_list(file, entry); !edit.file.empty()) finding.fix.push_back(std::move(edit));
      }
    }
    for (const auto& word : scalars(child(list.node, "except"))) {
      if (ends_in_compound(fold(word.text()), input.pack.data().lexicon)) continue;
      findings.add(file, word, "", "words.unused-exception", "'" + word.text() + "' ends in no word that counts as the last part of a compound, so it needs no exception", "remove it");
    }
  }
}

}  // namespace kroniek
