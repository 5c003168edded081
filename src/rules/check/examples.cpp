#include "examples.hpp"

#include "../../ingest/sha256.hpp"
#include "../../time/time_matches.hpp"
#include "../../time/timex.hpp"
#include "../../timeline/analysis.hpp"
#include "../yaml.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <unordered_map>

namespace kroniek {

namespace {

bool is_time(const PackModel& model, const ExampleNode& node) { return node.times || (node.rule != kNoRule && model.rules[node.rule].kind == RuleKind::time); }

std::string describe(const EventMention& event) {
  std::string text = event.type.text() + " " + event.date.edtf + " " + event.status.text() + " [";
  for (const auto& actor : event.participants) text += (text.back() == '[' ? "" : ", ") + actor.id.text();
  text += ']';
  if (event.place) text += " in " + event.place->id.text();
  if (!event.duration.empty()) text += " for " + event.duration;
  return text + " by " + event.rule.text();
}

std::string describe(const Claim& claim) {
  return "claim of " + claim.speaker.id.text() + ": " + claim.stance + ", " + claim.kind + (claim.contents.empty() ? "" : ", '" + claim.contents.front().text + "'") + " by " + claim.rule;
}

std::string value_of(const std::string& key, const EventMention& event) {
  if (key == "type") return event.type;
  if (key == "date") return event.date.edtf;
  if (key == "status") return event.status;
  if (key == "duration") return event.duration;
  if (key == "place") return event.place ? event.place->id : "";
  if (key == "span") return event.at.text;
  if (key == "theme") return event.theme;
  if (key == "rule") return event.rule;
  return event.date_basis;
}

std::string value_of(const std::string& key, const Claim& claim) {
  if (key == "speaker") return claim.speaker.id;
  if (key == "stance") return claim.stance;
  if (key == "kind") return claim.kind;
  if (key == "span") return claim.at.text;
  if (key == "cue") return claim.cue.text;
  if (key == "content") return claim.contents.empty() ? "" : claim.contents.front().text;
  return claim.rule;
}

bool matches(const Expected& expected, const EventMention& event) {
  for (const auto& [key, value] : expected.fields) {
    if (value_of(key, event) != value) return false;
  }
  if (!expected.compares_participants) return true;
  for (const auto& name : expected.participants) {
    if (std::none_of(event.participants.begin(), event.participants.end(), [&](const ActorRef& a) { return a.id == name; })) return false;
  }
  return event.participants.size() == expected.participants.size();
}

bool matches(const Expected& expected, const Claim& claim) {
  return std::all_of(expected.fields.begin(), expected.fields.end(), [&](const auto& field) { return value_of(field.first, claim) == field.second; });
}

void finish(std::vector<std::uint32_t>& all) {
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

void join(std::string& text, const std::string& more) { text += (text.empty() ? "" : "; ") + more; }

void run_events(const Example& example, const Extraction& extraction, ExampleRun& run) {
  const auto& events = extraction.events;
  std::vector<bool> used(events.size() + extraction.claims.size());
  std::string missing, extra;
  bool claims = false;
  for (const auto& expected : example.gives) {
    claims |= expected.claim;
    bool found = false;
    for (std::size_t i = 0; i < used.size() && !found; ++i) {
      const bool event_slot = i < events.size();
      if (used[i] || event_slot == expected.claim) continue;
      found = event_slot ? matches(expected, events[i]) : matches(expected, extraction.claims[i - events.size()]);
      if (found) used[i] = true;
    }
    if (!found) join(missing, expected.shown);
  }
  // What the rule's own type gives beyond that is wrong too; of a test file, the types that it speaks of.
  const bool test = example.source->rule == kNoRule;
  for (std::size_t i = 0; i < events.size(); ++i) {
    bool of_interest = false;
    if (test) {
      of_interest = example.gives.empty() || example.source->complete || std::find(example.types.begin(), example.types.end(), events[i].type) != example.types.end();
    } else {
      of_interest = events[i].type == example.type || (example.gives.empty() && events[i].rule == example.rule);
    }
    if (!used[i] && of_interest) join(extra, describe(events[i]));
  }
  const bool claims_count = test ? example.gives.empty() || example.source->complete : example.type.empty() && (claims || example.gives.empty());
  for (std::size_t i = 0; claims_count && i < extraction.claims.size(); ++i) {
    if (!used[events.size() + i]) join(extra, describe(extraction.claims[i]));
  }
  if (missing.empty() && extra.empty()) return;
  run.passed = false;
  run.message = (missing.empty() ? "" : "missing " + missing) + (extra.empty() ? "" : std::string(missing.empty() ? "" : "; ") + "unexpected " + extra);
  for (const auto& event : events) run.message += "\n    found " + describe(event);
  for (const auto& claim : extraction.claims) run.message += "\n    found " + describe(claim);
}

void run_times(const Example& example, const Text& text, const std::vector<TimeHit>& times, ExampleRun& run) {
  std::string wrong;
  std::vector<bool> used(times.size());
  const auto value = [&](const std::string& key, const TimeHit& hit) -> std::string {
    const auto& time = hit.expression;
    if (key == "text") return std::string(text.words(hit.first, hit.last));
    if (key == "value") return time.value;
    if (key == "mod") return time.mod;
    if (key == "edtf") return time.date ? time.date->edtf : "";
    if (key == "type") return std::string(type_name(time.type));
    return time.reason;
  };
  for (const auto& expected : example.gives) {
    bool found = false;
    for (std::size_t i = 0; i < times.size() && !found; ++i) {
      found = !used[i] && std::all_of(expected.fields.begin(), expected.fields.end(), [&](const auto& field) { return field.second.empty() || value(field.first, times[i]) == field.second; });
      if (found) used[i] = true;
    }
    if (!found) join(wrong, "missing " + expected.shown);
  }
  const bool all_found = wrong.empty();
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (!used[i]) join(wrong, (all_found ? "unexpected '" : "found '") + value("text", times[i]) + "' " + times[i].expression.value + " by " + times[i].expression.rule);
  }
  run.passed = wrong.empty();
  run.message = wrong;
}

void note_times(const Text& text, const Pack& pack, bool conversation, const RuleNumbers& numbers, ExampleRun& run) {
  const auto& rules = pack.data().time;
  auto cut = cut_for_times(text, rules, pack.data().lexicon);
  const auto found = match_time_rules(cut, rules, pack.data().lexicon, conversation);
  auto chosen = choose_expressions(found, rules);
  // Parts fire with the expression that holds them.
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    for (const auto& binding : found[chosen[i]].bindings) {
      const auto part = binding.index - static_cast<std::uint32_t>(cut.numbers.size());
      // What is no unit of a rule has no index; a part lies inside its whole and comes before it.
      if (binding.index < cut.numbers.size() || part >= chosen[i] || found[part].first != binding.first || found[part].last != binding.last) continue;
      chosen.push_back(part);
    }
  }
  for (const auto index : chosen) run.fired.push_back(numbers.times[found[index].rule]);
  for (const auto& match : found) {
    run.tried.push_back(numbers.times[match.rule]);
    if (rules.rules[match.rule].look_alike != 0) run.fired.push_back(numbers.times[match.rule]);
  }
}

void note_tries(const Trace& trace, const Analysis& analysis, const Pack& pack, const RuleNumbers& numbers, ExampleRun& run) {
  const auto& lexicon = pack.data().lexicon;
  const auto each = [&](const std::vector<RuleTry>& tries, const std::vector<std::uint32_t>& of) {
    for (const auto& attempt : tries) {
      run.tried.push_back(of[attempt.rule]);
      if (!attempt.failed.empty()) continue;
      run.fired.push_back(of[attempt.rule]);
      const auto& parse = analysis.parses[attempt.sentence];
      if (attempt.clause < parse.clauses.size() && parse.clauses[attempt.clause].verb != 0) run.triggers.emplace_back(of[attempt.rule], parse.clauses[attempt.clause].verb);
      for (auto token = attempt.first; token < attempt.last; ++token) {
        for (const auto form : {analysis.text.tokens[token].form, analysis.text.tokens[token].tail}) {
          for (const auto& reading : lexicon.readings(form)) run.triggers.emplace_back(of[attempt.rule], reading.lexeme);
        }
      }
      for (const auto& unit : analysis.text.units_at(attempt.first)) {
        for (const auto& reading : lexicon.readings(unit.form)) run.triggers.emplace_back(of[attempt.rule], reading.lexeme);
      }
    }
  };
  each(trace.events, numbers.events);
  each(trace.reports, numbers.reports);
  each(trace.sources, numbers.sources);
  for (const auto cue : trace.cues) run.fired.push_back(numbers.cues[cue]);
  for (const auto stance : trace.stances) run.fired.push_back(numbers.stances[stance]);
}

void note_forms(const Text& text, ExampleRun& run) {
  for (const auto& token : text.tokens) {
    for (const auto form : {token.form, token.tail}) {
      if (form != 0) run.forms.push_back(form);
    }
  }
  for (const auto& unit : text.units) {
    if (unit.form != 0) run.forms.push_back(unit.form);
  }
}

void close(ExampleRun& run) {
  run.tried.insert(run.tried.end(), run.fired.begin(), run.fired.end());
  finish(run.fired);
  finish(run.tried);
  finish(run.forms);
  std::sort(run.triggers.begin(), run.triggers.end());
  run.triggers.erase(std::unique(run.triggers.begin(), run.triggers.end()), run.triggers.end());
}

}  // namespace

