// What is told beside an event told before: "na afloop van het onderhoud", "bij het overleg was ook X".
#pragma once

#include "find_events.hpp"

#include <span>

namespace kroniek {

class BesideEvents {
 public:
  // `story` must outlive it.
  explicit BesideEvents(const Story& story) : story_(story), beside_(story.known.lexicon.class_id("beside_event")), indefinite_(story.known.lexicon.class_id("indefinite")) {}

  // The event that the clause of the hit is told beside; nullptr if there is none.
  const EventHit* told(const EventHit& hit, std::span<const EventHit> before) const;
  // Whether a clause in the past tells what was at it, so that it was held.
  bool was_held(const EventHit& hit) const;

 private:
  bool is_beside(const Phrase& phrase) const { return phrase.preposition != 0 && story_.known.lexicon.in_class(phrase.preposition, beside_).has_value(); }
  bool is_new(const Parse& parse, const Phrase& phrase) const;
  const EventHit* last(std::span<const EventHit> before, const std::vector<std::uint16_t>& types, bool held) const;

  const Story& story_;
  ClassId beside_, indefinite_;
};

}  // namespace kroniek
