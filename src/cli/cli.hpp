// The subcommands; each reads its own options and returns the exit status.
#pragma once

#include <kroniek/kroniek.hpp>

#include <iosfwd>
#include <string>
#include <vector>

namespace kroniek::cli {

inline constexpr int kDone = 0, kFindings = 1, kWrongUse = 2;

// Thrown for wrong use: message on stderr, status 2.
struct UsageError {
  std::string message, hint;
};

int timeline(const std::vector<std::string>& arguments);
int extract(const std::vector<std::string>& arguments);
int check(const std::vector<std::string>& arguments);

// Shared by the subcommands.
std::shared_ptr<const Pack> open_pack(const std::string& folder);
void report(const std::vector<Diagnostic>& diagnostics);
// Reads all sources; findings go to stderr and to `findings`.
void read_documents(const std::vector<std::string>& paths, const std::string& published, const Pack& pack, std::vector<Document>& documents,
                    std::vector<Diagnostic>& findings);
// Writes `text` to the file whole or not at all, or to standard output if `path` is empty or "-".
void write_output(const std::string& path, const std::string& text);

}  // namespace kroniek::cli
