// How far a long run has come, on one line of the terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace kroniek::cli {

class Progress {
 public:
  // Shown only where standard error is a terminal, and not before the run has taken a second. `output_follows`: the
  // run writes to standard output as it goes, which would run through the line if that is a terminal, too.
  explicit Progress(bool output_follows);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Bytes of all sources; nullopt: nobody knows.
  void expect(std::optional<std::uint64_t> bytes) { all_ = bytes; }
  void add(std::size_t documents, std::uint64_t bytes);
  // Before anything else is written to the terminal.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_, drawn_ = false;
  std::optional<std::uint64_t> all_;
  std::uint64_t documents_ = 0, bytes_ = 0;
  Clock::time_point start_ = Clock::now(), next_ = start_ + std::chrono::seconds(1);
};

// "1,234 documents, 56.7 MB of 100.0 MB, 1.9 MB/s, 0:23 left". `all` 0: not known, or less than was read.
std::string progress_line(std::uint64_t documents, std::uint64_t bytes, std::uint64_t all, double seconds);

}  // namespace kroniek::cli
