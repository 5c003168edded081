#include <kroniek/compare.hpp>

#include "escape.hpp"
#include "json_parts.hpp"

#include <rapidjson/prettywriter.h>

#include <map>

namespace kroniek {

namespace {

const char* sign_of(const std::string& kind) { return kind == "gained" ? "+" : kind == "lost" ? "-" : "~"; }

std::string what(const Change& change) {
  if (change.kind == "gained") return change.after;
  if (change.kind == "lost") return change.before;
  return change.before + " -> " + change.after;
}

const char* heading(const std::string& kind) {
  static const std::map<std::string, const char*> names = {{"gained", "Gained"}, {"lost", "Lost"}, {"retyped", "Another type"}, {"redated", "Another date"}, {"restated", "Another status"}, {"peopled", "Other participants"}};
  return names.at(kind);
}

constexpr const char* kOrder[] = {"lost", "gained", "retyped", "redated", "restated", "peopled"};

}  // namespace

std::string to_text(const Comparison& comparison, bool colours) {
  std::string out;
  const auto add = [&](const char* sort, const std::vector<Change>& changes) {
    for (const auto& change : changes) {
      const char* code = change.kind == "gained" ? "32" : change.kind == "lost" ? "31" : "33";
      std::string line = std::string(sign_of(change.kind)) + " " + sort + " " + change.kind + ": " + change.headline + " (" + what(change) + ")";
      out += (colours ? std::string("\033[") + code + "m" + line + "\033[0m" : line) + "\n";
      for (const auto& source : change.sources) out += "    " + source + "\n";
    }
  };
  add("entry", comparison.entries);
  add("claim", comparison.claims);
  out += std::to_string(comparison.entries_before) + " entries before, " + std::to_string(comparison.entries_after) + " after, " + std::to_string(comparison.same) + " the same; " + std::to_string(comparison.claims_before) +
         " claims before, " + std::to_string(comparison.claims_after) + " after\n";
  return out;
}

std::string to_markdown(const Comparison& comparison) {
  std::string out = "## What the rule change did\n\n| | before | after |\n| --- | --- | --- |\n";
  out += "| entries | " + std::to_string(comparison.entries_before) + " | " + std::to_string(comparison.entries_after) + " |\n";
  out += "| claims | " + std::to_string(comparison.claims_before) + " | " + std::to_string(comparison.claims_after) + " |\n";
  if (comparison.empty()) return out + "\nNothing changed.\n";
  const auto add = [&](const char* sort, const std::vector<Change>& changes) {
    for (const char* kind : kOrder) {
      bool first = true;
      for (const auto& change : changes) {
        if (change.kind != kind) continue;
        if (first) out += std::string("\n### ") + heading(change.kind) + " (" + sort + ")\n\n";
        first = false;
        out += "- " + render::escaped(change.headline) + ": " + render::escaped(what(change)) + "\n";
        for (const auto& source : change.sources) out += "  - " + render::escaped(source) + "\n";
      }
    }
  };
  add("entries", comparison.entries);
  add("claims", comparison.claims);
  return out;
}

std::string to_json(const Comparison& comparison) {
  namespace r = render;
  r::StringSink sink;
  rapidjson::PrettyWriter<r::StringSink> w(sink);
  w.SetIndent(' ', 2);
  const auto changes = [&](const char* name, const std::vector<Change>& all) {
    r::list(w, name, all, [&](const Change& change) {
      w.StartObject();
      r::field(w, "kind", change.kind);
      r::field(w, "headline", change.headline);
      r::nullable_field(w, "before", change.before);
      r::nullable_field(w, "after", change.after);
      r::list(w, "sources", change.sources, [&](const std::string& source) { r::put(w, source); });
      w.EndObject();
    });
  };
  w.StartObject();
  r::number(w, "entries_before", comparison.entries_before);
  r::number(w, "entries_after", comparison.entries_after);
  r::number(w, "same", comparison.same);
  r::number(w, "claims_before", comparison.claims_before);
  r::number(w, "claims_after", comparison.claims_after);
  changes("entries", comparison.entries);
  changes("claims", comparison.claims);
  w.EndObject();
  return std::move(sink.text()) + "\n";
}

}  // namespace kroniek
