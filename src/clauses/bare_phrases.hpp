// The noun phrases of a clause that can be its subject or an object: no preposition, no apposition, no list of members.
#pragma once

#include "clauses.hpp"

#include <span>
#include <vector>

namespace kroniek {

// "de chef van de staf, generaal X": what hangs on the noun ends at the comma before `at`.
bool ends_before(const Parse& parse, const Clause& clause, std::uint32_t noun, std::uint32_t at);

class BarePhrases {
 public:
  // What it is given must outlive it.
  BarePhrases(const Known& known, const GrammarClasses& classes, Parse& parse) : known_(known), lexicon_(known.lexicon), classes_(classes), parse_(parse) { bare_.reserve(16); }

  // In their order; good until the next call. Members and appositions are noted in the parse.
  std::span<const std::uint32_t> find(const Clause& clause);

 private:
  const Atom& head(std::uint32_t phrase) const { return parse_.atoms[parse_.phrases[phrase].head]; }
  bool is(const Atom& atom, ClassId cls) const { return is_of(lexicon_, atom, cls); }
  bool expletive(const Phrase& phrase) const;
  bool in_a_role(const Phrase& phrase) const;
  bool bracketed(const Clause& clause, const Phrase& phrase) const;
  void find_members(const Clause& clause);
  void join_behind_apposition(const Clause& clause);
  std::uint32_t name_before_comma(const Clause& clause, std::size_t k) const;
  void drop_appositions(const Clause& clause);
  bool set_apart(const Clause& clause, std::uint32_t noun) const;
  void drop_comments(const Clause& clause);
  void drop_datelines(const Clause& clause);

  const Known& known_;
  const Lexicon& lexicon_;
  const GrammarClasses& classes_;
  Parse& parse_;
  std::vector<std::uint32_t> bare_;
};

}  // namespace kroniek
