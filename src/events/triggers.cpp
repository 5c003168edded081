#include "event_nouns.hpp"
#include "fillers.hpp"

#include <algorithm>
#include <optional>

namespace kroniek {

namespace {

// A noun's possessor acts ("het voorstel van X"); that of a verb's object is acted on ("schortte de steun aan X op").
Part part_of(SourceKind kind, bool noun) {
  switch (kind) {
    case SourceKind::subject: return Part::initiator;
    case SourceKind::of: return noun ? Part::initiator : Part::target;
    case SourceKind::nationality: return noun ? Part::initiator : Part::any;
    case SourceKind::object:
    case SourceKind::indirect:
    case SourceKind::preposition: return Part::target;
    case SourceKind::complement:
    case SourceKind::companion:
    case SourceKind::anywhere: break;
  }
  return Part::any;
}

class TriggerMatcher {
 public:
  TriggerMatcher(const Story& story, const EventClasses& classes, std::uint32_t sentence)
      : story_(story), known_(story.known), lexicon_(story.known.lexicon), rules_(story.rules), parse_(story.parses[sentence]), filler_(story, classes, sentence), classes_(classes), sentence_(sentence) {}

  std::vector<EventHit> run() {
    for (std::uint32_t c = 0; c < parse_.clauses.size(); ++c) {
      const auto& clause = parse_.clauses[c];
      if (clause.main_verb != kNone) verb(c);
      for (const auto p : clause.phrases) nouns(c, p);
    }
    phrases();
    return best();
  }

 private:
  template <class Id, class F>
  void rules_for(const std::vector<std::pair<Id, std::uint32_t>>& index, Id key, F each) const {
    for (auto it = std::lower_bound(index.begin(), index.end(), std::pair<Id, std::uint32_t>{key, 0}); it != index.end() && it->first == key; ++it) each(it->second);
  }

  static bool has(const Values<std::uint64_t>& bits, std::uint32_t key) { return (bits[key / 64] >> (key % 64) & 1U) != 0; }

  template <class F>
  void rules_of_lexeme(LexemeId lexeme, F each) const {
    if (has(rules_.lexeme_bits, lexeme)) rules_for(rules_.by_lexeme, lexeme, each);
    for (const auto cls : lexicon_.classes(lexeme)) {
      if (has(rules_.class_bits, cls)) rules_for(rules_.by_class, cls, each);
    }
  }

  void verb(std::uint32_t c) {
    const auto& clause = parse_.clauses[c];
    rules_of_lexeme(clause.verb, [&](std::uint32_t rule) {
      if (rules_.rules[rule].trigger == TriggerKind::verb) try_rule(rule, c, clause.main_verb, kNone);
    });
  }

  void nouns(std::uint32_t c, std::uint32_t p) {
    const auto& phrase = parse_.phrases[p];
    for (auto i = phrase.first; i < phrase.last; ++i) {
      const auto& atom = parse_.atoms[i];
      if (atom.tag == Tag::preposition || atom.tag == Tag::verb) continue;
      if (names_someone(atom)) continue;
      for (auto token = atom.first; token < atom.last; ++token) noun(c, p, i, token);
      if (atom.last - atom.first > 1 && atom.form != 0) noun_form(c, p, i, atom.form, false);
      if (i == phrase.head && atom.mention == kNone) action(c, p, i);
    }
  }

  // "de Algemene Vergadering": a word of a name triggers nothing.
  bool names_someone(const Atom& atom) const {
    return atom.mention != kNone && atom.last - atom.first > 1 && known_.mentions[atom.mention].kind == MentionKind::name;
  }

  // "het leveren van wapens": an infinitive as a noun stands for its verb.
  void action(std::uint32_t c, std::uint32_t p, std::uint32_t i) {
    const auto first = parse_.phrases[p].first + (parse_.phrases[p].preposition != 0 ? 1 : 0);
    if (first >= i || parse_.atoms[first].tag != Tag::determiner || parse_.atoms[i].form == 0 || !lexicon_.in_class(parse_.atoms[first].form, story_.classes.neuter)) return;
    for (const auto& reading : lexicon_.readings(parse_.atoms[i].form)) {
      if (reading.pos != Pos::verb || (reading.verb_form != VerbForm::infinitive && reading.verb_form != VerbForm::present_plural)) continue;
      rules_of_lexeme(reading.lexeme, [&](std::uint32_t rule) {
        if (rules_.rules[rule].trigger == TriggerKind::verb) try_rule(rule, c, i, p);
      });
      return;
    }
  }

