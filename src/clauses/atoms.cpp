#include "atom_maker.hpp"

#include <algorithm>

namespace kroniek {

GrammarClasses::GrammarClasses(const Lexicon& lexicon) {
  const auto id = [&](const char* name) { return lexicon.class_id(name); };
  about = id("about");
  determiner = id("determiner");
  definite = id("definite");
  indefinite = id("indefinite");
  common_gender = id("common_gender");
  comparative = id("comparative");
  possessive = id("possessive");
  nominative = id("nominative");
  oblique = id("oblique");
  reflexive = id("reflexive");
  between = id("between");
  relative = id("relative");
  relative_adverb = id("relative_adverb");
  complementizer = id("complementizer");
  subordinator = id("subordinator");
  conditional = id("conditional");
  whenever = id("whenever");
  accuse = id("accuse_cue");
  vows_that = id("vows_that");
  as_role = id("as_role");
  conceding = id("conceding");
  thus = id("reporting_adverb");
  hardly = id("hardly");
  asks = id("asks");
  asks_people = id("asks_people");
  addresses = id("addresses");
  addressee = id("addressee");
  presses = id("presses");
  pressed_at = id("pressed_at");
  consequent = id("consequent");
  infinitive_opener = id("infinitive_opener");
  coordinator = id("coordinator");
  te = id("te");
  negation = id("negation");
  negative_determiner = id("negative_determiner");
  preposition = id("preposition");
  adverb = id("adverb");
  aux_have = id("aux_have");
  aux_be = id("aux_be");
  aux_become = id("aux_become");
  aux_modal = id("aux_modal");
  aux_shall = id("aux_shall");
  aux_future = id("aux_future");
  future_cue = id("future_cue");
  takes_infinitive = id("takes_infinitive");
  says_that = id("says_that");
  given_to_know = id("given_to_know");
  report_noun = id("report_noun");
  copula = id("copula");
  place = id("place");
  there = id("there");
  stem_subject = id("stem_subject");
  auxiliary = id("auxiliary");
  frequency = id("frequency_noun");
  ambiguous_subordinator = id("ambiguous_subordinator");
  bare_subordinator = id("bare_subordinator");
  predicate_adjective = id("predicate_adjective");
  object_control = id("object_control");
  subject_control = id("subject_control");
  urging_word = id("urging_word");
  ditransitive = id("ditransitive");
  contrast = id("contrast");
  but_does = id("but_does");
  sequence = id("sequence");
  neuter = id("neuter");
  interrogative = id("interrogative");
  infinitive_noun = id("infinitive_noun");
  indefinite_pronoun = id("indefinite_pronoun");
  order_noun = id("order_noun");
  ready_to = id("ready_to");
  of = id("of");
  measure = id("measure_noun");
  projectile = id("projectile");
  singular = id("singular_determiner");
  governed_relative = id("governed_relative");
  correlative = id("correlative");
  one_by_one = id("one_by_one");
  comparing = id("comparing");
  exemplifies = id("exemplifies");
  where = id("where");
  it = id("ref_it");
  judges_it = id("judges_it");
  happen = id("happen");
  causative = id("causative");
  raising = id("raising_verb");
  by = id("by_preposition");
  with = id("with");
  to = id("to");
  describe = id("describe_verb");
  fact_noun = id("fact_noun");
  any_more = id("any_more");
  after = id("after_event");
  she_or_they = id("ref_she_they");
  control_noun = id("control_noun");
  no_addressee = id("no_addressee");
  tells_there = id("tells_there");
  turns_out_for = id("turns_out_for");
  money = id("money");
  priced_at = id("for");
  for (const auto cls : {negation, relative_adverb, relative, infinitive_opener, subordinator, complementizer, coordinator, preposition, comparative, determiner, adverb, there}) small |= Lexicon::bits_of_class(cls);
}

std::vector<Atom> AtomMaker::make() {
  atoms_.reserve(sentence_.last - sentence_.first);
  group();
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    decide(i);
    const bool told = atoms_[i].tag != Tag::verb || std::any_of(verbs_.begin(), verbs_.end(), [&](std::uint32_t verb) { return atoms_[verb].verb == atoms_[i].verb; });
    if (!told) verbs_.push_back(static_cast<std::uint32_t>(i));
  }
  return std::move(atoms_);
}

