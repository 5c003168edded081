#include "atoms.hpp"

#include <algorithm>

namespace kroniek {

GrammarClasses::GrammarClasses(const Lexicon& lexicon) {
  const auto id = [&](const char* name) { return lexicon.class_id(name); };
  determiner = id("determiner");
  definite = id("definite");
  common_gender = id("common_gender");
  comparative = id("comparative");
  possessive = id("possessive");
  nominative = id("nominative");
  oblique = id("oblique");
  reflexive = id("reflexive");
  relative = id("relative");
  relative_adverb = id("relative_adverb");
  complementizer = id("complementizer");
  subordinator = id("subordinator");
  conditional = id("conditional");
  infinitive_opener = id("infinitive_opener");
  coordinator = id("coordinator");
  te = id("te");
  negation = id("negation");
  preposition = id("preposition");
  adverb = id("adverb");
  aux_have = id("aux_have");
  aux_be = id("aux_be");
  aux_become = id("aux_become");
  aux_modal = id("aux_modal");
  aux_future = id("aux_future");
  takes_infinitive = id("takes_infinitive");
  says_that = id("says_that");
  report_noun = id("report_noun");
  copula = id("copula");
  place = id("place");
  there = id("there");
  stem_subject = id("stem_subject");
  auxiliary = id("auxiliary");
  frequency = id("frequency_noun");
  ambiguous_subordinator = id("ambiguous_subordinator");
  predicate_adjective = id("predicate_adjective");
  neuter = id("neuter");
  interrogative = id("interrogative");
  infinitive_noun = id("infinitive_noun");
  of = id("of");
  measure = id("measure_noun");
  singular = id("singular_determiner");
  governed_relative = id("governed_relative");
  correlative = id("correlative");
}

namespace {

class AtomMaker {
 public:
  AtomMaker(const Known& known, const GrammarClasses& classes, const Sentence& sentence)
      : known_(known), lexicon_(known.lexicon), classes_(classes), sentence_(sentence) {}

  std::vector<Atom> make() {
    group();
    for (std::size_t i = 0; i < atoms_.size(); ++i) decide(i);
    return std::move(atoms_);
  }

 private:
  bool is(FormId form, ClassId cls) const { return form != 0 && lexicon_.in_class(form, cls).has_value(); }

  // A fixed phrase that the sentence needs whole; "van de" is two words to it.
  bool acts_as_one(FormId form) const {
    for (const auto& reading : lexicon_.readings(form)) {
      if (reading.pos != Pos::preposition || lexicon_.is_a(reading.lexeme, classes_.preposition)) return true;
    }
    return false;
  }

  // First cut: runs that act as one.
  void group() {
    const auto mention_at = [&](TokenId token) {
      auto it = std::lower_bound(known_.mentions.begin(), known_.mentions.end(), token, [](const Mention& m, TokenId t) { return m.first < t; });
      std::uint32_t best = kNone;
      for (; it != known_.mentions.end() && it->first == token; ++it) {
        if (it->last > sentence_.last) continue;
        const auto index = static_cast<std::uint32_t>(it - known_.mentions.begin());
        if (best == kNone || it->last > known_.mentions[best].last) best = index;
      }
      return best;
    };
    const auto time_at = [&](TokenId token) {
      const auto it = std::lower_bound(known_.times.begin(), known_.times.end(), token, [](const TimeHit& t, TokenId at) { return t.first < at; });
      return it != known_.times.end() && it->first == token && it->last <= sentence_.last ? static_cast<std::uint32_t>(it - known_.times.begin()) : kNone;
    };
    for (TokenId token = sentence_.first; token < sentence_.last;) {
      Atom atom;
      atom.first = token;
      atom.last = token + 1;
      atom.form = known_.text.tokens[token].form;
      const auto mention = mention_at(token);
      const auto time = time_at(token);
      const Unit* phrase = nullptr;
      for (const auto& unit : known_.text.units_at(token)) {
        if (unit.cls == 0 && unit.last <= sentence_.last && acts_as_one(unit.form) && (phrase == nullptr || unit.last > phrase->last)) phrase = &unit;
      }
      if (mention != kNone && (time == kNone || known_.mentions[mention].last >= known_.times[time].last)) {
        atom.mention = mention;
        atom.last = known_.mentions[mention].last;
      } else if (time != kNone) {
        atom.time = time;
        atom.last = known_.times[time].last;
      } else if (phrase != nullptr) {
        atom.form = phrase->form;
        atom.last = phrase->last;
      }
      token = atom.last;
      atoms_.push_back(atom);
    }
  }

  Tag before(std::size_t i) const { return i == 0 ? Tag::end : atoms_[i - 1].tag; }

