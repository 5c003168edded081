#include "clauses.hpp"

#include <algorithm>

namespace kroniek {

namespace {

bool hard_boundary(Tag tag) { return tag == Tag::colon || tag == Tag::end; }

// Reads the atoms from left to right with a stack of open clauses.
class Splitter {
 public:
  Splitter(const Known& known, const GrammarClasses& classes, Parse& parse) : known_(known), classes_(classes), parse_(parse), atoms_(parse.atoms) {}

  void run() {
    parse_.clause_of.assign(atoms_.size(), 0);
    open(ClauseKind::main, kNone, kNone);
    for (std::uint32_t i = 0; i < atoms_.size(); ++i) step(i);
    for (std::uint32_t i = 0; i < atoms_.size(); ++i) parse_.clauses[parse_.clause_of[i]].atoms.push_back(i);
  }

 private:
  Clause& clause() { return parse_.clauses[current_]; }
  bool is(std::uint32_t atom, ClassId cls) const { return atoms_[atom].form != 0 && known_.lexicon.in_class(atoms_[atom].form, cls).has_value(); }
  bool verb_is(LexemeId verb, ClassId cls) const { return verb != 0 && known_.lexicon.is_a(verb, cls); }

  void open(ClauseKind kind, std::uint32_t parent, std::uint32_t opener) {
    Clause next;
    next.kind = kind;
    next.parent = parent;
    next.opener = opener;
    parse_.clauses.push_back(std::move(next));
    state_.push_back({});
    current_ = static_cast<std::uint32_t>(parse_.clauses.size() - 1);
  }

  // What is known of an open clause while reading.
  struct State {
    bool finite = false;      // its finite verb has come ("te" and its verb, for infinitive clauses)
    bool governs = false;     // its finite verb takes an infinitive or participle
    bool closed_cluster = false;  // verb-final: something other than a verb came after its verbs
    std::uint32_t comma = kNone;  // last comma read in it
  };
  State& state() { return state_[current_]; }

  bool verb_final(std::uint32_t clause) const {
    const auto kind = parse_.clauses[clause].kind;
    return kind != ClauseKind::main && kind != ClauseKind::quotation && kind != ClauseKind::fragment;
  }

  // Whether a finite verb comes before the next comma, clause opener or end, and where.
  std::uint32_t finite_ahead(std::uint32_t from, bool after_modal) const {
    bool complete = false;  // the infinitive or participle of the verb before has come
    for (auto i = from; i < atoms_.size(); ++i) {
      const auto& atom = atoms_[i];
      if (atom.tag == Tag::comma || hard_boundary(atom.tag) || atom.tag == Tag::subordinator || atom.tag == Tag::opener || atom.tag == Tag::close) return kNone;
      if (atom.tag == Tag::relative && i > from) return kNone;
      if (atom.tag == Tag::coordinator && i > from) {
        // "X en Y belden": the coordinator may be inside the subject.
        if (complete) return kNone;
        continue;
      }
      if (atom.tag != Tag::verb || !atom.finite) continue;
      if (i > 0 && atoms_[i - 1].tag == Tag::te) continue;
      if ((atom.infinitive && !atom.past && after_modal) || (atom.participle && !auxiliary(atom.verb) && after_modal)) {
        complete = true;
        continue;
      }
      return i;
    }
    return kNone;
  }

  bool auxiliary(LexemeId verb) const {
    return verb_is(verb, classes_.aux_have) || verb_is(verb, classes_.aux_be) || verb_is(verb, classes_.aux_become) || verb_is(verb, classes_.aux_modal);
  }

  void assign(std::uint32_t i) { parse_.clause_of[i] = current_; }

  // Back to the nearest clause that still waits for its finite verb, else to the outermost.
  void close_to_waiting() {
    auto at = current_;
    while (parse_.clauses[at].parent != kNone && state_[at].finite) at = parse_.clauses[at].parent;
    current_ = at;
  }

  ClauseKind subordinate_kind(std::uint32_t i) const {
    if (is(i, classes_.conditional) && !is(i, classes_.complementizer)) return ClauseKind::conditional;
    if (is(i, classes_.complementizer)) return ClauseKind::complement;
    return ClauseKind::adverbial;
  }

