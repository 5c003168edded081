// Files, folders and standard input.
#include "compressed.hpp"
#include "convert.hpp"
#include "read_text.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <system_error>
#include <utility>

namespace kroniek {
namespace {

namespace fs = std::filesystem;

std::string extension_of(const std::string& path) { return lower_ascii(fs::path(path).extension().string()); }

bool is_ndjson(const std::string& path) {
  const std::string extension = extension_of(path);
  return extension == ".ndjson" || extension == ".jsonl" || extension == ".json";
}

bool is_source(const std::string& path) {
  static constexpr std::array<std::string_view, 12> kExtensions{".txt", ".md", ".ndjson", ".jsonl", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".odt", ".rss", ".atom"};
  return std::find(kExtensions.begin(), kExtensions.end(), extension_of(without_gz(path))) != kExtensions.end();
}

Diagnostic failure(std::string code, const std::string& path, std::string message, std::string hint) {
  return {Severity::error, std::move(code), path, 0, 0, std::move(message), std::move(hint)};
}

Diagnostic unreadable(const std::string& path, const std::error_code& error) {
  const bool missing = error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
  if (missing) return failure("input.missing", path, "there is no such file", "check the path");
  return failure("input.unreadable", path, "cannot be read: " + error.message(), "check its permissions");
}

void list_folder(const std::string& folder, std::vector<std::string>& files, std::vector<Diagnostic>& diagnostics) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string path = entry->path().string();
    std::error_code ignored;
    // A linked folder may lead back to this one.
    if (entry->is_directory(ignored) && !entry->is_symlink(ignored)) {
      list_folder(path, files, diagnostics);
    } else if (is_source(path) && !entry->is_directory(ignored)) {
      files.push_back(path);
    }
  }
  if (error) diagnostics.push_back(unreadable(folder, error));
}

std::string read_all(std::istream& input) {
  std::string content;
  std::array<char, 65536> buffer;
  while (input.read(buffer.data(), buffer.size()) || input.gcount() > 0) {
    content.append(buffer.data(), static_cast<std::size_t>(input.gcount()));
  }
  return content;
}

// A content in whatever format, unpacked and turned into text.
void read_content(const std::string& path, std::string content, const FurnitureMatcher& furniture, const IngestOptions& options, const IngestSink& sink) {
  const bool packed = is_gzip(content);
  if (packed) {
    auto unpacked = gunzip(content);
    if (!unpacked) {
      Ingested finding;
      finding.diagnostics.push_back(failure("input.damaged", path, "the gzip file is damaged, or unpacks to more than 1 GiB", "unpack it with gunzip to see what is wrong"));
      return sink(std::move(finding));
    }
    content = std::move(*unpacked);
  }
  // Also where the name says .gz and something has unpacked it on its way.
  if (is_ndjson(without_gz(path))) {
    std::istringstream lines(std::move(content));
    return read_ndjson(path, lines, furniture, options, sink);
  }
  std::uint64_t bytes = content.size();
  const auto hand_on = [&](Ingested&& read, bool extracted) {
    read.bytes = std::exchange(bytes, 0);
    for (auto& document : read.documents) document.extracted = extracted;
    sink(std::move(read));
  };
  auto converted = convert(path, content);
  if (!converted) return hand_on(read_text(path, std::move(content), {}, furniture, options), packed);
  if (!converted->diagnostics.empty()) {
    Ingested finding;
    finding.diagnostics = std::move(converted->diagnostics);
    sink(std::move(finding));
  }
  for (auto& one : converted->texts) hand_on(read_text(path, std::move(one.text), one.metadata, furniture, options), true);
}

void read_standard_input(std::istream& input, const FurnitureMatcher& furniture, const IngestOptions& options,
                         const IngestSink& sink) {
  // What begins with "{" is NDJSON. White space before it is kept, as offsets count it.
  std::string lead;
  for (int c = input.peek(); c == ' ' || c == '\t' || c == '\n' || c == '\r'; c = input.peek()) {
    lead += static_cast<char>(input.get());
  }
  if (input.peek() == '{') {
    const auto lines = static_cast<std::uint32_t>(std::count(lead.begin(), lead.end(), '\n'));
    return read_ndjson("-", input, furniture, options, sink, lines);
  }
  input.clear(input.rdstate() & ~std::ios::eofbit);
  read_content("-", lead + read_all(input), furniture, options, sink);
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// The whole of a file. fopen, not ifstream, tells why it fails.
std::string read_file(const std::string& path, std::error_code& error) {
  std::string content;
  errno = 0;
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  std::error_code ignored;
  if (file) {
    const std::uintmax_t size = fs::file_size(path, ignored);
    if (!ignored && size < (std::uintmax_t{1} << 33U)) content.reserve(static_cast<std::size_t>(size));
    std::array<char, 65536> buffer;
    for (std::size_t count = 1; count > 0;) {
      count = std::fread(buffer.data(), 1, buffer.size(), file.get());
      content.append(buffer.data(), count);
    }
  }
  if (!file || std::ferror(file.get()) != 0) error = std::error_code(errno != 0 ? errno : EIO, std::generic_category());
  return content;
}

}  // namespace

std::vector<std::string> list_sources(const std::vector<std::string>& paths, std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> sources;
  for (const std::string& path : paths) {
    if (path == "-") {
      sources.push_back(path);
      continue;
    }
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      if (!error) error = std::make_error_code(std::errc::no_such_file_or_directory);
      diagnostics.push_back(unreadable(path, error));
    } else if (fs::is_directory(status)) {
      std::vector<std::string> files;
      const std::size_t faults = diagnostics.size();
      list_folder(path, files, diagnostics);
      std::sort(files.begin(), files.end());
      if (files.empty() && diagnostics.size() == faults) {
        diagnostics.push_back(failure("input.no-files", path, "the folder has no files of a kind that is read (.txt, .md, .ndjson, .jsonl, .html, .pdf, .docx, .odt, .rss, .atom, also as .gz)", "give files by name to read others"));
      }
      sources.insert(sources.end(), files.begin(), files.end());
    } else {
      sources.push_back(path);
    }
  }
  return sources;
}

void read_source(const std::string& path, std::istream& standard_input, const FurnitureMatcher& furniture,
                 const IngestOptions& options, const IngestSink& sink) {
  if (path == "-") return read_standard_input(standard_input, furniture, options, sink);
  const auto fail = [&](const std::error_code& error) {
    Ingested finding;
    finding.diagnostics.push_back(unreadable(path, error));
    sink(std::move(finding));
  };
  std::error_code error;
  if (is_ndjson(path)) {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file || fs::is_directory(path, error)) {
      return fail(std::error_code(errno != 0 ? errno : EISDIR, std::generic_category()));
    }
    return read_ndjson(path, file, furniture, options, sink);
  }
  std::string content = read_file(path, error);
  if (error) return fail(error);
  read_content(path, std::move(content), furniture, options, sink);
}

}  // namespace kroniek