  void decide(std::size_t i) {
    auto& atom = atoms_[i];
    if (atom.time != kNone) {
      atom.tag = Tag::time;
      return;
    }
    if (atom.mention != kNone) {
      const auto& mention = known_.mentions[atom.mention];
      switch (mention.kind) {
        case MentionKind::nationality: atom.tag = Tag::adjective; return;
        case MentionKind::possessive:
          // "zouden drie doden zijn gevallen", "in Moskou zijn vier mannen opgepakt"
          if (is(atom.form, classes_.aux_be) && (participle_follows(i) || frames_participle(i))) {
            atom.mention = kNone;
            read_verb(atom);
            atom.tag = Tag::verb;
            return;
          }
          atom.tag = Tag::determiner;
          return;
        case MentionKind::pronoun: atom.tag = atom.last - atom.first == 1 ? Tag::pronoun : Tag::name; break;
        default: atom.tag = mention.genitive ? Tag::determiner : Tag::name; return;
      }
      if (atom.tag == Tag::name) return;
      if (is(atom.form, classes_.relative) && opens_relative(i)) atom.tag = Tag::relative;
      return;
    }
    const auto& token = known_.text.tokens[atom.first];
    if (token.has(kPunct)) {
      atom.tag = punctuation(atom.first);
      return;
    }
    if (token.has(kDigits) && !token.has(kWord)) {
      atom.tag = Tag::number;
      return;
    }
    read_verb(atom);
    const bool inside = i > 0 && before(i) != Tag::quote && before(i) != Tag::end && before(i) != Tag::colon && before(i) != Tag::dash && before(i) != Tag::open;
    if (token.has(kCapital) && inside && has_pos(atom.form, Pos::adjective) && !has_pos(atom.form, Pos::name)) {
      atom.tag = Tag::adjective;
      clear_verb(atom);
      return;
    }
    if (token.has(kCapital) && inside) {
      atom.tag = Tag::name;
      clear_verb(atom);
      return;
    }
    if (is(atom.form, classes_.te)) {
      atom.tag = infinitive_follows(i) ? Tag::te : Tag::adverb;  // "te vroeg"
      return;
    }
    if (atom.verb != 0 && is_verb_here(i)) {
      atom.tag = Tag::verb;
      return;
    }
    clear_verb(atom);
    atom.tag = word_class(i);
  }

  bool participle_follows(std::size_t i) const {
    if (i + 1 >= atoms_.size() || atoms_[i + 1].mention != kNone || has_pos(atoms_[i + 1].form, Pos::noun)) return false;
    for (const auto& reading : lexicon_.readings(atoms_[i + 1].form)) {
      if (reading.pos == Pos::verb && reading.verb_form == VerbForm::participle) return true;
    }
    return false;
  }
  // "zijn 270 gevangenen vrijgelaten": the clause has no other finite verb, and a participle ends it.
  bool frames_participle(std::size_t i) const {
    if (has_finite(i) || (i > 0 && (before(i) == Tag::preposition || before(i) == Tag::subordinator || before(i) == Tag::coordinator || before(i) == Tag::verb))) return false;
    bool ends = false;
    for (auto j = i + 1; j < atoms_.size(); ++j) {
      const auto& atom = atoms_[j];
      if (known_.text.tokens[atom.first].has(kPunct)) {
        if (punctuation(atom.first) == Tag::quote) continue;
        return ends;
      }
      const bool word = atom.mention == kNone && atom.time == kNone;
      if (word && (is(atom.form, classes_.complementizer) || is(atom.form, classes_.infinitive_opener) || is(atom.form, classes_.relative))) return ends;
      const bool participle = word && is_participle(atom.form);
      if (word && !participle && likely_finite(atom) && !can_be_infinitive(atom.form) && !has_pos(atom.form, Pos::noun)) return false;
      // What stands behind the participle hangs on a preposition: "opgepakt in Moskou".
      if (participle) ends = true;
      else if (ends && word && (has_pos(atom.form, Pos::noun) || has_pos(atom.form, Pos::adjective)) && is_participle(atoms_[j - 1].form)) ends = false;
    }
    return ends;
  }
  bool is_participle(FormId form) const {
    for (const auto& reading : lexicon_.readings(form)) {
      if (reading.pos == Pos::verb && reading.verb_form == VerbForm::participle) return true;
    }
    return false;
  }
  bool infinitive_follows(std::size_t i) const {
    if (i + 1 >= atoms_.size()) return false;
    for (const auto& reading : lexicon_.readings(atoms_[i + 1].form)) {
      if (reading.pos == Pos::verb && (reading.verb_form == VerbForm::infinitive || reading.verb_form == VerbForm::present_plural)) return true;
    }
    return atoms_[i + 1].form == 0;
  }

  Tag punctuation(TokenId token) const {
    const auto word = known_.text.word(token);
    if (word == ",") return Tag::comma;
    if (word == ":" || word == ";") return Tag::colon;
    if (word == "(" || word == "[") return Tag::open;
    if (word == ")" || word == "]") return Tag::close;
    if (word == "." || word == "!" || word == "?" || word == "\u2026") return Tag::end;
    if (word == "-" || word == "\u2013" || word == "\u2014") return Tag::dash;
    return Tag::quote;
  }

  void read_verb(Atom& atom) const {
    if (atom.last - atom.first != 1) return;
    for (const auto& reading : lexicon_.readings(atom.form)) {
      if (reading.pos != Pos::verb) continue;
      switch (reading.verb_form) {
        case VerbForm::present_first:
          // A bare stem is mostly a noun; it is a verb only beside its subject.
          if (!beside_first_person(atom.first) && !lexicon_.is_a(reading.lexeme, classes_.auxiliary)) continue;
          atom.finite = true;
          break;
        case VerbForm::present_third: atom.finite = true; break;
        case VerbForm::present_plural:
        case VerbForm::infinitive:
          atom.finite = atom.plural = atom.infinitive = true;
          break;
        case VerbForm::past_singular: atom.finite = atom.past = true; break;
        case VerbForm::past_plural: atom.finite = atom.past = atom.plural = true; break;
        case VerbForm::participle: atom.participle = true; break;
        case VerbForm::participle_inflected:
        case VerbForm::present_participle: continue;
      }
      // Of several verbs with this form the one that rules know most of counts.
      if (atom.verb == 0 || lexicon_.classes(reading.lexeme).size() > lexicon_.classes(atom.verb).size()) atom.verb = reading.lexeme;
    }
  }

