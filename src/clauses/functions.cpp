#include "agreement.hpp"
#include "attachment.hpp"
#include "bare_phrases.hpp"
#include "clauses.hpp"
#include "control.hpp"

namespace kroniek {

namespace {

class FunctionFinder {
 public:
  FunctionFinder(const Known& known, const GrammarClasses& classes, Parse& parse) : known_(known), lexicon_(known.lexicon), classes_(classes), parse_(parse), attachment_(known, classes, parse), bare_phrases_(known, classes, parse) {}

  void run(std::uint32_t index) {
    auto& clause = parse_.clauses[index];
    attachment_.attach(clause);
    if (clause.kind == ClauseKind::infinitive) attachment_.free_object(clause);
    const auto bare = bare_phrases_.find(clause);
    bare_.assign(bare.begin(), bare.end());
    if (clause.gapped_of != kNone && clause.kind != ClauseKind::infinitive) {
      gapped(clause);
      return;
    }
    if (clause.kind == ClauseKind::infinitive) {
      assign_objects(clause);
      inherit_subject(index);
      return;
    }
    if (clause.participial()) {
      take_noun_before(clause);
      return;
    }
    const bool says = says_that_itself(clause, index);
    if (says && clause.finite == kNone) clause.finite = clause.main_verb;
    if (says || (clause.shares_subject && has_own_subject(known_, classes_, parse_, clause, bare_))) {
      clause.shares_subject = false;
      clause.subject_of = kNone;
      take_subject(clause, bare_.front());
      assign_objects(clause);
      return;
    }
    if (clause.shares_subject) {
      assign_objects(clause);
      if (clause.subject_of == kNone) clause.subject_of = elder_sister(index);
      return;
    }
    find_antecedent(clause);
    if (has_no_place(known_, classes_, parse_, clause, bare_)) {
      clause.kind = ClauseKind::complement;
      clause.antecedent = kNone;
      bare_.erase(bare_.begin());
    }
    if (const auto elder = goes_on_from(clause, index); elder != kNone) {
      clause.shares_subject = true;
      clause.subject_of = elder;
    } else {
      find_subject(clause);
    }
    assign_objects(clause);
  }

 private:
  // "X wil komen, maar twee kranten melden dat": with what is said behind the verb, who says it stands before.
  bool says_that_itself(const Clause& clause, std::uint32_t index) const {
    if (bare_.empty() || clause.main_verb == kNone || clause.passive) return false;
    const auto& before = parse_.phrases[bare_.front()];
    if (before.last != clause.main_verb || before.first == 0 || parse_.atoms[before.first - 1].tag != Tag::coordinator || parse_.clause_of[before.first - 1] != index || head(bare_.front()).tag == Tag::pronoun) return false;
    constexpr std::size_t kNext = 4;  // clauses on
    const auto end = std::min<std::size_t>(index + kNext, parse_.clauses.size());
    return std::any_of(parse_.clauses.begin() + index, parse_.clauses.begin() + static_cast<std::ptrdiff_t>(end), [&](const Clause& below) { return below.parent == index && below.kind == ClauseKind::complement && below.opener != kNone && below.opener > clause.main_verb; });
  }

  // "dat Peru de grens overstak en dorpen veroverde": what stands before the last verb is its object, if it cannot act
  // and the subject of the clause before can. Gives that clause, or kNone.
  std::uint32_t goes_on_from(const Clause& clause, std::uint32_t index) const {
    if (bare_.empty() || clause.passive || clause.finite == kNone || (parse_.atoms[clause.atoms.front()].tag != Tag::coordinator && (clause.atoms.front() == 0 || parse_.atoms[clause.atoms.front() - 1].tag != Tag::comma))) return kNone;
    const bool subordinate = clause.kind == ClauseKind::complement || clause.kind == ClauseKind::relative || clause.kind == ClauseKind::adverbial || clause.kind == ClauseKind::conditional;
    if (!subordinate || lexicon_.is_a(clause.verb, classes_.happen) || lexicon_.is_a(clause.verb, classes_.copula)) return kNone;
    const auto elder = elder_sister(index);
    if (elder == clause.parent || parse_.clauses[elder].subject == kNone) return kNone;
    const auto subject = parse_.clauses[elder].subject;
    const auto tag = head(subject).tag;
    if (!actor(subject) && tag != Tag::relative && tag != Tag::pronoun) return kNone;
    if (tag != Tag::relative && disagrees(subject, clause)) return kNone;
    const auto& before = head(bare_.front());
    const bool pronoun = before.tag == Tag::pronoun || before.tag == Tag::relative;
    // "dat Peru wapens koopt en die aan Chili geeft"; but "... en die in Chili aankomen", "... en dat gevolgen heeft"
    const bool taken_up = pronoun && bare_.size() == 1 && (oblique(before) || is(before, classes_.definite)) && !lexicon_.lexeme(clause.verb).perfect_zijn;
    const bool object = (pronoun ? taken_up : !actor(bare_.front())) && parse_.phrases[bare_.front()].first < clause.finite;
    return object ? elder : kNone;
  }