  void step(std::uint32_t i) {
    const auto& atom = atoms_[i];
    switch (atom.tag) {
      case Tag::subordinator: {
        if (verb_final(current_) && state().finite && previous_is_boundary(i) && !says(i)) close_to_waiting();
        open(subordinate_kind(i), current_, i);
        assign(i);
        return;
      }
      case Tag::relative: relative(i); return;
      case Tag::opener:
        open(ClauseKind::infinitive, current_, i);
        assign(i);
        return;
      case Tag::comma:
      case Tag::dash: comma(i); return;
      case Tag::colon:
        assign(i);
        current_ = 0;
        if (finite_ahead(i + 1, false) != kNone) open(ClauseKind::main, 0, kNone);
        return;
      case Tag::coordinator: coordinator(i); return;
      case Tag::verb: verb(i); return;
      default: assign(i);
    }
  }

  // "dat X heeft gezegd dat": the verb right before governs it.
  bool says(std::uint32_t i) const {
    if (subordinate_kind(i) != ClauseKind::complement) return false;
    for (auto j = i; j > 0 && atoms_[j - 1].tag == Tag::verb && parse_.clause_of[j - 1] == current_; --j) {
      if (verb_is(atoms_[j - 1].verb, classes_.says_that)) return true;
    }
    return false;
  }

  bool previous_is_boundary(std::uint32_t i) const {
    return i > 0 && (atoms_[i - 1].tag == Tag::comma || atoms_[i - 1].tag == Tag::coordinator || atoms_[i - 1].tag == Tag::verb);
  }

  void relative(std::uint32_t i) {
    // "die belde": directly before the finite verb of a waiting main clause it is the subject.
    const bool verb_next = i + 1 < atoms_.size() && atoms_[i + 1].tag == Tag::verb && atoms_[i + 1].finite;
    if (i == 0 || (verb_next && !state().finite && i > 0 && atoms_[i - 1].tag != Tag::comma && !is(i, classes_.relative_adverb) && finite_ahead(i + 2, false) == kNone && current_ == 0)) {
      assign(i);
      return;
    }
    if (finite_ahead(i + 1, false) == kNone) {
      assign(i);
      return;
    }
    // ", dat had X beloofd": verb second with the subject behind it.
    if (verb_next && current_ == 0 && !state().finite && i + 2 < atoms_.size() &&
        (atoms_[i + 2].tag == Tag::name || atoms_[i + 2].tag == Tag::pronoun || atoms_[i + 2].tag == Tag::determiner)) {
      assign(i);
      return;
    }
    // "vroeg zich af wie": the particle of the verb
    const auto finite = clause().finite;
    const bool particle = i > 0 && finite != kNone && known_.lexicon.separable(atoms_[finite].verb, atoms_[i - 1].form) != 0;
    const auto preposition = i > 0 && atoms_[i - 1].tag == Tag::preposition && !is(i, classes_.relative_adverb) && !particle;
    const bool question = i > 0 && (particle || (is(i, classes_.relative_adverb) && atoms_[i - 1].tag == Tag::verb) ||
                                    (is(i, classes_.interrogative) && (atoms_[i - 1].tag == Tag::verb || atoms_[i - 1].tag == Tag::preposition || atoms_[i - 1].tag == Tag::adverb)));
    open(question ? ClauseKind::complement : ClauseKind::relative, current_, i);
    assign(i);
    if (preposition) parse_.clause_of[i - 1] = current_;  // "met wie"
  }

  void comma(std::uint32_t i) {
    const auto next = i + 1;
    if (next >= atoms_.size()) {
      assign(i);
      return;
    }
    const auto tag = atoms_[next].tag;
    const bool opener = tag == Tag::subordinator || tag == Tag::relative || tag == Tag::opener;
    if (opener || tag == Tag::coordinator) {
      // A relative clause right behind a complete one tells of the outer clause's last noun only if the inner has closed.
      assign(i);
      state().comma = i;
      return;
    }
    const auto finite = finite_ahead(next, state().governs);
    // ", zei X": a finite verb at once, which completes no cluster.
    const bool verb_first = begins_with_verb(next);
    if (verb_first && state().finite) {
      auto at = parse_.clauses[current_].parent;
      while (at != kNone && state_[at].finite) at = parse_.clauses[at].parent;
      if (at == kNone) {
        assign(i);
        new_main(next, finite);
        return;
      }
    }
    if (current_ != 0 && state().finite) {
      if (finite != kNone) {
        const bool waiting = waiting_ancestor() != kNone;
        if (waiting) {
          current_ = waiting_ancestor();
          assign(i);
          return;
        }
        assign(i);
        new_main(next, finite);
        return;
      }
      // Without a verb ahead the embedded clause may still close: ", die X belde, en"
      const auto waiting = waiting_ancestor();
      if (waiting != kNone && !list_continues(i)) current_ = waiting;
      assign(i);
      return;
    }
    if (current_ == 0 && state().finite && finite != kNone) {
      assign(i);
      new_main(next, finite);
      return;
    }
    assign(i);
    state().comma = i;
  }

