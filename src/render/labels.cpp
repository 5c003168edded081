#include "labels.hpp"

#include "../rules/yaml.hpp"

#include <algorithm>

namespace kroniek {

namespace {

std::vector<std::string> placeholders_of(std::string_view text) {
  std::vector<std::string> found;
  for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) break;
    found.emplace_back(text.substr(open + 1, close - open - 1));
  }
  return found;
}

bool knows(std::string_view placeholders, const std::string& name) {
  return (" " + std::string(placeholders) + " ").find(" " + name + " ") != std::string::npos;
}

void check_placeholders(YamlFile& file, const yaml::Node& at, const render::LabelSpec& spec) {
  for (const auto& name : placeholders_of(at.text())) {
    if (knows(spec.placeholders, name)) continue;
    file.error(at, "labels.unknown-placeholder", "the label '" + std::string(spec.key) + "' has no placeholder {" + name + "}",
               spec.placeholders.empty() ? "it takes none" : "it takes " + std::string(spec.placeholders));
  }
}

}  // namespace

Labels load_labels(const std::filesystem::path& path, std::vector<Diagnostic>& diagnostics) {
  const auto before = diagnostics.size();
  YamlFile file(path, path.string(), diagnostics);
  Labels labels;
  if (diagnostics.size() > before) return labels;
  if (!file.root().is_map()) {
    file.error(file.root(), "labels.wrong-shape", "a map of labels is expected here", "write 'key: text' lines");
    return labels;
  }
  const auto specs = render::label_specs();
  for (const auto& item : file.root()) {
    if (!item.first.is_scalar() || !item.second.is_scalar()) {
      file.error(item.first, "labels.wrong-shape", "a label is one text", "write 'key: text'");
      continue;
    }
    const auto& key = item.first.text();
    if (!labels.emplace(key, item.second.text()).second) {
      file.error(item.first, "labels.repeated-key", "the label '" + key + "' stands here twice", "delete one of them");
    }
    const auto spec = std::find_if(specs.begin(), specs.end(), [&](const auto& s) { return s.key == key; });
    if (spec != specs.end()) check_placeholders(file, item.second, *spec);
  }
  for (const auto& spec : specs) {
    if (labels.contains(spec.key)) continue;
    file.error(file.root(), "labels.missing-key", "the label '" + std::string(spec.key) + "' is missing",
               "add '" + std::string(spec.key) + ": ...'");
  }
  return labels;
}

