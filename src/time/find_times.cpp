#include "find_times.hpp"

#include "../ingest/positions.hpp"
#include "block_heads.hpp"
#include "resolve.hpp"
#include "retold.hpp"
#include "tense.hpp"
#include "time_matches.hpp"
#include "time_slots.hpp"
#include "timex.hpp"
#include "told.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace kroniek {

namespace {

// Days that differ in year, month, day, week and weekday: what a value has in common on all of them does not
// depend on the day.
constexpr std::array<Day, 4> kSamples = {11332, 14756, 23335, 8068};  // 2001-01-10, 2010-05-27, 2033-11-21, 1992-02-03

// What does not depend on the date of publication.
struct Matched {
  Matched(const Document& the_document, const Text& the_text, const TimeRules& the_rules, const Lexicon& the_lexicon, TimeStyle style)
      : document(the_document), positions(the_document.raw), text(the_text), rules(the_rules), lexicon(the_lexicon),
        conversation(style == TimeStyle::conversation), cut(cut_for_times(text, rules, lexicon)),
        matches(match_time_rules(cut, rules, lexicon, conversation)), context(cut, rules, lexicon, matches), retold(the_document, the_text, the_lexicon),
        chosen(choose_expressions(matches, rules)), taken(cut.text.tokens.size(), false), purpose(lexicon.class_id("purpose")) {
    for (const auto index : chosen) std::fill(taken.begin() + matches[index].first, taken.begin() + matches[index].last, true);
    if (chosen.empty()) return;
    const TenseReader reader(lexicon);
    tenses.reserve(chosen.size());
    for (const auto index : chosen) tenses.push_back(read_tense(reader, matches[index]));
  }
  Matched(const Matched&) = delete;
  Matched& operator=(const Matched&) = delete;

  TenseReading read_tense(const TenseReader& reader, const TimeMatch& match) const {
    const auto sentence = std::upper_bound(cut.text.sentences.begin(), cut.text.sentences.end(), match.first, [](TokenId t, const Sentence& s) { return t < s.first; });
    return reader.read(cut.text, taken, *(sentence - 1), match.first, match.last);
  }

  const Document& document;
  const Positions positions;
  const Text& text;
  const TimeRules& rules;
  const Lexicon& lexicon;
  const bool conversation;
  TimeText cut;
  std::vector<TimeMatch> matches;
  SlotContext context;
  const Retold retold;
  std::vector<std::uint32_t> chosen;  // of the matches
  std::vector<bool> taken;            // tokens of expressions
  std::vector<TenseReading> tenses;   // per chosen one
  ClassId purpose;
};

class Finder final : public TimeWork {
 public:
  Finder(std::shared_ptr<const Matched> matched, std::optional<DateValue> published)
      : matched_(std::move(matched)), document_(matched_->document), positions_(matched_->positions), text_(matched_->text), rules_(matched_->rules),
        lexicon_(matched_->lexicon), conversation_(matched_->conversation), published_(std::move(published)), cut_(matched_->cut),
        matches_(matched_->matches), context_(matched_->context), heads_(document_, text_) {
    if (published_) days_ = publication_days(*published_);
    open_ = days_.empty();
    if (open_) days_.assign(kSamples.begin(), kSamples.end());
  }

  TimeFindings run() {
    add_all();
    if (narrow()) {
      findings_ = {};
      each_.clear();
      told_ = over_ = nothing_told();
      past_told_ = false;
      heads_ = BlockHeads(document_, text_);
      head_days_.clear();
      add_all();
    }
    each_.clear();
    return std::move(findings_);
  }

  TimeFindings if_published(const DateValue& date) const override { return found(matched_, date); }

  static TimeFindings found(std::shared_ptr<const Matched> matched, std::optional<DateValue> published) {
    const auto finder = std::make_shared<Finder>(std::move(matched), std::move(published));
    auto findings = finder->run();
    findings.work = finder;
    return findings;
  }

