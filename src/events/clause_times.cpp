#include "clause_times.hpp"

#include "event_nouns.hpp"

#include <algorithm>

namespace kroniek {

namespace {

constexpr std::uint32_t kLongestAttribute = 8;

}  // namespace

ClauseTimes::ClauseTimes(const Story& story)
    : story_(story), known_(story.known), lexicon_(known_.lexicon), for_(lexicon_.class_id("for")), when_(lexicon_.class_id("when")), thus_(lexicon_.class_id("thus")),
      plan_verb_(lexicon_.class_id("plan_verb")), scheduled_(lexicon_.class_id("scheduled")), since_(lexicon_.class_id("since")), says_(lexicon_.class_id("says_that")), or_(lexicon_.class_id("either")), than_(lexicon_.class_id("than")), follows_(lexicon_.class_id("follows_from")), at_event_(lexicon_.class_id("at_event")), by_(lexicon_.class_id("by")), happen_(lexicon_.class_id("happen")), where_(lexicon_.class_id("where")), arrives_(lexicon_.class_id("arrives_there")), superlative_(lexicon_.class_id("superlative")) {}

bool ClauseTimes::dates(std::uint32_t time) const {
  const auto& expression = known_.times[time].expression;
  return expression.date.has_value() && expression.type != TimeType::set;
}

std::uint32_t ClauseTimes::nearest(const Parse& p, std::uint32_t c, std::uint32_t near, bool announced) const {
  const auto& clause = p.clauses[c];
  std::uint32_t best = kNone;
  std::uint32_t distance = kNone;
  for (const auto i : clause.times) {
    const auto& atom = p.atoms[i];
    if (!dates(atom.time) || modifies_noun(p, i) || compared(p, i) || since_phrase(p, i) != kNone || outdone(p, near, i) || of_the_cause(p, clause, i, near) || (is_purpose(p, i) && !plans(p, clause))) continue;
    if (!announced && of_the_source(p, clause, i)) continue;
    if (const auto participle = attribute_with(p, i); participle != kNone && (near < i || near > participle)) continue;
    if (how_fast(clause, atom.time)) continue;
    auto d = i > near ? i - near : near - i;
    if (known_.times[atom.time].kind == TimeKind::interval) d += 1000;  // a point tells more than "since"
    if (best == kNone || d < distance) {
      best = atom.time;
      distance = d;
    }
  }
  return best;
}

bool ClauseTimes::how_fast(const Clause& clause, std::uint32_t time) const {
  const auto& found = known_.times[time];
  const bool told = (clause.past && !clause.future) || clause.perfect || story_.time_work.retold(found.first);
  const auto& published = story_.document.published;
  const bool done = found.expression.value.starts_with("PT") || clause.verbs.size() == 1 || clause.perfect || clause.passive;  // not "moest binnen een week weg"
  return told && done && published && found.kind == TimeKind::duration && found.expression.date && found.expression.date->latest > published->date.latest;
}

std::uint32_t ClauseTimes::of_verb(const Parse& p, std::uint32_t c) const {
  const auto verb = p.clauses[c].main_verb;
  return nearest(p, c, verb == kNone ? 0 : verb);
}

std::uint32_t ClauseTimes::of_what_follows(const EventHit& hit) const {
  const auto& p = story_.parses[hit.sentence];
  const auto& own = p.clauses[hit.clause];
  for (auto c = hit.clause + 1; c < p.clauses.size(); ++c) {
    const auto& next = p.clauses[c];
    const bool noun = hit.phrase != kNone && hit.phrase == own.subject && next.shares_subject && next.subject_of == hit.clause && next.kind == own.kind && verb_in(lexicon_, next.verb, happen_);
    const bool there = hit.phrase == kNone && hit.place != -1 && next.kind == ClauseKind::relative && next.parent == hit.clause && next.past == own.past && next.perfect == own.perfect && opened_by(lexicon_, p, next, where_) && !verb_in(lexicon_, next.verb, arrives_);
    if (!noun && !there) continue;
    if (there && !participant_in(doers_of(known_, story_.classes, p, c), hit)) continue;
    if (const auto time = of_verb(p, c); time != kNone) return time;
  }
  return kNone;
}

bool ClauseTimes::says_it(const Clause& clause) const {
  const bool verb_first = clause.finite != kNone && !clause.atoms.empty() && clause.finite == clause.atoms.front();
  return clause.kind == ClauseKind::main && clause.parent != kNone && verb_first && verb_in(lexicon_, clause.verb, says_);
}

bool ClauseTimes::long_ago(const DateValue& date) const {
  constexpr Day kLongAgo = 90;
  const auto& published = story_.document.published;
  return published && date.latest < published->date.earliest - kLongAgo;
}

bool ClauseTimes::remembers(const Clause& clause, std::uint32_t time) const {
  const bool now = clause.finite != kNone && !clause.past && !clause.perfect && !story_.time_work.retold(known_.times[time].first);
  return now && long_ago(*known_.times[time].expression.date);
}

bool ClauseTimes::contradicted(const Parse& p, const Clause& clause) const {
  return !clause.atoms.empty() && std::any_of(p.atoms.begin() + clause.atoms.back(), p.atoms.end(), [&](const Atom& atom) { return atom.form != 0 && lexicon_.in_class(atom.form, story_.classes.contrast); });
}

bool ClauseTimes::modifies_noun(const Parse& p, std::uint32_t time) const {
  if (time < 2) return false;
  const auto& before = p.atoms[time - 1];
  if (before.tag != Tag::preposition || before.form == 0 || !lexicon_.in_class(before.form, story_.classes.of)) return false;
  const auto tag = p.atoms[time - 2].tag;
  return tag == Tag::noun || tag == Tag::content || tag == Tag::name;
}

// "het dinsdag door X gesloten akkoord": the participle before the noun that the time tells of; kNone if there is none.
std::uint32_t ClauseTimes::attribute_with(const Parse& p, std::uint32_t time) const {
  const auto passes = [&](std::uint32_t i) { return p.atoms[i].tag == Tag::preposition || p.atoms[i].tag == Tag::name || p.atoms[i].tag == Tag::coordinator || p.atoms[i].tag == Tag::time; };
  auto end = time + 1;
  while (end < p.atoms.size() && end - time < kLongestAttribute && passes(end)) ++end;
  if (end >= p.atoms.size() || p.atoms[end].tag != Tag::adjective || !lexicon_.has_verb_form(p.atoms[end].form, VerbForm::participle_inflected)) return kNone;
  auto begin = time;
  while (begin > 0 && time - begin < kLongestAttribute && passes(begin - 1)) --begin;
  return begin > 0 && p.atoms[begin - 1].tag == Tag::determiner ? end : kNone;
}

// "langer dan in februari", "de derde keer dit jaar", "de vierde dit jaar"
bool ClauseTimes::compared(const Parse& p, std::uint32_t time) const {
  const auto behind = [&](std::uint32_t i, ClassId cls) {
    const auto form = known_.text.tokens[p.atoms[i].last - 1].form;
    return form != 0 && lexicon_.in_class(form, cls).has_value();
  };
  if (time == 0) return false;
  if (behind(time - 1, than_) || behind(time - 1, story_.classes.frequency)) return true;
  // "was de vierde dit jaar"
  const bool ordinal = time > 1 && (p.atoms[time - 1].tag == Tag::adjective || p.atoms[time - 1].tag == Tag::number) && p.atoms[time - 2].tag == Tag::determiner;
  if (ordinal && !known_.times[p.atoms[time].time].expression.date->is_day()) return true;
  return time > 1 && p.atoms[time - 1].tag == Tag::preposition && behind(time - 2, than_);
}

// "was de zwaarste aanval op de stad sinds maart": the time tells of those that it outdid.
bool ClauseTimes::outdone(const Parse& p, std::uint32_t noun, std::uint32_t time) const {
  const auto& clause = p.clauses[p.clause_of[noun]];
  if (clause.finite == kNone || clause.finite > noun || time < noun || known_.times[p.atoms[time].time].expression.date->is_day() || !verb_in(lexicon_, clause.verb, story_.classes.copula)) return false;
  for (auto i = noun; i-- > clause.finite && (p.atoms[i].tag == Tag::adjective || p.atoms[i].tag == Tag::number);) {
    if (p.atoms[i].form != 0 && lexicon_.in_class(p.atoms[i].form, superlative_)) return true;
  }
  return false;
}

// "sinds de inval in februari 2022", "sinds het begin van de inval op 24 februari": the phrase that opens it; kNone if none.
std::uint32_t ClauseTimes::since_phrase(const Parse& p, std::uint32_t time) const {
  if (time < 2) return kNone;
  auto end = p.atoms[time - 1].tag == Tag::preposition ? time - 1 : time;  // of the phrases before it, one by one
  for (int depth = 0; depth < 6; ++depth) {
    const auto phrase = std::find_if(p.phrases.begin(), p.phrases.end(), [&](const Phrase& one) { return one.last == end && one.preposition != 0; });
    if (phrase == p.phrases.end()) return kNone;
    if (lexicon_.in_class(phrase->preposition, since_)) return static_cast<std::uint32_t>(phrase - p.phrases.begin());
    end = phrase->first;
  }
  return kNone;
}

bool ClauseTimes::since_opens(const Parse& p, const Clause& clause) const {
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t i) { return p.phrases[i].preposition != 0 && lexicon_.in_class(p.phrases[i].preposition, since_); });
}

