#include "why_not.hpp"

#include "../../time/time_matches.hpp"
#include "names.hpp"

#include <algorithm>

namespace kroniek {

WhyNot::WhyNot(const Document& document, const PackData& pack, const Analysis& analysis, const Trace& trace, Style style)
    : pack_(pack), analysis_(analysis), trace_(trace), style_(style), places_(document, analysis.text) {}

bool WhyNot::find(const std::string& id, std::uint32_t sentence, std::vector<std::string>& answers) const {
  const auto index = [&](const auto& rules) -> std::uint32_t {
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
      if (rules[i].id == id) return i;
    }
    return kNone;
  };
  if (const auto i = index(pack_.events.rules); i != kNone) {
    event(i, sentence, answers);
  } else if (const auto t = index(pack_.time.rules); t != kNone) {
    time(t, sentence, answers);
  } else if (const auto r = index(pack_.claims.reports); r != kNone) {
    report(r, sentence, answers);
  } else if (const auto c = index(pack_.claims.sources); c != kNone) {
    source(c, sentence, answers);
  } else if (const auto q = index(pack_.events.cues); q != kNone) {
    const auto& cue = pack_.events.cues[q];
    if (std::find(trace_.cues.begin(), trace_.cues.end(), q) != trace_.cues.end()) {
      answers.push_back("it was applied to an event of this text");
    } else {
      if (!words_of_class(cue.cls, sentence, answers)) return true;
      const bool event = std::any_of(analysis_.hits.begin(), analysis_.hits.end(), [&](const EventHit& hit) { return hit.sentence == sentence; });
      answers.emplace_back(event ? "scope, tense or perfect: the word does not govern the event as the cue asks, or an earlier cue did" : "there is no event in the sentence that it could apply to");
    }
  } else if (const auto s = index(pack_.claims.stances); s != kNone) {
    const bool used = std::find(trace_.stances.begin(), trace_.stances.end(), s) != trace_.stances.end();
    const bool claims = std::any_of(analysis_.claims.begin(), analysis_.claims.end(), [&](const ClaimHit& hit) { return hit.sentence == sentence; });
    answers.emplace_back(used ? "it set a stance in this text" : claims ? "a condition of it does not hold of the claims here, their stance is not in 'from', or an earlier stance rule did" : "there is no claim in the sentence that it could apply to");
  } else {
    return false;
  }
  return true;
}

std::string WhyNot::at(TokenId first, TokenId last) const {
  const auto evidence = places_.evidence(first, last);
  return "'" + evidence.text + "' (" + std::to_string(evidence.span.begin) + "-" + std::to_string(evidence.span.end) + ")";
}

void WhyNot::event(std::uint32_t index, std::uint32_t sentence, std::vector<std::string>& answers) const {
  const auto& rule = pack_.events.rules[index];
  bool tried = false;
  for (const auto& attempt : trace_.events) {
    if (attempt.rule != index || attempt.sentence != sentence) continue;
    tried = true;
    answers.push_back(at(attempt.first, attempt.last) + ": " + (attempt.failed.empty() ? "it fired" : event_condition(pack_, rule, attempt)));
  }
  if (!tried) trigger(index, sentence, answers);
}

bool WhyNot::triggers(std::uint32_t rule, LexemeId lexeme) const {
  const auto& events = pack_.events;
  const auto is = [&](const auto& entry, auto key) { return entry.first == key && entry.second == rule; };
  if (std::any_of(events.by_lexeme.begin(), events.by_lexeme.end(), [&](const auto& e) { return is(e, lexeme); })) return true;
  return std::any_of(events.by_class.begin(), events.by_class.end(), [&](const auto& e) { return e.second == rule && pack_.lexicon.is_a(lexeme, e.first); });
}

// The verb of the clause whose main verb stands at the token; 0: none.
LexemeId WhyNot::verb_at(std::uint32_t sentence, TokenId token) const {
  const auto& parse = analysis_.parses[sentence];
  for (const auto& clause : parse.clauses) {
    if (clause.main_verb != kNone && parse.atoms[clause.main_verb].first == token) return clause.verb;
  }
  return 0;
}