  // Forms that may be infinitives or participles too count where a subject follows: ", melden Russische media".
  bool begins_with_verb(std::uint32_t i) const {
    const auto& atom = atoms_[i];
    if (atom.tag != Tag::verb || !atom.finite) return false;
    if (!atom.infinitive && !atom.participle) return true;
    if (i + 1 >= atoms_.size()) return false;
    const auto tag = atoms_[i + 1].tag;
    return tag == Tag::name || tag == Tag::determiner || tag == Tag::pronoun || tag == Tag::adjective || tag == Tag::noun || tag == Tag::content;
  }

  // "A, B en C": a list goes on rather than a clause ending.
  bool list_continues(std::uint32_t i) const {
    for (auto j = i + 1; j < atoms_.size() && j < i + 6; ++j) {
      if (atoms_[j].tag == Tag::coordinator) return !state_[current_].finite;
      if (atoms_[j].tag == Tag::comma || atoms_[j].tag == Tag::verb) return false;
    }
    return false;
  }

  std::uint32_t waiting_ancestor() const {
    for (auto at = parse_.clauses[current_].parent; at != kNone; at = parse_.clauses[at].parent) {
      if (!state_[at].finite || awaits_cluster(at)) return at;
    }
    return kNone;
  }

  // A clause whose auxiliary still lacks its participle or infinitive.
  bool awaits_cluster(std::uint32_t clause) const { return state_[clause].governs && !state_[clause].closed_cluster; }

  void new_main(std::uint32_t next, std::uint32_t finite) {
    // ", zei X": verb first after something said; a clause of its own that the rest belongs to.
    (void)next;
    (void)finite;
    auto root = current_;
    while (parse_.clauses[root].parent != kNone && verb_final(root)) root = parse_.clauses[root].parent;
    open(ClauseKind::main, root, kNone);
  }

  void coordinator(std::uint32_t i) {
    const auto next = i + 1;
    if (next >= atoms_.size() || !state().finite) {
      assign(i);
      return;
    }
    const auto tag = atoms_[next].tag;
    if (tag == Tag::subordinator || tag == Tag::relative || tag == Tag::opener) {
      // "dat X ... en dat Y ...": a sister of the clause that is open.
      if (verb_final(current_)) {
        const auto parent = parse_.clauses[current_].parent;
        current_ = parent == kNone ? 0 : parent;
      }
      assign(i);
      return;
    }
    auto finite = finite_ahead(next, state().governs);
    if (finite == kNone && atoms_[next].tag == Tag::time) {
      // "en woensdag, een dag later, stond hij in Warschau"
      auto verb = next;
      while (verb < atoms_.size() && (atoms_[verb].tag == Tag::time || atoms_[verb].tag == Tag::comma || atoms_[verb].tag == Tag::adverb)) ++verb;
      if (verb < atoms_.size() && atoms_[verb].tag == Tag::verb && atoms_[verb].finite) finite = verb;
    }
    if (finite == kNone || leaves_quotation(i, finite)) {
      if (finite == kNone && second_participle(next)) {
        // "heeft X benoemd en Y gestuurd": one auxiliary for both.
        const auto elder = current_;
        const auto shared = clause().finite;
        open(clause().kind, elder, kNone);
        clause().shares_subject = true;
        clause().subject_of = elder;
        clause().finite = shared;
        state().finite = state().governs = true;
      }
      assign(i);
      return;
    }
    if (clause().kind == ClauseKind::infinitive && !(finite > 0 && atoms_[finite - 1].tag == Tag::te)) {
      auto root = current_;  // an infinitive has no finite sister
      while (parse_.clauses[root].parent != kNone && parse_.clauses[root].kind == ClauseKind::infinitive) root = parse_.clauses[root].parent;
      current_ = root;
    }
    if (verb_final(current_)) {
      // Verb second behind the coordinator: a new main clause; verb last: a sister.
      const bool second = finite == next || finite == next + 1;
      const bool last = verbs_end(finite);
      if (last && !(second && finite == next)) {
        const auto kind = clause().kind;
        const auto parent = clause().parent;
        const auto opener = clause().opener;
        const bool shares = finite == next || !nominal_between(next, finite);
        assign(i);
        open(kind, parent, opener);
        clause().shares_subject = shares;
        sister_of_.emplace_back(current_, 0);
        assign(i);
        return;
      }
      auto root = current_;
      while (parse_.clauses[root].parent != kNone && verb_final(root)) root = parse_.clauses[root].parent;
      current_ = root;
    }
    const auto sister = current_;
    const bool shares = finite == next;
    open(ClauseKind::main, sister, kNone);
    clause().shares_subject = shares;
    if (shares) clause().subject_of = sister;
    assign(i);
  }

