#include "beside.hpp"
#include "cast.hpp"
#include "event_nouns.hpp"
#include "modality.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace kroniek {

namespace {

constexpr std::uint32_t kResumed = 12;  // sentences back that an event may be taken up from
constexpr std::uint32_t kUnderHeading = 8;  // sentences on that a headline may be told in full
constexpr Day kNews = 7;               // days after which a thing is no news any more
constexpr std::size_t kMost = 512;      // events of one type that are looked at, so that time stays linear in the text

// The classes that tell mentions of one event from those of two.
struct ChainClasses {
  explicit ChainClasses(const Lexicon& lexicon)
      : repeatedly(lexicon.class_id("repeatedly")),
        wherein(lexicon.class_id("wherein_event")),
        no_carry(lexicon.class_id("no_carry")),
        too(lexicon.class_id("ties_to_before")),
        besides(lexicon.class_id("besides_word")),
        contact(lexicon.class_id("contact_noun")),
        attends(lexicon.class_id("attends_talks")),
        at(lexicon.class_id("joined_at")),
        locative(lexicon.class_id("locative")),
        another(lexicon.class_id("another_one")),
        next_round(lexicon.class_id("next_round")),
        definite(lexicon.class_id("definite")),
        happen(lexicon.class_id("happen")) {}

