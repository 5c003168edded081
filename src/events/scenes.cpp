#include "scenes.hpp"

#include "event_nouns.hpp"

#include <algorithm>

namespace kroniek {

Scenes::Scenes(const Story& story, const ClauseTimes& times, const Telling& telling)
    : story_(story), known_(story.known), lexicon_(known_.lexicon), times_(times), telling_(telling), earlier_(lexicon_.class_id("earlier")), no_carry_(lexicon_.class_id("no_carry")),
      where_(lexicon_.class_id("where")), then_(lexicon_.class_id("then")), back_then_(lexicon_.class_id("back_then")), since_then_(lexicon_.class_id("since_then")), beside_(lexicon_.class_id("beside_event")), repeatedly_(lexicon_.class_id("repeatedly")), while_(lexicon_.class_id("while")), before_too_(lexicon_.class_id("before_too")) {
  if (story.document.published) published_ = story.document.published->date;
}

std::optional<Scene> Scenes::of(const EventHit& hit, const Clause& clause) const {
  if (auto scene = went_on(hit, clause)) return scene;
  if (auto scene = then(hit, clause)) return scene;
  if (auto scene = named(hit, clause)) return scene;
  if (auto scene = since(hit)) return scene;
  if (auto scene = retold(hit, clause)) return scene;
  if (auto scene = over_paragraph(hit, clause)) return scene;
  return meanwhile(hit, clause);
}

// "Terwijl het parlement vergaderde, beschoot Peru de stad": on the day that the text began with.
std::optional<Scene> Scenes::meanwhile(const EventHit& hit, const Clause& clause) const {
  constexpr std::uint32_t kFirst = 12, kLead = 4;  // sentences, of which headings are some
  constexpr Day kWeek = 7;
  const auto& p = parse(hit);
  const auto& first = p.clauses[p.clause_of.front()];
  const bool beside = first.kind == ClauseKind::adverbial && first.past && !first.perfect && first.times.empty() && opened_by(lexicon_, p, first, while_);
  if (!beside || !clause.past || clause.perfect || clause.future || hit.modality != Modality::none || !published_) return std::nullopt;
  std::uint32_t body = 0;
  for (std::uint32_t s = 0; s < std::min(hit.sentence, kFirst) && body < kLead; ++s) {
    if (story_.document.blocks[known_.text_sentence(s).block].kind != BlockKind::paragraph) continue;
    ++body;
    const auto& lead = story_.parses[s];
    for (std::uint32_t c = 0; c < lead.clauses.size(); ++c) {
      if (lead.clauses[c].kind != ClauseKind::main) continue;
      for (const auto i : lead.clauses[c].times) {
        auto scene = day_of(lead, c, i, "day that the text begins with");
        if (scene && known_.times[scene->time].expression.date->latest + kWeek >= published_->earliest) return scene;
      }
    }
  }
  return std::nullopt;
}

// Whether the clause names somebody who has to do with the event, or the country where it was.
bool Scenes::tells_of(const EventHit& hit, const Parse& p, const Clause& clause) const {
  const auto country = country_of(story_.gazetteer, hit.place);
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t phrase) {
    const auto named = actors_in(known_, p, phrase);
    return std::any_of(named.begin(), named.end(), [&](const Filler& other) {
      return (country != kNoActor && other.who.id == story_.gazetteer.actors[country].id) || (!other.who.id.empty() && holds_actor(hit.fillers, other.who));
    });
  });
}

// Whether the clause goes on about whoever did what clause `c` of `p` tells; or tells what was done to those it names.
bool Scenes::of_same(const EventHit& hit, const Clause& clause, const Parse& p, std::uint32_t c) const {
  if (holds_word(story_, hit, repeatedly_) || times_.since_opens(parse(hit), clause)) return false;
  const auto doers = doers_of(known_, story_.classes, parse(hit), hit.dated_clause);
  if (doers.empty()) return clause.passive && tells_of(hit, p, p.clauses[c]);
  const auto before = doers_of(known_, story_.classes, p, c);
  return std::any_of(doers.begin(), doers.end(), [&](const Filler& doer) { return !doer.who.id.empty() && holds_actor(before, doer.who); });
}

