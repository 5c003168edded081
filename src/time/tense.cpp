#include "tense.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace kroniek {

namespace {

constexpr int kInfinitive = 10;  // doubt of a form that may be an infinitive

}  // namespace

TenseReader::TenseReader(const Lexicon& lexicon)
    : lexicon_(lexicon), have_(lexicon.class_id("aux_have")), be_(lexicon.class_id("aux_be")), become_(lexicon.class_id("aux_become")), future_(lexicon.class_id("aux_future")), shall_(lexicon.class_id("aux_shall")),
      modal_(lexicon.class_id("aux_modal")), cue_(lexicon.class_id("future_cue")), attributive_(lexicon.class_id("attributive")),
      announcing_(lexicon.class_id("announcing")), settling_(lexicon.class_id("settling")), settled_opener_(lexicon.class_id("settled_opener")), relative_(lexicon.class_id("relative")), relative_adverb_(lexicon.class_id("relative_adverb")), te_(lexicon.class_id("te")) {}

bool TenseReader::has_class(const Text& text, TokenId token, ClassId cls) const {
  if (cls == 0 || !text.may_hold(token, cls)) return false;
  if (lexicon_.in_class(text.tokens[token].form, cls)) return true;
  for (const auto& unit : text.units_at(token)) {
    if (unit.cls == 0 && lexicon_.in_class(unit.form, cls)) return true;
  }
  return false;
}

bool TenseReader::finite(const Text& text, TokenId token, Verb& verb) const {
  if (!lexicon_.has_pos(text.tokens[token].form, Pos::verb)) return false;
  bool found = false;
  verb = {token, false, 0};
  const bool auxiliary = has_class(text, token, have_) || has_class(text, token, be_) || has_class(text, token, become_) || has_class(text, token, modal_) || has_class(text, token, future_);
  bool infinitive = false, participle = false, other = false;
  for (const auto& reading : lexicon_.readings(text.tokens[token].form)) {
    if (reading.pos != Pos::verb) {
      // "in", "over" and the like are no verbs in news, whatever else they may be; "zijn" may be either.
      if (!auxiliary && reading.pos != Pos::name && reading.pos != Pos::noun && reading.pos != Pos::adverb && reading.pos != Pos::adjective && reading.pos != Pos::other) return false;
      other |= reading.pos != Pos::name;
      continue;
    }
    switch (reading.verb_form) {
      case VerbForm::past_singular:
      case VerbForm::past_plural:
        verb.past = true;
        found = true;
        break;
      // A first person is a noun far more often ("aanval", "start"), unless it is an auxiliary.
      case VerbForm::present_first: found = found || auxiliary; break;
      case VerbForm::present_third:
      case VerbForm::present_plural: found = true; break;
      case VerbForm::infinitive: infinitive = true; break;
      case VerbForm::participle: participle = true; break;
      default: break;
    }
  }
  // A plural is more often an infinitive behind an auxiliary, and a word may be something else.
  constexpr int kOther = 5;
  verb.doubt = infinitive && !auxiliary ? kInfinitive : other || (participle && !verb.past) ? kOther : 0;
  if (token > 0 && !auxiliary) {
    // "het besluit", "een besluit": behind an article stands a noun.
    bool article = false, pronoun = false;
    for (const auto& reading : lexicon_.readings(text.tokens[token - 1].form)) {
      article = article || reading.pos == Pos::determiner;
      pronoun = pronoun || reading.pos == Pos::pronoun;
    }
    if (article && !pronoun) return false;
    if (article) verb.doubt = std::max(verb.doubt, kOther);
  }
  return found;
}

bool TenseReader::boundary(const Text& text, TokenId token) const {
  const auto& here = text.tokens[token];
  if (here.has(kPunct)) {
    const auto word = text.word(token);
    return word != "-" && word != "'" && word != "/";
  }
  // "voor", "tot" and "sinds" are prepositions more often than they open a clause.
  if (lexicon_.has_pos(here.form, Pos::preposition)) return false;
  return lexicon_.has_pos(here.form, Pos::subordinator) || lexicon_.has_pos(here.form, Pos::coordinator) || has_class(text, token, relative_);
}