  bool beside_first_person(TokenId token) const {
    const auto first_person = [&](TokenId t) { return t >= sentence_.first && t < sentence_.last && is(known_.text.tokens[t].form, classes_.stem_subject); };
    return first_person(token + 1) || (token > 0 && first_person(token - 1));
  }

  // Whether the atom can be finite and nothing more likely.
  bool likely_finite(const Atom& atom) const {
    if (atom.mention != kNone || atom.time != kNone || atom.last - atom.first != 1) return false;
    bool finite = false;
    for (const auto& reading : lexicon_.readings(atom.form)) {
      if (reading.pos != Pos::verb) {
        if (reading.pos != Pos::noun && reading.pos != Pos::name && !lexicon_.in_class(atom.form, classes_.auxiliary)) return false;
        continue;
      }
      switch (reading.verb_form) {
        case VerbForm::present_third:
        case VerbForm::present_plural:
        case VerbForm::past_singular:
        case VerbForm::past_plural: finite = true; break;
        default: break;
      }
    }
    return finite;
  }

  static void clear_verb(Atom& atom) {
    atom.finite = atom.infinitive = atom.participle = atom.past = atom.plural = false;
    atom.verb = 0;
  }

  bool has_pos(FormId form, Pos pos) const { return lexicon_.reading(form, pos) != nullptr; }

  // Decides whether a form that can be a verb is one at its place.
  bool is_verb_here(std::size_t i) const {
    const auto& atom = atoms_[i];
    const bool auxiliary = lexicon_.is_a(atom.verb, classes_.aux_have) || lexicon_.is_a(atom.verb, classes_.aux_be) ||
                           lexicon_.is_a(atom.verb, classes_.aux_become) || lexicon_.is_a(atom.verb, classes_.aux_modal);
    if (is(atom.form, classes_.possessive)) {
      // A clause that "dat" opens does not begin with its verb.
      const auto left = before(i);
      const bool verb = left == Tag::verb && atoms_[i - 1].finite && !atoms_[i - 1].participle && !atoms_[i - 1].infinitive;
      const bool opened = left == Tag::subordinator || left == Tag::preposition || verb;
      return !opened && (!next_is_nominal(i) || frames_participle(i));
    }
    if (auxiliary) return !is_article_before(i) || atom.finite;
    // "Merz beloofde nieuwe tanks": no adjective behind a name.
    const bool past = atom.finite && atom.past && !atom.infinitive && !atom.participle;
    if (past && i > 0 && (before(i) == Tag::name || (before(i) == Tag::pronoun && is(atoms_[i - 1].form, classes_.nominative))) && !has_finite(i)) return true;
    if (completes_verb(i)) return false;
    for (const auto pos : {Pos::preposition, Pos::coordinator, Pos::pronoun, Pos::determiner, Pos::number}) {
      if (has_pos(atom.form, pos)) return false;
    }
    if (i > 0) {
      const auto& left = atoms_[i - 1];
      if (left.tag == Tag::te) return true;
      if (left.tag == Tag::opener && atom.infinitive) return false;  // "om aanvallen te staken"
      if (left.tag == Tag::determiner) {
        // "het", "die", "dat", "dit" may stand alone as subjects.
        const bool alone = is(left.form, classes_.definite) && has_pos(left.form, Pos::pronoun);
        if (!alone) return atom.infinitive && !is(left.form, classes_.definite) && left.mention == kNone && awaited(i);  // "moeten meer doen"
        if (has_pos(atom.form, Pos::noun)) return false;
        if (atom.infinitive && is(left.form, classes_.neuter) && i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.of)) return false;  // "het staken van"
        if (atom.participle && i + 1 < atoms_.size() && atoms_[i + 1].mention == kNone && has_pos(atoms_[i + 1].form, Pos::noun)) return false;  // "het verloren gebied"
        return !atom.infinitive || atom.past;
      }
      if (left.tag == Tag::adjective || left.tag == Tag::number) {
        const bool present = atom.finite && !atom.past && !atom.infinitive;  // "de tweede valt"
        return !has_pos(atom.form, Pos::noun) && left.mention == kNone && (atom.participle || present || (atom.infinitive && awaited(i)));
      }
      // "na acht uur onderhandelen"
      if (left.tag == Tag::time && atom.infinitive && i > 1 && known_.times[left.time].kind == TimeKind::duration && (atoms_[i - 2].tag == Tag::preposition || (i > 2 && atoms_[i - 3].tag == Tag::preposition))) return false;
      if (left.tag == Tag::preposition && !atom.participle) {
        const bool noun = has_pos(atom.form, Pos::noun) || (atom.infinitive && !awaited(i));
        if (noun || (has_finite(i) && !atom.infinitive)) return false;
      }
    }
    if (has_pos(atom.form, Pos::noun)) {
      // A noun that looks like a verb form needs a subject beside it to be one.
      const auto left = before(i);
      if (left == Tag::name || left == Tag::pronoun || left == Tag::time) return true;
      if (atom.participle && near_auxiliary(i) && left != Tag::preposition) return true;  // "was een dode gevallen"
      if (i > 0 && atom.infinitive && (awaited(i) || (lacks_nonfinite(i) && !clear_infinitive_ahead(i) && !participle_ahead(i)))) return true;
      if (i + 1 < atoms_.size() && (atoms_[i + 1].mention != kNone || atoms_[i + 1].time != kNone)) return left == Tag::end || left == Tag::comma || left == Tag::quote || (left != Tag::preposition && !has_finite(i));
      if (left == Tag::end || left == Tag::quote || left == Tag::preposition || left == Tag::dash || left == Tag::colon) return false;
      return !has_finite(i) && !clear_finite_ahead(i);
    }
    if (has_pos(atom.form, Pos::adverb) || has_pos(atom.form, Pos::subordinator)) return false;
    if (atom.participle && i > 0 && is_particle(i)) return false;  // "maakte bekend"
    if (atom.participle && !atom.finite && before(i) == Tag::comma && !near_auxiliary(i)) return false;  // "de stad, gelegen in Donetsk,"
    if (is(atom.form, classes_.predicate_adjective)) return false;  // "is bereid te helpen"
    // "Rutte beloofde 25 tanks": a past tense that looks like an adjective.
    if (has_pos(atom.form, Pos::adjective) && atom.past && !has_finite(i) && (before(i) == Tag::name || before(i) == Tag::pronoun || before(i) == Tag::time)) return true;
    if (has_pos(atom.form, Pos::adjective)) return !before_nominal(i) && (atom.finite || (atom.participle && near_auxiliary(i)));  // "verwacht", "beloofd"
    return true;
  }

