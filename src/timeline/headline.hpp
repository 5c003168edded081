// What an entry is called, by the templates of its type.
#pragma once

#include "../actors/gazetteer.hpp"
#include "../events/event_rules.hpp"

#include <kroniek/pack.hpp>
#include <kroniek/timeline.hpp>

#include <string>

namespace kroniek {

// A template names participants, {all} of them, the only {one}, {many} (at least two), those that act
// ({initiator}) and those acted upon ({target}); the {place}, or where one is {at} it. "[speaks|speak]" agrees
// with the first name in the template. The first template that can be filled and names all participants
// counts, else the first that can be filled; empty if none can.
std::string headline(const Entry& entry, const EventType& type, const std::string& language, const Gazetteer& gazetteer, const Labels& labels);

}  // namespace kroniek
