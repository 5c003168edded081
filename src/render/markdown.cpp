#include "date_words.hpp"
#include "escape.hpp"
#include "labels.hpp"
#include "notes.hpp"

#include <kroniek/render.hpp>

#include <algorithm>
#include <map>

namespace kroniek {

namespace {

using namespace render;

// The entries under one heading.
struct DateGroup {
  std::string words;
  std::vector<const Entry*> entries;
};

// Entries with the same bounds stand side by side, but those that are told in the same words may have
// others between them (a month, and one of its days).
std::vector<DateGroup> by_date(const std::vector<Entry>& entries, const Labels& labels) {
  std::vector<DateGroup> groups;
  std::size_t run = 0;  // the first group with the bounds of the last entry
  for (const auto& entry : entries) {
    if (!groups.empty()) {
      const auto& last = groups.back().entries.front()->date;
      if (last.earliest != entry.date.earliest || last.latest != entry.date.latest) run = groups.size();
    }
    auto words = date_words(entry.date, labels);
    const auto from = groups.begin() + static_cast<std::ptrdiff_t>(run);
    const auto same = std::find_if(from, groups.end(), [&](const auto& g) { return g.words == words; });
    auto& group = same != groups.end() ? *same : groups.emplace_back(DateGroup{std::move(words), {}});
    group.entries.push_back(&entry);
  }
  return groups;
}

std::string name_of(const ActorRef& actor, const Labels& labels) {
  if (!actor.name.empty()) return escaped(actor.name);
  return actor.id == "unknown" || actor.id.empty() ? label(labels, "speaker.unknown") : escaped(actor.id);
}

std::vector<std::string> names_of(const std::vector<ActorRef>& actors, const Labels& labels) {
  std::vector<std::string> names;
  for (const auto& actor : actors) names.push_back(name_of(actor, labels));
  return names;
}

// A quotation may bring its own marks; ours take their place.
std::string_view without_marks(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"\"", "\""}, {"„", "”"}, {"„", "“"}, {"“", "”"}, {"”", "”"}, {"‘", "’"}, {"'", "'"}, {"«", "»"}};
  for (const auto& [open, close] : kPairs) {
    if (text.size() < open.size() + close.size() || !text.starts_with(open) || !text.ends_with(close)) continue;
    const auto inner = text.substr(open.size(), text.size() - open.size() - close.size());
    // "Ja", zei hij, "nee" has marks at its ends that are no pair.
    if (inner.find(open) == std::string_view::npos && inner.find(close) == std::string_view::npos) return inner;
  }
  return text;
}

std::string quoted(std::string_view text, const Labels& labels) {
  const auto line = one_line(text);
  return label(labels, "quote", {{"text", escaped(without_marks(line))}});
}

class Markdown {
 public:
  Markdown(const Timeline& timeline, const Labels& labels) : timeline_(timeline), labels_(labels) {
    for (std::size_t i = 0; i < timeline.documents.size(); ++i) numbers_.emplace(timeline.documents[i].id, i + 1);
  }

  std::string text() {
    heading(1, label(labels_, "title"));
    paragraph(summary());
    if (timeline_.entries.empty()) paragraph(label(labels_, "empty"));
    dated();
    undated();
    claims();
    sources();
    losses();
    return std::move(out_);
  }

 private:
  void heading(int level, const std::string& words) {
    if (!out_.empty()) out_ += '\n';
    out_ += std::string(static_cast<std::size_t>(level), '#') + ' ' + words + '\n';
  }
  void paragraph(const std::string& words) { out_ += '\n' + words + '\n'; }
  void item(const std::string& words) { out_ += "- " + words + '\n'; }

  std::string summary() const {
    const auto events = counted(labels_, "events", timeline_.entries.size() + timeline_.undated.size());
    const auto sources = counted(labels_, "sources", timeline_.documents.size());
    return label(labels_, "summary", {{"events", events}, {"sources", sources}, {"window", window()}});
  }

  std::string window() const {
    const auto from = timeline_.from ? day_words(*timeline_.from, labels_) : std::string();
    const auto to = timeline_.to ? day_words(*timeline_.to, labels_) : std::string();
    const char* key = timeline_.from ? (timeline_.to ? "window.both" : "window.from") : (timeline_.to ? "window.to" : "window.none");
    return label(labels_, key, {{"from", from}, {"to", to}});
  }

  // "[1]"
  std::string source_number(const std::string& document) const {
    const auto number = numbers_.find(document);
    return "[" + (number != numbers_.end() ? std::to_string(number->second) : "?") + "]";
  }

  // "[1:12]": source 1, line 12.
  std::string reference(const std::string& document, int line) const {
    const auto number = numbers_.find(document);
    return "[" + (number != numbers_.end() ? std::to_string(number->second) : "?") + ":" + std::to_string(line) + "]";
  }

  std::string references(const Entry& entry) const {
    std::vector<std::string> all;
    for (const auto& mention : entry.mentions) {
      auto one = reference(mention.document, mention.at.line);
      if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
    }
    std::string words;
    for (const auto& one : all) words += " " + one;
    return words;
  }

  std::string headline(const Entry& entry) const {
    if (auto words = escaped(entry.headline); !words.empty()) return words;
    return entry.mentions.empty() ? escaped(entry.type) : quoted(entry.mentions.front().at.text, labels_);
  }