std::optional<Scene> Scenes::behind_lead(const EventHit& hit) const {
  constexpr std::uint32_t kAhead = 3;
  constexpr Day kNews = 2;
  const auto& own = parse(hit).clauses[hit.dated_clause];
  if (!published_ || hit.phrase != kNone || hit.modality != Modality::none || is_talks(story_, hit) || own.kind != ClauseKind::main || !own.perfect || own.past || own.future || !own.times.empty()) return std::nullopt;
  if (holds_word(story_, hit, earlier_) || holds_word(story_, hit, no_carry_)) return std::nullopt;
  const auto block = known_.text_sentence(hit.sentence).block;
  const auto is_body = [&](std::uint32_t b) { return story_.document.blocks[b].kind == BlockKind::paragraph; };
  if (!is_body(block)) return std::nullopt;
  for (auto s = hit.sentence; s-- > 0;) {
    if (is_body(known_.text_sentence(s).block)) return std::nullopt;
  }
  for (auto s = hit.sentence + 1; s <= hit.sentence + kAhead && s < story_.parses.size() && known_.text_sentence(s).block <= block + 1; ++s) {
    const auto& p = story_.parses[s];
    for (std::uint32_t c = 0; c < p.clauses.size(); ++c) {
      const auto& clause = p.clauses[c];
      if (clause.kind != ClauseKind::main || clause.atoms.empty()) continue;
      if (holds_class(known_, p.atoms[clause.atoms.front()].first, p.atoms[clause.atoms.back()].last, before_too_)) return std::nullopt;  // "Maandag viel Peru ook al aan"
      const bool goes_on = clause.past && !clause.perfect && !clause.future && tells_of(hit, p, clause);
      for (const auto i : clause.times) {
        auto scene = goes_on ? day_of(p, c, i, "day told next") : std::nullopt;
        const auto& date = scene && scene->date ? scene->date : known_.times[p.atoms[i].time].expression.date;
        if (scene && (!date->one_of.empty() || date->earliest + kNews >= published_->earliest)) return scene;
        if (times_.dates(p.atoms[i].time)) return std::nullopt;
      }
    }
  }
  return std::nullopt;
}

bool Scenes::in_recap(std::uint32_t time, std::uint32_t sentence) const {
  const auto& p = story_.parses[sentence];
  const auto atom = std::find_if(p.atoms.begin(), p.atoms.end(), [&](const Atom& a) { return a.time == time; });
  if (atom == p.atoms.end()) return false;
  const auto& clause = p.clauses[p.clause_of[static_cast<std::size_t>(atom - p.atoms.begin())]];
  return clause.kind == ClauseKind::relative && clause.past && clause.perfect;
}

// Whether the clause, or the one that tells it, goes on with a story: "Zij bood er een bestand aan", "herhaalde dat er geen tanks komen".
bool Scenes::goes_on(const EventHit& hit, const Clause& clause) const {
  const auto& type = story_.rules.types[hit.type];
  const bool by_telling = type.announced || type.speech_act;
  if (by_telling && clause.kind == ClauseKind::main && said_then(hit)) return true;
  const bool told = by_telling && clause.kind == ClauseKind::complement && clause.parent != kNone;
  const auto& verb = told ? parse(hit).clauses[clause.parent] : clause;
  return (verb.kind == ClauseKind::main || (verb.kind == ClauseKind::relative && !told)) && verb.past && !verb.perfect;
}

// The day that a paragraph named reaches over the first sentences of the next one, if they go on in the simple past.
std::optional<Scene> Scenes::over_paragraph(const EventHit& hit, const Clause& clause) const {
  constexpr std::uint32_t kHere = 5, kBefore = 6;
  constexpr Day kWeek = 7;
  const bool happened = hit.modality == Modality::none || (hit.modality == Modality::refused && story_.rules.types[hit.type].speech_act);
  // "'Wij helpen', beloofde hij na het gesprek"
  const auto preposition = hit.phrase != kNone ? parse(hit).phrases[hit.phrase].preposition : 0;
  const bool noun = hit.phrase != kNone && (preposition == 0 || !lexicon_.in_class(preposition, beside_));
  if (!published_ || !happened || noun || !goes_on(hit, clause) || holds_word(story_, hit, earlier_) || holds_word(story_, hit, no_carry_)) return std::nullopt;
  const auto block = known_.text_sentence(hit.sentence).block;
  if (block == 0 || story_.document.blocks[block - 1].kind != BlockKind::paragraph) return std::nullopt;
  std::uint32_t here = 0, before = 0;
  bool story = false;  // in the paragraph before, which then may have no day of its own
  for (auto s = hit.sentence; s-- > 0;) {
    const auto at = known_.text_sentence(s).block;
    if (at == block ? ++here > kHere : at + 2 < block || ++before > kBefore) break;
    const auto& p = story_.parses[s];
    if (at == block) {
      if (span_told(p) != kNone) break;  // "In augustus viel Peru aan": the story is elsewhere since
      continue;
    }
    if (story_.document.blocks[at].kind != BlockKind::paragraph || span_told(p) != kNone) break;
    if (at + 1 < block && !story) break;
    for (auto c = static_cast<std::uint32_t>(p.clauses.size()); c-- > 0;) {
      if (p.clauses[c].kind != ClauseKind::main || p.clauses[c].future) continue;  // "zou dinsdag komen"
      story = story || (p.clauses[c].past && !p.clauses[c].perfect);
      for (const auto i : p.clauses[c].times) {
        auto scene = day_of(p, c, i, "day of the scene in the paragraph before");
        if (scene && known_.times[scene->time].expression.date->latest + kWeek >= published_->earliest) return scene;
      }
    }
  }
  return std::nullopt;
}

