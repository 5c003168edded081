// Furniture: what stands around and between the sentences of an article. The patterns are those of a
// language and come from `text/furniture.yaml` of its pack.
#pragma once

#include "date_finder.hpp"

#include <kroniek/diagnostic.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kroniek {

class Pack;

// One rule of the file. A block meets it if it is, starts with or contains one of the literals (the case of
// ASCII letters aside) or begins as said, and the pattern is found in it, where there is one.
struct FurnitureRule {
  std::string id;
  std::vector<std::string> is, starts, contains;
  bool capitals = false;       // its first two letters are capitals
  bool digit = false;          // it begins with a digit
  std::string match;           // Boost.Regex, Perl syntax; {date} stands for a date in any form
  std::string where;           // "top" (before the first paragraph), "head", "tail" or "" (anywhere)
  int longest = 0;             // bytes
  bool emphasised = false;     // only if the block is in italics or bold as a whole
  bool takes_next = false;     // the links or the headline after it go with it
  bool caption_above = false;  // a line right above it is a caption
  bool byline = false;         // what stands above it may be the title, even if it is a sentence

  template <class Archive>
  void fields(Archive& ar) {
    ar(id, is, starts, contains, capitals, digit, match, where, longest, emphasised, takes_next, caption_above, byline);
  }
};

struct Furniture {
  std::vector<FurnitureRule> drop;       // blocks and lines that go
  std::vector<FurnitureRule> page;       // the same, and sentences go on across them
  std::vector<FurnitureRule> captions;   // blocks that are captions
  std::vector<FurnitureRule> published;  // lines that go and tell the publication date
  std::vector<FurnitureRule> datelines;  // beginnings of paragraphs that go
  std::vector<std::pair<std::string, int>> months;
  std::vector<std::string> weekdays;
  std::vector<std::string> unfinished;  // words that end no sentence and no heading

  template <class Archive>
  void fields(Archive& ar) {
    ar(drop, page, captions, published, datelines, months, weekdays, unfinished);
  }
};

// Faults are reported with their line; what is left is usable all the same.
Furniture load_furniture(const std::filesystem::path& file, std::vector<Diagnostic>& diagnostics);

enum class FurnitureUse : std::uint8_t { none,
                                         drop,
                                         page,
                                         caption,
                                         published };

// A block or line as the rules see it.
struct FurnitureView {
  std::string_view text;  // without markup
  bool top = false;       // before the first paragraph
  bool head = false;      // near the start of the document
  bool tail = false;      // near its end
  bool emphasised = false;
};

struct FurnitureVerdict {
  FurnitureUse use = FurnitureUse::none;
  bool takes_next = false;
  bool caption_above = false;
  bool byline = false;
  std::optional<FoundDate> date;  // of use `published`; in bytes of the text
  bool bare_date = false;         // by a rule for the top only
};

struct Dateline {
  std::size_t length = 0;  // bytes of the paragraph that go
  std::optional<FoundDate> date;
};

// Made once from a pack; patterns are compiled when they are first needed. Several threads may use it.
class FurnitureMatcher {
 public:
  explicit FurnitureMatcher(Furniture furniture);
  ~FurnitureMatcher();
  FurnitureMatcher(FurnitureMatcher&&) noexcept;
  FurnitureMatcher& operator=(FurnitureMatcher&&) noexcept;

  FurnitureVerdict judge(const FurnitureView& view) const;
  // The start of a paragraph that is no part of its first sentence. `head`: in the first paragraph.
  Dateline dateline(std::string_view paragraph, bool head) const;
  // The last word of the text promises more: "tussen", "de".
  bool is_unfinished(std::string_view text) const;
  const DateFinder& dates() const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

// A date is matched as this one character, which takes its place for the time of the match.
inline constexpr std::string_view kDateSign = "\uF8FF";
// `pattern` with that character for {date}.
std::string pattern_with_date(std::string pattern);

// Of the pack; defined where packs are.
const FurnitureMatcher& furniture(const Pack& pack);

}  // namespace kroniek