namespace render {

std::span<const LabelSpec> label_specs() {
  static constexpr LabelSpec specs[] = {
      {"title", ""},
      {"summary", "events sources window"},
      {"summary.all", "events sources"},
      {"events.one", "n"},
      {"events.many", "n"},
      {"sources.one", "n"},
      {"sources.many", "n"},
      {"window.both", "from to"},
      {"window.from", "from"},
      {"window.to", "to"},
      {"empty", ""},
      {"section.years", "from to"},
      {"section.undated", ""},
      {"section.undated.how", ""},
      {"section.claims", ""},
      {"section.claims.how", ""},
      {"section.sources", ""},
      {"sources.how", ""},
      {"outside.one", "n"},
      {"outside.many", "n"},
      {"warnings.one", "n"},
      {"warnings.many", "n"},
      {"errors.one", "n"},
      {"errors.many", "n"},
      {"entry.status", "status entry"},
      {"entry.details", "entry details"},
      {"entry.own_words", "entry"},
      {"entry.according_to", "entry speakers"},
      {"claim", "stance quote"},
      {"claim.dated", "stance quote date"},
      {"claim.gap", ""},
      {"speaker.unknown", ""},
      {"quote", "text"},
      {"published.unknown", ""},
      {"note.conflict", "about readings"},
      {"note.reading", "value sources"},
      {"note.inferred", ""},
      {"note.fulfils", ""},
      {"note.called_off", ""},
      {"note.sources.one", "n"},
      {"note.sources.many", "n"},
      {"note.edited", ""},
      {"note.outside", ""},
      {"conflict.date", ""},
      {"conflict.status", ""},
      {"conflict.duration", ""},
      {"conflict.number", "noun"},
      {"reading.occurred", ""},
      {"reading.negated", ""},
      {"list.comma", ""},
      {"list.and", ""},
      {"list.or", ""},
      {"number.decimal", ""},
      {"place.at", "place"},
      {"status.occurred", ""},
      {"status.planned", ""},
      {"status.demanded", ""},
      {"status.proposed", ""},
      {"status.negated", ""},
      {"status.conditional", ""},
      {"status.unconfirmed", ""},
      {"stance.asserts", ""},
      {"stance.denies", ""},
      {"stance.demands", ""},
      {"stance.proposes", ""},
      {"stance.promises", ""},
      {"stance.threatens", ""},
      {"stance.warns", ""},
      {"stance.accuses", ""},
      {"stance.refuses", ""},
      {"stance.agrees", ""},
      {"stance.hopes", ""},
      {"page.language", ""},
      {"page.skip", ""},
      {"page.contents", ""},
      {"page.axis", ""},
      {"page.axis.label", ""},
      {"page.axis.how", ""},
      {"page.axis.in", ""},
      {"page.axis.out", ""},
      {"page.axis.earlier", ""},
      {"page.axis.later", ""},
      {"page.axis.all", ""},
      {"page.axis.span", ""},
      {"page.axis.choice", ""},
      {"page.chronology", ""},
      {"page.filters", ""},
      {"page.filter.text", ""},
      {"page.filter.actor", ""},
      {"page.filter.source", ""},
      {"page.filter.min", ""},
      {"page.filter.more", ""},
      {"page.filter.type", ""},
      {"page.filter.status", ""},
      {"page.filter.clear", ""},
      {"page.all", ""},
      {"page.shown", "n m"},
      {"page.type", ""},
      {"page.date", ""},
      {"page.participants", ""},
      {"page.according_to", ""},
      {"page.place", ""},
      {"page.duration", ""},
      {"page.line", "n"},
      {"page.rule", ""},
      {"page.date_from", "text date"},
      {"page.marks", "what when who"},
      {"page.marks.what", ""},
      {"page.marks.when", ""},
      {"page.marks.who", ""},
      {"page.about", ""},
      {"page.differ", ""},
      {"date.unknown", ""},
      {"date.weekday", "weekday day"},
      {"date.day", "day month year"},
      {"date.day_month", "day month"},
      {"date.month", "month year"},
      {"date.week", "day"},
      {"date.season.21", "year"},
      {"date.season.22", "year"},
      {"date.season.23", "year"},
      {"date.season.24", "year"},
      {"date.season.33", "year"},
      {"date.season.34", "year"},
      {"date.season.35", "year"},
      {"date.season.36", "year"},
      {"date.in", "date"},
      {"date.about", "date"},
      {"date.uncertain", "date"},
      {"date.before", "date"},
      {"date.after", "date"},
      {"date.between", "from to"},
      {"date.span", "from to"},
      {"date.span_days", "from to"},
      {"date.with_year", "date year"},
      {"date.one_of_weekday", "weekday days"},
      {"date.one_of_weekday_month", "weekday days month year"},
      {"date.one_of_many", "n span"},
      {"date.one_of_many_weekday", "weekday span"},
      {"month.1", ""},
      {"month.2", ""},
      {"month.3", ""},
      {"month.4", ""},
      {"month.5", ""},
      {"month.6", ""},
      {"month.7", ""},
      {"month.8", ""},
      {"month.9", ""},
      {"month.10", ""},
      {"month.11", ""},
      {"month.12", ""},
      {"weekday.1", ""},
      {"weekday.2", ""},
      {"weekday.3", ""},
      {"weekday.4", ""},
      {"weekday.5", ""},
      {"weekday.6", ""},
      {"weekday.7", ""},
      {"duration.year.one", "n"},
      {"duration.year.many", "n"},
      {"duration.year.some", ""},
      {"duration.month.one", "n"},
      {"duration.month.many", "n"},
      {"duration.month.some", ""},
      {"duration.week.one", "n"},
      {"duration.week.many", "n"},
      {"duration.week.some", ""},
      {"duration.day.one", "n"},
      {"duration.day.many", "n"},
      {"duration.day.some", ""},
      {"duration.hour.one", "n"},
      {"duration.hour.many", "n"},
      {"duration.hour.some", ""},
      {"duration.minute.one", "n"},
      {"duration.minute.many", "n"},
      {"duration.minute.some", ""},
      {"duration.second.one", "n"},
      {"duration.second.many", "n"},
      {"duration.second.some", ""},
  };
  return specs;
}

std::string label(const Labels& labels, std::string_view key, Values values) {
  const auto found = labels.find(key);
  if (found == labels.end()) return std::string(key);
  const std::string_view text = found->second;
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto open = text.find('{', at);
    const auto close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    const auto name = text.substr(open + 1, close - open - 1);
    const auto value = std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
    out += text.substr(at, open - at);
    out += value != values.end() ? value->second : text.substr(open, close + 1 - open);
    at = close + 1;
  }
  return out.append(text.substr(std::min(at, text.size())));
}

std::string word(const Labels& labels, std::string_view family, std::string_view name) {
  const auto key = std::string(family) + std::string(name);
  return labels.contains(key) ? label(labels, key) : std::string(name);
}

std::string counted(const Labels& labels, std::string_view key, std::size_t n) {
  return label(labels, std::string(key) + (n == 1 ? ".one" : ".many"), {{"n", std::to_string(n)}});
}

std::string joined(const Labels& labels, const std::vector<std::string>& items, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += label(labels, i + 1 == items.size() ? last : "list.comma");
    out += items[i];
  }
  return out;
}

}  // namespace render
}  // namespace kroniek
