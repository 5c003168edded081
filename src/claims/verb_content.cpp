// What a reporting verb reports: where in the sentence it stands.
#include "verb_cues.hpp"

#include <algorithm>

namespace kroniek {

bool VerbCues::stands_around(const Cue& cue) const {
  const auto& clause = parse_->clauses[cue.clause];
  if ((clause.kind != ClauseKind::main && clause.kind != ClauseKind::quotation) || clause.shares_subject) return false;  // "belde X, beloofde hem wapens en"
  auto i = cue.finite;
  while (i > 0 && context_.is(parse_->atoms[i - 1].form, context_.rules.classes.so)) --i;
  if (i == 0) return false;
  const auto& left = parse_->atoms[i - 1];
  const bool mark = left.tag == Tag::quote && context_.mark_of[left.first] != kNoQuote && context_.quotes[context_.mark_of[left.first]].close == left.first;
  const bool tail = unmarked_tail(cue.finite);
  if (left.tag != Tag::comma && left.tag != Tag::dash && !mark && !tail) return false;
  if (!mark && !tail && i == cue.finite && has_subject_before(cue, i - 1)) return false;  // behind "zo" the subject follows
  for (std::uint32_t j = 0; j + 1 < i; ++j) {
    if (!context_.punctuation(parse_->atoms[j].first)) return true;
  }
  return mark;
}

// "X, die ..., zei": an actor in the clause's own words before the verb, unless the cue breaks in right behind
// him ("X, zei Y, is ...").
bool VerbCues::has_subject_before(const Cue& cue, std::uint32_t comma) const {
  const auto& clause = parse_->clauses[cue.clause];
  for (const auto p : clause.phrases) {
    const auto& phrase = parse_->phrases[p];
    if (phrase.first >= cue.finite || phrase.preposition != 0 || phrase.function == Function::time) continue;
    if (context_.inside(token(phrase.first)) != cue.quote) continue;
    const auto& head = parse_->atoms[phrase.head];
    const bool actor = head.mention != kNone || head.tag == Tag::pronoun;
    if (!actor) continue;
    if (phrase.last < comma) return true;
    // "De chef van X, Y, noemt": Y explains who the subject is.
    const bool apposed = phrase.first > 0 && parse_->atoms[phrase.first - 1].tag == Tag::comma;
    if (apposed && clause.subject != kNone && parse_->phrases[clause.subject].last < phrase.first) return true;
    return clause.subject == p;
  }
  return false;
}

bool VerbCues::complement_behind(const Cue& cue) const {
  for (std::uint32_t c = cue.clause + 1; c < parse_->clauses.size(); ++c) {
    const auto& child = parse_->clauses[c];
    if (child.kind != ClauseKind::complement || child.parent != cue.clause || child.atoms.empty() || child.atoms.front() <= cue.finite) continue;
    // "zei X: ‘Ik denk dat ...’": below a verb of the quotation
    const auto atoms = std::pair{parse_->atoms.begin() + cue.finite, parse_->atoms.begin() + child.atoms.front()};
    if (std::none_of(atoms.first, atoms.second, [&](const Atom& a) { return a.tag == Tag::colon && context_.text().word(a.first) == ":"; })) return true;
  }
  return false;
}

bool VerbCues::main_verb_between(TokenId first, TokenId last, std::uint32_t except) const {
  for (std::uint32_t c = 0; c < parse_->clauses.size(); ++c) {
    const auto& clause = parse_->clauses[c];
    if (clause.finite == kNone || clause.finite == except) continue;
    if (clause.kind != ClauseKind::main && clause.kind != ClauseKind::quotation) continue;
    const auto at = token(clause.finite);
    if (first <= at && at < last) return true;
  }
  return false;
}

// Before the verb stand only clauses of time or condition, or phrases with what hangs on them.
bool VerbCues::only_adjuncts_before(const Cue& cue, TokenId begin) const {
  for (std::uint32_t i = 0; i < cue.finite; ++i) {
    const auto& atom = parse_->atoms[i];
    if (atom.first < begin || context_.punctuation(atom.first)) continue;
    auto c = parse_->clause_of[i];
    bool below = false;
    for (; c != kNone; c = parse_->clauses[c].parent) {
      const auto kind = parse_->clauses[c].kind;
      below |= kind == ClauseKind::adverbial || kind == ClauseKind::conditional || kind == ClauseKind::infinitive || kind == ClauseKind::relative;
    }
    if (below) continue;
    bool adjunct = atom.tag == Tag::time || atom.tag == Tag::adverb || atom.tag == Tag::coordinator;
    for (const auto& phrase : parse_->phrases) {
      if (phrase.first <= i && i < phrase.last) adjunct |= phrase.preposition != 0 || phrase.function == Function::time;
    }
    if (!adjunct) return false;
  }
  return true;
}

// Where a cue beside its content ends: at the comma behind its subject, if one comes.
TokenId VerbCues::cue_end(const Cue& cue, const Speakers& speakers) const {
  const auto begin = speakers.phrase == kNone ? cue.finite + 1 : std::max(cue.finite + 1, parse_->phrases[speakers.phrase].last);
  for (auto i = begin; i < parse_->atoms.size(); ++i) {
    const auto& atom = parse_->atoms[i];
    if (atom.first >= cue.full.second && parse_->clause_of[i] != cue.clause) return atom.first;
    if (atom.tag == Tag::comma || atom.tag == Tag::colon || atom.tag == Tag::end || atom.tag == Tag::quote) return atom.first;
  }
  return parse_->atoms.back().last;
}

bool VerbCues::said_around(const Cue& cue, const Speakers& speakers, Draft& draft) const {
  const auto& sentence = context_.sentence(sentence_);
  auto begin = sentence.first;
  if (cue.quote != kNoQuote) begin = std::max(begin, context_.quotes[cue.quote].first());
  auto end = sentence.last;
  if (cue.quote != kNoQuote) end = std::min(end, context_.quotes[cue.quote].last());
  for (std::uint32_t i = 0; i < cue.finite; ++i) {
    const auto& atom = parse_->atoms[i];
    if (atom.first < begin || atom.tag != Tag::colon || context_.inside(atom.first) != cue.quote) continue;
    // "X was voorzichtiger: ‘...’, zei hij": the quotation alone.
    const bool quoted = i + 1 < cue.finite && context_.mark_of[atom.last] != kNoQuote && context_.quotes[context_.mark_of[atom.last]].open == atom.last && context_.quotes[context_.mark_of[atom.last]].closed;
    const bool all = quoted && context_.quotes[context_.mark_of[atom.last]].end() + 1 >= token(cue.finite);
    if (context_.text().word(atom.first) == ";" || (all && cue.told)) begin = atom.last;
  }
  TokenSpan before = context_.trim({begin, token(cue.finite)});
  while (before.second > before.first && context_.is(context_.text().tokens[before.second - 1].form, context_.rules.classes.so)) --before.second;
  before = context_.trim(before);
  const auto stop = cue_end(cue, speakers);
  TokenSpan after{stop, end};
  const bool comma = stop < end && context_.text().word(stop) == ",";
  if (comma) ++after.first;
  const bool quote_after = after.first < end && context_.mark_of[after.first] != kNoQuote && context_.quotes[context_.mark_of[after.first]].open == after.first;
  const bool interrupted = comma && !main_verb_between(before.first, before.second, cue.finite) && main_verb_between(after.first, after.second, cue.finite);
  bool quoted = before.first < before.second && (context_.mark_of[before.first] != kNoQuote || context_.mark_of[before.second - 1] != kNoQuote);
  // "... . Drie jaar van moed’, zegt X": the quotation ends behind the words.
  for (auto t = before.second; before.first < before.second && t < token(cue.finite); ++t) quoted |= context_.mark_of[t] != kNoQuote;
  if (before.first >= before.second) {
    // The quotation mark may belong to an earlier sentence.
    const auto mark = token(cue.finite) > begin ? context_.mark_of[token(cue.finite) - 1] : kNoQuote;
    if (mark == kNoQuote && !interrupted) return false;
    before = mark == kNoQuote ? context_.trim(after) : TokenSpan{context_.quotes[mark].open, context_.quotes[mark].end()};  // "Maar, zei X, wie komt?"
  } else if (!quoted && !interrupted && only_adjuncts_before(cue, before.first)) {
    // "Omdat het regent, zegt X.": an answer to why
    const bool answers = context_.is(parse_->atoms.front().form, context_.rules.classes.reason) && context_.known.lexicon.is_a(cue.lexeme, context_.grammar.says_that);
    if (!answers || after.first + 1 < end) return false;
  }
  draft.around = true;
  draft.contents = {before};
  if ((quote_after || interrupted) && before.first < after.first) {
    const auto more = context_.trim(after);
    if (more.first < more.second) draft.contents.push_back(more);
  }
  return true;
}

bool VerbCues::said_behind_colon(const Cue& cue, Draft& draft) const {
  const auto& sentence = context_.sentence(sentence_);
  const auto end = cue.quote == kNoQuote ? sentence.last : std::min(sentence.last, context_.quotes[cue.quote].last());
  for (std::uint32_t i = cue.finite + 1; i < parse_->atoms.size(); ++i) {
    const auto& atom = parse_->atoms[i];
    if (atom.tag != Tag::colon || context_.text().word(atom.first) != ":" || context_.inside(atom.first) != cue.quote) continue;
    if (main_verb_between(token(cue.finite) + 1, atom.first, cue.finite)) return false;
    // Behind a relative clause the colon is the outer clause's.
    const auto& clause = parse_->clauses[cue.clause];
    const bool outer_verb = clause.kind == ClauseKind::relative && clause.parent != kNone && parse_->clauses[clause.parent].finite != kNone && parse_->clauses[clause.parent].finite > cue.finite;
    if (outer_verb && token(parse_->clauses[clause.parent].finite) < atom.first) return false;
    if (atom.last >= sentence.last) {
      draft.awaits = true;
      draft.contents = {cue.own};
      return true;
    }
    auto content = context_.trim({atom.last, end});
    if (content.first >= content.second) return false;
    // "antwoordde: ‘...’, zonder ...": what follows the quotation is the author's.
    const auto q = context_.mark_of[content.first];
    const bool ends = q != kNoQuote && context_.quotes[q].open == content.first && context_.quotes[q].closed && context_.quotes[q].end() < content.second && context_.utterance(context_.quotes[q]);
    const auto next = ends ? context_.quotes[q].end() : content.second;
    // "zei: ‘...,’ en voegde eraan toe", but not "zei: ‘...’ en ‘...’"
    const bool goes_on = ends && next + 1 < content.second && context_.is(context_.text().tokens[next].form, context_.grammar.coordinator) && context_.mark_of[next + 1] == kNoQuote;
    if (ends && (goes_on || context_.text().word(next) == ",")) content.second = next;
    draft.contents = {content};
    return true;
  }
  return false;
}

// Right behind the verb, its subject, an adverb or a time: behind another noun stands its title.
bool VerbCues::follows_cue(const Cue& cue, TokenId open) const {
  const auto& atoms = parse_->atoms;
  const auto i = static_cast<std::uint32_t>(std::partition_point(atoms.begin(), atoms.end(), [&](const Atom& a) { return a.first < open; }) - atoms.begin());
  if (i == 0 || i == atoms.size() || atoms[i].first != open) return false;
  const auto& left = atoms[i - 1];
  if (left.tag == Tag::verb || left.tag == Tag::adverb || left.tag == Tag::time || left.tag == Tag::comma || left.tag == Tag::colon) return true;
  const auto subject = parse_->clauses[cue.clause].subject;
  return subject != kNone && parse_->phrases[subject].last == i;
}

// 'X riep "Stop!" en vertrok'
bool VerbCues::said_in_quotes(const Cue& cue, Draft& draft) const {
  const auto begin = std::max(cue.own.first, token(cue.finite));
  const auto& quotes = context_.quotes;
  for (auto it = std::partition_point(quotes.begin(), quotes.end(), [&](const Quote& q) { return q.open < begin; }); it != quotes.end() && it->open < cue.own.second; ++it) {
    const auto& quote = *it;
    if (quote.outer != cue.quote || !quote.closed || !follows_cue(cue, quote.open) || !context_.utterance(quote)) continue;
    draft.contents = {{quote.open, quote.end()}};
    return true;
  }
  return false;
}

// "Dat zei X."
bool VerbCues::said_before(const Cue& cue, const Speakers& speakers, Draft& draft) const {
  const auto& clause = parse_->clauses[cue.clause];
  if (clause.kind != ClauseKind::main) return false;
  // "Zo vat X samen"
  if (cue.finite > 0 && clause.atoms.front() + 1 == cue.finite && context_.is(parse_->atoms[cue.finite - 1].form, context_.rules.classes.so)) {
    const auto& so = parse_->atoms[cue.finite - 1];
    draft.previous = true;
    draft.contents = {{so.first, so.last}};
    return true;
  }
  for (const auto p : clause.phrases) {
    const auto& phrase = parse_->phrases[p];
    if (phrase.first > cue.finite || p == speakers.phrase || phrase.preposition != 0) continue;
    const auto& head = parse_->atoms[phrase.head];
    if (phrase.last - phrase.first != 1 || !context_.is(head.form, context_.rules.classes.demonstrative)) return false;
    draft.previous = true;
    draft.contents = {{head.first, head.last}};
    return true;
  }
  return false;
}

// "X zei in Y, waar hij Z sprak, dat ...": the clause with "dat" behind a relative clause is what was said.
std::uint32_t VerbCues::resumed(const Cue& cue) const {
  if (!context_.known.lexicon.is_a(cue.lexeme, context_.grammar.says_that) || cue.verb != cue.finite) return kNone;
  for (std::uint32_t c = cue.clause + 1; c < parse_->clauses.size(); ++c) {
    const auto& child = parse_->clauses[c];
    if (child.opener == kNone || child.opener == 0 || child.parent == kNone || child.parent == cue.clause || child.finite == kNone) continue;
    const auto& outer = parse_->clauses[child.parent];
    const bool behind = outer.kind == ClauseKind::relative && outer.parent == cue.clause && outer.finite != kNone && outer.finite < child.opener && outer.opener > cue.finite;
    if (!behind || context_.known.lexicon.is_a(outer.verb, context_.grammar.says_that)) continue;
    if (context_.is(parse_->atoms[child.opener].form, context_.grammar.complementizer) && parse_->atoms[child.opener - 1].tag == Tag::comma) return c;
  }
  return kNone;
}

namespace {
bool stays_with(Tag tag) { return tag == Tag::preposition || tag == Tag::determiner || tag == Tag::noun || tag == Tag::adjective || tag == Tag::content || tag == Tag::name || tag == Tag::number || tag == Tag::adverb; }
}  // namespace

bool VerbCues::children(const Cue& cue, ClauseKind kind, bool bare, Draft& draft) const {
  std::vector<TokenSpan> spans;
  for (std::uint32_t c = cue.clause + 1; c < parse_->clauses.size(); ++c) {
    const auto& child = parse_->clauses[c];
    if (child.kind != kind || child.parent != cue.clause || child.atoms.empty()) continue;
    if (bare && child.opener != kNone) continue;
    if (kind == ClauseKind::complement && consequence(cue, parse_->atoms[child.atoms.front()].first)) continue;
    auto span = context_.trim(full_span(*parse_, c));
    if (span.first >= span.second) continue;
    // "niet te schieten"
    if (kind == ClauseKind::infinitive) {
      const auto& lexeme = context_.known.lexicon.lexeme(cue.lexeme);
      const auto particle = lexeme.base == 0 ? kNone : to_particle(cue, lexeme.base);
      if (particle != kNone && token(particle) < span.second) span.first = parse_->atoms[particle].last;
      // "zei achter dat plan te staan": the phrase that the parse left above
      if (context_.text().tokens[span.first].form != 0 && parse_->atoms[child.atoms.front()].tag == Tag::te) {
        auto i = child.atoms.front();
        const auto subject = parse_->clauses[cue.clause].subject;
        const auto begin = std::max(cue.verb, cue.finite) + 1;
        while (i > begin && parse_->clause_of[i - 1] == cue.clause && !(subject != kNone && parse_->phrases[subject].last >= i && parse_->phrases[subject].first < i) && stays_with(parse_->atoms[i - 1].tag) && i - 1 != parse_->clauses[cue.clause].particle) --i;
        const bool with_preposition = i + 1 < child.atoms.front() && parse_->atoms[i].tag == Tag::preposition;
        if (i < child.atoms.front() && (with_preposition || context_.known.lexicon.is_a(cue.lexeme, context_.grammar.says_that))) span.first = token(i);
      }
      // "zegt ‘matig positief’ te zijn"
      if (const auto q = context_.inside(span.first); q != cue.quote && q != kNoQuote && context_.quotes[q].open > token(cue.finite)) span.first = context_.quotes[q].open;
      while (span.first > cue.own.first) {
        const auto left = span.first - 1;
        const bool negation = context_.is(context_.text().tokens[left].form, context_.grammar.negation) && left > token(cue.finite);
        if (!negation) break;
        --span.first;
      }
    }
    spans.push_back(span);
  }
  if (const auto clause = kind == ClauseKind::complement && spans.empty() ? resumed(cue) : kNone; clause != kNone) spans.push_back(context_.trim(full_span(*parse_, clause)));
  std::sort(spans.begin(), spans.end());
  for (const auto& span : spans) {
    if (!draft.contents.empty() && span.first <= draft.contents.back().second) {  // "dat hij wil dat" is one
      draft.contents.back().second = std::max(draft.contents.back().second, span.second);
    } else {
      draft.contents.push_back(span);
    }
  }
  return !draft.contents.empty();
}

// "stelde zoveel vragen dat": what follows from it, not what was asked.
bool VerbCues::consequence(const Cue& cue, TokenId that) const {
  for (const auto i : parse_->clauses[cue.clause].atoms) {
    const auto& atom = parse_->atoms[i];
    if (i > cue.finite && atom.first < that && context_.is(atom.form, context_.rules.classes.degree)) return true;
  }
  return false;
}

// Conditions right behind what is said belong to it: "dreigt met sancties als ...", "zei dat hij komt mits ...".
void VerbCues::take_conditions(const Cue& cue, bool reasons, Draft& draft) const {
  auto& last = draft.contents.back();
  for (std::uint32_t c = cue.clause + 1; c < parse_->clauses.size(); ++c) {
    const auto& child = parse_->clauses[c];
    if (child.atoms.empty() || child.finite == kNone || !is_below(*parse_, c, cue.clause)) continue;
    const auto first = parse_->atoms[child.atoms.front()].first;
    if (first < last.second || first > last.second + 1 || (first > last.second && !context_.punctuation(last.second))) continue;
    if (child.kind != ClauseKind::conditional && child.kind != ClauseKind::adverbial) continue;
    const auto opener = child.opener == kNone ? FormId{0} : parse_->atoms[child.opener].form;
    const bool reason = reasons && first == last.second && context_.is(opener, context_.rules.classes.reason);
    if (child.kind == ClauseKind::adverbial && !reason && !context_.is(opener, context_.rules.classes.limit)) continue;
    last.second = std::max(last.second, context_.trim(full_span(*parse_, c)).second);
  }
}

// "zoals X had beloofd", "die X had beloofd"
bool VerbCues::as_clause(const ReportRule& rule, const Cue& cue) const {
  const auto& clause = parse_->clauses[cue.clause];
  if (clause.opener == kNone) return false;
  const auto& opener = parse_->atoms[clause.opener];
  if (clause.kind == ClauseKind::adverbial) return context_.is(opener.form, context_.rules.classes.as);
  if (clause.kind != ClauseKind::relative || clause.subject == kNone) return false;
  if (parse_->phrases[clause.subject].head == clause.opener) return false;
  // "waar X om vroeg"
  if (context_.is(opener.form, context_.grammar.relative_adverb)) {
    return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) {
      const bool governs = std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) { return parse_->phrases[p].first == i && parse_->phrases[p].preposition != 0; });  // "waar X over vrede sprak"
      return i > clause.opener && i < cue.finite && !governs && std::find(rule.prepositions.begin(), rule.prepositions.end(), parse_->atoms[i].form) != rule.prepositions.end();
    });
  }
  if (!(rule.takes & (kThat | kTo | kObject))) return false;
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) { return parse_->phrases[p].preposition == 0 && parse_->phrases[p].head == clause.opener; });
}

