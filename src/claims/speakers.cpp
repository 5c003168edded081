#include "speakers.hpp"

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

}  // namespace

void SpeakerFinder::told(const Speakers& speakers, TokenId at) {
  if (!speakers.found) return;
  (speakers.who.size() > 1 || speakers.plural ? last_plural_at_ : last_at_) = at;
  (speakers.who.size() > 1 || speakers.plural ? last_plural_ : last_) = speakers;
}

void SpeakerFinder::forget() { last_ = last_plural_ = {}; }

Speakers SpeakerFinder::of_mention(const Mention& mention) const {
  Speakers speakers;
  speakers.found = true;
  speakers.plural = mention.plural;
  speakers.who = mention.who;
  speakers.words = context_.text().words(mention.first, mention.last);
  if (speakers.who.empty() && mention.kind == MentionKind::pronoun) {
    const auto& before = mention.plural ? last_plural_ : last_;
    speakers = before;
    if (!before.found) {
      speakers.found = speakers.pronoun = true;
      speakers.plural = mention.plural;
      speakers.words = context_.text().words(mention.first, mention.last);
    }
  }
  return speakers;
}

bool SpeakerFinder::can_speak(const Parse& parse, const Phrase& phrase) const {
  for (auto i = phrase.first; i < phrase.last; ++i) {
    if (stands_for_actor(parse.atoms[i])) return true;
  }
  const auto& classes = context_.rules.classes;
  const auto& head = parse.atoms[phrase.head];
  for (const auto cls : {classes.person, classes.title, classes.person_noun, classes.office, classes.group, classes.text}) {
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

Speakers SpeakerFinder::possessor(const Parse& parse, std::uint32_t index) const {
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
    if (other.of != index || other.preposition == 0) continue;
    for (auto i = other.first; i < other.last; ++i) {
      if (!stands_for_actor(parse.atoms[i])) continue;
      speakers = of_mention(context_.known.mentions[parse.atoms[i].mention]);
      if (!speakers.who.empty()) return speakers;
    }
  }
  return {};
}

// An unnamed spokesperson speaks for the one whose he is.
Speakers SpeakerFinder::speaks_for(Speakers speakers) const {
  static constexpr std::string_view kRole = "spokesperson-of-";
  for (auto& who : speakers.who) {
    if (!who.id.starts_with(kRole)) continue;
    who.id = who.id.substr(kRole.size());
    who.wikidata.clear();
    for (const auto& mention : context_.known.mentions) {
      for (const auto& other : mention.who) {
        if (other.id == who.id) who = other;
      }
    }
  }
  return speakers;
}

// The person as the text names him, with his sex if that is known.
const Mention* SpeakerFinder::person(const ActorId& who) const {
  const Mention* found = nullptr;
  for (const auto& mention : context_.known.mentions) {
    if (!mention.person || mention.kind == MentionKind::pronoun || mention.who.size() != 1 || mention.who.front().id != who.id) continue;
    if (found == nullptr || mention.sex != 0) found = &mention;
  }
  return found;
}

bool SpeakerFinder::can_be(const Speakers& speakers, char sex) const {
  if (!speakers.found || speakers.who.size() != 1) return false;
  const auto* mention = person(speakers.who.front());
  return mention != nullptr && (mention->sex == 0 || sex == 0 || mention->sex == sex);
}

// Who was the last to speak, if that was in the sentence before, of the same paragraph.
const Speakers* SpeakerFinder::teller_before(TokenId token) const {
  const auto& sentences = context_.text().sentences;
  const auto at = static_cast<std::size_t>(std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.last <= token; }) - sentences.begin());
  if (!last_.found || at == 0 || at >= sentences.size() || sentences[at - 1].block != sentences[at].block) return nullptr;
  return last_at_ >= sentences[at - 1].first && last_at_ < sentences[at].first ? &last_ : nullptr;
}

Speakers SpeakerFinder::main_subject_before(TokenId token) const {
  const auto& sentences = context_.text().sentences;
  const auto at = static_cast<std::uint32_t>(std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.last <= token; }) - sentences.begin());
  if (at == 0 || at >= sentences.size() || sentences[at - 1].block != sentences[at].block) return {};
  return main_subject(at - 1);
}

Speakers SpeakerFinder::main_subject(std::uint32_t sentence) const {
  const auto& parse = context_.parses[sentence];
  for (const auto& clause : parse.clauses) {
    if (clause.kind != ClauseKind::main || clause.subject == kNone) continue;
    if (auto speakers = of_phrase(parse, clause.subject, false); speakers.found && !speakers.pronoun) return speakers;
  }
  return {};
}

