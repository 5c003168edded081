// What a role leaves to the sentence before.
#include "event_nouns.hpp"
#include "fillers.hpp"

#include <algorithm>

namespace kroniek {

void RoleFiller::fill_from_before(EventHit& hit, const RoleRule& role, const Clause& clause) const {
  std::uint32_t pronoun = kNone;
  const auto& whole = clause.gapped_of == kNone ? clause : parse_.clauses[clause.gapped_of];
  for (const auto i : whole.atoms) {
    const auto& atom = parse_.atoms[i];
    // Under a passive the subject is what is acted on: "Die werd afgewezen"; so it is where the rule asks for it: "Die zijn aangekomen".
    const bool subject = !whole.passive && !asks_for_subject(role) && whole.subject != kNone && parse_.phrases[whole.subject].first <= i && i < parse_.phrases[whole.subject].last;
    // "heeft ze geleverd": what could be people is a thing where it is acted on.
    const auto acted_on = whole.passive ? whole.subject : whole.object;
    const bool thing = atom.mention == kNone || (known_.mentions[atom.mention].kind == MentionKind::pronoun && acted_on != kNone && parse_.phrases[acted_on].head == i);
    if (atom.form == 0 || !thing || i == whole.opener || subject) continue;
    const bool back = role.counted ? counts_of_before(whole, i) : stands_for_thing(whole, i) || takes_up_plan(i) || points_back(whole, i);
    if (back && asks_behind(role, atom)) pronoun = i;
  }
  if (pronoun == kNone && !(role.unsaid && leaves_unsaid(hit, clause))) return;
  const auto end = pronoun != kNone ? parse_.atoms[pronoun].first : parse_.atoms[clause.atoms.front()].first;
  // "een bestand waar X mee heeft ingestemd": only what the clause hangs on is meant.
  const bool named = pronoun != kNone && takes_up_plan(pronoun);
  const auto antecedent = clause.kind == ClauseKind::relative && !named ? clause.antecedent : kNone;
  const bool counted = pronoun != kNone && counts_of_before(whole, pronoun);
  const auto begin = antecedent != kNone ? parse_.atoms[parse_.phrases[antecedent].first].first : known_.text_sentence(counted ? same_block_back() : told_last()).first;
  for (auto token = end; token-- > begin;) {
    for (const auto cls : role.classes) {
      if (!holds_class(known_, token, token + 1, cls) || told_aside(token)) continue;
      hit.fillers.push_back({role.role, {}, token, token + 1});
      return;
    }
  }
}

// "bood daarop zijn ontslag aan": what stands behind "op" is nothing that the role asks for.
bool RoleFiller::asks_behind(const RoleRule& role, const Atom& atom) const {
  if (!lexicon_.in_class(atom.form, classes_.pronominal)) return true;
  return std::any_of(role.from.begin(), role.from.end(), [&](const Source& source) { return source.kind == SourceKind::preposition && lexicon_.stands_for(atom.form, source.preposition); });
}

bool RoleFiller::asks_for_subject(const RoleRule& role) {
  return std::any_of(role.from.begin(), role.from.end(), [](const Source& source) { return source.kind == SourceKind::subject; });
}

// "dat", "daarmee"; of a noun only one that says no more than what was said: "dat verzoek".
bool RoleFiller::stands_for_thing(const Clause& clause, std::uint32_t i) const {
  if (!lexicon_.in_class(parse_.atoms[i].form, classes_.anaphor)) return false;
  if (parse_.atoms[i].tag != Tag::determiner || i + 1 == clause.particle) return true;
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) {
    const auto& phrase = parse_.phrases[p];
    const auto& head = parse_.atoms[phrase.head];
    return phrase.first <= i && i < phrase.last && holds_class(known_, head.first, head.last, classes_.taken_up) && !spelled_out(phrase.last);
  });
}