  std::optional<DateValue> redirect(const TimeHit& hit, Direction direction) const override {
    if (!hit.bare) return hit.expression.date;
    auto values = work_out(matches_[hit.match], direction, std::nullopt);
    if (published_) keep_published(values, *published_);
    return open_ ? std::nullopt : date_of(values);
  }

  bool retold(TokenId token) const override { return matched_->retold.at(token); }
  bool quoted(TokenId token) const override { return matched_->retold.quoted(token); }

  std::optional<DateValue> recount(const TimeHit& hit, const DateValue& told) const override {
    if (hit.kind != TimeKind::anaphoric) return hit.expression.date;
    const auto days = publication_days(told);
    std::vector<Value> values;
    for (const auto day : days) {
      TimeNow now;
      now.day = days_.front();
      now.told = day_stretch(day);
      now.direction = hit.direction;
      now.conversation = conversation_;
      values.push_back(resolve(evaluate_match(context_, matches_[hit.match], now), now));
    }
    return values.empty() ? std::nullopt : date_of(values);
  }

 private:
  void add_all() {
    for (std::size_t i = 0; i < matched_->chosen.size(); ++i) add(i);
  }

  // Under a date of its own a story goes on from that day; what no date heads behind a row of them is no story any more.
  bool historic(const TimeMatch& match, const TenseReading& reading) const {
    const auto first = cut_.origin[match.first];
    return reading.direction == Direction::present && matched_->retold.at(first) && heads_.of(heads_.block_of(first)).time < 0 && heads_.dates() < 2;
  }

  // The day told last, or a week ("deze week") that was told since and begins after it.
  std::int32_t last_of_story() const {
    const auto day = last_told(told_, Grain::day), week = told_[static_cast<std::size_t>(Grain::week)];
    if (day < 0 || week < day) return day;
    const auto begin = [&](std::int32_t i) { return findings_.hits[static_cast<std::size_t>(i)].expression.date->earliest; };
    return begin(week) > begin(day) ? week : day;
  }

  // A weekday of a story that is told in the present is the first one from the day told last on, and a month told in the past
  // the first one from the month told before it in the block ("in januari 2024. In maart"): for each day of publication, where
  // it is not after that. True if it is so on none of them, and the story had come to the past tense: it is over.
  bool go_on_with_story(const TimeMatch& match, std::vector<Value>& values, bool by_month) const {
    constexpr Day kLongAgo = 60;
    const auto last = by_month ? month_of_story(match) : last_of_story();
    if (last < 0 || open_ || each_[static_cast<std::size_t>(last)].size() != days_.size()) return false;
    bool any = false;
    std::vector<std::size_t> beyond;
    for (std::size_t i = 0; i < days_.size(); ++i) {
      TimeNow now;
      now.day = days_[i];
      auto value = evaluate_match(context_, match, now);
      const auto& fields = value.fields;
      if (value.kind != ValueKind::fields || (fields.weekday != 0) == by_month || (fields.month != 0) != by_month || (fields.day != 0 && !by_month) || fields.week != 0 || fields.has_year()) return false;
      const auto& told = each_[static_cast<std::size_t>(last)][i];
      if (told.failed || told.at.begin == kOpenBegin) continue;
      const auto from = told.at.first();
      const auto next = occurrence_near(fields, from, Direction::forward);
      if (!next || (!by_month && from < days_[i] - kLongAgo)) continue;
      if (next->first() > days_[i]) {
        beyond.push_back(i);
        continue;
      }
      const auto date = civil_from_day(next->first());
      value.fields.year = static_cast<std::int16_t>(date.year);
      if (!by_month) value.fields.month = static_cast<std::int8_t>(date.month);
      if (!by_month) value.fields.day = static_cast<std::int8_t>(date.day);
      const bool published = values[i].published;
      values[i] = resolve(value, now);
      values[i].bare = !by_month;
      values[i].published = published && !by_month;
      any = true;
    }
    // So far no text had come that was published on such a day.
    for (const auto i : beyond) values[i].failed = values[i].failed || any;
    return !any && !beyond.empty() && past_told_;
  }

