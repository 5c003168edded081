#include "passage.hpp"

#include "escape.hpp"
#include "quotation.hpp"
#include "utf8.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

namespace kroniek::render {

namespace {

// Longer sentences are cut: lists and tables may be one sentence to ICU.
constexpr std::size_t kLongest = 1200;

bool is_inner(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

bool letter_at(const std::string& text, std::size_t at) {
  if (at >= text.size()) return false;
  UChar32 c = 0;
  U8_GET(reinterpret_cast<const std::uint8_t*>(text.data()), 0, static_cast<std::int32_t>(at), static_cast<std::int32_t>(text.size()), c);
  return c >= 0 && u_isalpha(c);
}
bool letter_before(const std::string& text, std::size_t at) {
  while (at > 0 && is_inner(text[at - 1])) --at;
  return at > 0 && letter_at(text, at - 1);
}

// The first character of the working text at or after a code point of the source.
std::size_t byte_of(const Document& document, std::uint32_t code_point) {
  std::size_t low = 0, high = document.text.size();
  while (low < high) {
    auto middle = low + (high - low) / 2;
    while (middle > low && is_inner(document.text[middle])) --middle;
    if (document.map.begin_of(document.text, static_cast<std::uint32_t>(middle)) < code_point) {
      low = middle + 1;
      while (low < high && is_inner(document.text[low])) ++low;
    } else {
      high = middle;
    }
  }
  return low;
}

// The sentences of `block` that hold [begin, end).
Piece sentences(const Document& document, const Block& block, std::size_t begin, std::size_t end) {
  Piece found{block.begin, block.end};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaker(icu::BreakIterator::createSentenceInstance(icu::Locale(document.language.c_str()), status));
  UText* utext = utext_openUTF8(nullptr, document.text.data() + block.begin, static_cast<std::int64_t>(block.end - block.begin), &status);
  if (U_SUCCESS(status)) {
    breaker->setText(utext, status);
    for (auto at = breaker->first(); at != icu::BreakIterator::DONE; at = breaker->next()) {
      const auto byte = block.begin + static_cast<std::size_t>(at);
      if (byte <= begin) found.begin = byte;
      if (byte >= end) {
        found.end = byte;
        break;
      }
    }
  }
  utext_close(utext);
  return found;
}

Passage alone(const Evidence& at, const std::string& date) {
  Passage out;
  out.text = plain_quote(at.text);
  out.evidence = {0, out.text.size()};
  if (const auto found = date.empty() ? std::string::npos : out.text.find(date); found != std::string::npos) out.date = {found, found + date.size()};
  return out;
}

Passage around(const Document& document, const Evidence& at, const Evidence* date) {
  const auto begin = byte_of(document, at.span.begin), end = std::max(begin, byte_of(document, at.span.end));
  const auto& blocks = document.blocks;
  const auto block = std::find_if(blocks.begin(), blocks.end(), [&](const Block& b) { return b.begin <= begin && begin < b.end; });
  if (block == blocks.end() || end == begin) return alone(at, date != nullptr ? date->text : std::string());
  auto piece = sentences(document, *block, begin, std::min<std::size_t>(end, block->end));
  piece.end = std::max(piece.end, end);
  if (piece.end - piece.begin > kLongest) piece = {begin, end};
  while (piece.end > end && (document.text[piece.end - 1] == ' ' || document.text[piece.end - 1] == '\n')) --piece.end;
  Passage out;
  out.text = document.text.substr(piece.begin, piece.end - piece.begin);
  out.evidence = {begin - piece.begin, end - piece.begin};
  if (date != nullptr) {
    const auto from = byte_of(document, date->span.begin), to = byte_of(document, date->span.end);
    if (from >= piece.begin && to <= piece.end && from < to) out.date = {from - piece.begin, to - piece.begin};
  }
  return out;
}

}  // namespace

Passage passage(const Document* document, const EventMention& mention) {
  const auto* date = mention.date_at ? &*mention.date_at : nullptr;
  if (document == nullptr) return alone(mention.at, date != nullptr ? date->text : std::string());
  return around(*document, mention.at, date);
}

Passage passage(const Document* document, const Claim& claim) {
  return document == nullptr ? alone(claim.at, {}) : around(*document, claim.at, nullptr);
}

std::string words_of(const Document* document, const Evidence& at) {
  if (document != nullptr) {
    const auto begin = byte_of(*document, at.span.begin), end = byte_of(*document, at.span.end);
    if (end > begin) return one_line(std::string_view(document->text).substr(begin, end - begin));
  }
  return plain_quote(at.text);
}

std::vector<Piece> find_names(const std::string& text, const std::vector<ActorRef>& actors) {
  std::vector<Piece> found;
  const auto look_for = [&](const std::string& name) {
    if (name.size() < 3) return;
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
      const auto end = at + name.size();
      const bool whole = !letter_before(text, at) && !letter_at(text, end);
      const bool free = std::none_of(found.begin(), found.end(), [&](const Piece& p) { return p.begin < end && at < p.end; });
      if (whole && free) found.push_back({at, end});
    }
  };
  for (const auto& actor : actors) look_for(actor.name);
  for (const auto& actor : actors) {
    const auto space = actor.name.rfind(' ');
    const auto last = space == std::string::npos ? std::string() : actor.name.substr(space + 1);
    // "van de top" is no name; a family name has its capital.
    if (!last.empty() && (last[0] < 'a' || last[0] > 'z')) look_for(last);
  }
  std::sort(found.begin(), found.end(), [](const Piece& a, const Piece& b) { return a.begin < b.begin; });
  return found;
}

}  // namespace kroniek::render
