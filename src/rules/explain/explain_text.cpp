#include <kroniek/explain.hpp>

#include "../../render/json_parts.hpp"

#include <rapidjson/prettywriter.h>

namespace kroniek {

namespace {

class Paint {
 public:
  explicit Paint(bool colours) : colours_(colours) {}
  std::string operator()(const char* code, const std::string& text) const { return colours_ ? "\033[" + std::string(code) + "m" + text + "\033[0m" : text; }

 private:
  bool colours_;
};

constexpr const char* kBold = "1";
constexpr const char* kGreen = "32";
constexpr const char* kGrey = "2";
constexpr const char* kYellow = "33";

std::string place_of(const Evidence& at) { return std::to_string(at.span.begin) + "-" + std::to_string(at.span.end); }

std::string pairs(const std::vector<std::pair<std::string, std::string>>& all) {
  std::string text;
  for (const auto& [name, value] : all) text += "  " + name + " = " + value;
  return text;
}

}  // namespace

std::string to_text(const Explanation& explanation, bool colours) {
  const Paint paint(colours);
  std::string out;
  for (const auto& diagnostic : explanation.diagnostics) out += to_text(diagnostic) + "\n";
  for (const auto& sentence : explanation.sentences) {
    out += paint(kBold, explanation.source + ":" + std::to_string(sentence.at.line) + ": " + sentence.at.text) + "\n";
    out += "  clauses\n";
    for (std::size_t i = 0; i < sentence.clauses.size(); ++i) {
      const auto& clause = sentence.clauses[i];
      out += "    " + std::to_string(i) + " " + clause.kind + (clause.parent >= 0 ? " in " + std::to_string(clause.parent) : "") + ": " + clause.text + "\n";
      out += "      verb = " + (clause.verb.empty() ? "-" : clause.verb);
      for (const auto& mark : clause.marks) out += ", " + mark;
      out += pairs(clause.parts) + "\n";
    }
    if (!sentence.times.empty()) out += "  times\n";
    for (const auto& time : sentence.times) {
      out += "    " + time.at.text + " = " + time.value + (time.date ? " (" + time.date->edtf + ")" : "") + " by " + time.rule + (time.reason.empty() ? "" : ", " + time.reason) + "\n";
    }
    if (!sentence.actors.empty()) out += "  actors\n";
    for (const auto& mention : sentence.actors) {
      out += "    " + mention.at.text + " = ";
      for (std::size_t i = 0; i < mention.who.size(); ++i) out += (i > 0 ? ", " : "") + mention.who[i];
      out += (mention.who.empty() ? "nobody that can be told" : "") + std::string(" (") + mention.kind + ")\n";
    }
    out += "  rules\n";
    if (sentence.rules.empty()) out += "    none has its trigger here\n";
    for (const auto& rule : sentence.rules) {
      out += "    " + (rule.fired ? paint(kGreen, "fired  ") : paint(kYellow, "silent ")) + rule.rule + " on '" + rule.trigger.text + "': " + rule.gives + "\n";
      if (!rule.roles.empty()) out += "          " + pairs(rule.roles) + "\n";
    }
    if (!sentence.why_not.empty()) out += "  why not\n";
    for (const auto& line : sentence.why_not) out += "    " + line + "\n";
    out += "  words\n";
    for (const auto& word : sentence.words) {
      for (const auto& reading : word.readings) out += "    " + paint(kGrey, place_of(word.at)) + " " + word.at.text + ": " + reading + "\n";
    }
    out += "\n";
  }
  return out;
}

std::string to_json(const Explanation& explanation) {
  namespace r = render;
  r::StringSink sink;
  rapidjson::PrettyWriter<r::StringSink> w(sink);
  w.SetIndent(' ', 2);
  const auto evidence = [&](const char* name, const Evidence& at) {
    r::key(w, name);
    w.StartObject();
    r::span_fields(w, at.span);
    r::number(w, "line", at.line);
    r::field(w, "text", at.text);
    w.EndObject();
  };
  const auto strings = [&](const char* name, const std::vector<std::string>& all) { r::list(w, name, all, [&](const std::string& one) { r::put(w, one); }); };
  const auto map = [&](const char* name, const std::vector<std::pair<std::string, std::string>>& all, const char* key) {
    r::list(w, name, all, [&](const auto& one) {
      w.StartObject();
      r::field(w, key, one.first);
      r::field(w, "value", one.second);
      w.EndObject();
    });
  };
  w.StartObject();
  r::field(w, "source", explanation.source);
  r::nullable_field(w, "published", explanation.published);
  r::list(w, "sentences", explanation.sentences, [&](const ExplainedSentence& sentence) {
    w.StartObject();
    evidence("at", sentence.at);
    r::list(w, "words", sentence.words, [&](const ExplainedWord& word) {
      w.StartObject();
      evidence("at", word.at);
      strings("readings", word.readings);
      w.EndObject();
    });
    r::list(w, "clauses", sentence.clauses, [&](const ExplainedClause& clause) {
      w.StartObject();
      r::field(w, "kind", clause.kind);
      r::key(w, "parent");
      if (clause.parent < 0) {
        w.Null();
      } else {
        w.Int(clause.parent);
      }
      r::field(w, "text", clause.text);
      r::nullable_field(w, "verb", clause.verb);
      strings("marks", clause.marks);
      map("parts", clause.parts, "function");
      w.EndObject();
    });
    r::list(w, "times", sentence.times, [&](const TimeExpression& time) {
      w.StartObject();
      evidence("at", time.at);
      r::field(w, "value", time.value);
      r::nullable_field(w, "date", time.date ? time.date->edtf : "");
      r::field(w, "rule", time.rule);
      r::field(w, "reason", time.reason);
      w.EndObject();
    });
    r::list(w, "actors", sentence.actors, [&](const ExplainedMention& mention) {
      w.StartObject();
      evidence("at", mention.at);
      r::field(w, "kind", mention.kind);
      strings("who", mention.who);
      w.EndObject();
    });
    r::list(w, "rules", sentence.rules, [&](const ExplainedRule& rule) {
      w.StartObject();
      r::field(w, "rule", rule.rule);
      evidence("trigger", rule.trigger);
      r::key(w, "fired");
      w.Bool(rule.fired);
      r::field(w, rule.fired ? "gives" : "failed", rule.gives);
      map("roles", rule.roles, "role");
      w.EndObject();
    });
    strings("why_not", sentence.why_not);
    w.EndObject();
  });
  r::warnings(w, explanation.diagnostics);
  w.EndObject();
  return std::move(sink.text()) + "\n";
}

}  // namespace kroniek
