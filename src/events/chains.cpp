#include "beside.hpp"
#include "cast.hpp"
#include "modality.hpp"
#include "same_event.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

namespace kroniek {

namespace {

constexpr std::size_t kMost = 512;  // events of one type that are looked at, so that time stays linear in the text

// "Peru akkoord", where the text says that its president is: the country stands for him.
void name_as(EventHit& headline, const EventHit& told) {
  const auto stands_for_other = [&](const Filler& filler) {
    if (filler.role != 0 || filler.who.id.empty() || filler.who.country == kNoActor) return false;
    const auto other = [&](const Filler& f) { return f.role == 0 && f.who.id != filler.who.id && f.who.country == filler.who.country; };
    return std::any_of(told.fillers.begin(), told.fillers.end(), other) && !takes_part(told, filler.who);
  };
  std::erase_if(headline.fillers, stands_for_other);
}

// Who announced it need not take part.
void leave_out_announcer(const Story& story, EventHit& hit) {
  const auto& parse = story.parses[hit.sentence];
  const auto announcers = doers_of(story.known, story.classes, parse, hit.clause);
  std::erase_if(hit.fillers, [&](const Filler& filler) { return filler.role == 0 && holds_actor(announcers, filler.who); });
}

// A mention without a date joins a chain, but must not tie events of different days together; nor one of the day of its scene.
bool other_day(const std::vector<DateValue>& days, const EventHit& hit) {
  return !hit.moved && std::any_of(days.begin(), days.end(), [&](const DateValue& day) { return dated(hit) ? !(day == hit.date) : hit.carried && !overlap(day, hit.date); });
}

// "Maandag beschuldigden zij elkaar ervan de ruil te vertragen": on that day something was said of it.
bool said_of_it(const Story& story, const EventHit& hit) {
  const auto& clause = clause_of(story, hit);
  if (!hit.refers || hit.phrase == kNone || clause.kind != ClauseKind::infinitive || clause.parent == kNone || hit.time == kNone) return false;
  const auto& parse = story.parses[hit.sentence];
  return verb_in(story.known.lexicon, parse.clauses[clause.parent].verb, story.classes.accuse) && std::none_of(clause.times.begin(), clause.times.end(), [&](std::uint32_t i) { return parse.atoms[i].time == hit.time; });
}

// The mention is told as the event is: whether and when.
void tell_as(EventHit& hit, const EventHit& told) {
  set_modality(hit, told.modality);
  hit.date = told.date;
  hit.date_basis = told.date_basis;
}

// What a mention without roles of its own stands for: "het overleg".
class References {
 public:
  explicit References(const Story& story)
      : story_(story), beside_(story), happen_(story.known.lexicon.class_id("happen")), begins_(story.known.lexicon.class_id("begins_talks")), earlier_(story.known.lexicon.class_id("earlier")) {}

  // One past the event told before; 0: none.
  template <class Fits>
  std::size_t find(const EventHit& hit, const std::vector<EventHit>& kept, Fits fits) const {
    const bool held = beside_.was_held(hit);
    const auto& clause = clause_of(story_, hit);
    const bool over = hit.status == "occurred" && (clause.past || clause.perfect) && !clause.future;
    std::size_t planned = 0, recalled = 0;
    for (auto k = kept.size(); k-- > 0 && near(kept[k], hit);) {
      if (kept[k].another) continue;
      // "het gesprek ging niet door", "het gesprek begint vrijdag": another than the one that was held
      if ((hit.status == "negated" || hit.status == "planned") && kept[k].status == "occurred") continue;
      if (!fits(k) || !may_refer_to(story_, hit, kept[k].type)) continue;
      // "overlegt in Oslo met X. Zij zagen elkaar eerder al. Na het gesprek zei hij": not the one that the text only recalls
      const bool recall = held && kept[k].status == "occurred" && holds_word(story_, kept[k], earlier_);
      // "mogelijk ontmoet X Z. Voor het gesprek had Y gezegd": nor what may never come
      const bool plan = left_open(kept[k]) && (held || (over && kept[k].status != "planned"));
      if (!recall && !plan) return k + 1;
      auto& other = recall ? recalled : planned;
      if (other == 0) other = k + 1;
    }
    return planned != 0 ? planned : recalled;
  }