  // "wil daar niets van weten": the last verb was a modal one, and the clause ends here.
  bool awaited(std::size_t i) const {
    if (i + 1 < atoms_.size() && !known_.text.tokens[atoms_[i + 1].first].has(kPunct)) return false;
    for (auto j = i; j-- > 0;) {
      if (atoms_[j].tag == Tag::verb) return atoms_[j].finite && lexicon_.is_a(atoms_[j].verb, classes_.aux_modal);
      if (atoms_[j].tag == Tag::subordinator || atoms_[j].tag == Tag::colon || atoms_[j].tag == Tag::relative) return false;
    }
    return false;
  }
  // A finite verb has come since the clause began: "sprak van regen".
  bool has_finite(std::size_t i) const {
    for (auto j = i; j-- > 0;) {
      const auto tag = atoms_[j].tag;
      if (tag == Tag::verb && atoms_[j].finite) return true;
      if (tag == Tag::comma || tag == Tag::subordinator || tag == Tag::relative || tag == Tag::colon || tag == Tag::coordinator || tag == Tag::opener || tag == Tag::quote) return false;
    }
    return false;
  }
  // A form that can be nothing but a finite verb comes before the clause ends.
  bool clear_finite_ahead(std::size_t i) const {
    for (auto j = i + 1; j < atoms_.size(); ++j) {
      const auto& atom = atoms_[j];
      const auto form = atom.form;
      if (known_.text.tokens[atom.first].has(kPunct)) {
        const auto tag = punctuation(atom.first);
        if (tag == Tag::quote) continue;
        return false;
      }
      if (atom.mention != kNone || atom.time != kNone) continue;
      if (is(form, classes_.coordinator) || is(form, classes_.relative) || is(form, classes_.relative_adverb) || is(form, classes_.complementizer)) return false;
      if (is(form, classes_.subordinator) && !is(form, classes_.preposition) && !is(form, classes_.adverb)) return false;
      if (likely_finite(atom) && !can_be_infinitive(form) && !has_pos(form, Pos::noun) && !is(atoms_[j - 1].form, classes_.te)) return true;
    }
    return false;
  }
  // An infinitive that is no noun comes before the clause ends: "wil bijdragen leveren".
  bool clear_infinitive_ahead(std::size_t i) const {
    for (auto j = i + 1; j < atoms_.size(); ++j) {
      const auto& atom = atoms_[j];
      if (known_.text.tokens[atom.first].has(kPunct)) return false;
      if (atom.mention != kNone || atom.time != kNone) continue;
      if (is(atom.form, classes_.complementizer) || is(atom.form, classes_.relative) || is(atom.form, classes_.te)) return false;
      if (can_be_infinitive(atom.form) && !has_pos(atom.form, Pos::noun)) return true;
    }
    return false;
  }
  // "zijn al honderden aanvallen geweest": a participle completes the verb, so what stands before it is a noun.
  bool participle_ahead(std::size_t i) const {
    for (auto j = i + 1; j < atoms_.size() && !known_.text.tokens[atoms_[j].first].has(kPunct); ++j) {
      if (atoms_[j].mention != kNone || atoms_[j].time != kNone) continue;
      if (is(atoms_[j].form, classes_.complementizer) || is(atoms_[j].form, classes_.relative) || is(atoms_[j].form, classes_.te)) return false;
      if (is_participle(atoms_[j].form) && !has_pos(atoms_[j].form, Pos::noun) && !likely_finite(atoms_[j])) return true;
    }
    return false;
  }
  bool is_auxiliary(std::size_t i) const {
    const auto& atom = atoms_[i];
    const bool aux = atom.mention == kNone && atom.time == kNone && (is(atom.form, classes_.aux_have) || is(atom.form, classes_.aux_be) || is(atom.form, classes_.aux_become));
    return aux && (atom.tag == Tag::verb || !is(atom.form, classes_.possessive));
  }
  bool near_auxiliary(std::size_t i) const {
    if (i + 1 < atoms_.size() && is_auxiliary(i + 1)) return true;
    for (auto j = i; j-- > 0;) {
      if (is_auxiliary(j)) return true;
      if (atoms_[j].tag == Tag::subordinator || atoms_[j].tag == Tag::colon) return false;
    }
    return false;
  }
  bool before_nominal(std::size_t i) const {
    if (i + 1 >= atoms_.size() || atoms_[i + 1].time != kNone || known_.text.tokens[atoms_[i + 1].first].has(kPunct)) return false;
    const auto& next = atoms_[i + 1];
    if (next.mention != kNone) return known_.mentions[next.mention].kind == MentionKind::nationality;
    return has_pos(next.form, Pos::noun) || has_pos(next.form, Pos::adjective) || (next.form == 0 && !known_.text.tokens[next.first].has(kCapital));
  }