bool ClauseTimes::under_since(const Parse& p, std::uint32_t phrase) const {
  for (auto i = phrase; i != kNone; i = p.phrases[i].of) {
    if (p.phrases[i].preposition != 0 && lexicon_.in_class(p.phrases[i].preposition, since_)) return true;
  }
  return false;
}

// Not "voor het eerst sinds de inval in 2022", which tells of one time.
std::uint32_t ClauseTimes::since_noun(const Parse& p, std::uint32_t c, std::uint32_t near) const {
  const auto& clause = p.clauses[c];
  for (const auto i : clause.times) {
    const auto& found = known_.times[p.atoms[i].time];
    const auto since = dates(p.atoms[i].time) && found.kind == TimeKind::point && found.expression.date->one_of.empty() ? since_phrase(p, i) : kNone;
    if (since == kNone || p.phrases[since].of != kNone) continue;
    const auto first = p.phrases[since].first;
    if (near >= first && near <= i) continue;
    if (first == clause.atoms.front() || (clause.finite != kNone && first == clause.finite + 1)) return p.atoms[i].time;
  }
  const auto time = time_below(p, c, since_);  // "sinds het bestand zondag inging"
  return time != kNone && known_.times[time].expression.date->is_day() ? time : kNone;
}

// "toen X vorige maand aantrad", below clause `c`
std::uint32_t ClauseTimes::time_below(const Parse& p, std::uint32_t c, ClassId opener) const {
  for (std::uint32_t k = 0; k < p.clauses.size(); ++k) {
    const auto& below = p.clauses[k];
    if (below.parent != c || below.kind != ClauseKind::adverbial || !opened_by(lexicon_, p, below, opener)) continue;
    if (const auto time = of_verb(p, k); time != kNone) return time;
  }
  return kNone;
}

