// kroniek-compile-pack FOLDER OUTPUT [DEPFILE]: compiles a pack at build time, to be linked into the library.
#include "pack_data.hpp"

#include <fstream>
#include <iostream>

namespace {

namespace fs = std::filesystem;

// Blanks and the signs that mean something to make.
std::string escaped(const std::string& path) {
  std::string text;
  for (const char c : path) {
    if (c == ' ' || c == '#' || c == '\\') text += '\\';
    if (c == '$') text += '$';
    text += c;
  }
  return text;
}

// What the output is made of, for ninja: the files, and the folders, which change when a file comes or goes.
void write_depfile(const fs::path& folder, const std::string& output, const char* depfile) {
  std::ofstream out(depfile, std::ios::binary);
  out << escaped(output) << ": " << escaped(folder.string());
  for (const auto& entry : fs::recursive_directory_iterator(folder)) out << " \\\n  " << escaped(entry.path().string());
  out << '\n';
  if (!out.flush()) throw std::runtime_error(std::string(depfile) + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    std::cerr << "usage: kroniek-compile-pack FOLDER OUTPUT [DEPFILE]\n";
    return 2;
  }
  try {
    std::vector<kroniek::Diagnostic> diagnostics;
    auto data = kroniek::read_pack(argv[1], diagnostics);
    for (const auto& diagnostic : diagnostics) std::cerr << argv[1] << '/' << kroniek::to_text(diagnostic) << '\n';
    if (kroniek::has_error(diagnostics)) return 1;
    std::ofstream out(argv[2], std::ios::binary);
    out << kroniek::pack_to_block(data);
    if (!out.flush()) throw std::runtime_error(std::string(argv[2]) + ": cannot be written");
    if (argc == 4) write_depfile(argv[1], argv[2], argv[3]);
    return 0;
  } catch (const std::exception& fault) {
    std::cerr << "kroniek-compile-pack: " << fault.what() << '\n';
    return 1;
  }
}