  void noun(std::uint32_t c, std::uint32_t p, std::uint32_t atom, TokenId token) {
    const auto& t = known_.text.tokens[token];
    if (t.form != 0) noun_form(c, p, atom, t.form, false);
    if (t.tail != 0 && !lexicon_.has_pos(t.form, Pos::noun)) noun_form(c, p, atom, t.tail, true);
  }

  void noun_form(std::uint32_t c, std::uint32_t p, std::uint32_t atom, FormId form, bool tail) {
    for (const auto& reading : lexicon_.readings(form)) {
      if (reading.pos != Pos::noun) continue;
      if (tail && !lexicon_.lexeme(reading.lexeme).compound) continue;
      rules_of_lexeme(reading.lexeme, [&](std::uint32_t rule) {
        if (rules_.rules[rule].trigger == TriggerKind::noun) try_rule(rule, c, atom, p);
      });
    }
  }

  void phrases() {
    if (parse_.atoms.empty()) return;
    const auto end = parse_.atoms.back().last;
    std::vector<Match> matches;
    for (std::uint32_t i = 0; i < parse_.atoms.size(); ++i) {
      for (auto token = parse_.atoms[i].first; token < parse_.atoms[i].last; ++token) {
        matches.clear();
        rules_.phrases.match_at(known_.text, lexicon_, token, end, matches);
        for (const auto& match : matches) {
          if (enters_complement(parse_, i, match.last)) continue;  // "is of Peru akkoord"
          const auto before = hits_.size();
          try_rule(rules_.phrase_rule[match.pattern], parse_.clause_of[i], i, kNone, &match);
          if (hits_.size() > before) {
            hits_.back().first = std::min(hits_.back().first, match.first);
            hits_.back().last = std::max(hits_.back().last, match.last);
          }
        }
      }
    }
  }

  // What was asked of the clause before, by other rules and triggers.
  struct Asked {
    std::uint32_t clause = kNone;
    std::vector<std::uint64_t> classes;  // of its words, a bit each
    std::optional<std::vector<Match>> alike;
  };
  Asked& asked_of(std::uint32_t c) {
    if (asked_.clause == c) return asked_;
    asked_.clause = c;
    asked_.classes.assign(lexicon_.class_names().size() / 64 + 1, 0);
    asked_.alike.reset();
    const auto add = [&](LexemeId lexeme) {
      for (const auto cls : lexicon_.classes(lexeme)) asked_.classes[cls / 64] |= std::uint64_t{1} << (cls % 64);
    };
    const auto& clause = parse_.clauses[c];
    for (const auto i : clause.atoms) {
      each_lexeme(known_, parse_.atoms[i].first, parse_.atoms[i].last, add);
      add(parse_.atoms[i].verb);
    }
    add(clause.verb);
    return asked_;
  }

  // A class that the lexicon does not have (a mutant's) is held by nothing.
  bool holds(std::uint32_t c, ClassId cls) {
    const auto& classes = asked_of(c).classes;
    return cls != 0 && cls / 64U < classes.size() && (classes[cls / 64U] >> (cls % 64U) & 1U) != 0;
  }

  bool look_alike(const EventRule& rule, std::uint32_t c) {
    if (rule.lacks_patterns.empty()) return false;
    auto& asked = asked_of(c);
    if (!asked.alike) {
      asked.alike.emplace();
      for (const auto i : parse_.clauses[c].atoms) {
        for (auto token = parse_.atoms[i].first; token < parse_.atoms[i].last; ++token) rules_.look_alikes.match_at(known_.text, lexicon_, token, parse_.atoms.back().last, *asked.alike);
      }
    }
    return std::any_of(asked.alike->begin(), asked.alike->end(), [&](const Match& match) { return std::find(rule.lacks_patterns.begin(), rule.lacks_patterns.end(), match.pattern) != rule.lacks_patterns.end(); });
  }

