#include "cli.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <stdexcept>

namespace kroniek::cli {

namespace {

// Where the XDG Base Directory Specification puts what can be made again; empty: nowhere.
std::string cache_folder() {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  if (cache != nullptr && *cache == '/') return std::string(cache) + "/kroniek";
  const char* home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? std::string(home) + "/.cache/kroniek" : std::string();
}

}  // namespace

std::shared_ptr<const Pack> open_pack(const std::string& folder) {
  if (folder.empty()) return builtin_pack("nl");
  auto load = load_pack(folder, cache_folder());
  report(load.diagnostics);
  if (!load.pack) throw std::runtime_error("the pack " + folder + " has errors; 'kroniek check " + folder + "' lists them");
  return load.pack;
}

namespace {

// Colours are for a terminal whose owner has not forbidden them (no-color.org).
bool takes_colours(int file) {
  const char* forbidden = std::getenv("NO_COLOR");
  return isatty(file) == 1 && (forbidden == nullptr || *forbidden == '\0');
}

std::string shown(const Diagnostic& diagnostic, bool colours) {
  auto text = to_text(diagnostic);
  if (!colours) return text;
  const std::string word = diagnostic.severity == Severity::error ? "error:" : diagnostic.severity == Severity::warning ? "warning:" : "note:";
  const auto at = text.find(word, diagnostic.file.size());
  if (at == std::string::npos) return text;
  const std::string colour = diagnostic.severity == Severity::error ? "\033[1;31m" : "\033[1;33m";
  return text.replace(at, word.size(), colour + word + "\033[0m");
}

}  // namespace

bool colours_wanted() { return takes_colours(STDOUT_FILENO); }

void report(const std::vector<Diagnostic>& diagnostics) {
  if (diagnostics.empty()) return;
  static const bool colours = takes_colours(STDERR_FILENO);
  std::string text;
  for (const auto& diagnostic : diagnostics) text += shown(diagnostic, colours) + '\n';
  std::cerr << text;  // at once: each write is one of the system, and there may be one for each line of a file
}

bool findings_in(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) { return d.severity != Severity::note; });
}

void report_assembled(Timeline& timeline, const std::vector<Diagnostic>& findings) {
  for (const auto& warning : timeline.warnings) {
    // Everything else was reported when the documents were read.
    if (warning.code.starts_with("timeline.") || warning.code.starts_with("edit.") || warning.code == "input.same-document" || warning.code == "input.same-id") report({warning});
  }
  timeline.warnings.insert(timeline.warnings.begin(), findings.begin(), findings.end());
}

namespace {

// nullopt where one is no file, or is packed.
std::optional<std::uint64_t> size_of(const std::vector<std::string>& sources) {
  std::uint64_t all = 0;
  for (const auto& source : sources) {
    std::error_code error;
    if (source == "-" || source.ends_with(".gz") || !std::filesystem::is_regular_file(source, error)) return std::nullopt;
    all += std::filesystem::file_size(source, error);
    if (error) return std::nullopt;
  }
  return all;
}

}  // namespace

void read_sources(const std::vector<std::string>& paths, const std::string& published, const Pack& pack, const std::function<void(Ingested&&)>& take,
                  const std::function<void(std::optional<std::uint64_t>)>& listed) {
  Ingested listing;
  const auto sources = list_sources(paths, listing.diagnostics);
  if (listed) listed(size_of(sources));
  if (!listing.diagnostics.empty()) take(std::move(listing));
  for (const auto& source : sources) {
    ingest(source, std::cin, pack, IngestOptions{published}, [&](Ingested&& ingested) {
      for (auto& document : ingested.documents) {
        if (document.id.empty()) document.id = "d-" + document.sha256.substr(0, 12);
      }
      take(std::move(ingested));
    });
  }
}

Extraction unread(std::vector<Diagnostic> diagnostics, const Pack& pack) {
  Extraction extraction;
  extraction.warnings = std::move(diagnostics);
  extraction.origin = origin_of(pack);
  return extraction;
}

void add_own(Extraction& extraction, Ingested& ingested) {
  auto& own = ingested.diagnostics;
  extraction.warnings.insert(extraction.warnings.begin(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
  own.clear();
}

void read_documents(const std::vector<std::string>& paths, const std::string& published, const Pack& pack, std::vector<Diagnostic>& findings,
                    const std::function<void(Document&&, const std::vector<Diagnostic>&)>& take) {
  read_sources(paths, published, pack, [&](Ingested&& ingested) {
    report(ingested.diagnostics);
    findings.insert(findings.end(), ingested.diagnostics.begin(), ingested.diagnostics.end());
    for (auto& document : ingested.documents) take(std::move(document), ingested.diagnostics);
  });
}

void save_text(const std::string& folder, const Document& document) {
  if (folder.empty() || !document.extracted) return;
  std::filesystem::create_directories(folder);
  auto name = document.source == "-" ? "stdin" : std::filesystem::path(document.source).filename().string();
  // Several articles of one source, and sources of one name, have files of their own.
  auto id = document.id;
  std::replace(id.begin(), id.end(), '/', '_');
  write_output((std::filesystem::path(folder) / (id + "-" + name + ".txt")).string(), document.raw);
}

namespace {

[[noreturn]] void fail(const std::string& path, const char* what) {
  throw std::runtime_error(path + ": " + what + ": " + std::strerror(errno));
}

}  // namespace

void write_output(const std::string& path, const std::string& text) {
  write_output(path, [&](const auto& out) { out(text); });
}

void write_output(const std::string& path, const std::function<void(const std::function<void(std::string_view)>&)>& produce) {
  if (path.empty() || path == "-") {
    produce([](std::string_view piece) { std::cout << piece; });
    return;
  }
  // A device or pipe is not replaced by a file, and a link stays a link.
  struct stat status;
  const bool special = stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
  std::error_code ignored;
  const auto linked = std::filesystem::canonical(path, ignored);
  const std::string target = ignored ? path : linked.string();
  // Beside the target, so that the rename cannot cross file systems.
  std::string temporary = target + ".XXXXXX";
  const int file = special ? open(path.c_str(), O_WRONLY | O_CLOEXEC) : mkstemp(temporary.data());
  if (file < 0) fail(path, "cannot be written");
  const auto give_up = [&] {
    const int reason = errno;
    close(file);
    if (!special) unlink(temporary.c_str());
    errno = reason;
    fail(path, "cannot be written");
  };
  produce([&](std::string_view piece) {
    while (!piece.empty()) {
      const auto written = write(file, piece.data(), piece.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) give_up();
      piece.remove_prefix(static_cast<std::size_t>(written));
    }
  });
  if (!special) {
    // mkstemp makes files for the owner only; give it what the umask allows, as any new file has.
    const mode_t mask = umask(0);
    umask(mask);
    if (fchmod(file, 0666 & ~mask) != 0 || fsync(file) != 0 || std::rename(temporary.c_str(), target.c_str()) != 0) give_up();
  }
  close(file);
}

}  // namespace kroniek::cli
