#include "oracles.hpp"
#include "small_pack.hpp"
#include "targets.hpp"

#include <kroniek/check.hpp>
#include <kroniek/pack_files.hpp>

#include <array>
#include <filesystem>
#include <fstream>

namespace fuzz {

using namespace kroniek;

namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

constexpr std::array<const char*, 12> kFiles = {"events/one.yaml", "time/one.yaml", "claims/one.yaml", "actors/one.yaml", "places/one.yaml", "lexicon/one.yaml",
                                                "lexicon/verbs/one.yaml", "text/furniture.yaml", "labels/nl.yaml", "text/abbreviations.yaml", "events/cues.yaml", "tests/one.test.yaml"};

}  // namespace

void rules(std::string_view data) {
  if (data.empty()) return;
  static const SmallPack small;
  const auto* name = kFiles[static_cast<unsigned char>(data[0]) % kFiles.size()];
  const auto path = small.folder() / name;
  std::string before;
  const bool was = fs::exists(path);
  if (was) {
    std::ifstream in(path, std::ios::binary);
    before.assign(std::istreambuf_iterator<char>(in), {});
  }
  write(path, data.substr(1));
  const auto report = check_pack(small.folder().string());
  for (const auto& finding : report.findings) require(!finding.at.message.empty(), "a finding says what is wrong", finding.at.code);
  require_json(report_json(report, "pack"));
  require_json(report_sarif(report, "pack"));
  const auto load = load_pack(small.folder().string());
  bool error = false;
  for (const auto& finding : load.diagnostics) error |= finding.severity == Severity::error;
  require(error != (load.pack != nullptr), "a pack is loaded or its faults are named");
  if (load.pack) {
    const auto read = kroniek::ingest_text("f.txt", "Jansen belde dinsdag met De Vries.\n\n\"Ja\", zei De Vries.", *load.pack, {"2025-03-19"});
    for (const auto& document : read.documents) kroniek::extract(document, *load.pack);
  }
  if (was) write(path, before);
  else fs::remove(path);
}

void layout(std::string_view data) {
  const auto once = format_rules("events/f.yaml", data);
  if (!once) return;
  const auto twice = format_rules("events/f.yaml", *once);
  require(twice.has_value(), "what was laid out can be laid out", *once);
  require(*twice == *once, "what was laid out stays as it is", *once);
}

}  // namespace fuzz
