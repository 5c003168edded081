#include "date_words.hpp"
#include "escape.hpp"
#include "labels.hpp"
#include "names.hpp"
#include "notes.hpp"
#include "outline.hpp"
#include "quotation.hpp"

#include <kroniek/render.hpp>

#include <algorithm>
#include <map>

namespace kroniek {

namespace {

using namespace render;

std::string quoted(std::string_view text, const Labels& labels) { return label(labels, "quote", {{"text", escaped(text)}}); }

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

  std::string summary() const { return summary_words(timeline_, labels_); }

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
    if (entry.mentions.empty()) return escaped(entry.type);
    const auto quote = plain_quote(entry.mentions.front().at);
    return quoted(without_marks(quote), labels_);
  }

  std::string entry_words(const Entry& entry) const {
    auto words = headline(entry);
    std::vector<std::string> details;
    for (const auto& detail : details_of(entry, labels_)) details.push_back(escaped(detail));
    words = with_details(words, joined(labels_, details, "list.comma"), labels_);
    if (speaks_of_itself(entry)) {
      words = label(labels_, "entry.own_words", {{"entry", words}});
    } else if (!entry.according_to.empty()) {
      std::vector<std::string> speakers;
      for (const auto& name : names_of(entry.according_to, labels_)) speakers.push_back(escaped(name));
      words = label(labels_, "entry.according_to", {{"entry", words}, {"speakers", joined(labels_, speakers, "list.and")}});
    }
    if (entry.status == "occurred") return words;
    return label(labels_, "entry.status", {{"status", capitalised(word(labels_, "status.", entry.status))}, {"entry", words}});
  }

  void groups(const std::vector<DateGroup>& all) {
    const NoteStyle style{[&](const std::string& document) { return source_number(document); }, escaped};
    for (const auto& group : all) {
      heading(3, capitalised(group.words));
      out_ += '\n';
      for (const auto* entry : group.entries) {
        item(entry_words(*entry) + references(*entry));
        for (const auto& note : conflict_notes(*entry, labels_, style)) out_ += "  - " + note + '\n';
        for (const auto& note : other_notes(*entry, labels_)) out_ += "  - " + note + '\n';
      }
    }
  }

  void dated() {
    for (const auto& section : dated_sections(timeline_, labels_)) {
      heading(2, capitalised(section.title));
      groups(section.groups);
    }
  }

  void undated() {
    if (timeline_.undated.empty()) return;
    heading(2, label(labels_, "section.undated"));
    paragraph(label(labels_, "section.undated.how"));
    groups(undated_groups(timeline_, labels_));
  }

  std::string claim_words(const Claim& claim) const {
    const auto stance = capitalised(word(labels_, "stance.", claim.stance));
    const auto said = claim_text(claim, labels_);
    const auto quote = said.literal ? quoted(said.text, labels_) : escaped(said.text);
    if (claim.date.edtf.empty()) return label(labels_, "claim", {{"stance", stance}, {"quote", quote}});
    return label(labels_, "claim.dated", {{"stance", stance}, {"quote", quote}, {"date", bare_date_words(claim.date, labels_)}});
  }

  void claims() {
    if (timeline_.claims.empty()) return;
    heading(2, label(labels_, "section.claims"));
    paragraph(label(labels_, "section.claims.how"));
    for (const auto& said : claims_by_speaker(timeline_)) {
      heading(3, escaped(title_name(said.front()->claim.speaker, labels_)));
      out_ += '\n';
      for (const auto* item : said) this->item(claim_words(item->claim) + " " + reference(item->claim.document, item->claim.at.line));
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

  void tell_count(const char* key, std::size_t n) {
    if (n > 0) paragraph(counted(labels_, key, n));
  }

  // What the reader does not see above.
  void losses() {
    tell_count("outside", static_cast<std::size_t>(timeline_.outside_window));
    tell_count("errors", count_of(timeline_, Severity::error));
    tell_count("warnings", count_of(timeline_, Severity::warning));
  }

  const Timeline& timeline_;
  const Labels& labels_;
  std::map<std::string_view, std::size_t> numbers_;
  std::string out_;
};

}  // namespace

std::string to_markdown(const Timeline& timeline, const Labels& labels) { return Markdown(timeline, labels).text(); }

}  // namespace kroniek
