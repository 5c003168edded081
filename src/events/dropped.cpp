// Events that are told by others of their sentence, or only asked for.
#include "dropped.hpp"

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

}  // namespace

// "weigert te leveren": the refusal is found by its own verb and by what is refused.
void drop_converted_twins(std::vector<EventHit>& hits) {
  by_sentence(hits, [](std::span<EventHit> told) {
    for (auto& twin : told) {
      if (!twin.converted) continue;
      for (auto& hit : told) {
        if (&hit == &twin || hit.type != twin.type || hit.converted || hit.clause != twin.dated_clause) continue;
        for (auto& filler : twin.fillers) {
          const bool there = std::any_of(hit.fillers.begin(), hit.fillers.end(), [&](const Filler& f) { return f.who.id == filler.who.id; });
          if (!there) hit.fillers.push_back(filler);
        }
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
  // "beloofde de havens niet meer te beschieten": the attack that is forsworn has a role in the truce.
  const auto forswears = [&](const EventHit& promise, const EventHit& hit) {
    if (hit.modality != Modality::negated || hit.clause == promise.clause || hit.type == promise.type) return false;
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

// "stelde voor Peru te bezoeken": the visit that is proposed tells more than that something was.
void drop_vague_offers(const Story& story, std::vector<EventHit>& hits) {
  std::vector<bool> drop;
  by_sentence(hits, [&](std::span<const EventHit> told) {
    for (const auto& offer : told) {
      const auto tells = [&](const EventHit& hit) {
        const auto& clause = clause_of(story, hit);
        if (&hit == &offer || clause.parent != offer.clause || hit.modality != Modality::proposed) return false;
        return std::any_of(offer.fillers.begin(), offer.fillers.end(), [&](const Filler& filler) { return filler.role != 0 && clause.first <= filler.first && filler.first < clause.last; });
      };
      drop.push_back(story.rules.types[offer.type].speech_act && std::any_of(told.begin(), told.end(), tells));
    }
  });
  erase_marked(hits, drop);
}

// "Zij spreken elkaar maandag. Aanvankelijk stond dat gesprek voor zondag gepland."
void drop_superseded(const Story& story, std::vector<EventHit>& hits) {
  const auto at_first = story.known.lexicon.class_id("at_first");
  std::vector<bool> drop(hits.size(), false);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const auto& hit = hits[i];
    const auto& kin = story.rules.rules[hit.rule].refers_to;
    const auto& clause = clause_of(story, hit);
    if (hit.status != "planned" || !hit.definite || !(clause.past || clause.perfect) || !holds_word(story, hit, at_first)) continue;
    for (auto k = i; k-- > 0 && hits[k].sentence + 2 >= hit.sentence && !drop[i];) {
      drop[i] = hits[k].status == "planned" && !drop[k] && (hits[k].type == hit.type || std::find(kin.begin(), kin.end(), hits[k].type) != kin.end());
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
