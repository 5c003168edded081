#include "../time/durations.hpp"
#include "../time/resolve.hpp"
#include "find_events.hpp"

#include <algorithm>

namespace kroniek {

namespace {

// What dates an event, from the nearest to the widest: its own noun, its clause, the clauses around it, what
// was told before in the sentence, the head of its block, the sentence before; else its tense.
class Dater {
 public:
  explicit Dater(const Story& story)
      : story_(story), known_(story.known), lexicon_(known_.lexicon), back_(lexicon_.class_id("ties_to_before")),
        earlier_(lexicon_.class_id("earlier")), for_(lexicon_.class_id("for")), when_(lexicon_.class_id("when")), no_carry_(lexicon_.class_id("no_carry")), beside_(lexicon_.class_id("beside_event")), talk_(lexicon_.class_id("talk")) {
    if (story.document.published) published_ = story.document.published->date;
  }

  void run(std::vector<EventHit>& hits) {
    for (auto& hit : hits) {
      date(hit);
      remember(hit);
    }
  }

 private:
  const Parse& parse(const EventHit& hit) const { return story_.parses[hit.sentence]; }

  bool dates(std::uint32_t time) const {
    const auto& expression = known_.times[time].expression;
    return expression.date.has_value() && expression.type != TimeType::duration && expression.type != TimeType::set;
  }

  void take(EventHit& hit, std::uint32_t time, const char* basis) {
    hit.time = time;
    hit.date = *known_.times[time].expression.date;
    hit.date_basis = basis;
    const auto& c = parse(hit).clauses[hit.dated_clause];
    const auto& found = known_.times[time];
    if (found.bare && published_ && (c.past || c.perfect) && hit.date.earliest > published_->latest) {
      if (auto past = resolve_fields(found.fields, *published_, Direction::backward)) hit.date = std::move(*past);
    }
  }

  // The dating expression of the clause that stands nearest to the trigger; times inside other nouns' phrases
  // tell of those nouns.
  std::uint32_t time_of(const Parse& p, std::uint32_t c, std::uint32_t near) const {
    const auto& clause = p.clauses[c];
    std::uint32_t best = kNone;
    std::uint32_t distance = kNone;
    for (const auto i : clause.times) {
      const auto& atom = p.atoms[i];
      if (!dates(atom.time) || modifies_noun(p, clause, i) || is_purpose(p, i)) continue;
      auto d = i > near ? i - near : near - i;
      if (known_.times[atom.time].kind == TimeKind::interval) d += 1000;  // a point tells more than "since"
      if (best == kNone || d < distance) {
        best = atom.time;
        distance = d;
      }
    }
    return best;
  }

  // "de aanval van zondag": the time belongs to the noun before "of".
  bool modifies_noun(const Parse& p, const Clause&, std::uint32_t time) const {
    if (time < 2) return false;
    const auto& before = p.atoms[time - 1];
    if (before.tag != Tag::preposition || before.form == 0 || !lexicon_.in_class(before.form, lexicon_.class_id("of"))) return false;
    const auto tag = p.atoms[time - 2].tag;
    return tag == Tag::noun || tag == Tag::content || tag == Tag::name;
  }

  // "een bestand voor Pasen"
  bool is_purpose(const Parse& p, std::uint32_t time) const {
    return time > 1 && p.atoms[time - 1].tag == Tag::preposition && p.atoms[time - 1].form != 0 && lexicon_.in_class(p.atoms[time - 1].form, for_).has_value();
  }

  // "sinds 28 februari, toen ...": the clause tells of that day.
  std::uint32_t opened_by_time(const Parse& p, const Clause& clause) const {
    if (clause.opener == kNone || clause.opener == 0 || p.atoms[clause.opener].form == 0 || !lexicon_.in_class(p.atoms[clause.opener].form, when_)) return kNone;
    auto i = clause.opener - 1;
    if (p.atoms[i].tag == Tag::comma && i > 0) --i;
    return p.atoms[i].tag == Tag::time && dates(p.atoms[i].time) ? p.atoms[i].time : kNone;
  }

