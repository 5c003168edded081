#include "gazetteer.hpp"

#include "../rules/word_lists.hpp"
#include "../rules/yaml.hpp"
#include "romanisation.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kroniek {

namespace {

// The shortest of the names that ends the full one ("Poetin", "De Wever"), or else begins it ("Xi").
std::string brief_name(const std::string& name, const std::vector<std::string>& names) {
  std::string found;
  const auto take = [&](auto fits) {
    for (const auto& other : names) {
      if (other.size() < name.size() && (found.empty() || other.size() < found.size()) && fits(other)) found = other;
    }
  };
  take([&](const std::string& other) { return name.size() > other.size() && fold(name).ends_with(" " + fold(other)); });
  if (found.empty()) take([&](const std::string& other) { return fold(name).starts_with(fold(other) + " "); });
  return found;
}

struct Reader {
  const std::filesystem::path& folder;
  LexiconBuilder& builder;
  std::vector<Diagnostic>& diagnostics;
  Gazetteer gazetteer;
  std::map<std::string, std::uint32_t> actors, offices, groups;
  struct Late {
    std::uint32_t actor;
    yaml::Node node;
    std::string file;
  };
  std::vector<Late> late;  // actors whose references are looked up when all are known

  void offices_and_groups(YamlFile& file) {
    for (const auto& node : file.root()["offices"]) {
      if (file.is_map(node, {"id", "sex", "nouns", "phrases", "plural"})) role(file, node, gazetteer.offices, offices, "office");
    }
    if (!file.root()["groups"].is_defined()) return;
    for (const auto& node : file.root()["groups"]) {
      if (file.is_map(node, {"id", "nouns", "phrases", "plural"})) role(file, node, gazetteer.groups, groups, "group");
    }
  }

  void role(YamlFile& file, const yaml::Node& node, std::vector<Role>& roles, std::map<std::string, std::uint32_t>& ids, const std::string& cls) {
    const auto id = file.text_of(node, "id", true);
    if (!id) return;
    const auto index = static_cast<std::uint32_t>(roles.size());
    if (!ids.emplace(*id, index).second) file.error(node, "gazetteer.duplicate-id", "the id '" + *id + "' is there already", "give each " + cls + " its own id");
    auto nouns = file.texts_of(node, "nouns");
    const auto phrases = file.texts_of(node, "phrases");
    nouns.insert(nouns.end(), phrases.begin(), phrases.end());
    roles.push_back({*id, nouns.empty() ? *id : nouns.front()});
    for (const auto& noun : nouns) builder.add(fold(noun), Pos::noun, static_cast<int>(index), {{fold(noun), 0, {}}}, {cls}, true);
    for (const auto& noun : file.texts_of(node, "plural")) builder.add(fold(noun), Pos::noun, static_cast<int>(index), {{fold(noun), kPlural, {}}}, {cls}, true);
  }

  void actor(YamlFile& file, const yaml::Node& node) {
    if (!file.is_map(node, {"id", "kind", "name", "names", "metonyms", "adjectives", "people", "sex", "country", "alphabet", "at_war", "wikidata", "offices"})) return;
    const auto id = file.text_of(node, "id", true);
    const auto kind = file.text_of(node, "kind", true);
    const auto name = file.text_of(node, "name", true);
    if (!id || !kind || !name) return;
    const auto index = static_cast<std::uint32_t>(gazetteer.actors.size());
    if (!actors.emplace(*id, index).second) file.error(node["id"], "gazetteer.duplicate-id", "the actor '" + *id + "' is there already", "merge the two");
    Actor actor;
    actor.id = *id;
    actor.kind = *kind;
    actor.name = *name;
    actor.wikidata = file.text_of(node, "wikidata").value_or("");
    if (*kind == "person") actor.brief = brief_name(*name, file.texts_of(node, "names"));
    actor.alphabet = file.text_of(node, "alphabet").value_or("");
    actor.sex = file.text_of(node, "sex").value_or(" ")[0];
    gazetteer.actors.push_back(std::move(actor));
    late.push_back({index, node, file.name()});
    const auto value = static_cast<int>(index);
    const auto names = file.texts_of(node, "names");
    std::set<std::string> known;
    for (const auto& text : names) known.insert(fold(text));
    for (const auto& text : names) {
      auto forms = name_forms(text);
      std::erase_if(forms, [&](const NewForm& form) { return (form.flags & kGenitive) != 0 && known.contains(form.text); });  // "de Houthi's vielen aan"
      builder.add(fold(text), Pos::name, value, forms, {"actor", *kind});
    }
    for (const auto& text : file.texts_of(node, "metonyms")) builder.add(fold(text), Pos::name, value, name_forms(text), {"actor", "metonym"});
    for (const auto& text : file.texts_of(node, "adjectives")) {
      const auto base = fold(text);
      builder.add(base, Pos::adjective, value, {{base, kNeedsCapital, {}}, {base + "e", kNeedsCapital | kInflected, {}}}, {"nationality"});
    }
    // The first is one person; so is what the next begins with: [Oekraïner, Oekraïners, Oekrainer, Oekrainers].
    const auto people = file.texts_of(node, "people");
    for (std::size_t i = 0; i < people.size(); ++i) {
      const bool plural = i > 0 && !(i + 1 < people.size() && people[i + 1].starts_with(people[i]));
      builder.add(fold(people[i]), Pos::noun, value, {{fold(people[i]), static_cast<std::uint8_t>(kNeedsCapital | (plural ? kPlural : 0)), {}}}, {"actor", "people"});
    }
  }

