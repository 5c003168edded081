#include "progress.hpp"

#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace kroniek::cli {

namespace {

std::string with_commas(std::uint64_t number) {
  auto text = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) text.insert(static_cast<std::size_t>(at), 1, ',');
  return text;
}

std::string megabytes(double bytes) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.1f MB", bytes / 1e6);
  return text.data();
}

std::string clock(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  std::array<char, 64> text{};
  if (whole < 3600) {
    std::snprintf(text.data(), text.size(), "%llu:%02llu", static_cast<unsigned long long>(whole / 60), static_cast<unsigned long long>(whole % 60));
  } else {
    std::snprintf(text.data(), text.size(), "%llu:%02llu:%02llu", static_cast<unsigned long long>(whole / 3600), static_cast<unsigned long long>(whole / 60 % 60), static_cast<unsigned long long>(whole % 60));
  }
  return text.data();
}

}  // namespace

std::string progress_line(std::uint64_t documents, std::uint64_t bytes, std::uint64_t all, double seconds) {
  const auto read = static_cast<double>(bytes), rate = seconds > 0 ? read / seconds : 0;
  auto line = with_commas(documents) + (documents == 1 ? " document, " : " documents, ") + megabytes(read);
  if (all >= bytes && all > 0) line += " of " + megabytes(static_cast<double>(all));
  line += ", " + megabytes(rate) + "/s";
  if (all >= bytes && all > 0 && rate > 0) line += ", " + clock(static_cast<double>(all - bytes) / rate) + " left";
  return line;
}

Progress::Progress(bool output_follows) {
  const char* terminal = std::getenv("TERM");
  shown_ = isatty(STDERR_FILENO) == 1 && !(output_follows && isatty(STDOUT_FILENO) == 1) && terminal != nullptr && std::string_view(terminal) != "dumb";
}

void Progress::add(std::size_t documents, std::uint64_t bytes) {
  documents_ += documents;
  bytes_ += bytes;
  if (!shown_) return;
  const auto now = Clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(200);
  std::cerr << '\r' << progress_line(documents_, bytes_, all_.value_or(0), std::chrono::duration<double>(now - start_).count()) << "\033[K" << std::flush;
  drawn_ = true;
}

void Progress::clear() {
  if (drawn_) std::cerr << "\r\033[K" << std::flush;
  drawn_ = false;
}

}  // namespace kroniek::cli