// "de stop is het gevolg van de ruzie vrijdag", "volgt op de ruzie van vorige week": the day is of the quarrel, not of what is said to come of it.
bool ClauseTimes::of_the_cause(const Parse& p, const Clause& clause, std::uint32_t time, std::uint32_t near) const {
  if (!verb_in(lexicon_, clause.verb, story_.classes.copula) && !verb_in(lexicon_, clause.verb, follows_)) return false;
  const auto behind = std::find_if(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t i) { return p.phrases[i].last == time; });
  if (behind == clause.phrases.end()) return false;
  for (auto [i, depth] = std::pair(*behind, 0); i != kNone && depth < 6; i = p.phrases[i].of, ++depth) {
    const auto& phrase = p.phrases[i];
    if (phrase.first <= near && near < phrase.last) return false;
    // "is aanwezig bij het overleg vrijdag": with it, and not come of it
    if (phrase.preposition != 0 && !types_named(story_, p, i).empty()) return !lexicon_.in_class(phrase.preposition, at_event_).has_value();
  }
  return false;
}

// "aldus een woordvoerder dinsdag": when it was said.
bool ClauseTimes::of_the_source(const Parse& p, const Clause& clause, std::uint32_t time) const {
  return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) { return i < time && p.atoms[i].form != 0 && lexicon_.in_class(p.atoms[i].form, thus_); });
}

