#include "agreement.hpp"
#include "clauses.hpp"
#include "control.hpp"

namespace kroniek {

namespace {

class FunctionFinder {
 public:
  FunctionFinder(const Known& known, const GrammarClasses& classes, Parse& parse) : known_(known), lexicon_(known.lexicon), classes_(classes), parse_(parse) { bare_.reserve(16); }

  void run(std::uint32_t index) {
    auto& clause = parse_.clauses[index];
    attach_of(clause);
    if (clause.kind == ClauseKind::infinitive) free_object(clause);
    bare_.clear();
    for (const auto p : clause.phrases) {
      const auto& phrase = parse_.phrases[p];
      if (phrase.preposition == 0 && phrase.of == kNone && phrase.function == Function::none && !expletive(phrase) && !bracketed(clause, phrase) && !in_a_role(phrase)) bare_.push_back(p);
    }
    find_members(clause);
    join_behind_apposition(clause);
    drop_appositions(clause);
    drop_datelines(clause);
    drop_comments(clause);
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
    if (says_that_itself(clause, index)) {
      clause.shares_subject = false;
      clause.subject_of = kNone;
      if (clause.finite == kNone) clause.finite = clause.main_verb;
      take_subject(clause, bare_.front());
      assign_objects(clause);
      return;
    }
    if (clause.shares_subject && has_own_subject(known_, classes_, parse_, clause, bare_)) {
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
    const bool object = !actor(bare_.front()) && head(bare_.front()).tag != Tag::pronoun && parse_.phrases[bare_.front()].first < clause.finite;
    return object ? elder : kNone;
  }

  // "het plan, vorige week geopperd door X": what a participle tells of stands right before its comma.
  void take_noun_before(Clause& clause) {
    const auto& parent = parse_.clauses[clause.parent];
    const auto ends_here = [&](std::uint32_t p) { return p != kNone && (parse_.phrases[p].last + 1 == clause.atoms.front() || ends_before(parent, p, clause.atoms.front())); };
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

  bool is_form(FormId form, ClassId cls) const { return form != 0 && lexicon_.in_class(form, cls).has_value(); }

  bool expletive(const Phrase& phrase) const {
    const auto& atom = parse_.atoms[phrase.head];
    if (is(atom, classes_.frequency)) return true;  // "honderd keer"
    if (atom.tag == Tag::relative && is(atom, classes_.relative_adverb)) return true;  // "waarvoor"
    return atom.tag == Tag::pronoun && (is(atom, classes_.reflexive) || is(atom, classes_.there));
  }

  // "als eerste stap stelt hij een bestand voor": neither subject nor object.
  bool in_a_role(const Phrase& phrase) const {
    if (phrase.first == 0) return false;
    const auto& before = parse_.atoms[phrase.first - 1];
    return before.tag != Tag::subordinator && is(before, classes_.as_role);
  }

  // "Guinness (GWR)": what stands between brackets has no function.
  bool bracketed(const Clause& clause, const Phrase& phrase) const {
    int depth = 0;
    for (const auto i : clause.atoms) {
      if (i >= phrase.first) break;
      depth += parse_.atoms[i].tag == Tag::open;
      depth -= parse_.atoms[i].tag == Tag::close;
    }
    return depth > 0;
  }

  // "van X" behind a noun belongs to it; so does any preposition directly behind a noun, for the noun's sake:
  // the verb may claim it too.
  void attach_of(Clause& clause) {
    for (std::size_t k = 1; k < clause.phrases.size(); ++k) {
      auto& phrase = parse_.phrases[clause.phrases[k]];
      if (phrase.preposition == 0 || phrase.function == Function::time || phrase.of != kNone) continue;
      auto before = clause.phrases[k - 1];
      // "een gesprek van een uur tussen X en Y", "een bezoek op dinsdag van X"
      if (k > 1 && parse_.phrases[before].function == Function::time && parse_.phrases[before].preposition != 0 && parse_.phrases[before].last == phrase.first &&
          (is_form(parse_.phrases[before].preposition, classes_.of) || is_form(phrase.preposition, classes_.of)) && parse_.phrases[clause.phrases[k - 2]].last == parse_.phrases[before].first) {
        phrase.of = clause.phrases[k - 2];
        continue;
      }
      const auto end = parse_.phrases[before].last;
      const bool next = end == phrase.first || (end + 1 == phrase.first && parse_.atoms[end].tag == Tag::quote);  // "hun ‘gesprek’ met X"
      if (next && parse_.phrases[before].function != Function::time && parse_.atoms[parse_.phrases[before].head].tag != Tag::pronoun) phrase.of = before;
      if (phrase.of == kNone) phrase.of = behind_time(clause, k);
      if (phrase.of == kNone) phrase.of = behind_set_off_time(clause, k);
      // "het bezoek aan Parijs van X", "vindt plaats in Parijs tussen X en Y": nothing is of a place's name.
      const bool own = is_form(phrase.preposition, classes_.of) ? parse_.phrases[before].of != kNone : is_form(phrase.preposition, classes_.between);
      if (phrase.of == before && own && names_place(before)) phrase.of = parse_.phrases[before].of;
    }
  }

  // "beschuldigt hem er al dagen van de stad te beschieten": "er ... van" points ahead, and the noun is the object.
  void free_object(Clause& clause) {
    if (clause.parent == kNone || clause.phrases.empty() || !lexicon_.is_a(parse_.clauses[clause.parent].verb, classes_.accuse)) return;
    const auto points = [&](const Clause& c) { return std::any_of(c.atoms.begin(), c.atoms.end(), [&](std::uint32_t i) { return is(parse_.atoms[i], classes_.there); }); };
    if (!points(clause) && !points(parse_.clauses[clause.parent])) return;
    const auto p = std::find_if(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t i) { return is_form(parse_.phrases[i].preposition, classes_.of); });
    if (p == clause.phrases.end()) return;
    auto& phrase = parse_.phrases[*p];
    if (phrase.last - phrase.first < 2) return;
    phrase.preposition = 0;
    phrase.function = Function::none;
    phrase.of = kNone;
    ++phrase.first;
  }

  // "een beraad, eerder die dag, van X met Y": the time between the commas parts the noun from what belongs to it.
  std::uint32_t behind_set_off_time(const Clause& clause, std::size_t k) const {
    auto at = parse_.phrases[clause.phrases[k]].first;
    if (at < 3 || !is_form(parse_.phrases[clause.phrases[k]].preposition, classes_.of) || parse_.atoms[at - 1].tag != Tag::comma || parse_.atoms[at - 2].tag != Tag::time) return kNone;
    at -= 2;
    while (at > 0 && parse_.atoms[at - 1].tag == Tag::time) --at;
    if (at == 0 || parse_.atoms[at - 1].tag != Tag::comma) return kNone;
    while (k-- > 0) {
      const auto& phrase = parse_.phrases[clause.phrases[k]];
      if (phrase.function != Function::time && phrase.first < at) return phrase.last + 1 == at ? clause.phrases[k] : kNone;
    }
    return kNone;
  }

  // ... which itself belongs to a noun.
  bool names_place(std::uint32_t p) const {
    const auto& phrase = parse_.phrases[p];
    if (phrase.preposition == 0 || is_form(phrase.preposition, classes_.of) || phrase.last - phrase.first != 2) return false;
    const auto& name = parse_.atoms[phrase.head];
    return name.tag == Tag::name && !person(name) && (name.mention != kNone || is(name, classes_.place));
  }

  // "Na het gesprek dinsdag met X zei hij": before the finite verb of a main clause stands one thing, so that what
  // follows its time belongs to it too.
  std::uint32_t behind_time(const Clause& clause, std::size_t k) const {
    auto at = parse_.phrases[clause.phrases[k]].first;
    if (clause.kind != ClauseKind::main || clause.finite == kNone || at > clause.finite) return kNone;
    const auto end = at;
    while (at > 0 && parse_.atoms[at - 1].time != kNone) --at;
    if (at == end) return kNone;
    while (k-- > 0) {
      const auto before = clause.phrases[k];
      const auto& phrase = parse_.phrases[before];
      if (phrase.function == Function::time || phrase.first >= at) continue;
      const auto tag = parse_.atoms[phrase.head].tag;
      return phrase.last == at && (tag == Tag::noun || tag == Tag::content) ? before : kNone;
    }
    return kNone;
  }

  // "dertien landen, waaronder X en Y", "zes landen (X, Y en Z)": they are some of the group, or all of it.
  void find_members(const Clause& clause) {
    for (std::size_t k = 1; k < clause.phrases.size(); ++k) {
      const auto& listed = parse_.phrases[clause.phrases[k]];
      auto at = listed.first;
      if (!is_form(listed.preposition, classes_.exemplifies)) {
        if (at == 0 || listed.preposition != 0) continue;
        --at;
        if (parse_.atoms[at].tag != Tag::open && !is(parse_.atoms[at], classes_.exemplifies)) continue;
      }
      const bool comma = at > 0 && parse_.atoms[at - 1].tag == Tag::comma;
      for (auto j = k; j-- > 0;) {
        const auto p = clause.phrases[j];
        if (parse_.phrases[p].first >= at) continue;  // the cue is a phrase of its own
        if (parse_.phrases[p].last + comma != at && !(comma && ends_before(clause, p, at))) break;
        if (comma && is(parse_.atoms[at], classes_.exemplifies)) std::erase(bare_, clause.phrases[k]);  // ", waaronder X": no function of its own
        if (!plural(p) || head(p).mention != kNone) continue;
        parse_.phrases[p].members = clause.phrases[k];
        std::erase(bare_, clause.phrases[k]);
        break;
      }
    }
  }

  // "tussen X, de minister van Y, en Z": Z goes on where the name between the commas had broken off.
  void join_behind_apposition(const Clause& clause) {
    for (std::size_t k = 2; k < clause.phrases.size(); ++k) {
      const auto& more = parse_.phrases[clause.phrases[k]];
      if (more.preposition != 0 || more.first < 2 || parse_.atoms[more.first - 1].tag != Tag::coordinator || parse_.atoms[more.first - 2].tag != Tag::comma) continue;
      if (parse_.phrases[clause.phrases[k - 1]].last + 2 != more.first) continue;
      const auto named = name_before_comma(clause, k - 1);
      if (named == kNone || parse_.phrases[named].members != kNone) continue;
      parse_.phrases[named].members = clause.phrases[k];
      std::erase(bare_, clause.phrases[k]);
    }
  }

  // "tussen X, de minister" in front of "van Y", "tussen X, topman" in front of "bij Y"; kNone: no such list of two.
  std::uint32_t name_before_comma(const Clause& clause, std::size_t k) const {
    constexpr int kMostPhrases = 4;
    auto p = clause.phrases[k];
    for (int count = 0; count < kMostPhrases; ++count) {
      if (parse_.phrases[p].of != kNone) {
        p = parse_.phrases[p].of;
      } else if (k > 0 && parse_.phrases[p].preposition != 0 && parse_.phrases[clause.phrases[k - 1]].last == parse_.phrases[p].first) {
        p = clause.phrases[--k];
      } else {
        return kNone;
      }
      const auto& named = parse_.phrases[p];
      const auto tag_within = [&](Tag tag) { return std::any_of(parse_.atoms.begin() + named.first, parse_.atoms.begin() + named.last, [&](const Atom& atom) { return atom.tag == tag; }); };
      if (tag_within(Tag::comma)) return tag_within(Tag::coordinator) ? kNone : p;
    }
    return kNone;
  }

  // ", de minister van X," directly behind a name is no function of its own.
  void drop_appositions(const Clause& clause) {
    // "met X, de minister van Y, sprak Z": behind a preposition too.
    if (bare_.size() > 1 && set_apart(clause, bare_.front())) {
      parse_.phrases[bare_.front()].in_apposition = true;
      bare_.erase(bare_.begin());
    }
    for (std::size_t k = 1; k < bare_.size();) {
      const auto& phrase = parse_.phrases[bare_[k]];
      const bool comma = phrase.first > 0 && parse_.atoms[phrase.first - 1].tag == Tag::comma;
      const auto& left = parse_.phrases[bare_[k - 1]];
      const bool near = comma && clause.kind != ClauseKind::fragment && (left.last + 1 >= phrase.first || ends_before(clause, bare_[k - 1], phrase.first));
      if (near) {
        auto& named = parse_.phrases[bare_[k - 1]].apposed;
        if (named == kNone) named = bare_[k];
        parse_.phrases[bare_[k]].in_apposition = true;
        bare_.erase(bare_.begin() + static_cast<std::ptrdiff_t>(k));
      } else {
        ++k;
      }
    }
  }

  // Between commas, the first of which ends a name behind a preposition.
  bool set_apart(const Clause& clause, std::uint32_t noun) const {
    const auto begin = parse_.phrases[noun].first;
    auto end = parse_.phrases[noun].last;
    bool named = false;
    if (begin == 0 || parse_.atoms[begin - 1].tag != Tag::comma) return false;
    for (const auto p : clause.phrases) {
      const auto& phrase = parse_.phrases[p];
      named = named || (phrase.last + 1 == begin && phrase.preposition != 0 && head(p).tag == Tag::name);
      if (phrase.first == end && phrase.of != kNone) end = phrase.last;
    }
    return named && end < parse_.atoms.size() && parse_.atoms[end].tag == Tag::comma;
  }

  // "liet de man vrij, een gebaar dat ...": behind the last verb or its particle and a comma a noun phrase tells what to think of it.
  void drop_comments(const Clause& clause) {
    if (bare_.size() < 2 || clause.finite == kNone) return;
    const auto& phrase = parse_.phrases[bare_.back()];
    if (phrase.first < 2 || phrase.first <= clause.finite || parse_.atoms[phrase.first - 1].tag != Tag::comma || head(bare_.back()).tag == Tag::name) return;
    const auto closing = phrase.first - 2;
    const auto& left = parse_.atoms[closing];
    const bool particle = left.form != 0 && closing != clause.finite && lexicon_.separable(parse_.atoms[clause.finite].verb, left.form) != 0;
    if (parse_.clause_of[closing] == parse_.clause_of[clause.finite] && (particle || (left.tag == Tag::verb && closing != clause.finite))) bare_.pop_back();
  }

  // "de chef van de staf, generaal X": what hangs on the noun ends at the comma before `at`.
  bool ends_before(const Clause& clause, std::uint32_t noun, std::uint32_t at) const {
    for (const auto p : clause.phrases) {
      if (parse_.phrases[p].last + 1 != at) continue;
      for (auto on = parse_.phrases[p].of; on != kNone; on = parse_.phrases[on].of) {
        if (on == noun) return true;
      }
    }
    return false;
  }

  // "PARIJS – X zegt", "Brussel, 6 maart: X noemt": what stands before the mark has no function.
  void drop_datelines(const Clause& clause) {
    if (clause.kind != ClauseKind::main || clause.finite == kNone) return;
    std::uint32_t mark = 0;
    for (const auto p : bare_) {
      for (auto i = parse_.phrases[p].last; i < clause.finite && mark == 0 && p == bare_.front(); ++i) {
        if (parse_.atoms[i].tag == Tag::dash || parse_.atoms[i].tag == Tag::colon) mark = i;
      }
      if (mark != 0 && parse_.phrases[p].first > mark && parse_.phrases[p].first < clause.finite) {
        std::erase_if(bare_, [&](std::uint32_t q) { return parse_.phrases[q].first < mark; });
        return;
      }
    }
  }

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
    const bool which = clause.kind == ClauseKind::complement && parse_.atoms[parse_.phrases[best].first].tag == Tag::relative && head(best).tag != Tag::relative;  // "welke wapens X levert"
    if (which || (clause.kind == ClauseKind::relative && head(best).tag == Tag::relative)) {
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
    const auto gap = parse_.phrases[second].first - parse_.phrases[candidates_[0]].last;
    // An object follows its verb's other arguments; a subject comes at once, and is mostly somebody.
    return gap == 0 && (actor(second) || head(second).tag == Tag::pronoun || head(second).tag == Tag::name) ? second : candidates_[0];
  }

  void take_subject(Clause& clause, std::uint32_t phrase) {
    clause.subject = phrase;
    parse_.phrases[phrase].function = Function::subject;
    std::erase(bare_, phrase);
  }

  void assign_objects(Clause& clause) {
    if (bare_.empty()) return;
    if (bare_.size() == 1) {
      clause.object = bare_[0];
      parse_.phrases[bare_[0]].function = Function::object;
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
      const bool measures = phrase.preposition != 0 && is_form(phrase.preposition, classes_.of) && before != kNone && parse_.phrases[before].last == phrase.first &&
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
  std::vector<std::uint32_t> bare_, candidates_;
};

}  // namespace

void assign_functions(const Known& known, const GrammarClasses& classes, Parse& parse) {
  FunctionFinder finder(known, classes, parse);
  for (std::uint32_t i = 0; i < parse.clauses.size(); ++i) finder.run(i);
}

}  // namespace kroniek