const std::vector<std::string>& expectation_keys(bool time, bool claim) {
  static const std::vector<std::string> events = {"type", "date", "status", "participants", "place", "duration", "span", "theme", "rule", "date_basis"};
  static const std::vector<std::string> claims = {"claim", "speaker", "stance", "kind", "span", "cue", "content", "rule"};
  static const std::vector<std::string> times = {"text", "value", "edtf", "type", "mod", "reason"};
  return time ? times : claim ? claims : events;
}

Document plain_document(const std::string& text, const std::string& published) {
  Document document;
  document.id = document.source = "example";
  document.raw = document.text = text;
  for (std::size_t begin = 0; begin < text.size();) {
    auto end = std::min(text.find("\n\n", begin), text.size());
    auto last = end;
    while (last > begin && (text[last - 1] == '\n' || text[last - 1] == ' ')) --last;
    if (last > begin) document.blocks.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last), BlockKind::paragraph});
    begin = end;
    while (begin < text.size() && text[begin] == '\n') ++begin;
  }
  for (auto& c : document.text) {
    if (c == '\n') c = ' ';
  }
  if (document.blocks.empty()) document.blocks.push_back({0, static_cast<std::uint32_t>(text.size()), BlockKind::paragraph});
  document.map.add_run(0, 0);
  if (const auto date = parse_edtf(published)) document.published = Publication{*date, "option", std::nullopt};
  return document;
}

