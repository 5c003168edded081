#include "claim_stance.hpp"

#include "../actors/roles.hpp"

#include <algorithm>
#include <span>

namespace kroniek {

namespace {

// How a claim is meant shows in its first words; without bounds a page that is one sentence would be read anew for
// each claim in it.
constexpr TokenId kMostWords = 100;
constexpr std::size_t kMostPieces = 12;
constexpr TokenId kBefore = 2;  // words before an infinitive that is what was said: "niet te komen"

// A clause of the content, or the content itself where it has no verb.
struct Piece {
  std::uint32_t sentence;
  const Parse* parse;
  std::uint32_t clause;  // kNone: no clause
  TokenSpan span;
};

class StanceReader {
 public:
  StanceReader(const ClaimContext& context, const Draft& draft) : context_(context), draft_(draft) {}

  Stance run() {
    if (draft_.fixed) return draft_.stance;
    for (std::size_t i = 0; i < draft_.contents.size(); ++i) {
      // "It was, said X, violated": what stands on both sides of the cue is one.
      auto content = draft_.contents[i];
      while (i + 1 < draft_.contents.size() && around_cue(draft_.contents[i], draft_.contents[i + 1])) content.second = draft_.contents[++i].second;
      gather(content);
    }
    for (const auto& rule : context_.rules.stances) {
      if (!(rule.from >> static_cast<unsigned>(draft_.stance) & 1U)) continue;
      if (rule.quoted && !draft_.direct) continue;
      for (const auto& piece : pieces_) {
        if (!holds(rule, piece)) continue;
        if (context_.trace != nullptr) context_.trace->stances.push_back(static_cast<std::uint32_t>(&rule - context_.rules.stances.data()));
        return rule.gives;
      }
    }
    return draft_.stance;
  }

 private:
  bool around_cue(TokenSpan before, TokenSpan after) const { return before.second <= draft_.cue_first && draft_.cue_first < after.first && after.first < context_.sentence(draft_.sentence).last; }

  // Outer clauses of the first two sentences that the content touches; what comes later illustrates.
  void gather(TokenSpan content) {
    const auto& sentences = context_.text().sentences;
    auto s = context_.text().sentence_at(content.first);
    const auto touched = [&](std::uint32_t i) { return i < sentences.size() && sentences[i].first < content.second; };
    const bool many = touched(s + 2) && touched(s + 1);
    for (int n = 0; touched(s) && n < (many ? 1 : 2); ++s, ++n) {
      const auto first = std::max(content.first, sentences[s].first);
      const TokenSpan span{first, std::min({content.second, sentences[s].last, first + kMostWords})};
      const auto& parse = context_.parses[s];
      for (std::uint32_t c = 0; c < parse.clauses.size(); ++c) {
        const auto& clause = parse.clauses[c];
        const auto verb = verb_of(clause);
        // "zijn inspanningen om te helpen": what for is no act.
        if (clause.kind == ClauseKind::infinitive && (clause.opener != kNone || (!(draft_.to && span.first == content.first) && parse.atoms[clause.atoms.front()].first > span.first + kBefore))) continue;
        if (verb == kNone || is_cue(s, c) || !in(parse, verb, span) || clause.kind == ClauseKind::relative || clause.kind == ClauseKind::adverbial || clause.kind == ClauseKind::conditional) continue;
        // "called it 'a pity' that she had to go": what is judged is not what is said of it.
        if (clause.kind == ClauseKind::complement && is_cue(s, clause.parent) && says_it(parse, clause.parent)) continue;
        if (pieces_.size() >= kMostPieces || governed(parse, c, span)) continue;
        pieces_.push_back({s, &parse, c, span});
      }
      pieces_.push_back({s, &parse, kNone, span});
    }
  }

  bool is_cue(std::uint32_t sentence, std::uint32_t clause) const {
    if (sentence != draft_.sentence || clause == kNone) return false;
    const auto verb = verb_of(context_.parses[sentence].clauses[clause]);
    return verb != kNone && context_.parses[sentence].atoms[verb].first == draft_.cue_first;
  }

  // "het" that a clause behind it explains: before an adjective that no noun follows, or a quotation mark.
  bool says_it(const Parse& parse, std::uint32_t clause) const {
    const auto& atoms = parse.atoms;
    const auto& own = parse.clauses[clause].atoms;
    return std::any_of(own.begin(), own.end(), [&](std::uint32_t i) {
      if (i + 2 >= atoms.size() || !context_.is(atoms[i].form, context_.rules.classes.it)) return false;
      const auto next = atoms[i + 1].tag, behind = atoms[i + 2].tag;
      return next == Tag::quote || next == Tag::adverb || (next == Tag::adjective && behind != Tag::noun && behind != Tag::name && behind != Tag::content);
    });
  }

