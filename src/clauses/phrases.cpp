#include "clauses.hpp"

#include <algorithm>

namespace kroniek {

namespace {

// Groups the atoms of one clause into noun phrases and prepositional phrases.
class Chunker {
 public:
  Chunker(const Known& known, const GrammarClasses& classes, Parse& parse, Clause& clause) : known_(known), classes_(classes), parse_(parse), clause_(clause) {}

  void run() {
    for (std::size_t k = 0; k < clause_.atoms.size();) {
      const auto i = clause_.atoms[k];
      if (i == clause_.opener && parse_.atoms[i].tag != Tag::relative) {
        ++k;
        continue;
      }
      const auto tag = parse_.atoms[i].tag;
      if (i == clause_.particle) {
        ++k;
      } else if (tag == Tag::preposition && next_to(k) && next_to(k + 1) && atom(k + 1).tag == Tag::determiner && atom(k + 2).tag == Tag::preposition && !is_part(k + 1)) {
        k = attributed(k + 1, atom(k).form);
      } else if (tag == Tag::preposition) {
        k = phrase(k, true);
      } else if (tag == Tag::determiner && is_part(k)) {
        k = single(k);
      } else if (tag == Tag::determiner && next_to(k) && atom(k + 1).tag == Tag::preposition) {
        k = attributed(k, 0);
      } else if (starts_nominal(tag)) {
        k = phrase(k, false);
      } else {
        ++k;
      }
    }
  }

 private:
  static bool starts_nominal(Tag tag) {
    return tag == Tag::determiner || tag == Tag::adjective || tag == Tag::number || tag == Tag::noun || tag == Tag::content || tag == Tag::name ||
           tag == Tag::pronoun || tag == Tag::relative;
  }
  static bool is_head(Tag tag) { return tag == Tag::noun || tag == Tag::content || tag == Tag::name || tag == Tag::pronoun || tag == Tag::relative || tag == Tag::number; }
  bool next_to(std::size_t k) const { return k + 1 < clause_.atoms.size() && clause_.atoms[k + 1] == clause_.atoms[k] + 1; }
  const Atom& atom(std::size_t k) const { return parse_.atoms[clause_.atoms[k]]; }

  bool asks_which(const Atom& atom) const { return is_of(known_.lexicon, atom, classes_.interrogative) && is_of(known_.lexicon, atom, classes_.determiner); }

  // "een van hen", "een van de ministers": the article stands for one of them.
  bool is_part(std::size_t k) const {
    if (!next_to(k) || !next_to(k + 1) || atom(k + 1).form == 0 || !known_.lexicon.in_class(atom(k + 1).form, classes_.of)) return false;
    const auto& whole = atom(k + 2);
    const bool named = whole.tag == Tag::name && whole.last - whole.first > 1 && known_.lexicon.in_class(known_.text.tokens[whole.first].form, classes_.definite);  // "de andere landen", if it stands for somebody
    return named || whole.tag == Tag::determiner || whole.tag == Tag::pronoun || whole.tag == Tag::number;
  }

  // The atom at position k by itself.
  std::size_t single(std::size_t k) {
    Phrase phrase;
    phrase.first = phrase.head = clause_.atoms[k];
    phrase.last = phrase.first + 1;
    add(phrase);
    return k + 1;
  }

  // "(over) het | door Peru | voorgestelde bestand": what stands between the article and its noun hangs on the noun.
  std::size_t attributed(std::size_t k, FormId preposition) {
    constexpr std::size_t kLongest = 12;
    const auto inner = parse_.phrases.size();
    const auto own = clause_.phrases.size();
    auto at = k + 1;
    while (at < clause_.atoms.size() && at < k + kLongest && clause_.atoms[at] == clause_.atoms[at - 1] + 1 && atom(at).tag != Tag::adjective) at = atom(at).tag == Tag::preposition ? phrase(at, true) : at + 1;
    const auto whole = parse_.phrases.size();
    if (at >= clause_.atoms.size() || atom(at).tag != Tag::adjective) {  // "veel van X": there is no such noun
      parse_.phrases.resize(inner);
      clause_.phrases.resize(own);
      return preposition == 0 && is_of(known_.lexicon, atom(k + 1), classes_.of) ? single(k) : k + 1;
    }
    at = phrase(at, false);
    if (parse_.phrases.size() == whole) return at;
    for (auto p = inner; p < whole; ++p) parse_.phrases[p].of = static_cast<std::uint32_t>(whole);
    if (preposition != 0) {
      parse_.phrases[whole].preposition = preposition;
      parse_.phrases[whole].function = Function::prepositional;
    }
    return at;
  }

