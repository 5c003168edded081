#include "html_axis.hpp"

#include "date_words.hpp"
#include "escape.hpp"
#include "html_text.hpp"
#include "labels.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

namespace kroniek::render {

namespace {

// Pixels; the script of the page keeps the heights and makes the width that of the screen.
constexpr double kWidth = 1200;
constexpr int kTop = 18, kLabel = 15, kRow = 12, kGap = 3;
constexpr std::size_t kMostRows = 6;

// Statuses differ by shape, so that nobody needs colours to tell them apart.
struct Sign {
  std::string_view status, shape;
};
constexpr std::array<Sign, 7> kSigns = {{
    {"occurred", "<circle class=\"shape full\" r=\"4.5\"/>"},
    {"planned", "<circle class=\"shape\" r=\"4.5\"/>"},
    {"demanded", "<path class=\"shape\" d=\"M0-5L5 4H-5Z\"/>"},
    {"proposed", "<path class=\"shape\" d=\"M-4-4H4V4H-4Z\"/>"},
    {"conditional", "<path class=\"shape\" d=\"M0-5.5L5.5 0 0 5.5-5.5 0Z\"/>"},
    {"unconfirmed", "<circle class=\"shape half\" r=\"4.5\"/>"},
    {"negated", "<path class=\"shape\" d=\"M-4-4L4 4M4-4L-4 4\"/>"},
}};

std::string_view sign_of(std::string_view status) {
  const auto known = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& s) { return s.status == status; });
  return known != kSigns.end() ? known->status : kSigns[1].status;
}

std::string number(double value) {
  std::array<char, 32> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.1f", value);
  std::string out(buffer.data(), static_cast<std::size_t>(size));
  if (out.ends_with(".0")) out.resize(out.size() - 2);
  return out;
}

struct Range {
  Day first = 0, last = 0;
};

Range whole_range(const std::vector<Entry>& entries) {
  Range range{entries.front().date.earliest, entries.front().date.latest};
  for (const auto& entry : entries) {
    range.first = std::min(range.first, entry.date.earliest);
    range.last = std::max(range.last, entry.date.latest);
  }
  return range;
}

// Where most entries are: a few that stand far off do not make all others a dot.
Range main_range(const std::vector<Entry>& entries) {
  std::vector<Day> days;
  for (const auto& entry : entries) {
    if (entry.date.latest - entry.date.earliest > 100) continue;
    days.push_back(entry.date.earliest);
    days.push_back(entry.date.latest);
  }
  if (days.empty()) return whole_range(entries);
  std::sort(days.begin(), days.end());
  std::size_t first = 0, last = days.size() - 1;
  for (auto spare = days.size() / 10; spare > 0;) {
    auto gap = first;
    for (auto i = first; i < last; ++i) {
      if (days[i + 1] - days[i] > days[gap + 1] - days[gap]) gap = i;
    }
    if (last == first || (days[gap + 1] - days[gap]) * 3 < days[last] - days[first]) break;
    const auto left = gap + 1 - first, right = last - gap;
    if (std::min(left, right) > spare) break;
    spare -= std::min(left, right);
    left <= right ? first = gap + 1 : last = gap;
  }
  const Day margin = std::max<Day>(2, (days[last] - days[first]) / 30);
  return {days[first] - margin, days[last] + margin + 1};
}

class Axis {
 public:
  Axis(const Timeline& timeline, const Labels& labels) : timeline_(timeline), labels_(labels), view_(main_range(timeline.entries)) {}

  std::string draw() {
    make_lanes();
    const auto whole = whole_range(timeline_.entries);
    int y = kTop;
    std::string body;
    for (const auto& lane : lanes_) body += draw_lane(lane, y);
    const auto height = std::to_string(y + kGap);
    std::string out = "<figure><div class=\"axis\" id=\"axis\" tabindex=\"0\" role=\"group\" aria-label=\"" + words("page.axis.label") + "\" data-first=\"" +
                      std::to_string(whole.first) + "\" data-last=\"" + std::to_string(whole.last) + "\" data-from=\"" + std::to_string(view_.first) +
                      "\" data-to=\"" + std::to_string(view_.last) + "\">\n<svg viewBox=\"0 0 " + number(kWidth) + ' ' + height +
                      "\" aria-hidden=\"true\"><defs><linearGradient id=\"fade\"><stop offset=\"0\" stop-color=\"currentColor\" stop-opacity=\".12\"/>"
                      "<stop offset=\".5\" stop-color=\"currentColor\" stop-opacity=\".45\"/><stop offset=\"1\" stop-color=\"currentColor\" "
                      "stop-opacity=\".12\"/></linearGradient></defs>\n<g class=\"ticks\">" +
                      ticks(y + kGap) + "</g>\n" + body + "</svg></div>\n";
    return out + tools() + legend() + "</figure>\n";
  }

