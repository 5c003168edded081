// Which time expressions of a sentence can date what its clauses and nouns tell of.
#pragma once

#include "find_events.hpp"

namespace kroniek {

// Times are indices into Known::times, kNone if there is none.
class ClauseTimes {
 public:
  explicit ClauseTimes(const Story& story);

  // Whether the time expression gives a date.
  bool dates(std::uint32_t time) const;
  // The dating expression of clause `c` that stands nearest to atom `near`. Times inside other nouns' phrases tell
  // of those nouns. `announced`: the time at which it is told counts too.
  std::uint32_t nearest(const Parse& parse, std::uint32_t c, std::uint32_t near, bool announced = true) const;
  // The one nearest to the verb of clause `c`.
  std::uint32_t of_verb(const Parse& parse, std::uint32_t c) const;
  // "sinds 28 februari, toen ...": the clause tells of that day.
  std::uint32_t opening(const Parse& parse, const Clause& clause) const;
  // "het gesprek van dinsdag", "een bezoek dat voor woensdag op de agenda stond"
  std::uint32_t of_noun(const EventHit& hit) const;
  // "het energiebestand van 18 maart houdt stand": the noun that the verb is about tells of the event itself.
  std::uint32_t of_theme(const EventHit& hit) const;
  // "van dinsdag" right behind the phrase.
  std::uint32_t behind(const Parse& parse, std::uint32_t phrase) const;
  // "het drama van vrijdag in Oslo, waar ...": the day of what the clause tells of; kNone if none.
  std::uint32_t of_antecedent(const Parse& parse, std::uint32_t phrase) const;
  // "vrijdag of zaterdag": the days that stand side by side, if the time is one of them and "of" joins them.
  std::optional<DateValue> alternatives(const Parse& parse, std::uint32_t time) const;
  // "Het gesprek duurde een uur en vond dinsdag plaats", "reist naar Oslo, waar hij dinsdag X spreekt": that of a clause behind
  // which goes on about the event.
  std::uint32_t of_what_follows(const EventHit& hit) const;
  // Whether the time, an atom, tells of another noun ("de aanval van zondag") or of what is meant for it ("een
  // bestand voor Pasen").
  bool of_another(const Parse& parse, std::uint32_t time) const { return modifies_noun(parse, time) || compared(parse, time) || is_purpose(parse, time) || since_phrase(parse, time) != kNone; }
  // "Sinds de inval heeft X ...": whether the clause has such a phrase.
  bool since_opens(const Parse& parse, const Clause& clause) const;
  // "sinds de inval", "sinds het begin van de inval": what is told is of later.
  bool under_since(const Parse& parse, std::uint32_t phrase) const;
  // "Sinds het begin van de oorlog in februari ruilden zij ...": the time of the noun, for what clause `c` tells at atom `near`.
  std::uint32_t since_noun(const Parse& parse, std::uint32_t c, std::uint32_t near) const;
  std::uint32_t time_below(const Parse& parse, std::uint32_t c, ClassId opener) const;
  // "Kyiv ruilt woensdag gevangenen, zei X na de top": what is said has a time of its own.
  bool says_it(const Clause& clause) const;
  // "viel binnen een uur", "binnen een week": what has been is not counted from the publication.
  bool how_fast(const Clause& clause, std::uint32_t time) const;
  // "staat voor donderdag gepland", "op de agenda"
  bool plans(const Parse& parse, const Clause& clause) const;
  // "zouden vrijdag tekenen, maar ...": it did not come to that.
  bool contradicted(const Parse& parse, const Clause& clause) const;
  // "herdenkt de inval, vandaag precies drie jaar geleden": told now, of a day long ago.
  bool remembers(const Clause& clause, std::uint32_t time) const;
  // Whether a date lies so far before the publication that no news is told of it.
  bool long_ago(const DateValue& date) const;

  // "voor vrijdag"
  bool is_purpose(const Parse& parse, std::uint32_t time) const;

 private:
  // "Zaterdag vond de grootste ruil van dit jaar plaats": the day of the clause, if it lies in the span of the noun.
  std::uint32_t sharper(const EventHit& hit, std::uint32_t time) const;
  std::uint32_t set_off_behind(const Parse& parse, const Clause& clause, std::uint32_t noun) const;
  std::uint32_t behind_place(const Parse& parse, const Clause& clause, std::uint32_t noun) const;
  bool modifies_noun(const Parse& parse, std::uint32_t time) const;
  bool compared(const Parse& parse, std::uint32_t time) const;
  bool tells_of_place(const EventHit& hit, const Parse& parse, std::uint32_t below) const;
  bool outdone(const Parse& parse, std::uint32_t noun, std::uint32_t time) const;
  std::uint32_t attribute_with(const Parse& parse, std::uint32_t time) const;
  std::uint32_t since_phrase(const Parse& parse, std::uint32_t time) const;
  std::uint32_t since_all(const Parse& parse, const Clause& clause, std::uint32_t noun) const;
  // Behind all phrases that hang on the noun, one after the other.
  static std::uint32_t end_of_noun(const Parse& parse, const Clause& clause, std::uint32_t noun);
  bool of_the_cause(const Parse& parse, const Clause& clause, std::uint32_t time, std::uint32_t near) const;
  bool of_the_source(const Parse& parse, const Clause& clause, std::uint32_t time) const;

  const Story& story_;
  const Known& known_;
  const Lexicon& lexicon_;
  ClassId for_, when_, thus_, plan_verb_, scheduled_, since_, says_, or_, than_, follows_, at_event_, by_, happen_, where_, arrives_, superlative_;
};

}  // namespace kroniek