  // One phrase from position k of the clause; returns the position behind it.
  std::size_t phrase(std::size_t k, bool preposition) {
    Phrase phrase;
    phrase.first = clause_.atoms[k];
    auto at = k;
    if (preposition) {
      phrase.preposition = atom(k).form;
      if (!next_to(k)) return k + 1;
      ++at;
      if (atom(at).tag == Tag::time && !describes(at)) {  // "op 12 februari": an adverbial of time
        phrase.head = clause_.atoms[at];
        // "na drie jaar oorlog", "in een week tijd"
        if (known_.times[atom(at).time].kind == TimeKind::duration && next_to(at) && (atom(at + 1).tag == Tag::noun || atom(at + 1).tag == Tag::content)) ++at;
        phrase.last = clause_.atoms[at] + 1;
        phrase.function = Function::time;
        add(phrase);
        return at + 1;
      }
      if (!starts_nominal(atom(at).tag) && !describes(at)) {
        while (atom(at).tag == Tag::adverb && next_to(at) && atom(at + 1).tag == Tag::adverb) ++at;  // "voor al te veel optimisme"
        if ((atom(at).tag == Tag::adverb || atom(at).tag == Tag::quote) && next_to(at) && starts_nominal(atom(at + 1).tag)) {
          ++at;  // "met vooral Europese landen"
        } else {
          return k + 1;
        }
      }
    }
    auto end = noun_phrase(at, phrase.head);
    if (end == at && preposition && atom(at).tag == Tag::determiner && is_part(at)) phrase.head = clause_.atoms[end++];  // "volgens een van hen"
    if (end == at) return k + 1;
    auto last = end;
    // "X, Y en Z", "X (A) en Y (B)", "X van A en Y van B": further members of one phrase
    for (auto more = behind_land(behind_brackets(last)); more < clause_.atoms.size();) {
      if (clause_.atoms[more] != clause_.atoms[more - 1] + 1) break;
      const auto tag = atom(more).tag;
      const bool pronoun = preposition && last == end && parse_.atoms[phrase.head].tag == Tag::pronoun;  // "twee van hen, X en Y,"
      const bool comma = tag == Tag::comma && !pronoun && list_ahead(more);
      if ((tag != Tag::coordinator && !comma) || is_of(known_.lexicon, atom(more), classes_.correlative)) break;  // "volgens X | zowel Y als Z"
      auto begin = more + 1;
      // "X, gezant van Y, en Z"
      if (comma && last > end && next_to(more) && atom(begin).tag == Tag::coordinator) ++begin;
      if (begin >= clause_.atoms.size() || clause_.atoms[begin] != clause_.atoms[begin - 1] + 1) break;
      if (atom(begin).tag == Tag::adverb && next_to(begin)) ++begin;
      if (!starts_nominal(atom(begin).tag) || atom(begin).tag == Tag::relative) break;
      std::uint32_t head = 0;
      const auto stop = noun_phrase(begin, head);
      if (stop == begin) break;
      last = stop;
      more = behind_land(behind_brackets(stop));
    }
    phrase.last = clause_.atoms[last - 1] + 1;
    if (preposition) phrase.function = Function::prepositional;
    add(phrase);
    return last;
  }

  // Where what stands in brackets at position k ends; k if nothing does.
  std::size_t behind_brackets(std::size_t k) const {
    constexpr std::size_t kMostWords = 6;
    if (k >= clause_.atoms.size() || atom(k).tag != Tag::open || clause_.atoms[k] != clause_.atoms[k - 1] + 1) return k;
    for (auto j = k + 1; j < clause_.atoms.size() && j <= k + kMostWords; ++j) {
      if (atom(j).tag == Tag::close) return j + 1;
    }
    return k;
  }

  // "Jan Tolsma van Chili, en Emma Koster": where the land ends that a person is of, if another person stands behind; k if not.
  std::size_t behind_land(std::size_t k) const {
    const auto person = [&](const Atom& atom) { return atom.tag == Tag::name && atom.mention != kNone && known_.mentions[atom.mention].person; };
    if (k == 0 || k >= clause_.atoms.size() || clause_.atoms[k] != clause_.atoms[k - 1] + 1 || !person(atom(k - 1)) || !is_of(known_.lexicon, atom(k), classes_.of)) return k;
    if (!next_to(k) || !next_to(k + 1) || atom(k + 1).tag != Tag::name || person(atom(k + 1))) return k;
    auto next = k + 2;
    if (atom(next).tag == Tag::comma && next_to(next)) next += atom(next + 1).tag == Tag::coordinator ? 1 : 0;
    return (atom(next).tag == Tag::comma || atom(next).tag == Tag::coordinator) && next_to(next) && person(atom(next + 1)) ? k + 2 : k;
  }

