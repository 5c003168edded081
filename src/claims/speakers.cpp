#include "speakers.hpp"

#include "../actors/roles.hpp"
#include "../rules/word_lists.hpp"

#include <algorithm>

namespace kroniek {

namespace {

bool stands_for_actor(const Atom& atom) { return atom.mention != kNone && atom.tag != Tag::adjective && atom.tag != Tag::determiner; }

void join(std::vector<ActorId>& all, const std::vector<ActorId>& more) {
  for (const auto& one : more) {
    if (std::none_of(all.begin(), all.end(), [&](const ActorId& a) { return a.id == one.id; })) all.push_back(one);
  }
}

constexpr TokenId kNear = 40;  // a cue and its speaker stand in one sentence

}  // namespace

void SpeakerFinder::told(const Speakers& speakers, TokenId at) {
  if (!speakers.found) return;
  const bool plural = speakers.who.size() > 1 || speakers.plural;
  (plural ? last_plural_at_ : last_at_) = at;
  auto& last = plural ? last_plural_ : last_;
  last = speakers;
  last.phrase = kNone;  // it is of another sentence than those that ask
  if (speakers.who.size() == 1 && speakers.who.front().actor == kNoActor && person(speakers.who.front(), at + kNear) != nullptr) last_stranger_ = last;
}

Speakers SpeakerFinder::of_mention(const Mention& mention) const {
  Speakers speakers;
  speakers.found = true;
  speakers.plural = mention.plural;
  speakers.who = mention.who;
  speakers.words = context_.text().words(mention.first, mention.last);
  if (speakers.who.empty() && mention.kind == MentionKind::pronoun) {
    const auto& before = mention.plural ? last_plural_ : last_;
    speakers = before;
    if (!before.found || (mention.plural && context_.inside(mention.first) != kNoQuote) || other_sex(before, mention)) {
      speakers = {};
      speakers.found = speakers.pronoun = true;
      speakers.plural = mention.plural;
      speakers.words = context_.text().words(mention.first, mention.last);
    }
  }
  return speakers;
}

// "zei ze" is not said of a man who spoke before.
bool SpeakerFinder::other_sex(const Speakers& speakers, const Mention& pronoun) const {
  if (pronoun.plural || pronoun.sex == 0 || speakers.who.size() != 1) return false;
  const auto* named = person(speakers.who.front(), pronoun.first);
  return named != nullptr && named->sex != 0 && named->sex != pronoun.sex;
}

bool SpeakerFinder::can_speak(const Parse& parse, const Phrase& phrase) const {
  for (auto i = phrase.first; i < phrase.last; ++i) {
    if (stands_for_actor(parse.atoms[i])) return true;
  }
  const auto& classes = context_.rules.classes;
  const auto& head = parse.atoms[phrase.head];
  for (const auto cls : {classes.person, classes.title, classes.person_noun, classes.office, classes.group, classes.text}) {
    if (context_.is(head.form, cls)) return true;  // "generale staf"
    for (auto token = head.first; token < head.last; ++token) {
      if (context_.token_is(token, cls)) return true;
    }
  }
  return false;
}

bool SpeakerFinder::is_text(const Parse& parse, std::uint32_t index) const {
  const auto& phrase = parse.phrases[index];
  for (auto i = phrase.first; i < phrase.last; ++i) {
    const auto& atom = parse.atoms[i];
    if (atom.mention == kNone && context_.token_is(atom.first, context_.rules.classes.text)) return true;
  }
  return false;
}

bool SpeakerFinder::speech_participant(const Parse& parse, std::uint32_t index) const {
  const auto& head = parse.atoms[parse.phrases[index].head];
  const auto form = context_.text().tokens[head.first].form;
  return head.last - head.first == 1 && (context_.is(form, context_.rules.classes.first_person) || context_.is(form, context_.rules.classes.second_person));
}

Speakers SpeakerFinder::possessor(const Parse& parse, std::uint32_t index, const std::vector<FormId>& but) const {
  const auto& phrase = parse.phrases[index];
  Speakers speakers;
  for (auto i = phrase.first; i < phrase.last; ++i) {
    const auto& atom = parse.atoms[i];
    if (atom.mention == kNone || stands_for_actor(atom)) continue;
    speakers = of_mention(context_.known.mentions[atom.mention]);
    if (!speakers.who.empty()) return speakers;
  }
  // "van X", "in X", behind it
  for (const auto& other : parse.phrases) {
    if (other.of != index || other.preposition == 0 || std::find(but.begin(), but.end(), other.preposition) != but.end()) continue;
    for (auto i = other.first; i < other.last; ++i) {
      if (!stands_for_actor(parse.atoms[i])) continue;
      speakers = of_mention(context_.known.mentions[parse.atoms[i].mention]);
      if (!speakers.who.empty()) return speakers;
    }
  }
  return {};
}

Speakers SpeakerFinder::of_phrase(const Parse& parse, std::uint32_t index, bool anyone) const {
  auto speakers = read_phrase(parse, index, anyone);
  // "een woordvoerder van het ministerie"
  if (speakers.who.size() == 1 && speakers.who.front().id == kSpokesperson) {
    if (auto owner = possessor(parse, index); owner.who.size() == 1) {
      const auto& whose = owner.who.front();
      if (person(whose, parse.atoms.back().last) != nullptr) {
        speakers.who = {spokesperson_of(whose, speakers.who.front().name)};
      } else {
        speakers = std::move(owner);
      }
    }
  }
  speakers = speaks_for(std::move(speakers), parse.atoms.back().last);
  speakers.phrase = speakers.found ? index : kNone;
  return speakers;
}

Speakers SpeakerFinder::read_phrase(const Parse& parse, std::uint32_t index, bool anyone) const {
  const auto& phrase = parse.phrases[index];
  Speakers speakers;
  if (speech_participant(parse, index)) return {};
  const auto& head = parse.atoms[phrase.head];
  if (is_text(parse, index) && !stands_for_actor(head)) {
    speakers = possessor(parse, index);
    if (!speakers.found) {
      for (auto i = phrase.first; i < phrase.last && !speakers.found; ++i) {
        if (stands_for_actor(parse.atoms[i])) speakers = of_mention(context_.known.mentions[parse.atoms[i].mention]);
      }
    }
    if (speakers.found) return speakers;
    const auto begin = phrase.first + (phrase.preposition != 0 ? 1U : 0U);
    // "X zegt ... Volgens de verklaring": his.
    const auto* teller = begin + 1 == phrase.head && context_.is(parse.atoms[begin].form, context_.grammar.definite) ? teller_before(head.first) : nullptr;
    if (teller != nullptr && !teller->who.empty()) return *teller;
    if (auto issuer = begin + 1 == phrase.head && context_.is(parse.atoms[begin].form, context_.grammar.definite) ? issuer_before(head.first) : Speakers{}; !issuer.who.empty()) return issuer;
    // "X kreeg een vraag. '...', luidde het antwoord."
    if (context_.inside(head.first) == kNoQuote && begin + 1 == phrase.head && context_.is(parse.atoms[begin].form, context_.grammar.definite)) {
      if (auto asked = asked_before(head.first); asked.found) return asked;
    }
    speakers.found = true;
    speakers.words = context_.text().words(parse.atoms[begin].first, parse.atoms[phrase.last - 1].last);
    return speakers;
  }
  if (head.tag == Tag::pronoun && head.mention == kNone && context_.is(head.form, context_.rules.classes.impersonal)) return {};
  if (auto some = one_of(parse, phrase, anyone); some.found) return some;
  if (auto named = apposition(parse, phrase); named.found) return named;
  if (auto named = compatriot(parse, phrase); named.found) return named;
  if (before_title(parse, phrase)) return of_mention(context_.known.mentions[parse.atoms[phrase.last].mention]);
  if (auto who = name_behind(parse, phrase); !who.empty()) {
    speakers.found = true;
    speakers.who = std::move(who);
    return speakers;
  }
  if (stands_for_actor(head)) {
    speakers = of_mention(context_.known.mentions[head.mention]);
    speakers = role_told(speakers, context_.known.mentions[head.mention]);
  }
  // "X en Y": all of them.
  for (auto i = phrase.first; i < phrase.last; ++i) {
    const auto& atom = parse.atoms[i];
    if (!stands_for_actor(atom) || i == phrase.head) continue;
    const bool joined = i == phrase.first || parse.atoms[i - 1].tag == Tag::coordinator || parse.atoms[i - 1].tag == Tag::comma || phrase.preposition != 0;
    if (!joined && speakers.found) continue;
    auto more = of_mention(context_.known.mentions[atom.mention]);
    if (!speakers.found) {
      speakers = std::move(more);
    } else if (!more.who.empty()) {
      // As they stand in the text.
      auto& first = i < phrase.head ? more.who : speakers.who;
      join(first, i < phrase.head ? speakers.who : more.who);
      if (i < phrase.head) speakers.who = std::move(more.who);
      speakers.plural = true;
    }
  }
  if (speakers.found) return speakers;
  if (head.tag == Tag::pronoun && head.mention == kNone && context_.is(head.form, context_.rules.classes.that_one)) return named_last(head.first);
  // "die laatste", "laatstgenoemde"
  const bool latter = phrase.last == phrase.head + 1 && context_.is(head.form, context_.rules.classes.latter);
  const bool alone = phrase.head == phrase.first || context_.is(parse.atoms[phrase.head - 1].form, context_.rules.classes.pointing) || context_.is(parse.atoms[phrase.head - 1].form, context_.grammar.definite);
  if (latter && alone) return named_last(head.first);
  if (auto before = taken_up(parse, phrase); before.found) return before;
  speakers.who = stranger(parse, phrase);
  if (speakers.who.empty() && !anyone && !can_speak(parse, phrase)) return {};
  if (head.tag == Tag::pronoun || head.tag == Tag::relative || head.tag == Tag::number) return {};
  speakers.found = true;
  speakers.words = context_.text().words(parse.atoms[phrase.first + (phrase.preposition != 0 ? 1 : 0)].first, parse.atoms[phrase.last - 1].last);
  return speakers;
}

// "Bakker Lise Daelman": his family name is the last word.
std::vector<ActorId> SpeakerFinder::stranger(const Parse& parse, const Phrase& phrase) const {
  auto last = phrase.last;
  auto first = last;
  while (first > phrase.first && parse.atoms[first - 1].tag == Tag::name && parse.atoms[first - 1].mention == kNone) --first;
  if (last == phrase.last && first == last && parse.atoms[last - 1].form == 0 && parse.atoms[last - 1].tag == Tag::content) --first;  // first in its sentence
  const auto is_particle = [&](TokenId token) { return context_.is(context_.known.lexicon.find(fold(context_.text().word(token))), context_.rules.classes.name_particle); };
  // "Van der Schans": particles with a capital, where no given name stands before them.
  while (first > phrase.first && first < last && parse.atoms[first - 1].mention == kNone && context_.text().tokens[parse.atoms[first - 1].first].has(kCapital) &&
         is_particle(parse.atoms[first - 1].first)) --first;
  if (first < last && context_.is(parse.atoms[first].form, context_.grammar.determiner)) ++first;  // "Het" first in its sentence
  if (first == last || last - first > 4) return {};
  // A person's name has no article of its own.
  if (first > phrase.first && (parse.atoms[first - 1].tag == Tag::determiner || parse.atoms[first - 1].tag == Tag::adjective)) return {};
  if (last - first == 1 && parse.atoms[first].form != 0 && (parse.atoms[first].tag != Tag::name || !context_.is(parse.atoms[first].form, context_.rules.classes.given_name))) return {};
  const auto& text = context_.text();
  const auto begin = parse.atoms[first].first, end = parse.atoms[last - 1].last;
  if (text.word(end - 1).size() < 3) return {};
  for (auto token = begin; token < end; ++token) {
    const bool particle = is_particle(token);
    if (!particle && (!text.tokens[token].has(kCapital) || text.tokens[token].has(kAllCaps))) return {};
  }
  ActorId who;
  who.name = text.words(begin, end);
  auto family = end - 1;
  while (family > begin && is_particle(family - 1)) --family;
  for (auto token = family; token < end; ++token) who.id += (token > family ? "-" : "") + fold(text.word(token));
  return {who};
}

std::uint32_t SpeakerFinder::phrase_at(const Parse& parse, TokenId token) const {
  std::uint32_t best = kNone;
  for (std::uint32_t p = 0; p < parse.phrases.size(); ++p) {
    const auto& phrase = parse.phrases[p];
    const auto first = parse.atoms[phrase.first].first;
    const bool here = first == token || (phrase.preposition != 0 && phrase.first + 1 < phrase.last && parse.atoms[phrase.first + 1].first == token);
    if (here && (best == kNone || phrase.last > parse.phrases[best].last)) best = p;
  }
  return best;
}

Speakers SpeakerFinder::behind(const Parse& parse, TokenId token, TokenId limit, bool anyone) const {
  // Adverbs may come between the cue and who is named.
  for (auto at = token; at < limit && at < token + 3; ++at) {
    if (const auto p = phrase_at(parse, at); p != kNone) {
      if (context_.token_is(parse.atoms[parse.phrases[p].head].first, context_.rules.classes.law)) return {};  // "under Peruvian law": nobody says it
      if (auto speakers = of_phrase(parse, p, anyone); speakers.found) return speakers;
      if (auto speakers = bare_source(parse, at); speakers.found) return speakers;
      const auto mention = parse.atoms[parse.phrases[p].first + (parse.phrases[p].preposition != 0 ? 1U : 0U)].mention;
      const bool its_own = mention != kNone && context_.known.mentions[mention].kind == MentionKind::possessive;  // "by its constitution"
      if (auto speakers = its_own ? Speakers{} : possessor(parse, p); speakers.found && !speakers.who.empty()) return speakers;  // "from the mouth of X"
      break;
    }
    if (!context_.is(context_.text().tokens[at].form, context_.grammar.adverb)) break;
  }
  for (const auto& atom : parse.atoms) {
    if (atom.first == token && stands_for_actor(atom)) return of_mention(context_.known.mentions[atom.mention]);
    // "is according to her safe": no possessive.
    const bool possessive = atom.first == token && atom.mention != kNone && context_.known.mentions[atom.mention].kind == MentionKind::possessive;
    if (possessive && context_.is(atom.form, context_.grammar.oblique)) return of_mention(context_.known.mentions[atom.mention]);
  }
  return {};
}

Speakers SpeakerFinder::agent(const Parse& parse, std::uint32_t index) const {
  const auto& clause = parse.clauses[index];
  if (clause.agent != kNone) return of_phrase(parse, clause.agent, false);
  for (const auto p : clause.phrases) {
    if (!context_.is(parse.phrases[p].preposition, context_.rules.classes.by)) continue;
    if (auto speakers = of_phrase(parse, p, false); speakers.found) return speakers;
  }
  return {};
}

Speakers SpeakerFinder::subject(const Parse& parse, std::uint32_t index, std::uint32_t finite, bool inverted, bool anyone) const {
  const auto& clause = parse.clauses[index];
  const auto behind_verb = [&](bool any) -> Speakers {
    for (const auto p : clause.phrases) {
      const auto& phrase = parse.phrases[p];
      if (phrase.first <= finite || phrase.preposition != 0 || phrase.function == Function::time) continue;
      const auto& head = parse.atoms[phrase.head];
      if (head.tag == Tag::pronoun && context_.is(head.form, context_.grammar.reflexive)) continue;
      return of_phrase(parse, p, any);
    }
    return {};
  };
  if (inverted) {
    auto speakers = behind_verb(true);
    // "..., zei de oud-bokser": somebody described anew, right after he spoke.
    if (speakers.found && speakers.who.empty() && speakers.phrase != kNone && !speakers.plural) {
      const auto& phrase = parse.phrases[speakers.phrase];
      const bool definite = phrase.last - phrase.first == 2 && context_.is(parse.atoms[phrase.first].form, context_.grammar.definite) && parse.atoms[phrase.head].mention == kNone;
      const auto* teller = definite && !can_speak(parse, phrase) ? teller_before(parse.atoms[finite].first) : nullptr;
      if (teller != nullptr && teller->who.size() == 1 && person(teller->who.front(), parse.atoms.back().last) != nullptr) speakers.who = teller->who;
    }
    // "X sprak zijn dank uit. ‘...’, schreef hij"
    if (const auto* teller = speakers.found && !speakers.plural && speakers.phrase != kNone ? speaks_again(parse, speakers.phrase) : nullptr; teller != nullptr) {
      speakers.who = teller->who;
      speakers.words = teller->words;
      return speakers;
    }
    if (speakers.found && speakers.pronoun && speakers.plural) {
      if (auto all = main_subject_before(parse.atoms[finite].first); all.found && all.who.size() != 1) {
        all.phrase = speakers.phrase;
        return all;
      }
    }
    return speakers;
  }
  if (clause.subject != kNone) {
    const auto& phrase = parse.phrases[clause.subject];
    const auto& head = parse.atoms[phrase.head];
    if (speech_participant(parse, clause.subject)) {
      // "ik hoorde X eisen dat"
      const bool heard = context_.known.lexicon.is_a(parse.atoms[finite].verb, context_.rules.classes.perceives) && clause.main_verb != finite && clause.main_verb != kNone;
      return heard && clause.object != kNone ? of_phrase(parse, clause.object, anyone) : Speakers{};
    }
    if (head.tag == Tag::relative && head.mention != kNone && !context_.known.mentions[head.mention].who.empty()) return of_mention(context_.known.mentions[head.mention]);
    if (head.tag == Tag::relative && clause.antecedent != kNone) {
      if (auto speakers = of_phrase(parse, clause.antecedent, anyone); speakers.found) return speakers;
    }
    // "Het ministerie beschuldigt X": who stands first and can speak acts, though the parse prefers a name.
    if (phrase.first > finite && clause.kind == ClauseKind::main) {
      for (const auto p : clause.phrases) {
        const auto& front = parse.phrases[p];
        if (front.first >= finite || front.preposition != 0 || front.function == Function::time || parse.atoms[front.head].tag != Tag::noun || !can_speak(parse, front)) continue;
        // "Kort na het bericht zei X": a report acts only where nobody else does.
        if (is_text(parse, p)) continue;
        return of_phrase(parse, p, anyone);
      }
    }
    if (auto speakers = of_phrase(parse, clause.subject, anyone); speakers.found) {
      // "X zei ... Ook hoopt hij": who speaks again has spoken before.
      const bool pronoun = head.tag == Tag::pronoun && head.mention != kNone && context_.known.mentions[head.mention].kind == MentionKind::pronoun && !context_.is(head.form, context_.grammar.definite);
      if (pronoun && speakers.who.empty() && speakers.plural) {
        if (auto all = main_subject_before(head.first); all.found && all.who.size() != 1) {
          all.phrase = speakers.phrase;
          return all;
        }
      }
      if (auto outer = pronoun && !speakers.plural ? outer_subject(parse, index, context_.known.mentions[head.mention].sex) : Speakers{}; outer.found) {
        outer.phrase = speakers.phrase;
        return outer;
      }
      if (const auto* teller = pronoun && !speakers.plural ? speaks_again(parse, clause.subject) : nullptr; teller != nullptr) {
        speakers.who = teller->who;
        speakers.words = teller->words;
        return speakers;
      }
      // An object in front may have been taken for the subject.
      const bool known = !speakers.who.empty();
      if (known || phrase.first > finite) return speakers;
      auto other = behind_verb(false);
      return !other.who.empty() ? other : speakers;
    }
    // "X, die de steun onderstreepte": what cannot speak is the object of the pronoun's clause.
    if (clause.kind == ClauseKind::relative && clause.opener != kNone && clause.antecedent != kNone && parse.atoms[clause.opener].tag == Tag::relative && phrase.first == clause.opener + 1) {
      if (auto speakers = of_phrase(parse, clause.antecedent, anyone); speakers.found && !speakers.who.empty()) return speakers;
    }
    // An object may stand first, but then a name follows the verb.
    if (phrase.first < finite || phrase.first == finite + 1) {
      auto other = behind_verb(false);
      return other.who.empty() && phrase.first < finite ? Speakers{} : other;
    }
    return {};
  }
  if (clause.subject_of != kNone && clause.subject_of != index) {
    const auto& other = parse.clauses[clause.subject_of];
    if (clause.asked != kNone) return of_phrase(parse, clause.asked, anyone);
    const auto depth = clause.subject_of;
    if (depth < index) return subject(parse, depth, other.finite == kNone ? 0 : other.finite, false, anyone);
  }
  return behind_verb(false);
}

}  // namespace kroniek
