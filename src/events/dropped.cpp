// Events that are told by others of their sentence, or only asked for.
#include "dropped.hpp"

#include "conditions.hpp"

#include <algorithm>
#include <span>

namespace kroniek {

namespace {

// The hits of one sentence stand together; each run is given to `each` as [first, last).
template <class Each>
void by_sentence(std::vector<EventHit>& hits, Each each) {
  for (auto first = hits.begin(); first != hits.end();) {
    const auto last = std::find_if(first, hits.end(), [&](const EventHit& hit) { return hit.sentence != first->sentence; });
    each(std::span<EventHit>(first, last));
    first = last;
  }
}

void erase_marked(std::vector<EventHit>& hits, const std::vector<bool>& drop) {
  std::size_t at = 0;
  std::erase_if(hits, [&](const EventHit&) { return drop[at++]; });
}

void take_over_people(EventHit& hit, const EventHit& from) {
  for (const auto& filler : from.fillers) {
    if (filler.role == 0 && !holds_actor(hit.fillers, filler.who)) hit.fillers.push_back(filler);
  }
}

}  // namespace

// "weigert te leveren": the refusal is found by its own verb and by what is refused.
void drop_converted_twins(std::vector<EventHit>& hits) {
  by_sentence(hits, [](std::span<EventHit> told) {
    for (auto& twin : told) {
      if (!twin.converted) continue;
      for (auto& hit : told) {
        if (&hit == &twin || hit.type != twin.type || hit.converted || (hit.clause != twin.dated_clause && hit.trigger != twin.trigger)) continue;
        take_over_people(hit, twin);
        hit.last = std::max(hit.last, twin.last);
        twin.clause = kNone;
        break;
      }
    }
  });
  std::erase_if(hits, [](const EventHit& hit) { return hit.clause == kNone; });
}

// "bood aan het bestand te verlengen", "maakt geld vrij voor de levering van": the offer tells of what is offered,
// which is no event beside it.
void drop_what_is_offered(const Story& story, std::vector<EventHit>& hits) {
  const auto offers = [&](const EventHit& offer, const EventHit& hit) {
    const auto& under = story.rules.types[hit.type].under;
    const bool below = clause_of(story, hit).parent == offer.clause || (hit.clause == offer.clause && hit.phrase != kNone);
    return below && hit.type != offer.type && std::any_of(under.begin(), under.end(), [&](const auto& becomes) { return becomes.second == offer.type; });
  };
  // "beloofde de havens niet meer te beschieten": the attack that is forsworn has a role in the truce; "ging akkoord met het
  // idee de havens te ontzien": the truce that is agreed to is the one.
  const auto forswears = [&](const EventHit& promise, const EventHit& hit) {
    if (hit.clause == promise.clause || (hit.modality == Modality::negated) == (hit.type == promise.type)) return false;
    if (hit.type == promise.type && clause_of(story, hit).parent != promise.clause) return false;
    const auto trigger = story.parses[hit.sentence].atoms[hit.trigger].first;
    return std::any_of(promise.fillers.begin(), promise.fillers.end(), [&](const Filler& filler) { return filler.role != 0 && filler.first <= trigger && trigger < filler.last; });
  };
  std::vector<bool> drop;
  by_sentence(hits, [&](std::span<const EventHit> told) {
    for (const auto& hit : told) {
      const auto kind = clause_of(story, hit).kind;
      const bool content = kind == ClauseKind::infinitive || kind == ClauseKind::complement || hit.phrase != kNone;
      drop.push_back(content && std::any_of(told.begin(), told.end(), [&](const EventHit& other) { return offers(other, hit) || forswears(other, hit); }));
    }
  });
  erase_marked(hits, drop);
}

// "stelde voor Peru te bezoeken": the visit that is proposed tells more than that something was; so does "deed X het voorstel
// de wapens neer te leggen".
void drop_vague_offers(const Story& story, std::vector<EventHit>& hits) {
  std::vector<bool> drop;
  by_sentence(hits, [&](std::span<EventHit> told) {
    for (const auto& offer : told) {
      const auto said_by = [&](EventHit& hit) {
        const auto& clause = clause_of(story, hit);
        if (&hit == &offer || !hit.converted || hit.type == offer.type || clause.kind != ClauseKind::infinitive || clause.parent != offer.clause || hit.dated_clause != offer.clause) return false;
        // "weigert een bestand, ondanks Y's wens om de gevechten te stoppen": the wish is another thing
        const auto offered = [&](const Filler& filler) {
          const auto& parse = story.parses[hit.sentence];
          const auto& noun = parse.phrases[clause.governor];
          return filler.role != 0 && parse.atoms[noun.first].first <= filler.first && filler.first < parse.atoms[noun.last - 1].last;
        };
        const bool said = clause.governor == kNone || std::any_of(offer.fillers.begin(), offer.fillers.end(), offered);
        if (said) take_over_people(hit, offer);
        return said;
      };
      const auto tells = [&](EventHit& hit) {
        if (said_by(hit)) return true;
        const auto& clause = clause_of(story, hit);
        if (&hit == &offer || clause.parent != offer.clause || hit.modality != Modality::proposed) return false;
        return std::any_of(offer.fillers.begin(), offer.fillers.end(), [&](const Filler& filler) { return filler.role != 0 && clause.first <= filler.first && filler.first < clause.last; });
      };
      drop.push_back(story.rules.types[offer.type].speech_act && std::any_of(told.begin(), told.end(), tells));
    }
  });
  erase_marked(hits, drop);
}

namespace {

bool all_take_part(const EventHit& some, const EventHit& whole) {
  return std::all_of(some.fillers.begin(), some.fillers.end(), [&](const Filler& filler) { return filler.role != 0 || takes_part(whole, filler.who); });
}

}  // namespace

// "vliegt naar Riyad voor overleg met X", "belden om de oorlog te bespreken": a journey or a call and its talks are two only
// where each is told for itself.
void drop_talks_twice_told(const Story& story, std::vector<EventHit>& hits) {
  const auto& lexicon = story.known.lexicon;
  const auto purpose = lexicon.class_id("for"), opener = lexicon.class_id("purpose_opener"), travels = lexicon.class_id("visit_verb");
  const auto consults = [&](const EventHit& hit) { return is_talks(story, hit); };
  const auto by_verb = [](const EventHit& hit) { return hit.phrase == kNone; };
  const auto by_travel = [&](const EventHit& hit) { return by_verb(hit) && verb_in(lexicon, clause_of(story, hit).verb, travels); };
  // Whether `noun` is what the verb of `hit` is for.
  const auto serves = [&](const EventHit& hit, const EventHit& noun) {
    if (by_verb(noun) || !by_verb(hit) || hit.clause != noun.clause || hit.status != noun.status || !consults(noun)) return false;
    return stands_behind(story, noun, purpose) && all_take_part(hit, noun);
  };
  const auto meant_by = [&](const EventHit& talks, const EventHit& hit) {
    const auto& parse = story.parses[talks.sentence];
    const auto& clause = parse.clauses[talks.clause];
    if (!by_verb(talks) || clause.kind != ClauseKind::infinitive || clause.opener == kNone || !is_of(lexicon, parse.atoms[clause.opener], opener)) return false;
    return clause.parent == hit.clause && by_verb(hit) && consults(hit) && hit.type != talks.type && !by_travel(hit) && clause.times.empty() && all_take_part(talks, hit);
  };
  // "vliegt naar Oslo voor overleg": with whom is not said, so that the journey tells more.
  const auto tells_less = [&](const EventHit& hit, const EventHit& journey) {
    return !by_verb(hit) && by_travel(journey) && hit.clause == journey.clause && hit.status == journey.status && !hit.definite && stands_behind(story, hit, purpose) && std::none_of(hit.fillers.begin(), hit.fillers.end(), is_participant);
  };
  std::vector<bool> drop;
  by_sentence(hits, [&](std::span<const EventHit> told) {
    for (const auto& hit : told) {
      drop.push_back(consults(hit) && std::any_of(told.begin(), told.end(), [&](const EventHit& other) { return (by_travel(hit) && serves(hit, other)) || meant_by(hit, other) || tells_less(hit, other); }));
    }
  });
  erase_marked(hits, drop);
}

// "X belde met Y. ‘We hebben een goed gesprek gehad’, zei hij": no more talks than those.
void drop_talks_judged(const Story& story, std::vector<EventHit>& hits) {
  constexpr std::uint32_t kNear = 3;  // sentences
  const auto& lexicon = story.known.lexicon;
  const auto we = lexicon.class_id("first_person"), our = lexicon.class_id("first_person_own");
  const auto consults = [&](const EventHit& hit) { return is_talks(story, hit) && hit.status == "occurred"; };
  std::vector<bool> drop;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const auto& hit = hits[i];
    const auto own = [&](const Filler& filler) { return filler.role != 0 || filler.who.id.empty() || holds_class(story.known, filler.first, filler.last, we) || holds_class(story.known, filler.first, filler.last, our); };
    const bool judged = hit.phrase != kNone && consults(hit) && clause_of(story, hit).times.empty() && (holds_word(story, hit, we) || phrase_holds(story.known, story.parses[hit.sentence], hit.phrase, our)) && std::all_of(hit.fillers.begin(), hit.fillers.end(), own);
    bool told = false;
    const auto& clause = clause_of(story, hit);
    const bool open = !clause.past && !clause.perfect;  // "mijn gesprek verloopt goed": it may be one that was planned
    for (auto k = i; judged && !told && k-- > 0 && hits[k].sentence + kNear >= hit.sentence;) told = (consults(hits[k]) || (open && is_talks(story, hits[k]) && hits[k].status == "planned")) && !drop[k];
    for (auto k = i + 1; judged && !told && k < hits.size() && hits[k].sentence == hit.sentence; ++k) told = consults(hits[k]);
    drop.push_back(told);
  }
  erase_marked(hits, drop);
}

