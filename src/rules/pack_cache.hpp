// Compiled packs in files, so that a folder of rules is compiled once.
#pragma once

#include "pack_data.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kroniek {

// A file holds one pack, and is named by what the pack was made of: the content of its files, and the program. It is
// written whole or not at all, and its own hash stands in front, so that several processes may use the folder and a
// damaged file is as none.
class PackCache {
 public:
  // `folder` empty: nothing is kept. `content`: hash of the rule files.
  PackCache(const std::string& folder, const std::string& content);
  std::optional<PackLoad> find() const;
  // What cannot be kept is not, silently: the pack is there all the same.
  void keep(PackData& data, const std::vector<Diagnostic>& diagnostics) const;

 private:
  std::string folder_, path_;
};

}  // namespace kroniek
