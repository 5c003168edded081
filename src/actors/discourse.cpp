#include "discourse.hpp"

#include <boost/container/small_vector.hpp>

#include <algorithm>
#include <cmath>

namespace kroniek {

namespace {

constexpr double kSentenceDecay = 0.45;
constexpr double kSameSentence = 1.2;
constexpr double kOnlyOwner = 60;
constexpr double kLater = 10;
constexpr double kForgotten = 2;
constexpr double kTitle = 0.3;
constexpr double kQuoted = 0.5;

double weight_of(Standing standing) {
  switch (standing) {
    case Standing::main_subject: return 100;
    case Standing::subject: return 80;
    case Standing::source: return 70;
    case Standing::agent: return 60;
    case Standing::object: return 50;
    case Standing::oblique: return 35;
    case Standing::possessor: return 30;
    case Standing::embedded: return 20;
    case Standing::adjective:
    case Standing::location: return 8;
  }
  return 0;
}

}  // namespace

bool same_actors(const std::vector<ActorId>& a, const std::vector<ActorId>& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const ActorId& x, const ActorId& y) { return x.id == y.id; });
}

void add_actors(std::vector<ActorId>& all, const std::vector<ActorId>& more) {
  for (const auto& who : more) {
    if (std::none_of(all.begin(), all.end(), [&](const ActorId& known) { return known.id == who.id; })) all.push_back(who);
  }
}

Discourse::Discourse(const ActorWords& words, const ReferenceContext& context, const std::vector<Mention>& known)
    : words_(words), context_(context), known_(known) {
  for (std::size_t n = 0; n < decay_.size(); ++n) decay_[n] = std::pow(kSentenceDecay, n);
  cut_segments();
}

bool Discourse::begins_segment(TokenId token, const Sentence& sentence) const {
  if (token == sentence.first) return true;
  if (words_.punct(token - 1) && !words_.punct(token)) {
    const auto sign = words_.text().word(token - 1);
    return sign != "-" && sign != "/" && sign != "'" && sign != "\u2019";
  }
  const auto& own = words_.at(token).own;
  if (own.has(Word::complementizer)) return true;
  if (own.has(Word::subordinator) && !own.has_any({Word::preposition, Word::adverb, Word::definite})) return true;
  if (own.has(Word::subordinator) && token + 1 < sentence.last && words_.at(token + 1).own.has_any({Word::nominative, Word::ref_she_they, Word::ref_that_one})) return true;
  if (own.has(Word::relative) && token + 1 < sentence.last && words_.at(token + 1).own.has_any({Word::nominative, Word::ref_she_they, Word::ref_him})) return true;  // "de dorpen die hij", "een tocht die hem"
  if (own.has(Word::relative_adverb) && token + 1 < sentence.last && words_.at(token + 1).own.has_any({Word::nominative, Word::ref_she_they, Word::definite})) return true;  // "een verklaring waarin zij"
  if (own.has(Word::coordinator) && token + 1 < sentence.last) {
    const auto& next = words_.at(token + 1);
    if (next.finite && !next.noun && !next.adjective && !next.bare_stem) return true;
    // "has called X and invited him"
    return words_.at(token - 1).verb && !words_.at(token - 1).noun && next.own.has_any({Word::ref_him, Word::ref_her, Word::ref_them});
  }
  return false;
}

void Discourse::cut_segments() {
  const auto& text = words_.text();
  sentence_of_.assign(text.tokens.size(), 0);
  segment_of_.assign(text.tokens.size(), 0);
  for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
    const auto& sentence = text.sentences[s];
    for (auto t = sentence.first; t < sentence.last; ++t) {
      if (begins_segment(t, sentence)) segment_begin_.push_back(t);
      sentence_of_[t] = s;
      segment_of_[t] = static_cast<std::uint32_t>(segment_begin_.size() - 1);
    }
  }
  segment_begin_.push_back(static_cast<TokenId>(text.tokens.size()));
}

bool Discourse::has_subject(std::uint32_t segment) const {
  for (auto e = entries_.rbegin(); e != entries_.rend() && e->segment >= segment; ++e) {
    if (e->segment == segment && (e->standing == Standing::subject || e->standing == Standing::main_subject)) return true;
  }
  return false;
}