  static bool hangs_on(const Parse& p, std::uint32_t phrase, std::uint32_t on) {
    for (int depth = 0; phrase != kNone && depth < 6; ++depth) {
      if (phrase == on) return true;
      phrase = p.phrases[phrase].of;
    }
    return false;
  }

  std::uint32_t noun_time(const EventHit& hit) const {
    if (hit.phrase == kNone) return kNone;
    const auto& p = parse(hit);
    const auto& phrase = p.phrases[hit.phrase];
    // "het gesprek van dinsdag", "het overleg vrijdag in Parijs", "de top op 2 maart"
    for (auto i = phrase.last; i < p.atoms.size() && i < phrase.last + 2; ++i) {
      const auto& atom = p.atoms[i];
      if (atom.tag == Tag::time && dates(atom.time)) {
        const bool of = i > 0 && modifies_noun(p, p.clauses[hit.clause], i);
        return of || i == phrase.last ? atom.time : kNone;
      }
      if (atom.tag != Tag::preposition) break;
    }
    // "een bezoek dat voor woensdag op de agenda stond"
    for (const auto& below : p.clauses) {
      if (below.kind != ClauseKind::relative || below.antecedent == kNone || below.parent != hit.clause || !hangs_on(p, below.antecedent, hit.phrase)) continue;
      for (const auto i : below.times) {
        if (dates(p.atoms[i].time)) return p.atoms[i].time;
      }
    }
    for (auto i = phrase.first; i < phrase.last; ++i) {
      if (p.atoms[i].time != kNone && dates(p.atoms[i].time)) return p.atoms[i].time;
    }
    return kNone;
  }

  // "belde anderhalf uur", "een gesprek van een uur"
  void duration(EventHit& hit) const {
    const auto& p = parse(hit);
    for (const auto i : p.clauses[hit.clause].times) {
      const auto& found = known_.times[p.atoms[i].time];
      if (found.kind == TimeKind::duration && found.expression.value.starts_with("PT")) hit.duration = clock_duration(found.expression.value);
    }
  }

  void date(EventHit& hit) {
    duration(hit);
    const auto& p = parse(hit);
    const auto& clause = p.clauses[hit.dated_clause];
    if (const auto t = hit.converted ? kNone : noun_time(hit); t != kNone) {
      take(hit, t, "time expression of the noun");
    } else if (const auto own = time_of(p, hit.dated_clause, hit.trigger); own != kNone) {
      take(hit, own, "time expression in the clause");
    } else if (const auto opening = opened_by_time(p, clause); opening != kNone) {
      take(hit, opening, "time expression before the clause");
      if (known_.times[opening].kind == TimeKind::interval && hit.date.earliest != kOpenPast) hit.date = on_day(hit.date.earliest);
    } else {
      around(hit, clause);
    }
    if (hit.date_basis.empty()) told_before(hit, clause);
    if (hit.date_basis.empty()) by_tense(hit, clause);
    adjust_for_plans(hit);
  }

  // Clauses around: what a dependent clause hangs on, or a clause of time that hangs on it.
  void around(EventHit& hit, const Clause& clause) {
    const auto& p = parse(hit);
    auto c = clause.parent;
    auto kind = clause.kind;
    for (int depth = 0; c != kNone && depth < 4; ++depth) {
      const bool same_time = kind == ClauseKind::relative || kind == ClauseKind::infinitive || kind == ClauseKind::main || kind == ClauseKind::fragment || kind == ClauseKind::adverbial;
      if (!same_time) break;
      if (const auto t = time_of(p, c, hit.trigger); t != kNone && same_direction(hit, t)) {
        take(hit, t, "time expression of the sentence");
        return;
      }
      kind = p.clauses[c].kind;
      c = p.clauses[c].parent;
    }
  }

  // A plan is not dated by a past day, nor what has happened by a day to come.
  bool same_direction(const EventHit& hit, std::uint32_t time) const {
    const auto& date = *known_.times[time].expression.date;
    const bool ahead = hit.modality == Modality::planned || hit.modality == Modality::conditional || hit.modality == Modality::demanded || hit.modality == Modality::proposed ||
                       hit.modality == Modality::promised || hit.modality == Modality::threatened;
    if (!published_) return true;
    if (ahead && !story_.rules.types[hit.type].speech_act) {
      return date.is_day() || !date.one_of.empty() ? date.earliest > published_->latest : date.latest > published_->latest;
    }
    return true;
  }

