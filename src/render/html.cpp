#include "date_words.hpp"
#include "escape.hpp"
#include "html_axis.hpp"
#include "html_text.hpp"
#include "labels.hpp"
#include "names.hpp"
#include "notes.hpp"
#include "outline.hpp"
#include "passage.hpp"

#include <kroniek/render.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace kroniek {

// src/render/page/, put into the library by page.S.in.
extern "C" const char kroniek_page_css[];
extern "C" const char kroniek_page_css_end[];
extern "C" const char kroniek_page_js[];
extern "C" const char kroniek_page_js_end[];

namespace {

using namespace render;

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + markup_escaped(value) + '"';
}

std::string element(const std::string& name, const std::string& content) { return "<" + name + ">" + content + "</" + name.substr(0, name.find(' ')) + ">"; }

// A list of ids in one attribute.
std::string id_list(const std::set<std::string>& ids) {
  std::string out;
  for (auto id : ids) {
    std::replace(id.begin(), id.end(), ' ', '-');
    out += (out.empty() ? "" : " ") + id;
  }
  return out;
}

class Page {
 public:
  Page(const Timeline& timeline, const Labels& labels, std::span<const Document> texts) : timeline_(timeline), labels_(labels) {
    for (std::size_t i = 0; i < timeline.documents.size(); ++i) numbers_.emplace(timeline.documents[i].id, i);
    for (const auto& text : texts) texts_.emplace(text.id, &text);
  }

  std::string text() {
    head();
    if (const auto axis = html_axis(timeline_, labels_); !axis.empty()) out_ += "<section aria-labelledby=\"h-axis\"><h2 id=\"h-axis\">" + say("page.axis") + "</h2>\n" + axis + "</section>\n";
    filters();
    dated();
    undated();
    differences();
    claims();
    sources();
    foot();
    return std::move(out_);
  }

 private:
  std::string say(std::string_view key, Values values = {}) const { return markup_escaped(label(labels_, key, values)); }
  static std::string plain(const std::string& words) { return markup_escaped(one_line(words)); }
  const Document* text_of(const std::string& id) const {
    const auto found = texts_.find(id);
    return found != texts_.end() ? found->second : nullptr;
  }

  void head() {
    const std::string_view css(kroniek_page_css, static_cast<std::size_t>(kroniek_page_css_end - kroniek_page_css));
    // Nothing may be fetched, whatever a source holds.
    out_ += "<!DOCTYPE html>\n<html lang=\"" + say("page.language") +
            "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
            "base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Kroniek " KRONIEK_VERSION
            "\">\n<title>" +
            say("title") + "</title>\n<style>\n" + std::string(css) + "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#list\">" + say("page.skip") + "</a>\n" + html_signs();
    out_ += "<header><h1>" + say("title") + "</h1><p>" + markup_escaped(summary_words(timeline_, labels_)) + "</p>\n<nav aria-label=\"" + say("page.contents") + "\"><ul>";
    const auto link = [&](const char* id, const char* key, bool there) {
      if (there) out_ += std::string("<li><a href=\"#") + id + "\">" + say(key) + "</a></li>";
    };
    link("h-axis", "page.axis", !timeline_.entries.empty());
    link("list", "page.chronology", true);
    link("h-undated", "section.undated", !timeline_.undated.empty());
    link("h-claims", "section.claims", !timeline_.claims.empty());
    link("h-sources", "section.sources", !timeline_.documents.empty());
    out_ += "</ul></nav></header>\n<main>\n";
  }

  void option(const std::string& value, const std::string& words) { out_ += "<option" + attribute("value", value) + ">" + plain(words) + "</option>"; }

  void box(const char* name, const std::string& value, const std::string& words, std::size_t n) {
    out_ += std::string("<label><input type=\"checkbox\" name=\"") + name + "\"" + attribute("value", value) + ">" + plain(words) + " <span class=\"count\">" + std::to_string(n) +
            "</span></label> ";
  }