// A fixed phrase that the sentence needs whole; "van de" is two words to it.
bool AtomMaker::acts_as_one(FormId form) const {
  for (const auto& reading : lexicon_.readings(form)) {
    if (reading.pos != Pos::preposition || lexicon_.is_a(reading.lexeme, classes_.preposition)) return true;
  }
  return false;
}

// An adjective before a noun that can be no finite verb.
bool AtomMaker::describes_next(TokenId token) const {
  Atom next;
  next.first = token + 1;
  next.last = token + 2;
  next.form = known_.text.tokens[token + 1].form;
  return has_pos(known_.text.tokens[token].form, Pos::adjective) && has_pos(next.form, Pos::noun) && !known_.text.tokens[token + 1].has(kCapital) && !likely_finite(next);
}

// First cut: runs that act as one.
void AtomMaker::group() {
  const auto& mentions = known_.mentions;
  const auto& times = known_.times;
  auto mention_from = std::lower_bound(mentions.begin(), mentions.end(), sentence_.first, [](const Mention& m, TokenId t) { return m.first < t; });
  auto time_from = std::lower_bound(times.begin(), times.end(), sentence_.first, [](const TimeHit& t, TokenId at) { return t.first < at; });
  const auto mention_at = [&](TokenId token) {
    while (mention_from != mentions.end() && mention_from->first < token) ++mention_from;
    std::uint32_t best = kNone;
    for (auto it = mention_from; it != mentions.end() && it->first == token; ++it) {
      if (it->last > sentence_.last) continue;
      const auto index = static_cast<std::uint32_t>(it - mentions.begin());
      if (best == kNone || it->last > mentions[best].last) best = index;
    }
    return best;
  };
  const auto time_at = [&](TokenId token) {
    auto it = time_from;
    while (it != times.end() && it->first < token) ++it;
    return it != times.end() && it->first == token && it->last <= sentence_.last ? static_cast<std::uint32_t>(it - times.begin()) : kNone;
  };
  for (TokenId token = sentence_.first; token < sentence_.last;) {
    Atom atom;
    atom.first = token;
    atom.last = token + 1;
    atom.form = known_.text.tokens[token].form;
    const auto mention = mention_at(token);
    while (time_from != times.end() && time_from->first < token) ++time_from;
    const auto time = time_at(token);
    const Unit* phrase = nullptr;
    for (const auto& unit : known_.text.units_at(token)) {
      if (unit.cls == 0 && unit.last <= sentence_.last && acts_as_one(unit.form) && (phrase == nullptr || unit.last > phrase->last)) phrase = &unit;
    }
    // "als eerste stap": its last word describes the noun behind.
    if (phrase != nullptr && phrase->last < sentence_.last && is(atom.form, classes_.as_role) && describes_next(phrase->last - 1)) phrase = nullptr;
    // "een ander land": no pronoun
    if (phrase != nullptr && has_pos(phrase->form, Pos::pronoun) && phrase->last < sentence_.last && describes_next(phrase->last - 1)) phrase = nullptr;
    // "nog een dag later": the time that begins inside the phrase goes further.
    for (auto inside = token + 1; phrase != nullptr && inside < phrase->last; ++inside) {
      if (const auto t = time_at(inside); t != kNone && known_.times[t].last > phrase->last) phrase = nullptr;
    }
    if (mention != kNone && (time == kNone || known_.mentions[mention].last >= known_.times[time].last)) {
      atom.mention = mention;
      atom.last = known_.mentions[mention].last;
    } else if (time != kNone) {
      atom.time = time;
      atom.last = known_.times[time].last;
    } else if (phrase != nullptr) {
      atom.form = phrase->form;
      atom.last = phrase->last;
    }
    if (const auto signs = signs_behind(atom); signs != 0) {
      atom.mention = kNone;  // "EU- en NAVO-landen": part of a noun
      atom.last += signs;
    }
    token = atom.last;
    atoms_.push_back(atom);
  }
}

