// JSON Schema of rule files, made of the definitions.
#include <kroniek/pack_files.hpp>

#include "../render/json_parts.hpp"
#include "definitions.hpp"
#include "pack.hpp"

#include <rapidjson/prettywriter.h>

#include <algorithm>

namespace kroniek {

namespace r = render;

namespace {

using Writer = rapidjson::PrettyWriter<r::StringSink>;

std::vector<std::string> choices_of(std::string_view what, const PackData& pack) {
  std::vector<std::string> all;
  if (what == "type") {
    for (const auto& type : pack.events.types) all.push_back(type.id);
  } else if (what == "class") {
    for (const auto& name : pack.lexicon.class_names()) {
      if (!name.empty()) all.push_back(name);
    }
  } else if (what == "stance") {
    for (int stance = 0; stance <= static_cast<int>(Stance::none); ++stance) all.emplace_back(name_of(static_cast<Stance>(stance)));
  } else if (what == "modality") {
    for (const char* name : {"none", "negated", "planned", "demanded", "proposed", "conditional", "unconfirmed", "refused", "promised", "threatened", "attempted", "ordered"}) {
      if (modality_from(name)) all.emplace_back(name);
    }
  } else if (what == "status") {
    all = {"occurred", "negated", "planned", "demanded", "proposed", "conditional", "unconfirmed"};
  } else if (what == "scope") {
    all = {"below", "noun", "clause", "adjective", "predicate", "sentence"};
  } else if (what == "clause") {
    all = {"complement", "infinitive"};
  } else if (what == "tense") {
    all = {"past", "present"};
  } else if (what == "style") {
    all = {"news", "conversation"};
  } else if (what == "known") {
    all = {"miss", "false-hit"};
  } else if (what == "teller") {
    all = {"behind", "subject", "unknown", "last", "inside", "writer"};
  } else if (what == "told") {
    all = {"clause", "before", "previous"};
  } else if (what == "side") {
    all = {"any", "own", "other", "first", "second"};
  } else if (what == "pos") {
    all = {"other", "noun", "name", "verb", "adjective", "adverb", "preposition", "determiner", "pronoun", "coordinator", "subordinator", "number", "punctuation"};
  }
  return all;
}

class SchemaWriter {
 public:
  SchemaWriter(Writer& w, const PackData& pack) : w_(w), pack_(pack) {}

  void write(std::string_view root) {
    w_.StartObject();
    r::field(w_, "$schema", "https://json-schema.org/draft/2020-12/schema");
    r::field(w_, "title", "Kroniek: " + std::string(root));
    r::field(w_, "$ref", "#/$defs/" + std::string(root));
    r::key(w_, "$defs");
    w_.StartObject();
    wanted_.push_back(root);
    for (std::size_t i = 0; i < wanted_.size(); ++i) map(wanted_[i]);
    w_.EndObject();
    w_.EndObject();
  }

 private:
  void reference(std::string_view name) {
    if (std::find(wanted_.begin(), wanted_.end(), name) == wanted_.end()) wanted_.push_back(name);
    r::field(w_, "$ref", "#/$defs/" + std::string(name));
  }

  void map(std::string_view name) {
    const auto* definition = map_definition(name);
    if (definition == nullptr) return;
    r::key(w_, name);
    w_.StartObject();
    r::field(w_, "type", "object");
    r::key(w_, "additionalProperties");
    w_.Bool(false);
    std::vector<std::string_view> needed;
    for (const auto& key : definition->keys) {
      if (key.needed) needed.push_back(key.name);
    }
    if (!needed.empty()) r::list(w_, "required", needed, [&](std::string_view one) { r::put(w_, one); });
    r::key(w_, "properties");
    w_.StartObject();
    for (const auto& key : definition->keys) {
      r::key(w_, key.name);
      w_.StartObject();
      r::field(w_, "description", key.about);
      value(key);
      w_.EndObject();
    }
    w_.EndObject();
    w_.EndObject();
  }

  void scalar() {
    const char* types[] = {"string", "number", "boolean"};
    r::list(w_, "type", types, [&](const char* type) { r::put(w_, type); });
  }

  void enumeration(std::string_view of) {
    r::list(w_, "enum", choices_of(of, pack_), [&](const std::string& one) { r::put(w_, one); });
  }

  template <class F>
  void list_of(F item) {
    r::field(w_, "type", "array");
    r::key(w_, "items");
    w_.StartObject();
    item();
    w_.EndObject();
  }

  template <class F>
  void one_or_list(F item) {
    r::key(w_, "anyOf");
    w_.StartArray();
    w_.StartObject();
    item();
    w_.EndObject();
    w_.StartObject();
    list_of(item);
    w_.EndObject();
    w_.EndArray();
  }

  void value(const KeyDefinition& key) {
    switch (key.kind) {
      case KeyKind::text: scalar(); break;
      case KeyKind::flag: r::field(w_, "type", "boolean"); break;
      case KeyKind::number: r::field(w_, "type", "integer"); break;
      case KeyKind::any: break;
      case KeyKind::choice: enumeration(key.of); break;
      case KeyKind::map: reference(key.of); break;
      case KeyKind::list: list_of([&] { reference(key.of); }); break;
      case KeyKind::texts: one_or_list([&] { scalar(); }); break;
      case KeyKind::choices: one_or_list([&] { enumeration(key.of); }); break;
    }
  }

  Writer& w_;
  const PackData& pack_;
  std::vector<std::string_view> wanted_;
};

}  // namespace

const std::vector<std::string>& schema_kinds() {
  static const std::vector<std::string> kinds = {"events", "time", "claims", "lexicon", "actors", "places", "tests"};
  return kinds;
}

std::string rule_schema(std::string_view kind, const Pack& pack) {
  const auto root = root_of(kind);
  if (root.empty()) return {};
  r::StringSink sink;
  Writer w(sink);
  w.SetIndent(' ', 2);
  SchemaWriter(w, pack.data()).write(root);
  return std::move(sink.text()) + "\n";
}

}  // namespace kroniek
