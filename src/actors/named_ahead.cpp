// Words for somebody whom the sentence names only behind its verb.
#include "pronouns.hpp"

#include <algorithm>

namespace kroniek {

// "In his speech thanked X ...", "After their raid opened the Peruvians ...": a possessive in what stands before the verb is
// the subject's behind it.
std::vector<ActorId> Pronouns::owner_ahead(TokenId token, bool their, char sex) const {
  const auto& sentence = words_.text().sentences[discourse_.sentence_of(token)];
  if (token == sentence.first || !words_.is(token - 1, Word::preposition)) return {};
  for (auto t = sentence.first; t < token; ++t) {
    if (words_.at(t).finite && !words_.at(t).noun) return {};
    if (words_.is(t, Word::nominative) || (words_.at(t).own.has_any({Word::complementizer, Word::subordinator}) && !words_.is(t, Word::preposition))) return {};
  }
  auto verb = token + 1;
  while (verb < sentence.last && (!words_.at(verb).finite || words_.at(verb).noun || words_.is(verb, Word::preposition))) ++verb;
  if (verb == sentence.last) return {};
  auto m = std::lower_bound(known_.begin(), known_.end(), sentence.first, [](const Mention& mention, TokenId t) { return mention.first < t; });
  for (; m != known_.end() && m->first < discourse_.segment_end(verb); ++m) {
    if (m->genitive || m->kind == MentionKind::nationality) continue;
    if (m->first < token && m->last <= token && m->person) return {};  // somebody before it
    if (m->first <= verb) continue;
    if (words_.is(m->first - 1, Word::preposition)) return {};
    if (!their) return m->person && !m->plural && m->who.size() == 1 && sex_fits(sex, m->sex) ? m->who : std::vector<ActorId>();
    auto who = m->who;
    const auto next = m + 1;
    if (next != known_.end() && next->first == m->last + 1 && words_.is(m->last, Word::coordinator)) add_actors(who, next->who);
    return m->plural || m->kind == MentionKind::group || who.size() > 1 ? who : std::vector<ActorId>();
  }
  return {};
}

// "In Oslo, where he arrived on Tuesday, meets X today with Y", where a paragraph begins: nobody has been named there whom it
// could mean, but the subject behind the verb of the main clause.
std::vector<ActorId> Pronouns::subject_ahead(TokenId token, char sex) const {
  const auto index = discourse_.sentence_of(token);
  const auto& sentence = words_.text().sentences[index];
  if (words_.text().goes_on(index)) return {};
  if (token == sentence.first || !words_.at(token - 1).own.has_any({Word::subordinator, Word::relative_adverb})) return {};
  auto m = std::lower_bound(known_.begin(), known_.end(), sentence.first, [](const Mention& mention, TokenId t) { return mention.first < t; });
  for (; m != known_.end() && m->first < token; ++m) {
    if (m->person) return {};
  }
  auto verb = token + 1;
  while (verb + 1 < sentence.last && !(words_.text().word(verb - 1) == "," && words_.at(verb).finite)) ++verb;
  for (auto t = verb; t < sentence.last; ++t) {
    if (words_.at(t).own.has_any({Word::ref_him, Word::ref_he})) return {};  // "When he arrived, X waited for him"
  }
  while (m != known_.end() && m->first <= verb) ++m;
  if (m == known_.end() || m->first != verb + 1 || !m->person || m->plural || m->genitive || !sex_fits(sex, m->sex)) return {};
  if (!m->who.empty()) return m->who.size() == 1 ? m->who : std::vector<ActorId>();
  // "meets the Norwegian": whoever of that country was spoken of
  const auto people = words_.atom(m->head).people;
  if (people == kNoActor) return {};
  return person(token, [&](const Spoken& entry) { return entry.who.front().country == people; });
}

}  // namespace kroniek
