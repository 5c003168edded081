#include "pack.hpp"

namespace kroniek {

PackInfo info(const Pack& pack) { return {pack.data().language, pack.data().version, pack.data().sha256}; }

const Labels* labels(const Pack& pack, std::string_view language) {
  const auto& all = pack.data().labels;
  const auto it = all.find(std::string(language));
  return it == all.end() ? nullptr : &it->second;
}

const FurnitureMatcher& furniture(const Pack& pack) { return pack.furniture(); }

}  // namespace kroniek