  // "na afloop van het onderhoud", "tijdens het gesprek"
  bool refers_to_event(const EventHit& hit) const {
    const auto& p = parse(hit);
    for (const auto i : p.clauses[hit.clause].phrases) {
      const auto& phrase = p.phrases[i];
      if (i == hit.phrase || phrase.preposition == 0 || !lexicon_.in_class(phrase.preposition, beside_)) continue;
      if (holds_class(known_, p.atoms[phrase.first].first, p.atoms[phrase.last - 1].last, talk_)) return true;
    }
    return false;
  }

  bool refers_back(const EventHit& hit) const {
    const auto& p = parse(hit);
    const auto& clause = p.clauses[hit.clause];
    for (const auto i : clause.atoms) {
      if (p.atoms[i].form != 0 && lexicon_.in_class(p.atoms[i].form, back_)) return true;
    }
    return hit.refers;
  }

  void told_before(EventHit& hit, const Clause& clause) {
    const auto& sentence = known_.text_sentence(hit.sentence);
    const bool happened = hit.modality == Modality::none || hit.modality == Modality::unconfirmed || (hit.modality == Modality::negated && (clause.past || clause.perfect));
    // The head of the block: "12 februari - ...".
    if (const auto head = block_head(sentence.block); head != kNone && happened) {
      take(hit, head, "date at the head of the paragraph");
      return;
    }
    if (!happened) return;
    if (!refers_to_event(hit) && frame(hit, clause)) return;
    if (!last_ || last_->edtf.empty()) return;
    const bool same_sentence = last_sentence_ == hit.sentence;
    const bool event = refers_to_event(hit);
    const bool tied = (refers_back(hit) && last_block_ == sentence.block) || (event && last_block_ + 3 >= sentence.block);
    if (!same_sentence && !tied) return;
    if (earlier(hit)) {
      hit.date = between(kOpenPast, last_->latest);
      hit.date_basis = "before the event told last";
      return;
    }
    hit.date = *last_;
    hit.time = last_time_;
    hit.carried = true;
    hit.date_basis = "the event told last";
  }

  // A day named by the sentence itself or one of the two before it in the paragraph is the scene of what is told
  // next in the simple past or the present.
  bool frame(EventHit& hit, const Clause& clause) {
    if (clause.perfect || earlier(hit) || holds(hit, no_carry_)) return false;
    const auto block = known_.text_sentence(hit.sentence).block;
    for (std::uint32_t back = 0; back <= 4 && back <= hit.sentence; ++back) {
      const auto s = hit.sentence - back;
      if (known_.text_sentence(s).block != block) break;
      const auto& p = story_.parses[s];
      for (auto c = p.clauses.size(); c-- > 0;) {
        const auto kind = p.clauses[c].kind;
        if (kind == ClauseKind::complement || kind == ClauseKind::infinitive || kind == ClauseKind::conditional || kind == ClauseKind::relative) continue;
        for (const auto i : p.clauses[c].times) {
          const auto time = p.atoms[i].time;
          if (!dates(time) || modifies_noun(p, p.clauses[c], i) || is_purpose(p, i)) continue;
          const auto& expression = known_.times[time];
          const auto& date = *expression.expression.date;
          const bool day = (!date.is_open() && date.latest - date.earliest <= 1) || !date.one_of.empty();
          if (expression.kind == TimeKind::interval || !day || (published_ && date.earliest > published_->latest)) continue;
          take(hit, time, "day of the scene");
          hit.carried = true;
          return true;
        }
      }
    }
    return false;
  }

  bool holds(const EventHit& hit, ClassId cls) const {
    const auto& p = parse(hit);
    for (const auto i : p.clauses[hit.clause].atoms) {
      if (p.atoms[i].form != 0 && lexicon_.in_class(p.atoms[i].form, cls)) return true;
    }
    return false;
  }

