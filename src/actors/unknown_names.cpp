#include "unknown_names.hpp"

#include "roles.hpp"

#include <algorithm>

namespace kroniek {

namespace {

constexpr TokenId kLongestName = 6;
constexpr TokenId kLongestParticles = 3;

bool is_person(const ActorWords& words, const NameAtom& atom) {
  return atom.actor != kNoActor && words.gazetteer().actors[atom.actor].kind == "person";
}

// One word for a people or an office: "Deen", "Koning".
bool may_be_family(TokenId token, const NameAtom& atom) {
  if (atom.last != token + 1 || atom.plural || atom.genitive || atom.compound) return false;
  return (atom.people != kNoActor || atom.office != kNoActor) && atom.actor == kNoActor && atom.metonym == kNoActor && atom.place == kNoActor && atom.nationality == kNoActor;
}

// "Lenstra-stadion", but not "Jong-un" or "Kramp-Karrenbauer"
bool is_compound(std::string_view word) {
  const auto hyphen = word.rfind('-');
  return hyphen != std::string_view::npos && hyphen + 5 < word.size() && word[hyphen + 1] >= 'a' && word[hyphen + 1] <= 'z';
}

char first_letter(std::string_view name) { return name.empty() ? '\0' : static_cast<char>(name[0] | 0x20); }

}  // namespace

// Paragraph by paragraph, so that a short name is who was named in full before it; a line without an end mark, such as a
// headline, is short for what the text tells later.
UnknownNames::UnknownNames(const ActorWords& words) : words_(words), run_at_(words.text().tokens.size()) {
  const auto& sentences = words_.text().sentences;
  std::vector<std::size_t> lines;
  for (std::size_t first = 0, last; first < sentences.size(); first = last) {
    for (last = first; last < sentences.size() && sentences[last].block == sentences[first].block; ++last) find_full_names(sentences[last]);
    const auto end = words_.text().word(sentences[first].last - 1);
    if (last - first == 1 && end != "." && end != "!" && end != "?") {
      lines.push_back(first);
      continue;
    }
    for (auto s = first; s < last; ++s) find_short_names(sentences[s]);
  }
  for (const auto s : lines) find_short_names(sentences[s]);
}

const NameRun* UnknownNames::at(TokenId token) const {
  return token >= run_at_.size() || run_at_[token] == 0 ? nullptr : &runs_[run_at_[token] - 1];
}

// A word that may be part of a person's name; `family`: behind a given name, where "Bakker" is no baker.
bool UnknownNames::name_part(TokenId token, bool family) const {
  const auto& here = words_.text().tokens[token];
  if (!here.has(kCapital) || here.has(kPunct) || here.has(kDigits)) return false;
  const auto word = words_.text().word(token);
  if (here.has(kAllCaps) && word.size() > 3) return false;
  if (is_compound(word)) return false;
  const auto& atom = words_.atom(token);
  if (atom.last != 0 && !is_person(words_, atom) && !(family && may_be_family(token, atom))) return false;
  const auto& can = words_.at(token);
  if (can.own.has(Word::department) || (!family && can.own.has_any({Word::title, Word::determiner}))) return false;
  if (words_.first_word(token)) return here.form == 0 || atom.last != 0 || (can.own.has(Word::given_name) && (can.only_name || before_new_name(token)));
  return true;
}

// "Jan Tolsma", "Jan de Boer", but not "Wil Tolsma dat?"
bool UnknownNames::before_new_name(TokenId token) const {
  const auto& text = words_.text();
  if (words_.at(token).finite) return false;
  auto next = token + 1;
  while (next < text.tokens.size() && next - token <= kLongestParticles && words_.is(next, Word::name_particle)) ++next;
  if (next >= text.tokens.size() || !text.tokens[next].has(kSpaceBefore)) return false;
  const auto& atom = words_.atom(next);
  if (atom.last != 0) return may_be_family(next, atom) && name_part(next, true);  // "Jan Pool"
  return (text.tokens[next].form == 0 || next > token + 1) && name_part(next, true);
}

// One past the last word of the name that begins at `first`; `first` if there is none.
TokenId UnknownNames::run_end(TokenId first, TokenId limit) const {
  if (!name_part(first, false) || words_.atom(first).last != 0) return first;
  const auto& text = words_.text();
  const bool given = words_.is(first, Word::given_name);
  TokenId end = first + 1;
  int capitals = 1;
  while (end < limit && end - first < kLongestName) {
    const bool initial = text.words(end - 1, end).size() == 1;
    if (initial && end + 1 < limit && text.word(end) == "." && !text.tokens[end].has(kSpaceBefore) && name_part(end + 1, given)) {
      end += 2;
      ++capitals;
      continue;
    }
    if (!text.tokens[end].has(kSpaceBefore)) break;
    auto next = end;
    if (capitals == 1 || words_.capital(next)) {
      while (next < limit && next - end < kLongestParticles && words_.is(next, Word::name_particle)) ++next;
    }
    if (next >= limit || !text.tokens[next].has(kSpaceBefore) || !name_part(next, given)) break;
    if (const auto& atom = words_.atom(next); is_person(words_, atom)) {
      if (atom.last == next + 1 && next == end) end = next + 1;
      break;
    }
    end = next + 1;
    ++capitals;
  }
  return text.words(end - 1, end).size() < 2 || text.word(end - 1).find('.') != std::string_view::npos ? first : end;
}

TokenId UnknownNames::family_begin(TokenId first, TokenId last) const {
  auto begin = last - 1;
  while (begin > first && words_.is(begin - 1, Word::name_particle) && (begin > first + 1 || !words_.is(first, Word::given_name))) --begin;
  return begin;
}

// Whether the words that end before `token` can be said of a person who is then named.
bool UnknownNames::after_title(TokenId token, TokenId begin) const {
  if (token <= begin) return false;
  const auto ends_here = [&](TokenId end) {
    if (words_.at(end - 1).own.has_any({Word::title, Word::counterpart, Word::office_holder, Word::predecessor, Word::successor})) return true;
    for (auto back = end; back > begin && end - back < kLongestName; --back) {
      const auto& atom = words_.atom(back - 1);
      if (atom.last == end && atom.can.has(Word::office)) return true;
    }
    return false;
  };
  if (words_.punct(token - 1)) return false;
  if (ends_here(token)) return true;
  // "minister van Landbouw X", "burgemeester van Odesa X"
  for (auto back = token; back > begin + 1 && token - back < kLongestName; --back) {
    const auto start = back - 1;
    if (words_.atom(start).last != token && words_.end_of(start, Word::department) != token) continue;
    auto of = start;
    while (of > begin && (words_.is(of - 1, Word::definite) || words_.is(of - 1, Word::place_noun))) --of;
    if (of > begin + 1 && words_.at(of - 1).own.has_any({Word::of_preposition, Word::for_preposition})) return ends_here(of - 1);
  }
  return false;
}

bool UnknownNames::has_evidence(TokenId first, TokenId last, const Sentence& sentence) const {
  if (after_title(first, sentence.first)) return true;
  if (last - first < 2) return false;
  if (words_.is(first, Word::given_name)) return true;
  if (first > sentence.first && words_.is(first - 1, Word::person_noun)) return true;
  const auto& text = words_.text();
  if (first > sentence.first && words_.is(first - 1, Word::speech_verb) && words_.at(first - 1).finite) return true;
  if (last >= sentence.last) return false;
  // "de burgemeester van Odesa, X Y,"
  if (first > sentence.first + 1 && text.word(first - 1) == "," && words_.punct(last) && after_title(first - 1, sentence.first)) return true;
  if (words_.first_word(first) && words_.is(last, Word::speech_verb) && words_.at(last).finite) return true;
  if (text.word(last) == "(" && last + 2 < sentence.last && text.word(last + 2) == ")") {
    return text.tokens[last + 1].has(kDigits) && text.word(last + 1).size() <= 3;
  }
  if (text.word(last) != ",") return false;
  for (auto t = last + 1; t < std::min(sentence.last, last + 6); ++t) {
    if (words_.punct(t) || (words_.at(t).finite && !words_.at(t).noun)) return false;
    if (words_.atom(t).can.has(Word::office) || words_.is(t, Word::title)) return true;
  }
  return false;
}

// "Medinskiy", for whom the gazetteer has "Medinski"; a short name is as likely another's.
bool UnknownNames::spelt_otherwise(TokenId first, TokenId last) const {
  constexpr std::size_t kShortest = 6;
  const auto& text = words_.text();
  bool genitive = false;
  const auto begin = last - first == 1 ? first : family_begin(first, last);
  if (text.tokens[last - 1].form != 0) return false;
  const auto family = begin + 1 == last ? without_genitive(begin, genitive) : text.words(begin, last);
  return family.size() >= kShortest && words_.gazetteer().find_by_sound(family, begin == first ? std::string_view() : text.words(first, last)) != kNoActor;
}

void UnknownNames::remember(std::string_view family, const Known& known) { families_[lower_ascii(family)] = known; }

char UnknownNames::sex_of(TokenId given_name) const {
  if (!words_.is(given_name, Word::given_name)) return '\0';
  const auto value = words_.value(given_name, Word::given_name);
  return value == 1 ? 'm' : value == 2 ? 'f' : '\0';
}

std::string_view UnknownNames::without_genitive(TokenId token, bool& genitive) const {
  auto word = words_.text().word(token);
  genitive = word.ends_with("'s");
  if (genitive) word.remove_suffix(2);
  return word;
}

void UnknownNames::add_full(TokenId first, TokenId last) {
  const auto& text = words_.text();
  const auto& gazetteer = words_.gazetteer();
  NameRun run{first, last, false, sex_of(first), {}};
  const auto ending = text.word(last - 1).size() - without_genitive(last - 1, run.genitive).size();
  const auto begin = last - first == 1 ? first : family_begin(first, last);
  auto full = text.words(first, last);
  auto family = text.words(begin, last);
  full.remove_suffix(ending);
  family.remove_suffix(ending);
  run.who = {id_from_name(family), std::string(full), "", kNoActor, kNoActor};
  if (const auto spelt = gazetteer.find_by_sound(family, last - first == 1 ? std::string_view() : full); spelt != kNoActor) {
    run.who = actor_id(gazetteer, spelt);
  } else if (const auto known = gazetteer.find_actor(run.who.id); known != kNoActor) {
    const auto& actor = gazetteer.actors[known];
    const bool same = actor.kind == "person" && (last - first == 1 || first_letter(actor.name) == first_letter(full));
    if (same) {
      run.who = actor_id(gazetteer, known);
    } else {
      run.who.id = id_from_name(full);
    }
  }
  if (run.who.actor != kNoActor) run.sex = gazetteer.actors[run.who.actor].sex;
  remember(family, {run.who, run.sex});
  run_at_[first] = static_cast<std::uint32_t>(runs_.size() + 1);
  runs_.push_back(run);
}

// "Melania Trump" is not Donald Trump, "Vladimir Vladimirovitsj Poetin" is Vladimir Poetin.
void UnknownNames::add_relative_of_known(TokenId first, TokenId last) {
  const auto& text = words_.text();
  const auto& gazetteer = words_.gazetteer();
  const auto& atom = words_.atom(last - 1);
  const auto& actor = gazetteer.actors[atom.actor];
  const auto full = text.words(first, last);
  const bool variant = first_letter(actor.name) == first_letter(full);
  const bool certain = words_.is(first, Word::given_name) || !words_.first_word(first);
  if (!variant && !certain) return;
  NameRun run{first, last, atom.genitive, actor.sex, actor_id(gazetteer, atom.actor)};
  if (!variant) run.sex = sex_of(first);
  if (!variant) {
    run.who = {id_from_name(full), std::string(full), "", kNoActor, kNoActor};
    if (!run.genitive && !named_.contains(atom.actor)) namesakes_[lower_ascii(text.word(last - 1))] = {run.who, run.sex};
  }
  run_at_[first] = static_cast<std::uint32_t>(runs_.size() + 1);
  runs_.push_back(run);
}

void UnknownNames::find_full_names(const Sentence& sentence) {
  const auto& text = words_.text();
  for (auto t = sentence.first; t < sentence.last;) {
    const auto& atom = words_.atom(t);
    if (atom.last != 0) {
      if (is_person(words_, atom)) {
        const auto who = actor_id(words_.gazetteer(), atom.actor);
        if (const auto space = who.name.find(' '); space != std::string::npos) given_names_.emplace(who.name.substr(0, space), Known{who, words_.gazetteer().actors[atom.actor].sex});
        named_.insert(atom.actor);
        if (atom.last - t > 1 && !atom.genitive) {
          const auto family = text.words(family_begin(t, atom.last), atom.last);
          remember(family, {who, words_.gazetteer().actors[atom.actor].sex});
          namesakes_.erase(lower_ascii(family));
        }
      }
      // A name may begin inside the phrase of an office: "minister Jan Jansen".
      t = atom.can.has_any({Word::office, Word::group}) && atom.last - t == 1 ? t + 1 : atom.last;
      continue;
    }
    const auto end = run_end(t, sentence.last);
    if (end == t) {
      ++t;
      continue;
    }
    if (is_person(words_, words_.atom(end - 1))) {
      add_relative_of_known(t, end);
    } else if (has_evidence(t, end, sentence) || spelt_otherwise(t, end)) {
      add_full(t, end);
    } else if (words_.first_word(t) && end - t > 2 && words_.is(t + 1, Word::given_name)) {
      add_full(t + 1, end);  // "Bakker Nora Wiebes": a noun with a capital because it comes first
    }
    t = end;
  }
}

// "Deen", where somebody was introduced by that name; "de Deen" and "koning Willem" are of a people and an office.
bool UnknownNames::family_alone(TokenId token, const Sentence& sentence) const {
  if (!may_be_family(token, words_.atom(token)) || !words_.capital(token) || !families_.contains(lower_ascii(words_.text().word(token)))) return false;
  if (token + 1 < sentence.last && words_.capital(token + 1) && words_.text().tokens[token + 1].has(kSpaceBefore)) return false;
  if (token == sentence.first || words_.punct(token - 1)) return true;
  const auto& before = words_.at(token - 1);
  return !before.own.has_any({Word::determiner, Word::definite, Word::indefinite, Word::our, Word::poss_his, Word::poss_her, Word::poss_their}) && !before.adjective && words_.atom(token - 1).nationality == kNoActor;
}

// "Melnyk", where the text has introduced one of that family and never named the one that is known.
const UnknownNames::Known* UnknownNames::namesake_at(TokenId token, const Sentence& sentence) const {
  const auto& atom = words_.atom(token);
  if (namesakes_.empty() || atom.last != token + 1 || !is_person(words_, atom) || after_title(token, sentence.first)) return nullptr;
  auto word = words_.text().word(token);
  if (atom.genitive) word.remove_suffix(word.ends_with("'s") ? 2 : 1);
  const auto found = namesakes_.find(lower_ascii(word));
  return found == namesakes_.end() ? nullptr : &found->second;
}

void UnknownNames::find_short_names(const Sentence& sentence) {
  if (families_.empty() && given_names_.empty() && namesakes_.empty()) return;
  const auto& text = words_.text();
  for (auto t = sentence.first; t < sentence.last; ++t) {
    if (const auto* run = at(t)) {
      t = run->last - 1;
      continue;
    }
    if (const auto* namesake = namesake_at(t, sentence)) {
      run_at_[t] = static_cast<std::uint32_t>(runs_.size() + 1);
      runs_.push_back({t, t + 1, words_.atom(t).genitive, namesake->sex, namesake->who});
      continue;
    }
    if (const auto& atom = words_.atom(t); atom.last != 0 && !family_alone(t, sentence)) {
      t = atom.last - 1;
      continue;
    }
    if (words_.punct(t)) continue;
    const bool particle = words_.is(t, Word::name_particle);
    for (auto end = std::min(sentence.last, particle ? t + 4 : t + 1); end > t; --end) {
      if (!words_.capital(end - 1)) continue;
      NameRun run{t, end, false, 0, {}};
      auto word = text.words(t, end);
      auto it = families_.find(lower_ascii(word));
      if (it == families_.end() && (word.ends_with("'s") || word.ends_with("s"))) {
        word.remove_suffix(word.ends_with("'s") ? 2 : 1);
        it = families_.find(lower_ascii(word));
        run.genitive = true;
      }
      if (it == families_.end() && end == t + 1) {
        it = given_names_.find(text.word(t));
        run.genitive = false;
        const bool longer = end < sentence.last && words_.capital(end) && text.tokens[end].has(kSpaceBefore);
        if (it == given_names_.end() || longer) break;
        run.who = it->second.who;
        run.sex = it->second.sex;
      } else if (it == families_.end()) {
        continue;
      } else {
        run.who = it->second.who;
        run.sex = it->second.sex;
      }
      run_at_[t] = static_cast<std::uint32_t>(runs_.size() + 1);
      runs_.push_back(run);
      t = end - 1;
      break;
    }
  }
}

}  // namespace kroniek