// "staat voor donderdag gepland", "op de agenda"
bool ClauseTimes::plans(const Parse& p, const Clause& clause) const {
  return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) {
    const auto& atom = p.atoms[i];
    return atom.tag == Tag::verb ? verb_in(lexicon_, atom.verb, plan_verb_) : atom.form != 0 && lexicon_.in_class(atom.form, scheduled_);
  });
}

bool ClauseTimes::is_purpose(const Parse& p, std::uint32_t time) const {
  return time > 1 && p.atoms[time - 1].tag == Tag::preposition && p.atoms[time - 1].form != 0 && lexicon_.in_class(p.atoms[time - 1].form, for_).has_value();
}

std::uint32_t ClauseTimes::opening(const Parse& p, const Clause& clause) const {
  // "sinds 18 maart, toen X beloofde de havens te sparen": so does what hangs on it.
  if (clause.kind == ClauseKind::infinitive && clause.parent != kNone) return opening(p, p.clauses[clause.parent]);
  if (clause.opener == kNone || clause.opener == 0 || p.atoms[clause.opener].form == 0 || !lexicon_.in_class(p.atoms[clause.opener].form, when_)) return kNone;
  auto i = clause.opener - 1;
  if (p.atoms[i].tag == Tag::comma && i > 0) --i;
  if (p.atoms[i].tag == Tag::time && dates(p.atoms[i].time)) return p.atoms[i].time;
  // "wat vrijdag in X gebeurde, toen ..."
  const auto before = p.clause_of[i];
  return p.atoms[i].tag == Tag::verb && before != clause.parent ? nearest(p, before, i) : kNone;
}

// "een bezoek aan Oslo, dat maandag werd beschoten": the day is of what else happened there; but "waar X dinsdag aankwam".
bool ClauseTimes::tells_of_place(const EventHit& hit, const Parse& p, std::uint32_t c) const {
  const auto& below = p.clauses[c];
  const auto& name = p.atoms[p.phrases[below.antecedent].head];
  const bool place = below.antecedent != hit.phrase && name.tag == Tag::name && !(name.mention != kNone && known_.mentions[name.mention].person);
  const bool of_event = verb_in(lexicon_, below.verb, happen_) || (opened_by(lexicon_, p, below, story_.classes.relative_adverb) && !opened_by(lexicon_, p, below, where_));  // "waarbij"
  if (!place || of_event) return false;
  return !participant_in(doers_of(known_, story_.classes, p, c), hit);
}

std::uint32_t ClauseTimes::of_noun(const EventHit& hit) const {
  if (hit.phrase == kNone) return kNone;
  const auto& p = story_.parses[hit.sentence];
  const auto& phrase = p.phrases[hit.phrase];
  const bool behind_since = under_since(p, hit.phrase);
  // "het gesprek van dinsdag", "het overleg vrijdag in Parijs", "de top op 2 maart"
  for (auto i = phrase.last; i < p.atoms.size() && i < phrase.last + 2; ++i) {
    const auto& atom = p.atoms[i];
    if (atom.tag == Tag::time && dates(atom.time)) return outdone(p, phrase.head, i) ? kNone : modifies_noun(p, i) || i == phrase.last || behind_since ? sharper(hit, atom.time) : kNone;
    if (atom.tag != Tag::preposition) break;
  }
  if (const auto t = behind_since ? since_all(p, p.clauses[hit.clause], hit.phrase) : kNone; t != kNone) return t;
  if (const auto t = behind_place(p, p.clauses[hit.clause], hit.phrase); t != kNone) return sharper(hit, t);
  if (const auto t = set_off_behind(p, p.clauses[hit.clause], hit.phrase); t != kNone) return t;
  // "een bezoek dat voor woensdag op de agenda stond"
  for (std::uint32_t c = 0; c < p.clauses.size(); ++c) {
    const auto& below = p.clauses[c];
    if (below.kind != ClauseKind::relative || below.antecedent == kNone || below.parent != hit.clause || !hangs_on(p, below.antecedent, hit.phrase) || tells_of_place(hit, p, c)) continue;
    for (const auto i : below.times) {
      if (dates(p.atoms[i].time)) return p.atoms[i].time;
    }
  }
  // "het maandag in Oslo gesloten akkoord"
  for (auto i = phrase.first; i > 0 && p.atoms[i - 1].tag != Tag::determiner && p.atoms[i - 1].tag != Tag::verb && phrase.first - i < kLongestAttribute;) {
    if (p.atoms[--i].tag == Tag::time && dates(p.atoms[i].time) && attribute_with(p, i) == phrase.first) return p.atoms[i].time;
  }
  // "het voor maandag geplande bezoek"
  auto lead = phrase.first;
  while (lead > 0 && (p.atoms[lead - 1].tag == Tag::adjective || p.atoms[lead - 1].tag == Tag::adverb)) --lead;
  if (lead > 0 && p.atoms[lead - 1].tag == Tag::time && dates(p.atoms[lead - 1].time) && is_purpose(p, lead - 1)) return p.atoms[lead - 1].time;
  for (auto i = phrase.first; i < phrase.last; ++i) {
    if (p.atoms[i].time != kNone && dates(p.atoms[i].time)) return p.atoms[i].time;
  }
  return kNone;
}

