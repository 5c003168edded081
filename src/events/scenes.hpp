// The day that a text told before, or tells in the same sentence, as the scene of what it tells next.
#pragma once

#include "clause_times.hpp"
#include "telling.hpp"

namespace kroniek {

struct Scene {
  std::uint32_t time = kNone;        // index into Known::times
  std::optional<DateValue> date;     // where it is not that of the time
  const char* basis = "";
};

class Scenes {
 public:
  // All must outlive it.
  Scenes(const Story& story, const ClauseTimes& times, const Telling& telling);

  std::optional<Scene> of(const EventHit& hit, const Clause& clause) const;
  // "Peru heeft raketten afgevuurd. In de stad ging maandag het alarm af": what opens a text, by the day that it tells next.
  std::optional<Scene> behind_lead(const EventHit& hit) const;
  // "waarmee Peru een week eerder had ingestemd": whether the time stands in such a clause of the sentence.
  bool in_recap(std::uint32_t time, std::uint32_t sentence) const;

  // "Macron vindt", "Peru levert": told now, and neither as a story nor by whoever spoke then.
  bool tells_now(const EventHit& hit, const Clause& clause) const;

 private:
  struct Told {
    const EventHit& hit;
    const Clause& clause;
    bool now, then;  // in the present tense; by a clause of saying in the past
  };

  bool tells_of(const EventHit& hit, const Parse& p, const Clause& clause) const;
  bool of_same(const EventHit& hit, const Clause& clause, const Parse& p, std::uint32_t c) const;
  std::optional<Scene> named(const EventHit& hit, const Clause& clause) const;
  std::optional<Scene> then(const EventHit& hit, const Clause& clause) const;
  std::optional<Scene> went_on(const EventHit& hit, const Clause& clause) const;
  std::uint32_t span_told(const Parse& p) const;
  std::optional<Scene> since(const EventHit& hit) const;
  std::optional<Scene> retold(const EventHit& hit, const Clause& clause) const;
  std::optional<Scene> over_paragraph(const EventHit& hit, const Clause& clause) const;
  std::optional<Scene> meanwhile(const EventHit& hit, const Clause& clause) const;
  bool goes_on(const EventHit& hit, const Clause& clause) const;
  std::optional<Scene> day_of(const Parse& p, std::uint32_t c, std::uint32_t i, const char* basis) const;
  bool of_subject(const Parse& p, const Clause& scene) const;
  bool said_then(const EventHit& hit) const;
  bool is_scene(const Told& told, const Parse& p, std::uint32_t c, std::uint32_t back) const;
  const Parse& parse(const EventHit& hit) const { return story_.parses[hit.sentence]; }

  const Story& story_;
  const Known& known_;
  const Lexicon& lexicon_;
  const ClauseTimes& times_;
  const Telling& telling_;
  std::optional<DateValue> published_;
  ClassId earlier_, no_carry_, where_, then_, back_then_, since_then_, beside_, repeatedly_, while_, before_too_;
};

}  // namespace kroniek
