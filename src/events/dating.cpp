#include "../time/block_heads.hpp"
#include "../time/durations.hpp"
#include "../time/resolve.hpp"
#include "bare_dates.hpp"
#include "beside.hpp"
#include "clause_times.hpp"
#include "counted.hpp"
#include "date_fits.hpp"
#include "event_nouns.hpp"
#include "modality.hpp"
#include "plans.hpp"
#include "scenes.hpp"
#include "telling.hpp"
#include "tense.hpp"
#include "would.hpp"

#include <algorithm>

namespace kroniek {

namespace {

// What dates an event, from the nearest to the widest: its own noun, its clause, the clauses around it, what
// was told before in the sentence, the head of its block, the sentence before; else its tense.
class Dater {
 public:
  explicit Dater(const Story& story)
      : story_(story), known_(story.known), lexicon_(known_.lexicon), times_(story), telling_(story, times_), tense_(story, times_), plans_(story), bare_dates_(story, times_, plans_), beside_events_(story), counted_(story, times_), fits_(story, times_), scenes_(story, times_, telling_), heads_(story.document, known_.text, known_.times), back_(lexicon_.class_id("ties_to_before")), earlier_(lexicon_.class_id("earlier")),
        postpone_(lexicon_.class_id("postpone")), to_(lexicon_.class_id("to_date")), adds_(lexicon_.class_id("adds_to_before")), just_now_(lexicon_.class_id("just_now")), no_(lexicon_.class_id("negative_determiner")), causal_(lexicon_.class_id("causal")), no_carry_(lexicon_.class_id("no_carry")), repeatedly_(lexicon_.class_id("repeatedly")), invites_(lexicon_.class_id("invite_verb")), at_the_time_(lexicon_.class_id("at_the_time_that")) {
    if (story.document.published) published_ = day_of_telling_ = story.document.published->date;
  }

  void run(std::vector<EventHit>& hits) {
    for (std::size_t i = 0; i < hits.size(); ++i) {
      before_hit_ = {hits.data(), i};
      enter(known_.text_sentence(hits[i].sentence).block);
      date(hits[i]);
      remember(hits[i]);
    }
    for (auto& hit : hits) {
      enter(known_.text_sentence(hit.sentence).block);
      told_after(hit);
    }
    for (std::size_t i = 0; i + 1 < hits.size(); ++i) told_behind_colon(hits[i], hits[i + 1]);
  }

 private:
  const Parse& parse(const EventHit& hit) const { return story_.parses[hit.sentence]; }

  // The clause that the time stands in, which may be a relative one: "de gesprekken die zij dinsdag houden".
  const Clause& clause_with(const EventHit& hit, std::uint32_t time) const {
    const auto& p = parse(hit);
    const auto atom = std::find_if(p.atoms.begin(), p.atoms.end(), [&](const Atom& a) { return a.time == time; });
    return p.clauses[atom == p.atoms.end() ? hit.dated_clause : p.clause_of[static_cast<std::size_t>(atom - p.atoms.begin())]];
  }

  void take(EventHit& hit, std::uint32_t time, const char* basis) const {
    hit.time = time;
    hit.date = *known_.times[time].expression.date;
    hit.date_basis = basis;
    const auto& c = clause_with(hit, time);
    const auto& found = known_.times[time];
    const bool scene_near = scene_ && scene_block_ + 1 >= known_.text_sentence(hit.sentence).block;
    if (auto day = telling_.day_of_speech(hit, time, day_of_telling_, scene_near ? &*scene_ : nullptr)) {
      hit.date = std::move(*day);
      hit.date_basis = "counted from the day on which it was said";
    }
    // "een dag later" counts from the event told last, unless a day was named since.
    const auto anchor = static_cast<std::uint32_t>(found.anchor);
    if (found.kind == TimeKind::anaphoric && scene_ && scene_time_ != kNone && found.anchor >= 0 && scene_time_ < time && (anchor < scene_time_ || (scene_near && hit.sentence > 0 && scenes_.in_recap(anchor, hit.sentence - 1)))) {
      if (auto again = story_.time_work.recount(found, *scene_)) {
        hit.date = std::move(*again);
        hit.date_basis = "counted from the event told last";
      }
    }
    hit.date = bare_dates_.turned(hit, time, c, std::move(hit.date));
  }