// "sinds zijn gesprek met X in Oslo in maart": behind all that belongs to the noun.
std::uint32_t ClauseTimes::since_all(const Parse& p, const Clause& clause, std::uint32_t noun) const {
  const auto end = end_of_noun(p, clause, noun);
  for (auto i = end; i < p.atoms.size() && i < end + 2; ++i) {
    if (p.atoms[i].tag == Tag::time) return dates(p.atoms[i].time) ? p.atoms[i].time : kNone;
    if (p.atoms[i].tag != Tag::preposition) break;
  }
  return kNone;
}

std::uint32_t ClauseTimes::end_of_noun(const Parse& p, const Clause& clause, std::uint32_t noun) {
  auto end = p.phrases[noun].last;
  for (const auto q : clause.phrases) {
    if (p.phrases[q].first == end && p.phrases[q].preposition != 0 && hangs_on(p, q, noun)) end = p.phrases[q].last;
  }
  return end;
}

// "na het gesprek met X, vrijdag in Oslo, vloog hij": between commas, behind all that belongs to the noun.
std::uint32_t ClauseTimes::set_off_behind(const Parse& p, const Clause& clause, std::uint32_t noun) const {
  const auto end = end_of_noun(p, clause, noun);
  if (end + 2 >= p.atoms.size() || p.atoms[end].tag != Tag::comma || p.atoms[end + 1].tag != Tag::time || !dates(p.atoms[end + 1].time)) return kNone;
  for (auto i = end + 2; i < p.atoms.size(); ++i) {
    if (p.atoms[i].tag == Tag::comma) return p.clause_of[i] == p.clause_of[end] ? p.atoms[end + 1].time : kNone;
    if (p.atoms[i].tag == Tag::verb || p.atoms[i].tag == Tag::end) break;
  }
  return kNone;
}

std::uint32_t ClauseTimes::sharper(const EventHit& hit, std::uint32_t time) const {
  const auto& span = *known_.times[time].expression.date;
  const auto day = span.is_day() || span.is_open() ? kNone : nearest(story_.parses[hit.sentence], hit.dated_clause, hit.trigger);
  if (day == kNone) return time;
  const auto& date = *known_.times[day].expression.date;
  return date.is_day() && span.earliest <= date.earliest && date.latest <= span.latest ? day : time;
}

