#include "roles.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

namespace kroniek {

namespace {

constexpr Day kYear = 366;

// For whom somebody acts.
std::uint32_t home(const ActorId& who) {
  return who.country != kNoActor ? who.country : who.actor;
}

bool is_person(const Gazetteer& gazetteer, std::uint32_t actor) {
  return actor != kNoActor && gazetteer.actors[actor].kind == "person";
}

// A spokesman of an organisation is one of its country too; its leader does not lead the country.
bool is_of(const Gazetteer& gazetteer, const Tenure& tenure, std::uint32_t country, bool wide) {
  if (country == kNoActor || tenure.of == country) return true;
  return wide && tenure.of != kNoActor && gazetteer.actors[tenure.of].country == country;
}

bool in_term(const Tenure& tenure, Day day, Term term) {
  switch (term) {
    case Term::now:
      // Without a day, whoever is in office as far as the pack knows.
      return day == kOpenPast ? tenure.until == kOpenFuture : day >= tenure.from && day < tenure.until;
    case Term::former: return day == kOpenPast ? tenure.until != kOpenFuture : tenure.until <= day;
    case Term::incoming: return day != kOpenPast && tenure.from > day && tenure.from - day < kYear;
  }
  return false;
}

// Letters that do not come apart into a base letter and a mark.
constexpr std::array<std::pair<char16_t, const char*>, 12> kLetters = {{
    {u'\u00DF', "ss"}, {u'\u00E6', "ae"}, {u'\u00F8', "o"}, {u'\u0111', "d"}, {u'\u00F0', "d"}, {u'\u00FE', "th"},
    {u'\u0131', "i"}, {u'\u0142', "l"}, {u'\u0153', "oe"}, {u'\u0259', "e"}, {u'\u014B', "n"}, {u'\u0127', "h"}}};

}  // namespace

std::string id_from_name(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  auto all = icu::UnicodeString::fromUTF8({name.data(), static_cast<int32_t>(name.size())});
  all.toLower(icu::Locale::getRoot());
  const auto* decompose = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return {};
  all = decompose->normalize(all, status);
  std::string id;
  const auto hyphen = [&] {
    if (!id.empty() && id.back() != '-') id += '-';
  };
  for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
    const auto c = all.char32At(i);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      id += static_cast<char>(c);
    } else if (u_charType(c) == U_NON_SPACING_MARK || c == '\'' || c == 0x2019) {
      continue;
    } else if (const auto* it = std::find_if(kLetters.begin(), kLetters.end(), [&](const auto& l) { return l.first == c; }); it != kLetters.end()) {
      id += it->second;
    } else {
      hyphen();
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "unknown" : id;
}

ActorId actor_id(const Gazetteer& gazetteer, std::uint32_t actor) {
  if (actor == kNoActor) return {};
  const auto& known = gazetteer.actors[actor];
  return {known.id, known.name, known.wikidata, actor, known.kind == "country" ? actor : known.country};
}

bool same_side(const ActorId& a, const ActorId& b) {
  return a.id == b.id || (home(a) != kNoActor && home(a) == home(b));
}

bool opposed(const ActorId& a, const ActorId& b) {
  return home(a) != kNoActor && home(b) != kNoActor && home(a) != home(b);
}

bool is_spokesperson(const Gazetteer& gazetteer, const ActorId& who) {
  constexpr auto role = std::string_view("spokesperson");
  if (who.actor == kNoActor) return who.id.starts_with(role);
  const auto& tenures = gazetteer.actors[who.actor].tenures;
  return std::any_of(tenures.begin(), tenures.end(), [&](const Tenure& tenure) { return gazetteer.offices[tenure.office].id.ends_with(role); });
}

ActorId spokesperson_of(const ActorId& whose, std::string_view shown) { return {std::string(kSpeaksFor) + whose.id, std::string(shown), {}, kNoActor, whose.country}; }

bool is_media(const Gazetteer& gazetteer, const ActorId& who) { return who.actor != kNoActor && gazetteer.actors[who.actor].kind == "media"; }

ActorId role_id(const Gazetteer& gazetteer, std::string_view role, std::string_view shown, std::uint32_t country) {
  std::string id(role);
  if (country != kNoActor) id.append(kOf).append(gazetteer.actors[country].id);
  if (const auto known = gazetteer.find_actor(id); known != kNoActor) return actor_id(gazetteer, known);
  return {id, std::string(shown), "", kNoActor, country};
}

bool means(const Gazetteer& gazetteer, OfficeWord word, std::uint32_t office) {
  if (office == word.office) return true;
  if (!word.wide) return false;
  const std::string_view id = gazetteer.offices[office].id, end = gazetteer.offices[word.office].id;
  if (id.size() < end.size() + 2 || !id.ends_with(end) || id[id.size() - end.size() - 1] != '-') return false;
  // A vice-president is no president, a prime minister is not called "the minister".
  for (const std::string_view other : {"vice-", "deputy-", "prime-", "former-"}) {
    if (id.starts_with(other) && !end.starts_with(other)) return false;
  }
  return true;
}

bool holds(const Gazetteer& gazetteer, std::uint32_t actor, OfficeWord word, std::uint32_t country, Day day, Term term) {
  if (actor == kNoActor) return false;
  const auto& tenures = gazetteer.actors[actor].tenures;
  return std::any_of(tenures.begin(), tenures.end(), [&](const Tenure& tenure) {
    return in_term(tenure, day, term) && is_of(gazetteer, tenure, country, word.wide) && means(gazetteer, word, tenure.office);
  });
}

std::vector<std::uint32_t> holders(const Gazetteer& gazetteer, OfficeWord word, std::uint32_t country, Day day, Term term) {
  // First those who have the very office of the country itself, then those of its organisations, then the wider word.
  std::array<std::vector<std::pair<Day, std::uint32_t>>, 3> lists;
  const auto look = [&](std::uint32_t office) {
    auto it = std::lower_bound(gazetteer.by_office.begin(), gazetteer.by_office.end(), Gazetteer::OfficeHolder{office, 0});
    for (; it != gazetteer.by_office.end() && it->office == office; ++it) {
      for (const auto& tenure : gazetteer.actors[it->actor].tenures) {
        if (tenure.office != office || !in_term(tenure, day, term) || !is_of(gazetteer, tenure, country, word.wide)) continue;
        auto& list = lists[office != word.office ? 2 : tenure.of == country ? 0 : 1];
        const auto known = std::any_of(list.begin(), list.end(), [&](const auto& item) { return item.second == it->actor; });
        if (!known) list.emplace_back(term == Term::former ? -tenure.until : tenure.from, it->actor);
      }
    }
  };
  look(word.office);
  for (std::uint32_t office = 0; word.wide && office < gazetteer.offices.size(); ++office) {
    if (office != word.office && means(gazetteer, word, office)) look(office);
  }
  auto& list = !lists[0].empty() ? lists[0] : !lists[1].empty() ? lists[1] : lists[2];
  if (term != Term::now) std::stable_sort(list.begin(), list.end());
  std::vector<std::uint32_t> found;
  for (const auto& item : list) found.push_back(item.second);
  return found;
}

std::uint32_t counterpart_of(const Gazetteer& gazetteer, std::uint32_t actor, std::uint32_t country, Day day) {
  if (!is_person(gazetteer, actor) || country == kNoActor) return kNoActor;
  const auto& tenures = gazetteer.actors[actor].tenures;
  for (const auto term : {Term::now, Term::incoming}) {
    for (const auto& tenure : tenures) {
      if (!in_term(tenure, day, term)) continue;
      const auto found = holders(gazetteer, {tenure.office, false}, country, day, Term::now);
      if (found.size() == 1 && found.front() != actor) return found.front();
    }
  }
  return kNoActor;
}

std::uint32_t predecessor_of(const Gazetteer& gazetteer, std::uint32_t actor, Day day) {
  if (!is_person(gazetteer, actor)) return kNoActor;
  for (const auto term : {Term::now, Term::incoming, Term::former}) {
    for (const auto& own : gazetteer.actors[actor].tenures) {
      if (!in_term(own, day, term) || own.from == kOpenPast) continue;
      for (const auto before : holders(gazetteer, {own.office, false}, own.of, own.from, Term::former)) {
        if (before != actor) return before;
      }
      // He who is to come follows the one who is there.
      if (const auto there = gazetteer.holder(own.office, own.of, day); term == Term::incoming && there != kNoActor && there != actor) return there;
    }
  }
  return kNoActor;
}

std::uint32_t successor_of(const Gazetteer& gazetteer, std::uint32_t actor, Day day) {
  if (!is_person(gazetteer, actor)) return kNoActor;
  for (const auto term : {Term::former, Term::now}) {
    for (const auto& own : gazetteer.actors[actor].tenures) {
      if (!in_term(own, day, term) || own.until == kOpenFuture) continue;
      if (const auto next = gazetteer.holder(own.office, own.of, own.until); next != kNoActor && next != actor) return next;
    }
  }
  return kNoActor;
}

}  // namespace kroniek
