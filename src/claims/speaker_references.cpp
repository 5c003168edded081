// Speakers that are not named where they speak: pronouns, callings, "het ministerie", a name that stands apart.
#include "../actors/roles.hpp"
#include "speakers.hpp"

#include <algorithm>

namespace kroniek {

// The block of the token's sentence; behind them all, that of none.
std::uint32_t SpeakerFinder::block_of(TokenId token) const {
  const auto sentence = context_.text().sentence_at(token);
  return sentence == context_.text().sentences.size() ? 0xFFFFFFFF : context_.sentence(sentence).block;
}

// "een woordvoerder": of the body that has spoken last, or is told of in the sentence before.
Speakers SpeakerFinder::body_before(TokenId token) const {
  const auto body = [&](const Speakers& speakers) {
    if (speakers.who.size() != 1 || speakers.plural) return false;
    const auto& who = speakers.who.front();
    if (who.actor == kNoActor) return is_role_of(who) && person(who, token) == nullptr;
    return context_.gazetteer.actors[who.actor].kind == "organisation";
  };
  if (body(last_) && block_of(last_at_) + 1 >= block_of(token)) return last_;
  auto subject = named_subject_before(token);
  return body(subject) ? subject : Speakers{};
}

// "X kwam met een verklaring. Daarin staat"
Speakers SpeakerFinder::writer(TokenId token) const {
  if (const auto* teller = teller_before(token); teller != nullptr) return *teller;
  return issuer_before(token);
}

// "X kwam met een verklaring."
Speakers SpeakerFinder::issuer_before(TokenId token) const {
  const auto before = sentence_before(token);
  if (before == kNone) return {};
  const auto& sentence = context_.sentence(before);
  for (auto word = sentence.first; word < sentence.last; ++word) {
    if (context_.token_is(word, context_.rules.classes.text)) return main_subject(before);
  }
  return {};
}

// "een van de bronnen", "twee van hen"
Speakers SpeakerFinder::one_of(const Parse& parse, const Phrase& phrase, bool anyone) const {
  const auto tag = parse.atoms[phrase.head].tag;
  if ((tag != Tag::determiner && tag != Tag::number) || phrase.head + 1 != phrase.last) return {};
  for (std::uint32_t p = 0; p < parse.phrases.size(); ++p) {
    const auto& whole = parse.phrases[p];
    if (whole.first != phrase.last || !context_.is(whole.preposition, context_.grammar.of)) continue;
    auto speakers = read_phrase(parse, p, anyone);
    if (speakers.who.size() > 1 || speakers.pronoun) speakers.who.clear();
    speakers.pronoun = false;
    speakers.words = context_.text().words(parse.atoms[phrase.head].first, parse.atoms[whole.last - 1].last);
    return speakers;
  }
  return {};
}

// An unnamed spokesperson speaks for the body or the country whose he is.
Speakers SpeakerFinder::speaks_for(Speakers speakers, TokenId limit) const {
  if (speakers.who.size() == 1 && speakers.who.front().id == kSpokesperson) {
    if (auto body = body_before(limit - 1); body.found) return body;
  }
  for (auto& who : speakers.who) {
    if (!who.id.starts_with(kSpeaksFor)) continue;
    const auto id = who.id.substr(kSpeaksFor.size());
    const auto before = context_.mentions_before(limit);
    const ActorId* known = nullptr;
    bool person = false;
    for (auto mention = before.rbegin(); mention != before.rend() && known == nullptr; ++mention) {
      const auto other = std::find_if(mention->who.rbegin(), mention->who.rend(), [&](const ActorId& w) { return w.id == id; });
      if (other == mention->who.rend()) continue;
      known = &*other;
      person = mention->person;
    }
    if (person) continue;
    who.id = id;
    who.wikidata.clear();
    const auto& gazetteer = context_.gazetteer;
    const auto actor = gazetteer.find_actor(id);
    if (known != nullptr) {
      who = *known;
    } else if (actor != kNoActor) {
      who = actor_id(gazetteer, actor);
    }
  }
  return speakers;
}

// The person as the text has named him before `limit`, with his sex if that is known.
const Mention* SpeakerFinder::person(const ActorId& who, TokenId limit) const {
  const Mention* found = nullptr;
  const auto before = context_.mentions_before(limit);
  for (auto mention = before.rbegin(); mention != before.rend(); ++mention) {
    if (!mention->person || mention->kind == MentionKind::pronoun || mention->who.size() != 1 || mention->who.front().id != who.id) continue;
    found = &*mention;
    if (mention->sex != 0) break;
  }
  return found;
}

bool SpeakerFinder::can_be(const Speakers& speakers, char sex, TokenId limit) const {
  if (!speakers.found || speakers.who.size() != 1) return false;
  const auto* mention = person(speakers.who.front(), limit);
  return mention != nullptr && (mention->sex == 0 || sex == 0 || mention->sex == sex);
}

// Who was the last to speak, if that was in the sentence before, of the same paragraph.
const Speakers* SpeakerFinder::teller_before(TokenId token) const {
  const auto before = last_.found ? sentence_before(token) : kNone;
  if (before == kNone) return nullptr;
  return last_at_ >= context_.sentence(before).first && last_at_ < context_.sentence(before + 1).first ? &last_ : nullptr;
}

const Speakers* SpeakerFinder::speaks_again(const Parse& parse, std::uint32_t phrase) const {
  const auto& head = parse.atoms[parse.phrases[phrase].head];
  if (head.tag != Tag::pronoun || head.mention == kNone || context_.inside(head.first) != kNoQuote) return nullptr;
  const auto& mention = context_.known.mentions[head.mention];
  if (mention.kind != MentionKind::pronoun || context_.is(head.form, context_.grammar.definite)) return nullptr;
  const auto* teller = teller_before(head.first);
  const auto limit = parse.atoms.back().last;
  return teller != nullptr && can_be(*teller, mention.sex, limit) && !can_be(subject_just_before(parse, parse.clause_of[parse.phrases[phrase].head]), mention.sex, limit) ? teller : nullptr;
}

// "Y doet er een schep bovenop: zondag zei hij": whom the main clause before names, and not whoever spoke last.
Speakers SpeakerFinder::subject_just_before(const Parse& parse, std::uint32_t index) const {
  constexpr std::uint32_t kMostClauses = 4;  // of the first, with clauses below it
  for (auto c = index, n = 0U; c > 0 && n < kMostClauses; ++n) {
    const auto& clause = parse.clauses[--c];
    if (clause.kind != ClauseKind::main || clause.subject == kNone) continue;
    const auto& head = parse.atoms[parse.phrases[clause.subject].head];
    const bool named = head.mention != kNone && context_.known.mentions[head.mention].kind != MentionKind::pronoun;
    return named ? of_phrase(parse, clause.subject, false) : Speakers{};
  }
  return {};
}

// "X benadrukte dat hij verwacht": the person who is named as the subject above.
Speakers SpeakerFinder::outer_subject(const Parse& parse, std::uint32_t clause, char sex) const {
  if (parse.clauses[clause].kind != ClauseKind::complement) return {};
  auto at = parse.clauses[clause].parent;
  // "X kwam en zei dat hij"
  if (at != kNone && parse.clauses[at].subject == kNone && parse.clauses[at].subject_of != kNone && parse.clauses[at].asked == kNone) at = parse.clauses[at].subject_of;
  if (at == kNone || parse.clauses[at].subject == kNone) return {};
  const auto& head = parse.atoms[parse.phrases[parse.clauses[at].subject].head];
  if (head.mention == kNone || context_.known.mentions[head.mention].kind == MentionKind::pronoun || !context_.known.mentions[head.mention].person) return {};
  auto speakers = of_phrase(parse, parse.clauses[at].subject, false);
  return can_be(speakers, sex, parse.atoms.back().last) ? speakers : Speakers{};
}

std::uint32_t SpeakerFinder::sentence_before(TokenId token) const {
  const auto& sentences = context_.text().sentences;
  const auto at = static_cast<std::uint32_t>(std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.last <= token; }) - sentences.begin());
  return context_.text().goes_on(at) ? at - 1 : kNone;
}

