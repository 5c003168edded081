// The sentence of a document around a piece of evidence.
#pragma once

#include <kroniek/document.hpp>
#include <kroniek/extraction.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace kroniek::render {

// A half-open range of bytes of Passage::text.
struct Piece {
  std::size_t begin = 0, end = 0;
};

struct Passage {
  std::string text;
  Piece evidence;
  Piece date;  // empty: none, or not here
  std::vector<Piece> triggers, actors;  // in order; those of the mention's words that stand here
};

// Whole sentences of the working text. Without the document (null) the evidence stands by itself.
Passage passage(const Document* document, const EventMention& mention);

// Where the names of the actors stand, in full or by their last word, in order and without overlaps.
std::vector<Piece> find_names(const std::string& text, const std::vector<ActorRef>& actors);

}  // namespace kroniek::render