// The week or month of a main clause in the simple past; kNone if it has none.
std::uint32_t Scenes::span_told(const Parse& p) const {
  constexpr Day kSeason = 100;
  for (auto c = static_cast<std::uint32_t>(p.clauses.size()); c-- > 0;) {
    const auto& clause = p.clauses[c];
    const auto time = clause.kind == ClauseKind::main && clause.past && !clause.perfect && !clause.future ? times_.of_verb(p, c) : kNone;
    if (time == kNone || known_.times[time].kind != TimeKind::point) continue;
    const auto& date = *known_.times[time].expression.date;
    const bool span = !date.is_open() && date.one_of.empty() && date.latest > date.earliest + 1 && date.latest - date.earliest < kSeason;
    if (span && published_ && date.earliest <= published_->latest) return time;
  }
  return kNone;
}

// "Peru viel in augustus aan. Het veroverde snel dorpen": in the same month.
std::optional<Scene> Scenes::went_on(const EventHit& hit, const Clause& clause) const {
  const auto fast = [&](std::uint32_t i) { return times_.how_fast(clause, parse(hit).atoms[i].time); };  // "Binnen een week bezette het leger de stad"
  const bool he = clause.subject == kNone || std::any_of(clause.times.begin(), clause.times.end(), fast) || parse(hit).atoms[parse(hit).phrases[clause.subject].head].tag == Tag::pronoun;
  if (!known_.text.goes_on(hit.sentence) || hit.phrase != kNone || hit.modality != Modality::none || !he || clause.kind != ClauseKind::main || !clause.past || clause.perfect || clause.future) return std::nullopt;
  if (times_.of_verb(parse(hit), hit.dated_clause) != kNone || holds_word(story_, hit, earlier_) || holds_word(story_, hit, no_carry_)) return std::nullopt;
  const auto time = span_told(story_.parses[hit.sentence - 1]);
  return time == kNone ? std::nullopt : std::optional(Scene{time, std::nullopt, "time told before"});
}

// The day of the time, an atom of clause `c`, on which what is told may have been.
std::optional<Scene> Scenes::day_of(const Parse& p, std::uint32_t c, std::uint32_t i, const char* basis) const {
  const auto time = p.atoms[i].time;
  const auto& scene = p.clauses[c];
  if (!times_.dates(time) || times_.of_another(p, i) || times_.how_fast(scene, time)) return std::nullopt;
  const auto& found = known_.times[time];
  auto date = *found.expression.date;
  // "zou woensdag plaatsvinden, maar ging niet door"
  const bool past = found.bare && published_ && scene.past && date.earliest > published_->latest;
  if (past) date = story_.time_work.redirect(found, Direction::backward).value_or(date);
  const bool day = (!date.is_open() && date.latest - date.earliest <= 1) || !date.one_of.empty();
  // "Dinsdag praten zij", in a text of which only the month is known
  const bool to_come = published_ && !published_->is_day() && !date.one_of.empty() && found.bare && found.direction == Direction::present && !scene.past && !scene.perfect && !verb_in(lexicon_, scene.verb, story_.classes.copula);
  if (to_come) return std::nullopt;
  if (found.kind == TimeKind::interval || !day || (published_ && date.earliest > published_->latest)) return std::nullopt;
  if (past) return Scene{time, std::move(date), basis};
  // "was woensdag en donderdag in Oslo. Hij sprak er met X."
  return Scene{time, times_.alternatives(p, time), basis};
}

// "..., zei zij": a clause of saying in the past that has no day of its own.
bool Scenes::said_then(const EventHit& hit) const {
  const auto& p = parse(hit);
  for (std::uint32_t c = 0; c < p.clauses.size(); ++c) {
    if (p.clauses[c].past && times_.says_it(p.clauses[c]) && times_.of_verb(p, c) == kNone) return true;
  }
  return false;
}