  bool was_held(const EventHit& hit) const { return hit.refers && beside_.was_held(hit); }

  // "hekelt het overleg", behind a plan: nothing is told of whether it was held.
  bool leaves_open(const EventHit& hit) const {
    if (!hit.refers || hit.status != "occurred" || hit.phrase == kNone || dated(hit) || beside_.was_held(hit)) return false;
    const auto& clause = clause_of(story_, hit);
    const bool told = clause.past || clause.perfect;
    return !told || hit.phrase != clause.subject || !verb_in(story_.known.lexicon, clause.verb, happen_);
  }

  // "Zij spraken elkaar. De onderhandelingen beginnen vrijdag": not those, and not another's.
  bool goes_on_ahead(const EventHit& hit, const std::vector<EventHit>& kept) const {
    const auto& clause = clause_of(story_, hit);
    if (hit.status != "planned" || hit.phrase == kNone || hit.phrase != clause.subject || !verb_in(story_.known.lexicon, clause.verb, begins_)) return false;
    for (auto k = kept.size(); k-- > 0 && near(kept[k], hit);) {
      if (kept[k].type == hit.type && kept[k].status == "occurred") return true;
    }
    return false;
  }

 private:
  const Story& story_;
  BesideEvents beside_;
  ClassId happen_, begins_, earlier_;
};

// The mentions so far and the chains that they form.
class Chains {
 public:
  explicit Chains(const Story& story)
      : story_(story), same_(story), references_(story), participants_(story.gazetteer), another_(story.known.lexicon.class_id("another_one")),
        next_round_(story.known.lexicon.class_id("next_round")), such_(story.known.lexicon.class_id("such_one")), cancel_(story.known.lexicon.class_id("cancel")), of_type_(story.rules.types.size()) {}

  void plan_headlines(std::vector<EventHit>& hits);
  void add(EventHit& hit);
  std::vector<EventHit> take() { return std::move(kept_); }

 private:
  using Place = std::size_t;  // one past a mention; 0: none

  Place referred_to(const EventHit& hit) const;
  Place taken_up(const EventHit& hit, const Cast& cast) const;
  Place held_meanwhile(const EventHit& hit, const Cast& cast) const;
  Place missed(const EventHit& hit) const;
  Place equated(const EventHit& hit, const Cast& cast) const;
  Place told_before(EventHit& hit, const Cast& cast, bool often);
  void join(EventHit& hit, const Cast& cast, Place antecedent);
  void put_off(const EventHit& hit);
  void hold(std::uint32_t chain, const EventHit& hit);
  void keep(EventHit& hit, Cast cast, bool often);
  bool take_people_of_last(EventHit& hit) const;

  // The latest mention from `least` on, not too far back, that fits.
  template <class Fits>
  Place latest(const EventHit& hit, Fits fits, Place least = 0) const {
    for (auto k = kept_.size(); k-- > least && near(kept_[k], hit);) {
      if (fits(k)) return k + 1;
    }
    return 0;
  }

  MentionView mention(std::size_t k) const { return {kept_[k], casts_[k].people, casts_[k].sides, often_[k]}; }
  // Those of the type of the hit that are looked at.
  std::span<const std::size_t> recent(const EventHit& hit) const {
    const std::span<const std::size_t> all(of_type_[hit.type]);
    return all.last(std::min(all.size(), kMost));
  }

