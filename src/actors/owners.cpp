// Whose "zijn", "haar" and "hun" are.
#include "pronouns.hpp"

#include <algorithm>

namespace kroniek {

// "In zijn toespraak bedankte X ...", "Na hun inval openden de Peruanen ...": a possessive in what stands before the verb
// is the subject's behind it.
std::vector<ActorId> Pronouns::owner_ahead(TokenId token, bool their, char sex) const {
  const auto& sentence = words_.text().sentences[discourse_.sentence_of(token)];
  if (token == sentence.first || !words_.is(token - 1, Word::preposition)) return {};
  for (auto t = sentence.first; t < token; ++t) {
    if (words_.at(t).finite && !words_.at(t).noun) return {};
    if (words_.is(t, Word::nominative) || (words_.at(t).own.has_any({Word::complementizer, Word::subordinator}) && !words_.is(t, Word::preposition))) return {};
  }
  auto verb = token + 1;
  while (verb < sentence.last && (!words_.at(verb).finite || words_.at(verb).noun)) ++verb;
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

std::vector<ActorId> Pronouns::owner(TokenId token) const {
  const auto& own = words_.at(token).own;
  const bool their = own.has(Word::poss_their);
  const char sex = own.has(Word::poss_his) ? 'm' : own.has(Word::poss_her) ? 'f' : '\0';
  const auto fits = [&](const Spoken& entry) {
    if (entry.standing == Standing::adjective) return false;
    if (their) return entry.plural && !entry.who.empty();
    if (entry.plural) return false;
    if (entry.person) return sex_fits(sex, entry.sex);
    // "Oekraïne en zijn bondgenoten", "de EU en haar leden"
    return sex == 'm' ? entry.state || entry.body : entry.body;
  };
  const auto& entries = discourse_.entries();
  // "Trump en zijn ministers"
  if (!entries.empty() && entries.back().last + 1 == token && words_.is(token - 1, Word::coordinator) && fits(entries.back())) return entries.back().who;
  if (auto who = owner_ahead(token, their, sex); !who.empty()) return who;
  for (const bool implied : {false, true}) {
    if (const auto* subject = discourse_.subject_before(token, implied); subject != nullptr) {
      if (their) {
        if (auto all = coordinated(*subject); !all.empty()) return all;
        for (const auto* entry = subject; entry != entries.data() + entries.size(); ++entry) {
          if (entry->segment != subject->segment || entry->standing != subject->standing) continue;
          if (auto all = coordinated(*entry); !all.empty()) return all;
        }
      }
      if (fits(*subject) && !(subject->quoted && !words_.quoted(token))) return subject->who;
    }
  }
  if (their) return they(token, true);
  const auto* found = discourse_.best(token, [&](const Spoken& entry) { return fits(entry) && (entry.person || entry.sentence + 1 >= discourse_.sentence_of(token)); });
  return found == nullptr ? std::vector<ActorId>() : found->who;
}

}  // namespace kroniek