// The signs that the atom takes in: "raket- en droneaanval", ",,Ja", 'te "rekenen op"'.
TokenId AtomMaker::signs_behind(const Atom& atom) const {
  const auto sign = atom.last;
  if (sign + 1 >= sentence_.last || !known_.text.tokens[sign].has(kPunct)) return 0;
  const auto word = known_.text.word(sign);
  const auto next = known_.text.tokens[sign + 1].form;
  const bool touches = !known_.text.tokens[sign].has(kSpaceBefore);
  if (word == "-") return touches && is(next, classes_.coordinator) && known_.text.tokens[sign + 1].has(kSpaceBefore) ? 1 : 0;
  if (word == ",") return touches && atom.last - atom.first == 1 && known_.text.word(atom.first) == "," ? 1 : 0;
  return is(atom.form, classes_.te) && punctuation(sign) == Tag::quote && can_be_infinitive(next) ? 1 : 0;
}

void AtomMaker::decide(std::size_t i) {
  auto& atom = atoms_[i];
  if (atom.time != kNone) {
    atom.tag = lasting_adjective(atom) ? Tag::adjective : Tag::time;
    return;
  }
  if (atom.mention != kNone) {
    const auto& mention = known_.mentions[atom.mention];
    switch (mention.kind) {
      case MentionKind::nationality: atom.tag = Tag::adjective; return;
      case MentionKind::possessive:
        // "zouden drie doden zijn gevallen", "in Moskou zijn vier mannen opgepakt", "er zijn mensen"
        if (is(atom.form, classes_.aux_be) && (participle_follows(i) || frames_participle(i) || there_is(i) || dated_behind(i) || before_article(i))) {
          atom.mention = kNone;
          read_verb(atom);
          atom.tag = Tag::verb;
          return;
        }
        atom.tag = Tag::determiner;
        return;
      case MentionKind::pronoun: atom.tag = atom.last - atom.first == 1 ? Tag::pronoun : Tag::name; break;
      default: atom.tag = mention.genitive ? Tag::determiner : Tag::name; return;
    }
    if (atom.tag == Tag::name) return;
    if (is(atom.form, classes_.relative) && opens_relative(i)) atom.tag = Tag::relative;
    return;
  }
  const auto& token = known_.text.tokens[atom.first];
  if (token.has(kPunct)) {
    atom.tag = punctuation(atom.first);
    if (atom.tag == Tag::comma && joins_attributes(i)) {
      atom.tag = Tag::adjective;
      attribute_ = i + 1;
    }
    return;
  }
  if (token.has(kDigits) && !token.has(kWord)) {
    atom.tag = Tag::number;
    return;
  }
  if (i != 0 && i == attribute_) {
    atom.tag = Tag::adjective;
    return;
  }
  if (const auto participle = attribute_ahead(i); participle != 0) {
    attribute_ = participle;
    atom.tag = Tag::determiner;
    return;
  }
  read_verb(atom, before(i) == Tag::te);
  const bool inside = i > 0 && before(i) != Tag::quote && before(i) != Tag::end && before(i) != Tag::colon && before(i) != Tag::dash && before(i) != Tag::open;
  if (token.has(kCapital) && inside && has_pos(atom.form, Pos::adjective) && !has_pos(atom.form, Pos::name)) {
    atom.tag = Tag::adjective;
    clear_verb(atom);
    return;
  }
  if (token.has(kCapital) && inside) {
    atom.tag = Tag::name;
    clear_verb(atom);
    return;
  }
  if (is(atom.form, classes_.te)) {
    atom.tag = infinitive_follows(i) ? Tag::te : Tag::adverb;  // "te vroeg"
    return;
  }
  if (atom.verb != 0 && is_verb_here(i)) {
    atom.tag = Tag::verb;
    return;
  }
  clear_verb(atom);
  atom.tag = word_class(i);
}