TokenSpan VerbCues::without_verbs(const Cue& cue) const {
  auto span = context_.trim(cue.full);
  for (const auto v : parse_->clauses[cue.clause].verbs) {
    if (token(v) > span.first) span.second = std::min(span.second, token(v));
  }
  return span;
}

// "gaf dat toe": what was said before.
bool VerbCues::pronoun_object(const Cue& cue, const Speakers& speakers, Draft& draft) const {
  const auto take = [&](const Atom& atom) {
    draft.contents = {{atom.first, atom.last}};
    draft.takes_up = parse_->clauses[cue.clause].kind == ClauseKind::main && cue.quote == kNoQuote;
    return true;
  };
  for (const auto p : parse_->clauses[cue.clause].phrases) {
    const auto& phrase = parse_->phrases[p];
    const auto& head = parse_->atoms[phrase.head];
    if (p == speakers.phrase || phrase.preposition != 0 || phrase.last - phrase.first != 1 || head.tag == Tag::relative) continue;
    if (!context_.is(head.form, context_.rules.classes.demonstrative) || (!cue.joined && judged(cue, p))) continue;  // "noemde dat te duur"
    return take(head);
  }
  // "has that admitted", "made that known": the parse may give the pronoun no phrase.
  const auto& clause = parse_->clauses[cue.clause];
  const auto end = cue.verb != cue.finite ? cue.verb : clause.particle;
  if (end == kNone || end <= cue.finite) return false;
  for (auto i = end; i-- > cue.finite + 1;) {
    const auto& left = parse_->atoms[i];
    if (parse_->clause_of[i] != cue.clause || (left.tag != Tag::time && left.tag != Tag::adverb && left.tag != Tag::verb && !context_.is(left.form, context_.rules.classes.demonstrative))) return false;
    if (left.mention == kNone && context_.is(left.form, context_.rules.classes.demonstrative)) return take(left);
  }
  return false;
}