  // The month or day with its year that the block told last, in the past; -1: none.
  std::int32_t month_of_story(const TimeMatch& match) const {
    const auto last = last_told(told_, Grain::month);
    if (last < 0) return -1;
    const auto& hit = findings_.hits[static_cast<std::size_t>(last)];
    const auto& root = hit.anchor >= 0 ? findings_.hits[static_cast<std::size_t>(hit.anchor)] : hit;
    const bool dated = !root.bare && root.expression.anchor != "published" && hit.direction == Direction::backward && (hit.kind == TimeKind::point || hit.kind == TimeKind::anaphoric);
    return dated && heads_.block_of(hit.first) == heads_.block_of(cut_.origin[match.first]) ? last : -1;
  }

  void add(std::size_t n) {
    const auto index = matched_->chosen[n];
    auto reading = matched_->tenses[n];
    const auto& match = matches_[index];
    const auto& rule = rules_.rules[match.rule];
    TimeHit hit;
    hit.first = cut_.origin[match.first];
    hit.last = cut_.origin[match.last - 1] + 1;
    // Two in one word ("q3-3"): the first.
    if (!findings_.hits.empty() && hit.first < findings_.hits.back().last) return;
    hit.match = index;
    bool story = historic(match, reading);
    if (story) reading = {Direction::backward, "historic " + reading.reason};
    hit.direction = conversation_ && reading.direction == Direction::nearest ? Direction::present : reading.direction;

    auto values = work_out(match, hit.direction, std::nullopt);
    const bool by_month = !story && hit.direction == Direction::backward;
    if ((story || by_month) && values.front().bare && go_on_with_story(match, values, by_month) && story) {
      story = false;
      reading = matched_->tenses[n];
      hit.direction = reading.direction;
      values = work_out(match, hit.direction, std::nullopt);
    }
    // "Maandag reist zij naar Oslo. Een dag later praat zij": behind a day to come the story is over.
    if (story && values.front().told && matched_->tenses[n].direction == Direction::present && comes_last()) {
      story = false;
      reading = matched_->tenses[n];
      hit.direction = reading.direction;
    }
    if (values.front().told) {
      hit.anchor = before_apposed(hit, find_anchor(values.front(), reading.direction == Direction::backward));
      values = work_out(match, hit.direction, hit.anchor);
    }
    if (published_ && !open_) keep_published(values, *published_);
    describe(hit, match, rule, values, reading.reason);
    if (hit.expression.value.empty()) {
      warn(hit, rule.report != 0);
      return;
    }
    heads_.add(hit, static_cast<std::int32_t>(each_.size()));
    keep_head(hit, values);
    findings_.hits.push_back(std::move(hit));
    each_.push_back(std::move(values));
    if (findings_.hits.back().bare && !quoted(findings_.hits.back().first)) past_told_ = !story && findings_.hits.back().direction == Direction::backward;
    if (!tells() || recaps(n)) return;
    const auto grain = static_cast<std::size_t>(findings_.hits.back().grain);
    told_[grain] = static_cast<std::int32_t>(each_.size()) - 1;
    if (!published_ || findings_.hits.back().expression.date->earliest <= published_->latest) over_[grain] = told_[grain];
  }

  // Two expressions side by side that tell one day ("gisteren, woensdag 12 februari") tell on which days the text
  // can have been published; true if they leave fewer.
  bool narrow() {
    if (open_ || days_.size() < 2) return false;
    std::vector<bool> possible(days_.size(), true);
    for (std::size_t i = 1; i < findings_.hits.size(); ++i) {
      const auto& left = findings_.hits[i - 1];
      const auto& right = findings_.hits[i];
      if (!is_apposition(left, right)) continue;
      std::vector<bool> agree(days_.size(), false);
      bool any = false;
      const auto a = either_way(i - 1), b = either_way(i);
      for (std::size_t d = 0; d < days_.size(); ++d) {
        for (const auto& one : a) {
          for (const auto& other : b) agree[d] = agree[d] || (possible[d] && !one[d].failed && !other[d].failed && one[d].at.first() == other[d].at.first());
        }
        any = any || agree[d];
      }
      if (any) possible = std::move(agree);
    }
    std::vector<Day> left;
    for (std::size_t d = 0; d < days_.size(); ++d) {
      if (possible[d]) left.push_back(days_[d]);
    }
    if (left.size() == days_.size()) return false;
    days_ = std::move(left);
    return true;
  }

