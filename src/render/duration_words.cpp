#include "date_words.hpp"
#include "labels.hpp"

namespace kroniek::render {

namespace {

std::string_view unit_of(char letter, bool in_time) {
  switch (letter) {
    case 'Y': return "year";
    case 'M': return in_time ? "minute" : "month";
    case 'W': return "week";
    case 'D': return "day";
    case 'H': return "hour";
    case 'S': return "second";
    default: return {};
  }
}

// TIMEX3 writes X for a number that is not told.
std::string amount_words(std::string_view amount, std::string_view unit, const Labels& labels) {
  const auto key = "duration." + std::string(unit);
  if (amount.find('X') != std::string_view::npos) return label(labels, key + ".some");
  std::string number(amount);
  if (const auto dot = number.find('.'); dot != std::string::npos) number.replace(dot, 1, label(labels, "number.decimal"));
  return label(labels, key + (amount == "1" ? ".one" : ".many"), {{"n", number}});
}

}  // namespace

std::string duration_words(std::string_view duration, const Labels& labels) {
  // "anderhalf uur"
  if (const auto whole = labels.find("duration." + std::string(duration)); whole != labels.end()) return whole->second;
  std::vector<std::string> parts;
  bool in_time = false;
  for (std::size_t at = 1; at < duration.size();) {
    if (duration[at] == 'T' && !in_time) {
      in_time = true;
      ++at;
      continue;
    }
    const auto end = duration.find_first_not_of("0123456789.X", at);
    const auto unit = end == std::string_view::npos || end == at ? std::string_view() : unit_of(duration[end], in_time);
    if (unit.empty()) return std::string(duration);
    parts.push_back(amount_words(duration.substr(at, end - at), unit, labels));
    at = end + 1;
  }
  if (parts.empty() || duration[0] != 'P') return std::string(duration);
  return joined(labels, parts, "list.and");
}

}  // namespace kroniek::render
