#include "modality.hpp"

namespace kroniek {

namespace {

const char* status_name(Modality modality) {
  switch (modality) {
    case Modality::negated:
    case Modality::refused: return "negated";
    case Modality::planned:
    case Modality::promised: return "planned";
    case Modality::demanded: return "demanded";
    case Modality::proposed: return "proposed";
    case Modality::conditional:
    case Modality::threatened: return "conditional";
    case Modality::unconfirmed: return "unconfirmed";
    case Modality::ordered:
    case Modality::attempted: return "planned";
    case Modality::none: break;
  }
  return "occurred";
}

}  // namespace

void set_modality(EventHit& hit, Modality modality) {
  hit.modality = modality;
  hit.status = status_name(modality);
}

void make_plan(EventHit& hit) { set_modality(hit, Modality::planned); }

bool is_act(const Story& story, const EventHit& hit) {
  return story.rules.types[hit.type].speech_act && (hit.modality == Modality::none || hit.modality == Modality::negated || hit.modality == Modality::refused);
}

}  // namespace kroniek
