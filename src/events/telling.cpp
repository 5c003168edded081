#include "telling.hpp"

#include "event_nouns.hpp"

#include <algorithm>

namespace kroniek {

Telling::Telling(const Story& story, const ClauseTimes& times)
    : story_(story), times_(times), what_was_told_(story.known.lexicon.class_id("what_was_told")), news_noun_(story.known.lexicon.class_id("news_noun")),
      happen_(story.known.lexicon.class_id("happen")), does_(story.known.lexicon.class_id("pro_verb")), announce_(story.known.lexicon.class_id("announce")), declare_(story.known.lexicon.class_id("announces_deal")), about_(story.known.lexicon.class_id("about")), says_(story.known.lexicon.class_id("says_that")), nothing_(story.known.lexicon.class_id("came_to_nothing")),
      definite_(story.known.lexicon.class_id("definite")), sets_out_(story.known.lexicon.class_id("sets_out")), arrives_(story.known.lexicon.class_id("arrives_there")) {}

bool names_what_was_told(const Lexicon& lexicon, const Parse& parse, const Clause& clause, ClassId what_was_told) {
  return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) {
    const auto& atom = parse.atoms[i];
    const bool alone = atom.tag == Tag::determiner && i + 1 < parse.atoms.size() && parse.atoms[i + 1].tag == Tag::verb;  // "Dat besloten zij"
    return (alone || atom.tag == Tag::pronoun || atom.tag == Tag::adverb) && atom.form != 0 && lexicon.in_class(atom.form, what_was_told);
  });
}

bool Telling::takes_up(const Parse& p, const Clause& clause) const {
  return names_what_was_told(story_.known.lexicon, p, clause, what_was_told_) || std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t i) {
    const auto& phrase = p.phrases[i];
    const auto& head = p.atoms[phrase.head];
    return p.atoms[phrase.first].tag == Tag::determiner && holds_class(story_.known, head.first, head.last, news_noun_);
  });
}

bool Telling::topic_of_saying(const EventHit& hit) const {
  if (hit.phrase == kNone || !hit.definite) return false;
  const auto& p = story_.parses[hit.sentence];
  const auto preposition = p.phrases[p.outermost(hit.phrase)].preposition;
  return preposition != 0 && story_.known.lexicon.in_class(preposition, about_) && announces(clause_of(story_, hit));
}

bool Telling::goes_on(const Parse& p, const Clause& clause) const {
  if (verb_in(story_.known.lexicon, clause.verb, does_) && takes_up(p, clause)) return true;
  if (!verb_in(story_.known.lexicon, clause.verb, happen_) || clause.subject == kNone) return false;
  // "Vorige week liep dat nog spaak": another time
  if (std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) { return is_of(story_.known.lexicon, p.atoms[i], nothing_); })) return false;
  return p.atoms[p.phrases[clause.subject].head].tag == Tag::pronoun;
}

bool Telling::names_it(const EventHit& hit, const Parse& p, const Clause& clause) const {
  if (clause.subject == kNone || !verb_in(story_.known.lexicon, clause.verb, happen_)) return false;
  const auto& subject = p.phrases[clause.subject];
  // not "het vorige bezoek"
  return subject.last - subject.first == 2 && is_of(story_.known.lexicon, p.atoms[subject.first], definite_) && names_type(story_, p, clause.subject, hit.type);
}

bool Telling::moves_there(const EventHit& hit, const Parse& p, std::uint32_t c) const {
  const auto verb = p.clauses[c].verb;
  if (hit.phrase != kNone || hit.place == -1 || !(verb_in(story_.known.lexicon, verb, sets_out_) || verb_in(story_.known.lexicon, verb, arrives_))) return false;
  return participant_in(doers_of(story_.known, story_.classes, p, c), hit);
}

bool Telling::same_speaker(const EventHit& hit, const Parse& p, std::uint32_t c) const {
  if (!announces(p.clauses[c])) return false;
  const auto speakers = doers_of(story_.known, story_.classes, p, c);
  return std::any_of(hit.fillers.begin(), hit.fillers.end(), [&](const Filler& filler) { return filler.role == 0 && holds_actor(speakers, filler.who); });
}

std::uint32_t Telling::time(const Parse& p, std::uint32_t c) const {
  const auto near = p.clauses[c].main_verb == kNone ? 0 : p.clauses[c].main_verb;
  if (const auto time = times_.nearest(p, c, near); time != kNone) return time;
  for (std::uint32_t k = c + 1; k < p.clauses.size(); ++k) {  // "Dat staat in een verklaring die dinsdag uitkwam"
    if (p.clauses[k].parent != c || p.clauses[k].kind != ClauseKind::relative) continue;
    if (const auto time = times_.nearest(p, k, near); time != kNone) return time;
  }
  return kNone;
}

