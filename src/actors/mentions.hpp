// Who is named where: names, offices, demonyms, groups, and what refers back to them.
#pragma once

#include "../text/text.hpp"
#include "gazetteer.hpp"

#include <kroniek/document.hpp>
#include <kroniek/extraction.hpp>

#include <string>
#include <vector>

namespace kroniek {

enum class MentionKind : std::uint8_t {
  name,         // "Donald Trump", "de Amerikaanse president Donald Trump", "het Kremlin", "Rusland"
  metonym,      // "Moskou" where it may be the government (and may be the place)
  office,       // "de Amerikaanse president", "de minister van Defensie"
  group,        // "een Oekraïense delegatie", "Russische troepen", "de Oekraïners"
  nationality,  // the adjective in "Amerikaanse eisen"; an actor only as the possessor of its noun
  possessive,   // "zijn", "haar", "hun" before a noun, genitive names are `name` with `genitive`
  pronoun,      // "hij", "ze", "die", "de twee leiders", "beide landen"
};

// The actor that a mention stands for. `id` is canonical (ANNOTATION.md), also for an actor that the
// gazetteer does not know ("terborgh", "foreign-minister-of-ukraine", "delegation-of-russia").
struct ActorId {
  std::string id, name, wikidata;
  std::uint32_t actor = kNoActor;    // index into Gazetteer::actors, if it is there
  std::uint32_t country = kNoActor;  // whose it is, if known
  friend bool operator==(const ActorId&, const ActorId&) = default;
};

struct Mention {
  TokenId first = 0, last = 0;  // the whole phrase with article, office and name; no apposition behind a comma
  TokenId head = 0;             // its name or noun
  MentionKind kind = MentionKind::name;
  bool plural = false, genitive = false;
  char sex = 0;                 // 'm', 'f' or 0
  bool person = false;          // can speak for himself: a person or an office
  std::vector<ActorId> who;     // one, or several for plurals ("de twee leiders"); empty: not resolved
};

class ActorWords;

// Mentions in the order of their first token; none overlaps another, except that possessives, genitives
// and nationalities may stand inside the phrase of a longer one.
// `day`: the publication day, for offices; kOpenPast if it is not known.
// The first form shares the words with resolve_references.
std::vector<Mention> find_mentions(const ActorWords& words, Day day);
std::vector<Mention> find_mentions(const Text& text, const Lexicon& lexicon, const Gazetteer& gazetteer, Day day);

}  // namespace kroniek