std::uint32_t ClauseTimes::of_theme(const EventHit& hit) const {
  if (hit.phrase != kNone || story_.rules.types[hit.type].speech_act) return kNone;
  const auto& p = story_.parses[hit.sentence];
  const auto& clause = p.clauses[hit.clause];
  for (const auto theme : clause.phrases) {
    // "de aanval van dinsdag eiste levens", "bij de aanval van dinsdag vielen doden"
    const auto& phrase = p.phrases[theme];
    const bool at_it = phrase.of == kNone && phrase.preposition != 0 && (lexicon_.in_class(phrase.preposition, at_event_) || lexicon_.in_class(phrase.preposition, by_));
    const bool of_subject = phrase.of != kNone && phrase.of == clause.subject;  // "het dodental van de aanval van dinsdag steeg"
    // "blijft in Oslo voor het overleg van vrijdag"
    const bool role = std::any_of(hit.fillers.begin(), hit.fillers.end(), [&](const Filler& filler) { return filler.role != 0 && p.atoms[phrase.head].first >= filler.first && p.atoms[phrase.head].last <= filler.last; });
    if (theme != clause.subject && theme != clause.object && !at_it && !of_subject && !role) continue;
    if (!names_type(story_, p, theme, hit.type)) continue;
    if (const auto t = behind(p, theme); t != kNone) return t;
    if (const auto t = behind_place(p, clause, theme); t != kNone) return t;
  }
  return kNone;
}

// "de aanval op Kyiv van donderdag"
std::uint32_t ClauseTimes::behind_place(const Parse& p, const Clause& clause, std::uint32_t noun) const {
  for (const auto q : clause.phrases) {
    if (p.phrases[q].of != noun || p.phrases[q].first != p.phrases[noun].last || !types_named(story_, p, q).empty()) continue;
    if (const auto t = behind(p, q); t != kNone) return t;
  }
  return kNone;
}

std::uint32_t ClauseTimes::behind(const Parse& p, std::uint32_t phrase) const {
  const auto i = p.phrases[phrase].last + 1;
  return i < p.atoms.size() && p.atoms[i].tag == Tag::time && dates(p.atoms[i].time) && modifies_noun(p, i) ? p.atoms[i].time : kNone;
}

std::uint32_t ClauseTimes::of_antecedent(const Parse& p, std::uint32_t phrase) const {
  if (const auto time = behind(p, phrase); time != kNone) return time;
  auto i = p.phrases[phrase].first;
  if (i > 0 && p.atoms[i - 1].tag == Tag::preposition) --i;
  return i > 0 && p.atoms[i - 1].tag == Tag::time && dates(p.atoms[i - 1].time) && modifies_noun(p, i - 1) ? p.atoms[i - 1].time : kNone;
}

std::optional<DateValue> ClauseTimes::alternatives(const Parse& p, std::uint32_t time) const {
  const auto date = [&](std::size_t i) -> const DateValue& { return *known_.times[p.atoms[i].time].expression.date; };
  // With only the month of publication known, a weekday is one of several days.
  const auto is_day = [&](std::size_t i) { return i < p.atoms.size() && p.atoms[i].tag == Tag::time && dates(p.atoms[i].time) && (date(i).is_day() || !date(i).one_of.empty()); };
  const auto is_or = [&](std::size_t i) { return p.atoms[i].form != 0 && lexicon_.in_class(p.atoms[i].form, or_).has_value(); };
  auto first = static_cast<std::size_t>(std::find_if(p.atoms.begin(), p.atoms.end(), [&](const Atom& a) { return a.time == time; }) - p.atoms.begin());
  if (!is_day(first)) return std::nullopt;
  const auto joined = [&](std::size_t mark) { return p.atoms[mark].tag == Tag::comma || p.atoms[mark].tag == Tag::coordinator || is_or(mark); };
  while (first >= 2 && joined(first - 1) && is_day(first - 2)) first -= 2;
  std::vector<Day> days;
  bool either = false, several = false;
  for (auto i = first; is_day(i); i += 2) {
    if (date(i).one_of.empty()) days.push_back(date(i).earliest);
    days.insert(days.end(), date(i).one_of.begin(), date(i).one_of.end());
    several = several || !date(i).one_of.empty();
    if (i + 1 >= p.atoms.size() || !joined(i + 1) || !is_day(i + 2)) break;
    either = either || is_or(i + 1);
  }
  if (either) return one_of(std::move(days));
  if (several) return std::nullopt;
  // "donderdag en vrijdag": both
  for (std::size_t i = 1; i < days.size(); ++i) {
    if (days[i] != days[i - 1] + 1) return std::nullopt;
  }
  return days.size() > 1 ? std::optional(between(days.front(), days.back())) : std::nullopt;
}

}  // namespace kroniek
