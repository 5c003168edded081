// What one document yields, before documents are laid together.
#pragma once

#include <kroniek/date.hpp>
#include <kroniek/diagnostic.hpp>
#include <kroniek/document.hpp>
#include <kroniek/symbol.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kroniek {

struct Evidence {
  Span span;
  std::string text;  // slice of the source
  int line = 0;      // of the source, from 1
  // The same in one line, without the markup, page furniture and line ends that stand in the middle of it in the
  // source; empty where these leave no doubt.
  std::string plain{};
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

enum class TimeType : std::uint8_t { date, time, duration, set };

// A TIMEX3 (ISO-TimeML) time expression.
struct TimeExpression {
  Evidence at;
  TimeType type = TimeType::date;
  std::string value;              // TIMEX3: "2025-02-12", "PT1H30M", "PAST_REF"
  std::string mod;                // TIMEX3 mod, or empty
  std::string quant, freq;        // TIMEX3, for sets
  std::optional<DateValue> date;  // where it is a date or an interval
  std::string rule;
  std::string anchor;             // "published", "time:3" (index in the document), or empty
  std::string reason;             // why this reading, where there were others
};

struct ActorRef {
  Symbol id;
  Symbol name;
  Symbol role;      // "participant", "initiator", "target", ...
  Symbol wikidata;  // or empty
  friend bool operator==(const ActorRef&, const ActorRef&) = default;
};

struct PlaceRef {
  Symbol id;
  Symbol name;
  friend bool operator==(const PlaceRef&, const PlaceRef&) = default;
};

// Something counted in the words of a mention: "175 krijgsgevangenen".
struct Quantity {
  std::int64_t thousandths = 0;
  std::string of;  // the noun as in the source, in lower case
  friend bool operator==(const Quantity&, const Quantity&) = default;
};

// The words of a source that tell the trigger of an event, or who or what fills a role in it. They may lie outside the
// evidence of the mention: a subject that two clauses share, a pronoun's sentence.
struct RoleWords {
  Symbol role;  // "trigger", a role of a participant, "place", "duration", or a role of the rule ("target", "theme")
  Symbol id;    // of the actor or place; empty for the others
  Span span;
  std::string text;  // slice of the source
  friend bool operator==(const RoleWords&, const RoleWords&) = default;
};

// What a date is if its document was published on one of the days [from, until].
struct DateIfPublished {
  Day from = 0, until = 0;
  DateValue date;
  friend bool operator==(const DateIfPublished&, const DateIfPublished&) = default;
};

struct EventMention {
  Symbol document;  // id
  Symbol type;      // ANNOTATION.md
  Symbol status;
  Symbol rule;
  Evidence at;
  DateValue date;
  Symbol date_basis;
  std::optional<Evidence> date_at;
  Symbol date_rule;
  std::vector<ActorRef> participants;
  std::optional<PlaceRef> place;
  std::string duration;  // ISO 8601, or empty
  std::string theme;     // what it is about, as in the source ("Patriots"), or empty
  std::vector<ActorRef> according_to;
  std::uint32_t chain = 0;  // mentions of one document with one chain are one event
  std::vector<Quantity> amounts;
  std::string clock;                  // TIMEX3 time of the day: "T14:30", "TEV"; or empty
  std::vector<std::uint32_t> after;   // indices into Extraction::events: told to have come before it
  // Where the publication date is no day and the date hangs on it: the date for each possible day, in order.
  std::vector<DateIfPublished> if_published;
  std::vector<RoleWords> words;  // the trigger first ("zegt", and "toe" of one verb), then the roles
};

struct Claim {
  std::string id;
  std::string document;
  Evidence at;           // the whole: quotation or reported clause
  ActorRef speaker;
  Evidence cue;          // empty text for a floating quotation
  std::string kind;      // direct, indirect, mixed
  std::string stance;
  std::vector<Evidence> contents;
  DateValue date;
  std::vector<std::uint32_t> about;  // indices into Extraction::events
  std::vector<ActorRef> according_to;  // who says that the speaker said it, from the outermost; mostly nobody
  std::vector<std::string> denies;       // ids of the claims of others that it denies
  std::vector<std::string> contradicts;  // ids of claims of others that cannot be true beside it; mutual
  std::string rule;
};

// A document without its text: what outlives `extract`.
struct DocumentRecord {
  std::string id, source, title, language, url, author, sha256;
  std::uint32_t source_line = 0;
  std::optional<Publication> published;
  std::vector<std::uint32_t> signature;  // MinHash of the words, to tell copies of one text; empty: no text
};

// Which program and rules made an extraction.
struct Origin {
  std::string version, language, pack_version, pack_sha256;
  friend bool operator==(const Origin&, const Origin&) = default;
};

// An extraction without a document (its id is empty) stands for a source that could not be read; its warnings
// say why.
struct Extraction {
  DocumentRecord document;
  std::vector<TimeExpression> times;
  std::vector<EventMention> events;
  std::vector<Claim> claims;
  std::vector<Diagnostic> warnings;
  Origin origin;
};

}  // namespace kroniek
