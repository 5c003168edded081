#include "quoted.hpp"

#include "../actors/roles.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <span>

namespace kroniek {

namespace {

// The whole of a quotation that may run over several blocks.
TokenSpan whole(const ClaimContext& context, std::uint32_t quote) {
  const auto first = context.quotes[quote].open;
  while (context.quotes[quote].next != kNoQuote) quote = context.quotes[quote].next;
  return {first, context.quotes[quote].end()};
}

// The content is one quotation, or several with nothing but punctuation between.
bool quote_as_whole(const ClaimContext& context, TokenSpan& content, std::uint32_t outer) {
  if (!context.all_quoted(content, outer)) return false;
  for (auto token = content.first; token < content.second; ++token) {
    const auto q = context.punctuation(token) ? context.mark_of[token] : context.inside(token);
    if (q == kNoQuote || q == outer) continue;
    auto top = q;
    while (context.quotes[top].outer != kNoQuote && context.quotes[top].outer != outer) top = context.quotes[top].outer;
    content.first = std::min(content.first, context.quotes[top].open);
    content.second = std::max(content.second, context.quotes[top].end());
  }
  return true;
}

// The sentence before, or the quotation that ends it.
TokenSpan said_before(const ClaimContext& context, std::uint32_t sentence) {
  if (sentence == 0) return {0, 0};
  const auto& before = context.sentence(sentence - 1);
  const auto kind = context.document.blocks[before.block].kind;
  TokenSpan span{before.first, before.last};
  if (kind == BlockKind::title || kind == BlockKind::caption) return {0, 0};
  if (kind == BlockKind::heading) return quote_as_whole(context, span, kNoQuote) ? span : TokenSpan{0, 0};  // "‘...’ / Zo vat X het samen"
  for (auto token = before.last; token > before.first && context.punctuation(token - 1); --token) {
    if (context.mark_of[token - 1] == kNoQuote) continue;
    const auto& quote = context.quotes[context.mark_of[token - 1]];
    if (quote.closed && quote.close == token - 1 && quote.outer == kNoQuote && (quote.open <= before.first || context.utterance(quote))) return {quote.open, quote.end()};
  }
  return context.trim(span);
}

// "X. Y maakte dat bekend.": the sentence before in the paragraph, if nobody has been said to say it.
bool takes_up_before(const ClaimContext& context, const std::vector<Draft>& drafts, std::size_t index) {
  const auto sentence = drafts[index].sentence;
  if (!context.text().goes_on(sentence) || context.quote_at[context.sentence(sentence - 1).first] != kNoQuote) return false;
  while (index > 0 && drafts[index - 1].sentence == sentence) --index;
  return index == 0 || drafts[index - 1].sentence + 1 != sentence;
}

void widen(Draft& draft) {
  for (const auto& content : draft.contents) {
    draft.first = std::min(draft.first, content.first);
    draft.last = std::max(draft.last, content.second);
  }
}

constexpr std::ptrdiff_t kFar = 256;  // drafts to look back, so that time stays linear in the text


class Floating {
 public:
  Floating(const ClaimContext& context, const SpeakerFinder& finder, std::vector<Draft>& drafts) : context_(context), finder_(finder), drafts_(drafts) {}

  void run() {
    find_interview();
    for (std::uint32_t q = 0; q < context_.quotes.size(); ++q) {
      const auto& quote = context_.quotes[q];
      if (quote.outer != kNoQuote || quote.continues || (!quote.closed && quote.next == kNoQuote)) continue;
      const auto kind = context_.document.blocks[quote.block].kind;
      if (kind == BlockKind::title || kind == BlockKind::heading || kind == BlockKind::pull_quote || kind == BlockKind::caption) continue;
      const auto span = whole(context_, q);
      if ((!stands_alone(span) && !behind_colon(quote)) || !(context_.utterance(quote) || quote.next != kNoQuote)) continue;
      bool taken = false;
      for_drafts_up_to(*this, span.second, [&](const Draft& d) {
        const bool within = d.cue_first < d.cue_last && span.first <= d.cue_first && d.cue_first < span.second;  // told in it by somebody else
        taken = taken || ((d.direct || d.previous) && !within && d.covers(span));
      });
      if (!taken) add(q, span);
    }
    std::move(added_.begin(), added_.end(), std::back_inserter(drafts_));
  }

