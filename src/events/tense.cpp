#include "tense.hpp"

#include "modality.hpp"
#include "to_come.hpp"
#include "would.hpp"

#include <algorithm>

namespace kroniek {

void TenseDates::set(EventHit& hit, const std::optional<DateValue>& told_on, bool by_hour) const {
  const auto date = [&](DateValue value, const char* basis) {
    hit.date = std::move(value);
    hit.date_basis = basis;
  };
  if (!told_on) return date({}, "no publication date");
  const auto& c = clause(hit);
  // "zit sinds 15.00 uur aan de telefoon": an hour without a day is one of today.
  if (!c.past && !told_on->is_open() && names_hour(hit)) return date(*told_on, "an hour of the day of publication");
  const bool ahead = still_to_come(hit);
  if (!ahead && !told_on->is_open() && of_today(hit)) return date(*told_on, "of the day of publication");
  const bool news = c.kind != ClauseKind::complement && c.kind != ClauseKind::relative && !(c.past && c.perfect);  // not "had gevraagd"
  if (!ahead && news && by_hour && told_on->is_day()) return date(*told_on, "no date; told by the hour on the day of publication");
  // A month keeps its name in "2025-03/..", which an interval or a set of days cannot.
  const bool named = told_on->edtf.find_first_of("/[") == std::string::npos;
  if (ahead) {
    auto after = between(told_on->earliest, kOpenFuture);
    if (named) after.edtf = told_on->edtf + "/..";
    date(std::move(after), "no date; still to come when published");
  } else if (!told_on->is_open() && goes_on(hit)) {
    date(*told_on, "no date; told in the present tense");
  } else if (const auto day = day_of_report(hit, *told_on)) {
    date(between(kOpenPast, *day), "no date; before it was reported");
  } else {
    auto before = between(kOpenPast, told_on->latest);
    if (named) before.edtf = "../" + told_on->edtf;
    date(std::move(before), "no date; before publication");
  }
}

// "is in X op bezoek", "er wordt gevochten", "Peru levert X tanks": so it is on the day on which it is told. What a
// dependent clause or a noun tells of ("na een gesprek") may be of before, and so is what a headline tells.
bool TenseDates::goes_on(const EventHit& hit) const {
  const auto& c = clause(hit);
  // "zouden zich inmiddels terugtrekken"
  if (hit.modality == Modality::unconfirmed && says_would(story_, hit)) return true;
  if (c.finite == kNone || c.past || (hit.phrase != kNone && story_.parses[hit.sentence].phrases[hit.phrase].preposition != 0)) return false;
  // "zijn nu omsingeld", "is zojuist geland"; but "is nog steeds niet geland"
  if (holds_word(story_, hit, now_) && !(c.perfect && c.negated)) return true;
  if (story_.rules.types[hit.type].frequent && holds_word(story_, hit, repeatedly_)) return false;  // "wordt vaak beschoten"
  // "Er vindt een ontmoeting plaats"
  const auto& type = story_.rules.types[hit.type];
  const bool happens = hit.phrase != kNone && hit.phrase == c.subject && (type.plover == kTalks || type.frequent) && verb_in(story_.known.lexicon, c.verb, happen_) && !verb_in(story_.known.lexicon, c.verb, story_.classes.copula);
  if ((hit.phrase != kNone && !happens) || c.perfect) return false;
  const bool state = hit.modality == Modality::none && verb_in(story_.known.lexicon, c.verb, story_.classes.copula);
  // "is akkoord" came of what was done before, "is in Oslo" is so now
  if (state) return !story_.rules.types[hit.type].announced;
  const bool lasts = opened_by(story_.known.lexicon, story_.parses[hit.sentence], c, as_long_);  // "zolang het Westen wapens levert"
  return lasts || (c.kind == ClauseKind::main && !in_heading(story_, hit));
}

// "spraken elkaar eerder op de dag", where no day was told
bool TenseDates::of_today(const EventHit& hit) const {
  const auto& times = clause(hit).times;
  return std::any_of(times.begin(), times.end(), [&](std::uint32_t i) {
    const auto& found = story_.known.times[story_.parses[hit.sentence].atoms[i].time];
    return found.kind == TimeKind::anaphoric && !found.expression.date && found.anchor < 0 && found.grain <= Grain::day && found.expression.value == "XXXX-XX-XX";
  });
}

bool TenseDates::names_hour(const EventHit& hit) const {
  const auto& times = clause(hit).times;
  return std::any_of(times.begin(), times.end(), [&](std::uint32_t i) { return story_.known.times[story_.parses[hit.sentence].atoms[i].time].kind == TimeKind::clock; });
}

bool TenseDates::still_to_come(const EventHit& hit) const {
  const auto& c = clause(hit);
  // "de reis is afgeblazen": what is called off was still to come.
  if (hit.modality == Modality::negated && hit.phrase != kNone && verb_in(story_.known.lexicon, c.verb, cancel_)) return true;
  if (is_act(story_, hit)) return false;
  switch (hit.modality) {
    case Modality::planned:
    case Modality::conditional:
    case Modality::demanded:
    case Modality::proposed:
    case Modality::promised:
    case Modality::threatened:
    case Modality::attempted:
    case Modality::ordered: return true;
    case Modality::unconfirmed: return says_would(story_, hit) && (is_talks(story_, hit) || !holds_word(story_, hit, meanwhile_));
    case Modality::refused: return !refused_before(hit);
    case Modality::negated: return !c.past && !c.perfect;
    default: return false;
  }
}

// "weigerde te tekenen": it did not come of it then; but "sloot uit dat er troepen komen".
bool TenseDates::refused_before(const EventHit& hit) const {
  const auto& clauses = story_.parses[hit.sentence].clauses;
  const auto above = clauses[hit.clause].parent;
  return above != kNone && clauses[hit.clause].kind == ClauseKind::infinitive && (clauses[above].past || clauses[above].perfect);
}

// "bevestigde woensdag dat de steun was stilgelegd": before that Wednesday.
std::optional<Day> TenseDates::day_of_report(const EventHit& hit, const DateValue& told_on) const {
  const auto& c = clause(hit);
  if (!c.past && !c.perfect) return std::nullopt;
  // "X meldde zondag dat", ", meldde X zondag"
  const auto& parse = story_.parses[hit.sentence];
  const auto teller = teller_of(story_, parse, hit.clause);
  if (teller == kNone) return std::nullopt;
  const auto time = times_.of_verb(parse, teller);
  if (time == kNone) return std::nullopt;
  const auto& date = *story_.known.times[time].expression.date;
  if (!date.is_day() || date.latest > told_on.latest) return std::nullopt;
  return date.latest;
}

}  // namespace kroniek