  // "zei te hopen": an infinitive has no finite verb.
  static std::uint32_t verb_of(const Clause& clause) { return clause.finite == kNone && clause.kind == ClauseKind::infinitive ? clause.main_verb : clause.finite; }

  static bool in(const Parse& parse, std::uint32_t atom, TokenSpan span) { return span.first <= parse.atoms[atom].first && parse.atoms[atom].first < span.second; }

  bool governed(const Parse& parse, std::uint32_t index, TokenSpan span) const {
    if (parse.clauses[index].kind == ClauseKind::main) return false;
    for (auto at = parse.clauses[index].parent; at != kNone; at = parse.clauses[at].parent) {
      const auto& outer = parse.clauses[at];
      if (outer.finite != kNone && in(parse, outer.finite, span) && !passes_on(parse, index, at)) return true;
    }
    return false;
  }

  // "toont aan dat het moet", "Ik denk dat het moet": what stands below such a verb is what is meant.
  // What another country's think is theirs.
  bool passes_on(const Parse& parse, std::uint32_t index, std::uint32_t outer) const {
    if (parse.clauses[index].kind != ClauseKind::complement || parse.clauses[index].parent != outer) return false;
    const auto& verb = parse.clauses[outer];
    if (!context_.known.lexicon.is_a(verb.verb, context_.rules.classes.shows)) return false;
    if (verb.finite != kNone && verb.finite != verb.main_verb && context_.known.lexicon.is_a(parse.atoms[verb.finite].verb, context_.rules.classes.must)) return false;  // "We moeten laten weten dat"
    return !side({0, &parse, outer, {}}, Side::other);
  }

  bool holds(const StanceRule& rule, const Piece& piece) {
    const auto* clause = piece.clause == kNone ? nullptr : &piece.parse->clauses[piece.clause];
    const bool needs_clause = rule.finite != 0 || rule.perfect || rule.ahead || !rule.verbs.empty() || rule.subject != Side::any || rule.past != 2;
    if (needs_clause && clause == nullptr) return false;
    if (rule.finite != 0 && !has_modal(piece, rule)) return false;
    if (!rule.verbs.empty() && std::none_of(rule.verbs.begin(), rule.verbs.end(), [&](ClassId cls) { return has_verb(piece, cls); })) return false;
    if (!rule.words.empty() && !(words_there(rule, piece) && has_words(rule, piece))) return false;
    if (!rule.patterns.empty() && !matches(rule, piece.sentence, rule.subject == Side::any ? piece.span : without_complements(piece))) return false;
    if (!rule.begins.empty() && !begins(rule, piece.span)) return false;
    if (rule.negated != 2 && is_negated(piece) != (rule.negated == 1)) return false;
    if (rule.past != 2 && rule.finite == 0 && tells_past(piece) != (rule.past == 1)) return false;
    if (rule.perfect && !is_perfect(*piece.parse, *clause)) return false;
    if (rule.ahead && !is_ahead(piece)) return false;
    if (rule.imperative && !is_imperative(piece)) return false;
    if (rule.exclaims && !exclaims(piece.span)) return false;
    return rule.subject == Side::any || side(piece, rule.subject);
  }

  // "said that he did not come": the tense of the verb of saying. What did happen may well have been before.
  bool tells_past(const Piece& piece) const {
    const auto& clause = piece.parse->clauses[piece.clause];
    const bool shifted = !draft_.direct && clause.kind == ClauseKind::complement && piece.sentence == draft_.sentence && clause.parent != kNone && piece.parse->clauses[clause.parent].past && draft_.cue_first < piece.span.first && is_negated(piece);
    return clause.perfect || (clause.past && !shifted);
  }

  bool is_perfect(const Parse& parse, const Clause& clause) const {
    bool participle = false, helper = false;
    for (const auto v : clause.verbs) {
      const auto& atom = parse.atoms[v];
      participle |= atom.participle;
      helper |= v != clause.finite && atom.infinitive && (context_.known.lexicon.is_a(atom.verb, context_.grammar.aux_have) || context_.known.lexicon.is_a(atom.verb, context_.grammar.aux_be));
    }
    return participle && helper;
  }

  bool is_ahead(const Piece& piece) const {
    const auto& clause = piece.parse->clauses[piece.clause];
    return std::any_of(clause.times.begin(), clause.times.end(), [&](std::uint32_t i) { return in(*piece.parse, i, piece.span) && context_.is_ahead(context_.known.times[piece.parse->atoms[i].time]); });
  }