 private:
  // Those that begin before the token, the last ones.
  template <class Self, class Action>
  static void for_drafts_up_to(Self& self, TokenId token, Action action) {
    const auto end = std::partition_point(self.drafts_.begin(), self.drafts_.end(), [&](const Draft& d) { return d.first < token; });
    std::for_each(end - std::min(kFar, end - self.drafts_.begin()), end, action);
    std::for_each(self.added_.end() - std::min(kFar, self.added_.end() - self.added_.begin()), self.added_.end(), action);
  }

  // Nothing but quotations in its sentences.
  bool stands_alone(TokenSpan span) const {
    const auto& text = context_.text();
    const auto first = text.sentences[text.sentence_at(span.first)].first;
    const auto last = text.sentences[text.sentence_at(span.second - 1)].last;
    for (auto token = first; token < last; ++token) {
      if (!context_.punctuation(token) && context_.quote_at[token] == kNoQuote) return false;
    }
    return true;
  }

  // "En ook: ‘...’": a sentence that ends in a quotation, without a verb of saying.
  bool behind_colon(const Quote& quote) const { return quote.open > 0 && quote.closed && context_.text().word(quote.open - 1) == ":"; }

  void add(std::uint32_t q, TokenSpan span) {
    const auto sentence = context_.text().sentence_at(span.first);
    // Directly behind a quotation of the same paragraph: it goes on.
    Draft* before = nullptr;
    for_drafts_up_to(*this, span.first, [&](Draft& draft) {
      if (draft.last <= span.first && (before == nullptr || draft.last > before->last || (draft.last == before->last && draft.direct))) before = &draft;
    });
    const bool same_block = context_.text().goes_on(sentence);
    // "X reageerde woedend. ‘...’"
    if (same_block && before != nullptr && before->alone && before->sentence + 1 == sentence && context_.inside(before->cue_first) == kNoQuote) {
      before->contents = {span};
      before->direct = true;
      before->alone = false;
      before->last = span.second;
      return;
    }
    if (same_block && before != nullptr && before->direct && before->last > context_.sentence(sentence - 1).first) {
      before->contents.push_back(span);
      before->last = span.second;
      return;
    }
    Draft draft;
    draft.sentence = sentence;
    draft.direct = true;
    draft.rule = "claims.quotation";
    draft.first = span.first;
    draft.last = span.second;
    draft.contents = {span};
    draft.speakers = speaker(q, sentence, before);
    draft.fixed = is_answer(context_.quotes[q].block);  // an answer tells many things
    added_.push_back(std::move(draft));
  }

  Speakers speaker(std::uint32_t q, std::uint32_t sentence, const Draft* before) const {
    Speakers nobody;
    nobody.found = true;
    const auto block = context_.quotes[q].block;
    const auto said = whole(context_, q);
    if (is_answer(block)) return answerer(block);
    // Its own sentence, then those before it in the paragraph: their speaker, else their subject.
    if (const auto& parse = context_.parses[sentence]; behind_colon(context_.quotes[q])) {
      for (const auto& clause : parse.clauses) {
        if (clause.subject == kNone || parse.atoms[parse.phrases[clause.subject].head].first > context_.quotes[q].open) continue;
        if (auto speakers = finder_.of_phrase(parse, clause.subject, false); !speakers.who.empty()) return speakers;
      }
    }
    for (auto s = sentence; s > 0 && context_.sentence(s - 1).block == block; --s) {
      const auto told = latest(s - 1);
      // "Hij weigert. ‘...’": an act is told of him, and the words may be somebody else's.
      const bool act = told != nullptr && !told->saying && names(said, told->speakers);
      if (told != nullptr && told->speakers.found && !act) return told->speakers;
      if (told == nullptr && tells_on(s - 1)) continue;
      if (told == nullptr) {
        if (const auto* paper = cited(s - 1); paper != nullptr) return paper->speakers;
      }
      const auto& parse = context_.parses[s - 1];
      for (const auto& clause : parse.clauses) {
        if (clause.kind != ClauseKind::main || clause.subject == kNone || !person(parse, clause.subject)) continue;
        if (auto speakers = finder_.of_phrase(parse, clause.subject, false); !speakers.who.empty() && !names(said, speakers)) return speakers;
      }
      if (auto speakers = only_person(s - 1); speakers.found && !names(said, speakers)) return speakers;
    }
    // A colon at the end of the paragraph before.
    if (sentence > 0 && context_.text().word(context_.sentence(sentence - 1).last - 1) == ":") {
      const auto& parse = context_.parses[sentence - 1];
      for (const auto& clause : parse.clauses) {
        if (clause.subject == kNone) continue;
        if (auto speakers = finder_.of_phrase(parse, clause.subject, false); speakers.found) return speakers;
      }
    }
    if (before != nullptr && before->speakers.found && (before->saying || !names(said, before->speakers))) return before->speakers;
    if (auto speakers = paragraph_before(sentence); speakers.found) return speakers;
    // "“...” X lacht erbij."
    const auto next = context_.text().sentence_at(said.second - 1) + 1;
    if (next < context_.text().sentences.size() && context_.sentence(next).block == context_.quotes[q].block) {
      if (const auto* told = latest(next); told != nullptr && told->speakers.found) return told->speakers;
      if (auto speakers = finder_.main_subject(next); !speakers.who.empty()) return speakers;
    }
    return nobody;
  }