Speakers SpeakerFinder::source(std::uint32_t sentence, TokenId token, TokenId limit, const std::vector<Draft>& here) const {
  const auto& parse = context_.parses[sentence];
  auto speakers = behind(parse, token, limit, false);
  if (!speakers.found || speakers.phrase == kNone) return speakers;
  const auto& head = parse.atoms[parse.phrases[speakers.phrase].head];
  if (head.mention == kNone || context_.known.mentions[head.mention].kind != MentionKind::pronoun) return speakers;
  if (head.last - head.first != 1) return speakers;  // "de Fin"
  const auto& pronoun = context_.known.mentions[head.mention];
  const bool follows = sentence > 0 && context_.sentence(sentence - 1).block == context_.sentence(sentence).block;
  const auto told_before = [&](TokenId at) { return follows && at >= context_.sentence(sentence - 1).first; };
  const auto fits = [&](const Speakers& who) { return pronoun.plural ? who.plural || who.who.size() > 1 : can_be(who, pronoun.sex); };
  std::vector<Speakers> candidates;
  for (auto draft = here.rbegin(); draft != here.rend(); ++draft) {
    if (draft->cue_first < token && !draft->source) candidates.push_back(draft->speakers);
  }
  for (const auto& clause : parse.clauses) {
    if (clause.kind != ClauseKind::main || clause.subject == kNone || clause.finite == kNone) continue;
    const bool done = parse.atoms[clause.atoms.back()].first < token;
    if (done) candidates.push_back(of_phrase(parse, clause.subject, false));
  }
  const auto& last = pronoun.plural ? last_plural_ : last_;
  if (told_before(pronoun.plural ? last_plural_at_ : last_at_)) candidates.push_back(last);
  if (follows) candidates.push_back(main_subject(sentence - 1));
  for (auto& candidate : candidates) {
    if (!candidate.found || !fits(candidate)) continue;
    candidate.phrase = speakers.phrase;
    return candidate;
  }
  return speakers;
}

Speakers SpeakerFinder::of_phrase(const Parse& parse, std::uint32_t index, bool anyone) const {
  auto speakers = speaks_for(read_phrase(parse, index, anyone));
  speakers.phrase = speakers.found ? index : kNone;
  return speakers;
}

// ", Sergej Lavrov," behind an office or "een adviseur van X": the name counts.
Speakers SpeakerFinder::apposition(const Parse& parse, const Phrase& phrase) const {
  const auto& head = parse.atoms[phrase.head];
  auto at = phrase.last;
  const bool office = head.mention != kNone && context_.known.mentions[head.mention].kind == MentionKind::office;
  if (!office && (head.tag != Tag::noun || !can_speak(parse, phrase))) return {};
  for (const auto& other : parse.phrases) {
    if (other.first == at && other.preposition != 0) at = other.last;
  }
  if (at + 2 >= parse.atoms.size()) return {};
  const auto& name = parse.atoms[at + 1];
  if (parse.atoms[at].tag != Tag::comma || name.mention == kNone || (parse.atoms[at + 2].tag != Tag::comma && parse.atoms[at + 2].tag != Tag::end)) return {};
  const auto& mention = context_.known.mentions[name.mention];
  return mention.kind == MentionKind::name && mention.person && !mention.genitive ? of_mention(mention) : Speakers{};
}

// "Het ministerie" behind "het Oekraïense ministerie van ...": who was named with that noun before. Else a body
// that spoke in the sentence before: "De krant ...".
Speakers SpeakerFinder::taken_up(const Parse& parse, const Phrase& phrase) const {
  const auto& head = parse.atoms[phrase.head];
  if (phrase.head == phrase.first || phrase.head + 1 != phrase.last || !context_.is(parse.atoms[phrase.head - 1].form, context_.grammar.definite)) return {};
  const auto noun = context_.text().tokens[head.last - 1].form;
  if (noun == 0 || context_.text().tokens[head.last - 1].has(kCapital)) return {};
  const auto& mentions = context_.known.mentions;
  for (auto it = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.first < head.first; }); it != mentions.begin();) {
    --it;
    if (it->last > head.first || it->who.size() != 1 || it->kind == MentionKind::pronoun || it->kind == MentionKind::nationality || it->kind == MentionKind::possessive) continue;
    for (auto token = it->first; token < it->last; ++token) {
      if (context_.text().tokens[token].form == noun) return of_mention(*it);
    }
  }
  const auto* teller = teller_before(head.first);
  const bool body = teller != nullptr && teller->who.size() == 1 && person(teller->who.front()) == nullptr;
  return body && context_.token_is(head.first, context_.rules.classes.person) ? *teller : Speakers{};
}

