// What an entry is called, by the templates of its type.
#pragma once

#include "../events/event_rules.hpp"

#include <kroniek/timeline.hpp>

#include <string>

namespace kroniek {

// {1}, {2}: participants; {all}: their list; {place}, {theme}. The first template that can be filled counts.
// `and_word` joins the last two of a list, with its spaces.
std::string headline(const Entry& entry, const EventType& type, const std::string& language, const std::string& and_word);

}  // namespace kroniek
