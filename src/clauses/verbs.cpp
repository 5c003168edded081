#include "clauses.hpp"

#include <algorithm>

namespace kroniek {

namespace {

class VerbFinder {
 public:
  VerbFinder(const Known& known, const GrammarClasses& classes, Parse& parse) : known_(known), lexicon_(known.lexicon), classes_(classes), parse_(parse) {}

  void run(Clause& clause) {
    gather(clause);
    if (clause.gapped_of != kNone) {
      take_verb(clause);
      return;
    }
    choose_main(clause);
    join_particle(clause);
    tense_and_voice(clause);
  }

 private:
  bool is(LexemeId verb, ClassId cls) const { return verb != 0 && lexicon_.is_a(verb, cls); }
  bool auxiliary(LexemeId verb) const { return is_auxiliary(lexicon_, classes_, verb); }

  void gather(Clause& clause) {
    for (const auto i : clause.atoms) {
      const auto& atom = parse_.atoms[i];
      if (atom.tag == Tag::verb) clause.verbs.push_back(i);
      // "niet omdat", "niet om te": what follows is denied, not the clause.
      const bool of_next = i + 1 < parse_.atoms.size() && (parse_.atoms[i + 1].tag == Tag::subordinator || parse_.atoms[i + 1].tag == Tag::opener) && !lexicon_.in_class(parse_.atoms[i + 1].form, classes_.complementizer);
      if (atom.tag == Tag::negation && !of_next) {
        const auto other = other_behind(i);
        clause.negated |= other == kNone;
        const bool both = i + 1 < parse_.atoms.size() && parse_.atoms[i + 1].tag == Tag::adverb;  // "niet alleen X maar ook Y"
        for (auto denied = i + 1; other != kNone && !both && denied < other; ++denied) parse_.atoms[denied].denied = true;
      }
      if (atom.time != kNone) clause.times.push_back(i);
      if (clause.finite == kNone && atom.tag == Tag::verb && atom.finite && !clause.participial()) clause.finite = i;
    }
    if (clause.subject_of != kNone && clause.finite != kNone && clause.finite == parse_.clauses[clause.subject_of].finite) share_auxiliaries(clause);
    if (clause.verbs.empty() && (clause.kind == ClauseKind::main || clause.kind == ClauseKind::quotation)) clause.kind = ClauseKind::fragment;
  }

  // "zou X hebben gebeld en Y ontvangen": what governs the first verb governs the second.
  void share_auxiliaries(Clause& clause) {
    std::vector<std::uint32_t> shared;
    for (const auto i : parse_.clauses[clause.subject_of].verbs) {
      if (i == clause.finite || auxiliary(parse_.atoms[i].verb)) shared.push_back(i);
    }
    clause.verbs.insert(clause.verbs.begin(), shared.begin(), shared.end());
  }

  // "niet X maar Y sprak", "sprak niet met X, maar met Y": one of two is denied, not that it was done. The coordinator; kNone: none.
  std::uint32_t other_behind(std::uint32_t negation) const {
    for (auto i = negation + 1; i < parse_.atoms.size() && i < negation + 8; ++i) {
      const auto& atom = parse_.atoms[i];
      const bool comma = atom.tag == Tag::comma && i + 2 < parse_.atoms.size() && parse_.clause_of[i + 2] == parse_.clause_of[negation] && parse_.atoms[i + 1].tag == Tag::coordinator;
      if (atom.tag == Tag::verb || (atom.tag == Tag::comma && !comma) || atom.tag == Tag::end || atom.tag == Tag::colon) return kNone;
      if (atom.tag == Tag::coordinator) return lexicon_.in_class(atom.form, classes_.contrast) ? i : kNone;
    }
    return kNone;
  }

  // The clause before stands earlier in the list, so its verb is known.
  void take_verb(Clause& clause) const {
    const auto& elder = parse_.clauses[clause.gapped_of];
    clause.kind = elder.kind;
    clause.finite = elder.finite;
    clause.main_verb = elder.main_verb;
    clause.verb = elder.verb;
    clause.passive = elder.passive;
    clause.past = elder.past;
    clause.perfect = elder.perfect;
    clause.future = elder.future;
  }

