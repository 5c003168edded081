// Gapping: "sprak maandag met X en dinsdag met Y" leaves the verb out of its second part (ANS 28.2.2, UD "orphan").
// Each such part becomes a clause that takes its verb from the one before.
#include "clauses.hpp"

#include <algorithm>

namespace kroniek {

namespace {

class GapSplitter {
 public:
  GapSplitter(const Known& known, const GrammarClasses& classes, Parse& parse) : known_(known), classes_(classes), parse_(parse), atoms_(parse.atoms) {}

  void run() {
    for (std::uint32_t c = 0; c < parse_.clauses.size(); ++c) {
      for (std::uint32_t parts = 0; split(c, c + 1 + parts); ++parts) {
      }
    }
  }

 private:
  // What a part without a verb begins with, in contrast with the same in the part before.
  enum class Remnant : std::uint8_t { none, adverbial, subject };

  const Atom& atom(std::size_t k) const { return atoms_[own_[k]]; }
  bool is(const Atom& atom, ClassId cls) const { return is_of(known_.lexicon, atom, cls); }
  bool dates(const Atom& atom) const {
    if (atom.tag != Tag::time || atom.time == kNone) return false;
    const auto& hit = known_.times[atom.time];
    return (hit.kind == TimeKind::point || hit.kind == TimeKind::anaphoric) && hit.grain <= Grain::year;
  }
  bool nominal(std::size_t k) const {
    const auto tag = atom(k).tag;
    return tag == Tag::name || tag == Tag::noun || tag == Tag::content || tag == Tag::determiner || tag == Tag::adjective || tag == Tag::number;
  }
  bool boundary(std::size_t k) const { return atom(k).tag == Tag::comma || atom(k).tag == Tag::coordinator; }

  // Moves the first such part of clause c to a new clause with the index `to`; whether there was one.
  bool split(std::uint32_t c, std::uint32_t to) {
    if (parse_.clauses[c].gapped_of != kNone) return false;
    own_ = parse_.clauses[c].atoms;
    finite_ = own_.size();
    bool verb = false;
    for (std::size_t k = 0; k < own_.size(); ++k) {
      if (atom(k).tag == Tag::quote || atom(k).tag == Tag::open) return false;
      verb |= atom(k).tag == Tag::verb;
      if (finite_ == own_.size() && atom(k).tag == Tag::verb && atom(k).finite) finite_ = k;
    }
    if (!verb) return false;
    const auto kind = parse_.clauses[c].kind;
    const bool verb_second = kind == ClauseKind::main || kind == ClauseKind::quotation;
    for (std::size_t k = verb_second ? finite_ + 1 : 1; k + 2 < own_.size(); ++k) {
      if (!boundary(k)) continue;
      const auto from = atom(k + 1).tag == Tag::coordinator ? k + 2 : k + 1;
      const auto begin = behind_adverbs(from);
      if (begin == own_.size()) break;  // a sentence without an end mark, cut off behind "maar niet"
      std::size_t behind = begin;
      auto remnant = remnant_at(begin, k, verb_second, behind);
      if (remnant == Remnant::none && set_apart(k, begin)) remnant = Remnant::adverbial;
      if (remnant == Remnant::none) continue;
      const auto end = end_of(begin);
      // "geen tanks, maar wel raketten", "in X, maar niet in Y"
      const bool like = nominal(begin) || (atom(begin).tag == Tag::preposition && begin + 1 < end && nominal(begin + 1) && preposition_before(atom(begin).form, 0, k));
      const bool does = like && begin > k + 1 && (is(atom(begin - 1), classes_.but_does) || atom(begin - 1).tag == Tag::negation) && is(atom(begin - 2), classes_.contrast);
      if (!does && !contrasts(remnant, k, behind, end)) continue;
      move(c, to, remnant, k + 1, end);
      return true;
    }
    return false;
  }

  std::size_t behind_adverbs(std::size_t k) const {
    while (k < own_.size() && (atom(k).tag == Tag::adverb || atom(k).tag == Tag::negation)) ++k;
    return k;
  }

  // "belde met X en daarna met Y", "stemt in met X, maar niet met Y", "niet met X, maar wel met Y"
  bool set_apart(std::size_t k, std::size_t begin) const {
    for (; k < begin; ++k) {
      if (atom(k).tag == Tag::negation || is(atom(k), classes_.sequence) || (k > 0 && is(atom(k), classes_.but_does) && is(atom(k - 1), classes_.contrast))) return true;
    }
    return false;
  }

