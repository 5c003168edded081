#include "mentions.hpp"

#include "offices.hpp"
#include "phrases.hpp"

#include <algorithm>

namespace kroniek {

namespace {

class MentionFinder {
 public:
  MentionFinder(const ActorWords& words, Day day)
      : words_(words), gazetteer_(words.gazetteer()), names_(words), phrases_(words, names_), offices_(words, day, mentions_) {}

  std::vector<Mention> run() {
    for (const auto& sentence : words_.text().sentences) {
      phrases_.set_sentence(sentence);
      begin_ = sentence.first;
      limit_ = sentence.last;
      for (auto t = begin_; t < limit_;) {
        const auto end = words_.punct(t) ? 0 : set_phrase(t) != 0 ? set_phrase(t) : read(t);
        t = end > t ? end : t + 1;
      }
    }
    std::stable_sort(mentions_.begin(), mentions_.end(), [](const Mention& a, const Mention& b) {
      return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    return std::move(mentions_);
  }

 private:
  // "onder leiding van", "op zijn beurt": fixed phrases that hold no actor.
  TokenId set_phrase(TokenId token) const {
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
  TokenId read(TokenId token) {
    const auto m = phrases_.modifiers(token, limit_);
    if (m.head >= limit_ && !m.countries.empty() && m.any_determiner) {
      if (const auto end = elliptic_office(m); end != 0) return end;
    }
    if (m.head >= limit_) return bare_pair(m) ? bare_pair_end(m) : without_head(token, m);
    if (const auto end = read_head(m); end != 0) return end;
    return without_head(token, m);
  }

  // "de Nederlandse en de Belgische premier": the noun comes with the second.
  TokenId elliptic_office(const Modifiers& m) {
    auto t = m.first + m.determiner;
    while (t < limit_ && words_.atom(t).nationality != kNoActor) t = words_.atom(t).last;
    if (t + 1 >= limit_ || t == m.first + m.determiner || !words_.is(t, Word::coordinator)) return 0;
    const auto other = phrases_.modifiers(t + 1, limit_);
    if (!other.any_determiner || other.countries.empty() || other.head >= limit_) return 0;
    const auto& atom = words_.atom(other.head);
    if (atom.office == kNoActor) return 0;
    auto use = use_of(m, other.head, atom, {atom.last, {}, kNoActor, kNoActor, false}, m.countries.front(), false);
    use.definite = true;
    const auto who = offices_.resolve(use);
    const char sex = who.actor == kNoActor ? '\0' : gazetteer_.actors[who.actor].sex;
    mentions_.push_back({m.first, t, t - 1, MentionKind::office, false, false, sex, true, {who}});
    return t;
  }

  // Adjectives of nationality and genitives that belong to a noun that is no actor.
  TokenId without_head(TokenId token, const Modifiers& m) {
    if (m.head == token) return 0;
    if (m.determiner > 0) return 0;  // read again from the word behind it
    if (const auto name = phrases_.person(token, limit_); name.last != 0) return add_name(token, token, name, true);
    const auto& atom = words_.atom(token);
    if (atom.actor != kNoActor && atom.genitive) return add_organisation(token, token, atom);
    if (atom.nationality == kNoActor) return 0;
    Mention mention{token, atom.last, token, MentionKind::nationality, false, false, 0, false, {actor_id(gazetteer_, atom.nationality)}};
    mentions_.push_back(std::move(mention));
    return atom.last;
  }

  TokenId read_head(const Modifiers& m) {
    const auto h = m.head;
    if (const auto name = phrases_.person(h, limit_); name.last != 0) return h == m.first + m.determiner ? add_name(m.first, h, name, true) : named_person(m, h, name);
    const auto& own = words_.at(h).own;
    const auto& atom = words_.atom(h);
    if (atom.actor != kNoActor && atom.last - h > 1 && plain_determiner(m)) return add_organisation(m.first, h, atom);
    if ((m.two || m.both) && m.definite && own.has_any({Word::several_persons, Word::several_sides})) return add_pair(m, h, own.has(Word::several_persons));
    if ((m.two || m.both) && m.definite && m.countries.empty() && atom.office != kNoActor && atom.plural) return add_pair(m, h, true);
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
      if (h != m.first + m.determiner && m.countries.empty() && m.owners.empty()) return 0;
      return add_organisation(plain_determiner(m) ? m.first : h, h, atom);
    }
    return 0;
  }

  static bool plain_determiner(const Modifiers& m) { return m.head == m.first + m.determiner; }

  // ---- names

  TokenId add_name(TokenId first, TokenId head, const Phrases::Name& name, bool) {
    Mention mention{first, name.last, head, MentionKind::name, false, name.genitive, name.sex, true, {name.who}};
    mentions_.push_back(std::move(mention));
    return name.last;
  }

  // "de Russische Poetin", "de voormalige Britse Johnson": the adjectives are the name's if they do not deny it.
  TokenId named_person(const Modifiers& m, TokenId head, const Phrases::Name& name) {
    if (m.unknown_word || (m.number && !m.any_determiner) || !fits(m.countries, name.who)) return 0;
    add_owners(m);
    return add_name(m.first, head, name, true);
  }

  TokenId add_organisation(TokenId first, TokenId head, const NameAtom& atom) {
    Mention mention{first, atom.last, head, MentionKind::name, false, atom.genitive, 0, false, {}};
    const auto which = atom.actor != kNoActor ? atom.actor : atom.metonym;
    if (atom.actor == kNoActor) mention.kind = MentionKind::metonym;
    mention.plural = words_.end_of(head, Word::plural_name) == atom.last;
    mention.who = {actor_id(gazetteer_, which)};
    const bool seat = mention.kind == MentionKind::metonym || gazetteer_.actors[which].kind == "country";
    if (seat && is_dateline(head, atom.last)) return atom.last;
    mentions_.push_back(std::move(mention));
    return atom.last;
  }

  // "KIEV/WASHINGTON (ANP)", "BRUSSEL De bondgenoten"
  bool is_dateline(TokenId first, TokenId last) const {
    const auto& text = words_.text();
    if (!text.tokens[first].has(kAllCaps) || text.word(first).size() < 4) return false;
    if (first > begin_ && text.word(first - 1) != "/" && text.word(first - 1) != "," && !words_.punct(first - 1)) return false;
    return last >= limit_ || words_.punct(last) || words_.capital(last);
  }

  void add_owners(const Modifiers& m) {
    if (m.owners.empty()) return;
    if (const auto name = phrases_.person(m.first, limit_); name.last != 0) {
      add_name(m.first, m.first, name, true);
    } else {
      add_organisation(m.first, m.first, words_.atom(m.first));
    }
  }

  // Whether the person may be meant by adjectives or complements of these countries.
  bool fits(const std::vector<std::uint32_t>& countries, const ActorId& who) const {
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

  static std::uint32_t country_of(const Modifiers& m, const Complement& behind, const NameAtom& atom, bool target = false) {
    if (!m.countries.empty()) return m.countries.front();
    if (!behind.countries.empty()) return behind.countries.front();
    if (atom.of != kNoActor && !target) return atom.of;
    for (const auto& owner : m.owners) {
      if (owner.country != kNoActor) return owner.country;
    }
    return kNoActor;
  }

  // ---- offices

  TokenId office(const Modifiers& m, TokenId h, const NameAtom& atom) {
    const auto behind = phrases_.complement(atom.last, limit_, atom.plural);
    const bool target = words_.is(h, Word::target_noun) && !words_.of_person(h);
    auto country = country_of(m, behind, atom, target);
    if (m.our && country == kNoActor) country = offices_.home();
    // "de gezant van president Zelensky": whose office it is, though the name has a mention of its own.
    if (country == kNoActor && behind.last == atom.last) country = owner_behind(atom.last);
    const auto name = phrases_.person(behind.last, limit_);
    if (name.last != 0 && names_this_person(m, behind, atom, name)) {
      add_owners(m);
      offices_.learn(use_of(m, h, atom, behind, country, target), name.who);
      auto who = name.who;
      if (who.actor == kNoActor && who.country == kNoActor) who.country = country;
      mentions_.push_back({m.first, name.last, behind.last, MentionKind::name, false, name.genitive, name.sex, true, {who}});
      return name.last;
    }
    if (atom.plural || m.countries.size() > 1) return plural_office(m, h, atom, behind);
    if (m.possessive && m.first > begin_ && words_.is(m.first - 1, Word::as_marker)) return m.first + 1;  // "tot zijn gezant benoemd"
    if (m.possessive && country == kNoActor) return description(m, h, behind.last);  // "zijn woordvoerder"
    if (is_predicate(m, h)) return atom.last;
    const auto use = use_of(m, h, atom, behind, country, target);
    auto who = offices_.resolve(use);
    const auto beside = apposition(m.first, behind.last);
    if (!beside.id.empty() && (who.actor == kNoActor || who == beside)) {
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

  OfficeUse use_of(const Modifiers& m, TokenId h, const NameAtom& atom, const Complement& behind, std::uint32_t country, bool target) const {
    OfficeUse use;
    use.office = atom.office;
    use.country = country;
    use.place = behind.place;
    use.named = !atom.compound || atom.of != kNoActor;
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

  // "zei de Franse president Macron", but "vroeg de Franse president Trump": two.
  bool names_this_person(const Modifiers& m, const Complement& behind, const NameAtom& atom, const Phrases::Name& name) const {
    auto countries = m.countries;
    countries.insert(countries.end(), behind.countries.begin(), behind.countries.end());
    if (!countries.empty()) return fits(countries, name.who);
    const bool plain = m.definite && !m.possessive && !m.demonstrative && m.owners.empty() && m.head == m.first + m.determiner;
    if (atom.plural || !plain || behind.last > atom.last || name.last - behind.last > 1) return true;
    const auto who = offices_.resolve(use_of(m, m.head, atom, behind, kNoActor, false));
    return who.actor == kNoActor || who == name.who;
  }

  bool is_predicate(const Modifiers& m, TokenId h) const {
    if (m.first > begin_ && words_.is(m.first - 1, Word::as_marker) && !m.definite) return true;
    const bool bare = !m.any_determiner && m.owners.empty() && m.countries.empty() && !words_.atom(h).compound;
    if (m.first > begin_ && words_.text().word(m.first - 1) == ",") return false;
    return bare && !(words_.first_word(m.first) && words_.capital(m.first));
  }

  // "X, de Franse president," and "de Franse president, X,": the other's name.
  ActorId apposition(TokenId first, TokenId last) const {
    const auto& text = words_.text();
    if (first >= begin_ + 2 && text.word(first - 1) == "," && !mentions_.empty()) {
      const auto& before = mentions_.back();
      if (before.last == first - 1 && before.kind == MentionKind::name && before.person && !before.genitive && before.who.size() == 1) return before.who.front();
    }
    if (last + 1 < limit_ && text.word(last) == ",") {
      const auto name = phrases_.person(last + 1, limit_);
      if (name.last != 0 && !name.genitive && (name.last >= limit_ || words_.punct(name.last))) return name.who;
    }
    return {};
  }

  std::uint32_t owner_behind(TokenId token) const {
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

  TokenId plural_office(const Modifiers& m, TokenId h, const NameAtom& atom, const Complement& behind) {
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
  TokenId holders_of(const Modifiers& m, TokenId h, const NameAtom& atom, const Complement& behind, const std::vector<std::uint32_t>& countries) {
    add_owners(m);
    const auto& role = gazetteer_.offices[atom.office];
    Mention mention{m.first, behind.last, h, MentionKind::group, true, false, 0, true, {}};
    for (const auto country : countries) {
      ActorId who;
      if (countries.size() > 1) {
        auto use = use_of(m, h, atom, behind, country, false);
        use.definite = true;
        who = offices_.resolve(use);
      }
      if (who.actor == kNoActor) who = role_id(gazetteer_, role.id + "s", use_text(h, behind.last), country);
      mention.who.push_back(std::move(who));
    }
    mentions_.push_back(std::move(mention));
    return behind.last;
  }
  std::string_view use_text(TokenId first, TokenId last) const { return words_.text().words(first, last); }

  // ---- nouns that refer

  // A noun phrase whose actor depends on what was said before; resolve_references finds him.
  TokenId description(const Modifiers& m, TokenId h, TokenId last = 0) {
    if (!m.any_determiner && m.owners.empty()) return 0;
    if (m.indefinite) return 0;
    if (last == 0) last = h + 1;
    add_owners(m);
    Mention mention{m.first, last, h, MentionKind::office, false, false, 0, true, {}};
    if (words_.at(h).own.has(Word::office_holder)) {
      const auto sex = words_.value(h, Word::office_holder);
      mention.sex = sex == 1 ? 'm' : sex == 2 ? 'f' : '\0';
    }
    mentions_.push_back(std::move(mention));
    return last;
  }

  bool has_complement_name(TokenId h) const { return phrases_.person(h + 1, limit_).last != 0; }

  // "zijn Franse ambtgenoot (Emmanuel Macron)", "Bidens voorganger"
  TokenId relation(const Modifiers& m, TokenId h) {
    const auto name = phrases_.person(h + 1, limit_);
    if (name.last != 0 && fits(m.countries, name.who)) {
      add_owners(m);
      auto who = name.who;
      if (who.country == kNoActor && !m.countries.empty()) who.country = m.countries.front();
      mentions_.push_back({m.first, name.last, h + 1, MentionKind::name, false, name.genitive, name.sex, true, {who}});
      return name.last;
    }
    if (words_.at(h).plural_noun && m.countries.empty()) return 0;
    return description(m, h);
  }

  TokenId people(const Modifiers& m, TokenId h, const NameAtom& atom) {
    if (const auto name = phrases_.person(atom.last, limit_); name.last != 0 && !atom.plural && fits({atom.people}, name.who)) return titled(m, h);
    if (!atom.plural) {
      if (!m.definite || m.number) return 0;
      mentions_.push_back({m.first, atom.last, h, MentionKind::pronoun, false, false, 0, true, {}});
      return atom.last;
    }
    if (m.number || m.indefinite) return atom.last;  // "drie Russen" are not Russia
    add_owners(m);
    mentions_.push_back({m.first, atom.last, h, MentionKind::group, true, false, 0, true, {actor_id(gazetteer_, atom.people)}});
    return atom.last;
  }

  // "ons land", "het land", "zijn land", "EU-landen", "Europese landen"
  TokenId country_noun(const Modifiers& m, TokenId h) {
    const bool plural = words_.at(h).plural_noun;
    const auto head = words_.compound_actor(h);
    if (plural && (head != kNoActor || (!m.countries.empty() && words_.is(h, Word::country_noun)))) {
      mentions_.push_back({m.first, h + 1, h, MentionKind::group, true, false, 0, false, {actor_id(gazetteer_, head != kNoActor ? head : m.countries.front())}});
      return h + 1;
    }
    if (plural || !words_.is(h, Word::country_noun) || words_.at(h).tail.has(Word::country_noun)) return 0;
    if (m.our) {
      if (words_.quoted(h)) return 0;
      mentions_.push_back({m.first, h + 1, h, MentionKind::name, false, false, 0, false, {actor_id(gazetteer_, offices_.home())}});
      return h + 1;
    }
    if (!m.owners.empty() && m.owners.front().country != kNoActor) {
      add_owners(m);
      mentions_.push_back({m.first, h + 1, h, MentionKind::pronoun, false, false, 0, false, {actor_id(gazetteer_, m.owners.front().country)}});
      return h + 1;
    }
    if (!m.definite || m.number || !plain_determiner(m)) return 0;
    mentions_.push_back({m.first, h + 1, h, MentionKind::pronoun, false, false, 0, false, {}});
    return h + 1;
  }

  // "de twee leiders", "beide landen"
  TokenId add_pair(const Modifiers& m, TokenId h, bool persons) {
    mentions_.push_back({m.first, words_.atom(h).last > h ? words_.atom(h).last : h + 1, h, MentionKind::pronoun, true, false, 0, persons, {}});
    return mentions_.back().last;
  }

  // "de twee", "beiden", without a noun
  bool bare_pair(const Modifiers& m) const { return bare_pair_end(m) != 0; }
  TokenId bare_pair_end(const Modifiers& m) {
    const auto end = static_cast<const MentionFinder*>(this)->bare_pair_end(m);
    mentions_.push_back({m.first, end, end - 1, MentionKind::pronoun, true, false, 0, true, {}});
    return end;
  }
  TokenId bare_pair_end(const Modifiers& m) const {
    TokenId end = 0;
    for (auto t = m.first; t < std::min(limit_, m.first + 2); ++t) {
      if (words_.is(t, Word::both) && (t > m.first ? m.definite : words_.end_of(t, Word::nominative) == 0)) end = t + 1;
    }
    if (end == 0) return 0;
    const bool number = words_.lexicon().reading(words_.text().tokens[end - 1].form, Pos::number) != nullptr;
    if (number && (end - m.first < 2 || !m.definite)) return 0;
    if (end >= limit_ || words_.punct(end)) return end;
    const auto& next = words_.at(end);
    if (next.noun || next.adjective || words_.text().tokens[end].form == 0 || words_.text().tokens[end].has(kDigits)) return 0;
    if (next.finite || next.own.has_any({Word::auxiliary, Word::adverb, Word::preposition, Word::coordinator, Word::relative})) return end;
    if (!next.plural_verb) return 0;
    // "De twee bellen morgen", but "De twee boeken zijn oud"
    for (auto t = end + 1; t < limit_ && !words_.punct(t); ++t) {
      if (words_.at(t).finite || words_.is(t, Word::auxiliary)) return 0;
    }
    return end;
  }

  // ---- groups

  TokenId group(const Modifiers& m, TokenId h, const NameAtom& atom) {
    const auto noun_end = std::max<TokenId>(atom.group != kNoActor ? atom.last : 0, h + 1);
    auto behind = phrases_.complement(noun_end, limit_, true);
    if (behind.seat && !m.countries.empty()) behind = {noun_end, {}, kNoActor, kNoActor, false};
    const auto& own = words_.at(h).own;
    const bool government = own.has(Word::government);
    // "persbureau TASS", "de omroep ARD"
    if (const auto body = phrases_.organisation(noun_end, limit_); body.last != 0 && !government && m.countries.empty() && behind.last == noun_end &&
                                                                    gazetteer_.actors[body.who.actor].kind != "country") {
      add_owners(m);
      mentions_.push_back({m.first, body.last, noun_end, MentionKind::name, false, body.genitive, 0, false, {body.who}});
      return body.last;
    }
    auto countries = m.countries;
    countries.insert(countries.end(), behind.countries.begin(), behind.countries.end());
    if (countries.empty() && words_.compound_actor(h) != kNoActor) countries.push_back(words_.compound_actor(h));
    if (countries.empty()) {
      for (const auto& owner : m.owners) {
        if (owner.country != kNoActor) countries.push_back(owner.country);
      }
    }
    if (countries.empty() && (m.our || (government && m.definite && plain_determiner(m) && words_.is(h, Word::home_government)))) countries.push_back(offices_.home());
    if (countries.empty() && owner_behind(noun_end) != kNoActor && words_.is(noun_end, Word::of_preposition)) countries.push_back(owner_behind(noun_end));
    // "de Tweede Kamer" of the country whose newspaper this is
    if (countries.empty() && m.definite && !m.possessive && atom.group != kNoActor) {
      const auto home = words_.capital(h) ? offices_.home() : kNoActor;
      if (home != kNoActor && role_id(gazetteer_, gazetteer_.groups[atom.group].id, "", home).actor != kNoActor) countries.push_back(home);
    }
    // "de presidenten van Rusland en Oekraïne": each country's own.
    if (atom.office != kNoActor && countries.size() > 1) return holders_of(m, h, atom, behind, countries);
    Mention mention{m.first, behind.last, h, MentionKind::group, words_.at(h).plural_noun || behind.countries.size() > 1, false, 0, government, {}};
    if (countries.empty()) {
      if (!m.possessive) return 0;
    }
    for (const auto country : countries) {
      if (government || atom.group == kNoActor) {
        mention.who.push_back(actor_id(gazetteer_, country));
      } else {
        const auto& role = gazetteer_.groups[atom.group];
        mention.who.push_back(role_id(gazetteer_, role.id, words_.text().words(m.first, behind.last), country));
      }
    }
    add_owners(m);
    mentions_.push_back(std::move(mention));
    return behind.last;
  }

  // A noun that names nobody by itself: "onderzoeker Jan Jansen".
  TokenId titled(const Modifiers& m, TokenId h) {
    const auto behind = phrases_.complement(h + 1, limit_, false);
    const auto name = phrases_.person(behind.last, limit_);
    if (name.last == 0 || !fits(m.countries, name.who)) return 0;
    add_owners(m);
    auto who = name.who;
    if (who.actor == kNoActor && who.country == kNoActor && !m.countries.empty()) who.country = m.countries.front();
    mentions_.push_back({m.first, name.last, behind.last, MentionKind::name, false, name.genitive, name.sex, true, {who}});
    return name.last;
  }

  const ActorWords& words_;
  const Gazetteer& gazetteer_;
  std::vector<Mention> mentions_;
  UnknownNames names_;
  Phrases phrases_;
  Offices offices_;
  TokenId begin_ = 0, limit_ = 0;
};

}  // namespace

std::vector<Mention> find_mentions(const Text& text, const Lexicon& lexicon, const Gazetteer& gazetteer, Day day) {
  const ActorWords words(text, lexicon, gazetteer);
  return MentionFinder(words, day).run();
}

}  // namespace kroniek
