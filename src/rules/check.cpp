#include "../ingest/sha256.hpp"
#include "pack.hpp"

#include <kroniek/kroniek.hpp>

#include <algorithm>

namespace kroniek {

namespace {

// A text as one paragraph, without looking for furniture.
Document plain_document(const std::string& text, const std::string& published) {
  Document document;
  document.id = "example";
  document.source = "example";
  document.raw = document.text = text;
  document.blocks.push_back({0, static_cast<std::uint32_t>(text.size()), BlockKind::paragraph});
  document.map.add_run(0, 0);
  if (const auto date = parse_edtf(published)) document.published = Publication{*date, "option", std::nullopt};
  return document;
}

std::string scalar(const YAML::Node& node, const char* key) {
  const auto value = node[key];
  return value.IsDefined() && value.IsScalar() ? value.Scalar() : std::string();
}

std::string describe(const EventMention& event) {
  std::string text = event.type + " " + event.date.edtf + " " + event.status + " [";
  for (const auto& actor : event.participants) text += (text.back() == '[' ? "" : ", ") + actor.id;
  text += ']';
  if (event.place) text += " in " + event.place->id;
  if (!event.duration.empty()) text += " for " + event.duration;
  return text + " by " + event.rule;
}

std::string describe(const Claim& claim) { return "claim of " + claim.speaker.id + ": " + claim.stance + ", " + claim.kind + " by " + claim.rule; }

bool matches(const YAML::Node& expected, const EventMention& event) {
  const auto same = [&](const char* key, const std::string& value) { return !expected[key].IsDefined() || scalar(expected, key) == value; };
  if (!same("type", event.type) || !same("date", event.date.edtf) || !same("status", event.status) || !same("duration", event.duration)) return false;
  if (!same("place", event.place ? event.place->id : "")) return false;
  if (!expected["participants"].IsDefined()) return true;
  for (const auto& name : expected["participants"]) {
    if (std::none_of(event.participants.begin(), event.participants.end(), [&](const ActorRef& a) { return a.id == name.Scalar(); })) return false;
  }
  return event.participants.size() == expected["participants"].size();
}

bool matches(const YAML::Node& expected, const Claim& claim) {
  const auto same = [&](const char* key, const std::string& value) { return !expected[key].IsDefined() || scalar(expected, key) == value; };
  return same("speaker", claim.speaker.id) && same("stance", claim.stance) && same("kind", claim.kind);
}

class Checker {
 public:
  Checker(const Pack& pack, CheckResult& result) : pack_(pack), result_(result) {}

  void run(const ExampleSource& example) {
    ++result_.examples;
    const auto extraction = extract(plain_document(example.text, example.published), pack_);
    bool claims = false;
    std::vector<bool> used(extraction.events.size() + extraction.claims.size());
    std::string missing;
    for (const auto& expected : example.gives) {
      const bool claim = expected["claim"].IsDefined() || expected["speaker"].IsDefined();
      claims |= claim;
      bool found = false;
      for (std::size_t i = 0; i < used.size() && !found; ++i) {
        const bool event_slot = i < extraction.events.size();
        if (used[i] || event_slot == claim) continue;
        found = event_slot ? matches(expected, extraction.events[i]) : matches(expected, extraction.claims[i - extraction.events.size()]);
        if (found) used[i] = true;
      }
      if (!found) missing += (missing.empty() ? "" : "; ") + YAML::Dump(expected);
    }
    // What the rule's own type gives beyond that is wrong too.
    const auto type = type_of(example.rule);
    std::string extra;
    for (std::size_t i = 0; i < extraction.events.size(); ++i) {
      const auto& event = extraction.events[i];
      const bool of_interest = example.gives.size() == 0 ? event.rule == example.rule || event.type == type : event.type == type;
      if (!used[i] && of_interest) extra += (extra.empty() ? "" : "; ") + describe(event);
    }
    if (type.empty() && (claims || example.gives.size() == 0)) {
      for (std::size_t i = 0; i < extraction.claims.size(); ++i) {
        if (!used[extraction.events.size() + i]) extra += (extra.empty() ? "" : "; ") + describe(extraction.claims[i]);
      }
    }
    if (missing.empty() && extra.empty()) return;
    std::string found;
    for (const auto& event : extraction.events) found += "\n    found " + describe(event);
    for (const auto& claim : extraction.claims) found += "\n    found " + describe(claim);
    fail(example.file, example.line, example.rule, example.text,
         (missing.empty() ? "" : "missing " + missing) + (extra.empty() ? "" : std::string(missing.empty() ? "" : "; ") + "unexpected " + extra) + found);
  }

