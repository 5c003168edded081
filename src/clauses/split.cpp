#include "splitter.hpp"

namespace kroniek {

void Splitter::run() {
  parse_.clause_of.assign(atoms_.size(), 0);
  parse_.clauses.reserve(4);
  open(ClauseKind::main, kNone, kNone);
  for (std::uint32_t i = 0; i < atoms_.size(); ++i) step(i);
  if (consequence_ != kNone) put_condition_below();
  else put_condition_behind_saying();
  for (const auto clause : parse_.clause_of) ++state_[clause].atoms;
  for (std::size_t c = 0; c < state_.size(); ++c) parse_.clauses[c].atoms.reserve(state_[c].atoms);
  for (std::uint32_t i = 0; i < atoms_.size(); ++i) parse_.clauses[parse_.clause_of[i]].atoms.push_back(i);
}

void Splitter::open(ClauseKind kind, std::uint32_t parent, std::uint32_t opener) {
  Clause next;
  next.kind = kind;
  next.parent = parent;
  next.opener = opener;
  parse_.clauses.push_back(std::move(next));
  state_.push_back({});
  current_ = static_cast<std::uint32_t>(parse_.clauses.size() - 1);
}

// Whether a finite verb comes before the next comma, clause opener or end, and where.
std::uint32_t Splitter::finite_ahead(std::uint32_t from, bool after_modal) const {
  bool complete = false;  // the infinitive or participle of the verb before has come
  for (auto i = from; i < atoms_.size(); ++i) {
    const auto& atom = atoms_[i];
    if (atom.tag == Tag::comma || hard_boundary(atom.tag) || atom.tag == Tag::subordinator || atom.tag == Tag::close) return kNone;
    if (atom.tag == Tag::opener) {  // "waarna hij zonder te groeten vertrok"
      i = infinitive_end(i);
      continue;
    }
    if (atom.tag == Tag::relative && i > from) return kNone;
    if (atom.tag == Tag::coordinator && i > from) {
      // "X en Y belden": the coordinator may be inside the subject; "(belde X) en Y en vroeg": the next one opens the clause.
      // "(sprak X) met Y en Z en daar was": and so does one before an adverb and the verb.
      const auto behind = i + 1 < atoms_.size() && (atoms_[i + 1].tag == Tag::adverb || is(i + 1, classes_.there)) ? i + 2 : i + 1;
      if (complete || (behind < atoms_.size() && begins_with_verb(behind))) return kNone;
      continue;
    }
    if (atom.tag != Tag::verb || !atom.finite) continue;
    if (i > 0 && atoms_[i - 1].tag == Tag::te) continue;
    // "is vertrokken, maar willen de landen", "en er zijn nog raketten": with its subject or more behind it, no infinitive.
    // "maar in Peru liggen de prijzen hoger"
    const bool aside = atoms_[from].tag == Tag::preposition || atoms_[from].tag == Tag::adverb || atoms_[from].tag == Tag::time;
    const bool inverted = i > from && aside && begins_with_verb(i) && !names_subject(from, i);
    const bool second = (i == from && begins_with_verb(i)) || inverted || (auxiliary(atom.verb) && !verbs_end(i));
    // "heeft tanks beloofd, maar die komen niet": it waited for a participle, and this is none
    const auto governor = parse_.clauses[current_].finite;
    const auto no_participle = [&] { return i > from && !atom.participle && governor != kNone && needs_participle(governor) && nothing_but_verb(i); };
    if (!second && after_modal && ((atom.infinitive && !atom.past && !no_participle() && !sets_off(from, i)) || (atom.participle && !auxiliary(atom.verb) && completes_participle(from, i)))) {
      complete = true;
      continue;
    }
    return i;
  }
  return kNone;
}

// Whether a verb that can only be finite comes before the next colon or end.
bool Splitter::has_finite(std::uint32_t from) const {
  for (auto i = from; i < atoms_.size() && !hard_boundary(atoms_[i].tag); ++i) {
    if (atoms_[i].tag == Tag::verb && atoms_[i].finite && !atoms_[i].infinitive) return true;
  }
  return false;
}

// Back to the nearest clause that still waits for its finite verb, else to the outermost.
void Splitter::close_to_waiting() {
  auto at = current_;
  while (parse_.clauses[at].parent != kNone && !state_[parse_.clauses[at].parent].over && state_[at].finite) at = parse_.clauses[at].parent;
  current_ = at;
}

ClauseKind Splitter::subordinate_kind(std::uint32_t i) const {
  if (is(i, classes_.conditional) && !is(i, classes_.complementizer)) return ClauseKind::conditional;
  if (is(i, classes_.complementizer)) return ClauseKind::complement;
  return ClauseKind::adverbial;
}

void Splitter::step(std::uint32_t i) {
  const auto& atom = atoms_[i];
  switch (atom.tag) {
    case Tag::subordinator: {
      if (no_sooner(i)) {
        open(ClauseKind::main, 0, kNone);
        assign(i);
        return;
      }
      if (verb_final(current_) && state().finite && previous_is_boundary(i) && !says(i) && !stays_in_content(i)) close_to_waiting();
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
      if (finite_ahead(i + 1, false) != kNone || (state_[0].finite && has_finite(i + 1))) {
        state_[0].over = !state_[0].finite;
        open(ClauseKind::main, 0, kNone);
      } else if (state_[0].finite && own_deed(i)) {
        open(ClauseKind::quotation, 0, kNone);
      }
      return;
    case Tag::coordinator: coordinator(i); return;
    case Tag::verb: verb(i); return;
    default:
      if (behind_last_verb(i)) {
        close_to_waiting();
      } else if (clause().kind == ClauseKind::infinitive && clause().opener != kNone && clause().parent != kNone && (around_infinitive(i) || leaves_infinitive(i))) {
        current_ = clause().parent;
      }
      assign(i);
  }
}

// "nauwelijks was hij thuis of er sloeg een raket in": no question, as the verb comes second and does not end its clause.
bool Splitter::no_sooner(std::uint32_t i) const {
  if (current_ != 0 || !state_[0].finite || !is(i, classes_.complementizer) || !is(i, classes_.coordinator)) return false;
  bool hardly = false;
  for (std::uint32_t k = 0; k < i; ++k) hardly = hardly || is(k, classes_.hardly);
  const auto finite = hardly ? finite_ahead(i + 1, false) : kNone;
  if (finite == kNone || !atoms_[finite].past) return false;
  const auto particle = finite + 1 < atoms_.size() && atoms_[finite + 1].form != 0 && known_.lexicon.separable(atoms_[finite].verb, atoms_[finite + 1].form) != 0;
  return particle || !verbs_end(finite);
}

// "landen die olie kopen | een heffing": behind the verbs of a subordinate clause comes no noun phrase of its own.
bool Splitter::behind_last_verb(std::uint32_t i) const {
  if (i == 0 || !verb_final(current_) || clause().kind == ClauseKind::infinitive || !state_[current_].finite || atoms_[i - 1].tag != Tag::verb || parse_.clause_of[i - 1] != current_) return false;
  const auto tag = atoms_[i].tag;
  if (tag != Tag::determiner && tag != Tag::number && tag != Tag::adjective && tag != Tag::name && tag != Tag::noun && tag != Tag::pronoun) return false;
  // "die bereid zijn een vredesmacht te leveren"
  for (auto j = i; j < atoms_.size() && atoms_[j].tag != Tag::comma && !hard_boundary(atoms_[j].tag); ++j) {
    if (atoms_[j].tag == Tag::te) return false;
  }
  return true;
}

bool Splitter::previous_is_boundary(std::uint32_t i) const {
  return i > 0 && (atoms_[i - 1].tag == Tag::comma || atoms_[i - 1].tag == Tag::coordinator || atoms_[i - 1].tag == Tag::verb);
}

void Splitter::relative(std::uint32_t i) {
  if (is_free(i)) {
    open(ClauseKind::complement, current_, i);
    assign(i);
    return;
  }
  // "die belde": directly before the finite verb of a waiting main clause it is the subject.
  const bool verb_next = i + 1 < atoms_.size() && atoms_[i + 1].tag == Tag::verb && atoms_[i + 1].finite;
  if (i == 0 || (verb_next && !state().finite && i > 0 && atoms_[i - 1].tag != Tag::comma && !is(i, classes_.relative_adverb) && finite_ahead(i + 2, false) == kNone && current_ == 0 && !(nominal(i - 1) && verb_behind_comma(i)))) {
    assign(i);
    return;
  }
  if (finite_ahead(i + 1, false) == kNone && finite_beyond(i + 1) == kNone) {
    assign(i);
    return;
  }
  // "Er vielen doden, dat meldt X"
  const bool pointed = verb_next && !verb_final(current_) && state().finite && atoms_[i - 1].tag == Tag::comma && is(i, classes_.complementizer);
  if (pointed && i + 2 < atoms_.size() && verb_is(atoms_[i + 1].verb, classes_.says_that) &&
      (atoms_[i + 2].tag == Tag::name || atoms_[i + 2].tag == Tag::determiner || is(i + 2, classes_.correlative))) {
    new_main();
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
  // ", met wie hij dagelijks appt" tells of somebody; "hangt af van wie er komt" asks.
  const bool of_somebody = preposition && i > 1 && atoms_[i - 2].tag == Tag::comma;
  const bool question = i > 0 && !of_somebody && ((particle && (is(i, classes_.interrogative) || is(i, classes_.relative_adverb))) || (is(i, classes_.relative_adverb) && atoms_[i - 1].tag == Tag::verb) ||
                                  (is(i, classes_.interrogative) && (atoms_[i - 1].tag == Tag::verb || atoms_[i - 1].tag == Tag::preposition || atoms_[i - 1].tag == Tag::adverb || atoms_[i - 1].tag == Tag::adjective || atoms_[i - 1].tag == Tag::negation)) || asks_somebody(i));
  const bool when = is(i, classes_.whenever) && !asks_before(i);
  open(when ? ClauseKind::adverbial : question ? ClauseKind::complement : ClauseKind::relative, current_, i);
  assign(i);
  if (preposition && is(i, classes_.governed_relative)) parse_.clause_of[i - 1] = current_;  // "met wie"
}

// "In een gesprek dat werd opgenomen in Oslo, vertelde X": the verb of the clause around comes at once behind the comma.
bool Splitter::verb_behind_comma(std::uint32_t i) const {
  while (i < atoms_.size() && atoms_[i].tag != Tag::comma && !hard_boundary(atoms_[i].tag)) ++i;
  return i + 1 < atoms_.size() && atoms_[i].tag == Tag::comma && begins_with_verb(i + 1);
}

// "vroeg de minister waarom hij komt"; but "vroeg naar de reden waarom hij komt"
bool Splitter::asks_somebody(std::uint32_t i) const {
  const auto finite = clause().finite;
  if (finite == kNone || finite > i || !verb_is(atoms_[finite].verb, classes_.asks_people) || !(is(i, classes_.interrogative) || is(i, classes_.relative_adverb))) return false;
  return std::all_of(atoms_.begin() + finite + 1, atoms_.begin() + i, [](const Atom& atom) { return atom.tag == Tag::name || atom.tag == Tag::noun || atom.tag == Tag::content || atom.tag == Tag::determiner || atom.tag == Tag::adjective || atom.tag == Tag::pronoun || atom.tag == Tag::time || atom.tag == Tag::adverb; });
}

// "weet niet wanneer hij komt"; but "komt niet wanneer het regent"
bool Splitter::asks_before(std::uint32_t i) const {
  while (i-- > 0 && atoms_[i].tag != Tag::comma && atoms_[i].tag != Tag::relative && atoms_[i].tag != Tag::subordinator && !hard_boundary(atoms_[i].tag)) {
    if (is(i, classes_.asks) || verb_is(atoms_[i].verb, classes_.asks)) return true;
  }
  return false;
}

void Splitter::comma(std::uint32_t i) {
  if (clause().participial()) current_ = clause().parent;
  if (participle_clause(i)) {
    assign(i);
    open(ClauseKind::adverbial, current_, kNone);
    clause().shares_subject = true;
    state().finite = state().governs = true;
    return;
  }
  auto next = i + 1;
  if (next >= atoms_.size()) {
    assign(i);
    return;
  }
  const bool ends_quotation = atoms_[next].tag == Tag::quote || (i > 0 && atoms_[i - 1].tag == Tag::quote);
  if (atoms_[next].tag == Tag::quote && next + 1 < atoms_.size() && begins_with_verb(next + 1)) ++next;  // ',” zei X'
  const auto tag = atoms_[next].tag;
  const bool opener = tag == Tag::subordinator || tag == Tag::relative || tag == Tag::opener;
  if (opener || tag == Tag::coordinator) {
    assign(i);
    return;
  }
  // ", al spreken waarnemers van ...", ", zo melden bronnen": the verb at once behind the word.
  if ((is(next, classes_.conceding) || is(next, classes_.thus)) && next + 1 < atoms_.size() && begins_with_verb(next + 1) && state_[0].finite) {
    assign(i);
    if (verb_final(current_) && !state().finite) open(ClauseKind::main, current_, kNone);  // "dat X, zo meldt Y, tanks levert"
    else new_main();
    return;
  }
  if (told_before_verb(i)) {
    assign(i);
    open(ClauseKind::main, current_, kNone);
    return;
  }
  const bool follows = consequence(next);
  const auto finite = finite_ahead(next, state().governs && !follows);
  // ", zei X": a finite verb at once, which completes no cluster.
  const bool verb_first = begins_with_verb(next);
  // "“Meer wapens, meer hulp”, zei X": nothing said before has a verb.
  if (verb_first && ends_quotation && i > 1 && atoms_[i - 2].tag != Tag::end && current_ == 0 && !state().finite && verb_is(atoms_[next].verb, classes_.says_that)) {
    assign(i);
    new_main();
    return;
  }
  if (verb_first && state().finite) {
    auto at = parse_.clauses[current_].parent;
    while (at != kNone && state_[at].finite) at = parse_.clauses[at].parent;
    if (at == kNone) {
      assign(i);
      new_main_at(next);
    } else {  // the clause that still lacks its verb
      current_ = at;
      assign(i);
    }
    return;
  }
  // "X belt met Y, bestand niet in zicht": what is denied is not the call.
  if (finite == kNone && state().finite && !verb_final(current_) && denies_another(next)) {
    assign(i);
    new_main();
    return;
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
      // "dat Peru stopt, zijn leger halveert en instemt": verbs at the end, so all of them are told.
      if (verb_final(current_) && clause().kind != ClauseKind::infinitive && finite > next && finite + 1 < atoms_.size() && atoms_[finite + 1].tag == Tag::coordinator) open(clause().kind, clause().parent, clause().opener);
      else new_main();
      return;
    }
    // Without a verb ahead the embedded clause may still close: ", die X belde, en"
    const bool around = inserted(i) || awaits_particle(next);
    const auto waiting = around ? parse_.clauses[current_].parent : waiting_ancestor();
    if (waiting != kNone && (around || !list_continues(i))) current_ = waiting;
    assign(i);
    return;
  }
  // "wil de stad houden, X bellen en Y ontvangen", "heeft X gebeld, Y ontvangen en": one auxiliary or modal verb for all.
  if (finite == kNone && nonfinite_behind_comma(next)) {
    assign(i);
    share_auxiliary();
    return;
  }
  // "liet, na overleg met X, weten dat": the infinitive that its verb still wants
  const bool completes = state().governs && atoms_[next].tag == Tag::verb && atoms_[next].infinitive && next + 1 < atoms_.size() && atoms_[next + 1].tag == Tag::subordinator;
  if (current_ == 0 && state().finite && finite != kNone && !completes) {
    assign(i);
    if (finite == next) new_main_at(next);
    else new_main();
    if (follows) consequence_ = current_;
    return;
  }
  assign(i);
}

// Forms that may be infinitives or participles too count where a subject follows: ", melden Russische media".
bool Splitter::begins_with_verb(std::uint32_t i) const {
  const auto& atom = atoms_[i];
  if (atom.tag != Tag::verb || !atom.finite) return false;
  if (!atom.infinitive && !atom.participle) return true;
  auto next = i + 1;
  while (next < atoms_.size() && atoms_[next].tag == Tag::adverb) ++next;  // ", melden onder anderen Russische media"
  if (next >= atoms_.size()) return false;
  const auto tag = atoms_[next].tag;
  return tag == Tag::name || tag == Tag::determiner || tag == Tag::pronoun || tag == Tag::adjective || tag == Tag::number || tag == Tag::noun || tag == Tag::content;
}

// "A, B en C": a list goes on rather than a clause ending.
bool Splitter::list_continues(std::uint32_t i) const {
  for (auto j = i + 1; j < atoms_.size() && j < i + 6; ++j) {
    if (atoms_[j].tag == Tag::coordinator) return !state_[current_].finite;
    if (atoms_[j].tag == Tag::comma || atoms_[j].tag == Tag::verb) return false;
  }
  return false;
}

// The nearest clause around that still lacks its verb, or of which the verb takes an infinitive or participle.
std::uint32_t Splitter::waiting_ancestor() const {
  for (auto at = parse_.clauses[current_].parent; at != kNone && !state_[at].over; at = parse_.clauses[at].parent) {
    if (!state_[at].finite || state_[at].governs) return at;
  }
  return kNone;
}

// ", zei X": verb first after something said; a clause of its own that the rest belongs to.
void Splitter::new_main() {
  auto root = current_;
  while (parse_.clauses[root].parent != kNone && verb_final(root)) root = parse_.clauses[root].parent;
  open(ClauseKind::main, root, kNone);
}

void Splitter::coordinator(std::uint32_t i) {
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
  if (finite == kNone && current_ == 0) finite = finite_behind_list(next);
  if (finite == kNone && atoms_[next].tag == Tag::time) finite = verb_behind_time(next);
  // "hebben elkaar woensdag en donderdag beschoten": the participle that the auxiliary waits for
  if (finite != kNone && atoms_[next].tag == Tag::time && state().governs && atoms_[finite].participle && !auxiliary(atoms_[finite].verb)) finite = kNone;
  if (finite == kNone || leaves_quotation(i, finite)) {
    if (finite == kNone && told_aside(i)) current_ = clause().parent;
    if (finite == kNone && second_nonfinite(next)) share_auxiliary();
    assign(i);
    return;
  }
  if (clause().kind == ClauseKind::infinitive && !(finite > 0 && atoms_[finite - 1].tag == Tag::te)) {
    auto root = current_;  // an infinitive has no finite sister
    while (parse_.clauses[root].parent != kNone && parse_.clauses[root].kind == ClauseKind::infinitive) root = parse_.clauses[root].parent;
    if (verb_final(root) && !state_[root].finite && finite != next && verbs_end(finite)) {  // "dat de kans om X en Y te spreken voorbij is": the verb is of the clause around
      assign(i);
      return;
    }
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
      assign(i);
      return;
    }
    auto root = current_;
    while (parse_.clauses[root].parent != kNone && verb_final(root)) root = parse_.clauses[root].parent;
    current_ = root;
  }
  if (finite == next && goes_on_around(i, finite)) current_ = clause().parent;
  const auto sister = current_;
  const bool shares = finite == next;
  open(ClauseKind::main, sister, kNone);
  clause().shares_subject = shares;
  if (shares) clause().subject_of = sister;
  assign(i);
}

// The coordinator joins words inside quotation marks, and the verb is outside.
bool Splitter::leaves_quotation(std::uint32_t from, std::uint32_t to) const {
  int before = 0, between = 0;
  for (std::uint32_t i = 0; i < from; ++i) before += atoms_[i].tag == Tag::quote;
  for (auto i = from; i < to; ++i) between += atoms_[i].tag == Tag::quote;
  return before % 2 == 1 && between % 2 == 1;
}

bool Splitter::verbs_end(std::uint32_t i) const {
  while (i < atoms_.size() && (atoms_[i].tag == Tag::verb || atoms_[i].tag == Tag::te)) ++i;
  return i >= atoms_.size() || atoms_[i].tag == Tag::comma || hard_boundary(atoms_[i].tag) || atoms_[i].tag == Tag::coordinator || atoms_[i].tag == Tag::preposition ||
         atoms_[i].tag == Tag::subordinator || atoms_[i].tag == Tag::opener || atoms_[i].tag == Tag::quote;
}

bool Splitter::nominal_between(std::uint32_t from, std::uint32_t to) const {
  for (auto i = from; i < to; ++i) {
    const auto tag = atoms_[i].tag;
    if (tag == Tag::name || tag == Tag::noun || tag == Tag::content || tag == Tag::pronoun) return i == from || atoms_[i - 1].tag != Tag::preposition;
  }
  return false;
}

void split_clauses(const Known& known, const GrammarClasses& classes, Parse& parse) { Splitter(known, classes, parse).run(); }

namespace {

void set_spans(Parse& parse) {
  const auto widen = [](Clause& whole, TokenId first, TokenId last) {
    whole.first = whole.first == whole.last ? first : std::min(whole.first, first);
    whole.last = std::max(whole.last, last);
  };
  for (auto& clause : parse.clauses) {
    if (clause.atoms.empty()) continue;
    const auto first = parse.atoms[clause.atoms.front()].first, last = parse.atoms[clause.atoms.back()].last;
    widen(clause, first, last);
    for (auto* part = &clause; part->kind != ClauseKind::main && part->parent != kNone;) {
      part = &parse.clauses[part->parent];
      widen(*part, first, last);
    }
  }
}

}  // namespace

Parse parse_sentence(const Known& known, const GrammarClasses& classes, const Sentence& sentence) {
  Parse parse;
  parse.atoms = make_atoms(known, classes, sentence);
  split_clauses(known, classes, parse);
  split_gaps(known, classes, parse);
  find_verbs(known, classes, parse);
  find_phrases(known, classes, parse);
  assign_functions(known, classes, parse);
  set_spans(parse);
  return parse;
}

}  // namespace kroniek
