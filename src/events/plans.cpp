#include "plans.hpp"

#include <algorithm>

namespace kroniek {

namespace {

// "ontvangt vandaag": talks and visits of the day are still to come.
bool meets_today(const Story& story, const DateValue& published, const EventHit& hit) {
  return story.rules.types[hit.type].plover == kTalks && hit.phrase == kNone && hit.date.is_day() && published == hit.date;
}

bool still_to_come(const Story& story, const EventHit& hit) {
  const auto cls = story.known.lexicon.class_id("still_to_come");
  const auto& parse = story.parses[hit.sentence];
  const auto& atoms = clause_of(story, hit).atoms;
  return std::any_of(atoms.begin(), atoms.end(), [&](std::uint32_t i) { return parse.atoms[i].form != 0 && story.known.lexicon.in_class(parse.atoms[i].form, cls).has_value(); });
}

// A span that is not over: "komen de komende dagen bijeen", "ontvangt deze week", "levert dit jaar nog".
bool goes_beyond(const Story& story, const DateValue& published, const EventHit& hit) {
  if (hit.date.latest <= published.latest) return false;
  const auto kind = story.known.times[hit.time].kind;
  const bool current = !is_act(story, hit) && kind == TimeKind::point && hit.date.one_of.empty() && hit.date.earliest <= published.latest && hit.date.latest > hit.date.earliest;
  return kind == TimeKind::duration || current || still_to_come(story, hit);
}

bool is_tonight(const Story& story, const DateValue& published, const EventHit& hit) {
  const auto& found = story.known.times[hit.time];
  return hit.date.latest == published.latest && found.kind != TimeKind::interval && (found.expression.value.ends_with("TEV") || found.expression.value.ends_with("TNI"));
}

void plan(EventHit& hit) {
  hit.modality = Modality::planned;
  hit.status = "planned";
}

}  // namespace

bool is_act(const Story& story, const EventHit& hit) {
  return story.rules.types[hit.type].speech_act && (hit.modality == Modality::none || hit.modality == Modality::negated || hit.modality == Modality::refused);
}

void adjust_for_plans(const Story& story, const DateValue& published, EventHit& hit) {
  // "moeten eind dit jaar aankomen"
  if (hit.must && hit.modality == Modality::demanded && hit.time != kNone && !hit.carried && hit.date.latest > published.latest) plan(hit);
  if (hit.status != "occurred" || hit.date.edtf.empty()) return;
  const auto& clause = clause_of(story, hit);
  const bool ahead = hit.date.earliest > published.latest && hit.date.earliest != kOpenPast;
  const bool own_present = hit.time != kNone && !hit.carried && !clause.past && !clause.perfect;
  if (ahead || (own_present && (goes_beyond(story, published, hit) || is_tonight(story, published, hit) || meets_today(story, published, hit)))) plan(hit);
}

}  // namespace kroniek