  ClassId repeatedly, wherein, no_carry, too, besides, contact, attends, at, locative, another, next_round, definite, happen;
};

bool subset(const People& a, const People& b) { return std::includes(b.begin(), b.end(), a.begin(), a.end()); }

bool overlap(const DateValue& a, const DateValue& b) { return a.earliest <= b.latest && b.earliest <= a.latest; }

// "Op 23 februari viel X aan met 230 drones": told to compare, and no news.
bool is_old(const Story& story, const EventHit& hit) {
  const auto& published = story.document.published;
  return hit.time != kNone && published && hit.date.latest < published->date.earliest - kNews;
}

// A headline or the first sentence, undated, and one of the next that tells it in full.
bool headline(const Story& story, const EventHit& a, const EventHit& b) {
  if (a.time != kNone || a.carried || b.sentence <= a.sentence || b.sentence > a.sentence + (in_heading(story, a) ? kUnderHeading : 4)) return false;
  if (is_old(story, b)) return false;
  return a.sentence == 0 || in_heading(story, a);
}

// "X is in Oslo op bezoek. Hij is in Oslo voor overleg met Y."
bool same_stay(const EventHit& a, const People& pa, const EventHit& b, const People& pb) {
  return !pa.empty() && !pb.empty() && a.place != -1 && a.place == b.place && a.sentence + 2 >= b.sentence && a.time == kNone && b.time == kNone;
}

// "sprak na het overleg in Oslo met de pers. In Oslo kwamen acht leiders bijeen": who was there is told later.
bool named_later(const EventHit& a, const People& pa, const EventHit& b) {
  return a.phrase != kNone && a.definite && pa.empty() && a.place != -1 && a.place == b.place && a.sentence + 3 >= b.sentence && b.phrase == kNone && (a.time == kNone || a.date == b.date);
}

// "Drones vielen Oslo aan. Een ziekenhuis werd getroffen": nobody else is said to have done it, nor when or where.
bool same_scene(const Story& story, const EventHit& a, const EventHit& b, const People& pb, ClassId locative) {
  if (!story.rules.types[b.type].frequent || !pb.empty() || b.phrase != kNone || (b.time != kNone && !b.carried) || (b.place != -1 && b.place != a.place)) return false;
  const auto block = [&](const EventHit& hit) { return story.known.text_sentence(hit.sentence).block; };
  if (a.sentence + 2 < b.sentence || block(a) != block(b)) return false;
  // "In Drobnik kwam een man om": elsewhere, though nobody knows the place
  const auto& parse = story.parses[b.sentence];
  return std::none_of(parse.phrases.begin(), parse.phrases.end(), [&](const Phrase& phrase) {
    return phrase.preposition != 0 && story.known.lexicon.in_class(phrase.preposition, locative) && story.known.text.tokens[parse.atoms[phrase.head].first].has(kCapital);
  });
}

// "Peru akkoord", where the text says that its president is: the country stands for him.
void name_as(EventHit& headline, const EventHit& told) {
  const auto stands_for_other = [&](const Filler& filler) {
    if (filler.role != 0 || filler.who.id.empty() || filler.who.country == kNoActor) return false;
    const auto other = [&](const Filler& f) { return f.role == 0 && f.who.id != filler.who.id && f.who.country == filler.who.country; };
    const auto same = [&](const Filler& f) { return f.role == 0 && f.who.id == filler.who.id; };
    return std::any_of(told.fillers.begin(), told.fillers.end(), other) && std::none_of(told.fillers.begin(), told.fillers.end(), same);
  };
  std::erase_if(headline.fillers, stands_for_other);
}

// "Ze spraken elkaar meerdere malen", "elke nacht vallen zij aan": more than one told by itself.
bool often(const Story& story, const EventHit& hit, ClassId repeatedly) {
  const auto& times = clause_of(story, hit).times;
  const auto again = [&](std::uint32_t i) { return story.known.times[story.parses[hit.sentence].atoms[i].time].kind == TimeKind::set; };
  return (story.rules.types[hit.type].frequent && std::any_of(times.begin(), times.end(), again)) || holds_word(story, hit, repeatedly);
}

// "X en Y beschuldigen elkaar van aanvallen": not the one that X is told to have made.
bool blames(const EventHit& hit, const People& people, const EventHit& other, const People& others) {
  return hit.status == "unconfirmed" && other.status != "unconfirmed" && people.size() > 1 && others.size() == 1;
}

// Two places of which neither lies in the other: "in Alaska" and "in Anchorage" may be of one event.
bool apart(const Gazetteer& gazetteer, std::int32_t a, std::int32_t b) {
  const auto lies_in = [&](std::int32_t inner, std::int32_t outer) {
    if (inner < 0) return false;
    const auto& place = gazetteer.places[static_cast<std::size_t>(inner)];
    return outer < 0 ? place.country == static_cast<std::uint32_t>(-2 - outer) : place.in == gazetteer.places[static_cast<std::size_t>(outer)].id;
  };
  return a != -1 && b != -1 && a != b && !lies_in(a, b) && !lies_in(b, a);
}

// "X had de ruil dinsdag aangekondigd", where the text tells the swap: it was announced, and has been since.
bool announced_before(const Story& story, const EventHit& hit) {
  const auto& clause = clause_of(story, hit);
  return hit.phrase != kNone && hit.definite && hit.status == "planned" && clause.past && clause.perfect && !clause.negated;
}

// Who announced it need not take part.
void leave_out_announcer(const Story& story, EventHit& hit) {
  const auto& parse = story.parses[hit.sentence];
  const auto announcers = doers_of(story.known, story.classes, parse, hit.clause);
  std::erase_if(hit.fillers, [&](const Filler& filler) {
    return filler.role == 0 && std::any_of(announcers.begin(), announcers.end(), [&](const Filler& who) { return who.who.id == filler.who.id; });
  });
}

// Whether two mentions can tell of one event.
bool compatible(const Story& story, const EventHit& a, const Cast& ca, const EventHit& b, const Cast& cb, const ChainClasses& classes) {
  if (a.type != b.type) return false;
  const auto& pa = ca.people;
  const auto& pb = cb.people;
  // A headline tells in short what the text tells next, and may name the country for its president.
  const bool in_short = headline(story, a, b);
  const bool announced = a.status == "occurred" && announced_before(story, b);
  if (!subset(pa, pb) && !subset(pb, pa) && !(in_short && in_heading(story, a) && subset(ca.sides, cb.sides))) return false;
  // A bare mention is a reference back only if it says so.
  if (pa != pb && !b.definite && !in_short && !same_stay(a, pa, b, pb) && !named_later(a, pa, b) && !same_scene(story, a, b, pb, classes.locative)) return false;
  if (apart(story.gazetteer, a.place, b.place)) return false;
  if (often(story, b, classes.repeatedly) != often(story, a, classes.repeatedly) || blames(a, pa, b, pb) || blames(b, pb, a, pa)) return false;
  const bool a_plan = a.status != "occurred" && a.status != "unconfirmed", b_plan = b.status != "occurred" && b.status != "unconfirmed" && !announced;
  if (a_plan != b_plan) return false;
  if (a_plan && a.status != b.status) return false;
  const bool a_dated = a.time != kNone && !a.carried, b_dated = b.time != kNone && !b.carried;
  if (a_dated && b_dated && !b.moved) return a.date == b.date && (!pa.empty() || !pb.empty() || a.place == b.place);
  if (!a_dated && (story.rules.types[a.type].frequent || !b.definite) && is_old(story, b)) return false;
  // One of them is undated: the same event if somebody or some place is the same.
  const bool taken_up = b.definite && b.place == -1 && a.sentence + 3 >= b.sentence;  // "de aanval"
  if (pa.empty() && pb.empty() && a.place != b.place && !taken_up) return false;
  return b.moved || announced || overlap(a.date, b.date);
}

// "het onderhoud met X" after "Y belde X": the noun says less, but means the same.
bool resumes(const Story& story, const EventHit& a, const People& pa, const EventHit& b, const People& pb, const EventRule& rule) {
  if (!rule.refers || (b.time != kNone && !b.carried)) return false;
  if (std::find(rule.refers_to.begin(), rule.refers_to.end(), a.type) == rule.refers_to.end()) return false;
  // The same people talking again without a day of its own is the same talk; fewer people only if it is a talk told before.
  if (pa != pb && !b.definite) return false;
  // "Zij spraken elkaar. Er komt een ontmoeting tussen beiden": another
  if (!b.definite && a.status == "occurred" && b.status == "planned") return false;
  // ... nor "X zal Y ontmoeten. Zij hadden een lang gesprek"
  const auto& clause = clause_of(story, b);
  if (!b.definite && a.status == "planned" && b.status == "occurred" && (clause.past || clause.perfect)) return false;
  return !pb.empty() && subset(pb, pa) && a.sentence + kResumed >= b.sentence && !apart(story.gazetteer, a.place, b.place);
}

// "X en Y hebben gebeld. Ze spraken elkaar twee uur."
bool continues(const Story& story, const EventHit& a, const People& pa, const EventHit& b, const People& pb, const ChainClasses& classes) {
  const auto& types = story.rules.rules[b.rule].continues;
  // "Bij een aanval vielen doden. Ook een ziekenhuis werd geraakt."
  const bool more = story.rules.types[b.type].frequent && pb.empty() && a.sentence + 1 == b.sentence && holds_word(story, b, classes.too);
  if ((!more && (pa != pb || pb.size() < 2)) || b.place != -1) return false;
  // "X en Y bellen dinsdag, meldt Oslo. X spreekt dinsdag met Y over gas"
  const bool same_day = b.time != kNone && !b.carried && a.place == -1 && a.date == b.date && a.status == b.status;
  if (!same_day && ((b.time != kNone && !b.carried) || a.status != "occurred" || b.status != "occurred")) return false;
  if (std::find(types.begin(), types.end(), a.type) == types.end()) return false;
  const auto block = [&](const EventHit& hit) { return story.known.text_sentence(hit.sentence).block; };
  // "De twee presidenten spraken ook over Y": of the same talk, wherever it is told.
  const bool besides = a.sentence + kResumed >= b.sentence && (same_day || holds_word(story, b, classes.besides));
  if (a.sentence >= b.sentence || (!besides && (a.sentence + 2 < b.sentence || block(a) != block(b)))) return false;
  const auto& atoms = story.parses[b.sentence].atoms;
  return std::none_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return atom.form != 0 && story.known.lexicon.in_class(atom.form, classes.no_carry); });
}