  // "De krant Z meldt dat dit ‘erg’ is. X sprak Y. ‘...’": Z is cited, as before in the paragraph; nobody else speaks in it.
  const Draft* cited(std::uint32_t sentence) const {
    if (!context_.text().goes_on(sentence)) return nullptr;
    const auto* told = latest(sentence - 1);
    const bool paper = told != nullptr && told->speakers.who.size() == 1 && is_media(context_.gazetteer, told->speakers.who.front());
    const auto& marks = context_.mark_of;
    return paper && std::any_of(marks.begin() + told->first, marks.begin() + told->last, [](std::uint32_t mark) { return mark != kNoQuote; }) ? told : nullptr;
  }

  // "X zei dat het goed ging. Daar mag ook Y komen.": what may or must be, right behind what X said, is his too.
  bool tells_on(std::uint32_t sentence) const {
    if (!context_.text().goes_on(sentence)) return false;
    const auto* told = latest(sentence - 1);
    if (told == nullptr || told->speakers.who.empty() || !told->saying) return false;
    const auto& parse = context_.parses[sentence];
    return std::any_of(parse.clauses.begin(), parse.clauses.end(), [&](const Clause& clause) {
      if (clause.kind != ClauseKind::main || clause.finite == kNone || clause.past) return false;
      const auto verb = parse.atoms[clause.finite].verb;
      return context_.known.lexicon.is_a(verb, context_.grammar.aux_modal) && !context_.known.lexicon.is_a(verb, context_.rules.classes.will);
    });
  }

  // A quotation that begins its paragraph: whoever spoke last in the paragraph before, or acted there.
  Speakers paragraph_before(std::uint32_t sentence) const {
    while (context_.text().goes_on(sentence)) --sentence;
    while (sentence > 0 && context_.block_kind(sentence - 1) == BlockKind::heading) --sentence;
    if (sentence == 0) return {};
    const auto block = context_.sentence(sentence - 1).block;
    if (context_.document.blocks[block].kind != BlockKind::paragraph) return {};
    for (auto s = sentence; s > 0 && context_.sentence(s - 1).block == block; --s) {
      if (const auto* told = latest(s - 1); told != nullptr && !told->speakers.who.empty()) return told->speakers;
      const auto& parse = context_.parses[s - 1];
      for (const auto& clause : parse.clauses) {
        if (clause.kind != ClauseKind::main || clause.subject == kNone || !person(parse, clause.subject) || context_.quote_at[context_.sentence(s - 1).first] != kNoQuote) continue;
        if (auto speakers = finder_.of_phrase(parse, clause.subject, false); speakers.who.size() == 1) return speakers;
      }
    }
    return {};
  }

  // The one person whom a sentence names: "De reactie van X was kort."
  Speakers only_person(std::uint32_t sentence) const {
    Speakers speakers;
    const auto& span = context_.sentence(sentence);
    for (const auto& mention : context_.mentions_before(span.last)) {
      if (mention.first < span.first || mention.last > span.last || !mention.person || mention.kind == MentionKind::group || mention.who.size() != 1) continue;
      if (speakers.found && speakers.who.front().id != mention.who.front().id) return {};
      speakers.found = true;
      speakers.who = mention.who;
    }
    return speakers;
  }

  // Nobody speaks of himself by his name.
  bool names(TokenSpan span, const Speakers& speakers) const {
    if (speakers.who.size() != 1) return false;
    const auto& mentions = context_.known.mentions;
    auto it = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.first < span.first; });
    for (; it != mentions.end() && it->first < span.second; ++it) {
      if (it->kind == MentionKind::name && it->person && it->who.size() == 1 && it->who.front().id == speakers.who.front().id) return true;
    }
    return false;
  }

