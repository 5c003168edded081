#include "agreement.hpp"

#include "control.hpp"

#include <algorithm>

namespace kroniek {

namespace {

// "het rapport", "een brief": its determiner says so.
bool is_singular(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t phrase) {
  const auto& p = parse.phrases[phrase];
  return p.first != p.head && is_of(known.lexicon, parse.atoms[p.first], classes.singular) && !is_plural(known, parse, phrase) && !is_of(known.lexicon, parse.atoms[p.head], classes.measure);
}

// "zowel X als Y", "noch X noch Y", "X of Y" may have a verb in the singular.
bool counts_one_by_one(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t phrase) {
  const auto& p = parse.phrases[phrase];
  return std::any_of(parse.atoms.begin() + p.first, parse.atoms.begin() + p.last, [&](const Atom& atom) { return atom.tag == Tag::coordinator && is_of(known.lexicon, atom, classes.one_by_one); });
}

}  // namespace

bool is_plural(const Known& known, const Parse& parse, std::uint32_t phrase) {
  const auto& p = parse.phrases[phrase];
  for (auto i = p.first; i + 1 < p.last; ++i) {
    if (parse.atoms[i].tag == Tag::coordinator) return true;
  }
  const auto& atom = parse.atoms[p.head];
  if (atom.mention != kNone) {
    if (known.mentions[atom.mention].plural) return true;
    // "de EU-landen" is the Union, but takes a plural verb.
    const auto tail = known.text.tokens[atom.last - 1].tail;
    const auto* noun = tail == 0 || known.mentions[atom.mention].person ? nullptr : known.lexicon.reading(tail, Pos::noun);
    return noun != nullptr && (noun->flags & kPlural) != 0;
  }
  for (const auto& reading : known.lexicon.readings(noun_form(known, atom))) {
    if (reading.flags & kPlural) return true;
  }
  return false;
}

bool disagrees(const Known& known, const GrammarClasses& classes, const Parse& parse, std::uint32_t phrase, const Clause& clause) {
  if (clause.finite == kNone) return false;
  const auto& verb = parse.atoms[clause.finite];
  const auto& atom = parse.atoms[parse.phrases[phrase].head];
  if (verb.infinitive && !verb.plural) return false;
  if (verb.plural && is_singular(known, classes, parse, phrase)) return true;
  if (!verb.plural && counts_one_by_one(known, classes, parse, phrase)) return false;
  const bool plural = is_plural(known, parse, phrase);
  if (atom.tag == Tag::pronoun && is_of(known.lexicon, atom, classes.she_or_they)) return false;
  if (atom.mention == kNone && !plural) return verb.plural && is_of(known.lexicon, atom, classes.place);  // the number of unknown nouns is not known
  if (atom.mention != kNone && known.mentions[atom.mention].kind == MentionKind::name && known.mentions[atom.mention].plural) return false;  // "de VS levert", "de VS leveren"
  return verb.plural != plural && (atom.mention != kNone || plural);
}

bool has_no_place(const Known& known, const GrammarClasses& classes, const Parse& parse, const Clause& clause, std::span<const std::uint32_t> bare) {
  if (clause.kind != ClauseKind::relative || clause.antecedent == kNone || bare.size() < 2 || parse.phrases[bare.front()].head != clause.opener) return false;
  const auto is_a = [&](ClassId cls) { return known.lexicon.is_a(clause.verb, cls); };
  const auto& second = parse.atoms[parse.phrases[bare[1]].head];
  const bool oblique = second.tag == Tag::pronoun && is_of(known.lexicon, second, classes.oblique);
  const auto& noun = parse.atoms[parse.phrases[clause.antecedent].head];
  const bool fact = is_of(known.lexicon, noun, classes.fact_noun);
  if (!opened_by(known.lexicon, parse, clause, classes.complementizer) || (!fact && is_a(classes.ditransitive)) || is_a(classes.copula) || oblique) return false;
  if (disagrees(known, classes, parse, bare[1], clause)) return false;
  if (clause.passive) return true;
  const bool content = is_of(known.lexicon, noun, classes.infinitive_noun) || is_of(known.lexicon, noun, classes.report_noun) || fact;
  return content && ((bare.size() > 2 && (fact || parse.atoms[parse.phrases[bare[2]].head].tag != Tag::content)) || known.lexicon.lexeme(clause.verb).perfect_zijn);
}

bool has_own_subject(const Known& known, const GrammarClasses& classes, const Parse& parse, const Clause& clause, std::span<const std::uint32_t> bare) {
  if (clause.kind != ClauseKind::main || clause.subject_of == kNone || clause.finite == kNone || bare.empty()) return false;
  const auto& elder = parse.clauses[clause.subject_of];
  const bool inverted = elder.kind == ClauseKind::main && elder.finite != kNone && elder.subject != kNone && parse.phrases[elder.subject].first > elder.finite;
  const auto behind = bare.front();
  const bool there = parse.phrases[behind].first == clause.finite + 2 && is_of(known.lexicon, parse.atoms[clause.finite + 1], classes.there);
  if (!inverted || clause.finite == elder.finite || !(there || parse.phrases[behind].first == clause.finite + 1) || disagrees(known, classes, parse, behind, clause)) return false;
  // "en werden dorpen bezet", "en raakten mensen gewond", "en vielen er doden": what is no actor can be no object of these.
  const auto copula = [&](LexemeId verb) { return known.lexicon.is_a(verb, classes.copula); };
  const auto lacks_object = [&] { return clause.passive || (known.lexicon.lexeme(clause.verb).perfect_zijn && !copula(clause.verb)) || (clause.main_verb != clause.finite && known.lexicon.lexeme(parse.atoms[clause.finite].verb).perfect_zijn); };
  if (!names_actor(parse, behind)) return there || lacks_object() || (disagrees(known, classes, parse, elder.subject, clause) && !copula(clause.verb));
  if (clause.passive) return true;
  const auto& pronoun = parse.atoms[parse.phrases[behind].head];
  if (pronoun.tag == Tag::pronoun && !is_of(known.lexicon, pronoun, classes.nominative)) return false;  // "en vroeg hem"
  // "was het een goed gesprek en staat Peru open voor meer": no thing is open.
  if (known.lexicon.is_a(elder.verb, classes.copula) && !names_actor(parse, elder.subject)) return true;
  if (disagrees(known, classes, parse, elder.subject, clause) || known.lexicon.lexeme(clause.verb).perfect_zijn) return true;
  const auto has = [&](ClassId cls) { return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](std::uint32_t p) { return parse.phrases[p].preposition != 0 && known.lexicon.in_class(parse.phrases[p].preposition, cls); }); };
  // "noemde X een vriend", "gaf X wapens": whoever was named before calls, or gives.
  const auto is_a = [&](ClassId cls) { return known.lexicon.is_a(clause.verb, cls); };
  if (is_a(classes.ditransitive)) return bare.size() > 1 && has(classes.to);
  if (is_a(classes.says_that) || is_a(classes.object_control) || is_a(classes.describe)) return false;
  return bare.size() > 1 || has(classes.with);
}

}  // namespace kroniek
