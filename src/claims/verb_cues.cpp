#include "verb_cues.hpp"

#include <algorithm>

namespace kroniek {

void VerbCues::find(std::uint32_t sentence, std::vector<Draft>& drafts) {
  sentence_ = sentence;
  parse_ = &context_.parses[sentence];
  for (std::uint32_t c = 0; c < parse_->clauses.size(); ++c) read_clause(c, drafts);
}

// The clause's own words up to the first that belongs to a clause coordinated with it, behind its verb.
TokenSpan VerbCues::segment(std::uint32_t index) const {
  const auto& clause = parse_->clauses[index];
  if (clause.atoms.empty()) return {0, 0};
  const auto first = clause.atoms.front();
  auto last = first;
  for (const auto i : clause.atoms) {
    bool left = false;
    for (auto j = last + 1; j < i && last >= clause.finite; ++j) {
      const auto other = parse_->clause_of[j];
      left |= parse_->clauses[other].kind == ClauseKind::main && !is_below(*parse_, index, other);
    }
    if (left && clause.finite != kNone) break;
    last = i;
  }
  return {parse_->atoms[first].first, parse_->atoms[last].last};
}

void VerbCues::read_clause(std::uint32_t index, std::vector<Draft>& drafts) {
  const auto& clause = parse_->clauses[index];
  if (clause.verbs.empty() || clause.kind == ClauseKind::conditional) return;
  const auto before = drafts.size();
  for (auto v = clause.verbs.rbegin(); v != clause.verbs.rend(); ++v) {
    const auto verb = parse_->atoms[*v].verb;
    if (*v == clause.finite && *v != clause.main_verb && modal_wish(index, drafts)) return;
    const bool helps = *v != clause.main_verb && (auxiliary(verb) || context_.known.lexicon.is_a(verb, context_.grammar.takes_infinitive));
    if (helps) continue;
    // "sprak van „absoluut kwaad”": no particle where only one of them is quoted.
    const bool particle = clause.particle != kNone && *v == clause.main_verb && context_.inside(token(clause.particle)) == context_.inside(token(*v));
    Cue cue{index, clause.finite == kNone ? *v : clause.finite, *v, 0, particle, {}, {}, false, kNoQuote};
    if (*v != cue.finite && begins_cue(*v)) cue.finite = *v;
    const auto candidates = lexemes(cue);
    if (candidates.empty()) continue;
    cue.own = segment(index);
    cue.full = extent(*parse_, index, token(cue.finite));
    cue.quote = context_.inside(token(cue.verb));
    for (std::uint32_t c = index + 1; c < parse_->clauses.size(); ++c) {
      // Clauses of reason, time and condition behind the verb are not what is said.
      const auto& child = parse_->clauses[c];
      const bool adjunct = child.parent == index && (child.kind == ClauseKind::adverbial || child.kind == ClauseKind::conditional);
      if (adjunct && !child.atoms.empty() && child.atoms.front() > cue.finite) cue.full.second = std::min(cue.full.second, token(child.atoms.front()));
    }
    cue.words = words_of(cue);
    cue.told = behind_quotation(cue.finite);
    cue.around = stands_around(cue) && (cue.told || !complement_behind(cue));
    if (!licensed(*v, clause) || !factual(cue)) continue;
    const auto& by_lexeme = context_.rules.by_lexeme;
    for (const auto lexeme : candidates) {
      cue.lexeme = lexeme;
      for (auto it = std::lower_bound(by_lexeme.begin(), by_lexeme.end(), lexeme, [](const auto& entry, LexemeId id) { return entry.first < id; });
           it != by_lexeme.end() && it->first == lexeme; ++it) {
        const auto& rule = context_.rules.reports[it->second];
        // "zei voor een bestand te zijn", "vindt dan weer dat": no verb of saying has that particle.
        const bool loose = context_.known.lexicon.is_a(lexeme, context_.grammar.says_that) && !reports(clause.verb) && before_content(index, clause.particle);
        const bool bare = cue.joined && !loose && lexeme != clause.verb && context_.known.lexicon.lexeme(lexeme).particle == 0;
        if (rule.noun || (bare && rule.with.empty())) continue;
        if (try_rule(rule, cue, drafts)) return;
      }
    }
  }
  if (drafts.size() == before) quoted_by_any(index, drafts);
}

// "verklaarde dat hij de oorlog wil stoppen" declares no war.
std::vector<TokenSpan> VerbCues::words_of(const Cue& cue) const {
  std::vector<TokenSpan> words;
  auto from = cue.full.first;
  for (std::uint32_t c = cue.clause + 1; c < parse_->clauses.size(); ++c) {
    const auto& child = parse_->clauses[c];
    if (child.parent != cue.clause || child.kind != ClauseKind::complement || child.opener == kNone) continue;
    const auto said = parse_->atoms[child.opener].last;
    if (said <= from || said >= cue.full.second) continue;
    words.push_back({from, said});
    from = std::min(child.last, cue.full.second);
  }
  if (from < cue.full.second) words.push_back({from, cue.full.second});
  return words;
}

// The clause below that tells what is said begins right behind the atom.
bool VerbCues::before_content(std::uint32_t clause, std::uint32_t atom) const {
  if (atom == kNone || atom + 1 >= parse_->atoms.size()) return false;
  const auto& next = parse_->clauses[parse_->clause_of[atom + 1]];
  const bool told = (next.kind == ClauseKind::complement && parse_->clauses[clause].object == kNone) || (next.kind == ClauseKind::infinitive && next.opener == kNone);
  return told && next.parent == clause && next.atoms.front() == atom + 1;
}

// "‘...’, glunderde X": right behind a quotation any verb reports, if somebody is its subject.
bool VerbCues::quoted_by_any(std::uint32_t index, std::vector<Draft>& drafts) {
  const auto& clause = parse_->clauses[index];
  const auto verb = std::find_if(clause.verbs.begin(), clause.verbs.end(), [&](std::uint32_t v) { return parse_->atoms[v].finite && behind_quotation(v); });
  if (verb == clause.verbs.end() || clause.passive) return false;
  const auto& finite = parse_->atoms[*verb];
  const auto& lexicon = context_.known.lexicon;
  if (auxiliary(finite.verb) || lexicon.is_a(finite.verb, context_.grammar.copula)) return false;
  // "‘...’, luidde de reactie van X": the noun says it.
  if (lexicon.is_a(finite.verb, context_.rules.classes.sounds) && clause.subject != kNone && finder_.possessor(*parse_, clause.subject).found) return false;
  Cue cue{index, *verb, *verb, finite.verb, false, segment(index), extent(*parse_, index, finite.first), true, context_.inside(finite.first)};
  if (!stands_around(cue)) return false;
  Draft draft;
  draft.speakers = finder_.subject(*parse_, index, *verb, true, false);
  if (!draft.speakers.found || (draft.speakers.who.empty() && draft.speakers.pronoun)) return false;
  if (!said_around(cue, draft.speakers, draft)) return false;
  const auto at = context_.trim({draft.contents.front().first, std::max(cue_end(cue, draft.speakers), draft.contents.back().second)});
  draft.sentence = sentence_;
  draft.rule = "claims.quotation_verb";
  draft.cue_first = finite.first;
  draft.cue_last = finite.last;
  draft.time = time_of(cue, draft.contents);
  draft.first = at.first;
  draft.last = at.second;
  drafts.push_back(std::move(draft));
  return true;
}

// A whole utterance ends before the verb, with a comma between unless it asks or exclaims.
bool VerbCues::behind_quotation(std::uint32_t finite) const {
  auto i = finite;
  const bool comma = i > 0 && parse_->atoms[i - 1].tag == Tag::comma;
  if (comma) --i;
  if (i == 0) return false;
  const auto mark = parse_->atoms[i - 1].first;
  const auto q = context_.mark_of[mark];
  if (q == kNoQuote || !context_.quotes[q].closed || context_.quotes[q].close != mark || !context_.utterance(context_.quotes[q])) return false;
  const auto last = context_.text().word(mark - 1);
  return comma || last == "," || last == "?" || last == "!";
}

// When it was said: a time in the words of the cue.
std::uint32_t VerbCues::time_of(const Cue& cue, const std::vector<TokenSpan>& contents) const {
  for (const auto i : parse_->clauses[cue.clause].atoms) {
    const auto& atom = parse_->atoms[i];
    if (atom.time == kNone || !context_.known.times[atom.time].expression.date || context_.known.times[atom.time].expression.type == TimeType::duration) continue;
    if (context_.inside(atom.first) != cue.quote) continue;
    const bool told = std::any_of(contents.begin(), contents.end(), [&](const TokenSpan& s) { return s.first <= atom.first && atom.first < s.second && s != cue.own; });
    if (!told) return atom.time;
  }
  return kNone;
}

// A finite verb right behind a comma or a quotation, whatever clause it was counted to.
bool VerbCues::begins_cue(std::uint32_t atom) const {
  const auto& verb = parse_->atoms[atom];
  if (atom == 0 || !verb.finite) return false;
  if (verb.infinitive || verb.participle) {
    // "zeggen critici", "bedacht X": only before a subject.
    if (atom + 1 >= parse_->atoms.size()) return false;
    const auto next = parse_->atoms[atom + 1].tag;
    if (next != Tag::name && next != Tag::determiner && next != Tag::pronoun && next != Tag::adjective && next != Tag::noun && next != Tag::content) return false;
  }
  const auto left = parse_->atoms[atom - 1].tag;
  return left == Tag::comma || left == Tag::quote || unmarked_tail(atom);
}

// "Dat is niet duidelijk zegt X.": behind a whole clause, with nothing but the subject behind it.
bool VerbCues::unmarked_tail(std::uint32_t atom) const {
  const auto& atoms = parse_->atoms;
  const auto& verb = atoms[atom];
  if (!verb.finite || verb.participle || atom + 1 >= atoms.size() || !context_.known.lexicon.is_a(verb.verb, context_.rules.classes.speaks)) return false;
  if (parse_->clauses[parse_->clause_of[atom]].kind != ClauseKind::main) return false;
  const auto left = atom == 0 ? Tag::end : atoms[atom - 1].tag;
  if (left != Tag::content && left != Tag::adjective && left != Tag::noun && left != Tag::name && left != Tag::verb && left != Tag::adverb) return false;
  const auto subject = std::find_if(parse_->phrases.begin(), parse_->phrases.end(), [&](const Phrase& p) { return p.first == atom + 1 && p.preposition == 0; });
  if (subject == parse_->phrases.end()) return false;
  const auto& head = atoms[subject->head];
  if (head.mention == kNone && head.tag != Tag::name) return false;
  const auto end = subject->last;
  if (end < atoms.size() && atoms[end].tag != Tag::end && atoms[end].tag != Tag::comma) return false;
  for (auto i = atom; i > 0; --i) {
    const auto& before = atoms[i - 1];
    if (before.tag != Tag::verb || !before.finite || parse_->clauses[parse_->clause_of[i - 1]].kind != ClauseKind::main) continue;
    // The two are no verb and its auxiliary: another verb has been said all about.
    return i < atom && !before.infinitive && !before.participle && context_.inside(before.first) == context_.inside(verb.first);
  }
  return false;
}

bool VerbCues::auxiliary(LexemeId verb) const {
  const auto& g = context_.grammar;
  for (const auto cls : {g.aux_have, g.aux_be, g.aux_become, g.aux_modal}) {
    if (context_.known.lexicon.is_a(verb, cls)) return true;
  }
  return false;
}

// "X wil niet tekenen": rules for a modal verb with its infinitive; only actors wish.
bool VerbCues::modal_wish(std::uint32_t index, std::vector<Draft>& drafts) {
  const auto& clause = parse_->clauses[index];
  const auto modal = parse_->atoms[clause.finite].verb;
  if (clause.kind != ClauseKind::main || !context_.known.lexicon.is_a(modal, context_.rules.classes.will)) return false;
  const auto& by_lexeme = context_.rules.by_lexeme;
  auto it = std::lower_bound(by_lexeme.begin(), by_lexeme.end(), modal, [](const auto& entry, LexemeId id) { return entry.first < id; });
  for (; it != by_lexeme.end() && it->first == modal; ++it) {
    const auto& rule = context_.rules.reports[it->second];
    if (!(rule.takes & kBare)) continue;
    const auto full = extent(*parse_, index, token(clause.finite));
    // "wil de volgorde omdraaien: eerst dit, dan dat"
    const bool spelt_out = std::any_of(parse_->clauses.begin(), parse_->clauses.end(), [&](const Clause& c) { return c.kind == ClauseKind::quotation && c.parent == index; });
    const TokenSpan own{token(clause.finite), spelt_out ? full.second : parse_->atoms[clause.main_verb].last};
    if (!std::all_of(rule.with.begin(), rule.with.end(), [&](std::uint32_t p) { return context_.matches(p, own.first, own.second); })) continue;
    if (std::any_of(rule.lacks.begin(), rule.lacks.end(), [&](std::uint32_t p) { return context_.matches(p, own.first, own.second); })) continue;
    Draft draft;
    draft.speakers = finder_.subject(*parse_, index, clause.finite, false, false);
    if (draft.speakers.who.empty()) return false;
    const auto at = context_.trim(full);
    const auto content = context_.trim({parse_->atoms[clause.finite].last, full.second});
    if (content.first >= content.second) return false;
    draft.sentence = sentence_;
    draft.rule = rule.id;
    draft.stance = rule.stance;
    draft.cue_first = token(clause.finite);
    draft.cue_last = parse_->atoms[clause.finite].last;
    draft.contents = {content};
    draft.first = std::min(at.first, draft.cue_first);
    draft.last = at.second;
    draft.saying = false;
    context_.note_report(rule, sentence_, index, {draft.cue_first, draft.cue_last}, "");
    drafts.push_back(std::move(draft));
    return true;
  }
  return false;
}

// An infinitive needs "te" or a verb that governs it, a participle an auxiliary: else it is a noun or adjective.
bool VerbCues::licensed(std::uint32_t verb, const Clause& clause) const {
  const auto& atom = parse_->atoms[verb];
  if (verb == clause.finite || begins_cue(verb)) return true;
  if (verb > 0 && parse_->atoms[verb - 1].tag == Tag::te) return true;
  if (atom.finite && !atom.infinitive && !atom.participle) return true;
  // "has called and said": the auxiliary stands in the clause before.
  if (clause.finite != kNone && clause.finite < clause.atoms.front() && auxiliary(parse_->atoms[clause.finite].verb)) return true;
  for (const auto v : clause.verbs) {
    if (v != verb && (auxiliary(parse_->atoms[v].verb) || context_.known.lexicon.is_a(parse_->atoms[v].verb, context_.grammar.takes_infinitive))) return true;
  }
  return false;
}

// The reading of the form that its place allows: "pas uitvoeren" is no past tense of "uitvaren".
bool VerbCues::fits(const Cue& cue, const Reading& reading) const {
  const auto form = reading.verb_form;
  if (form == VerbForm::participle_inflected || form == VerbForm::present_participle) return false;
  const bool nonfinite = form == VerbForm::infinitive || form == VerbForm::participle;
  if (cue.verb != cue.finite) return nonfinite;
  return form != VerbForm::participle || !parse_->atoms[cue.verb].finite;
}

// A rule names the verb.
bool VerbCues::reports(LexemeId verb) const {
  const auto& all = context_.rules.by_lexeme;
  const auto it = std::lower_bound(all.begin(), all.end(), verb, [](const auto& entry, LexemeId wanted) { return entry.first < wanted; });
  return it != all.end() && it->first == verb;
}

// The particle behind the verb that an infinitive with "te" follows, with no other verb or punctuation between.
std::uint32_t VerbCues::to_particle(const Cue& cue, LexemeId verb) const {
  const auto& clause = parse_->clauses[cue.clause];
  if (cue.verb != cue.finite || (clause.particle != kNone && reports(clause.verb))) return kNone;
  std::uint32_t particle = kNone;
  for (auto i = cue.verb + 1; i + 1 < parse_->atoms.size(); ++i) {
    const auto& atom = parse_->atoms[i];
    if (atom.tag == Tag::te) return particle;
    if (atom.tag == Tag::verb || context_.punctuation(atom.first)) return kNone;
    const bool below = parse_->clause_of[i] == cue.clause || parse_->clauses[parse_->clause_of[i]].parent == cue.clause;
    if (particle == kNone && below && atom.form != 0 && atom.mention == kNone && parse_->atoms[i - 1].tag != Tag::preposition && reports(context_.known.lexicon.separable(verb, atom.form))) {
      // Not the particle of the infinitive itself.
      if (parse_->clauses[parse_->clause_of[i]].particle != i) particle = i;
    }
  }
  return kNone;
}

// What the verb can be, with its particle first.
std::vector<LexemeId> VerbCues::lexemes(const Cue& cue) const {
  const auto& lexicon = context_.known.lexicon;
  const auto& clause = parse_->clauses[cue.clause];
  std::vector<LexemeId> found, plain;
  if (cue.joined && reports(clause.verb)) found.push_back(clause.verb);
  for (const auto& reading : lexicon.readings(parse_->atoms[cue.verb].form)) {
    if (reading.pos != Pos::verb || !fits(cue, reading)) continue;
    for (std::size_t k = 0; k < clause.atoms.size(); ++k) {
      const auto i = clause.atoms[k];
      const auto& atom = parse_->atoms[i];
      if (!lexicon.is_particle(atom.form) || i == cue.verb || atom.mention != kNone || atom.time != kNone || i == clause.opener || context_.inside(atom.first) != context_.inside(token(cue.verb))) continue;
      const auto verb = lexicon.separable(reading.lexeme, atom.form);
      if (verb == 0 || !reports(verb)) continue;
      const bool behind = i + 1 < parse_->atoms.size() && parse_->clause_of[i + 1] == cue.clause;
      const auto next = behind ? parse_->atoms[i + 1].tag : Tag::end;
      const bool governs = next == Tag::name || next == Tag::noun || next == Tag::determiner || next == Tag::content || next == Tag::adjective || next == Tag::pronoun || next == Tag::number;
      if (atom.tag == Tag::preposition && governs) continue;
      if (i < cue.verb && i + 1 != cue.verb && !(i + 2 == cue.verb && parse_->atoms[i + 1].tag == Tag::te) && !(parse_->atoms[i + 1].tag == Tag::verb)) continue;
      found.push_back(verb);
    }
    // "zegde toe te komen", "roept X op het vuren te staken": the particle stands before the infinitive.
    if (const auto i = to_particle(cue, reading.lexeme); i != kNone) {
      if (const auto verb = lexicon.separable(reading.lexeme, parse_->atoms[i].form); reports(verb)) found.push_back(verb);
    }
    if (reports(reading.lexeme)) plain.push_back(reading.lexeme);
  }
  found.insert(found.end(), plain.begin(), plain.end());
  return found;
}

bool VerbCues::negated(const Cue& cue, const std::vector<TokenSpan>& contents) const {
  const auto particle = parse_->clauses[cue.clause].particle;
  for (const auto i : parse_->clauses[cue.clause].atoms) {
    const auto& atom = parse_->atoms[i];
    if (atom.first < cue.own.first || atom.first >= cue.own.second) continue;
    // "niets toezeggen", "geen namen noemen": the content begins with it.
    // "sluit een bijdrage niet uit": a negation at the end of an object is the verb's.
    const bool told = std::any_of(contents.begin(), contents.end(), [&](const TokenSpan& s) { return s.first < atom.first && atom.first < s.second && !(atom.tag == Tag::negation && (atom.last >= s.second || particle == i + 1)); });
    if (told || context_.inside(atom.first) != cue.quote) continue;
    if (atom.tag == Tag::negation || context_.is(atom.form, context_.rules.classes.nothing)) return true;
  }
  return false;
}

bool VerbCues::negated_words(const ReportRule& rule, const Cue& cue) const {
  return std::any_of(parse_->atoms.begin(), parse_->atoms.end(), [&](const Atom& atom) {
    return atom.first >= cue.full.first && atom.last <= cue.full.second && atom.tag == Tag::negation && std::any_of(rule.with.begin(), rule.with.end(), [&](std::uint32_t pattern) { return context_.matches_at(pattern, atom.last, cue.full.second); });
  });
}

bool VerbCues::try_rule(const ReportRule& rule, Cue& cue, std::vector<Draft>& drafts) {
  const auto in_words = [&](std::uint32_t pattern) {
    return std::any_of(cue.words.begin(), cue.words.end(), [&](const TokenSpan& span) { return context_.begins(pattern, span, cue.full.second); });
  };
  const auto refuse = [&](const char* condition) {
    context_.note_report(rule, sentence_, cue.clause, {token(cue.verb), parse_->atoms[cue.verb].last}, condition);
    return false;
  };
  if (!std::all_of(rule.with.begin(), rule.with.end(), in_words)) return refuse("with");
  if (std::any_of(rule.lacks.begin(), rule.lacks.end(), in_words)) return refuse("not");
  const auto& clause = parse_->clauses[cue.clause];

  if (rule.mind && cue.quote != kNoQuote) return refuse("mind");
  const bool passive = clause.passive && cue.verb == clause.main_verb && !rule.stative;
  auto speakers = passive ? finder_.agent(*parse_, cue.clause) : finder_.subject(*parse_, cue.clause, cue.finite, cue.around, rule.anyone);
  // "In Oslo werd dat ontkend", but nobody speaks where a train is cheered.
  const bool unnamed = passive && !speakers.found;
  // ... nor who asks, where X "in Oslo werd gevraagd".
  const bool asked = unnamed && context_.known.lexicon.is_a(cue.lexeme, context_.grammar.asks_people);
  if (!speakers.found && !asked) speakers = finder_.seat(*parse_, cue.clause);
  if (!speakers.found || (speakers.pronoun && speakers.plural && cue.quote != kNoQuote)) return refuse("speaker");

  Draft draft;
  draft.sentence = sentence_;
  draft.rule = rule.id;
  draft.cue_first = token(cue.verb);
  draft.cue_last = parse_->atoms[cue.verb].last;
  const bool pronoun = speakers.phrase != kNone && parse_->atoms[parse_->phrases[speakers.phrase].head].tag == Tag::pronoun;
  bool to = false, found = false, relative = false, named = false;
  // Behind a verb of saying "om te" tells what for, not what.
  const bool purpose = rule.stance == Stance::asserts || rule.stance == Stance::denies || rule.stance == Stance::hopes;
  TokenSpan at = cue.own;
  const bool colon = (rule.takes & kSaid) && clause.kind == ClauseKind::main && !complement_behind(cue) && said_behind_colon(cue, draft);
  if (colon) {
    found = true;
  } else if ((rule.takes & kSaid) && cue.around && cue.told && said_around(cue, speakers, draft)) {
    // "‘...’, antwoordde X op de vraag of ...": no question of whether
    at = {draft.contents.front().first, std::max(cue_end(cue, speakers), draft.contents.back().second)};
    found = true;
  } else if ((rule.takes & kThat) && children(cue, ClauseKind::complement, false, draft)) {
    take_conditions(cue, true, draft);
    found = true;
  } else if ((speakers.phrase == kNone || speakers.phrase != clause.antecedent) && as_clause(rule, cue)) {
    at = without_verbs(cue);
    draft.contents = {at};
    at = cue.full;
    found = relative = true;
  } else if ((rule.takes & kTo) && children(cue, ClauseKind::infinitive, purpose, draft)) {
    take_conditions(cue, false, draft);
    found = to = true;
  } else if ((rule.takes & kSaid) && said_behind_colon(cue, draft)) {
    found = true;
  } else if ((rule.takes & kSaid) && cue.around && said_around(cue, speakers, draft)) {
    at = {draft.contents.front().first, std::max(cue_end(cue, speakers), draft.contents.back().second)};
    found = true;
  } else if (rule.judges && (rule.takes & kObject) && object(rule, cue, speakers, draft)) {
    found = true;  // "Dat vindt X te duur"
  } else if ((rule.takes & kSaid) && said_before(cue, speakers, draft)) {
    found = true;
  } else if ((rule.takes & kSaid) && said_in_quotes(cue, draft)) {
    found = true;
  } else if (speakers.pronoun) {
    return refuse("speaker");
  } else if ((rule.takes & kPhrase) && phrase(rule, cue, speakers, draft)) {
    take_conditions(cue, false, draft);
    found = named = true;
  } else if ((rule.takes & kPhrase) && pointed(rule, cue, draft)) {
    found = true;
  } else if ((rule.takes & kObject) && (rule.takes & kSaid) && !rule.mind && pronoun_object(cue, speakers, draft)) {
    found = true;
  } else if ((rule.takes & kObject) && !unnamed && object(rule, cue, speakers, draft)) {
    take_conditions(cue, false, draft);
    found = named = true;
  } else if ((rule.takes & (kThat | kSaid)) && !rule.mind && pronoun_object(cue, speakers, draft)) {
    found = true;
  } else if ((rule.takes & kAlone) && !unnamed && !(speakers.plural && pronoun)) {  // "Daar reageerden ze furieus"
    draft.contents = {context_.trim(cue.own)};
    found = draft.alone = true;
  }
  if (!found) return refuse("takes");
  if (relative && negated(cue, {})) return !refuse("negated");  // "waar X niet om had gevraagd"
  draft.stance = stance(rule, cue, draft.contents, to);
  draft.fixed = draft.stance != rule.stance;
  if (draft.stance == Stance::none) return !refuse("negated");  // the verb is there, but nothing was said
  for (const auto& content : draft.contents) {
    at.first = std::min(at.first, content.first);
    at.second = std::max(at.second, content.second);
  }
  at = context_.trim(at);
  if (at.first >= at.second) return false;
  draft.first = at.first;
  draft.last = at.second;
  draft.saying = (rule.takes & kSaid) != 0 && rule.stance != Stance::refuses;  // a refusal is an act
  draft.mind = rule.mind;
  draft.to = to;
  draft.takes_up &= draft.stance == Stance::asserts || draft.stance == Stance::promises;
  draft.previous &= draft.stance != Stance::denies;  // what is denied was said by others
  draft.hearsay = hearsay(cue);
  draft.pronoun_cue = pronoun;
  draft.time = time_of(cue, draft.contents);
  if (named && rule.stance == Stance::proposes && draft.time != kNone && to_come(context_.known.times[draft.time])) return !refuse("to_come");
  draft.speakers = std::move(speakers);
  refuse("");
  drafts.push_back(std::move(draft));
  return true;
}

// "pleitte daarvoor", "smeekte er zondag om": what for was told before.
bool VerbCues::pointed(const ReportRule& rule, const Cue& cue, Draft& draft) const {
  if (rule.judges) return false;
  const auto& lexicon = context_.known.lexicon;
  const auto& clause = parse_->clauses[cue.clause];
  bool there = false;
  for (const auto i : clause.atoms) {
    const auto& atom = parse_->atoms[i];
    if (atom.form == 0 || i == clause.opener) continue;
    there |= lexicon.in_class(atom.form, context_.grammar.there).has_value();
    const bool bare = there && atom.tag == Tag::preposition && !in_phrase(*parse_, clause, i);
    for (const auto preposition : rule.prepositions) {
      if (!(bare && atom.form == preposition) && !lexicon.stands_for(atom.form, preposition)) continue;
      draft.contents = {context_.trim(cue.own)};
      return true;
    }
  }
  return false;
}

Stance VerbCues::stance(const ReportRule& rule, const Cue& cue, const std::vector<TokenSpan>& contents, bool to) const {
  // "beloofde niet te schieten": the negation is of what was promised; "is niet van plan te schieten": it is of the plan.
  const bool is_not = to ? negated_words(rule, cue) : negated(cue, contents);
  return is_not ? rule.negated : rule.stance;
}

}  // namespace kroniek
