// Names of persons that the gazetteer does not have, and family names that stand alone after a full name.
#pragma once

#include "mentions.hpp"
#include "words.hpp"

#include <map>
#include <set>
#include <string_view>
#include <string>
#include <vector>

namespace kroniek {

struct NameRun {
  TokenId first = 0, last = 0;
  bool genitive = false;
  char sex = 0;  // 'm', 'f' or 0
  ActorId who;
};

class UnknownNames {
 public:
  explicit UnknownNames(const ActorWords& words);
  // The name that starts at the token; nullptr if none does.
  const NameRun* at(TokenId token) const;

 private:
  void find_full_names(const Sentence& sentence);
  void find_short_names(const Sentence& sentence);
  bool family_alone(TokenId token, const Sentence& sentence) const;
  bool name_part(TokenId token, bool family) const;
  bool before_new_name(TokenId token) const;
  TokenId run_end(TokenId first, TokenId limit) const;
  TokenId family_begin(TokenId first, TokenId last) const;
  bool after_title(TokenId token, TokenId begin) const;
  bool has_evidence(TokenId first, TokenId last, const Sentence& sentence) const;
  bool spelt_otherwise(TokenId first, TokenId last) const;
  void add_full(TokenId first, TokenId last);
  void add_relative_of_known(TokenId first, TokenId last);
  struct Known {
    ActorId who;
    char sex = 0;
  };
  const Known* namesake_at(TokenId token, const Sentence& sentence) const;
  void remember(std::string_view family, const Known& known);
  char sex_of(TokenId given_name) const;
  std::string_view without_genitive(TokenId token, bool& genitive) const;

  const ActorWords& words_;
  std::vector<NameRun> runs_;
  std::vector<std::uint32_t> run_at_;  // per token: one more than the run that begins there; 0: none
  std::map<std::string, Known, std::less<>> families_;     // as written, without its ending
  std::map<std::string, Known, std::less<>> given_names_;  // of known persons in the text
  std::map<std::string, Known, std::less<>> namesakes_;    // of known persons that the text has not named
  std::set<std::uint32_t> named_;                          // actors of the gazetteer, as far as the text was read
};

}  // namespace kroniek
