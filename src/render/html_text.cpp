#include "html_text.hpp"

#include "utf8.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <set>

namespace kroniek::render {

std::string markup_escaped(std::string_view text) {
  const auto sound = is_utf8(text) ? std::string(text) : repaired_utf8(text);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(sound.data());
  std::string out;
  for (std::size_t at = 0; at < sound.size();) {
    const auto begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, sound.size(), c);
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFFFE || c == 0xFFFF;
    if (turns) continue;
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: control ? out += ' ' : out.append(sound, begin, at - begin);
    }
  }
  return out;
}

std::string_view safe_url(std::string_view url) {
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  const bool plain = std::all_of(url.begin(), url.end(), [](char c) { return c > 0x20 && c < 0x7F && c != '<' && c != '>' && c != '"' && c != '\\'; });
  return web && plain ? url : std::string_view();
}

std::string marked(const Passage& passage, const std::vector<ActorRef>& actors) {
  const auto names = passage.actors.empty() ? find_names(passage.text, actors) : passage.actors;
  std::set<std::size_t> cuts = {0, passage.text.size(), passage.evidence.begin, passage.evidence.end, passage.date.begin, passage.date.end};
  for (const auto* pieces : {&names, &passage.triggers}) {
    for (const auto& piece : *pieces) cuts.insert({piece.begin, piece.end});
  }
  const auto within = [](const Piece& piece, std::size_t at) { return piece.begin <= at && at < piece.end; };
  const auto in_any = [&](const std::vector<Piece>& pieces, std::size_t at) { return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) { return within(piece, at); }); };
  std::string out;
  for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
    auto text = markup_escaped(std::string_view(passage.text).substr(*cut, *std::next(cut) - *cut));
    if (in_any(names, *cut)) text = "<b class=\"actor\">" + text + "</b>";
    if (within(passage.date, *cut)) {
      text = "<mark class=\"when\">" + text + "</mark>";
    } else if (in_any(passage.triggers, *cut)) {
      text = "<mark class=\"trigger\">" + text + "</mark>";
    } else if (within(passage.evidence, *cut)) {
      text = "<mark>" + text + "</mark>";
    }
    out += text;
  }
  return out;
}

}  // namespace kroniek::render