  void filters() {
    std::map<std::string, std::size_t> types, statuses;
    std::map<std::string, std::string> actors;
    const auto see = [&](const std::vector<ActorRef>& all) {
      for (const auto& a : all) actors.emplace(id_list({a.id}), title_name(a, labels_));
    };
    for (const auto* entries : {&timeline_.entries, &timeline_.undated}) {
      for (const auto& entry : *entries) {
        ++types[entry.type];
        ++statuses[entry.status];
        see(entry.participants);
        see(entry.according_to);
      }
    }
    for (const auto& claim : timeline_.claims) {
      if (claim.claim.speaker.id != "unknown") see({claim.claim.speaker});
    }
    std::multimap<std::string, std::string> by_name;
    for (const auto& [id, name] : actors) by_name.emplace(name, id);

    out_ += "<form id=\"filters\" role=\"search\" aria-label=\"" + say("page.filters") + "\" hidden><div class=\"row\">\n<label>" + say("page.filter.text") +
            "<input name=\"q\" type=\"search\" autocomplete=\"off\"></label>\n<label>" + say("page.filter.actor") + "<select name=\"actor\"><option value=\"\">" + say("page.all") + "</option>";
    for (const auto& [name, id] : by_name) option(id, name);
    out_ += "</select></label>\n<label>" + say("page.filter.source") + "<select name=\"source\"><option value=\"\">" + say("page.all") + "</option>";
    for (std::size_t i = 0; i < timeline_.documents.size(); ++i) {
      const auto& document = timeline_.documents[i];
      option(id_list({document.id}), std::to_string(i + 1) + ". " + (document.title.empty() ? document.source : document.title));
    }
    out_ += "</select></label>\n<label>" + say("page.filter.min") + "<input name=\"min\" type=\"number\" min=\"1\" value=\"1\" inputmode=\"numeric\"></label></div>\n<details><summary>" +
            say("page.filter.more") + "</summary><fieldset><legend>" +
            say("page.filter.type") + "</legend><div class=\"boxes\">";
    for (const auto& [type, n] : types) box("type", type, word(labels_, "type.", type), n);
    out_ += "</div></fieldset>\n<fieldset><legend>" + say("page.filter.status") + "</legend><div class=\"boxes\">";
    for (const auto& [status, n] : statuses) box("status", status, word(labels_, "status.", status), n);
    out_ += "</div></fieldset></details>\n<div class=\"tools\"><button type=\"reset\">" + say("page.filter.clear") + "</button> <span id=\"shown\" role=\"status\" class=\"note\"></span></div></form>\n";
  }

  std::string source_words(const std::string& id, int line) const {
    const auto number = numbers_.find(id);
    if (number == numbers_.end()) return plain(id);
    const auto& document = timeline_.documents[number->second];
    auto words = "<a href=\"#source-" + std::to_string(number->second + 1) + "\">" + plain(document.title.empty() ? document.source : document.title) + "</a>";
    if (document.published) words += ", " + markup_escaped(bare_date_words(document.published->date, labels_));
    return words + ", " + say("page.line", {{"n", std::to_string(line)}});
  }

  NoteStyle note_style() const {
    return {[&](const std::string& id) {
              const auto number = numbers_.find(id);
              if (number == numbers_.end()) return plain(id);
              const auto n = std::to_string(number->second + 1);
              return "<a href=\"#source-" + n + "\">[" + n + "]</a>";
            },
            [](std::string_view text) { return markup_escaped(one_line(text)); }};
  }

  // Why a date was inferred names documents by their ids, which mean little to a reader.
  std::string basis_words(const std::string& basis) const { return word(labels_, "basis.", basis.starts_with("inferred:") ? "inferred" : basis); }

  std::string code(const std::string& text) const { return element("code", plain(text)); }

  void fact(const char* key, const std::string& value) {
    if (!value.empty()) out_ += "<dt>" + say(key) + "</dt><dd>" + value + "</dd>";
  }

  std::string people(const std::vector<ActorRef>& all) const {
    std::string out;
    for (const auto& actor : all) {
      auto name = plain(title_name(actor, labels_));
      const std::string& item = actor.wikidata;
      const bool known = item.size() > 1 && item[0] == 'Q' && item.find_first_not_of("0123456789", 1) == std::string::npos;
      if (known) name = "<a rel=\"noreferrer\" href=\"https://www.wikidata.org/wiki/" + item + "\">" + name + "</a>";
      out += (out.empty() ? "" : ", ") + name;
    }
    return out;
  }

  void mention(const EventMention& one, const Entry& entry) {
    out_ += "<blockquote dir=\"auto\"" + language_of(one.document) + ">" + marked(passage(text_of(one.document), one), entry.participants) + "</blockquote><p class=\"source\">" + source_words(one.document, one.at.line) +
            " · " + say("page.rule") + " " + code(one.rule);
    if (one.date_at) out_ += " · " + say("page.date_from", {{"text", plain_quote(*one.date_at)}, {"date", bare_date_words(one.date, labels_)}}) + " " + code(one.date_rule);
    if (one.status != entry.status && !one.status.empty()) out_ += " · " + plain(word(labels_, "status.", one.status));
    out_ += "</p>";
  }

  std::string headline(const Entry& entry) const {
    if (!one_line(entry.headline).empty()) return plain(entry.headline);
    return entry.mentions.empty() ? plain(word(labels_, "type.", entry.type)) : say("quote", {{"text", without_marks(plain_quote(entry.mentions.front().at))}});
  }

