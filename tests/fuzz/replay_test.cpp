// The seeds of the fuzz targets, and what they once found, with every compiler.
#include "targets.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
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

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void run(const fuzz::Target& target, const fs::path& path) {
  INFO(path.string());
  CHECK_NOTHROW(target.run(content_of(path)));
}

using Dice = std::mt19937;

std::size_t below(Dice& dice, std::size_t n) { return n == 0 ? 0 : dice() % n; }

// Bytes moved, doubled, taken out, changed, or taken from another seed.
void damage(std::string& data, const std::vector<std::string>& others, Dice& dice) {
  const auto at = below(dice, data.size() + 1);
  const auto length = std::min(data.size() - at, 1 + below(dice, 12));
  const auto& other = others[below(dice, others.size())];
  const auto from = below(dice, other.size() + 1);
  switch (below(dice, 6)) {
    case 0: data.erase(at, length); break;
    case 1: data.insert(at, data.substr(at, length)); break;
    case 2: data.insert(below(dice, data.size() + 1), data.substr(at, 1 + below(dice, 60))); break;
    case 3: data.insert(at, other.substr(from, 1 + below(dice, 60))); break;
    case 4:
      if (at < data.size()) data[at] = static_cast<char>(dice());
      break;
    default: data = data.substr(0, at) + other.substr(from);
  }
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

// No search for new paths as libFuzzer does it, but with every compiler. KRONIEK_FUZZ_ROUNDS asks for more; the input
// that fails is in kroniek-fuzz-TARGET in the folder for temporary files.
TEST_CASE("fuzz: seeds that are damaged hold") {
  const char* wanted = std::getenv("KRONIEK_FUZZ_ROUNDS");
  const int rounds = wanted == nullptr ? 8 : std::atoi(wanted);
  const char* only = std::getenv("KRONIEK_FUZZ_TARGET");
  Dice dice(static_cast<Dice::result_type>(rounds));
  for (const auto& target : fuzz::kTargets) {
    if (only != nullptr && std::string(only) != target.name) continue;
    std::vector<std::string> seeds;
    for (const auto& path : files_of("seeds", target.name)) seeds.push_back(content_of(path));
    const auto last = fs::temp_directory_path() / (std::string("kroniek-fuzz-") + target.name);
    for (int round = 0; round < rounds; ++round) {
      for (auto data : seeds) {
        for (auto times = 1 + below(dice, 6); times > 0; --times) damage(data, seeds, dice);
        std::ofstream(last, std::ios::binary) << data;
        CHECK_NOTHROW(target.run(data));
      }
    }
    fs::remove(last);
  }
}
