#include "read_text.hpp"

#include "front_matter.hpp"
#include "page.hpp"
#include "publication.hpp"
#include "sha256.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace kroniek {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string hexadecimal(unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  return std::string("0x") + kDigits[byte >> 4U] + kDigits[byte & 0xFU];
}

std::optional<Diagnostic> find_bad_bytes(std::string_view raw) {
  Diagnostic fault;
  if (raw.starts_with("\xFF\xFE") || raw.starts_with("\xFE\xFF")) {
    fault.code = "input.not-utf8";
    fault.message = "not UTF-8 but UTF-16, by its first two bytes (offset 0)";
    fault.hint = "convert it: iconv -f UTF-16 -t UTF-8";
    return fault;
  }
  const std::size_t zero = raw.find('\0');
  const auto invalid = find_invalid_utf8(raw);
  if (zero != std::string_view::npos && (!invalid || zero <= *invalid)) {
    fault.code = "input.binary";
    fault.message = "a NUL byte at byte offset " + std::to_string(zero) + ": this is no text";
    fault.hint = "give a text file in UTF-8; if it is UTF-16: iconv -f UTF-16 -t UTF-8";
    return fault;
  }
  if (!invalid) return std::nullopt;
  fault.code = "input.not-utf8";
  fault.message = "not UTF-8: byte " + hexadecimal(static_cast<unsigned char>(raw[*invalid])) + " at byte offset " +
                  std::to_string(*invalid) + " begins no character";
  if (zero != std::string_view::npos) fault.message += "; it has NUL bytes, too, and may be no text at all";
  fault.hint = "convert it, perhaps: iconv -f WINDOWS-1252 -t UTF-8";
  return fault;
}

class TextReader {
 public:
  TextReader(std::string_view name, std::string raw, const TextMetadata& metadata, const FurnitureMatcher& furniture,
             const IngestOptions& options)
      : name_(name), metadata_(metadata), furniture_(furniture), options_(options) {
    document_.raw = std::move(raw);
  }

  Ingested read() {
    if (!check()) return std::move(result_);
    fill_from_metadata();
    read_head();
    Page page = read_page(document_.raw, body_, title_place_, furniture_);
    judge_furniture(page, document_.raw, furniture_);
    find_title(page, document_.title);
    drop_running_heads(page);
    assign_kinds(page);
    join_halves(page, furniture_);
    mark_pull_quotes(page);
    join_halves(page, furniture_);
    cut_datelines(page, furniture_);
    if (page.published) offer(page.published->value, page.published->text, "byline", page.published->span);
    document_.title = page.title;
    assemble_text(std::move(page), document_);
    document_.sha256 = sha256(document_.raw);
    report_gaps();
    result_.documents.push_back(std::move(document_));
    return std::move(result_);
  }

 private:
  void report(Severity severity, int line, std::string code, std::string message, std::string hint) {
    result_.diagnostics.push_back({severity, std::move(code), std::string(name_), line, 0, std::move(message), std::move(hint)});
  }

  // Lines of an NDJSON text are not lines of the file.
  int line_in_file(std::uint32_t code_point) const {
    return metadata_.line > 0 ? static_cast<int>(metadata_.line) : line_of(document_.raw, code_point);
  }

  bool check() {
    const auto fail = [this](std::string code, std::string message, std::string hint) {
      report(Severity::error, static_cast<int>(metadata_.line), std::move(code), std::move(message), std::move(hint));
      return false;
    };
    // Places are 32 bits wide.
    if (document_.raw.size() > std::numeric_limits<std::uint32_t>::max() - 2) {
      return fail("input.too-large", "larger than 4 GiB", "split it into articles");
    }
    if (auto fault = find_bad_bytes(document_.raw)) return fail(fault->code, fault->message, fault->hint);
    if (trimmed(document_.raw).empty()) return fail("input.empty", "empty", "");
    return true;
  }

  void fill_from_metadata() {
    document_.id = metadata_.id;
    document_.source = metadata_.source.empty() ? std::string(name_) : metadata_.source;
    document_.source_line = metadata_.line;
    document_.title = well_formed(metadata_.title, "title");
    document_.language = well_formed(metadata_.language, "language");
    document_.url = well_formed(metadata_.url, "address");
    document_.author = well_formed(metadata_.author, "author");
    read_option();
    if (metadata_.published && !well_formed(*metadata_.published, "publication date").empty()) offer_metadata(*metadata_.published, static_cast<int>(metadata_.line), std::nullopt);
  }

