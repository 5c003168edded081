#include "event_nouns.hpp"

#include <algorithm>

namespace kroniek {

namespace {

// The noun rules that the head of the phrase triggers.
template <class Add>
void each_noun_rule(const Story& story, const Parse& parse, std::uint32_t phrase, Add add_rule) {
  const auto& lexicon = story.known.lexicon;
  const auto& rules = story.rules;
  const auto add = [&](std::uint32_t index) {
    if (rules.rules[index].trigger == TriggerKind::noun) add_rule(rules.rules[index]);
  };
  const auto each = [&](const auto& index, auto key) {
    using Entry = typename std::decay_t<decltype(index)>::value_type;
    for (auto it = std::lower_bound(index.begin(), index.end(), Entry{key, 0}); it != index.end() && it->first == key; ++it) add(it->second);
  };
  const auto& head = parse.atoms[parse.phrases[phrase].head];
  for (auto token = head.first; token < head.last; ++token) {
    const auto& t = story.known.text.tokens[token];
    for (const auto form : {t.form, t.tail}) {
      if (form == 0) continue;
      for (const auto& reading : lexicon.readings(form)) {
        if (reading.pos != Pos::noun) continue;
        if (form == t.tail && form != t.form && !lexicon.lexeme(reading.lexeme).compound) continue;
        each(rules.by_lexeme, reading.lexeme);
        for (const auto cls : lexicon.classes(reading.lexeme)) each(rules.by_class, cls);
      }
    }
  }
}

}  // namespace

bool names_other_event(const Story& story, const Parse& parse, std::uint32_t phrase, std::uint16_t type, bool by_itself) {
  bool other = false;
  each_noun_rule(story, parse, phrase, [&](const EventRule& rule) { other |= rule.type != type && (!by_itself || rule.has.empty()); });
  return other;
}

std::vector<std::uint16_t> types_named(const Story& story, const Parse& parse, std::uint32_t phrase) {
  std::vector<std::uint16_t> types;
  each_noun_rule(story, parse, phrase, [&](const EventRule& rule) {
    types.push_back(rule.type);
    types.insert(types.end(), rule.refers_to.begin(), rule.refers_to.end());
  });
  std::sort(types.begin(), types.end());
  types.erase(std::unique(types.begin(), types.end()), types.end());
  return types;
}

bool names_type(const Story& story, const Parse& parse, std::uint32_t phrase, std::uint16_t type) {
  const auto types = types_named(story, parse, phrase);
  return std::binary_search(types.begin(), types.end(), type);
}

bool dates_others(const DateValue& date) {
  constexpr int kMonth = 31;
  return date.is_open() || !date.one_of.empty() || date.latest - date.earliest <= kMonth;
}

const EventHit* told_there(std::span<const EventHit> before, const EventHit& hit) {
  if (hit.place == -1) return nullptr;
  for (auto it = before.rbegin(); it != before.rend() && it->sentence + 8 >= hit.sentence; ++it) {
    if (it->type == hit.type && it->place == hit.place && (it->time != kNone || it->carried)) return &*it;
  }
  return nullptr;
}

const EventHit* told_last(std::span<const EventHit> before, const std::vector<std::uint16_t>& types) {
  const EventHit* vague = nullptr;
  for (auto it = before.rbegin(); it != before.rend(); ++it) {
    const bool dated = it->time != kNone || it->carried;
    if (!dated || !std::binary_search(types.begin(), types.end(), it->type)) continue;
    if (it->date.is_day() || !it->date.one_of.empty()) return &*it;
    if (vague == nullptr && dates_others(it->date)) vague = &*it;
  }
  return vague;
}

std::uint32_t country_of(const Gazetteer& gazetteer, std::int32_t place) {
  if (place >= 0) return gazetteer.places[static_cast<std::size_t>(place)].country;
  return place < -1 ? static_cast<std::uint32_t>(-2 - place) : kNoActor;
}

bool lies_in(const Gazetteer& gazetteer, std::int32_t inner, std::int32_t outer) {
  if (inner < 0 || outer == -1) return false;
  const auto& place = gazetteer.places[static_cast<std::size_t>(inner)];
  return outer < 0 ? place.country == static_cast<std::uint32_t>(-2 - outer) : place.in == gazetteer.places[static_cast<std::size_t>(outer)].id;
}

const EventHit* same_blow(const Story& story, std::span<const EventHit> before, const EventHit& hit, const DateValue& published) {
  constexpr std::uint32_t kNear = 6;
  constexpr Day kNews = 2;
  if (!story.rules.types[hit.type].frequent) return nullptr;
  const auto struck_by = [](const EventHit& one, const EventHit& other) {
    const auto initiator = [](const Filler& f) { return f.part == Part::initiator && !f.who.id.empty(); };
    const auto same = [&](const Filler& f) { return initiator(f) && std::any_of(other.fillers.begin(), other.fillers.end(), [&](const Filler& o) { return initiator(o) && o.who.id == f.who.id; }); };
    if (std::none_of(one.fillers.begin(), one.fillers.end(), initiator) || std::none_of(other.fillers.begin(), other.fillers.end(), initiator)) return true;
    return std::any_of(one.fillers.begin(), one.fillers.end(), same);
  };
  const auto land = country_of(story.gazetteer, hit.place);
  for (auto it = before.rbegin(); it != before.rend() && it->sentence + kNear >= hit.sentence; ++it) {
    if (it->type != hit.type || (it->time == kNone && !it->carried)) continue;
    const bool recent = it->status == "occurred" && (!it->date.one_of.empty() || (!it->date.is_open() && it->date.latest - it->date.earliest <= 1)) && it->date.earliest + kNews >= published.earliest;
    return recent && struck_by(*it, hit) && land != kNoActor && country_of(story.gazetteer, it->place) == land ? &*it : nullptr;
  }
  return nullptr;
}

bool strikes_on(const Story& story, const EventHit& told, const EventHit& hit) {
  if (!story.rules.types[hit.type].frequent || hit.type != told.type || hit.phrase != kNone || std::any_of(hit.fillers.begin(), hit.fillers.end(), is_participant)) return false;
  if ((hit.place != -1 && told.place != -1 && hit.place != told.place) || told.sentence + 2 < hit.sentence || !same_block(story, told, hit)) return false;
  // "In Drobnik kwam een man om": elsewhere, though nobody knows the place
  const auto& parse = story.parses[hit.sentence];
  const auto locative = story.known.lexicon.class_id("locative");
  return std::none_of(parse.phrases.begin(), parse.phrases.end(), [&](const Phrase& phrase) {
    return phrase.preposition != 0 && story.known.lexicon.in_class(phrase.preposition, locative) && story.known.text.tokens[parse.atoms[phrase.head].first].has(kCapital);
  });
}

const EventHit* struck_before(const Story& story, std::span<const EventHit> before, const EventHit& hit) {
  const auto same_type = [&](const EventHit& one) { return one.type == hit.type; };
  const auto told = std::find_if(before.rbegin(), before.rend(), same_type);
  if (told == before.rend() || told->sentence == hit.sentence || told->status != "occurred" || (told->time == kNone && !told->carried) || !strikes_on(story, *told, hit)) return nullptr;
  // "De burgemeester zei maandag dat er doden zijn": a day of saying is not that of the story
  const auto& parse = story.parses[hit.sentence - 1];
  const auto of_another = [&](const Clause& clause) { return !clause.times.empty() && !verb_in(story.known.lexicon, clause.verb, story.classes.says_that); };
  return told->sentence + 1 < hit.sentence && std::any_of(parse.clauses.begin(), parse.clauses.end(), of_another) ? nullptr : &*told;
}

DateValue moved(const DateValue& value, int days) {
  const auto move = [&](Day day) { return day == kOpenPast || day == kOpenFuture ? day : std::clamp(day + days, kFirstDay, kLastDay); };
  std::vector<Day> all;
  for (const auto day : value.one_of) all.push_back(move(day));
  if (!all.empty()) return one_of(std::move(all));
  return between(move(value.earliest), move(value.latest));
}

}  // namespace kroniek