  // "Sinds het begin van de oorlog in 2022 ruilden zij vaker": up to now; what did not happen has no such date.
  static bool happened_since(const EventHit& hit, const Clause& clause) { return (hit.modality == Modality::none || hit.modality == Modality::unconfirmed) && !clause.negated && (clause.past || clause.perfect); }

  // By what was told before.
  static void take_over(EventHit& hit, DateValue date, std::uint32_t time, const char* basis) {
    hit.date = std::move(date);
    hit.time = time;
    hit.date_basis = basis;
    hit.carried = true;
  }

  // "belde anderhalf uur", "een gesprek van een uur"
  void duration(EventHit& hit) const {
    const auto& p = parse(hit);
    for (const auto i : p.clauses[hit.clause].times) {
      const auto& found = known_.times[p.atoms[i].time];
      if (found.kind != TimeKind::duration || !found.expression.value.starts_with("PT")) continue;
      hit.duration = clock_duration(found.expression.value);
      hit.duration_time = p.atoms[i].time;
    }
  }

  void date(EventHit& hit) {
    duration(hit);
    const auto& p = parse(hit);
    const auto& clause = p.clauses[hit.dated_clause];
    const bool moved_to = verb_in(lexicon_, clause.verb, postpone_);
    if (moved_to && new_date(hit, clause)) return;
    if (auto meant = plans_.day_meant(hit, times_)) {
      take(hit, meant->time, "time expression in the clause");
      hit.date = std::move(meant->date);
      if (hit.modality == Modality::none) make_plan(hit);
      return;
    }
    if (const auto t = hit.converted || (moved_to && times_.of_verb(p, hit.dated_clause) != kNone) ? kNone : times_.of_noun(hit); t != kNone) {
      take(hit, t, "time expression of the noun");
    } else if (const auto told = times_.of_theme(hit); told != kNone) {
      take(hit, told, "time expression of the noun");
    } else if (hit.aside || fits_.left_traces(hit, clause)) {
      return tense_.set(hit, day_of_telling_, head_.clock && heads_.alone() > 1);
    } else if (auto counted = counted_.date(hit, before_hit_, day_of_telling_)) {
      take_over(hit, std::move(counted->date), counted->time, counted->basis);
      return;
    } else if (const auto own = times_.nearest(p, hit.dated_clause, hit.trigger, announced(hit)); own != kNone && !telling_.topic_of_saying(hit)) {
      // "gaf zaterdag het bevel tot zondagavond niet te schieten": the day of the order.
      if (announced(hit) && known_.times[own].expression.date->earliest == kOpenPast) around(hit, clause);
      if (hit.date_basis.empty()) take(hit, own, "time expression in the clause");
    } else if (const auto opening = times_.opening(p, clause); opening != kNone) {
      take(hit, opening, "time expression before the clause");
      if (known_.times[opening].kind == TimeKind::interval && hit.date.earliest != kOpenPast) hit.date = on_day(hit.date.earliest);
    } else if (const auto since = published_ ? times_.since_noun(p, hit.dated_clause, hit.trigger) : kNone; since != kNone && happened_since(hit, clause)) {
      take(hit, since, "since the time of the noun");
      hit.date = between(hit.date.earliest, published_->latest);
    } else if (const auto follows = times_.of_what_follows(hit); follows != kNone) {
      take(hit, follows, "time expression of the sentence");
    } else if (!fits_.not_yet(hit, clause)) {
      around(hit, clause);
    }
    if (hit.time != kNone) {
      if (auto days = times_.alternatives(p, hit.time)) hit.date = std::move(*days);
    }
    if (day_of_threat(hit) && !day_promised(hit, clause) && !day_asked_for(hit, clause)) forget_date(hit);
    if (fits_.is_of_other(hit, clause) || (published_ && plans_.day_of_another(hit, times_, *published_))) forget_date(hit);
    if (const auto* plan = plans_.said_of_plan(hit, before_hit_.empty() ? nullptr : &before_hit_.back())) {
      take_over(hit, plan->date, plan->time, "the plan told last");
      set_modality(hit, plan->modality);
    }
    if (hit.date_basis.empty()) told_before(hit, clause);
    if (hit.date_basis.empty()) tense_.set(hit, day_of_telling_, head_.clock && heads_.alone() > 1);
    if (published_) plans_.adjust(hit, *published_);
    if (published_ && plans_.was_for(hit, *published_)) set_modality(hit, Modality::none);
  }