  // What was taken out of a damaged file may be no UTF-8.
  std::string well_formed(const std::string& text, const char* what) {
    if (!find_invalid_utf8(text)) return text;
    report(Severity::warning, static_cast<int>(metadata_.line), "input.not-utf8", std::string("the ") + what + " is not UTF-8", "the document is read without it");
    return {};
  }

  void read_option() {
    if (options_.published.empty()) return;
    const auto date = find_invalid_utf8(options_.published) ? MetadataDate{} : read_metadata_date(options_.published, furniture_.dates());
    if (date.value) {
      document_.published = Publication{*date.value, "option", std::nullopt};
    } else {
      report(Severity::warning, 0, "input.impossible-date", "the publication date given, `" + options_.published + "`, is no date",
             "give a day (2025-03-19), a month (2025-03) or a year");
    }
  }

  // Byte order mark, front matter, first line.
  void read_head() {
    const std::string_view raw = document_.raw;
    std::size_t at = raw.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    const FrontMatter matter = read_front_matter(name_, raw, at, result_.diagnostics);
    if (matter.end > 0) {
      at = matter.end;
      take_front_matter(matter);
    }
    std::size_t text = at;
    while (text < raw.size() && (raw[text] == '\n' || raw[text] == '\r')) ++text;
    const std::size_t line_end = std::min(raw.find_first_of("\r\n", text), raw.size());
    if (const auto date = read_first_line_date(raw.substr(text, std::min<std::size_t>(line_end - text, 200)))) {
      const std::uint32_t before = count_code_points(raw.substr(0, text + date->begin));
      const auto length = static_cast<std::uint32_t>(date->end - date->begin);
      offer(date->value, std::string(raw.substr(text + date->begin, length)), "first line", Span{before, before + length});
      at = text + date->end;
    }
    body_ = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(raw.size()), count_code_points(raw.substr(0, at))};
  }

  void take_front_matter(const FrontMatter& matter) {
    const auto take = [](std::string& field, const std::optional<FrontMatterValue>& value) {
      if (value && field.empty()) field = value->text;
    };
    if (matter.title && document_.title.empty()) title_place_ = matter.title->place;
    take(document_.title, matter.title);
    take(document_.language, matter.language);
    take(document_.url, matter.url);
    take(document_.author, matter.author);
    if (!matter.published) return;
    std::optional<Span> span;
    if (const auto& place = matter.published->place) {
      span = Span{place->code_point, place->code_point + count_code_points(matter.published->text)};
    }
    offer_metadata(matter.published->text, metadata_.line > 0 ? static_cast<int>(metadata_.line) : matter.published->line, span);
  }

  void offer_metadata(const std::string& text, int line, std::optional<Span> span) {
    const MetadataDate date = read_metadata_date(text, furniture_.dates());
    if (date.value) {
      take_date(*date.value, "metadata", span);
    } else {
      report_bad_date(text, line, date.impossible);
    }
  }

  // A date of the text itself.
  void offer(const std::optional<DateValue>& value, const std::string& text, const char* basis, Span span) {
    if (value) {
      take_date(*value, basis, span);
    } else {
      report_bad_date(text, line_in_file(span.begin), true);
    }
  }

  // The places are asked in the order of their weight.
  void take_date(const DateValue& value, const char* basis, std::optional<Span> span) {
    if (!document_.published) document_.published = Publication{value, basis, span};
  }

  void report_bad_date(const std::string& text, int line, bool impossible) {
    report(Severity::warning, line, impossible ? "input.impossible-date" : "input.bad-date",
           "the publication date `" + text + (impossible ? "` does not exist" : "` is not understood"),
           "the document is read without it; write 2025-03-19, 2025-03 or 2025");
  }

  void report_gaps() {
    const int line = static_cast<int>(metadata_.line);
    if (document_.text.empty()) {
      report(Severity::warning, line, "input.no-text", "no sentences: nothing but furniture and markup", "");
    }
    if (!document_.published) {
      report(Severity::warning, line, "input.no-date", "no publication date: relative dates (\"gisteren\") stay open",
             "give --published, or a first line such as `date 2025-03-19`");
    }
  }

  std::string_view name_;
  const TextMetadata& metadata_;
  const FurnitureMatcher& furniture_;
  const IngestOptions& options_;
  Document document_;
  Ingested result_;
  SourceRange body_;
  std::optional<SourceRange> title_place_;
};

}  // namespace

Ingested read_text(std::string_view name, std::string raw, const TextMetadata& metadata,
                   const FurnitureMatcher& furniture, const IngestOptions& options) {
  return TextReader(name, std::move(raw), metadata, furniture, options).read();
}

}  // namespace kroniek
