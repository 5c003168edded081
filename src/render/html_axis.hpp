// The time axis of the HTML page, drawn as SVG.
#pragma once

#include <kroniek/pack.hpp>
#include <kroniek/timeline.hpp>

#include <string>

namespace kroniek::render {

// The figure with its legend and tools; empty if there is no entry with a date.
std::string html_axis(const Timeline& timeline, const Labels& labels);

// The sign of a status, as it stands on the axis.
std::string html_sign(std::string_view status);
// Their shapes; stands once in the page.
std::string html_signs();

}  // namespace kroniek::render