bool Scenes::tells_now(const EventHit& hit, const Clause& clause) const {
  if (clause.kind != ClauseKind::main || clause.finite == kNone || clause.past || clause.perfect) return false;
  const auto token = parse(hit).atoms[hit.trigger].first;
  if (story_.time_work.retold(token) || story_.time_work.quoted(token)) return false;
  return !said_then(hit);
}

bool Scenes::is_scene(const Told& told, const Parse& p, std::uint32_t c, std::uint32_t back) const {
  const auto& [hit, clause, now, then] = told;
  const auto& scene = p.clauses[c];
  if (scene.kind == ClauseKind::complement || scene.kind == ClauseKind::infinitive || scene.kind == ClauseKind::conditional) return false;
  // "In Londen, waar het woensdag moest gebeuren, ..." sets the scene; other relative clauses tell of things.
  const bool where = opened_by(lexicon_, p, scene, where_);
  const bool who = scene.kind == ClauseKind::relative && !where;
  if (who && !of_subject(p, scene)) return false;
  // "X, die dinsdag aanschoof, vroeg om Y"
  if (who && back == 0) return scene.parent == hit.dated_clause && clause.past && !clause.perfect;
  // "X verliet dinsdag het overleg. Y had toegegeven."
  const bool just_before = back == 1 && clause.past && !clause.future && clause.kind == ClauseKind::main && scene.kind == ClauseKind::main && scene.past && !scene.perfect;
  // "X en Y hebben vrijdag overlegd. Zij zijn het eens geworden": of the same people, in the same tense
  const bool together = back == 1 && clause.perfect && !clause.past && clause.kind == ClauseKind::main && scene.kind == ClauseKind::main && scene.perfect && !scene.past && of_same(hit, clause, p, c);
  if (back != 0) return (!clause.perfect || just_before || then || together) && !(now && (scene.past || scene.perfect));
  const bool behind = !scene.atoms.empty() && scene.atoms.front() > hit.trigger;
  // "..., maakte hij maandag bekend", but not "..., en maandag maakte hij bekend"
  const bool teller = story_.rules.types[hit.type].announced ? telling_.announces(scene) : telling_.declares(scene) && telling_.is_news(hit);
  const bool tells = behind && teller && p.atoms[scene.atoms.front()].tag != Tag::coordinator;
  // "Hoewel het zondag stil bleef, hebben troepen geschoten"
  const bool fronted = scene.kind == ClauseKind::adverbial && !behind && scene.past;
  if ((behind || clause.perfect) && !tells && !fronted) return false;
  // "gaan woensdag ruilen, zei hij tijdens de top": the day is of what was said.
  return !times_.says_it(clause) || &scene == &clause;
}

// "Nora Wiebes, die dinsdag in Oslo was, zweeg", "Het overleg dat dinsdag zou plaatsvinden, ging niet door"; but not
// "De raket die dinsdag insloeg, kwam uit Oslo".
bool Scenes::of_subject(const Parse& p, const Clause& scene) const {
  if (!scene.past || scene.perfect || scene.parent == kNone || scene.antecedent == kNone) return false;
  const auto& main = p.clauses[scene.parent];
  if (main.kind != ClauseKind::main || main.subject != scene.antecedent || times_.of_verb(p, scene.parent) != kNone) return false;
  return !actors_in(known_, p, scene.antecedent).empty() || !types_named(story_, p, scene.antecedent).empty();
}

// A day named by the sentence itself or one of those before it in the paragraph is the scene of what is told
// next in the simple past or the present.
std::optional<Scene> Scenes::named(const EventHit& hit, const Clause& clause) const {
  if (holds_word(story_, hit, earlier_) || holds_word(story_, hit, no_carry_)) return std::nullopt;
  constexpr std::uint32_t kBack = 7;
  // "Peru en Chili zijn het eens geworden, zei X": what takes place by being told
  // "X sprak vrijdag met Y. Na afloop meldde hij dat Y had ingestemd": it was told of that talk
  const auto* teller = clause.kind == ClauseKind::complement && clause.parent != kNone && clause.past ? &parse(hit).clauses[clause.parent] : nullptr;
  const bool reported = teller != nullptr && teller->kind == ClauseKind::main && teller->past && !teller->perfect && !teller->future;
  const Told told{hit, clause, tells_now(hit, clause), story_.rules.types[hit.type].announced && (reported || said_then(hit))};
  const auto block = known_.text_sentence(hit.sentence).block;
  for (std::uint32_t back = 0; back <= kBack && back <= hit.sentence; ++back) {
    const auto s = hit.sentence - back;
    if (known_.text_sentence(s).block != block) break;
    const auto& p = story_.parses[s];
    for (auto c = static_cast<std::uint32_t>(p.clauses.size()); c-- > 0;) {
      if (!is_scene(told, p, c, back)) continue;
      for (const auto i : p.clauses[c].times) {
        auto scene = day_of(p, c, i, "day of the scene");
        if (scene && (back == 0 || !times_.remembers(p.clauses[c], scene->time))) return scene;
      }
    }
  }
  return std::nullopt;
}

