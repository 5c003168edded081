#include "pronouns.hpp"

#include "phrases.hpp"
#include "possessives.hpp"

#include <algorithm>

namespace kroniek {

namespace {

bool is_subject(const Spoken& entry) { return entry.standing == Standing::subject || entry.standing == Standing::main_subject; }
bool is_argument(const Spoken& entry) { return entry.standing != Standing::possessor && entry.standing != Standing::adjective && entry.standing != Standing::embedded; }

}  // namespace

bool Pronouns::mentioned_in_segment(const std::vector<ActorId>& who, TokenId token) const {
  if (who.empty()) return false;
  const auto begin = discourse_.segment_begin(token), end = discourse_.segment_end(token);
  auto m = std::lower_bound(known_.begin(), known_.end(), begin, [](const Mention& mention, TokenId t) { return mention.first < t; });
  for (; m != known_.end() && m->first < end; ++m) {
    if (m->genitive || m->kind == MentionKind::nationality || m->who.empty()) continue;
    if (m->first <= token && m->last > token) continue;  // the phrase that the pronoun is in
    if (same_actors(m->who, who)) return true;
  }
  return false;
}

bool Pronouns::beside(const Spoken& entry, TokenId token) const {
  if (entry.who.empty()) return entry.segment == discourse_.segment_of(token) && is_argument(entry);
  for (auto e = discourse_.entries().rbegin(); e != discourse_.entries().rend() && e->segment >= discourse_.segment_of(token); ++e) {
    if (e->segment == discourse_.segment_of(token) && is_argument(*e) && same_actors(e->who, entry.who)) return true;
  }
  return mentioned_in_segment(entry.who, token);
}

// "'Hij moet weg', zei X": he is not X, and "ze" are not X's country.
bool Pronouns::speaker_of_quote(const Spoken& entry, TokenId token) const {
  if (!words_.quoted(token)) return false;
  const auto& sentence = words_.text().sentences[discourse_.sentence_of(token)];
  auto m = std::lower_bound(known_.begin(), known_.end(), sentence.first, [](const Mention& mention, TokenId t) { return mention.first < t; });
  for (; m != known_.end() && m->first < sentence.last; ++m) {
    if (words_.quoted(m->first) || !m->person || m->genitive || m->who.size() != 1) continue;
    const auto& speaker = m->who.front();
    if (std::any_of(entry.who.begin(), entry.who.end(), [&](const ActorId& who) { return who.id == speaker.id || (who.actor != kNoActor && who.actor == speaker.country); })) return true;
  }
  return false;
}

// "'Hij moet weg', zei hij": two of them.
std::vector<ActorId> Pronouns::teller_of_quote(TokenId token) const {
  if (!words_.quoted(token)) return {};
  const auto& sentence = words_.text().sentences[discourse_.sentence_of(token)];
  for (auto t = token + 1; t < sentence.last; ++t) {
    if (words_.quoted(t) || !words_.at(t - 1).finite) continue;
    if (words_.at(t).own.has(Word::ref_he)) return he(t, 'm', true);
  }
  return {};
}

std::vector<ActorId> Pronouns::he(TokenId token, char sex, bool subject) const {
  const auto begin = discourse_.segment_begin(token);
  const auto teller = teller_of_quote(token);
  // "X moet weg, zei hij": he is not X either.
  const auto opening = words_.text().sentences[discourse_.sentence_of(token)].first;
  // ... but in "toen X aankwam, sprak hij", "een uur nadat X was aangekomen, sprak hij" he is X.
  constexpr TokenId kAhead = 5;
  auto opener = opening;
  while (opener < std::min(begin, opening + kAhead) && !words_.is(opener, Word::subordinator) && !words_.punct(opener) && words_.atom(opener).actor == kNoActor) ++opener;
  const bool goes_on = opener < begin && words_.is(opener, Word::subordinator) && !words_.is(begin, Word::says_that);
  const bool remark = subject && token == begin + 1 && words_.at(begin).finite && begin > opening && !goes_on;
  auto remark_from = begin;
  while (remark_from > 0 && discourse_.sentence_of(remark_from - 1) == discourse_.sentence_of(token) && words_.text().word(remark_from - 1) != ":" &&
         words_.text().word(remark_from - 1) != ";") {
    --remark_from;
  }
  if (subject) {
    if (const auto* object = controlled(token, [&](const Spoken& entry) { return entry.person && sex_fits(sex, entry.sex); }); object != nullptr && !object->who.empty()) return object->who;
    if (auto who = subject_ahead(token, sex); !who.empty()) return who;
  }
  // Without a subject of its own, a clause has the one before it, who is not "hem".
  const Spoken* implied = subject ? nullptr : discourse_.subject_before(token, false);
  if (!subject && implied == nullptr) implied = discourse_.subject_before(token, true);
  const auto implied_who = implied != nullptr && implied->segment != discourse_.segment_of(token) ? implied->who : std::vector<ActorId>();
  std::vector<const Spoken*> told;  // by "hij"
  for (auto e = discourse_.entries().rbegin(); remark && e != discourse_.entries().rend() && e->first >= remark_from; ++e) {
    if (is_subject(*e) && e->person && !e->plural && !words_.at(e->first).own.has_any({Word::ref_he, Word::ref_she_they})) told.push_back(&*e);
  }
  const auto is_told = [&](const Spoken& entry) {
    return std::any_of(told.begin(), told.end(), [&](const Spoken* one) { return !one->who.empty() && same_actors(one->who, entry.who); });
  };
  const auto* asker = subject ? asks_of_another(token) : nullptr;
  const auto may_be = [&](const Spoken& entry) {
    // "De Commissie ... Ze wil"
    const bool body = sex == 'f' && subject && entry.body && !entry.plural && is_subject(entry) && entry.sentence + 1 >= discourse_.sentence_of(token);
    if ((!entry.person && !body) || entry.plural || !sex_fits(sex, entry.sex) || entry.standing == Standing::adjective) return false;
    // Of two subjects in what looks like one clause each has a clause of its own.
    const bool two_subjects = subject && is_subject(entry) && !mentioned_in_segment(entry.who, token);
    if ((!two_subjects && beside(entry, token)) || speaker_of_quote(entry, token)) return false;
    if (!teller.empty() && same_actors(entry.who, teller)) return false;
    if (remark && (entry.first >= remark_from || is_told(entry))) return false;
    return implied_who.empty() || !same_actors(entry.who, implied_who) || follows_own_subject(token);
  };
  const auto* found = asker == nullptr ? nullptr : discourse_.best(token, [&](const Spoken& entry) { return !same_actors(entry.who, asker->who) && may_be(entry); });
  if (found == nullptr) found = discourse_.best(token, may_be);
  if (found == nullptr && remark) {
    // Nobody else has been spoken of: the subject of what is told tells it.
    found = discourse_.best(token, [&](const Spoken& entry) {
      return entry.standing == Standing::main_subject && entry.sentence == discourse_.sentence_of(token) && entry.person && !entry.plural && sex_fits(sex, entry.sex);
    });
  }
  if (found == nullptr && subject) {
    // "Volgens X heeft hij goede gesprekken": with nobody else to mean, he is the source.
    found = discourse_.best(token, [&](const Spoken& entry) {
      return entry.standing == Standing::source && entry.segment == discourse_.segment_of(token) && entry.person && !entry.plural && sex_fits(sex, entry.sex);
    });
  }
  return found == nullptr ? std::vector<ActorId>() : found->who;
}

// "X eiste dat hij vertrekt": the subject of the clause before, who is not he; nullptr if it says no such thing.
const Spoken* Pronouns::asks_of_another(TokenId token) const {
  const auto begin = discourse_.segment_begin(token);
  if (begin == 0 || !words_.is(begin, Word::complementizer) || discourse_.sentence_of(begin - 1) != discourse_.sentence_of(token)) return nullptr;
  for (auto t = discourse_.segment_begin(begin - 1); t < begin; ++t) {
    if (words_.is(t, Word::asks_of_another)) return discourse_.subject_before(begin, true);
  }
  return nullptr;
}

// "X verwijt Y dat hij ...", "X bedankte Y omdat hij ...", "... voor de tanks die hij gaf": the object of such a verb in the clause before.
const Spoken* Pronouns::controlled(TokenId token, const std::function<bool(const Spoken&)>& fits) const {
  const auto begin = discourse_.segment_begin(token);
  const bool told = words_.is(begin, Word::complementizer);
  if (begin == 0 || (!told && !words_.is(begin, Word::subordinator) && !words_.is(begin, Word::relative)) || discourse_.sentence_of(begin - 1) != discourse_.sentence_of(token)) return nullptr;
  const auto above = discourse_.segment_of(begin - 1);
  bool verb = false;
  for (auto t = discourse_.segment_begin(begin - 1); t < begin; ++t) verb |= words_.is(t, told ? Word::object_control : Word::object_reason);
  if (!verb) return nullptr;
  for (auto e = discourse_.entries().rbegin(); e != discourse_.entries().rend() && e->segment >= above; ++e) {
    if (e->segment == above && e->standing == Standing::object && !e->plural && fits(*e)) return &*e;
  }
  return nullptr;
}

// Whether the clause of the token has a subject of its own, before or after it.
bool Pronouns::follows_own_subject(TokenId token) const {
  if (discourse_.subject_before(token, false) != nullptr) return true;
  if (words_.is(token - (token > 0), Word::relative) && token - 1 == discourse_.segment_begin(token)) return true;  // "een tour die hem naar X voerde"
  const auto end = discourse_.segment_end(token);
  auto m = std::lower_bound(known_.begin(), known_.end(), token, [](const Mention& mention, TokenId t) { return mention.first < t; });
  for (; m != known_.end() && m->first < end; ++m) {
    if (m->first > token && !m->genitive && m->kind != MentionKind::nationality && !words_.at(m->first - 1).own.has_any({Word::preposition, Word::coordinator})) return true;
  }
  const auto begin = discourse_.segment_begin(token);
  for (auto t = begin; t < end; ++t) {
    if (t != token && words_.at(t).own.has(Word::nominative)) return true;
  }
  return false;
}

Pronouns::Number Pronouns::verb_number(TokenId token, const Sentence& sentence) const {
  const auto number = [&](TokenId t) {
    const auto& can = words_.at(t);
    if (can.plural_verb && !can.singular_verb) return Number::plural;
    return can.singular_verb && !can.plural_verb ? Number::singular : Number::unknown;
  };
  const auto end = std::min(discourse_.segment_end(token), sentence.last);
  const bool phrase = token + 1 < end && words_.at(token + 1).own.has_any({Word::adverb, Word::preposition});  // "ze in mei hadden", no form of "innen"
  if (token + 1 < end && !phrase) {
    if (const auto n = number(token + 1); n != Number::unknown && !words_.at(token + 1).noun && words_.at(token + 1).finite) return n;
  }
  // "Zij verwijten hem dat": behind "zij" at the head of its clause a noun is a verb.
  const bool heads = token == discourse_.segment_begin(token) && words_.is(token, Word::ref_she_they);
  if (heads && token + 1 < end && !phrase && words_.at(token + 1).noun && number(token + 1) == Number::plural) return Number::plural;
  if (token > sentence.first && !words_.punct(token - 1)) {
    if (const auto n = number(token - 1); n != Number::unknown) return n;
  }
  if (token + 1 < end && !phrase) {
    if (const auto n = number(token + 1); n != Number::unknown && !words_.at(token + 1).noun) return n;
  }
  // Verb-final clauses: the first of the verbs at the end that is finite.
  for (auto t = token + 1; t < end; ++t) {
    const auto& can = words_.at(t);
    if (can.noun || can.adjective || can.own.has_any({Word::adverb, Word::preposition})) continue;
    if (can.finite || can.own.has(Word::auxiliary)) {
      if (const auto n = number(t); n != Number::unknown) return n;
    }
  }
  for (auto t = end; t > token + 1; --t) {
    if (words_.at(t - 1).plural_verb && !words_.at(t - 1).noun) return Number::plural;
  }
  // "ze delen een grens": behind "ze" what could be a noun is the verb, if there is no other.
  return token + 1 < end && words_.is(token, Word::ref_she_they) ? number(token + 1) : Number::unknown;
}

std::vector<ActorId> Pronouns::they(TokenId token, bool subject) const {
  const auto entries = discourse_.latest();
  const auto sentence = discourse_.sentence_of(token);
  std::vector<ActorId> best;
  double best_weight = 0;
  std::uint32_t best_sentence = 0;
  const Spoken* meant = nullptr;
  const bool quoted = words_.quoted(token);
  const Spoken* implied = subject || follows_own_subject(token) ? nullptr : discourse_.subject_before(token, true);
  for (auto i = entries.size(); i > 0; --i) {
    const auto& entry = entries[i - 1];
    if (entry.sentence + kNearSentences < sentence) break;
    if (quoted && !entry.quoted && entry.sentence + 1 < sentence) continue;  // "„Ze zeiden dat ...”, zei X": nobody whom the article has named long before
    if (entry.first >= token || entry.standing == Standing::adjective || speaker_of_quote(entry, token)) continue;
    if (entry.segment == discourse_.segment_of(token) && is_argument(entry)) continue;
    const auto w = discourse_.weight(entry, token);
    if (w <= best_weight) continue;
    auto who = coordinated(entry);
    if (who.empty() && entry.plural) who = entry.who;
    const bool nameless = entry.plural && entry.who.empty();
    if (who.empty() && !nameless) continue;
    if (mentioned_in_segment(who, token)) continue;
    if (implied != nullptr && same_actors(implied->who, who)) continue;
    best_weight = w;
    best_sentence = entry.sentence;
    best = std::move(who);
    meant = &entry;
  }
  const bool found = meant != nullptr;
  // "Trump belde met Poetin. Ze spraken ...": those who did something together.
  const Wanted persons{[](const Spoken& entry) { return entry.person; }};
  if (found && subject && best_sentence + 1 < sentence) {
    if (auto who = named_together(sentence - 1, token, persons, 2); !who.empty()) return who;
  }
  if (found) {
    if (const auto* leader = subject ? in_company_of(*meant) : nullptr; leader != nullptr) add_actors(best, leader->who);
    return best;
  }
  return subject && !quoted ? several(token, {persons}, 2) : best;
}

// "X reisde met Y en Z naar Oslo. Ze ...": X was there too.
const Spoken* Pronouns::in_company_of(const Spoken& company) const {
  TokenId with = company.first;
  const auto begin = discourse_.segment_begin(company.first);
  while (with > begin && !words_.is(with, Word::with)) --with;
  if (!words_.is(with, Word::with)) return nullptr;
  for (const auto* e = &company; e != discourse_.entries().data() && (e - 1)->segment == company.segment;) {
    --e;
    if (is_subject(*e)) return e->person && !e->plural && e->first < with ? e : nullptr;
  }
  return nullptr;
}

// "die": the one spoken of last rather than the subject.
std::vector<ActorId> Pronouns::that_one(TokenId token, Number number) const {
  const auto& entries = discourse_.entries();
  const auto segment = discourse_.segment_of(token);
  std::uint32_t from = kNoActor;
  const Spoken* subject = nullptr;
  for (auto e = entries.rbegin(); e != entries.rend(); ++e) {
    if (e->first >= token || e->segment == segment) continue;
    if (from == kNoActor) from = e->sentence;
    if (e->sentence != from || from + 1 < discourse_.sentence_of(token)) break;
    // "op uitnodiging van X. Die ...": whoever closes the sentence, whatever he hangs on
    const auto& sentences = words_.text().sentences;
    const bool closes = e->sentence + 1 == discourse_.sentence_of(token) && e->last + 1 >= sentences[e->sentence].last && e->standing != Standing::adjective;
    if (closes && number != Number::plural && e->person && !e->plural && e->kind == MentionKind::name && coordinated(*e).empty()) return e->who;
    if (e->standing == Standing::adjective || e->standing == Standing::possessor || e->standing == Standing::embedded || e->standing == Standing::location) continue;
    if (number == Number::plural) {
      // "... van de VS: die zullen"
      const bool near = e->last + 2 >= discourse_.segment_begin(token);
      return e->plural && (near || !things_between(e->last, discourse_.segment_begin(token))) ? e->who : std::vector<ActorId>();
    }
    if (!e->person || e->plural || !coordinated(*e).empty()) continue;
    if (!is_subject(*e)) return e->who;
    if (subject == nullptr) subject = &*e;
  }
  // "Toen was X aan de beurt. Die ...": a subject behind its verb is what the sentence leads to.
  // "X komt niet, want die ...": nothing else was named that it could be.
  return subject != nullptr && (subject->after_verb || !things_between(subject->last, discourse_.segment_begin(token))) ? subject->who : std::vector<ActorId>();
}

// Whether something is named between the two with an article or as a plural.
bool Pronouns::things_between(TokenId from, TokenId to) const {
  for (auto t = from; t < to; ++t) {
    const auto& can = words_.at(t);
    if (can.own.has_any({Word::determiner, Word::poss_his, Word::poss_her, Word::poss_their, Word::quantifier}) || (can.plural_noun && !can.verb)) return true;
  }
  return false;
}

// "X, die ..."
std::vector<ActorId> Pronouns::relative(TokenId token, const Sentence& sentence) const {
  const bool comma = token > sentence.first && words_.text().word(token - 1) == ",";
  const auto end = comma ? token - 1 : token;
  const auto& entries = discourse_.entries();
  for (auto e = entries.rbegin(); e != entries.rend() && e->sentence == discourse_.sentence_of(token); ++e) {
    if (e->last != end || e->standing == Standing::possessor || e->standing == Standing::adjective) continue;
    const auto& next = words_.at(token + 1);
    const bool noun = (next.noun || words_.text().tokens[token + 1].form == 0) && !next.verb && !words_.capital(token + 1);
    if (!comma && (noun || (!e->plural && (e->kind == MentionKind::name || e->kind == MentionKind::metonym)))) return {};
    const auto number = verb_number(token, sentence);
    if (auto all = coordinated(*e); !all.empty() && number == Number::plural && !e->plural) return all;
    return e->who;
  }
  return {};
}

// "Het" with a verb before or behind it, and no article.
bool Pronouns::is_pronoun_it(TokenId token, const Sentence& sentence) const {
  if (token + 1 >= sentence.last) return false;
  const auto& next = words_.at(token + 1);
  const auto& after = words_.text().tokens[token + 1];
  const bool number = after.has(kDigits) || words_.lexicon().has_pos(after.form, Pos::number);
  return number || land_without_article(words_, token, sentence) || next.own.has_any({Word::adverb, Word::there, Word::preposition, Word::determiner, Word::quantifier}) || next.plural_noun ||
         (words_.atom(token + 1).group != kNoActor && words_.capital(token + 1) && !words_.at(token + 1).own.has(Word::government));  // "dat het Zweden beschoot"; but "dat het leger"
}

// "viel ... aan": another verb than "viel" by itself.
bool Pronouns::has_particle(TokenId verb, TokenId end) const {
  const auto& lexicon = words_.lexicon();
  const auto& tokens = words_.text().tokens;
  auto last = end;
  while (last > verb + 1 && words_.punct(last - 1)) --last;
  if (last <= verb + 1 || !lexicon.is_particle(tokens[last - 1].form)) return false;
  const auto readings = lexicon.readings(tokens[verb].form);
  return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
    const auto whole = reading.pos == Pos::verb ? lexicon.separable(reading.lexeme, tokens[last - 1].form) : LexemeId{0};
    return whole != 0 && !lexicon.is_a(whole, words_.class_id(Word::impersonal_verb));
  });
}

