#include "words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace kroniek {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Word::count)> kNames = {
    "actor", "metonym", "nationality", "people", "place", "office", "group",
    "determiner", "definite", "indefinite", "preposition", "coordinator", "relative", "complementizer", "subordinator",
    "adverb", "relative_adverb", "nominative", "as_marker", "of_preposition", "for_preposition", "locative", "place_noun", "department",
    "title", "person_noun", "government", "country_noun", "member_noun", "counterpart", "predecessor", "successor", "office_holder",
    "party_member", "several_persons", "several_sides", "war_side", "troops", "between_foes", "both", "same_one", "our", "former", "incoming", "deputy", "plural_name", "home_government", "target_noun", "quantifier", "other", "one_holder", "general_office", "group_tail", "object_control", "object_reason", "asks_of_another", "calling", "host", "delegation",
    "name_particle", "neuter_name", "day_part", "given_name", "speech_verb", "says_that", "state_body", "insider", "auxiliary", "there", "te", "we", "according", "by_preposition", "embedding", "correlative", "with", "between", "impersonal_verb",
    "ref_he", "ref_him", "ref_she_they", "ref_her", "ref_them", "ref_that_one", "ref_this_one", "ref_it", "ref_whose",
    "poss_his", "poss_her", "poss_their", "aux_modal", "latter", "reciprocal"};

const WordSet kGazetteer = {Word::actor, Word::metonym, Word::nationality, Word::people, Word::place, Word::office, Word::group};

bool is_opening_quote(std::string_view sign) {
  return sign == "\u201C" || sign == "\u201E" || sign == "\u2018" || sign == "\u00AB" || sign == "\"" || sign == "'";
}

// "regering-Trump"
bool has_inner_capital(std::string_view word) {
  const auto hyphen = word.find('-');
  return hyphen != std::string_view::npos && hyphen + 1 < word.size() && word[hyphen + 1] >= 'A' && word[hyphen + 1] <= 'Z';
}

void add_verb_form(VerbForm form, TokenWords& words) {
  words.verb = true;
  switch (form) {
    case VerbForm::present_first:
      words.bare_stem = !words.finite;
      words.finite = true;
      words.singular_verb = true;
      break;
    case VerbForm::present_third:
    case VerbForm::past_singular:
      words.bare_stem = false;
      words.finite = true;
      words.singular_verb = true;
      break;
    case VerbForm::past_plural:
      words.finite = true;
      words.plural_verb = true;
      break;
    case VerbForm::present_plural:
      words.plural_verb = true;
      break;
    case VerbForm::participle: words.participle = true; break;
    case VerbForm::participle_inflected:
    case VerbForm::present_participle: words.adjective = true; break;
    case VerbForm::infinitive: break;
  }
}

}  // namespace

ActorClasses::ActorClasses(const Lexicon& lexicon) : words_(lexicon.class_names().size(), Word::count) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const auto id = lexicon.class_id(kNames[i]);
    ids_.push_back(id);
    if (id == 0) continue;
    words_[id] = static_cast<Word>(i);
    if (kGazetteer.has(words_[id])) gazetteer_ |= Lexicon::bits_of_class(id);
  }
}

ActorWords::ActorWords(const Text& text, const Lexicon& lexicon, const Gazetteer& gazetteer, const ActorClasses& classes)
    : text_(text), lexicon_(lexicon), gazetteer_(gazetteer), classes_(classes),
      tokens_(text.tokens.size()), atom_of_(text.tokens.size(), 0), atoms_(1), first_word_(text.tokens.size(), false), quoted_(text.tokens.size(), false) {
  mark_first_words();
  mark_quotes();
  for (TokenId token = 0; token < tokens_.size(); ++token) read_word(token);
  for (TokenId token = 0; token < tokens_.size(); ++token) read_atom(token);
}

void ActorWords::mark_first_words() {
  for (const auto& sentence : text_.sentences) {
    bool first = true;
    for (auto t = sentence.first; t < sentence.last; ++t) {
      if (punct(t)) {
        const bool opens = is_opening_quote(text_.word(t)) && text_.tokens[t].has(kSpaceBefore);
        if (opens || text_.word(t) == ":" || text_.word(t) == "\u2013" || text_.word(t) == "|") first = true;
        continue;
      }
      first_word_[t] = first;
      first = false;
    }
  }
}