Tag AtomMaker::punctuation(TokenId token) const {
  const auto word = known_.text.word(token);
  if (word == ",") return token + 1 < sentence_.last && known_.text.word(token + 1) == "," && !known_.text.tokens[token + 1].has(kSpaceBefore) ? Tag::quote : Tag::comma;
  if (word == ":" || word == ";") return Tag::colon;
  if (word == "(" || word == "[") return Tag::open;
  if (word == ")" || word == "]") return Tag::close;
  if (word == "." || word == "!" || word == "?" || word == "\u2026") return Tag::end;
  if (word == "-" || word == "\u2013" || word == "\u2014") return Tag::dash;
  return Tag::quote;
}

Tag AtomMaker::word_class(std::size_t i) const {
  const auto form = atoms_[i].form;
  if (form == 0) {
    const auto tail = known_.text.tokens[atoms_[i].last - 1].tail;
    return tail != 0 && has_pos(tail, Pos::adjective) && !has_pos(tail, Pos::noun) ? Tag::adjective : Tag::content;  // "35-jarige"
  }
  if (lexicon_.bits(form).meets(classes_.small)) {
    if (const auto tag = small_word(i)) return *tag;
  }
  if (has_pos(form, Pos::pronoun)) return Tag::pronoun;
  if (is(form, classes_.there)) return Tag::adverb;
  if (has_pos(form, Pos::noun)) return Tag::noun;
  if (has_pos(form, Pos::adverb)) return Tag::adverb;
  if (has_pos(form, Pos::adjective)) return Tag::adjective;
  if (has_pos(form, Pos::number)) return Tag::number;
  if (is(form, classes_.subordinator) || is(form, classes_.complementizer)) return Tag::preposition;  // "zoals Frankrijk": no clause follows
  const bool describes = lexicon_.has_verb_form(form, VerbForm::participle_inflected) && (!can_be_infinitive(form) || before_nominal(i));  // "de verlaten velden"
  return describes || lexicon_.has_verb_form(form, VerbForm::present_participle) ? Tag::adjective : Tag::content;
}

std::optional<Tag> AtomMaker::small_word(std::size_t i) const {
  const auto form = atoms_[i].form;
  if (is(form, classes_.negation)) return Tag::negation;
  // "Wanneer hij komt, gaat zij": in front it opens a clause of time.
  if (is(form, classes_.relative_adverb) && is(form, classes_.subordinator) && (i == 0 || before(i) == Tag::quote) && clause_before_comma(i)) return Tag::subordinator;
  // "als het waar is dat": no place, as its verb comes at once and nothing behind
  const bool true_of_it = is(form, classes_.where) && i + 2 < atoms_.size() && is(atoms_[i + 1].form, classes_.aux_be) && (is(atoms_[i + 2].form, classes_.complementizer) || known_.text.tokens[atoms_[i + 2].first].has(kPunct));
  if (true_of_it) return Tag::adjective;
  if (is(form, classes_.relative_adverb) || (is(form, classes_.interrogative) && opens_free_clause(i))) return Tag::relative;
  const bool article = is(form, classes_.determiner) && (is(form, classes_.relative) || is(form, classes_.complementizer)) && leaves_one_verb(i);
  if (article) return Tag::determiner;
  if (is(form, classes_.relative) && opens_relative(i)) return Tag::relative;
  if (is(form, classes_.infinitive_opener) && opens_infinitive(i)) return Tag::opener;
  const bool sub = is(form, classes_.subordinator) || is(form, classes_.complementizer);
  if (sub && opens_subclause(i)) return Tag::subordinator;
  if (is(form, classes_.coordinator) && is(form, classes_.adverb) && before(i) == Tag::verb) return Tag::adverb;  // "kan dus"
  if (is(form, classes_.coordinator) || (sub && correlates(i))) return Tag::coordinator;
  if (is(form, classes_.preposition) || (is(form, classes_.comparative) && (!is(form, classes_.adverb) || compared(i)))) return Tag::preposition;
  if (is(form, classes_.determiner)) {
    const bool pronoun = has_pos(form, Pos::pronoun);
    return pronoun && !determines(i) ? Tag::pronoun : Tag::determiner;
  }
  if (is(form, classes_.adverb) && !is(form, classes_.there)) return Tag::adverb;  // "daarmee" stands for a thing, but is no noun phrase
  return std::nullopt;
}