  const Story& story_;
  SameEvent same_;
  References references_;
  Participants participants_;
  ClassId another_, next_round_, such_, cancel_;
  std::vector<EventHit> kept_;
  std::vector<Cast> casts_;                   // of `kept_`
  std::vector<bool> often_;                   // the same
  std::vector<std::vector<DateValue>> days_;  // per chain: those of its dated events, each once
  std::vector<std::vector<std::size_t>> of_type_;
};

// "X en Y bellen over een bestand", where the text begins "X en Y bellen dinsdag": the headline is of that plan.
void Chains::plan_headlines(std::vector<EventHit>& hits) {
  for (auto at = hits.begin(); at != hits.end(); ++at) {
    auto& hit = *at;
    const auto& clause = clause_of(story_, hit);
    if (!in_heading(story_, hit) || hit.status != "occurred" || hit.time != kNone || clause.past || clause.perfect || !is_talks(story_, hit)) continue;
    const auto cast = participants_.of(hit);
    if (cast.sides.empty()) continue;
    for (auto told = at + 1; told != hits.end() && told->sentence <= hit.sentence + kUnderHeading; ++told) {
      if (told->type != hit.type || in_heading(story_, *told) || !subset(cast.sides, participants_.of(*told).sides)) continue;
      if (told->status == "planned") tell_as(hit, *told);
      break;
    }
  }
}

// What a mention that may be one back stands for.
Chains::Place Chains::referred_to(const EventHit& hit) const {
  // "is te gast", and behind it "het bezoek in september": another day than that of the telling
  const auto past = [&](const EventHit& told) { return dated(hit) && !told.carried && told.time == kNone && !overlap(told.date, hit.date); };
  return references_.find(hit, kept_, [&](std::size_t k) { return !often_[k] && !other_day(days_[kept_[k].chain], hit) && !past(kept_[k]) && !same_.one_is_new(kept_[k], hit); });
}

// "X belde met Y. Het gesprek begon om drie uur", "Zo'n gesprek staat voor dinsdag gepland": it says when or where, but not whose.
Chains::Place Chains::taken_up(const EventHit& hit, const Cast& cast) const {
  const bool such = hit.phrase != kNone && !hit.definite && mention_holds(story_, hit, such_);
  if (hit.refers || hit.phrase == kNone || !(hit.definite || such) || !cast.people.empty() || hit.another || !is_talks(story_, hit)) return 0;
  const auto told = referred_to(hit);
  if (told == 0 || same_.apart(kept_[told - 1], hit) || (such && !left_open(kept_[told - 1]))) return 0;
  return kept_[told - 1].type == hit.type || hit.place == -1 ? told : 0;
}

// "X leidt vrijdag de top in Oslo. Terwijl in Oslo werd vergaderd, ...": whose they are is not told again.
Chains::Place Chains::held_meanwhile(const EventHit& hit, const Cast& cast) const {
  if (hit.phrase != kNone || hit.place == -1 || !cast.people.empty() || !is_talks(story_, hit) || clause_of(story_, hit).kind != ClauseKind::adverbial) return 0;
  const auto all = recent(hit);
  const auto held = std::find_if(all.rbegin(), all.rend(), [&](std::size_t k) {
    const auto& told = kept_[k];
    const bool there = told.place == hit.place || (told.place == -1 && told.date == hit.date);
    return there && !told.another && !often_[k] && !other_day(days_[told.chain], hit);
  });
  return held == all.rend() ? 0 : *held + 1;
}

// "X en Y praatten in Oslo. Z was niet bij het overleg": the talks were held, or will be, without Z; but "X zegde het overleg af".
Chains::Place Chains::missed(const EventHit& hit) const {
  if (hit.status != "negated" || hit.phrase != kNone || !hit.definite || !is_talks(story_, hit)) return 0;
  const auto& clause = clause_of(story_, hit);
  if (verb_in(story_.known.lexicon, clause.verb, cancel_)) return 0;
  return latest(hit, [&](std::size_t k) {
    const auto& told = kept_[k];
    return is_talks(story_, told) && told.status != "negated" && (told_as_done(told) || !clause.past) && !told.another && !same_.apart(told, hit) && !other_day(days_[told.chain], hit);
  });
}

// "X kwam aan. Het is het eerste bezoek van een minister": the event told in the sentence before.
Chains::Place Chains::equated(const EventHit& hit, const Cast& cast) const {
  if (!hit.equated) return 0;
  const auto& clause = clause_of(story_, hit);
  const MentionView next{hit, cast.people, cast.sides, false};
  for (auto k = kept_.size(); k-- > 0 && kept_[k].sentence + 2 >= hit.sentence;) {
    // "X praat dinsdag met Y. Het is de eerste ontmoeting sinds mei."
    const bool to_come = kept_[k].status == "planned" && !clause.past && !clause.perfect;
    // "X werd in Oslo ontvangen. Het was zijn derde bezoek aan Oslo."
    const bool stay = is_talks(story_, hit) && is_talks(story_, kept_[k]) && hit.place != -1 && hit.place == kept_[k].place;
    const bool counted = hit.phrase == kNone && same_.counts(mention(k), next);
    if ((stay || counted || may_refer_to(story_, hit, kept_[k].type)) && (kept_[k].status == hit.status || to_come)) return k + 1;
  }
  return 0;
}

// The mention of the same event; how the event is told may settle how this one is, and what kind of talks it was.
Chains::Place Chains::told_before(EventHit& hit, const Cast& cast, bool often) {
  const MentionView next{hit, cast.people, cast.sides, often};
  Place antecedent = 0;
  const auto same_type = recent(hit);
  for (auto k = same_type.rbegin(); k != same_type.rend() && antecedent == 0; ++k) {
    const auto told = mention(*k);
    if ((same_.compatible(told, next) && !other_day(days_[told.hit.chain], hit)) || same_.elaborates(told, next)) antecedent = *k + 1;
  }
  if (antecedent == 0) {
    antecedent = latest(hit, [&](std::size_t k) { return same_.specifies(mention(k), next); });
    for (auto& one : kept_) {
      if (antecedent != 0 && one.chain == kept_[antecedent - 1].chain) one.type = hit.type;
    }
  }
  const auto last = is_talks(story_, hit) ? latest(hit, [&](std::size_t k) { return is_talks(story_, kept_[k]) && !kept_[k].another; }) : 0;
  const auto resumed = latest(hit, [&](std::size_t k) { return same_.resumes(mention(k), next) || same_.continues(mention(k), next, last != 0 && kept_[k].chain == kept_[last - 1].chain); }, antecedent);
  if (resumed != 0) {
    antecedent = resumed;
    // "X belde Y. Zij zouden over gas hebben gesproken": that they spoke is no hearsay
    if (kept_[resumed - 1].status == "occurred" && hit.status == "unconfirmed") set_modality(hit, kept_[resumed - 1].modality);
  }
  if (antecedent != 0) return antecedent;
  antecedent = latest(hit, [&](std::size_t k) { return same_.attends(kept_[k], hit); });
  if (antecedent != 0) {
    tell_as(hit, kept_[antecedent - 1]);
    return antecedent;
  }
  antecedent = latest(hit, [&](std::size_t k) { return same_.tells_when(mention(k), next) || same_.same_measure(mention(k), next); });
  if (antecedent != 0) set_modality(hit, kept_[antecedent - 1].modality);
  return antecedent;
}

// What the hit and the first of its kind say of each other.
void Chains::join(EventHit& hit, const Cast& cast, Place antecedent) {
  auto& first = kept_[antecedent - 1];
  participants_.name_country(hit, first);
  // "Zij overleggen donderdag. X schuift bij dat overleg aan."
  const bool goes_along = first.status == "planned" && hit.status == "occurred" && !dated(hit) && !clause_of(story_, hit).past && !clause_of(story_, hit).perfect;
  if (told_as_done(first) && said_of_it(story_, hit)) tell_as(hit, first);
  if (goes_along || (first.status == "occurred" && same_.announced_before(hit))) tell_as(hit, first);
  hit.type = first.type;
  if (left_open(first) && references_.leaves_open(hit)) tell_as(hit, first);
  if (first.status == "planned" && hit.status == "occurred" && references_.was_held(hit)) hold(first.chain, hit);
  if (!in_heading(story_, first)) return;
  auto& people = casts_[antecedent - 1].people;
  if (!subset(people, cast.people)) {
    name_as(first, hit);
    people = participants_.people(first);
  }
  // "Peru stopt steun", where the text goes on "Peru legt de steun stil": the headline is of that day.
  if (first.time == kNone && hit.time == kNone && first.date.is_open() && !hit.date.is_open()) {
    first.date = hit.date;
    first.date_basis = hit.date_basis;
  }
}

// "is in Oslo voor overleg. Na het overleg zei hij": the plan of the same paragraph has been carried out, by the day of publication.
// What an earlier paragraph tells stays as it was.
void Chains::hold(std::uint32_t chain, const EventHit& hit) {
  const auto& published = story_.document.published;
  for (auto& told : kept_) {
    if (told.chain != chain || told.status != "planned" || !same_block(story_, told, hit)) continue;
    set_modality(told, Modality::none);
    if (!published || told.date.latest != kOpenFuture) continue;
    told.date = published->date;
    told.date_basis = "of the day of publication";
  }
}

// "zou deze week gaan. Dat bezoek is verschoven naar 27 maart.": one plan, on its new day.
void Chains::put_off(const EventHit& hit) {
  for (auto k = kept_.size(); k-- > 0 && near(kept_[k], hit);) {
    auto& told = kept_[k];
    if (told.chain != hit.chain || told.status != hit.status) continue;
    told.date = hit.date;
    told.date_basis = hit.date_basis;
    told.time = hit.time;
  }
}

// "X en Y praatten in Oslo. De vorige ronde was op 2 maart": of the same people, on another day.
bool Chains::take_people_of_last(EventHit& hit) const {
  if (!is_talks(story_, hit) || std::any_of(hit.fillers.begin(), hit.fillers.end(), is_participant)) return false;
  if (!mention_holds(story_, hit, hit.phrase != kNone ? another_ : next_round_)) return false;
  for (auto k = kept_.rbegin(); k != kept_.rend() && k->sentence + 2 >= hit.sentence; ++k) {
    if (!is_talks(story_, *k) || std::count_if(k->fillers.begin(), k->fillers.end(), is_participant) < 2) continue;
    std::copy_if(k->fillers.begin(), k->fillers.end(), std::back_inserter(hit.fillers), is_participant);
    return true;
  }
  return false;
}

void Chains::keep(EventHit& hit, Cast cast, bool often) {
  auto& own = days_[hit.chain];
  if (dated(hit) && std::find(own.begin(), own.end(), hit.date) == own.end()) own.push_back(hit.date);
  of_type_[hit.type].push_back(kept_.size());
  kept_.push_back(std::move(hit));
  casts_.push_back(std::move(cast));
  often_.push_back(often);
}

void Chains::add(EventHit& hit) {
  const auto held = [&](std::size_t k) { return kept_[k].status == "occurred"; };
  const auto same_type = recent(hit);
  if (same_.announced_before(hit) && std::any_of(same_type.begin(), same_type.end(), held)) leave_out_announcer(story_, hit);
  if (same_.was_before(hit) && std::any_of(same_type.begin(), same_type.end(), [&](std::size_t k) { return held(k) && !dated(kept_[k]); })) hit.another = true;
  auto antecedent = missed(hit);
  if (antecedent != 0) {
    std::erase_if(hit.fillers, is_participant);
    tell_as(hit, kept_[antecedent - 1]);
  }
  auto cast = participants_.of(hit);
  if (antecedent == 0 && hit.refers) antecedent = referred_to(hit);
  if (antecedent == 0 && hit.refers && !hit.day_of_its_own && !references_.goes_on_ahead(hit, kept_)) return;
  if (antecedent == 0) antecedent = taken_up(hit, cast);
  if (antecedent == 0) antecedent = held_meanwhile(hit, cast);
  if (antecedent == 0) antecedent = equated(hit, cast);
  const auto type = hit.type;
  bool often = same_.often(hit);
  if (antecedent == 0) antecedent = told_before(hit, cast, often);
  if (antecedent != 0) {
    join(hit, cast, antecedent);
  } else if (take_people_of_last(hit)) {
    cast = participants_.of(hit);
  }
  hit.chain = antecedent != 0 ? kept_[antecedent - 1].chain : static_cast<std::uint32_t>(days_.size());
  if (antecedent == 0) days_.emplace_back();
  if (hit.moved && antecedent != 0) put_off(hit);
  if (hit.type != type) often = same_.often(hit);  // another type may be one of those told many times
  keep(hit, std::move(cast), often);
}

}  // namespace

void chain_mentions(const Story& story, std::vector<EventHit>& hits) {
  Chains chains(story);
  chains.plan_headlines(hits);
  for (auto& hit : hits) chains.add(hit);
  hits = chains.take();
}

}  // namespace kroniek
