// A compiled pack: plain data, the same for the same rule files.
#pragma once

#include "../actors/gazetteer.hpp"
#include "../claims/claim_rules.hpp"
#include "../events/event_rules.hpp"
#include "../ingest/furniture.hpp"
#include "../text/tokenize.hpp"
#include "../text/word_index.hpp"
#include "../time/time_rules.hpp"
#include "lexicon.hpp"

#include <kroniek/pack.hpp>

#include <map>
#include <memory>
#include <string>

namespace kroniek {

struct PackData {
  std::string language, version, sha256;
  TextSettings text;
  Furniture furniture;
  Lexicon lexicon;
  WordIndex words;             // of the lexicon
  Gazetteer gazetteer;
  TimeRules time;
  EventRules events;
  ClaimRules claims;
  std::map<std::string, Labels> labels;
  std::string verbs_sha256;    // of the files that the verbs come from
  std::shared_ptr<const char> block;  // that tables lie in; empty: they are its own, or lie in something that outlives it

  template <class A>
  void fields(A& a) {
    a(language, version, sha256, text, furniture, lexicon, words, gazetteer, time, events, claims, labels, verbs_sha256);
  }
};

// A pack as one block of bytes, and back; `block` begins at a multiple of kArchiveAlignment and outlives the pack.
std::string pack_to_block(PackData& data);
PackData pack_from_block(std::string_view block);

// Reads and compiles a folder; faults go to `diagnostics`, and the result is usable only if none is an error.
// `known`: a pack whose verbs and index of words are taken as they are if they come from the same files and words; may be
// null, else what it lies in outlives the result.
PackData read_pack(const std::filesystem::path& folder, std::vector<Diagnostic>& diagnostics, const PackData* known = nullptr);

bool has_error(const std::vector<Diagnostic>& diagnostics);

}  // namespace kroniek
