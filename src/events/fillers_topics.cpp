// What is only talked of or guarded against; its place and its people are not those of the talks.
#include "../clauses/agreement.hpp"
#include "event_nouns.hpp"
#include "fillers.hpp"

#include <algorithm>

namespace kroniek {

// "bespraken een ruil", "de ruil werd besproken"
bool RoleFiller::is_discussed(std::uint32_t c, std::uint32_t p) const {
  return parse_.phrases[p].preposition == 0 && verb_in(lexicon_, parse_.clauses[c].verb, classes_.discuss) && p == deep_object(known_, story_.classes, parse_, c);
}

bool RoleFiller::is_topic(std::uint32_t c, std::uint32_t p) const {
  // "over een bestand, de ruil van gevangenen en troepen": each of them is one.
  for (int depth = 0; depth < 4 && parse_.phrases[p].preposition == 0 && parse_.phrases[p].first > 1; ++depth) {
    if (is_discussed(c, p)) return true;
    const auto joint = parse_.phrases[p].first - 1;
    if (parse_.atoms[joint].tag != Tag::comma && parse_.atoms[joint].tag != Tag::coordinator) return false;
    const auto& phrases = parse_.clauses[c].phrases;
    const auto before = std::find_if(phrases.begin(), phrases.end(), [&](std::uint32_t other) { return parse_.phrases[other].last == joint; });
    if (before == phrases.end()) return false;
    p = *before;
    for (int up = 0; up < 6 && parse_.phrases[p].of != kNone && !lexicon_.in_class(parse_.phrases[p].preposition, classes_.about); ++up) p = parse_.phrases[p].of;
  }
  const auto& phrase = parse_.phrases[p];
  if (is_discussed(c, p)) return true;
  if (phrase.preposition == 0 || !lexicon_.in_class(phrase.preposition, classes_.about)) return false;
  const bool talked = verb_in(lexicon_, parse_.clauses[c].verb, classes_.talk_verb) || verb_in(lexicon_, parse_.clauses[c].verb, classes_.call_verb);
  if (phrase.of == kNone) return talked;
  const auto& head = parse_.atoms[parse_.phrases[phrase.of].head];
  if (talked && head.tag == Tag::name) return true;  // "praten in Londen over een bestand"
  return holds_class(known_, head.first, head.last, classes_.talk);
}

// "drones om zich te verweren tegen aanvallen", "de bescherming tegen een aanval": of none that was.
bool RoleFiller::is_guarded_against(std::uint32_t c, std::uint32_t p) const {
  const auto& phrase = parse_.phrases[p];
  const auto& clause = parse_.clauses[c];
  if (phrase.preposition == 0 || !clause.times.empty() || !lexicon_.in_class(phrase.preposition, classes_.against)) return false;
  if (phrase.of != kNone && is_of(lexicon_, parse_.atoms[parse_.phrases[phrase.of].head], classes_.guards)) return true;
  return verb_in(lexicon_, clause.verb, classes_.guards) && (clause.kind == ClauseKind::infinitive || is_plural(known_, parse_, p));
}

// "belde over de levering van tanks aan Peru": that is where the tanks go.
bool RoleFiller::goes_to_topic(std::uint32_t p) const { return lexicon_.in_class(parse_.phrases[p].preposition, classes_.to) && below_topic(p); }

// "spreken over de uitbreiding van het bestand naar de havens in Oslo", "over de oorlog in Peru": where the talks are is not told; but
// "spraken over een bestand in Oslo".
bool RoleFiller::place_of_topic(std::uint32_t p) const {
  const auto& phrase = parse_.phrases[p];
  if (!lexicon_.in_class(phrase.preposition, classes_.locative) || phrase.of == kNone) return false;
  return below_topic(phrase.of) || (below_topic(p) && phrase_holds(known_, parse_, p, classes_.country));
}

// Whether the phrase hangs on one of what is talked about.
bool RoleFiller::below_topic(std::uint32_t p) const {
  for (auto above = parse_.phrases[p].of; above != kNone; above = parse_.phrases[above].of) {
    if (parse_.phrases[above].preposition != 0 && lexicon_.in_class(parse_.phrases[above].preposition, classes_.about)) return true;
  }
  return false;
}

// "sprak met X over de ontmoeting met Y": Y with somebody else, whenever that is.
bool RoleFiller::is_own_topic(const EventHit& noun, const EventHit& verb) const {
  return verb.phrase == kNone && noun.phrase != kNone && is_talks(story_, noun) && people(verb) > 1 && is_topic(noun.clause, noun.phrase);
}

// "overleg over het plan tussen X en Y": the plan is between them; so is a truce, where others are said to talk of it.
bool RoleFiller::of_its_topic(const EventHit& hit, std::uint32_t p) const {
  const auto of = parse_.phrases[p].of;
  if (of == kNone || of == hit.phrase || !hangs_on(parse_, of, hit.phrase)) return false;
  const auto& topic = parse_.phrases[of];
  if (topic.preposition == 0 || !lexicon_.in_class(topic.preposition, classes_.about)) return false;
  return people(hit) > 0 || had_by_subject(hit) || holds_class(known_, parse_.atoms[topic.head].first, parse_.atoms[topic.head].last, classes_.proposal);
}

}  // namespace kroniek