// What stands between a subject and its verb tells of the subject: "X, the man of Y, ..."
bool VerbCues::of_subject(const Cue& cue, const Speakers& speakers, const Phrase& phrase) const {
  if (parse_->clauses[cue.clause].kind != ClauseKind::main || speakers.phrase == kNone) return false;
  const auto subject = parse_->phrases[speakers.phrase].first;
  return subject < phrase.first && phrase.first < cue.finite;
}

bool VerbCues::object(const ReportRule& rule, const Cue& cue, const Speakers& speakers, Draft& draft) const {
  const auto& clause = parse_->clauses[cue.clause];
  for (const auto p : clause.phrases) {
    const auto& phrase = parse_->phrases[p];
    if (p == speakers.phrase || phrase.preposition != 0 || phrase.function == Function::time || phrase.of != kNone || of_subject(cue, speakers, phrase)) continue;
    const auto& head = parse_->atoms[phrase.head];
    if (head.tag == Tag::pronoun && context_.is(head.form, context_.grammar.reflexive)) continue;
    if (rule.thing && head.mention == kNone && context_.is(head.form, context_.grammar.there)) continue;  // "daar verwelkomde hij X"
    if (head.tag == Tag::relative && ((speakers.phrase != kNone && speakers.phrase == clause.antecedent) || (p == clause.subject && !clause.passive))) continue;
    if (phrase.head == clause.opener && clause.kind == ClauseKind::complement && context_.is(head.form, context_.rules.classes.asks)) continue;  // "deed wat hij had beloofd"
    if (rule.thing && finder_.of_phrase(*parse_, p, false).found) return false;
    if (rule.mind && !rule.judges && head.mention != kNone && context_.known.mentions[head.mention].person) return false;  // "verwacht X": a guest
    if (rule.judges && !judged(cue, p)) continue;
    TokenSpan span{parse_->atoms[phrase.first].first, parse_->atoms[phrase.last - 1].last};
    if (phrase.first > cue.finite) span.second = cue.full.second;
    if (phrase.last < cue.finite) span.second = std::max(span.second, predicate_end(clause, phrase.last, cue.finite));
    // "een volledig ...": words that the parse gave no phrase
    for (auto i = phrase.first; i > cue.finite + 1; span.first = token(--i)) {
      const auto tag = parse_->atoms[i - 1].tag;
      const bool adverb = tag == Tag::adverb && parse_->atoms[i - 2].tag == Tag::determiner;
      if (tag != Tag::determiner && tag != Tag::adjective && tag != Tag::content && tag != Tag::number && !adverb) break;
      if (parse_->atoms[i - 1].mention != kNone || std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t o) { return o == speakers.phrase && parse_->phrases[o].last >= i; })) break;
    }
    for (const auto v : {cue.finite, cue.verb}) {
      if (token(v) > span.first) span.second = std::min(span.second, token(v));
    }
    span = context_.trim(span);
    if (span.first >= span.second) continue;
    draft.contents = {span};
    return true;
  }
  return false;
}