  // A comma inside an enumeration: a coordinator follows before any verb, at most a few words on.
  bool list_ahead(std::size_t k) const {
    for (auto j = k + 1; j < clause_.atoms.size() && j < k + 12; ++j) {
      if (clause_.atoms[j] != clause_.atoms[j - 1] + 1) return false;
      const auto tag = atom(j).tag;
      if (tag == Tag::coordinator) return true;
      if (tag == Tag::verb || tag == Tag::end || tag == Tag::colon || tag == Tag::time || tag == Tag::subordinator) return false;
    }
    return false;
  }

  // Determiner, adjectives, noun; returns the position behind it, `at` if there is none. `head`: its last noun.
  std::size_t noun_phrase(std::size_t at, std::uint32_t& head) {
    auto k = at;
    bool has_head = false;
    while (k < clause_.atoms.size()) {
      const auto& here = atom(k);
      if (k > at && clause_.atoms[k] != clause_.atoms[k - 1] + 1) break;
      if (clause_.atoms[k] == clause_.particle) break;
      if (here.tag == Tag::relative && k == at && asks_which(here) && next_to(k) && starts_nominal(atom(k + 1).tag) && atom(k + 1).mention == kNone) {
        ++k;  // "welke wapens"
        continue;
      }
      if (here.tag == Tag::pronoun || here.tag == Tag::relative) {
        const bool counted = k == at + 1 && parse_.atoms[clause_.atoms[at]].tag == Tag::number && is_of(known_.lexicon, here, classes_.indefinite_pronoun);  // "dertien anderen"
        if ((has_head || k > at) && !counted) break;
        head = clause_.atoms[k];
        return k + 1;
      }
      if (here.tag == Tag::determiner) {
        // "de rest | de stad", "als 16-jarige | de prijs"; but "zes andere landen", "vele andere landen"
        const bool ends = has_head || (k > at && atom(k - 1).tag == Tag::adjective);
        if (ends && !((!has_head || parse_.atoms[head].tag == Tag::number) && is_of(known_.lexicon, here, classes_.comparing))) break;
        ++k;
        continue;
      }
      if (here.tag == Tag::quote) {  // 'een "bevel"': scare quotes do not end a phrase
        const bool adverb = next_to(k) && next_to(k + 1) && atom(k + 1).tag == Tag::adverb && starts_nominal(atom(k + 2).tag);  // "de ‘zeer goede’ sfeer"
        if (k == at || !next_to(k) || !(starts_nominal(atom(k + 1).tag) || (adverb && !has_head))) break;
        if (has_head && atom(k + 1).tag == Tag::determiner) break;
        ++k;
        continue;
      }
      if (here.tag == Tag::time && (k > at || describes(k)) && !has_head && next_to(k) && starts_nominal(atom(k + 1).tag) && atom(k + 1).tag != Tag::determiner) {
        ++k;  // "de recente aanvallen"
        continue;
      }
      if (has_head && (here.tag == Tag::adjective || is_head(here.tag)) && priced(at, head) && !is_of(known_.lexicon, here, classes_.money)) break;
      if (is_head(here.tag)) {
        // A name directly behind a complete noun phrase that holds a name starts the next phrase.
        if (has_head && here.mention != kNone && parse_.atoms[head].mention != kNone) break;
        const auto tail = has_head ? known_.text.tokens[parse_.atoms[head].last - 1].tail : FormId{0};
        const bool compound = tail != 0 && parse_.atoms[head].mention == kNone && known_.lexicon.has_pos(tail, Pos::noun);  // "NAVO-bondgenoot Polen"
        if (has_head && here.tag == Tag::name && parse_.atoms[head].tag == Tag::name && here.mention != kNone && !compound) break;
        // "dat het Russische leger Soedzja heroverde": a place is no name of an actor.
        if (has_head && is_place(here) && parse_.atoms[head].mention != kNone) break;
        // "leverde Parijs Mirages", "sloegen in Odesa drones in": so does what is a noun, capital or not.
        if (has_head && here.form != 0 && known_.lexicon.has_pos(here.form, Pos::noun) && (parse_.atoms[head].mention != kNone || is_place(parse_.atoms[head])) && !is_place(here) && here.mention == kNone) break;
        // "vielen drones Oekraïne aan", "trof een raket Kyiv": and so does a name behind several, or behind an indefinite one.
        if (has_head && here.mention != kNone && !ends_in_preposition(head) && known_.lexicon.in_class(known_.text.tokens[here.first].form, classes_.definite)) break;
        if (has_head && (names(here) || is_place(here)) && !named_by(at, k, parse_.atoms[head])) break;
        // ... and so does a noun or number behind an actor.
        if (has_head && here.tag != Tag::name && parse_.atoms[head].mention != kNone) break;
        // "het bestand honderden keren": how often is a phrase of its own.
        if (has_head && next_to(k) && atom(k + 1).form != 0 && known_.lexicon.in_class(atom(k + 1).form, classes_.frequency)) break;
        // "bij rellen tweehonderd man": a number before its noun starts the next phrase too.
        if (has_head && here.tag == Tag::number && parse_.atoms[head].tag != Tag::number && (parse_.atoms[head].tag != Tag::name || is_place(parse_.atoms[head])) && next_to(k) && is_head(atom(k + 1).tag)) break;
        if (has_head && here.tag == Tag::number && parse_.atoms[head].tag != Tag::number && is_part(k)) break;  // "trof de aanval acht van de tien steden"
        // "na een bestand tienduizenden militairen": and so does what counts it.
        if (has_head && here.tag == Tag::noun && !measures(parse_.atoms[head]) && measures(here) && is_plural(here) && next_to(k) && is_head(atom(k + 1).tag)) break;
        // "op een installatie | brand ontstaan": so does what stands before the last verb.
        const bool apart = here.tag == Tag::noun && (is_plural(here) || (next_to(k) && atom(k + 1).tag == Tag::verb));
        if (has_head && apart && stands_bare(at, head) && here.mention == kNone && !is_plural(parse_.atoms[head]) && !measures(parse_.atoms[head])) break;
        head = clause_.atoms[k];
        has_head = true;
        ++k;
        continue;
      }
      if (here.tag == Tag::adjective) {
        // "tweehonderd Russische militairen", "een lading nieuwe raketten": what is counted or measured follows.
        if (has_head && !measures(parse_.atoms[head])) break;
        ++k;
        continue;
      }
      const bool joined = next_to(k) && next_to(k + 1) && atom(k + 1).tag == Tag::coordinator && (atom(k + 2).tag == Tag::adjective || atom(k + 2).tag == Tag::content);
      if (here.tag == Tag::adverb && k > at && !has_head && joined) {
        k += 2;  // "een sterk en doelmatig bestuur"
        continue;
      }
      if (here.tag == Tag::adverb && k > at && !has_head && next_to(k) && (atom(k + 1).tag == Tag::adjective || atom(k + 1).tag == Tag::number || atom(k + 1).tag == Tag::content || (atom(k + 1).tag == Tag::noun && atom(k - 1).tag == Tag::determiner))) {
        ++k;  // "een zeer goed gesprek"
        continue;
      }
      break;
    }
    if (!has_head) {
      // "de Oekraïense": an adjective as a noun; alone it is an adverb ("Rusland harder aanpakken").
      const bool bare = k == at + 1 && atom(at).mention == kNone && (at == 0 || atom(at - 1).tag != Tag::preposition);
      if (k > at && !bare && atom(k - 1).tag == Tag::adjective) {
        head = clause_.atoms[k - 1];
        return k;
      }
      return at;
    }
    return k;
  }