// Not "it rains", "it is", nor a modal or an auxiliary that may stand before such a verb.
bool Pronouns::acts_as_it(TokenId verb, TokenId end) const {
  const auto& can = words_.at(verb);
  if (!can.finite || can.noun || can.bare_stem || can.plural_verb) return false;
  if (can.own.has(Word::impersonal_verb) && !has_particle(verb, end)) return false;
  if (!can.own.has(Word::auxiliary)) return true;
  for (auto t = verb + 1; t < end; ++t) {
    if (words_.at(t).participle) return !words_.at(t).own.has(Word::impersonal_verb);
  }
  return false;
}

// The subject that "it" takes up: of a clause above, or in a main clause of what stands before.
const Spoken* Pronouns::subject_of_it(TokenId token, const Sentence& sentence) const {
  const auto begin = discourse_.segment_begin(token), end = discourse_.segment_end(token);
  // "Als Peru vrede wil, moet het nu tekenen"
  const bool inverted = token > sentence.first + 2 && words_.is(token - 1, Word::aux_modal) && words_.text().word(token - 2) == ",";
  if (inverted || (token > begin && words_.at(token - 1).own.has_any({Word::complementizer, Word::subordinator, Word::relative}))) {
    if (!is_pronoun_it(token, sentence)) return nullptr;
    const auto* object = controlled(token, [](const Spoken& entry) { return entry.state; });  // "beschuldigt Peru ervan dat het"
    return object != nullptr ? object : discourse_.subject_before(token, true);
  }
  if (token == begin) {
    if (token + 1 >= end || !acts_as_it(token + 1, end)) return nullptr;
  } else {
    const auto& opens = words_.text().tokens[begin];
    const bool aside = words_.at(begin).own.has_any({Word::adverb, Word::preposition}) || words_.lexicon().has_pos(opens.form, Pos::adverb) || words_.lexicon().has_pos(opens.form, Pos::adjective);
    if (!aside || token < begin + 2 || !acts_as_it(token - 1, end) || (!is_pronoun_it(token, sentence) && words_.atom(token + 1).actor == kNoActor)) return nullptr;
  }
  if (const auto* here = discourse_.subject_before(token, true)) return here;
  return discourse_.told_of_last(token);
}