// "Zij ruziën sinds dinsdag. Toen sprak X met Y": on that Tuesday. "In maart ging het beter. Peru stemde toen in": in March.
std::optional<Scene> Scenes::then(const EventHit& hit, const Clause& clause) const {
  const auto& p = parse(hit);
  const auto first = clause.atoms.empty() ? 0 : p.atoms[clause.atoms.front()].form;
  const bool leads = first != 0 && lexicon_.in_class(first, then_);
  if (!known_.text.goes_on(hit.sentence) || clause.kind != ClauseKind::main || !clause.past || (!leads && !holds_word(story_, hit, back_then_))) return std::nullopt;
  const auto& before = story_.parses[hit.sentence - 1];
  for (auto i = before.atoms.size(); i-- > 0;) {
    const auto time = before.atoms[i].time;
    if (time == kNone || !times_.dates(time)) continue;
    const auto& date = *known_.times[time].expression.date;
    if (date.earliest == kOpenPast || (published_ && date.earliest > published_->latest)) continue;
    if (known_.times[time].kind == TimeKind::interval) {
      const auto from = civil_from_day(date.earliest);  // "sinds eind april. Toen": in that month
      return Scene{time, known_.times[time].grain == Grain::month ? in_month(from.year, from.month) : on_day(date.earliest), "the day since which it was told before"};
    }
    const bool span = known_.times[time].kind == TimeKind::point && !date.is_open() && date.one_of.empty();
    if (span) return Scene{time, std::nullopt, "time told before"};
  }
  return std::nullopt;
}

// "In maart stemde Peru in. Chili telde sindsdien vijf aanvallen": from then up to now.
std::optional<Scene> Scenes::since(const EventHit& hit) const {
  if (!published_ || !holds_word(story_, hit, since_then_)) return std::nullopt;
  const auto block = known_.text_sentence(hit.sentence).block;
  for (std::uint32_t back = 1; back <= 4 && back <= hit.sentence && known_.text_sentence(hit.sentence - back).block == block; ++back) {
    const auto& before = story_.parses[hit.sentence - back];
    for (const auto& scene : before.clauses) {
      if (scene.kind != ClauseKind::main && scene.kind != ClauseKind::fragment) continue;
      for (const auto i : scene.times) {
        const auto time = before.atoms[i].time;
        if (!times_.dates(time) || times_.of_another(before, i)) continue;
        const auto& date = *known_.times[time].expression.date;
        if (date.is_open() || !date.one_of.empty() || date.earliest > published_->latest) continue;
        return Scene{time, between(date.earliest, published_->latest), "since the time told before"};
      }
    }
  }
  return std::nullopt;
}

// In a story retold in the present tense the last day told is the scene, over paragraphs too.
std::optional<Scene> Scenes::retold(const EventHit& hit, const Clause& clause) const {
  constexpr std::uint32_t kBack = 12;
  const auto token = parse(hit).atoms[hit.trigger].first;
  if (clause.past || clause.perfect || !published_ || !story_.time_work.retold(token) || holds_word(story_, hit, no_carry_)) return std::nullopt;
  const auto first = std::upper_bound(known_.times.begin(), known_.times.end(), token, [](TokenId t, const TimeHit& time) { return t < time.first; }) - known_.times.begin();
  for (auto i = static_cast<std::uint32_t>(first), left = kBack; i-- > 0 && left-- > 0;) {
    if (!times_.dates(i) || !story_.time_work.retold(known_.times[i].first)) continue;
    const auto& date = *known_.times[i].expression.date;
    if (!date.is_day() || date.latest > published_->latest) continue;
    // "drie jaar na de inval van 24 februari 2022": no scene of what has been of late.
    if (times_.long_ago(date)) continue;
    return Scene{i, std::nullopt, "day of the scene"};
  }
  return std::nullopt;
}

}  // namespace kroniek