  // "ging ... dicht": the particle of a verb that stands before it in the clause.
  bool completes_verb(std::size_t i) const {
    if (i + 1 < atoms_.size() && !known_.text.tokens[atoms_[i + 1].first].has(kPunct) && !is(atoms_[i + 1].form, classes_.preposition)) return false;
    for (std::size_t j = i; j-- > 0;) {
      const auto tag = atoms_[j].tag;
      if (tag == Tag::comma || tag == Tag::colon || tag == Tag::end || tag == Tag::subordinator) return false;
      if (tag == Tag::verb && lexicon_.separable(atoms_[j].verb, atoms_[i].form) != 0) return true;
    }
    return false;
  }

  bool is_article_before(std::size_t i) const { return i > 0 && atoms_[i - 1].tag == Tag::determiner && !has_pos(atoms_[i - 1].form, Pos::pronoun); }

  bool next_is_nominal(std::size_t i) const {
    if (i + 1 >= atoms_.size()) return false;
    const auto& next = atoms_[i + 1];
    if (next.mention != kNone) {
      const auto kind = known_.mentions[next.mention].kind;
      return kind == MentionKind::nationality || kind == MentionKind::office || kind == MentionKind::group;
    }
    if (next.time != kNone) return false;
    const auto form = next.form;
    if (known_.text.tokens[next.first].has(kPunct)) return false;
    for (const auto cls : {classes_.determiner, classes_.preposition, classes_.adverb, classes_.negation, classes_.coordinator, classes_.subordinator, classes_.te}) {
      if (is(form, cls)) return false;
    }
    if (has_pos(form, Pos::noun) || has_pos(form, Pos::adjective)) return true;
    for (const auto& reading : lexicon_.readings(form)) {
      if (reading.pos == Pos::verb && reading.verb_form == VerbForm::participle_inflected) return true;
    }
    return !has_pos(form, Pos::verb) && !has_pos(form, Pos::pronoun);
  }

  bool opens_relative(std::size_t i) const {
    if (i == 0) return false;
    const auto left = before(i);
    // Behind a preposition only "wie" and its like; else the preposition is a particle, and "dat" opens a complement.
    const bool asks = is(atoms_[i].form, classes_.interrogative);  // "weet wat hij wil", "legt uit wat hij bedoelt"
    if (asks && (left == Tag::verb || is_particle(i - 1))) return true;
    if (left == Tag::preposition) return is(atoms_[i].form, classes_.governed_relative);
    // "dat het Westen de sancties opheft die zijn ingesteld": behind the verb of a subordinate clause.
    if (left == Tag::verb && atoms_[i].mention == kNone && !is(atoms_[i].form, classes_.complementizer) && !determines(i)) return !(i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.complementizer)) && finite_later(i);
    // "sprak het woord uit dat alles zei": with no subject behind it, it is the subject.
    if (is(atoms_[i].form, classes_.complementizer) && is_particle(i - 1) && subjectless(i)) return true;
    // "dat" tells of a noun of the neuter gender; behind a name ("zei Trump dat") or another noun it opens a complement.
    if (is(atoms_[i].form, classes_.complementizer) && left != Tag::comma && known_.text.tokens[atoms_[i - 1].last - 1].has(kCapital)) return false;
    if (is(atoms_[i].form, classes_.complementizer) && left != Tag::comma) return (left == Tag::noun || left == Tag::content) && !common_gender(i) && !is_particle(i - 1) && !opinion(i - 1) && !says_before(i, true);
    return left == Tag::comma || left == Tag::name || left == Tag::content || left == Tag::noun || left == Tag::close || left == Tag::quote || left == Tag::dash;
  }

  // "van mening dat": a noun for what somebody says, without an article of its own.
  bool opinion(std::size_t i) const { return i > 0 && before(i) == Tag::preposition && is(atoms_[i].form, classes_.report_noun); }
  // A verb of saying that still waits for its "dat"; `adjunct`: and what stands before "dat" is no object of
  // it, but a phrase with a preposition ("zei op televisie dat") or its subject ("zei het ministerie dat").
  bool says_before(std::size_t i, bool adjunct) const {
    bool nominal = adjunct;
    for (auto j = i; j-- > 0;) {
      const auto& atom = atoms_[j];
      if (atom.tag == Tag::subordinator || atom.tag == Tag::relative || atom.tag == Tag::colon || atom.tag == Tag::quote) return false;
      if (atom.tag == Tag::preposition) nominal = false;
      if (atom.tag != Tag::verb) continue;
      const bool says = lexicon_.is_a(atom.verb, classes_.says_that);
      if (says) return !nominal || (atom.finite && j > 0 && before(j) != Tag::name && before(j) != Tag::pronoun && before(j) != Tag::noun && before(j) != Tag::content);
      if (!lexicon_.is_a(atom.verb, classes_.aux_have) && !lexicon_.is_a(atom.verb, classes_.takes_infinitive)) return false;
      // "heeft in een brief gezegd dat", "liet in Parijs weten dat": the other verb decides.
    }
    return false;
  }