std::vector<Example> prepare_examples(const PackModel& model, const Pack& pack, std::vector<Finding>& findings) {
  std::unordered_map<std::string, std::string> types;
  for (const auto& rule : pack.data().events.rules) types[rule.id] = pack.data().events.types[rule.type].id;
  std::vector<Example> all;
  for (std::size_t i = 0; i < model.examples.size(); ++i) {
    const auto& node = model.examples[i];
    const auto& file = model.files[node.file];
    Example example;
    example.node = i;
    example.source = &node;
    example.rule = node.rule == kNoRule ? std::string() : model.rules[node.rule].id;
    example.time = is_time(model, node);
    if (const auto it = types.find(example.rule); it != types.end()) example.type = it->second;
    for (const auto& item : node.gives) {
      if (!item.is_map()) {
        findings.push_back(at_node(file, item, Severity::error, "rule.wrong-shape", "a map of keys and values is expected here", "write '{ type: ..., date: ... }'"));
        continue;
      }
      Expected expected;
      expected.claim = !example.time && (item["claim"].is_defined() || item["speaker"].is_defined());
      const auto& known = expectation_keys(example.time, expected.claim);
      for (const auto& pair : item) {
        const auto key = pair.first.is_scalar() ? pair.first.text() : std::string();
        if (std::find(known.begin(), known.end(), key) == known.end()) {
          std::string list;
          for (const auto& one : known) list += (list.empty() ? "" : ", ") + one;
          const auto meant = nearest(key, known);
          findings.push_back(at_node(file, pair.first, Severity::error, "example.unknown-key", "nothing is compared with '" + key + "'", meant ? "did you mean '" + *meant + "'?" : "known keys here: " + list));
        } else if (key == "participants") {
          expected.compares_participants = true;
          for (const auto& name : scalars(pair.second)) expected.participants.push_back(name.text());
        } else if (key != "claim" && pair.second.is_scalar()) {
          expected.fields.emplace_back(key, pair.second.is_null() ? "" : pair.second.text());
        }
      }
      if (const auto type = scalar_of(item, "type"); !type.empty() && !example.time) example.types.push_back(type);
      if (expected.fields.empty() && !expected.compares_participants && !expected.claim) {
        findings.push_back(at_node(file, item, Severity::error, "example.empty", "the example expects something, but does not say what", "add 'type:', 'participants:', 'date:', ..."));
      }
      expected.shown = yaml::in_one_line(item);
      example.gives.push_back(std::move(expected));
    }
    all.push_back(std::move(example));
  }
  return all;
}

