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

void add(const RoleWords& words, Piece piece, Passage& out) {
  const bool trigger = words.role == "trigger";
  if (piece.begin < piece.end && (trigger || (!words.id.empty() && words.role != "place"))) (trigger ? out.triggers : out.actors).push_back(piece);
}

// "belde" is the nth "belde" of the evidence, with whatever was cleaned away.
Piece find_again(const std::string& text, const Evidence& at, Span span, const std::string& words) {
  if (words.empty() || span.begin < at.span.begin || span.end > at.span.end) return {};
  std::size_t before = 0;
  for (auto n = span.begin - at.span.begin; n > 0 && before < at.text.size(); --n) {
    do ++before;
    while (before < at.text.size() && is_inner(at.text[before]));
  }
  auto found = text.find(words);
  for (auto same = at.text.find(words); same < before && found != std::string::npos; same = at.text.find(words, same + 1)) found = text.find(words, found + 1);
  return found == std::string::npos ? Piece{} : Piece{found, found + words.size()};
}

Passage alone(const EventMention& mention) {
  Passage out;
  out.text = plain_quote(mention.at);
  out.evidence = {0, out.text.size()};
  if (mention.date_at) out.date = find_again(out.text, mention.at, mention.date_at->span, plain_quote(*mention.date_at));
  for (const auto& words : mention.words) add(words, find_again(out.text, mention.at, words.span, plain_quote(words.text)), out);
  return out;
}

}  // namespace

Passage passage(const Document* document, const EventMention& mention) {
  if (document == nullptr) return alone(mention);
  const auto piece_of = [&](Span span) { return Piece{byte_of(*document, span.begin), byte_of(*document, span.end)}; };
  const auto at = piece_of(mention.at.span);
  const auto& blocks = document->blocks;
  const auto block = std::find_if(blocks.begin(), blocks.end(), [&](const Block& b) { return b.begin <= at.begin && at.begin < b.end; });
  if (block == blocks.end() || at.end <= at.begin) return alone(mention);
  auto whole = sentences(*document, *block, at.begin, std::min<std::size_t>(at.end, block->end));
  whole.end = std::max(whole.end, at.end);
  if (whole.end - whole.begin > kLongest) whole = at;
  while (whole.end > at.end && (document->text[whole.end - 1] == ' ' || document->text[whole.end - 1] == '\n')) --whole.end;
  Passage out;
  out.text = document->text.substr(whole.begin, whole.end - whole.begin);
  out.evidence = {at.begin - whole.begin, at.end - whole.begin};
  const auto here = [&](Span span) {
    const auto piece = piece_of(span);
    const bool inside = piece.begin >= whole.begin && piece.end <= whole.end && piece.begin < piece.end;
    return inside ? Piece{piece.begin - whole.begin, piece.end - whole.begin} : Piece{};
  };
  if (mention.date_at) out.date = here(mention.date_at->span);
  for (const auto& words : mention.words) add(words, here(words.span), out);
  return out;
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
    const std::string& name = actor.name;
    const auto space = name.rfind(' ');
    const auto last = space == std::string::npos ? std::string() : name.substr(space + 1);
    // "van de top" is no name; a family name has its capital.
    if (!last.empty() && (last[0] < 'a' || last[0] > 'z')) look_for(last);
  }
  std::sort(found.begin(), found.end(), [](const Piece& a, const Piece& b) { return a.begin < b.begin; });
  return found;
}

}  // namespace kroniek::render