  // The lexical verb: the last one that is no auxiliary of another.
  void choose_main(Clause& clause) {
    for (const auto i : clause.verbs) {
      const auto verb = parse_.atoms[i].verb;
      const bool governs = auxiliary(verb) && clause.verbs.size() > 1 && !(parse_.atoms[i].participle && i != clause.finite);  // "is akkoord gegaan"
      if (!governs || clause.main_verb == kNone) clause.main_verb = i;
    }
    // "zal in Kyiv zijn", "wil president worden", "zou om steun gaan", "zullen elkaar aan de lijn hebben": governed by a modal alone it is the lexical verb.
    for (const auto i : clause.verbs) {
      if (clause.main_verb == clause.finite && i != clause.finite && parse_.atoms[i].infinitive && (is(parse_.atoms[i].verb, classes_.aux_be) || is(parse_.atoms[i].verb, classes_.aux_become) || is(parse_.atoms[i].verb, classes_.aux_future) || (is(parse_.atoms[i].verb, classes_.aux_have) && is(parse_.atoms[clause.finite].verb, classes_.aux_future)))) clause.main_verb = i;
    }
    // "laten weten", "gaan bellen": the verb that is finite loses to the one it governs.
    if (clause.main_verb != kNone) {
      for (const auto i : clause.verbs) {
        const auto& atom = parse_.atoms[i];
        if (i != clause.finite && !auxiliary(atom.verb) && !is(atom.verb, classes_.takes_infinitive) && !told_beside(clause, i)) clause.main_verb = i;
      }
      clause.verb = parse_.atoms[clause.main_verb].verb;
    }
  }

  // "Gesteund door X heroverde Y de stad", "troffen twee wagens, een daarvan bestuurd door X": no auxiliary waits for the participle in
  // front or behind a comma, which tells of a noun.
  bool told_beside(const Clause& clause, std::uint32_t participle) const {
    if (clause.kind != ClauseKind::main || clause.finite == kNone || !parse_.atoms[participle].participle) return false;
    const auto comma = [](const Atom& atom) { return atom.tag == Tag::comma; };
    if (participle > clause.finite && (parse_.atoms[participle].infinitive || std::none_of(parse_.atoms.begin() + clause.finite, parse_.atoms.begin() + participle, comma))) return false;
    const auto governs = parse_.atoms[clause.finite].verb;
    return !auxiliary(governs) && !is(governs, classes_.takes_infinitive);
  }

  // "stelde ... uit | tot juli"
  bool prepositional(const Atom& time) const {
    const auto form = known_.text.tokens[time.first].form;
    return form != 0 && lexicon_.in_class(form, classes_.preposition).has_value();
  }
  bool nominal(Tag tag) const { return tag == Tag::name || tag == Tag::noun || tag == Tag::content || tag == Tag::determiner || tag == Tag::adjective || tag == Tag::number || tag == Tag::pronoun; }