  // "het plan, vorige week geopperd door X": what a participle tells of stands right before its comma.
  void take_noun_before(Clause& clause) {
    const auto& parent = parse_.clauses[clause.parent];
    const auto ends_here = [&](std::uint32_t p) { return p != kNone && (parse_.phrases[p].last + 1 == clause.atoms.front() || ends_before(parse_, parent, p, clause.atoms.front())); };
    if (!ends_here(parent.subject) && ends_here(parent.object)) clause.asked = parent.object;
    if (clause.asked != kNone || ends_here(parent.subject)) clause.subject_of = clause.parent;
    assign_objects(clause);
  }

  // "maandag Odesa, dinsdag Soemy": one bare noun phrase replaces the object if there is one, else the subject.
  void gapped(Clause& clause) {
    const auto& elder = parse_.clauses[clause.gapped_of];
    const bool replaces_object = bare_.size() == 1 && elder.object != kNone && !clause.own_subject;
    if (!bare_.empty() && !replaces_object) {
      take_subject(clause, bare_.front());
    } else {
      clause.shares_subject = true;
      clause.subject_of = clause.gapped_of;
    }
    assign_objects(clause);
  }

  const Atom& head(std::uint32_t phrase) const { return parse_.atoms[parse_.phrases[phrase].head]; }
  bool is(const Atom& atom, ClassId cls) const { return is_of(lexicon_, atom, cls); }

  bool nominative(const Atom& atom) const { return atom.tag == Tag::pronoun && is(atom, classes_.nominative); }
  bool oblique(const Atom& atom) const { return atom.tag == Tag::pronoun && is(atom, classes_.oblique) && !is(atom, classes_.nominative); }
  bool actor(std::uint32_t phrase) const { return names_actor(parse_, phrase); }

  bool person(const Atom& atom) const { return atom.mention != kNone && known_.mentions[atom.mention].person; }

  bool plural(std::uint32_t phrase) const { return is_plural(known_, parse_, phrase); }
  bool disagrees(std::uint32_t phrase, const Clause& clause) const { return kroniek::disagrees(known_, classes_, parse_, phrase, clause); }

  void find_subject(Clause& clause) {
    if (bare_.empty()) return;
    for (const auto p : bare_) {
      if (nominative(head(p))) {
        take_subject(clause, p);
        return;
      }
    }
    candidates_.clear();
    for (const auto p : bare_) {
      if (!oblique(head(p))) candidates_.push_back(p);
    }
    if (candidates_.empty()) return;
    auto best = candidates_.front();
    // "welke wapens X levert", "hoeveel wapens X levert", "wat X wil"
    const auto first = parse_.phrases[best].first;
    const bool how_many = clause.opener != kNone && first == clause.opener + 1 && parse_.atoms[clause.opener].tag == Tag::relative && !actor(best) && parse_.atoms[first].tag != Tag::determiner;
    const bool asks = parse_.atoms[first].tag == Tag::relative || how_many;
    if ((clause.kind == ClauseKind::complement && asks) || (clause.kind == ClauseKind::relative && head(best).tag == Tag::relative)) {
      best = relative_subject(clause);
    } else if (candidates_.size() > 1) {
      const bool fronted = clause.finite != kNone && parse_.phrases[best].first < clause.finite && clause.kind == ClauseKind::main;
      const auto second = candidates_[1];
      // Object first: the verb agrees with the second only, or only the second can act.
      if (fronted && disagrees(best, clause) && !disagrees(second, clause)) best = second;
      else if (fronted && taken_up(clause, best, second)) best = second;
      else if (fronted && candidates_.size() == 2 && !actor(best) && actor(second) && !disagrees(second, clause) && directly_behind(clause, second) && !clause.passive) best = second;
    }
    take_subject(clause, best);
  }