  // "Ik denk dat hij bereid is": what the subject does ends where a clause with a subject of its own begins.
  static TokenSpan without_complements(const Piece& piece) {
    auto span = piece.span;
    if (piece.clause == kNone) return span;
    const auto& parse = *piece.parse;
    const auto verb = parse.atoms[verb_of(parse.clauses[piece.clause])].first;
    for (auto c = piece.clause + 1; c < parse.clauses.size(); ++c) {
      const auto& below = parse.clauses[c];
      if (below.kind != ClauseKind::complement || below.parent != piece.clause || below.atoms.empty()) continue;
      const auto first = parse.atoms[below.atoms.front()].first;
      if (first > verb) span.second = std::min(span.second, first);
    }
    return span;
  }

  // Asked of a rule for one clause of the words after the other.
  bool matches(const StanceRule& rule, std::uint32_t sentence, TokenSpan span) {
    if (matched_rule_ != &rule || matched_span_ != span) {
      matched_rule_ = &rule;
      matched_span_ = span;
      matched_ = std::any_of(rule.patterns.begin(), rule.patterns.end(), [&](std::uint32_t p) { return context_.holds_stance(p, sentence, span); });
    }
    return matched_;
  }

  // A verb of the class that governs the main verb, in the tense that the rule asks for.
  bool has_modal(const Piece& piece, const StanceRule& rule) const {
    const auto& clause = piece.parse->clauses[piece.clause];
    return std::any_of(clause.verbs.begin(), clause.verbs.end(), [&](std::uint32_t v) {
      const auto& atom = piece.parse->atoms[v];
      const bool tense = rule.past == 2 || (atom.past && !(atom.infinitive)) == (rule.past == 1);
      // "Er moet een bestand komen", "Hij moet weg"
      const bool governs = v != clause.main_verb || context_.known.lexicon.is_a(atom.verb, context_.rules.classes.must);
      return tense && governs && context_.known.lexicon.is_a(atom.verb, rule.finite);
    });
  }

  bool has_verb(const Piece& piece, ClassId cls) const {
    const auto& clause = piece.parse->clauses[piece.clause];
    if (context_.known.lexicon.is_a(clause.verb, cls)) return true;
    return std::any_of(clause.verbs.begin(), clause.verbs.end(), [&](std::uint32_t v) { return context_.known.lexicon.is_a(piece.parse->atoms[v].verb, cls); });
  }

  // The first words of all that is said.
  bool begins(const StanceRule& rule, TokenSpan span) const {
    if (span.first > draft_.contents.front().first) return false;
    while (span.first < span.second && context_.punctuation(span.first)) ++span.first;
    return std::any_of(rule.begins.begin(), rule.begins.end(), [&](std::uint32_t p) { return context_.rules.stance_patterns.matches_at(p, context_.text(), context_.known.lexicon, span.first, span.second); });
  }

  // Atoms that begin in the piece's words.
  static std::span<const Atom> atoms_in(const Piece& piece) {
    const auto& atoms = piece.parse->atoms;
    const auto from = [&](TokenId token) { return std::partition_point(atoms.begin(), atoms.end(), [&](const Atom& atom) { return atom.first < token; }); };
    return {from(piece.span.first), from(piece.span.second)};
  }

  bool has_word(const Piece& piece, ClassId cls) const {
    for (const auto& atom : atoms_in(piece)) {
      if (atom.last > piece.span.second) continue;
      const auto index = static_cast<std::size_t>(&atom - piece.parse->atoms.data());
      if (piece.clause != kNone && piece.parse->clause_of[index] != piece.clause) continue;
      if (context_.is(atom.form, cls)) return true;
      for (auto token = atom.first; token < atom.last; ++token) {
        if (context_.token_is(token, cls)) return true;
      }
    }
    return false;
  }

  bool has_words(const StanceRule& rule, const Piece& piece) const {
    return std::any_of(rule.words.begin(), rule.words.end(), [&](ClassId cls) { return has_word(piece, cls); });
  }

  // Somewhere in the words that the piece is of: asked once for all of their clauses.
  bool words_there(const StanceRule& rule, const Piece& piece) {
    if (worded_rule_ != &rule || worded_span_ != piece.span) {
      worded_rule_ = &rule;
      worded_span_ = piece.span;
      worded_ = has_words(rule, {piece.sentence, piece.parse, kNone, piece.span});
    }
    return worded_;
  }

