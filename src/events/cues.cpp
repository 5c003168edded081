#include "cues.hpp"

namespace kroniek {

bool Cues::applies(const CueRule& cue, const Clause& c) const {
  if (cue.past_only && !c.past) return false;
  if (cue.present_only && (c.past || c.perfect)) return false;
  const bool perfect = c.verbs.size() > 1 && c.perfect;
  if (cue.with_perfect && (!perfect || (c.past && cue.scope == CueScope::noun))) return false;  // "had een top belegd": it may be over
  if (cue.without_perfect && perfect) return false;
  return true;
}

Modality Cues::by(const CueRule& cue) const {
  if (story_.trace != nullptr) story_.trace->cues.push_back(static_cast<std::uint32_t>(&cue - story_.rules.cues.data()));
  return cue.modality;
}

Modality Cues::governing(const Parse& parse, std::uint32_t c, CueScope scope, ClauseKind kind, bool asked) const {
  const auto& g = parse.clauses[c];
  for (const auto& cue : story_.rules.cues) {
    if (cue.scope != scope || !applies(cue, g) || (cue.complement_only && kind != ClauseKind::complement) || (cue.infinitive_only && kind != ClauseKind::infinitive)) continue;
    if (verb_in(lexicon_, g.verb, cue.cls)) return by(cue);
    if (scope != CueScope::below || asked) continue;  // "de vraag of hij gaat" demands nothing
    // "is bereid om", "was van plan"
    for (const auto i : g.atoms) {
      if (parse.atoms[i].tag != Tag::verb && is_of(lexicon_, parse.atoms[i], cue.cls)) return by(cue);
    }
  }
  return Modality::none;
}

// "na maanden van overleg": no form of "manen"
bool Cues::is_noun_of(const CueRule& cue, const Atom& head) const {
  return cue.scope == CueScope::noun && !is_of(lexicon_, head, calendar_) && holds_class(story_.known, head.first, head.last, cue.cls);
}

Modality Cues::of_noun(const Parse& parse, std::uint32_t phrase, bool proposed) const {
  const auto& head = parse.atoms[parse.phrases[phrase].head];
  for (const auto& cue : story_.rules.cues) {
    if ((proposed || cue.modality != Modality::proposed) && is_noun_of(cue, head)) return by(cue);
  }
  return Modality::none;
}

Modality Cues::of_head(const Parse& parse, std::uint32_t phrase) const { return of_noun(parse, phrase, true); }

Modality Cues::of_governor(const Parse& parse, const Clause& c) const {
  if (c.governor == kNone) return Modality::none;
  const auto& head = parse.atoms[parse.phrases[c.governor].head];
  if (c.kind == ClauseKind::infinitive && holds_class(story_.known, head.first, head.last, offer_)) return Modality::proposed;
  return of_noun(parse, c.governor, false);
}

}  // namespace kroniek
