// Finds the time expressions of a document and works out what they mean.
#pragma once

#include "../text/text.hpp"
#include "cycles.hpp"
#include "time_rules.hpp"
#include "value.hpp"

#include <kroniek/document.hpp>
#include <kroniek/extraction.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace kroniek {

// News tells of what was, in the units that it names; a conversation is about what is to come, by the day.
enum class TimeStyle : std::uint8_t { news, conversation };

enum class TimeKind : std::uint8_t {
  point,       // a day, month, year, ... on the calendar
  interval,    // from, to, between, since, before, after
  duration,    // an amount; with a date where it is laid from the publication ("de afgelopen drie jaar")
  set,
  vague,       // PAST_REF and the like
  clock,       // a time of a day that is not told
  anaphoric,   // counted from what was told last
};

struct TimeHit {
  TokenId first = 0, last = 0;      // tokens of the document's Text
  TimeExpression expression;
  TimeKind kind = TimeKind::point;
  Grain grain = Grain::day;         // how fine it is; of a duration, its smallest unit
  Direction direction = Direction::nearest;
  // Laid into time by `direction` alone; TimeWork::redirect lays it the other way.
  bool bare = false;
  Fields fields;                    // what was told, where it is bare and nothing but a date (resolve.hpp)
  std::int32_t anchor = -1;         // index of the hit that an anaphoric one counts from
  std::uint32_t match = 0;          // for TimeWork
};

struct TimeFindings;

// Works a hit out anew when more is known of its clause or of what was told before it.
class TimeWork {
 public:
  virtual ~TimeWork() = default;
  // As if the clause looked that way; changes only hits that are `bare`.
  virtual std::optional<DateValue> redirect(const TimeHit& hit, Direction direction) const = 0;
  // An anaphoric hit, counted from the date of what was told before.
  virtual std::optional<DateValue> recount(const TimeHit& hit, const DateValue& told) const = 0;
  // Whether the present tense tells there of what has been.
  virtual bool retold(TokenId token) const = 0;
  // Whether it stands inside quotation marks.
  virtual bool quoted(TokenId token) const = 0;
  // What find_times gives for the same document with another date of publication.
  virtual TimeFindings if_published(const DateValue& date) const = 0;
};

struct TimeFindings {
  std::vector<TimeHit> hits;             // in the order of the text, without overlap
  std::vector<Diagnostic> warnings;      // impossible dates
  std::shared_ptr<const TimeWork> work;  // refers to the document, the rules and the lexicon, which must outlive it
};

TimeFindings find_times(const Document& document, const Text& text, const TimeRules& rules, const Lexicon& lexicon, TimeStyle style = TimeStyle::news);

}  // namespace kroniek