  // "stelde dinsdag zijn bezoek uit tot 10 maart", "is verplaatst naar mei": the date to come is the event's.
  bool new_date(EventHit& hit, const Clause& clause) const {
    if (!published_ || is_act(story_, hit)) return false;
    const auto& p = parse(hit);
    for (const auto i : clause.times) {
      const auto& found = known_.times[p.atoms[i].time];
      const bool until = found.kind == TimeKind::interval && found.expression.date && found.expression.date->earliest == kOpenPast;
      const bool to = i > 0 && p.atoms[i - 1].tag == Tag::preposition && lexicon_.in_class(p.atoms[i - 1].form, to_);
      if (!until && !to) continue;
      auto date = story_.time_work.redirect(found, Direction::forward);
      if (!date || date->latest < published_->earliest) continue;
      if (until) date = last_of(*date, found.grain);
      take(hit, p.atoms[i].time, "the day to which it was put off");
      hit.date = std::move(*date);
      hit.moved = true;
      make_plan(hit);
      return true;
    }
    return false;
  }

  // "uitgesteld tot april": the day, week or month that the stretch of time ends with.
  DateValue last_of(const DateValue& date, Grain grain) const {
    constexpr Day kWeek = 7;
    const auto end = civil_from_day(date.latest);
    switch (grain) {
      case Grain::day: return on_day(date.latest);
      case Grain::week: return between(date.latest - kWeek + 1, date.latest);
      case Grain::month: return in_month(end.year, end.month);
      case Grain::year: return in_year(end.year);
      default: return between(published_->earliest, date.latest);
    }
  }

  // "dreigde zaterdag met sancties", "opperde dinsdag overleg": that day it was told, and the thing is still to come.
  bool day_of_threat(const EventHit& hit) const {
    const bool asked = hit.modality == Modality::proposed || hit.modality == Modality::promised || hit.modality == Modality::ordered || (hit.modality == Modality::demanded && !hit.must);
    const bool open = asked || hit.modality == Modality::conditional || hit.modality == Modality::threatened;
    // "noemde een vredesmacht maandag onaanvaardbaar"
    if (hit.modality == Modality::refused && !announced(hit) && !tense_.refused_before(hit) && day_of_telling_ && hit.time != kNone && !story_.rules.types[hit.type].speech_act && !hit.date.is_open() && hit.date.latest <= day_of_telling_->latest) return true;
    if (!(open || invited(hit)) || !day_of_telling_ || hit.time == kNone || story_.rules.types[hit.type].speech_act || hit.date.is_open()) return false;
    // "droeg het leger vandaag op de stad te veroveren", "vroeg vandaag om een top"
    const auto& said = clause_with(hit, hit.time);
    return (said.past || said.perfect || hit.modality == Modality::threatened ? hit.date.latest <= day_of_telling_->latest : hit.date.latest < day_of_telling_->earliest);
  }

  // "nodigde X dinsdag uit om te komen"
  bool invited(const EventHit& hit) const {
    const auto& clause = clause_of(story_, hit);
    if (hit.time == kNone || hit.modality != Modality::planned || clause.kind != ClauseKind::infinitive || clause.parent == kNone || &clause_with(hit, hit.time) == &clause) return false;
    const auto& above = parse(hit).clauses[clause.parent];
    return (above.past || above.perfect) && verb_in(lexicon_, above.verb, invites_);
  }