  // What begins at `begin`, if the part before `boundary` has its like; `behind` is then set to where it ends.
  Remnant remnant_at(std::size_t begin, std::size_t boundary, bool verb_second, std::size_t& behind) const {
    if (begin + 1 >= own_.size()) return Remnant::none;
    auto time = begin;
    if (atom(time).tag == Tag::preposition) ++time;
    if (dates(atom(time))) {
      behind = time + 1;
      while (behind < own_.size() && (atom(behind).tag == Tag::time || atom(behind).tag == Tag::adverb)) ++behind;
      return dated(0, boundary - 1) ? Remnant::adverbial : Remnant::none;  // not "maandag en dinsdag met X"
    }
    if (!verb_second) return Remnant::none;
    if (atom(begin).tag == Tag::preposition && is(atom(begin + 1), classes_.place)) {
      behind = begin + 2;
      for (std::size_t k = 0; k + 1 < finite_; ++k) {
        if (atom(k).tag == Tag::preposition && atom(k).form == atom(begin).form && is(atom(k + 1), classes_.place)) return Remnant::adverbial;
      }
      return Remnant::none;
    }
    if (atom(begin).tag == Tag::name) {
      behind = begin + 1;
      const auto end = end_of(begin, false);
      const auto last = does_or_not(boundary, behind, end) || does_another(boundary, behind, end) ? boundary : finite_;  // "dinsdag belde X met Y, Z niet"
      for (std::size_t k = 0; k < last; ++k) {
        if (atom(k).tag == Tag::name && (k == 0 || atom(k - 1).tag != Tag::preposition)) return Remnant::subject;
      }
    }
    return Remnant::none;
  }

  // Up to the next boundary that lists do not explain, a verb or the end; not `lists`: up to any.
  std::size_t end_of(std::size_t begin, bool lists = true) const {
    auto k = begin;
    for (; k < own_.size(); ++k) {
      const auto tag = atom(k).tag;
      if (own_[k] != own_[begin] + (k - begin)) break;  // a clause inside comes between
      if (tag == Tag::verb || tag == Tag::te || tag == Tag::comma || tag == Tag::colon || tag == Tag::end || tag == Tag::close || tag == Tag::dash) break;
      if (tag != Tag::coordinator) continue;
      if (!lists) break;
      std::size_t behind = 0;
      if (remnant_at(behind_adverbs(k + 1), k, true, behind) != Remnant::none) break;
    }
    // "viel maandag X en dinsdag Y aan": the particle is the verb's.
    if (k > begin + 1 && finite_ < own_.size() && atom(k - 1).form != 0 && known_.lexicon.separable(atom(finite_).verb, atom(k - 1).form) != 0) --k;
    return k;
  }

  // What follows the remnant has its like in the part before.
  bool contrasts(Remnant remnant, std::size_t boundary, std::size_t behind, std::size_t end) const {
    if (behind >= end) return false;
    if (remnant == Remnant::subject) {
      if (does_or_not(boundary, behind, end) || does_another(boundary, behind, end)) return true;
      if (amount(behind, end)) return numbered(finite_ + 1, boundary);
      // "X stemde dinsdag in, Y een dag later"
      if (behind + 1 == end && dates(atom(behind))) return dated(0, boundary);
      const bool listed = is(atom(behind), classes_.of) && boundary > 2 && atom(boundary - 2).form == atom(behind).form && atom(boundary - 3).tag == Tag::name;  // "met X van Peru, Y van Chili en"
      return !listed && atom(behind).tag == Tag::preposition && behind + 1 < end && nominal(behind + 1) && preposition_before(atom(behind).form, finite_ + 1, boundary);
    }
    for (auto k = behind; k < end; ++k) {
      if (atom(k).tag == Tag::preposition && k + 1 < end && nominal(k + 1) && preposition_before(atom(k).form, 0, boundary)) return true;
      if (atom(k).tag == Tag::name && (k == behind || atom(k - 1).tag != Tag::preposition)) return true;
      if (k == behind && atom(k).tag == Tag::number && numbered(0, boundary)) return true;
    }
    return false;
  }

  // "X levert tanks, Y (nog) niet", "X stemt niet in, Y wel"
  bool does_or_not(std::size_t boundary, std::size_t k, std::size_t end) const {
    if (atom(boundary).tag != Tag::comma && !is(atom(boundary), classes_.contrast)) return false;  // not "bracht X en Y niet bijeen"
    bool says = false;
    for (; k < end; ++k) {
      const bool polarity = atom(k).tag == Tag::negation || is(atom(k), classes_.but_does);
      if (!polarity && atom(k).tag != Tag::adverb) return false;
      says |= polarity;
    }
    return says;
  }

