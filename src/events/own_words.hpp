// What the words of its own clause and phrase say of an event: negation, auxiliaries, adverbs, adjectives.
#pragma once

#include "conditions.hpp"
#include "cues.hpp"
#include "to_come.hpp"

namespace kroniek {

class OwnWords {
 public:
  // What it is given must outlive it.
  OwnWords(const Story& story, const Cues& cues, const Conditions& conditions, const ToCome& to_come);

  // The auxiliaries, adverbs and negation of the clause `index`; `verbal`: its verb tells the event.
  void clause(const EventHit& hit, std::uint32_t index, bool verbal, Modality& modality, bool& negated) const;
  // A noun: the words in its phrase, the noun or verb that governs it.
  void noun(const EventHit& hit, Modality& modality, bool& negated) const;
  // "een gesprek is een stap vooruit": one that there may be, not one that there was.
  bool supposed(const EventHit& hit) const;
  // "na het gesprek wil hij": what the verb says does not touch the noun.
  bool adverbial(const EventHit& hit) const;
  // Whether a relative clause tells that the talks were held.
  bool held_below(const EventHit& hit) const;
  // "had moeten bellen", "had kunnen leveren": it did not come of it; "had niet mogen bellen": it did.
  bool unreal(const Parse& parse, const Clause& c) const;

 private:
  bool in_class(const Parse& parse, std::uint32_t atom, ClassId cls) const { return cls != 0 && is_of(lexicon_, parse.atoms[atom], cls); }
  bool touches_noun(const EventHit& hit, const Clause& c, const CueRule& cue) const;
  Modality as_named(const EventHit& hit) const;
  Modality as_content(const EventHit& hit) const;
  bool had_to(const EventHit& hit, std::uint32_t index) const;
  bool aside(const Parse& parse, const Clause& c, std::uint32_t phrase) const;
  bool is_lacking(const EventHit& hit) const;
  bool says_how(const Parse& parse, const Clause& c) const;
  bool day_to_come(const Parse& parse, std::uint32_t index) const;

  const Story& story_;
  const Lexicon& lexicon_;
  ClassId negative_, of_, happen_, adverbial_, origin_, against_, about_, without_, awaits_, awaited_, bent_on_, support_, under_way_, not_, degree_, contains_, entails_, weighs_, pends_, laid_down_, in_plan_, deal_, ready_, with_, lacking_, talks_;
  const Cues& cues_;
  const Conditions& conditions_;
  const ToCome& to_come_;
};

}  // namespace kroniek