// "de Estse": the person of that country who was named last.
Speakers SpeakerFinder::compatriot(const Parse& parse, const Phrase& phrase) const {
  const auto& head = parse.atoms[phrase.head];
  if (head.mention == kNone || context_.known.mentions[head.mention].kind != MentionKind::nationality || phrase.head == phrase.first) return {};
  if (!context_.is(parse.atoms[phrase.head - 1].form, context_.grammar.definite)) return {};
  const auto& home = context_.known.mentions[head.mention].who;
  const auto& mentions = context_.known.mentions;
  for (auto it = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.first < head.first; }); it != mentions.begin();) {
    --it;
    if (!it->person || it->plural || it->who.size() != 1 || home.empty()) continue;
    if (it->who.front().country == home.front().actor && home.front().actor != kNoActor) return of_mention(*it);
  }
  return {};
}

// "Die" first in a sentence: the person named last before it.
Speakers SpeakerFinder::named_last(TokenId token) const {
  const auto& mentions = context_.known.mentions;
  auto it = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.first < token; });
  while (it != mentions.begin()) {
    --it;
    if (it->last + 40 < token) break;
    if (it->person && !it->genitive && (it->kind == MentionKind::name || it->kind == MentionKind::office)) return of_mention(*it);
  }
  return {};
}

// "De generaal" of no country and with no name: whoever spoke last in the paragraph.
Speakers SpeakerFinder::role_told(const Speakers& speakers, const Mention& mention) const {
  if (mention.kind != MentionKind::office || mention.plural || speakers.who.size() != 1 || !last_.found || last_.who.size() != 1) return speakers;
  const auto& who = speakers.who.front();
  if (who.actor != kNoActor || who.country != kNoActor || who.id.find("-of-") != std::string::npos) return speakers;
  const auto first = context_.text().tokens[mention.first].form;
  const auto block = [&](TokenId token) {
    const auto& sentences = context_.text().sentences;
    const auto it = std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.last <= token; });
    return it == sentences.end() ? 0xFFFFFFFF : it->block;
  };
  if (!context_.is(first, context_.grammar.definite) || block(last_at_) != block(mention.first)) return speakers;
  return last_;
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
    speakers.found = true;
    speakers.words = context_.text().words(parse.atoms[phrase.first].first, parse.atoms[phrase.last - 1].last);
    return speakers;
  }
  if (head.tag == Tag::pronoun && head.mention == kNone && context_.is(head.form, context_.rules.classes.impersonal)) return {};
  if (auto named = apposition(parse, phrase); named.found) return named;
  if (auto named = compatriot(parse, phrase); named.found) return named;
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
      auto all = more.who;
      join(all, speakers.who);
      speakers.who = std::move(all);
      speakers.plural = true;
    }
  }
  if (speakers.found) return speakers;
  if (head.tag == Tag::pronoun && head.mention == kNone && context_.is(head.form, context_.rules.classes.that_one)) return named_last(head.first);
  if (auto before = taken_up(parse, phrase); before.found) return before;
  speakers.who = stranger(parse, phrase);
  if (speakers.who.empty() && !anyone && !can_speak(parse, phrase)) return {};
  if (head.tag == Tag::pronoun || head.tag == Tag::relative || head.tag == Tag::number) return {};
  speakers.found = true;
  speakers.words = context_.text().words(parse.atoms[phrase.first + (phrase.preposition != 0 ? 1 : 0)].first, parse.atoms[phrase.last - 1].last);
  return speakers;
}

// "kolonel buiten dienst Rik Smid": a bare title, a phrase that belongs to it, then the name.
std::vector<ActorId> SpeakerFinder::name_behind(const Parse& parse, const Phrase& phrase) const {
  const bool bare = phrase.preposition != 0 ? phrase.last - phrase.first == 2 : phrase.last - phrase.first == 1;
  const auto& head = parse.atoms[phrase.head];
  const bool nameless = head.mention == kNone || context_.known.mentions[head.mention].kind == MentionKind::office;
  if (!bare || !nameless || head.last - head.first != 1 || !can_speak(parse, phrase)) return {};
  const auto first = phrase.last + 2;
  if (first >= parse.atoms.size() || parse.atoms[phrase.last].tag != Tag::preposition || parse.atoms[first].tag != Tag::name) return {};
  if (parse.atoms[first].mention != kNone) {
    const auto& mention = context_.known.mentions[parse.atoms[first].mention];
    return mention.kind == MentionKind::name && mention.person && !mention.genitive ? mention.who : std::vector<ActorId>();
  }
  Phrase name = phrase;
  name.first = name.last = first;
  while (name.last < parse.atoms.size() && parse.atoms[name.last].tag == Tag::name && parse.atoms[name.last].mention == kNone) ++name.last;
  return name.last - name.first >= 2 ? stranger(parse, name) : std::vector<ActorId>();
}