  void fill(EventHit& hit, const RoleRule& role, std::uint32_t c) {
    // "X beschuldigde Y van een aanval": it is Y who acted.
    const bool accused = hit.phrase == kNone && verb_in(lexicon_, parse_.clauses[c].verb, classes_.judged);
    for (const auto& source : role.from) {
      const auto filled = hit.fillers.size();
      filler_.fill(hit, role, source, c);
      for (auto f = filled; f < hit.fillers.size(); ++f) hit.fillers[f].part = accused ? Part::initiator : part_of(source.kind, hit.phrase != kNone);
    }
  }

  // "sancties die tankers treffen": the pronoun stands for the sanctions.
  bool relative_subject_is(const Clause& clause, ClassId cls) const {
    if (clause.kind != ClauseKind::relative || clause.antecedent == kNone || clause.subject == kNone || clause.opener == kNone) return false;
    const auto& subject = parse_.phrases[clause.subject];
    if (clause.opener < subject.first || clause.opener >= subject.last) return false;
    const auto& head = parse_.atoms[parse_.phrases[clause.antecedent].head];
    return holds_class(story_.known, head.first, head.last, cls);
  }

  void try_rule(std::uint32_t index, std::uint32_t c, std::uint32_t atom, std::uint32_t phrase, const Match* match = nullptr) {
    const auto& rule = rules_.rules[index];
    const auto& clause = parse_.clauses[c];
    const auto refuse = [&](const char* condition, std::uint32_t detail = 0) {
      if (story_.trace != nullptr) story_.trace->events.push_back({index, sentence_, c, parse_.atoms[atom].first, parse_.atoms[atom].last, condition, detail});
    };
    const bool talks = rules_.types[rule.type].plover == kTalks;
    if (phrase != kNone && !talks && (filler_.is_topic(c, phrase) || filler_.is_guarded_against(c, phrase)) && !(filler_.is_definite(phrase) && day_behind(phrase))) return refuse("topic");
    for (const auto cls : rule.has) {
      if (!holds(c, cls)) return refuse("has", cls);
    }
    for (const auto cls : rule.lacks) {
      if (holds(c, cls) || relative_subject_is(clause, cls)) return refuse("lacks", cls);
    }
    EventHit hit;
    hit.rule = index;
    hit.type = rule.type;
    hit.sentence = sentence_;
    hit.clause = c;
    hit.dated_clause = c;
    hit.trigger = atom;
    hit.phrase = phrase;
    if (match != nullptr) {
      hit.trigger_first = match->first;
      hit.trigger_last = match->last;
    }
    if (rule.status != 255) hit.modality = static_cast<Modality>(rule.status);
    for (const auto& role : rule.roles) {
      const auto before = hit.fillers.size();
      fill(hit, role, c);
      // "zegde 150 miljoen aan steun toe, Duitsland 3 miljard": what for is said only once.
      const bool unsaid = hit.fillers.size() - before < role.least && clause.gapped_of != kNone;
      if (unsaid) fill(hit, role, clause.gapped_of);
      if (unsaid) filler_.drop_said_anew(hit, before, clause);
      if (hit.fillers.size() == before && (role.before || role.counted || role.unsaid) && phrase == kNone) filler_.fill_from_before(hit, role, clause);
      if (hit.fillers.size() - before < role.least) return refuse("role", role.role);
    }
    if (look_alike(rule, c)) return refuse("not");
    if (talks) {
      filler_.add_attendants(hit, clause);
      filler_.add_who_is_there(hit, clause);
    }
    filler_.add_besides(hit, clause);
    const bool interview = talks && filler_.drop_press(hit);
    RoleFiller::keep_once(hit.fillers);
    const int people = RoleFiller::people(hit);
    if (interview && people < 2) return refuse("actors", static_cast<std::uint32_t>(people));
    const bool reflexive_plural = rule.actors >= 2 && people == 1 && subject_is_plural(c);
    const bool company = rule.actors >= 2 && people < 2 && phrase == kNone && subject_is_company(c) && has_anchor(clause);
    const bool with_somebody = rule.actors >= 2 && people + 1 >= rule.actors && phrase == kNone && names_somebody_unknown(c);
    if (people < rule.actors && !reflexive_plural && !company && !with_somebody && !(rule.refers && phrase != kNone)) return refuse("actors", static_cast<std::uint32_t>(people));
    if (phrase != kNone) {
      hit.definite = filler_.is_definite(phrase);
      // "sinds de inval": what its clause says of time and place is not the noun's.
      const auto preposition = parse_.phrases[phrase].preposition;
      const bool background = (preposition != 0 && lexicon_.in_class(preposition, classes_.since) && !time_behind(phrase)) || years_before(phrase);
      const auto below = talks ? relative_tells(phrase) : kNone;
      const bool told_below = below != kNone;
      if (told_below && !has_time(clause)) hit.dated_clause = below;
      const bool bare = hit.fillers.empty() && rule.needs_anchor && (background || !has_anchor(clause, preposition == 0 || !verb_in(lexicon_, clause.verb, story_.classes.copula))) && !told_below;
      const bool placed = told_below || (talks ? held_somewhere(clause) : names_place(clause));
      // "het onderhoud" with nobody, no day and no place of its own is one told before.
      if (people < rule.actors || bare || (rule.refers && hit.definite && people == 0 && ((!has_time(clause) && !placed) || (spoken_of(preposition) && !time_behind(phrase) && !told_below)))) {
        if (!rule.refers || !hit.definite) return refuse(people < rule.actors ? "actors" : bare ? "needs_anchor" : "refers_to", static_cast<std::uint32_t>(people));
        hit.refers = true;
        hit.day_of_its_own = people >= rule.actors && day_behind(phrase);
      }
    }
    if (phrase != kNone && rule.refers && people == 0 && (says_what_it_is(clause, phrase) || describes(clause, phrase))) hit.refers = true;
    hit.equated = phrase != kNone && rule.refers && people > 0 && clause.subject != kNone && parse_.atoms[parse_.phrases[clause.subject].head].tag == Tag::pronoun && says_what_it_is(clause, phrase);
    if (phrase == kNone && rule.needs_anchor && people == 0 && !has_anchor(clause)) return refuse("needs_anchor");
    if (phrase == kNone && rule.refers) {  // "daaraan namen X en Y deel"
      hit.refers = true;
      // "nam deel aan het gesprek tussen X en Y"; "Vrijdag schuift X aan": at what the sentence before tells of, or the next one
      const bool before = std::any_of(hit.fillers.begin(), hit.fillers.end(), [&](const Filler& filler) { return filler.first < known_.text_sentence(sentence_).first; });
      hit.day_of_its_own = RoleFiller::people(hit) > std::ssize(doers_of(known_, story_.classes, parse_, c)) || (before && has_day(clause));
    }
    if (phrase == kNone) hit.definite = filler_.takes_up_noun(hit);
    hit.aside = people > 1 && phrase != kNone && filler_.is_event_beside(phrase) && of_others(hit, c);
    evidence(hit, clause);
    refuse("");
    hits_.push_back(std::move(hit));
  }