 private:
  struct Placed {
    const Entry* entry;
    std::size_t row;
  };
  struct Lane {
    std::string type;
    std::vector<Placed> marks;
    std::vector<double> rows;  // the right end of each
  };

  std::string words(std::string_view key) const { return markup_escaped(label(labels_, key)); }
  double x(double day) const { return (day - view_.first) / (view_.last - view_.first) * kWidth; }

  void make_lanes() {
    for (const auto& entry : timeline_.entries) {
      const auto found = std::find_if(lanes_.begin(), lanes_.end(), [&](const Lane& lane) { return lane.type == entry.type; });
      auto& lane = found != lanes_.end() ? *found : lanes_.emplace_back(Lane{entry.type, {}, {}});
      const double left = x(entry.date.earliest) - 7, right = x(entry.date.latest + 1) + 7;
      const auto free = std::find_if(lane.rows.begin(), lane.rows.end(), [&](double end) { return end <= left; });
      auto row = static_cast<std::size_t>(free - lane.rows.begin());
      if (free == lane.rows.end() && row == kMostRows) row = static_cast<std::size_t>(std::min_element(lane.rows.begin(), lane.rows.end()) - lane.rows.begin());
      if (row == lane.rows.size()) lane.rows.push_back(right);
      lane.rows[row] = std::max(lane.rows[row], right);
      lane.marks.push_back({&entry, row});
    }
    std::stable_sort(lanes_.begin(), lanes_.end(), [](const Lane& a, const Lane& b) { return a.marks.size() > b.marks.size(); });
  }

  std::string draw_lane(const Lane& lane, int& y) const {
    std::string out = "<line class=\"rule\" x1=\"0\" x2=\"4000\" y1=\"" + std::to_string(y) + "\" y2=\"" + std::to_string(y) + "\"/><text class=\"lane\" x=\"4\" y=\"" +
                      std::to_string(y + 12) + "\">" + markup_escaped(capitalised(word(labels_, "type.", lane.type))) + "</text>\n";
    for (const auto& mark : lane.marks) out += draw_mark(*mark.entry, y + kLabel + static_cast<int>(mark.row) * kRow + kRow / 2);
    y += kLabel + static_cast<int>(lane.rows.size()) * kRow + kGap;
    return out;
  }

  std::string sign(const Entry& entry, double day) const {
    return "<use href=\"#k-" + std::string(sign_of(entry.status)) + "\" data-d=\"" + number(day) + "\" x=\"" + number(x(day + 0.5)) + "\"/>";
  }

  std::string draw_mark(const Entry& entry, int y) const {
    const auto& date = entry.date;
    const auto bounds = " data-a=\"" + std::to_string(date.earliest) + "\" data-b=\"" + std::to_string(date.latest) + '"';
    // So wide that one sees it, however short.
    const double lack = std::max(0.0, (10 - (x(date.latest + 1) - x(date.earliest))) / 2);
    const double left = x(date.earliest) - lack, right = x(date.latest + 1) + lack;
    auto name = entry.headline.empty() ? word(labels_, "type.", entry.type) : entry.headline;
    if (entry.status != "occurred") name = capitalised(word(labels_, "status.", entry.status)) + ": " + name;
    std::string out = "<a href=\"#" + markup_escaped(entry.id) + "\" tabindex=\"-1\" class=\"s-" + markup_escaped(entry.status) + "\" transform=\"translate(0 " +
                      std::to_string(y) + ")\"><title>" + markup_escaped(one_line(name + " – " + date_words(date, labels_))) + "</title>";
    if (!date.one_of.empty()) {
      out += "<line class=\"choice\" x1=\"" + number(left) + "\" x2=\"" + number(right) + '"' + bounds + "/>";
      for (const Day day : date.one_of) out += "<use href=\"#k-choice\" data-d=\"" + std::to_string(day) + "\" x=\"" + number(x(day + 0.5)) + "\"/>";
      if (entry.status != "occurred") out += sign(entry, (date.earliest + date.latest) / 2.0);
    } else if (date.is_day()) {
      out += sign(entry, date.earliest);
    } else {
      out += "<rect class=\"span\" y=\"-4.5\" height=\"9\" rx=\"4.5\" x=\"" + number(left) + "\" width=\"" + number(right - left) + '"' + bounds + "/>";
      if (entry.status != "occurred") out += sign(entry, (date.earliest + date.latest) / 2.0);
    }
    return out + "</a>\n";
  }