// "meer wapens dan Peru": behind a word that compares, with no clause of its own.
bool AtomMaker::compared(std::size_t i) const {
  if (finite_before_sign(i)) return false;
  for (auto j = i; j-- > 0 && atoms_[j].tag != Tag::comma && atoms_[j].tag != Tag::colon;) {
    if (atoms_[j].mention == kNone && is(atoms_[j].form, classes_.comparing)) return true;
  }
  return false;
}

bool AtomMaker::common_gender(std::size_t i) const {
  for (auto j = i; j-- > 0;) {
    const auto tag = atoms_[j].tag;
    if (tag == Tag::determiner) return atoms_[j].mention == kNone && is(atoms_[j].form, classes_.common_gender);
    if (tag != Tag::noun && tag != Tag::content && tag != Tag::adjective && tag != Tag::number) return false;
  }
  return false;
}

// "het gesprek tussen X en Y": a noun before, in the same clause, that "dat" may tell of.
bool AtomMaker::neuter_before(std::size_t i) const {
  for (auto j = i; j-- > 0;) {
    const auto& atom = atoms_[j];
    if (atom.tag == Tag::verb || atom.tag == Tag::comma || atom.tag == Tag::colon || atom.tag == Tag::subordinator || atom.tag == Tag::relative) return false;
    if (atom.tag == Tag::determiner && atom.mention == kNone && is(atom.form, classes_.neuter)) return true;
  }
  return false;
}

// Certainly a plural: no reading of the form is a noun in the singular.
bool AtomMaker::is_plural_noun(FormId form) const {
  bool plural = false;
  for (const auto& reading : lexicon_.readings(form)) {
    if (reading.pos != Pos::noun) continue;
    if (!(reading.flags & kPlural)) return false;
    plural = true;
  }
  return plural;
}

// "het door Peru voorgestelde bestand", "de in Oslo gevoerde gesprekken": the participle of what stands between the
// article and its noun; 0: the word opens no such phrase.
std::size_t AtomMaker::attribute_ahead(std::size_t i) const {
  constexpr std::size_t kLongest = 10;
  const bool opens = is(atoms_[i].form, classes_.determiner) || (has_pos(atoms_[i].form, Pos::number) && before(i) != Tag::determiner);  // "twee door Peru bezette steden"
  if (i + 3 >= atoms_.size() || !opens || is(atoms_[i].form, classes_.complementizer)) return 0;
  if (atoms_[i + 1].mention != kNone || (atoms_[i + 1].time == kNone && !is(atoms_[i + 1].form, classes_.preposition))) return 0;
  bool hangs = false;
  for (auto j = i + 1; j + 1 < atoms_.size() && j < i + kLongest; ++j) {
    const auto& atom = atoms_[j];
    if (known_.text.tokens[atom.first].has(kPunct)) return 0;
    if (atom.mention != kNone) continue;
    if (atom.time != kNone || is(atom.form, classes_.preposition)) {
      hangs = true;
      continue;
    }
    if (is(atom.form, classes_.te) || is(atom.form, classes_.relative) || is(atom.form, classes_.complementizer) || is(atom.form, classes_.subordinator) || is(atom.form, classes_.auxiliary)) return 0;
    if (lexicon_.has_verb_form(atom.form, VerbForm::participle_inflected) && !has_pos(atom.form, Pos::noun)) {
      const auto& next = atoms_[j + 1];
      const bool named = next.mention != kNone && known_.mentions[next.mention].kind != MentionKind::pronoun && known_.mentions[next.mention].kind != MentionKind::possessive;
      const bool place = next.mention == kNone && known_.text.tokens[next.first].has(kCapital);
      if (!hangs || !(named || place || before_nominal(j))) return 0;
      return is(atoms_[i].form, classes_.neuter) && next.mention == kNone && is_plural_noun(next.form) ? 0 : j;  // "dat het in Oslo gesloten akkoorden nakomt"
    }
    if (likely_finite(atom)) return 0;
  }
  return 0;
}