Standing Discourse::standing_of(TokenId first, TokenId last, const Spoken& entry) const {
  const auto& sentence = words_.text().sentences[entry.sentence];
  if (first > sentence.first) {
    const auto& before = words_.at(first - 1).own;
    if (before.has(Word::according)) return Standing::source;
    if (before.has(Word::preposition) && !before.has(Word::relative)) {
      if (before.has(Word::by_preposition)) return Standing::agent;
      // Behind a noun, "van" and "tussen" make it a part of that noun's phrase.
      const bool opens = first == sentence.first + 2 && before.has(Word::of_preposition);  // "Uitspraken van X"
      const bool noun = first > sentence.first + 1 && (!words_.at(first - 2).verb || opens || (first > sentence.first + 2 && before.has(Word::of_preposition) && words_.is(first - 3, Word::determiner)));  // "de uitvaart van X"
      if (before.has(Word::embedding) && noun && !words_.punct(first - 2) && !words_.at(first - 2).own.has_any({Word::nominative, Word::ref_she_they, Word::adverb})) return Standing::embedded;
      const auto which = entry.who.empty() ? kNoActor : entry.who.front().actor;
      const bool country = which != kNoActor && words_.gazetteer().actors[which].kind == "country";
      return before.has(Word::locative) && (country || entry.kind == MentionKind::metonym) ? Standing::location : Standing::oblique;
    }
    // "Trump en Poetin": the second is what the first is.
    if (before.has(Word::coordinator) && !entries_.empty() && entries_.back().last == first - 1 && entries_.back().segment == entry.segment) return entries_.back().standing;
  }
  if (has_subject(entry.segment)) return Standing::object;
  bool verb = false;
  for (auto t = segment_begin(first); t < segment_end(first) && t < sentence.last; ++t) {
    const auto& can = words_.at(t);
    verb |= (can.finite || can.own.has(Word::auxiliary) || (can.plural_verb && !can.noun)) && (t < first || t >= last);
  }
  const bool opening = segment_of(first) == segment_of(sentence.first);
  if (opening) return Standing::main_subject;
  if (!verb) {
    // "Zijn gast, Keir Starmer, had ...": before any verb, an apposition is as good as what it belongs to.
    for (auto t = sentence.first; t < first; ++t) {
      if (words_.at(t).finite && !words_.at(t).noun) return Standing::object;
    }
    return entry.first_in_sentence ? Standing::main_subject : Standing::object;
  }
  // The first clause with a verb and a subject is the main one, unless it is a subordinate one.
  const auto begin = segment_begin(first);
  const bool subordinate = words_.at(begin).own.has_any({Word::complementizer, Word::subordinator, Word::relative});
  if (subordinate) return Standing::subject;
  for (auto e = entries_.rbegin(); e != entries_.rend() && e->sentence == entry.sentence; ++e) {
    if (e->standing == Standing::main_subject) return Standing::subject;
  }
  return Standing::main_subject;
}

bool Discourse::has_verb(const Sentence& sentence) const {
  for (auto t = sentence.first; t < sentence.last; ++t) {
    const auto& can = words_.at(t);
    if (can.finite || can.own.has(Word::auxiliary) || (can.plural_verb && !can.noun)) return true;
  }
  return false;
}