// "had er om gevraagd", "heeft er achttien geleverd", "stuurt er geen": a preposition behind it that has no noun, or a number.
bool RoleFiller::points_back(const Clause& clause, std::uint32_t there) const {
  if (!lexicon_.in_class(parse_.atoms[there].form, story_.classes.there)) return false;
  if (counts_of_before(clause, there)) return true;
  return std::any_of(clause.atoms.begin(), clause.atoms.end(), [&](std::uint32_t i) {
    if (i > there && lexicon_.in_class(parse_.atoms[i].form, story_.classes.negative_determiner) && !in_phrase(parse_, clause, i)) return true;
    return i > there && i != clause.particle && parse_.atoms[i].tag == Tag::preposition && !in_phrase(parse_, clause, i);
  });
}

// "heeft er achttien geleverd", "zes zijn er al geland", "zes daarvan zijn geland": a bare number, of what was named before.
bool RoleFiller::counts_of_before(const Clause& clause, std::uint32_t there) const {
  if (there > 0 && parse_.atoms[there - 1].tag == Tag::number && lexicon_.in_class(parse_.atoms[there].form, classes_.anaphor)) return true;
  if (!lexicon_.in_class(parse_.atoms[there].form, story_.classes.there)) return false;
  const auto counted = clause.passive ? clause.subject : clause.object;
  if (counted == kNone) return false;
  const auto& phrase = parse_.phrases[counted];
  return phrase.last - phrase.first == 1 && parse_.atoms[phrase.head].tag == Tag::number && (clause.passive || phrase.first > there);
}

// "die het plan verwierp", "wees het Noorse voorstel van de hand": with nothing behind it that says which.
bool RoleFiller::takes_up_plan(std::uint32_t i) const {
  const auto& atom = parse_.atoms[i];
  if (i == 0 || atom.last - atom.first != 1 || !lexicon_.in_class(atom.form, classes_.proposal)) return false;
  const auto& left = parse_.atoms[i - 1];
  const bool described = i > 1 && (left.tag == Tag::adjective || (left.mention != kNone && known_.mentions[left.mention].kind == MentionKind::nationality));
  if (!lexicon_.in_class((described ? parse_.atoms[i - 2] : left).form, classes_.definite)) return false;
  if (i + 1 >= parse_.atoms.size()) return true;
  const auto next = parse_.atoms[i + 1].tag;
  return next != Tag::opener && next != Tag::subordinator && next != Tag::name && !spelled_out(i + 1);
}

// "het voorstel voor een brug" says itself which it is.
bool RoleFiller::spelled_out(std::uint32_t next) const {
  return next < parse_.atoms.size() && parse_.atoms[next].tag == Tag::preposition && lexicon_.in_class(parse_.atoms[next].form, classes_.spells_out);
}

// As far back as what is counted may have been named: a few sentences of the paragraph.
std::uint32_t RoleFiller::same_block_back() const {
  constexpr std::uint32_t kBack = 4;
  auto at = sentence_;
  while (at > 0 && at + kBack > sentence_ && same_block(at - 1)) --at;
  return at;
}

// The sentence before that tells something: "Geldt het bestand? Op papier wel. X stemde ermee in", also from a heading that asks.
std::uint32_t RoleFiller::told_last() const {
  constexpr std::uint32_t kBack = 4;
  auto at = sentence_;
  while (at > 0 && at + kBack > sentence_) {
    const auto& before = known_.text_sentence(at - 1);
    const bool heading = story_.document.blocks[before.block].kind == BlockKind::heading && before.block + 1 == known_.text_sentence(sentence_).block;
    if (!same_block(at - 1) && !heading) break;
    --at;
    const auto& clauses = story_.parses[at].clauses;
    if (std::any_of(clauses.begin(), clauses.end(), [](const Clause& c) { return c.finite != kNone; })) break;
  }
  return at;
}

