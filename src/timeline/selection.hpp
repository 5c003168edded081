// Which entries are asked for.
#pragma once

#include <kroniek/timeline.hpp>

namespace kroniek {

enum class Fit : std::uint8_t { inside, across, outside };

// Whether the entry lies in the window: certainly, perhaps, or certainly not. One of several days lies outside
// only if all of them do; an unknown date may lie anywhere.
Fit fit_of(const Entry& entry, const Window& window);

bool selected(const Entry& entry, const Selection& selection);

}  // namespace kroniek