  // "Het was de zwaarste aanval in maanden", "is een van de langste gesprekken": more of what was told.
  bool says_what_it_is(const Clause& clause, std::uint32_t phrase) const {
    if (!verb_in(lexicon_, clause.verb, story_.classes.copula) || verb_in(lexicon_, clause.verb, story_.classes.aux_become)) return false;
    // "De aanval duurde kort en is een van de zwaarste dit jaar"
    const auto named = clause.subject == kNone && clause.subject_of != kNone ? parse_.clauses[clause.subject_of].subject : clause.subject;
    if (has_day(clause) || clause.passive || named == kNone || named == phrase) return false;
    const auto& subject = parse_.atoms[parse_.phrases[named].head];
    const auto preposition = parse_.phrases[phrase].preposition;
    if (preposition != 0 && !lexicon_.in_class(preposition, classes_.of)) return false;
    const auto p = preposition != 0 ? parse_.phrases[phrase].of : phrase;
    return p != kNone && p == clause.object && (subject.tag == Tag::pronoun || types_named(story_, parse_, named) == types_named(story_, parse_, phrase));
  }

  // "noemde het een goed gesprek", "spreekt van een goed gesprek", "het gaat om een goed gesprek"
  bool describes(const Clause& clause, std::uint32_t phrase) const {
    const auto& here = parse_.phrases[phrase];
    const bool it_is = here.of == kNone && !has_day(clause) && clause.subject != kNone && parse_.atoms[parse_.phrases[clause.subject].head].tag == Tag::pronoun && verb_in(lexicon_, clause.verb, classes_.concerns);
    if (it_is && here.preposition != 0) return lexicon_.in_class(here.preposition, classes_.around).has_value();
    // "gaat het om ‘waarschijnlijk de beste top’": an adverb parts them
    if (it_is) return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) { return is_of(lexicon_, parse_.atoms[i], classes_.around); });
    if (has_time(clause)) return false;
    if (here.preposition != 0 && verb_in(lexicon_, clause.verb, classes_.talk_verb)) return here.of == kNone && lexicon_.in_class(here.preposition, classes_.of);
    return verb_in(lexicon_, clause.verb, classes_.describe);
  }

