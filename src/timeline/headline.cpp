#include "headline.hpp"

#include "../render/escape.hpp"
#include "../render/labels.hpp"
#include "../render/names.hpp"

#include <algorithm>
#include <optional>

namespace kroniek {

namespace {

constexpr std::size_t kMostNames = 5;

enum class Number : std::uint8_t { unknown, one, many };

struct Name {
  std::string text, bare, role;  // "de Verenigde Staten", and without the article
  bool person = false;
  Number number = Number::unknown;
};

// "Hanneke Vos", but not "Amerikaanse onderhandelaars": every word has its capital.
bool looks_like_one(const std::string& name) {
  for (std::size_t begin = 0; begin < name.size();) {
    const auto end = std::min(name.find(' ', begin), name.size());
    const auto word = name.substr(begin, end - begin);
    if (word != render::capitalised(word)) return false;
    begin = end + 1;
  }
  return !name.empty();
}

// Several names of one text ("een delegatie en een delegatie") are one.
std::vector<Name> names_of(const Entry& entry, const Gazetteer& gazetteer, const Labels& labels) {
  std::vector<Name> names;
  for (const auto& actor : entry.participants) {
    Name name;
    name.role = actor.role;
    const auto known = gazetteer.find_actor(actor.id);
    const bool is_known = known != kNoActor && gazetteer.actors[known].name == actor.name;
    name.person = is_known ? gazetteer.actors[known].kind == "person" : looks_like_one(actor.name);
    if (is_known && !gazetteer.actors[known].brief.empty()) {
      const auto& brief = gazetteer.actors[known].brief;
      const auto written = labels.find("name." + brief);
      name.text = name.bare = written != labels.end() ? written->second : brief;
    } else {
      name.text = render::running_name(labels, actor.name);
      name.bare = render::bare_name(labels, actor.name);
    }
    if (render::is_plural_name(labels, actor.name)) {
      name.number = Number::many;
    } else if (is_known || looks_like_one(name.text)) {
      name.number = Number::one;
    }
    const bool there = std::any_of(names.begin(), names.end(), [&](const Name& n) { return n.text == name.text; });
    if (!there && !name.text.empty()) names.push_back(std::move(name));
  }
  return names;
}

class Filler {
 public:
  Filler(const Entry& entry, const std::vector<Name>& names, const Labels& labels) : entry_(entry), names_(names), labels_(labels) {}

  // The template filled in; nullopt if something is missing for it.
  std::optional<std::string> fill(std::string_view pattern) {
    told_.assign(names_.size(), false);
    number_ = Number::unknown;
    const bool agrees = pattern.find('[') != std::string_view::npos;
    std::string out;
    for (std::size_t i = 0; i < pattern.size();) {
      const char c = pattern[i];
      if (c != '{' && c != '[') {
        out += c;
        ++i;
        continue;
      }
      const auto close = pattern.find(c == '{' ? '}' : ']', i);
      if (close == std::string_view::npos) return std::nullopt;
      const auto inner = pattern.substr(i + 1, close - i - 1);
      // Headings do without the article at their begin and in brackets.
      const auto bare = out.empty() ? Bare::first : out.ends_with('(') ? Bare::all : Bare::none;
      const auto text = c == '{' ? value(inner, bare) : form(inner);
      if (!text) return std::nullopt;
      out += *text;
      i = close + 1;
    }
    if (agrees && number_ == Number::unknown) return std::nullopt;
    return out;
  }

  bool told_all() const { return std::find(told_.begin(), told_.end(), false) == told_.end(); }

 private:
  enum class Bare : std::uint8_t { none, first, all };

  std::optional<std::string> form(std::string_view forms) const {
    const auto bar = forms.find('|');
    if (number_ == Number::unknown || bar == std::string_view::npos) return std::nullopt;
    return std::string(number_ == Number::one ? forms.substr(0, bar) : forms.substr(bar + 1));
  }

  // Persons before countries and organisations.
  template <class Which>
  std::optional<std::string> list(Which which, Bare bare) {
    std::vector<const Name*> chosen;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!which(names_[i])) continue;
      told_[i] = true;
      chosen.push_back(&names_[i]);
    }
    if (chosen.empty()) return std::nullopt;
    std::stable_partition(chosen.begin(), chosen.end(), [](const Name* name) { return name->person; });
    if (number_ == Number::unknown) number_ = chosen.size() > 1 ? Number::many : chosen.front()->number;
    if (chosen.size() > kMostNames) chosen.resize(kMostNames);
    std::vector<std::string> items;
    items.reserve(chosen.size());
    for (const auto* name : chosen) items.push_back(bare == Bare::all || (bare == Bare::first && items.empty()) ? name->bare : name->text);
    return render::joined(labels_, items, "list.and");
  }

  std::optional<std::string> value(std::string_view name, Bare bare) {
    const auto any = [](const Name&) { return true; };
    const auto acts = [&](const Name& n) { return n.role == name; };
    if (name == "all") return list(any, bare);
    if (name == "one") return names_.size() == 1 ? list(any, bare) : std::nullopt;
    if (name == "many") return names_.size() > 1 ? list(any, bare) : std::nullopt;
    if (name == "initiator" || name == "target") return list(acts, bare);
    if ((name != "place" && name != "at") || !entry_.place) return std::nullopt;
    // A country that takes part is no place beside itself.
    const auto place = render::running_name(labels_, entry_.place->name);
    const bool takes_part = std::any_of(names_.begin(), names_.end(), [&](const Name& n) { return n.text == place; });
    if (place.empty() || takes_part) return std::nullopt;
    return name == "at" ? render::place_at(labels_, entry_.place->name) : place;
  }

  const Entry& entry_;
  const std::vector<Name>& names_;
  const Labels& labels_;
  std::vector<bool> told_;
  Number number_ = Number::unknown;
};

}  // namespace

std::string headline(const Entry& entry, const EventType& type, const std::string& language, const Gazetteer& gazetteer, const Labels& labels) {
  const auto templates = type.headline.find(language);
  if (templates == type.headline.end()) return {};
  const auto names = names_of(entry, gazetteer, labels);
  Filler filler(entry, names, labels);
  std::string otherwise;
  for (const auto& pattern : templates->second) {
    auto text = filler.fill(pattern);
    if (!text) continue;
    if (filler.told_all()) return render::capitalised(*text);
    if (otherwise.empty()) otherwise = render::capitalised(*text);
  }
  return otherwise;
}

}  // namespace kroniek
