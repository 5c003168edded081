#include "bare_dates.hpp"

#include "../time/resolve.hpp"
#include "modality.hpp"

namespace kroniek {

namespace {

constexpr Day kFarInYear = 240;  // so far off, one of the other year may be meant

}  // namespace

DateValue BareDates::turned(const EventHit& hit, std::uint32_t time, const Clause& clause, DateValue date) const {
  if (!published_) return date;
  const auto& found = story_.known.times[time];
  // "enkele dagen later schortte hij de hulp op": by the day of publication that has been.
  if (date.latest == kOpenFuture && date.earliest != kOpenPast && found.kind == TimeKind::anaphoric && (clause.past || clause.perfect) && date.earliest <= published_->latest) {
    date = between(date.earliest, published_->latest);
  }
  // A day of last year told in the past may be one of the next weeks: "kondigde een bestand aan, ingaand op 8 mei".
  if (auto next = of_other_year(found, date, Direction::forward, 60)) date = std::move(*next);
  // ... and of next year, what was to be done: "zou eind februari tekenen"
  if (auto last = clause.past && clause.future ? of_other_year(found, date, Direction::backward, 120) : std::nullopt) date = std::move(*last);
  if (auto ahead = laid_ahead(hit, found, clause, date)) date = std::move(*ahead);
  if (auto back = laid_back(hit, found, clause, date)) date = std::move(*back);
  return date;
}

// The date of the other year, if `date` lies far off on one side of the publication and that one `near` days off at most on
// the side `to`.
std::optional<DateValue> BareDates::of_other_year(const TimeHit& found, const DateValue& date, Direction to, Day near) const {
  if (!found.bare || date.is_open() || published_->is_open()) return std::nullopt;
  const bool forward = to == Direction::forward;
  const auto off = forward ? published_->latest - date.latest : date.earliest - published_->latest;
  if (off <= kFarInYear) return std::nullopt;
  auto other = story_.time_work.redirect(found, to);
  if (!other || (forward ? other->earliest - published_->latest : published_->earliest - other->latest) >= near) return std::nullopt;
  return other;
}

// "het gesprek dat voor vrijdag was gepland, gaat niet door": what is called off lay ahead.
bool BareDates::called_off(const EventHit& hit, const TimeHit& found) const {
  return hit.phrase != kNone && hit.modality == Modality::negated && found.bare && !clause_of(story_, hit).past;
}

std::optional<DateValue> BareDates::laid_ahead(const EventHit& hit, const TimeHit& found, const Clause& clause, const DateValue& date) const {
  const auto& parse = story_.parses[hit.sentence];
  const bool planned = times_.plans(parse, clause);
  // "nodigde X uit om dinsdag te komen", or of what is not said to have been done
  const bool meant = clause.kind == ClauseKind::infinitive && !planned;
  const bool to_be_done = found.bare && !clause.past && !clause.perfect && hit.modality == Modality::planned;
  if (!(planned || meant) || !(to_be_done || called_off(hit, found)) || date.latest >= published_->earliest) return std::nullopt;
  // ... and "vloog donderdag naar Oslo om vrijdag te praten": behind that Thursday
  const auto above = meant && clause.parent != kNone ? times_.of_verb(parse, clause.parent) : kNone;
  const auto& from = above != kNone ? *story_.known.times[above].expression.date : *published_;
  return from.is_open() ? std::nullopt : resolve_fields(found.fields, from, Direction::forward);
}

std::optional<DateValue> BareDates::laid_back(const EventHit& hit, const TimeHit& found, const Clause& clause, const DateValue& date) const {
  const auto& parse = story_.parses[hit.sentence];
  if (!found.bare || date.earliest <= published_->latest) return std::nullopt;
  if (called_off(hit, found) && (times_.plans(parse, clause) || found.direction == Direction::forward)) return std::nullopt;
  // "zou vrijdag gaan" looks ahead, if it does not go on with "maar bleef thuis".
  const bool to_come = hit.modality == Modality::planned || (hit.modality == Modality::unconfirmed && !clause.perfect);
  const bool ahead = clause.past && clause.future && to_come && !times_.contradicted(parse, clause);
  const bool since_then = times_.under_since(parse, hit.phrase);  // "voert sinds zijn gesprek vrijdag met X de druk op"
  const bool done = (clause.past && !ahead) || clause.perfect || (is_act(story_, hit) && !plans_.presents(hit)) || since_then;
  auto past = done ? resolve_fields(found.fields, *published_, Direction::backward) : std::nullopt;
  if (!past) return std::nullopt;
  // "kondigde een bestand aan, ingaand op 8 mei": a date of next month is not one of last year.
  const bool known = !since_then && found.fields.month != 0 && !date.is_open() && !published_->is_open() && !past->is_open();
  return known && date.earliest - published_->latest < (published_->latest - past->latest) / 3 ? std::nullopt : past;
}

}  // namespace kroniek
