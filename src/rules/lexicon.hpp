// The words of a pack: surface forms, what they can be, and the classes that rules name.
#pragma once

#include "archive.hpp"
#include "morphology.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kroniek {

using FormId = std::uint32_t;  // 0: not in the lexicon; ids are in the order of the texts
using LexemeId = std::uint32_t;
using ClassId = std::uint16_t;  // 0: no class

enum class Pos : std::uint8_t {
  other,
  noun,
  name,
  verb,
  adjective,
  adverb,
  preposition,
  determiner,
  pronoun,
  coordinator,
  subordinator,
  number,
  punctuation,
};
std::optional<Pos> pos_from(std::string_view name);

// What a form is of its lexeme.
enum FormFlag : std::uint8_t {
  kPlural = 1,
  kGenitive = 2,    // "Trumps", "Zelensky's"
  kNeedsCapital = 4,  // counts only where it is written with a capital
  kInflected = 8,   // an adjective with its ending
  kNeedsAllCaps = 16,  // counts only in capitals: "OM", not "Om"
};

struct Reading {
  LexemeId lexeme = 0;
  Pos pos = Pos::other;
  VerbForm verb_form = VerbForm::infinitive;  // for verbs
  std::uint8_t flags = 0;
};

struct Lexeme {
  FormId lemma = 0;
  Pos pos = Pos::other;
  bool compound = false;      // counts also as the last part of a longer word
  bool perfect_zijn = false;  // verbs: the perfect is made with the copula
  std::uint32_t class_begin = 0, class_end = 0;
  std::int32_t value = 0;     // number, weekday, index into the gazetteer, ...
  FormId particle = 0;        // separable verbs
  LexemeId base = 0;          // separable verbs: the verb without its particle
};

class Lexicon {
 public:
  std::string_view text(FormId form) const {
    if (form == 0 || form >= form_end_.size()) return {};
    const auto begin = form_end_[form - 1];
    return {texts_.data() + begin, form_end_[form] - begin};
  }
  // Exact, lower case, NFC; 0 if unknown. For set-up and explanation; words of a text are found by the WordIndex.
  FormId find(std::string_view lower) const;
  std::size_t form_count() const { return form_end_.size(); }

  std::span<const Reading> readings(FormId form) const {
    if (form == 0) return {};
    const auto begin = forms_[form - 1].reading_end;
    return readings_.subspan(begin, forms_[form].reading_end - begin);
  }
  const Lexeme& lexeme(LexemeId id) const { return lexemes_[id]; }
  std::size_t lexeme_count() const { return lexemes_.size(); }
  std::string_view lemma(LexemeId id) const { return text(lexemes_[id].lemma); }
  std::span<const ClassId> classes(LexemeId id) const {
    const auto& lexeme = lexemes_[id];
    return lexeme_classes_.subspan(lexeme.class_begin, lexeme.class_end - lexeme.class_begin);
  }
  bool is_a(LexemeId id, ClassId cls) const {
    if (cls == 0) return false;
    for (const auto own : classes(id)) {
      if (own == cls) return true;
    }
    return false;
  }
  std::optional<LexemeId> find_lexeme(std::string_view lemma, Pos pos) const;
  // The separable verb of a base verb and a particle; 0: none.
  LexemeId separable(LexemeId base, FormId particle) const { return is_particle(particle) ? find_separable(base, particle) : 0; }
  // Words that end in a compound lexeme but are not of it; as the last part they do not count.
  bool is_exception(std::string_view lower_word) const;

  ClassId class_id(std::string_view name) const;  // 0 if unknown
  // Whether the adverb is one that a preposition and what it governs become, as "thereby" is "by that".
  bool stands_for(FormId adverb, FormId preposition) const;
  std::string_view class_name(ClassId id) const { return class_names_[id]; }
  const std::vector<std::string>& class_names() const { return class_names_; }

  // The reading of that part of speech, if the form has one.
  const Reading* reading(FormId form, Pos pos) const;
  // Whether it has: one look.
  bool has_pos(FormId form, Pos pos) const { return has_trait(form, static_cast<unsigned>(pos)); }
  // Whether a reading of it is that form of a verb.
  bool has_verb_form(FormId form, VerbForm verb_form) const { return has_trait(form, kVerbTraits + static_cast<unsigned>(verb_form)); }
  // Whether it is the particle of a separable verb.
  bool is_particle(FormId form) const { return has_trait(form, kParticleTrait); }
  // Whether a lexeme of it counts also as the last part of a longer word.
  bool is_compound_part(FormId form) const { return has_trait(form, kCompoundTrait); }
  // The lexeme of the form that is of the class; nullopt if none is.
  std::optional<LexemeId> in_class(FormId form, ClassId cls) const {
    return may_be(form, cls) ? find_in_class(form, cls) : std::nullopt;
  }
  // False: no reading of the form is of the class. One look tells it of nearly all forms that are not.
  bool may_be(FormId form, ClassId cls) const { return form < forms_.size() && forms_[form].bits.has(bit_of_class(cls)); }

