#include "counted.hpp"

#include "../time/cycles.hpp"
#include "../time/durations.hpp"
#include "event_nouns.hpp"

namespace kroniek {

CountedDates::CountedDates(const Story& story, const ClauseTimes& times)
    : story_(story), lexicon_(story.known.lexicon), times_(times), before_(lexicon_.class_id("before_preposition")), after_(lexicon_.class_id("after_preposition")),
      before_clause_(lexicon_.class_id("before_clause")), after_clause_(lexicon_.class_id("after_clause")), one_day_(lexicon_.class_id("one_day")) {}

std::optional<CountedDates::Found> CountedDates::date(const EventHit& hit, std::span<const EventHit> told, const std::optional<DateValue>& told_on) const {
  if (auto found = from_event(hit, told)) return found;
  if (auto found = from_clause(hit, told_on)) return found;
  if (auto found = from_anniversary(hit, told_on)) return found;
  if (auto found = from_around(hit)) return found;
  return from_below(hit);
}

// "twee dagen", "een dag"
std::optional<int> CountedDates::days(const Atom& lead) const {
  if (lead.time != kNone && story_.known.times[lead.time].kind == TimeKind::duration) return days_of(story_.known.times[lead.time].expression.value);
  if (lead.form != 0 && lexicon_.in_class(lead.form, one_day_)) return 1;
  return std::nullopt;
}

// "twee dagen voor de aanval", "daags na het gesprek"
std::optional<CountedDates::Found> CountedDates::from_event(const EventHit& hit, std::span<const EventHit> told) const {
  const auto& p = story_.parses[hit.sentence];
  for (const auto i : p.clauses[hit.dated_clause].phrases) {
    const auto& phrase = p.phrases[i];
    if (i == hit.phrase || phrase.preposition == 0 || phrase.first == 0) continue;
    const bool before = lexicon_.in_class(phrase.preposition, before_).has_value();
    if (!before && !lexicon_.in_class(phrase.preposition, after_)) continue;
    const auto count = days(p.atoms[phrase.first - 1]);
    if (!count) continue;
    const auto* other = told_last(told, types_named(story_, p, i));
    if (other != nullptr) return Found{moved(other->date, before ? -*count : *count), other->time, "counted from an event told before"};
  }
  return std::nullopt;
}

// "Maandag is het drie jaar geleden dat X Y binnenviel": three years before that Monday.
std::optional<CountedDates::Found> CountedDates::from_anniversary(const EventHit& hit, const std::optional<DateValue>& told_on) const {
  const auto& p = story_.parses[hit.sentence];
  const auto& clause = p.clauses[hit.dated_clause];
  if (!told_on || told_on->is_open() || clause.kind != ClauseKind::complement || clause.parent == kNone || !verb_in(lexicon_, p.clauses[clause.parent].verb, story_.classes.copula)) return std::nullopt;
  const auto told = civil_from_day(told_on->earliest);
  std::uint32_t time = kNone;
  int years = 0;
  for (const auto i : p.clauses[clause.parent].times) {
    const auto& found = story_.known.times[p.atoms[i].time];
    if (!times_.dates(p.atoms[i].time)) continue;
    const auto& date = *found.expression.date;
    const auto first = civil_from_day(date.earliest);
    const bool year = date == in_year(first.year) || date == in_month(first.year, told.month) || (date.is_day() && first.month == told.month && first.day == told.day);
    if (year && first.year < told.year) years = told.year - first.year;
    else if (date.is_day() || !date.one_of.empty()) time = p.atoms[i].time;
  }
  if (time == kNone || years == 0) return std::nullopt;
  const auto& found = story_.known.times[time];
  const auto ahead = found.bare && !p.clauses[clause.parent].past ? story_.time_work.redirect(found, Direction::forward) : std::nullopt;  // "maandag is het"
  const auto& day = ahead ? *ahead : *found.expression.date;
  std::vector<Day> then;
  for (const auto one : day.one_of.empty() ? std::vector<Day>{day.earliest} : day.one_of) {
    const auto civil = civil_from_day(one);
    if (const auto back = day_from_civil(civil.year - years, civil.month, civil.day)) then.push_back(*back);
  }
  return then.empty() ? std::nullopt : std::optional(Found{one_of(std::move(then)), time, "counted from the clause around it"});
}

// "maandag, twee dagen nadat X en Y spraken": two days before what the clause above tells.
std::optional<CountedDates::Found> CountedDates::from_clause(const EventHit& hit, const std::optional<DateValue>& told_on) const {
  const auto& p = story_.parses[hit.sentence];
  const auto& clause = p.clauses[hit.dated_clause];
  if (clause.kind != ClauseKind::adverbial || clause.opener == kNone || clause.opener == 0 || clause.parent == kNone) return std::nullopt;
  const auto opener = p.atoms[clause.opener].form;
  const bool after = opener != 0 && lexicon_.in_class(opener, after_clause_);
  if (!after && (opener == 0 || !lexicon_.in_class(opener, before_clause_))) return std::nullopt;
  const auto count = days(p.atoms[clause.opener - 1]);
  if (!count) return std::nullopt;
  const auto& above = p.clauses[clause.parent];
  const auto time = times_.nearest(p, clause.parent, hit.trigger, false);
  std::optional<DateValue> base;
  if (time != kNone) base = *story_.known.times[time].expression.date;
  else if (!above.past && !above.perfect) base = told_on;
  if (!base || !base->is_day()) return std::nullopt;
  return Found{moved(*base, after ? -*count : *count), time, "counted from the clause around it"};
}

// "Drie jaar na de inval kwamen zij maandag bijeen": the inval lies three years before that Monday.
std::optional<CountedDates::Found> CountedDates::from_around(const EventHit& hit) const {
  if (hit.phrase == kNone) return std::nullopt;
  const auto& p = story_.parses[hit.sentence];
  const auto& phrase = p.phrases[p.outermost(hit.phrase)];
  if (phrase.preposition == 0 || phrase.first == 0) return std::nullopt;
  const bool after = lexicon_.in_class(phrase.preposition, after_).has_value();
  if (!after && !lexicon_.in_class(phrase.preposition, before_)) return std::nullopt;
  const auto& lead = p.atoms[phrase.first - 1];
  const auto time = times_.nearest(p, hit.dated_clause, hit.trigger, false);
  if (time == kNone || !story_.known.times[time].expression.date->is_day()) return std::nullopt;
  const auto& day = *story_.known.times[time].expression.date;
  constexpr auto basis = "counted from the clause around it";
  if (const auto count = days(lead)) return Found{moved(day, after ? -*count : *count), time, basis};
  const auto months = lead.time == kNone ? std::nullopt : months_of(story_.known.times[lead.time].expression.value);
  const auto then = months ? add_months(day.earliest, after ? -*months : *months) : std::nullopt;
  if (!then) return std::nullopt;
  const auto civil = civil_from_day(*then);
  return Found{in_month(civil.year, civil.month), time, basis};
}

// "belde, een dag nadat X dinsdag was geland": a day behind what the clause of time tells.
std::optional<CountedDates::Found> CountedDates::from_below(const EventHit& hit) const {
  const auto& p = story_.parses[hit.sentence];
  for (std::uint32_t c = 0; c < p.clauses.size(); ++c) {
    const auto& below = p.clauses[c];
    if (below.kind != ClauseKind::adverbial || below.parent != hit.dated_clause || below.opener == kNone || below.opener == 0) continue;
    const auto opener = p.atoms[below.opener].form;
    const bool after = opener != 0 && lexicon_.in_class(opener, after_clause_);
    if (!after && (opener == 0 || !lexicon_.in_class(opener, before_clause_))) continue;
    const auto count = days(p.atoms[below.opener - 1]);
    const auto time = times_.of_verb(p, c);
    if (!count || time == kNone || !story_.known.times[time].expression.date->is_day()) continue;
    return Found{moved(*story_.known.times[time].expression.date, after ? *count : -*count), time, "counted from the clause below it"};
  }
  return std::nullopt;
}

}  // namespace kroniek
