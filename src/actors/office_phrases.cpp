#include "mention_finder.hpp"

#include <algorithm>

namespace kroniek {

TokenId MentionFinder::office(const Modifiers& m, TokenId h, const NameAtom& atom) {
  // "Amerikaans militair materieel": an adjective before the noun, and nobody's office.
  if (!atom.plural && atom.last == h + 1 && words_.at(h).adjective && h + 1 < limit_ && words_.at(h + 1).noun && !words_.capital(h + 1) && (!words_.at(h + 1).verb || words_.at(h + 1).bare_stem)) return 0;
  auto behind = phrases_.complement(atom.last, limit_, atom.plural);
  if (is_spokesperson(atom) && behind.last == atom.last) behind.countries.clear();  // "van de Franse president": he speaks for him
  const bool target = words_.is(h, Word::target_noun) && !words_.of_person(h);
  auto country = country_of(m, behind, atom, target);
  if (m.our && country == kNoActor) country = offices_.home(h);
  // "de gezant van president Zelensky": whose office it is, though the name has a mention of its own.
  if (country == kNoActor && behind.last == atom.last && !is_spokesperson(atom)) country = owner_behind(atom.last);
  const auto name = phrases_.person(behind.last, limit_);
  if (name.last != 0 && names_this_person(m, behind, atom, name)) {
    add_owners(m);
    offices_.learn(use_of(m, h, atom, behind, country, target), name.who);
    auto who = name.who;
    if (who.actor == kNoActor && who.country == kNoActor) who.country = country;
    const auto last = behind.last == atom.last && !name.genitive ? office_behind_name(name) : name.last;
    mentions_.push_back({m.first, last, behind.last, MentionKind::name, false, name.genitive, name.sex, true, {who}});
    return last;
  }
  const auto* person = spoken_for(m, atom);
  // "een woordvoerder van het leger": the body has a mention of its own, for which he speaks.
  if (!atom.plural && behind.last > atom.last && speaks_for_body(atom, behind.last)) {
    behind = {atom.last, {}, kNoActor, kNoActor, false};
    country = country_of(m, behind, atom, target);
  }
  if (const auto end = two_titles(m, h, atom, behind, country); end != 0) return end;
  if (atom.plural || m.countries.size() > 1) return plural_office(m, h, atom, behind);
  if (m.possessive && m.first > begin_ && words_.is(m.first - 1, Word::as_marker)) return m.first + 1;  // "tot zijn gezant benoemd"
  if (m.possessive && country == kNoActor) return description(m, h, behind.last);  // "zijn woordvoerder"
  if (is_predicate(m, h)) return atom.last;
  const auto use = use_of(m, h, atom, behind, country, target);
  const bool told_behind = is_spokesperson(atom) && words_.is(behind.last, Word::of_preposition);  // for whom he speaks
  auto who = person != nullptr ? spokesperson_of(*person, use.shown) : told_behind ? role_id(gazetteer_, kSpokesperson, use.shown, kNoActor) : offices_.resolve(use);
  const auto beside = apposition(m.first, behind.last);
  // "de premier van dat land, X,": of what, only the text tells.
  const bool elsewhere = country == kNoActor && behind.last == atom.last && words_.is(behind.last, Word::of_preposition);
  // Who is named beside the office holds it, whomever the date would give it.
  if (!beside.id.empty() && (elsewhere || who.actor == kNoActor || who == beside || (beside.actor != kNoActor && fits(m.countries, beside)))) {
    who = beside;
    offices_.learn(use, beside);
  }
  if (who.id.empty()) return 0;
  add_owners(m);
  Mention mention{m.first, behind.last, h, MentionKind::office, false, false, 0, true, {who}};
  if (who.actor != kNoActor) {
    mention.sex = gazetteer_.actors[who.actor].sex;
    mention.person = gazetteer_.actors[who.actor].kind == "person";
  }
  mentions_.push_back(std::move(mention));
  return behind.last;
}

bool MentionFinder::is_spokesperson(const NameAtom& atom) const { return gazetteer_.offices[atom.office].id == kSpokesperson; }

// "Tolsma's woordvoerder"; none: not a person's.
const ActorId* MentionFinder::spoken_for(const Modifiers& m, const NameAtom& atom) const {
  const auto one = std::find_if(m.owners.begin(), m.owners.end(), [&](const ActorId& owner) { return owner.actor == kNoActor || gazetteer_.actors[owner.actor].kind == "person"; });
  return is_spokesperson(atom) && one != m.owners.end() ? &*one : nullptr;
}

bool MentionFinder::speaks_for_body(const NameAtom& atom, TokenId end) const {
  if (!is_spokesperson(atom)) return false;
  for (auto t = atom.last; t < end; ++t) {
    if (words_.atom(t).group != kNoActor) return true;
  }
  return false;
}

// "president Macron van Frankrijk", "minister Brekelmans van Defensie": where it ends; what others are asked is no part of it.
TokenId MentionFinder::office_behind_name(const Phrases::Name& name) const {
  if (!words_.is(name.last, Word::of_preposition)) return name.last;
  const auto behind = phrases_.complement(name.last, limit_, false);
  const auto whose = [&](std::uint32_t country) {
    if (name.who.actor == kNoActor) return false;
    const auto& known = gazetteer_.actors[name.who.actor];
    const auto& body = gazetteer_.actors[country];
    return known.country == country || (body.kind != "country" && body.country != kNoActor && body.country == known.country) || std::any_of(known.tenures.begin(), known.tenures.end(), [&](const Tenure& tenure) { return tenure.of == country; });
  };
  return std::all_of(behind.countries.begin(), behind.countries.end(), whose) ? behind.last : name.last;
}

// "de Peruaanse adviseur en onderhandelaar Jan Tolsma" is one; "de president en minister X" are two.
TokenId MentionFinder::two_titles(const Modifiers& m, TokenId h, const NameAtom& atom, const Complement& behind, std::uint32_t country) {
  if (atom.plural || m.number || words_.is(h, Word::one_holder) || behind.last + 1 >= limit_ || !words_.is(behind.last, Word::coordinator)) return 0;
  const auto other = behind.last + 1;
  const auto& second = words_.atom(other);
  const bool title = second.office != kNoActor ? !second.plural : words_.is(other, Word::title) && !words_.at(other).plural_noun;
  if (!title || words_.capital(other)) return 0;
  const auto ends = phrases_.complement(std::max(second.last, other + 1), limit_, false);
  const auto name = phrases_.person(ends.last, limit_);
  if (name.last == 0 || !fits(m.countries, name.who)) return 0;
  const auto first = offices_.resolve(use_of(m, h, atom, behind, country, false));
  if (first.actor != kNoActor && first != name.who) return 0;
  add_owners(m);
  mentions_.push_back({m.first, name.last, ends.last, MentionKind::name, false, name.genitive, name.sex, true, {name.who}});
  return name.last;
}

std::uint32_t MentionFinder::country_of(const Modifiers& m, const Complement& behind, const NameAtom& atom, bool target) {
  if (!m.countries.empty()) return m.countries.front();
  if (!behind.countries.empty()) return behind.countries.front();
  if (atom.of != kNoActor && !target) return atom.of;
  for (const auto& owner : m.owners) {
    if (owner.country != kNoActor) return owner.country;
  }
  return kNoActor;
}

OfficeUse MentionFinder::use_of(const Modifiers& m, TokenId h, const NameAtom& atom, const Complement& behind, std::uint32_t country, bool target) const {
  OfficeUse use;
  use.office = atom.office;
  use.country = country;
  use.place = behind.place;
  use.named = !atom.compound || atom.of != kNoActor || words_.former_prefix(h);
  use.wide = words_.is(h, Word::general_office) || words_.is(behind.last - 1, Word::general_office);
  use.target = target ? atom.of : behind.target;
  use.term = words_.former_prefix(h) ? Term::former : m.term;
  use.definite = m.definite || behind.last > atom.last;
  use.indefinite = m.indefinite || m.number || m.other;
  use.bare = !m.any_determiner && m.owners.empty() && m.countries.empty();
  use.at = m.first;
  use.one_holder = words_.is(h, Word::one_holder) && !m.number && !m.other;
  use.shown = words_.text().words(h, behind.last);
  return use;
}

// "zei de Franse president Macron", but "sprak de Franse president Trump": two.
bool MentionFinder::names_this_person(const Modifiers& m, const Complement& behind, const NameAtom& atom, const Phrases::Name& name) const {
  auto countries = m.countries;
  countries.insert(countries.end(), behind.countries.begin(), behind.countries.end());
  if (!countries.empty()) return fits(countries, name.who);
  const bool plain = m.definite && !m.possessive && !m.demonstrative && m.owners.empty() && m.head == m.first + m.determiner;
  if (atom.plural || !plain || behind.last > atom.last || name.last - behind.last > 1) return true;
  const auto who = offices_.resolve(use_of(m, m.head, atom, behind, kNoActor, false));
  return who.actor == kNoActor || who == name.who;
}

bool MentionFinder::is_predicate(const Modifiers& m, TokenId h) const {
  if (m.first > begin_ && words_.is(m.first - 1, Word::as_marker) && !m.definite) return true;
  const bool bare = !m.any_determiner && m.owners.empty() && m.countries.empty() && !words_.atom(h).compound;
  if (m.first > begin_ && words_.text().word(m.first - 1) == ",") return false;
  return bare && !(words_.first_word(m.first) && words_.capital(m.first));
}

// "X, de Franse president," and "de Franse president, X,": the other's name.
ActorId MentionFinder::apposition(TokenId first, TokenId last) const {
  const auto& text = words_.text();
  if (first >= begin_ + 2 && text.word(first - 1) == "," && !mentions_.empty()) {
    const auto& before = mentions_.back();
    if (before.last == first - 1 && before.kind == MentionKind::name && before.person && !before.genitive && before.who.size() == 1) return before.who.front();
  }
  // "de secretaris-generaal van het bondgenootschap, X,"
  for (int count = 0; count < 4 && last + 1 < limit_ && text.word(last) != "," && (count > 0 || words_.is(last, Word::of_preposition)); ++count) {
    const auto& atom = words_.atom(last);
    if (atom.office != kNoActor || atom.actor != kNoActor || (words_.at(last).finite && !words_.at(last).noun)) break;
    ++last;
  }
  if (last + 1 < limit_ && text.word(last) == ",") {
    const auto m = phrases_.modifiers(last + 1, limit_);  // "de 26-jarige X"
    const auto name = phrases_.person(m.head, limit_);
    if (name.last != 0 && !name.genitive && m.owners.empty() && !m.possessive && (name.last >= limit_ || words_.punct(name.last))) return name.who;
  }
  return {};
}

std::uint32_t MentionFinder::owner_behind(TokenId token) const {
  if (token + 1 >= limit_ || !words_.is(token, Word::of_preposition)) return kNoActor;
  auto t = token + 1;
  for (int count = 0; t < limit_ && count < 4; ++count, ++t) {
    if (const auto name = phrases_.person(t, limit_); name.last != 0) return name.who.country;
    const auto& atom = words_.atom(t);
    if (atom.nationality != kNoActor) return atom.nationality;
    if (!words_.is(t, Word::determiner) && atom.office == kNoActor && !words_.at(t).adjective) return kNoActor;
  }
  return kNoActor;
}

TokenId MentionFinder::plural_office(const Modifiers& m, TokenId h, const NameAtom& atom, const Complement& behind) {
  auto countries = m.countries;
  countries.insert(countries.end(), behind.countries.begin(), behind.countries.end());
  if (atom.of != kNoActor) countries.push_back(atom.of);
  if (countries.empty()) {
    const auto country = country_of(m, behind, atom);
    if (country != kNoActor) countries.push_back(country);
  }
  if (countries.empty()) return m.definite && !m.possessive && plain_determiner(m) && words_.is(h, Word::several_persons) ? add_pair(m, h, true) : 0;
  return holders_of(m, h, atom, behind, countries);
}

// "de Amerikaanse en Russische presidenten"
TokenId MentionFinder::holders_of(const Modifiers& m, TokenId h, const NameAtom& atom, const Complement& behind, const std::vector<std::uint32_t>& countries) {
  add_owners(m);
  const auto& role = gazetteer_.offices[atom.office];
  Mention mention{m.first, behind.last, h, MentionKind::group, true, false, 0, true, {}};
  for (auto at = countries.begin(); at != countries.end(); ++at) {
    const auto country = *at;
    if (std::find(countries.begin(), at, country) != at) continue;  // "de gouverneurs van Cherson en Charkiv"
    ActorId who;
    if (countries.size() > 1 && (m.any_determiner || words_.is(h, Word::one_holder))) {  // "ministers van X en Y" may be any of theirs
      auto use = use_of(m, h, atom, behind, country, false);
      use.definite = true;
      who = offices_.resolve(use);
    }
    if (who.actor == kNoActor) who = role_id(gazetteer_, role.id + "s", words_.text().words(h, behind.last), country);
    mention.who.push_back(std::move(who));
  }
  mentions_.push_back(std::move(mention));
  return behind.last;
}

// "de Nederlandse en de Belgische premier", "een Noorse en een Deense delegatie": the noun comes with the second.
TokenId MentionFinder::elliptic_office(const Modifiers& m) {
  auto t = m.first + m.determiner;
  while (t < limit_ && words_.atom(t).nationality != kNoActor) t = words_.atom(t).last;
  if (t + 1 >= limit_ || t == m.first + m.determiner || !words_.is(t, Word::coordinator)) return 0;
  const auto other = phrases_.modifiers(t + 1, limit_);
  if (!other.any_determiner || other.countries.empty() || other.head >= limit_) return 0;
  const auto& atom = words_.atom(other.head);
  if (atom.office == kNoActor && atom.group != kNoActor) {
    const auto who = role_id(gazetteer_, gazetteer_.groups[atom.group].id, words_.text().words(m.first, t), m.countries.front());
    mentions_.push_back({m.first, t, t - 1, MentionKind::group, false, false, 0, false, {who}});
    return t;
  }
  if (atom.office == kNoActor) return 0;
  auto use = use_of(m, other.head, atom, {atom.last, {}, kNoActor, kNoActor, false}, m.countries.front(), false);
  use.definite = true;
  const auto who = offices_.resolve(use);
  const char sex = who.actor == kNoActor ? '\0' : gazetteer_.actors[who.actor].sex;
  mentions_.push_back({m.first, t, t - 1, MentionKind::office, false, false, sex, true, {who}});
  return t;
}

}  // namespace kroniek
