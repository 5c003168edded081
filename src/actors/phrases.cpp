#include "phrases.hpp"

#include "possessives.hpp"

#include <algorithm>

namespace kroniek {

namespace {

const WordSet kHeads = {Word::government, Word::country_noun, Word::member_noun, Word::counterpart, Word::predecessor, Word::successor,
                        Word::office_holder, Word::party_member, Word::several_persons, Word::several_sides, Word::title};
const WordSet kModifiers = {Word::definite, Word::quantifier, Word::indefinite, Word::our, Word::both, Word::former, Word::incoming, Word::deputy, Word::poss_his, Word::poss_her, Word::poss_their};
constexpr TokenId kMostModifiers = 6;

}  // namespace

Phrases::Name Phrases::person(TokenId token, TokenId limit) const {
  if (token >= limit) return {};
  if (const auto* run = names_.at(token)) {
    return {run->last, run->genitive, run->who, run->sex};
  }
  const auto& atom = words_.atom(token);
  if (atom.last == 0 || atom.last > limit || atom.actor == kNoActor || atom.beside != kNoActor) return {};
  const auto& actor = words_.gazetteer().actors[atom.actor];
  if (actor.kind != "person") return {};
  return {atom.last, atom.genitive, actor_id(words_.gazetteer(), atom.actor), actor.sex};
}

Phrases::Name Phrases::organisation(TokenId token, TokenId limit) const {
  if (token >= limit || names_.at(token) != nullptr) return {};
  const auto& atom = words_.atom(token);
  if (atom.last == 0 || atom.last > limit || atom.actor == kNoActor || atom.beside != kNoActor || words_.gazetteer().actors[atom.actor].kind == "person") return {};
  return {atom.last, atom.genitive, actor_id(words_.gazetteer(), atom.actor), '\0'};
}

bool Phrases::is_head(TokenId token) const {
  if (names_.at(token) != nullptr) return true;
  const auto& atom = words_.atom(token);
  if (atom.can.has_any({Word::actor, Word::metonym, Word::people, Word::office, Word::group})) return true;
  return words_.at(token).own.has_any(kHeads);
}

bool Phrases::may_begin(TokenId token) const {
  const auto& own = words_.at(token).own;
  if (own.has_any(kHeads) || own.has_any(kModifiers) || words_.atom(token).last != 0 || names_.at(token) != nullptr) return true;
  const auto& here = words_.text().tokens[token];
  return here.has(kDigits) || words_.lexicon().has_pos(here.form, Pos::number);
}

// Whether the word may stand between an article and its noun.
bool Phrases::modifier(TokenId token, bool after_determiner) const {
  const auto& here = words_.text().tokens[token];
  if (here.has(kPunct)) return false;
  const auto& can = words_.at(token);
  if (can.own.has_any({Word::former, Word::incoming, Word::deputy, Word::both})) return true;
  if (words_.atom(token).nationality != kNoActor) return true;
  if (here.has(kDigits)) return true;
  if (can.own.has_any({Word::preposition, Word::coordinator, Word::relative, Word::nominative, Word::determiner})) return false;
  if (words_.lexicon().has_pos(here.form, Pos::number)) return true;
  if (can.adjective && !can.noun) return true;
  if (!after_determiner || here.has(kCapital) || can.own.has_any({Word::adverb, Word::subordinator, Word::complementizer})) return false;
  return here.form == 0 && !can.noun;
}

bool land_without_article(const ActorWords& words, TokenId it, const Sentence& sentence) {
  const auto name = it + 1;
  const auto& atom = words.atom(name);
  if (atom.last - name != 1 || atom.genitive || words.is(name, Word::neuter_name) || (it > sentence.first && words.is(it - 1, Word::preposition))) return false;
  const auto& gazetteer = words.gazetteer();
  const bool land = atom.actor != kNoActor && gazetteer.actors[atom.actor].kind == "country";
  const bool city = atom.place != kNoActor && words.capital(name) && gazetteer.places[atom.place].kind == "city";
  return (land || city) && (atom.last >= sentence.last || !words.at(atom.last).own.has_any({Word::of_preposition, Word::complementizer}));
}

// "die" and "dat" are mostly no articles but open a clause: "dat Rusland", "die de president".
bool Phrases::is_determiner(TokenId token, TokenId limit) const {
  const auto& own = words_.at(token).own;
  if (!own.has_any({Word::definite, Word::quantifier, Word::indefinite}) || words_.atom(token).can.has_any({Word::actor, Word::metonym})) return false;
  if (token + 1 >= limit || words_.punct(token + 1)) return false;
  const auto next = words_.at(token + 1);
  if (own.has(Word::indefinite) && next.own.has_any({Word::definite, Word::quantifier})) return false;
  if (own.has(Word::ref_it) && (next.own.has_any({Word::poss_his, Word::poss_her, Word::poss_their}) || land_without_article(words_, token, sentence_))) return false;
  if (!own.has_any({Word::relative, Word::complementizer})) return true;
  const auto& atom = words_.atom(token + 1);
  if (next.plural_noun || atom.plural || atom.can.has_any({Word::actor, Word::metonym, Word::people})) return false;
  if (words_.capital(token + 1)) return false;
  if (next.own.has_any({Word::country_noun, Word::government})) return true;
  if (own.has(Word::complementizer)) return false;  // "dat minister X"
  return atom.can.has_any({Word::office, Word::group}) && person(atom.last, limit).last == 0;
}

Modifiers Phrases::modifiers(TokenId token, TokenId limit) const {
  Modifiers m;
  m.first = token;
  auto t = token;
  while (t < limit && t - token < 2) {
    const auto& own = words_.at(t).own;
    if (own.has_any({Word::poss_his, Word::poss_her, Word::poss_their}) && t + 1 < limit && is_possessive(words_, t, sentence_)) {
      m.possessive = m.definite = m.any_determiner = true;
    } else if (own.has(Word::our)) {
      m.our = !words_.quoted(t);  // of the paper, not of whoever is quoted
      m.definite = m.any_determiner = true;
    } else if (own.has(Word::both) && t == token) {
      m.both = !words_.lexicon().reading(words_.text().tokens[t].form, Pos::number);
      m.two = !m.both;
      m.definite = m.both;
      m.number = true;
    } else if (is_determiner(t, limit)) {
      m.definite |= own.has(Word::definite) && !own.has(Word::quantifier);
      m.number |= own.has(Word::quantifier);
      m.other |= own.has(Word::other);
      m.indefinite |= own.has(Word::indefinite);
      m.demonstrative |= own.has_any({Word::same_one, Word::ref_that_one, Word::ref_this_one});
      m.any_determiner = true;
    } else {
      break;
    }
    ++t;
  }
  m.determiner = t - token;
  if (t == token) {
    if (const auto name = person(t, limit); name.last != 0 && name.genitive) {
      m.owners.push_back(name.who);
      m.definite = true;
      t = name.last;
    } else if (const auto body = organisation(t, limit); body.last != 0 && body.genitive) {
      m.owners.push_back(body.who);
      m.definite = true;
      t = body.last;
    }
  }
  m.head = limit;
  bool after_coordinator = false;
  for (TokenId count = 0; t < limit && count < kMostModifiers; ++count) {
    const auto& atom = words_.atom(t);
    const bool only_adjective = atom.nationality != kNoActor && !atom.can.has_any({Word::actor, Word::people, Word::office, Word::group});
    const auto& own = words_.at(t).own;
    // "de Republikeinse senator X"
    const bool of_party = own.has(Word::party_member) && words_.at(t).adjective && t + 1 < limit && (words_.atom(t + 1).office != kNoActor || words_.at(t + 1).own.has(Word::title));
    if (!only_adjective && !of_party && is_head(t)) {
      m.head = t;
      break;
    }
    if (!of_party && !modifier(t, m.any_determiner || !m.owners.empty())) break;
    // Without an article only what is surely of the phrase: "bevestigde minister X" is no phrase.
    if (!m.any_determiner && m.owners.empty() && atom.nationality == kNoActor && words_.at(t).adjective && !own.has_any({Word::former, Word::incoming, Word::deputy})) break;
    if (atom.nationality != kNoActor) {
      if (m.countries.empty() || after_coordinator) {
        if (atom.beside != kNoActor) m.countries.push_back(atom.beside);
        m.countries.push_back(atom.nationality);
      }
    } else if (own.has(Word::other)) {
      m.other = true;
    } else if (own.has(Word::former)) {
      m.term = Term::former;
    } else if (own.has(Word::incoming)) {
      m.term = Term::incoming;
    } else if (own.has(Word::both)) {
      m.two = true;
      m.number = true;
    } else if ((words_.text().tokens[t].has(kDigits) && !words_.text().tokens[t].has(kWord)) || words_.lexicon().has_pos(words_.text().tokens[t].form, Pos::number)) {
      m.number = true;
    } else if (!words_.at(t).adjective) {
      m.unknown_word = true;
    }
    t = atom.nationality != kNoActor ? atom.last : t + 1;
    after_coordinator = false;
    // "Amerikaanse en Oekraïense onderhandelaars", "de Noorse, Zweedse en Peruaanse ministers", "zowel Noorse als Zweedse"
    if (m.countries.empty() || t + 1 >= limit || words_.atom(t + 1).nationality == kNoActor) continue;
    if (words_.is(t, Word::coordinator) || words_.correlates(token, t) || words_.text().word(t) == ",") {
      ++t;
      after_coordinator = true;
    }
  }
  return m;
}

TokenId Phrases::take_of(TokenId token, TokenId limit, Complement& found) const {
  auto t = token;
  while (t < limit && t - token < 2 && words_.at(t).own.has_any({Word::definite, Word::quantifier, Word::place_noun}) && words_.atom(t).last == 0) ++t;
  if (t >= limit) return 0;
  if (const auto end = words_.end_of(t, Word::department); end != 0 && words_.capital(t)) return end;
  if (names_.at(t) != nullptr) return 0;
  const auto& atom = words_.atom(t);
  const bool bare_place = t > token && words_.is(t - 1, Word::place_noun);  // "van de stad"
  if (atom.last == 0) return bare_place ? t : 0;
  if (atom.last > limit || atom.genitive) return 0;
  if (person(t, limit).last != 0) return 0;
  if (atom.actor != kNoActor || atom.metonym != kNoActor) {
    found.countries.push_back(atom.actor != kNoActor ? atom.actor : atom.metonym);
    return atom.last;
  }
  if (atom.place != kNoActor) {
    found.place = atom.place;
    if (const auto country = words_.gazetteer().places[atom.place].country; country != kNoActor) found.countries.push_back(country);
    return atom.last;
  }
  if (atom.nationality != kNoActor) {
    found.countries.push_back(atom.nationality);
    auto next = atom.last;
    // "van Franse en Britse diplomaten"
    while (next + 1 < limit && (words_.is(next, Word::coordinator) || words_.text().word(next) == ",") && words_.atom(next + 1).nationality != kNoActor) {
      found.countries.push_back(words_.atom(next + 1).nationality);
      next = words_.atom(next + 1).last;
    }
    if (next < limit && words_.atom(next).can.has(Word::group)) return words_.atom(next).last;
    return 0;
  }
  if (atom.group != kNoActor) return atom.last;
  return 0;
}

Complement Phrases::complement(TokenId token, TokenId limit, bool group) const {
  Complement found;
  found.last = token;
  auto t = token;
  for (int count = 0; count < 2 && t + 1 < limit; ++count) {
    const auto& own = words_.at(t).own;
    if (const auto end = words_.end_of(t, Word::department); end != 0 && words_.capital(t)) {
      found.last = t = end;
      continue;
    }
    const bool of = own.has(Word::of_preposition);
    if (!of && !own.has(Word::for_preposition)) break;
    Complement part;
    const auto end = take_of(t + 1, limit, part);
    // "de regering in Londen", but not "de troepen in Oekraïne" or "een macht voor Oekraïne"
    const bool seat = group && !of && own.has(Word::locative) && words_.atom(t + 1).metonym != kNoActor && words_.atom(t + 1).actor == kNoActor;
    if (group && !of && !seat) break;
    const bool whose = of || seat;
    if (whose) found.countries.insert(found.countries.end(), part.countries.begin(), part.countries.end());
    if (end == 0) break;
    if (of) found.place = part.place;
    if (!whose && part.countries.empty()) break;
    if (!whose && !own.has(Word::locative)) found.target = part.countries.front();
    found.seat |= seat;
    found.last = t = end;
    // "van de VS en Oekraïne", "van Frankrijk, Polen en de VS"
    while (of && group && t + 1 < limit && (words_.is(t, Word::coordinator) || words_.text().word(t) == ",")) {
      Complement more;
      const auto next = take_of(t + 1, limit, more);
      if (next == 0 || more.countries.empty()) break;
      const bool comma = !words_.is(t, Word::coordinator);
      if (comma && (next >= limit || !(words_.is(next, Word::coordinator) || words_.text().word(next) == ","))) break;
      found.countries.insert(found.countries.end(), more.countries.begin(), more.countries.end());
      found.last = t = next;
    }
  }
  return found;
}

Complement Phrases::house(TokenId token, TokenId limit) const {
  Complement found;
  found.last = token;
  const auto inside = token < limit ? words_.end_of(token, Word::locative) : 0;
  if (inside == 0) return found;
  Complement part;
  const auto end = take_of(inside, limit, part);
  if (end == 0 || part.countries.size() != 1 || words_.gazetteer().actors[part.countries.front()].kind != "organisation") return found;
  part.last = end;
  return part;
}

}  // namespace kroniek