  // "Dat schrijft de krant", ", dat zei dinsdag de gezant": what somebody says
  bool taken_up(const Clause& clause, std::uint32_t that, std::uint32_t speaker) const {
    auto at = parse_.phrases[speaker].first;
    while (at > clause.finite + 1 && parse_.atoms[at - 1].tag == Tag::time) --at;
    return at == clause.finite + 1 && (head(that).tag == Tag::pronoun || head(that).tag == Tag::relative) && is(head(that), classes_.complementizer) && lexicon_.is_a(clause.verb, classes_.says_that);
  }
  bool directly_behind(const Clause& clause, std::uint32_t phrase) const { return clause.finite != kNone && parse_.phrases[phrase].first == clause.finite + 1; }

  // "die Rusland bezette": a name behind the pronoun acts, unless the verb agrees with the pronoun alone.
  std::uint32_t relative_subject(const Clause& clause) const {
    if (candidates_.size() == 1) return candidates_[0];
    const auto second = candidates_[1];
    if (clause.passive) return candidates_[0];
    if (disagrees(second, clause)) return candidates_[0];
    if (head(candidates_[0]).tag != Tag::relative && disagrees(candidates_[0], clause)) return second;  // "hoeveel mensen elk land vrijlaat"
    if (clause.antecedent != kNone && person(head(clause.antecedent)) && !nominative(head(second))) return candidates_[0];  // "X, die Y bezoekt"
    if (set_off_by_name(clause) && actor(second)) return candidates_[0];
    const auto gap = parse_.phrases[second].first - parse_.phrases[candidates_[0]].last;
    // An object follows its verb's other arguments; a subject comes at once, and is mostly somebody.
    return gap == 0 && (actor(second) || head(second).tag == Tag::pronoun || head(second).tag == Tag::name) ? second : candidates_[0];
  }

  // "Peru, dat Chili binnenviel": what is only added to a name tells what its bearer does.
  bool set_off_by_name(const Clause& clause) const {
    if (clause.antecedent == kNone || clause.opener == 0 || parse_.atoms[clause.opener - 1].tag != Tag::comma || !is(parse_.atoms[clause.opener], classes_.complementizer)) return false;
    const auto mention = head(clause.antecedent).mention;
    return mention != kNone && known_.mentions[mention].kind == MentionKind::name;
  }

  void take_subject(Clause& clause, std::uint32_t phrase) {
    clause.subject = phrase;
    parse_.phrases[phrase].function = Function::subject;
    std::erase(bare_, phrase);
  }

  void assign_objects(Clause& clause) {
    if (bare_.empty()) return;
    if (bare_.size() == 1) {
      const bool receives = gets_by_preposition(clause, bare_[0]);
      (receives ? clause.indirect : clause.object) = bare_[0];
      parse_.phrases[bare_[0]].function = receives ? Function::indirect : Function::object;
      return;
    }
    // Of two the first is the one to whom, if it can be somebody or the verb says so; else the second is no argument.
    const bool somebody = actor(bare_[0]) || head(bare_[0]).tag == Tag::pronoun || lexicon_.is_a(clause.verb, classes_.ditransitive);
    const auto object = somebody ? bare_[1] : bare_[0];
    if (somebody) {
      clause.indirect = bare_[0];
      parse_.phrases[bare_[0]].function = Function::indirect;
    }
    clause.object = object;
    parse_.phrases[object].function = Function::object;
  }