  // "zei dinsdag over het gesprek": the day and the place are of what is said.
  bool spoken_of(FormId preposition) const { return preposition != 0 && lexicon_.in_class(preposition, classes_.about).has_value(); }

  // "maandag, drie jaar na de inval"
  bool years_before(std::uint32_t phrase) const {
    const auto& here = parse_.phrases[phrase];
    if (here.preposition == 0 || here.first == 0 || !lexicon_.in_class(here.preposition, classes_.after)) return false;
    const auto time = parse_.atoms[here.first - 1].time;
    return time != kNone && known_.times[time].kind == TimeKind::duration && known_.times[time].grain == Grain::year;
  }

  // "sinds de aanval van zondag"
  bool time_behind(std::uint32_t phrase) const {
    const auto end = parse_.phrases[phrase].last;
    return (end < parse_.atoms.size() && parse_.atoms[end].tag == Tag::time) || (end + 1 < parse_.atoms.size() && parse_.atoms[end].tag == Tag::preposition && parse_.atoms[end + 1].tag == Tag::time);
  }

  // "de aanval van vrijdag", but not "het gesprek van een uur", "de bijeenkomsten van dit jaar"
  bool day_behind(std::uint32_t phrase) const {
    if (!time_behind(phrase)) return false;
    const auto end = parse_.phrases[phrase].last;
    const auto& time = known_.times[parse_.atoms[parse_.atoms[end].tag == Tag::time ? end : end + 1].time];
    const auto& date = time.expression.date;
    return time.kind != TimeKind::duration && date && (date->is_day() || time.grain == Grain::part);
  }

  // "hing met hem aan de lijn": somebody takes part, whoever it is.
  bool names_somebody_unknown(std::uint32_t c) const {
    const auto& phrases = parse_.clauses[c].phrases;
    return std::any_of(phrases.begin(), phrases.end(), [&](std::uint32_t p) {
      const auto& head = parse_.atoms[parse_.phrases[p].head];
      const bool nobody_known = head.mention == kNone || known_.mentions[head.mention].who.empty();
      if (head.tag == Tag::pronoun) return nobody_known && head.form != 0 && lexicon_.in_class(head.form, classes_.somebody);
      return nobody_known && head.mention != kNone && known_.mentions[head.mention].kind == MentionKind::office && lexicon_.in_class(parse_.phrases[p].preposition, classes_.with);  // "met zijn ambtgenoot"
    });
  }

