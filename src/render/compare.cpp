#include <kroniek/compare.hpp>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <map>
#include <set>

namespace kroniek {

namespace {

struct Mention {
  std::string source, text;
  std::uint64_t begin = 0, end = 0;
};

struct Item {
  std::string id, type, date, status, headline;
  std::set<std::string> people;
  std::vector<Mention> mentions;
};

using Value = rapidjson::Value;

std::string text_of(const Value& value, const char* key) {
  const auto it = value.FindMember(key);
  return it != value.MemberEnd() && it->value.IsString() ? std::string(it->value.GetString(), it->value.GetStringLength()) : std::string();
}

std::uint64_t number_of(const Value& value, const char* key) {
  const auto it = value.FindMember(key);
  return it != value.MemberEnd() && it->value.IsUint64() ? it->value.GetUint64() : 0;
}

template <class F>
void each(const Value& value, const char* key, F f) {
  const auto it = value.FindMember(key);
  if (it == value.MemberEnd() || !it->value.IsArray()) return;
  for (const auto& item : it->value.GetArray()) {
    if (item.IsObject()) f(item);
  }
}

struct Timeline {
  std::vector<Item> entries, claims;
};

bool read(std::string_view json, const char* name, Timeline& timeline, Diagnostic& fault) {
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  if (document.HasParseError()) {
    const auto line = 1 + std::count(json.begin(), json.begin() + static_cast<std::ptrdiff_t>(std::min(document.GetErrorOffset(), json.size())), '\n');
    fault = {Severity::error, "diff.bad-json", name, static_cast<int>(line), 0, std::string("this is no JSON: ") + rapidjson::GetParseError_En(document.GetParseError()), "name a file that 'kroniek timeline' wrote"};
    return false;
  }
  if (!document.IsObject() || !document.HasMember("entries") || !document["entries"].IsArray()) {
    fault = {Severity::error, "diff.no-timeline", name, 0, 0, "the JSON is no timeline: it has no list 'entries'", "name a file that 'kroniek timeline' wrote"};
    return false;
  }
  // Documents by what they are, since ids may be numbers of the run.
  std::map<std::string, std::string> sources;
  each(document, "documents", [&](const Value& d) { sources[text_of(d, "id")] = text_of(d, "source"); });
  const auto source = [&](const std::string& id) {
    const auto it = sources.find(id);
    return it == sources.end() || it->second.empty() ? id : it->second;
  };
  for (const char* list : {"entries", "undated"}) {
    each(document, list, [&](const Value& e) {
      Item item{text_of(e, "id"), text_of(e, "type"), text_of(e, "date"), text_of(e, "status"), text_of(e, "headline"), {}, {}};
      each(e, "participants", [&](const Value& p) { item.people.insert(text_of(p, "id")); });
      each(e, "mentions", [&](const Value& m) { item.mentions.push_back({source(text_of(m, "document")), text_of(m, "text"), number_of(m, "begin"), number_of(m, "end")}); });
      timeline.entries.push_back(std::move(item));
    });
  }
  each(document, "claims", [&](const Value& c) {
    Item item{text_of(c, "id"), text_of(c, "stance"), text_of(c, "date"), text_of(c, "kind"), text_of(c, "text"), {}, {}};
    if (const auto it = c.FindMember("speaker"); it != c.MemberEnd() && it->value.IsObject()) item.people.insert(text_of(it->value, "id"));
    item.mentions.push_back({source(text_of(c, "document")), text_of(c, "text"), number_of(c, "begin"), number_of(c, "end")});
    timeline.claims.push_back(std::move(item));
  });
  return true;
}

std::uint64_t overlap(const Mention& a, const Mention& b) {
  if (a.source != b.source) return 0;
  const auto begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return end > begin ? end - begin : 0;
}

// How well two items fit: the words that they share, and as much again for each thing that they agree on.
std::uint64_t fit(const Item& a, const Item& b) {
  std::uint64_t shared = 0;
  for (const auto& m : a.mentions) {
    for (const auto& n : b.mentions) shared += overlap(m, n);
  }
  if (shared == 0) return 0;
  return shared * (1U + (a.id == b.id) * 4U + (a.type == b.type) * 2U + (a.people == b.people) + (a.date == b.date));
}

std::string list(const std::set<std::string>& people) {
  std::string text;
  for (const auto& one : people) text += (text.empty() ? "" : ", ") + one;
  return text.empty() ? "nobody" : text;
}

std::vector<std::string> sources_of(const Item& item) {
  std::vector<std::string> all;
  for (const auto& m : item.mentions) all.push_back(m.source + ":" + std::to_string(m.begin) + "-" + std::to_string(m.end) + ": " + m.text);
  return all;
}

void compare_items(const std::vector<Item>& before, const std::vector<Item>& after, bool claims, std::vector<Change>& changes, int& same) {
  struct Pair {
    std::uint64_t fit;
    std::size_t before, after;
  };
  std::vector<Pair> pairs;
  // Only items of one source can share words.
  std::multimap<std::string, std::size_t> by_source;
  for (std::size_t j = 0; j < after.size(); ++j) {
    std::set<std::string> sources;
    for (const auto& m : after[j].mentions) sources.insert(m.source);
    for (const auto& source : sources) by_source.emplace(source, j);
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    std::set<std::size_t> candidates;
    for (const auto& m : before[i].mentions) {
      for (auto [it, end] = by_source.equal_range(m.source); it != end; ++it) candidates.insert(it->second);
    }
    for (const auto j : candidates) {
      if (const auto f = fit(before[i], after[j]); f > 0) pairs.push_back({f, i, j});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.fit > b.fit; });
  std::vector<std::size_t> partner(before.size(), after.size());
  std::vector<bool> taken(after.size());
  for (const auto& pair : pairs) {
    if (partner[pair.before] != after.size() || taken[pair.after]) continue;
    partner[pair.before] = pair.after;
    taken[pair.after] = true;
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto& a = before[i];
    if (partner[i] == after.size()) {
      changes.push_back({"lost", a.headline, a.type + ", " + (a.date.empty() ? "undated" : a.date) + ", " + list(a.people), "", sources_of(a)});
      continue;
    }
    const auto& b = after[partner[i]];
    const auto count = changes.size();
    const auto differ = [&](const char* kind, const std::string& x, const std::string& y) {
      if (x != y) changes.push_back({kind, b.headline, x, y, sources_of(b)});
    };
    differ("retyped", a.type, b.type);
    if (!claims) differ("redated", a.date, b.date);
    differ("restated", a.status, b.status);
    differ("peopled", list(a.people), list(b.people));
    same += changes.size() == count;
  }
  for (std::size_t j = 0; j < after.size(); ++j) {
    const auto& b = after[j];
    if (!taken[j]) changes.push_back({"gained", b.headline, "", b.type + ", " + (b.date.empty() ? "undated" : b.date) + ", " + list(b.people), sources_of(b)});
  }
}

}  // namespace

std::optional<Comparison> compare(std::string_view old_timeline, std::string_view new_timeline, Diagnostic& fault) {
  Timeline before, after;
  if (!read(old_timeline, "old", before, fault) || !read(new_timeline, "new", after, fault)) return std::nullopt;
  Comparison comparison;
  comparison.entries_before = static_cast<int>(before.entries.size());
  comparison.entries_after = static_cast<int>(after.entries.size());
  comparison.claims_before = static_cast<int>(before.claims.size());
  comparison.claims_after = static_cast<int>(after.claims.size());
  compare_items(before.entries, after.entries, false, comparison.entries, comparison.same);
  int same_claims = 0;
  compare_items(before.claims, after.claims, true, comparison.claims, same_claims);
  return comparison;
}

}  // namespace kroniek