  void item(const Entry& entry) {
    std::set<std::string> actors, documents;
    for (const auto& actor : entry.participants) actors.insert(actor.id);
    for (const auto& actor : entry.according_to) actors.insert(actor.id);
    for (const auto& one : entry.mentions) documents.insert(one.document);
    out_ += "<li" + attribute("id", entry.id) + attribute("class", "s-" + entry.status) + attribute("data-t", entry.type) + attribute("data-s", entry.status) + attribute("data-p", id_list(actors)) +
            attribute("data-d", id_list(documents)) + attribute("data-n", std::to_string(entry.sources)) + "><details><summary>";
    if (entry.status != "occurred") out_ += "<span class=\"status\">" + plain(capitalised(word(labels_, "status.", entry.status))) + "</span>";
    out_ += with_details(headline(entry), markup_escaped(joined(labels_, details_of(entry, labels_), "list.comma")), labels_);
    if (speaks_of_itself(entry)) {
      out_ += "<span class=\"who\">" + say("entry.own_words", {{"entry", ""}}) + "</span>";
    } else if (!entry.according_to.empty()) {
      out_ += "<span class=\"who\">" + say("entry.according_to", {{"entry", ""}, {"speakers", joined(labels_, names_of(entry.according_to, labels_), "list.and")}}) + "</span>";
    }
    if (entry.sources > 1) out_ += " <span class=\"count\">" + markup_escaped(counted(labels_, "sources", static_cast<std::size_t>(entry.sources))) + "</span>";
    out_ += "</summary><div class=\"inside\"><dl class=\"facts\">";
    fact("page.type", plain(word(labels_, "type.", entry.type)));
    fact("page.date", plain(date_words(entry.date, labels_)) + (entry.date.edtf.empty() ? "" : " " + code(entry.date.edtf)) +
                          (entry.date_basis.empty() ? "" : " <span class=\"note\">(" + plain(basis_words(entry.date_basis)) + ")</span>"));
    fact("page.participants", people(entry.participants));
    fact("page.according_to", people(entry.according_to));
    if (entry.place) fact("page.place", plain(capitalised(entry.place->name.empty() ? entry.place->id.text() : bare_name(labels_, entry.place->name))));
    if (!entry.duration.empty()) fact("page.duration", plain(duration_words(entry.duration, labels_)));
    out_ += "</dl>";
    for (const auto& note : conflict_notes(entry, labels_, note_style())) out_ += "<p class=\"note\">" + note + "</p>";
    for (const auto& note : other_notes(entry, labels_)) out_ += "<p class=\"note\">" + markup_escaped(note) + "</p>";
    for (const auto& one : entry.mentions) mention(one, entry);
    out_ += "</div></details></li>\n";
  }

  void group(const DateGroup& group) {
    out_ += "<div class=\"group\"><h3>" + plain(capitalised(group.words)) + "</h3><ul class=\"entries\">\n";
    for (const auto* entry : group.entries) item(*entry);
    out_ += "</ul></div>\n";
  }

  // Of a source that is not in the language of the page.
  std::string language_of(const std::string& id) const {
    const auto number = numbers_.find(id);
    if (number == numbers_.end()) return {};
    const auto& language = timeline_.documents[number->second].language;
    return language.empty() || label(labels_, "page.language").starts_with(language) ? std::string() : attribute("lang", language);
  }

  // How sources are marked.
  void marks() {
    out_ += "<p class=\"note\">" +
            label(labels_, "page.marks",
                  {{"what", "<mark class=\"trigger\">" + say("page.marks.what") + "</mark>"},
                   {"when", "<mark class=\"when\">" + say("page.marks.when") + "</mark>"},
                   {"who", "<b class=\"actor\">" + say("page.marks.who") + "</b>"}}) +
            "</p>\n";
  }

  void dated() {
    out_ += "<div id=\"list\">\n";
    if (!timeline_.entries.empty() || !timeline_.undated.empty()) marks();
    if (timeline_.entries.empty()) out_ += "<p>" + say("empty") + "</p>\n";
    for (const auto& section : dated_sections(timeline_, labels_)) {
      out_ += "<section class=\"part\" aria-labelledby=\"m-" + section.key + "\"><h2 id=\"m-" + section.key + "\">" + plain(capitalised(section.title)) + "</h2>\n";
      for (const auto& one : section.groups) group(one);
      out_ += "</section>\n";
    }
    out_ += "</div>\n";
  }

  void undated() {
    if (timeline_.undated.empty()) return;
    out_ += "<section class=\"part\" aria-labelledby=\"h-undated\"><h2 id=\"h-undated\">" + say("section.undated") + "</h2><p class=\"note\">" + say("section.undated.how") + "</p>\n";
    for (const auto& one : undated_groups(timeline_, labels_)) group(one);
    out_ += "</section>\n";
  }

