#include "small_pack.hpp"
#include "oracles.hpp"

#include <cstdlib>
#include <string>

namespace fuzz {

namespace fs = std::filesystem;

SmallPack::SmallPack() {
  auto name = (fs::temp_directory_path() / "kroniek-fuzz-XXXXXX").string();
  require(mkdtemp(name.data()) != nullptr, "there is a folder for temporary files", name);
  folder_ = name;
  const auto root = fs::path(KRONIEK_SOURCE_DIR);
  fs::copy(root / "tests" / "fuzz" / "pack", folder_, fs::copy_options::recursive);
  fs::copy_file(root / "src" / "packs" / "nl" / "morphology.yaml", folder_ / "morphology.yaml");
}

SmallPack::~SmallPack() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

}  // namespace fuzz