  // "in vredestijd | troepen", "als eerste land | raketten", "in de stad | explosies", "na een bestand | troepen": behind a preposition, a
  // noun of the lexicon with an article or without.
  bool stands_bare(std::size_t at, std::uint32_t head) const {
    const auto& noun = parse_.atoms[head];
    const auto form = noun_form(known_, noun);
    if (at == 0 || atom(at - 1).tag != Tag::preposition || (noun.tag != Tag::noun && noun.tag != Tag::content) || noun.mention != kNone || known_.text.tokens[noun.first].has(kCapital)) return false;
    const auto& first = atom(at);
    if (first.tag == Tag::determiner && first.mention == kNone && (is_of(known_.lexicon, first, classes_.definite) || is_of(known_.lexicon, first, classes_.singular))) ++at;
    for (; clause_.atoms[at] != head; ++at) {
      if (atom(at).tag != Tag::adjective) return false;
    }
    return form != 0 && known_.lexicon.has_pos(form, Pos::noun);
  }

  // "voor een miljard euro | nieuwe wapens"
  bool priced(std::size_t at, std::uint32_t head) const {
    return at > 0 && atom(at - 1).tag == Tag::preposition && is_of(known_.lexicon, parse_.atoms[head], classes_.money) && is_of(known_.lexicon, atom(at - 1), classes_.priced_at);
  }

