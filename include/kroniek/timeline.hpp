// The chronology: dated, merged, ordered entries.
#pragma once

#include <kroniek/extraction.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kroniek {

struct Entry {
  std::string id;  // "e-" and 12 hexadecimal digits, derived from what the event is
  std::string type, plover, headline;
  DateValue date;
  std::string date_basis;
  std::string status;
  std::vector<ActorRef> participants;
  std::optional<PlaceRef> place;
  std::string duration;
  std::vector<ActorRef> according_to;
  std::vector<EventMention> mentions;  // in the order of documents and places
};

struct TimelineClaim {
  Claim claim;
  std::vector<std::string> about;  // entry ids
};

struct Timeline {
  std::string pack_language, pack_version, pack_sha256;
  std::optional<Day> from, to;
  std::vector<DocumentRecord> documents;
  std::vector<Entry> entries;  // by earliest, latest, then source order
  std::vector<Entry> undated;  // open at an end
  int outside_window = 0;
  std::vector<TimelineClaim> claims;
  std::vector<Diagnostic> warnings;
};

struct Window {
  std::optional<Day> from, to;  // inclusive; none: no cut
};

}  // namespace kroniek
