#include "evidence.hpp"

namespace kroniek {

Evidence Places::evidence(TokenId first, TokenId last) const {
  Evidence evidence;
  if (first >= last) return evidence;
  evidence.span.begin = document_.map.begin_of(document_.text, text_.tokens[first].begin);
  evidence.span.end = document_.map.end_of(document_.text, text_.tokens[last - 1].end);
  evidence.text = positions_.slice(evidence.span);
  evidence.line = positions_.line_of(evidence.span.begin);
  return evidence;
}

}  // namespace kroniek