  bool earlier(const EventHit& hit) const {
    const auto& p = parse(hit);
    for (const auto i : p.clauses[hit.clause].atoms) {
      if (p.atoms[i].form != 0 && lexicon_.in_class(p.atoms[i].form, earlier_)) return true;
    }
    return false;
  }

  // A time expression that opens a block and stands by itself there.
  std::uint32_t block_head(std::uint32_t block) {
    if (block == head_block_) return head_;
    head_block_ = block;
    head_ = kNone;
    for (std::uint32_t s = 0; s < story_.parses.size(); ++s) {
      if (known_.text_sentence(s).block != block) continue;
      const auto& atoms = story_.parses[s].atoms;
      if (atoms.size() > 1 && atoms[0].time != kNone && dates(atoms[0].time) &&
          (atoms[1].tag == Tag::dash || atoms[1].tag == Tag::colon || atoms[1].tag == Tag::end)) {
        head_ = atoms[0].time;
      }
      break;
    }
    return head_;
  }

  void by_tense(EventHit& hit, const Clause& clause) {
    if (!published_) {
      hit.date = {};
      hit.date_basis = "no publication date";
      return;
    }
    const bool act = story_.rules.types[hit.type].speech_act && (hit.modality == Modality::none || hit.modality == Modality::negated || hit.modality == Modality::refused);
    const bool ahead = !act && (hit.modality == Modality::planned || hit.modality == Modality::conditional || hit.modality == Modality::demanded || hit.modality == Modality::proposed ||
                                hit.modality == Modality::promised || hit.modality == Modality::threatened || hit.modality == Modality::attempted ||
                                ((hit.modality == Modality::negated || hit.modality == Modality::refused) && !clause.past && !clause.perfect));
    if (ahead) {
      hit.date = after_published();
      hit.date_basis = "no date; still to come when published";
    } else {
      hit.date = until_published();
      hit.date_basis = "no date; before publication";
    }
  }

  DateValue after_published() const {
    DateValue value = between(published_->earliest, kOpenFuture);
    value.edtf = published_->edtf + "/..";
    return value;
  }
  DateValue until_published() const {
    DateValue value = between(kOpenPast, published_->latest);
    value.edtf = "../" + published_->edtf;
    return value;
  }

  // Story in the present of a day to come: a plan.
  void adjust_for_plans(EventHit& hit) const {
    if (!published_ || hit.status != "occurred" || hit.date.edtf.empty()) return;
    const auto& c = parse(hit).clauses[hit.clause];
    const bool tonight = hit.time != kNone && !hit.carried && !c.past && !c.perfect && hit.date.latest == published_->latest && of_the_evening(hit.time);
    if (tonight || (hit.date.earliest > published_->latest && hit.date.earliest != kOpenPast)) {
      hit.modality = Modality::planned;
      hit.status = "planned";
    }
  }

  bool of_the_evening(std::uint32_t time) const {
    const auto& value = known_.times[time].expression.value;
    return value.ends_with("TEV") || value.ends_with("TNI");
  }

  void remember(const EventHit& hit) {
    if (hit.time == kNone && !hit.carried) return;
    const bool happened = hit.modality == Modality::none || hit.modality == Modality::unconfirmed;
    if (!happened || (published_ && hit.date.latest > published_->latest)) return;
    last_ = hit.date;
    last_time_ = hit.time;
    last_sentence_ = hit.sentence;
    last_block_ = known_.text_sentence(hit.sentence).block;
  }

  const Story& story_;
  const Known& known_;
  const Lexicon& lexicon_;
  ClassId back_, earlier_, for_, when_, no_carry_, beside_, talk_;
  std::optional<DateValue> published_, last_;
  std::uint32_t last_time_ = kNone, last_sentence_ = kNone, last_block_ = kNone;
  std::uint32_t head_block_ = kNone, head_ = kNone;
};

}  // namespace

void set_dates(const Story& story, std::vector<EventHit>& hits) { Dater(story).run(hits); }

}  // namespace kroniek
