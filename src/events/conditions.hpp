// What takes place only if something else does, or not before.
#pragma once

#include "find_events.hpp"

#include <array>

namespace kroniek {

class Conditions {
 public:
  // `story` must outlive it.
  explicit Conditions(const Story& story);

  // "als hij tekent", "zodra hij tekent"; but "zodra hij tekende" tells what happened
  bool is_condition(const Parse& parse, const Clause& clause) const;
  // "zolang er wordt gevochten": so it is, whatever depends on it
  bool lasts(const Parse& parse, const Clause& clause) const;
  // "bij een akkoord trekken zij zich terug": what the present tense tells of the case of a deal that there is not.
  bool in_case_of(const Parse& parse, const Clause& clause) const;
  // "als ..." over the clause, or hanging on it.
  bool conditional_above(const Parse& parse, std::uint32_t clause) const;
  // "komt pas nadat hij tekent", "stuurt pas na een akkoord troepen"
  bool not_before(const Parse& parse, const Clause& clause) const;
  // ... the thing before which it does not happen
  bool is_after(const Phrase& phrase) const;
  // "moet nog worden getekend": nobody asks for it; but "er moeten nog meer raketten worden geleverd"
  bool must_yet(const Parse& parse, const Clause& clause) const;
  // "voordat hij tekent", "eist garanties alvorens te tekenen"
  bool until(const Parse& parse, const Clause& clause) const;

 private:
  bool inverted_condition(const Parse& parse, const Clause& clause) const;
  bool is_moment(const Parse& parse, const Clause& clause) const;
  bool hedges(const Parse& parse, const Clause& clause) const;
  bool is_appointment(const Parse& parse, const Clause& clause) const;

  const Story& story_;
  const Lexicon& lexicon_;
  ClassId inverted_, whenever_, moment_, until_, not_before_, after_, once_, believes_, yet_, more_, as_long_, in_case_of_, deal_, ceasefire_;
  std::array<ClassId, 4> meets_;
};

}  // namespace kroniek