// "X kwam aan. Het is het eerste bezoek van een minister": the event told in the sentence before.
std::size_t equated(const Story& story, const EventHit& hit, const std::vector<EventHit>& kept, const EventRule& rule) {
  if (!hit.equated) return kept.size();
  const auto& clause = clause_of(story, hit);
  for (auto k = kept.size(); k-- > 0 && kept[k].sentence + 2 >= hit.sentence;) {
    // "X praat dinsdag met Y. Het is de eerste ontmoeting sinds mei."
    const bool to_come = kept[k].status == "planned" && !clause.past && !clause.perfect;
    // "X werd in Oslo ontvangen. Het was zijn derde bezoek aan Oslo."
    const bool stay = is_talks(story, hit) && is_talks(story, kept[k]) && hit.place != -1 && hit.place == kept[k].place;
    const bool named = stay || std::find(rule.refers_to.begin(), rule.refers_to.end(), kept[k].type) != rule.refers_to.end();
    if (named && (kept[k].status == hit.status || to_come)) return k;
  }
  return kept.size();
}

// "het gesprek dat X vrijdag voerde met Y. Ze belden die dag": what was told as a talk of some kind was that call.
bool specifies(const Story& story, const EventHit& a, const Cast& ca, const EventHit& b, const Cast& cb, ClassId contact) {
  // "X praat met Y", above a text that tells of their call
  const bool in_short = a.phrase == kNone && headline(story, a, b) && in_heading(story, a) && ca.sides == cb.sides;
  const auto& rule = story.rules.rules[a.rule];
  const auto& refers = in_short ? rule.continues : rule.refers_to;
  if (a.type == b.type || (a.phrase == kNone && !in_short) || std::find(refers.begin(), refers.end(), b.type) == refers.end() || (ca.people != cb.people && !in_short) || ca.people.size() < 2) return false;
  const auto& trigger = story.parses[a.sentence].atoms[a.trigger];
  if (a.status != b.status || a.place != -1 || (!in_short && !holds_class(story.known, trigger.first, trigger.last, contact))) return false;
  return a.sentence + kResumed >= b.sentence && (a.date == b.date || ((b.time == kNone || in_short) && overlap(a.date, b.date)));
}