  // "belde ... op", "op te bellen", "akkoord was gegaan".
  void join_particle(Clause& clause) {
    if (clause.main_verb == kNone) return;
    LexemeId best = 0;
    std::uint32_t at = kNone;
    for (std::size_t k = 0; k < clause.atoms.size(); ++k) {
      const auto i = clause.atoms[k];
      const auto& atom = parse_.atoms[i];
      if (!lexicon_.is_particle(atom.form) || atom.tag == Tag::verb || atom.mention != kNone || atom.time != kNone || i == clause.opener) continue;
      const auto verb = with_particle(parse_.atoms[clause.main_verb], atom.form);
      if (verb == 0) continue;
      const bool behind = k + 1 < clause.atoms.size() && clause.atoms[k + 1] == i + 1;
      auto next = i + 1;
      while (next + 1 < parse_.atoms.size() && parse_.atoms[next].tag == Tag::quote) ++next;  // "over ‘het bestand’"
      // "sprak van een goed overleg", "sloot de open grens"
      if (behind && i > 0 && parse_.atoms[i - 1].tag == Tag::determiner && nominal(parse_.atoms[i + 1].tag) && parse_.atoms[i + 1].tag != Tag::determiner) continue;
      const bool adverb = behind && parse_.atoms[next].tag == Tag::adverb && parse_.atoms[next].last - parse_.atoms[next].first == 1 &&
                          next + 1 < parse_.atoms.size() && parse_.clause_of[next + 1] == parse_.clause_of[i];
      const auto described = adverb ? parse_.atoms[next + 1].tag : Tag::adverb;
      if (atom.tag == Tag::preposition && behind && (described == Tag::noun || described == Tag::content)) continue;  // "bijeen voor direct overleg"
      if (behind && is_of(lexicon_, parse_.atoms[next], classes_.reflexive)) continue;  // "dichter bij elkaar"
      // With a noun phrase behind it the word is a preposition.
      if (atom.tag == Tag::preposition && behind && parse_.clause_of[next] == parse_.clause_of[i] && (nominal(parse_.atoms[next].tag) || (parse_.atoms[next].tag == Tag::time && !prepositional(parse_.atoms[next])))) continue;
      if (atom.tag == Tag::preposition && i + 1 < parse_.atoms.size() && !behind && parse_.atoms[i + 1].tag == Tag::relative && lexicon_.in_class(parse_.atoms[i + 1].form, classes_.governed_relative)) continue;
      if (is_of(lexicon_, atom, classes_.about) && i + 1 < parse_.atoms.size() && !behind && parse_.atoms[i + 1].tag == Tag::relative) continue;  // "genomen over hoe X helpt"
      // "dat hij daar geen raketten voor geeft": before its one verb a particle would be written as one word with it.
      const bool beside = i + 1 == clause.main_verb || (i + 1 == first_verb_of_cluster(clause) && asked_where(clause, i));
      if (atom.tag == Tag::preposition && beside && stranded(clause, i)) continue;
      // "hield zich er niet aan"; but "stelde zich er op in"
      if (atom.tag == Tag::preposition && stranded(clause, i) && parse_.atoms[i - 1].tag != Tag::preposition && reflexive(clause)) continue;
      const bool right_place = i > clause.main_verb || i + 1 == first_verb_of_cluster(clause) || te_between(i, clause.main_verb);
      if (!right_place) continue;
      best = verb;
      at = i;
    }
    if (best == 0) return;
    clause.verb = best;
    clause.particle = at;
  }

  bool reflexive(const Clause& clause) const {
    return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) { return parse_.atoms[i].form != 0 && lexicon_.in_class(parse_.atoms[i].form, classes_.reflexive); });
  }

  // "waar hij over zou moeten praten"
  bool asked_where(const Clause& clause, std::uint32_t preposition) const {
    return clause.opener != kNone && clause.opener + 1 < preposition && is_of(lexicon_, parse_.atoms[clause.opener], classes_.where);
  }