// "sprak met de gezant van X", "spraken leiders van beide landen": whose he is, and nothing that was said.
bool VerbCues::names_somebody(const Cue& cue, const Phrase& phrase) const {
  if (phrase.preposition == 0 || phrase.of == kNone || !context_.is(phrase.preposition, context_.grammar.of)) return false;
  const auto person = [&](const Phrase& p) { return parse_->atoms[p.head].mention != kNone && context_.known.mentions[parse_->atoms[p.head].mention].person; };
  // "met de premier van dat land": where he is premier
  const auto& outer = parse_->phrases[phrase.of];
  if (person(phrase) || (outer.preposition != 0 && (person(outer) || finder_.can_speak(*parse_, outer)))) return true;
  return parse_->atoms[phrase.head].mention != kNone && phrase.of == parse_->clauses[cue.clause].subject;
}

// "sprak over een „nogal ongekend” voorval": words of the speaker's own.
bool VerbCues::own_words(TokenSpan span) const {
  for (auto token = span.first; token < span.second; ++token) {
    if (context_.mark_of[token] != kNoQuote && context_.quotes[context_.mark_of[token]].open == token) return true;
  }
  return false;
}

// "rekent op meer", "denkt van wel": nothing but one word that is no noun.
bool VerbCues::stands_alone_behind(const Cue& cue, std::uint32_t preposition) const {
  const auto& word = parse_->atoms[preposition + 1];
  if (word.tag != Tag::adverb && word.tag != Tag::negation && word.tag != Tag::number && word.tag != Tag::content && word.tag != Tag::adjective && word.tag != Tag::determiner && word.tag != Tag::pronoun) return false;
  if (word.mention != kNone || parse_->clause_of[preposition + 1] != cue.clause) return false;
  if (preposition + 2 >= parse_->atoms.size()) return true;
  const auto next = parse_->atoms[preposition + 2].tag;
  return next == Tag::end || next == Tag::comma || next == Tag::coordinator || (next == Tag::verb && parse_->clause_of[preposition + 2] == cue.clause);
}