  std::string entry_words(const Entry& entry) const {
    auto words = headline(entry);
    std::vector<std::string> details;
    if (entry.place && entry.headline.find(entry.place->name) == std::string::npos) details.push_back(escaped(entry.place->name.empty() ? entry.place->id : entry.place->name));
    if (!entry.duration.empty()) details.push_back(escaped(duration_words(entry.duration, labels_)));
    if (!details.empty()) words = label(labels_, "entry.details", {{"entry", words}, {"details", joined(labels_, details, "list.comma")}});
    if (!entry.according_to.empty()) {
      const auto speakers = joined(labels_, names_of(entry.according_to, labels_), "list.and");
      words = label(labels_, "entry.according_to", {{"entry", words}, {"speakers", speakers}});
    }
    if (entry.status == "occurred") return words;
    return label(labels_, "entry.status", {{"status", capitalised(word(labels_, "status.", entry.status))}, {"entry", words}});
  }

  void group(const DateGroup& group) {
    heading(3, capitalised(group.words));
    out_ += '\n';
    for (const auto* entry : group.entries) {
      item(entry_words(*entry) + references(*entry));
      for (const auto& note : notes_of(*entry, labels_, [&](const std::string& document) { return source_number(document); })) out_ += "  - " + note + '\n';
    }
  }

  void dated() {
    std::string month;
    for (const auto& one : by_date(timeline_.entries, labels_)) {
      const auto& date = one.entries.front()->date;
      auto words = date.earliest == kOpenPast ? month : month_words(date.earliest, labels_);
      if (words != month) heading(2, capitalised(words));
      month = std::move(words);
      group(one);
    }
  }

  void undated() {
    if (timeline_.undated.empty()) return;
    heading(2, label(labels_, "section.undated"));
    for (const auto& one : by_date(timeline_.undated, labels_)) group(one);
  }

  // The pieces of a direct quotation without what stands between them, else the reported clause.
  std::string claim_quote(const Claim& claim) const {
    if (claim.kind != "direct" || claim.contents.empty()) return quoted(claim.at.text, labels_);
    std::string pieces;
    for (const auto& content : claim.contents) {
      const auto line = one_line(content.text);
      pieces += (pieces.empty() ? "" : label(labels_, "claim.gap")) + std::string(without_marks(line));
    }
    return quoted(pieces, labels_);
  }

  std::string claim_words(const Claim& claim) const {
    const auto stance = capitalised(word(labels_, "stance.", claim.stance));
    const auto quote = claim_quote(claim);
    if (claim.date.edtf.empty()) return label(labels_, "claim", {{"stance", stance}, {"quote", quote}});
    return label(labels_, "claim.dated", {{"stance", stance}, {"quote", quote}, {"date", bare_date_words(claim.date, labels_)}});
  }

  // Speakers in the order in which they are first heard.
  std::vector<std::vector<const Claim*>> claims_by_speaker() const {
    std::vector<std::vector<const Claim*>> groups;
    std::map<std::string_view, std::size_t> place;
    for (const auto& item : timeline_.claims) {
      const auto [found, is_new] = place.emplace(item.claim.speaker.id, groups.size());
      if (is_new) groups.emplace_back();
      groups[found->second].push_back(&item.claim);
    }
    return groups;
  }

  void claims() {
    if (timeline_.claims.empty()) return;
    heading(2, label(labels_, "section.claims"));
    for (const auto& said : claims_by_speaker()) {
      const auto& speaker = said.front()->speaker;
      const auto name = name_of(speaker, labels_);
      heading(3, speaker.name.empty() ? capitalised(name) : name);
      out_ += '\n';
      for (const auto* claim : said) item(claim_words(*claim) + " " + reference(claim->document, claim->at.line));
    }
  }

  std::string source(const DocumentRecord& document) const {
    std::vector<std::string> parts;
    if (auto title = escaped(document.title); !title.empty()) parts.push_back(std::move(title));
    if (auto author = escaped(document.author); !author.empty()) parts.push_back(std::move(author));
    parts.push_back(document.published ? bare_date_words(document.published->date, labels_) : label(labels_, "published.unknown"));
    const auto line = document.source_line != 0 ? ":" + std::to_string(document.source_line) : std::string();
    parts.push_back(code_span(document.source + line));
    if (!document.url.empty()) parts.push_back(web_link(document.url));
    return joined(labels_, parts, "list.comma");
  }

  void sources() {
    if (timeline_.documents.empty()) return;
    heading(2, label(labels_, "section.sources"));
    paragraph(label(labels_, "sources.how"));
    out_ += '\n';
    int number = 0;
    for (const auto& document : timeline_.documents) out_ += std::to_string(++number) + ". " + source(document) + '\n';
  }

  void count_of(const char* key, std::size_t n) {
    if (n > 0) paragraph(counted(labels_, key, n));
  }

  // What the reader does not see above.
  void losses() {
    const auto of = [&](Severity severity) {
      const auto& all = timeline_.warnings;
      return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const auto& w) { return w.severity == severity; }));
    };
    count_of("outside", static_cast<std::size_t>(timeline_.outside_window));
    count_of("errors", of(Severity::error));
    count_of("warnings", of(Severity::warning));
  }

  const Timeline& timeline_;
  const Labels& labels_;
  std::map<std::string_view, std::size_t> numbers_;
  std::string out_;
};

}  // namespace

std::string to_markdown(const Timeline& timeline, const Labels& labels) { return Markdown(timeline, labels).text(); }

}  // namespace kroniek
