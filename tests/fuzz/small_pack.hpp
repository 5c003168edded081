#pragma once

#include <filesystem>

namespace fuzz {

// A pack as small as one can be that holds a file of each kind, in a folder that goes away at the end.
class SmallPack {
 public:
  SmallPack();
  SmallPack(const SmallPack&) = delete;
  SmallPack& operator=(const SmallPack&) = delete;
  ~SmallPack();
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace fuzz