// "een tijdelijk, beperkt bestand", "een lang, slepend en duur gesprek": a comma between two adjectives of one noun.
bool AtomMaker::joins_attributes(std::size_t i) const {
  constexpr std::size_t kMost = 4;
  auto begin = i;
  while (begin > 0 && (atoms_[begin - 1].tag == Tag::adjective || atoms_[begin - 1].tag == Tag::adverb)) --begin;
  if (begin == i || begin == 0 || atoms_[begin - 1].tag != Tag::determiner || atoms_[begin - 1].mention != kNone) return false;
  for (auto j = i + 1; j + 1 < atoms_.size() && j < i + kMost && can_describe(atoms_[j]); ++j) {
    const auto& next = atoms_[j + 1];
    if (next.mention != kNone) return known_.mentions[next.mention].kind == MentionKind::name;
    if (next.time == kNone && has_pos(next.form, Pos::noun) && !can_describe(next)) return true;
    if (is(next.form, classes_.coordinator)) ++j;
  }
  return false;
}

// A word that can stand between an article and its noun, as far as its form goes.
bool AtomMaker::can_describe(const Atom& atom) const {
  if (atom.mention != kNone || atom.time != kNone || known_.text.tokens[atom.first].has(kPunct) || known_.text.tokens[atom.first].has(kCapital)) return false;
  return has_pos(atom.form, Pos::adjective) || has_pos(atom.form, Pos::adverb) || is_participle(atom.form) || lexicon_.has_verb_form(atom.form, VerbForm::participle_inflected) || lexicon_.has_verb_form(atom.form, VerbForm::present_participle);
}

// "dat het mogelijk is": an adjective without its ending and without a noun behind it.
bool AtomMaker::is_predicate(std::size_t i) const {
  const auto describes = [&](std::size_t j) {
    const auto form = atoms_[j].form;
    return has_pos(form, Pos::adjective) && !has_pos(form, Pos::noun) && !has_pos(form, Pos::verb) && !known_.text.tokens[atoms_[j].first].has(kCapital);
  };
  if (!describes(i)) return false;
  while (i + 1 < atoms_.size() && atoms_[i + 1].mention == kNone && describes(i + 1)) ++i;  // "extreem belangrijk"
  const bool inflected = known_.text.word(atoms_[i].last - 1).ends_with('e');
  const bool named = i + 1 < atoms_.size() && known_.text.tokens[atoms_[i + 1].first].has(kCapital);
  return !inflected && !named && !before_nominal(i);
}

