#include "find_events.hpp"

#include <algorithm>
#include <set>

namespace kroniek {

namespace {

std::set<std::string> people(const EventHit& hit) {
  std::set<std::string> ids;
  for (const auto& filler : hit.fillers) {
    if (filler.role == 0 && !filler.who.id.empty()) ids.insert(filler.who.id);
  }
  return ids;
}

bool subset(const std::set<std::string>& a, const std::set<std::string>& b) { return std::includes(b.begin(), b.end(), a.begin(), a.end()); }

bool overlap(const DateValue& a, const DateValue& b) { return a.earliest <= b.latest && b.earliest <= a.latest; }

// The first sentence, undated, and one of the next that dates it.
bool headline(const EventHit& a, const EventHit& b) { return a.sentence == 0 && a.time == kNone && !a.carried && b.sentence > 0 && b.sentence <= 4; }

// Whether two mentions can tell of one event.
bool compatible(const EventHit& a, const EventHit& b) {
  if (a.type != b.type) return false;
  const auto pa = people(a), pb = people(b);
  if (!subset(pa, pb) && !subset(pb, pa)) return false;
  // A bare mention is a reference back only if it says so; a headline tells in short what the text tells next.
  if (pa != pb && !b.definite && !headline(a, b)) return false;
  if (a.place != -1 && b.place != -1 && a.place != b.place) return false;
  const bool a_plan = a.status != "occurred" && a.status != "unconfirmed", b_plan = b.status != "occurred" && b.status != "unconfirmed";
  if (a_plan != b_plan) return false;
  if (a_plan && a.status != b.status) return false;
  const bool a_dated = a.time != kNone && !a.carried, b_dated = b.time != kNone && !b.carried;
  if (a_dated && b_dated) return a.date == b.date && (!pa.empty() || !pb.empty() || a.place == b.place);
  // One of them is undated: the same event if somebody or some place is the same.
  const bool taken_up = b.definite && b.place == -1 && a.sentence + 3 >= b.sentence;  // "de aanval"
  if (pa.empty() && pb.empty() && a.place != b.place && !taken_up) return false;
  return overlap(a.date, b.date);
}

// "het onderhoud met X" after "Y belde X": the noun says less, but means the same.
bool resumes(const EventHit& a, const EventHit& b, const EventRule& rule) {
  if (!rule.refers || (b.time != kNone && !b.carried)) return false;
  if (std::find(rule.refers_to.begin(), rule.refers_to.end(), a.type) == rule.refers_to.end()) return false;
  const auto pa = people(a), pb = people(b);
  // The same people talking again without a day of its own is the same talk; fewer people only if it is a talk told before.
  if (pa != pb && !b.definite) return false;
  return !pb.empty() && subset(pb, pa) && a.sentence + 12 >= b.sentence && (b.place == -1 || a.place == -1 || a.place == b.place);
}

bool dated(const EventHit& hit) { return hit.time != kNone && !hit.carried; }

// A mention without a date joins a chain, but must not tie events of different days together.
bool other_day(const std::vector<EventHit>& kept, std::uint32_t chain, const EventHit& hit) {
  return dated(hit) && std::any_of(kept.begin(), kept.end(), [&](const EventHit& k) { return k.chain == chain && dated(k) && !(k.date == hit.date); });
}

// "namen sancties aan, waarmee schepen op de lijst belandden": the clause goes on about the event above it.
bool elaborates(const Story& story, const EventHit& a, const EventHit& b, ClassId wherein) {
  if (a.type != b.type || a.sentence != b.sentence) return false;
  const auto& parse = story.parses[b.sentence];
  const auto& clause = parse.clauses[b.clause];
  // "heeft aangekondigd dat Nederland een miljard uittrekt": the act and its content are one.
  const bool content = clause.parent == a.clause && (clause.kind == ClauseKind::complement || clause.kind == ClauseKind::infinitive);
  if (content && story.rules.types[b.type].speech_act) return true;
  if (clause.parent != a.clause || clause.opener == kNone || parse.atoms[clause.opener].form == 0) return false;
  if (!story.known.lexicon.in_class(parse.atoms[clause.opener].form, wherein)) return false;
  const auto pa = people(a), pb = people(b);
  return !dated(b) && (subset(pb, pa) || subset(pa, pb));
}

}  // namespace

void chain_mentions(const Story& story, std::vector<EventHit>& hits) {
  const auto wherein = story.known.lexicon.class_id("wherein_event");
  std::uint32_t next = 0;
  std::vector<EventHit> kept;
  for (auto& hit : hits) {
    const auto& rule = story.rules.rules[hit.rule];
    const EventHit* antecedent = nullptr;
    if (hit.refers) {
      for (auto it = kept.rbegin(); it != kept.rend() && antecedent == nullptr; ++it) {
        const bool right_type = std::find(rule.refers_to.begin(), rule.refers_to.end(), it->type) != rule.refers_to.end();
        if (right_type && it->sentence + 12 >= hit.sentence) antecedent = &*it;
      }
      if (antecedent == nullptr) continue;
      hit.type = antecedent->type;
    } else {
      for (auto it = kept.rbegin(); it != kept.rend() && antecedent == nullptr; ++it) {
        const bool same = (compatible(*it, hit) && !other_day(kept, it->chain, hit)) || elaborates(story, *it, hit, wherein);
        if (same || resumes(*it, hit, rule)) antecedent = &*it;
      }
      if (antecedent != nullptr) hit.type = antecedent->type;
    }
    hit.chain = antecedent != nullptr ? antecedent->chain : next++;
    kept.push_back(std::move(hit));
  }
  hits = std::move(kept);
}

}  // namespace kroniek