// "X is in Oslo voor een top. Y kwam ook om de top bij te wonen": the talks told before, whoever else is there.
bool attends_told(const Story& story, const EventHit& a, const EventHit& b, const ChainClasses& classes) {
  const auto& clause = clause_of(story, b);
  const auto& parse = story.parses[b.sentence];
  const auto& lexicon = story.known.lexicon;
  if (a.type != b.type || (b.time != kNone && !b.carried) || a.status == "negated" || b.status == "negated") return false;
  if (apart(story.gazetteer, a.place, b.place) || (a.status == "planned" && b.status == "occurred" && clause.past)) return false;
  const bool takes_part = verb_in(lexicon, clause.verb, classes.attends);
  if (b.phrase != kNone) return b.definite && takes_part;
  // "bij het overleg zijn X en Y aanwezig"
  return (takes_part || verb_in(lexicon, clause.verb, story.classes.copula)) && std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) {
    const auto& phrase = parse.phrases[p];
    if (phrase.of != kNone || phrase.preposition == 0 || !lexicon.in_class(phrase.preposition, classes.at) || phrase.last - phrase.first != 3 || !is_of(lexicon, parse.atoms[phrase.first + 1], classes.definite)) return false;
    const auto types = types_named(story, parse, p);
    return std::find(types.begin(), types.end(), a.type) != types.end();
  });
}

bool dated(const EventHit& hit) { return hit.time != kNone && !hit.carried; }

// "X wil Y ontmoeten. De ontmoeting kan deze maand plaatsvinden": the plan, of which more is told.
bool tells_when(const Story& story, const EventHit& a, const People& pa, const EventHit& b, const People& pb, const ChainClasses& classes) {
  if (a.type != b.type || a.status != "planned" || b.status == "occurred" || b.status == "negated" || !b.definite || a.sentence + 2 < b.sentence) return false;
  const auto& parse = story.parses[b.sentence];
  const auto& clause = parse.clauses[b.clause];
  if (b.phrase == kNone || b.phrase != clause.subject || !verb_in(story.known.lexicon, clause.verb, classes.happen) || !subset(pb, pa) || apart(story.gazetteer, a.place, b.place)) return false;
  if (dated(a) && dated(b) ? !(a.date == b.date) : !overlap(a.date, b.date)) return false;
  return std::none_of(parse.clauses.begin(), parse.clauses.end(), [&](const Clause& below) { return below.kind == ClauseKind::conditional; });
}

