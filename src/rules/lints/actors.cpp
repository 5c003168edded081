#include "lint.hpp"

#include "../word_lists.hpp"

#include <kroniek/date.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace kroniek {

namespace {

struct Term {
  std::string actor, office, of;
  Day from = kOpenPast, until = kOpenFuture;
  std::size_t file = 0;
  yaml::Node node;
};

Day day_of(const yaml::Node& node, const char* key, Day otherwise) {
  const auto date = parse_edtf(scalar_of(node, key));
  return date ? date->earliest : otherwise;
}

std::string span_of(const Term& term) { return (term.from == kOpenPast ? "" : iso_day(term.from)) + ".." + (term.until == kOpenFuture ? "" : iso_day(term.until)); }

// What the gazetteer keeps apart: small letters only, short names in capitals, and others, in which case does not matter.
std::string spelling(const std::string& name) {
  const auto folded = fold(name);
  const bool capitals = name.size() <= 4 && std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return (folded == name ? "a" : capitals ? "A" : "Aa") + folded;
}

void overlaps(const LintInput& input, std::vector<Term> terms, Findings& findings) {
  std::stable_sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return std::tie(a.office, a.of, a.from) < std::tie(b.office, b.of, b.from); });
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const auto& term = terms[i];
    const auto& file = input.model.files[term.file];
    if (term.until <= term.from) findings.add(file, term.node, "", "actor.backwards-office", "'" + term.actor + "' ends as " + term.office + " before it begins (" + span_of(term) + ")", "change 'from' and 'until' about");
    for (std::size_t j = i; j-- > 0 && terms[j].office == term.office && terms[j].of == term.of;) {
      const auto& other = terms[j];
      if (other.actor == term.actor || other.until <= term.from || term.until <= other.from) continue;
      findings.add(file, term.node, "", "actor.overlapping-office",
                   "'" + term.actor + "' (" + span_of(term) + ") and '" + other.actor + "' (" + span_of(other) + ", " + input.model.files[other.file].name + ", line " + std::to_string(other.node.mark().line + 1) + ") are both " + term.office + (term.of.empty() ? "" : " of " + term.of),
                   "'until' is the first day of the next holder");
      break;
    }
  }
}

// What a text can call an actor: several actors can have the adjective of one country.
std::vector<std::string> called(const yaml::Node& node) {
  std::vector<std::string> all;
  for (const char* key : {"names", "metonyms", "adjectives", "people"}) {
    for (const auto& word : scalars(child(node, key))) all.push_back(spelling(word.text()));
  }
  return all;
}

// An actor is of use if it has a word or an office of its own, or if another actor, a place or "home" needs it. Of a
// word that several claim the first has it.
void unused(const PackModel& model, Findings& findings) {
  std::set<std::string> needed, taken;
  const auto need = [&](const yaml::Node& node) {
    for (const auto& id : scalars(node)) needed.insert(id.text());
  };
  for (const auto& file : model.files) {
    need(child(file.root, "home"));
    for (const char* list : {"actors", "places"}) {
      for (const auto& node : child(file.root, list)) {
        for (const char* key : {"country", "of", "in"}) need(child(node, key));
        for (const auto& office : child(node, "offices")) need(child(office, "of"));
      }
    }
  }
  for (const auto& file : model.files) {
    if (!file.name.starts_with("actors/")) continue;
    for (const auto& node : child(file.root, "actors")) {
      bool own = child(node, "offices").size() > 0 || needed.contains(scalar_of(node, "id"));
      const auto words = called(node);
      for (const auto& word : words) own |= taken.insert(word).second;
      if (own || !node.is_map()) continue;
      findings.add(file, child(node, "id"), "", "actor.unused", "no text can mean '" + scalar_of(node, "id") + "': " + (words.empty() ? "it has no names" : "all its names are another's") + ", it holds no office, and nothing refers to it",
                   words.empty() ? "add 'names:', or remove it" : "give it a name of its own, or remove it");
    }
  }
}

}  // namespace

void lint_actors(const LintInput& input, Findings& findings) {
  std::vector<Term> terms;
  std::map<std::string, std::pair<std::string, std::string>> names;  // name -> actor, where
  for (std::size_t f = 0; f < input.model.files.size(); ++f) {
    const auto& file = input.model.files[f];
    if (!file.name.starts_with("actors/")) continue;
    const auto actors = child(file.root, "actors");
    if (!actors.is_defined() || !actors.is_list()) continue;
    for (const auto& node : actors) {
      const auto id = scalar_of(node, "id");
      for (const auto& name : scalars(child(node, "names"))) {
        const auto place = file.name + ", line " + std::to_string(name.mark().line + 1);
        const auto [it, fresh] = names.emplace(spelling(name.text()), std::make_pair(id, place));
        if (fresh) continue;
        if (it->second.first == id) {
          auto& finding = findings.add(file, name, "", "words.redundant", "the name '" + name.text() + "' stands twice with '" + id + "'; case does not matter", "remove one");
          if (auto edit = removal_from_list(file, name); !edit.file.empty()) finding.fix.push_back(std::move(edit));
        } else {
          findings.add(file, name, "", "actor.shared-name", "'" + name.text() + "' is a name of '" + it->second.first + "' too (" + it->second.second + ")", "keep it with the one that news means by it");
        }
      }
      const auto offices = child(node, "offices");
      if (!offices.is_defined() || !offices.is_list()) continue;
      for (const yaml::Node& office : offices) {
        if (office.is_map()) terms.push_back({id, scalar_of(office, "office"), scalar_of(office, "of"), day_of(office, "from", kOpenPast), day_of(office, "until", kOpenFuture), f, office});
      }
    }
  }
  overlaps(input, std::move(terms), findings);
  unused(input.model, findings);
}

}  // namespace kroniek
