// A sentence that says more of what the one before it told: "Trump legt de steun stil. Dat maakte hij maandag bekend."
#pragma once

#include "clause_times.hpp"

namespace kroniek {

// "Dat", "hierover": a word of the clause stands for what was told before.
bool names_what_was_told(const Lexicon& lexicon, const Parse& parse, const Clause& clause, ClassId what_was_told);

class Telling {
 public:
  // Both must outlive it.
  Telling(const Story& story, const ClauseTimes& times);

  // "Dat", "de maatregel", "het besluit"
  bool takes_up(const Parse& parse, const Clause& clause) const;
  // "Die vonden dinsdagnacht plaats.", "Het deed dat donderdag."
  bool goes_on(const Parse& parse, const Clause& clause) const;
  // "'Wij hebben ze nodig', zei hij maandag": he who did it says more of it.
  bool same_speaker(const EventHit& hit, const Parse& parse, std::uint32_t clause) const;
  // "liet zich dinsdag uit over het overleg": the day is of the saying.
  bool topic_of_saying(const EventHit& hit) const;
  // "..., maakte hij maandag bekend"
  bool announces(const Clause& clause) const { return verb_in(story_.known.lexicon, clause.verb, announce_); }
  // ... and not only "zei hij"
  bool declares(const Clause& clause) const { return verb_in(story_.known.lexicon, clause.verb, declare_); }
  // "Nederland levert tanks. Dat werd maandag bekend": told as news, whatever it is.
  bool is_news(const EventHit& hit) const;
  // When it was told, by clause `c` or a relative clause in it; kNone if that is not said.
  std::uint32_t time(const Parse& parse, std::uint32_t c) const;
  // "Trump legt de steun stil. Dat maakte hij maandag bekend.": the time of the telling, in one of the next sentences; kNone if there is none.
  std::uint32_t time_behind(const EventHit& hit, const DateValue& published) const;
  // "‘Vandaag is het bestand geschonden’, zei X": counted from the day on which X said so, which the clause tells or else the scene.
  std::optional<DateValue> day_of_speech(const EventHit& hit, std::uint32_t time, const std::optional<DateValue>& told_on, const DateValue* scene) const;

 private:
  bool has_date(const Parse& parse) const;
  // "X gaat naar Oslo. Het bezoek begint dinsdag"
  bool names_it(const EventHit& hit, const Parse& parse, const Clause& clause) const;
  // "X gaat naar Oslo. Hij vertrekt dinsdag"
  bool moves_there(const EventHit& hit, const Parse& parse, std::uint32_t clause) const;
  std::uint32_t time_told(const EventHit& hit, std::uint32_t sentence, const DateValue& published) const;

  const Story& story_;
  const ClauseTimes& times_;
  ClassId what_was_told_, news_noun_, happen_, does_, announce_, declare_, about_, says_, nothing_, definite_, sets_out_, arrives_;
};

}  // namespace kroniek
