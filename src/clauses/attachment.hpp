// What a phrase behind a preposition belongs to: a noun before it, or the verb.
#pragma once

#include "clauses.hpp"

namespace kroniek {

class Attachment {
 public:
  // What it is given must outlive it.
  Attachment(const Known& known, const GrammarClasses& classes, Parse& parse) : known_(known), lexicon_(known.lexicon), classes_(classes), parse_(parse) {}

  // "van X" behind a noun belongs to it; so does any preposition directly behind a noun, for the noun's sake: the verb may
  // claim it too.
  void attach(Clause& clause);
  // "beschuldigt hem er al dagen van de stad te beschieten": "er ... van" points ahead, and the noun is the object.
  void free_object(Clause& clause);

 private:
  bool is(const Atom& atom, ClassId cls) const { return is_of(lexicon_, atom, cls); }
  std::uint32_t behind_set_off_time(const Clause& clause, std::size_t k) const;
  bool names_place(std::uint32_t p) const;
  std::uint32_t behind_time(const Clause& clause, std::size_t k) const;

  const Known& known_;
  const Lexicon& lexicon_;
  const GrammarClasses& classes_;
  Parse& parse_;
};

}  // namespace kroniek
