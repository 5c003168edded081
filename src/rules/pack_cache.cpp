#include "pack_cache.hpp"

#include "../ingest/sha256.hpp"
#include "pack.hpp"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace kroniek {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 8;  // older ones go when one is added
constexpr std::string_view kEnding = ".pack";
constexpr std::size_t kHash = 64;  // bytes of a hash in hexadecimal
static_assert(kHash % kArchiveAlignment == 0);

// The linker's id of the program or library that holds this code: the layout of a block is that of the code that wrote
// it. Empty if it has none.
std::string build_id() {
  struct Search {
    std::uintptr_t here;
    std::string id;
  } search{reinterpret_cast<std::uintptr_t>(&build_id), {}};
  dl_iterate_phdr(
      [](dl_phdr_info* object, std::size_t, void* data) -> int {
        auto& wanted = *static_cast<Search*>(data);
        const std::span segments(object->dlpi_phdr, object->dlpi_phnum);
        const bool holds = std::any_of(segments.begin(), segments.end(), [&](const ElfW(Phdr) & s) {
          const auto begin = object->dlpi_addr + s.p_vaddr;
          return s.p_type == PT_LOAD && wanted.here >= begin && wanted.here < begin + s.p_memsz;
        });
        if (!holds) return 0;
        for (const auto& segment : segments) {
          if (segment.p_type != PT_NOTE) continue;
          // NOLINTNEXTLINE(performance-no-int-to-ptr): an address is what the loader gives
          const auto* note = reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr);
          for (std::size_t at = 0; at + sizeof(ElfW(Nhdr)) <= segment.p_memsz;) {
            ElfW(Nhdr) header;
            std::memcpy(&header, note + at, sizeof header);
            const auto name = at + sizeof header, text = name + (std::size_t{header.n_namesz} + 3) / 4 * 4;
            const auto end = text + (std::size_t{header.n_descsz} + 3) / 4 * 4;
            if (end > segment.p_memsz) break;
            if (header.n_type == NT_GNU_BUILD_ID && header.n_namesz == 4 && std::memcmp(note + name, "GNU", 4) == 0) wanted.id.assign(note + text, header.n_descsz);
            at = end;
          }
        }
        return 1;
      },
      &search);
  return search.id;
}

struct Findings {
  struct One {
    Diagnostic is;
    template <class A>
    void fields(A& a) {
      a(is.severity, is.code, is.file, is.line, is.column, is.message, is.hint);
    }
  };
  std::vector<One> all;
  template <class A>
  void fields(A& a) {
    a(all);
  }
};

struct Memory {
  std::shared_ptr<char> bytes;  // at a multiple of kArchiveAlignment
  std::size_t size = 0;
};

// nullopt: there is no such file, or it cannot be read.
std::optional<Memory> read_whole(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  struct stat status {};
  std::optional<Memory> memory;
  if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    const auto room = (size + kArchiveAlignment - 1) / kArchiveAlignment * kArchiveAlignment;
    const std::shared_ptr<char> bytes(static_cast<char*>(std::aligned_alloc(kArchiveAlignment, room)), &std::free);
    std::size_t got = 0;
    while (bytes && got < size) {
      const auto count = read(file, bytes.get() + got, size - got);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) break;
      got += static_cast<std::size_t>(count);
    }
    if (bytes && got == size) memory = Memory{bytes, size};
  }
  close(file);
  return memory;
}

bool write_whole(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

// The newest stay: packs of programs and rules that are no more would gather for ever.
void remove_oldest(const std::string& folder) {
  std::error_code error;
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    // Also what a process left that was ended while it wrote.
    if (entry->path().filename().string().find(kEnding) != std::string::npos) files.emplace_back(entry->last_write_time(ignored), entry->path());
  }
  if (files.size() <= kMostFiles) return;
  std::sort(files.begin(), files.end());
  for (std::size_t i = 0; i + kMostFiles < files.size(); ++i) fs::remove(files[i].second, error);
}

}  // namespace

PackCache::PackCache(const std::string& folder, const std::string& content) : folder_(folder) {
  const auto program = folder.empty() ? std::string() : build_id();
  if (program.empty()) return;
  path_ = folder + '/' + sha256(program + '\0' + content).substr(0, 32) + std::string(kEnding);
}

// The file: a hash of what follows; the size of the findings, in the room of a hash; the findings; the block.
std::optional<PackLoad> PackCache::find() const {
  if (path_.empty()) return std::nullopt;
  const auto memory = read_whole(path_);
  if (!memory) return std::nullopt;
  std::string_view bytes(memory->bytes.get(), memory->size);
  if (bytes.size() < 2 * kHash || sha256(bytes.substr(kHash)) != bytes.substr(0, kHash)) return std::nullopt;
  std::uint64_t size = 0;
  std::memcpy(&size, bytes.data() + kHash, sizeof size);
  bytes.remove_prefix(2 * kHash);
  if (size > bytes.size() || size % kArchiveAlignment != 0) return std::nullopt;
  try {
    ArchiveReader reader(bytes.substr(0, size));
    Findings findings;
    findings.fields(reader);
    auto data = pack_from_block(bytes.substr(size));
    data.block = memory->bytes;
    PackLoad load;
    load.pack = std::make_shared<const Pack>(std::move(data));
    for (auto& one : findings.all) load.diagnostics.push_back(std::move(one.is));
    return load;
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

void PackCache::keep(PackData& data, const std::vector<Diagnostic>& diagnostics) const {
  if (path_.empty()) return;
  Findings findings;
  for (const auto& diagnostic : diagnostics) findings.all.push_back({diagnostic});
  ArchiveWriter writer;
  findings.fields(writer);
  std::string bytes(kHash, '\0');
  const std::uint64_t size = (writer.bytes().size() + kArchiveAlignment - 1) / kArchiveAlignment * kArchiveAlignment;
  std::memcpy(bytes.data(), &size, sizeof size);
  bytes += writer.bytes();
  bytes.resize(kHash + size, '\0');
  bytes += pack_to_block(data);

  std::error_code error;
  fs::create_directories(fs::path(folder_).parent_path(), error);
  if (mkdir(folder_.c_str(), 0700) != 0 && errno != EEXIST) return;
  std::string temporary = path_ + ".XXXXXX";
  const int file = mkstemp(temporary.data());
  if (file < 0) return;
  const bool written = write_whole(file, sha256(bytes)) && write_whole(file, bytes);
  if (close(file) != 0 || !written || std::rename(temporary.c_str(), path_.c_str()) != 0) {
    unlink(temporary.c_str());
    return;
  }
  remove_oldest(folder_);
}

}  // namespace kroniek
