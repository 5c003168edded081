// The seeds of the fuzz targets, and what they once found, with every compiler.
#include "targets.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of(const char* folder, const char* target) {
  std::vector<fs::path> files;
  const auto path = fs::path(KRONIEK_SOURCE_DIR) / "tests" / "fuzz" / folder / target;
  if (!fs::is_directory(path)) return files;
  for (const auto& file : fs::directory_iterator(path)) files.push_back(file.path());
  std::sort(files.begin(), files.end());
  return files;
}

void run(const fuzz::Target& target, const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string data{std::istreambuf_iterator<char>(in), {}};
  INFO(path.string());
  CHECK_NOTHROW(target.run(data));
}

}  // namespace

TEST_CASE("fuzz: every target has seeds, and they hold") {
  for (const auto& target : fuzz::kTargets) {
    const auto seeds = files_of("seeds", target.name);
    CHECK_MESSAGE(!seeds.empty(), target.name);
    for (const auto& path : seeds) run(target, path);
  }
}

TEST_CASE("fuzz: what was found once stays mended") {
  for (const auto& target : fuzz::kTargets) {
    for (const auto& path : files_of("found", target.name)) run(target, path);
  }
}