  static std::vector<NewForm> name_forms(const std::string& text) {
    const auto base = fold(text);
    const bool short_capitals = text.size() <= 4 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    // "bondgenoten van Kyiv" has a capital, "de coalitie" none, "OM" nothing else.
    const std::uint8_t capital = base == text ? 0 : static_cast<std::uint8_t>(kNeedsCapital | (short_capitals ? kNeedsAllCaps : 0));
    std::vector<NewForm> forms = {{base, capital, {}}};
    const std::uint8_t genitive = static_cast<std::uint8_t>(capital | kGenitive);
    if (const char end = base.empty() ? 's' : base.back(); end == 's' || end == 'x' || end == 'z') {
      forms.push_back({base + "'", genitive, {}});
    } else {
      for (const char* ending : {"s", "'s"}) forms.push_back({base + ending, genitive, {}});
    }
    return forms;
  }

  void place(YamlFile& file, const yaml::Node& node) {
    if (!file.is_map(node, {"id", "name", "names", "kind", "country", "wikidata", "in"})) return;
    const auto id = file.text_of(node, "id", true);
    const auto name = file.text_of(node, "name", true);
    if (!id || !name) return;
    Place place;
    place.id = *id;
    place.name = *name;
    place.kind = file.text_of(node, "kind").value_or("");
    place.in = file.text_of(node, "in").value_or("");
    place.wikidata = file.text_of(node, "wikidata").value_or("");
    if (const auto country = file.text_of(node, "country")) {
      if (const auto it = actors.find(*country); it != actors.end()) {
        place.country = it->second;
      } else {
        file.error(node["country"], "gazetteer.unknown-actor", "no actor has the id '" + *country + "'", "add the country to actors/");
      }
    }
    const auto value = static_cast<int>(gazetteer.places.size());
    gazetteer.places.push_back(std::move(place));
    for (const auto& text : file.texts_of(node, "names")) builder.add(fold(text), Pos::name, value, name_forms(text), {"place"});
  }

  std::uint32_t reference(YamlFile& file, const yaml::Node& node, const char* key) {
    const auto id = file.text_of(node, key);
    if (!id) return kNoActor;
    const auto it = actors.find(*id);
    if (it == actors.end()) file.error(node[key], "gazetteer.unknown-actor", "no actor has the id '" + *id + "'", "add it to actors/");
    return it == actors.end() ? kNoActor : it->second;
  }

  Day day(YamlFile& file, const yaml::Node& node, const char* key, Day otherwise) {
    const auto text = file.text_of(node, key);
    if (!text) return otherwise;
    const auto value = parse_edtf(*text);
    if (!value) file.error(node[key], "gazetteer.bad-date", "'" + *text + "' is no date", "write 2025-01-20, 2025-01 or 2025");
    return value ? value->earliest : otherwise;
  }

  void finish(YamlFile& file, const Late& item) {
    auto& actor = gazetteer.actors[item.actor];
    actor.country = reference(file, item.node, "country");
    actor.at_war = reference(file, item.node, "at_war");
    if (!item.node["offices"].is_defined()) return;
    for (const auto& node : item.node["offices"]) {
      if (!file.is_map(node, {"office", "of", "from", "until"})) continue;
      const auto office = file.text_of(node, "office", true);
      if (!office) continue;
      const auto it = offices.find(*office);
      if (it == offices.end()) {
        file.error(node["office"], "gazetteer.unknown-office", "no office has the id '" + *office + "'", "add it to actors/offices.yaml");
        continue;
      }
      actor.tenures.push_back({it->second, reference(file, node, "of"), day(file, node, "from", kOpenPast), day(file, node, "until", kOpenFuture)});
    }
  }
};

}  // namespace