  bool stranded(const Clause& clause, std::uint32_t preposition) const {
    return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) {
      return i + 1 < preposition && parse_.atoms[i].form != 0 && (lexicon_.in_class(parse_.atoms[i].form, classes_.there) || lexicon_.in_class(parse_.atoms[i].form, classes_.where));
    });
  }

  // A form may be of several verbs: "sloot" of "sluiten" and "sloten".
  LexemeId with_particle(const Atom& atom, FormId particle) const {
    if (const auto verb = lexicon_.separable(atom.verb, particle); verb != 0) return verb;
    for (const auto& reading : lexicon_.readings(atom.form)) {
      if (reading.pos != Pos::verb) continue;
      if (const auto verb = lexicon_.separable(reading.lexeme, particle); verb != 0) return verb;
    }
    return 0;
  }

  bool te_between(std::uint32_t from, std::uint32_t to) const {
    for (auto i = from + 1; i < to && i < from + 4; ++i) {
      if (parse_.atoms[i].tag != Tag::te && parse_.atoms[i].tag != Tag::verb) return false;
    }
    return from + 1 < to;
  }

  std::uint32_t first_verb_of_cluster(const Clause& clause) const {
    auto i = clause.main_verb;
    while (i > 0 && (parse_.atoms[i - 1].tag == Tag::verb || parse_.atoms[i - 1].tag == Tag::te)) --i;
    return i;
  }

  void tense_and_voice(Clause& clause) {
    if (clause.participial() || headline_participle(clause)) {
      clause.perfect = true;
      clause.passive = !lexicon_.lexeme(clause.verb).perfect_zijn;
    }
    if (clause.finite == kNone) return;
    const auto& finite = parse_.atoms[clause.finite];
    clause.past = finite.past && !(finite.infinitive && looks_ahead(clause));
    bool have = is(finite.verb, classes_.aux_have), be = is(finite.verb, classes_.aux_be), become = is(finite.verb, classes_.aux_become);
    clause.future = is(finite.verb, classes_.aux_future) && clause.verbs.size() > 1;
    const bool participle = clause.main_verb != kNone && clause.main_verb != clause.finite && parse_.atoms[clause.main_verb].participle;
    for (const auto i : clause.verbs) {
      if (i == clause.main_verb || i == clause.finite) continue;
      have |= is(parse_.atoms[i].verb, classes_.aux_have);
      be |= is(parse_.atoms[i].verb, classes_.aux_be);
      become |= is(parse_.atoms[i].verb, classes_.aux_become);
    }
    if (has_it_done(clause)) clause.passive = true;
    if (!participle) {
      clause.perfect = (have || be) && infinitives(clause) > 1;  // "heeft laten weten", "is gaan praten"
      return;
    }
    clause.passive = clause.passive || become || (be && !have && !lexicon_.lexeme(clause.verb).perfect_zijn);
    clause.perfect = have || be;
  }

  // "zetten naar verwachting vrijdag hun handtekening": a form that may be of the present too is.
  bool looks_ahead(const Clause& clause) const {
    return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) { return is_of(lexicon_, parse_.atoms[i], classes_.future_cue); });
  }

  // "liet zich door X ontvangen": the subject has it done to himself.
  bool has_it_done(const Clause& clause) const {
    const bool lets = std::any_of(clause.verbs.begin(), clause.verbs.end(), [&](std::uint32_t i) { return i != clause.main_verb && is(parse_.atoms[i].verb, classes_.causative); });
    return lets && reflexive(clause) && std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) {
      if (parse_.atoms[i].tag != Tag::preposition || !lexicon_.in_class(parse_.atoms[i].form, classes_.by) || i + 1 >= parse_.atoms.size()) return false;
      const auto& agent = parse_.atoms[i + 1];
      return nominal(agent.tag) && !(agent.form != 0 && lexicon_.in_class(agent.form, classes_.place));  // "zich door Oslo laten rijden"
    });
  }

  // Without "te": "heeft te leveren" tells of no past.
  std::ptrdiff_t infinitives(const Clause& clause) const {
    return std::count_if(clause.verbs.begin(), clause.verbs.end(), [&](std::uint32_t i) {
      return i != clause.finite && parse_.atoms[i].infinitive && (i == 0 || parse_.atoms[i - 1].tag != Tag::te);
    });
  }

  // "Sancties verlengd", "Dorp ingenomen door X": the auxiliary is left out.
  bool headline_participle(const Clause& clause) const {
    if (clause.kind != ClauseKind::main || clause.finite != kNone || clause.main_verb == kNone || parse_.atoms[clause.atoms.front()].tag == Tag::coordinator) return false;
    if (!parse_.atoms[clause.main_verb].participle || clause.main_verb == clause.atoms.front()) return false;
    const auto left = parse_.atoms[clause.main_verb - 1].tag;
    return left != Tag::number && left != Tag::adjective;  // "eerste vrijgelaten soldaten thuis"
  }

  const Known& known_;
  const Lexicon& lexicon_;
  const GrammarClasses& classes_;
  Parse& parse_;
};

}  // namespace

void find_verbs(const Known& known, const GrammarClasses& classes, Parse& parse) {
  VerbFinder finder(known, classes, parse);
  for (auto& clause : parse.clauses) finder.run(clause);
}

}  // namespace kroniek