  // "urenlange gesprekken": a time that is an adjective.
  bool describes(std::size_t k) const {
    const auto& here = atom(k);
    if (here.tag != Tag::time || here.last - here.first != 1 || !next_to(k) || atom(k + 1).tag == Tag::determiner || !is_head(atom(k + 1).tag)) return false;
    const auto form = known_.text.tokens[here.first].form;
    return known_.times[here.time].kind == TimeKind::duration && !(form != 0 && known_.lexicon.has_pos(form, Pos::noun));
  }

  // "weg naar", if the pack has it as one noun
  bool ends_in_preposition(std::uint32_t i) const { return known_.lexicon.in_class(known_.text.tokens[parse_.atoms[i].last - 1].form, classes_.preposition).has_value(); }

  bool names(const Atom& atom) const {
    if (atom.tag != Tag::name || atom.mention == kNone) return false;
    const auto kind = known_.mentions[atom.mention].kind;
    return kind == MentionKind::name || kind == MentionKind::metonym || kind == MentionKind::group;
  }

  // "het dorp Malaja Loknja", "de bondgenoten X en Y": whether the noun may have the name at `k` behind it as its own; but
  // "hebben drones X en Y bestookt".
  bool named_by(std::size_t at, std::size_t k, const Atom& noun) const {
    if (noun.mention != kNone || (noun.tag != Tag::noun && noun.tag != Tag::content)) return true;
    const bool list = next_to(k) && (atom(k + 1).tag == Tag::coordinator || (atom(k + 1).tag == Tag::comma && list_ahead(k + 1)));
    if (measures(noun)) return true;  // "honderden Zweden"
    if (const auto form = noun_form(known_, noun); form != 0 && known_.lexicon.in_class(form, classes_.projectile) && is_plural(noun)) return false;
    return !(is_plural(noun) && !list) && !(atom(at).tag == Tag::determiner && atom(at).mention == kNone && known_.lexicon.in_class(atom(at).form, classes_.indefinite));
  }

  bool is_place(const Atom& atom) const { return atom.form != 0 && known_.lexicon.in_class(atom.form, classes_.place).has_value(); }
  bool is_plural(const Atom& atom) const {
    const auto form = noun_form(known_, atom);
    const auto* noun = form == 0 ? nullptr : known_.lexicon.reading(form, Pos::noun);
    return noun != nullptr && (noun->flags & kPlural) != 0;
  }
  bool measures(const Atom& atom) const { return atom.tag == Tag::number || (atom.form != 0 && known_.lexicon.in_class(atom.form, classes_.measure)); }

  void add(Phrase phrase) {
    if (clause_.phrases.empty()) clause_.phrases.reserve(clause_.atoms.size() / 2);
    clause_.phrases.push_back(static_cast<std::uint32_t>(parse_.phrases.size()));
    parse_.phrases.push_back(phrase);
  }

  const Known& known_;
  const GrammarClasses& classes_;
  Parse& parse_;
  Clause& clause_;
};

}  // namespace

void find_phrases(const Known& known, const GrammarClasses& classes, Parse& parse) {
  parse.phrases.reserve(parse.atoms.size() / 2);
  for (auto& clause : parse.clauses) Chunker(known, classes, parse, clause).run();
}

bool in_phrase(const Parse& parse, const Clause& clause, std::uint32_t atom) {
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) { return parse.phrases[p].first <= atom && atom < parse.phrases[p].last; });
}

bool enters_complement(const Parse& parse, std::uint32_t from, TokenId last) {
  for (auto i = from + 1; i < parse.atoms.size() && parse.atoms[i].last < last; ++i) {
    if (parse.atoms[i].tag == Tag::subordinator && parse.clauses[parse.clause_of[i]].kind == ClauseKind::complement) return true;
  }
  return false;
}

}  // namespace kroniek
