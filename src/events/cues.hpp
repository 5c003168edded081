// What the cues of the rules say of an event: verbs and nouns that it stands under.
#pragma once

#include "find_events.hpp"

namespace kroniek {

class Cues {
 public:
  // `story` must outlive it.
  explicit Cues(const Story& story) : story_(story), lexicon_(story.known.lexicon), offer_(lexicon_.class_id("offer_noun")), calendar_(lexicon_.class_id("calendar_word")) {}

  // Whether the tense of the clause is one that the cue is for.
  bool applies(const CueRule& cue, const Clause& c) const;
  // What the cue says; the trace notes it.
  Modality by(const CueRule& cue) const;
  // What the main verb of a clause does to what it governs; `kind`: that of the clause below, if it is one; `asked`: it is
  // a question.
  Modality governing(const Parse& parse, std::uint32_t c, CueScope scope, ClauseKind kind = ClauseKind::fragment, bool asked = false) const;
  // Whether the cue speaks of what hangs on nouns, and the head is one of its nouns.
  bool is_noun_of(const CueRule& cue, const Atom& head) const;
  // What the head of a noun phrase says of what hangs on it: "de eis", "het voorstel".
  Modality of_head(const Parse& parse, std::uint32_t phrase) const;
  // What the noun does on which the clause hangs. A plan is one, whoever proposed it; an offer to do it is not.
  Modality of_governor(const Parse& parse, const Clause& c) const;

 private:
  Modality of_noun(const Parse& parse, std::uint32_t phrase, bool proposed) const;

  const Story& story_;
  const Lexicon& lexicon_;
  ClassId offer_;
  ClassId calendar_;
};

}  // namespace kroniek
