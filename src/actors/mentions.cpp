#include "mention_finder.hpp"

#include <algorithm>

namespace kroniek {

std::vector<Mention> MentionFinder::run() {
  for (const auto& sentence : words_.text().sentences) {
    phrases_.set_sentence(sentence);
    begin_ = sentence.first;
    limit_ = sentence.last;
    for (auto t = begin_; t < limit_;) {
      auto end = words_.punct(t) ? 0 : set_phrase(t);
      if (end == 0 && !words_.punct(t)) end = read(t);
      t = end > t ? end : t + 1;
    }
  }
  std::stable_sort(mentions_.begin(), mentions_.end(), [](const Mention& a, const Mention& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  return std::move(mentions_);
}

// "onder leiding van", "op zijn beurt": fixed phrases that hold no actor.
TokenId MentionFinder::set_phrase(TokenId token) const {
  for (const auto& unit : words_.text().units_at(token)) {
    if (unit.cls != 0 || unit.last > limit_ || unit.last - token < 2 || unit.last <= words_.atom(token).last) continue;
    for (const auto& reading : words_.lexicon().readings(unit.form)) {
      if (reading.pos != Pos::preposition && reading.pos != Pos::adverb && reading.pos != Pos::subordinator) continue;
      auto end = unit.last;
      while (end > token + 1 && words_.is(end - 1, Word::definite)) --end;  // the article is the next phrase's
      return end;
    }
  }
  return 0;
}

// Adds the mentions of the phrase that begins here and returns where it ends; 0: none begins here.
TokenId MentionFinder::read(TokenId token) {
  if (!phrases_.may_begin(token)) return 0;
  const auto m = phrases_.modifiers(token, limit_);
  if (m.head >= limit_ && !m.countries.empty() && m.any_determiner) {
    if (const auto end = elliptic_office(m); end != 0) return end;
  }
  if (m.head >= limit_) {
    const auto pair = bare_pair_end(m);
    return pair != 0 ? add_bare_pair(m, pair) : without_head(token, m);
  }
  if (const auto end = read_head(m); end != 0) return end;
  return without_head(token, m);
}

// Adjectives of nationality and genitives that belong to a noun that is no actor.
TokenId MentionFinder::without_head(TokenId token, const Modifiers& m) {
  if (m.head == token) return 0;
  if (m.determiner > 0) return 0;  // read again from the word behind it
  if (const auto name = phrases_.person(token, limit_); name.last != 0) return add_name(token, token, name);
  const auto& atom = words_.atom(token);
  if (atom.actor != kNoActor && atom.genitive) return add_organisation(token, token, atom);
  if (atom.nationality == kNoActor) return 0;
  Mention mention{token, atom.last, token, MentionKind::nationality, false, false, 0, false, {actor_id(gazetteer_, atom.nationality)}};
  if (atom.beside != kNoActor) mention.who.insert(mention.who.begin(), actor_id(gazetteer_, atom.beside));
  mentions_.push_back(std::move(mention));
  return atom.last;
}

TokenId MentionFinder::read_head(const Modifiers& m) {
  const auto h = m.head;
  if (const auto name = phrases_.person(h, limit_); name.last != 0) return h == m.first + m.determiner ? add_name(m.first, h, name) : named_person(m, h, name);
  const auto& own = words_.at(h).own;
  const auto& atom = words_.atom(h);
  if (atom.actor != kNoActor && atom.beside != kNoActor) return plain_determiner(m) ? add_two(h, atom) : 0;
  if (atom.actor != kNoActor && atom.last - h > 1 && plain_determiner(m)) return add_organisation(m.first, h, atom);
  // "de strijdende partijen": one set phrase for those who are at war
  if (m.definite && !m.possessive && h > m.first + m.determiner && words_.end_of(m.first + m.determiner, Word::war_side) == h + 1) return add_pair(m, h, false);
  // "een ruil tussen de landen"
  const bool between = m.definite && plain_determiner(m) && m.first > begin_ && words_.is(m.first - 1, Word::between) && own.has(Word::several_sides);
  if (between || ((m.two || m.both) && m.definite && own.has_any({Word::several_persons, Word::several_sides}))) return add_pair(m, h, own.has(Word::several_persons));
  if ((m.two || m.both) && m.definite && m.countries.empty() && atom.office != kNoActor && atom.plural) return add_pair(m, h, true);
  if (are_told_of(m, h)) return add_pair(m, h, !own.has(Word::several_sides));
  if (own.has_any({Word::counterpart, Word::predecessor, Word::successor})) return relation(m, h);
  if (own.has(Word::office_holder) && !has_complement_name(h)) return description(m, h);
  if (own.has(Word::party_member)) return has_complement_name(h) ? titled(m, h) : m.definite && !m.number ? description(m, h) : 0;
  if (atom.people != kNoActor && (atom.actor == kNoActor || m.any_determiner)) return people(m, h, atom);
  if (atom.office != kNoActor && (!atom.plural || atom.group == kNoActor || phrases_.person(atom.last, limit_).last != 0)) return office(m, h, atom);
  if (own.has(Word::country_noun) || own.has(Word::member_noun)) {
    if (const auto end = country_noun(m, h); end != 0) return end;
  }
  if (own.has(Word::title) && phrases_.person(h + 1, limit_).last != 0) return titled(m, h);
  if (atom.group != kNoActor || own.has(Word::government)) return group(m, h, atom);
  if (own.has(Word::title)) return titled(m, h);
  if (atom.actor != kNoActor || atom.metonym != kNoActor) {
    if (atom.genitive && m.any_determiner) return 0;  // "het Nederlands" is a language
    // "bestookten Russische drones Zweden": what counts is a noun of its own.
    if (h != m.first + m.determiner && (m.number || (m.countries.empty() && m.owners.empty()))) return 0;
    return add_organisation(plain_determiner(m) ? m.first : h, h, atom);
  }
  return 0;
}

bool MentionFinder::plain_determiner(const Modifiers& m) { return m.head == m.first + m.determiner; }

TokenId MentionFinder::add_name(TokenId first, TokenId head, const Phrases::Name& name) {
  Mention mention{first, name.last, head, MentionKind::name, false, name.genitive, name.sex, true, {name.who}};
  add_stuck(mention);
  mentions_.push_back(std::move(mention));
  return mentions_.back().last;
}

// "het gesprek Wiebes/Tolsma", "Wiebes–Tolsma": the second name is the mention's too.
void MentionFinder::add_stuck(Mention& mention) const {
  const auto sign = mention.last;
  if (sign + 1 >= limit_) return;
  const auto word = words_.text().word(sign);
  const auto& tokens = words_.text().tokens;
  if ((word != "/" && word != "\u2013") || tokens[sign].has(kSpaceBefore) || tokens[sign + 1].has(kSpaceBefore)) return;
  const auto other = mention.person ? phrases_.person(sign + 1, limit_) : phrases_.organisation(sign + 1, limit_);
  if (other.last == 0) return;
  mention.last = other.last;
  mention.plural = true;
  mention.genitive = other.genitive;
  mention.sex = 0;
  mention.who.push_back(other.who);
}

// "Wiebes-Tolsma", of two who are known.
TokenId MentionFinder::add_two(TokenId token, const NameAtom& atom) {
  const bool persons = gazetteer_.actors[atom.actor].kind == "person";
  mentions_.push_back({token, atom.last, token, MentionKind::name, true, atom.genitive, 0, persons, {actor_id(gazetteer_, atom.beside), actor_id(gazetteer_, atom.actor)}});
  return atom.last;
}

// "de Russische Poetin", "de voormalige Britse Johnson": the adjectives are the name's if they do not deny it.
TokenId MentionFinder::named_person(const Modifiers& m, TokenId head, const Phrases::Name& name) {
  if (m.unknown_word || (m.number && !m.any_determiner) || !fits(m.countries, name.who)) return 0;
  add_owners(m);
  return add_name(m.first, head, name);
}

TokenId MentionFinder::add_organisation(TokenId first, TokenId head, const NameAtom& atom) {
  Mention mention{first, atom.last, head, MentionKind::name, false, atom.genitive, 0, false, {}};
  const auto which = atom.actor != kNoActor ? atom.actor : atom.metonym;
  if (atom.actor == kNoActor) mention.kind = MentionKind::metonym;
  mention.plural = words_.end_of(head, Word::plural_name) == atom.last;
  mention.who = {actor_id(gazetteer_, which)};
  add_stuck(mention);
  const bool seat = mention.kind == MentionKind::metonym || gazetteer_.actors[which].kind == "country";
  if (seat && is_dateline(head, atom.last)) return atom.last;
  mentions_.push_back(std::move(mention));
  return mentions_.back().last;
}

// "KIEV/WASHINGTON (ANP)", "BRUSSEL De bondgenoten"
bool MentionFinder::is_dateline(TokenId first, TokenId last) const {
  const auto& text = words_.text();
  if (!text.tokens[first].has(kAllCaps) || text.word(first).size() < 4) return false;
  if (first > begin_ && text.word(first - 1) != "/" && text.word(first - 1) != "," && !words_.punct(first - 1)) return false;
  return last >= limit_ || words_.punct(last) || words_.capital(last);
}

void MentionFinder::add_owners(const Modifiers& m) {
  if (m.owners.empty()) return;
  if (const auto name = phrases_.person(m.first, limit_); name.last != 0) {
    add_name(m.first, m.first, name);
  } else {
    add_organisation(m.first, m.first, words_.atom(m.first));
  }
}

// Whether the person may be meant by adjectives or complements of these countries.
bool MentionFinder::fits(const std::vector<std::uint32_t>& countries, const ActorId& who) const {
  if (countries.empty() || who.actor == kNoActor) return true;
  for (const auto country : countries) {
    if (who.country == country) return true;
    if (gazetteer_.actors[country].kind != "country" || gazetteer_.actors[country].country != kNoActor) return true;
    for (const auto& tenure : gazetteer_.actors[who.actor].tenures) {
      if (tenure.of == country) return true;
    }
  }
  // Where nobody is known to hold an office, as in Europe, nothing is denied.
  return gazetteer_.has_offices[countries.front()] == 0;
}

// A noun that names nobody by itself: "onderzoeker Jan Jansen".
TokenId MentionFinder::titled(const Modifiers& m, TokenId h) {
  const auto behind = phrases_.complement(h + 1, limit_, false);
  const auto name = phrases_.person(behind.last, limit_);
  if (name.last == 0 || !fits(m.countries, name.who)) return 0;
  add_owners(m);
  auto who = name.who;
  if (who.actor == kNoActor && who.country == kNoActor && !m.countries.empty()) who.country = m.countries.front();
  const auto last = behind.last == h + 1 && !name.genitive ? office_behind_name(name) : name.last;
  mentions_.push_back({m.first, last, behind.last, MentionKind::name, false, name.genitive, name.sex, true, {who}});
  return last;
}

std::vector<Mention> find_mentions(const ActorWords& words, Day day) { return MentionFinder(words, day).run(); }

std::vector<Mention> find_mentions(const Text& text, const Lexicon& lexicon, const Gazetteer& gazetteer, Day day) {
  const ActorClasses classes(lexicon);
  return find_mentions(ActorWords(text, lexicon, gazetteer, classes), day);
}

}  // namespace kroniek
