// The verbs of a language pack with all their forms.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace kroniek {

enum class VerbForm : std::uint8_t {
  present_first,         // bel; also the imperative and what stands before "je"
  present_third,         // belt; also the second person
  present_plural,        // bellen; the same text as the infinitive
  past_singular,         // belde
  past_plural,           // belden
  participle,            // gebeld
  participle_inflected,  // gebelde; equal to the participle if that ends in -en
  present_participle,    // bellend, bellende
  infinitive,            // bellen
};

struct InflectedForm {
  std::string text;  // one word, lower case, NFC
  VerbForm form;
  friend bool operator==(const InflectedForm&, const InflectedForm&) = default;
};

struct Verb {
  std::string lemma;     // "opbellen"
  std::string base;      // "bellen", a verb of its own in the same list; empty if not separable
  std::string particle;  // "op"; empty if not separable
  bool perfect_zijn = false;
  bool perfect_hebben = true;
  std::vector<InflectedForm> forms;  // in the order of VerbForm; every pair of text and form once
};

// Line and column count from 1; 0 if the fault is of the file as a whole.
struct VerbFault {
  std::string file;
  int line = 0;
  int column = 0;
  std::string message;
};

// Reads `morphology.yaml` and all `lexicon/verbs/*.yaml` of a pack folder and makes all forms of every verb.
//
// The result is sorted by lemma, then particle; a lemma comes twice if it is both separable and not (voorkomen,
// overkomen). For a separable verb the forms are those of one word (opbelt, opgebeld); "belt ... op" follows from
// `base` and `particle`. What is wrong is added to `faults` in the order of file, line and column; an entry with a
// fault is left out, all others are returned. Never throws for what is in the files.
std::vector<Verb> load_verbs(const std::filesystem::path& pack_dir, std::vector<VerbFault>& faults);

}  // namespace kroniek