// "Bakker Lise Daelman": his family name is the last word.
std::vector<ActorId> SpeakerFinder::stranger(const Parse& parse, const Phrase& phrase) const {
  auto last = phrase.last;
  auto first = last;
  while (first > phrase.first && parse.atoms[first - 1].tag == Tag::name && parse.atoms[first - 1].mention == kNone) --first;
  if (last == phrase.last && first == last && parse.atoms[last - 1].form == 0 && parse.atoms[last - 1].tag == Tag::content) --first;  // first in its sentence
  if (first == last || last - first > 4) return {};
  // A person's name has no article of its own.
  if (first > phrase.first && (parse.atoms[first - 1].tag == Tag::determiner || parse.atoms[first - 1].tag == Tag::adjective)) return {};
  if (last - first == 1 && parse.atoms[first].form != 0 && (parse.atoms[first].tag != Tag::name || !context_.is(parse.atoms[first].form, context_.rules.classes.given_name))) return {};
  const auto& text = context_.text();
  const auto begin = parse.atoms[first].first, end = parse.atoms[last - 1].last;
  for (auto token = begin; token < end; ++token) {
    if (!text.tokens[token].has(kCapital) || text.tokens[token].has(kAllCaps)) return {};
  }
  ActorId who;
  who.name = text.words(begin, end);
  who.id = fold(text.word(end - 1));
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

// "volgens bronnen de Krim": the noun alone, where the phrase runs on.
Speakers SpeakerFinder::bare_source(const Parse& parse, TokenId token) const {
  Speakers speakers;
  for (std::uint32_t i = 0; i + 1 < parse.atoms.size(); ++i) {
    if (parse.atoms[i].last <= token) continue;
    const auto& atom = parse.atoms[parse.atoms[i].tag == Tag::preposition ? i + 1 : i];
    if (atom.tag != Tag::noun || atom.mention != kNone) break;
    const auto& classes = context_.rules.classes;
    for (const auto cls : {classes.person, classes.text}) speakers.found |= context_.token_is(atom.first, cls);
    speakers.words = context_.text().words(atom.first, atom.last);
    break;
  }
  return speakers;
}

Speakers SpeakerFinder::behind(const Parse& parse, TokenId token, TokenId limit, bool anyone) const {
  // Adverbs may come between: "volgens onder meer X".
  for (auto at = token; at < limit && at < token + 3; ++at) {
    if (const auto p = phrase_at(parse, at); p != kNone) {
      if (auto speakers = of_phrase(parse, p, anyone); speakers.found) return speakers;
      if (auto speakers = bare_source(parse, at); speakers.found) return speakers;
      if (auto speakers = possessor(parse, p); speakers.found && !speakers.who.empty()) return speakers;  // "uit de mond van X"
      break;
    }
    if (!context_.is(context_.text().tokens[at].form, context_.grammar.adverb)) break;
  }
  for (const auto& atom : parse.atoms) {
    if (atom.first == token && stands_for_actor(atom)) return of_mention(context_.known.mentions[atom.mention]);
    // "is volgens haar veilig": no possessive.
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
      if (teller != nullptr && teller->who.size() == 1 && person(teller->who.front()) != nullptr) speakers.who = teller->who;
    }
    if (speakers.found && speakers.pronoun && speakers.plural) {
      if (auto all = main_subject_before(parse.atoms[finite].first); all.found && all.who.size() != 1) return all;
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
        return of_phrase(parse, p, anyone);
      }
    }
    if (auto speakers = of_phrase(parse, clause.subject, anyone); speakers.found) {
      // "X zei ... Ook hoopt hij": who speaks again has spoken before.
      const bool pronoun = head.tag == Tag::pronoun && head.mention != kNone && context_.known.mentions[head.mention].kind == MentionKind::pronoun && !context_.is(head.form, context_.grammar.definite);
      if (pronoun && speakers.who.empty() && speakers.plural) {
        if (auto all = main_subject_before(head.first); all.found && all.who.size() != 1) return all;
      }
      if (const auto* teller = pronoun && !speakers.plural ? teller_before(head.first) : nullptr; teller != nullptr && can_be(*teller, context_.known.mentions[head.mention].sex) && context_.inside(head.first) == kNoQuote) {
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
    // An object may stand first, but then a name follows the verb.
    if (phrase.first < finite || phrase.first == finite + 1) {
      auto other = behind_verb(false);
      return other.who.empty() && phrase.first < finite ? Speakers{} : other;
    }
    return {};
  }
  if (clause.subject_of != kNone && clause.subject_of != index) {
    const auto& other = parse.clauses[clause.subject_of];
    if (clause.subject_is_object) {
      const auto asked = other.object != kNone ? other.object : other.indirect;
      return asked == kNone ? Speakers{} : of_phrase(parse, asked, anyone);
    }
    const auto depth = clause.subject_of;
    if (depth < index) return subject(parse, depth, other.finite == kNone ? 0 : other.finite, false, anyone);
  }
  return behind_verb(false);
}

}  // namespace kroniek