std::optional<TenseReader::Verb> TenseReader::lone_plural(const Text& text, const std::vector<bool>& taken, const Sentence& sentence, TokenId first, TokenId last) const {
  auto opener = first;
  const auto opens = [&](TokenId i) {
    if (text.tokens[i].has(kPunct) || lexicon_.has_pos(text.tokens[i].form, Pos::coordinator)) return false;
    return boundary(text, i) || has_class(text, i, relative_adverb_);
  };
  while (opener > sentence.first && !text.tokens[opener - 1].has(kPunct) && !opens(opener - 1)) --opener;
  if (opener == sentence.first || !opens(opener - 1)) return std::nullopt;
  std::optional<Verb> plural;
  for (auto i = opener; i < sentence.last; ++i) {
    if (i >= last && (text.tokens[i].has(kPunct) || opens(i))) break;
    Verb verb{};
    if (taken[i] || !finite(text, i, verb)) continue;
    if (verb.past || verb.doubt != kInfinitive || plural) return std::nullopt;
    if (i >= last && !has_class(text, i - 1, te_)) plural = verb;
  }
  if (plural) plural->doubt = 0;
  return plural;
}

// "zal, zo zei hij, vrijdag bellen": where the clause around what stands between two commas before the time breaks off; else
// the time itself.
TokenId TenseReader::before_inserted(const Text& text, const Sentence& sentence, TokenId first) const {
  if (first < sentence.first + 3 || text.word(first - 1) != ",") return first;
  auto comma = first - 2;
  while (comma > sentence.first && !text.tokens[comma].has(kPunct)) --comma;
  if (comma == sentence.first || text.word(comma) != ",") return first;
  Verb verb{};
  const bool inserted = boundary(text, comma + 1) || finite(text, comma + 1, verb) || finite(text, comma + 2, verb);
  return inserted ? comma : first;
}

// "de dinsdag door X beloofde raketten", "het in Oslo maandag gesloten akkoord": the participle before the noun tells of the
// day, whatever the tense of the clause.
bool TenseReader::in_attribute(const Text& text, const std::vector<bool>& taken, const Sentence& sentence, TokenId first, TokenId last) const {
  constexpr TokenId kLongest = 8;
  const auto passes = [&](TokenId i) { return taken[i] || text.tokens[i].has(kCapital) || lexicon_.has_pos(text.tokens[i].form, Pos::preposition) || lexicon_.has_pos(text.tokens[i].form, Pos::coordinator); };
  auto end = last;
  while (end < sentence.last && end - last < kLongest && passes(end)) ++end;
  if (end + 1 >= sentence.last || !lexicon_.has_verb_form(text.tokens[end].form, VerbForm::participle_inflected) || text.tokens[end + 1].has(kPunct)) return false;
  for (auto i = first; i > sentence.first && first - i < kLongest; --i) {
    if (lexicon_.has_pos(text.tokens[i - 1].form, Pos::determiner)) return true;
    if (!passes(i - 1)) return false;
  }
  return false;
}

