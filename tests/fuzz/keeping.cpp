// Compiled packs that are kept in files, and work that is done side by side.
#include "oracles.hpp"
#include "targets.hpp"

#include "../../src/cli/pipeline.hpp"
#include "../../src/ingest/sha256.hpp"
#include "../../src/rules/pack.hpp"
#include "../../src/rules/pack_cache.hpp"
#include "small_pack.hpp"

#include <kroniek/pack_files.hpp>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace fuzz {

using namespace kroniek;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHash = 64;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A compiled pack in a cache of its own.
struct Kept {
  SmallPack small;
  std::string folder = (small.folder() / "cache").string();
  PackCache cache{folder, "content"};
  fs::path file;
  std::string whole;

  Kept() {
    auto load = load_pack(small.folder().string());
    require(load.pack != nullptr, "the small pack is whole");
    cache.keep(const_cast<PackData&>(load.pack->data()), {{Severity::note, "a.b", "f.yaml", 1, 2, "a finding", "its hint"}});
    for (const auto& entry : fs::directory_iterator(folder)) file = entry.path();
    whole = content_of(file);
    require(whole.size() > 2 * kHash && cache.find().has_value(), "what is kept is found");
  }
};

// Bytes changed, cut, moved, taken out and put in; where, two bytes of the input say, as a part of the whole.
std::string damaged(std::string bytes, std::string_view how) {
  for (std::size_t at = 0; at + 4 <= how.size() && !bytes.empty(); at += 4) {
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(how[at + i])); };
    // Half of them near the begin, where sizes stand.
    const auto number = byte(1) * 256 + byte(2);
    const auto place = byte(0) % 2 == 0 ? number % bytes.size() : number * bytes.size() / 65536;
    switch (byte(0) / 2 % 6) {
      case 0: bytes[place] = static_cast<char>(byte(3)); break;
      case 1: bytes[place] = static_cast<char>(bytes[place] ^ static_cast<char>(1U << (byte(3) % 8))); break;
      case 2: bytes.resize(place); break;
      case 3: bytes.erase(place, byte(3)); break;
      case 4: bytes.insert(place, byte(3), static_cast<char>(byte(3))); break;
      default:
        for (std::size_t i = 0; i < 4 && place + i < bytes.size(); ++i) bytes[place + i] = static_cast<char>(0xFF);
    }
  }
  return bytes;
}

}  // namespace

void cache(std::string_view data) {
  static const Kept kept;
  if (data.empty()) return;
  const auto how = data.substr(1);
  const bool anything = data[0] % 4 == 0;
  auto bytes = anything ? std::string(how) : damaged(kept.whole, how);
  std::ofstream(kept.file, std::ios::binary | std::ios::trunc) << bytes;
  require(kept.cache.find().has_value() == (bytes == kept.whole), "a damaged file is as none");
  // The same with a hash that fits: nobody but the user can put it there, but what reads it stays in its bounds.
  if (anything || bytes.size() < 2 * kHash) return;
  bytes = bytes.substr(kHash);
  std::uint64_t size = 0;
  std::memcpy(&size, bytes.data(), sizeof size);
  if (size > bytes.size() - kHash) return;
  const auto rest = std::string_view(bytes).substr(kHash + size);
  const std::shared_ptr<char> memory(static_cast<char*>(std::aligned_alloc(kArchiveAlignment, (rest.size() / kArchiveAlignment + 1) * kArchiveAlignment)), &std::free);
  std::memcpy(memory.get(), rest.data(), rest.size());
  try {
    pack_from_block({memory.get(), rest.size()});
  } catch (const std::runtime_error&) {
    // said to be damaged
  }
}

namespace {

struct Outcome {
  std::string out, fault;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

// Pieces that begin with "!" fail when they are read, with "?" when they are written.
Outcome extracted(const std::vector<std::string>& pieces, unsigned jobs) {
  Outcome outcome;
  try {
    cli::Pipeline pipeline(jobs);
    for (const auto& piece : pieces) {
      pipeline.add(piece.size(), [&outcome, &piece]() -> cli::Pipeline::Finish {
        if (piece.starts_with('!')) throw std::runtime_error("read: " + piece);
        std::string lines;
        for (const auto& document : kroniek::ingest_text("f.txt", piece, pack(), {"2025-03-19"}).documents) lines += to_ndjson(kroniek::extract(document, pack())) + '\n';
        return [&outcome, &piece, lines = std::move(lines)] {
          if (piece.starts_with('?')) throw std::runtime_error("written: " + piece);
          outcome.out += lines;
        };
      });
    }
    pipeline.wait();
  } catch (const std::runtime_error& fault) {
    outcome.fault = fault.what();
  }
  return outcome;
}

}  // namespace

void jobs(std::string_view data) {
  std::vector<std::string> pieces;
  while (!data.empty() && pieces.size() < 40) {
    const auto end = std::min(data.find('\n'), data.size());
    pieces.emplace_back(data.substr(0, end));
    data.remove_prefix(std::min(end + 1, data.size()));
  }
  const auto one = extracted(pieces, 1);
  require(extracted(pieces, 4) == one, "four threads give what one gives", one.out);
}

}  // namespace fuzz
