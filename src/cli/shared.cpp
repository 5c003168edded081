#include "cli.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
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

void read_documents(const std::vector<std::string>& paths, const std::string& published, const Pack& pack, std::vector<Document>& documents,
                    std::vector<Diagnostic>& findings) {
  const IngestOptions options{published};
  const auto take = [&](Ingested&& ingested) {
    report(ingested.diagnostics);
    findings.insert(findings.end(), ingested.diagnostics.begin(), ingested.diagnostics.end());
    for (auto& document : ingested.documents) {
      if (document.id.empty()) document.id = "d" + std::to_string(documents.size() + 1);
      documents.push_back(std::move(document));
    }
  };
  std::vector<Diagnostic> listing;
  const auto sources = list_sources(paths, listing);
  report(listing);
  findings.insert(findings.end(), listing.begin(), listing.end());
  for (const auto& source : sources) ingest(source, std::cin, pack, options, take);
}

namespace {

[[noreturn]] void fail(const std::string& path, const char* what) {
  throw std::runtime_error(path + ": " + what + ": " + std::strerror(errno));
}

}  // namespace

void write_output(const std::string& path, const std::string& text) {
  if (path.empty() || path == "-") {
    std::cout << text;
    return;
  }
  // Beside the target, so that the rename cannot cross file systems.
  std::string temporary = path + ".XXXXXX";
  const int file = mkstemp(temporary.data());
  if (file < 0) fail(path, "cannot be written");
  const auto give_up = [&](const char* what) {
    const int reason = errno;
    close(file);
    unlink(temporary.c_str());
    errno = reason;
    fail(path, what);
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto written = write(file, text.data() + at, text.size() - at);
    if (written < 0) give_up("cannot be written");
    at += static_cast<std::size_t>(written);
  }
  // mkstemp makes files for the owner only; give it what the umask allows, as any new file has.
  const mode_t mask = umask(0);
  umask(mask);
  if (fchmod(file, 0666 & ~mask) != 0 || fsync(file) != 0) give_up("cannot be written");
  close(file);
  if (std::rename(temporary.c_str(), path.c_str()) != 0) {
    const int reason = errno;
    unlink(temporary.c_str());
    errno = reason;
    fail(path, "cannot be written");
  }
}

}  // namespace kroniek::cli