  // "zegde Oekraïne voor een miljard aan munitie toe": no country is given, and what is stands behind the preposition.
  bool gets_by_preposition(const Clause& clause, std::uint32_t phrase) const {
    const auto& name = head(phrase);
    if (!lexicon_.is_a(clause.verb, classes_.ditransitive) || (clause.subject == kNone && clause.kind != ClauseKind::infinitive) || name.mention == kNone || person(name)) return false;
    const auto kind = known_.mentions[name.mention].kind;
    if (kind != MentionKind::name && kind != MentionKind::metonym) return false;
    return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) { return is_of(lexicon_, parse_.phrases[p].preposition, classes_.to); });
  }

  std::uint32_t elder_sister(std::uint32_t index) const {
    const auto& clause = parse_.clauses[index];
    for (auto i = index; i-- > 0;) {
      const auto& other = parse_.clauses[i];
      if (other.parent == clause.parent && other.kind == clause.kind && (other.subject != kNone || other.subject_of != kNone)) return i;
    }
    return clause.parent;
  }

  // An infinitive's subject is that of the clause it depends on, or its object if somebody is asked.
  void inherit_subject(std::uint32_t index) {
    auto& clause = parse_.clauses[index];
    clause.subject_of = clause.parent;
    if (clause.parent == kNone) return;
    const auto& parent = parse_.clauses[clause.parent];
    if (clause.opener == kNone && clause.object == kNone) take_object_before(lexicon_, classes_, parse_, clause);
    clause.asked = asked_to_act(lexicon_, classes_, parse_, parent, clause.opener != kNone);
    clause.governor = governing_noun(lexicon_, classes_, parse_, clause, parent);
  }

  void find_antecedent(Clause& clause) {
    if (clause.kind != ClauseKind::relative || clause.parent == kNone || clause.opener == kNone) return;
    auto before = kNone;
    for (const auto p : parse_.clauses[clause.parent].phrases) {
      const auto& phrase = parse_.phrases[p];
      if (phrase.last > clause.opener) break;
      // "een bestand van dertig dagen, waarmee", "het telefoontje van dinsdag, waarin"
      const bool measures = is_of(lexicon_, phrase.preposition, classes_.of) && before != kNone && parse_.phrases[before].last == phrase.first &&
                            (phrase.function == Function::time || is(parse_.atoms[phrase.head], classes_.measure));
      if (measures && parse_.phrases[before].function != Function::time) continue;
      clause.antecedent = before = p;
    }
    // "het plan van Trump dat": the gender of the pronoun tells which noun is meant.
    const auto near = clause.antecedent;
    for (auto p = near; p != kNone; p = parse_.phrases[p].of) {
      if (agrees(parse_.atoms[clause.opener], p)) {
        clause.antecedent = p;
        return;
      }
    }
    clause.antecedent = near;
  }

  // "dat" takes up one thing of the neuter gender, "die" anything else; what is not known agrees.
  bool agrees(const Atom& pronoun, std::uint32_t phrase) const {
    const bool neuter = is(pronoun, classes_.complementizer);
    const bool common = !neuter && is(pronoun, classes_.common_gender);
    const auto& first = parse_.atoms[determiner_of(phrase)];
    if (neuter) return !actor(phrase) && !plural(phrase) && !(first.tag == Tag::determiner && is(first, classes_.common_gender)) && head(phrase).tag != Tag::number && !is(head(phrase), classes_.measure);
    if (common) return !(first.tag == Tag::determiner && is(first, classes_.neuter) && !plural(phrase));
    return true;
  }

  std::uint32_t determiner_of(std::uint32_t phrase) const {
    const auto& p = parse_.phrases[phrase];
    return p.preposition != 0 && p.first + 1 < p.last ? p.first + 1 : p.first;
  }

  const Known& known_;
  const Lexicon& lexicon_;
  const GrammarClasses& classes_;
  Parse& parse_;
  Attachment attachment_;
  BarePhrases bare_phrases_;
  std::vector<std::uint32_t> bare_, candidates_;
};

}  // namespace

void assign_functions(const Known& known, const GrammarClasses& classes, Parse& parse) {
  FunctionFinder finder(known, classes, parse);
  for (std::uint32_t i = 0; i < parse.clauses.size(); ++i) finder.run(i);
}

}  // namespace kroniek