Speakers SpeakerFinder::main_subject_before(TokenId token) const {
  const auto sentence = sentence_before(token);
  return sentence == kNone ? Speakers{} : main_subject(sentence);
}

// Only one that is named there itself: what is taken up there again would lead back through the whole paragraph.
Speakers SpeakerFinder::named_subject_before(TokenId token) const {
  const auto sentence = sentence_before(token);
  if (sentence == kNone) return {};
  const auto& parse = context_.parses[sentence];
  for (const auto& clause : parse.clauses) {
    if (clause.kind != ClauseKind::main || clause.subject == kNone) continue;
    const auto& phrase = parse.phrases[clause.subject];
    const auto& head = parse.atoms[phrase.head];
    if (head.mention == kNone) continue;
    auto speakers = of_mention(context_.known.mentions[head.mention]);
    speakers.plural |= std::any_of(parse.atoms.begin() + phrase.first, parse.atoms.begin() + phrase.last, [](const Atom& atom) { return atom.tag == Tag::coordinator; });
    return speakers;
  }
  return {};
}

// The person who is the subject of the sentence before, or before the quotation that ends here.
Speakers SpeakerFinder::asked_before(TokenId token) const {
  auto sentence = sentence_before(token);
  while (sentence != kNone && context_.quote_at[context_.sentence(sentence).first] != kNoQuote) sentence = sentence_before(context_.sentence(sentence).first);
  auto subject = sentence == kNone ? Speakers{} : main_subject(sentence);
  return subject.who.size() == 1 && person(subject.who.front(), token) != nullptr ? subject : Speakers{};
}