  void run(const TimeRuleSource& rule, const TimeExample& example) {
    ++result_.examples;
    const auto document = plain_document(example.text, example.published);
    const auto text = read_text(document, pack_.data(), pack_.scanner());
    const auto style = example.style == "conversation" ? TimeStyle::conversation : TimeStyle::news;
    const auto times = find_times(document, text, pack_.data().time, pack_.data().lexicon, style).hits;
    std::string wrong;
    std::vector<bool> used(times.size());
    for (const auto& expected : example.gives) {
      bool found = false;
      for (std::size_t i = 0; i < times.size() && !found; ++i) {
        const auto& time = times[i].expression;
        found = !used[i] && same(expected.text, std::string(text.words(times[i].first, times[i].last))) && same(expected.value, time.value) && same(expected.mod, time.mod) &&
                same(expected.edtf, time.date ? time.date->edtf : "") && same(expected.reason, time.reason);
        if (found) used[i] = true;
      }
      if (!found) wrong += " missing " + expected.text + " " + expected.value + expected.edtf + ";";
    }
    for (std::size_t i = 0; i < times.size(); ++i) {
      if (used[i] && !wrong.empty()) continue;
      if (!used[i]) wrong += " found '" + std::string(text.words(times[i].first, times[i].last)) + "' " + times[i].expression.value + " by " + times[i].expression.rule + ";";
    }
    if (!wrong.empty()) fail(rule.file, example.line, rule.id, example.text, wrong.substr(1));
  }

 private:
  static bool same(const std::string& expected, const std::string& value) { return expected.empty() || expected == value; }

  std::string type_of(const std::string& rule) const {
    for (const auto& r : pack_.data().events.rules) {
      if (r.id == rule) return pack_.data().events.types[r.type].id;
    }
    return {};
  }

  void fail(const std::string& file, int line, const std::string& rule, const std::string& text, const std::string& what) {
    ++result_.failed;
    result_.diagnostics.push_back({Severity::error, "example.fails", file, line, 0, "example of " + rule + " fails: '" + text + "': " + what,
                                   "mend the rule, or the example if it is wrong"});
  }

  const Pack& pack_;
  CheckResult& result_;
};

// A relative date means nothing without the day it is told on.
void needs_published(const ExampleSource& example, CheckResult& result) {
  if (!example.published.empty()) return;
  for (const auto& expected : example.gives) {
    if (expected["date"].IsDefined()) {
      result.diagnostics.push_back({Severity::error, "example.no-published", example.file, example.line, 0,
                                    "the example of " + example.rule + " expects a date but has no 'published'", "add 'published: 2025-03-19'"});
      return;
    }
  }
}

}  // namespace

CheckResult check_pack(const std::string& folder) {
  CheckResult result;
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) {
    result.diagnostics.push_back({Severity::error, "pack.no-folder", folder, 0, 0, "there is no such folder", "name a folder that holds pack.yaml"});
    return result;
  }
  PackSource source;
  auto data = read_pack(folder, result.diagnostics, source);
  result.rules = source.rules;
  for (const auto& example : source.examples) needs_published(example, result);
  if (has_error(result.diagnostics)) return result;
  const Pack pack(std::move(data));
  Checker checker(pack, result);
  for (const auto& example : source.examples) checker.run(example);
  for (const auto& rule : source.times) {
    for (const auto& example : rule.examples) checker.run(rule, example);
  }
  return result;
}

}  // namespace kroniek