// "Peru is wel akkoord": there is nothing but who does it, and when.
bool RoleFiller::leaves_unsaid(const EventHit& hit, const Clause& clause) const {
  if (clause.atoms.empty() || clause.kind != ClauseKind::main || clause.passive) return false;
  const bool more = std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) {
    const auto& phrase = parse_.phrases[p];
    if (p == clause.subject || phrase.function == Function::time) return false;
    const auto first = parse_.atoms[phrase.first].first, last = parse_.atoms[phrase.last - 1].last;
    return first < hit.trigger_first || last > hit.trigger_last;  // "akkoord" is the trigger itself
  });
  return !more && std::none_of(parse_.clauses.begin(), parse_.clauses.end(), [&](const Clause& c) { return c.parent != kNone && &parse_.clauses[c.parent] == &clause && (c.kind == ClauseKind::complement || c.kind == ClauseKind::infinitive || c.kind == ClauseKind::quotation); });
}

// In a relative clause of the sentence before: "X, die tegen het bestand was, keert terug. Het parlement stemde daarmee in."
bool RoleFiller::told_aside(TokenId token) const {
  if (token >= known_.text_sentence(sentence_).first) return false;
  auto sentence = sentence_ - 1;
  while (token < known_.text_sentence(sentence).first) --sentence;
  const auto& before = story_.parses[sentence];
  const auto atom = std::upper_bound(before.atoms.begin(), before.atoms.end(), token, [](TokenId t, const Atom& a) { return t < a.first; }) - before.atoms.begin() - 1;
  return atom >= 0 && before.clauses[before.clause_of[static_cast<std::size_t>(atom)]].kind == ClauseKind::relative;
}

// "X stemde in. Dat gebeurde in een gesprek met Y": X was there too.
void RoleFiller::told_of_before(EventHit& hit, const RoleRule& role, const Clause& clause) const {
  if (sentence_ == 0 || !same_block(sentence_ - 1) || clause.atoms.empty() || !verb_in(lexicon_, clause.verb, classes_.happen)) return;
  const auto& that = parse_.atoms[clause.atoms.front()];
  if (that.form == 0 || that.mention != kNone || !lexicon_.in_class(that.form, classes_.anaphor)) return;
  const auto& before = story_.parses[sentence_ - 1];
  const auto main = std::find_if(before.clauses.begin(), before.clauses.end(), [](const Clause& c) { return c.kind == ClauseKind::main; });
  if (main == before.clauses.end()) return;
  for (auto filler : doers_of(known_, story_.classes, before, static_cast<std::uint32_t>(main - before.clauses.begin()))) {
    filler.role = role.role;
    hit.fillers.push_back(std::move(filler));
  }
}

// "Bij de aanvallen vielen doden": what the verb tells is the noun's event, and the article says that it has been told.
bool RoleFiller::takes_up_noun(const EventHit& hit) const {
  const auto& phrases = parse_.clauses[hit.clause].phrases;
  return std::any_of(phrases.begin(), phrases.end(), [&](std::uint32_t p) {
    const auto first = parse_.atoms[parse_.phrases[p].first].first, last = parse_.atoms[parse_.phrases[p].last - 1].last;
    const bool fills = std::any_of(hit.fillers.begin(), hit.fillers.end(), [&](const Filler& f) { return f.role != 0 && first <= f.first && f.last <= last; });
    return fills && is_definite(p) && names_type(story_, parse_, p, hit.type);
  });
}

void RoleFiller::drop_said_anew(EventHit& hit, std::size_t first, const Clause& part) const {
  const auto& elder = parse_.clauses[part.gapped_of];
  const auto anew = [&](const Filler& filler) {
    return std::any_of(elder.phrases.begin(), elder.phrases.end(), [&](std::uint32_t old) {
      const auto& phrase = parse_.phrases[old];
      if (phrase.preposition == 0 || parse_.atoms[phrase.first].first > filler.first || parse_.atoms[phrase.last - 1].last < filler.last) return false;
      return std::any_of(part.phrases.begin(), part.phrases.end(), [&](std::uint32_t p) { return parse_.phrases[p].preposition == phrase.preposition; });
    });
  };
  hit.fillers.erase(std::remove_if(hit.fillers.begin() + static_cast<std::ptrdiff_t>(first), hit.fillers.end(), anew), hit.fillers.end());
}

}  // namespace kroniek
