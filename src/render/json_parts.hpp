// What the timeline and the extraction have in common, for any RapidJSON writer.
#pragma once

#include "utf8.hpp"

#include <kroniek/extraction.hpp>

#include <rapidjson/rapidjson.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek::render {

// RapidJSON's output stream straight into a string: a large timeline is not copied at the end.
class StringSink {
 public:
  using Ch = char;
  void Put(char c) { text_.push_back(c); }
  void Flush() {}
  std::string& text() { return text_; }

 private:
  std::string text_;
};

// The same, handed on piece by piece: the text is never in memory as a whole.
class PieceSink {
 public:
  using Ch = char;
  explicit PieceSink(const std::function<void(std::string_view)>& out) : out_(out) {}
  void Put(char c) {
    text_.push_back(c);
    if (text_.size() >= kPiece) give();
  }
  void Flush() {}
  void give() {
    if (!text_.empty()) out_(text_);
    text_.clear();
  }

 private:
  static constexpr std::size_t kPiece = 1 << 16;
  const std::function<void(std::string_view)>& out_;
  std::string text_;
};

template <class W>
void put(W& w, std::string_view text) {
  if (is_utf8(text)) {
    w.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  } else {
    const auto repaired = repaired_utf8(text);
    w.String(repaired.data(), static_cast<rapidjson::SizeType>(repaired.size()));
  }
}

template <class W>
void key(W& w, std::string_view name) {
  w.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}

template <class W>
void field(W& w, std::string_view name, std::string_view value) {
  key(w, name);
  put(w, value);
}

template <class W>
void number(W& w, std::string_view name, std::int64_t value) {
  key(w, name);
  w.Int64(value);
}

// Left out when empty.
template <class W>
void optional_field(W& w, std::string_view name, std::string_view value) {
  if (!value.empty()) field(w, name, value);
}

// null when empty.
template <class W>
void nullable_field(W& w, std::string_view name, std::string_view value) {
  key(w, name);
  if (value.empty()) {
    w.Null();
  } else {
    put(w, value);
  }
}

// null when open.
template <class W>
void day_field(W& w, std::string_view name, Day day) {
  nullable_field(w, name, day == kOpenPast || day == kOpenFuture ? std::string() : iso_day(day));
}

template <class W>
void span_fields(W& w, Span span) {
  number(w, "begin", span.begin);
  number(w, "end", span.end);
}

// A list of what `write` writes of each item.
template <class W, class Items, class Write>
void list(W& w, std::string_view name, const Items& items, Write write) {
  key(w, name);
  w.StartArray();
  for (const auto& item : items) write(item);
  w.EndArray();
}

template <class W>
void actor(W& w, const ActorRef& a) {
  w.StartObject();
  field(w, "id", a.id);
  field(w, "name", a.name);
  optional_field(w, "role", a.role);
  optional_field(w, "wikidata", a.wikidata);
  w.EndObject();
}

template <class W>
void actors(W& w, std::string_view name, const std::vector<ActorRef>& all) {
  list(w, name, all, [&](const ActorRef& a) { actor(w, a); });
}

template <class W>
void place(W& w, const std::optional<PlaceRef>& p) {
  key(w, "place");
  if (!p) {
    w.Null();
    return;
  }
  w.StartObject();
  field(w, "id", p->id);
  field(w, "name", p->name);
  w.EndObject();
}

template <class W>
void role_words(W& w, const std::vector<RoleWords>& all) {
  list(w, "words", all, [&](const RoleWords& words) {
    w.StartObject();
    field(w, "role", words.role);
    optional_field(w, "id", words.id);
    span_fields(w, words.span);
    field(w, "text", words.text);
    w.EndObject();
  });
}

// Left out when there are none.
template <class W>
void amounts(W& w, const std::vector<Quantity>& all) {
  if (all.empty()) return;
  list(w, "amounts", all, [&](const Quantity& amount) {
    w.StartObject();
    key(w, "number");
    if (amount.thousandths % 1000 == 0) {
      w.Int64(amount.thousandths / 1000);
    } else {
      w.Double(static_cast<double>(amount.thousandths) / 1000);
    }
    field(w, "of", amount.of);
    w.EndObject();
  });
}

// All but the publication, whose date the two tell differently.
template <class W>
void document_fields(W& w, const DocumentRecord& document) {
  field(w, "id", document.id);
  field(w, "source", document.source);
  if (document.source_line != 0) number(w, "source_line", document.source_line);
  field(w, "title", document.title);
  field(w, "language", document.language);
  optional_field(w, "url", document.url);
  optional_field(w, "author", document.author);
  field(w, "sha256", document.sha256);
}

inline std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "error";
}

template <class W>
void warnings(W& w, const std::vector<Diagnostic>& all) {
  list(w, "warnings", all, [&](const Diagnostic& d) {
    w.StartObject();
    field(w, "severity", name_of(d.severity));
    field(w, "code", d.code);
    field(w, "file", d.file);
    number(w, "line", d.line);
    number(w, "column", d.column);
    field(w, "message", d.message);
    field(w, "hint", d.hint);
    w.EndObject();
  });
}

}  // namespace kroniek::render