  // "kondigde aan dinsdag te gaan": a day in the words of the promise is to come.
  bool day_promised(EventHit& hit, const Clause& clause) const {
    const auto& found = known_.times[hit.time];
    if (clause.kind != ClauseKind::infinitive || &clause_with(hit, hit.time) != &clause || !found.bare) return false;
    auto date = story_.time_work.redirect(found, Direction::forward);
    if (!date || date->earliest <= day_of_telling_->latest) return false;
    hit.date = std::move(*date);
    return true;
  }

  // "pleitte dinsdag voor een top op 3 april"
  bool day_asked_for(EventHit& hit, const Clause& clause) const {
    for (const auto i : clause.times) {
      const auto time = parse(hit).atoms[i].time;
      if (time == hit.time || !times_.dates(time)) continue;
      const auto& found = known_.times[time];
      auto date = found.bare && found.fields.month != 0 ? story_.time_work.redirect(found, Direction::forward) : found.expression.date;
      if (!date || date->is_open() || date->earliest <= day_of_telling_->latest) continue;
      take(hit, time, "time expression in the clause");
      hit.date = std::move(*date);
      return true;
    }
    return false;
  }

  static void forget_date(EventHit& hit) {
    hit.date = {};
    hit.date_basis.clear();
    hit.time = kNone;
  }

  // Clauses around: what a dependent clause hangs on, or a clause of time that hangs on it.
  void around(EventHit& hit, const Clause& clause) {
    const auto& p = parse(hit);
    // "dat X dinsdag de grens overstak en dorpen veroverde"
    if (clause.shares_subject && clause.subject_of != kNone && clause.subject_of != clause.parent && p.clauses[clause.subject_of].kind == clause.kind) {
      if (const auto t = times_.nearest(p, clause.subject_of, hit.trigger, announced(hit)); t != kNone && fits_.same_direction(hit, t, day_of_telling_)) return take(hit, t, "time expression of the sentence");
    }
    // "Pas toen Peru vorige maand aanviel, stelde Chili sancties in"
    if (const auto t = clause.past && !clause.perfect ? times_.time_below(p, hit.dated_clause, at_the_time_) : kNone; t != kNone && fits_.same_direction(hit, t, day_of_telling_)) return take(hit, t, "time expression of the sentence");
    auto c = clause.parent;
    auto kind = clause.kind;
    std::uint32_t at = hit.dated_clause;
    for (int depth = 0; c != kNone && depth < 4; ++depth) {
      // "het telefoontje van dinsdag, waarin ..."
      const auto& below = p.clauses[at];
      if (kind == ClauseKind::relative && below.antecedent != kNone) {
        if (const auto t = times_.of_antecedent(p, below.antecedent); t != kNone) {
          take(hit, t, "time expression of what the clause tells of");
          return;
        }
      }
      // "vernam woensdag dat zij zojuist hadden gebeld"
      const bool told_now = kind == ClauseKind::complement && ((announced(hit) && !clause.perfect) || holds_word(story_, hit, just_now_));
      const bool done_before = kind == ClauseKind::relative && below.perfect && !opened_by(lexicon_, p, below, story_.classes.relative_adverb);  // "bezocht dinsdag de haven die X heeft beschoten"
      const bool same_time = told_now || (kind == ClauseKind::relative && !done_before) || kind == ClauseKind::infinitive || kind == ClauseKind::main || kind == ClauseKind::fragment || kind == ClauseKind::adverbial || (kind == ClauseKind::conditional && hit.modality == Modality::none);
      if (!same_time || times_.says_it(below) || gives_cause(p, below)) break;
      if (const auto t = times_.nearest(p, c, hit.trigger, announced(hit)); t != kNone && fits_.same_direction(hit, t, day_of_telling_)) {
        take(hit, t, "time expression of the sentence");
        return;
      }
      kind = p.clauses[c].kind;
      at = c;
      c = p.clauses[c].parent;
    }
  }

  // "was dinsdag boos omdat X had geweigerd", "valt komende week uit doordat de centrale is geraakt": what it comes from was before.
  bool gives_cause(const Parse& p, const Clause& clause) const {
    return clause.perfect && opened_by(lexicon_, p, clause, causal_);
  }