  // "Een dertigtal leiders praatte elkaar bij": several that nobody names.
  bool subject_is_company(std::uint32_t c) const {
    const auto subject = deep_subject(known_, story_.classes, parse_, c);
    if (subject == kNone) return false;
    const auto& phrase = parse_.phrases[subject];
    return holds_class(known_, parse_.atoms[phrase.first].first, parse_.atoms[phrase.last - 1].last, classes_.company);
  }

  // "Beide leiders belden": one unresolved or group mention that stands for several.
  bool subject_is_plural(std::uint32_t c) {
    const auto subject = deep_subject(known_, story_.classes, parse_, c);
    if (subject == kNone) return false;
    const auto& head = parse_.atoms[parse_.phrases[subject].head];
    return head.mention != kNone && known_.mentions[head.mention].plural && holds(c, story_.classes.reflexive);
  }

  // A time that does not belong to another noun ("het telefoontje van dinsdag").
  bool has_time(const Clause& clause) const {
    return std::any_of(clause.times.begin(), clause.times.end(), [&](std::uint32_t i) {
      if (known_.times[parse_.atoms[i].time].kind == TimeKind::duration) return false;  // "de bijeenkomst van een kwartier"
      return i == 0 || parse_.atoms[i - 1].form == 0 || !lexicon_.in_class(parse_.atoms[i - 1].form, story_.classes.of);
    });
  }

  bool has_day(const Clause& clause) const {
    return std::any_of(clause.times.begin(), clause.times.end(), [&](std::uint32_t i) {
      const auto& date = known_.times[parse_.atoms[i].time].expression.date;
      return date && date->is_day();
    });
  }

  // "Er zijn gesprekken", but not "Tolken zijn aanwezig bij gesprekken": `happens`, whether the verb may say so.
  bool has_anchor(const Clause& clause, bool happens = true) const {
    return !clause.times.empty() || (happens && verb_in(lexicon_, clause.verb, classes_.happen)) || names_place(clause);
  }

  // "de top die donderdag in Londen begint": the clause behind the noun says when or where it takes place; kNone: none does.
  std::uint32_t relative_tells(std::uint32_t phrase) const {
    for (std::uint32_t c = 0; c < parse_.clauses.size(); ++c) {
      const auto& below = parse_.clauses[c];
      if (below.kind != ClauseKind::relative || below.antecedent != phrase || !(has_time(below) || held_somewhere(below))) continue;
      if (below.passive || verb_in(lexicon_, below.verb, classes_.happen)) return c;
    }
    return kNone;
  }