  const Draft* latest(std::uint32_t sentence) const {
    const Draft* best = nullptr;
    for_drafts_up_to(*this, context_.sentence(sentence).last, [&](const Draft& draft) {
      if (draft.sentence == sentence && context_.inside(draft.cue_first) == kNoQuote && (best == nullptr || draft.cue_first > best->cue_first)) best = &draft;
    });
    return best;
  }

  bool person(const Parse& parse, std::uint32_t p) const {
    const auto& phrase = parse.phrases[p];
    for (auto i = phrase.first; i < phrase.last; ++i) {
      if (parse.atoms[i].mention == kNone) continue;
      // "De Noren": of a people no one speaks.
      const auto& mention = context_.known.mentions[parse.atoms[i].mention];
      if (mention.person && mention.kind != MentionKind::group) return true;
    }
    return false;
  }

  // Paragraphs that are all quotation, each behind a paragraph that is none and has no cue of its own for it.
  void find_interview() {
    const auto& text = context_.text();
    find_labels();
    std::vector<std::uint32_t> answers;
    for (const auto& label : labels_) answers.push_back(label.block);
    for (const auto& quote : context_.quotes) {
      if (quote.outer != kNoQuote || !is_block(quote)) continue;
      const auto s = text.sentence_at(quote.open);
      const auto& question = text.sentences[s - 1];
      const auto kind = context_.document.blocks[question.block].kind;
      const auto end = text.word(question.last - 1);
      if (context_.quote_at[question.first] != kNoQuote) continue;
      if (end == "?" || kind == BlockKind::heading || one_sentence_block(s - 1)) answers.push_back(quote.block);
    }
    if (answers.size() < 2) return;
    const auto first = *std::min_element(answers.begin(), answers.end());
    const auto labelled = [&](std::uint32_t block) {
      const auto label = labels_from(block);
      return label != labels_.end() && label->block == block;
    };
    // Then what stands behind a question of several sentences is an answer too.
    answers_.clear();
    for (const auto& quote : context_.quotes) {
      if (quote.outer != kNoQuote || quote.block < first || !is_block(quote)) continue;
      const auto& question = text.sentences[text.sentence_at(quote.open) - 1];
      if (context_.quote_at[question.first] == kNoQuote) answers_.push_back(quote.block);
    }
    for (auto& draft : drafts_) {
      if (draft.rule == "claims.headline" && draft.direct && labelled(context_.sentence(draft.sentence).block)) draft.fixed = true;
    }
    if (!labels_.empty()) {
      interviewee_ = labels_.front().who;
    } else {
      find_interviewee(first);
    }
  }

  // Paragraphs such as "Nora Wiebes: “...”".
  void find_labels() {
    for (const auto& draft : drafts_) {
      const auto& sentence = context_.sentence(draft.sentence);
      const bool opens = draft.sentence > 0 && context_.sentence(draft.sentence - 1).block != sentence.block;
      if (draft.rule != "claims.headline" || !draft.direct || draft.heading || !opens || draft.speakers.who.size() != 1) continue;
      labels_.push_back({sentence.block, draft.speakers});
      labels_.back().who.phrase = kNone;
    }
  }

  struct Label {
    std::uint32_t block;
    Speakers who;
  };
  // The first label of the block or behind it.
  std::vector<Label>::const_iterator labels_from(std::uint32_t block) const {
    return std::partition_point(labels_.begin(), labels_.end(), [&](const Label& label) { return label.block < block; });
  }

  // Whose label stands last before the answer; without one the interviewee.
  const Speakers& answerer(std::uint32_t block) const {
    const auto next = labels_from(block);
    return next == labels_.begin() ? interviewee_ : std::prev(next)->who;
  }

  // A paragraph that is all quotation, behind another block.
  bool is_block(const Quote& quote) const {
    if (quote.continues || context_.document.blocks[quote.block].kind != BlockKind::paragraph) return false;
    const auto& text = context_.text();
    const auto s = text.sentence_at(quote.open);
    if (s == 0 || text.sentences[s].first != quote.open || text.sentences[s].block == 0 || text.sentences[s - 1].block == text.sentences[s].block) return false;
    return stands_alone({quote.open, quote.end()}) && whole_block(quote);
  }

  bool whole_block(const Quote& quote) const {
    const auto& text = context_.text();
    const auto s = text.sentence_at(quote.end() - 1);
    return s + 1 >= text.sentences.size() || text.sentences[s + 1].block != quote.block;
  }
  bool one_sentence_block(std::uint32_t s) const {
    const auto& text = context_.text();
    return s == 0 || text.sentences[s - 1].block != text.sentences[s].block;
  }
  bool is_answer(std::uint32_t block) const { return interviewee_.found && std::binary_search(answers_.begin(), answers_.end(), block); }