// Words between quotation marks. A quotation ends with its block at the latest.
void ActorWords::mark_quotes() {
  std::uint32_t block = 0xFFFFFFFF;
  bool open = false, single = false;
  for (const auto& sentence : text_.sentences) {
    if (sentence.block != block) open = false;
    block = sentence.block;
    for (auto t = sentence.first; t < sentence.last; ++t) {
      if (punct(t)) {
        const auto sign = text_.word(t);
        const bool is_single = sign == "\u2018" || sign == "\u2019" || sign == "'" || sign == "\u201A";
        const bool quote = is_single || is_opening_quote(sign) || sign == "\u201D" || sign == "\u00BB";
        if (!quote) continue;
        const bool begins = text_.tokens[t].has(kSpaceBefore) && t + 1 < text_.tokens.size() && !text_.tokens[t + 1].has(kSpaceBefore);
        if (!open && begins) {
          open = true;
          single = is_single;
        } else if (open && is_single == single) {
          open = false;
        }
        continue;
      }
      quoted_[t] = open;
    }
  }
}

void ActorWords::read_word(TokenId token) {
  auto& words = tokens_[token];
  const auto& here = text_.tokens[token];
  for (const auto& reading : lexicon_.readings(here.form)) {
    if ((reading.flags & kNeedsCapital) && !here.has(kCapital) && !has_inner_capital(text_.word(token))) continue;
    words.only_name &= reading.pos == Pos::name;
    switch (reading.pos) {
      case Pos::verb: add_verb_form(reading.verb_form, words); break;
      case Pos::noun:
        words.noun = true;
        words.plural_noun |= (reading.flags & kPlural) != 0;
        break;
      case Pos::adjective: words.adjective = true; break;
      case Pos::pronoun: words.pronoun = true; break;
      default: break;
    }
    for (const auto cls : lexicon_.classes(reading.lexeme)) {
      const auto word = classes_.word(cls);
      if (word == Word::count) continue;
      words.own.add(word);
      if (word == Word::person_noun) words.sex = static_cast<std::uint8_t>(lexicon_.lexeme(reading.lexeme).value);
    }
  }
  if (first_given_name(token)) words.own.add(Word::given_name);
  const bool name = lexicon_.has_pos(here.form, Pos::name) && here.has(kCapital);
  if (here.tail != 0 && !name) read_compound(token);
}

// "Jan" of "Jan-Willem"
std::optional<LexemeId> ActorWords::first_given_name(TokenId token) const {
  if (text_.tokens[token].form != 0 || !capital(token)) return std::nullopt;
  const auto word = text_.word(token);
  const auto hyphen = word.find('-');
  const bool two = hyphen != std::string_view::npos && hyphen + 1 < word.size() && word[hyphen + 1] >= 'A' && word[hyphen + 1] <= 'Z';
  return two ? lexicon_.in_class(lexicon_.find(lower_ascii(word.substr(0, hyphen))), class_id(Word::given_name)) : std::nullopt;
}

void ActorWords::read_compound(TokenId token) {
  auto& words = tokens_[token];
  words.noun = true;
  for (const auto& reading : lexicon_.readings(text_.tokens[token].tail)) {
    if (!lexicon_.lexeme(reading.lexeme).compound) continue;
    words.plural_noun |= (reading.flags & kPlural) != 0;
    for (const auto cls : lexicon_.classes(reading.lexeme)) {
      const auto word = classes_.word(cls);
      if (word == Word::count || kGazetteer.has(word)) continue;
      words.tail.add(word);
      if (word == Word::person_noun) words.sex = static_cast<std::uint8_t>(lexicon_.lexeme(reading.lexeme).value);
    }
  }
  words.own.add(words.tail);
}

// A phrase with capitals needs one at its end, or at its begin where that says something.
bool ActorWords::capitals_fit(TokenId first, TokenId last) const {
  if (last - first == 1) return capital(first) || has_inner_capital(text_.word(first));
  auto end = last - 1;
  while (end > first && punct(end)) --end;
  return capital(end) || (capital(first) && !first_word(first)) || text_.tokens[end].has(kDigits);
}