  void differences() {
    std::string items;
    for (const auto* entries : {&timeline_.entries, &timeline_.undated}) {
      for (const auto& entry : *entries) {
        if (entry.conflicts.empty()) continue;
        items += "<li><a href=\"#" + markup_escaped(entry.id) + "\">" + headline(entry) + "</a><ul>";
        for (const auto& note : conflict_notes(entry, labels_, note_style())) items += "<li>" + note + "</li>";
        for (const auto& one : entry.mentions) {
          items += "<li>" + source_words(one.document, one.at.line) + ": " + plain(word(labels_, "status.", one.status)) + ", " + plain(date_words(one.date, labels_)) + "</li>";
        }
        items += "</ul></li>\n";
      }
    }
    if (items.empty()) return;
    out_ += "<section aria-labelledby=\"h-differ\"><h2 id=\"h-differ\">" + say("page.differ") + "</h2><ul>\n" + items + "</ul></section>\n";
  }

  void claims() {
    if (timeline_.claims.empty()) return;
    out_ += "<section class=\"part\" aria-labelledby=\"h-claims\"><h2 id=\"h-claims\">" + say("section.claims") + "</h2><p class=\"note\">" + say("section.claims.how") + "</p>\n";
    for (const auto& said : claims_by_speaker(timeline_)) {
      out_ += "<div class=\"group\"><h3>" + plain(title_name(said.front()->claim.speaker, labels_)) + "</h3><ul class=\"claims\">\n";
      for (const auto* item : said) claim(*item);
      out_ += "</ul></div>\n";
    }
    out_ += "</section>\n";
  }

  void claim(const TimelineClaim& item) {
    const auto& one = item.claim;
    const auto said = claim_text(one, labels_);
    auto quote = plain(said.text);
    if (said.literal) quote = label(labels_, "quote", {{"text", quote}});
    out_ += "<li" + attribute("id", one.id) + attribute("data-p", id_list({one.speaker.id})) + attribute("data-d", id_list({one.document})) + ">" +
            plain(capitalised(word(labels_, "stance.", one.stance))) + ": <span dir=\"auto\"" + language_of(one.document) + ">" + quote + "</span> <span class=\"source\">" + source_words(one.document, one.at.line);
    for (const auto& id : item.about) out_ += " · <a href=\"#" + markup_escaped(id) + "\">" + say("page.about") + "</a>";
    out_ += "</span></li>\n";
  }

  void sources() {
    if (timeline_.documents.empty()) return;
    out_ += "<section aria-labelledby=\"h-sources\"><h2 id=\"h-sources\">" + say("section.sources") + "</h2><ol class=\"sources\">\n";
    int number = 0;
    for (const auto& document : timeline_.documents) {
      out_ += "<li id=\"source-" + std::to_string(++number) + "\">";
      const auto title = plain(document.title);
      if (const auto url = safe_url(document.url); !url.empty()) {
        out_ += "<a rel=\"noreferrer\"" + attribute("href", url) + ">" + (title.empty() ? markup_escaped(url) : title) + "</a>, ";
      } else if (!title.empty()) {
        out_ += "<b>" + title + "</b>, ";
      }
      if (const auto author = plain(document.author); !author.empty()) out_ += author + ", ";
      out_ += (document.published ? markup_escaped(bare_date_words(document.published->date, labels_)) : say("published.unknown")) + ", " +
              code(document.source + (document.source_line != 0 ? ":" + std::to_string(document.source_line) : "")) + "</li>\n";
    }
    out_ += "</ol></section>\n";
  }

  void foot() {
    const auto note = [&](const char* key, std::size_t n) {
      if (n > 0) out_ += "<p class=\"note\">" + markup_escaped(counted(labels_, key, n)) + "</p>\n";
    };
    out_ += "</main>\n<footer>";
    note("outside", static_cast<std::size_t>(timeline_.outside_window));
    note("errors", count_of(timeline_, Severity::error));
    note("warnings", count_of(timeline_, Severity::warning));
    out_ += "<p class=\"note\">Kroniek " KRONIEK_VERSION "</p></footer>\n<script type=\"application/json\" id=\"words\">{\"shown\":\"";
    // Neither markup nor a quotation mark may end the text.
    for (const char c : label(labels_, "page.shown")) {
      if (c != '"' && c != '\\' && c != '<') out_ += c;
    }
    out_ += "\"}</script>\n<script>\n" + std::string(kroniek_page_js, static_cast<std::size_t>(kroniek_page_js_end - kroniek_page_js)) + "</script>\n</body>\n</html>\n";
  }

  const Timeline& timeline_;
  const Labels& labels_;
  std::map<std::string_view, std::size_t> numbers_;
  std::map<std::string_view, const Document*> texts_;
  std::string out_;
};

}  // namespace

std::string to_html(const Timeline& timeline, const Labels& labels, std::span<const Document> texts) { return Page(timeline, labels, texts).text(); }

}  // namespace kroniek