void Gazetteer::index() {
  by_id.clear();
  by_office.clear();
  by_sound.clear();
  wars.clear();
  has_offices.assign(actors.size(), 0);
  for (std::uint32_t i = 0; i < actors.size(); ++i) {
    by_id.push_back(i);
    const auto& actor = actors[i];
    const bool romanised = actor.kind == "person" && actor.country != kNoActor && !actors[actor.country].alphabet.empty();
    if (romanised && !actor.brief.empty()) by_sound.emplace_back(sound_key(actor.brief), i);
    if (actors[i].at_war != kNoActor) wars.emplace_back(i, actors[i].at_war);
    for (const auto& tenure : actors[i].tenures) {
      by_office.push_back({tenure.office, i});
      if (tenure.of != kNoActor) has_offices[tenure.of] = 1;
    }
  }
  std::sort(by_id.begin(), by_id.end(), [&](std::uint32_t a, std::uint32_t b) { return actors[a].id < actors[b].id; });
  std::sort(by_sound.begin(), by_sound.end());
  std::sort(by_office.begin(), by_office.end());
  by_office.erase(std::unique(by_office.begin(), by_office.end()), by_office.end());
}

std::uint32_t Gazetteer::find_actor(std::string_view id) const {
  const auto it = std::lower_bound(by_id.begin(), by_id.end(), id, [&](std::uint32_t actor, std::string_view wanted) { return actors[actor].id < wanted; });
  return it != by_id.end() && actors[*it].id == id ? *it : kNoActor;
}

std::uint32_t Gazetteer::find_by_sound(std::string_view family, std::string_view initial) const {
  const auto key = sound_key(family);
  std::uint32_t found = kNoActor;
  for (auto it = std::lower_bound(by_sound.begin(), by_sound.end(), std::pair(key, std::uint32_t{0})); it != by_sound.end() && it->first == key; ++it) {
    if (!initial.empty() && sound_key(actors[it->second].name).front() != sound_key(initial).front()) continue;
    if (found != kNoActor) return kNoActor;
    found = it->second;
  }
  return found;
}

std::uint32_t Gazetteer::holder(std::uint32_t office, std::uint32_t of, Day day) const {
  std::uint32_t found = kNoActor;
  for (auto it = std::lower_bound(by_office.begin(), by_office.end(), OfficeHolder{office, 0}); it != by_office.end() && it->office == office; ++it) {
    for (const auto& tenure : actors[it->actor].tenures) {
      if (tenure.office != office || tenure.of != of || day < tenure.from || day >= tenure.until) continue;
      if (found != kNoActor && found != it->actor) return kNoActor;
      found = it->actor;
    }
  }
  return found;
}

Gazetteer read_gazetteer(const std::filesystem::path& pack_folder, LexiconBuilder& builder, std::vector<Diagnostic>& diagnostics) {
  Reader reader{pack_folder, builder, diagnostics, {}, {}, {}, {}, {}};
  struct Home {
    std::string id, file;
    yaml::Node node;
  };
  std::vector<Home> homes;
  std::vector<YamlFile> files;
  for (const auto& path : yaml_files(pack_folder / "actors")) {
    files.emplace_back(path, path.lexically_relative(pack_folder).string(), diagnostics);
    auto& file = files.back();
    if (!file.root().is_defined() || file.root().is_null() || !file.is_map(file.root(), {"actors", "offices", "groups", "home"})) continue;
    if (file.root()["offices"].is_defined()) reader.offices_and_groups(file);
    for (const auto& node : file.root()["actors"]) reader.actor(file, node);
    for (const auto& id : file.texts_of(file.root(), "home")) homes.push_back({id, file.name(), file.root()["home"]});
  }
  for (const auto& item : reader.late) {
    for (auto& file : files) {
      if (file.name() == item.file) reader.finish(file, item);
    }
  }
  for (const auto& path : yaml_files(pack_folder / "places")) {
    YamlFile file(path, path.lexically_relative(pack_folder).string(), diagnostics);
    if (!file.root().is_defined() || file.root().is_null() || !file.is_map(file.root(), {"places"})) continue;
    for (const auto& node : file.root()["places"]) reader.place(file, node);
  }
  reader.gazetteer.index();
  for (const auto& home : homes) {
    const auto actor = reader.gazetteer.find_actor(home.id);
    if (actor != kNoActor) {
      reader.gazetteer.homes.push_back(actor);
      continue;
    }
    for (auto& file : files) {
      if (file.name() == home.file) file.error(home.node, "gazetteer.unknown-actor", "no actor has the id '" + home.id + "'", "add it to actors/");
    }
  }
  return std::move(reader.gazetteer);
}

}  // namespace kroniek