// "VS", also as the begin of "VS-gezant" and with an ending: "EU's"
bool ActorWords::all_caps(TokenId token) const {
  const auto word = text_.word(token);
  return word.size() >= 2 && word[0] >= 'A' && word[0] <= 'Z' && word[1] >= 'A' && word[1] <= 'Z';
}

void ActorWords::add_form(FormId form, TokenId first, TokenId last, NameAtom& atom) const {
  if (form == 0 || last < atom.last || !lexicon_.bits(form).meets(classes_.gazetteer())) return;
  NameAtom found;
  found.last = last;
  for (const auto& reading : lexicon_.readings(form)) {
    if ((reading.flags & kNeedsCapital) && !capitals_fit(first, last)) continue;
    if ((reading.flags & kNeedsAllCaps) && !all_caps(first)) continue;
    const auto value = static_cast<std::uint32_t>(lexicon_.lexeme(reading.lexeme).value);
    WordSet can;
    for (const auto cls : lexicon_.classes(reading.lexeme)) {
      const auto word = classes_.word(cls);
      if (word != Word::count && kGazetteer.has(word)) can.add(word);
    }
    if (can.empty()) continue;
    if (can.has(Word::actor)) can.remove(Word::group);  // an actor of the kind "group"
    // "'Oekraïne'" is no genitive.
    if ((reading.flags & kGenitive) && last - first > 1 && punct(last - 1) && quoted_[first]) continue;
    // Of several actors with one name, the first counts.
    const auto set = [&](Word word, std::uint32_t& slot) {
      if (can.has(word) && slot == kNoActor) slot = value;
    };
    if (can.has(Word::people)) {
      set(Word::people, found.people);
    } else if (can.has(Word::metonym)) {
      set(Word::metonym, found.metonym);
    } else {
      set(Word::actor, found.actor);
    }
    set(Word::nationality, found.nationality);
    set(Word::place, found.place);
    set(Word::office, found.office);
    set(Word::group, found.group);
    found.can.add(can);
    found.plural |= (reading.flags & kPlural) != 0;
    found.genitive |= (reading.flags & kGenitive) != 0;
  }
  if (!found.can.empty()) atom = found;
}

void ActorWords::read_atom(TokenId token) {
  const auto& here = text_.tokens[token];
  if (here.form != 0 && !text_.bits[token].meets(classes_.gazetteer())) return;  // most words are in no name
  NameAtom atom;
  add_form(here.form, token, token + 1, atom);
  for (const auto& unit : text_.units_at(token)) {
    if (unit.cls == 0) add_form(unit.form, token, unit.last, atom);
  }
  if (atom.last == 0 && here.tail != 0 && !tokens_[token].verb) {
    add_form(here.tail, token, token + 1, atom);
    const bool office = atom.office != kNoActor;
    // Of groups only some nouns make compounds that are groups too: not every "-leiding" leads a country.
    const bool group = atom.group != kNoActor && (compound_actor(token) != kNoActor || lexicon_.in_class(here.tail, class_id(Word::group_tail)));
    if (!group) atom.group = kNoActor;
    if (office || group) {
      atom.compound = true;
    } else {
      atom = {};
    }
  }
  if (atom.last == token + 1 && atom.can.has_any({Word::office, Word::group}) && !atom.can.has(Word::actor)) atom.of = compound_actor(token);
  // "Kremlinwoordvoerder" is an office that says whose it is.
  if (atom.of != kNoActor && atom.office != kNoActor && gazetteer_.offices[atom.office].id.starts_with(gazetteer_.actors[atom.of].id + "-")) atom.of = kNoActor;
  if (atom.last == 0 && here.form != 0) return;
  if (atom.last == 0) read_pair(token, atom);
  if (atom.last == 0 && !read_government(token, atom)) return;
  atom_of_[token] = static_cast<std::uint32_t>(atoms_.size());
  atoms_.push_back(atom);
}

