#include "timex.hpp"

#include "cycles.hpp"

#include <algorithm>
#include <array>

namespace kroniek {

namespace {

constexpr std::size_t kMostAlternatives = 10;

std::string digits(std::int64_t value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::string_view part_name(DayPart part) {
  static constexpr std::array<std::string_view, 7> kNames = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
  return kNames[static_cast<std::size_t>(part)];
}

// "2025-W07"
std::string week_of(Day day) {
  const Day thursday = day - weekday_of(day) + 4;
  const int year = thursday < kFirstDay ? 0 : civil_from_day(std::min(thursday, kLastDay)).year;
  const Day first = day_from_civil(std::max(year, 1), 1, 4).value_or(0);
  return digits(year, 4) + "-W" + digits((thursday - (first - weekday_of(first) + 4)) / 7 + 1, 2);
}

std::string clock_text(Second in_day, Grain grain) {
  std::string text = "T" + digits(in_day / 3600, 2);
  if (grain <= Grain::minute) text += ":" + digits(in_day / 60 % 60, 2);
  if (grain == Grain::second) text += ":" + digits(in_day % 60, 2);
  return text;
}

// A number of thousandths: "1.5", "30".
std::string decimal(std::int64_t thousandths) {
  std::string text = std::to_string(thousandths / 1000);
  if (thousandths % 1000 != 0) {
    text += "." + digits(thousandths % 1000, 3);
    while (text.back() == '0') text.pop_back();
  }
  return text;
}

// Keeps the digits in which all values agree; a group of digits that differs becomes X.
std::string common(const std::vector<std::string>& texts) {
  std::string result = texts.front();
  for (const auto& text : texts) {
    if (text.size() != result.size()) return texts.front();
  }
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t begin = 0; begin < result.size();) {
    std::size_t end = begin;
    while (end < result.size() && (is_digit(result[end]) || result[end] == 'X')) ++end;
    if (end == begin) {
      ++begin;
      continue;
    }
    const bool same = std::all_of(texts.begin(), texts.end(), [&](const auto& t) { return t.compare(begin, end - begin, texts.front(), begin, end - begin) == 0; });
    if (!same) std::fill(result.begin() + static_cast<std::ptrdiff_t>(begin), result.begin() + static_cast<std::ptrdiff_t>(end), 'X');
    begin = end;
  }
  return result;
}

std::string in_weeks(const Stretch& stretch) { return week_of(stretch.first()) + "-" + std::to_string(weekday_of(stretch.first())); }

TimeType type_of(const Stretch& stretch) { return stretch.grain < Grain::day ? TimeType::time : TimeType::date; }

// The date of one value.
std::optional<DateValue> single(const Value& value) {
  Stretch stretch = value.range.value_or(value.at);
  if (value.failed || (value.kind != ValueKind::stretch && !value.range)) return std::nullopt;
  // A clock time without its day; a year that each firm begins elsewhere.
  if (value.kind == ValueKind::fields || value.count != 0) return std::nullopt;
  std::optional<DateValue> date;
  if (!value.range) {
    const auto text = timex_stretch(stretch);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kSeasons = {{{"-SP", "-21"}, {"-SU", "-22"}, {"-FA", "-23"}, {"-WI", "-24"}}};
    if (stretch.grain == Grain::season) {
      for (const auto& [timex, edtf] : kSeasons) {
        if (text.ends_with(timex)) date = parse_edtf(text.substr(0, text.size() - timex.size()) + std::string(edtf));
      }
    }
  }
  if (!date) {
    // The first decade begins before the calendar does, and what comes after the last lies behind it.
    const Day first = stretch.first() == kOpenPast ? kOpenPast : std::max(stretch.first(), kFirstDay);
    const Day last = stretch.last() == kOpenFuture ? kOpenFuture : std::min(stretch.last(), kLastDay);
    if (first > kLastDay || last < kFirstDay || first > last) return std::nullopt;
    date = between(first, last);
  }
  const bool vague = value.mod == Mod::approx || value.mod == Mod::start || value.mod == Mod::mid || value.mod == Mod::end;
  if (vague && !date->edtf.empty()) {
    const auto slash = date->edtf.find('/');
    if (slash == std::string::npos) {
      date->edtf += "~";
    } else {
      const auto first = date->edtf.substr(0, slash), last = date->edtf.substr(slash + 1);
      date->edtf = first + (first == ".." ? "/" : "~/") + last + (last == ".." ? "" : "~");
    }
  }
  return date;
}

}  // namespace

std::string_view type_name(TimeType type) {
  switch (type) {
    case TimeType::date: return "DATE";
    case TimeType::time: return "TIME";
    case TimeType::duration: return "DURATION";
    case TimeType::set: return "SET";
  }
  return "DATE";
}

std::string_view mod_name(Mod mod) {
  static constexpr std::array<std::string_view, 13> kNames = {"", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN",
                                                              "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX"};
  return kNames[static_cast<std::size_t>(mod)];
}

std::string timex_amount(const Amount& amount) {
  if (amount.unknown) {
    static constexpr std::array<std::string_view, 14> kUnknown = {"PTXS", "PTXM", "PTXH", "PXD", "PXD", "PXWE", "PXW", "PXM", "PXM", "PXQ", "PXM", "PXY", "PXY", "PXY"};
    return std::string(kUnknown[static_cast<std::size_t>(amount.unit)]);
  }
  Amount a = amount;
  // Halves and quarters become smaller units where these are whole.
  const auto spread = [](std::int64_t& large, std::int64_t& small, std::int64_t factor) {
    const auto rest = large % 1000;
    if (rest != 0 && rest * factor % 1000 == 0) {
      large -= rest;
      small += rest * factor;
    }
  };
  spread(a.years, a.months, 12);
  spread(a.hours, a.minutes, 60);
  spread(a.minutes, a.seconds, 60);
  std::string text = "P";
  const auto put = [&](std::int64_t thousandths, std::string_view unit) {
    if (thousandths != 0) text += decimal(thousandths) + std::string(unit);
  };
  put(a.years, "Y");
  put(a.quarters, "Q");
  put(a.months, "M");
  put(a.weeks, "W");
  put(a.weekends, "WE");
  put(a.days, "D");
  if (a.hours != 0 || a.minutes != 0 || a.seconds != 0) text += "T";
  put(a.hours, "H");
  put(a.minutes, "M");
  put(a.seconds, "S");
  return text == "P" ? (amount.unit < Grain::day ? "PT0S" : "P0D") : text;
}

std::string timex_stretch(const Stretch& stretch) {
  const Day day = stretch.begin == kOpenBegin ? stretch.last() : stretch.first();
  const auto date = civil_from_day(day);
  switch (stretch.grain) {
    case Grain::second:
    case Grain::minute:
    case Grain::hour: return iso_day(day) + clock_text(stretch.begin - day * kDaySeconds, stretch.grain);
    case Grain::part: return iso_day(day) + "T" + std::string(part_name(stretch.part));
    case Grain::day: return iso_day(day);
    case Grain::weekend: return week_of(day) + "-WE";
    case Grain::week: return week_of(day);
    case Grain::month: return iso_day(day).substr(0, 7);
    case Grain::season: {
      static constexpr std::array<std::string_view, 4> kNames = {"SP", "SU", "FA", "WI"};
      return digits(date.year, 4) + "-" + std::string(kNames[static_cast<std::size_t>((date.month / 3 + 3) % 4)]);
    }
    case Grain::quarter: return digits(date.year, 4) + "-Q" + std::to_string((date.month - 1) / 3 + 1);
    case Grain::half: return digits(date.year, 4) + "-H" + std::to_string((date.month - 1) / 6 + 1);
    case Grain::year: return digits(date.year, 4);
    case Grain::decade: return digits(date.year / 10, 3);
    case Grain::century: return digits(date.year / 100, 2);
  }
  return {};
}

std::string timex_fields(const Fields& f) {
  std::string text;
  if (!f.only_clock()) {
    text = f.year != 0 ? digits(f.year, 4) : "XXXX";
    if (f.easter != Fields::kNoEaster) {
      text += "-XX-XX";
    } else if (f.weekday != 0 && f.day == 0) {
      text += (f.week != 0 ? "-W" + digits(f.week, 2) : "-WXX") + "-" + std::to_string(f.weekday);
    } else if (f.weekend) {
      text += "-WXX-WE";
    } else if (f.week != 0) {
      text += "-W" + digits(f.week, 2);
    } else if (f.month != 0 || f.day != 0) {
      text += f.month != 0 ? "-" + digits(f.month, 2) : "-XX";
      if (f.day != 0) text += "-" + digits(f.day, 2);
    } else if (f.season != 0) {
      static constexpr std::array<std::string_view, 4> kNames = {"-SP", "-SU", "-FA", "-WI"};
      text += kNames[static_cast<std::size_t>(f.season - 1)];
    } else if (f.quarter != 0) {
      text += "-Q" + std::to_string(f.quarter);
    } else if (f.half != 0) {
      text += "-H" + std::to_string(f.half);
    }
  }
  if (f.hour >= 0) {
    text += clock_text(f.hour * Second{3600} + std::max<int>(f.minute, 0) * Second{60} + std::max<int>(f.second, 0), f.grain());
  } else if (f.part != DayPart::none) {
    text += "T" + std::string(part_name(f.part));
  }
  return text;
}

TimexText timex_of(const std::vector<Value>& values) {
  const auto sound = std::find_if(values.begin(), values.end(), [](const Value& value) { return !value.failed; });
  const Value& first = sound == values.end() ? values.front() : *sound;
  switch (first.kind) {
    case ValueKind::reference: {
      static constexpr std::array<std::string_view, 3> kNames = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
      return {TimeType::date, std::string(kNames[static_cast<std::size_t>(first.reference)])};
    }
    case ValueKind::amount: return {TimeType::duration, timex_amount(first.amount)};
    case ValueKind::set: {
      const bool fields = !(first.fields == Fields{});
      return {TimeType::set, fields ? timex_fields(first.fields) : timex_amount(first.amount)};
    }
    case ValueKind::fields: {
      auto text = timex_fields(first.fields);
      if (first.to) text += "/" + clock_text(first.to->begin, first.to->grain);
      return {first.fields.grain() < Grain::day ? TimeType::time : TimeType::date, text};
    }
    case ValueKind::stretch: break;
    default: return {};
  }
  std::vector<std::string> from, to;
  TimeType type = type_of(first.at);
  bool one_week_day = true;
  for (const auto& value : values) {
    if (value.failed) continue;
    from.push_back((value.count == 'F' ? "FY" : value.count == 'S' ? "SY" : "") + timex_stretch(value.at));
    if (value.to) to.push_back(timex_stretch(*value.to));
    one_week_day = one_week_day && value.at.by_weekday && value.at.grain == Grain::day;
  }
  if (from.empty()) return {};
  if (one_week_day && !first.to && common(from) != from.front()) {
    from.clear();
    for (const auto& value : values) {
      if (!value.failed) from.push_back(in_weeks(value.at));
    }
  }
  auto text = common(from);
  if (to.size() == from.size()) {
    text += "/" + common(to);
    if (type_of(*first.to) == TimeType::time) type = TimeType::time;
  }
  return {type, text};
}

std::optional<DateValue> date_of(const std::vector<Value>& values) {
  std::vector<DateValue> dates;
  for (const auto& value : values) {
    auto date = single(value);
    if (date) dates.push_back(std::move(*date));
  }
  if (dates.empty()) return std::nullopt;
  const bool same = std::all_of(dates.begin(), dates.end(), [&](const auto& d) { return d == dates.front(); });
  if (same) return dates.front();
  std::sort(dates.begin(), dates.end(), [](const auto& a, const auto& b) { return a.earliest != b.earliest ? a.earliest < b.earliest : a.latest < b.latest; });
  std::vector<Day> days;
  bool all_days = true, gaps = false;
  Day earliest = dates.front().earliest, latest = dates.front().latest;
  for (const auto& date : dates) {
    all_days = all_days && date.is_day();
    gaps = gaps || (latest != kOpenFuture && date.earliest != kOpenPast && date.earliest > latest + 1);
    latest = std::max(latest, date.latest);
    if (days.empty() || days.back() != date.earliest) days.push_back(date.earliest);
  }
  if (all_days && gaps && days.size() <= kMostAlternatives) return one_of(std::move(days));
  return between(earliest, latest);
}

void keep_published(std::vector<Value>& values, const DateValue& published) {
  if (values.size() < 2) return;
  const auto beyond = [&](const Value& v) { return v.failed || v.at.last() < published.earliest || v.at.first() > published.latest; };
  if (!std::all_of(values.begin(), values.end(), [](const Value& v) { return v.bare && !v.to && (!v.range || v.at.by_weekday); })) return;
  if (std::all_of(values.begin(), values.end(), beyond)) return;
  for (auto& value : values) value.failed = beyond(value);
}

}  // namespace kroniek