// A mention without a date joins a chain, but must not tie events of different days together; nor one of the day of its scene.
bool other_day(const std::vector<DateValue>& days, const EventHit& hit) {
  return !hit.moved && std::any_of(days.begin(), days.end(), [&](const DateValue& day) { return dated(hit) ? !(day == hit.date) : hit.carried && !overlap(day, hit.date); });
}

// "namen sancties aan, waarmee schepen op de lijst belandden": the clause goes on about the event above it.
bool elaborates(const Story& story, const EventHit& a, const People& pa, const EventHit& b, const People& pb, ClassId wherein) {
  if (a.type != b.type || a.sentence != b.sentence) return false;
  if (goes_on_behind_colon(story, a, b) && !dated(a) && a.status == b.status) return true;
  const auto& parse = story.parses[b.sentence];
  const auto& clause = parse.clauses[b.clause];
  // "heeft aangekondigd dat Nederland een miljard uittrekt": the act and its content are one.
  const bool content = clause.parent == a.clause && (clause.kind == ClauseKind::complement || clause.kind == ClauseKind::infinitive);
  if (content && story.rules.types[b.type].speech_act) return true;
  // "kwamen bijeen om te overleggen": what they came together for is that meeting.
  if (clause.parent == a.clause && clause.kind == ClauseKind::infinitive && clause.opener != kNone && (!dated(b) || b.date == a.date)) return subset(pb, pa);
  // "bereiden een macht voor die naar X kan worden gestuurd": what it is for.
  if (clause.parent == a.clause && clause.kind == ClauseKind::relative && clause.passive && clause.antecedent != kNone && clause.antecedent == parse.clauses[a.clause].object && !dated(b)) return subset(pb, pa);
  if (clause.parent != a.clause || clause.opener == kNone || parse.atoms[clause.opener].form == 0) return false;
  if (!story.known.lexicon.in_class(parse.atoms[clause.opener].form, wherein)) return false;
  return (!dated(b) || b.date == a.date) && (subset(pb, pa) || subset(pa, pb));
}

// "Peru wil de sancties niet steunen. Om de sancties aan te nemen is meer nodig": it is one measure, wherever it stands.
bool same_measure(const Story& story, const EventHit& a, const EventHit& b, const People& pb) {
  if (a.type != b.type || is_talks(story, a) || !b.definite || !pb.empty() || dated(b) || apart(story.gazetteer, a.place, b.place)) return false;
  return (b.status == "planned" || b.status == "conditional") && a.status != "occurred" && a.status != "unconfirmed";
}

// The mention is told as the event is: whether and when.
void tell_as(EventHit& hit, const EventHit& told) {
  set_modality(hit, told.modality);
  hit.date = told.date;
  hit.date_basis = told.date_basis;
}

// "X en Y bellen over een bestand", where the text begins "X en Y bellen dinsdag": the headline is of that plan.
void plan_headlines(const Story& story, std::vector<EventHit>& hits, Participants& participants) {
  for (auto at = hits.begin(); at != hits.end(); ++at) {
    auto& hit = *at;
    const auto& clause = clause_of(story, hit);
    if (!in_heading(story, hit) || hit.status != "occurred" || hit.time != kNone || clause.past || clause.perfect || !is_talks(story, hit)) continue;
    const auto cast = participants.of(hit);
    if (cast.sides.empty()) continue;
    for (auto told = at + 1; told != hits.end() && told->sentence <= hit.sentence + kUnderHeading; ++told) {
      if (told->type != hit.type || in_heading(story, *told) || !subset(cast.sides, participants.of(*told).sides)) continue;
      if (told->status == "planned") tell_as(hit, *told);
      break;
    }
  }
}

