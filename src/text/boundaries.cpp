#include "boundaries.hpp"

#include <unicode/brkiter.h>
#include <unicode/rbbi.h>
#include <unicode/utext.h>

#include <stdexcept>

namespace kroniek {

namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;
using Make = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

Iterator made(Make make, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  Iterator iterator(make(icu::Locale(language.c_str()), status));
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU has no word rules: ") + u_errorName(status));
  return iterator;
}

bool same_rules(Make make, const std::string& language) {
  const auto own = made(make, language), plain = made(make, "root");
  const auto* own_rules = dynamic_cast<const icu::RuleBasedBreakIterator*>(own.get());
  const auto* plain_rules = dynamic_cast<const icu::RuleBasedBreakIterator*>(plain.get());
  return own_rules != nullptr && plain_rules != nullptr && own_rules->getRules() == plain_rules->getRules();
}

void gather(icu::BreakIterator& iterator, UText* text, std::vector<std::uint32_t>& ends) {
  UErrorCode status = U_ZERO_ERROR;
  iterator.setText(text, status);
  iterator.first();
  for (auto to = iterator.next(); to != icu::BreakIterator::DONE; to = iterator.next()) ends.push_back(static_cast<std::uint32_t>(to));
}

}  // namespace

bool has_plain_boundaries(const std::string& language) {
  return same_rules(icu::BreakIterator::createWordInstance, language) && same_rules(icu::BreakIterator::createSentenceInstance, language);
}

struct BoundaryFinder::Impl {
  Iterator words, sentences;
};

BoundaryFinder::BoundaryFinder(const std::string& language)
    : impl_(new Impl{made(icu::BreakIterator::createWordInstance, language), made(icu::BreakIterator::createSentenceInstance, language)}) {}
BoundaryFinder::~BoundaryFinder() = default;

void BoundaryFinder::find(std::string_view text, Boundaries& boundaries) {
  boundaries.words.clear();
  boundaries.sentences.clear();
  UErrorCode status = U_ZERO_ERROR;
  UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  gather(*impl_->words, utext, boundaries.words);
  gather(*impl_->sentences, utext, boundaries.sentences);
  utext_close(utext);
}

}  // namespace kroniek