  // Nothing between here and the next finite verb can be its subject.
  bool subjectless(std::size_t i) const {
    bool governed = false;
    for (auto j = i + 1; j < atoms_.size(); ++j) {
      const auto& atom = atoms_[j];
      if (known_.text.tokens[atom.first].has(kPunct)) return false;
      if (atom.mention == kNone && atom.time == kNone && is(atom.form, classes_.preposition)) {
        governed = true;
        continue;
      }
      if (likely_finite(atom) && !has_pos(atom.form, Pos::noun)) return true;
      const bool nominal = atom.mention != kNone || is(atom.form, classes_.determiner) || has_pos(atom.form, Pos::noun) || has_pos(atom.form, Pos::pronoun) || (atom.form == 0 && atom.time == kNone);
      if (nominal && !governed) return false;
      if (nominal || atom.time != kNone) governed = false;
    }
    return false;
  }

  // The particle of a verb that has come: "gaf toe dat".
  bool is_particle(std::size_t i) const {
    for (auto j = i; j-- > 0;) {
      if (atoms_[j].tag == Tag::verb && atoms_[i].form != 0 && lexicon_.separable(atoms_[j].verb, atoms_[i].form) != 0) return true;
    }
    return false;
  }
  bool common_gender(std::size_t i) const {
    for (auto j = i; j-- > 0;) {
      const auto tag = atoms_[j].tag;
      if (tag == Tag::determiner) return atoms_[j].mention == kNone && is(atoms_[j].form, classes_.common_gender);
      if (tag != Tag::noun && tag != Tag::content && tag != Tag::adjective && tag != Tag::number) return false;
    }
    return false;
  }

  Tag word_class(std::size_t i) const {
    const auto& atom = atoms_[i];
    const auto form = atom.form;
    if (form == 0) return Tag::content;
    if (is(form, classes_.negation)) return Tag::negation;
    if (is(form, classes_.relative_adverb)) return Tag::relative;
    if (is(form, classes_.relative) && opens_relative(i)) return Tag::relative;
    if (is(form, classes_.infinitive_opener) && opens_infinitive(i)) return Tag::opener;
    const bool sub = is(form, classes_.subordinator) || is(form, classes_.complementizer);
    if (sub && opens_subclause(i)) return Tag::subordinator;
    if (is(form, classes_.coordinator) || (sub && correlates(i))) return Tag::coordinator;
    if (is(form, classes_.preposition) || (is(form, classes_.comparative) && !is(form, classes_.adverb))) return Tag::preposition;
    if (is(form, classes_.determiner)) {
      const bool pronoun = has_pos(form, Pos::pronoun);
      return pronoun && !determines(i) ? Tag::pronoun : Tag::determiner;
    }
    if (is(form, classes_.adverb) && !is(form, classes_.there)) return Tag::adverb;  // "daarmee" stands for a thing, but is no noun phrase
    if (has_pos(form, Pos::pronoun)) return Tag::pronoun;
    if (is(form, classes_.there)) return Tag::adverb;
    if (has_pos(form, Pos::noun)) return Tag::noun;
    if (has_pos(form, Pos::adverb)) return Tag::adverb;
    if (has_pos(form, Pos::adjective)) return Tag::adjective;
    if (has_pos(form, Pos::number)) return Tag::number;
    if (sub) return Tag::preposition;  // "zoals Frankrijk": no clause follows
    for (const auto& reading : lexicon_.readings(form)) {
      if (reading.pos == Pos::verb) return reading.verb_form == VerbForm::participle_inflected || reading.verb_form == VerbForm::present_participle ? Tag::adjective : Tag::content;
    }
    return Tag::content;
  }

  // Certainly a plural: no reading of the form is a noun in the singular.
  bool is_plural_noun(FormId form) const {
    bool plural = false;
    for (const auto& reading : lexicon_.readings(form)) {
      if (reading.pos != Pos::noun) continue;
      if (!(reading.flags & kPlural)) return false;
      plural = true;
    }
    return plural;
  }

  // Whether a determiner has its noun behind it.
  bool determines(std::size_t i) const {
    if (i + 1 >= atoms_.size()) return false;
    const auto& next = atoms_[i + 1];
    if (next.mention != kNone) return known_.mentions[next.mention].kind != MentionKind::pronoun && known_.mentions[next.mention].kind != MentionKind::possessive;
    if (next.time != kNone) return false;
    if (is(atoms_[i].form, classes_.neuter) && is_plural_noun(next.form)) return false;  // "dat het burgers trof"
    if (known_.text.tokens[next.first].has(kPunct)) return known_.text.word(next.first) != "," && known_.text.word(next.first) != ".";
    for (const auto cls : {classes_.preposition, classes_.negation, classes_.coordinator, classes_.subordinator, classes_.te, classes_.determiner, classes_.aux_have, classes_.aux_be, classes_.aux_become, classes_.aux_modal}) {
      if (is(next.form, cls)) return false;
    }
    if (has_pos(next.form, Pos::noun) || has_pos(next.form, Pos::adjective) || has_pos(next.form, Pos::number)) return true;
    // "het houden van": an infinitive as a noun.
    if (i + 2 < atoms_.size() && can_be_infinitive(next.form) && is(atoms_[i].form, classes_.neuter) && is(atoms_[i + 2].form, classes_.of)) return true;
    if (has_pos(next.form, Pos::pronoun) || has_pos(next.form, Pos::adverb)) return false;
    bool verb = false;
    for (const auto& reading : lexicon_.readings(next.form)) {
      if (reading.pos != Pos::verb) continue;
      if (reading.verb_form == VerbForm::participle_inflected || reading.verb_form == VerbForm::present_participle) return true;
      // Between an article and another noun stands an adjective, not a finite verb; a bare stem has its own subject.
      verb |= reading.verb_form != VerbForm::present_first;
    }
    return !verb;
  }

