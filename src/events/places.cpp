#include "event_nouns.hpp"
#include "find_events.hpp"

#include <algorithm>

namespace kroniek {

namespace {

struct Named {
  std::int32_t place;  // as EventHit::place has it
  TokenId first, last;
};

// The place or country that a phrase names.
std::optional<Named> place_in(const Story& story, TokenId first, TokenId last, ClassId place, ClassId country) {
  const auto& lexicon = story.known.lexicon;
  std::optional<Named> found;
  const auto look = [&](FormId form, bool capital, TokenId begin, TokenId end) {
    for (const auto& reading : lexicon.readings(form)) {
      if ((reading.flags & kNeedsCapital) && !capital) continue;
      if (reading.flags & kGenitive) continue;
      if (lexicon.is_a(reading.lexeme, place)) {
        found = Named{lexicon.lexeme(reading.lexeme).value, begin, end};
        return;
      }
      if (lexicon.is_a(reading.lexeme, country)) found = Named{-2 - lexicon.lexeme(reading.lexeme).value, begin, end};
    }
  };
  for (auto t = first; t < last; ++t) {
    const auto& token = story.known.text.tokens[t];
    for (const auto& unit : story.known.text.units_at(t)) {
      if (unit.cls == 0 && unit.last <= last) look(unit.form, token.has(kCapital), t, unit.last);
    }
    if (token.form != 0) look(token.form, token.has(kCapital), t, t + 1);
  }
  return found;
}

// "de haven van Odesa": the end of the phrase that begins where this one ends.
TokenId behind(const Parse& parse, TokenId end) {
  for (const auto& phrase : parse.phrases) {
    if (phrase.preposition != 0 && parse.atoms[phrase.first].first == end) return parse.atoms[phrase.last - 1].last;
  }
  return end;
}

// "spraken over de oorlog in Oekraïne": where the war is that they talked of. Of a city it is hard to tell.
bool is_topic(const Parse& parse, const Lexicon& lexicon, const Phrase& phrase, ClassId about) {
  const auto* noun = &phrase;
  for (int depth = 0; depth < 6 && noun != nullptr; ++depth) {
    const auto before = std::find_if(parse.phrases.begin(), parse.phrases.end(), [&](const Phrase& p) { return p.last == noun->first; });
    noun = before == parse.phrases.end() || before->preposition == 0 ? nullptr : &*before;
    if (noun != nullptr && lexicon.in_class(noun->preposition, about)) return true;
  }
  return false;
}

}  // namespace

void set_places(const Story& story, std::vector<EventHit>& hits) {
  const auto& lexicon = story.known.lexicon;
  const auto locative = lexicon.class_id("locative"), place = lexicon.class_id("place"), country = lexicon.class_id("country"), about = lexicon.class_id("about"), direction = lexicon.class_id("direction"), after = lexicon.class_id("after_event"), home = lexicon.class_id("home_preposition"), company = lexicon.class_id("company");
  const auto at_war = [&](const std::optional<Named>& named) { return named && named->place <= -2 && story.gazetteer.actors[static_cast<std::size_t>(-2 - named->place)].at_war != kNoActor; };
  for (auto& hit : hits) {
    const auto& parse = story.parses[hit.sentence];
    const auto take = [&](const std::optional<Named>& found) {
      if (!found) return;
      hit.place = found->place;
      hit.place_first = found->first;
      hit.place_last = found->last;
    };
    // What a rule binds as the place of its event counts first.
    for (const auto& filler : hit.fillers) {
      const auto& role = story.rules.roles[filler.role];
      // "Rusland bombardeerde de haven": who does it is not where it is done.
      const auto acts = [&](const Filler& other) { return other.role == 0 && other.part == Part::initiator && other.first < filler.last && filler.first < other.last; };
      if (role == "target" && std::any_of(hit.fillers.begin(), hit.fillers.end(), acts)) continue;
      if (hit.place == -1 && filler.who.id.empty() && (role == "target" || role == "destination" || role == "land" || role == "place")) {
        take(place_in(story, filler.first, behind(parse, filler.last), place, country));
      }
    }
    // "de top die donderdag in Oslo begint"
    std::uint32_t told_until = 0;  // atoms before it tell where it was said
    const bool told_below = hit.phrase != kNone && parse.clauses[hit.dated_clause].antecedent == hit.phrase;
    for (auto c = told_below ? hit.dated_clause : hit.clause; c != kNone && hit.place == -1; c = parse.clauses[c].parent) {
      for (const auto p : parse.clauses[c].phrases) {
        const auto& phrase = parse.phrases[p];
        if (phrase.preposition == 0 || phrase.first < told_until || !lexicon.in_class(phrase.preposition, locative)) continue;
        // "vloog na het gesprek naar Parijs": that is where the journey goes.
        if (stands_behind(story, hit, after) && phrase.of != hit.phrase && lexicon.in_class(phrase.preposition, direction)) continue;
        // "na de aanval op Soemy beloofde hij steun": the place of the attack alone.
        if (phrase.of != kNone && phrase.of != hit.phrase && names_other_event(story, parse, phrase.of, hit.type)) continue;
        // "overlegde met collega's uit Noorwegen": where they come from
        if (is_talks(story, hit) && phrase.of != kNone && lexicon.in_class(phrase.preposition, home) && phrase_holds(story.known, parse, phrase.of, company)) continue;
        const auto named = place_in(story, parse.atoms[phrase.first].first, parse.atoms[phrase.last - 1].last, place, country);
        if (at_war(named) && is_talks(story, hit) && is_topic(parse, lexicon, phrase, about)) continue;
        take(named);
        if (hit.place != -1) break;
      }
      // "Terwijl X bijeenkwam, ging in Oslo de telefoon": elsewhere
      const auto& clause = parse.clauses[c];
      if (clause.kind == ClauseKind::main || clause.kind == ClauseKind::adverbial) break;
      // "zei in Oslo dat er troepen komen": there it was said; but "zei dat hij X ontmoet, wellicht in Oslo"
      const bool told = said_by(story.known, story.classes, parse, clause) != kNone;
      if (told && !clause.atoms.empty() && !story.rules.types[hit.type].speech_act) told_until = std::max(told_until, clause.atoms.back());
    }
  }
}

}  // namespace kroniek