  // The coordinator joins words inside quotation marks, and the verb is outside.
  bool leaves_quotation(std::uint32_t from, std::uint32_t to) const {
    int before = 0, between = 0;
    for (std::uint32_t i = 0; i < from; ++i) before += atoms_[i].tag == Tag::quote;
    for (auto i = from; i < to; ++i) between += atoms_[i].tag == Tag::quote;
    return before % 2 == 1 && between % 2 == 1;
  }

  // Whether the clause has its participle and another one comes before the next boundary.
  bool second_participle(std::uint32_t from) const {
    const auto finite = parse_.clauses[current_].finite;
    if (!state_[current_].governs || finite == kNone) return false;
    bool has = false;
    for (std::uint32_t i = 0; i < from; ++i) has |= parse_.clause_of[i] == current_ && atoms_[i].tag == Tag::verb && i != finite && atoms_[i].participle;
    if (!has) return false;
    for (auto i = from; i < atoms_.size(); ++i) {
      const auto tag = atoms_[i].tag;
      if (tag == Tag::comma || hard_boundary(tag) || tag == Tag::subordinator || tag == Tag::relative || tag == Tag::opener) return false;
      if (tag == Tag::verb && atoms_[i].participle) return true;
    }
    return false;
  }

  bool verbs_end(std::uint32_t i) const {
    while (i < atoms_.size() && (atoms_[i].tag == Tag::verb || atoms_[i].tag == Tag::te)) ++i;
    return i >= atoms_.size() || atoms_[i].tag == Tag::comma || hard_boundary(atoms_[i].tag) || atoms_[i].tag == Tag::coordinator || atoms_[i].tag == Tag::preposition ||
           atoms_[i].tag == Tag::subordinator || atoms_[i].tag == Tag::opener || atoms_[i].tag == Tag::quote;
  }

  bool nominal_between(std::uint32_t from, std::uint32_t to) const {
    for (auto i = from; i < to; ++i) {
      const auto tag = atoms_[i].tag;
      if (tag == Tag::name || tag == Tag::noun || tag == Tag::content || tag == Tag::pronoun) return i == from || atoms_[i - 1].tag != Tag::preposition;
    }
    return false;
  }

  void verb(std::uint32_t i) {
    const auto& atom = atoms_[i];
    const bool after_te = i > 0 && atoms_[i - 1].tag == Tag::te;
    if (after_te) {
      infinitive(i);
      return;
    }
    if (clause().kind == ClauseKind::infinitive && !state().finite) {
      // "om te kunnen bellen" is handled with "te"; a finite verb here ends the fronted infinitive clause.
      if (atom.finite && !atom.infinitive && !atom.participle) {
        close_to_waiting();
        if (clause().kind == ClauseKind::infinitive) current_ = 0;
      }
    }
    const bool can_be_finite = atom.finite && !(state().finite && (atom.infinitive || atom.participle) && (state().governs || !atom.past));
    if (can_be_finite && !state().finite && !(atom.participle && cluster_finite_ahead(i)) && !(atom.infinitive && cluster_finite_ahead(i))) {
      state().finite = true;
      state().governs = auxiliary(atom.verb) || verb_is(atom.verb, classes_.takes_infinitive);
      clause().finite = i;
      assign(i);
      return;
    }
    // "... om te praten viel slecht": no cluster goes on behind a finished infinitive.
    const bool done = clause().kind == ClauseKind::infinitive && atom.finite && !atom.infinitive && !atom.participle;
    if (state().finite && can_be_finite && (done || !(i > 0 && atoms_[i - 1].tag == Tag::verb))) {
      // A second finite verb: an outer clause goes on.
      const auto waiting = waiting_ancestor();
      if (waiting != kNone && !state_[waiting].finite) {
        current_ = waiting;
        state().finite = true;
        state().governs = auxiliary(atom.verb) || verb_is(atom.verb, classes_.takes_infinitive);
        clause().finite = i;
        assign(i);
        return;
      }
      if (atom.infinitive || atom.participle) {
        attach_nonfinite(i);
        return;
      }
    }
    attach_nonfinite(i);
  }