// "reist regelmatig naar Oslo", "vergaderden doorgaans met X": no one of them is told.
void drop_habits(const Story& story, std::vector<EventHit>& hits) {
  const auto& lexicon = story.known.lexicon;
  const auto usually = lexicon.class_id("usually"), often = lexicon.class_id("often_word");
  std::erase_if(hits, [&](const EventHit& hit) {
    const auto& clause = clause_of(story, hit);
    if (!is_talks(story, hit) || (hit.phrase != kNone && hit.phrase != clause.subject) || clause.finite == kNone) return false;
    const auto& parse = story.parses[hit.sentence];
    const auto time = [&](std::uint32_t i) -> const TimeHit& { return story.known.times[parse.atoms[i].time]; };
    if (std::any_of(clause.times.begin(), clause.times.end(), [&](std::uint32_t i) { return time(i).expression.date.has_value(); })) return false;
    const bool again = std::any_of(clause.times.begin(), clause.times.end(), [&](std::uint32_t i) { return time(i).kind == TimeKind::set; });
    if (again && hit.status == "occurred") return true;  // "spreekt elke week met X", "de gesprekken gaan dagelijks door"
    if (hit.phrase != kNone) return false;
    return holds_word(story, hit, usually) || (!clause.past && !clause.perfect && !clause.future && hit.status != "demanded" && holds_word(story, hit, often));
  });
}