  // Bits that a form shares with the patterns that may take it: two words for its classes, and one for the word and its
  // lexemes if patterns name them.
  struct Bits {
    std::array<std::uint64_t, 3> row{};
    Bits& operator|=(const Bits& more) {
      for (std::size_t i = 0; i < row.size(); ++i) row[i] |= more.row[i];
      return *this;
    }
    static Bits only(std::uint8_t bit) {
      Bits bits;
      bits.row[bit / 64U] = std::uint64_t{1} << (bit % 64U);
      return bits;
    }
    static Bits all() { return {{~std::uint64_t{0}, ~std::uint64_t{0}, ~std::uint64_t{0}}}; }
    bool has(std::uint8_t bit) const { return (row[bit / 64U] >> (bit % 64U) & 1U) != 0; }
    bool meets(const Bits& other) const { return ((row[0] & other.row[0]) | (row[1] & other.row[1]) | (row[2] & other.row[2])) != 0; }
  };
  const Bits& bits(FormId form) const {
    static constexpr Bits none{};
    return form < forms_.size() ? forms_[form].bits : none;
  }
  static Bits bits_of_class(ClassId cls) { return Bits::only(bit_of_class(cls)); }
  static Bits bits_of_word(FormId form) { return Bits::only(bit_of_word(form)); }
  static Bits bits_of_lexeme(LexemeId lexeme) { return Bits::only(bit_of_lexeme(lexeme)); }
  static std::uint8_t bit_of_class(ClassId cls) { return cls % 128U; }
  static std::uint8_t bit_of_word(FormId form) { return static_cast<std::uint8_t>(128U + (form * 0x9E3779B9U >> 26U)); }
  static std::uint8_t bit_of_lexeme(LexemeId lexeme) { return bit_of_word(lexeme + 0x10000000U); }

  template <class A>
  void fields(A& a) {
    a(texts_, form_end_, forms_, readings_, lexemes_, lexeme_classes_, class_names_, class_table_, separables_, exceptions_);
  }

 private:
  friend class LexiconBuilder;
  static std::uint32_t hash_of(std::string_view name);
  std::optional<LexemeId> find_in_class(FormId form, ClassId cls) const;
  LexemeId find_separable(LexemeId base, FormId particle) const;
  // What is asked of a form, side by side: most of the time goes into fetching it from memory.
  struct Form {
    Bits bits;
    std::uint32_t traits = 0;
    std::uint32_t reading_end = 0;  // those of the form before end where its own begin
  };
  // Bits of Form::traits: the parts of speech, the forms of verbs, and these.
  static constexpr unsigned kVerbTraits = 16, kParticleTrait = 30, kCompoundTrait = 31;
  static_assert(static_cast<unsigned>(Pos::punctuation) < kVerbTraits && kVerbTraits + static_cast<unsigned>(VerbForm::infinitive) < kParticleTrait);
  bool has_trait(FormId form, unsigned trait) const { return form < forms_.size() && (forms_[form].traits >> trait & 1U) != 0; }
  struct Separable {
    LexemeId base;
    FormId particle;
    LexemeId verb;
    friend auto operator<=>(const Separable&, const Separable&) = default;
  };
  Values<char> texts_;
  Values<std::uint32_t> form_end_;
  Values<Form> forms_;
  Values<Reading> readings_;
  Values<Lexeme> lexemes_;
  Values<ClassId> lexeme_classes_;  // sorted within a lexeme
  std::vector<std::string> class_names_;  // sorted, from 1
  Values<ClassId> class_table_;           // by hash of the name, each at its place or behind it; 0: free
  Values<Separable> separables_;         // sorted
  std::vector<std::string> exceptions_;  // sorted
};

// One form of a lexeme that is being added.
struct NewForm {
  std::string text;  // lower case, NFC
  std::uint8_t flags = 0;
  VerbForm verb_form = VerbForm::infinitive;
};

// Gathers words in any order; the same words give the same lexicon.
class LexiconBuilder {
 public:
  // Adds to the lexeme (lemma, pos, value) or makes it.
  void add(const std::string& lemma, Pos pos, std::int32_t value, const std::vector<NewForm>& forms,
           const std::vector<std::string>& classes, bool compound = false);
  void add_verb(const Verb& verb);
  // All verbs of another lexicon, as if each had been added.
  void add_verbs_of(const Lexicon& other);
  bool has(const std::string& lemma, Pos pos) const;
  void add_class(const std::string& lemma, Pos pos, const std::string& cls);
  // A word that a pattern names; it need not have a reading.
  void intern(const std::string& lower);
  // A lemma of which a pattern takes any form.
  void intern_lemma(const std::string& lemma);
  void except(const std::string& lower);
  Lexicon build() const;

 private:
  struct Key {
    std::string lemma;
    Pos pos;
    std::int32_t value;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  struct Item {
    std::vector<NewForm> forms;
    std::vector<std::string> classes;
    bool compound = false, perfect_zijn = false;
    std::string particle, base;
  };
  std::map<Key, Item> items_;
  std::map<std::string, bool> interned_, interned_lemmas_;
  std::map<std::string, bool> exceptions_;
};

}  // namespace kroniek
