#include "selection.hpp"

#include <algorithm>

namespace kroniek {

namespace {

bool among(const std::vector<std::string>& wanted, const std::string& value) { return std::find(wanted.begin(), wanted.end(), value) != wanted.end(); }

}  // namespace

Fit fit_of(const Entry& entry, const Window& window) {
  const auto from = window.from.value_or(kOpenPast), to = window.to.value_or(kOpenFuture);
  const auto& date = entry.date;
  if (date.earliest >= from && date.latest <= to) return Fit::inside;
  if (date.one_of.empty()) return date.latest < from || date.earliest > to ? Fit::outside : Fit::across;
  const bool any = std::any_of(date.one_of.begin(), date.one_of.end(), [&](Day day) { return day >= from && day <= to; });
  return any ? Fit::across : Fit::outside;
}

bool selected(const Entry& entry, const Selection& selection) {
  const auto takes_part = [&](const ActorRef& actor) { return among(selection.actors, actor.id); };
  return (selection.types.empty() || among(selection.types, entry.type)) && (selection.statuses.empty() || among(selection.statuses, entry.status)) &&
         (selection.actors.empty() || std::any_of(entry.participants.begin(), entry.participants.end(), takes_part)) && entry.sources >= selection.min_sources;
}

}  // namespace kroniek