bool VerbCues::phrase(const ReportRule& rule, const Cue& cue, const Speakers& speakers, Draft& draft) const {
  // Behind the verb first: "Tegen deze achtergrond pleitte X voor Y".
  for (const bool behind : {true, false}) {
    for (const auto p : parse_->clauses[cue.clause].phrases) {
      const auto& phrase = parse_->phrases[p];
      if ((phrase.first > cue.finite) != behind) continue;
      if (names_somebody(cue, phrase) || phrase.function == Function::time) continue;  // "spoke after last week's talks"
      if (phrase.preposition == 0 || of_subject(cue, speakers, phrase) || std::find(rule.prepositions.begin(), rule.prepositions.end(), phrase.preposition) == rule.prepositions.end()) continue;
      TokenSpan span{parse_->atoms[phrase.first].first, behind ? cue.full.second : parse_->atoms[phrase.last - 1].last};
      for (const auto v : {cue.finite, cue.verb}) {
        if (token(v) > span.first) span.second = std::min(span.second, token(v));
      }
      if (rule.judges && !own_words(span)) continue;
      draft.contents = {context_.trim(span)};
      return draft.contents.front().first < draft.contents.front().second;
    }
  }
  // "sprak van een „erg goede dag”": the mark may keep the parse from making one phrase of it.
  for (const auto i : parse_->clauses[cue.clause].atoms) {
    const auto& atom = parse_->atoms[i];
    if (i <= cue.finite || atom.tag != Tag::preposition || atom.first >= cue.full.second || std::find(rule.prepositions.begin(), rule.prepositions.end(), atom.form) == rule.prepositions.end()) continue;
    if (i + 1 < parse_->atoms.size() && stands_alone_behind(cue, i) && !rule.judges) {
      draft.contents = {{atom.first, parse_->atoms[i + 1].last}};
      return true;
    }
    const auto mark = i + 2 < parse_->atoms.size() && parse_->atoms[i + 1].tag == Tag::determiner ? i + 2 : i + 1;
    if (mark >= parse_->atoms.size() || !own_words({parse_->atoms[mark].first, parse_->atoms[mark].last})) continue;
    draft.contents = {context_.trim({atom.first, cue.full.second})};
    return draft.contents.front().first < draft.contents.front().second;
  }
  return false;
}

}  // namespace kroniek