  bool names_place(const Clause& clause) const {
    return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) { return phrase_holds(known_, parse_, p, story_.classes.place); });
  }

  // "het onderhoud in X", but not "het overleg over de band tussen X en Y"
  bool held_somewhere(const Clause& clause) const {
    return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) {
      const auto preposition = parse_.phrases[p].preposition;
      return preposition != 0 && lexicon_.in_class(preposition, classes_.locative) && phrase_holds(known_, parse_, p, story_.classes.place);
    });
  }

  bool in_phrase_of(const EventHit& hit, std::uint32_t atom) const {
    const auto& phrases = parse_.clauses[hit.clause].phrases;
    return std::any_of(phrases.begin(), phrases.end(), [&](std::uint32_t p) { return parse_.phrases[p].first <= atom && atom < parse_.phrases[p].last && hangs_on(parse_, p, hit.phrase); });
  }

  // Somebody acts in the clause who has no part in it.
  bool of_others(const EventHit& hit, std::uint32_t c) const {
    const auto doers = doers_of(known_, story_.classes, parse_, c);
    return !doers.empty() && !participant_in(doers, hit);
  }

  // The clause without the punctuation around it; for a noun in a clause of its own verb, the noun with what
  // hangs on it.
  void evidence(EventHit& hit, const Clause& clause) const {
    std::uint32_t first = kNone, last = 0;
    const bool beside = hit.aside || (hit.definite && stands_behind(story_, hit, classes_.after));  // "belde na het gesprek met X met Y"
    for (const auto i : clause.atoms) {
      if (beside && !in_phrase_of(hit, i)) continue;
      const auto tag = parse_.atoms[i].tag;
      const bool edge = tag == Tag::comma || tag == Tag::end || tag == Tag::quote || tag == Tag::dash || tag == Tag::colon || tag == Tag::open || tag == Tag::close || i == clause.opener;
      if (edge) continue;
      first = std::min(first, i);
      last = std::max(last, i);
    }
    if (first == kNone) first = last = hit.trigger;
    hit.first = parse_.atoms[first].first;
    hit.last = parse_.atoms[last].last;
  }

  // "eindigde zonder een ontmoeting"
  bool missing(const EventHit& hit) const { return stands_behind(story_, hit, classes_.without); }

  // "na het gesprek met X sprak hij met Y": one of them has somebody whom the other has not.
  bool apart(const EventHit& a, const EventHit& b) const {
    if (missing(a) != missing(b)) return true;
    // "nodigde X uit voor zijn ontmoeting met Y": to that one
    if (a.clause == b.clause && verb_in(lexicon_, parse_.clauses[a.clause].verb, classes_.invites)) return false;
    const auto beside = [&](const EventHit& hit) { return hit.phrase != kNone && filler_.is_event_beside(hit.phrase); };
    if (rules_.types[a.type].plover != kTalks || a.phrase == b.phrase || beside(a) == beside(b)) return false;
    const auto& noun = beside(a) ? a : b;
    const auto& other = beside(a) ? b : a;
    return std::any_of(noun.fillers.begin(), noun.fillers.end(), [&](const Filler& f) { return f.role == 0 && !holds_actor(other.fillers, f.who); });
  }

  // One hit a type, clause and trigger noun; the one with most roles wins.
  std::vector<EventHit> best() {
    if (hits_.size() < 2) return std::move(hits_);
    std::vector<EventHit> kept;
    std::stable_sort(hits_.begin(), hits_.end(), [this](const EventHit& a, const EventHit& b) {
      if (a.clause != b.clause) return a.clause < b.clause;
      if (a.type != b.type) return a.type < b.type;
      if (a.refers != b.refers) return !a.refers;
      const auto special = [&](const EventHit& hit) { return rules_.rules[hit.rule].status != 255 || !rules_.rules[hit.rule].has.empty(); };
      if (special(a) != special(b)) return special(a);
      return a.fillers.size() > b.fillers.size();
    });
    for (auto& hit : hits_) {
      auto same = std::find_if(kept.begin(), kept.end(), [&](const EventHit& k) { return k.clause == hit.clause && k.type == hit.type && !apart(k, hit); });
      if (same == kept.end()) {
        kept.push_back(std::move(hit));
        continue;
      }
      // "X was niet bij het overleg tussen Y en Z": who was not there has no part in it.
      if (parse_.clauses[hit.clause].negated && hit.phrase == kNone && same->phrase != kNone) continue;
      // "sprak met X over de ontmoeting met Y": Y met somebody else.
      if (filler_.is_own_topic(hit, *same)) continue;
      if (filler_.is_own_topic(*same, hit)) {
        *same = std::move(hit);
        continue;
      }
      same->fillers.insert(same->fillers.end(), hit.fillers.begin(), hit.fillers.end());
      RoleFiller::keep_once(same->fillers);
    }
    return kept;
  }

  const Story& story_;
  const Known& known_;
  const Lexicon& lexicon_;
  const EventRules& rules_;
  const Parse& parse_;
  RoleFiller filler_;
  const EventClasses& classes_;
  std::uint32_t sentence_;
  std::vector<EventHit> hits_;
  Asked asked_;
};

}  // namespace

std::vector<EventHit> match_triggers(const Story& story) {
  std::vector<EventHit> all;
  const EventClasses classes(story.known.lexicon);
  for (std::uint32_t s = 0; s < story.parses.size(); ++s) {
    auto hits = TriggerMatcher(story, classes, s).run();
    if (hits.size() > 1) std::stable_sort(hits.begin(), hits.end(), [](const EventHit& a, const EventHit& b) { return a.trigger < b.trigger; });
    for (auto& hit : hits) all.push_back(std::move(hit));
  }
  return all;
}

}  // namespace kroniek
