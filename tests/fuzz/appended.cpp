#include "appended.hpp"
#include "oracles.hpp"
#include "targets.hpp"

#include "../../src/rules/pack.hpp"
#include "../../src/text/quotes.hpp"

#include <algorithm>
#include <array>

namespace fuzz {

using namespace kroniek;

namespace {

struct Read {
  Document document;
  Extraction extraction;
};

std::optional<Read> read(std::string text, const char* published) {
  auto read = kroniek::ingest_text("f.txt", std::move(text), pack(), {published});
  if (read.documents.size() != 1 || read.documents[0].blocks.empty()) return std::nullopt;
  read.documents[0].id = std::string("d");
  auto extraction = kroniek::extract(read.documents[0], pack());
  return Read{std::move(read.documents[0]), std::move(extraction)};
}

// Whether the text is at an end: its last paragraph is one, of whole sentences, and no quotation of it is open.
bool at_an_end(const Document& document) {
  const auto& last = document.blocks.back();
  if (last.kind != BlockKind::paragraph) return false;
  const auto words = std::string_view(document.text).substr(last.begin, last.end - last.begin);
  const auto end = words.find_last_not_of("\"')] \xE2\x80\x9D\x99");
  if (end == std::string_view::npos || std::string_view(".?!").find(words[end]) == std::string_view::npos) return false;
  const auto quotes = find_quotes(read_text(document, pack().data()), document);
  return std::all_of(quotes.begin(), quotes.end(), [](const Quote& quote) { return quote.closed || quote.next != kNoQuote; });
}

// Whether the page is cut and judged as before: a line that comes again may be a running head, a sentence a pull quote.
bool begins_with(const Document& whole, const Document& before) {
  if (whole.title != before.title || !whole.text.starts_with(before.text) || whole.blocks.size() < before.blocks.size()) return false;
  return std::equal(before.blocks.begin(), before.blocks.end(), whole.blocks.begin(), [](const Block& a, const Block& b) { return a.begin == b.begin && a.end == b.end && a.kind == b.kind; });
}

bool same(const DateValue& a, const DateValue& b) { return a.edtf == b.edtf && a.earliest == b.earliest && a.latest == b.latest && a.one_of == b.one_of; }

// What differs first; nullptr: nothing.
const char* difference(const TimeExpression& a, const TimeExpression& b) {
  if (a.at != b.at) return "place";
  if (a.rule != b.rule) return "rule";
  if (a.type != b.type || a.value != b.value || a.mod != b.mod || a.quant != b.quant || a.freq != b.freq) return "value";
  if (a.date.has_value() != b.date.has_value() || (a.date && !same(*a.date, *b.date))) return "date";
  return nullptr;
}

const char* difference(const EventMention& a, const EventMention& b) {
  if (a.at != b.at) return "place in the text";
  if (a.type != b.type || a.rule != b.rule) return "type or rule";
  if (a.status != b.status) return "status";
  if (a.words != b.words) return "words";
  if (a.participants != b.participants) return "participants";
  if (a.place != b.place || a.duration != b.duration || a.theme != b.theme || a.clock != b.clock || a.amounts != b.amounts) return "place, duration, theme, clock or amounts";
  if (!same(a.date, b.date) || a.date_at != b.date_at || a.date_rule != b.date_rule || a.date_basis != b.date_basis || a.if_published != b.if_published) return "date";
  return nullptr;
}

const char* difference(const Claim& a, const Claim& b) {
  if (a.at != b.at) return "place";
  if (a.rule != b.rule || a.kind != b.kind) return "rule or kind";
  if (a.stance != b.stance) return "stance";
  if (a.cue != b.cue || a.contents != b.contents) return "cue or contents";
  // Whose words a quotation is that nobody is said to say, the rest of an interview may tell.
  if (!a.cue.text.empty() && a.speaker != b.speaker) return "speaker";
  if (!same(a.date, b.date)) return "date";
  return nullptr;
}

// In the title or a heading, which repeat what the text says: a claim there gives way to the one in the text.
bool in_heading(const Document& document, const Evidence& at) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
    if (block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item) return false;
    return document.map.begin_of(document.text, block.begin) < at.span.end && at.span.begin < document.map.end_of(document.text, block.end);
  });
}

template <class Finding>
void require_same(std::vector<Finding> before, std::vector<Finding> whole, std::uint32_t end, const Document& document, const char* what) {
  const auto is_later = [&](const Finding& f) { return f.at.span.begin >= end; };
  whole.erase(std::remove_if(whole.begin(), whole.end(), is_later), whole.end());
  if constexpr (std::is_same_v<Finding, Claim>) {
    const auto goes = [&](const Claim& claim) { return in_heading(document, claim.at); };
    before.erase(std::remove_if(before.begin(), before.end(), goes), before.end());
    whole.erase(std::remove_if(whole.begin(), whole.end(), goes), whole.end());
    // A pull quote or heading behind may say it once more.
    for (auto& claim : whole) std::erase_if(claim.contents, [&](const Evidence& content) { return content.span.begin >= end; });
  }
  for (std::size_t i = 0; i < std::min(before.size(), whole.size()); ++i) {
    const auto* other = difference(before[i], whole[i]);
    require(other == nullptr, "text behind a blank line leaves what was found as it is", std::string(what) + ", " + (other != nullptr ? other : "") + ": " + before[i].at.text + " | " + whole[i].at.text);
  }
  require(before.size() == whole.size(), "text behind a blank line finds and loses nothing before it", std::string(what) + " in: " + document.raw);
}

}  // namespace

bool require_lasting(const std::string& text, const std::string& more, const char* published) {
  const auto before = read(text, published);
  if (!before || !at_an_end(before->document)) return false;
  const auto whole = read(text + "\n\n" + more, published);
  if (!whole || !begins_with(whole->document, before->document)) return false;
  const auto end = before->document.map.end_of(before->document.text, static_cast<std::uint32_t>(before->document.text.size()));
  require_same(before->extraction.times, whole->extraction.times, end, before->document, "times");
  require_same(before->extraction.events, whole->extraction.events, end, before->document, "events");
  require_same(before->extraction.claims, whole->extraction.claims, end, before->document, "claims");
  return true;
}

void appended(std::string_view data) {
  constexpr std::array<const char*, 4> kMore = {
      "De raad van Oudewater vergaderde woensdag over de begroting, zei wethouder Kees Hofman.",
      "\"Zij belden gisteren\", zei hij. Volgens haar was dat niet zo.\n\nDaarna trokken ze de troepen terug.",
      "Maandag 3 maart sprak minister Jan Tolsma met zijn ambtgenoot. Hij ontkent dat.",
      "# Twee dagen later\n\nDat gesprek ging niet door.",
  };
  constexpr std::array<const char*, 3> kPublished = {"2025-03-19", "2025-03", "2025"};
  const auto* published = kPublished[data.size() % kPublished.size()];
  // At a blank line near the middle, and with text of others behind.
  if (const auto cut = data.find("\n\n", data.size() / 2); cut != std::string_view::npos) require_lasting(std::string(data.substr(0, cut)), std::string(data.substr(cut + 2)), published);
  require_lasting(std::string(data), kMore[data.size() / kPublished.size() % kMore.size()], published);
}

}  // namespace fuzz