  // Months, or years where there are too many of them.
  std::string ticks(int height) const {
    const int step = std::max(1, static_cast<int>((view_.last - view_.first) / 30.4 / 14));
    const int months = step <= 1 ? 1 : step <= 3 ? 3 : step <= 6 ? 6 : 12 * ((step + 11) / 12);
    const auto first = civil_from_day(view_.first);
    std::string out;
    for (int month = (first.year * 12 + first.month - 1) / months * months;; month += months) {
      const auto day = day_from_civil(month / 12, month % 12 + 1, 1);
      if (!day || *day > view_.last) break;
      if (*day < view_.first) continue;
      const auto at = number(x(*day));
      const auto name = months < 12 ? month_words(*day, labels_) : std::to_string(month / 12);
      out += "<line class=\"rule\" x1=\"" + at + "\" x2=\"" + at + "\" y1=\"0\" y2=\"" + std::to_string(height) + "\"/><text x=\"" + number(x(*day) + 3) +
             "\" y=\"12\">" + markup_escaped(name) + "</text>";
    }
    return out;
  }

  std::string tools() const {
    std::string out = "<div class=\"tools\" id=\"tools\" hidden>";
    for (const char* act : {"in", "out", "earlier", "later", "all"}) {
      out += std::string("<button type=\"button\" data-act=\"") + act + "\">" + words(std::string("page.axis.") + act) + "</button>";
    }
    return out + "</div>\n";
  }

  std::string legend() const {
    std::string out = "<figcaption><p class=\"note\">" + words("page.axis.how") + "</p><ul class=\"legend\">";
    for (const auto& one : kSigns) {
      const bool used = std::any_of(timeline_.entries.begin(), timeline_.entries.end(), [&](const Entry& e) { return e.status == one.status; });
      if (used) out += "<li>" + html_sign(one.status) + ' ' + words("status." + std::string(one.status)) + "</li>";
    }
    out += "<li><svg viewBox=\"-11 -7 22 14\" aria-hidden=\"true\"><rect class=\"span\" x=\"-10\" y=\"-4.5\" width=\"20\" height=\"9\" rx=\"4.5\"/></svg> " + words("page.axis.span") + "</li>";
    out += "<li><svg viewBox=\"-11 -7 22 14\" aria-hidden=\"true\"><line class=\"choice\" x1=\"-8\" x2=\"8\"/><use href=\"#k-choice\" x=\"-7\"/><use href=\"#k-choice\" x=\"7\"/></svg> " +
           words("page.axis.choice") + "</li>";
    return out + "</ul></figcaption>";
  }

  const Timeline& timeline_;
  const Labels& labels_;
  Range view_;
  std::vector<Lane> lanes_;
};

}  // namespace

std::string html_axis(const Timeline& timeline, const Labels& labels) {
  return timeline.entries.empty() ? std::string() : Axis(timeline, labels).draw();
}

std::string html_sign(std::string_view status) {
  return "<svg viewBox=\"-11 -7 22 14\" aria-hidden=\"true\" class=\"s-" + std::string(sign_of(status)) + "\"><use href=\"#k-" + std::string(sign_of(status)) + "\"/></svg>";
}

std::string html_signs() {
  std::string out = "<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\"><defs>";
  for (const auto& sign : kSigns) out += "<g id=\"k-" + std::string(sign.status) + "\">" + std::string(sign.shape) + "</g>";
  return out + "<g id=\"k-choice\"><circle class=\"shape\" r=\"2.8\"/></g></defs></svg>\n";
}

}  // namespace kroniek::render
