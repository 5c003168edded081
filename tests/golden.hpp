// Expected output beside the tests: tests/golden/NAME. KRONIEK_UPDATE_GOLDEN=1 writes it anew.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_file(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

// The first line that differs, as a reader wants to see it; empty if there is none.
inline std::string first_difference(const std::string& expected, const std::string& actual) {
  if (expected == actual) return {};
  std::istringstream left(expected), right(actual);
  std::string a, b;
  for (int line = 1;; ++line) {
    const bool more_left = static_cast<bool>(std::getline(left, a)), more_right = static_cast<bool>(std::getline(right, b));
    if (!more_left && !more_right) return "the line ends differ";
    if (more_left && more_right && a == b) continue;
    return "line " + std::to_string(line) + "\n  expected: " + (more_left ? a : "(the end)") + "\n  actual:   " + (more_right ? b : "(the end)");
  }
}

inline void check_golden(const std::string& name, const std::string& actual) {
  const auto path = std::filesystem::path(KRONIEK_SOURCE_DIR) / "tests" / "golden" / name;
  if (const char* update = std::getenv("KRONIEK_UPDATE_GOLDEN"); update != nullptr && std::string(update) == "1") write_file(path, actual);
  INFO("golden file: " << path.string() << " (KRONIEK_UPDATE_GOLDEN=1 writes it anew)");
  CHECK(first_difference(read_file(path), actual) == "");
}
