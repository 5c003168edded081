#include "node.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace kroniek {

namespace {

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

template <class T>
void sort_unique(std::vector<T>& all) {
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

// Long words in small letters, by their first letters: names are compared as actors, short words are common, and
// the ends of words are inflection.
void telling_words(std::string_view text, std::vector<std::uint32_t>& words) {
  constexpr int kLetters = 8, kStem = 7;
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    const int32_t begin = i;
    int letters = 0;
    int32_t stem_end = begin;
    bool small = true;
    while (i < size) {
      const int32_t at = i;
      UChar32 c = 0;
      U8_NEXT(reinterpret_cast<const uint8_t*>(text.data()), i, size, c);
      if (c < 0 || !u_isalpha(c)) {
        if (letters == 0) break;
        i = at;
        break;
      }
      small = small && !u_isupper(c);
      if (++letters <= kStem) stem_end = i;
    }
    if (letters >= kLetters && small) words.push_back(static_cast<std::uint32_t>(hash_of(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(stem_end - begin)))));
    if (i == begin) ++i;
  }
}

}  // namespace

Outlook outlook_of(std::string_view status) {
  if (status == "planned") return Outlook::planned;
  if (status == "demanded") return Outlook::demanded;
  if (status == "proposed") return Outlook::proposed;
  if (status == "conditional") return Outlook::conditional;
  return Outlook::fact;
}

std::optional<std::int32_t> minutes_of(std::string_view duration) {
  if (!duration.starts_with("P") || duration.find('X') != std::string_view::npos) return std::nullopt;
  double minutes = 0, number = 0, fraction = 0;
  bool time = false, any = false;
  for (const char c : duration.substr(1)) {
    if (c == 'T') {
      time = true;
    } else if (c >= '0' && c <= '9') {
      if (fraction > 0) {
        number += fraction * (c - '0');
        fraction /= 10;
      } else {
        number = number * 10 + (c - '0');
      }
      any = true;
    } else if (c == '.') {
      fraction = 0.1;
    } else {
      const double unit = c == 'Y' ? 525600 : c == 'W' ? 10080 : c == 'D' ? 1440 : c == 'H' ? 60 : c == 'M' ? (time ? 1 : 43200) : 1.0 / 60;
      minutes += number * unit;
      number = 0;
      fraction = 0;
    }
  }
  if (!any || minutes > 1e8) return std::nullopt;
  return static_cast<std::int32_t>(std::lround(minutes));
}

int weight(const EventMention& mention) { return (mention.date_at ? 2 : 0) + (mention.participants.empty() ? 0 : 1); }

std::uint32_t TextNumbers::number(const std::string& text) { return numbers_.emplace(text, static_cast<std::uint32_t>(numbers_.size() + 1)).first->second; }

NodeMaker::NodeMaker(const Gazetteer& gazetteer, const EventRules& rules) : gazetteer_(gazetteer), rules_(rules), actors_(gazetteer) {
  for (const auto& place : gazetteer.places) known_places_.emplace(place.id, &place);
}

PlaceNumber NodeMaker::place(const PlaceRef& ref) {
  PlaceNumber numbers;
  numbers.place = places_.number(ref.id);
  const auto known = known_places_.find(ref.id);
  if (known != known_places_.end()) {
    const auto& place = *known->second;
    if (!place.in.empty()) numbers.within = places_.number(place.in);
    if (place.country != kNoActor) numbers.country = places_.number(gazetteer_.actors[place.country].id);
  } else if (gazetteer_.find_actor(ref.id) != kNoActor) {
    numbers.country = numbers.place;
    numbers.actor = actors_.number(ref.id);
  }
  return numbers;
}

std::vector<std::uint32_t> NodeMaker::take(Extraction& extraction, std::uint32_t document, std::vector<Node>& all) {
  std::map<std::uint32_t, std::uint32_t> of_chain;
  std::vector<std::uint32_t> node_of;
  const auto begin = static_cast<std::uint32_t>(all.size());
  for (const auto& event : extraction.events) {
    const auto [at, is_new] = of_chain.emplace(event.chain, static_cast<std::uint32_t>(all.size()));
    if (is_new) {
      auto& node = all.emplace_back();
      node.document = document;
      node.chain = event.chain;
      node.first = static_cast<std::uint32_t>(node_of.size());
    }
    node_of.push_back(at->second);
  }
  std::vector<std::uint32_t> count(all.size() - begin, 0);
  for (const auto n : node_of) ++count[n - begin];
  for (std::uint32_t e = 0; e < node_of.size(); ++e) {
    auto& node = all[node_of[e]];
    if (node.mentions.empty()) node.mentions.reserve(count[node_of[e] - begin]);
    auto& mention = node.mentions.emplace_back(std::move(extraction.events[e]));
    if (weight(mention) > weight(node.mentions[node.best])) node.best = static_cast<std::uint32_t>(node.mentions.size() - 1);
    for (const auto& actor : mention.participants) node.people.push_back(actors_.number(actor.id));
    if (node.place.place == 0 && mention.place) node.place = place(*mention.place);
    if (const auto minutes = minutes_of(mention.duration)) node.minutes.push_back(*minutes);
    for (const auto& amount : mention.amounts) node.counts.push_back({amount.thousandths, nouns_.number(amount.of)});
    telling_words(mention.at.text, node.words);
  }
  std::vector<EventMention>().swap(extraction.events);  // frees them, as clear() does not
  for (auto n = begin; n < all.size(); ++n) {
    auto& node = all[n];
    const auto& best = node.mentions[node.best];
    node.type = rules_.type_of(best.type);
    node.frequent = node.type < rules_.types.size() && rules_.types[node.type].frequent;
    node.outlook = outlook_of(best.status);
    node.denied = best.status == "negated";
    node.days = days_of(best.date);
    node.text = hash_of(best.at.text);
    if (extraction.document.published) node.told = extraction.document.published->date.latest;
    sort_unique(node.people);
    // A country that takes part is no place to tell events apart by.
    const auto takes_part = [&](ActorTable::Number person) { return actors_.side(person) == node.place.actor; };
    if (std::any_of(node.people.begin(), node.people.end(), takes_part)) node.place = {};
    sort_unique(node.minutes);
    sort_unique(node.counts);
    sort_unique(node.words);
    node.words.shrink_to_fit();
  }
  return node_of;
}

}  // namespace kroniek
