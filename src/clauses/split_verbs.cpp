// The verbs of the clause that is open, and where infinitives with their arguments begin.
#include "splitter.hpp"

#include <algorithm>

namespace kroniek {

// "zijn", "hebben", "worden": no infinitive stands before them in one cluster, but a participle.
bool Splitter::needs_participle(std::uint32_t i) const {
  const auto verb = atoms_[i].verb;
  return atoms_[i].finite && auxiliary(verb) && !verb_is(verb, classes_.aux_modal);
}

// In a verb-final cluster the finite verb may come after a participle or infinitive: "gebeld heeft".
bool Splitter::cluster_finite_ahead(std::uint32_t i) const {
  for (auto j = i + 1; j < atoms_.size(); ++j) {
    if (atoms_[j].tag == Tag::te) continue;
    if (atoms_[j].tag != Tag::verb) return false;
    if (j > 0 && atoms_[j - 1].tag == Tag::te) continue;
    // "kunnen zijn", "zijn verwoest": the first of two plurals governs the second, an auxiliary its participle.
    if (!atoms_[i].participle && needs_participle(j) && nothing_but_verb(i)) return false;
    const bool governed = (atoms_[j].infinitive && (auxiliary(atoms_[i].verb) || verb_is(atoms_[i].verb, classes_.takes_infinitive))) || (atoms_[j].participle && auxiliary(atoms_[i].verb));
    if (atoms_[j].finite && !(governed && !atoms_[i].participle)) return true;
  }
  return false;
}

// "het plan, vorige week geopperd door X, stuit": a participle opens a clause of its own behind the comma.
bool Splitter::participle_clause(std::uint32_t comma) const {
  if (comma == 0 || state_[current_].governs) return false;
  if (clause().kind == ClauseKind::main && clause().parent != kNone && awaits_verb(clause().parent)) return false;  // "is, zei X, naar Minsk gereisd"
  const auto left = atoms_[comma - 1].tag;
  if (left != Tag::name && left != Tag::noun && left != Tag::content) return false;
  if (participle_inserted(comma + 1)) return true;
  auto verb = comma + 1;
  while (verb < atoms_.size() && (atoms_[verb].tag == Tag::time || atoms_[verb].tag == Tag::adverb)) ++verb;
  if (verb == comma + 1 || verb >= atoms_.size() || atoms_[verb].tag != Tag::verb || !atoms_[verb].participle) return false;
  if (atoms_[verb].finite && !(verb + 1 < atoms_.size() && atoms_[verb + 1].tag == Tag::preposition)) return false;
  auto end = verb + 1;
  while (end < atoms_.size() && atoms_[end].tag != Tag::verb && atoms_[end].tag != Tag::comma && !hard_boundary(atoms_[end].tag)) ++end;
  return end == atoms_.size() || atoms_[end].tag != Tag::verb;
}

// "de tanks, vorige week door X geleverd, staan", "in Oslo ontvangen door X": the participle closes it, or he who acts.
bool Splitter::participle_inserted(std::uint32_t i) const {
  const auto begin = i;
  while (i < atoms_.size() && (atoms_[i].tag == Tag::time || atoms_[i].tag == Tag::adverb || atoms_[i].tag == Tag::preposition || atoms_[i].tag == Tag::determiner || atoms_[i].tag == Tag::adjective ||
                               atoms_[i].tag == Tag::name || atoms_[i].tag == Tag::noun || atoms_[i].tag == Tag::content || atoms_[i].tag == Tag::number)) ++i;
  if (i == begin || i + 1 >= atoms_.size() || (atoms_[begin].tag != Tag::time && atoms_[begin].tag != Tag::adverb && atoms_[begin].tag != Tag::preposition)) return false;
  if (atoms_[i].tag != Tag::verb || !atoms_[i].participle) return false;
  if (atoms_[i + 1].tag == Tag::comma || is(i + 1, classes_.by)) return !atoms_[i].finite || (!verb_final(current_) && !state_[current_].finite && has_finite(i + 1));
  return hard_boundary(atoms_[i + 1].tag) && !atoms_[i].finite;
}

// Not "rust" of "dat er rust komt".
bool Splitter::nothing_but_verb(std::uint32_t i) const {
  const auto& readings = known_.lexicon.readings(atoms_[i].form);
  return std::all_of(readings.begin(), readings.end(), [](const Reading& reading) { return reading.pos == Pos::verb; });
}

// "die hebben gesproken over het plan | zijn gekomen": the verb that the finite one governs has come, and something behind it.
bool Splitter::complete_before(std::uint32_t i) const {
  if (!verb_final(current_) || clause().kind == ClauseKind::infinitive || clause().finite == kNone || atoms_[i - 1].tag == Tag::verb) return false;
  for (auto j = i; j-- > 0 && parse_.clause_of[j] == current_;) {
    if (atoms_[j].tag == Tag::verb && j != clause().finite && (atoms_[j].participle || atoms_[j].infinitive)) return true;
  }
  return false;
}

// "die X steunen | zijn boos", "om te praten | hebben gefaald": the clause has ended with a verb that takes no other.
bool Splitter::behind_full_verb(std::uint32_t i) const {
  if (i < 2 || !verb_final(current_) || parse_.clause_of[i - 1] != current_) return false;
  const auto& left = atoms_[i - 1];
  return left.tag == Tag::verb && !left.participle && !auxiliary(left.verb) && !verb_is(left.verb, classes_.takes_infinitive) && (atoms_[i - 2].tag == Tag::te || nothing_but_verb(i - 1));
}

void Splitter::verb(std::uint32_t i) {
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
  const bool can_be_finite = atom.finite && !(state().finite && (atom.infinitive || atom.participle) && (state().governs || !atom.past) && !complete_before(i));
  if (can_be_finite && !state().finite && !(atom.participle && cluster_finite_ahead(i)) && !(atom.infinitive && cluster_finite_ahead(i))) {
    state().finite = true;
    state().governs = auxiliary(atom.verb) || verb_is(atom.verb, classes_.takes_infinitive);
    clause().finite = i;
    assign(i);
    return;
  }
  // "... om te praten viel slecht", "pogingen om te praten zijn mislukt": no cluster goes on behind a finished infinitive.
  const bool clear = atom.finite && !atom.infinitive && !atom.participle;
  const bool outer = needs_participle(i) && behind_full_verb(i);
  const bool done = (clause().kind == ClauseKind::infinitive && clear) || outer;
  // "Nadat X had gebeld stemde Y in", without a comma: no auxiliary is followed by what can be finite only.
  const bool next_begins = clear && i > 0 && clause().finite < i && parse_.clause_of[i - 1] == current_ && nothing_but_verb(clause().finite) &&
                           known_.lexicon.separable(atom.verb, atoms_[i - 1].form) == 0;
  if (state().finite && (can_be_finite || outer) && (done || next_begins || !(i > 0 && atoms_[i - 1].tag == Tag::verb))) {
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
  }
  attach_nonfinite(i);
}

// "Weigert hij, dan volgen er sancties": a condition by its verb, which comes first, and what follows from it.
bool Splitter::consequence(std::uint32_t i) const {
  if (current_ != 0 || consequence_ != kNone || !is(i, classes_.consequent) || i + 1 >= atoms_.size() || atoms_[i + 1].tag != Tag::verb) return false;
  std::uint32_t first = 0;
  while (atoms_[first].tag == Tag::quote || atoms_[first].tag == Tag::dash || atoms_[first].tag == Tag::coordinator) ++first;
  return clause().finite == first;
}

void Splitter::put_condition_below() {
  auto& condition = parse_.clauses.front();
  condition.kind = ClauseKind::conditional;
  condition.parent = consequence_;
  parse_.clauses[consequence_].parent = kNone;
  for (auto c = consequence_ + 1; c < parse_.clauses.size(); ++c) {
    if (parse_.clauses[c].parent == 0) parse_.clauses[c].parent = consequence_;
  }
}

// "Als hij weigert, zei X, volgen er sancties": the condition is of what was said, which goes on behind the saying.
void Splitter::put_condition_behind_saying() {
  const auto said = parse_.clauses[0].finite;
  if (parse_.clauses.size() < 3 || said == kNone || !verb_is(atoms_[said].verb, classes_.says_that)) return;
  auto& condition = parse_.clauses[1];
  if (condition.parent != 0 || condition.opener == kNone || (condition.kind != ClauseKind::conditional && condition.kind != ClauseKind::adverbial)) return;
  const auto sign = [&](std::uint32_t i) { return atoms_[i].tag == Tag::comma || atoms_[i].tag == Tag::quote; };
  for (std::uint32_t i = 0; i < said; ++i) {
    if (parse_.clause_of[i] == 0 && !sign(i) && atoms_[i].tag != Tag::coordinator) return;
  }
  auto next = said;
  while (next < atoms_.size() && (parse_.clause_of[next] == 0 || sign(next))) ++next;
  if (next >= atoms_.size() || !(atoms_[next].tag == Tag::verb || is(next, classes_.consequent))) return;
  const auto rest = parse_.clause_of[next];
  if (parse_.clauses[rest].kind == ClauseKind::main && parse_.clauses[rest].parent == 0) condition.parent = rest;
}

// "te hebben gebeld", "te kunnen worden gebeld": before `end` stands what goes with a participle.
bool Splitter::has_auxiliary(std::uint32_t end) const {
  for (auto j = clause().finite; j < end; ++j) {
    if (parse_.clause_of[j] == current_ && (verb_is(atoms_[j].verb, classes_.aux_have) || verb_is(atoms_[j].verb, classes_.aux_be) || verb_is(atoms_[j].verb, classes_.aux_become))) return true;
  }
  return false;
}

// "zal het voorstel": its auxiliary has no other verb yet.
bool Splitter::awaits_verb(std::uint32_t clause) const { return state_[clause].governs && !state_[clause].joined && parse_.clauses[clause].finite != kNone; }

// "wees het voorstel om te stoppen af": behind the infinitive of a clause with "om" stands the particle of the verb around.
bool Splitter::around_infinitive(std::uint32_t i) const {
  if (atoms_[i - 1].tag != Tag::verb || parse_.clause_of[i - 1] != current_) return false;
  const auto finite = parse_.clauses[clause().parent].finite;
  if (finite == kNone || atoms_[i].form == 0 || atoms_[i].mention != kNone || atoms_[i].time != kNone) return false;
  const auto next = i + 1 < atoms_.size() ? atoms_[i + 1].tag : Tag::end;
  if (!hard_boundary(next) && next != Tag::comma && next != Tag::quote && next != Tag::coordinator) return false;
  return known_.lexicon.separable(atoms_[finite].verb, atoms_[i].form) != 0;
}

// "om X te (kunnen) bellen": its last verb, if it comes before the next sign; else the end of the sentence.
std::uint32_t Splitter::infinitive_end(std::uint32_t opener) const {
  auto i = opener + 1;
  while (i < atoms_.size() && atoms_[i].tag != Tag::te && atoms_[i].tag != Tag::comma && !hard_boundary(atoms_[i].tag)) ++i;
  if (i + 1 >= atoms_.size() || atoms_[i].tag != Tag::te) return static_cast<std::uint32_t>(atoms_.size());
  const auto governs = [&](LexemeId verb) { return auxiliary(verb) || verb_is(verb, classes_.takes_infinitive); };
  for (++i; governs(atoms_[i].verb) && i + 1 < atoms_.size() && atoms_[i + 1].tag == Tag::verb && (atoms_[i + 1].infinitive || atoms_[i + 1].participle);) ++i;
  return i;
}

// "die om te praten | niet naar Parijs kwam", "die zonder te wachten op steun | naar Parijs kwam": behind the infinitive with its opener
// the clause around goes on to its verb.
bool Splitter::leaves_infinitive(std::uint32_t i) const {
  if (!state_[current_].finite || parse_.clause_of[i - 1] != current_) return false;
  const auto around = clause().parent;
  if (!verb_final(around) || parse_.clauses[around].kind == ClauseKind::infinitive || state_[around].finite) return false;
  const auto tag = atoms_[i].tag;
  if (tag == Tag::quote || tag == Tag::open || tag == Tag::close || tag == Tag::te || (tag != Tag::preposition && atoms_[i - 1].tag != Tag::verb)) return false;
  const auto verb = finite_ahead(i, false);
  return verb != kNone && std::none_of(atoms_.begin() + i + 1, atoms_.begin() + verb, [&](const Atom& atom) { return atom.tag == Tag::te || (tag == Tag::preposition && atom.tag == Tag::preposition); });
}

// Participles and infinitives go to the clause whose auxiliary waits for them.
void Splitter::attach_nonfinite(std::uint32_t i) {
  // "heeft het verzoek om te komen afgewezen", "zal het verzoek om te leveren afwijzen": what the infinitive does not govern.
  if (clause().kind == ClauseKind::infinitive && clause().opener != kNone && state().finite && clause().parent != kNone && awaits_verb(clause().parent) &&
      (atoms_[i].participle ? !has_auxiliary(i) : atoms_[i].infinitive && !state().governs)) {
    current_ = clause().parent;
    assign(i);
    return;
  }
  // "heeft het verzoek om te leveren afgewezen": no participle goes with the infinitive of a plain verb.
  const bool behind_infinitive = clause().kind == ClauseKind::infinitive && atoms_[i].participle && !atoms_[i].infinitive;
  if (!state().governs && verb_final(current_) && state().finite && (behind_infinitive || !(i > 0 && atoms_[i - 1].tag == Tag::verb))) {
    for (auto at = parse_.clauses[current_].parent; at != kNone; at = parse_.clauses[at].parent) {
      if (state_[at].governs) {
        current_ = at;
        break;
      }
    }
  }
  assign(i);
}

// Whether the clause has the participle or infinitive that its finite verb governs, and another one comes before the next
// boundary: "heeft X gebeld en Y ontvangen", "wil X bellen en Y ontvangen".
bool Splitter::second_nonfinite(std::uint32_t from) const {
  const auto finite = parse_.clauses[current_].finite;
  if (!state_[current_].governs || finite == kNone) return false;
  bool participle = false, infinitive = false;
  for (std::uint32_t i = 0; i < from; ++i) {
    if (parse_.clause_of[i] != current_ || atoms_[i].tag != Tag::verb || i == finite) continue;
    participle |= atoms_[i].participle;
    infinitive |= atoms_[i].infinitive && !auxiliary(atoms_[i].verb);
  }
  if (!participle && !infinitive) return false;
  for (auto i = from; i < atoms_.size(); ++i) {
    const auto tag = atoms_[i].tag;
    if (tag == Tag::comma || hard_boundary(tag) || tag == Tag::subordinator || tag == Tag::relative || tag == Tag::opener || tag == Tag::te) return false;
    if (tag != Tag::verb) continue;
    if (participle && atoms_[i].participle) return true;
    // With nothing of its own it shares the object, if it can have one: "drones kopen en leveren", but "bellen en naar Oslo reizen".
    if (infinitive && atoms_[i].infinitive) return verbs_end(i) && (nominal_between(from, i) || (i > from && known_.lexicon.lexeme(atoms_[i].verb).perfect_zijn));
  }
  return false;
}

// ", X bellen en Y ontvangen", ", dinsdag X gebeld": with an object of its own, behind what is no passive.
bool Splitter::nonfinite_behind_comma(std::uint32_t from) const {
  const auto finite = clause().finite;
  if (finite == kNone || verb_final(current_) || !(verb_is(atoms_[finite].verb, classes_.aux_have) || verb_is(atoms_[finite].verb, classes_.aux_modal))) return false;
  auto object = from;
  while (object + 1 < atoms_.size() && (atoms_[object].tag == Tag::time || atoms_[object].tag == Tag::adverb)) ++object;
  const auto tag = atoms_[object].tag;
  return (nominal(object) || tag == Tag::determiner || tag == Tag::adjective || tag == Tag::number) && second_nonfinite(from);
}

// Opens a clause whose auxiliary or modal verb, and whose subject, are those of the clause before.
void Splitter::share_auxiliary() {
  const auto elder = current_;
  const auto shared = clause().finite;
  open(clause().kind, elder, kNone);
  clause().shares_subject = true;
  clause().subject_of = elder;
  clause().finite = shared;
  state().finite = state().governs = true;
}

// "... te bellen" with or without "om": its arguments stand before it.
void Splitter::infinitive(std::uint32_t i) {
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
  // A cluster like "dient te worden gebeld", "heeft te maken": the verb right before "te" governs it; but in "dat hij
  // weigerde te bellen" refusing is another thing than calling.
  const auto te = i - 1;
  const bool governed = te > 0 && atoms_[te - 1].tag == Tag::verb && parse_.clause_of[te - 1] == current_ && verb_final(current_) &&
                        (auxiliary(atoms_[te - 1].verb) || verb_is(atoms_[te - 1].verb, classes_.takes_infinitive) || verb_is(atoms_[te - 1].verb, classes_.raising));
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

void Splitter::mark_infinitive(std::uint32_t i) {
  state().finite = true;
  state().governs = auxiliary(atoms_[i].verb) || verb_is(atoms_[i].verb, classes_.takes_infinitive);
  clause().finite = i;
  assign(i);
}

// "met X, Y en Z te praten": between the comma and the coordinator stands nothing but noun phrases, and one before it.
bool Splitter::joins_list(std::uint32_t comma) const {
  if (comma == 0 || !nominal(comma - 1)) return false;
  auto i = comma + 1;
  for (; i < atoms_.size() && atoms_[i].tag != Tag::coordinator; ++i) {
    const auto tag = atoms_[i].tag;
    if (tag != Tag::comma && tag != Tag::determiner && tag != Tag::adjective && tag != Tag::number && !nominal(i)) return false;
  }
  return i < atoms_.size() && nominal(i - 1);
}

// Where the arguments of an infinitive without "om" begin: behind the last comma that ends no member of a list, or behind the finite
// verb of its clause and one phrase (the subject under inversion, or the one who is asked).
std::uint32_t Splitter::infinitive_begin(std::uint32_t te) const {
  const auto parent = current_;
  std::uint32_t begin = te;
  const auto finite = parse_.clauses[parent].finite;
  const bool says = finite != kNone && (verb_is(atoms_[finite].verb, classes_.says_that) || behind_particle(parent, finite, te) != 0);
  if (te > 0 && parse_.clause_of[te - 1] == parent && is(te - 1, classes_.infinitive_noun) && !says) return te;  // "heeft het recht te weten"; but "zegt geen plan te hebben"
  const bool inverted = finite != kNone && parse_.clauses[parent].kind != ClauseKind::infinitive && !parse_.clauses[parent].shares_subject && subject_behind(parent, finite);
  for (std::uint32_t j = te; j-- > 0;) {
    if (parse_.clause_of[j] != parent) {
      if (j > 0 && atoms_[j].tag != Tag::comma) break;
      continue;
    }
    const auto tag = atoms_[j].tag;
    const bool own = j + 1 == te && atoms_[j].participle && auxiliary(atoms_[te + 1].verb);  // "zei (geraakt) te zijn"
    if (j == finite || (tag == Tag::comma && !joins_list(j)) || tag == Tag::colon || (tag == Tag::verb && !own)) break;
    // "gaf het leger opdracht | het vuren te staken", "is van plan | X te bellen"
    if (j + 1 < te && finite != kNone && j > finite && (is(j, classes_.order_noun) || is(j, classes_.ready_to) || is(j, classes_.predicate_adjective))) return j + 1;
    // "kreeg het recht | de haven te sluiten", "over de mogelijkheid | de strijd te staken"
    const auto behind = atoms_[j + 1].tag;
    const bool phrase = behind == Tag::determiner || behind == Tag::adjective || behind == Tag::noun || behind == Tag::name;
    if (j + 1 < te && is(j, classes_.infinitive_noun) && phrase) return j + 1;
    begin = j;
  }
  if (finite != kNone && begin == finite + 1) begin = skip_phrases(begin, te, inverted);
  if (finite != kNone && begin > finite) begin = std::max({begin, behind_particle(parent, finite, te), behind_there(finite, te)});
  return begin;
}

// Behind the preposition of "er": "slaagden er dinsdag niet in | een akkoord te bereiken"; 0: there is none.
std::uint32_t Splitter::behind_there(std::uint32_t finite, std::uint32_t te) const {
  if (!verb_is(atoms_[finite].verb, classes_.tells_there)) return 0;
  std::uint32_t behind = 0;
  bool there = false;
  for (auto j = finite + 1; j < te; ++j) {
    const auto left = atoms_[j - 1].tag;
    const bool behind_place = behind != 0 && j == behind + 1 && left == Tag::name;  // "er in Oslo in"
    if (there && atoms_[j].tag == Tag::preposition && (behind_place || is(j - 1, classes_.there) || left == Tag::negation || left == Tag::adverb || left == Tag::time)) behind = j + 1;
    there |= is(j, classes_.there);
  }
  return behind;
}

// "besloot mee te doen", "van plan terug te keren"
bool Splitter::particle_of_infinitive(std::uint32_t i, std::uint32_t te) const {
  return i + 1 == te && te + 1 < atoms_.size() && atoms_[i].form != 0 && known_.lexicon.separable(atoms_[te + 1].verb, atoms_[i].form) != 0;
}

// Behind the particle of the finite verb: "riep de bewoners op binnen te blijven".
std::uint32_t Splitter::behind_particle(std::uint32_t clause, std::uint32_t finite, std::uint32_t te) const {
  std::uint32_t first = 0;
  for (auto j = te; j-- > finite + 1;) {
    const auto& atom = atoms_[j];
    if (parse_.clause_of[j] != clause) continue;
    const auto verb = atom.form == 0 || atom.mention != kNone || atom.time != kNone ? 0 : known_.lexicon.separable(atoms_[finite].verb, atom.form);
    if (verb == 0) continue;
    if (particle_of_infinitive(j, te)) continue;  // "op in te stemmen"
    const auto next = atoms_[j + 1].tag;
    bool governs = atom.tag == Tag::preposition && (next == Tag::determiner || next == Tag::name || next == Tag::noun || next == Tag::content || next == Tag::pronoun);
    // Behind nothing but names, pronouns, times and adverbs it is the particle even before a noun phrase.
    bool near = true;
    for (auto k = finite + 1; k < j; ++k) {
      const auto tag = atoms_[k].tag;
      near &= parse_.clause_of[k] != clause || tag == Tag::comma || tag == Tag::name || tag == Tag::pronoun || tag == Tag::time || tag == Tag::adverb || tag == Tag::negation;
    }
    const auto tells = [&](LexemeId asked) { return verb_is(asked, classes_.says_that) || verb_is(asked, classes_.object_control) || verb_is(asked, classes_.subject_control); };
    // "drong er bij X op aan meer te leveren"; but "stelde dinsdag voor in Oslo te praten"
    const bool behind = atoms_[j - 1].tag == Tag::preposition && (tells(verb) || !tells(known_.lexicon.separable(atoms_[finite].verb, atoms_[j - 1].form)));
    governs &= !near && !behind;
    // "gaf op 3 maart opdracht te gaan"; but "kondigde aan dinsdag te gaan"
    const bool dated = atom.tag == Tag::preposition && next == Tag::time && !(near && tells(verb) && first == 0);
    if (!governs && !dated) return j + 1;
    // "riep de landen op druk op Peru te zetten": only with the particle does the verb ask somebody for something.
    if (verb_is(verb, classes_.object_control) && !verb_is(atoms_[finite].verb, classes_.object_control) && (first == 0 || !dated)) first = j + 1;
  }
  return first;
}

// "en woensdag, een dag later, stond hij in Warschau", "en zondag, na afloop van de top, vloog hij"
std::uint32_t Splitter::verb_behind_time(std::uint32_t time) const {
  constexpr std::uint32_t kInserted = 8;
  auto i = time;
  const auto skip = [&] {
    while (i < atoms_.size() && (atoms_[i].tag == Tag::time || atoms_[i].tag == Tag::comma || atoms_[i].tag == Tag::adverb)) ++i;
  };
  skip();
  if (i < atoms_.size() && atoms_[i].tag == Tag::preposition && atoms_[i - 1].tag == Tag::comma) {
    const auto end = std::min<std::size_t>(atoms_.size(), i + kInserted);
    while (i < end && atoms_[i].tag != Tag::comma && atoms_[i].tag != Tag::verb && atoms_[i].tag != Tag::coordinator) ++i;
    if (i < atoms_.size() && atoms_[i].tag == Tag::comma) skip();
    else return kNone;
  }
  return i < atoms_.size() && atoms_[i].tag == Tag::verb && atoms_[i].finite ? i : kNone;
}

bool Splitter::subject_behind(std::uint32_t clause, std::uint32_t finite) const {
  // Something that is no bare noun phrase stands before the verb, or nothing does.
  auto first = finite;
  while (first > 0 && parse_.clause_of[first - 1] == clause && atoms_[first - 1].tag != Tag::comma && atoms_[first - 1].tag != Tag::coordinator) --first;
  if (!verb_final(clause) && atoms_[first].tag == Tag::preposition) return true;
  bool bare = false;
  for (std::uint32_t j = 0; j < finite; ++j) {
    if (parse_.clause_of[j] != clause) continue;
    const auto tag = atoms_[j].tag;
    auto begin = j;  // "tegen deze achtergrond": the preposition stands before the whole phrase
    while (begin > 0 && (atoms_[begin - 1].tag == Tag::determiner || atoms_[begin - 1].tag == Tag::adjective || atoms_[begin - 1].tag == Tag::number)) --begin;
    const bool preposition = begin > 0 && atoms_[begin - 1].tag == Tag::preposition;
    if ((tag == Tag::name || tag == Tag::noun || tag == Tag::content || tag == Tag::pronoun) && !preposition && !is(j, classes_.there)) bare = true;
  }
  return !bare;
}

// Behind the finite verb: the subject if it stands there, then adverbs, times and an addressee that is an actor.
std::uint32_t Splitter::skip_phrases(std::uint32_t begin, std::uint32_t te, bool inverted) const {
  auto j = begin;
  bool subject = inverted;
  bool addressee = !verb_is(atoms_[begin - 1].verb, classes_.no_addressee);  // "claimt de troepen te hebben verdreven"
  while (j < te) {
    const auto& atom = atoms_[j];
    const bool actor = atom.mention != kNone && atom.tag != Tag::determiner && atom.tag != Tag::adjective;
    if (particle_of_infinitive(j, te)) break;
    if (atom.tag == Tag::time || atom.tag == Tag::adverb || atom.tag == Tag::negation || (is(j, classes_.predicate_adjective) && j + 1 < te)) {
      ++j;
    } else if (subject && (atom.tag == Tag::name || atom.tag == Tag::pronoun)) {
      subject = j + 1 < te && atoms_[j + 1].tag == Tag::coordinator;
      j += subject ? 2 : 1;
    } else if (subject && (atom.tag == Tag::determiner || atom.tag == Tag::noun || atom.tag == Tag::content || atom.tag == Tag::adjective)) {
      while (j < te && (atoms_[j].tag == Tag::determiner || atoms_[j].tag == Tag::adjective)) ++j;
      if (j < te) ++j;
      subject = false;
    } else if (addressee && atom.tag == Tag::determiner && verb_is(atoms_[begin - 1].verb, classes_.turns_out_for)) {  // "lukte de landen niet | X te bereiken"
      while (j < te && (atoms_[j].tag == Tag::determiner || atoms_[j].tag == Tag::adjective)) ++j;
      if (j < te) ++j;
      addressee = false;
    } else if (addressee && actor && !(atoms_[j + 1].tag == Tag::comma && joins_list(j + 1))) {
      addressee = false;
      ++j;
    } else {
      break;
    }
  }
  return j;
}

// "Peru kan er één missen, vond X, maar nooit alle vier": the rest is of what was said.
bool Splitter::told_aside(std::uint32_t coordinator) const {
  if (clause().kind != ClauseKind::main || clause().parent == kNone || clause().finite == kNone || atoms_[coordinator - 1].tag != Tag::comma) return false;
  const auto finite = clause().finite;
  return finite > 0 && atoms_[finite - 1].tag == Tag::comma && verb_is(atoms_[finite].verb, classes_.says_that);
}

// "X beschiet de stad, zegt Y, en heeft een brug geraakt": so is the next verb; but "“Er komt een bestand”, zei Y, en vertrok".
bool Splitter::goes_on_around(std::uint32_t coordinator, std::uint32_t finite) const {
  if (!told_aside(coordinator)) return false;
  const auto& around = parse_.clauses[clause().parent];
  const auto says = clause().finite;
  if (around.finite == kNone || (atoms_[says].past && atoms_[finite].past && !atoms_[around.finite].past)) return false;
  return std::none_of(atoms_.begin(), atoms_.begin() + says, [](const Atom& atom) { return atom.tag == Tag::quote; });
}

// Behind a colon: "kwam met een plan: geen drones meer", "wil vasthouden aan de volgorde: eerst dit, dan praten" say nothing of the verb before.
bool Splitter::own_deed(std::uint32_t colon) const {
  const auto infinitive = [&](std::uint32_t i) { return atoms_[i].tag == Tag::verb && atoms_[i].infinitive && (i == 0 || atoms_[i - 1].tag != Tag::te); };
  bool before = false;
  for (std::uint32_t i = 0; i < colon; ++i) before = before || (parse_.clause_of[i] == 0 && i != parse_.clauses[0].finite && infinitive(i));
  for (auto i = colon + 1; i < atoms_.size() && !hard_boundary(atoms_[i].tag); ++i) {
    if (atoms_[i].tag == Tag::negation || is(i, classes_.negative_determiner) || (before && infinitive(i))) return true;
  }
  return false;
}

}  // namespace kroniek
