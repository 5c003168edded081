// PDF by pdftotext (poppler-utils), where it is installed.
#include "convert.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>

extern char** environ;

namespace kroniek {

namespace {

// A file that goes away with its owner.
class Temporary {
 public:
  explicit Temporary(const std::string& content) {
    std::error_code ignored;
    path_ = (std::filesystem::temp_directory_path(ignored) / "kroniek-XXXXXX").string();
    file_ = mkstemp(path_.data());
    for (std::size_t at = 0; file_ >= 0 && at < content.size();) {
      const auto written = write(file_, content.data() + at, content.size() - at);
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return;
      at += static_cast<std::size_t>(written);
    }
    good_ = file_ >= 0;
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (file_ < 0) return;
    close(file_);
    unlink(path_.c_str());
  }
  bool good() const { return good_; }
  std::string& path() { return path_; }

 private:
  std::string path_;
  int file_ = -1;
  bool good_ = false;
};

struct Outcome {
  bool started = false;
  int status = -1;
  std::string output;
};

Outcome run_pdftotext(std::string& file) {
  Outcome out;
  std::array<int, 2> pipe_ends{};
  if (pipe2(pipe_ends.data(), O_CLOEXEC) != 0) return out;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::string name = "pdftotext", quiet = "-q", encoding = "-enc", utf8 = "UTF-8", no_breaks = "-nopgbrk", standard = "-";
  std::array<char*, 8> arguments = {name.data(), quiet.data(), encoding.data(), utf8.data(), no_breaks.data(), file.data(), standard.data(), nullptr};
  pid_t process = 0;
  out.started = posix_spawnp(&process, "pdftotext", &actions, nullptr, arguments.data(), environ) == 0;
  posix_spawn_file_actions_destroy(&actions);
  close(pipe_ends[1]);
  std::array<char, 65536> buffer;
  while (out.started) {
    const auto count = read(pipe_ends[0], buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    out.output.append(buffer.data(), static_cast<std::size_t>(count));
  }
  close(pipe_ends[0]);
  int status = 0;
  while (out.started && waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  out.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return out;
}

}  // namespace

Converted read_pdf(const std::string& path, const std::string& content) {
  Temporary file(content);
  if (!file.good()) return unreadable_as(path, "input.no-space", "the PDF could not be handed to pdftotext: no temporary file", "make room in the folder that TMPDIR names");
  auto outcome = run_pdftotext(file.path());
  // 127: the child could not start it.
  if (!outcome.started || outcome.status == 127) {
    return unreadable_as(path, "input.no-pdftotext", "a PDF, and the program pdftotext that reads them is not installed", "install it (Debian: poppler-utils), or save the article as text");
  }
  const auto& text = outcome.output;
  if (text.find_first_not_of(" \t\r\n\f") == std::string::npos) {
    return unreadable_as(path, "input.empty", outcome.status == 0 ? "the PDF holds no text, perhaps only pictures of it" : "pdftotext cannot read this PDF", "make its text readable first, for instance by ocrmypdf");
  }
  Converted out;
  if (outcome.status != 0) out.diagnostics.push_back({Severity::warning, "input.damaged", path, 0, 0, "the PDF is damaged: what could be read of it is read", "check the text by --save-text"});
  out.texts.push_back({std::move(outcome.output), {}});
  return out;
}

}  // namespace kroniek
