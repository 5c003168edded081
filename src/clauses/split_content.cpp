// Which clause a subordinate one belongs to: whose content it is.
#include "splitter.hpp"

#include <algorithm>
#include <array>

namespace kroniek {

// "dat X heeft gezegd dat": the verb right before governs it; also "nadat X duidelijk maakte dat".
bool Splitter::says(std::uint32_t i) const {
  if (subordinate_kind(i) != ClauseKind::complement) return false;
  const bool infinitive = parse_.clauses[current_].kind == ClauseKind::infinitive;
  if (infinitive && i > 0 && parse_.clause_of[i - 1] == current_ && atoms_[i - 1].infinitive && !verb_is(atoms_[i - 1].verb, classes_.given_to_know)) return true;  // "om te voorkomen dat"; but "gaf te kennen dat"
  auto j = i;
  for (; j > 0 && atoms_[j - 1].tag == Tag::verb && parse_.clause_of[j - 1] == current_; --j) {
    if (verb_is(atoms_[j - 1].verb, classes_.says_that)) return true;
  }
  return j < i && !infinitive && is(i, classes_.relative) && !awaited_above(j);
}

// "zei toen hij aankwam dat": a verb of saying in a clause around, which has told nothing yet.
bool Splitter::awaited_above(std::uint32_t from) const {
  constexpr std::size_t kMostAround = 4;
  std::array<std::uint32_t, kMostAround> around{};
  std::size_t count = 0;
  for (auto at = current_; parse_.clauses[at].parent != kNone && count < kMostAround; at = parse_.clauses[at].parent) {
    if (parse_.clauses[at].kind != ClauseKind::complement) around[count++] = parse_.clauses[at].parent;
  }
  const auto end = around.begin() + static_cast<std::ptrdiff_t>(count);
  for (auto k = from; k-- > 0;) {
    if (atoms_[k].tag == Tag::verb && verb_is(atoms_[k].verb, classes_.says_that) && std::find(around.begin(), end, parse_.clause_of[k]) != end) return true;
  }
  return false;
}

// "zei dat X levert als Y instemt": the condition is of what is said.
bool Splitter::stays_in_content(std::uint32_t i) {
  if (!is(i, classes_.whenever) && subordinate_kind(i) != ClauseKind::conditional) return false;
  for (auto at = current_; at != kNone && verb_final(at); at = parse_.clauses[at].parent) {
    if (parse_.clauses[at].kind != ClauseKind::complement) continue;
    current_ = at;
    return true;
  }
  return false;
}

// "Wat X en Y bespraken, is niet bekend": the verb before the comma, and that of the main clause behind it.
bool Splitter::is_free(std::uint32_t i) const {
  if (current_ != 0 || state_[0].finite || (i > 0 && atoms_[i - 1].tag != Tag::quote)) return false;
  auto comma = i + 1;
  while (comma < atoms_.size() && atoms_[comma].tag != Tag::comma && !hard_boundary(atoms_[comma].tag)) ++comma;
  return comma > i + 1 && comma + 1 < atoms_.size() && atoms_[comma - 1].tag == Tag::verb && atoms_[comma + 1].tag == Tag::verb && atoms_[comma + 1].finite && (comma == i + 2 || (atoms_[i + 1].tag != Tag::verb && atoms_[i + 1].tag != Tag::subordinator));
}

}  // namespace kroniek