void ActorWords::read_pair(TokenId token, NameAtom& atom) const {
  if (!capital(token)) return;
  const auto word = text_.word(token);
  const auto hyphen = word.find('-');
  if (hyphen == std::string_view::npos) return;
  NameAtom first, second;
  add_form(lexicon_.find(lower_ascii(word.substr(0, hyphen))), token, token + 1, first);
  add_form(lexicon_.find(lower_ascii(word.substr(hyphen + 1))), token, token + 1, second);
  if (first.nationality != kNoActor && second.nationality != kNoActor) {
    atom.can.add(Word::nationality);
    atom.nationality = second.nationality;
    atom.beside = first.nationality;
  } else if (first.actor != kNoActor && second.actor != kNoActor) {
    atom.can.add(Word::actor);
    atom.actor = second.actor;
    atom.beside = first.actor;
    atom.plural = true;
    atom.genitive = second.genitive;
  } else {
    return;
  }
  atom.last = token + 1;
}

std::uint32_t ActorWords::first_part(TokenId token) const {
  const auto& here = text_.tokens[token];
  if (here.tail == 0) return kNoActor;
  const auto word = text_.word(token);
  const auto hyphen = word.find('-');
  const auto head = hyphen == std::string_view::npos ? here.head : lexicon_.find(lower_ascii(word.substr(0, hyphen)));
  NameAtom of;
  add_form(head, token, token + 1, of);
  return of.actor != kNoActor ? of.actor : of.metonym;
}

bool ActorWords::of_person(TokenId token) const {
  const auto actor = first_part(token);
  return actor != kNoActor && gazetteer_.actors[actor].kind == "person";
}

std::uint32_t ActorWords::compound_actor(TokenId token) const {
  const auto actor = first_part(token);
  return actor != kNoActor && gazetteer_.actors[actor].kind == "person" ? gazetteer_.actors[actor].country : actor;
}

// "regering-Trump": the country of the person behind the hyphen.
bool ActorWords::read_government(TokenId token, NameAtom& atom) const {
  const auto word = text_.word(token);
  const auto hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen + 1 >= word.size()) return false;
  if (!lexicon_.in_class(lexicon_.find(lower_ascii(word.substr(0, hyphen))), class_id(Word::government))) return false;
  const auto name = lexicon_.find(lower_ascii(word.substr(hyphen + 1)));
  for (const auto& reading : lexicon_.readings(name)) {
    if (!lexicon_.is_a(reading.lexeme, class_id(Word::actor))) continue;
    const auto& actor = gazetteer_.actors[static_cast<std::size_t>(lexicon_.lexeme(reading.lexeme).value)];
    if (actor.kind != "person" || actor.country == kNoActor) continue;
    atom.last = token + 1;
    atom.actor = actor.country;
    atom.can.add(Word::actor);
    return true;
  }
  return false;
}

bool ActorWords::former_prefix(TokenId token) const {
  const auto word = text_.word(token);
  const auto hyphen = word.find('-');
  if (hyphen == std::string_view::npos) return false;
  return lexicon_.in_class(lexicon_.find(lower_ascii(word.substr(0, hyphen + 1))), class_id(Word::former)).has_value();
}

TokenId ActorWords::end_of(TokenId token, Word word) const {
  if (token >= tokens_.size()) return 0;
  const auto cls = class_id(word);
  if (cls == 0) return 0;
  for (const auto& unit : text_.units_at(token)) {
    if (unit.cls == cls || (unit.cls == 0 && lexicon_.in_class(unit.form, cls))) return unit.last;
  }
  return tokens_[token].own.has(word) ? token + 1 : 0;
}

bool ActorWords::in_phrase(TokenId token, Word word) const {
  constexpr TokenId kLongest = 6;
  for (TokenId back = 1; back <= std::min(kLongest, token); ++back) {
    if (end_of(token - back, word) > token && end_of(token - back, word) > token - back + 1) return true;
  }
  return false;
}

std::int32_t ActorWords::value(TokenId token, Word word) const {
  if (const auto lexeme = lexicon_.in_class(text_.tokens[token].form, class_id(word))) return lexicon_.lexeme(*lexeme).value;
  if (const auto lexeme = lexicon_.in_class(text_.tokens[token].tail, class_id(word))) return lexicon_.lexeme(*lexeme).value;
  if (word == Word::given_name) {
    if (const auto lexeme = first_given_name(token)) return lexicon_.lexeme(*lexeme).value;
  }
  return 0;
}

}  // namespace kroniek
