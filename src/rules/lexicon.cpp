#include "lexicon.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>
#include <unordered_set>

namespace kroniek {

std::optional<Pos> pos_from(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Pos>, 13> kNames = {{
      {"other", Pos::other}, {"noun", Pos::noun}, {"name", Pos::name}, {"verb", Pos::verb},
      {"adjective", Pos::adjective}, {"adverb", Pos::adverb}, {"preposition", Pos::preposition},
      {"determiner", Pos::determiner}, {"pronoun", Pos::pronoun}, {"coordinator", Pos::coordinator},
      {"subordinator", Pos::subordinator}, {"number", Pos::number}, {"punctuation", Pos::punctuation},
  }};
  for (const auto& [text, pos] : kNames) {
    if (text == name) return pos;
  }
  return std::nullopt;
}

FormId Lexicon::find(std::string_view lower) const {
  FormId low = 1, high = static_cast<FormId>(form_end_.size());
  while (low < high) {
    const FormId middle = low + (high - low) / 2;
    const auto order = text(middle).compare(lower);
    if (order == 0) return middle;
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return 0;
}

std::optional<LexemeId> Lexicon::find_lexeme(std::string_view lemma, Pos pos) const {
  const auto form = find(lemma);
  for (const auto& reading : readings(form)) {
    if (reading.pos == pos && lexemes_[reading.lexeme].lemma == form) return reading.lexeme;
  }
  return std::nullopt;
}

LexemeId Lexicon::find_separable(LexemeId base, FormId particle) const {
  const auto it = std::lower_bound(separables_.begin(), separables_.end(), Separable{base, particle, 0});
  return it != separables_.end() && it->base == base && it->particle == particle ? it->verb : 0;
}

bool Lexicon::is_exception(std::string_view lower_word) const {
  return std::binary_search(exceptions_.begin(), exceptions_.end(), lower_word, std::less<>());
}

ClassId Lexicon::class_id(std::string_view name) const {
  if (class_table_.empty()) return 0;
  const auto mask = class_table_.size() - 1;
  for (std::size_t at = hash_of(name) & mask; class_table_[at] != 0; at = (at + 1) & mask) {
    if (class_names_[class_table_[at]] == name) return class_table_[at];
  }
  return 0;
}

bool Lexicon::stands_for(FormId adverb, FormId preposition) const {
  return has_pos(adverb, Pos::adverb) && in_class(adverb, class_id("stands_for_" + std::string(text(preposition))));
}

std::uint32_t Lexicon::hash_of(std::string_view name) {  // FNV-1a
  std::uint32_t hash = 2166136261U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ hash >> 15U;
}

const Reading* Lexicon::reading(FormId form, Pos pos) const {
  for (const auto& reading : readings(form)) {
    if (reading.pos == pos) return &reading;
  }
  return nullptr;
}

std::optional<LexemeId> Lexicon::find_in_class(FormId form, ClassId cls) const {
  for (const auto& reading : readings(form)) {
    if (is_a(reading.lexeme, cls)) return reading.lexeme;
  }
  return std::nullopt;
}

void LexiconBuilder::add(const std::string& lemma, Pos pos, std::int32_t value, const std::vector<NewForm>& forms,
                         const std::vector<std::string>& classes, bool compound) {
  auto& item = items_[{lemma, pos, value}];
  item.forms.insert(item.forms.end(), forms.begin(), forms.end());
  item.classes.insert(item.classes.end(), classes.begin(), classes.end());
  item.compound |= compound;
}

void LexiconBuilder::add_verb(const Verb& verb) {
  auto& item = items_[{verb.lemma, Pos::verb, 0}];
  for (const auto& form : verb.forms) item.forms.push_back({form.text, 0, form.form});
  item.particle = verb.particle;
  item.base = verb.base;
  item.perfect_zijn = verb.perfect_zijn;
}

void LexiconBuilder::add_verbs_of(const Lexicon& other) {
  std::vector<Item*> items(other.lexeme_count());
  for (LexemeId id = 1; id < items.size(); ++id) {
    const auto& lexeme = other.lexeme(id);
    if (lexeme.pos != Pos::verb) continue;
    auto& item = *(items[id] = &items_[{std::string(other.lemma(id)), Pos::verb, lexeme.value}]);
    item.particle = other.text(lexeme.particle);
    if (lexeme.base != 0) item.base = other.lemma(lexeme.base);
    item.perfect_zijn = lexeme.perfect_zijn;
  }
  for (FormId form = 1; form < other.form_count(); ++form) {
    for (const auto& reading : other.readings(form)) {
      if (items[reading.lexeme] != nullptr) items[reading.lexeme]->forms.push_back({std::string(other.text(form)), reading.flags, reading.verb_form});
    }
  }
}

bool LexiconBuilder::has(const std::string& lemma, Pos pos) const {
  const auto it = items_.lower_bound({lemma, pos, std::numeric_limits<std::int32_t>::min()});
  return it != items_.end() && it->first.lemma == lemma && it->first.pos == pos;
}

void LexiconBuilder::add_class(const std::string& lemma, Pos pos, const std::string& cls) {
  for (auto it = items_.lower_bound({lemma, pos, std::numeric_limits<std::int32_t>::min()});
       it != items_.end() && it->first.lemma == lemma && it->first.pos == pos; ++it) {
    it->second.classes.push_back(cls);
  }
}

void LexiconBuilder::intern(const std::string& lower) { interned_[lower] = true; }
void LexiconBuilder::intern_lemma(const std::string& lemma) { interned_lemmas_[lemma] = true; }
void LexiconBuilder::except(const std::string& lower) { exceptions_[lower] = true; }

namespace {

// What a text stands for: a reading, the lemma or the particle of a lexeme, or nothing but itself.
struct Use {
  enum class Of : std::uint8_t { reading, lemma, particle, itself };
  std::array<std::uint64_t, 2> head;  // its first bytes, to be compared at once
  std::string_view text;
  Of of;
  Reading reading;     // its `lexeme` alone for a lemma and a particle
};

std::array<std::uint64_t, 2> head_of(std::string_view text) {
  std::array<std::uint64_t, 2> head{};
  for (std::size_t i = 0; i < 16; ++i) head[i / 8] = head[i / 8] << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return head;
}

}  // namespace

Lexicon LexiconBuilder::build() const {
  Lexicon lexicon;
  std::unordered_set<std::string_view> class_names;
  std::size_t form_count = interned_.size();
  for (const auto& [key, item] : items_) {
    class_names.insert(item.classes.begin(), item.classes.end());
    form_count += item.forms.size() + 2;
  }
  lexicon.class_names_.emplace_back();
  lexicon.class_names_.insert(lexicon.class_names_.end(), class_names.begin(), class_names.end());
  std::sort(lexicon.class_names_.begin(), lexicon.class_names_.end());
  std::vector<ClassId> table(std::bit_ceil(4 * lexicon.class_names_.size()));
  for (std::size_t cls = 1; cls < lexicon.class_names_.size(); ++cls) {
    auto at = Lexicon::hash_of(lexicon.class_names_[cls]) & (table.size() - 1);
    while (table[at] != 0) at = (at + 1) & (table.size() - 1);
    table[at] = static_cast<ClassId>(cls);
  }
  lexicon.class_table_ = std::move(table);

  std::vector<Lexeme> lexemes(1);  // id 0 is no lexeme
  std::vector<ClassId> lexeme_classes, own;
  std::vector<Use> uses;
  uses.reserve(form_count);
  const auto use = [&](std::string_view text, Use::Of of, Reading reading) { uses.push_back({head_of(text), text, of, reading}); };
  for (const auto& [text, unused] : interned_) use(text, Use::Of::itself, {});
  std::unordered_map<std::string_view, LexemeId> verbs;  // that a separable one can have for its base
  for (const auto& [key, item] : items_) {
    const auto id = static_cast<LexemeId>(lexemes.size());
    if (key.pos == Pos::verb && key.value == 0) verbs.emplace(key.lemma, id);
    Lexeme lexeme;
    lexeme.pos = key.pos;
    lexeme.value = key.value;
    lexeme.compound = item.compound;
    lexeme.perfect_zijn = item.perfect_zijn;
    own.clear();
    for (const auto& name : item.classes) own.push_back(lexicon.class_id(name));
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
    lexeme.class_begin = static_cast<std::uint32_t>(lexeme_classes.size());
    lexeme_classes.insert(lexeme_classes.end(), own.begin(), own.end());
    lexeme.class_end = static_cast<std::uint32_t>(lexeme_classes.size());
    lexemes.push_back(lexeme);
    use(key.lemma, Use::Of::lemma, {id});
    if (!item.particle.empty()) use(item.particle, Use::Of::particle, {id});
    for (const auto& form : item.forms) use(form.text, Use::Of::reading, {id, key.pos, form.verb_form, form.flags});
  }
  // Readings of a form stay in the order of their lexemes.
  std::stable_sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) {
    if (a.head != b.head) return a.head < b.head;
    return a.text.size() > 16 && b.text.size() > 16 ? a.text < b.text : a.text.size() < b.text.size();
  });
  std::vector<char> texts;
  std::vector<std::uint32_t> form_end(1);
  std::vector<Lexicon::Form> of_forms(1);
  std::vector<bool> named(1), named_lexemes(1);  // by patterns
  for (const auto& [key, item] : items_) named_lexemes.push_back(interned_lemmas_.contains(key.lemma));
  std::vector<Reading> all_readings;
  for (std::size_t begin = 0, end = 0; begin < uses.size(); begin = end) {
    const auto text = uses[begin].text;
    const auto form = static_cast<FormId>(form_end.size());
    named.push_back(false);
    for (end = begin; end < uses.size() && uses[end].text == text; ++end) {
      const auto& reading = uses[end].reading;
      if (uses[end].of == Use::Of::itself) named[form] = true;
      if (uses[end].of == Use::Of::lemma) lexemes[reading.lexeme].lemma = form;
      if (uses[end].of == Use::Of::particle) lexemes[reading.lexeme].particle = form;
      if (uses[end].of != Use::Of::reading) continue;
      const bool known = std::any_of(all_readings.begin() + of_forms.back().reading_end, all_readings.end(), [&](const Reading& r) {
        return r.lexeme == reading.lexeme && r.verb_form == reading.verb_form && r.flags == reading.flags;
      });
      if (!known) all_readings.push_back(reading);
    }
    texts.insert(texts.end(), text.begin(), text.end());
    form_end.push_back(static_cast<std::uint32_t>(texts.size()));
    of_forms.emplace_back().reading_end = static_cast<std::uint32_t>(all_readings.size());
  }
  lexicon.texts_ = std::move(texts);
  lexicon.form_end_ = std::move(form_end);
  lexicon.readings_ = std::move(all_readings);
  std::vector<Lexicon::Separable> separables;
  LexemeId id = 0;
  for (const auto& [key, item] : items_) {
    auto& lexeme = lexemes[++id];
    if (item.particle.empty()) continue;
    if (const auto base = verbs.find(item.base); base != verbs.end()) {
      lexeme.base = base->second;
      separables.push_back({lexeme.base, lexeme.particle, id});
    }
  }
  std::sort(separables.begin(), separables.end());
  lexicon.lexemes_ = std::move(lexemes);
  lexicon.lexeme_classes_ = std::move(lexeme_classes);
  for (FormId form = 1; form < of_forms.size(); ++form) {
    auto& of_form = of_forms[form];
    if (named[form]) of_form.bits = Lexicon::bits_of_word(form);
    for (auto r = of_forms[form - 1].reading_end; r < of_form.reading_end; ++r) {
      const auto& reading = lexicon.readings_[r];
      if (named_lexemes[reading.lexeme]) of_form.bits |= Lexicon::bits_of_lexeme(reading.lexeme);
      for (const auto cls : lexicon.classes(reading.lexeme)) of_form.bits |= Lexicon::bits_of_class(cls);
      of_form.traits |= 1U << static_cast<unsigned>(reading.pos);
      if (reading.pos == Pos::verb) of_form.traits |= 1U << (Lexicon::kVerbTraits + static_cast<unsigned>(reading.verb_form));
      if (lexicon.lexemes_[reading.lexeme].compound) of_form.traits |= 1U << Lexicon::kCompoundTrait;
    }
  }
  for (const auto& separable : separables) of_forms[separable.particle].traits |= 1U << Lexicon::kParticleTrait;
  lexicon.forms_ = std::move(of_forms);
  lexicon.separables_ = std::move(separables);
  for (const auto& [word, unused] : exceptions_) lexicon.exceptions_.push_back(word);
  return lexicon;
}

}  // namespace kroniek