  // Who is interviewed, by what tells it best: named behind a word such as "interview", before "over" in a line without
  // a verb, with an age ("X (48)"), unknown to the gazetteer though named in full, or named last before the first answer.
  void find_interviewee(std::uint32_t first_answer) {
    const auto& text = context_.text();
    int best = 0;
    for (const auto& mention : context_.known.mentions) {
      const auto s = text.sentence_at(mention.first);
      if (s >= text.sentences.size()) break;
      if (!mention.person || mention.genitive || mention.who.size() != 1 || mention.kind != MentionKind::name) continue;
      const bool before = text.sentences[s].block + 1 < first_answer;
      const bool ends = text.sentences[s].block + 1 == context_.document.blocks.size();
      if (!before && !ends) continue;
      const int told = introduces(mention, s, before);
      if (told == 0 || told < best || (told == best && told == kBehindWord)) continue;
      best = told;
      interviewee_.who = mention.who;
      interviewee_.found = true;
    }
  }

  static constexpr int kBehindWord = 5, kAbout = 4, kAge = 3, kStranger = 2, kNamed = 1;
  int introduces(const Mention& mention, std::uint32_t s, bool before) const {
    const auto& text = context_.text();
    const auto& sentence = text.sentences[s];
    const auto& classes = context_.rules.classes;
    const bool aged = mention.last + 2 < sentence.last && text.word(mention.last) == "(" && text.tokens[mention.last + 1].has(kDigits) && text.word(mention.last + 2) == ")";
    if (!before) return aged ? kAge : 0;
    for (auto token = sentence.first; token < mention.first; ++token) {
      if (context_.token_is(token, classes.interview)) return kBehindWord;
    }
    const auto& clauses = context_.parses[s].clauses;
    const bool verbless = std::all_of(clauses.begin(), clauses.end(), [](const Clause& clause) { return clause.finite == kNone; });
    if (verbless && mention.last < sentence.last && context_.is(text.tokens[mention.last].form, classes.about)) return kAbout;
    if (aged) return kAge;
    TokenId capitals = 0;
    for (auto token = mention.first; token < mention.last; ++token) capitals += text.tokens[token].has(kCapital) ? 1 : 0;
    return mention.who.front().actor == kNoActor && capitals > 1 ? kStranger : kNamed;
  }

  const ClaimContext& context_;
  const SpeakerFinder& finder_;
  std::vector<Draft>& drafts_;  // by their begin
  std::vector<Draft> added_;
  std::vector<Label> labels_;            // by block
  std::vector<std::uint32_t> answers_;   // blocks
  Speakers interviewee_;
};

}  // namespace

void refine_quoted(const ClaimContext& context, std::vector<Draft>& drafts) {
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    auto& draft = drafts[d];
    const auto outer = context.inside(draft.cue_first);
    if (draft.takes_up) draft.previous = takes_up_before(context, drafts, d);
    if (draft.awaits) {
      const auto next = draft.sentence + 1;
      if (next < context.text().sentences.size()) {
        const auto first = context.sentence(next).first;
        const auto q = context.quote_at[first];
        draft.contents = {q != kNoQuote && context.quotes[q].open == first ? whole(context, q) : context.trim({first, context.sentence(next).last})};
        draft.around = true;
        widen(draft);
      }
    } else if (draft.previous) {
      const auto before = said_before(context, draft.sentence);
      if (before.first < before.second && outer == kNoQuote) {
        draft.contents = {before};
        widen(draft);
      }
    }
    bool direct = !draft.contents.empty();
    auto contents = draft.contents;
    for (auto& content : contents) direct = direct && quote_as_whole(context, content, outer);
    const auto behind_colon = [&](TokenSpan content) { return content.first > 0 && context.text().word(content.first - 1) == ":"; };
    // The mark before a quotation of several sentences is found only with the whole of it.
    const bool marks = draft.around || draft.previous || behind_colon(draft.contents.front()) || (direct && behind_colon(contents.front())) ||
                       (context.mark_of[draft.contents.front().first] != kNoQuote && context.utterance(context.quotes[context.mark_of[draft.contents.front().first]]));
    if (!direct || !marks) continue;
    draft.direct = true;
    draft.contents = std::move(contents);
    widen(draft);
  }
}

void add_floating(const ClaimContext& context, const SpeakerFinder& speakers, std::vector<Draft>& drafts) { Floating(context, speakers, drafts).run(); }

}  // namespace kroniek
