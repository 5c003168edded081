#include "bare_scan.hpp"

#include "../../src/text/upper.hpp"

#include <hs/hs.h>

#include <deque>
#include <stdexcept>
#include <string>
#include <vector>

BareScan::BareScan(const kroniek::Lexicon& lexicon) {
  std::deque<std::string> texts;
  for (kroniek::FormId form = 1; form < lexicon.form_count(); ++form) {
    texts.emplace_back(lexicon.text(form));
    // Vectorscan folds the case of ASCII only.
    for (auto& other : kroniek::spellings_in_capitals(lexicon.text(form))) texts.push_back(std::move(other));
  }
  std::vector<const char*> pointers;
  std::vector<std::size_t> lengths;
  std::vector<unsigned> ids;
  for (const auto& text : texts) {
    pointers.push_back(text.data());
    lengths.push_back(text.size());
    ids.push_back(static_cast<unsigned>(ids.size()));
  }
  const std::vector<unsigned> flags(pointers.size(), HS_FLAG_CASELESS);
  hs_compile_error_t* fault = nullptr;
  if (hs_compile_lit_multi(pointers.data(), flags.data(), ids.data(), lengths.data(), static_cast<unsigned>(pointers.size()), HS_MODE_BLOCK, nullptr, &database_, &fault) != HS_SUCCESS) {
    const std::string message = fault != nullptr ? fault->message : "no reason given";
    hs_free_compile_error(fault);
    throw std::runtime_error("Vectorscan: " + message);
  }
  if (hs_alloc_scratch(database_, &scratch_) != HS_SUCCESS) throw std::runtime_error("Vectorscan: no scratch space");
}

BareScan::~BareScan() {
  hs_free_scratch(scratch_);
  hs_free_database(database_);
}

std::size_t BareScan::count(std::string_view text) const {
  std::size_t hits = 0;
  const auto on_match = [](unsigned, unsigned long long, unsigned long long, unsigned, void* data) -> int {
    ++*static_cast<std::size_t*>(data);
    return 0;
  };
  if (hs_scan(database_, text.data(), static_cast<unsigned>(text.size()), 0, scratch_, on_match, &hits) != HS_SUCCESS) throw std::runtime_error("Vectorscan: scanning failed");
  return hits;
}
