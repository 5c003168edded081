// Whether two mentions tell of one event: by the people, the place, the day, how it is told, and how far apart they stand.
#pragma once

#include "cast.hpp"
#include "find_events.hpp"

namespace kroniek {

struct MentionView {
  const EventHit& hit;
  const People& people;
  const People& sides;
  bool often;  // SameEvent::often of it
};

// Sentences back that an event may be taken up from.
inline constexpr std::uint32_t kResumed = 12;
// Sentences on that a headline may be told in full.
inline constexpr std::uint32_t kUnderHeading = 8;

bool subset(const People& a, const People& b);
bool overlap(const DateValue& a, const DateValue& b);
inline bool near(const EventHit& told, const EventHit& hit) { return told.sentence + kResumed >= hit.sentence; }

// In each relation `a` is told before `b`. Those between two types ask the rules; all others hold within one type.
class SameEvent {
 public:
  // `story` must outlive it.
  explicit SameEvent(const Story& story);

  // "Ze spraken elkaar meerdere malen", "elke nacht vallen zij aan": more than one told by itself.
  bool often(const EventHit& hit) const;
  // Nothing in them speaks against it, and something for it.
  bool compatible(const MentionView& a, const MentionView& b) const;
  // "namen sancties aan, waarmee schepen op de lijst belandden": the clause goes on about the event above it.
  bool elaborates(const MentionView& a, const MentionView& b) const;
  // "het gesprek dat X vrijdag voerde met Y. Ze belden die dag": what was told as a talk of some kind was that call.
  bool specifies(const MentionView& a, const MentionView& b) const;
  // "het onderhoud met X" after "Y belde X": the noun says less, but means the same.
  bool resumes(const MentionView& a, const MentionView& b) const;
  // "X en Y hebben gebeld. Ze spraken elkaar twee uur."
  // `last`: no other talks were told between them.
  bool continues(const MentionView& a, const MentionView& b, bool last) const;
  // "X is in Oslo voor een top. Y kwam ook om de top bij te wonen": the talks told before, whoever else is there.
  bool attends(const EventHit& a, const EventHit& b) const;
  // "X wil Y ontmoeten. De ontmoeting kan deze maand plaatsvinden": the plan, of which more is told.
  bool tells_when(const MentionView& a, const MentionView& b) const;
  // "Peru wil de sancties niet steunen. Om de sancties aan te nemen is meer nodig": one measure, wherever it stands.
  bool same_measure(const MentionView& a, const MentionView& b) const;
  // "X is opnieuw beschoten. Maandag was er ook al een aanval": the one before those that are told.
  bool was_before(const EventHit& hit) const;
  // "X had de ruil dinsdag aangekondigd", where the text tells the swap: it was announced, and has been since.
  bool announced_before(const EventHit& hit) const;
  // Two places of which neither lies in the other.
  bool apart(const EventHit& a, const EventHit& b) const;
  // "de vorige ronde" and "het nieuwe overleg"
  bool one_is_new(const EventHit& a, const EventHit& b) const;
  // "Het is de derde keer dat zij elkaar spreken": `b` counts the talks that `a` tells of.
  bool counts(const MentionView& a, const MentionView& b) const;

 private:
  // "belde vrijdag met X. Eerder belden zij ook al": another.
  bool recalls(const EventHit& a, const EventHit& b) const;
  bool is_old(const EventHit& hit) const;
  bool headline(const EventHit& a, const EventHit& b) const;
  bool same_scene(const MentionView& a, const MentionView& b) const;

  const Story& story_;
  const Lexicon& lexicon_;
  ClassId repeatedly_, wherein_, no_carry_, too_, besides_, contact_, attends_, at_, definite_, happen_, another_, new_, earlier_, one_more_, before_too_;
};

}  // namespace kroniek