TenseReading TenseReader::read(const Text& text, const std::vector<bool>& taken, const Sentence& sentence, TokenId first, TokenId last) const {
  // The nearest finite verb, where a boundary between clauses counts as many words.
  constexpr int kBoundary = 6, kOtherSide = 2;
  std::optional<Verb> best;
  int best_cost = std::numeric_limits<int>::max();
  const auto look = [&](bool ahead, TokenId from) {
    int cost = from == first || ahead ? 0 : kBoundary;
    for (TokenId i = from; ahead ? i < sentence.last : i > sentence.first;) {
      const TokenId token = ahead ? i++ : --i;
      Verb verb{};
      if (!taken[token] && finite(text, token, verb)) {
        const int here = cost + verb.doubt + (ahead ? kOtherSide : 0);
        if (here < best_cost) {
          best_cost = here;
          best = verb;
        }
      }
      cost += boundary(text, token) ? kBoundary : 1;
    }
  };
  const auto around = before_inserted(text, sentence, first);
  look(false, around);
  if (!best && around != first) look(false, first);
  look(true, last);
  if (const auto plural = lone_plural(text, taken, sentence, first, last)) best = plural;

  // "was ontvangen en vloog zondag": a participle that looks like a present plural has its auxiliary before it.
  if (best && !best->past && best->doubt != 0 && lexicon_.has_verb_form(text.tokens[best->token].form, VerbForm::participle)) {
    for (TokenId i = best->token; i > sentence.first && !boundary(text, i - 1); --i) {
      Verb auxiliary{};
      if (!(has_class(text, i - 1, have_) || has_class(text, i - 1, be_) || has_class(text, i - 1, become_)) || !finite(text, i - 1, auxiliary)) continue;
      best = auxiliary;
      break;
    }
  }

  const auto say = [&](Direction direction, std::string why, TokenId token) { return TenseReading{direction, std::move(why) + ": " + std::string(text.word(token))}; };
  // Cues of what is to come, in the same clause.
  const auto cue = [&]() -> std::optional<TokenId> {
    for (TokenId i = first; i > sentence.first && first - i < 8; --i) {
      if (boundary(text, i - 1)) break;
      if (has_class(text, i - 1, cue_)) return i - 1;
    }
    for (TokenId i = last; i < sentence.last && i - last < 8; ++i) {
      if (boundary(text, i)) break;
      if (has_class(text, i, cue_)) return i;
    }
    return std::nullopt;
  }();
  if (cue) return say(Direction::forward, "announced", *cue);
  if (in_attribute(text, taken, sentence, first, last)) return say(Direction::backward, "attribute of a noun", last);
  // "het gesprek van dinsdag", "de viering van de 9de mei"
  TokenId head = first;
  if (head > sentence.first && lexicon_.has_pos(text.tokens[head - 1].form, Pos::determiner)) --head;
  const bool attributive = head > sentence.first && has_class(text, head - 1, attributive_);
  if (attributive || has_class(text, first, attributive_)) {
    for (TokenId i = sentence.first; i < sentence.last; ++i) {
      if (has_class(text, i, announcing_)) return say(Direction::forward, "announced", i);
    }
  }
  if (!best) return {Direction::nearest, "no finite verb"};
  // "kwamen overeen om woensdag gevangenen te ruilen", "is afgesproken dat ze maandag praten"
  TokenId opener = first;
  while (opener > sentence.first && !text.tokens[opener - 1].has(kPunct) && !has_class(text, opener - 1, settled_opener_)) --opener;
  // "het besluit om troepen te sturen is dinsdag genomen": the infinitive has come before the verb.
  const auto infinitive_done = [&] {
    for (TokenId i = opener; i < best->token && best->token < first; ++i) {
      if (has_class(text, i, te_)) return true;
    }
    return false;
  };
  if (opener > sentence.first && has_class(text, opener - 1, settled_opener_) && !(best->past && best->token >= opener) && !infinitive_done()) {
    for (TokenId i = opener - 1; i > sentence.first; --i) {
      if (has_class(text, i - 1, settling_)) return say(Direction::forward, "settled", i - 1);
    }
  }

  const auto clause_has = [&](auto&& test) -> std::optional<TokenId> {
    for (TokenId i = best->token + 1; i < sentence.last; ++i) {
      if (test(i)) return i;
      if (text.tokens[i].has(kPunct) && text.word(i) == ",") continue;
    }
    for (TokenId i = best->token; i > sentence.first; --i) {
      if (boundary(text, i - 1)) break;
      if (test(i - 1)) return i - 1;
    }
    return std::nullopt;
  };
  const auto participle = [&](TokenId i) { return lexicon_.has_verb_form(text.tokens[i].form, VerbForm::participle); };
  if (best->past) {
    if (has_class(text, best->token, shall_)) {
      // "zou ... hebben gesproken" is hearsay of the past, "zou ... spreken" was to come.
      const auto perfect = clause_has([&](TokenId i) {
        if (!(has_class(text, i, have_) || has_class(text, i, be_)) || !lexicon_.has_verb_form(text.tokens[i].form, VerbForm::infinitive)) return false;
        // "zou ... reizen om zijn plannen te bespreken": a possessive.
        return !lexicon_.has_pos(text.tokens[i].form, Pos::determiner) || (i > sentence.first && participle(i - 1)) || (i + 1 < sentence.last && participle(i + 1));
      });
      return perfect ? say(Direction::backward, "hearsay of the past", best->token) : say(Direction::forward, "future in the past", best->token);
    }
    return say(Direction::backward, "past tense", best->token);
  }
  if (has_class(text, best->token, have_) || has_class(text, best->token, be_)) {
    if (clause_has(participle)) return say(Direction::backward, "perfect tense", best->token);
  }
  // "zegt ... te hebben neergehaald"
  const auto done = clause_has([&](TokenId i) {
    if (i + 1 >= sentence.last || !has_class(text, i, te_) || !(has_class(text, i + 1, have_) || has_class(text, i + 1, be_))) return false;
    return (i > sentence.first && participle(i - 1)) || (i + 2 < sentence.last && participle(i + 2));
  });
  if (done) return say(Direction::backward, "perfect infinitive", *done + 1);
  if (attributive) return say(Direction::backward, "attribute of a noun", head - 1);
  // "gaan ... door" is a present tense: only with an infinitive does "gaan" tell of the future.
  const auto bare = [&](TokenId i) { return lexicon_.has_verb_form(text.tokens[i].form, VerbForm::infinitive) && !lexicon_.has_pos(text.tokens[i].form, Pos::noun); };
  const bool goes = has_class(text, best->token, future_) && !has_class(text, best->token, shall_);
  const bool future = goes ? clause_has(bare).has_value() : has_class(text, best->token, future_) || has_class(text, best->token, modal_);
  if (future) return say(Direction::forward, "future tense", best->token);
  return say(Direction::present, "present tense", best->token);
}

}  // namespace kroniek
