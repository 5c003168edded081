#include "references.hpp"

#include "pronouns.hpp"
#include "roles.hpp"

#include <algorithm>
#include <map>

namespace kroniek {

namespace {

class Resolver {
 public:
  Resolver(const ActorWords& words, const ReferenceContext& context, std::vector<Mention>& mentions)
      : words_(words), gazetteer_(words.gazetteer()), day_(context.day), mentions_(mentions), discourse_(words, context, mentions), pronouns_(discourse_, mentions) {}

  void run() {
    std::size_t next = 0;
    TokenId covered = 0;  // end of the mention that is being passed
    std::vector<Mention*> here;
    for (const auto& sentence : words_.text().sentences) {
      for (auto t = sentence.first; t < sentence.last; ++t) {
        here.clear();
        for (; next < mentions_.size() && mentions_[next].first == t; ++next) here.push_back(&mentions_[next]);
        // A possessive that opens a longer mention is read first: the rest hangs on it.
        if (t >= covered || here.empty()) read_word(t, sentence, covered);
        for (auto* mention : here) {
          if (mention->who.empty()) {
            mention->who = describe(*mention);
          } else if (mention->kind == MentionKind::office && mention->who.size() == 1) {
            if (auto who = by_calling(*mention); !who.empty()) mention->who = std::move(who);
          }
          covered = std::max(covered, mention->last);
        }
        for (const auto* mention : here) discourse_.add(*mention);
        if (t + 1 == sentence.last || discourse_.segment_of(t + 1) != discourse_.segment_of(t)) discourse_.end_segment(t);
      }
    }
    // "De partijen" may be any, where none were named side by side.
    std::erase_if(mentions_, [&](const Mention& m) { return m.plural && m.kind == MentionKind::pronoun && m.who.empty() && words_.is(m.first, Word::definite) && !words_.is(m.head, Word::country_noun) && !counted(m); });
    mentions_.insert(mentions_.end(), found_.begin(), found_.end());
    std::stable_sort(mentions_.begin(), mentions_.end(), [](const Mention& a, const Mention& b) {
      return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
  }

 private:
  void read_word(TokenId token, const Sentence& sentence, TokenId covered) {
    if (words_.punct(token)) return;
    const auto& own = words_.at(token).own;
    const bool refers = own.has_any({Word::ref_he, Word::ref_him, Word::ref_she_they, Word::ref_her, Word::ref_them, Word::ref_that_one, Word::ref_this_one,
                                     Word::ref_it, Word::poss_his, Word::poss_her, Word::poss_their});
    const bool latter = own.has(Word::latter) && token >= covered;
    if (!refers && !latter) {
      if (token >= covered) nameless(token);
      return;
    }
    if (words_.in_phrase(token, Word::adverb)) return;  // "op zijn beurt"
    auto mention = latter ? pronouns_.latter(token, sentence) : pronouns_.read(token, sentence);
    if (mention.kind == MentionKind::name) return;
    if (token < covered && mention.kind != MentionKind::possessive) return;
    if (mention.kind == MentionKind::possessive) owners_[token] = mention.who;
    discourse_.add(mention);
    found_.push_back(std::move(mention));
  }

  // "een man", "mijn buurman": somebody whom a pronoun may stand for.
  void nameless(TokenId token) {
    const auto& can = words_.at(token);
    if (!can.own.has_any({Word::person_noun, Word::title}) || can.plural_noun || words_.capital(token)) return;
    const auto begin = discourse_.segment_begin(token);
    if (token == begin) return;
    // "zijn gast, Keir Starmer,": not nameless.
    const auto next = std::lower_bound(mentions_.begin(), mentions_.end(), token + 1, [](const Mention& m, TokenId t) { return m.first < t; });
    const bool named = next != mentions_.end() && next->person && (next->first == token + 1 || (next->first == token + 2 && words_.punct(token + 1)));
    if (named) return;
    // "X, bakker in Y,", "X is bakker": said of somebody who has been named.
    bool introduced = false;
    for (auto t = token; t > begin && token - t < 4 && !introduced; --t) {
      if (words_.punct(t - 1) || words_.at(t - 1).finite) break;
      introduced = words_.at(t - 1).own.has_any({Word::determiner, Word::quantifier, Word::definite, Word::poss_his, Word::poss_her, Word::poss_their});
    }
    if (!introduced) return;
    discourse_.add_nameless(token, can.sex == 1 ? 'm' : can.sex == 2 ? 'f' : '\0');
  }

  std::vector<ActorId> describe(const Mention& mention) {
    const auto head = mention.head;
    const auto& own = words_.at(head).own;
    const auto country = nationality_in(mention);
    if (own.has(Word::counterpart)) return counterpart(mention, country);
    if (own.has_any({Word::predecessor, Word::successor})) return neighbour(mention, own.has(Word::predecessor));
    if (mention.plural && mention.kind == MentionKind::pronoun) return several(mention);
    const auto& atom = words_.atom(head);
    if (own.has(Word::country_noun)) return land(mention);
    if (mention.kind == MentionKind::group) return owned(mention, atom, true);
    if (atom.people != kNoActor) {
      return pronouns_.person(mention.first, [&](const Spoken& entry) { return entry.who.front().country == atom.people; });
    }
    if (own.has(Word::host)) {
      // Who acted, rather than who was there.
      return pronouns_.person(mention.first, [&](const Spoken& entry) {
        const bool subject = entry.standing == Standing::subject || entry.standing == Standing::main_subject;
        return subject && !entry.plural && (mention.sex == 0 || entry.sex == 0 || entry.sex == mention.sex);
      });
    }
    if (own.has(Word::office_holder)) {
      return pronouns_.person(mention.first, [&](const Spoken& entry) {
        if (mention.sex != 0 && entry.sex != 0 && entry.sex != mention.sex) return false;
        if (country != kNoActor && entry.who.front().country != country) return false;
        const auto actor = entry.who.front().actor;
        return actor == kNoActor || !gazetteer_.actors[actor].tenures.empty();
      });
    }
    if (own.has(Word::party_member)) return pronouns_.person(mention.first, [](const Spoken& entry) { return entry.who.front().actor != kNoActor; });
    if (atom.office != kNoActor) return owned(mention, atom, false);
    return {};
  }

  // "Elon Musk ... De miljardair", "Kaja Kallas ... De EU-topvrouw"
  std::vector<ActorId> by_calling(const Mention& mention) const {
    const auto& who = mention.who.front();
    const bool of_body = who.country != kNoActor && gazetteer_.actors[who.country].kind != "country";
    if (who.actor != kNoActor || (who.country != kNoActor && !of_body) || !words_.is(mention.first, Word::definite) || words_.is(mention.first, Word::quantifier)) return {};
    if (mention.head != mention.first + 1 || mention.last != mention.head + 1) return {};
    if (!words_.is(mention.head, Word::calling)) return {};
    const auto sentence = discourse_.sentence_of(mention.first);
    return pronouns_.person(mention.first, [&](const Spoken& entry) {
      const bool subject = entry.standing == Standing::subject || entry.standing == Standing::main_subject;
      if (of_body && !serves(entry.who.front().actor, who.country)) return false;
      return subject && entry.sentence + 2 >= sentence && (entry.kind == MentionKind::name || entry.kind == MentionKind::office);
    });
  }

  bool serves(std::uint32_t actor, std::uint32_t body) const {
    if (actor == kNoActor) return false;
    const auto& tenures = gazetteer_.actors[actor].tenures;
    return std::any_of(tenures.begin(), tenures.end(), [&](const Tenure& tenure) { return tenure.of == body; });
  }

  std::uint32_t nationality_in(const Mention& mention) const {
    for (auto t = mention.first; t < mention.head; ++t) {
      if (words_.atom(t).nationality != kNoActor) return words_.atom(t).nationality;
    }
    return kNoActor;
  }

  // Whose the noun is: "zijn", "Trumps", "van Trump".
  std::vector<ActorId> owner_of(const Mention& mention) const {
    if (const auto it = owners_.find(mention.first); it != owners_.end()) return it->second;
    auto inner = std::lower_bound(mentions_.begin(), mentions_.end(), mention.first, [](const Mention& m, TokenId t) { return m.first < t; });
    for (; inner != mentions_.end() && inner->first <= mention.last + 1; ++inner) {
      if (inner->first == mention.first && inner->genitive) return inner->who;
      if (inner->first == mention.last + 1 && words_.is(mention.last, Word::of_preposition)) return inner->who;
    }
    return {};
  }

  std::vector<ActorId> counterpart(const Mention& mention, std::uint32_t country) const {
    const auto owner = owner_of(mention);
    if (words_.at(mention.head).plural_noun) {
      std::vector<ActorId> all;
      for (auto t = mention.first; t < mention.head; ++t) {
        const auto each = words_.atom(t).nationality;
        for (const auto& one : owner) {
          if (const auto found = each == kNoActor ? kNoActor : counterpart_of(gazetteer_, one.actor, each, day_); found != kNoActor) all.push_back(actor_id(gazetteer_, found));
        }
      }
      return all;
    }
    if (owner.size() != 1) return {};
    const auto actor = owner.front().actor;
    if (country == kNoActor) {
      // "zijn ambtgenoot": another in mind who has the same kind of office
      auto other = pronouns_.person(mention.first, [&](const Spoken& entry) {
        return entry.who.front().id != owner.front().id && entry.who.front().country != owner.front().country && share_office(actor, entry.who.front().actor);
      });
      if (!other.empty()) return other;
      country = abroad(mention.first, owner.front().country);
    }
    if (country == kNoActor) return {};
    if (const auto found = counterpart_of(gazetteer_, actor, country, day_); found != kNoActor) return {actor_id(gazetteer_, found)};
    if (actor == kNoActor || gazetteer_.actors[actor].tenures.empty()) return {};
    const auto& office = gazetteer_.offices[gazetteer_.actors[actor].tenures.front().office];
    return {role_id(gazetteer_, office.id, words_.text().words(mention.head, mention.last), country)};
  }

  // "bezocht Kyiv en sprak er met zijn ambtgenoot": the country of the last place before, if it is not his own.
  std::uint32_t abroad(TokenId token, std::uint32_t own) const {
    for (const auto begin = words_.text().sentences[words_.text().sentence_at(token)].first; token > begin; --token) {
      const auto place = words_.atom(token - 1).place;
      if (place != kNoActor) return gazetteer_.places[place].country == own ? kNoActor : gazetteer_.places[place].country;
    }
    return kNoActor;
  }

  bool share_office(std::uint32_t a, std::uint32_t b) const {
    if (a == kNoActor || b == kNoActor) return false;
    for (const auto& tenure : gazetteer_.actors[a].tenures) {
      if (holds(gazetteer_, b, {tenure.office, false}, kNoActor, day_, Term::now)) return true;
    }
    return false;
  }

  std::vector<ActorId> neighbour(const Mention& mention, bool before) const {
    const auto owner = owner_of(mention);
    if (owner.size() != 1) return {};
    const auto found = before ? predecessor_of(gazetteer_, owner.front().actor, day_) : successor_of(gazetteer_, owner.front().actor, day_);
    return found == kNoActor ? std::vector<ActorId>() : std::vector<ActorId>{actor_id(gazetteer_, found)};
  }

  // "de twee leiders", "beide landen", "allebei"
  std::vector<ActorId> several(const Mention& mention) const {
    const auto& own = words_.at(mention.head).own;
    const auto office = words_.atom(mention.head).office;
    const Pronouns::Wanted persons{[](const Spoken& entry) { return entry.person; }};
    const Pronouns::Wanted states{[](const Spoken& entry) { return entry.state; }};
    const auto count = how_many(mention);
    const bool uncounted = !counted(mention);
    const bool any = uncounted && !acts_on_each_other(mention);  // "de presidenten spraken elkaar": the two of the sentence before
    if (office != kNoActor && !own.has(Word::several_persons)) {
      // "de twee ministers" are ministers, as far as is known.
      const Pronouns::Wanted holders{[&](const Spoken& entry) {
        return entry.person && std::all_of(entry.who.begin(), entry.who.end(), [&](const ActorId& who) {
          const bool unknown = who.actor == kNoActor && who.country == kNoActor;  // a name, and no other office of a country
          return unknown || (who.actor != kNoActor && holds(gazetteer_, who.actor, {office, true}, kNoActor, day_, Term::now));
        });
      }};
      return any ? pronouns_.side_by_side(mention.first, holders) : pronouns_.several(mention.first, {holders}, count);
    }
    // "Macron en Merz ... de twee landen"
    const auto countries = [&](const std::vector<ActorId>& who) { return countries_of(who); };
    if (own.has(Word::several_sides)) {
      if (uncounted) {
        if (auto who = at_war(mention, false); !who.empty()) return who;
        auto who = pronouns_.side_by_side(mention.first, {states.fits, countries});
        return who.empty() ? at_war(mention, acts_on_each_other(mention)) : who;
      }
      const Pronouns::Wanted people{[](const Spoken& entry) { return entry.person || (entry.body && entry.plural); }, countries};
      if (auto who = at_war(mention, false); who.size() == count && pronouns_.named_near(mention.first, {states, people}, count, true).empty()) return who;
      // "X sprak met Oekraïne. Beide partijen ..."
      const Pronouns::Wanted mixed{[](const Spoken& entry) { return entry.state || entry.person; }, countries};
      return pronouns_.several(mention.first, {states, people, mixed}, count);
    }
    if (own.has(Word::several_persons)) return any ? pronouns_.side_by_side(mention.first, persons) : pronouns_.several(mention.first, {persons}, count);
    if (words_.is(mention.first, Word::definite)) {
      // "De twee" are persons, unless two countries were named side by side.
      const Pronouns::Wanted pair{states.fits, {}, true};
      if (auto who = pronouns_.several(mention.first, {persons, pair}, count); !who.empty()) return who;
    }
    // "ze ... allebei"
    for (auto e = discourse_.entries().rbegin(); e != discourse_.entries().rend() && e->segment == discourse_.segment_of(mention.first); ++e) {
      if (e->who.size() == count) return e->who;
      if (auto who = pronouns_.coordinated(*e); who.size() == count) return who;
    }
    return pronouns_.several(mention.first, {persons, states}, count);
  }

  // "beide legers", "Beide landen schonden het bestand": those who are at war, if they have been spoken of.
  std::vector<ActorId> at_war(const Mention& mention, bool foes) const {
    for (auto t = mention.first; t <= mention.head; ++t) foes |= words_.end_of(t, Word::war_side) == mention.head + 1;
    for (auto t = discourse_.segment_begin(mention.first); !foes && t < discourse_.segment_end(mention.first); ++t) foes = words_.is(t, Word::between_foes);
    if (!foes) return {};
    for (const auto& [a, b] : gazetteer_.wars) {
      if (discourse_.spoken_of(a) && discourse_.spoken_of(b)) return {actor_id(gazetteer_, a), actor_id(gazetteer_, b)};
    }
    return {};
  }

  // "De landen beschuldigen elkaar"
  bool acts_on_each_other(const Mention& mention) const {
    for (auto t = mention.last; t < discourse_.segment_end(mention.first); ++t) {
      if (words_.is(t, Word::reciprocal)) return true;
    }
    return false;
  }

  // "beide landen", "de twee landen", or no more than "de landen"
  bool counted(const Mention& mention) const {
    for (auto t = mention.first; t < mention.last; ++t) {
      if (words_.is(t, Word::both)) return true;
    }
    return words_.is(mention.first - (mention.first > 0), Word::between);
  }

  std::size_t how_many(const Mention& mention) const {
    for (auto t = mention.first; t < mention.last; ++t) {
      if (words_.is(t, Word::both)) return static_cast<std::size_t>(std::max(words_.value(t, Word::both), 2));
    }
    return 2;
  }

  std::vector<ActorId> land(const Mention& mention) const {
    if (owners_.contains(mention.first)) return countries_of(owner_of(mention));
    const auto* found = discourse_.best(mention.first, [&](const Spoken& entry) {
      return entry.state && !entry.plural && entry.who.size() == 1 && entry.standing != Standing::adjective && !pronouns_.beside(entry, mention.first);
    });
    return found == nullptr ? std::vector<ActorId>() : found->who;
  }

  std::vector<ActorId> countries_of(const std::vector<ActorId>& owners) const {
    std::vector<ActorId> countries;
    for (const auto& owner : owners) {
      if (owner.country == kNoActor) continue;
      auto country = actor_id(gazetteer_, owner.country);
      if (std::none_of(countries.begin(), countries.end(), [&](const ActorId& known) { return known.id == country.id; })) countries.push_back(std::move(country));
    }
    return countries;
  }

  // "zijn woordvoerder", "hun leger"
  std::vector<ActorId> owned(const Mention& mention, const NameAtom& atom, bool group) const {
    std::vector<ActorId> found;
    const auto owners = owner_of(mention);
    for (const auto& country : countries_of(owners)) {
      if (group) {
        const bool government = words_.is(mention.head, Word::government) || atom.group == kNoActor;
        found.push_back(government ? country : role_id(gazetteer_, gazetteer_.groups[atom.group].id, words_.text().words(mention.head, mention.last), country.actor));
        continue;
      }
      const bool wide = words_.is(mention.head, Word::general_office);
      const auto holding = holders(gazetteer_, {atom.office, wide}, country.actor, day_, Term::now);
      if (holding.size() == 1) return {actor_id(gazetteer_, holding.front())};
      auto in_mind = pronouns_.person(mention.first, [&](const Spoken& entry) { return std::find(holding.begin(), holding.end(), entry.who.front().actor) != holding.end(); });
      if (!in_mind.empty()) return in_mind;
      if (speaks_for_person(atom, owners)) break;
      return {role_id(gazetteer_, gazetteer_.offices[atom.office].id, words_.text().words(mention.head, mention.last), country.actor)};
    }
    // "Zijn woordvoerder" speaks for the person; other offices are of the country.
    if (found.empty() && speaks_for_person(atom, owners)) {
      return {spokesperson_of(owners.front(), words_.text().words(mention.first, mention.last))};
    }
    return found;
  }

  bool speaks_for_person(const NameAtom& atom, const std::vector<ActorId>& owners) const {
    if (atom.office == kNoActor || gazetteer_.offices[atom.office].id != kSpokesperson) return false;
    return owners.size() == 1 && (owners.front().actor == kNoActor || gazetteer_.actors[owners.front().actor].kind == "person");
  }

  const ActorWords& words_;
  const Gazetteer& gazetteer_;
  Day day_;
  std::vector<Mention>& mentions_;
  Discourse discourse_;
  Pronouns pronouns_;
  std::vector<Mention> found_;
  std::map<TokenId, std::vector<ActorId>> owners_;
};

}  // namespace

void resolve_references(const ActorWords& words, std::vector<Mention>& mentions, const ReferenceContext& context) { Resolver(words, context, mentions).run(); }

void resolve_references(const Text& text, const Lexicon& lexicon, const Gazetteer& gazetteer, std::vector<Mention>& mentions, const ReferenceContext& context) {
  const ActorClasses classes(lexicon);
  resolve_references(ActorWords(text, lexicon, gazetteer, classes), mentions, context);
}

}  // namespace kroniek