// The trigger is not where it would count; it may stand elsewhere.
void WhyNot::trigger(std::uint32_t index, std::uint32_t sentence, std::vector<std::string>& answers) const {
  const auto& rule = pack_.events.rules[index];
  const auto& span = analysis_.text.sentences[sentence];
  const auto wanted = rule.trigger == TriggerKind::verb ? Pos::verb : Pos::noun;
  const auto before = answers.size();
  for (auto token = span.first; token < span.last && rule.trigger != TriggerKind::phrase; ++token) {
    for (const auto form : {analysis_.text.tokens[token].form, analysis_.text.tokens[token].tail}) {
      for (const auto& reading : pack_.lexicon.readings(form)) {
        if (reading.pos != wanted || !triggers(index, reading.lexeme)) continue;
        const auto other = wanted == Pos::verb ? verb_at(sentence, token) : LexemeId{0};
        if (other != 0 && other != reading.lexeme) {
          answers.push_back(at(token, token + 1) + ": trigger: it can be '" + std::string(pack_.lexicon.lemma(reading.lexeme)) + "', but is here part of '" + std::string(pack_.lexicon.lemma(other)) + "'");
          continue;
        }
        answers.push_back(at(token, token + 1) + ": trigger: it can be '" + std::string(pack_.lexicon.lemma(reading.lexeme)) + "', but is here no " +
                          (wanted == Pos::verb ? "main verb of a clause" : "noun of a noun phrase"));
      }
    }
  }
  phrase_trigger(index, sentence, answers);
  if (answers.size() > before) return;
  std::string verbs;
  for (const auto& clause : analysis_.parses[sentence].clauses) {
    if (clause.verb != 0) verbs += (verbs.empty() ? "" : ", ") + std::string(pack_.lexicon.lemma(clause.verb));
  }
  answers.push_back(std::string("trigger: no word of the sentence is a ") + (wanted == Pos::verb ? "verb" : "noun") + " that the rule names" +
                    (wanted == Pos::verb ? "; its verbs are: " + (verbs.empty() ? "none" : verbs) : ""));
}

// The pattern that comes furthest, if one comes further than its first word.
void WhyNot::phrase_trigger(std::uint32_t index, std::uint32_t sentence, std::vector<std::string>& answers) const {
  const auto& events = pack_.events;
  const auto& span = analysis_.text.sentences[sentence];
  PatternSet::Progress best;
  TokenId start = 0, length = 0;
  for (std::uint32_t p = 0; p < events.phrase_rule.size(); ++p) {
    if (events.phrase_rule[p] != index) continue;
    for (auto token = span.first; token < span.last; ++token) {
      auto progress = events.phrases.follow(p, analysis_.text, pack_.lexicon, token, span.last);
      if (progress.token - token <= length || progress.wanted.empty()) continue;
      length = progress.token - token;
      start = token;
      best = std::move(progress);
    }
  }
  if (length == 0) {
    if (events.rules[index].trigger == TriggerKind::phrase) answers.emplace_back("trigger: no pattern of it begins in the sentence");
    return;
  }
  answers.push_back(at(start, start + length) + ": trigger: a pattern comes this far, then wants " + best.wanted + (best.token < span.last ? ", not '" + std::string(analysis_.text.word(best.token)) + "'" : ", but the sentence ends"));
}

void WhyNot::time(std::uint32_t index, std::uint32_t sentence, std::vector<std::string>& answers) const {
  const auto& rules = pack_.time;
  auto cut = cut_for_times(analysis_.text, rules, pack_.lexicon);
  const auto matches = match_time_rules(cut, rules, pack_.lexicon, style_ == Style::conversation);
  const auto& span = analysis_.text.sentences[sentence];
  const auto chosen = choose_expressions(matches, rules);
  const auto place = [&](TokenId first, TokenId last) { return at(cut.origin[first], cut.origin[last - 1] + 1); };
  const auto inside = [&](TokenId token) { return cut.origin[token] >= span.first && cut.origin[token] < span.last; };
  bool matched = false;
  for (std::uint32_t m = 0; m < matches.size(); ++m) {
    if (matches[m].rule != index || !inside(matches[m].first)) continue;
    matched = true;
    const auto here = place(matches[m].first, matches[m].last);
    if (std::find(chosen.begin(), chosen.end(), m) != chosen.end()) {
      answers.push_back(here + ": it fired");
      continue;
    }
    std::string why = rules.rules[index].part ? "it matches; a part is no expression by itself" : rules.rules[index].look_alike ? "it matches, and keeps its words from being a time" : "it matches, but another match took its words";
    for (const auto other : chosen) {
      if (matches[other].first < matches[m].last && matches[m].first < matches[other].last) why += ": " + rules.rules[matches[other].rule].id + " on " + place(matches[other].first, matches[other].last);
    }
    answers.push_back(here + ": " + why);
  }
  if (matched) return;
  PatternSet::Progress best;
  TokenId start = 0, length = 0;
  for (const auto& stratum : rules.strata) {
    for (std::uint32_t p = 0; p < stratum.rule_of.size(); ++p) {
      if (stratum.rule_of[p] != index) continue;
      for (TokenId token = 0; token < cut.text.tokens.size(); ++token) {
        if (!inside(token)) continue;
        TokenId limit = token;
        while (limit < cut.text.tokens.size() && inside(limit)) ++limit;
        auto progress = stratum.patterns.follow(p, cut.text, pack_.lexicon, token, limit);
        if (progress.token - token <= length) continue;
        length = progress.token - token;
        start = token;
        best = std::move(progress);
      }
    }
  }
  if (length == 0) {
    answers.emplace_back("pattern: none of its patterns begins in the sentence");
  } else if (best.wanted.empty()) {
    answers.push_back(place(start, start + length) + ": a pattern matches, but 'not', 'lower' or 'style' forbids it, or it has no value");
  } else {
    const bool more = best.token < cut.text.tokens.size() && inside(best.token);
    answers.push_back(place(start, start + length) + ": pattern: it comes this far, then wants " + best.wanted + (more ? ", not '" + std::string(cut.text.word(best.token)) + "'" : ", but the sentence ends"));
  }
}

