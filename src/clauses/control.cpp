#include "control.hpp"

namespace kroniek {

namespace {

// "gaf X de opdracht om", "zette X onder druk om"; kNone: nothing of the kind.
std::uint32_t urging_word(const Lexicon& lexicon, const GrammarClasses& classes, const Parse& parse, const Clause& above) {
  for (const auto i : above.atoms) {
    if (is_of(lexicon, parse.atoms[i], classes.urging_word)) return i;
  }
  return kNone;
}

// "gaf X vijftig dagen om"
bool gives_lone_actor(const Lexicon& lexicon, const GrammarClasses& classes, const Parse& parse, const Clause& above) {
  return above.object != kNone && above.indirect == kNone && names_actor(parse, above.object) && lexicon.is_a(above.verb, classes.ditransitive);
}

}  // namespace

bool names_actor(const Parse& parse, std::uint32_t phrase) {
  const auto& p = parse.phrases[phrase];
  for (auto i = p.first; i < p.last; ++i) {
    if (parse.atoms[i].mention != kNone && parse.atoms[i].tag != Tag::adjective && parse.atoms[i].tag != Tag::determiner) return true;
  }
  return false;
}

std::uint32_t asked_to_act(const Lexicon& lexicon, const GrammarClasses& classes, const Parse& parse, const Clause& above, bool purpose) {
  const auto urging = urging_word(lexicon, classes, parse, above);
  // "verliet de VS om X te ontmoeten", "beloofde X te bellen": only who is asked, sent or forced acts himself.
  const bool others = purpose ? lexicon.is_a(above.verb, classes.object_control) || gives_lone_actor(lexicon, classes, parse, above) : !lexicon.is_a(above.verb, classes.subject_control);
  const bool presses = lexicon.is_a(above.verb, classes.presses);
  if (urging == kNone && !others && !presses) return kNone;
  for (const auto p : {above.object, above.indirect}) {
    if (p != kNone && names_actor(parse, p)) return p;
  }
  // "drong er bij X op aan te praten"
  for (const auto p : above.phrases) {
    const auto preposition = parse.phrases[p].preposition;
    if (presses && preposition != 0 && lexicon.in_class(preposition, classes.pressed_at) && names_actor(parse, p)) return p;
  }
  // "voert de druk op X op om"
  for (const auto p : above.phrases) {
    if (urging != kNone && parse.phrases[p].first == urging + 1 && parse.phrases[p].preposition != 0 && names_actor(parse, p)) return p;
  }
  return kNone;
}

std::uint32_t governing_noun(const Lexicon& lexicon, const GrammarClasses& classes, const Parse& parse, const Clause& infinitive, const Clause& above) {
  auto noun = kNone;
  for (const auto p : above.phrases) {
    if (parse.phrases[p].last == infinitive.atoms.front()) noun = p;
  }
  while (noun != kNone && !is_of(lexicon, parse.atoms[parse.phrases[noun].head], classes.control_noun)) noun = parse.phrases[noun].of;
  return noun;
}

void take_object_before(const Lexicon& lexicon, const GrammarClasses& classes, Parse& parse, Clause& infinitive) {
  auto& above = parse.clauses[infinitive.parent];
  const bool verb_last = above.kind == ClauseKind::complement || above.kind == ClauseKind::relative || above.kind == ClauseKind::adverbial || above.kind == ClauseKind::conditional;
  const auto first = infinitive.atoms.front();
  if (!verb_last || above.finite == kNone || above.finite + 1 != first || parse.atoms[first].tag != Tag::te || above.object == kNone || above.indirect != kNone) return;
  if (lexicon.is_a(above.verb, classes.object_control) || lexicon.is_a(above.verb, classes.ditransitive)) return;
  infinitive.object = above.object;
  above.object = kNone;
}

}  // namespace kroniek