bool Telling::has_date(const Parse& p) const {
  return std::any_of(p.atoms.begin(), p.atoms.end(), [&](const Atom& atom) { return atom.time != kNone && times_.dates(atom.time); });
}

std::uint32_t Telling::time_behind(const EventHit& hit, const DateValue& published) const {
  constexpr std::uint32_t kAhead = 2;  // "... Hij volgt X op. Het besluit werd zondag bekendgemaakt."
  const auto block = story_.known.text_sentence(hit.sentence).block;
  for (auto s = hit.sentence + 1; s <= hit.sentence + kAhead && s < story_.parses.size() && story_.known.text_sentence(s).block == block; ++s) {
    if (const auto time = time_told(hit, s, published); time != kNone) return time;
    if (has_date(story_.parses[s])) break;
  }
  return kNone;
}

bool Telling::is_news(const EventHit& hit) const {
  const auto& own = clause_of(story_, hit);
  return hit.phrase == kNone && hit.modality == Modality::none && !is_talks(story_, hit) && own.kind == ClauseKind::main && own.finite != kNone && !own.past && !own.perfect && !is_retold(story_, hit);
}

std::uint32_t Telling::time_told(const EventHit& hit, std::uint32_t sentence, const DateValue& published) const {
  const auto& type = story_.rules.types[hit.type];
  const auto& own = clause_of(story_, hit);
  const bool open = hit.modality == Modality::none && type.plover == kTalks && hit.phrase == kNone && own.finite != kNone && !own.past && !own.perfect;
  const bool ahead = hit.modality == Modality::planned || open;
  const bool by_telling = !ahead && (type.announced || (type.speech_act && hit.phrase == kNone)), news = !ahead && !by_telling && is_news(hit);
  const bool next = sentence == hit.sentence + 1;
  const auto& p = story_.parses[sentence];
  for (std::uint32_t c = 0; c < p.clauses.size(); ++c) {
    const auto& clause = p.clauses[c];
    if (clause.kind != ClauseKind::main && clause.kind != ClauseKind::fragment) continue;
    const bool told = by_telling && (next ? takes_up(p, clause) || same_speaker(hit, p, c) : announces(clause) && takes_up(p, clause));
    const bool reported = news && takes_up(p, clause) && (announces(clause) || verb_in(story_.known.lexicon, clause.verb, says_));
    const bool more = next && (goes_on(p, clause) || (open && names_it(hit, p, clause)) || (type.plover == kTalks && moves_there(hit, p, c)));
    if (!told && !reported && !more) continue;
    // "Het is nu drie weken geleden dat ..."
    if (!clause.past && !clause.perfect && !clause.future && verb_in(story_.known.lexicon, clause.verb, story_.classes.copula)) continue;
    const auto told_at = time(p, c);
    if (told_at == kNone || story_.known.times[told_at].kind == TimeKind::anaphoric) continue;  // "een dag eerder" is another day
    const auto& date = *story_.known.times[told_at].expression.date;
    if (!date.is_open() && dates_others(date) && (ahead ? date.latest >= published.earliest || open : date.latest <= published.latest)) return told_at;
  }
  return kNone;
}

std::optional<DateValue> Telling::day_of_speech(const EventHit& hit, std::uint32_t time, const std::optional<DateValue>& told_on, const DateValue* scene) const {
  const auto& found = story_.known.times[time];
  if (!told_on || !told_on->is_day() || !hit.date.is_day() || found.bare || found.kind != TimeKind::point || found.expression.anchor != "published") return std::nullopt;
  if (!story_.time_work.quoted(found.first)) return std::nullopt;
  const auto& p = story_.parses[hit.sentence];
  for (std::uint32_t c = 0; c < p.clauses.size(); ++c) {
    const auto& clause = p.clauses[c];
    if (!clause.past || clause.finite == kNone || story_.time_work.quoted(p.atoms[clause.finite].first) || !verb_in(story_.known.lexicon, clause.verb, says_)) continue;
    const auto own = times_.of_verb(p, c);
    const auto* said = own != kNone ? &*story_.known.times[own].expression.date : scene;
    if (said == nullptr || !said->is_day() || said->latest > told_on->latest) return std::nullopt;
    return on_day(said->earliest + (hit.date.earliest - told_on->earliest));
  }
  return std::nullopt;
}

}  // namespace kroniek
