#include "source_cues.hpp"

#include <algorithm>

namespace kroniek {

SourceCues::SourceCues(const ClaimContext& context, const SpeakerFinder& speakers) : context_(context), finder_(speakers) {
  for (std::uint32_t i = 0; i < context.rules.sources.size(); ++i) {
    const auto cls = context.rules.sources[i].cls;
    if (cls == 0) continue;
    by_class_.emplace_back(cls, i);
    classes_ |= Lexicon::bits_of_class(cls);
  }
}

void SourceCues::find(std::uint32_t sentence, std::vector<Draft>& drafts) {
  sentence_ = sentence;
  parse_ = &context_.parses[sentence];
  const auto& rules = context_.rules;
  for (const auto& atom : parse_->atoms) {
    if (atom.form == 0 || atom.mention != kNone || !context_.known.lexicon.bits(atom.form).meets(classes_)) continue;
    for (const auto& [cls, index] : by_class_) {
      if (context_.is(atom.form, cls)) source(rules.sources[index], atom.first, atom.last, drafts);
    }
  }
  const auto& span = context_.sentence(sentence);
  const auto rule_of = [&](const Match& match) {
    const auto it = std::lower_bound(rules.by_pattern.begin(), rules.by_pattern.end(), std::pair<std::uint32_t, std::uint32_t>{match.pattern, 0});
    return it != rules.by_pattern.end() && it->first == match.pattern ? it : rules.by_pattern.end();
  };
  std::vector<Match> found;
  for (auto token = span.first; token < span.last; ++token) {
    found.clear();
    rules.cues.match_at(context_.text(), context_.known.lexicon, token, span.last, found);
    std::erase_if(found, [&](const Match& match) { return rule_of(match) == rules.by_pattern.end(); });
    // Of several cues that begin here the longest counts.
    TokenId end = 0;
    for (const auto& match : found) end = std::max(end, match.last);
    for (const auto& match : found) {
      if (match.last == end) source(rules.sources[rule_of(match)->second], match.first, match.last, drafts);
    }
  }
  for (std::uint32_t p = 0; p < parse_->phrases.size(); ++p) {
    const auto& head = parse_->atoms[parse_->phrases[p].head];
    if (head.mention != kNone) continue;
    for (const auto form : {context_.text().tokens[head.first].form, context_.text().tokens[head.first].tail}) {
      for (const auto& reading : context_.known.lexicon.readings(form)) {
        if (reading.pos != Pos::noun) continue;
        auto it = std::lower_bound(rules.by_lexeme.begin(), rules.by_lexeme.end(), reading.lexeme, [](const auto& entry, LexemeId id) { return entry.first < id; });
        for (; it != rules.by_lexeme.end() && it->first == reading.lexeme; ++it) {
          if (rules.reports[it->second].noun) noun(rules.reports[it->second], p, drafts);
        }
      }
    }
  }
  headline(drafts);
}

std::uint32_t SourceCues::clause_at(TokenId token) const {
  for (std::uint32_t i = 0; i < parse_->atoms.size(); ++i) {
    if (parse_->atoms[i].first <= token && token < parse_->atoms[i].last) return parse_->clause_of[i];
  }
  return 0;
}

// With an infinitive that nothing opens the clause above is told too.
std::uint32_t SourceCues::telling_clause(TokenId cue) const {
  auto index = clause_at(cue);
  // "moeten wat hem betreft weg": the cue opened a clause of its own.
  const auto& own = parse_->clauses[index];
  if (own.kind == ClauseKind::complement && own.parent != kNone && !own.atoms.empty() && parse_->atoms[own.atoms.front()].first == cue) index = own.parent;
  while (parse_->clauses[index].kind == ClauseKind::infinitive && parse_->clauses[index].opener == kNone && parse_->clauses[index].parent != kNone) {
    const auto parent = parse_->clauses[index].parent;
    if (parse_->clauses[parent].atoms.empty() || context_.inside(parse_->atoms[parse_->clauses[parent].atoms.front()].first) != context_.inside(cue)) break;
    index = parent;
  }
  return index;
}

TokenSpan SourceCues::clause_span(std::uint32_t index, TokenId with) const {
  auto span = extent(*parse_, index, with);
  const auto quote = context_.inside(with);
  if (quote != kNoQuote) {
    span.first = std::max(span.first, context_.quotes[quote].first());
    span.second = std::min(span.second, context_.quotes[quote].last());
  }
  for (auto token = span.first; token < span.second; ++token) {
    if (context_.text().word(token) != ";") continue;
    if (token < with) {
      span.first = token + 1;
    } else {
      span.second = token;
    }
  }
  return context_.trim(span);
}

// "Volgens X is ... en komt ...": a coordinated clause that begins with its verb stands behind the cue too.
TokenSpan SourceCues::with_sisters(std::uint32_t index, TokenSpan span, TokenId cue) const {
  const auto& clause = parse_->clauses[index];
  if (clause.finite == kNone || parse_->atoms[clause.finite].first < cue || clause.kind != ClauseKind::main) return span;
  for (auto c = index + 1; c < parse_->clauses.size(); ++c) {
    const auto& other = parse_->clauses[c];
    if (other.kind != ClauseKind::main || other.finite == kNone || other.atoms.size() < 2 || parse_->atoms[other.atoms.front()].tag != Tag::coordinator || other.atoms[1] != other.finite) continue;
    const auto full = context_.trim(full_span(*parse_, c));
    if (parse_->atoms[other.atoms.front()].first <= span.second + 1 && full.second > span.second) span.second = full.second;
  }
  return span;
}

bool SourceCues::told_in_clause(TokenSpan cue, Draft& draft) const {
  const auto index = telling_clause(cue.first);
  const auto span = with_sisters(index, clause_span(index, cue.first), cue.first);
  if (span.first >= span.second) return false;
  for (const auto& part : {TokenSpan{span.first, std::min(cue.first, span.second)}, TokenSpan{std::max(cue.second, span.first), span.second}}) {
    const auto content = context_.trim(part);
    if (content.first < content.second) draft.contents.push_back(content);
  }
  draft.first = std::min(span.first, cue.first);
  draft.last = std::max(span.second, cue.second);
  return !draft.contents.empty();
}

bool SourceCues::told_before(TokenSpan cue, Draft& draft) const {
  const auto& sentence = context_.sentence(sentence_);
  auto begin = sentence.first;
  if (const auto q = context_.inside(cue.first); q != kNoQuote) begin = std::max(begin, context_.quotes[q].first());
  for (auto token = begin; token < cue.first; ++token) {
    if (context_.text().word(token) == ";") begin = token + 1;
  }
  auto before = context_.trim({begin, cue.first});
  if (before.first >= before.second && cue.first > begin) {
    const auto mark = context_.mark_of[cue.first - 1] != kNoQuote ? cue.first - 1 : cue.first >= 2 ? cue.first - 2 : cue.first;
    if (context_.mark_of[mark] != kNoQuote) before = {context_.quotes[context_.mark_of[mark]].open, context_.quotes[context_.mark_of[mark]].end()};
  }
  draft.around = true;
  if (before.first < before.second) {
    draft.contents = {before};
    draft.first = before.first;
    draft.last = cue.second;
    // A quotation that goes on behind the cue.
    auto next = cue.second;
    if (next < sentence.last && context_.text().word(next) == ",") ++next;
    if (next < sentence.last && context_.mark_of[next] != kNoQuote && context_.quotes[context_.mark_of[next]].open == next) {
      draft.contents.push_back({next, std::min(context_.quotes[context_.mark_of[next]].end(), sentence.last)});
      draft.last = draft.contents.back().second;
    }
    return true;
  }
  draft.first = cue.first;
  draft.last = cue.second;
  if (cue.second < sentence.last && context_.text().word(cue.second) == ":") {
    const auto content = context_.trim({cue.second + 1, sentence.last});
    if (content.first >= content.second) return false;
    draft.contents = {content};
    draft.last = content.second;
    return true;
  }
  draft.previous = true;
  draft.contents = {cue};
  return true;
}

void SourceCues::source(const SourceRule& rule, TokenId first, TokenId last, std::vector<Draft>& drafts) {
  const auto refuse = [&](const char* condition) { context_.note_source(rule, sentence_, clause_at(first), {first, last}, condition); };
  // A source inside an indirect question ("hoe"): nothing is said of it.
  const auto& own = parse_->clauses[clause_at(first)];
  const bool remark = own.opener != kNone && own.opener > 0 && parse_->atoms[own.opener - 1].tag == Tag::comma;  // "..., which according to X"
  if (rule.told == Told::clause && rule.teller != Teller::inside && own.opener != kNone && !remark && context_.is(parse_->atoms[own.opener].form, context_.rules.classes.asks)) return refuse("content");
  if (!rule.with.empty()) {
    const auto span = full_span(*parse_, clause_at(first));
    if (!std::all_of(rule.with.begin(), rule.with.end(), [&](std::uint32_t p) { return context_.matches(p, span.first, span.second); })) return refuse("with");
  }
  Draft draft;
  draft.sentence = sentence_;
  draft.rule = rule.id;
  draft.cue_first = first;
  draft.cue_last = last;
  draft.stance = rule.stance;
  draft.source = true;
  TokenSpan cue{first, last};
  const auto limit = context_.sentence(sentence_).last;
  switch (rule.teller) {
    case Teller::behind: {
      draft.speakers = finder_.source(sentence_, first, limit, drafts);
      if (!draft.speakers.found) draft.speakers = finder_.source(sentence_, last, limit, drafts);
      if (!draft.speakers.found) return refuse("speaker");
      const auto phrase = draft.speakers.phrase;
      if (phrase != kNone) {
        const auto& head = parse_->atoms[parse_->phrases[phrase].head];
        draft.pronoun_cue = head.last - head.first == 1 && head.mention != kNone && context_.known.mentions[head.mention].kind == MentionKind::pronoun;
      } else {
        draft.pronoun_cue = true;
      }
      draft.written = phrase != kNone && finder_.is_text(*parse_, phrase);
      if (rule.text && !draft.written) return refuse("text");
      // A pronoun may have no phrase.
      cue.second = std::max(cue.second, phrase != kNone ? phrase_end(phrase) : std::min(last + 1, limit));
      cue.second = behind_apposition(behind_brackets(cue.second, limit), limit);
      break;
    }
    case Teller::subject: {
      const auto clause = clause_at(first);
      const auto finite = parse_->clauses[clause].finite;
      draft.speakers = finder_.subject(*parse_, clause, finite == kNone ? 0 : finite, false, false);
      if (!draft.speakers.found) return refuse("speaker");
      break;
    }
    case Teller::inside: {
      // "Wat X betreft, ..." is the topic.
      if (first == context_.sentence(sentence_).first && last < limit && context_.punctuation(last)) return refuse("speaker");
      draft.speakers = finder_.source(sentence_, first + 1, last, drafts);
      const bool person = draft.speakers.who.size() == 1 && finder_.is_person(draft.speakers.who.front(), limit);
      if (!person) return refuse("speaker");
      draft.pronoun_cue = last - first == 3;
      break;
    }
    case Teller::writer:
      draft.speakers = finder_.writer(first);
      draft.written = true;
      if (!draft.speakers.found) return refuse("speaker");
      break;
    case Teller::nobody:
      draft.speakers.found = true;
      draft.hearsay = true;
      break;
    case Teller::last: {
      const auto behind = last < limit ? context_.text().tokens[last].form : FormId{0};
      const auto& lexicon = context_.known.lexicon;
      const bool alone = last >= limit || context_.punctuation(last) || lexicon.has_pos(behind, Pos::preposition) || lexicon.has_pos(behind, Pos::adverb) ||
                         lexicon.has_pos(behind, Pos::subordinator) || std::any_of(context_.known.times.begin(), context_.known.times.end(), [&](const TimeHit& t) { return t.first == last; });
      if (!alone) return refuse("speaker");  // "luidde het vonnis"
      draft.speakers = finder_.last_quoted(first);
      const bool follows = context_.text().goes_on(sentence_);
      if (!draft.speakers.found && follows) draft.speakers = finder_.main_subject(sentence_ - 1);
      draft.speakers.found = true;
      break;
    }
  }
  bool told = false;
  if (rule.told == Told::clause) {
    told = told_in_clause(cue, draft);
  } else if (rule.told == Told::before) {
    told = told_before(cue, draft);
  } else {
    const auto span = context_.trim(clause_span(clause_at(first), first));
    draft.first = span.first;
    draft.last = std::max(span.second, cue.second);
    draft.contents = {cue};
    draft.previous = told = true;
  }
  refuse(told ? "" : "content");
  if (!told) return;
  if (rule.told != Told::clause) draft.time = time_behind(first, draft);
  drafts.push_back(std::move(draft));
}

// A time behind the cue tells when it was said.
std::uint32_t SourceCues::time_behind(TokenId cue, const Draft& draft) const {
  for (const auto i : parse_->clauses[clause_at(cue)].atoms) {
    const auto& atom = parse_->atoms[i];
    if (atom.first < cue || atom.time == kNone || !context_.known.times[atom.time].expression.date || context_.inside(atom.first) != context_.inside(cue)) continue;
    const bool told = std::any_of(draft.contents.begin(), draft.contents.end(), [&](const TokenSpan& s) { return s.first <= atom.first && atom.first < s.second; });
    if (!told && context_.known.times[atom.time].expression.type != TimeType::duration) return atom.time;
  }
  return kNone;
}

// "Volgens X (PvdA) ...": the brackets belong to the name.
TokenId SourceCues::behind_brackets(TokenId token, TokenId limit) const {
  if (token >= limit || context_.text().word(token) != "(") return token;
  for (auto end = token + 1; end < limit && end < token + 8; ++end) {
    if (context_.text().word(end) == ")") return end + 1;
  }
  return token;
}

// "Volgens de burgemeester, X, ...": so does a name between commas.
TokenId SourceCues::behind_apposition(TokenId token, TokenId limit) const {
  if (token + 2 >= limit || context_.text().word(token) != ",") return token;
  for (const auto& mention : context_.mentions_before(token + 2)) {
    const bool named = mention.first == token + 1 && mention.kind == MentionKind::name && mention.person && mention.last < limit;
    if (named && context_.text().word(mention.last) == ",") return mention.last + 1;
  }
  return token;
}

// One past the phrase with what belongs to it: "van X", "in X".
TokenId SourceCues::phrase_end(std::uint32_t index) const {
  auto end = parse_->atoms[parse_->phrases[index].last - 1].last;
  const auto& head = parse_->atoms[parse_->phrases[index].head];
  const bool named = head.mention != kNone && context_.known.mentions[head.mention].kind <= MentionKind::metonym;
  auto at = index;
  for (std::uint32_t p = 0; p < parse_->phrases.size(); ++p) {
    const auto& phrase = parse_->phrases[p];
    if (phrase.of != at || phrase.preposition == 0 || parse_->atoms[phrase.first].first != end) continue;
    // "according to X on purpose": nothing but its "of" belongs to a name.
    if (named && !context_.is(phrase.preposition, context_.grammar.of)) continue;
    end = parse_->atoms[phrase.last - 1].last;
    at = p;
    p = 0;
  }
  return end;
}

// What the noun says: behind its colon, or before "is his conclusion".
void SourceCues::noun_said(std::uint32_t index, Draft& draft) const {
  const auto& phrase = parse_->phrases[index];
  const auto& clause = parse_->clauses[parse_->clause_of[phrase.head]];
  const auto& sentence = context_.sentence(sentence_);
  const auto& lexicon = context_.known.lexicon;
  const auto behind = [&](ClassId cls) { return clause.finite != kNone && clause.finite > 0 && clause.finite < phrase.first && lexicon.is_a(parse_->atoms[clause.finite].verb, cls); };
  const bool marked = clause.finite != kNone && clause.finite > 0 && (parse_->atoms[clause.finite - 1].tag == Tag::comma || parse_->atoms[clause.finite - 1].tag == Tag::quote);
  if (marked && (behind(context_.rules.classes.sounds) || behind(context_.grammar.copula))) {
    const auto before = context_.trim({sentence.first, parse_->atoms[clause.finite].first});
    if (before.first < before.second) draft.contents = {before};
    draft.around = true;
    return;
  }
  // "Conclusie: ..." is the author's.
  if (phrase.last < parse_->atoms.size() && parse_->atoms[phrase.last].tag == Tag::colon && phrase.first == phrase.head) return;
  bool told = false, plain = false;
  for (auto i = phrase.last; i < parse_->atoms.size(); ++i) {
    const auto& atom = parse_->atoms[i];
    if (atom.tag == Tag::comma || atom.tag == Tag::quote) return;
    if (atom.tag == Tag::verb && (clause.subject != index || clause.kind != ClauseKind::main || parse_->clause_of[i] != parse_->clause_of[phrase.head])) return;
    told |= atom.tag == Tag::verb;
    plain |= atom.form != 0 && context_.is(atom.form, context_.rules.classes.plain);
    if (atom.tag != Tag::colon || context_.text().word(atom.first) != ":") continue;
    const auto content = context_.trim({atom.last, sentence.last});
    // "Haar antwoord was kort: ..."; with another verb only a quotation is what it said
    if (told && !plain && !context_.all_quoted(content, context_.inside(atom.first))) return;
    if (content.first < content.second) draft.contents = {content};
    return;
  }
}

// "het pleidooi van X voor Y": Y belongs to the first noun by way of X.
bool SourceCues::belongs_to(const Phrase& phrase, std::uint32_t index) const {
  if (phrase.of == kNone) return false;
  return phrase.of == index || parse_->phrases[phrase.of].of == index;
}

// Also "een van de eisen".
bool SourceCues::is_subject(std::uint32_t clause, std::uint32_t index) const {
  const auto subject = parse_->clauses[clause].subject;
  if (subject == index || subject == kNone) return subject == index;
  const auto& one = parse_->phrases[subject];
  const auto& of = parse_->phrases[index];
  const auto tag = parse_->atoms[one.head].tag;
  return one.last - one.first == 1 && one.last == of.first && context_.is(of.preposition, context_.grammar.of) && (tag == Tag::number || tag == Tag::determiner || tag == Tag::pronoun);
}

void SourceCues::noun(const ReportRule& rule, std::uint32_t index, std::vector<Draft>& drafts) {
  const auto& phrase = parse_->phrases[index];
  const auto refuse = [&](const char* condition) {
    const auto& head = parse_->atoms[phrase.head];
    context_.note_report(rule, sentence_, parse_->clause_of[phrase.head], {head.first, head.last}, condition);
  };
  const auto clause = parse_->clause_of[phrase.head];
  auto speakers = finder_.possessor(*parse_, index, rule.prepositions);
  // "X had een boodschap: ..."
  if (!speakers.found && (rule.takes & kSaid) && parse_->clauses[clause].subject != kNone && parse_->clauses[clause].subject != index) speakers = finder_.of_phrase(*parse_, parse_->clauses[clause].subject, false);
  if (!speakers.found || (speakers.who.empty() && !rule.anyone)) return refuse("speaker");
  Draft draft;
  const auto end = phrase_end(index);
  for (std::uint32_t c = 0; c < parse_->clauses.size(); ++c) {
    const auto& child = parse_->clauses[c];
    if (child.atoms.empty()) continue;
    const bool that = (rule.takes & kThat) && child.kind == ClauseKind::complement;
    const bool to = (rule.takes & kTo) && child.kind == ClauseKind::infinitive;
    if (!that && !to) continue;
    auto span = context_.trim(full_span(*parse_, c));
    const bool directly = span.first == end || (span.first == end + 1 && context_.punctuation(end));
    const bool predicate = that && child.parent == clause && is_subject(clause, index);
    if (!directly && !predicate) continue;
    draft.contents = {span};
    break;
  }
  if (draft.contents.empty() && (rule.takes & kPhrase)) {
    for (const auto& other : parse_->phrases) {
      if (!belongs_to(other, index) || std::find(rule.prepositions.begin(), rule.prepositions.end(), other.preposition) == rule.prepositions.end() || other.preposition == 0) continue;
      draft.contents = {{parse_->atoms[other.first].first, parse_->atoms[other.last - 1].last}};
      break;
    }
  }
  if (draft.contents.empty() && (rule.takes & kSaid)) noun_said(index, draft);
  if (draft.contents.empty()) return refuse("takes");
  const auto full = full_span(*parse_, clause);
  const auto in_clause = [&](std::uint32_t pattern) { return context_.matches(pattern, full.first, full.second); };
  if (!std::all_of(rule.with.begin(), rule.with.end(), in_clause) || std::any_of(rule.lacks.begin(), rule.lacks.end(), in_clause)) return refuse("with");
  draft.sentence = sentence_;
  draft.rule = rule.id;
  draft.stance = rule.stance;
  draft.cue_first = parse_->atoms[phrase.head].first;
  draft.cue_last = parse_->atoms[phrase.head].last;
  draft.first = std::min(parse_->atoms[phrase.first].first, draft.contents.front().first);
  draft.last = std::max(end, draft.contents.back().second);
  draft.speakers = std::move(speakers);
  draft.source = true;
  refuse("");
  drafts.push_back(std::move(draft));
}

// Nothing but a name that nobody knows yet stands before the atom.
bool SourceCues::whole_name(std::uint32_t end) const {
  if (end > 5) return false;
  for (std::uint32_t i = 0; i + 1 < end; ++i) {
    const auto& atom = parse_->atoms[i];
    if (atom.mention != kNone || context_.punctuation(atom.first) || !context_.text().tokens[atom.first].has(kCapital)) {
      if (i == 0 || context_.punctuation(atom.first) || atom.tag == Tag::verb) return false;
    }
  }
  return true;
}

bool SourceCues::named_inside(std::string_view word) {
  if (!names_) {
    names_.emplace();
    const auto& text = context_.text();
    for (const auto& sentence : text.sentences) {
      for (auto token = sentence.first + 1; token < sentence.last; ++token) {
        if (text.tokens[token].has(kCapital) && !context_.punctuation(token - 1)) names_->insert(text.word(token));
      }
    }
  }
  return names_->contains(word);
}

// "Deen: “...”", "De bakker: “...”": whoever it is, nobody else says it.
bool SourceCues::speaker_label(std::uint32_t end) const {
  const auto& atoms = parse_->atoms;
  const auto& classes = context_.rules.classes;
  if (end > 2 || (end == 2 && atoms[0].tag != Tag::determiner) || !context_.text().tokens[atoms[0].first].has(kCapital)) return false;
  const auto token = atoms[end - 1].last - 1;
  for (const auto cls : {classes.person, classes.title, classes.person_noun, classes.office, classes.people}) {
    if (context_.token_is(token, cls)) return true;
  }
  return false;
}

// "Kremlin: geen verlenging"
void SourceCues::headline(std::vector<Draft>& drafts) {
  const auto kind = context_.block_kind(sentence_);
  const auto& sentence = context_.sentence(sentence_);
  for (std::uint32_t i = 1; i + 1 < parse_->atoms.size(); ++i) {
    const auto& atom = parse_->atoms[i];
    if (atom.tag != Tag::colon || context_.text().word(atom.first) != ":") continue;
    const auto& left = parse_->atoms[i - 1];
    const bool begins = i == 1 || context_.punctuation(parse_->atoms[i - 2].first);
    const bool heading = kind == BlockKind::title || kind == BlockKind::heading || kind == BlockKind::pull_quote;
    const bool unknown = i == 1 && left.form == 0 && left.tag == Tag::content && context_.text().tokens[left.first].has(kCapital);
    const bool stranger = left.mention == kNone && (left.tag == Tag::name || unknown) && whole_name(i);
    const auto content = context_.trim({atom.last, sentence.last});
    if (content.first >= content.second) return;
    const bool quoted = context_.all_quoted(content, context_.inside(left.first));
    const bool label = quoted && !stranger && speaker_label(i);
    if ((left.mention == kNone && !stranger && !label) || (!begins && !stranger && !label) || left.tag == Tag::adjective || left.tag == Tag::determiner) return;
    if (!heading && !(quoted && (i == 1 || stranger || label))) return;
    if (stranger && i == 1 && !quoted && !named_inside(context_.text().word(left.first))) return;  // "Reconstructie: hoe ..."
    const auto from = stranger || label ? parse_->atoms[0].first : left.first;
    Draft draft;
    draft.sentence = sentence_;
    draft.rule = "claims.headline";
    draft.speakers = finder_.behind(*parse_, from, sentence.last, false);
    if (!draft.speakers.found && label) draft.speakers.words = context_.text().words(from, atom.first);
    draft.speakers.found |= label;
    if (!draft.speakers.found) return;
    draft.cue_first = from;
    draft.cue_last = atom.last;
    draft.contents = {content};
    draft.first = from;
    draft.last = content.second;
    draft.around = quoted;
    drafts.push_back(std::move(draft));
    return;
  }
}

}  // namespace kroniek