// "de wet bepaalt dat troepen worden ingezet": in every such case; "oefende met een aanval op de haven": in none.
void drop_unreal(const Story& story, std::vector<EventHit>& hits) {
  const auto& lexicon = story.known.lexicon;
  const auto rule = lexicon.class_id("standing_rule"), rehearses = lexicon.class_id("rehearses"), source = lexicon.class_id("source_preposition");
  const auto is_rule = [&](const Parse& parse, std::uint32_t p) { return p != kNone && phrase_holds(story.known, parse, p, rule); };
  std::erase_if(hits, [&](const EventHit& hit) {
    const auto& parse = story.parses[hit.sentence];
    for (auto c = hit.clause; c != kNone; c = parse.clauses[c].parent) {
      const auto& clause = parse.clauses[c];
      const auto said_by_rule = [&](std::uint32_t p) { return parse.phrases[p].preposition != 0 && lexicon.in_class(parse.phrases[p].preposition, source) && is_rule(parse, p); };
      if (c != hit.clause || hit.phrase != kNone) {
        if (verb_in(lexicon, clause.verb, rehearses)) return true;
        const bool always = !clause.past && !clause.perfect && clause.times.empty();
        if (always && (is_rule(parse, clause.subject) || std::any_of(clause.phrases.begin(), clause.phrases.end(), said_by_rule))) return true;
      }
      if (clause.kind != ClauseKind::complement && clause.kind != ClauseKind::infinitive) break;
    }
    return false;
  });
}

namespace {

// The clause that the event's own hangs on, if that is of the kind; nullptr if not.
const Clause* upper_of(const Story& story, const EventHit& hit, ClauseKind kind) {
  const auto& clause = clause_of(story, hit);
  return clause.kind == kind && clause.parent != kNone ? &story.parses[hit.sentence].clauses[clause.parent] : nullptr;
}

}  // namespace