// "Moskou ontkent dat het ...", "houdt de stad die het in mei veroverde", "Rusland viel X aan. Dinsdag beschoot het ook Y.": a country or body.
std::vector<ActorId> Pronouns::it(TokenId token, const Sentence& sentence) const {
  const auto* subject = subject_of_it(token, sentence);
  if (subject == nullptr || subject->plural || subject->who.size() != 1) return {};
  if (subject->body && subject->kind == MentionKind::group) return subject->who;  // "het leger"
  if (!subject->state) return {};
  return subject->kind == MentionKind::name || subject->kind == MentionKind::metonym || subject->kind == MentionKind::pronoun ? subject->who : std::vector<ActorId>();
}

Mention Pronouns::read(TokenId token, const Sentence& sentence) const {
  Mention mention{token, token + 1, token, MentionKind::name, false, false, 0, true, {}};
  const auto& own = words_.at(token).own;
  if (own.has_any({Word::poss_his, Word::poss_her, Word::poss_their}) && is_possessive(words_, token, sentence)) {
    mention.kind = MentionKind::possessive;
    mention.plural = own.has(Word::poss_their);
    mention.who = owner(token);
    return mention;
  }
  const auto as = [&](std::vector<ActorId> who, char sex, bool plural) {
    mention.kind = MentionKind::pronoun;
    mention.sex = sex;
    mention.plural = plural;
    mention.who = std::move(who);
    return mention;
  };
  if (own.has(Word::ref_he)) return as(he(token, 'm', true), 'm', false);
  if (own.has(Word::ref_him)) return as(he(token, 'm', false), 'm', false);
  if (own.has(Word::ref_her)) return as(he(token, 'f', false), 'f', false);
  if (own.has(Word::ref_them)) return as(they(token, false), 0, true);
  if (own.has(Word::ref_she_they)) {
    const auto number = verb_number(token, sentence);
    if (number == Number::singular) {
      auto who = he(token, 'f', true);
      return as(std::move(who), 'f', false);
    }
    return as(number == Number::plural ? they(token, true) : std::vector<ActorId>(), 0, true);
  }
  if (own.has_any({Word::ref_that_one, Word::ref_this_one}) && token + 1 < sentence.last) {
    const auto& next = words_.at(token + 1);
    const bool after_coordinator = token > sentence.first && words_.is(token - 1, Word::coordinator) && token - 1 == discourse_.segment_begin(token);
    const bool starts = (token == discourse_.segment_begin(token) || after_coordinator) && (next.finite || next.plural_verb) && !next.noun && !next.bare_stem && !words_.capital(token + 1);
    const bool after_opener = token > sentence.first && words_.at(token - 1).own.has_any({Word::complementizer, Word::subordinator}) && !next.noun &&
                              (!next.adjective || next.own.has(Word::adverb));
    const bool comma = token > sentence.first && words_.text().word(token - 1) == ",";
    if ((starts && !comma) || after_opener) {
      const auto number = verb_number(token, sentence);
      if (auto who = that_one(token, number); !who.empty()) return as(std::move(who), 0, number == Number::plural);
      return mention;
    }
    if (own.has(Word::relative)) {
      if (auto who = relative(token, sentence); !who.empty()) {
        const bool plural = who.size() > 1;
        return as(std::move(who), 0, plural);
      }
    }
    return mention;
  }
  if (own.has(Word::ref_it)) {
    if (auto who = it(token, sentence); !who.empty()) {
      mention.person = false;
      return as(std::move(who), 0, false);
    }
  }
  return mention;
}

}  // namespace kroniek