  // "om" and the like before "te", with no finite verb between.
  bool opens_infinitive(std::size_t i) const {
    const bool also_preposition = is(atoms_[i].form, classes_.preposition);
    int verbs = 0;
    for (std::size_t j = i + 1; j < atoms_.size(); ++j) {
      const auto& atom = atoms_[j];
      if (atom.mention == kNone && atom.time == kNone && is(atom.form, classes_.te)) {
        // A preposition that has its own noun first is no opener unless it always is one.
        return j + 1 < atoms_.size() && (!also_preposition || verbs == 0);
      }
      if (known_.text.tokens[atom.first].has(kPunct)) {
        const auto word = known_.text.word(atom.first);
        if (word == "." || word == ";" || word == ":") return false;
        if (word == "," && also_preposition) return false;
      }
      verbs += likely_finite(atom) && lexicon_.reading(atom.form, Pos::noun) == nullptr && !can_be_infinitive(atom.form);
      if (verbs > 0 && also_preposition) return false;
    }
    return false;
  }

  // Whether the clause up to here has its verb, or begins here.
  bool verb_before(std::size_t i) const {
    if (i == 0) return true;
    for (std::size_t j = i; j-- > 0;) {
      const auto tag = atoms_[j].tag;
      if (tag == Tag::verb) return true;
      if (tag == Tag::relative || tag == Tag::subordinator) return false;  // its clause still lacks its verb
      if (tag == Tag::comma || tag == Tag::end || tag == Tag::colon) return j + 1 == i;
    }
    return false;
  }

  // Whether the clause before has a modal verb or auxiliary whose infinitive or participle has not come.
  bool lacks_nonfinite(std::size_t i) const {
    for (auto j = i; j-- > 0;) {
      const auto& atom = atoms_[j];
      if (atom.tag == Tag::subordinator || atom.tag == Tag::relative || atom.tag == Tag::colon) return false;
      if (atom.tag == Tag::verb) return atom.finite && (lexicon_.is_a(atom.verb, classes_.auxiliary) || lexicon_.is_a(atom.verb, classes_.takes_infinitive));
    }
    return false;
  }

  bool can_be_infinitive(FormId form) const {
    for (const auto& reading : lexicon_.readings(form)) {
      if (reading.pos == Pos::verb && (reading.verb_form == VerbForm::infinitive || reading.verb_form == VerbForm::present_plural)) return true;
    }
    return false;
  }

  // "zowel voor burgers als voor militairen"
  bool correlates(std::size_t i) const {
    if (!is(atoms_[i].form, classes_.comparative)) return false;
    for (auto j = i; j-- > 0 && atoms_[j].tag != Tag::comma && atoms_[j].tag != Tag::colon;) {
      if (atoms_[j].mention == kNone && is(atoms_[j].form, classes_.correlative)) return true;
    }
    return false;
  }