void WhyNot::report(std::uint32_t index, std::uint32_t sentence, std::vector<std::string>& answers) const {
  const auto& rule = pack_.claims.reports[index];
  const auto before = answers.size();
  for (const auto& attempt : trace_.reports) {
    if (attempt.rule == index && attempt.sentence == sentence) answers.push_back(at(attempt.first, attempt.last) + ": " + (attempt.failed.empty() ? "it fired" : claim_condition(attempt.failed)));
  }
  if (answers.size() > before) return;
  const auto& span = analysis_.text.sentences[sentence];
  std::string words;
  for (const auto& [lexeme, report] : pack_.claims.by_lexeme) {
    if (report != index) continue;
    words += (words.empty() ? "" : ", ") + std::string(pack_.lexicon.lemma(lexeme));
    for (auto token = span.first; token < span.last; ++token) {
      for (const auto& reading : pack_.lexicon.readings(analysis_.text.tokens[token].form)) {
        if (reading.lexeme != lexeme) continue;
        answers.push_back(at(token, token + 1) + ": " + (rule.noun ? "noun" : "verb") + ": it can be '" + std::string(pack_.lexicon.lemma(lexeme)) + "', but does not report here: an auxiliary, an infinitive, a condition, or a rule before this one took it");
      }
    }
  }
  if (answers.size() == before) answers.push_back(std::string(rule.noun ? "noun" : "verb") + ": the sentence has none of: " + words);
}

void WhyNot::source(std::uint32_t index, std::uint32_t sentence, std::vector<std::string>& answers) const {
  const auto before = answers.size();
  for (const auto& attempt : trace_.sources) {
    if (attempt.rule == index && attempt.sentence == sentence) answers.push_back(at(attempt.first, attempt.last) + ": " + (attempt.failed.empty() ? "it fired" : claim_condition(attempt.failed)));
  }
  if (answers.size() > before) return;
  const auto& rule = pack_.claims.sources[index];
  if (rule.cls != 0) {
    words_of_class(rule.cls, sentence, answers);
    return;
  }
  const auto& span = analysis_.text.sentences[sentence];
  PatternSet::Progress best;
  TokenId start = 0, length = 0;
  for (const auto& [pattern, source] : pack_.claims.by_pattern) {
    if (source != index) continue;
    for (auto token = span.first; token < span.last; ++token) {
      auto progress = pack_.claims.cues.follow(pattern, analysis_.text, pack_.lexicon, token, span.last);
      if (progress.token - token <= length) continue;
      length = progress.token - token;
      start = token;
      best = std::move(progress);
    }
  }
  answers.push_back(length == 0 ? "pattern: none of its patterns begins in the sentence" : at(start, start + length) + ": pattern: it comes this far, then wants " + best.wanted);
}

bool WhyNot::words_of_class(ClassId cls, std::uint32_t sentence, std::vector<std::string>& answers) const {
  const auto& span = analysis_.text.sentences[sentence];
  bool found = false;
  for (auto token = span.first; token < span.last; ++token) {
    auto form = analysis_.text.tokens[token].form;
    TokenId last = token + 1;
    for (const auto& unit : analysis_.text.units_at(token)) {
      if (unit.cls == 0 && pack_.lexicon.in_class(unit.form, cls)) {
        form = unit.form;
        last = unit.last;
      }
    }
    if (form == 0 || !pack_.lexicon.in_class(form, cls)) continue;
    found = true;
    answers.push_back(at(token, last) + ": it is of the class '" + std::string(pack_.lexicon.class_name(cls)) + "'");
  }
  if (!found) answers.push_back("class: no word of the sentence is of the class '" + std::string(pack_.lexicon.class_name(cls)) + "'");
  return found;
}

}  // namespace kroniek