Speakers SpeakerFinder::main_subject(std::uint32_t sentence) const {
  const auto& parse = context_.parses[sentence];
  for (const auto& clause : parse.clauses) {
    if (clause.kind != ClauseKind::main || clause.subject == kNone) continue;
    if (auto speakers = of_phrase(parse, clause.subject, false); speakers.found && !speakers.pronoun) {
      speakers.phrase = kNone;
      return speakers;
    }
  }
  return {};
}

// "According to X it is late. Y kept silent on it. '...', it sounded"
Speakers SpeakerFinder::last_quoted(TokenId token) const {
  if (context_.inside(token) != kNoQuote) return last_;
  auto end = token;
  while (end > 0 && context_.inside(end - 1) == kNoQuote && context_.punctuation(end - 1)) --end;
  auto begin = end;
  while (begin > 0 && context_.inside(begin - 1) != kNoQuote) --begin;
  const auto before = begin < end ? sentence_before(begin) : kNone;
  if (before == kNone || last_at_ >= context_.sentence(before).first) return last_;
  auto named = named_subject_before(begin);
  return named.found && !named.plural && !named.pronoun && named.who.size() == 1 && is_person(named.who.front(), token) ? named : last_;
}

// "Tolsma could, according to him, stay": the subject of the clause is somebody else, if it is named.
std::vector<ActorId> SpeakerFinder::subject_of_clause(const Parse& parse, TokenId token) const {
  const auto atom = std::partition_point(parse.atoms.begin(), parse.atoms.end(), [&](const Atom& a) { return a.first < token; });
  if (atom == parse.atoms.end()) return {};
  const auto& clause = parse.clauses[parse.clause_of[static_cast<std::size_t>(atom - parse.atoms.begin())]];
  const bool opens = clause.kind == ClauseKind::complement && clause.parent != kNone && clause.opener != kNone && parse.atoms[clause.opener].last == token;  // "as for him"
  const auto subject = opens ? parse.clauses[clause.parent].subject : clause.subject;
  const auto mention = subject == kNone ? kNone : parse.atoms[parse.phrases[subject].head].mention;
  return mention == kNone || context_.known.mentions[mention].kind != MentionKind::name ? std::vector<ActorId>{} : context_.known.mentions[mention].who;
}