  // "Het akkoord blijft ongetekend", in a story told in the present: it was so then.
  bool left_undone(const EventHit& hit, const Clause& clause) const { return clause.kind == ClauseKind::main && !clause.negated && !holds_word(story_, hit, no_) && is_retold(story_, hit); }

  bool refers_back(const EventHit& hit) const { return hit.refers || holds_word(story_, hit, back_); }

  void told_before(EventHit& hit, const Clause& clause) {
    const auto& sentence = known_.text_sentence(hit.sentence);
    const bool refusal = story_.rules.types[hit.type].speech_act && hit.modality == Modality::refused;
    const bool happened = refusal || hit.modality == Modality::none || (hit.modality == Modality::unconfirmed && !says_would(story_, hit)) || (hit.modality == Modality::negated && (clause.past || clause.perfect || left_undone(hit, clause)));
    if (const auto head = block_head(); head != kNone && (happened || hit.modality == Modality::negated)) {
      take(hit, head, "date at the head of the paragraph");
      return;
    }
    const bool promised = hit.modality == Modality::planned || hit.modality == Modality::promised;
    if (happened || promised) {
      if (auto then = plans_.then(hit, times_)) return take_over(hit, std::move(then->date), then->time, "the day ahead told before");
    }
    if (!happened) {
      if (!promised) return;
      if (const auto time = plans_.day_ahead(hit, times_); time != kNone && (refers_back(hit) || plans_.of_day(hit, time))) {
        take(hit, time, "the day ahead told before");
        hit.carried = true;
        return;
      }
      if (behind_plan(hit) && refers_back(hit) && (clause.kind != ClauseKind::complement || last_plan_sentence_ == hit.sentence)) return take_over(hit, *last_plan_, last_plan_time_, "the plan told last");
      if (const auto* stay = published_ ? plans_.during_stay(hit, before_hit_.empty() ? nullptr : &before_hit_.back(), *published_) : nullptr) take_over(hit, stay->date, stay->time, "the event that it is told beside");
      return;
    }
    if (fits_.not_yet(hit, clause)) return;
    // "Dan komen zij bijeen in Oslo, waar X een plan voorlegt"
    const bool told_of_plan = last_plan_ && last_plan_sentence_ == hit.sentence && clause.kind == ClauseKind::relative && !clause.past && !clause.perfect && hit.phrase == kNone;
    if (plans_.below_plan(hit, before_hit_)) return make_plan(hit);
    if (told_of_plan || (behind_plan(hit) && plans_.goes_with_it(hit))) {
      take_over(hit, *last_plan_, last_plan_time_, "the plan told last");
      if (hit.modality == Modality::none) make_plan(hit);
      return;
    }
    if (const auto* told = beside_events_.told(hit, before_hit_); told != nullptr && !(act(hit) && told->status == "planned")) {  // "eist een bestand tijdens de top": now
      take_over(hit, told->date, told->time, "the event that it is told beside");
      return;
    }
    // "X beschuldigt Y ervan": told now, of some day before.
    if (hit.modality == Modality::unconfirmed && clause.kind == ClauseKind::infinitive && clause.parent != kNone && !parse(hit).clauses[clause.parent].past && !parse(hit).clauses[clause.parent].perfect) return;
    if (fits_.names_another(hit) || telling_.topic_of_saying(hit) || fits_.vaguely(hit, clause)) return;
    // "Het bestand dat X zaterdag had uitgeroepen, werd geschonden"
    // "De raketten die X dinsdag beloofde, komen aan": now; "het bestand, dat zaterdag inging, loopt af" tells of the same.
    const bool same = !before_hit_.empty() && before_hit_.back().type == hit.type;
    const bool then = same || clause.past || clause.perfect || is_retold(story_, hit);
    if (then && last_ && last_sentence_ == hit.sentence && clause.subject != kNone && last_subject_ == clause.subject && !last_->edtf.empty()) return take_over(hit, *last_, last_time_, "the event told last");
    if (const auto* blow = tells_news(hit, clause) ? struck_before(story_, before_hit_, hit) : nullptr) return take_over(hit, blow->date, blow->time, "the event told last");
    if (auto scene = scenes_.of(hit, clause)) {
      take(hit, scene->time, scene->basis);
      if (scene->date) hit.date = std::move(*scene->date);
      if (auto day = fits_.beside_scene(hit, clause, hit.date)) hit.date = std::move(*day);
      hit.carried = true;
      return;
    }
    if (const auto* told = told_there(before_hit_, hit); told != nullptr && !clause.perfect && !earlier(hit) && !(hit.phrase == kNone && told->sentence == hit.sentence && scenes_.tells_now(hit, clause)) && !(clause.past && told->modality == Modality::planned)) {
      take_over(hit, told->date, told->time, "an event of the kind told before at the place");
      if (told->modality == Modality::planned && hit.modality == Modality::none && clause.finite != kNone) make_plan(hit);  // "Het overleg in Oslo vindt plaats te midden van ruzie"
      return;
    }
    if (const auto* blow = published_ && tells_news(hit, clause) ? same_blow(story_, before_hit_, hit, *published_) : nullptr) return take_over(hit, blow->date, blow->time, "the event told last");
    if (!last_ || last_->edtf.empty()) return;
    const bool same_sentence = last_sentence_ == hit.sentence;
    // "X, die in februari werd benoemd, is de hoogste gast die de stad aandoet": not of the day of what another clause tells of him.
    if (same_sentence && last_subject_ != kNone && (clause.kind == ClauseKind::main || (clause.kind == ClauseKind::relative && clause.antecedent != last_subject_))) return;
    const bool over = !published_ || last_->latest <= published_->latest;  // what is told "deze week" ties a verb only
    const bool by_verb = hit.phrase == kNone || (!over && hit.phrase == clause.object && clause.past);  // "had er gesprekken"
    // "zou bovendien een dorp hebben ingenomen": a perfect is another matter, unless it tells of the same place or moment.
    const bool apart = clause.perfect && (!clause.past || clause.future) && (holds_word(story_, hit, adds_) || last_->is_open() || last_->latest - last_->earliest > 1);
    const bool tied = !apart && (!by_verb ? over && (hit.definite || (refers_back(hit) && !scenes_.tells_now(hit, clause))) : refers_back(hit) && !scenes_.tells_now(hit, clause)) && last_block_ == sentence.block;
    if (!same_sentence && (!tied || last_inserted_ || !dates_others(*last_))) return;
    if (earlier(hit)) {
      hit.date = between(kOpenPast, last_->latest);
      hit.date_basis = "before the event told last";
      return;
    }
    take_over(hit, *last_, last_time_, "the event told last");
  }