// Whether a determiner has its noun behind it.
bool AtomMaker::determines(std::size_t i) const {
  if (i + 1 >= atoms_.size()) return false;
  const auto& next = atoms_[i + 1];
  if (next.mention != kNone) return known_.mentions[next.mention].kind != MentionKind::pronoun && known_.mentions[next.mention].kind != MentionKind::possessive && !begins_without_article(i);
  if (next.time != kNone) return before_lasting(i);
  if (is(atoms_[i].form, classes_.neuter) && is_plural_noun(next.form)) return false;  // "dat het burgers trof"
  const bool governed = i > 0 && is(atoms_[i].form, classes_.it) && is(atoms_[i - 1].form, classes_.preposition);
  if (!governed && is(atoms_[i].form, classes_.neuter) && is_predicate(i + 1)) return false;
  if (governed && i + 2 < atoms_.size() && before(i) == Tag::preposition && can_be_infinitive(next.form) && likely_finite(atoms_[i + 2]) && !is_particle(i - 1)) return true;  // "in het schrijven staat"
  // "wil die gebruiken om": the infinitive that the verb waits for
  const bool ends = i + 2 >= atoms_.size() || known_.text.tokens[atoms_[i + 2].first].has(kPunct) || is(atoms_[i + 2].form, classes_.infinitive_opener);
  if (ends && can_be_infinitive(next.form) && has_pos(atoms_[i].form, Pos::pronoun) && modal_before(i) && before(i) == Tag::verb) return false;
  if (known_.text.tokens[next.first].has(kPunct)) return known_.text.word(next.first) != "," && known_.text.word(next.first) != ".";
  for (const auto cls : {classes_.preposition, classes_.negation, classes_.coordinator, classes_.subordinator, classes_.te, classes_.determiner, classes_.aux_have, classes_.aux_be, classes_.aux_become, classes_.aux_modal}) {
    if (is(next.form, cls)) return false;
  }
  // "in het bezet gebied"
  if (i > 0 && is(atoms_[i].form, classes_.neuter) && is(atoms_[i - 1].form, classes_.preposition) && is_participle(next.form) && before_nominal(i + 1)) return true;
  // "gaf het eerder al tanks": no noun follows the adverb.
  const bool adverb = is(next.form, classes_.adverb) && !has_pos(next.form, Pos::noun) && is(atoms_[i].form, classes_.neuter);
  if (adverb && i + 2 < atoms_.size() && (is(atoms_[i + 2].form, classes_.adverb) || atoms_[i + 2].time != kNone || is(atoms_[i + 2].form, classes_.preposition))) return false;
  // "na een uur werd het geschonden": nothing is left that it could describe.
  if (is(atoms_[i].form, classes_.neuter) && is_participle(next.form) && near_auxiliary(i) && (i + 2 >= atoms_.size() || known_.text.tokens[atoms_[i + 2].first].has(kPunct))) return false;
  if (!has_pos(next.form, Pos::noun) && stands_for_subject(i)) return false;
  if (has_pos(next.form, Pos::noun) || has_pos(next.form, Pos::adjective) || has_pos(next.form, Pos::number)) return true;
  // "het houden van": an infinitive as a noun.
  if (i + 2 < atoms_.size() && can_be_infinitive(next.form) && is(atoms_[i].form, classes_.neuter) && is(atoms_[i + 2].form, classes_.of)) return true;
  if (infinitive_as_noun(i + 1)) return true;
  if (has_pos(next.form, Pos::pronoun) || has_pos(next.form, Pos::adverb)) return false;
  bool verb = false;
  for (const auto& reading : lexicon_.readings(next.form)) {
    if (reading.pos != Pos::verb) continue;
    if (reading.verb_form == VerbForm::participle_inflected || reading.verb_form == VerbForm::present_participle) return true;
    // Between an article and another noun stands an adjective, not a finite verb; a bare stem has its own subject.
    verb |= reading.verb_form != VerbForm::present_first;
  }
  return !verb;
}

// "Dat gebeurde dinsdag", "dat betekende oorlog": the past tense, though its participle looks the same.
bool AtomMaker::stands_for_subject(std::size_t i) const {
  if (!lexicon_.has_verb_form(atoms_[i + 1].form, VerbForm::past_singular) || before(i) == Tag::preposition || has_finite(i)) return false;
  const bool comma = i + 3 < atoms_.size() && known_.text.word(atoms_[i + 2].first) == "," && (can_describe(atoms_[i + 3]) || is(atoms_[i + 3].form, classes_.coordinator));
  const bool listed = comma || (i + 2 < atoms_.size() && is(atoms_[i + 2].form, classes_.coordinator));  // "het beloofde, nooit geleverde materieel"
  return !listed && !describes_noun(i + 1);
}

std::vector<Atom> make_atoms(const Known& known, const GrammarClasses& classes, const Sentence& sentence) {
  return AtomMaker(known, classes, sentence).make();
}

}  // namespace kroniek