// "X en Y praatten in Oslo. De vorige ronde was op 2 maart": of the same people, on another day.
bool take_people_of_last(const Story& story, EventHit& hit, const std::vector<EventHit>& kept, const ChainClasses& classes) {
  const auto takes_part = [](const Filler& filler) { return filler.role == 0 && !filler.who.id.empty(); };
  if (!is_talks(story, hit) || std::any_of(hit.fillers.begin(), hit.fillers.end(), takes_part)) return false;
  const auto& parse = story.parses[hit.sentence];
  const auto& trigger = parse.atoms[hit.trigger];
  const bool another = hit.phrase != kNone ? phrase_holds(story.known, parse, hit.phrase, classes.another) : holds_class(story.known, trigger.first, trigger.last, classes.next_round);
  if (!another) return false;
  for (auto k = kept.rbegin(); k != kept.rend() && k->sentence + 2 >= hit.sentence; ++k) {
    if (!is_talks(story, *k) || std::count_if(k->fillers.begin(), k->fillers.end(), takes_part) < 2) continue;
    std::copy_if(k->fillers.begin(), k->fillers.end(), std::back_inserter(hit.fillers), takes_part);
    return true;
  }
  return false;
}

// What a mention without roles of its own stands for: "het overleg".
class References {
 public:
  explicit References(const Story& story)
      : story_(story), beside_(story), happen_(story.known.lexicon.class_id("happen")), begins_(story.known.lexicon.class_id("begins_talks")) {}

  // One past the event told before; 0: none.
  template <class Fits>
  std::size_t find(const EventHit& hit, const std::vector<EventHit>& kept, Fits fits) const {
    const auto& types = story_.rules.rules[hit.rule].refers_to;
    const bool held = beside_.was_held(hit);
    std::size_t planned = 0;
    for (auto k = kept.size(); k-- > 0 && near(kept[k], hit);) {
      // "het gesprek ging niet door", "het gesprek begint vrijdag": another than the one that was held
      if ((hit.status == "negated" || hit.status == "planned") && kept[k].status == "occurred") continue;
      if (!fits(k) || std::find(types.begin(), types.end(), kept[k].type) == types.end()) continue;
      if (!held || kept[k].status != "planned") return k + 1;
      if (planned == 0) planned = k + 1;
    }
    return planned;
  }

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
  static bool near(const EventHit& told, const EventHit& hit) { return told.sentence + kResumed >= hit.sentence; }

  const Story& story_;
  BesideEvents beside_;
  ClassId happen_, begins_;
};

}  // namespace