  // Its values on the days of publication, and laid back and ahead: the tense of the clause ("stelde 20 april, Pasen, voor")
  // does not tell which way.
  std::vector<std::vector<Value>> either_way(std::size_t index) const {
    std::vector<std::vector<Value>> all{each_[index]};
    const auto& hit = findings_.hits[index];
    if (!hit.bare) return all;
    for (const auto direction : {Direction::backward, Direction::forward}) {
      auto values = work_out(matches_[hit.match], direction, std::nullopt);
      if (values.size() == all.front().size()) all.push_back(std::move(values));
    }
    return all;
  }

  bool is_apposition(const TimeHit& left, const TimeHit& right) const {
    const auto point = [](const TimeHit& hit) { return hit.kind == TimeKind::point && hit.grain == Grain::day; };
    if (!point(left) || !point(right) || right.first > left.last + 1) return false;
    return right.first == left.last || text_.tokens[left.last].has(kPunct);
  }

  // What a head says on each day of publication.
  struct HeadDays {
    std::int32_t time;
    std::vector<Day> days;
  };

  void keep_head(const TimeHit& hit, const std::vector<Value>& values) {
    const auto index = static_cast<std::int32_t>(each_.size());
    const auto head = heads_.of(heads_.block_of(hit.first));
    if (head.time != index || head.clock || hit.grain != Grain::day) return;
    std::vector<Day> days;
    for (const auto& value : values) {
      if (value.failed || value.kind != ValueKind::stretch || value.at.begin == kOpenBegin) return;
      days.push_back(value.at.first());
    }
    head_days_.push_back({index, std::move(days)});
  }

  // The day that an expression counts from, for each day of publication: those of its head, if it stands under one.
  const std::vector<Day>& days_for(const TimeMatch& match) const {
    const auto first = cut_.origin[match.first];
    const auto head = heads_.of(heads_.block_of(first));
    if (head.time < 0 || heads_.stands_as_head(first, cut_.origin[match.last - 1] + 1)) return days_;
    const auto kept = std::lower_bound(head_days_.begin(), head_days_.end(), head.time, [](const HeadDays& h, std::int32_t time) { return h.time < time; });
    return kept == head_days_.end() || kept->time != head.time ? days_ : kept->days;
  }

  // The value on each possible day of publication; with an anchor, counted from its value on that day, without
  // one from samples.
  std::vector<Value> work_out(const TimeMatch& match, Direction direction, std::optional<std::int32_t> anchor) const {
    const bool known = anchor && *anchor >= 0;
    const bool samples = anchor && *anchor < 0 && !conversation_;
    const std::size_t count = samples ? std::max(days_.size(), kSamples.size()) : days_.size();
    const auto& days = days_for(match);
    std::vector<Value> values;
    for (std::size_t i = 0; i < count; ++i) {
      TimeNow now;
      now.day = days[i % days.size()];
      now.told = day_stretch(now.day);
      now.direction = direction;
      now.conversation = conversation_;
      bool failed = false;
      if (known) {
        const auto& told = each_[static_cast<std::size_t>(*anchor)][i];
        now.told = told.to ? *told.to : told.range && told.kind != ValueKind::stretch ? *told.range : told.at;
        failed = told.failed;
      } else if (samples) {
        now.told = day_stretch(kSamples[i % kSamples.size()]);
      }
      auto value = resolve(evaluate_match(context_, match, now), now);
      value.failed = value.failed || failed;
      values.push_back(value);
    }
    return values;
  }