  bool behind_plan(const EventHit& hit) const { return last_plan_ && last_plan_sentence_ + 1 >= hit.sentence; }

  bool act(const EventHit& hit) const { return is_act(story_, hit); }
  bool announced(const EventHit& hit) const { return story_.rules.types[hit.type].announced; }

  // "Trump legt de steun stil. Dat maakte hij maandag bekend.", "Zij praten in Oslo. Dat gebeurt vrijdag."
  void told_after(EventHit& hit) const {
    const bool may_be = hit.modality == Modality::none || hit.modality == Modality::planned || act(hit);
    if (hit.time != kNone || hit.carried || !may_be || !published_ || earlier(hit)) return;
    const auto time = telling_.time_behind(hit, *published_);
    if (time == kNone) {
      if (const auto scene = scenes_.behind_lead(hit)) {
        take(hit, scene->time, scene->basis);
        if (scene->date) hit.date = *scene->date;
        hit.carried = true;
      }
      return;
    }
    hit.date_basis.clear();
    take(hit, time, "day of the telling, in the next sentence");
    if (hit.modality == Modality::none && hit.date.earliest > published_->latest) make_plan(hit);
    hit.carried = true;
  }

  void told_behind_colon(EventHit& hit, const EventHit& next) const {
    if (hit.time != kNone || hit.carried || next.time == kNone || !goes_on_behind_colon(story_, hit, next)) return;
    if (hit.modality != Modality::none && hit.modality != next.modality) return;
    hit.date = next.date;
    hit.carried = true;
    hit.date_basis = "told behind the colon";
    hit.modality = next.modality;
    hit.status = next.status;
  }