void Discourse::add(const Mention& mention) {
  Spoken entry;
  entry.first = mention.first;
  entry.last = mention.last;
  entry.sentence = sentence_of(mention.first);
  entry.segment = segment_of(mention.first);
  entry.kind = mention.kind;
  entry.who = mention.who;
  entry.sex = mention.sex;
  entry.plural = mention.plural || mention.who.size() > 1;
  entry.quoted = words_.quoted(mention.head < words_.text().tokens.size() ? mention.head : mention.first);
  const auto& sentence = words_.text().sentences[entry.sentence];
  if (sentence.block < context_.blocks.size()) {
    const auto kind = context_.blocks[sentence.block].kind;
    entry.heading = kind == BlockKind::title || kind == BlockKind::heading || kind == BlockKind::caption || kind == BlockKind::pull_quote;
  }
  const auto& gazetteer = words_.gazetteer();
  for (const auto& who : mention.who) {
    spoken_.insert({who.actor, who.country});
    const auto kind = who.actor == kNoActor ? std::string_view() : std::string_view(gazetteer.actors[who.actor].kind);
    if (kind == "person" || (who.actor == kNoActor && mention.person && mention.kind != MentionKind::group)) {
      entry.person = true;
    } else if (kind == "country") {
      entry.state = true;
    } else {
      entry.body = true;
    }
  }
  if (entry.sex == 0 && mention.who.size() == 1 && mention.who.front().actor != kNoActor) entry.sex = gazetteer.actors[mention.who.front().actor].sex;
  if (entry.sex != 'm' && entry.sex != 'f') entry.sex = 0;
  // "het bezoek van een hoge functionaris": one of many is no theme.
  const bool one_of_many = mention.kind == MentionKind::office && words_.is(mention.first, Word::indefinite);
  entry.first_in_sentence = !one_of_many && (entries_.empty() || entries_.back().sentence != entry.sentence);
  // "En met X?", "Een dag later, na een gesprek met X, ...": put in beside what the sentence is about.
  entry.theme = entry.first_in_sentence && entry.segment == segment_of(sentence.first) && has_verb(sentence);
  if (mention.kind == MentionKind::nationality) {
    entry.standing = Standing::adjective;
  } else if (mention.kind == MentionKind::possessive || mention.genitive) {
    entry.standing = Standing::possessor;
  } else if (mention.kind == MentionKind::pronoun && words_.at(mention.first).own.has_any({Word::ref_him, Word::ref_her, Word::ref_them})) {
    const bool prep = mention.first > sentence.first && words_.is(mention.first - 1, Word::preposition);
    entry.standing = prep ? standing_of(mention.first, mention.last, entry) : Standing::object;
  } else if (mention.kind == MentionKind::pronoun && is_relative_object(mention.first)) {
    entry.standing = Standing::object;
  } else {
    entry.standing = standing_of(mention.first, mention.last, entry);
  }
  for (auto t = segment_begin(entry.first); t < entry.first; ++t) {
    const auto& can = words_.at(t);
    entry.after_verb |= (can.finite && !can.noun) || can.own.has(Word::auxiliary);
  }
  entries_.push_back(std::move(entry));
}

// "die de president stuurde", "die hij stuurde": the relative pronoun is not the subject.
bool Discourse::is_relative_object(TokenId token) const {
  if (!words_.is(token, Word::relative) || token + 1 >= segment_end(token)) return false;
  if (words_.at(token + 1).own.has_any({Word::nominative, Word::ref_she_they})) return true;
  const auto m = std::lower_bound(known_.begin(), known_.end(), token + 1, [](const Mention& mention, TokenId t) { return mention.first < t; });
  return m != known_.end() && m->first == token + 1 && !m->genitive && m->kind != MentionKind::nationality;
}

void Discourse::end_segment(TokenId token) {
  const auto segment = segment_of(token);
  if (has_subject(segment)) return;
  const auto begin = segment_begin(token), end = segment_end(token);
  bool finite = false, plural = false, word = false;
  for (auto t = begin; t < end && sentence_of(t) == sentence_of(token); ++t) {
    const auto& can = words_.at(t);
    if (can.own.has_any({Word::nominative, Word::ref_she_they, Word::we})) return;
    if (can.noun || can.adjective || can.own.has_any({Word::adverb, Word::preposition})) {
      word |= can.noun;
      continue;
    }
    word |= words_.text().tokens[t].form == 0 && !words_.punct(t);
    if (can.finite && !can.plural_verb && !can.bare_stem) finite = true;
    plural |= can.plural_verb && (t == begin || !words_.is(t - 1, Word::te));
  }
  if (!plural || finite || !word) return;
  Spoken entry;
  entry.first = begin;
  entry.last = begin + 1;
  entry.sentence = sentence_of(token);
  entry.segment = segment;
  entry.standing = segment_of(words_.text().sentences[entry.sentence].first) == segment ? Standing::main_subject : Standing::subject;
  entry.person = entry.plural = true;
  entry.quoted = words_.quoted(begin);
  entries_.push_back(std::move(entry));
}

void Discourse::add_nameless(TokenId token, char sex) {
  Mention mention;
  mention.first = mention.head = token;
  mention.last = token + 1;
  // Its article comes before it.
  while (mention.first > segment_begin(token) && words_.at(mention.first - 1).own.has_any({Word::determiner, Word::poss_his, Word::poss_her, Word::poss_their})) --mention.first;
  mention.kind = MentionKind::office;
  mention.sex = sex;
  add(mention);
  entries_.back().person = true;
}