  // Participles and infinitives go to the clause whose auxiliary waits for them.
  void attach_nonfinite(std::uint32_t i) {
    if (!state().governs && verb_final(current_) && state().finite && !(i > 0 && atoms_[i - 1].tag == Tag::verb)) {
      for (auto at = parse_.clauses[current_].parent; at != kNone; at = parse_.clauses[at].parent) {
        if (state_[at].governs) {
          current_ = at;
          break;
        }
      }
    }
    assign(i);
  }

  // In a verb-final cluster the finite verb may come after a participle or infinitive: "gebeld heeft".
  bool cluster_finite_ahead(std::uint32_t i) const {
    for (auto j = i + 1; j < atoms_.size(); ++j) {
      if (atoms_[j].tag == Tag::te) continue;
      if (atoms_[j].tag != Tag::verb) return false;
      if (j > 0 && atoms_[j - 1].tag == Tag::te) continue;
      // "kunnen zijn": the first of two plurals governs the second.
      if (atoms_[j].finite && !(atoms_[j].infinitive && !atoms_[i].participle && (auxiliary(atoms_[i].verb) || verb_is(atoms_[i].verb, classes_.takes_infinitive)))) return true;
    }
    return false;
  }

  // "... te bellen" with or without "om": its arguments stand before it.
  void infinitive(std::uint32_t i) {
    if (clause().kind == ClauseKind::infinitive && !state().finite) {
      mark_infinitive(i);
      return;
    }
    // "dat er niets te verwachten viel": the finite verb of a verb-final clause comes right behind.
    if (verb_final(current_) && clause().kind != ClauseKind::infinitive && !state().finite && i + 1 < atoms_.size() && atoms_[i + 1].tag == Tag::verb && atoms_[i + 1].finite &&
        !(atoms_[i + 1].infinitive && !atoms_[i + 1].past && !auxiliary(atoms_[i + 1].verb))) {
      assign(i - 1);
      assign(i);
      return;
    }
    // A cluster like "dient te worden gebeld", "heeft te maken": the verb right before "te" governs it.
    const auto te = i - 1;
    const bool governed = te > 0 && atoms_[te - 1].tag == Tag::verb && parse_.clause_of[te - 1] == current_ && verb_final(current_);
    const auto from = infinitive_begin(te);
    if (governed && from == te) {
      assign(te);
      assign(i);
      return;
    }
    const auto parent = current_;
    open(ClauseKind::infinitive, parent, kNone);
    for (auto j = from; j < i; ++j) {
      if (parse_.clause_of[j] == parent) parse_.clause_of[j] = current_;
    }
    mark_infinitive(i);
  }

  void mark_infinitive(std::uint32_t i) {
    state().finite = true;
    state().governs = auxiliary(atoms_[i].verb) || verb_is(atoms_[i].verb, classes_.takes_infinitive);
    clause().finite = i;
    assign(i);
  }

  // Where the arguments of an infinitive without "om" begin: behind the last comma, or behind the finite
  // verb of its clause and one phrase (the subject under inversion, or the one who is asked).
  std::uint32_t infinitive_begin(std::uint32_t te) const {
    const auto parent = current_;
    std::uint32_t begin = te;
    if (te > 0 && parse_.clause_of[te - 1] == parent && is(te - 1, classes_.infinitive_noun)) return te;  // "het recht te weten"
    const auto finite = parse_.clauses[parent].finite;
    const bool inverted = finite != kNone && !parse_.clauses[parent].shares_subject && subject_behind(parent, finite);
    for (std::uint32_t j = te; j-- > 0;) {
      if (parse_.clause_of[j] != parent) {
        if (j > 0 && atoms_[j].tag != Tag::comma) break;
        continue;
      }
      const auto tag = atoms_[j].tag;
      if (j == finite || tag == Tag::comma || tag == Tag::colon || tag == Tag::verb) break;
      begin = j;
    }
    if (finite != kNone && begin == finite + 1) begin = std::max(skip_phrases(begin, te, inverted), behind_particle(finite, te));
    return begin;
  }