  bool is_negated(const Piece& piece) const {
    if (piece.clause == kNone) {
      const auto atoms = atoms_in(piece);
      return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return atom.tag == Tag::negation || context_.is(atom.form, context_.rules.classes.nothing); });
    }
    for (const auto i : piece.parse->clauses[piece.clause].atoms) {
      const auto& atom = piece.parse->atoms[i];
      if (!in(*piece.parse, i, piece.span)) continue;
      if (atom.tag == Tag::negation || context_.is(atom.form, context_.rules.classes.nothing)) return true;
    }
    return false;
  }

  // A bare stem first, and no other finite verb up to the next punctuation mark.
  bool is_imperative(const Piece& piece) const {
    const auto& text = context_.text();
    if (piece.span.first != draft_.contents.front().first) return false;
    auto first = piece.span.first;
    while (first < piece.span.second && context_.punctuation(first)) ++first;
    if (first >= piece.span.second || asks(piece.span)) return false;
    bool stem = false;
    for (const auto& reading : context_.known.lexicon.readings(text.tokens[first].form)) {
      if (reading.pos != Pos::verb) return false;
      stem |= reading.verb_form == VerbForm::present_first;
    }
    if (!stem) return false;
    for (const auto& atom : piece.parse->atoms) {
      if (atom.first <= first) continue;
      if (atom.first >= piece.span.second || context_.punctuation(atom.first) || atom.tag == Tag::coordinator) break;  // "Sluit ... of we gaan"
      if (atom.first == first + 1 && atom.tag == Tag::pronoun) return false;
      if (atom.tag == Tag::verb && atom.finite && !atom.infinitive && !atom.participle) return false;
    }
    return true;
  }

  bool exclaims(TokenSpan span) const { return ends_in(span, "!"); }
  bool asks(TokenSpan span) const { return ends_in(span, "?"); }
  bool ends_in(TokenSpan span, std::string_view mark) const {
    for (auto token = span.second; token > span.first && context_.punctuation(token - 1); --token) {
      if (context_.text().word(token - 1) == mark) return true;
    }
    return span.second < context_.text().tokens.size() && context_.text().word(span.second) == mark;
  }

  // Who does it in a passive, which without "worden" the parse may not know for one.
  std::uint32_t done_by(const Parse& parse, const Clause& clause) const {
    if (clause.agent != kNone) return clause.agent;
    if (clause.main_verb == kNone || !parse.atoms[clause.main_verb].participle) return kNone;
    for (const auto p : clause.phrases) {
      const auto& phrase = parse.phrases[p];
      if (context_.is(phrase.preposition, context_.rules.classes.by) && parse.atoms[phrase.head].mention != kNone) return p;
    }
    return kNone;
  }

  bool side(const Piece& piece, Side wanted) const {
    const auto& clause = piece.parse->clauses[piece.clause];
    if (clause.subject == kNone && clause.kind == ClauseKind::infinitive) return wanted == Side::own;  // "zei te hopen"
    // "Ze komen en gaan"
    if (clause.subject == kNone && clause.subject_of != kNone && piece.parse->clauses[clause.subject_of].subject != kNone) return side({piece.sentence, piece.parse, clause.subject_of, piece.span}, wanted);
    if (clause.subject == kNone) return false;
    // "Ik zie hem niet snel tekenen": he would.
    if (clause.object != kNone && clause.finite != clause.main_verb && clause.finite != kNone && context_.known.lexicon.is_a(piece.parse->atoms[clause.finite].verb, context_.rules.classes.perceives)) return false;
    // "is door X geschonden": X did it.
    const auto doer = wanted == Side::other ? done_by(*piece.parse, clause) : kNone;
    const auto& phrase = piece.parse->phrases[doer != kNone ? doer : clause.subject];
    const auto& head = piece.parse->atoms[phrase.head];
    const auto form = context_.text().tokens[head.first].form;
    const bool first = context_.is(form, context_.rules.classes.first_person);
    const bool second = context_.is(form, context_.rules.classes.second_person);
    if (wanted == Side::first) return first;
    if (wanted == Side::second) return second;
    if (first) return wanted == Side::own;
    if (second && draft_.direct) return wanted == Side::other;  // who is spoken to is not the speaker
    if (speaks_of_itself(clause, head)) return wanted == Side::own;
    std::vector<ActorId> subjects, nation;
    bool person = false;
    for (auto i = phrase.first; i < phrase.last; ++i) {
      const auto& atom = piece.parse->atoms[i];
      if (atom.mention == kNone) continue;
      if (atom.tag == Tag::adjective) {
        const auto& whose = context_.known.mentions[atom.mention].who;
        nation.insert(nation.end(), whose.begin(), whose.end());
        continue;
      }
      // In his own words a speaker is "I", and "he" is somebody else.
      if (draft_.direct && context_.known.mentions[atom.mention].kind == MentionKind::pronoun) return wanted == Side::other;
      const auto& who = context_.known.mentions[atom.mention].who;
      person |= context_.known.mentions[atom.mention].person;
      subjects.insert(subjects.end(), who.begin(), who.end());
      if (who.empty() && context_.known.mentions[atom.mention].kind == MentionKind::pronoun) return wanted == Side::own;
    }
    if (draft_.speakers.who.empty() || tells_news()) return false;
    if (subjects.empty()) subjects = std::move(nation);  // "the Norwegian missiles"
    const bool placeless = std::all_of(subjects.begin(), subjects.end(), [](const ActorId& a) { return a.country == kNoActor && a.actor == kNoActor; });
    if (placeless && owned(*piece.parse, phrase)) return wanted == Side::own;
    if (subjects.empty()) return wanted == Side::other && nameless(*piece.parse, phrase);
    // "De Noorse kenner denkt dat de Noorse premier gaat": an outsider is not on his side.
    const auto& speaker = draft_.speakers.who.front();
    if (wanted == Side::own && person && subjects.size() == 1 && subjects.front().id != speaker.id && speaker.actor == kNoActor && !is_role_of(speaker)) return false;
    const bool own = std::all_of(subjects.begin(), subjects.end(), [&](const ActorId& s) {
      return std::any_of(draft_.speakers.who.begin(), draft_.speakers.who.end(), [&](const ActorId& w) { return same_side(s, w); });
    });
    if (wanted == Side::own) return own;
    const auto placed = [](const ActorId& a) { return a.country != kNoActor; };
    return !own && std::any_of(subjects.begin(), subjects.end(), placed) && std::any_of(draft_.speakers.who.begin(), draft_.speakers.who.end(), placed);
  }

