#include "first_person.hpp"

#include <algorithm>

namespace kroniek {

void name_first_persons(const Text& text, const Lexicon& lexicon, ClassId first_person, const std::vector<ClaimHit>& claims, std::vector<Parse>& parses, std::vector<Mention>& mentions) {
  const auto known = mentions.size();
  std::vector<std::pair<TokenId, TokenId>> said_in;  // of each new mention: the quotation
  const auto name = [&](Atom& atom, std::pair<TokenId, TokenId> content, const ActorId& who) {
    if (atom.mention != kNone && atom.mention < known) return;
    if (atom.mention == kNone) {
      atom.mention = static_cast<std::uint32_t>(mentions.size());
      mentions.push_back({atom.first, atom.last, atom.first, MentionKind::pronoun, false, false, 0, true, {who}});
      said_in.push_back(content);
      return;
    }
    // Two who say the same, or a quotation in another one.
    auto& mention = mentions[atom.mention];
    auto& outer = said_in[atom.mention - known];
    if (outer != content) mention.who.clear();
    outer = content;
    mention.who.push_back(who);
  };
  for (const auto& claim : claims) {
    if (claim.claim.kind != "direct" || claim.speakers_chain.empty() || claim.claim.speaker.id == "unknown") continue;
    for (const auto& content : claim.contents) {
      for (auto s = text.sentence_at(content.first); s < parses.size() && text.sentences[s].first < content.second; ++s) {
        for (auto& atom : parses[s].atoms) {
          const bool inside = content.first <= atom.first && atom.last <= content.second;
          if (inside && atom.tag == Tag::pronoun && atom.form != 0 && lexicon.in_class(atom.form, first_person)) name(atom, content, claim.speakers_chain.back());
        }
      }
    }
  }
}

}  // namespace kroniek