  // The last expression that is at least as fine as what is counted from it.
  std::int32_t find_anchor(const Value& value, bool past) const {
    if (value.again) {
      if (const auto same = last_on_weekday(value); same >= 0) return same;
    }
    // "De top is dinsdag. Een dag eerder zweeg hij": what has been is counted from what has been.
    const auto& told = past && std::any_of(over_.begin(), over_.end(), [](std::int32_t i) { return i >= 0; }) ? over_ : told_;
    // A day counts from a day, if one was told; "de elfde van die maand" from what was told last.
    if (value.kind == ValueKind::stretch && value.at.grain <= Grain::day && value.needs < Grain::month) {
      if (const auto day = last_told(told, Grain::day); day >= 0) return day;
    }
    return last_told(told, std::max(value.needs, Grain::week));
  }

  // "Dinsdag praten zij, wat X vrijdag meldde. Diezelfde dinsdag ...": the Tuesday told last, not the day told last; -1: none.
  std::int32_t last_on_weekday(const Value& value) const {
    constexpr std::size_t kBack = 16;
    if (value.kind != ValueKind::stretch || value.failed) return -1;
    const auto weekday = weekday_of(value.at.first());
    for (auto i = findings_.hits.size(); i-- > 0 && i + kBack >= findings_.hits.size();) {
      const auto& date = findings_.hits[i].expression.date;
      if (date && date->is_day() && weekday_of(date->earliest) == weekday && each_[i].size() == days_.size()) return static_cast<std::int32_t>(i);
    }
    return -1;
  }

  // "zaterdag ... en zondag, een dag later,": what stands beside a day counts from the one before it.
  std::int32_t before_apposed(const TimeHit& hit, std::int32_t anchor) const {
    constexpr std::int32_t kBack = 3;
    const auto day = [&](std::int32_t i) { return findings_.hits[static_cast<std::size_t>(i)].kind == TimeKind::point && findings_.hits[static_cast<std::size_t>(i)].grain == Grain::day; };
    const auto last = static_cast<std::int32_t>(findings_.hits.size()) - 1;
    if (anchor < 1 || anchor != last || !day(last) || hit.first != findings_.hits.back().last + 1 || !text_.tokens[hit.first - 1].has(kPunct)) return anchor;
    for (auto i = last - 1; i >= 0 && i >= last - kBack; --i) {
      if (day(i) && each_[static_cast<std::size_t>(i)].size() == days_.size()) return i;
    }
    return anchor;
  }

  // Whether the day told last is one after the publication.
  bool comes_last() const {
    const auto last = last_told(told_, Grain::day);
    return published_ && last >= 0 && findings_.hits[static_cast<std::size_t>(last)].expression.date->earliest > published_->latest;
  }

  // Whether others may be counted from the last expression.
  bool tells() const {
    const auto& hit = findings_.hits.back();
    const auto& values = each_.back();
    // "‘Vandaag is een grote dag’, zei hij. De volgende dag": whoever is quoted counts from his own day.
    if (!hit.bare && hit.expression.anchor == "published" && !conversation_ && quoted(hit.first)) return false;
    if (is_purpose(hit.first) || values.front().mod == Mod::on_or_after) return false;
    if (hit.kind == TimeKind::duration || hit.kind == TimeKind::set || hit.kind == TimeKind::vague || hit.kind == TimeKind::clock) return false;
    if (values.size() != days_.size() || values.front().kind != ValueKind::stretch || !hit.expression.date) return false;
    return values.front().at.begin != kOpenBegin && values.front().at.end != kOpenEnd;
  }

  // "die een dag eerder had gebeld", in a story told in the present: no day that it goes on from.
  bool recaps(std::size_t n) const {
    const auto& hit = findings_.hits.back();
    return hit.kind == TimeKind::anaphoric && matched_->retold.at(hit.first) && matched_->tenses[n].direction == Direction::backward;
  }

  // "een bestand voor Pasen": that day was not told, but what was told is meant for it.
  bool is_purpose(TokenId first) const {
    return first > 0 && matched_->purpose != 0 && lexicon_.in_class(text_.tokens[first - 1].form, matched_->purpose).has_value();
  }