  // "Het kabinet stuurt geld", said by a minister: a body that the speaker may well head.
  bool owned(const Parse& parse, const Phrase& phrase) const {
    const auto& head = parse.atoms[phrase.head];
    const bool definite = phrase.head > phrase.first && (context_.is(parse.atoms[phrase.first].form, context_.grammar.definite) || context_.is(parse.atoms[phrase.first].form, context_.grammar.possessive));
    return definite && phrase.last == phrase.head + 1 && context_.token_is(head.last - 1, context_.rules.classes.own_body);
  }

  // "Het ministerie meldt dat het hoopt": a body is "het".
  bool speaks_of_itself(const Clause& clause, const Atom& head) const {
    if (draft_.direct || clause.kind != ClauseKind::complement || draft_.speakers.phrase == kNone || !context_.is(head.form, context_.rules.classes.it) || draft_.speakers.phrase >= context_.parses[draft_.sentence].phrases.size()) return false;
    const auto& parse = context_.parses[draft_.sentence];
    const auto& speaker = parse.atoms[parse.phrases[draft_.speakers.phrase].head];
    return speaker.mention != kNone && !context_.known.mentions[speaker.mention].person;
  }

  // “Deze man wil geen vrede”: somebody else in a speaker's own words.
  bool nameless(const Parse& parse, const Phrase& phrase) const {
    const auto& head = parse.atoms[phrase.head];
    return draft_.direct && phrase.head > phrase.first && context_.token_is(head.last - 1, context_.rules.classes.person_noun) && context_.is(parse.atoms[phrase.first].form, context_.rules.classes.pointing);
  }

  // A newspaper or an agency is of no country's side.
  bool tells_news() const {
    if (std::any_of(draft_.speakers.who.begin(), draft_.speakers.who.end(), [&](const ActorId& who) { return is_media(context_.gazetteer, who); })) return true;
    if (draft_.speakers.phrase == kNone) return false;
    const auto& parse = context_.parses[draft_.sentence];
    if (draft_.speakers.phrase >= parse.phrases.size()) return false;
    const auto& head = parse.atoms[parse.phrases[draft_.speakers.phrase].head];
    for (auto token = head.first; token < head.last; ++token) {
      if (context_.token_is(token, context_.rules.classes.media)) return true;
    }
    return false;
  }

  const ClaimContext& context_;
  const Draft& draft_;
  std::vector<Piece> pieces_;
  const StanceRule* matched_rule_ = nullptr;  // what was asked last, and the answer
  TokenSpan matched_span_;
  bool matched_ = false;
  const StanceRule* worded_rule_ = nullptr;  // the same of its words
  TokenSpan worded_span_;
  bool worded_ = false;
};

}  // namespace

Stance stance_of(const ClaimContext& context, const Draft& draft) { return StanceReader(context, draft).run(); }

}  // namespace kroniek
