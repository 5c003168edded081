#include "cli.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <stdexcept>

namespace kroniek::cli {

std::shared_ptr<const Pack> open_pack(const std::string& folder) {
  if (folder.empty()) return builtin_pack("nl");
  auto load = load_pack(folder);
  report(load.diagnostics);
  if (!load.pack) throw std::runtime_error("the pack " + folder + " has errors; 'kroniek check " + folder + "' lists them");
  return load.pack;
}

void report(const std::vector<Diagnostic>& diagnostics) {
  for (const auto& diagnostic : diagnostics) std::cerr << to_text(diagnostic) << '\n';
}

void report_assembled(Timeline& timeline, const std::vector<Diagnostic>& findings) {
  for (const auto& warning : timeline.warnings) {
    // Everything else was reported when the documents were read.
    if (warning.code.starts_with("timeline.") || warning.code.starts_with("edit.") || warning.code == "input.same-document" || warning.code == "input.same-id") report({warning});
  }
  timeline.warnings.insert(timeline.warnings.begin(), findings.begin(), findings.end());
}

void read_sources(const std::vector<std::string>& paths, const std::string& published, const Pack& pack, const std::function<void(Ingested&&)>& take) {
  Ingested listing;
  const auto sources = list_sources(paths, listing.diagnostics);
  report(listing.diagnostics);
  if (!listing.diagnostics.empty()) take(std::move(listing));
  for (const auto& source : sources) {
    ingest(source, std::cin, pack, IngestOptions{published}, [&](Ingested&& ingested) {
      report(ingested.diagnostics);
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
    findings.insert(findings.end(), ingested.diagnostics.begin(), ingested.diagnostics.end());
    for (auto& document : ingested.documents) take(std::move(document), ingested.diagnostics);
  });
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