Speakers SpeakerFinder::source(std::uint32_t sentence, TokenId token, TokenId limit, const std::vector<Draft>& here) const {
  const auto& parse = context_.parses[sentence];
  auto speakers = behind(parse, token, limit, false);
  if (!speakers.found || speakers.phrase == kNone) return speakers;
  const auto& head = parse.atoms[parse.phrases[speakers.phrase].head];
  if (head.mention == kNone || context_.known.mentions[head.mention].kind != MentionKind::pronoun) return speakers;
  if (head.last - head.first != 1) return speakers;  // "de Fin"
  const auto& pronoun = context_.known.mentions[head.mention];
  const bool follows = context_.text().goes_on(sentence);
  // A quotation without a cue between is of the same speaker.
  auto back = sentence;
  while (back > 0 && context_.sentence(back - 1).block == context_.sentence(sentence).block && (back == sentence || context_.quote_at[context_.sentence(back).first] != kNoQuote)) --back;
  const auto told_before = [&](TokenId at) { return follows && at >= context_.sentence(back).first; };
  const auto fits = [&](const Speakers& who) { return pronoun.plural ? who.plural || who.who.size() > 1 : can_be(who, pronoun.sex, parse.atoms.back().last); };
  std::vector<Speakers> candidates;
  for (auto draft = here.rbegin(); draft != here.rend(); ++draft) {
    if (draft->cue_first < token && !draft->source) candidates.push_back(draft->speakers);
  }
  for (const auto& clause : parse.clauses) {
    if (clause.kind != ClauseKind::main || clause.subject == kNone || clause.finite == kNone) continue;
    const bool done = parse.atoms[clause.atoms.back()].first < token;
    if (done) candidates.push_back(of_phrase(parse, clause.subject, false));
  }
  // A headline that names the person before a colon and means that person behind it.
  if (const auto& opening = parse.atoms.front(); opening.mention != kNone && context_.known.mentions[opening.mention].person) {
    const auto colon = std::find_if(parse.atoms.begin(), parse.atoms.end(), [&](const Atom& atom) { return atom.tag == Tag::colon; });
    if (colon != parse.atoms.end() && colon->first < token) candidates.push_back(of_mention(context_.known.mentions[opening.mention]));
  }
  const auto& last = pronoun.plural ? last_plural_ : last_;
  if (told_before(pronoun.plural ? last_plural_at_ : last_at_)) candidates.push_back(last);
  if (follows) candidates.push_back(main_subject(sentence - 1));
  const auto own = subject_of_clause(parse, head.first);
  for (auto& candidate : candidates) {
    if (!candidate.found || !fits(candidate) || (!own.empty() && !candidate.who.empty() && own.front().id == candidate.who.front().id)) continue;
    candidate.phrase = speakers.phrase;
    return candidate;
  }
  if (pronoun.plural || speakers.who.size() != 1 || person(speakers.who.front(), parse.atoms.back().last) != nullptr) return speakers;
  // A pronoun that has a sex means nobody but a person.
  if (can_be(last_, pronoun.sex, parse.atoms.back().last)) {
    auto teller = last_;
    teller.phrase = speakers.phrase;
    return teller;
  }
  speakers.who.clear();
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
  const auto before = context_.mentions_before(head.first);
  const bool medium = context_.token_is(head.first, context_.rules.classes.medium);
  for (auto it = before.rbegin(); it != before.rend(); ++it) {
    if (it->last > head.first || it->who.size() != 1 || it->kind == MentionKind::pronoun || it->kind == MentionKind::nationality || it->kind == MentionKind::possessive) continue;
    if (medium && is_media(context_.gazetteer, it->who.front())) return of_mention(*it);  // "Reuters ... het persbureau"
    for (auto token = it->first; token < it->last; ++token) {
      if (context_.text().tokens[token].form == noun) return of_mention(*it);
    }
  }
  const auto* teller = teller_before(head.first);
  // "X is sceptisch. De denktank schrijft": a body, not the country whose body speaks.
  const auto& clause = parse.clauses[parse.clause_of[phrase.head]];
  const bool many = clause.subject != kNone && parse.phrases[clause.subject].head == phrase.head && clause.finite != kNone && parse.atoms[clause.finite].plural;
  if (teller == nullptr && !many && context_.token_is(head.first, context_.rules.classes.person)) {
    auto subject = named_subject_before(head.first);
    if (subject.who.size() == 1 && !subject.plural && subject.who.front().actor != kNoActor && person(subject.who.front(), parse.atoms.back().last) == nullptr) return subject;
  }
  // "Hamas laat drie mensen vrij, meldt de beweging": the body of which the same sentence tells.
  if (teller == nullptr && !many && context_.token_is(head.first, context_.rules.classes.person)) {
    if (auto told = body_told_of(parse, head.first); told.found) return told;
  }
  // "een diplomaat ... De bron": who told it without a name
  const bool nameless = teller != nullptr && teller->who.size() == 1 && is_role_of(teller->who.front());
  if (nameless && context_.token_is(head.first, context_.rules.classes.unnamed)) return *teller;
  const bool body = teller != nullptr && teller->who.size() == 1 && person(teller->who.front(), parse.atoms.back().last) == nullptr;
  return body && context_.token_is(head.first, context_.rules.classes.person) ? *teller : Speakers{};
}