  // Behind the particle of the finite verb: "riep de bewoners op binnen te blijven".
  std::uint32_t behind_particle(std::uint32_t finite, std::uint32_t te) const {
    for (auto j = te; j-- > finite + 1;) {
      const auto& atom = atoms_[j];
      if (atom.form == 0 || atom.mention != kNone || atom.time != kNone || known_.lexicon.separable(atoms_[finite].verb, atom.form) == 0) continue;
      if (j + 1 == te && te + 1 < atoms_.size() && known_.lexicon.separable(atoms_[te + 1].verb, atom.form) != 0) continue;  // "op in te stemmen"
      const auto next = atoms_[j + 1].tag;
      bool governs = atom.tag == Tag::preposition && (next == Tag::determiner || next == Tag::name || next == Tag::noun || next == Tag::pronoun);
      // Behind nothing but names, pronouns, times and adverbs it is the particle even before a noun phrase.
      bool near = true;
      for (auto k = finite + 1; k < j; ++k) {
        const auto tag = atoms_[k].tag;
        near &= tag == Tag::name || tag == Tag::pronoun || tag == Tag::time || tag == Tag::adverb || tag == Tag::negation;
      }
      governs &= !near;
      if (!governs) return j + 1;
    }
    return 0;
  }

  bool subject_behind(std::uint32_t clause, std::uint32_t finite) const {
    // Something that is no bare noun phrase stands before the verb, or nothing does.
    bool bare = false;
    for (std::uint32_t j = 0; j < finite; ++j) {
      if (parse_.clause_of[j] != clause) continue;
      const auto tag = atoms_[j].tag;
      const bool preposition = j > 0 && atoms_[j - 1].tag == Tag::preposition;
      if ((tag == Tag::name || tag == Tag::noun || tag == Tag::content || tag == Tag::pronoun) && !preposition) bare = true;
      if (tag == Tag::preposition && !bare) {
        // "In Parijs sprak": skip the phrase.
        continue;
      }
    }
    return !bare;
  }

  // Behind the finite verb: the subject if it stands there, then adverbs, times and an addressee that is an actor.
  std::uint32_t skip_phrases(std::uint32_t begin, std::uint32_t te, bool inverted) const {
    auto j = begin;
    bool subject = inverted;
    bool addressee = true;
    while (j < te) {
      const auto& atom = atoms_[j];
      const bool actor = atom.mention != kNone && atom.tag != Tag::determiner && atom.tag != Tag::adjective;
      if (atom.tag == Tag::time || atom.tag == Tag::adverb || atom.tag == Tag::negation) {
        ++j;
      } else if (subject && (atom.tag == Tag::name || atom.tag == Tag::pronoun)) {
        subject = j + 1 < te && atoms_[j + 1].tag == Tag::coordinator;
        j += subject ? 2 : 1;
      } else if (subject && (atom.tag == Tag::determiner || atom.tag == Tag::noun || atom.tag == Tag::content || atom.tag == Tag::adjective)) {
        while (j < te && (atoms_[j].tag == Tag::determiner || atoms_[j].tag == Tag::adjective)) ++j;
        if (j < te) ++j;
        subject = false;
      } else if (addressee && actor) {
        addressee = false;
        ++j;
      } else {
        break;
      }
    }
    return j;
  }

  const Known& known_;
  const GrammarClasses& classes_;
  Parse& parse_;
  const std::vector<Atom>& atoms_;
  std::vector<State> state_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sister_of_;
  std::uint32_t current_ = 0;
};

}  // namespace

void split_clauses(const Known& known, const GrammarClasses& classes, Parse& parse) { Splitter(known, classes, parse).run(); }

Parse parse_sentence(const Known& known, const GrammarClasses& classes, const Sentence& sentence) {
  Parse parse;
  parse.atoms = make_atoms(known, classes, sentence);
  split_clauses(known, classes, parse);
  split_gaps(known, classes, parse);
  find_verbs(known, classes, parse);
  find_phrases(known, classes, parse);
  assign_functions(known, classes, parse);
  return parse;
}

}  // namespace kroniek
