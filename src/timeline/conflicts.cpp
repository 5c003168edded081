#include "conflicts.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kroniek {

namespace {

using Documents = std::set<std::string>;
using Readings = std::map<std::string, Documents>;

Conflict conflict(std::string about, const Readings& readings) {
  Conflict result{std::move(about), {}};
  for (const auto& [value, documents] : readings) result.readings.push_back({value, {documents.begin(), documents.end()}});
  return result;
}

// Two documents of which neither has what the other says.
bool disagree(const Readings& readings) {
  std::map<std::string, std::set<std::string>> by_document;
  for (const auto& [value, documents] : readings) {
    for (const auto& document : documents) by_document[document].insert(value);
  }
  if (readings.size() < 2 || by_document.size() < 2) return false;
  const auto& first = by_document.begin()->second;
  std::set<std::string> common = first;
  for (const auto& [document, values] : by_document) std::erase_if(common, [&values = values](const std::string& v) { return !values.contains(v); });
  return common.empty();
}

std::string number_text(std::int64_t thousandths) {
  auto text = std::to_string(thousandths / 1000);
  if (auto rest = thousandths % 1000; rest != 0) {
    auto digits = std::to_string(1000 + rest).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    text += '.' + digits;
  }
  return text;
}

}  // namespace

std::vector<Conflict> find_conflicts(const std::vector<Extraction>& extractions, const std::vector<const Account*>& nodes) {
  std::vector<Conflict> conflicts;
  if (nodes.size() < 2) return conflicts;
  Readings dates, statuses, durations;
  std::map<std::string, Readings> counts;
  DaySet all;
  bool happened = false, did_not = false;
  for (const auto* node : nodes) {
    const auto& id = extractions[node->document].document.id;
    const auto& best = node->mentions[node->best];
    if (!all.empty()) all = intersect(all, node->days);
    if (!best.date.edtf.empty()) dates[best.date.edtf].insert(id);
    statuses[best.status].insert(id);
    happened = happened || best.status == "occurred";
    did_not = did_not || best.status == "negated";
    for (const auto& mention : node->mentions) {
      if (minutes_of(mention.duration)) durations[mention.duration].insert(id);
      for (const auto& amount : mention.amounts) counts[amount.of][number_text(amount.thousandths)].insert(id);
    }
  }
  if (all.empty()) conflicts.push_back(conflict("date", dates));
  if (happened && did_not) conflicts.push_back(conflict("status", statuses));
  if (disagree(durations)) conflicts.push_back(conflict("duration", durations));
  for (const auto& [noun, readings] : counts) {
    if (disagree(readings)) conflicts.push_back(conflict(noun, readings));
  }
  return conflicts;
}

}  // namespace kroniek
