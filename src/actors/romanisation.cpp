#include "romanisation.hpp"

#include "roles.hpp"

#include <array>
#include <utility>

namespace kroniek {

namespace {

// Letters that stand for one sound in one of the usual ways of writing Cyrillic, longest first. What some languages keep
// apart and others do not (g, h, kh and ch) is one here.
constexpr std::array<std::pair<std::string_view, char>, 29> kSounds = {{
    {"tsch", 'h'}, {"sch", 'S'}, {"tsj", 'h'}, {"tsh", 'h'}, {"tch", 'h'}, {"sj", 'S'}, {"sh", 'S'}, {"zh", 'Z'}, {"zj", 'Z'}, {"kh", 'h'},
    {"ch", 'h'}, {"ts", 'c'}, {"tz", 'c'}, {"oe", 'u'}, {"ou", 'u'}, {"ck", 'k'}, {"g", 'h'}, {"h", 'h'}, {"w", 'v'}, {"f", 'v'},
    {"i", 'i'}, {"y", 'i'}, {"j", 'i'}, {"a", 'a'}, {"e", 'e'}, {"o", 'o'}, {"u", 'u'}, {"k", 'k'}, {"v", 'v'}}};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'o' || c == 'u'; }

}  // namespace

std::string sound_key(std::string_view name) {
  const auto letters = id_from_name(name);
  std::string sounds;
  for (std::size_t i = 0; i < letters.size();) {
    auto sound = letters[i];
    std::size_t length = 1;
    for (const auto& [spelling, as] : kSounds) {
      if (!std::string_view(letters).substr(i).starts_with(spelling)) continue;
      sound = as;
      length = spelling.size();
      break;
    }
    i += length;
    // Doubled, or one of "iy", "yj": said once.
    if (sounds.empty() || sounds.back() != sound) sounds += sound;
  }
  // "Yermak" is Ermak, "Dmitriyev" Dmitrev: the glide before a vowel comes and goes.
  std::string key;
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    if (sounds[i] == 'i' && i + 1 < sounds.size() && is_vowel(sounds[i + 1])) continue;
    key += sounds[i];
  }
  return key;
}

}  // namespace kroniek