// The body, no newspaper, that is the subject of a main clause before the token.
Speakers SpeakerFinder::body_told_of(const Parse& parse, TokenId token) const {
  for (const auto& clause : parse.clauses) {
    if (clause.kind != ClauseKind::main || clause.subject == kNone) continue;
    const auto& head = parse.atoms[parse.phrases[clause.subject].head];
    if (head.mention == kNone || head.last > token || context_.known.mentions[head.mention].who.size() != 1) continue;
    const auto& who = context_.known.mentions[head.mention].who.front();
    if (who.actor != kNoActor && context_.gazetteer.actors[who.actor].kind == "organisation" && !is_media(context_.gazetteer, who)) return of_mention(context_.known.mentions[head.mention]);
  }
  return {};
}

// "de Estse": the person of that country who was named last.
Speakers SpeakerFinder::compatriot(const Parse& parse, const Phrase& phrase) const {
  const auto& head = parse.atoms[phrase.head];
  if (head.mention == kNone || context_.known.mentions[head.mention].kind != MentionKind::nationality || phrase.head == phrase.first) return {};
  if (!context_.is(parse.atoms[phrase.head - 1].form, context_.grammar.definite)) return {};
  const auto& home = context_.known.mentions[head.mention].who;
  const auto before = context_.mentions_before(head.first);
  for (auto it = before.rbegin(); it != before.rend(); ++it) {
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

// "Het Kremlin meldt X. Volgens de gouverneur is Y": a person, and nobody of whom other offices are known.
bool SpeakerFinder::may_hold(const ActorId& who, const ActorId& role, TokenId noun) const {
  if (who.actor == kNoActor) return true;
  const auto& known = context_.gazetteer.actors[who.actor];
  if (known.kind != "person") return false;
  if (!context_.token_is(noun, context_.rules.classes.public_office) || known.tenures.empty()) return true;
  return std::any_of(known.tenures.begin(), known.tenures.end(), [&](const Tenure& tenure) { return context_.gazetteer.offices[tenure.office].id == role.id; });
}

// "De generaal" of no country and with no name: whoever spoke last in the paragraph.
Speakers SpeakerFinder::role_told(const Speakers& speakers, const Mention& mention) const {
  if (mention.kind != MentionKind::office || mention.plural || speakers.who.size() != 1 || !last_.found || last_.who.size() != 1) return speakers;
  const auto& who = speakers.who.front();
  if (who.actor != kNoActor || who.country != kNoActor || is_role_of(who)) return speakers;
  const auto first = context_.text().tokens[mention.first].form;
  if (!context_.is(first, context_.grammar.definite)) return speakers;
  // "De onderzoeker" of an interview: the one who speaks in it and is known for nothing else
  if (last_stranger_.found && context_.token_is(mention.head, context_.rules.classes.expert)) return last_stranger_;
  // ... or just above it
  const auto here = block_of(mention.first);
  if (!may_hold(last_.who.front(), who, mention.head)) return speakers;
  return here != 0xFFFFFFFF && block_of(last_at_) + 2 >= here ? last_ : speakers;
}

// "kolonel buiten dienst Rik Smid": a bare title, a phrase that belongs to it, then the name.
std::vector<ActorId> SpeakerFinder::name_behind(const Parse& parse, const Phrase& phrase) const {
  const bool bare = phrase.preposition != 0 ? phrase.last - phrase.first == 2 : phrase.last - phrase.first == 1;
  const auto& head = parse.atoms[phrase.head];
  const bool nameless = head.mention == kNone || context_.known.mentions[head.mention].kind == MentionKind::office;
  if (!bare || !nameless || head.last - head.first != 1 || !can_speak(parse, phrase)) return {};
  if (auto named = behind_subject_taught(parse, phrase); !named.empty()) return named;
  if (auto named = behind_phrases(parse, phrase.last); !named.empty()) return named;
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

// "hoogleraar aan de universiteit van X Lise Daelman": behind all that belongs to the title.
std::vector<ActorId> SpeakerFinder::behind_phrases(const Parse& parse, std::uint32_t at) const {
  const auto begin = at;
  for (const auto& other : parse.phrases) {
    if (other.first == at && other.preposition != 0) at = other.last;
  }
  if (at == begin || at >= parse.atoms.size() || parse.atoms[at].mention == kNone) return {};
  const auto& mention = context_.known.mentions[parse.atoms[at].mention];
  const auto next = at + 1 < parse.atoms.size() ? parse.atoms[at + 1].tag : Tag::end;
  const bool closes = next == Tag::end || next == Tag::comma || next == Tag::quote || next == Tag::verb;
  return closes && mention.kind == MentionKind::name && mention.person && !mention.genitive ? mention.who : std::vector<ActorId>();
}

// "Oost-Europa expert X": the region before the title is nobody.
bool SpeakerFinder::before_title(const Parse& parse, const Phrase& phrase) const {
  if (phrase.preposition != 0 || phrase.last - phrase.first != 1 || phrase.last >= parse.atoms.size()) return false;
  const auto& name = parse.atoms[phrase.head];
  const auto& next = parse.atoms[phrase.last];
  if (name.tag != Tag::name || name.mention != kNone || next.mention == kNone || !context_.token_is(next.first, context_.rules.classes.title)) return false;
  const auto& mention = context_.known.mentions[next.mention];
  return mention.kind == MentionKind::name && mention.person && !mention.genitive;
}

Speakers SpeakerFinder::seat(const Parse& parse, std::uint32_t index) const {
  const auto& clause = parse.clauses[index];
  const bool people = clause.subject != kNone && context_.is(parse.atoms[parse.phrases[clause.subject].head].form, context_.rules.classes.people_say);
  if (!people && (!clause.passive || clause.agent != kNone)) return {};
  for (const auto p : clause.phrases) {
    const auto& phrase = parse.phrases[p];
    const auto& head = parse.atoms[phrase.head];
    if (!context_.is(phrase.preposition, context_.rules.classes.seat) || head.mention == kNone) continue;
    const auto& mention = context_.known.mentions[head.mention];
    // A country is only the place where help was promised.
    if (mention.kind == MentionKind::metonym || (people && !mention.person)) return of_phrase(parse, p, false);
  }
  return {};
}

// "hoogleraar internationaal recht Lise Daelman": what one teaches between the title and the name.
std::vector<ActorId> SpeakerFinder::behind_subject_taught(const Parse& parse, const Phrase& phrase) const {
  constexpr std::uint32_t kMostWords = 4;
  if (!context_.token_is(parse.atoms[phrase.head].first, context_.rules.classes.expert)) return {};
  auto i = phrase.last;
  for (const auto end = i + kMostWords; i < end && i < parse.atoms.size(); ++i) {
    const auto tag = parse.atoms[i].tag;
    if (parse.atoms[i].mention == kNone && tag != Tag::adjective && tag != Tag::noun && tag != Tag::content && tag != Tag::coordinator) return {};
    if (parse.atoms[i].mention != kNone && tag != Tag::adjective) break;
  }
  if (i == phrase.last || i >= parse.atoms.size() || parse.atoms[i].mention == kNone) return {};
  const auto& mention = context_.known.mentions[parse.atoms[i].mention];
  return mention.kind == MentionKind::name && mention.person && !mention.genitive ? mention.who : std::vector<ActorId>();
}

// The noun of a source alone, where the phrase runs on.
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

}  // namespace kroniek
