// Which way the clause of a time expression looks: back or forward. A light test on the words of the sentence,
// before its clauses are known; the clause analysis may decide anew with resolve.hpp.
#pragma once

#include "../text/text.hpp"
#include "cycles.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kroniek {

struct TenseReading {
  Direction direction = Direction::nearest;
  std::string reason;                        // "past tense: belde"
};

// Word classes of the pack: aux_have, aux_be, aux_future (zullen, gaan), aux_shall (zullen), aux_modal, future_cue ("gepland"),
// attributive ("van" in "het gesprek van dinsdag"), announcing (what
// puts such a day ahead: "kondigde ... aan", "afgelast").
class TenseReader {
 public:
  explicit TenseReader(const Lexicon& lexicon);
  // For the tokens [first, last) of the sentence. `taken`: tokens of time expressions, which are no verbs ("week").
  TenseReading read(const Text& text, const std::vector<bool>& taken, const Sentence& sentence, TokenId first, TokenId last) const;

 private:
  struct Verb {
    TokenId token;
    bool past;
    int doubt;  // how much speaks against its being the finite verb, in words of distance
  };
  bool finite(const Text& text, TokenId token, Verb& verb) const;
  // "dat zij donderdag praten": the plural behind the time, where the subordinate clause has no other verb.
  std::optional<Verb> lone_plural(const Text& text, const std::vector<bool>& taken, const Sentence& sentence, TokenId first, TokenId last) const;
  bool boundary(const Text& text, TokenId token) const;
  TokenId before_inserted(const Text& text, const Sentence& sentence, TokenId first) const;
  bool in_attribute(const Text& text, const std::vector<bool>& taken, const Sentence& sentence, TokenId first, TokenId last) const;
  bool has_class(const Text& text, TokenId token, ClassId cls) const;

  const Lexicon& lexicon_;
  ClassId have_, be_, become_, future_, shall_, modal_, cue_, attributive_, announcing_, settling_, settled_opener_, relative_, relative_adverb_, te_;
};

}  // namespace kroniek
