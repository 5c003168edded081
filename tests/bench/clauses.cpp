// Reads sentences, one a line, and writes how clause analysis reads them, for clauses.py: a line `#` for each sentence,
// then `v BEGIN END FINITE` for each verb and `c VERB_BEGIN SUBJECT OBJECT INDIRECT` for each clause with a verb.
// Places are bytes of the line; a phrase is BEGIN-END or `-`.
#include "../../src/clauses/clauses.hpp"
#include "../../src/actors/references.hpp"
#include "../../src/rules/pack.hpp"

#include <kroniek/kroniek.hpp>

#include <iostream>
#include <string>

using namespace kroniek;

namespace {

void write_phrase(const Text& text, const Parse& parse, std::uint32_t phrase) {
  if (phrase == kNone) {
    std::cout << " -";
    return;
  }
  const auto& p = parse.phrases[phrase];
  std::cout << ' ' << text.tokens[parse.atoms[p.first].first].begin << '-' << text.tokens[parse.atoms[p.last - 1].last - 1].end;
}

void write_sentence(const Text& text, const Parse& parse) {
  for (std::uint32_t i = 0; i < parse.atoms.size(); ++i) {
    const auto& atom = parse.atoms[i];
    if (atom.tag != Tag::verb) continue;
    const auto& clause = parse.clauses[parse.clause_of[i]];
    const bool finite = clause.finite == i && clause.kind != ClauseKind::infinitive;
    std::cout << "v " << text.tokens[atom.first].begin << ' ' << text.tokens[atom.last - 1].end << ' ' << finite << '\n';
  }
  for (const auto& clause : parse.clauses) {
    if (clause.main_verb == kNone) continue;
    std::cout << "c " << text.tokens[parse.atoms[clause.main_verb].first].begin;
    for (const auto phrase : {clause.subject, clause.object, clause.indirect}) write_phrase(text, parse, phrase);
    std::cout << '\n';
  }
}

}  // namespace

int main() {
  const auto pack = builtin_pack("nl");
  const auto& data = pack->data();
  std::string line;
  while (std::getline(std::cin, line)) {
    std::cout << "#\n";
    Document document;
    document.raw = document.text = line;
    document.blocks.push_back({0, static_cast<std::uint32_t>(line.size()), BlockKind::paragraph});
    document.map.add_run(0, 0);
    document.published = Publication{*parse_edtf("2005-06-15"), "option", {}};
    const auto text = read_text(document, data);
    const auto found = find_times(document, text, data.time, data.lexicon);
    auto mentions = find_mentions(text, data.lexicon, data.gazetteer, document.published->date.latest);
    resolve_references(text, data.lexicon, data.gazetteer, mentions);
    const Known known{text, data.lexicon, mentions, found.hits};
    for (const auto& sentence : text.sentences) write_sentence(text, parse_sentence(known, pack->classes(), sentence));
  }
}