  // "Ook in Odesa zijn raketten ingeslagen": one time, and nothing of what was before.
  bool tells_news(const EventHit& hit, const Clause& clause) const {
    const bool told = clause.kind == ClauseKind::main || clause.kind == ClauseKind::complement;
    return told && hit.modality == Modality::none && clause.times.empty() && (clause.past != clause.perfect) && !earlier(hit) && !holds_word(story_, hit, no_carry_) && !holds_word(story_, hit, repeatedly_) && !times_.since_opens(parse(hit), clause);
  }

  bool earlier(const EventHit& hit) const { return holds_word(story_, hit, earlier_); }

  // Under the date of an overview the story is told as on that day.
  void enter(std::uint32_t block) {
    head_ = heads_.of(block);
    const bool dated = published_ && head_.time >= 0 && !head_.clock;
    day_of_telling_ = dated ? known_.times[static_cast<std::size_t>(head_.time)].expression.date : published_;
  }

  // What heads the block: "12 februari – ...". A single date above the text is not more than a date line.
  std::uint32_t block_head() const {
    if (head_.time < 0 || head_.clock || (head_.alone && heads_.alone() < 2)) return kNone;
    return static_cast<std::uint32_t>(head_.time);
  }

  void remember(const EventHit& hit) {
    if (published_ && plans_.is_ahead(hit, *published_)) {
      last_plan_ = hit.date;
      last_plan_time_ = hit.time;
      last_plan_sentence_ = hit.sentence;
    }
    if (hit.time == kNone && !hit.carried) return;
    // "sinds de inval in februari": what is told is of later.
    if (times_.under_since(parse(hit), hit.phrase)) return;
    const bool happened = hit.modality == Modality::none || hit.modality == Modality::unconfirmed;
    if (!happened || (published_ && hit.date.earliest > published_->latest)) return;
    // Recaps and relative clauses do not move the scene.
    const auto& clause = parse(hit).clauses[hit.clause];
    if (clause.kind == ClauseKind::main && !clause.perfect) {
      scene_ = hit.date;
      scene_time_ = hit.time;
      scene_block_ = known_.text_sentence(hit.sentence).block;
    }
    last_ = hit.date;
    last_time_ = hit.time;
    last_sentence_ = hit.sentence;
    last_block_ = known_.text_sentence(hit.sentence).block;
    last_subject_ = clause.kind == ClauseKind::relative ? clause.antecedent : kNone;
    last_inserted_ = last_subject_ != kNone && clause.parent != kNone && parse(hit).clauses[clause.parent].subject != last_subject_;
  }

  const Story& story_;
  const Known& known_;
  const Lexicon& lexicon_;
  ClauseTimes times_;
  Telling telling_;
  TenseDates tense_;
  Plans plans_;
  BareDates bare_dates_;
  BesideEvents beside_events_;
  CountedDates counted_;
  DateFits fits_;
  Scenes scenes_;
  const BlockHeads heads_;
  ClassId back_, earlier_, postpone_, to_, adds_, just_now_, no_, causal_, no_carry_, repeatedly_, invites_, at_the_time_;
  std::span<const EventHit> before_hit_;
  std::optional<DateValue> published_, last_, scene_, last_plan_;
  std::uint32_t last_subject_ = kNone;        // the phrase that the event told last is told of, by a relative clause
  bool last_inserted_ = false;                // ... and that is not who or what the sentence is about: "sprak met X, die dinsdag tekende"
  std::optional<DateValue> day_of_telling_;   // of publication, or of the head of the block
  std::uint32_t last_plan_time_ = kNone, last_plan_sentence_ = 0;
  std::uint32_t scene_time_ = kNone, scene_block_ = 0, last_time_ = kNone, last_sentence_ = kNone, last_block_ = kNone;
  BlockHead head_;                            // of the block that is being read
};

}  // namespace

void set_dates(const Story& story, std::vector<EventHit>& hits) {
  if (!hits.empty()) Dater(story).run(hits);
}

}  // namespace kroniek