  // A subordinator that is a preposition, adverb or coordinator too needs a clause with a verb behind it.
  bool opens_subclause(std::size_t i) const {
    const auto form = atoms_[i].form;
    if (i > 0 && is(form, classes_.complementizer) && has_pos(form, Pos::pronoun)) {
      if (before(i) == Tag::opener) return false;  // "om dat te doen"
      if (before(i) == Tag::verb && lexicon_.is_a(atoms_[i - 1].verb, classes_.aux_modal) && bare_infinitive(i + 1)) return false;  // "wilde dat niet zeggen"
      if (i + 1 < atoms_.size() && begins_subject(i + 1)) return true;
      if (atoms_[i].mention == kNone && says_before(i, false) && before(i) != Tag::comma && finite_later(i + 1)) return true;
      // ", is dat het bewijs": behind a copula that comes first it is the subject.
      if (before(i) == Tag::verb && atoms_[i - 1].finite && lexicon_.is_a(atoms_[i - 1].verb, classes_.copula) && (i == 1 || before(i - 1) == Tag::comma)) return false;
    }
    // "daar", "al", "nu" open a clause only where one can begin.
    if (is(form, classes_.adverb) && i > 0) {
      const auto left = before(i);
      if (left != Tag::comma && left != Tag::quote && left != Tag::coordinator && left != Tag::dash && left != Tag::colon && left != Tag::open) return false;
    }
    const bool only = !is(form, classes_.preposition) && !is(form, classes_.adverb) && !is(form, classes_.coordinator) && !is(form, classes_.determiner) && !has_pos(form, Pos::pronoun);
    if (correlates(i)) return false;
    if (only && !is(form, classes_.ambiguous_subordinator)) return true;
    // "zei als eerste dat": no clause before another opener.
    if (is(form, classes_.comparative) && i + 2 < atoms_.size() && is(atoms_[i + 2].form, classes_.complementizer) && atoms_[i + 2].mention == kNone) return false;
    if (i + 1 < atoms_.size() && is(atoms_[i + 1].form, classes_.complementizer) && is_particle(i)) return false;  // "stelde voor dat"
    // "de oproep tot een bestand bleef": inside the subject the word is a preposition.
    if (is(form, classes_.preposition) && !verb_before(i)) return false;
    // Somebody must act in the clause; a preposition has a noun and no verb.
    bool subject = false;
    const bool lacks_infinitive = is(form, classes_.preposition) && lacks_nonfinite(i);
    for (std::size_t j = i + 1; j < atoms_.size(); ++j) {
      const auto& atom = atoms_[j];
      if (known_.text.tokens[atom.first].has(kPunct)) {
        const auto word = known_.text.word(atom.first);
        if (word == "," || word == "." || word == ";" || word == ":") break;
        continue;
      }
      // "voor hoge golven": a preposition with its noun.
      if (is(form, classes_.preposition)) {
        if (likely_finite(atom) && lacks_infinitive && can_be_infinitive(atom.form)) return false;  // "zal hem voor de zomer bellen"
        if (likely_finite(atom) && is(atoms_[j - 1].form, classes_.coordinator)) return false;
        if (is(atom.form, classes_.complementizer) && j > i + 1) return false;
        // "steun voor Oekraïne die hij beloofde": a relative clause ends the phrase.
        if (is(atom.form, classes_.relative) && j > i + 1 && (has_pos(atoms_[j - 1].form, Pos::noun) || atoms_[j - 1].mention != kNone)) return false;
        if (likely_finite(atom) && !somebody(i + 1, j)) continue;
      }
      if (likely_finite(atom) && !is(atoms_[j - 1].form, classes_.te)) {
        const bool opens = subject && (only || verb_final(j)) && (!is(form, classes_.ambiguous_subordinator) || somebody(i + 1, j));
        // "dat Kiev bezet gebied erkent": a later verb may be the one.
        if (opens || !subject || !is(form, classes_.complementizer)) return opens;
      }
      subject = true;
    }
    return false;
  }

  // Nobody acts before the next verb, and that can be an infinitive.
  bool bare_infinitive(std::size_t from) const {
    for (auto j = from; j < atoms_.size() && !known_.text.tokens[atoms_[j].first].has(kPunct); ++j) {
      if (can_be_infinitive(atoms_[j].form) && atoms_[j].mention == kNone) return !somebody(from, j);
    }
    return false;
  }

  // Words, then a finite verb that is the last of them before a punctuation mark or an opener.
  bool finite_later(std::size_t from) const {
    for (auto j = from + 1; j < atoms_.size(); ++j) {
      const auto word = known_.text.word(atoms_[j].first);
      if (known_.text.tokens[atoms_[j].first].has(kPunct) && word != ",") return false;
      if (likely_finite(atoms_[j]) && verb_final(j)) return true;
    }
    return false;
  }

  // "dat de", "dat Trump": behind the pronoun "dat" comes no noun phrase.
  bool begins_subject(std::size_t i) const {
    const auto& atom = atoms_[i];
    if (atom.time != kNone) return false;
    if (atom.mention != kNone) return known_.mentions[atom.mention].kind != MentionKind::nationality;
    return is(atom.form, classes_.definite) && !has_pos(atom.form, Pos::pronoun);
  }

  // A name, pronoun or noun that can be a subject, and does not end in the word before `to`.
  bool somebody(std::size_t from, std::size_t to) const {
    if (to > 0 && is(atoms_[to - 1].form, classes_.determiner) && !has_pos(atoms_[to - 1].form, Pos::pronoun)) return false;
    for (auto j = from; j < to; ++j) {
      const auto& atom = atoms_[j];
      const bool actor = atom.mention != kNone && known_.mentions[atom.mention].kind != MentionKind::nationality;
      if (actor || has_pos(atom.form, Pos::pronoun) || has_pos(atom.form, Pos::noun) || is(atom.form, classes_.determiner)) return true;
    }
    return false;
  }

  // Whether nothing but verbs and what may follow them stands behind the verb.
  bool verb_final(std::size_t j) const {
    for (++j; j < atoms_.size(); ++j) {
      const auto& atom = atoms_[j];
      if (known_.text.tokens[atom.first].has(kPunct)) return true;
      if (is(atom.form, classes_.te) || is(atom.form, classes_.preposition) || is(atom.form, classes_.coordinator) || is(atom.form, classes_.complementizer) || is(atom.form, classes_.infinitive_opener) ||
          is(atom.form, classes_.subordinator) || is(atom.form, classes_.relative) || is(atom.form, classes_.relative_adverb)) return true;
      bool verb = false;
      for (const auto& reading : lexicon_.readings(atom.form)) verb |= reading.pos == Pos::verb;
      if (!verb || atom.mention != kNone || atom.time != kNone) return false;
    }
    return true;
  }

  const Known& known_;
  const Lexicon& lexicon_;
  const GrammarClasses& classes_;
  const Sentence& sentence_;
  std::vector<Atom> atoms_;
};

}  // namespace

std::vector<Atom> make_atoms(const Known& known, const GrammarClasses& classes, const Sentence& sentence) {
  return AtomMaker(known, classes, sentence).make();
}

}  // namespace kroniek