RuleNumbers::RuleNumbers(const PackModel& model, const Pack& pack) {
  auto& ids = by_id;
  for (std::uint32_t i = 0; i < model.rules.size(); ++i) ids.emplace(model.rules[i].id, i);
  const auto fill = [&](const auto& rules, std::vector<std::uint32_t>& to) {
    for (const auto& rule : rules) {
      const auto it = ids.find(rule.id);
      to.push_back(it == ids.end() ? 0 : it->second);
    }
  };
  const auto& data = pack.data();
  fill(data.events.rules, events);
  fill(data.events.cues, cues);
  fill(data.time.rules, times);
  fill(data.claims.reports, reports);
  fill(data.claims.sources, sources);
  fill(data.claims.stances, stances);
}

void note_rules(const Document& document, const Pack& pack, const RuleNumbers& numbers, ExampleRun& run) {
  Trace trace;
  const auto analysis = analyse(document, pack, Style::news, &trace);
  note_tries(trace, analysis, pack, numbers, run);
  note_times(analysis.text, pack, false, numbers, run);
  note_forms(analysis.text, run);
  close(run);
}

ExampleRun run_example(const Example& example, const Pack& pack, const RuleNumbers* numbers) {
  ExampleRun run;
  const auto document = plain_document(example.source->text, example.source->published);
  const bool conversation = example.source->style == "conversation";
  const auto is_relative = [](const std::vector<TimeHit>& times) {
    return std::any_of(times.begin(), times.end(), [](const TimeHit& hit) { return hit.expression.anchor == "published"; });
  };
  if (example.time) {
    const auto text = read_text(document, pack.data());
    const auto times = find_times(document, text, pack.data().time, pack.data().lexicon, conversation ? TimeStyle::conversation : TimeStyle::news).hits;
    run_times(example, text, times, run);
    if (numbers == nullptr) return run;
    run.relative = is_relative(times);
    note_times(text, pack, conversation, *numbers, run);
    note_forms(text, run);
    close(run);
    return run;
  }
  Trace trace;
  const auto analysis = analyse(document, pack, conversation ? Style::conversation : Style::news, numbers == nullptr ? nullptr : &trace);
  run_events(example, analysis.extraction, run);
  if (numbers == nullptr) return run;
  note_tries(trace, analysis, pack, *numbers, run);
  for (const auto& time : analysis.times.hits) {
    if (const auto it = numbers->by_id.find(time.expression.rule); it != numbers->by_id.end()) run.fired.push_back(it->second);
  }
  run.relative = is_relative(analysis.times.hits);
  note_forms(analysis.text, run);
  close(run);
  return run;
}

std::vector<ExampleRun> run_examples(const std::vector<Example>& examples, const Pack& pack, const RuleNumbers* numbers, unsigned threads) {
  std::vector<ExampleRun> runs(examples.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < examples.size(); i = next++) runs[i] = run_example(examples[i], pack, numbers);
  };
  std::vector<std::future<void>> others;
  // Deferred where the system gives no more threads: what is left is then done here.
  for (unsigned i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async | std::launch::deferred, work));
  work();
  for (auto& other : others) other.get();
  return runs;
}

}  // namespace kroniek
