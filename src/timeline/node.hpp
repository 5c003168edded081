// What one document tells of one event: the mentions of one chain, summed up for comparison.
#pragma once

#include "../events/event_rules.hpp"
#include "actor_table.hpp"
#include "day_set.hpp"

#include <kroniek/extraction.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace kroniek {

// How the event stands to the facts; what is planned is not the same entry as what happened.
enum class Outlook : std::uint8_t { fact, planned, demanded, proposed, conditional };
Outlook outlook_of(std::string_view status);

struct PlaceNumber {
  std::uint32_t place = 0, within = 0, country = 0;  // 0: none
  ActorTable::Number actor = 0xFFFFFFFF;             // of a country
};

struct Counted {
  std::int64_t thousandths = 0;
  std::uint32_t of = 0;
  friend auto operator<=>(const Counted&, const Counted&) = default;
};

// What an entry takes from a chain.
struct Account {
  std::uint32_t document = 0;
  std::uint32_t best = 0;               // the mention that tells most
  std::vector<EventMention> mentions;   // in the order of the text
  PlaceNumber place;
  DaySet days;
};

struct Node : Account {
  std::uint32_t chain = 0;
  std::uint32_t first = 0;              // index of its first mention in Extraction::events
  std::uint16_t type = 0;
  bool frequent = false;                // as its type is
  Outlook outlook = Outlook::fact;
  bool denied = false;                  // it did not happen
  std::vector<ActorTable::Number> people;  // sorted, unique
  std::vector<std::int32_t> minutes;       // durations
  std::vector<Counted> counts;             // sorted, unique
  std::vector<std::uint32_t> words;        // hashes of telling words, sorted, unique
  std::uint64_t text = 0;                  // hash of the best mention's words
  Day told = kOpenFuture;                  // latest day of publication
};

// Numbers for texts, from 1 in the order in which they come.
class TextNumbers {
 public:
  std::uint32_t number(const std::string& text);

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// Sums up chains. Numbers are given in the order of the calls.
class NodeMaker {
 public:
  NodeMaker(const Gazetteer& gazetteer, const EventRules& rules);
  // Moves the events out of the extraction into `nodes`; gives for each event the index of its node.
  std::vector<std::uint32_t> take(Extraction& extraction, std::uint32_t document, std::vector<Node>& nodes);
  const ActorTable& actors() const { return actors_; }

 private:
  PlaceNumber place(const PlaceRef& place);

  const Gazetteer& gazetteer_;
  const EventRules& rules_;
  ActorTable actors_;
  TextNumbers nouns_, places_;
  std::unordered_map<std::string, const Place*> known_places_;
};

// Whole minutes of "PT1H30M"; nullopt for what has no number ("PXD").
std::optional<std::int32_t> minutes_of(std::string_view duration);

// How much a mention tells: the one of a chain that tells most speaks for it.
int weight(const EventMention& mention);

}  // namespace kroniek