// "kan doelen tot 900 kilometer raken", "is in staat de stad te beschieten"; but "kan vannacht aanvallen", "als X, kan Y aanvallen"
void drop_abilities(const Story& story, std::vector<EventHit>& hits) {
  const auto& lexicon = story.known.lexicon;
  const auto can = lexicon.class_id("aux_can"), able = lexicon.class_id("able_word");
  const Conditions conditions(story);
  std::erase_if(hits, [&](const EventHit& hit) {
    if (!story.rules.types[hit.type].deed || hit.phrase != kNone) return false;
    const auto& parse = story.parses[hit.sentence];
    const auto& clause = parse.clauses[hit.clause];
    if (clause.past || clause.perfect || clause.negated || !clause.times.empty() || conditions.conditional_above(parse, hit.clause)) return false;
    if (hit.modality == Modality::conditional && clause.finite != kNone && verb_in(lexicon, parse.atoms[clause.finite].verb, can)) return true;
    const auto* upper = upper_of(story, hit, ClauseKind::infinitive);
    return upper != nullptr && !upper->past && std::any_of(upper->atoms.begin(), upper->atoms.end(), [&](std::uint32_t i) { return is_of(lexicon, parse.atoms[i], able); });
  });
}

// "moet voorkomen dat Peru aanvalt", "om ervoor te zorgen dat Peru niet aanvalt"; but "voorkwam dat Peru aanviel"
void drop_prevented(const Story& story, std::vector<EventHit>& hits) {
  const auto& lexicon = story.known.lexicon;
  const auto prevents = lexicon.class_id("prevent_cue");
  std::erase_if(hits, [&](const EventHit& hit) {
    if (hit.status != "negated" || !story.rules.types[hit.type].deed || hit.phrase != kNone || !clause_of(story, hit).times.empty()) return false;
    const auto* upper = upper_of(story, hit, ClauseKind::complement);
    return upper != nullptr && !upper->past && !upper->perfect && (upper->kind == ClauseKind::infinitive || verb_in(lexicon, upper->verb, prevents));
  });
}

// "een bestand is makkelijk in te stellen", "de aanvallen zijn niet te stoppen", "het is moeilijk om een bestand te bereiken"
void drop_easy_or_hard(const Story& story, std::vector<EventHit>& hits) {
  const auto& lexicon = story.known.lexicon;
  const auto ease = lexicon.class_id("ease_word");
  std::erase_if(hits, [&](const EventHit& hit) {
    const auto* upper = upper_of(story, hit, ClauseKind::infinitive);
    if (upper == nullptr) return false;
    const auto& parse = story.parses[hit.sentence];
    const auto& clause = parse.clauses[hit.clause];
    const auto judges = [&](std::uint32_t i) { return is_of(lexicon, parse.atoms[i], ease); };
    const auto te = std::find_if(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) { return parse.atoms[i].tag == Tag::te; });
    if (te == clause.atoms.end()) return false;
    auto before = *te;
    while (before > 0 && (parse.atoms[before - 1].tag == Tag::preposition || parse.atoms[before - 1].tag == Tag::adverb)) --before;  // "in te stellen"
    if (before > 0 && judges(before - 1)) return true;
    if (!is_link(lexicon, story.classes, upper->verb) || upper->past) return false;
    return (*te > 0 && parse.atoms[*te - 1].tag == Tag::negation) || std::any_of(upper->atoms.begin(), upper->atoms.end(), judges);
  });
}

// "Zij spreken elkaar maandag. Aanvankelijk stond dat gesprek voor zondag gepland."
void drop_superseded(const Story& story, std::vector<EventHit>& hits) {
  const auto at_first = story.known.lexicon.class_id("at_first");
  std::vector<bool> drop(hits.size(), false);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const auto& hit = hits[i];
    const auto& clause = clause_of(story, hit);
    if (hit.status != "planned" || !hit.definite || !(clause.past || clause.perfect) || !holds_word(story, hit, at_first)) continue;
    for (auto k = i; k-- > 0 && hits[k].sentence + 2 >= hit.sentence && !drop[i];) {
      drop[i] = hits[k].status == "planned" && !drop[k] && (hits[k].type == hit.type || may_refer_to(story, hit, hits[k].type));
    }
  }
  erase_marked(hits, drop);
}

// "Zal hij tekenen?": what is asked has not been told.
void drop_questions(const Story& story, std::vector<EventHit>& hits) {
  std::erase_if(hits, [&](const EventHit& hit) {
    const auto& atoms = story.parses[hit.sentence].atoms;
    const auto& clause = clause_of(story, hit);
    if (hit.phrase != kNone || atoms.empty() || clause.past || clause.perfect) return false;
    const auto last = std::find_if(atoms.rbegin(), atoms.rend(), [](const Atom& atom) { return atom.tag != Tag::quote; });
    return last != atoms.rend() && story.known.text.word(last->first) == "?";
  });
}

}  // namespace kroniek