const Spoken* Discourse::subject_before(TokenId token, bool implied) const {
  const auto segment = segment_of(token), sentence = sentence_of(token);
  for (auto e = entries_.rbegin(); e != entries_.rend() && e->sentence == sentence; ++e) {
    if (e->first >= token || (e->standing != Standing::subject && e->standing != Standing::main_subject)) continue;
    if (e->segment == segment || implied) return &*e;
  }
  return nullptr;
}

const Spoken* Discourse::told_of_last(TokenId token) const {
  const auto sentence = sentence_of(token);
  if (!words_.text().goes_on(sentence)) return nullptr;
  for (auto e = entries_.rbegin(); e != entries_.rend() && e->sentence + 1 >= sentence; ++e) {
    if (e->sentence + 1 == sentence && e->standing == Standing::main_subject) return &*e;
  }
  return nullptr;
}

bool Discourse::only_person(const Spoken& entry) const {
  const auto beside = [&](const Spoken& other) { return other.sentence == entry.sentence && (other.person || other.who.empty()); };
  const auto at = static_cast<std::size_t>(&entry - entries_.data());
  return (at == 0 || !beside(entries_[at - 1])) && (at + 1 == entries_.size() || !beside(entries_[at + 1]));
}

double Discourse::weight(const Spoken& entry, TokenId token) const {
  const auto sentence = sentence_of(token);
  if (entry.sentence > sentence || sentence - entry.sentence > kMostSentences) return 0;
  auto weight = weight_of(entry.standing);
  // What a sentence begins with is its theme, whatever its function.
  if (entry.theme && weight < 65 && (entry.standing == Standing::oblique || entry.standing == Standing::object)) weight = 65;
  // "Dat volgt uit Tolsma's plan. Hij ...": with nobody else in the sentence, the owner is whom it tells of.
  if (entry.standing == Standing::possessor && entry.person && !entry.quoted && entry.sentence + 1 == sentence && only_person(entry)) weight = kOnlyOwner;
  if (entry.heading) weight *= kTitle;
  if (entry.quoted && !words_.quoted(token)) weight *= kQuoted;
  if (entry.plural && !entry.who.empty() && entry.kind == MentionKind::group) weight *= 0.9;
  if (entry.sentence == sentence) weight *= kSameSentence;
  // Of what is no subject, the later is nearer.
  const auto& own = words_.text().sentences[entry.sentence];
  if (weight < 65) weight += kLater * (entry.first - own.first) / (own.last - own.first);
  return weight * decay_[sentence - entry.sentence];
}

const Spoken* Discourse::pick(TokenId token, const std::vector<const Spoken*>& fitting) const {
  struct Group {
    double total;
    const Spoken* shown;
  };
  boost::container::small_vector<Group, 32> groups;  // of each entry
  boost::container::small_vector<double, 32> weights;
  for (const auto* entry : fitting) weights.push_back(weight(*entry, token));
  const Spoken* best = nullptr;
  double best_weight = 0;
  for (std::size_t i = 0; i < fitting.size(); ++i) {
    const auto& who = fitting[i]->who;
    const auto same = [&](const Spoken* other) { return !who.empty() && same_actors(who, other->who); };
    const auto known = static_cast<std::size_t>(std::find_if(fitting.begin(), fitting.begin() + static_cast<std::ptrdiff_t>(i), same) - fitting.begin());
    if (known < i) {
      groups.push_back(groups[known]);
    } else {
      double most = 0, all = 0;
      const Spoken* shown = fitting[i];
      for (auto k = i; k < fitting.size(); ++k) {
        if (k != i && !same(fitting[k])) continue;
        all += weights[k];
        if (weights[k] >= most) {
          most = weights[k];
          shown = fitting[k];
        }
      }
      groups.push_back({most + 0.1 * (all - most), shown});
    }
    // Of equals the later.
    const auto& [total, shown] = groups.back();
    if (total > kForgotten && total >= best_weight) {
      best_weight = total;
      best = shown;
    }
  }
  return best;
}

}  // namespace kroniek