void chain_mentions(const Story& story, std::vector<EventHit>& hits) {
  const ChainClasses classes(story.known.lexicon);
  std::uint32_t next = 0;
  std::vector<EventHit> kept;
  std::vector<Cast> casts;                   // of `kept`
  std::vector<std::vector<DateValue>> days;  // per chain: those of its dated events, each once
  std::vector<std::vector<std::size_t>> of_type(story.rules.types.size());
  Participants participants(story.gazetteer);
  const References references(story);
  plan_headlines(story, hits, participants);
  const auto near = [&](std::size_t k, const EventHit& hit) { return kept[k].sentence + kResumed >= hit.sentence; };
  for (auto& hit : hits) {
    const auto& rule = story.rules.rules[hit.rule];
    const auto& same = of_type[hit.type];
    const auto recent = same.end() - static_cast<std::ptrdiff_t>(std::min(same.size(), kMost));
    if (announced_before(story, hit) && std::any_of(recent, same.end(), [&](std::size_t k) { return kept[k].status == "occurred"; })) leave_out_announcer(story, hit);
    auto cast = participants.of(hit);
    std::size_t antecedent = 0;  // one past it; 0: none
    if (hit.refers) {
      // "is te gast", and behind it "het bezoek in september": another day than that of the telling
      const auto past = [&](const EventHit& told) { return dated(hit) && !told.carried && told.time == kNone && !overlap(told.date, hit.date); };
      antecedent = references.find(hit, kept, [&](std::size_t k) { return !other_day(days[kept[k].chain], hit) && !past(kept[k]); });
      if (antecedent == 0 && !hit.day_of_its_own && !references.goes_on_ahead(hit, kept)) continue;
    }
    if (antecedent != 0) {
      // a mention of it
    } else if (const auto told = equated(story, hit, kept, rule); told != kept.size()) {
      antecedent = told + 1;
    } else {
      for (auto k = same.end(); k != recent && antecedent == 0;) {
        const auto& one = kept[*--k];
        const bool tied = (compatible(story, one, casts[*k], hit, cast, classes) && !other_day(days[one.chain], hit)) ||
                          elaborates(story, one, casts[*k].people, hit, cast.people, classes.wherein);
        if (tied) antecedent = *k + 1;
      }
      for (auto k = kept.size(); antecedent == 0 && k-- > 0 && near(k, hit);) {
        if (!specifies(story, kept[k], casts[k], hit, cast, classes.contact)) continue;
        antecedent = k + 1;
        for (auto& one : kept) {
          if (one.chain == kept[k].chain) one.type = hit.type;
        }
      }
      for (auto k = kept.size(); k-- > antecedent && near(k, hit);) {
        if (!resumes(story, kept[k], casts[k].people, hit, cast.people, rule) && !continues(story, kept[k], casts[k].people, hit, cast.people, classes)) continue;
        antecedent = k + 1;
        break;
      }
      for (auto k = kept.size(); antecedent == 0 && k-- > 0 && near(k, hit);) {
        if (!attends_told(story, kept[k], hit, classes)) continue;
        antecedent = k + 1;
        tell_as(hit, kept[k]);
      }
      for (auto k = kept.size(); antecedent == 0 && k-- > 0 && near(k, hit);) {
        if (!tells_when(story, kept[k], casts[k].people, hit, cast.people, classes) && !same_measure(story, kept[k], hit, cast.people)) continue;
        antecedent = k + 1;
        set_modality(hit, kept[k].modality);
      }
    }
    if (antecedent != 0) {
      auto& first = kept[antecedent - 1];
      participants.name_country(hit, first);
      // "Zij overleggen donderdag. X schuift bij dat overleg aan."
      const bool goes_along = first.status == "planned" && hit.status == "occurred" && !dated(hit) && !clause_of(story, hit).past && !clause_of(story, hit).perfect;
      if (goes_along || (first.status == "occurred" && announced_before(story, hit))) tell_as(hit, first);
      hit.type = first.type;
      if (first.status != "occurred" && first.status != "negated" && first.status != "unconfirmed" && references.leaves_open(hit)) tell_as(hit, first);
      auto& people = casts[antecedent - 1].people;
      if (in_heading(story, first)) {
        if (!subset(people, cast.people)) {
          name_as(first, hit);
          people = participants.people(first);
        }
        // "Peru stopt steun", where the text goes on "Peru legt de steun stil": the headline is of that day.
        if (first.time == kNone && hit.time == kNone && first.date.is_open() && !hit.date.is_open()) {
          first.date = hit.date;
          first.date_basis = hit.date_basis;
        }
      }
    }
    if (antecedent == 0 && take_people_of_last(story, hit, kept, classes)) cast = participants.of(hit);
    hit.chain = antecedent != 0 ? kept[antecedent - 1].chain : next++;
    days.resize(next);
    // "zou deze week gaan. Dat bezoek is verschoven naar 27 maart.": one plan, on its new day.
    for (auto k = hit.moved && antecedent != 0 ? kept.size() : 0; k-- > 0 && near(k, hit);) {
      if (kept[k].chain != hit.chain || kept[k].status != hit.status) continue;
      kept[k].date = hit.date;
      kept[k].date_basis = hit.date_basis;
      kept[k].time = hit.time;
    }
    auto& own = days[hit.chain];
    if (dated(hit) && std::find(own.begin(), own.end(), hit.date) == own.end()) own.push_back(hit.date);
    of_type[hit.type].push_back(kept.size());
    kept.push_back(std::move(hit));
    casts.push_back(std::move(cast));
  }
  hits = std::move(kept);
}

}  // namespace kroniek
