// The first condition of a rule that failed in a sentence, and where.
#pragma once

#include "../../timeline/analysis.hpp"
#include "../../timeline/evidence.hpp"
#include "../pack_data.hpp"

#include <string>
#include <vector>

namespace kroniek {

class WhyNot {
 public:
  WhyNot(const Document& document, const PackData& pack, const Analysis& analysis, const Trace& trace, Style style);

  // Adds a line for each place where the rule came to a stop, or that it fired. False: no rule has that id.
  bool find(const std::string& rule, std::uint32_t sentence, std::vector<std::string>& answers) const;

 private:
  std::string at(TokenId first, TokenId last) const;
  void event(std::uint32_t rule, std::uint32_t sentence, std::vector<std::string>& answers) const;
  void trigger(std::uint32_t rule, std::uint32_t sentence, std::vector<std::string>& answers) const;
  void phrase_trigger(std::uint32_t rule, std::uint32_t sentence, std::vector<std::string>& answers) const;
  void time(std::uint32_t rule, std::uint32_t sentence, std::vector<std::string>& answers) const;
  void report(std::uint32_t rule, std::uint32_t sentence, std::vector<std::string>& answers) const;
  void source(std::uint32_t rule, std::uint32_t sentence, std::vector<std::string>& answers) const;
  // False: there are none.
  bool words_of_class(ClassId cls, std::uint32_t sentence, std::vector<std::string>& answers) const;
  LexemeId verb_at(std::uint32_t sentence, TokenId token) const;
  bool triggers(std::uint32_t rule, LexemeId lexeme) const;

  const PackData& pack_;
  const Analysis& analysis_;
  const Trace& trace_;
  Style style_;
  Places places_;
};

}  // namespace kroniek
