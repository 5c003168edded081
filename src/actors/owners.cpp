// Whose "zijn", "haar" and "hun" are.
#include "pronouns.hpp"

#include <algorithm>

namespace kroniek {

std::vector<ActorId> Pronouns::owner(TokenId token) const {
  const auto& own = words_.at(token).own;
  const bool their = own.has(Word::poss_their);
  const char sex = own.has(Word::poss_his) ? 'm' : own.has(Word::poss_her) ? 'f' : '\0';
  const auto fits = [&](const Spoken& entry) {
    if (entry.standing == Standing::adjective) return false;
    if (entry.last + 1 == token && words_.is(entry.last, Word::of_preposition)) return false;  // "een adviseur van zijn regering"
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