  // "X levert tanks, Y raketten", "X trof een dorp in Peru en Y een brug": a noun phrase behind the name, as there is before the mark.
  bool does_another(std::size_t boundary, std::size_t behind, std::size_t end) const {
    auto left = boundary;
    // "gaat tanks leveren, Y raketten", "stelde een bestand voor, Y een akkoord"
    const auto& last = atom(left - 1);
    if (last.tag == Tag::verb || (last.form != 0 && finite_ < own_.size() && known_.lexicon.separable(atom(finite_).verb, last.form) != 0)) --left;
    const auto& name = atom(behind - 1);
    if (name.mention == kNone || known_.mentions[name.mention].kind == MentionKind::pronoun) return false;
    return noun_phrases(behind, end) && ends_in_noun_phrase(left);
  }
  bool is_noun(const Atom& word) const {
    const bool named = word.mention != kNone || known_.text.tokens[word.first].has(kCapital);
    return word.tag == Tag::noun || (word.tag == Tag::content && !named) || (word.tag == Tag::name && word.mention == kNone && word.form != 0 && known_.lexicon.has_pos(word.form, Pos::noun));
  }
  static bool describes(const Atom& word) { return word.tag == Tag::determiner || word.tag == Tag::adjective || word.tag == Tag::number; }
  // What may stand in noun phrases that are joined, and in what hangs on them by prepositions.
  bool in_noun_phrases(std::size_t k) const { return describes(atom(k)) || is_noun(atom(k)) || atom(k).tag == Tag::preposition || atom(k).tag == Tag::coordinator; }
  // Nothing but such phrases, the first of which names nobody.
  bool noun_phrases(std::size_t k, std::size_t end) const {
    while (k < end && describes(atom(k))) ++k;
    if (k >= end || !is_noun(atom(k))) return false;
    while (k < end && is_noun(atom(k))) ++k;
    while (k < end && (in_noun_phrases(k) || atom(k).tag == Tag::name)) ++k;
    return k == end;
  }
  // Such a phrase begins behind the finite verb, and reaches up to `end`.
  bool ends_in_noun_phrase(std::size_t end) const {
    auto k = end;
    while (k > finite_ + 1 && (in_noun_phrases(k - 1) || (atom(k - 1).tag == Tag::name && k > finite_ + 2 && atom(k - 2).tag == Tag::preposition))) --k;
    while (k < end && atom(k).tag == Tag::preposition) k += 2;
    return k < end && noun_phrases(k, end);
  }

  // "180", "een half miljard"
  bool amount(std::size_t k, std::size_t end) const {
    while (k < end && (atom(k).tag == Tag::determiner || atom(k).tag == Tag::adjective)) ++k;
    return k < end && (atom(k).tag == Tag::number || is(atom(k), classes_.measure));
  }
  bool numbered(std::size_t from, std::size_t to) const {
    for (auto k = from; k < to; ++k) {
      if (atom(k).tag == Tag::number) return true;
    }
    return false;
  }
  bool dated(std::size_t from, std::size_t to) const {
    for (auto k = from; k < to; ++k) {
      if (dates(atom(k))) return true;
    }
    return false;
  }
  bool preposition_before(FormId form, std::size_t from, std::size_t to) const {
    for (auto k = from; k + 1 < to; ++k) {
      if (atom(k).tag == Tag::preposition && atom(k).form == form && nominal(k + 1)) return true;
    }
    return false;
  }

  void move(std::uint32_t c, std::uint32_t at, Remnant remnant, std::size_t from, std::size_t to) {
    const auto shift = [at](std::uint32_t& clause) {
      if (clause != kNone && clause >= at) ++clause;
    };
    for (auto& clause : parse_.clauses) {
      shift(clause.parent);
      shift(clause.subject_of);
      shift(clause.gapped_of);
    }
    for (auto& clause : parse_.clause_of) shift(clause);
    const auto& elder = parse_.clauses[c];
    Clause part;
    part.kind = elder.kind;
    const bool main = elder.kind == ClauseKind::main || elder.kind == ClauseKind::quotation;
    part.parent = main ? c : elder.parent;
    part.opener = main ? kNone : elder.opener;
    part.gapped_of = c;
    part.own_subject = remnant == Remnant::subject;
    part.atoms.assign(own_.begin() + static_cast<std::ptrdiff_t>(from), own_.begin() + static_cast<std::ptrdiff_t>(to));
    for (const auto i : part.atoms) parse_.clause_of[i] = at;
    const auto begin = part.atoms.front();
    const auto end = part.atoms.back();
    parse_.clauses.insert(parse_.clauses.begin() + at, std::move(part));
    auto& atoms = parse_.clauses[c].atoms;
    std::erase_if(atoms, [&](std::uint32_t i) { return parse_.clause_of[i] == at; });
    // A clause right behind the part tells of what the part names.
    for (std::uint32_t child = at + 1; child < parse_.clauses.size(); ++child) {
      auto& clause = parse_.clauses[child];
      if (clause.parent == c && clause.opener != kNone && clause.opener > begin && clause.opener <= end + 2) clause.parent = at;
    }
  }

  const Known& known_;
  const GrammarClasses& classes_;
  Parse& parse_;
  const std::vector<Atom>& atoms_;
  std::vector<std::uint32_t> own_;  // atoms of the clause that is being split
  std::size_t finite_ = 0;          // position of its finite verb
};

}  // namespace

void split_gaps(const Known& known, const GrammarClasses& classes, Parse& parse) { GapSplitter(known, classes, parse).run(); }

}  // namespace kroniek
