// The chronology: dated, merged, ordered entries.
#pragma once

#include <kroniek/extraction.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

// What one or more documents say where others say something else.
struct ConflictReading {
  std::string value;  // a date, a status, a number
  std::vector<std::string> documents;
  friend bool operator==(const ConflictReading&, const ConflictReading&) = default;
};

struct Conflict {
  std::string about;  // "date", "status", "duration", or what is counted
  std::vector<ConflictReading> readings;  // two or more
  friend bool operator==(const Conflict&, const Conflict&) = default;
};

struct Entry {
  std::string id;  // "e-" and 12 hexadecimal digits, derived from what its first source tells
  std::string type, plover, headline;
  DateValue date;
  std::string date_basis;
  std::string status;
  std::vector<ActorRef> participants;
  std::optional<PlaceRef> place;
  std::string duration;
  std::vector<ActorRef> according_to;
  std::vector<EventMention> mentions;  // in the order of documents and places
  int sources = 0;                     // independent ones: copies of one text count once
  std::vector<Conflict> conflicts;
  std::vector<std::string> fulfils;    // ids of entries that planned it; with status negated it calls them off
  bool may_lie_outside = false;        // of the window: its date reaches beyond it
  std::vector<std::string> edits;      // what a person changed: "merge", "split", "redate", "add"
};

// What the documents together tell of the publication of one of them.
struct InferredPublication {
  std::string document;
  DateValue date;
  std::string basis;
};

struct TimelineClaim {
  Claim claim;
  std::vector<std::string> about;  // entry ids
};

// A correction by a person. Entries are named by their ids, as they are or as an earlier run gave them.
struct Edit {
  enum class Kind : std::uint8_t { merge, split, drop, redate, add };
  Kind kind = Kind::drop;
  std::vector<std::string> entries;    // merge: two or more; add: none; else one
  std::vector<std::string> documents;  // split: whose mentions become an entry of their own
  DateValue date;                      // redate, add
  std::string type, status, headline;  // add
  std::vector<std::string> participants;  // add: ids of actors, or names
  std::string place;                   // add: id of a place, or a name
  std::string note;
  int line = 0;                        // in the file of edits
};

struct Timeline {
  std::string pack_language, pack_version, pack_sha256;
  std::optional<Day> from, to;
  std::vector<DocumentRecord> documents;
  std::vector<Entry> entries;  // by earliest, latest, then source order
  std::vector<Entry> undated;  // open at an end
  int outside_window = 0;
  std::vector<Edit> edits;  // that were asked for, so that this timeline can be their file
  int not_selected = 0;  // entries that the selection left out
  std::vector<InferredPublication> inferred;  // by document
  std::vector<std::vector<std::string>> copies;  // ids of documents that are one text, in order
  std::vector<TimelineClaim> claims;
  std::vector<Diagnostic> warnings;
};

struct Window {
  std::optional<Day> from, to;  // inclusive; none: no cut
};

// Which entries are wanted; an empty list wants all.
struct Selection {
  std::vector<std::string> types, actors, statuses;
  int min_sources = 0;
};

struct EditList {
  std::string file;
  std::vector<Edit> edits;
};

// Reads a file of edits (YAML, or a timeline in JSON that was made with edits). Faults are reported; edits that
// contradict one another are errors and are left out, all of them.
EditList read_edits(std::string_view text, const std::string& file, std::vector<Diagnostic>& diagnostics);

// How mentions become a timeline.
struct Assembly {
  Window window;
  Selection selection;
  EditList edits;
  bool inference = true;  // whether documents date one another
  std::string language{};  // of the headlines; empty, or one that the pack does not have: that of the pack
};

}  // namespace kroniek