  void describe(TimeHit& hit, const TimeMatch& match, const TimeRule& rule, const std::vector<Value>& values, const std::string& reason) const {
    auto& expression = hit.expression;
    const auto begin = cut_.text.tokens[match.first].begin, end = cut_.text.tokens[match.last - 1].end;
    expression.at.span = {document_.map.begin_of(document_.text, begin), document_.map.end_of(document_.text, end)};
    expression.at.text = positions_.slice(expression.at.span);
    expression.at.line = positions_.line_of(expression.at.span.begin);
    expression.rule = rule.id;
    const Value& value = values.front();
    const auto text = timex_of(values);
    expression.type = text.type;
    expression.value = text.value;
    if (conversation_ && value.kind == ValueKind::stretch && value.range && !value.to && value.at.grain <= Grain::hour) {
      // The hours of an open end, which a date cannot tell.
      if (value.range->begin == kOpenBegin) expression.value = "../" + expression.value;
      if (value.range->end == kOpenEnd) expression.value += "/..";
    }
    expression.mod = mod_name(value.mod);
    expression.quant = rule.quant;
    if (value.kind == ValueKind::set) {
      if (value.freq != 0) expression.freq = std::to_string(value.freq) + "X";
      if (expression.quant.empty()) expression.quant = "EVERY";
    }
    const bool unanchored = value.told && hit.anchor < 0 && !conversation_;
    if (!(open_ && value.published) && !unanchored) expression.date = date_of(values);
    if (value.told) {
      if (hit.anchor >= 0) expression.anchor = "time:" + std::to_string(hit.anchor);
    } else if (value.published) {
      expression.anchor = "published";
    }
    hit.bare = value.bare;
    if (value.bare) {
      expression.reason = reason;
      TimeNow now;
      now.day = days_.front();
      const auto unresolved = evaluate_match(context_, match, now);
      if (unresolved.kind == ValueKind::fields) hit.fields = unresolved.fields;
    }
    hit.grain = value.kind == ValueKind::amount ? value.amount.unit : value.kind == ValueKind::fields ? value.fields.grain() : value.at.grain;
    hit.kind = kind_of(value);
  }

  static TimeKind kind_of(const Value& value) {
    if (value.kind == ValueKind::reference) return TimeKind::vague;
    if (value.kind == ValueKind::amount) return TimeKind::duration;
    if (value.kind == ValueKind::set) return TimeKind::set;
    if (value.kind == ValueKind::fields) return TimeKind::clock;
    if (value.told) return TimeKind::anaphoric;
    return value.to || value.range ? TimeKind::interval : TimeKind::point;
  }

  void warn(const TimeHit& hit, bool impossible) {
    findings_.warnings.push_back({Severity::warning, impossible ? "time.no-such-date" : "time.beyond-calendar", document_.source, hit.expression.at.line + static_cast<int>(document_.source_line > 0 ? document_.source_line - 1 : 0), 0,
                                  "'" + hit.expression.at.text + (impossible ? "' is no date of the calendar" : "' lies beyond the years 1 to 9999"), "it is left out"});
  }

  std::shared_ptr<const Matched> matched_;
  const Document& document_;
  const Positions& positions_;
  const Text& text_;
  const TimeRules& rules_;
  const Lexicon& lexicon_;
  bool conversation_, open_ = false;
  std::optional<DateValue> published_;
  const TimeText& cut_;
  const std::vector<TimeMatch>& matches_;
  const SlotContext& context_;
  std::vector<Day> days_;
  TimeFindings findings_;
  std::vector<std::vector<Value>> each_;   // per hit: its value on each day of publication
  Told told_ = nothing_told(), over_ = nothing_told();  // of all, and of those that are no days to come
  BlockHeads heads_;
  std::vector<HeadDays> head_days_;        // in the order of the text
  bool past_told_ = false;                 // the last day without a date was told in the past tense
};

}  // namespace

TimeFindings find_times(const Document& document, const Text& text, const TimeRules& rules, const Lexicon& lexicon, TimeStyle style) {
  return Finder::found(std::make_shared<const Matched>(document, text, rules, lexicon, style), document.published ? std::optional(document.published->date) : std::nullopt);
}

}  // namespace kroniek
